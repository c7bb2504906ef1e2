"""How large the parts of the map are."""

from __future__ import annotations

import msgspec


class Measures(msgspec.Struct, frozen=True):
    """Lengths of the map at scale 1, in units of one pixel of a plain screen.

    ``height`` holds two lines of text, ``small_height`` one. ``gutter`` lies between two columns, ``gap`` between two
    boxes of a column. ``header`` holds a lane's title and organisation, ``line`` is one line more, ``label`` holds one
    line of small text, ``letter`` is the width of one letter of a title. ``margin`` lies between boxes and lane's edge.
    """

    width: float = 208
    height: float = 44
    small_height: float = 28
    gap: float = 8
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
