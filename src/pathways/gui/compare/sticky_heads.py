"""A slim bar that says which column is whose, once the heads have been scrolled away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pathways.gui.compare.columns import Columns
from pathways.gui.shell.theme import BODY, Theme


class StickyHeads(QWidget):
    """Show the nodes' titles over their columns."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._titles: Sequence[str] = ()
        self._columns: Columns | None = None
        self._left = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_heads(
        self, titles: Sequence[str], columns: Columns | None, left: int, theme: Theme
    ) -> None:
        """Show titles over columns that begin ``left`` pixels from the bar's edge."""
        self._titles, self._columns, self._left, self._theme = titles, columns, left, theme
        self.setAccessibleName(" → ".join(titles))
        self.update()

    def height_wanted(self) -> int:
        """Return the bar's height in pixels."""
        return self._theme.text_px() + self._theme.space(16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the titles and the line under them."""
        painter = QPainter(self)
        theme = self._theme
        painter.fillRect(self.rect(), QColor(theme.window))
        painter.setPen(QPen(QColor(theme.control_line), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self._columns is None:
            return
        painter.setPen(QColor(theme.text))
        painter.setFont(theme.font(BODY, bold=True))
        if self._columns.stacked:
            place = QRectF(self._left, 0, self.width() - self._left, self.height() - 1)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, " → ".join(self._titles))
            return
        for title, left in zip(self._titles, self._columns.lefts, strict=False):
            place = QRectF(self._left + left, 0, self._columns.width, self.height() - 1)
            words = painter.fontMetrics().elidedText(
                title, Qt.TextElideMode.ElideRight, int(place.width())
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
