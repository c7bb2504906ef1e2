"""A menu in which several things are ticked without its closing each time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from pathways.gui.widgets.plain_text import set_tip


class TickingMenu(QMenu):
    """Stay open while somebody ticks; of what is chosen from, one is always ticked: ``why_last``
    is its tip.
    """

    def __init__(self, title: str, parent: QWidget | None, *, why_last: str = "") -> None:
        super().__init__(title, parent)
        self._why_last = why_last
        # not that of the button, whose sign stands behind its words
        self.setLayoutDirection(QGuiApplication.layoutDirection())
        self.aboutToShow.connect(self.refresh)
        self.triggered.connect(self._on_triggered)

    def refresh(self) -> None:
        """List what can be ticked as it is now."""
        raise NotImplementedError

    def _on_triggered(self, action: QAction) -> None:
        raise NotImplementedError

    def _add_tick(self, words: str, value: str, *, ticked: bool) -> QAction:
        """Add a line to tick; one without a value is not among those that are chosen from."""
        action = self.addAction(words)
        action.setCheckable(True)
        action.setChecked(ticked)
        action.setData(value)
        return action

    def _ticks(self) -> list[QAction]:
        """Return what is chosen from."""
        return [action for action in self.actions() if action.isCheckable() and action.data()]

    def _unticked(self) -> list[str]:
        """Return the values of what is left out."""
        return [action.data() for action in self._ticks() if not action.isChecked()]

    def _guard_last(self) -> None:
        """Let the last tick not be taken away."""
        ticked = [action for action in self._ticks() if action.isChecked()]
        for action in self._ticks():
            action.setEnabled(len(ticked) > 1 or action not in ticked)
            if self._why_last:
                set_tip(action, "" if action.isEnabled() else self._why_last)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick without closing."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space or Enter without closing."""
        action = self.activeAction()
        ticking = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if ticking and action is not None and action.isCheckable():
            if action.isEnabled():
                action.trigger()
            return
        super().keyPressEvent(event)
