"""Where a card over the map goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

_TRIES = 8  # places, each way


def best_place(room: QRectF, size: QPointF, about: QRectF, taken: Sequence[QRectF]) -> QRectF:
    """Return where a card hides the least of what is ``taken`` and least of all what it is
    ``about``.
    """
    return min(_places(room, size, about), key=lambda place: _cost(place, taken, about))


def _places(room: QRectF, size: QPointF, about: QRectF) -> list[QRectF]:
    """Return where a card of that size may go: beside what it is about, and all over the room."""
    width, height = min(size.x(), room.width()), min(size.y(), room.height())
    across = [about.right() + 16, about.left() - 16 - width]
    across += [room.left() + (room.width() - width) * part / _TRIES for part in range(_TRIES + 1)]
    down = [min(max(about.center().y() - height / 2, room.top()), room.bottom() - height)]
    down += [room.top() + (room.height() - height) * part / _TRIES for part in range(_TRIES + 1)]
    inside = [x for x in across if room.left() - 1 <= x <= room.right() - width + 1]
    return [QRectF(x, y, width, height) for x in inside for y in down]


def _cost(place: QRectF, taken: Sequence[QRectF], about: QRectF) -> float:
    """Weigh a place: what it hides counts most, then how far it is from what it is about."""

    def hidden(other: QRectF) -> float:
        both = place.intersected(other)
        return max(0.0, both.width()) * max(0.0, both.height())

    away = place.center() - about.center()
    return (
        sum(hidden(other) for other in taken) * 10
        + 1000 * hidden(about)
        + abs(away.x())
        + abs(away.y())
    )
