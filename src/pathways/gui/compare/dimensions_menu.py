"""The menu that says what of a comparison is shown: it stays open while one ticks."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from pathways.gui.compare.verdicts_menu import VerdictsMenu
from pathways.gui.shell.session import Session
from pathways.gui.widgets.plain_text import action_words
from pathways.gui.widgets.ticking_menu import TickingMenu
from pathways.i18n import _


class DimensionsMenu(TickingMenu):
    """Tick dimensions; the last one cannot be unticked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        why_last = _("At least one dimension is always shown")
        super().__init__(_("Filter"), parent, why_last=why_last)
        self._session = session
        self.verdicts = VerdictsMenu(session, self)
        session.dimensions_changed.connect(self._on_dimensions_changed)

    def refresh(self) -> None:
        """List the dimensions that the chosen nodes state something on."""
        self.clear()
        hidden = self._session.hidden_dimensions
        for dimension in self._session.library.dimensions_of(self._session.chosen):
            words = action_words(dimension.title)
            self._add_tick(words, dimension.id, ticked=dimension.id not in hidden)
        self.addSeparator()
        self.addAction(_("Show all"))
        self.addMenu(self.verdicts)
        self._guard_last()

    def _on_triggered(self, action: QAction) -> None:
        if action.parent() is self.verdicts:  # its own menu does it
            return
        if not action.isCheckable():
            self._session.hide_dimensions(())
            return
        self._session.hide_dimensions(self._unticked())

    def _on_dimensions_changed(self) -> None:
        hidden = self._session.hidden_dimensions
        for action in self._ticks():
            action.setChecked(action.data() not in hidden)
        self._guard_last()
