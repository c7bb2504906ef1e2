"""Steps that lead back to where they began."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from pathways.errors import shortened
from pathways.i18n import _
from pathways.model.library import Library
from pathways.model.problem import Problem, Severity
from pathways.model.step import Step

LONGEST = 8  # nodes named in a sentence; the middle of a longer circle is left out

Ways = dict[str, list[str]]


def circles(steps: Iterable[Step], order: Iterable[str] = ()) -> list[tuple[str, ...]]:
    """Find one circle for each group of nodes that can all reach each other.

    Each is the shortest through the group's first node, and starts there; first is what stands
    first in ``order`` and, after that, in the steps. A step from a node to itself is a circle of
    one. Takes time in line with the steps.
    """
    ways: Ways = {node: [] for node in order}
    for step in steps:
        ways.setdefault(step.source, []).append(step.target)
        ways.setdefault(step.target, [])
    places = {node: place for place, node in enumerate(ways)}
    found = []
    for group in groups(ways):
        first = min(group, key=places.__getitem__)
        if len(group) > 1 or first in ways[first]:
            found.append(_shortest(first, set(group), ways))
    return sorted(found, key=lambda circle: places[circle[0]])


def groups(ways: Ways) -> Iterator[list[str]]:
    """Yield the groups of nodes that can all reach each other (Tarjan's strong components, without
    recursion).

    ``ways`` has every node as a key, and the nodes it leads to. A node that is on no circle is a
    group of one. A group comes before those that lead to it.
    """
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    for root in ways:
        if root in number:
            continue
        work = [(root, iter(ways[root]))]
        _enter(root, number, lowest, path, on_path)
        while work:
            node, onward = work[-1]
            for target in onward:
                if target not in number:
                    _enter(target, number, lowest, path, on_path)
                    work.append((target, iter(ways[target])))
                    break
                if target in on_path:
                    lowest[node] = min(lowest[node], number[target])
            else:
                work.pop()
                if work:
                    below = work[-1][0]
                    lowest[below] = min(lowest[below], lowest[node])
                if lowest[node] == number[node]:
                    yield _leave(node, path, on_path)


def circle_problem(library: Library, circle: Sequence[str]) -> Problem:
    """Say that steps go round in a circle, naming its nodes, and what to do."""
    titles = library.titles_of(circle)
    if len({library.framework_of(node).id for node in circle}) > 1 or len(set(titles)) < len(
        titles
    ):
        titles = [
            _("{title} ({framework})").format(
                title=library.node(node).title, framework=library.framework_of(node).title
            )
            for node in circle
        ]
    if len(titles) > LONGEST:
        titles = [*titles[: LONGEST - 2], "…", titles[-1]]
    return Problem(
        message=_("{nodes}: these steps go round in a circle.").format(
            nodes=" → ".join(map(shortened, [*titles, titles[0]]))
        ),
        advice=_(
            "Remove one of them under “steps” in the framework’s file, or put its grades in "
            "another order."
        ),
        severity=Severity.WARNING,
    )


def _enter(
    node: str, number: dict[str, int], lowest: dict[str, int], path: list[str], on_path: set[str]
) -> None:
    number[node] = lowest[node] = len(number)
    path.append(node)
    on_path.add(node)


def _leave(node: str, path: list[str], on_path: set[str]) -> list[str]:
    group: list[str] = []
    while not group or group[-1] != node:
        group.append(path.pop())
    on_path.difference_update(group)
    return group


def _shortest(first: str, group: set[str], ways: Ways) -> tuple[str, ...]:
    came_from: dict[str, str] = {}
    queue = deque([first])
    while True:  # it ends: every node of a group lies on a circle
        node = queue.popleft()
        for target in ways[node]:
            if target == first:
                back = [node]
                while back[-1] != first:
                    back.append(came_from[back[-1]])
                return tuple(reversed(back))
            if target in group and target not in came_from:
                came_from[target] = node
                queue.append(target)
