"""Which rows of a plan are shown, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pathways.i18n import _
from pathways.model.plan import Plan, Row, Standing
from pathways.planning.asking import could_ask

Filter = Callable[[Plan], Iterable[Row]]


def filters() -> dict[str, tuple[str, Filter]]:
    """Return the filters by name: the words that are chosen, and the rows they leave."""
    return {
        "asked": (_("New or changed"), lambda plan: plan.asked),
        "unsaid": (_("Not looked at"), _standing(Standing.UNSAID)),
        "not-yet": (_("Not yet"), _standing(Standing.NOT_YET)),
        "partly": (_("In part"), _standing(Standing.PARTLY)),
        "no-opportunity": (_("No opportunity"), _standing(Standing.NO_OPPORTUNITY)),
        "shown": (_("Shown already"), _standing(Standing.SHOWN)),
        "no-evidence": (_("No evidence"), _no_evidence),
        "no-action": (_("Not shown, and no action"), _no_action),
        "ask": (_("Could ask for now"), lambda plan: [one.row for one in could_ask(plan)]),
        "differs": (_("We see it differently"), _differs),
        "essential": (_("Essential"), lambda plan: [row for row in plan.asked if row.essential]),
        "document": (_("Changed in the document"), _changed),
        "held": (_("What my grade asks already"), lambda plan: plan.held),
        "all": (_("Everything"), lambda plan: plan.rows),
    }


def rows_of(plan: Plan, name: str) -> list[Row]:
    """Return the rows that a filter leaves, in the order of the plan."""
    wanted = {row.id for row in filters()[name][1](plan)}
    return [row for row in plan.rows if row.id in wanted]


def _standing(standing: Standing) -> Filter:
    return lambda plan: [row for row in plan.asked if plan.said_here(row).standing is standing]


def _no_evidence(plan: Plan) -> list[Row]:
    return [row for row in plan.asked if not plan.evidence_of.get(row.id)]


def _no_action(plan: Plan) -> list[Row]:
    return [
        row
        for row in plan.asked
        if row.standing is not Standing.SHOWN
        and not any(not action.done for action in plan.actions_of.get(row.id, ()))
    ]


def _differs(plan: Plan) -> list[Row]:
    return [row for row in plan.asked if row.differs]


def _changed(plan: Plan) -> list[Row]:
    return [row for row in plan.asked if row.changed]
