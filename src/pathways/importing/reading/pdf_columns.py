"""Running text in two columns: told by the gutter between them, and read one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pathways.importing.reading.pdf_lines import Line, line_of

_FEWEST = 8  # lines beside each other
_ALIGNED = 4.0  # points
_FULL = 0.72  # of the width of a column: a line that reaches so far is running text
_RUNNING = 0.5  # of the lines of a column are full


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page, those of two columns one column after the other."""
    gutter = _gutter(lines)
    if gutter is None:
        return list(lines)
    left_end, right_start = gutter
    first = next(n for n, line in enumerate(lines) if _begins_at(line, right_start + _ALIGNED))
    result: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for number, line in enumerate(lines):
        above = number < first and len(line.stretches) > 1  # a header, which is no column
        halves = None if above else _halves(line, left_end, right_start)
        if halves is None:
            result.extend((*left, *right, line))
            left, right = [], []
            continue
        if halves[0]:
            left.append(halves[0])
        if halves[1]:
            right.append(halves[1])
    return [*result, *left, *right]


def _begins_at(line: Line, x: float) -> bool:
    return len(line.stretches) == 2 and abs(line.stretches[1].x - x) <= 1.5 * _ALIGNED


def _gutter(lines: Sequence[Line]) -> tuple[float, float] | None:
    """Return where the left column ends and the right one begins, None where there is but one."""
    starts = Counter(
        round(stretch.x / _ALIGNED)
        for line in lines
        if len(line.stretches) == 2
        for stretch in line.stretches[1:]
    )
    if not starts:
        return None
    start, count = starts.most_common(1)[0]
    if count < _FEWEST:
        return None
    x = start * _ALIGNED
    pairs = [line for line in lines if _begins_at(line, x)]
    left_x = min(line.x for line in pairs)
    left_end = max(line.stretches[0].end for line in pairs)
    right_end = max(line.end for line in pairs)
    widths = left_end - left_x, right_end - x
    if left_end >= x or not 0.55 < widths[0] / max(widths[1], 1.0) < 1.8:
        return None
    fulls = (
        sum(line.stretches[0].end - left_x > _FULL * widths[0] for line in pairs),
        sum(line.end - x > _FULL * widths[1] for line in pairs),
    )
    running = all(full >= _RUNNING * len(pairs) for full in fulls)
    return (left_end, x - _ALIGNED) if running else None


def _halves(
    line: Line, left_end: float, right_start: float
) -> tuple[Line | None, Line | None] | None:
    """Return what of a line stands in each column, None where it goes over the gutter."""
    if any(s.x < left_end and s.end > right_start + 8 for s in line.stretches):
        return None
    sides = (
        [word for word in line.words if word.x < right_start],
        [word for word in line.words if word.x >= right_start],
    )
    halves: list[Line | None] = [None, None]
    for column, words in enumerate(sides):
        if words:
            halves[column] = replace(line_of(words, line.page, line.height), column=column)
    return halves[0], halves[1]
