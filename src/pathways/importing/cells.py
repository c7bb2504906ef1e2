"""The cells of tables, and the statements in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pathways.i18n import _
from pathways.importing.events import Event, What
from pathways.importing.imported import Sure
from pathways.importing.line_tests import LONGEST_HEADING, is_short
from pathways.importing.metadata import placeholder
from pathways.importing.outline import Kind, Piece
from pathways.importing.units import Origin, Unit, tidied

_POINT = re.compile(
    r"(?:[•◦▪▫‣⁃●○■□▸►➢➤✓∙\uf0b7]\s*|[-–—*·+]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)(?=\S)"
)
_LEAD_WORDS = 8
_LABEL_WORDS = 3
_ASKS = frozenset("can will to must should may are is you You They they We we".split())
_INSIDE = 10  # the level of a heading inside a cell: below that of its row or column


@dataclass(frozen=True)
class SourceCell:
    """A cell of a table with its place in the source.

    ``bold`` where all of it is; ``headings`` are the lines of it that are headings of what stands
    below them in the cell, ``depths`` its lines that are points, with how deep they lie.
    """

    text: str
    origins: tuple[Origin, ...]
    bold: bool = False
    headings: frozenset[str] = frozenset()
    depths: Mapping[str, int] = field(default_factory=dict)


def cells_of(unit: Unit) -> list[list[SourceCell]]:
    """Return a table's rows of cells; a text that repeats the cell to its left is one merged cell,
    said once.
    """
    origin = unit.origins[0]
    found = []
    for number, row in enumerate(unit.rows):
        line = origin.line + number
        place = origin.place or _("row {number}").format(number=number + 1)
        cells = []
        for column, text in enumerate(row):
            bare = tidied(text)
            origins = (replace(origin, line=line, text=bare, place=place),)
            pieces = unit.cells[number][column] if unit.cells else ()
            cells.append(_with_looks(SourceCell(bare, origins), pieces))
        found.append(cells)
    return _without_repeats(found)


def _with_looks(cell: SourceCell, pieces: Sequence[Piece]) -> SourceCell:
    """Return a cell with what its reader saw of its lines: bold ones, headings, points."""
    if not pieces:
        return cell
    looks = [piece.kind is Kind.HEADING or piece.bold for piece in pieces]
    headings = {
        tidied(piece.text)
        for piece, heads, below in zip(pieces, looks, looks[1:], strict=False)
        if heads and not below and is_short(piece.text, LONGEST_HEADING)
    }
    depths = {tidied(piece.text): piece.level for piece in pieces if piece.kind is Kind.ITEM}
    return replace(cell, bold=all(looks), headings=frozenset(headings), depths=depths)


def _without_repeats(rows: list[list[SourceCell]]) -> list[list[SourceCell]]:
    """Empty the copies of a merged cell where a whole row is one cell; a row of headings keeps its
    own.
    """
    result = []
    for row in rows:
        texts = {cell.text for cell in row}
        if len(row) > 1 and len(texts) == 1:
            result.append([row[0], *(SourceCell("", cell.origins) for cell in row[1:])])
        else:
            result.append(row)
    return result


def once_each(row: Sequence[SourceCell]) -> list[SourceCell]:
    """Return the cells of a row that have text; of a cell that reaches over several columns one.

    Equal texts with an empty cell between them are two cells.
    """
    return [
        cell
        for place, cell in enumerate(row)
        if cell.text and not (place and row[place - 1].text == cell.text)
    ]


def cell_events(cell: SourceCell, why: str, sure: Sure = Sure.SURE) -> Iterator[Event]:
    """Yield the statements of a cell: its points, else its lines; what stands over others in it is
    a heading, or only introduces them.
    """
    lines = cell.text.split("\n")
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        point = _POINT.match(line)
        text = line[point.end() :] if point else line
        origins = (replace(cell.origins[0], text=line),)
        depth = 1 if point else cell.depths.get(line, 0)
        leads = not depth and bool(_POINT.match(below) or cell.depths.get(below))
        if placeholder(text):
            yield Event(What.OUT, line, origins, placeholder(text))
        elif (line in cell.headings and below) or (leads and _names_points(text, cell)):
            heads = _("stands above other lines in its cell, so it was taken for a heading")
            yield Event(What.HEADING, text, origins, heads, Sure.LIKELY, level=_INSIDE)
        elif leads and _introduces(text):
            yield Event(What.FACT, line, origins, _("introduces the points below it"))
        else:
            leads = leads and text.endswith(":")
            yield Event(What.TEXT, text, origins, why, sure, level=depth, leads=leads)


def _introduces(text: str) -> bool:
    """Tell whether a line over points says no more than that they follow: "You can:"."""
    words = len(text.split())
    return words <= _LEAD_WORDS and (text.endswith(":") or words <= _LABEL_WORDS)


def _names_points(text: str, cell: SourceCell) -> bool:
    """Tell whether a line over points names them, in a cell whose reader knows no headings."""
    words = text.split()
    named = len(words) <= _LABEL_WORDS and not text.endswith(":")
    return named and not cell.headings and not _ASKS & set(words)
