"""A plan as JSON; ``docs/json.md`` documents the shapes."""

from __future__ import annotations

from typing import Any

import msgspec

from pathways.model.plan import Action, Agreement, Conflict, Evidence, Plan, Row, Standing
from pathways.planning.carry import Carried
from pathways.planning.where import counts
from pathways.report.json_shape import Shape, picked


def plan_shape(plan: Plan) -> Shape:
    """Return a plan: its rows are what is asked for, and whatever something was said of."""
    found = counts(plan.asked)
    return {
        "id": plan.id,
        "from": plan.start.id,
        "to": [place.id for place in plan.aims],
        "name": plan.name,
        "framework": [{"id": basis.id, "version": basis.version} for basis in plan.frameworks],
        "begun": plan.begun,
        "reviews": list(plan.reviews),
        "copy": plan.copy is not None,
        "rows": [_row(plan, row) for row in plan.asked],
        "held": [{"id": row.id, "verdict": row.verdict, "text": row.text} for row in plan.held],
        "evidence": [_evidence(one) for one in plan.evidence],
        "actions": [_action(one) for one in plan.actions],
        "agreed": [_agreement(one) for one in plan.agreed],
        "conflicts": [_conflict(one) for one in plan.open_conflicts],
        "counts": {
            "unsaid" if standing is Standing.UNSAID else standing.value: found[standing]
            for standing in Standing
        },
    }


def carried_shape(carried: Carried) -> Shape:
    """Return what a new framework did to the rows, each by its id, and places it no longer has."""
    return {
        **picked(carried, "reworded", "changed", "gone", "back", "new", "judged"),
        "missing": [place.id for place in carried.missing],
    }


def _row(plan: Plan, row: Row) -> Shape:
    view = row.manager
    return {
        "id": row.id,
        "statement": row.statement.id,
        "dimension": row.dimension,
        "to": list(row.aims),
        "verdict": row.verdict,
        "why": row.why,
        "text": row.text,
        "before": row.before.text if row.before else None,
        "essential": row.essential,
        "allowed": row.allowed,
        "weight": row.weight,
        "standing": row.standing.value,
        "manager": picked(view, "standing", "note", "who", "date") if view else None,
        "note": row.note,
        "evidence": [one.id for one in plan.evidence_of.get(row.id, ())],
        "actions": [one.id for one in plan.actions_of.get(row.id, ())],
        "agreed": [one.id for one in plan.agreed_of.get(row.id, ())],
        "changed": row.changed or None,
        "was": row.was or None,
    }


def _evidence(evidence: Evidence) -> Shape:
    told = ("situation", "task", "action", "result", "date", "links")
    return picked(evidence, "id", "rows", *told, "confirmed_by", "confirmed_on")


def _action(action: Action) -> Shape:
    found = picked(action, "id", "rows", "do", "kind", "by")
    return {**found, "with": action.with_whom, "done": action.done}


def _agreement(agreement: Agreement) -> Shape:
    return picked(agreement, "id", "rows", "text", "date")


def _conflict(conflict: Conflict) -> Shape:
    values: list[Any] = []
    for value in conflict.values:
        told = getattr(value, conflict.field)
        if isinstance(told, Evidence):
            values.append(_evidence(told))
        elif isinstance(told, Action):
            values.append(_action(told))
        elif isinstance(told, Agreement):
            values.append(_agreement(told))
        elif conflict.field == "manager":
            values.append(picked(told, "standing", "note"))
        else:
            values.append(msgspec.to_builtins(told))
    return {"about": conflict.about, "field": conflict.field, "values": values}
