"""How wide the columns of a table are: as their shares say, but no word is broken where it can be
helped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.report import blocks
from pathways.report.room import POINT, text_width

_PADDING = 5.0  # millimetres at the sides of a cell, rules included


def column_widths(table: blocks.Table, width: float, size: float) -> list[float]:
    """Return the width of each column in millimetres; together they are ``width``.

    ``size`` is that of the type in points. A column that is too narrow for its longest word takes
    room from those that have some to give, in relation to what they have.
    """
    shares = sum(column.share for column in table.columns) or 1.0
    wanted = [width * column.share / shares for column in table.columns]
    least = [need * size * POINT + _PADDING for need in _longest_words(table)]
    if sum(least) >= width:
        return [width * need / sum(least) for need in least]
    for _pass in table.columns:
        short = sum(max(0.0, need - has) for need, has in zip(least, wanted, strict=True))
        if short < 0.01:
            break
        spare = sum(max(0.0, has - need) for need, has in zip(least, wanted, strict=True))
        wanted = [
            need if has <= need else has - (has - need) * short / spare
            for need, has in zip(least, wanted, strict=True)
        ]
    return wanted


def with_fitting_columns(table: blocks.Table, width: float, size: float) -> blocks.Table:
    """Return the table with shares that are widths in millimetres."""
    widths = column_widths(table, width, size)
    columns = tuple(
        blocks.Column(column.title, round(share, 1), column.centred)
        for column, share in zip(table.columns, widths, strict=True)
    )
    return blocks.Table(
        table.caption,
        columns,
        table.rows,
        row_headers=table.row_headers,
        together=table.together,
        row_height=table.row_height,
    )


def _longest_words(table: blocks.Table) -> list[float]:
    """Return the width of the longest word of each column, in units of the type's size."""
    found = []
    for place, column in enumerate(table.columns):
        cells = [row[place] for row in table.rows]
        words = [*column.title.split(), *(word for cell in cells for word in _words(cell))]
        found.append(min(_LONGEST, max(map(text_width, words), default=1.0) * _BOLD))
    return found


_BOLD = 1.04
_LONGEST = 14.0  # what is longer than any word of the language, an address say, is broken


def _words(cell: blocks.Cell) -> Iterator[str]:
    """Yield what must not be broken: words, and the sign with its word at the head of a verdict."""
    lines: Sequence[str] = ["".join(span.text for span in line) for line in cell.lines]
    for number, line in enumerate(lines):
        if number == 0 and cell.tone.value != "none" and len(line) < 20:
            yield line
        yield from line.split()
