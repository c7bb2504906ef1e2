"""The menu that says which moves a way may have: it stays open while one ticks."""

from __future__ import annotations

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from pathways.gui.shell.route_choice import RouteChoice
from pathways.gui.widgets.ticking_menu import TickingMenu
from pathways.i18n import _
from pathways.model.step import StepKind


class MovesMenu(TickingMenu):
    """Tick the kinds of moves that are allowed; the last one cannot be unticked."""

    def __init__(self, route: RouteChoice, parent: QWidget | None = None) -> None:
        super().__init__(_("Moves"), parent)
        self._route = route
        self.setLayoutDirection(QGuiApplication.layoutDirection())  # not that of the button
        self.aboutToShow.connect(self.refresh)
        self.triggered.connect(self._on_triggered)

    def refresh(self) -> None:
        """List the kinds of moves that the open frameworks have."""
        self.clear()
        route = self._route
        for kind in route.kinds:
            action = self.addAction(kind.word[:1].upper() + kind.word[1:])
            action.setCheckable(True)
            action.setChecked(kind not in route.excluded)
            action.setData(kind.value)
        self.addSeparator()
        stated = self.addAction(_("Steps that no document states (suggested)"))
        stated.setCheckable(True)
        stated.setChecked(route.indicative)
        stated.setData("")
        every = self.addAction(_("Include all kinds of move"))
        every.setEnabled(route.limited)
        self._guard()

    def _kinds(self) -> list[QAction]:
        return [action for action in self.actions() if action.isCheckable() and action.data()]

    def _guard(self) -> None:
        ticked = [action for action in self._kinds() if action.isChecked()]
        for action in self._kinds():
            action.setEnabled(len(ticked) > 1 or action not in ticked)

    def _on_triggered(self, action: QAction) -> None:
        if not action.isCheckable():
            self._route.allow((), indicative=True)
            return
        excluded = [StepKind(each.data()) for each in self._kinds() if not each.isChecked()]
        indicative = next(a for a in self.actions() if a.isCheckable() and not a.data()).isChecked()
        self._guard()
        self._route.allow(excluded, indicative)
