"""The ways between two nodes, of which one is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from pathways.gui.theme import BODY, Theme
from pathways.gui.widgets.text_block import Paragraph, TextBlock


class WayLine(QAbstractButton):
    """Show one way in words, as long as they are; the one that is looked at is ticked."""

    walked = Signal(int)

    def __init__(self, words: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._block = TextBlock([Paragraph(words, theme.font(BODY), QColor(theme.text))])
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def height_for(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        return max(24, round(self._block.lay_out(width - self._left() - 4)) + 2 * self._theme.space(3))

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        return QSize(self.width(), self.height_for(max(100, self.width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, take with Enter or Space."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.walked.emit(1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.walked.emit(-1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ring, filled where it is ticked, and the words."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        radius = theme.px(7)
        top = theme.space(3)
        centre = QPointF(theme.space(6) + radius, top + theme.text_px() * 0.7)
        painter.setPen(QPen(QColor(theme.accent if self.isChecked() else theme.control_line), 1.5 * theme.edge))
        painter.setBrush(QColor(theme.surface))
        painter.drawEllipse(centre, radius, radius)
        if self.isChecked():
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(centre, radius * 0.5, radius * 0.5)
        self._block.paint(painter, self._left(), top)
        if self.hasFocus():
            edge = 2 * theme.edge
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), edge))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), 4, 4)

    def _left(self) -> int:
        return self._theme.space(6) + 2 * self._theme.px(7) + self._theme.space(8)


class WayList(QWidget):
    """List the ways where there are several."""

    taken = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: list[WayLine] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ways(self, words: Sequence[str], number: int, theme: Theme) -> None:
        """Show other ways, with that of the number ticked; the keyboard stays where it was."""
        at = next((n for n, line in enumerate(self.lines) if line.hasFocus()), None)
        self._theme = theme
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = [WayLine(way, theme, self) for way in words]
        for place, line in enumerate(self.lines):
            line.setChecked(place == number)
            line.clicked.connect(lambda _on=False, taken=place: self.taken.emit(taken))
            line.walked.connect(self._on_walked)
            line.show()
        self.arrange()
        if at is not None and at < len(self.lines):
            self.lines[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self) -> None:
        """Place the ways for the present width."""
        y = 0
        for line in self.lines:
            height = line.height_for(self.width())
            line.setGeometry(0, y, self.width(), height)
            y += height
        self.setFixedHeight(max(1, y))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def _on_walked(self, direction: int) -> None:
        line = self.sender()
        if isinstance(line, WayLine):
            at = self.lines.index(line) + direction
            if 0 <= at < len(self.lines):
                self.lines[at].setFocus(Qt.FocusReason.OtherFocusReason)
