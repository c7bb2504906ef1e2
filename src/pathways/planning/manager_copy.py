"""The copy of a plan that its owner gives to the manager, and what goes into it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

import msgspec

from pathways.model.plan import Copy, Included, Plan, Row
from pathways.planning.text import a_day, one_line

_LETTERS = 12
replace = msgspec.structs.replace


def copy_for_manager(
    plan: Plan, included: Collection[Included] = (), *, today: str = "", who: str = ""
) -> Plan:
    """Return what the manager is given: what is asked for, how the person stands, the actions and
    what was agreed; evidence and notes only where ``included`` names them.

    ``who`` is the manager, where that is known. What in the plan is in conflict, or was taken out,
    stays at home.
    """
    notes, evidence = "notes" in included, "evidence" in included
    given = replace(
        plan,
        rows=tuple(row if notes else replace(row, note="") for row in plan.rows),
        evidence=plan.evidence if evidence else (),
        conflicts=(),
        removed=(),
        copy=None,
    )
    order: tuple[Included, ...] = ("evidence", "notes")
    copy = Copy(
        seal=_seal_of(given),
        made=a_day(today),
        included=tuple(part for part in order if part in included),
        who=one_line(who),
    )
    return replace(given, copy=copy)


def _seal_of(plan: Plan) -> str:
    """Return twelve characters that change with what the person says of the rows."""
    said = sorted((row.id, row.standing.value, row.note) for row in plan.rows if _is_said(row))
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()[:_LETTERS]


def is_sealed(plan: Plan) -> bool:
    """Tell whether a copy still has what the person had said when it was made."""
    return plan.copy is not None and plan.copy.seal == _seal_of(plan)


def _is_said(row: Row) -> bool:
    return row.standing.value != "none" or bool(row.note)
