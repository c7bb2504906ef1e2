"""Tables of a PDF whose cells are drawn: the lines make a grid, the words fall into its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pathways.importing.reading.pdf_words import PageWords, Rule, Word

_NEAR = 2.5  # points: lines so near are one
_MOST_CELLS = 5_000


@dataclass
class Grid:
    """The lines of one table: x of those that go down, y of those that go across, from the top."""

    xs: list[float]
    ys: list[float]
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)

    @property
    def top(self) -> float:
        """Return where the table begins."""
        return self.ys[0]

    def holds(self, word: Word) -> bool:
        """Tell whether a word stands inside the table."""
        middle, height = (word.x + word.end) / 2, word.y + 0.3 * word.size
        return self.xs[0] <= middle <= self.xs[-1] and self.ys[-1] <= height <= self.ys[0]

    def cell_of(self, word: Word) -> tuple[int, int]:
        """Return the row and column in which a word stands."""
        middle, height = (word.x + word.end) / 2, word.y + 0.3 * word.size
        column = sum(x < middle for x in self.xs[1:-1])
        row = sum(y > height for y in self.ys[1:-1])
        return row, column

    def corner(self, row: int, column: int) -> tuple[int, int]:
        """Return the first place of the cell that covers a place: where no line parts two places,
        they are one cell.
        """
        while column and not self._parted_down(row, column):
            column -= 1
        while row and not self._parted_across(row, column):
            row -= 1
        while column and not self._parted_down(row, column):
            column -= 1
        return row, column

    def _parted_down(self, row: int, column: int) -> bool:
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        x = self.xs[column]
        return any(abs(r.at - x) <= _NEAR and r.low <= middle <= r.high for r in self.down)

    def _parted_across(self, row: int, column: int) -> bool:
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        y = self.ys[row]
        return any(abs(r.at - y) <= _NEAR and r.low <= middle <= r.high for r in self.across)


def grids_of(page: PageWords) -> list[Grid]:
    """Return the drawn tables of a page, from the top."""
    found = []
    for across, down in _groups(_joined(page.across), _joined(page.down)):
        across, down = _meeting(across, down), _meeting(down, across)
        xs = _merged([rule.at for rule in down])
        ys = _merged([rule.at for rule in across])[::-1]
        if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_CELLS:
            continue
        grid = Grid(xs, ys, across, down)
        inside = [word for word in page.words if grid.holds(word)]
        cells = {grid.corner(*grid.cell_of(word)) for word in inside}
        columns = {column for _row, column in cells}
        if len(cells) >= 3 and len(columns) >= 2:
            found.append(grid)
    return sorted(found, key=lambda grid: -grid.top)


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Return lines that go on in one another as one, as those of cells beside each other do."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at), rule.low)):
        last = found[-1] if found else None
        if last and abs(last.at - rule.at) <= 1.2 and rule.low <= last.high + _NEAR:
            found[-1] = Rule(last.at, last.low, max(last.high, rule.high))
        else:
            found.append(rule)
    return found


def _meeting(rules: Sequence[Rule], others: Sequence[Rule]) -> list[Rule]:
    """Return the lines that part cells: those that end on others which go further, and the outer
    ones; boxes and underlines inside a cell do not.
    """
    if not rules:
        return []
    low, high = min(rule.at for rule in rules), max(rule.at for rule in rules)

    def ends_on(rule: Rule, end: float) -> bool:
        return any(
            abs(other.at - end) <= 2 * _NEAR
            and other.low < rule.at - _NEAR
            and other.high > rule.at + _NEAR
            for other in others
        )

    return [
        rule
        for rule in rules
        if rule.at - low <= _NEAR
        or high - rule.at <= _NEAR
        or (ends_on(rule, rule.low) and ends_on(rule, rule.high))
    ]


def _groups(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the lines that touch one another, group by group."""
    rules = [*((rule, True) for rule in across), *((rule, False) for rule in down)]
    owner = list(range(len(rules)))

    def root(place: int) -> int:
        while owner[place] != place:
            owner[place] = owner[owner[place]]
            place = owner[place]
        return place

    flat = [place for place, (_rule, is_across) in enumerate(rules) if is_across]
    upright = [place for place, (_rule, is_across) in enumerate(rules) if not is_across]
    for a in flat:
        for b in upright:
            if _cross(rules[a][0], rules[b][0]):
                owner[root(a)] = root(b)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for place, (rule, is_across) in enumerate(rules):
        groups.setdefault(root(place), ([], []))[0 if is_across else 1].append(rule)
    return [group for group in groups.values() if len(group[0]) > 1 and len(group[1]) > 1]


def _cross(across: Rule, down: Rule) -> bool:
    return (
        across.low - _NEAR <= down.at <= across.high + _NEAR
        and down.low - _NEAR <= across.at <= down.high + _NEAR
    )


def _merged(places: Sequence[float]) -> list[float]:
    """Return places in rising order, those that are near each other as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found
