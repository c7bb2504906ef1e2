"""Lanes that steps join, side by side on common rows."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import count
from math import ceil, floor

import msgspec

from pathways.graph.layout.blocks import components
from pathways.graph.layout.lanes import LaneSquares, Square
from pathways.graph.layout.measures import Measures
from pathways.graph.layout.tracks import Tracks
from pathways.model.step import Step

_MOST_TRACKS = 7  # that a gap between two rows grows for; more share this room


class ClusterStanding(msgspec.Struct, frozen=True):
    """A lane, the column of its left edge in its cluster, and how many rows it is raised."""

    lane: LaneSquares
    column: int
    raised: int


class Cluster:
    """Lanes that steps join; lengths count upwards from the bottom of the lowest row."""

    def __init__(
        self,
        standing: Sequence[ClusterStanding],
        steps: Iterable[Step],
        measures: Measures,
        needs: Mapping[str, float],
    ) -> None:
        self.standing = standing
        self.measures = measures
        self.squares: dict[str, Square] = {
            node: (column + at.column, row + at.raised)
            for at in standing
            for node, (column, row) in at.lane.boxes.items()
        }
        self.columns = max(at.column + at.lane.width for at in standing)
        self.widths = [0.0] * self.columns  # the least that the boxes of each column need
        for node, (column, _row) in self.squares.items():
            self.widths[column] = max(self.widths[column], needs.get(node, measures.width))
        self.box_height = measures.small_height if self._small else measures.height
        steps = list(steps)
        self.straight = [step for step in steps if self._above.get(step.source) == step.target]
        self.bent = [step for step in steps if self._above.get(step.source) != step.target]
        self.channels: dict[int, Tracks] = {}
        for step in self.bent:
            column, row = self.squares[step.target]
            self.channels.setdefault(row, Tracks()).add(step.source, self.gutter(step), column)
        self._measure_rows()

    @property
    def size(self) -> tuple[int, int]:
        """Return the number of its frameworks and that of its nodes."""
        return len(self.standing), len(self.squares)

    @property
    def _small(self) -> bool:
        return len(self.standing) == 1 and self.standing[0].lane.small

    @cached_property
    def _above(self) -> dict[str, str]:
        """Return the next node up in its family's column: a step to it is a straight line."""
        found = {}
        for at in self.standing:
            last: dict[int, str] = {}
            for node, (column, _row) in sorted(at.lane.boxes.items(), key=lambda item: item[1]):
                if column in last:
                    found[last[column]] = node
                last[column] = node
        return found

    def gutter(self, step: Step) -> float:
        """Return the gutter that a bent step takes, as the column it lies before minus a half."""
        here, there = self.squares[step.source][0], self.squares[step.target][0]
        return here - 0.5 if there < here else here + 0.5

    def _measure_rows(self) -> None:
        heights: dict[int, float] = {}

        def need(row: int, height: float) -> None:
            heights[row] = max(height, heights.get(row, 0))

        for _column, row in self.squares.values():
            need(row, self.box_height)
        titles: dict[int, float] = {}  # in the gap below a row
        joined = {row for step in self.straight for row in self._rows_between(step)}
        for at in self.standing:
            for _column, row in at.lane.labels.values():
                need(row + at.raised, self.measures.label)
            above = at.lane.high + at.raised + 1
            if self._covered(at):
                titles[above] = max(titles.get(above, 0), self.header(at))
            else:
                need(above, self.header(at))
        self.bottoms: dict[int, float] = {}
        self.gaps: dict[int, float] = {}  # the part of them that lines may run in
        height = 0.0
        for row in range(min(heights), max(heights) + 1):
            tracks = min(self.channels[row].number(), _MOST_TRACKS) if row in self.channels else 0
            if tracks or row in joined:
                self.gaps[row] = self.measures.gap * (tracks + 1)
            else:
                self.gaps[row] = min(self.measures.unjoined, self.measures.gap) * (
                    row - 1 in heights
                )
            height += self.gaps[row] + titles.get(row, 0)
            self.bottoms[row] = height
            height += heights.get(row, 0)

    def _rows_between(self, step: Step) -> range:
        """Return the rows whose gaps below a straight step runs through."""
        return range(self.squares[step.source][1] + 1, self.squares[step.target][1] + 1)

    @cached_property
    def _taken_squares(self) -> set[Square]:
        return {
            square for at in self.standing for square in _squares(at.lane, at.column, at.raised)
        }

    def _covered(self, at: ClusterStanding) -> bool:
        """Tell whether another lane stands right above one, so that its title has to stand in the
        gap between.
        """
        if len(self.standing) == 1:
            return False
        above = at.lane.high + at.raised + 1
        return any(
            (column, above) in self._taken_squares
            for column in range(at.column, at.column + at.lane.width)
        )

    def header(self, at: ClusterStanding) -> float:
        """Return the height of what is written above a lane: title and organisation, or the
        organisation only.
        """
        lane = at.lane
        if lane.single:
            return self.measures.label
        widths = self.widths[at.column : at.column + lane.width]
        room = sum(widths) + self.measures.gutter * (len(widths) - 1)
        lines = _lines(lane.framework.title, room / self.measures.letter)
        return self.measures.header + self.measures.line * (lines - 1)

    def extent(self, at: ClusterStanding) -> tuple[float, float]:
        """Return where a lane ends below and above, with its margin and header."""
        return self._extents[at.lane.framework.id]

    @cached_property
    def _extents(self) -> dict[str, tuple[float, float]]:
        return {at.lane.framework.id: self._extent(at) for at in self.standing}

    def _extent(self, at: ClusterStanding) -> tuple[float, float]:
        top = at.lane.high + at.raised
        is_label = all(row + at.raised != top for _column, row in at.lane.boxes.values())
        content = self.measures.label if is_label else self.box_height
        margin = 0 if at.lane.single else self.measures.margin
        bottom = self.bottoms[at.lane.low + at.raised] - margin
        under_header = self.bottoms[top + 1] if self._crossed(at) else self.bottoms[top] + content
        return bottom, under_header + self.header(at)

    def _crossed(self, at: ClusterStanding) -> bool:
        """Tell whether lines run through the gap right above a lane's boxes, and its header stands
        above them.
        """
        if self._covered(at):
            return False
        tracks = self.channels.get(at.lane.high + at.raised + 1)
        last = at.column + at.lane.width - 1
        return tracks is not None and any(
            low <= last and at.column <= high for low, high in tracks.spans()
        )

    def channel(self, row: int, share: float) -> float:
        """Return the height of a line in the gap below a row, ``share`` of the way up."""
        return self.bottoms[row] - self.gaps[row] * (1 - share)

    def taken(self) -> Iterator[tuple[int, int, float, float]]:
        """Yield what is taken up by lanes and by lines: first and last column, bottom and top."""
        for at in self.standing:
            yield (at.column, at.column + at.lane.width - 1, *self.extent(at))
        for row, tracks in self.channels.items():
            for low, high in tracks.spans():
                yield ceil(low), floor(high), self.channel(row, 0), self.channel(row, 1)


