"""Edits of a plan: each returns another plan, or the very same where nothing changes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

import msgspec

from pathways.errors import UsageError
from pathways.i18n import _
from pathways.model.library import unknown
from pathways.model.plan import (
    Action,
    ActionKind,
    Agreement,
    AnyItem,
    Conflict,
    Evidence,
    Item,
    Plan,
    Row,
    Standing,
    View,
)
from pathways.planning.text import a_day, cleaned, one_line

replace = msgspec.structs.replace
AnyEdit = Callable[[Plan], Plan]
_FIELD: dict[type[Item], str] = {Evidence: "evidence", Action: "actions", Agreement: "agreed"}


def rename(plan: Plan, name: str) -> Plan:
    """Give the plan a name, or none."""
    return _changed(plan, name=one_line(name))


def set_standing(plan: Plan, rows: Sequence[str], standing: Standing) -> Plan:
    """Say how far the person shows what the rows ask for; in a copy it is the manager who says
    it.
    """
    if plan.copy:
        return _own(plan, rows, "manager", lambda row: _view(plan, row, standing=standing))
    return _own(plan, rows, "standing", lambda row: replace(row, standing=standing))


def set_note(plan: Plan, rows: Sequence[str], note: str) -> Plan:
    """Write a note to the rows; in a copy it is the manager's."""
    note = cleaned(note)
    if plan.copy:
        return _own(plan, rows, "manager", lambda row: _view(plan, row, note=note))
    return _own(plan, rows, "note", lambda row: replace(row, note=note))


def set_view(plan: Plan, row_id: str, view: View | None) -> Plan:
    """Write down what the manager says of a row, as in a meeting; None or an empty view takes it
    back.
    """
    found = view or None
    if found:
        found = replace(
            found, note=cleaned(found.note), who=one_line(found.who), date=a_day(found.date)
        )
    return _own(plan, [row_id], "manager", lambda row: replace(row, manager=found))


def weigh(plan: Plan, rows: Sequence[str], weight: int) -> Plan:
    """Say how much rows weigh for the person, from 1 to 9; 0 says nothing."""
    if not 0 <= weight <= 9:
        raise UsageError(_("A weight is a whole number from 1 to 9, or 0 for none."))
    return _each(plan, rows, lambda row: replace(row, weight=weight))


def accept_text(plan: Plan, rows: Sequence[str]) -> Plan:
    """Say that the person has seen how the texts of rows have changed; what is gone stays gone."""

    def seen(row: Row) -> Row:
        return row if row.changed == "gone" else replace(row, changed="", was="")

    return _each(plan, rows, seen)


def set_reviews(plan: Plan, days: Iterable[str]) -> Plan:
    """Set the days on which the plan is to be looked at again."""
    return _changed(plan, reviews=tuple(sorted({a_day(day) for day in days} - {""})))


def add_evidence(
    plan: Plan,
    rows: Sequence[str],
    result: str,
    *,
    situation: str = "",
    task: str = "",
    action: str = "",
    date: str = "",
    links: Iterable[str] = (),
) -> Plan:
    """Add a piece of evidence that serves one or more rows."""
    new = Evidence(
        id="new",
        rows=tuple(rows),
        result=result,
        situation=situation,
        task=task,
        action=action,
        date=date,
        links=tuple(links),
    )
    return _added(plan, new)


def add_action(
    plan: Plan,
    rows: Sequence[str],
    do: str,
    *,
    kind: ActionKind = ActionKind.UNSAID,
    by: str = "",
    with_whom: str = "",
) -> Plan:
    """Add something to do about one or more rows."""
    new = Action(id="new", rows=tuple(rows), do=do, kind=kind, by=by, with_whom=with_whom)
    return _added(plan, new)


def add_item(plan: Plan, item: AnyItem) -> Plan:
    """Add a piece of evidence, an action or an agreement; its id is given to it here."""
    return _added(plan, replace(item, id="new"))


