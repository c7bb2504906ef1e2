"""What there is to talk about when employee and manager sit down."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from pathways.compare.clause import main_clause
from pathways.i18n import _
from pathways.model.plan import Plan, Row, Standing
from pathways.planning.asking import could_ask
from pathways.planning.dates import DueKind, due
from pathways.planning.where import differences

_OPEN = (Standing.NOT_YET, Standing.NO_OPPORTUNITY)
_MOST = 9  # more than that nobody gets through


def strengths(plan: Plan) -> tuple[Row, ...]:
    """Return the rows that are shown or in part, and those that have evidence all the same."""
    return tuple(
        row
        for row in _counted(plan)
        if row.standing in (Standing.SHOWN, Standing.PARTLY) or plan.evidence_of.get(row.id)
    )


def gaps(plan: Plan) -> tuple[Row, ...]:
    """Return the rows that are not shown yet or cannot be, that something is to be done about, and
    those with a note of which nothing else is said: what was entered is talked about.
    """
    return tuple(
        row
        for row in _counted(plan)
        if row.standing in _OPEN
        or plan.actions_of.get(row.id)
        or (row.standing is Standing.UNSAID and row.note)
    )


def unsaid(plan: Plan) -> tuple[Row, ...]:
    """Return the rows of which the person has said nothing yet."""
    return tuple(r for r in _counted(plan) if r.standing is Standing.UNSAID)


def gone(plan: Plan) -> tuple[Row, ...]:
    """Return the rows whose statements are no longer in the document."""
    return tuple(row for row in plan.asked if row.changed == "gone")


def questions(plan: Plan, today: datetime.date) -> tuple[str, ...]:
    """Return questions that the plan itself raises: different views first, then what could be
    asked for, what is overdue, what has changed, and gaps that nobody does anything about.
    """
    return tuple(dict.fromkeys(_questions(plan, today)))[:_MOST]


def _questions(plan: Plan, today: datetime.date) -> Iterator[str]:
    for row in differences(plan):
        if row.differs and row.manager:
            told = _("“{text}”: I say {mine}, my manager says {theirs}. What would show it?")
            yield told.format(
                text=_short(row), mine=row.standing.word, theirs=row.manager.standing.word
            )
    for one in could_ask(plan):
        told = (
            _("“{text}”: my grade’s text allows it already. Could I do more of it?")
            if one.allowed
            else _("“{text}”: there is no opportunity in my post. Where could I find one?")
        )
        yield told.format(text=_short(one.row))
    for late in due(plan, today):
        if late.kind is DueKind.OVERDUE:
            yield _("{action}. What stands in the way?").format(action=late.text)
    for row in _counted(plan):
        if row.changed == "changed":
            yield _("“{text}” has changed in the document. Does my evidence still fit?").format(
                text=_short(row)
            )
    for row in _counted(plan):
        if row.standing in _OPEN and not any(
            not action.done for action in plan.actions_of.get(row.id, ())
        ):
            yield _("“{text}”: what could I do about it, and by when?").format(text=_short(row))


def _counted(plan: Plan) -> tuple[Row, ...]:
    return tuple(row for row in plan.asked if row.changed != "gone")


def _short(row: Row) -> str:
    return main_clause(row.text, 70)
