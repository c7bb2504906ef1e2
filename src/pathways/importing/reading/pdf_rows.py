"""The rows of a table that no lines are drawn in.

A row is a band across all columns. Its tallest cell fills it; the others stand at its top or in its
middle, in each column in the same way. So rows are told by all columns at once: of all ways to cut
the lines into bands the one is taken that breaks the fewest sentences, leaves the fewest gaps
inside cells and has the cells where the others of their column stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise, product

from pathways.importing.reading.line_breaks import begins_inside
from pathways.importing.reading.pdf_lines import Line
from pathways.importing.reading.points import bullet_of

_ASCENT, _DESCENT = 0.75, 0.25  # of the distance of lines, above and below the letters' foot
_LEAST_STEP = 0.65  # of the distance of lines: nearer ones stand in one row
_VISIBLE = 0.12  # distances: a gap that differs by so much from the others is seen
_SLACK = 0.35  # distances: as far may a cell stand from its place
_SPACE = 0.3  # of the size: between words
_ENDS = (".", "!", "?", ":", ";")
_MOST_COLUMNS_TRIED = 5
_LONGEST_BAND = 80  # candidates for cuts inside one band

_NEW_BAND = 0.3  # what each band costs, so that nothing is cut without need
_BROKEN = 5.0  # a cut through a sentence
_PERHAPS_BROKEN = 1.0
_DIFFERENT = 2.0  # plain letters below bold ones in one cell
_UNSEEN = 0.4  # a cut where a column shows no gap
_GAP = 2.0  # a gap inside a cell
_GAP_IN_NAME = 6.0  # a gap inside the first column, whose cells are names
_MEANT = 1.0  # an end of a line inside a cell that its width does not explain
_MEANT_IN_NAME = 3.0
_NEW_NAME = 1.5  # what looks like the beginning of a name in a name that fills its line
_WITHOUT_NAME = 2.2  # a row whose first cell is empty
_OFF = 2.0  # a cell that does not stand where those of its column do
_UNSURE = 1.2  # a way that costs hardly more is as likely


@dataclass(frozen=True)
class Band:
    """One row: the lines of each of its cells, and whether it may as well begin elsewhere."""

    cells: tuple[tuple[Line, ...], ...]
    unsure: bool = False


@dataclass(frozen=True)
class _Placed:
    """A line with its column and its place among the lines of it."""

    line: Line
    column: int
    number: int


class RowFinder:
    """Cut the columns of a table into rows."""

    def __init__(self, columns: Sequence[Sequence[Line]], widths: Sequence[float]) -> None:
        """Take the lines of each column, from the top, and how wide it is."""
        self._columns, self._widths = columns, widths
        placed = [
            _Placed(line, column, number)
            for column, lines in enumerate(columns)
            for number, line in enumerate(lines)
        ]
        self._placed = sorted(placed, key=lambda one: -one.line.y)
        self._pitch = _pitch(columns)
        self._cuts = self._places_of_cuts()
        self._counts = self._lines_above_cuts()

    def bands(self) -> list[Band]:
        """Return the rows, from the top."""
        best = min((self._cut(middle) for middle in self._ways()), key=lambda found: found[0])
        _cost, middle, chosen = best
        rows = [self._cells(first, last) for first, last in pairwise(chosen)]
        return [
            Band(cells, self._is_unsure(chosen, place, middle) or _may_be_two(cells))
            for place, cells in enumerate(rows)
        ]

    def _ways(self) -> list[tuple[bool, ...]]:
        """Return for which columns it is tried that their cells stand in the middle of rows."""
        count = len(self._columns)
        if count <= _MOST_COLUMNS_TRIED:
            return list(product((False, True), repeat=count))
        rest = count - 1
        return [(first, *[other] * rest) for first, other in product((False, True), repeat=2)]

    def _places_of_cuts(self) -> list[int]:
        """Return the numbers of lines before which a row may begin, and the end."""
        least = _LEAST_STEP * self._pitch
        inner = [
            number
            for number, (before, after) in enumerate(pairwise(self._placed), start=1)
            if before.line.y - after.line.y >= least
        ]
        return [0, *inner, len(self._placed)]

    def _lines_above_cuts(self) -> list[tuple[int, ...]]:
        """Return for each cut how many lines of each column stand above it."""
        wanted = set(self._cuts)
        counts = [0] * len(self._columns)
        found = [tuple(counts)]
        for number, one in enumerate(self._placed, start=1):
            counts[one.column] += 1
            if number in wanted:
                found.append(tuple(counts))
        return found

    def _cut(self, middle: tuple[bool, ...]) -> tuple[float, tuple[bool, ...], list[int]]:
        """Return the cheapest way to cut, with its cost, where ``middle`` says how cells stand."""
        costs, before = [0.0], [0]
        for last in range(1, len(self._cuts)):
            ways = [
                (costs[first] + self._cost(first, last, middle), first)
                for first in range(max(0, last - _LONGEST_BAND), last)
            ]
            cost, first = min(ways)
            costs.append(cost)
            before.append(first)
        chosen = [len(self._cuts) - 1]
        while chosen[-1]:
            chosen.append(before[chosen[-1]])
        return costs[-1], middle, chosen[::-1]

    def _is_unsure(self, chosen: Sequence[int], place: int, middle: tuple[bool, ...]) -> bool:
        """Tell whether a row may as well be one with the row above, or two."""
        first, last = chosen[place], chosen[place + 1]
        cost = self._cost(first, last, middle)
        parted = (
            self._cost(first, cut, middle) + self._cost(cut, last, middle)
            for cut in range(first + 1, last)
        )
        if min(parted, default=cost + _UNSURE) < cost + _UNSURE:
            return True
        if not place:
            return False
        above = chosen[place - 1]
        both = self._cost(above, first, middle) + cost
        return self._cost(above, last, middle) < both + _UNSURE

    def _cells(self, first: int, last: int) -> tuple[tuple[Line, ...], ...]:
        above, below = self._counts[first], self._counts[last]
        return tuple(
            tuple(lines[a:b]) for lines, a, b in zip(self._columns, above, below, strict=True)
        )

    def _cost(self, first: int, last: int, middle: tuple[bool, ...]) -> float:
        """Return what a row from one cut to another costs, the cut at its beginning with it."""
        above, below = self._counts[first], self._counts[last]
        top = self._placed[self._cuts[first]].line.y
        bottom = self._placed[self._cuts[last] - 1].line.y
        cost = _NEW_BAND
        for column, (a, b) in enumerate(zip(above, below, strict=True)):
            cost += self._cost_of_break(column, a) if first else 0.0
            if a == b:
                cost += 0.0 if column else _WITHOUT_NAME
                continue
            cost += self._gaps[column][b - 1] - self._gaps[column][a]
            lines = self._columns[column]
            over, under = top - lines[a].y, lines[b - 1].y - bottom
            off = abs(over - under) / 2 if middle[column] else over
            cost += _OFF * min(max(off / self._pitch - _SLACK, 0.0), 1.0)
        return cost

    @cached_property
    def _gaps(self) -> list[list[float]]:
        """Return for each line of each column what it costs to have those above in one cell."""
        return [
            list(accumulate((self._cost_within(n, a, b) for a, b in pairwise(lines)), initial=0.0))
            for n, lines in enumerate(self._columns)
        ]

    def _cost_within(self, column: int, before: Line, after: Line) -> float:
        """Return what it costs to have two lines of a column in one cell."""
        if self.is_seen(before, after):
            return _GAP if column else _GAP_IN_NAME
        if _differ(before, after):
            return _DIFFERENT
        if bullet_of(after.text) or begins_inside(before.text, after.text):
            return 0.0
        if not self._is_meant(column, before, after):
            return 0.0 if column else _NEW_NAME
        if column and before.text.endswith(_ENDS):
            return _UNSEEN
        return _MEANT if column else _MEANT_IN_NAME

    @cached_property
    def _breaks(self) -> list[list[float]]:
        """Return for each line of each column what a cut above it costs."""
        return [
            [0.0, *(self._cost_between(column, a, b) for a, b in pairwise(lines)), 0.0]
            for column, lines in enumerate(self._columns)
        ]

    def _cost_of_break(self, column: int, number: int) -> float:
        return self._breaks[column][number] if self._columns[column] else 0.0

    def _cost_between(self, column: int, before: Line, after: Line) -> float:
        """Return what it costs to part two lines of a column that follow each other."""
        if self.is_seen(before, after):
            return 0.0
        if bullet_of(after.text):
            return _UNSEEN
        if self._is_meant(column, before, after) or _differ(before, after):
            return 0.0
        if begins_inside(before.text, after.text):
            return _BROKEN
        is_ended = before.text.endswith(_ENDS) or not column
        return _UNSEEN if is_ended else _PERHAPS_BROKEN

    def _is_meant(self, column: int, before: Line, after: Line) -> bool:
        return is_meant(before, after, self._widths[column])

    def is_seen(self, before: Line, after: Line) -> bool:
        """Tell whether two lines of a column stand further apart than those of one text."""
        return abs(before.y - after.y - self._pitch) > _VISIBLE * self._pitch


def _may_be_two(cells: Sequence[Sequence[Line]]) -> bool:
    """Tell whether a name and a text of a row both have a line that may begin a row of its own."""
    return (
        bool(cells[0])
        and any(map(_begins, pairwise(cells[0])))
        and any(_begins(pair) for cell in cells[1:] for pair in pairwise(cell))
    )


def _begins(pair: tuple[Line, Line]) -> bool:
    before, after = pair[0].text, pair[1].text
    return after[:1].isupper() and not begins_inside(before, after)


def is_meant(before: Line, after: Line, width: float) -> bool:
    """Tell whether a line ends where the next word would have fitted into the width of its
    column.
    """
    if after.text[:1].islower():
        return False
    word = after.words[0]
    return (before.end - before.x) + (word.end - word.x) + _SPACE * after.size < width


def _differ(before: Line, after: Line) -> bool:
    """Tell whether plain letters stand below bold ones, as they do below heads."""
    return before.is_bold and not after.bold_letters


def _pitch(columns: Sequence[Sequence[Line]]) -> float:
    """Return how far the lines of a text in a cell stand from each other."""
    sizes = Counter(line.size for lines in columns for line in lines)
    size = sizes.most_common(1)[0][0]
    pairs = [(a, b) for lines in columns for a, b in pairwise(lines)]
    near = [(a, b) for a, b in pairs if 0.9 * size <= a.y - b.y <= 1.8 * size]
    inside = [pair for pair in near if pair[1].text[:1].islower()]
    found = Counter(round(a.y - b.y, 1) for a, b in inside or near)
    if not found:
        return 1.2 * size
    most = max(found.values())
    return min(distance for distance, count in found.items() if 2 * count >= most)
