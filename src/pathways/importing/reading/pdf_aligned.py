"""Tables of a PDF without drawn cells: lines beside each other with white between them that goes
down through all of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pathways.importing.reading.line_breaks import begins_inside, between
from pathways.importing.reading.pdf_ends import trimmed
from pathways.importing.reading.pdf_gutters import (
    NEAR,
    Extent,
    Gutter,
    are_beside,
    covered,
    gutters_of,
    is_justified,
    is_space,
    support_of,
)
from pathways.importing.reading.pdf_lines import Line, is_bullet, lines_of
from pathways.importing.reading.pdf_rows import RowFinder, is_meant
from pathways.importing.reading.pdf_words import Word
from pathways.importing.reading.points import bullet_of

_WIDE = 0.9  # of the size: a gap that is no space between words
_HELD = 3  # lines in which words begin at one place, so that it is a column
_FEWEST = 2  # times that there is text on both sides of a gutter
_INDENT = 3.5  # sizes: how far points stand inside their column
_FURTHEST = 4.0  # sizes: lines further apart belong to different things
_APART = 1.8  # sizes: what stands further apart at the edge of a page is its header or footer
_LARGER = 1.1
_EDGE = 0.07  # of the height of a page
_MOST_LINES = 300
_MOST_HEADS = 12  # lines above the first one with a wide gap
_MOST_HEADERS = 3  # lines above a table that goes on on a new page
_FOOTER = 0.1  # of the height of a page
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")


@dataclass(frozen=True)
class Aligned:
    """A stretch of lines, from ``first`` up to ``last``, that make the rows of a table.

    ``columns`` says from where to where the text of each goes; ``unsure`` are the numbers of rows
    that may as well begin elsewhere.
    """

    first: int
    last: int
    rows: Sequence[Sequence[str]]
    columns: tuple[Extent, ...] = ()
    unsure: Sequence[int] = field(default=())


def aligned_tables(lines: Sequence[Line], before: Sequence[Extent] = ()) -> list[Aligned]:
    """Return the tables that some lines of a page make, in order; ``before`` are the columns of
    the one that the page before ended with.
    """
    found = [table for table in (_going_on(lines, before),) if table is not None]
    at = found[-1].last if found else 0
    while at < len(lines):
        table = _table_at(lines, at, found[-1].last if found else 0)
        if table is None:
            at += 1
            continue
        found.append(table)
        at = table.last
    return found


def ends_page(table: Aligned, lines: Sequence[Line]) -> bool:
    """Tell whether nothing but a footer stands below a table."""
    return all(line.y < _FOOTER * line.height for line in lines[table.last :])


def _going_on(lines: Sequence[Line], columns: Sequence[Extent]) -> Aligned | None:
    """Return the table of the page before as it goes on, below a header of the page or none."""
    if len(columns) < 2:
        return None
    for at in range(min(_MOST_HEADERS, len(lines))):
        last, spans = at, list(columns)
        white = [Gutter(a.high, b.low) for a, b in pairwise(columns)]
        while last < len(lines) and (last == at or _follows(lines[last - 1], lines[last])):
            wider = _with_line(spans, lines[last])
            if not wider or _is_heading(lines, at, last, white):
                break
            last, spans = last + 1, wider
        gutters = [Gutter(a.high, b.low) for a, b in pairwise(spans)]
        table = _made(lines, at, last, gutters) if last > at else None
        if table is not None:
            return table
    return None


def _with_line(columns: Sequence[Extent], line: Line) -> list[Extent]:
    """Return columns with the text of one more line in them, none where it goes over two."""
    found = list(columns)
    for low, high in covered(line, [column.low for column in columns]):
        text = Extent(low, high)
        places = sorted(range(len(found)), key=lambda n: -found[n].overlap(text))
        if found[places[1]].overlap(text) > 0:
            return []
        near = found[places[0]]
        found[places[0]] = Extent(min(near.low, low), max(near.high, high))
    return found


def _table_at(lines: Sequence[Line], at: int, lowest: int) -> Aligned | None:
    if not _may_begin(lines, at):
        return None
    last = _end_of(lines, at)
    first = _begin_of(lines, at, last, lowest)
    gutters = _columns(lines[first:last])
    if not gutters or not all(map(_is_aligned, _sides(lines[first:last], gutters))):
        return None
    return _made(lines, first, last, gutters)


def _made(
    lines: Sequence[Line], first: int, last: int, gutters: Sequence[Gutter]
) -> Aligned | None:
    """Return the table that some lines make with these gutters, None where none is left of it."""
    sides = _sides(lines[first:last], gutters)
    widths = _widths(sides, gutters)
    finder = RowFinder(sides, widths)
    bands = trimmed(finder.bands(), gutters)
    if not bands:
        return None
    shown = [line.y for band in bands for cell in band.cells for line in cell]
    top, bottom = max(shown) + NEAR, min(shown) - NEAR
    inside = [n for n in range(first, last) if bottom <= lines[n].y <= top]
    rows = [
        [_text(cell, width, finder) for cell, width in zip(band.cells, widths, strict=True)]
        for band in bands
    ]
    unsure = [number for number, band in enumerate(bands) if band.unsure]
    return Aligned(inside[0], inside[-1] + 1, rows, _spans(sides, gutters), unsure)


def _may_begin(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line has a gap wider than a space, or another line beside it."""
    if _starts(lines[at]):
        return True
    return at + 1 < len(lines) and are_beside(lines[at], lines[at + 1])


