"""How much room text takes on paper: enough for every writer, none of which can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pathways.report import blocks
from pathways.report.options import SheetOptions

POINT = 0.3528  # millimetres
_PITCH = 1.2  # from line to line, in relation to the type
_APART = 0.3  # ... and beside that between two lines of a cell
LONG, SHORT = 297, 210  # millimetres of the paper
MARGIN, _FOOT = 18, 24  # millimetres at the head and the sides; the foot holds the footer
_CELL = 1.2  # above and below the text of a cell, beyond what the pitch of lines has
_SIDES = 4.6  # at the sides of it
_NARROW = frozenset("ijltfrI.,;:'’|!()[] -")
_WIDE = frozenset("mwMWQOG@%—…")


def type_in_tables(columns: int) -> float:
    """Return how large the type in a table of a compact sheet is, in relation to the text."""
    return 0.92 if columns >= 3 else 1.0


class Paper(NamedTuple):
    """The part of a page that is written on, in millimetres, and the type in points."""

    width: float
    height: float
    size: float

    @classmethod
    def compact(cls, options: SheetOptions, *, wide: bool = False) -> Paper:
        """Return the paper of a compact sheet."""
        across, down = (LONG, SHORT) if options.landscape(wide) else (SHORT, LONG)
        return cls(across - 2 * MARGIN, down - MARGIN - _FOOT, options.text_size * blocks.COMPACT)

    def lines(self, height: float, factor: float = 1.0) -> int:
        """Return how many lines of type go into a height in millimetres."""
        return max(0, int(height / (self.size * factor * POINT * _PITCH)))

    def text_height(self, text: str, width: float, factor: float = 1.0) -> float:
        """Return how high a text stands, in millimetres, set to a width in millimetres; lines of
        its own stand a little apart.
        """
        size = self.size * factor
        lines = text.split("\n")
        count = sum(line_count(line, width / (size * POINT)) for line in lines)
        return (count * _PITCH + (len(lines) - 1) * _APART) * size * POINT

    def row_height(self, cells: Sequence[str], widths: Sequence[float]) -> float:
        """Return how high a row of a table stands, in millimetres, as its columns are."""
        factor = type_in_tables(len(widths))
        heights = [
            self.text_height(text, width - _SIDES, factor)
            for text, width in zip(cells, widths, strict=True)
        ]
        return max(heights) + _CELL


def line_count(text: str, width: float) -> int:
    """Return how many lines a text takes; ``width`` is in units of the type's size.

    It is an estimate on the safe side for Arial-like letters, bold ones too.
    """
    lines, room = 1, width
    for word in text.split():
        length = text_width(word)
        if length > room and room < width:
            lines, room = lines + 1, width
        while length > width:
            lines, length = lines + 1, length - width
        room -= length + 0.3
    return lines


def text_width(text: str) -> float:
    """Return how wide a text in one line is, in units of the type's size, on the safe side."""
    return sum(map(_letter, text))


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.33
    if letter in _WIDE:
        return 0.9
    return 0.72 if letter.isupper() else 0.57
