"""How a table is laid out before anyone knows what it says: caption, rows of heads, the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from pathways.importing.cell_kinds import is_label, is_prose
from pathways.importing.cells import SourceCell
from pathways.importing.metadata import kind_of_key

Row = Sequence[SourceCell]
_MOST_CAPTIONS = 3
_ENOUGH_ROWS = 500  # to tell what a column holds


@dataclass(frozen=True)
class Above:
    """The heading under which a table stands, "" where there is none; ``known`` where it is the
    name of a dimension, ``rows_again`` and ``heads_again`` where another table of the document
    has the same first column, or the same first row.
    """

    text: str = ""
    known: bool = False
    rows_again: bool = False
    heads_again: bool = False

    @property
    def asks_again(self) -> bool:
        """Tell whether another table asks the same of the same levels, under another heading."""
        return bool(self.text) and not self.known and self.rows_again and self.heads_again

    def is_family(self, dimensions: int, rows: int) -> bool:
        """Tell whether the heading is whom the table is for: another table asks about the same
        subjects of the same levels, ``dimensions`` of them known ones.
        """
        return self.asks_again and dimensions > 0 and rows > 1


@dataclass(frozen=True)
class Layout:
    """One way to look at a table: rows that caption it, its heads, and a row over the heads.

    ``overs`` has for each column what the row over the heads says of it, "" where there is none.
    ``heads`` is empty where the first row is like all others.
    """

    captions: tuple[SourceCell, ...]
    over_cells: tuple[SourceCell, ...]
    overs: tuple[str, ...]
    heads: tuple[SourceCell, ...]
    body: tuple[tuple[SourceCell, ...], ...]
    above: Above = field(default_factory=Above)

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return max((len(row) for row in (self.heads, *self.body)), default=0)

    def head(self, place: int) -> str:
        """Return the text of a column's head, "" where it has none."""
        return self.heads[place].text if place < len(self.heads) else ""

    def column(self, place: int) -> list[str]:
        """Return the texts of a column below its head, of a long table the first ones; rows that
        are one cell do not count.
        """
        return [row[place].text for row in self._rows if place < len(row)]

    @cached_property
    def _rows(self) -> tuple[tuple[SourceCell, ...], ...]:
        """Return the first rows that are not one cell over others."""
        return tuple(row for row in self.body[:_ENOUGH_ROWS] if not is_band(row))

    @property
    def headings(self) -> tuple[SourceCell, ...]:
        """Return the cells over the body that have text, each once."""
        return tuple(cell for cell in (*self.captions, *self.over_cells, *self.heads) if cell.text)


def filled(row: Row) -> list[SourceCell]:
    """Return the cells of a row that have text."""
    return [cell for cell in row if cell.text]


def is_band(row: Row) -> bool:
    """Tell whether a row is one cell that stands over others, in a table of several columns."""
    return len(row) > 1 and bool(row[0].text) and not any(cell.text for cell in row[1:])


def layouts(rows: Sequence[Row], above: Above) -> Iterator[Layout]:
    """Yield the ways to look at a table: with a row of heads, with two, and without any."""
    captions, rest = _captioned(rows)
    body = tuple(tuple(row) for row in rest)
    if len(body) > 1:
        yield Layout(captions, (), ("",) * len(body[0]), body[0], body[1:], above)
    if len(body) > 2 and heads_stand_over(body[0], body[1]):
        overs = spread_over(body[0])
        yield Layout(captions, body[0], overs, body[1], body[2:], above)
    yield Layout(captions, (), ("",) * len(body[0]), (), body, above)


def _captioned(rows: Sequence[Row]) -> tuple[tuple[SourceCell, ...], Sequence[Row]]:
    count = next((n for n, row in enumerate(rows) if not is_band(row)), len(rows))
    is_fact = any(len(row) == 2 and kind_of_key(row[0].text) for row in rows[:count])
    if is_fact or count > _MOST_CAPTIONS or len(rows) - count < 2:
        return (), rows
    return tuple(row[0] for row in rows[:count]), rows[count:]


def heads_stand_over(over: Row, heads: Row) -> bool:
    """Tell whether the first row stands over the heads: it says less, in cells that reach over
    several of them.
    """
    texts = [cell.text for cell in over]
    below = [cell.text for cell in heads if cell.text]
    reaches = any(first and second in ("", first) for first, second in pairwise(texts))
    words = [cell for cell in heads if cell.text]
    return (
        reaches
        and len(below) > 1
        and len(set(filter(None, texts))) < max(len(set(below)), 3)
        and all(is_label(cell.text) and not is_prose(cell.text) for cell in words)
        and all(is_label(cell.text) for cell in over if cell.text)
    )


def spread_over(over: Row) -> tuple[str, ...]:
    found: list[str] = []
    for cell in over:
        found.append(cell.text or (found[-1] if found else ""))
    return tuple(found)
