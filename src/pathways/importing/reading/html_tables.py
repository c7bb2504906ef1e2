"""Tables while they are read: cells that span, rows that end early, tables that are only there for
the layout.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pathways.importing.outline import Kind, Piece

_MOST_SPAN = 100
MOST_CELLS = 400_000


@dataclass
class HtmlCell:
    """One cell: its pieces in order, how far it reaches, and whether it is a heading."""

    line: int
    across: int = 1
    down: int = 1
    heading: bool = False
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The plain text, one line a piece; a table inside gives one line a row, its cells parted
        by tabs.
        """
        return "\n".join(_plain(piece) for piece in self.pieces)


class UsedTerm(HtmlCell):
    """A term that has its definition already, and may get a second one."""


def _plain(piece: Piece) -> str:
    if piece.kind is Kind.TABLE:
        return "\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in piece.rows)
    return piece.text


class TableFrame:
    """A table, or a list of terms and definitions, that is being read."""

    def __init__(self, line: int, is_layout: bool = False) -> None:
        self.line = line
        self._is_layout = is_layout
        self._rows: list[list[HtmlCell]] = []
        self._head_rows = 0  # rows that stand in a thead

    def open_row(self, in_head: bool) -> None:
        """Begin a row."""
        self._rows.append([])
        if in_head and self._head_rows == len(self._rows) - 1:
            self._head_rows += 1

    def open_cell(self, cell: HtmlCell) -> HtmlCell:
        """Begin a cell, in a row of its own where there is none yet."""
        if not self._rows:
            self._rows.append([])
        self._rows[-1].append(cell)
        return cell

    def add_term_and_definition(self, term: HtmlCell, definition: HtmlCell) -> None:
        """Add a row of a list of terms and definitions."""
        self._rows.append([term, definition])

    def pieces(self) -> list[Piece]:
        """Return the table as one piece; as the pieces in it where it has one column, or is there
        for the layout.
        """
        cells = [cell for row in self._rows for cell in row]
        if self._is_layout:
            return [piece for cell in cells for piece in cell.pieces]
        grid = _without_empty_rows(_without_doubled_columns(_grid(self._rows)))
        if not grid:
            return []
        if len(grid[0]) == 1 or len([cell for cell in cells if cell.pieces]) == 1:
            return [piece for cell in cells for piece in cell.pieces]
        return [
            Piece(
                kind=Kind.TABLE,
                line=next(piece.line for cell in cells for piece in cell.pieces),
                rows=tuple(tuple(cell.text for cell in row) for row in grid),
                header=self._header(grid),
                cells=_pieces_of(grid),
            )
        ]

    def _header(self, grid: list[list[HtmlCell]]) -> int:
        if self._head_rows:
            return min(self._head_rows, len(grid) - 1)
        count = 0
        for row in grid[:-1]:
            if not all(cell.heading or not cell.pieces for cell in row):
                break
            count += 1
        return count


def _pieces_of(grid: list[list[HtmlCell]]) -> tuple[tuple[tuple[Piece, ...], ...], ...]:
    """Return the pieces of each cell; a cell that spans gives the same tuple in all its places."""
    once = {id(cell): tuple(cell.pieces) for row in grid for cell in row}
    return tuple(tuple(once[id(cell)] for cell in row) for row in grid)


def _grid(rows: list[list[HtmlCell]]) -> list[list[HtmlCell]]:
    """Lay the cells out in a rectangle; a cell that spans stands in every place it covers, so each
    row is complete.
    """
    grid: list[list[HtmlCell]] = []
    hanging: dict[
        int, tuple[HtmlCell, int]
    ] = {}  # column -> a cell from above and how many rows it still covers
    total = 0
    for row in rows:
        line: list[HtmlCell] = []
        waiting = list(row)[::-1]
        next_hanging: dict[int, tuple[HtmlCell, int]] = {}
        while waiting or any(column >= len(line) for column in hanging):
            column = len(line)
            if column in hanging:
                cell, left = hanging.pop(column)
                line.append(cell)
                if left > 1:
                    next_hanging[column] = (cell, left - 1)
                continue
            if not waiting:
                line.append(HtmlCell(line=0))
                continue
            cell = waiting.pop()
            for offset in range(min(max(cell.across, 1), _MOST_SPAN)):
                if offset and column + offset in hanging:
                    break
                line.append(cell)
                if cell.down > 1:
                    next_hanging[column + offset] = (cell, min(cell.down, len(rows)) - 1)
        hanging = next_hanging
        total += len(line)
        if total > MOST_CELLS:
            raise OverflowError
        grid.append(line)
    width = max((len(line) for line in grid), default=0)
    if width * len(grid) > MOST_CELLS:
        raise OverflowError
    return [line + [HtmlCell(line=0) for _missing in range(width - len(line))] for line in grid]


def _without_doubled_columns(grid: list[list[HtmlCell]]) -> list[list[HtmlCell]]:
    """Drop columns that are empty throughout, or only there because each cell spans them, as Word
    makes them.
    """
    if not grid:
        return grid
    kept = [
        column
        for column in range(len(grid[0]))
        if any(row[column].pieces for row in grid)
        and not (column and all(row[column] is row[column - 1] for row in grid))
    ]
    return [[row[column] for column in kept] for row in grid]


def _without_empty_rows(grid: list[list[HtmlCell]]) -> list[list[HtmlCell]]:
    return [row for row in grid if any(cell.pieces for cell in row)]
