"""One try at the map: columns, rows and gutters turned into lengths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from pathways.graph.layout.clusters import Cluster, ClusterStanding
from pathways.graph.layout.measures import Measures, worth
from pathways.graph.layout.packing import Spot
from pathways.graph.layout.places import (
    Edge,
    Lane,
    LaneLabel,
    MapLayout,
    NodePlace,
    Point,
    StepShape,
)
from pathways.graph.layout.tracks import Tracks
from pathways.graph.layout.widening import widened
from pathways.model.library import Library
from pathways.model.step import Step

_SPREAD = 0.75  # of a gutter's width: how far apart the lines in it may be
_ROUNDING = 1e-6
_ASIDE = (
    0.25  # of a box's width: how far from the middle a line ends where another comes straight up
)


class Draft:
    """Clusters on their spots."""

    def __init__(
        self, clusters: Sequence[Cluster], spots: Sequence[Spot], measures: Measures
    ) -> None:
        self.measures = measures
        self._clusters = clusters
        self._more: dict[str, int] = {}  # columns more that the boxes of a framework take
        self._set_spots(spots)

    def _set_spots(self, spots: Sequence[Spot]) -> None:
        """Let the clusters stand on these spots."""
        clusters = self._clusters
        self._spots = spots
        self._spotted = list(zip(clusters, spots, strict=True))
        self._lanes = [
            (at, cluster, spot) for cluster, spot in self._spotted for at in cluster.standing
        ]
        self.height = max(
            cluster.extent(at)[1] + height for at, cluster, (_column, height) in self._lanes
        )
        columns = max(column + cluster.columns for cluster, (column, _height) in self._spotted)
        self._widths = [0.0] * columns
        for cluster, (column, _height) in self._spotted:
            for number, width in enumerate(cluster.widths, column):
                self._widths[number] = max(self._widths[number], width)
        self._set_columns()

    def _set_columns(self) -> None:
        """Put the columns beside each other."""
        ends = accumulate(
            (width + self.measures.gutter for width in self._widths), initial=self.measures.margin
        )
        self._lefts = list(ends)
        self.width = self._lefts[-1] + self.measures.margin - self.measures.gutter

    def stretch(self, room: float, wants: Mapping[str, float]) -> None:
        """Widen columns while the map is no wider than ``room``: first those in which words would
        be cut, up to what these want, then what is narrow, all by as much. A ladder takes free
        columns beside it, too.
        """
        if wants:
            spots, self._more = widened(self._clusters, self._spots, wants, 2 * self.measures.gap)
            self._set_spots(spots)
        wanted = [0.0] * len(self._widths)
        for at, cluster, (column, _height) in self._lanes:
            beside = self._beside(at, column)
            for node in at.lane.boxes:
                inside = column + cluster.squares[node][0]
                wanted[inside] = max(wanted[inside], wants.get(node, 0.0) - beside)
        self._widen(room, wanted)
        self._widen(room, [self.measures.width] * len(self._widths))

    def _widen(self, room: float, most: Sequence[float]) -> None:
        """Widen each column up to its ``most``, all by as much, as far as there is room."""
        widths, spare = self._widths, room - self.width
        narrow = [number for number, width in enumerate(widths) if width < most[number]]
        while spare > _ROUNDING and narrow:
            least = min(most[number] - widths[number] for number in narrow)
            share = min(spare / len(narrow), least)
            for number in narrow:
                widths[number] += share
            spare -= share * len(narrow)
            narrow = [number for number in narrow if most[number] - widths[number] > _ROUNDING]
        self._set_columns()

    def _beside(self, at: ClusterStanding, column: int) -> float:
        """Return how much wider than their column the boxes of a lane are."""
        first = column + at.column + 1
        more = self._more.get(at.lane.framework.id, 0)
        return sum(self._widths[first : first + more]) + more * self.measures.gutter

    def _x(self, column: int) -> float:
        """Return the left edge of a column's boxes; that of the column after the last counts
        too.
        """
        return self._lefts[column]

    def merit(self, room: tuple[float, float]) -> tuple[float, int, float]:
        """Return how good it is, to be compared: how it fits its room, then lanes beside each
        other, then flat.
        """
        fit = worth(room[0] / self.width, room[1] / self.height)
        return fit, -sum(abs(at.raised) for at, _cluster, _spot in self._lanes), -self.height

    def layout(self, library: Library, ranks: Mapping[str, int], shape: StepShape) -> MapLayout:
        """Return the map with everything in library order; y goes downwards from here on."""
        lanes = {
            at.lane.framework.id: self._lane(at, cluster, spot) for at, cluster, spot in self._lanes
        }
        places = {
            node: self._place(node, at, cluster, spot, ranks[node])
            for at, cluster, spot in self._lanes
            for node in at.lane.boxes
        }
        lines = self._lines(places)
        return MapLayout(
            places=tuple(places[node] for node in library.nodes),
            lanes=tuple(lanes[framework.id] for framework in library.frameworks),
            edges=tuple(Edge(step, lines[step.source, step.target]) for step in library.steps),
            width=max([self.width, *(x for points in lines.values() for x, _y in points)]),
            height=self.height,
            shape=shape,
        )

    def _place(
        self, node: str, at: ClusterStanding, cluster: Cluster, spot: Spot, rank: int
    ) -> NodePlace:
        column, row = cluster.squares[node]
        return NodePlace(
            node_id=node,
            lane=at.lane.framework.id,
            rank=rank,
            x=self._x(spot[0] + column),
            y=self.height - spot[1] - cluster.bottoms[row] - cluster.box_height,
            width=self._widths[spot[0] + column] + self._beside(at, spot[0]),
            height=cluster.box_height,
        )

    def _lane(self, at: ClusterStanding, cluster: Cluster, spot: Spot) -> Lane:
        framework = at.lane.framework
        bottom, top = cluster.extent(at)
        margin = 0 if at.lane.single else self.measures.margin
        left, right = (self._x(spot[0] + at.column + columns) for columns in (0, at.lane.width))
        return Lane(
            framework_id=framework.id,
            title=framework.title,
            organisation=framework.organisation,
            x=left - margin,
            y=self.height - spot[1] - top,
            width=right - left - self.measures.gutter + self._beside(at, spot[0]) + 2 * margin,
            height=top - bottom,
            header=cluster.header(at),
            single=at.lane.single,
            labels=tuple(
                LaneLabel(
                    title=family,
                    x=self._x(spot[0] + at.column + column),
                    y=self.height
                    - spot[1]
                    - cluster.bottoms[row + at.raised]
                    - self.measures.label,
                    width=self._widths[spot[0] + at.column + column],
                    height=self.measures.label,
                )
                for family, (column, row) in at.lane.labels.items()
            ),
        )

    def _lines(self, places: Mapping[str, NodePlace]) -> dict[tuple[str, str], tuple[Point, ...]]:
        """Return the points of every step's line.

        A step to the next box above goes straight. Any other leaves at the side, goes along the
        gutter beside, then through the gap right below its target, and enters from below: gutters
        and gaps never hold a box. Steps from one node share their lines as far as they go together;
        those of different nodes run on tracks of their own.
        """
        found: dict[tuple[str, str], tuple[Point, ...]] = {}
        ahead: set[str] = set()
        bends: list[tuple[Step, float, float]] = []
        gutters: dict[float, Tracks] = {}
        for cluster, (column, height) in self._spotted:
            for step in cluster.straight:
                source, target = places[step.source], places[step.target]
                ahead.add(step.target)
                found[step.source, step.target] = (
                    (source.centre[0], source.y),
                    (target.centre[0], target.y + target.height),
                )
            shares = {row: tracks.shares() for row, tracks in cluster.channels.items()}
            for step in cluster.bent:
                gutter = column + cluster.gutter(step)
                if gutter > column + cluster.squares[step.source][0]:
                    gutter += self._more.get(places[step.source].lane, 0)
                row = cluster.squares[step.target][1]
                level = self.height - height - cluster.channel(row, shares[row][step.source])
                gutters.setdefault(gutter, Tracks()).add(
                    step.source, places[step.source].centre[1], level
                )
                bends.append((step, gutter, level))
        tracks = {gutter: lines.shares() for gutter, lines in gutters.items()}
        for step, gutter, level in bends:
            middle = self._x(int(gutter + 0.5)) - self.measures.gutter / 2
            upright = middle + (tracks[gutter][step.source] - 0.5) * self.measures.gutter * _SPREAD
            found[step.source, step.target] = self._bend(
                places, step, upright, level, step.target in ahead
            )
        return found

    def _bend(
        self, places: Mapping[str, NodePlace], step: Step, upright: float, level: float, aside: bool
    ) -> tuple[Point, ...]:
        source, target = places[step.source], places[step.target]
        side = source.x if upright < source.x else source.x + source.width
        end = target.centre[0]
        if aside:
            end += _ASIDE * target.width * (1 if upright > end else -1)
        return (
            (side, source.centre[1]),
            (upright, source.centre[1]),
            (upright, level),
            (end, level),
            (end, target.y + target.height),
        )
