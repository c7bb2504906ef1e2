"""The ways between two nodes, of which one is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pathways.gui.shell.theme import BODY, Theme
from pathways.gui.widgets.line_list import LineList, ListLine
from pathways.gui.widgets.plain_text import heard
from pathways.gui.widgets.text_block import TextBlock, TextParagraph


class WayLine(ListLine):
    """Show one way in words, as long as they are; the one that is looked at is ticked."""

    def __init__(self, words: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._block = TextBlock([TextParagraph(words, theme.font(BODY), QColor(theme.text))])
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(heard(words))

    def height_for(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        return max(
            24, round(self._block.lay_out(width - self._left() - 4)) + 2 * self._theme.space(3)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ring, filled where it is ticked, and the words."""
        theme, painter = self._theme, QPainter(self)
        self.paint_ground(painter)
        radius = theme.px(7)
        top = theme.space(3)
        centre = QPointF(theme.space(6) + radius, top + theme.text_px() * 0.7)
        painter.setPen(
            QPen(QColor(theme.accent if self.isChecked() else theme.control_line), 1.5 * theme.edge)
        )
        painter.setBrush(QColor(theme.surface))
        painter.drawEllipse(centre, radius, radius)
        if self.isChecked():
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(centre, radius * 0.5, radius * 0.5)
        self._block.paint(painter, self._left(), top)
        self.paint_ring(painter)

    def _left(self) -> int:
        return self._theme.space(6) + 2 * self._theme.px(7) + self._theme.space(8)


class WayList(LineList[WayLine]):
    """List the ways where there are several."""

    taken = Signal(int)

    def show_ways(self, words: Sequence[str], number: int, theme: Theme) -> None:
        """Show other ways, with that of the number ticked; the keyboard stays where it was."""
        at = next((n for n, line in enumerate(self.lines) if line.hasFocus()), None)
        self.fill([self._line(way, place, theme) for place, way in enumerate(words)], theme)
        if self.lines:
            self.lines[number].setChecked(True)
        if at is not None and at < len(self.lines):
            self.lines[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, words: str, place: int, theme: Theme) -> WayLine:
        line = WayLine(words, theme, self)
        line.clicked.connect(lambda: self.taken.emit(place))
        return line
