"""The menu that says which moves a way may have: it stays open while one ticks."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from pathways.gui.shell.route_choice import RouteChoice
from pathways.gui.widgets.ticking_menu import TickingMenu
from pathways.i18n import _, capitalised
from pathways.model.step import StepKind


class MovesMenu(TickingMenu):
    """Tick the kinds of moves that are allowed; the last one cannot be unticked."""

    def __init__(self, route: RouteChoice, parent: QWidget | None = None) -> None:
        super().__init__(_("Moves"), parent)
        self._route = route

    def refresh(self) -> None:
        """List the kinds of moves that the open frameworks have."""
        self.clear()
        route = self._route
        for kind in route.kinds:
            words = capitalised(kind.word)
            self._add_tick(words, kind.value, ticked=kind not in route.excluded)
        self.addSeparator()
        suggested = _("Steps that no document states (suggested)")
        self._suggested = self._add_tick(suggested, "", ticked=route.indicative)
        every = self.addAction(_("Include all kinds of move"))
        every.setEnabled(route.limited)
        self._guard_last()

    def _on_triggered(self, action: QAction) -> None:
        if not action.isCheckable():
            self._route.allow((), indicative=True)
            return
        self._guard_last()
        excluded = [StepKind(kind) for kind in self._unticked()]
        self._route.allow(excluded, self._suggested.isChecked())
