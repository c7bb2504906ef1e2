"""What each kind of move looks like: a line of its own, on the map and in the legend alike."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from pathways.gui.map.look import Look
from pathways.model.step import Step, StepKind

_APART = 1.8  # pixels between the two lines of a double one, at 100 % text


class Stroke(msgspec.Struct, frozen=True):
    """How a line is drawn: lengths of dashes and gaps in pixels at 100 % text, and what its arrow
    head is like.

    ``returning`` heads are open: one comes back from such a move.
    """

    dashes: tuple[float, ...] = ()
    double: bool = False
    returning: bool = False


STROKES: Mapping[StepKind, Stroke] = MappingProxyType(
    {
        StepKind.NEXT_GRADE: Stroke(),
        StepKind.ACROSS_ORGANISATIONS: Stroke((14.0, 4.0)),
        StepKind.CAREER_GRADED: Stroke(double=True),
        StepKind.ADVERTISED_VACANCY: Stroke((9.0, 3.0, 2.0, 3.0)),
        StepKind.ACTING_UP: Stroke((2.0, 2.5), returning=True),
        StepKind.SECONDMENT: Stroke((9.0, 3.0, 2.0, 3.0, 2.0, 3.0), returning=True),
    }
)
INDICATIVE = Stroke((6.0, 5.0))


def stroke_of(step: Step) -> Stroke:
    """Return what a step looks like; that no document states it comes first."""
    return INDICATIVE if step.indicative else STROKES[step.kind]


def half_head(width: float, stroke: Stroke) -> float:
    """Return half the breadth of the arrow head on a line of that width, in pixels at 100 %
    text.
    """
    return max(4.5, width * 0.5 + (4.5 if stroke.double else 3.0))


def draw_step(
    painter: QPainter,
    path: QPainterPath,
    head: QPolygonF,
    look: Look,
    stroke: Stroke,
    *,
    colour: QColor,
    width: float,
) -> None:
    """Draw a line of ``width`` pixels at 100 % text, and its head."""
    broad = look.grown(width + (_APART if stroke.double else 0))
    pen = QPen(colour, broad)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if stroke.dashes:  # Qt counts dashes in widths of the line
        pen.setDashPattern([look.grown(length) / broad for length in stroke.dashes])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(path)
    if stroke.double:
        inner = QPen(look.colour("surface"), look.grown(_APART))
        inner.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(inner)
        painter.drawPath(path)
    if stroke.returning:
        painter.setPen(QPen(colour, look.grown(1.6)))
        painter.setBrush(look.colour("surface"))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
    painter.drawPolygon(head)


def arrow(
    foot_from: QPointF, tip: QPointF, width: float, stroke: Stroke, look: Look
) -> tuple[QPointF, QPolygonF]:
    """Return where a line ends at the foot of its arrow head, and the head at ``tip``."""
    run = tip - foot_from
    length = (run.x() ** 2 + run.y() ** 2) ** 0.5 or 1.0
    along = run / length
    across = QPointF(-along.y(), along.x())
    half = look.grown(half_head(width, stroke))
    foot = tip - along * min(half * 1.3, length)
    return foot, QPolygonF([tip, foot + across * half, foot - across * half])