def change_item(plan: Plan, item: AnyItem) -> Plan:
    """Put a piece of evidence, an action or an agreement in the place of the one of its id."""
    items: tuple[AnyItem, ...] = getattr(plan, _FIELD[type(item)])
    known = {one.id: one for one in items}
    if item.id not in known:
        raise UsageError(unknown(_("entry"), item.id, known))
    new = _checked(plan, item)
    if replace(known[item.id], brought=False) == replace(new, brought=False):
        return plan
    new = replace(new, brought=False)
    changed = tuple(new if one.id == item.id else one for one in items)
    return _changed(plan, **{_FIELD[type(item)]: changed})


def set_done(plan: Plan, action_id: str, done: bool) -> Plan:
    """Say that an action is done, or that it is not."""
    return change_item(plan, replace(_action_in(plan, action_id), done=done))


def remove_item(plan: Plan, item_id: str) -> Plan:
    """Take a piece of evidence, an action or an agreement out; no copy brings it back."""
    kept = {
        field: tuple(one for one in getattr(plan, field) if one.id != item_id)
        for field in _FIELD.values()
    }
    if all(kept[field] == getattr(plan, field) for field in kept):
        known = [item.id for item in plan.items]
        raise UsageError(unknown(_("entry"), item_id, known))
    conflicts = tuple(one for one in plan.conflicts if one.about != item_id)
    removed = tuple(sorted({*plan.removed, item_id}))
    return _changed(plan, **kept, removed=removed, conflicts=conflicts)


def choose(plan: Plan, conflict: Conflict, number: int) -> Plan:
    """Settle a conflict by taking the value of that number, from 0."""
    value = conflict.values[number]
    changed = tuple(
        replace(one, settled=True) if _same(one, conflict) else one for one in plan.conflicts
    )
    plan = _changed(plan, conflicts=changed)
    if conflict.field in ("standing", "note", "manager"):
        new = {conflict.field: getattr(value, conflict.field)}
        return _own(plan, [conflict.about], conflict.field, lambda row: replace(row, **new))
    return change_item(plan, getattr(value, conflict.field))


def _action_in(plan: Plan, action_id: str) -> Action:
    """Return the action of that id; raise UsageError where there is none."""
    known = {action.id: action for action in plan.actions}
    if action_id not in known:
        raise UsageError(unknown(_("action"), action_id, known))
    return known[action_id]


def evidence_in(plan: Plan, evidence_id: str) -> Evidence:
    """Return the evidence of that id; raise UsageError where there is none."""
    known = {evidence.id: evidence for evidence in plan.evidence}
    if evidence_id not in known:
        raise UsageError(unknown(_("evidence"), evidence_id, known))
    return known[evidence_id]


def row_in(plan: Plan, row_id: str) -> Row:
    """Return the row of that id, or of that number in the list from 1; raise UsageError where
    there is none.
    """
    if row_id in plan.row_of:
        return plan.row_of[row_id]
    if row_id.isdecimal() and 1 <= int(row_id) <= len(plan.asked):
        return plan.asked[int(row_id) - 1]
    raise UsageError(unknown(_("row"), row_id, plan.row_of))


def _view(
    plan: Plan, row: Row, *, standing: Standing | None = None, note: str | None = None
) -> Row:
    old = row.manager or View()
    new = replace(
        old,
        standing=old.standing if standing is None else standing,
        note=old.note if note is None else note,
        who=old.who or (plan.copy.who if plan.copy else ""),
    )
    return replace(row, manager=new if new else None)


