"""Room beside a ladder that its boxes may take, so that fewer of their words are cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pathways.graph.layout.clusters import Cluster, ClusterStanding
from pathways.graph.layout.packing import Spot

Rectangle = tuple[int, int, float, float]  # first and last column, bottom and top


def widened(
    clusters: Sequence[Cluster], spots: Sequence[Spot], wants: Mapping[str, float], apart: float
) -> tuple[list[Spot], dict[str, int]]:
    """Return where clusters stand, and how many columns more the boxes of a framework take, by its
    id.

    A ladder that wants more than its column takes those at its right, as far as they are free
    beside all of it; a ladder that no step joins makes way for it, at its own height. ``apart``
    lies between what stands above each other.
    """
    spots, more = list(spots), dict[str, int]()
    columns = max(spot[0] + cluster.columns for cluster, spot in zip(clusters, spots, strict=True))
    for number, cluster in enumerate(clusters):
        for at in cluster.standing:
            if not _may_grow(cluster, at):
                continue
            missing = max(wants.get(node, 0.0) for node in at.lane.boxes)
            missing -= cluster.widths[at.column]
            here = spots[number][0] + at.column
            taken = 0
            while missing > 0 and here + taken + 1 < columns:
                made = _room_at(here + taken + 1, number, at, clusters, spots, columns, apart)
                if made is None:
                    break
                spots, taken = made, taken + 1
                missing -= _width(here + taken, clusters, spots) + cluster.measures.gutter
            if taken:
                more[at.lane.framework.id] = taken
    return spots, more


def _may_grow(cluster: Cluster, at: ClusterStanding) -> bool:
    """Tell whether no line runs beside a ladder but those that leave it."""
    own = at.lane.boxes
    return at.lane.width == 1 < len(own) and all(
        step.source in own and step.target not in own for step in cluster.bent
    )


def _room_at(
    column: int,
    number: int,
    at: ClusterStanding,
    clusters: Sequence[Cluster],
    spots: list[Spot],
    columns: int,
    apart: float,
) -> list[Spot] | None:
    """Return where clusters stand when a column is free beside a lane, None where it cannot be."""
    bottom, top = (each + spots[number][1] for each in clusters[number].extent(at))
    found = list(spots)
    for other, cluster in enumerate(clusters):
        air = 0.0 if other == number else apart  # a cluster has its own room between
        wanted = (column, column, bottom - air, top + air)
        if not any(_meet(wanted, one) for one in _taken(cluster, found[other], at)):
            continue
        moved = None
        if other != number and cluster.columns == 1 and not cluster.bent:
            moved = _moved(other, column, clusters, found, columns, apart)
        if moved is None:
            return None
        found[other] = moved
    return found


def _moved(
    number: int,
    column: int,
    clusters: Sequence[Cluster],
    spots: Sequence[Spot],
    columns: int,
    apart: float,
) -> Spot | None:
    """Return a spot for a cluster of one column further right, at its own height."""
    height = spots[number][1]
    for there in range(column + 1, columns):
        mine = list(_taken(clusters[number], (there, height)))
        mine = [(a, b, low - apart, high + apart) for a, b, low, high in mine]
        others = (
            one
            for other, cluster in enumerate(clusters)
            if other != number
            for one in _taken(cluster, spots[other])
        )
        if not any(_meet(one, other) for other in others for one in mine):
            return there, height
    return None


def _taken(
    cluster: Cluster, spot: Spot, without: ClusterStanding | None = None
) -> Iterator[Rectangle]:
    left, height = spot
    own = None
    if without is not None and without in cluster.standing:
        own = (without.column, without.column, *cluster.extent(without))
    for one in cluster.taken():
        if one != own:
            yield one[0] + left, one[1] + left, one[2] + height, one[3] + height


def _meet(one: Rectangle, other: Rectangle) -> bool:
    beside = one[1] < other[0] or other[1] < one[0]
    return not beside and one[2] < other[3] and other[2] < one[3]


def _width(column: int, clusters: Sequence[Cluster], spots: Sequence[Spot]) -> float:
    """Return the least width of a column of the map."""
    widths = [
        cluster.widths[column - left]
        for cluster, (left, _height) in zip(clusters, spots, strict=True)
        if left <= column < left + cluster.columns
    ]
    return max(widths, default=0.0)
