"""Tables of a PDF without drawn cells: words that begin at the same places, line after line, with
nothing across.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pathways.importing.reading.pdf_lines import Line, is_bullet
from pathways.importing.reading.pdf_words import Word

_NEAR = 1.6  # points: words that begin so near each other begin at one place
_FREE = 0.34  # of the size: left free before a column at least; a space is less
_WIDE = 0.9  # of the size: a gap that is no space between words
_HELD = 3  # lines in which words begin at one place, so that it is a column
_FEWEST = 2  # lines with text in two columns
_FURTHEST = 4.0  # sizes: lines further apart belong to different things
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")
_NEW_ROW = 1.3  # of the smallest distance of lines: a new row


@dataclass(frozen=True)
class Aligned:
    """A stretch of lines, from ``first`` up to ``last``, that make the rows of a table."""

    first: int
    last: int
    rows: Sequence[Sequence[str]]


def aligned_tables(lines: Sequence[Line]) -> list[Aligned]:
    """Return the tables that some lines of a page make, in order."""
    found: list[Aligned] = []
    at = 0
    while at < len(lines):
        table = _table_at(lines, at, found[-1].last if found else 0)
        if table is None:
            at += 1
            continue
        found.append(table)
        at = table.last
    return found


def _table_at(lines: Sequence[Line], at: int, lowest: int) -> Aligned | None:
    starts = _starts(lines[at])
    if not starts:
        return None
    last = at + 1
    support: dict[float, int] = dict.fromkeys(starts, 1)
    while last < len(lines) and _follows(lines[last - 1], lines[last]):
        kept = [x for x in starts if not _crossed(lines[last], x)]
        others = [x for x in _starts(lines[last]) if all(abs(x - y) > _NEAR for y in starts)]
        if not kept or not all(_fits(lines[at:last], x) for x in others):
            break
        if len(kept) < len(starts) and sum(support.values()) > 2 * len(support):
            break  # the columns held for so long that this is another thing
        starts = sorted((*kept, *others))
        support.update((x, sum(_begins(line, x) for line in lines[at:last])) for x in others)
        for x in starts:
            support[x] += _begins(lines[last], x)
        last += 1
    if last - at < 2:
        return None
    columns = [
        x
        for x in starts
        if _holds(lines[at:last], x)
        or (support[x] >= max(_FEWEST, 0.34 * (last - at)) and _is_wide(lines[at:last], x))
    ]
    if not columns or _has_only_bullets(lines[at:last], 0.0, columns[0]):
        return None
    first = _heads(lines, at, columns, lowest)
    while last > at + 1 and all(_column(word, columns) == 0 for word in lines[last - 1].words):
        last -= 1  # lines that stand in the first column alone are text behind the table
    both = sum(_is_beside(line, columns) for line in lines[at:last])
    if both < _FEWEST:
        return None
    columns = _with_tight(lines[first:last], columns)
    return Aligned(first, last, _rows(lines[first:last], columns))


def _starts(line: Line) -> list[float]:
    """Return where words begin behind a gap that is more than a space."""
    return [
        word.x for before, word in pairwise(line.words) if word.x - before.end >= _WIDE * word.size
    ]


def _is_wide(lines: Sequence[Line], x: float) -> bool:
    """Tell whether the gap before a column is more than a space in most lines."""
    gaps = [
        (word.x - before.end) / word.size
        for line in lines
        for before, word in pairwise(line.words)
        if abs(word.x - x) <= _NEAR
    ]
    return sum(gap >= _WIDE for gap in gaps) > 0.6 * len(gaps)


def _fits(lines: Sequence[Line], x: float) -> bool:
    """Tell whether a place may be a column of the lines above, too, where a word begins at it."""
    return any(_begins(line, x) for line in lines) and not any(_crossed(line, x) for line in lines)


def _holds(lines: Sequence[Line], x: float) -> bool:
    """Tell whether words begin at a place in several lines and none goes over it, however small
    the gap before it: the words of running text do not stand below each other like that.
    """
    begun = sum(_begins(line, x) for line in lines)
    return begun >= _HELD and not any(_crossed(line, x) for line in lines)


def _with_tight(lines: Sequence[Line], columns: Sequence[float]) -> list[float]:
    """Return the columns with those between them whose gaps are as small as spaces."""
    left = min(line.words[0].x for line in lines)
    places: Counter[float] = Counter(word.x for line in lines for word in line.words)
    found = list(columns)
    for x in sorted(places, key=lambda x: (-places[x], x)):
        near = sum(count for other, count in places.items() if abs(other - x) <= _NEAR)
        if near < max(_HELD, 0.4 * len(lines)) or x <= left + _NEAR:
            continue
        if any(abs(x - other) <= _NEAR for other in found) or not _holds(lines, x):
            continue
        if not _has_only_bullets(lines, max((y for y in found if y < x), default=left), x):
            found.append(x)
    return sorted(found)


def _has_only_bullets(lines: Sequence[Line], low: float, high: float) -> bool:
    """Tell whether nothing but bullets and numbers stands between two places."""
    texts = [
        " ".join(w.text for w in line.words if low - _NEAR <= w.x < high - _NEAR) for line in lines
    ]
    return all(not text or is_bullet(text) or _NUMBER.fullmatch(text) for text in texts)


def _follows(before: Line, after: Line) -> bool:
    gap = before.y - after.y
    return before.column == after.column and 0 < gap <= _FURTHEST * max(before.size, after.size)


def _begins(line: Line, x: float) -> bool:
    return any(abs(word.x - x) <= _NEAR for word in line.words)


def _crossed(line: Line, x: float) -> bool:
    """Tell whether text goes over a place, or ends so near before it that it is one text."""
    for before, word in pairwise(line.words):
        inside = before.end > x - 0.5 and before.x < x - _NEAR
        if inside:
            return True
        joined = word.x - before.end < _FREE * word.size
        if joined and before.x < x - _NEAR and word.x > x - _NEAR:
            return True
        if not _begins(line, x) and before.end < x < word.x:
            small = word.x - before.end < _WIDE * word.size
            if small:
                return True
    last = line.words[-1]
    return last.x < x - _NEAR and last.end > x - 0.5


def _is_beside(line: Line, columns: Sequence[float]) -> bool:
    return len({_column(word, columns) for word in line.words}) > 1


def _column(word: Word, columns: Sequence[float]) -> int:
    return sum(word.x >= x - _NEAR for x in columns)


def _heads(lines: Sequence[Line], at: int, columns: Sequence[float], lowest: int) -> int:
    """Return where the table begins with its heads, which may stand in the middle of columns."""
    first = at
    while first > lowest and first > at - 3:
        line = lines[first - 1]
        wide = [s for s in line.stretches if s.gap > _WIDE]
        if not wide or not _follows(line, lines[first]) or len(wide) > len(columns) + 1:
            break
        if any(_crossed(line, x) for x in columns):
            break
        first -= 1
    return first


def _rows(lines: Sequence[Line], columns: Sequence[float]) -> list[list[str]]:
    gaps = [a.y - b.y for a, b in pairwise(lines)]
    usual = min(gaps, default=0.0)
    even = not gaps or max(gaps) < _NEW_ROW * usual
    rows: list[list[str]] = []
    for number, line in enumerate(lines):
        cells: list[list[str]] = [[] for _column_ in range(len(columns) + 1)]
        for word in line.words:
            cells[_column(word, columns)].append(word.text)
        texts = [" ".join(cell) for cell in cells]
        gap = gaps[number - 1] if number else 0.0
        if not rows or _new_row(texts, gap, usual, even):
            rows.append(texts)
        else:
            rows[-1] = [
                f"{above}\n{text}".strip("\n") for above, text in zip(rows[-1], texts, strict=True)
            ]
    return rows


def _new_row(texts: Sequence[str], gap: float, usual: float, even: bool) -> bool:
    if not even:
        return gap >= _NEW_ROW * usual
    return bool(texts[0]) and not texts[0][0].islower()
