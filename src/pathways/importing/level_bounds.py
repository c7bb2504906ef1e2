"""Where each level of a running text begins and ends, when all that is known is a label near its middle."""

from __future__ import annotations

import re
from collections.abc import Sequence

_END = re.compile(r"(?<=[.!?])\s+(?=[“\"(]?[A-Z])")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, which joined by spaces are the text again."""
    return [part for part in _END.split(" ".join(text.split())) if part]


def level_bounds(found: Sequence[str], places: Sequence[int], first: int = 0) -> list[int]:
    """Return the numbers of the sentences at which the levels begin, and behind them the end of the last.

    ``places`` are the characters at which the labels stand. Each label is to be as near as possible to the middle of
    its sentences, all of them together; the sentence that a label stands in belongs to it. Where ``first`` is not 0,
    the first level begins there; otherwise where it fits best.
    """
    starts, at = [], 0
    for sentence in found:
        starts.append(at)
        at += len(sentence) + 1
    ends = [start + len(sentence) for start, sentence in zip(starts, found, strict=True)]
    count, levels = len(found), len(places)
    inside = [_holding(starts, ends, place) for place in places]
    begin_at = [first] if first else list(range(count))
    best: dict[int, tuple[float, list[int]]] = {begin: (0.0, [begin]) for begin in begin_at}
    for level, place in enumerate(places):
        following: dict[int, tuple[float, list[int]]] = {}
        for begin, (cost, way) in best.items():
            last = [count] if level == levels - 1 else range(begin + 1, count)
            for end in last:
                if end <= begin or (inside[level] is not None and not begin <= inside[level] < end):
                    continue
                total = cost + (place - (starts[begin] + ends[end - 1]) / 2) ** 2
                if end not in following or total < following[end][0]:
                    following[end] = (total, [*way, end])
        best = following
    if count not in best:  # no division keeps every label in its own text: share the sentences out evenly
        return [first + (count - first) * number // levels for number in range(levels + 1)]
    return best[count][1]


def _holding(starts: Sequence[int], ends: Sequence[int], place: int) -> int | None:
    """Return the sentence that a place lies in, None where it lies between two."""
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if start + 1 < place < end - 1:
            return number
    return None
