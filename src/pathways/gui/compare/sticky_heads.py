"""A slim bar that says which column is whose, and of which subject the lines are, once the heads
have been scrolled away.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pathways.gui.compare.columns import Columns
from pathways.gui.shell.theme import BODY, SMALL, Theme
from pathways.gui.widgets.plain_text import heard
from pathways.right_to_left import isolated


class StickyHeads(QWidget):
    """Show the nodes' titles over their columns, and the subject over them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._titles: Sequence[str] = ()
        self._subject = ""
        self._columns: Columns | None = None
        self._left = 0
        self._low = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def subject(self) -> str:
        """Return the dimension whose lines stand under the bar, "" for none."""
        return self._subject

    def show_heads(
        self, titles: Sequence[str], columns: Columns | None, left: int, theme: Theme
    ) -> None:
        """Show titles over columns that begin ``left`` pixels from the bar's edge."""
        self._titles, self._columns, self._left, self._theme = titles, columns, left, theme
        self._name()
        self.update()

    def show_subject(self, subject: str) -> None:
        """Name the dimension whose lines stand under the bar."""
        if subject != self._subject:
            self._subject = subject
            self._name()
            self.update()

    def set_low(self, low: bool) -> None:
        """Take one line for subject and titles where the page is low."""
        self._low = low
        self.update()

    def height_wanted(self) -> int:
        """Return the bar's height in pixels, the same with a subject and without."""
        return round(self._theme.space(10) + self._titles_height() + self._subject_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the subject, the titles under it, and the line under them."""
        painter = QPainter(self)
        theme = self._theme
        painter.fillRect(self.rect(), QColor(theme.window))
        painter.setPen(QPen(QColor(theme.control_line), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self._columns is None:
            return
        top = theme.space(4)
        room = self.width() - 2 * self._left
        if self._in_one_line:
            parts = (self._subject, " → ".join(self._titles))
            words = " · ".join(part for part in parts if part)
            self._write(painter, words, BODY, theme.text, (self._left, top, room))
            return
        place = (self._left, top, room)
        self._write(painter, self._subject, SMALL, theme.accent_ink, place)
        for title, left in zip(self._titles, self._columns.lefts, strict=False):
            place = (self._left + left, top + self._subject_height(), self._columns.width)
            self._write(painter, title, BODY, theme.text, place)

    @property
    def _in_one_line(self) -> bool:
        return self._low or self._columns is None or self._columns.stacked

    def _titles_height(self) -> int:
        return round(self._theme.text_px() * 1.3)

    def _subject_height(self) -> int:
        return 0 if self._in_one_line else round(self._theme.text_px(SMALL) * 1.3)

    def _name(self) -> None:
        titles = " → ".join(self._titles)
        told = f"{self._subject}. {titles}" if self._subject else titles
        self.setAccessibleName(heard(told))

    def _write(
        self, painter: QPainter, words: str, size: float, ink: str, place: tuple[int, int, int]
    ) -> None:
        """Write words in bold at left, top and width, shortened where they do not fit."""
        painter.setPen(QColor(ink))
        painter.setFont(self._theme.font(size, bold=True))
        left, top, width = place
        metrics = painter.fontMetrics()
        words = metrics.elidedText(isolated(words), Qt.TextElideMode.ElideRight, width)
        height = round(self._theme.text_px(size) * 1.3)
        painter.drawText(QRectF(left, top, width, height), Qt.AlignmentFlag.AlignVCenter, words)
