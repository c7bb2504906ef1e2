"""How high every node stands: rows of the map, the lowest grade at 0."""

from __future__ import annotations

from pathways.model.circles import groups
from pathways.model.library import Library


def ranks(library: Library) -> dict[str, int]:
    """Return each node's rank: the number of steps on the longest way up to it.

    What stands on a ladder that joins another one only higher up is raised to stand right below its
    next step. Steps inside a group of nodes that can all reach each other cannot all rise: there, a
    step rises when it goes with the order of a file, or from a framework to one whose id comes
    later. None of this depends on the order in which the frameworks were opened.
    """
    order, above = _upwards(library)
    ladders = {
        node.id: (framework.id, node.family)
        for framework in library.frameworks
        for node in framework.nodes
    }
    rank = dict.fromkeys(library.nodes, 0)
    held: set[str] = set()
    for node in order:
        for target in above[node]:
            rank[target] = max(rank[target], rank[node] + 1)
            if ladders[node] != ladders[target]:
                held.add(target)
    for node in reversed(order):
        if above[node] and node not in held:
            rank[node] = min(rank[target] for target in above[node]) - 1
    return rank


def _upwards(library: Library) -> tuple[list[str], dict[str, list[str]]]:
    """Return the nodes so that every rising step leads onward, and where the rising steps of each
    node lead.
    """
    ways: dict[str, list[str]] = {node: [] for node in library.nodes}
    for step in library.steps:
        ways[step.source].append(step.target)
    places = {
        node.id: (framework.id, place)
        for framework in library.frameworks
        for place, node in enumerate(framework.nodes)
    }
    order: list[str] = []
    circle: dict[str, int] = {}
    for number, group in enumerate(groups(ways)):
        order += sorted(group, key=places.__getitem__, reverse=True)
        circle.update(dict.fromkeys(group, number))
    order.reverse()
    above = {
        node: [t for t in targets if circle[t] != circle[node] or places[node] < places[t]]
        for node, targets in ways.items()
    }
    return order, above
