"""White between columns: what no text of some lines of a page goes over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pathways.importing.reading.pdf_lines import Line, is_bullet
from pathways.importing.reading.pdf_words import Word

NEAR = 1.6  # points: words that begin so near each other begin at one place
_SPACE = 0.5  # of the size: a gap no wider is a space between words
_TIGHT = 0.33  # of the size: enough where a word begins at the place of a column
_FEWEST_GAPS = 3  # of a line whose spaces can be told to be alike
_ALIKE = 0.06  # of the size: how much the spaces of a justified line differ
_STRETCHED = 2.0  # of the size: wider spaces are those of columns
_BESIDE = 0.8  # of the size: lines no further apart stand beside each other


@dataclass(frozen=True)
class Extent:
    """A stretch from ``low`` to ``high`` across the page."""

    low: float
    high: float

    def overlap(self, other: Extent) -> float:
        """Return how much of it another one has, too."""
        return min(self.high, other.high) - max(self.low, other.low)


class Gutter(Extent):
    """White between columns."""


def gutters_of(lines: Sequence[Line], starts: Sequence[float] = ()) -> list[Gutter]:
    """Return what is left white between the columns of some lines, from the left; ``starts`` are
    places where columns are known to begin.
    """
    spans = sorted(span for line in lines for span in covered(line, starts))
    found: list[Gutter] = []
    end = spans[0][1]
    for low, high in spans[1:]:
        if low > end:
            found.append(Gutter(end, low))
        end = max(end, high)
    return found


def covered(line: Line, starts: Sequence[float] = ()) -> Iterator[tuple[float, float]]:
    """Yield from where to where there is text on a line, spaces between words with it."""
    if is_justified(line):
        yield line.words[0].x, line.words[-1].end
        return
    low, end = line.words[0].x, line.words[0].end
    for before, word in pairwise(line.words):
        if is_space(before, word, starts):
            end = max(end, word.end)
            continue
        yield low, end
        low, end = word.x, word.end
    yield low, end


def is_space(before: Word, word: Word, starts: Sequence[float] = ()) -> bool:
    """Tell whether what stands between two words of a line is but a space."""
    gap = (word.x - before.end) / word.size
    if gap < _TIGHT or is_bullet(before.text):
        return True
    return gap < _SPACE and not any(abs(word.x - x) <= NEAR for x in starts)


def is_justified(line: Line) -> bool:
    """Tell whether the spaces of a line are all stretched alike, so that it fills its width: then
    none of them parts columns.
    """
    gaps = [
        after.x - before.end for before, after in pairwise(line.words) if not is_bullet(before.text)
    ]
    if len(gaps) < _FEWEST_GAPS:
        return False
    alike = max(gaps) - min(gaps) <= _ALIKE * line.size
    return alike and max(gaps) <= _STRETCHED * line.size


def support_of(gutter: Gutter, lines: Sequence[Line]) -> int:
    """Return how often there is text on both sides of a gutter, on one line or on two that stand
    beside each other.
    """
    middle = (gutter.low + gutter.high) / 2
    count = 0
    for number, line in enumerate(lines):
        left, right = line.x < middle, line.end > middle
        if left and right:
            count += 1
        elif number and are_beside(lines[number - 1], line):
            count += (lines[number - 1].x < middle) != left
    return count


def are_beside(before: Line, after: Line) -> bool:
    """Tell whether two lines stand so near that they are no lines of one text."""
    near = abs(before.y - after.y) < _BESIDE * min(before.size, after.size)
    return near and (before.end < after.x or after.end < before.x)
