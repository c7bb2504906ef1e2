"""A vacancy chain as a picture: who moves where, what falls vacant, and where it is advertised."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from pathways.gui.shell.theme import SMALL, Theme
from pathways.gui.widgets.arranged import ArrangedWidget
from pathways.i18n import _
from pathways.right_to_left import isolated

_ACROSS = 210  # the least width of a box at 100 %


@dataclass(frozen=True)
class Box:
    """A box of the chain: a line above, its title, and lines below; ``open`` for a vacant post."""

    above: str
    title: str
    below: str
    open: bool = False


class ChainView(ArrangedWidget):
    """Draw boxes in rows that turn at the edge, as one reads a path, with arrows between them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chain")
        self._theme = theme
        self._boxes: tuple[Box, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme."""
        self._theme = theme
        self.arrange()

    def show_boxes(self, boxes: tuple[Box, ...]) -> None:
        """Show another chain."""
        self._boxes = boxes
        self.setAccessibleName(_("The chain"))
        said = [" ".join(filter(None, (box.above, box.title, box.below))) for box in boxes]
        self.setAccessibleDescription("; ".join(said))
        self.arrange()

    def sizeHint(self) -> QSize:
        """Return the size for the present width."""
        return QSize(self._theme.px(2 * _ACROSS), self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint boxes and arrows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = [self._place(number) for number in range(len(self._boxes))]
        for box, place in zip(self._boxes, places, strict=True):
            self._paint_box(painter, box, place)
        for one, other in pairwise(places):
            self._paint_arrow(painter, one, other)

    def arrange(self) -> None:
        """Be as high as the chains need."""
        self.setFixedHeight(self._height())
        self.updateGeometry()
        self.update()

    def _across(self) -> int:
        return max(1, min(3, self.width() // max(1, self._theme.px(_ACROSS))))

    def _box_height(self) -> int:
        return self._theme.px(74)

    def _gap(self) -> int:
        return self._theme.px(34)

    def _height(self) -> int:
        rows = -(-len(self._boxes) // self._across())
        return max(1, rows * (self._box_height() + self._gap()))

    def _place(self, number: int) -> QRectF:
        across, gap = self._across(), self._gap()
        row, column = divmod(number, across)
        if row % 2:  # back again, so that each arrow is short
            column = across - 1 - column
        width = (self.width() - gap * (across - 1) - 2) / across
        high = self._box_height()
        return QRectF(1 + column * (width + gap), row * (high + gap) + 1, width, high)

    def _paint_box(self, painter: QPainter, box: Box, place: QRectF) -> None:
        theme = self._theme
        pen = QPen(QColor(theme.control_line), theme.edge)
        if box.open:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(place, 8, 8)
        edge = theme.space(10)
        inner = place.adjusted(edge, theme.space(6), -edge, -theme.space(4))
        y = inner.y()
        for words, font, ink in (
            (box.above, theme.font(SMALL), theme.quiet_text),
            (box.title, theme.font(bold=True), theme.text),
            (box.below, theme.font(SMALL), theme.text),
        ):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(
                isolated(words), Qt.TextElideMode.ElideRight, int(inner.width())
            )
            painter.drawText(
                QRectF(inner.x(), y, inner.width(), metrics.height()),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                shown,
            )
            y += metrics.height() + theme.space(3)

    def _paint_arrow(self, painter: QPainter, one: QRectF, other: QRectF) -> None:
        space = self._theme.px(5)
        if abs(one.y() - other.y()) > 1:
            start = QPointF(one.center().x(), one.bottom() + space)
            end = QPointF(one.center().x(), other.top() - space)
        elif other.x() > one.x():
            start, end = (
                QPointF(one.right() + space, one.center().y()),
                QPointF(other.left() - space, one.center().y()),
            )
        else:
            start, end = (
                QPointF(one.left() - space, one.center().y()),
                QPointF(other.right() + space, one.center().y()),
            )
        painter.setPen(QPen(QColor(self._theme.text), 1.5 * self._theme.edge))
        painter.drawLine(start, end)
        painter.setBrush(QColor(self._theme.text))
        painter.drawPolygon(_head(start, end, self._theme.px(5)))


def _head(start: QPointF, end: QPointF, size: int) -> QPolygonF:
    along = end - start
    length = max(1.0, (along.x() ** 2 + along.y() ** 2) ** 0.5)
    unit = QPointF(along.x() / length, along.y() / length)
    back = QPointF(end.x() - unit.x() * size, end.y() - unit.y() * size)
    side = QPointF(-unit.y() * size * 0.7, unit.x() * size * 0.7)
    return QPolygonF([end, back + side, back - side])
