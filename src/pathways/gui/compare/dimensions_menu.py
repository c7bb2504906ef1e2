"""The menu that says what of a comparison is shown: it stays open while one ticks."""

from __future__ import annotations

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from pathways.gui.compare.verdicts_menu import VerdictsMenu
from pathways.gui.shell.session import Session
from pathways.gui.widgets.plain_text import action_words, set_tip
from pathways.gui.widgets.ticking_menu import TickingMenu
from pathways.i18n import _


class DimensionsMenu(TickingMenu):
    """Tick dimensions; the last one cannot be unticked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(_("Filter"), parent)
        self._session = session
        self.setLayoutDirection(
            QGuiApplication.layoutDirection()
        )  # not that of the button, whose sign is behind
        self.verdicts = VerdictsMenu(session, self)
        self.aboutToShow.connect(self.refresh)
        self.triggered.connect(self._on_triggered)
        session.dimensions_changed.connect(self._on_dimensions_changed)

    def refresh(self) -> None:
        """List the dimensions that the chosen nodes state something on."""
        self.clear()
        hidden = self._session.hidden_dimensions
        for dimension in self._session.library.dimensions_of(self._session.chosen):
            action = self.addAction(action_words(dimension.title))
            action.setCheckable(True)
            action.setChecked(dimension.id not in hidden)
            action.setData(dimension.id)
        self.addSeparator()
        every = self.addAction(_("Show all"))
        every.setData("")
        self.addMenu(self.verdicts)
        self._guard()

    def _ticks(self) -> list[QAction]:
        return [action for action in self.actions() if action.isCheckable()]

    def _guard(self) -> None:
        ticked = [action for action in self._ticks() if action.isChecked()]
        for action in self._ticks():
            action.setEnabled(len(ticked) > 1 or action not in ticked)
            set_tip(
                action, "" if action.isEnabled() else _("At least one dimension is always shown")
            )

    def _on_triggered(self, action: QAction) -> None:
        if action.parent() is self.verdicts:  # its own menu does it
            return
        if not action.isCheckable():
            self._session.hide_dimensions(())
            return
        self._session.hide_dimensions(each.data() for each in self._ticks() if not each.isChecked())

    def _on_dimensions_changed(self) -> None:
        hidden = self._session.hidden_dimensions
        for action in self._ticks():
            action.setChecked(action.data() not in hidden)
        self._guard()
