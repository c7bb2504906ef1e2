"""The lines of a comparison, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.compare.change import Change, Comparison, ComparisonRow
from pathways.model.statement import Statement


def rows(comparison: Comparison, dimension_id: str) -> tuple[ComparisonRow, ...]:
    """Return the side-by-side lines of one dimension: each statement once, beside what it became.

    A line has a cell for each node and a change for each gap; a statement that is dropped and one
    that is new stand on lines of their own. () for a dimension that the comparison does not have.
    """
    found: list[tuple[list[Statement | None], list[Change | None]]] = []
    width = len(comparison.nodes)
    for gap, step in enumerate(comparison.steps):
        dimension = step.dimension(dimension_id)
        for change in dimension.changes if dimension else ():
            line = _line_of(found, gap, change.before)
            if line is None:
                line = [None] * width, [None] * (width - 1)
                found.append(line)
            cells, changes = line
            cells[gap], cells[gap + 1], changes[gap] = change.before, change.after, change
    return tuple(
        ComparisonRow(cells=tuple(cells), changes=tuple(changes)) for cells, changes in found
    )


def _line_of(
    lines: Sequence[tuple[list[Statement | None], list[Change | None]]],
    gap: int,
    before: Statement | None,
) -> tuple[list[Statement | None], list[Change | None]] | None:
    if before is None:
        return None
    for line in lines:
        cell = line[0][gap]
        if cell is not None and cell.id == before.id:
            return line
    return None
