"""Widgets that lay themselves out by their width."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class ArrangedWidget(QWidget):
    """Arrange what is on it whenever it has another width."""

    def arrange(self) -> None:
        """Lay out what is on it for its width: each kind knows how."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()
