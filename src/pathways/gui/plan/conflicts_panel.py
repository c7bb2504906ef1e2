"""What two files say differently, side by side, until somebody chooses."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from pathways.compare.clause import main_clause
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.plain_text import heard
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n
from pathways.model.plan import Action, Agreement, Conflict, Evidence, Plan, Standing, Value, View
from pathways.report.plan_list import action_line, evidence_line


class ConflictsPanel(QScrollArea):
    """Show each conflict with all its values; one press takes a value."""

    chosen = Signal(object, int)  # a Conflict, the number of the value
    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Differences to settle"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme

    def show_conflicts(self, plan: Plan) -> None:
        """Show what is open in a plan."""
        content = QWidget(self)
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, self._theme.space(12), 0)
        column.setSpacing(self._theme.space(8))
        back = QPushButton(_("Back to the list"), content)
        back.clicked.connect(self.back_asked)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        count = len(plan.open_conflicts)
        told = _n("{count} difference to settle", "{count} differences to settle", count)
        column.addWidget(wrapped_label("heading", content, told.format(count=count)))
        for conflict in plan.open_conflicts:
            column.addWidget(self._card(plan, conflict, content))
        column.addStretch(1)
        self.setWidget(content)

    def take_focus(self) -> None:
        """Give the keyboard to the first button."""
        content = self.widget()
        button = content.findChild(QPushButton) if content else None
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, plan: Plan, conflict: Conflict, content: QWidget) -> QFrame:
        card = QFrame(content)
        card.setProperty("look", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(self._theme.margins(12))
        column.setSpacing(self._theme.space(4))
        column.addWidget(wrapped_label("strong", card, _about_words(plan, conflict)))
        now = _value_now(plan, conflict)
        for number, value in enumerate(conflict.values):
            here = getattr(value, conflict.field) == now
            words = _value_words(value)
            told = _("In the plan now: {value}").format(value=words) if here else words
            column.addWidget(wrapped_label("", card, told))
            button = QPushButton(_("Keep this") if here else _("Take this"), card)
            button.setAccessibleName(heard(f"{button.text()}: {words}"))
            button.clicked.connect(
                lambda _on=False, which=number, what=conflict: self.chosen.emit(what, which)
            )
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card


def _about_words(plan: Plan, conflict: Conflict) -> str:
    """Say what a conflict is about."""
    row = plan.row_of.get(conflict.about)
    kinds = {
        "standing": _("My view of “{text}”"),
        "note": _("My note on “{text}”"),
        "manager": _("My manager’s view of “{text}”"),
        "evidence": _("Evidence"),
        "action": _("Action"),
        "agreed": _("What we agreed"),
    }
    return kinds[conflict.field].format(text=main_clause(row.text) if row else "")


def _value_words(value: Value) -> str:
    """Return one of the values in words."""
    told: Any = next(
        part for key in value.__struct_fields__ if (part := getattr(value, key)) is not None
    )
    if isinstance(told, Standing):
        return f"{told.sign} {told.word}"
    if isinstance(told, View):
        view = f"{told.standing.sign} {told.standing.word}"
        if told.note:
            view = _("{standing}: “{note}”").format(standing=view, note=told.note)
        return _("{view} ({who})").format(view=view, who=told.who) if told.who else view
    if isinstance(told, Evidence):
        return evidence_line(told)
    if isinstance(told, Action):
        return action_line(told)
    return told.text if isinstance(told, Agreement) else str(told)


def _value_now(plan: Plan, conflict: Conflict) -> object:
    if conflict.field in ("standing", "note", "manager"):
        row = plan.row_of.get(conflict.about)
        return getattr(row, conflict.field) if row else None
    item = next((item for item in plan.items if item.id == conflict.about), None)
    if item is None:
        return None
    import msgspec

    return msgspec.structs.replace(item, brought=False)
