"""What is asked about a piece of evidence, an action, an agreement or the manager's view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from pathways.compare.clause import main_clause
from pathways.gui.dialogs.question_dialog import Answers, FormField, QuestionDialog, refused_by
from pathways.gui.shell.theme import Theme
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

Edit = edits.AnyEdit


def ask_evidence(
    parent: QWidget, theme: Theme, plan: Plan, rows: Sequence[str], old: Evidence | None
) -> Edit | None:
    """Return the edit that adds or changes a piece of evidence; None for none."""
    found = old or Evidence(id="new", rows=tuple(rows), result="")
    fields = [
        FormField("result", _("&Result: what came of it"), found.result, "text"),
        FormField("situation", _("&Situation"), found.situation, "text"),
        FormField("task", _("&Task: what was to be done"), found.task, "text"),
        FormField("action", _("&Action: what I did"), found.action, "text"),
        FormField("date", _("&Date"), found.date, "day"),
        FormField("links", _("&Files that show it, one a line"), "\n".join(found.links), "text"),
        FormField("confirmed_by", _("Who &confirms it"), found.confirmed_by),
        FormField("confirmed_on", _("C&onfirmed on"), found.confirmed_on, "day"),
        _rows_field(plan, found.rows),
    ]

    def edit(made: Plan, values: Answers) -> Plan:
        values = {
            **values,
            "links": tuple(values["links"].splitlines()),
            "rows": tuple(values["rows"]),
        }
        return _put(made, msgspec.structs.replace(found, **values), new=old is None)

    title = _("Evidence") if old else _("Add evidence")
    return _ask(parent, theme, plan, title, fields, edit)


def ask_action(
    parent: QWidget, theme: Theme, plan: Plan, rows: Sequence[str], old: Action | None
) -> Edit | None:
    """Return the edit that adds or changes an action; None for none."""
    found = old or Action(id="new", rows=tuple(rows), do="")
    kinds = tuple((kind.value, kind.word or _("any")) for kind in ActionKind)
    fields = [
        FormField("do", _("&What I do"), found.do, "text"),
        FormField("kind", _("&Kind"), found.kind.value, "choice", (kinds[-1], *kinds[:-1])),
        FormField("by", _("&By when"), found.by, "day"),
        FormField("with_whom", _("With w&hom"), found.with_whom),
        _rows_field(plan, found.rows),
    ]

    def edit(made: Plan, values: Answers) -> Plan:
        values = {**values, "kind": ActionKind(values["kind"]), "rows": tuple(values["rows"])}
        return _put(made, msgspec.structs.replace(found, **values), new=old is None)

    return _ask(parent, theme, plan, _("Action") if old else _("Add an action"), fields, edit)


def ask_agreement(
    parent: QWidget,
    theme: Theme,
    plan: Plan,
    rows: Sequence[str],
    old: Agreement | None,
    today: str,
) -> Edit | None:
    """Return the edit that adds or changes what was agreed; None for none."""
    found = old or Agreement(id="new", text="", rows=tuple(rows), date=today)
    fields = [
        FormField("text", _("&What we agreed"), found.text, "text"),
        FormField("date", _("&Date"), found.date, "day"),
        _rows_field(plan, found.rows),
    ]

    def edit(made: Plan, values: Answers) -> Plan:
        values = {**values, "rows": tuple(values["rows"])}
        return _put(made, msgspec.structs.replace(found, **values), new=old is None)

    return _ask(parent, theme, plan, _("What we agreed"), fields, edit)


def ask_view(parent: QWidget, theme: Theme, plan: Plan, row_id: str, today: str) -> Edit | None:
    """Return the edit that writes down what the manager says of a row; None for none."""
    old = plan.row_of[row_id].manager or View(date=today)
    standings = tuple((standing.value, f"{standing.sign} {standing.word}") for standing in Standing)
    fields = [
        FormField("standing", _("&My manager says"), old.standing.value, "choice", standings),
        FormField("note", _("&Note"), old.note, "text"),
        FormField("who", _("Ma&nager"), old.who),
        FormField("date", _("&Date"), old.date, "day"),
    ]

    def edit(made: Plan, values: Answers) -> Plan:
        view = View(**{**values, "standing": Standing(values["standing"])})
        return edits.set_view(made, row_id, view)

    return _ask(parent, theme, plan, _("My manager’s view"), fields, edit)


def ask_weight(parent: QWidget, theme: Theme, plan: Plan, row_id: str) -> Edit | None:
    """Return the edit that says how much a row weighs; None for none."""
    choices = (("0", _("none")), *((str(n), str(n)) for n in range(1, 10)))
    now = str(plan.row_of[row_id].weight)
    fields = [FormField("weight", _("&Weight, from 1 to 9"), now, "choice", choices)]

    def edit(made: Plan, values: Answers) -> Plan:
        return edits.weigh(made, [row_id], int(values["weight"]))

    return _ask(parent, theme, plan, _("How much it weighs for me"), fields, edit)


def ask_use_evidence(parent: QWidget, theme: Theme, plan: Plan, row_id: str) -> Edit | None:
    """Return the edit by which evidence that is there serves another row, too; None for none."""
    others = [piece for piece in plan.evidence if row_id not in piece.rows]
    choices = tuple((piece.id, main_clause(piece.result)) for piece in others)
    fields = [FormField("pieces", _("&Evidence that also shows this"), (), "ticks", choices)]

    def edit(made: Plan, values: Answers) -> Plan:
        for piece_id in values["pieces"]:
            piece = edits.evidence_in(made, piece_id)
            new = msgspec.structs.replace(piece, rows=(*piece.rows, row_id))
            made = edits.change_item(made, new)
        return made

    return _ask(parent, theme, plan, _("Use existing evidence"), fields, edit)


def item_of(plan: Plan, item_id: str) -> Any:
    """Return a piece of evidence, an action or an agreement by its id; None where it is gone."""
    return next((item for item in plan.items if item.id == item_id), None)


def _rows_field(plan: Plan, rows: Sequence[str]) -> FormField:
    """Offer the statements that something may be about, those that it is about first."""
    known = [plan.row_of[row] for row in rows if row in plan.row_of]
    others = [row for row in plan.asked if row not in known]
    choices = tuple(
        (row.id, f"{row.subject}: {main_clause(row.text)}") for row in [*known, *others]
    )
    return FormField("rows", _("Statements that it &is about"), tuple(rows), "ticks", choices)


def _put(plan: Plan, item: AnyItem, *, new: bool) -> Plan:
    return edits.add_item(plan, item) if new else edits.change_item(plan, item)


def _ask(
    parent: QWidget,
    theme: Theme,
    plan: Plan,
    title: str,
    fields: Sequence[FormField],
    edit: Callable[[Plan, Answers], Plan],
) -> Edit | None:
    refusal = refused_by(lambda found: edit(plan, found))
    values = QuestionDialog.ask(parent, theme, title, fields, refusal=refusal)
    return None if values is None else lambda made: edit(made, values)
