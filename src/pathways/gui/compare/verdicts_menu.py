"""The menu that says which verdicts of a comparison are shown: it stays open while one ticks."""

from __future__ import annotations

from PySide6.QtGui import QAction, QGuiApplication
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
        self.setLayoutDirection(QGuiApplication.layoutDirection())
        self.aboutToShow.connect(self.refresh)
        self.triggered.connect(self._on_triggered)

    def refresh(self) -> None:
        """List what can happen to a statement."""
        self.clear()
        for verdict in Verdict:
            if verdict is Verdict.NOT_STATED:  # dimensions only
                continue
            action = self.addAction(f"{verdict.sign} {verdict.word}")
            set_tip(action, verdict.explanation)
            action.setCheckable(True)
            action.setChecked(verdict not in self._session.hidden_verdicts)
            action.setData(verdict.value)
        self.addSeparator()
        every = self.addAction(_("Show all"))
        every.setEnabled(bool(self._session.hidden_verdicts))
        self._guard()

    def _ticks(self) -> list[QAction]:
        return [action for action in self.actions() if action.isCheckable()]

    def _guard(self) -> None:
        ticked = [action for action in self._ticks() if action.isChecked()]
        for action in self._ticks():
            action.setEnabled(len(ticked) > 1 or action not in ticked)

    def _on_triggered(self, action: QAction) -> None:
        if not action.isCheckable():
            self._session.hide_verdicts(())
            return
        self._session.hide_verdicts(
            Verdict(each.data()) for each in self._ticks() if not each.isChecked()
        )
        self._guard()
