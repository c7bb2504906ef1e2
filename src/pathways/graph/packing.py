"""Clusters beside and above each other, so that the map gets the shape of the window."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.graph.clusters import Cluster

Spot = tuple[int, float]  # column of a cluster's left edge, height of its lowest row
Span = tuple[float, float]


def pack(clusters: Sequence[Cluster], limit: int, apart: float) -> list[Spot]:
    """Find a spot for every cluster: the largest first, each where the map grows least, then left, then low.

    Nothing overlaps, and ``apart`` lies between one cluster and the next above. The map is at most ``limit`` columns
    wide unless one cluster is wider. Heights count upwards from the bottom of the map.
    """
    taken: list[list[Span]] = [[] for _column in range(max([limit, *(cluster.columns for cluster in clusters)]))]
    spots: dict[int, Spot] = {}
    height = 0.0
    for number in sorted(range(len(clusters)), key=lambda number: (-len(clusters[number].squares), number)):
        shape = _shape(clusters[number])
        top = max(high for spans in shape for _low, high in spans)
        choices = []
        for column in range(len(taken) - len(shape) + 1):
            bottom = _lowest(shape, taken[column : column + len(shape)], apart)
            choices.append((max(height, bottom + top), column, bottom))
            if choices[-1][0] == height:
                break  # no column further right is better
        height, column, bottom = min(choices)
        for there, spans in zip(taken[column:], shape, strict=False):
            there += [(low + bottom, high + bottom) for low, high in spans]
        spots[number] = (column, bottom)
    return [spots[number] for number in range(len(clusters))]


def _shape(cluster: Cluster) -> list[list[Span]]:
    """Return what a cluster takes up, column by column."""
    shape: list[list[Span]] = [[] for _column in range(cluster.columns)]
    for first, last, low, high in cluster.taken():
        for column in range(first, last + 1):
            shape[column].append((low, high))
    return shape


def _lowest(shape: Sequence[Sequence[Span]], taken: Sequence[Sequence[Span]], apart: float) -> float:
    """Return the least height at which a shape stands on the ground and clear of what is there."""
    height = -min(low for spans in shape for low, _high in spans)
    moved = True
    while moved:
        moved = False
        for spans, there in zip(shape, taken, strict=True):
            for low, high in spans:
                for bottom, top in there:
                    if bottom < height + high + apart and height + low < top + apart:
                        height, moved = top + apart - low, True
    return height
