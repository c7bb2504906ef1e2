"""Two files of one plan brought together: nothing is lost, nothing is overwritten.

Whatever only one of them says is taken over. What both say differently is a conflict: the value of
the plan at hand stays where it is, and all values are kept until somebody chooses. It makes no
difference in which order several copies are brought in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from pathways.errors import UsageError
from pathways.i18n import _
from pathways.model.plan import AnyItem, Brought, Conflict, Field, Plan, Row, Standing, Value
from pathways.planning.manager_copy import is_sealed

replace = msgspec.structs.replace
Conflicts = dict[tuple[str, Field], Conflict]
Said = Literal["standing", "note", "manager"]


def merge(plan: Plan, theirs: Plan) -> Plan:
    """Return the plan with everything that another file of it says besides.

    Raise UsageError where the other file is of another plan.
    """
    if theirs.id != plan.id:
        message = _("These are two different plans: “{mine}” and “{theirs}”.")
        raise UsageError(message.format(mine=plan.title, theirs=theirs.title))
    conflicts = {(one.about, one.field): one for one in plan.conflicts}
    own = not is_sealed(theirs)
    gone = {*plan.removed, *theirs.removed} if plan.copy == theirs.copy else {*plan.removed}
    merged = replace(
        plan,
        name=plan.name or theirs.name,
        reviews=tuple(sorted({*plan.reviews, *theirs.reviews})),
        rows=_rows(plan, theirs, conflicts, own),
        evidence=_items(plan.evidence, theirs.evidence, "evidence", conflicts, gone),
        actions=_items(plan.actions, theirs.actions, "action", conflicts, gone),
        agreed=_items(plan.agreed, theirs.agreed, "agreed", conflicts, gone),
        removed=tuple(sorted(gone)),
    )
    for conflict in theirs.conflicts:
        _join(conflicts, conflict)
    found = tuple(conflicts[key] for key in sorted(conflicts) if key[0] not in gone)
    merged = replace(merged, conflicts=found)
    return plan if merged == plan else merged


def merge_since(base: Plan, mine: Plan, theirs: Plan) -> Plan:
    """Return two versions of one plan brought together, given what both began with: what only one
    of them has changed is taken from it.
    """
    if mine == base:
        return theirs
    if theirs == base:
        return mine
    merged = merge(_untouched_from(mine, base, theirs), _untouched_from(theirs, base, mine))
    only_theirs = {"name", "reviews", "start", "aims", "frameworks"}
    return replace(
        merged,
        **{
            key: getattr(theirs if getattr(mine, key) == getattr(base, key) else mine, key)
            for key in only_theirs
        },
    )


def _untouched_from(plan: Plan, base: Plan, other: Plan) -> Plan:
    """Return a version in which whatever is as it was at the beginning is as the other has it."""
    rows = tuple(
        other.row_of[row.id] if row.id in other.row_of and base.row_of.get(row.id) == row else row
        for row in plan.rows
    )
    items = {
        key: _items_from(getattr(plan, key), getattr(base, key), getattr(other, key))
        for key in ("evidence", "actions", "agreed")
    }
    return replace(plan, rows=rows, **items)


def _items_from(
    plan: Iterable[AnyItem], base: Iterable[AnyItem], other: Iterable[AnyItem]
) -> tuple[AnyItem, ...]:
    before = {item.id: item for item in base}
    there = {item.id: item for item in other}
    return tuple(
        there[item.id] if item.id in there and before.get(item.id) == item else item
        for item in plan
    )


def _rows(plan: Plan, theirs: Plan, conflicts: Conflicts, own: bool) -> tuple[Row, ...]:
    """Merge the rows; those that only the other file has follow behind, in the order of their
    ids.
    """
    other = theirs.row_of
    rows = [
        _row(row, other[row.id], conflicts, own) if row.id in other else row for row in plan.rows
    ]
    new = [
        replace(row, brought=_with(_said(row), "row"))
        for row in theirs.rows
        if row.id not in plan.row_of
    ]
    here = [row for row in rows if "row" not in row.brought]
    from_elsewhere = [row for row in rows if "row" in row.brought]
    return (*here, *sorted([*from_elsewhere, *new], key=lambda row: row.id))


def _said(row: Row) -> Row:
    fields: tuple[Brought, ...] = ("standing", "note", "manager")
    for field in fields:
        if not _is_empty(getattr(row, field)):
            row = replace(row, brought=_with(row, field))
    return row


def _row(mine: Row, theirs: Row, conflicts: Conflicts, own: bool) -> Row:
    """Merge what is said of a row; what it rests on stays as it is here.

    ``own`` tells whether the other file may have words of the plan's owner: a copy as it was given
    out has none that are new.
    """
    fields: tuple[Said, ...] = ("standing", "note", "manager") if own else ("manager",)
    for field in fields:
        mine = _field(mine, theirs, field, conflicts)
    if "row" in mine.brought:
        mine = _structure(mine, theirs)
    return mine


def _structure(mine: Row, theirs: Row) -> Row:
    """Let a row that came from elsewhere rest on the same text whichever file came first."""
    keys = ("statement", "aims", "dimension", "subject", "verdict", "before", "why", "allowed")
    keys = (*keys, "essential", "weight", "changed", "was")  # type: ignore[assignment]
    chosen = min(mine, theirs, key=lambda row: _order([getattr(row, key) for key in keys]))
    return replace(mine, **{key: getattr(chosen, key) for key in keys})


def _field(mine: Row, theirs: Row, field: Said, conflicts: Conflicts) -> Row:
    here, there = getattr(mine, field), getattr(theirs, field)
    if here == there or _is_empty(there):
        return mine
    if _is_empty(here):
        known = conflicts.get((mine.id, field))
        if known and _value(field, there) in known.values:
            return mine  # was turned down before
        return replace(mine, brought=_with(mine, field), **{field: there})
    values = _value(field, here), _value(field, there)
    _join(conflicts, Conflict(about=mine.id, field=field, values=values))
    conflict = conflicts[mine.id, field]
    if field in mine.brought and not conflict.settled:
        return replace(mine, **{field: getattr(conflict.values[0], field)})
    return mine


def _items(
    mine: Iterable[AnyItem],
    theirs: Iterable[AnyItem],
    field: Field,
    conflicts: Conflicts,
    gone: set[str],
) -> tuple[AnyItem, ...]:
    found = {item.id: item for item in mine if item.id not in gone}
    for item in theirs:
        if item.id in gone:
            continue
        here = found.get(item.id)
        if here is None:
            found[item.id] = replace(item, brought=True)
        elif _bare(here) != _bare(item):
            values = _value(field, _bare(here)), _value(field, _bare(item))
            _join(conflicts, Conflict(about=item.id, field=field, values=values))
            conflict = conflicts[item.id, field]
            if here.brought and not conflict.settled:
                first: AnyItem = getattr(conflict.values[0], field)
                found[item.id] = replace(first, brought=True)
    order: list[AnyItem] = sorted(found.values(), key=lambda one: one.id if one.brought else "")
    return tuple(sorted(order, key=lambda one: one.brought))


def _join(conflicts: Conflicts, new: Conflict) -> None:
    """Add the values of a conflict to those known; a settled one opens again only for a value that
    is new.
    """
    key = new.about, new.field
    known = conflicts.get(key)
    values = {_order(value): value for value in (*(known.values if known else ()), *new.values)}
    ordered = tuple(values[order] for order in sorted(values))
    if known is None:
        settled = new.settled
    elif len(ordered) == len(known.values):
        settled = known.settled
    else:
        settled = known.settled and new.settled and len(ordered) == len(new.values)
    conflicts[key] = Conflict(about=new.about, field=new.field, values=ordered, settled=settled)


def _value(field: Field, value: object) -> Value:
    return Value(**{field: value})  # type: ignore[arg-type]


def _bare(item: AnyItem) -> AnyItem:
    return replace(item, brought=False)


def _order(value: object) -> bytes:
    return msgspec.json.encode(value)


def _with(row: Row, field: Brought) -> tuple[Brought, ...]:
    return tuple(sorted({*row.brought, field}))


def _is_empty(value: object) -> bool:
    return value is None or value == "" or value is Standing.UNSAID
