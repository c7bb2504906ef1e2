"""The cells of tables, and the statements in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pathways.i18n import _
from pathways.importing.events import Event, What
from pathways.importing.imported import Sure
from pathways.importing.metadata import placeholder
from pathways.importing.units import Origin, Unit, tidied

_POINT = re.compile(
    r"(?:[•◦▪▫‣⁃●○■□▸►➢➤✓∙\uf0b7]\s*|[-–—*·+]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)(?=\S)"
)
_LEAD_WORDS = 8


@dataclass(frozen=True)
class SourceCell:
    """A cell of a table with its place in the source."""

    text: str
    origins: tuple[Origin, ...]
    bold: bool = False


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
        for text in row:
            bare = tidied(text)
            cells.append(SourceCell(bare, (replace(origin, line=line, text=bare, place=place),)))
        found.append(cells)
    return _without_repeats(found)


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
    """Yield the statements of a cell: its points, else its lines; a line that only introduces
    points is a heading.
    """
    lines = cell.text.split("\n")
    for number, line in enumerate(lines):
        point = _POINT.match(line)
        text = line[point.end() :] if point else line
        origins = (replace(cell.origins[0], text=line),)
        last = number == len(lines) - 1
        leads = not point and not last and bool(_POINT.match(lines[number + 1]))
        if placeholder(text):
            yield Event(What.OUT, line, origins, placeholder(text))
        elif (
            leads
            and len(text.split()) <= _LEAD_WORDS
            and (text.endswith(":") or len(text.split()) <= 3)
        ):
            yield Event(What.FACT, line, origins, _("introduces the points below it"))
        else:
            yield Event(
                What.TEXT,
                text,
                origins,
                why,
                sure,
                level=1 if point else 0,
                leads=leads and text.endswith(":"),
            )
