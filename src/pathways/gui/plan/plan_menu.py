"""The button with what can be done with a whole plan."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.icons import sign_icon
from pathways.i18n import _
from pathways.model.plan import Plan


def entries() -> Iterator[tuple[str, str]]:
    """Yield the name and the words of each entry; "" draws a line."""
    yield "prepare_copy", _("Prepare a copy for my manager…")
    yield "bring_in", _("Bring in my manager’s answers…")
    yield "conflicts", _("Differences to settle…")
    yield "", ""
    yield "agree", _("Add what we agreed…")
    yield "set_reviews", _("Review dates…")
    yield "save_calendar", _("Dates for the calendar…")
    yield "", ""
    yield "meeting", _("Export the meeting sheet…")
    yield "pack", _("Export the application pack…")
    yield "", ""
    yield "carry", _("Update to the open framework")
    yield "rename", _("Name…")
    yield "tell_everything", _("Everything in this file about…")
    yield "remove_notes", _("Remove my notes…")
    yield "", ""
    yield "begin", _("Begin another plan…")
    yield "open", _("Open a plan…")
    yield "close", _("Close this plan")


class PlanMenu(QPushButton):
    """Offer what can be done with a plan; ``asked`` carries the entry's name."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Plan"), parent)
        self.setAccessibleDescription(_("What can be done with the whole plan"))
        menu = QMenu(self)
        menu.setLayoutDirection(QGuiApplication.layoutDirection())  # not that of the button
        self._actions: dict[str, QAction] = {}
        for name, words in entries():
            if not name:
                menu.addSeparator()
                continue
            action = menu.addAction(words)
            action.setObjectName(name)
            action.triggered.connect(lambda _on=False, wanted=name: self.asked.emit(wanted))
            self._actions[name] = action
        self.setMenu(menu)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        side = theme.px(16)
        self.setIcon(sign_icon("down", theme.text, side))
        self.setIconSize(QSize(side, side))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands behind the words

    def show_plan(self, plan: Plan) -> None:
        """Allow what makes sense with a plan."""
        self._actions["conflicts"].setEnabled(bool(plan.open_conflicts))
        for name in ("prepare_copy", "bring_in"):
            self._actions[name].setEnabled(plan.copy is None)
        dated = bool(plan.reviews) or any(one.by and not one.done for one in plan.actions)
        self._actions["save_calendar"].setEnabled(dated)