def _starts(line: Line) -> list[float]:
    """Return where words begin behind a gap that is more than a space."""
    if is_justified(line):
        return []
    return [
        word.x
        for before, word in pairwise(line.words)
        if word.x - before.end >= _WIDE * word.size and not is_space(before, word)
    ]


def _end_of(lines: Sequence[Line], at: int) -> int:
    """Return where the lines end that leave the same columns white."""
    last = at + 1
    known = _gutters(lines[at:last], ())
    while last < len(lines) and last - at < _MOST_LINES and _follows(lines[last - 1], lines[last]):
        after = _gutters(lines[at : last + 1], known)
        if not after or not _are_kept(lines[at:last], known, after):
            break
        if _is_foreign(lines[last], lines[at:last], known) or _is_heading(lines, at, last, known):
            break
        known = after
        last += 1
    return last


def _begin_of(lines: Sequence[Line], at: int, last: int, lowest: int) -> int:
    """Return where the table begins with its heads, which may stand in the middle of columns."""
    first = at
    known = _gutters(lines[at:last], ())
    while first > lowest and at - first < _MOST_HEADS:
        line, below = lines[first - 1], lines[first]
        if not _follows(line, below) or abs(line.size - below.size) > 0.6:
            break
        after = _gutters(lines[first - 1 : last], known)
        if not after or not _are_kept(lines[first:last], known, after):
            break
        known = after
        first -= 1
    return first


def _gutters(lines: Sequence[Line], known: Sequence[Gutter]) -> list[Gutter]:
    starts = [gutter.high for gutter in known] or _starts(lines[0])
    return gutters_of(lines, starts)


def _are_kept(lines: Sequence[Line], before: Sequence[Gutter], after: Sequence[Gutter]) -> bool:
    """Tell whether all gutters with text on both sides are still there."""
    lost = [old for old in before if not any(new.overlap(old) > 0 for new in after)]
    return not any(support_of(old, lines) >= _FEWEST for old in lost)


def _is_foreign(line: Line, lines: Sequence[Line], gutters: Sequence[Gutter]) -> bool:
    """Tell whether a line has text on both sides of a gutter, but not at the place where all
    others begin behind it.
    """
    for gutter in gutters:
        x = _behind(line, gutter)
        indent = x - gutter.high
        if not x or indent <= _INDENT * line.size or _begins_column(x, gutters):
            continue
        starts = [_behind(other, gutter) for other in lines]
        here = sum(abs(start - gutter.high) <= NEAR for start in starts)
        elsewhere = any(start and not _begins_column(start, gutters) for start in starts)
        if here >= _FEWEST and not elsewhere:
            return True
    return False


def _is_heading(lines: Sequence[Line], at: int, place: int, gutters: Sequence[Gutter]) -> bool:
    """Tell whether a line is written larger than the rows above it, and stands on one side of all
    gutters: the heading of what comes below the table.
    """
    line, above = lines[place], lines[at:place]
    larger = all(line.size > _LARGER * other.size for other in above)
    return larger and len(above) > 1 and not any(_behind(line, gutter) for gutter in gutters)


def _begins_column(x: float, gutters: Sequence[Gutter]) -> bool:
    return any(abs(x - gutter.high) <= NEAR for gutter in gutters)


def _behind(line: Line, gutter: Gutter) -> float:
    """Return where a line goes on behind a gutter, 0 where it has no text before or behind it."""
    if line.x > gutter.low:
        return 0.0
    return next((word.x for word in line.words if word.x >= gutter.high - NEAR), 0.0)


def _follows(before: Line, after: Line) -> bool:
    gap, size = before.y - after.y, max(before.size, after.size)
    edge = _EDGE * before.height
    at_edge = after.y < edge or before.y > before.height - edge
    furthest = _APART if at_edge else _FURTHEST
    return before.column == after.column and 0 < gap <= furthest * size


