"""Small signs drawn with lines, in the colours of the theme: they stay sharp at every size."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from pathways import paths

# Polylines on a 16 x 16 grid; each inner tuple is drawn without lifting the pen.
_THICKNESS = 1.6  # of a stroke, on a grid of 16 by 16
_STROKES: Mapping[str, tuple[tuple[tuple[float, float], ...], ...]] = MappingProxyType(
    {
        "back": (((10, 3), (5, 8), (10, 13)),),
        "forward": (((6, 3), (11, 8), (6, 13)),),
        "down": (((4, 6), (8, 10.5), (12, 6)),),
        "folded": (((6, 4), (10.5, 8), (6, 12)),),
        "swap": (((2, 5.5), (14, 5.5), (11, 2.5)), ((14, 10.5), (2, 10.5), (5, 13.5))),
        "remove": (((4, 4), (12, 12)), ((12, 4), (4, 12))),
        "add": (((8, 3), (8, 13)), ((3, 8), (13, 8))),
        "box": (((2.5, 2.5), (13.5, 2.5), (13.5, 13.5), (2.5, 13.5), (2.5, 2.5)),),
        "ticked": (
            ((2.5, 2.5), (13.5, 2.5), (13.5, 13.5), (2.5, 13.5), (2.5, 2.5)),
            ((5, 8.2), (7.3, 10.5), (11.2, 5.5)),
        ),
        "map": (
            ((3, 3), (3, 13)),
            ((3, 3), (8, 3)),
            ((3, 13), (8, 13)),
            ((11, 8), (3, 8)),
            ((8, 3), (13, 5.5)),
        ),
    }
)


def draw_sign(painter: QPainter, name: str, place: QRectF, colour: QColor) -> None:
    """Draw a sign into ``place``."""
    side = min(place.width(), place.height())
    corner = place.center() - QPointF(side / 2, side / 2)
    pen = QPen(colour, _THICKNESS * side / 16)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in _STROKES[name]:
        points = [corner + QPointF(x, y) * side / 16 for x, y in stroke]
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        painter.drawPath(path)


def sign_icon(name: str, colour: str, side: int, *, off: str | None = None) -> QIcon:
    """Return a sign as an icon; ``off`` is its colour on a control that cannot be used."""
    icon = QIcon(_pixmap(name, colour, side))
    if off:
        icon.addPixmap(_pixmap(name, off, side), QIcon.Mode.Disabled)
    return icon


def window_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(paths.resources() / "icons" / "pathways.png"))


def _pixmap(name: str, colour: str, side: int) -> QPixmap:
    pixmap = QPixmap(side * 2, side * 2)  # twice the size, for screens that have more pixels
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_sign(painter, name, QRectF(0, 0, side, side), QColor(colour))
    painter.end()
    return pixmap
