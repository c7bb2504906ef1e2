"""A line of words that is shortened where there is no room; its tip has all of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from pathways.gui.widgets.plain_text import Label, set_tip


class ElidedLabel(Label):
    """Show one line; a screen reader says the whole of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""

    @property
    def whole(self) -> str:
        """Return all the words."""
        return self._whole

    def setText(self, words: str) -> None:
        """Show words, or their beginning."""
        self._whole = " ".join(words.split())
        self.setAccessibleName(self._whole)
        self._elide()

    def sizeHint(self) -> QSize:
        """Return the room that all the words take on one line."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few letters."""
        self.ensurePolished()
        return QSize(self.fontMetrics().averageCharWidth() * 4, self.fontMetrics().height() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        """Show as much as fits in another size of type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(0, self.width())
        )
        super().setText(shown)
        set_tip(self, self._whole if shown != self._whole else "")
