"""What is asked about a piece of evidence, an action, an agreement or the manager's view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from pathways.compare.clause import main_clause
from pathways.gui.dialogs.form_dialog import Field, FormDialog, Values
from pathways.i18n import _
from pathways.model.plan import (
    Action,
    ActionKind,
    Agreement,
    AnyItem,
    Evidence,
    Plan,
    Standing,
    View,
)
from pathways.planning import edits

_DAY = "2026-11-21"
Edit = edits.AnyEdit


def ask_evidence(
    parent: QWidget, plan: Plan, rows: Sequence[str], old: Evidence | None
) -> Edit | None:
    """Return the edit that adds or changes a piece of evidence; None for none."""
    found = old or Evidence(id="new", rows=tuple(rows), result="")
    fields = [
        Field("result", _("&Result: what came of it"), "text", found.result),
        Field("situation", _("&Situation"), "text", found.situation),
        Field("task", _("&Task: what was to be done"), "text", found.task),
        Field("action", _("&Action: what I did"), "text", found.action),
        Field("date", _("&Date"), "line", found.date, _DAY),
        Field("links", _("&Files that show it, one a line"), "text", "\n".join(found.links)),
        Field("confirmed_by", _("Who &confirms it"), "line", found.confirmed_by),
        Field("confirmed_on", _("C&onfirmed on"), "line", found.confirmed_on, _DAY),
        _rows_field(plan, found.rows),
    ]

    def edit(made: Plan, values: Values) -> Plan:
        values = {
            **values,
            "links": tuple(values["links"].splitlines()),
            "rows": tuple(values["rows"]),
        }
        return _put(made, msgspec.structs.replace(found, **values), new=old is None)

    title = _("Evidence") if old else _("Add evidence")
    return _ask(parent, plan, title, fields, edit)


def ask_action(parent: QWidget, plan: Plan, rows: Sequence[str], old: Action | None) -> Edit | None:
    """Return the edit that adds or changes an action; None for none."""
    found = old or Action(id="new", rows=tuple(rows), do="")
    kinds = tuple((kind.value, kind.word or _("any")) for kind in ActionKind)
    fields = [
        Field("do", _("&What I do"), "text", found.do),
        Field("kind", _("&Kind"), "choice", found.kind.value, "", (kinds[-1], *kinds[:-1])),
        Field("by", _("&By when"), "line", found.by, _DAY),
        Field("with_whom", _("With w&hom"), "line", found.with_whom),
        _rows_field(plan, found.rows),
    ]

    def edit(made: Plan, values: Values) -> Plan:
        values = {**values, "kind": ActionKind(values["kind"]), "rows": tuple(values["rows"])}
        return _put(made, msgspec.structs.replace(found, **values), new=old is None)

    return _ask(parent, plan, _("Action") if old else _("Add an action"), fields, edit)


def ask_agreement(
    parent: QWidget, plan: Plan, rows: Sequence[str], old: Agreement | None, today: str
) -> Edit | None:
    """Return the edit that adds or changes what was agreed; None for none."""
    found = old or Agreement(id="new", text="", rows=tuple(rows), date=today)
    fields = [
        Field("text", _("&What we agreed"), "text", found.text),
        Field("date", _("&Date"), "line", found.date, _DAY),
        _rows_field(plan, found.rows),
    ]

    def edit(made: Plan, values: Values) -> Plan:
        values = {**values, "rows": tuple(values["rows"])}
        return _put(made, msgspec.structs.replace(found, **values), new=old is None)

    return _ask(parent, plan, _("What we agreed"), fields, edit)


def ask_view(parent: QWidget, plan: Plan, row_id: str, today: str) -> Edit | None:
    """Return the edit that writes down what the manager says of a row; None for none."""
    old = plan.row_of[row_id].manager or View(date=today)
    fields = [
        Field(
            "standing",
            _("&My manager says"),
            "choice",
            old.standing.value,
            "",
            tuple((standing.value, f"{standing.sign} {standing.word}") for standing in Standing),
        ),
        Field("note", _("&Note"), "text", old.note),
        Field("who", _("Ma&nager"), "line", old.who),
        Field("date", _("&Date"), "line", old.date, _DAY),
    ]

    def edit(made: Plan, values: Values) -> Plan:
        view = View(**{**values, "standing": Standing(values["standing"])})
        return edits.set_view(made, row_id, view)

    return _ask(parent, plan, _("My manager’s view"), fields, edit)


def ask_weight(parent: QWidget, plan: Plan, row_id: str) -> Edit | None:
    """Return the edit that says how much a row weighs; None for none."""
    choices = (("0", _("none")), *((str(n), str(n)) for n in range(1, 10)))
    now = str(plan.row_of[row_id].weight)
    fields = [Field("weight", _("&Weight, from 1 to 9"), "choice", now, "", choices)]

    def edit(made: Plan, values: Values) -> Plan:
        return edits.weigh(made, [row_id], int(values["weight"]))

    return _ask(parent, plan, _("How much it weighs for me"), fields, edit)


def ask_use_evidence(parent: QWidget, plan: Plan, row_id: str) -> Edit | None:
    """Return the edit by which evidence that is there serves another row, too; None for none."""
    others = [piece for piece in plan.evidence if row_id not in piece.rows]
    choices = tuple((piece.id, main_clause(piece.result)) for piece in others)
    fields = [Field("pieces", _("&Evidence that also shows this"), "ticks", (), "", choices)]

    def edit(made: Plan, values: Values) -> Plan:
        for piece_id in values["pieces"]:
            piece = edits.evidence_in(made, piece_id)
            new = msgspec.structs.replace(piece, rows=(*piece.rows, row_id))
            made = edits.change_item(made, new)
        return made

    return _ask(parent, plan, _("Use existing evidence"), fields, edit)


def item_of(plan: Plan, item_id: str) -> Any:
    """Return a piece of evidence, an action or an agreement by its id; None where it is gone."""
    return next((item for item in plan.items if item.id == item_id), None)


def _rows_field(plan: Plan, rows: Sequence[str]) -> Field:
    """Offer the statements that something may be about, those that it is about first."""
    known = [plan.row_of[row] for row in rows if row in plan.row_of]
    others = [row for row in plan.asked if row not in known]
    choices = tuple(
        (row.id, f"{row.subject}: {main_clause(row.text)}") for row in [*known, *others]
    )
    return Field("rows", _("Statements that it &is about"), "ticks", tuple(rows), "", choices)


def _put(plan: Plan, item: AnyItem, *, new: bool) -> Plan:
    return edits.add_item(plan, item) if new else edits.change_item(plan, item)


def _ask(
    parent: QWidget,
    plan: Plan,
    title: str,
    fields: Sequence[Field],
    edit: Callable[[Plan, Values], Plan],
) -> Edit | None:
    values = FormDialog.ask(parent, title, fields, check=lambda found: edit(plan, found))
    return None if values is None else lambda made: edit(made, values)