def _columns(lines: Sequence[Line]) -> list[Gutter]:
    """Return the gutters that part columns, none where the lines make no table."""
    if len(lines) < _FEWEST:
        return []
    wide = [g for g in _gutters(lines, _known(lines)) if support_of(g, lines) >= _FEWEST]
    if not wide:
        return []
    found = gutters_of(lines, [*(gutter.high for gutter in wide), *_tight(lines)])
    found = [gutter for gutter in found if _is_between_columns(gutter, lines)]
    return found if _is_table(lines, found) else []


def _is_between_columns(gutter: Gutter, lines: Sequence[Line]) -> bool:
    """Tell whether there is text on both sides of a gutter, once at least where it is wide."""
    wide = gutter.high - gutter.low >= _WIDE * lines[0].size
    return support_of(gutter, lines) >= (1 if wide else _FEWEST)


def _known(lines: Sequence[Line]) -> list[Gutter]:
    known: list[Gutter] = []
    for last in range(1, len(lines) + 1):
        known = _gutters(lines[:last], known)
    return known


def _tight(lines: Sequence[Line]) -> list[float]:
    """Return where words begin line after line, however small the gap before them: the words of
    running text do not stand below each other like that.
    """
    left = min(line.words[0].x for line in lines)
    places: Counter[float] = Counter(word.x for line in lines for word in line.words)
    least = max(_HELD, 0.4 * len(lines))
    return [
        x
        for x in sorted(places, key=lambda x: (-places[x], x))
        if x > left + NEAR
        and sum(count for other, count in places.items() if abs(other - x) <= NEAR) >= least
    ]


def _is_table(lines: Sequence[Line], gutters: Sequence[Gutter]) -> bool:
    """Tell whether there is more than bullets or numbers before a text."""
    if not gutters:
        return False
    first = [
        " ".join(word.text for word in line.words if word.x < gutters[0].low) for line in lines
    ]
    only_numbers = all(not text or is_bullet(text) or _NUMBER.fullmatch(text) for text in first)
    return not only_numbers or len(gutters) > 1


def _is_aligned(side: Sequence[Line]) -> bool:
    """Tell whether most lines of a column begin, end or have their middle at one place."""
    places = (
        [line.x for line in side],
        [(line.x + line.end) / 2 for line in side],
        [line.end for line in side],
    )
    most = max(sum(abs(x - y) <= 2 * NEAR for x in kind) for kind in places for y in kind)
    return 2 * most > len(side)


def _sides(lines: Sequence[Line], gutters: Sequence[Gutter]) -> list[list[Line]]:
    """Return the lines of each column."""
    words: list[list[Word]] = [[] for _column in range(len(gutters) + 1)]
    for line in lines:
        for word in line.words:
            words[sum(word.x >= g.high - NEAR for g in gutters)].append(word)
    page, height = lines[0].page, lines[0].height
    return [lines_of(side, page, height) for side in words]


def _spans(sides: Sequence[Sequence[Line]], gutters: Sequence[Gutter]) -> tuple[Extent, ...]:
    lows = [0.0, *(gutter.high for gutter in gutters)]
    end = max(line.end for side in sides for line in side)
    highs = [*(gutter.low for gutter in gutters), max(end, lows[-1] + 1)]
    return tuple(Extent(low, high) for low, high in zip(lows, highs, strict=True))


def _widths(sides: Sequence[Sequence[Line]], gutters: Sequence[Gutter]) -> list[float]:
    """Return how wide the texts of each column may be: as wide as its longest line, or up to where
    the next column begins.
    """
    widths = []
    for number, side in enumerate(sides):
        left = min((line.x for line in side), default=0.0)
        right = max((line.end for line in side), default=0.0)
        if number < len(gutters):
            high, after = gutters[number].high, sides[number + 1]
            aligned = sum(line.x <= high + NEAR for line in after)
            if 2 * aligned > len(after) > 1:
                right = max(right, high - after[0].size)
        widths.append(right - left)
    return widths


def _text(lines: Sequence[Line], width: float, finder: RowFinder) -> str:
    """Return the text of a cell; a gap ends a paragraph, as does a line that ends where the next
    word would have fitted in.
    """
    parts: list[str] = []
    for number, line in enumerate(lines):
        text = line.text.replace("\t", " ")
        before = lines[number - 1]
        if not number or bullet_of(text) or _is_new(before, line, width, finder):
            parts.append(text)
        else:
            parts[-1] += between(parts[-1], text) + text
    return "\n".join(parts)


def _is_new(before: Line, line: Line, width: float, finder: RowFinder) -> bool:
    if begins_inside(before.text, line.text):
        return False
    ended = before.text.endswith((".", "!", "?", ";", ":"))
    return finder.is_seen(before, line) or (ended and is_meant(before, line, width))
