"""The menu that says which verdicts of a comparison are shown: it stays open while one ticks."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from pathways.compare.change import Verdict
from pathways.gui.shell.session import Session
from pathways.gui.widgets.plain_text import set_tip
from pathways.gui.widgets.ticking_menu import TickingMenu
from pathways.i18n import _


class VerdictsMenu(TickingMenu):
    """Tick verdicts; the last one cannot be unticked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(_("Verdicts"), parent)
        self._session = session

    def refresh(self) -> None:
        """List what can happen to a statement."""
        self.clear()
        hidden = self._session.hidden_verdicts
        for verdict in Verdict:
            if verdict is Verdict.NOT_STATED:  # dimensions only
                continue
            words, shown = f"{verdict.sign} {verdict.word}", verdict not in hidden
            set_tip(self._add_tick(words, verdict.value, ticked=shown), verdict.explanation)
        self.addSeparator()
        every = self.addAction(_("Show all"))
        every.setEnabled(bool(hidden))
        self._guard_last()

    def _on_triggered(self, action: QAction) -> None:
        if not action.isCheckable():
            self._session.hide_verdicts(())
            return
        self._session.hide_verdicts(Verdict(value) for value in self._unticked())
        self._guard_last()
