"""A framework's part of the map on squared paper: whole columns and rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt

from pathways.graph.blocks import Blocks, Column
from pathways.model.framework import Framework, NodeKind

WIDTHS_TRIED = (0.7, 0.85, 1.0, 1.2, 1.45, 1.75)  # of a guess from the area

Square = tuple[int, int]  # column from the left, row from the bottom
Block = tuple[Column, ...]


@dataclass
class LaneSquares:
    """A framework's boxes, and the names of its families, each above its column; its title stands above ``high``.

    ``rank`` is the lowest rank of what is anchored by steps to other frameworks, None where nothing is.
    """

    framework: Framework
    rank: int | None = None
    width: int = 0
    low: int = 0
    high: int = 0
    boxes: dict[str, Square] = field(default_factory=dict)
    labels: dict[str, Square] = field(default_factory=dict)

    @property
    def single(self) -> bool:
        """Tell whether it has one box only, which says the lane's title by itself."""
        return len(self.boxes) == 1

    @property
    def small(self) -> bool:
        """Tell whether it says so little that small boxes do: levels that no step joins to anybody's grades."""
        return self.rank is None and all(node.kind is NodeKind.LEVEL for node in self.framework.nodes)

    @property
    def span(self) -> tuple[int, int]:
        """Return the lowest row it takes and the highest, that of its title."""
        return self.low, self.high + 1


def lane_squares(found: Blocks, room: tuple[float, float]) -> LaneSquares:
    """Put a framework's blocks into a lane: the anchored at their ranks, the free on shelves below, top shelf first.

    The shelves together get the shape of ``room``, its columns and rows. Nothing but the framework and its ranks
    decides what stands where in a lane.
    """
    made = LaneSquares(found.framework)
    named = any(node.family for node in found.framework.nodes)
    if found.anchored:
        _place(made, found.anchored, 0, 0, named)
        made.low = made.rank = min(column.low for column in found.anchored)
    for shelf in _best_shelves(found.free, room):
        made.low -= _rows(shelf) + named
        left = 0
        for block in shelf:
            _place(made, block, left, made.low, named)
            left += len(block)
    made.high = max(row for _column, row in (*made.boxes.values(), *made.labels.values()))
    return made


def _best_shelves(blocks: Sequence[Block], room: tuple[float, float]) -> list[list[Block]]:
    columns, rows = room
    area = sum(len(block) * (_rows([block]) + 1) for block in blocks)
    guess = sqrt(area * columns / rows)
    tried = [_shelves(blocks, width) for width in sorted({max(1, round(guess * factor)) for factor in WIDTHS_TRIED})]

    def fit(shelves: Sequence[Sequence[Block]]) -> float:
        wide = max((sum(map(len, shelf)) for shelf in shelves), default=1)
        high = sum(_rows(shelf) + 1 for shelf in shelves)
        return min(columns / wide, rows / max(high, 1))

    return max(tried, key=fit)


def _rows(shelf: Sequence[Block]) -> int:
    return max(column.high for block in shelf for column in block) + 1


def _shelves(blocks: Sequence[Block], width: int) -> list[list[Block]]:
    room = max([width, *map(len, blocks)])
    shelves: list[list[Block]] = []
    left = room
    for block in blocks:
        if left + len(block) > room:
            shelves.append([])
            left = 0
        shelves[-1].append(block)
        left += len(block)
    return shelves


def _place(made: LaneSquares, block: Sequence[Column], left: int, bottom: int, named: bool) -> None:
    for number, column in enumerate(block, left):
        for node, row in column.rows.items():
            made.boxes[node] = (number, row + bottom)
        if named and column.family:
            made.labels[column.family] = (number, column.high + bottom + 1)
    made.width = max(made.width, left + len(block))
