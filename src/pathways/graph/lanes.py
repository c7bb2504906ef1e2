"""A framework's part of the map on squared paper: whole columns and rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pathways.graph.blocks import Blocks, Column
from pathways.model.framework import Framework, NodeKind

Square = tuple[int, int]  # column from the left, row from the bottom


@dataclass
class Lane:
    """A framework's boxes, and the names of its families (each above its column); its title stands above ``high``."""

    framework: Framework
    anchored: bool
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
        return not self.anchored and all(node.kind is NodeKind.LEVEL for node in self.framework.nodes)

    @property
    def span(self) -> tuple[int, int]:
        """Return the lowest row it takes and the highest, that of its title."""
        return self.low, self.high + 1


def lane(found: Blocks, limit: int) -> Lane:
    """Put a framework's blocks into a lane: the anchored at their ranks, the free on shelves below, top shelf first.

    A shelf is as wide as ``limit`` columns, or as the widest block.
    """
    made = Lane(found.framework, bool(found.anchored))
    named = any(node.family for node in found.framework.nodes)
    if found.anchored:
        _place(made, found.anchored, 0, 0, named)
        made.low = min(column.low for column in found.anchored)
        made.high = max(column.high for column in found.anchored) + named
    bottom = made.low if found.anchored else 0
    for shelf in _shelves(found.free, limit):
        bottom -= max(column.high for block in shelf for column in block) + 1 + named
        left = 0
        for block in shelf:
            _place(made, block, left, bottom, named)
            left += len(block)
    if not found.anchored:
        made.high = -1
    made.low = bottom
    return made


def _shelves(blocks: Sequence[tuple[Column, ...]], limit: int) -> list[list[tuple[Column, ...]]]:
    room = max([limit, *map(len, blocks)])
    shelves: list[list[tuple[Column, ...]]] = []
    left = room
    for block in blocks:
        if left + len(block) > room:
            shelves.append([])
            left = 0
        shelves[-1].append(block)
        left += len(block)
    return shelves


def _place(made: Lane, block: Sequence[Column], left: int, bottom: int, named: bool) -> None:
    for number, column in enumerate(block, left):
        for node, row in column.rows.items():
            made.boxes[node] = (number, row + bottom)
        if named:
            made.labels[column.family] = (number, column.high + bottom + 1)
    made.width = max(made.width, left + len(block))
