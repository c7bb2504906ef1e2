"""Everything that a plan says about a person, and how it is taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from pathways.errors import UsageError
from pathways.i18n import _
from pathways.model.plan import Conflict, Plan, Row, Value, View
from pathways.planning.names_in_text import NamesInText
from pathways.planning.text import one_line

replace = msgspec.structs.replace
Edit = Callable[[str], str]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A place in a plan that names a person: what it is, and what it says there."""

    where: str
    text: str


def everything_about(plan: Plan, name: str) -> tuple[Mention, ...]:
    """Return every place in the plan that names a person, in the order of the plan; what the
    documents say is not looked through.

    Raise UsageError for an empty name.
    """
    names = _names(name)
    return tuple(one for one in _texts(plan) if names.are_in(one.text))


def without_person(plan: Plan, name: str) -> Plan:
    """Return the plan without a person: the name is taken out of every text that somebody wrote,
    and what the person said as a manager goes altogether.
    """
    names = _names(name)

    def edit(text: str) -> str:
        return names.replaced(text) if names.are_in(text) else text

    return _rewritten(plan, edit, names.are_in)


def without_notes(plan: Plan) -> Plan:
    """Return the plan without the notes that its owner wrote to the rows."""
    rows = tuple(replace(row, note="", brought=_but(row, "note")) for row in plan.rows)
    conflicts = tuple(one for one in plan.conflicts if one.field != "note")
    found = replace(plan, rows=rows, conflicts=conflicts)
    return plan if found == plan else found


def names_in(plan: Plan) -> tuple[str, ...]:
    """Return the names that stand in the plan as names: whose it is, who confirmed, who takes
    part, who sees it otherwise.
    """
    found = [
        plan.name,
        *(plan.copy.who for _copy in [plan.copy] if plan.copy),
        *(row.manager.who for row in plan.rows if row.manager),
        *(evidence.confirmed_by for evidence in plan.evidence),
        *(action.with_whom for action in plan.actions),
    ]
    return tuple(dict.fromkeys(name for name in found if name))


def _names(name: str) -> NamesInText:
    """Find a name as whole words, however it is written: whatever the case, with its accents or
    without; not its parts, which may be words of their own.
    """
    asked = one_line(name)
    if not asked:
        raise UsageError(_("Say whose name it is."))
    return NamesInText([(asked, _("[name removed]"))], parts=False)


def _texts(plan: Plan) -> Iterator[Mention]:
    """Yield every text in the plan that somebody wrote."""
    yield from _mentions((_("name of the plan"), plan.name))
    if plan.copy:
        yield from _mentions((_("for whom the copy was made"), plan.copy.who))
    for row in plan.rows:
        about = _short(row.text)
        yield from _mentions((_("note on “{row}”").format(row=about), row.note))
        yield from _of_view(_("manager’s view of “{row}”").format(row=about), row.manager)
    for evidence in plan.evidence:
        where = _("evidence “{result}”").format(result=_short(evidence.result))
        texts = (evidence.result, evidence.situation, evidence.task, evidence.action)
        for text in (*texts, *evidence.links, evidence.confirmed_by):
            yield from _mentions((where, text))
    for action in plan.actions:
        where = _("action “{do}”").format(do=_short(action.do))
        yield from _mentions((where, action.do), (where, action.with_whom))
    for agreement in plan.agreed:
        yield from _mentions((_("agreed"), agreement.text))
    for conflict in plan.conflicts:
        for value in conflict.values:
            for text in _strings(msgspec.to_builtins(value)):
                yield from _mentions((_("a value in conflict"), text))


def _of_view(where: str, view: View | None) -> Iterator[Mention]:
    if view:
        yield from _mentions((where, view.who), (where, view.note))


def _mentions(*pairs: tuple[str, str]) -> Iterator[Mention]:
    for where, text in pairs:
        yield Mention(where=where, text=text)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list, tuple)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def _rewritten(plan: Plan, edit: Edit, of_person: Callable[[str], bool]) -> Plan:
    def name(text: str) -> str:  # a field for a name alone is emptied
        return "" if of_person(text) else text

    rows = tuple(_row(row, edit, of_person) for row in plan.rows)
    found = replace(
        plan,
        name=name(plan.name),
        copy=replace(plan.copy, who=name(plan.copy.who)) if plan.copy else None,
        rows=rows,
        evidence=tuple(
            replace(
                one,
                result=edit(one.result),
                situation=edit(one.situation),
                task=edit(one.task),
                action=edit(one.action),
                links=tuple(edit(link) for link in one.links),
                confirmed_by=name(one.confirmed_by),
            )
            for one in plan.evidence
        ),
        actions=tuple(
            replace(one, do=edit(one.do), with_whom=name(one.with_whom)) for one in plan.actions
        ),
        agreed=tuple(replace(one, text=edit(one.text)) for one in plan.agreed),
        conflicts=_conflicts(plan, of_person),
    )
    return plan if found == plan else found


def _row(row: Row, edit: Edit, of_person: Callable[[str], bool]) -> Row:
    manager = row.manager
    if manager and of_person(manager.who):
        return replace(row, note=edit(row.note), manager=None, brought=_but(row, "manager"))
    if manager:
        manager = replace(manager, note=edit(manager.note))
    return replace(row, note=edit(row.note), manager=manager)


def _conflicts(plan: Plan, of_person: Callable[[str], bool]) -> tuple[Conflict, ...]:
    """Leave out the values that name the person; one value alone is no conflict."""

    def clean(value: Value) -> bool:
        return not any(of_person(text) for text in _strings(msgspec.to_builtins(value)))

    kept = (
        replace(one, values=tuple(value for value in one.values if clean(value)))
        for one in plan.conflicts
    )
    return tuple(one for one in kept if len(one.values) > 1)


def _but(row: Row, field: str) -> tuple[Any, ...]:
    return tuple(one for one in row.brought if one != field)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
