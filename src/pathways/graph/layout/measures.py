"""How large the parts of the map are."""

from __future__ import annotations

import msgspec

READABLE = 0.8  # maps are not drawn smaller than this unasked
# how much of a map that fits in width has to be seen at once, for scrolling it to be no burden
_SCREENS = 0.2


def worth(across: float, down: float) -> float:
    """Say how well a map fits its room, by the room's width and height beside its own; 1 is best.

    That is how large it can be drawn. Where it cannot be read then, a map that is only scrolled up
    and down is better than one that is scrolled both ways.
    """
    scale = min(across, down, 1.0)
    if scale < READABLE <= across and down >= _SCREENS:
        return max(scale, READABLE - 0.1 + 0.1 * down)
    return scale


class Measures(msgspec.Struct, frozen=True):
    """Lengths of the map at scale 1, in units of one pixel of a plain screen.

    ``height`` holds two lines of text, ``small_height`` one. ``gutter`` lies between two columns,
    ``gap`` between two boxes of a column, ``unjoined`` where no step leads from one to the other.
    ``header`` holds a lane's title and organisation, ``line`` is one line more, ``label`` holds one
    line of small text, ``letter`` is the width of one letter of a title. ``margin`` lies between
    boxes and lane's edge.
    """

    width: float = 208
    height: float = 44
    small_height: float = 28
    gap: float = 8
    unjoined: float = 8
    gutter: float = 32
    header: float = 40
    line: float = 16
    label: float = 20
    letter: float = 7
    margin: float = 8

    @property
    def pitch(self) -> float:
        """Return the distance from one column to the next."""
        return self.width + self.gutter

    def scaled(self, factor: float) -> Measures:
        """Return the same for text of another size."""
        return Measures(*(length * factor for length in msgspec.structs.astuple(self)))
