"""What is selected of the texts on a sheet: from a place in one to a place in another."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")


class Spot(NamedTuple):
    """A place in a text: the row in which the text stands, and the character."""

    row: int
    offset: int


class Selection(NamedTuple):
    """What is selected in one column, from where it was begun to where it has come."""

    column: int
    anchor: Spot
    cursor: Spot

    @property
    def first(self) -> Spot:
        """Return where it begins."""
        return min(self.anchor, self.cursor)

    @property
    def last(self) -> Spot:
        """Return where it ends."""
        return max(self.anchor, self.cursor)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is selected yet."""
        return self.anchor == self.cursor

    def to(self, cursor: Spot) -> Selection:
        """Return it with another end."""
        return self._replace(cursor=cursor)

    def part_in(self, row: int, length: int) -> tuple[int, int] | None:
        """Return which characters are selected of a text of that length, None for none."""
        if not self.first.row <= row <= self.last.row:
            return None
        start = self.first.offset if row == self.first.row else 0
        end = self.last.offset if row == self.last.row else length
        return (start, min(end, length)) if start < end else None


def word_around(text: str, offset: int) -> tuple[int, int]:
    """Return where the word around a place of a text begins and ends."""
    for found in _WORD.finditer(text):
        if found.start() <= offset <= found.end():
            return found.span()
    return offset, min(len(text), offset + 1)


def next_word(text: str, offset: int) -> int:
    """Return where the next word ends."""
    found = _WORD.search(text, offset)
    return found.end() if found else len(text)


def previous_word(text: str, offset: int) -> int:
    """Return where the word before begins."""
    starts = [found.start() for found in _WORD.finditer(text) if found.start() < offset]
    return starts[-1] if starts else 0
