"""Which steps lead from one box of the map to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

Pair = tuple[str, str]


def between(steps: Iterable[Pair], stops: Sequence[str]) -> set[Pair]:
    """Return the steps on the shortest ways, up or down, from each stop to the next."""
    ahead: dict[str, list[str]] = {}
    for source, target in steps:
        ahead.setdefault(source, []).append(target)
    found: set[Pair] = set()
    for first, last in pairwise(stops):
        found.update(_way(ahead, first, last) or _way(ahead, last, first))
    return found


def _way(ahead: Mapping[str, Sequence[str]], first: str, last: str) -> list[Pair]:
    before: dict[str, str] = {first: first}
    row = [first]
    while row and last not in before:
        reached = [
            (node, target) for node in row for target in ahead.get(node, ()) if target not in before
        ]
        before.update((target, node) for node, target in reversed(reached))
        row = list(dict.fromkeys(target for _node, target in reached))
    way, here = [], last
    while here in before and here != first:
        way.append((before[here], here))
        here = before[here]
    return way
