"""Lines under each other that can be pressed: what the lists of steps, of ways and of sentences
have in common.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.arranged import ArrangedWidget


class ListLine(QAbstractButton):
    """A line as high as its words need; the arrows walk, Enter presses."""

    walked = Signal(int)  # down (1) or up (-1)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def height_for(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        return QSize(self.width(), self.height_for(max(100, self.width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, go with Enter."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.walked.emit(1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.walked.emit(-1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what shows that the mouse is over the line, under its words."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.hover))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)

    def paint_ring(self, painter: QPainter) -> None:
        """Paint the ring of the keyboard, over the words."""
        if self.hasFocus():
            edge = 2 * self._theme.edge
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.focus), edge))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), 4, 4
            )


AnyLine = TypeVar("AnyLine", bound=ListLine)


class LineList(ArrangedWidget, Generic[AnyLine]):
    """Hold lines under each other; the arrows go from one to the next."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: list[AnyLine] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, lines: Sequence[AnyLine], theme: Theme) -> None:
        """Show other lines, made as children of this list."""
        self._theme = theme
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = list(lines)
        for line in self.lines:
            line.walked.connect(self._on_walked)
            line.show()
        self.arrange()

    def gap(self) -> int:
        """Return the room between two lines, in pixels."""
        return 0

    def arrange(self) -> None:
        """Place the lines for the present width."""
        y = 0
        for line in self.lines:
            height = line.height_for(self.width())
            line.setGeometry(0, y, self.width(), height)
            y += height + self.gap()
        self.setFixedHeight(max(1, y - self.gap()))

    def _on_walked(self, direction: int) -> None:
        at = next((n for n, line in enumerate(self.lines) if line is self.sender()), None)
        if at is not None and 0 <= at + direction < len(self.lines):
            self.lines[at + direction].setFocus(Qt.FocusReason.OtherFocusReason)
