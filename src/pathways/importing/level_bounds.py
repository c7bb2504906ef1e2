"""Where each level of a running text begins and ends, when all that is known is a label near its
middle.

The text comes from a table whose rows are levels: each row begins on a line of its own, all lines
are about equally long, and the label stands on the middle line of its row. So, counted from where
its row begins, a label stands a whole number of lines in, and the row has about twice as many. The
width of a line is not known: the one that fits best is taken. What comes out is a judgement, and is
said to be one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_END = re.compile(r"(?<=[.!?])\s+(?=[“\"(]?[A-Z])")
_NARROWEST, _WIDEST = 40, 260  # characters in a line
_MOST_TRIES = 60_000  # of a row's beginning and end; above it, fewer widths are tried
_SLACK = 0.04  # how far, in lines, a line's end may be from the width
_OVERFULL = 16.0  # what a row costs whose label is a line away from its middle
_AT_ONCE = 1.0  # what a row costs whose label comes before all its text

Way = tuple[float, tuple[int, ...]]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, which joined by spaces are the text again."""
    return [part for part in _END.split(" ".join(text.split())) if part]


def level_bounds(found: Sequence[str], places: Sequence[int], first: int = 0) -> list[int]:
    """Return the numbers of the sentences at which the levels begin, and behind them the end of the
    last.

    ``places`` are the characters at which the labels stand in the sentences joined by spaces. Where
    ``first`` is not 0, the first level begins there; otherwise where it fits best.
    """
    spans, at = [], 0
    for sentence in found:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    tries = 2 * len(found) * (1 + len(found) // max(len(places), 1))
    step = 1 + (_WIDEST - _NARROWEST) * tries // _MOST_TRIES
    widths = range(_NARROWEST, _WIDEST + 1, step) if tries <= _MOST_TRIES else ()
    ways = [_best(spans, places, first, width, late) for width in widths for late in (0, 1)]
    fitting = [way for way in ways if way]
    if not fitting or not places:
        levels = max(len(places), 1)
        return [first + (len(found) - first) * number // levels for number in range(levels + 1)]
    return list(min(fitting)[1])


def _best(
    spans: Sequence[tuple[int, int]], places: Sequence[int], first: int, width: int, late: int
) -> Way | None:
    """Return the cheapest division for lines of one width; None where a label would lie outside its
    own text.

    ``late`` is 1 where the label comes behind the middle line instead of before it.
    """
    count = len(spans)
    ways: dict[int, Way] = {
        begin: (0.0, (begin,)) for begin in ([first] if first else range(count))
    }
    for level, place in enumerate(places):
        last = level == len(places) - 1
        following: dict[int, Way] = {}
        for begin, (cost, way) in ways.items():
            if spans[begin][0] > place + 2:
                continue
            for end in [count] if last else range(begin + 1, count):
                if spans[end - 1][1] < place - 2:
                    continue
                if not last and spans[end - 1][0] > places[level + 1]:
                    break
                total = cost + _cost(
                    place - spans[begin][0] + 1, spans[end - 1][1] - spans[begin][0], width, late
                )
                if end not in following or total < following[end][0]:
                    following[end] = total, (*way, end)
        ways = following
    return ways.get(count)


def _cost(before: int, length: int, width: int, late: int) -> float:
    lines = round(before / width)
    off = abs(before - lines * width) / (_SLACK * width * (1 + lines))
    least, most = (2 * lines - late) * width, (2 * lines + 2 - late) * width
    outside = max(0, least - length, length - most) / width
    return off * off + _OVERFULL * outside * outside + (_AT_ONCE if not lines else 0)
