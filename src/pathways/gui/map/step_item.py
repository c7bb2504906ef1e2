"""A step on the map: a line with an arrow head, as thick as the step is big."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from pathways.gui.map.look import TARGET, Look
from pathways.gui.map.step_style import Stroke, arrow, draw_step, half_head

THIN, THICK, UNKNOWN = 2.0, 8.0, 2.0  # pixels, at 100 % text
_LIT = 3.0  # the least that a line on the way is thick
_BEND = 14.0  # radius of a bend in a line


def thickness(size: int | None, largest: int) -> float:
    """Return how thick the line of a step is: by the root of its size, so that small steps can be
    told apart.
    """
    if size is None or largest <= 0:
        return UNKNOWN
    return THIN + (THICK - THIN) * math.sqrt(min(size, largest) / largest)


class StepItem(QGraphicsItem):
    """Draw one step along the points of the layout, each kind of move in its way.

    States: plain, lit (on the way between the chosen, or on the route), hovered. Beside a route the
    boxes are quiet; the lines are not, since their thickness and their words say how much changes.
    """

    def __init__(self, source: str, target: str, look: Look) -> None:
        super().__init__()
        self.source, self.target = source, target
        self.stroke = Stroke()
        self.label = ""
        self._labels: Sequence[str] = ()
        self.width = UNKNOWN
        self.lit = False
        self.hovered = False
        self._look = look
        self._path = QPainterPath()
        self._head = QPolygonF()
        self._points: tuple[QPointF, ...] = ()
        self.label_box = QRectF()  # in scene pixels; empty where there is no label
        self._clear = 0.0
        self._bounds = QRectF()  # asked for at every paint, of every line
        self.setZValue(0)

    def route(self, points: Sequence[QPointF], clear: float, look: Look) -> None:
        """Run the line along ``points``, in scene pixels; ``clear`` of its end, there is no box
        above it.
        """
        self._look = look
        self._points = tuple(points)
        self._clear = clear
        self._rebuild()

    def describe(self, *, stroke: Stroke, labels: Sequence[str], width: float) -> None:
        """Set how the line looks; the first of ``labels`` that there is room for stands beside it,
        else the last.
        """
        if (stroke, labels, width) != (self.stroke, self._labels, self.width):
            self.stroke, self._labels, self.width = stroke, labels, width
            self._rebuild()

    def show_state(self, *, lit: bool) -> None:
        """Set whether the step lies on the way that is shown."""
        if lit != self.lit:
            self.lit = lit
            self._raise()

    def set_hovered(self, hovered: bool) -> None:
        """Set whether the mouse is over the line."""
        if hovered != self.hovered:
            self.hovered = hovered
            self._raise()

    def boundingRect(self) -> QRectF:
        """Return the line with its head and label."""
        return self._bounds

    def shape(self) -> QPainterPath:
        """Return what can be hit: a band around the line that is wide enough for a finger."""
        stroker = QPainterPathStroker()
        stroker.setWidth(max(TARGET, self._look.grown(self.width)))
        band = stroker.createStroke(self._path)
        band.addRect(self.label_box)
        return band

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the line, its head and its label."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        colour = look.colour("accent" if self.lit else "text" if self.hovered else "control_line")
        width = max(self.width, _LIT) if self.lit else self.width
        draw_step(painter, self._path, self._head, look, self.stroke, colour=colour, width=width)
        if self.label:
            self._paint_label(painter)

    def _paint_label(self, painter: QPainter) -> None:
        look = self._look
        painter.setPen(
            look.colour("accent_ink" if self.lit else "text" if self.hovered else "quiet_text")
        )
        painter.setFont(look.line_font)
        painter.drawText(self.label_box, int(Qt.AlignmentFlag.AlignCenter), self.label)

    def _raise(self) -> None:
        self.setZValue(1 if self.lit or self.hovered else 0)
        self.update()

    def _rebuild(self) -> None:
        self.prepareGeometryChange()
        self._path, self._head, self.label_box = QPainterPath(), QPolygonF(), QRectF()
        if len(self._points) < 2:
            return
        points = list(self._points)
        points[-1], self._head = arrow(points[-2], points[-1], self.width, self.stroke, self._look)
        self._path = _rounded(points, self._look.grown(_BEND))
        self._place_label()
        reach = max(self._look.grown(self.width), TARGET / 2) + self._look.grown(4)
        self._bounds = (
            self._path.boundingRect().adjusted(-reach, -reach, reach, reach).united(self.label_box)
        )
        self.update()

    def _place_label(self) -> None:
        """Put the label right of a straight line, above the last level part of any other."""
        look = self._look
        widths = {
            text: look.line_metrics.horizontalAdvance(text) + look.grown(8) for text in self._labels
        }
        self.label, self.label_box = next(iter(widths), ""), QRectF()
        if not self.label:
            return
        height = look.line_metrics.height()
        first, last = self._points[-3:-1] if len(self._points) > 2 else self._points
        if len(self._points) == 2:
            middle = (first + last) / 2
            left = middle.x() + look.grown(self.width / 2 + 7)
            self.label_box = QRectF(left, middle.y() - height / 2, widths[self.label], height)
            return
        # Steps that share a line part just before their targets: that is where each has room for
        # its own label.
        run = last.x() - first.x()
        back = min(abs(run) / 2, self._clear)
        room = 2 * (back - look.grown(half_head(self.width, self.stroke) + 2))
        self.label = next((text for text in self._labels if widths[text] <= room), self._labels[-1])
        x = last.x() - math.copysign(back, run)
        width = widths[self.label]
        self.label_box = QRectF(x - width / 2, last.y() - height, width, height)


def _rounded(points: Sequence[QPointF], radius: float) -> QPainterPath:
    """Return a path through ``points`` with its corners rounded."""
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        path.lineTo(start)
        path.quadTo(corner, end)
    path.lineTo(points[-1])
    return path


def _towards(corner: QPointF, other: QPointF, radius: float) -> QPointF:
    run = other - corner
    length = math.hypot(run.x(), run.y()) or 1.0
    return corner + run * (min(radius, length / 2) / length)