def _lines(words: str, letters: float) -> int:
    """Return how many lines words take in a room as wide as that many letters."""
    lines, used = 1, 0
    for word in words.split():
        if used and used + 1 + len(word) > letters:
            lines, used = lines + 1, 0
        used += len(word) + bool(used)
        lines += max(0, ceil(used / letters) - 1)
    return lines


Known = dict[tuple[tuple[int, int, int], ...], Cluster]
"""Clusters by the number of each lane, its column and how far it is raised."""


def clusters(
    lanes: Sequence[LaneSquares],
    steps: Iterable[Step],
    limit: int,
    measures: Measures,
    needs: Mapping[str, float],
    *,
    snug: bool = False,
    known: Known | None = None,
) -> list[Cluster]:
    """Join lanes by the steps between them; no cluster is wider than ``limit`` columns unless its
    steps force it.

    ``needs`` are the least widths of boxes, by node. Where it is ``snug``, one lane may stand on
    another's title, which then gets room in the gap between. ``known`` are clusters of the same
    lanes that were made before; new ones are put there.
    """
    known = {} if known is None else known
    home = {node: number for number, lane in enumerate(lanes) for node in lane.boxes}
    inside: dict[int, list[Step]] = {}
    pairs = []
    for step in steps:
        pairs.append((home[step.source], home[step.target]))
        inside.setdefault(home[step.source], []).append(step)
    made = []
    for group, joined in components(len(lanes), list(dict.fromkeys(pairs))):
        order = _outwards(group, joined, lanes)
        standing = _stand(lanes, order, joined, limit, 0 if snug else 1)
        key = tuple(
            (number, at.column, at.raised) for number, at in zip(order, standing, strict=True)
        )
        if key not in known:
            within = [step for number in group for step in inside.get(number, ())]
            known[key] = Cluster(standing, within, measures, needs)
        made.append(known[key])
    return made