def _own(
    plan: Plan,
    rows: Sequence[str],
    field: Literal["standing", "note", "manager"],
    edit: Callable[[Row], Row],
) -> Plan:
    """Edit a field of rows: it is the person's own word then, and settles what was in conflict."""

    def own(row: Row) -> Row:
        new = edit(row)
        left = tuple(one for one in new.brought if one != field)
        return (
            new if new == row and field not in in_conflict[row.id] else replace(new, brought=left)
        )

    wanted = {row_in(plan, row).id for row in rows}
    in_conflict = {
        row: {one.field for one in plan.open_conflicts if one.about == row} for row in wanted
    }
    conflicts = tuple(
        replace(one, settled=True) if one.about in wanted and one.field == field else one
        for one in plan.conflicts
    )
    return _changed(_each(plan, rows, own), conflicts=conflicts)


def _each(plan: Plan, rows: Sequence[str], edit: Callable[[Row], Row]) -> Plan:
    wanted = {row_in(plan, row).id for row in rows}
    changed = tuple(edit(row) if row.id in wanted else row for row in plan.rows)
    return _changed(plan, rows=changed)


def _added(plan: Plan, item: AnyItem) -> Plan:
    field = _FIELD[type(item)]
    new = _checked(plan, item)
    new = replace(new, id=_free_id(plan, field, new))
    items: tuple[Item, ...] = getattr(plan, field)
    return _changed(plan, **{field: (*items, new)})


def _checked(plan: Plan, item: AnyItem) -> AnyItem:
    """Return an item with its texts cleaned; raise UsageError where it says nothing, or speaks of
    rows that are not there.
    """
    rows = tuple(dict.fromkeys(row_in(plan, row).id for row in item.rows))
    if not rows and not isinstance(item, Agreement):
        raise UsageError(_("Say which rows this is about."))
    cleaner: Callable[[AnyItem], AnyItem] = _CLEANERS[type(item)]
    return cleaner(replace(item, rows=rows))


def _cleaned_action(action: Action) -> Action:
    do = cleaned(action.do)
    if not do:
        raise UsageError(_("Say what is to be done."))
    return replace(action, do=do, by=a_day(action.by), with_whom=one_line(action.with_whom))


def _cleaned_agreement(agreement: Agreement) -> Agreement:
    text = cleaned(agreement.text)
    if not text:
        raise UsageError(_("Say what was agreed."))
    return replace(agreement, text=text, date=a_day(agreement.date))


def _cleaned_evidence(evidence: Evidence) -> Evidence:
    result = cleaned(evidence.result)
    if not result:
        raise UsageError(_("Say what the result was: the result is what counts as evidence."))
    links = (one_line(link) for link in evidence.links)
    return replace(
        evidence,
        result=result,
        situation=cleaned(evidence.situation),
        task=cleaned(evidence.task),
        action=cleaned(evidence.action),
        date=a_day(evidence.date),
        links=tuple(dict.fromkeys(link for link in links if link)),
        confirmed_by=one_line(evidence.confirmed_by),
        confirmed_on=a_day(evidence.confirmed_on),
    )


_CLEANERS: dict[type[Item], Callable[[Any], Any]] = {
    Evidence: _cleaned_evidence,
    Action: _cleaned_action,
    Agreement: _cleaned_agreement,
}


def _free_id(plan: Plan, field: str, item: Item) -> str:
    """Return an id that no other entry has or had: made of what it says, so that two copies of a
    plan do not give one id to different things.
    """
    taken = {one.id for one in plan.items} | set(plan.removed)
    content = msgspec.json.encode(replace(item, id="new", brought=False)).decode()
    whole = f"{plan.copy.seal if plan.copy else ''} {content}"
    digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
    stem = {"evidence": "e", "actions": "a", "agreed": "g"}[field] + f"-{digest[:6]}"
    number, candidate = 1, stem
    while candidate in taken:
        number += 1
        candidate = f"{stem}-{number}"
    return candidate


def _same(one: Conflict, other: Conflict) -> bool:
    return (one.about, one.field) == (other.about, other.field)


def _changed(plan: Plan, **values: object) -> Plan:
    if all(getattr(plan, key) == value for key, value in values.items()):
        return plan
    return replace(plan, **values)
