"""Ways that lead back to where they began."""

from __future__ import annotations

from collections.abc import Iterable

_MOST = 20


def cycles(steps: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return cycles among ``steps`` (from, to), each as the nodes along it: [a, b] for a -> b -> a.

    Without the last step of every cycle returned there would be none left, unless there are more than twenty.
    A step from a node to itself is no cycle here.
    """
    after: dict[str, list[str]] = {}
    for source, target in steps:
        if source != target:
            after.setdefault(source, []).append(target)
    found: list[list[str]] = []
    done: set[str] = set()
    for start in after:
        if start not in done and len(found) < _MOST:
            _follow(start, after, done, found)
    return found[:_MOST]


def _follow(start: str, after: dict[str, list[str]], done: set[str], found: list[list[str]]) -> None:
    """Walk on from ``start`` depth first (without recursion: ladders may be long) and note every way back."""
    way = {start: 0}  # node: its place on the way here
    branches = [iter(after.get(start, ()))]
    while branches:
        for target in branches[-1]:
            if target in way:
                found.append(list(way)[way[target] :])
                if len(found) >= _MOST:
                    return
            elif target not in done:
                way[target] = len(way)
                branches.append(iter(after.get(target, ())))
                break
        else:
            branches.pop()
            done.add(way.popitem()[0])