def _outwards(
    group: Sequence[int], joined: Sequence[tuple[int, int]], lanes: Sequence[LaneSquares]
) -> list[int]:
    """Return lanes from that of the lowest rank on, then those that it has steps to or from, and so
    on outwards.

    Of equals the narrow go first: a wide one would push them far from each other.
    """
    first_come = sorted(
        group, key=lambda n: (lanes[n].rank or 0, lanes[n].width, -len(lanes[n].boxes), n)
    )
    rank = {number: place for place, number in enumerate(first_come)}
    beside: dict[int, set[int]] = {number: set() for number in group}
    for a, b in joined:
        beside[a].add(b)
        beside[b].add(a)
    order, seen, waiting = [], {first_come[0]}, deque(first_come[:1])
    while waiting:
        number = waiting.popleft()
        order.append(number)
        new = sorted(beside[number] - seen, key=rank.__getitem__)
        seen.update(new)
        waiting.extend(new)
    return order


def _stand(
    lanes: Sequence[LaneSquares],
    order: Sequence[int],
    joined: Sequence[tuple[int, int]],
    limit: int,
    above: int,
) -> list[ClusterStanding]:
    """Put each lane as far left as there is room for it and for ``above`` rows more.

    A lane that nothing leads out of may be raised, and one that nothing leads into lowered, to stay
    within ``limit``.
    """
    leaves = {a for a, b in joined if a != b}
    enters = {b for a, b in joined if a != b}
    taken: set[Square] = set()
    seen: dict[tuple[int, int, int, int], tuple[int, int]] = {}
    standing = []
    for number in order:
        lane = lanes[number]
        low, high = lane.span
        direction = int(number not in leaves) - int(number not in enters)
        kind = (low, high, lane.width, direction)
        # Squares are only ever taken: what had no room for the last lane of this size has none for
        # the next.
        column, raised = seen[kind] = _free_square(
            lane, taken, limit, direction, seen.get(kind, (0, 0)), above
        )
        standing.append(ClusterStanding(lane, column, raised))
        taken.update(_squares(lane, column, raised, above))
    return standing


def _squares(lane: LaneSquares, left: int, raised: int, above: int = 0) -> Iterator[Square]:
    low, high = lane.span[0] + raised, lane.span[1] + raised + above
    return (
        (column, row) for column in range(left, left + lane.width) for row in range(low, high + 1)
    )


def _free_square(
    lane: LaneSquares,
    taken: Set[Square],
    limit: int,
    direction: int,
    start: tuple[int, int],
    above: int,
) -> tuple[int, int]:
    """Return the first free column and how many rows the lane is raised there, from
    ``start`` on.
    """
    first, level = start
    if not direction:
        return next(
            column for column in count(first) if taken.isdisjoint(_squares(lane, column, 0, above))
        ), 0
    last = max(limit - lane.width, 0)
    return next(  # there is always one further up or down
        (column, raised)
        for raised in count(level, direction)
        for column in range(first if raised == level else 0, last + 1)
        if taken.isdisjoint(_squares(lane, column, raised, above))
    )
