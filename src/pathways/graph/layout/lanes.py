"""A framework's part of the map on squared paper: whole columns and rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

import msgspec

from pathways.graph.layout.blocks import Blocks, NodeColumn
from pathways.graph.layout.measures import worth
from pathways.model.framework import Framework, NodeKind

WIDTHS_TRIED = (0.7, 0.85, 1.0, 1.2, 1.45, 1.75)  # of a guess from the area

Square = tuple[int, int]  # column from the left, row from the bottom
Block = tuple[NodeColumn, ...]


class LaneSquares(msgspec.Struct):
    """A framework's boxes, and the names of its families, each above its column; its title stands
    above ``high``.

    A title takes no row: it stands in the row above where that is free, else in a gap that grows
    for it.

    ``rank`` is the lowest rank of what is anchored by steps to other frameworks, None where nothing
    is; ``shelf`` is the width of the shelves that the rest stands on.
    """

    framework: Framework
    rank: int | None = None
    width: int = 0
    low: int = 0
    high: int = 0
    shelf: int = 1
    boxes: dict[str, Square] = msgspec.field(default_factory=dict)
    labels: dict[str, Square] = msgspec.field(default_factory=dict)

    @property
    def single(self) -> bool:
        """Tell whether it has one box only, which says the lane's title by itself."""
        return len(self.boxes) == 1

    @property
    def small(self) -> bool:
        """Tell whether it says so little that small boxes do: levels that no step joins to
        anybody's grades.
        """
        return self.rank is None and all(
            node.kind is NodeKind.LEVEL for node in self.framework.nodes
        )

    @property
    def span(self) -> tuple[int, int]:
        """Return the lowest row that it takes and the highest."""
        return self.low, self.high


def lane_squares(found: Blocks, room: tuple[float, float], shelf: int | None = None) -> LaneSquares:
    """Put a framework's blocks into a lane: the anchored at their ranks, the free on shelves below,
    top shelf first.

    The shelves are ``shelf`` columns wide, or as wide as gives them together the shape of ``room``,
    its columns and rows. Nothing but the framework, its ranks and these decides what stands where
    in a lane.
    """
    made = LaneSquares(found.framework)
    titles = {node.id: node.title for node in found.framework.nodes}
    if found.anchored:
        _place(made, found.anchored, 0, 0, titles)
        made.low = made.rank = min(column.low for column in found.anchored)
    made.shelf, shelves = _best_shelves(found.free, room, shelf, titles)
    for blocks in shelves:
        made.low -= _height(blocks, titles)
        left = 0
        for block in blocks:
            _place(made, block, left, made.low, titles)
            left += len(block)
    made.high = max(row for _column, row in (*made.boxes.values(), *made.labels.values()))
    return made


def _best_shelves(
    blocks: Sequence[Block], room: tuple[float, float], given: int | None, titles: Mapping[str, str]
) -> tuple[int, list[list[Block]]]:
    columns, rows = room
    if given is not None:
        return given, _shelves(blocks, given)
    area = sum(len(block) * _height([block], titles) for block in blocks)
    guess = sqrt(area * columns / rows)
    widths = sorted({max(1, round(guess * factor)) for factor in WIDTHS_TRIED})
    tried = [(width, _shelves(blocks, width)) for width in widths]

    def fit(made: tuple[int, Sequence[Sequence[Block]]]) -> tuple[float, float]:
        _width, shelves = made
        wide = max((sum(map(len, shelf)) for shelf in shelves), default=1)
        high = sum(_height(shelf, titles) for shelf in shelves)
        across, down = columns / wide, rows / max(high, 1)
        return worth(across, down), min(across, down)

    return max(tried, key=fit)


def _height(shelf: Sequence[Block], titles: Mapping[str, str]) -> int:
    """Return how many rows a shelf takes: those of its highest column, and one for the names of
    families.
    """
    columns = [column for block in shelf for column in block]
    return (
        max(column.high for column in columns)
        + 1
        + any(_is_named(column, titles) for column in columns)
    )


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


def _is_named(column: NodeColumn, titles: Mapping[str, str]) -> bool:
    """Tell whether a family's name stands above its column: not where its one box says the same."""
    return bool(column.family) and [titles[node] for node in column.rows] != [column.family]


def _place(
    made: LaneSquares,
    block: Sequence[NodeColumn],
    left: int,
    bottom: int,
    titles: Mapping[str, str],
) -> None:
    for number, column in enumerate(block, left):
        for node, row in column.rows.items():
            made.boxes[node] = (number, row + bottom)
        if _is_named(column, titles):
            made.labels[column.family] = (number, column.high + bottom + 1)
    made.width = max(made.width, left + len(block))
