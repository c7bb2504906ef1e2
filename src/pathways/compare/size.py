"""How much a comparison changes: one number for one thing, wherever it is told."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from pathways.compare.change import Comparison
from pathways.compare.rows import rows


def size_of(comparison: Comparison, hidden: Collection[str] = ()) -> tuple[int, int]:
    """Return how many statements and levels of a comparison change, and how many there are.

    One that speaks of several dimensions counts once; ``hidden`` dimensions do not count. For two
    nodes it is the size of their step, as the map has it.
    """
    shown = [
        msgspec.structs.replace(
            step, dimensions=tuple(d for d in step.dimensions if d.dimension.id not in hidden)
        )
        for step in comparison.steps
    ]
    if len(shown) == 1:
        return shown[0].size, sum(shown[0].counts.values())
    lines: dict[object, bool] = {}
    for dimension in comparison.dimensions:
        if dimension.id in hidden:
            continue
        for row in rows(comparison, dimension.id):
            verdicts = tuple(change and change.verdict for change in row.changes)
            lines[tuple(cell and cell.id for cell in row.cells), verdicts] = row.is_change
        levels = [d.level for s in shown if (d := s.dimension(dimension.id)) and d.level]
        if levels:
            lines[dimension.id] = any(level.verdict.is_change for level in levels)
    return sum(lines.values()), len(lines)
