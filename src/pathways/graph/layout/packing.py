"""Clusters beside and above each other, so that the map gets the shape of the window."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.graph.layout.clusters import Cluster

Spot = tuple[int, float]  # column of a cluster's left edge, height of its lowest row
Span = tuple[float, float]

_ROUNDING = (
    1e-6  # without it, a shape put right above another may count as touching it, again and again
)


def pack(clusters: Sequence[Cluster], limit: int, apart: float) -> list[Spot]:
    """Find a spot for every cluster, the largest first: where the map grows least in height, then
    low, then left.

    Nothing overlaps, and ``apart`` lies between one cluster and the next above. The map is at most
    ``limit`` columns wide unless one cluster is wider. Heights count upwards from the bottom of the
    map.
    """
    taken: list[list[Span]] = [
        [] for _column in range(max([limit, *(cluster.columns for cluster in clusters)]))
    ]
    spots: dict[int, Spot] = {}
    shapes = [_shape(cluster) for cluster in clusters]
    last: list[list[Span]] = []
    lowest: dict[
        int, float
    ] = {}  # where the last shape would stand in each column, as far as that still holds
    useless = apart + min(high - low for shape in shapes for spans in shape for low, high in spans)
    height = 0.0
    for number in sorted(range(len(clusters)), key=lambda n: (*clusters[n].size, -n), reverse=True):
        shape = shapes[number]
        top = max(high for spans in shape for _low, high in spans)
        ground = -min(low for spans in shape for low, _high in spans)
        if shape != last:
            last, lowest = shape, {}
        choices = []
        for column in range(len(taken) - len(shape) + 1):
            if column not in lowest:
                lowest[column] = _lowest(shape, taken[column : column + len(shape)], ground, apart)
            bottom = lowest[column]
            choices.append((max(height, bottom + top), bottom, column))
            if choices[-1][:2] == (height, ground):
                break  # no column further right is better
        height, bottom, column = min(choices)
        _take(taken, shape, column, bottom, useless)
        for there in range(column - len(shape) + 1, column + len(shape)):
            lowest.pop(there, None)
        spots[number] = (column, bottom)
    return [spots[number] for number in range(len(clusters))]


def _take(
    taken: list[list[Span]], shape: list[list[Span]], column: int, bottom: float, useless: float
) -> None:
    """Note that a shape stands with its left side in a column, so high."""
    for there, spans in enumerate(shape, column):
        taken[there] = _merged(
            [*taken[there], *((low + bottom, high + bottom) for low, high in spans)], useless
        )


def _shape(cluster: Cluster) -> list[list[Span]]:
    """Return what a cluster takes up, column by column."""
    shape: list[list[Span]] = [[] for _column in range(cluster.columns)]
    for first, last, low, high in cluster.taken():
        for column in range(first, last + 1):
            shape[column].append((low, high))
    return [_merged(spans, 0) for spans in shape]


def _merged(spans: Sequence[Span], useless: float) -> list[Span]:
    """Return spans from the lowest to the highest, as one where no more than a useless gap lies
    between two.
    """
    found: list[Span] = []
    for low, high in sorted(spans):
        if found and low - found[-1][1] <= useless:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def _lowest(
    shape: Sequence[Sequence[Span]], taken: Sequence[Sequence[Span]], ground: float, apart: float
) -> float:
    """Return the least height from ``ground`` on at which a shape is clear of what is there."""
    height, moved = ground, True
    while moved:
        moved = False
        for spans, there in zip(shape, taken, strict=True):
            for low, high in spans:
                for bottom, top in there:
                    above, below = height + low, height + high + apart
                    if bottom < below - _ROUNDING and above < top + apart - _ROUNDING:
                        height, moved = top + apart - low, True
    return height
