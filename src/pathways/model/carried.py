"""What a node asks for in all: its own text, and that of the nodes it includes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pathways.model.scale import Level
from pathways.model.statement import Statement

WHOLE = ""  # stands for every dimension, where a node includes all of another
Included = Mapping[str, Mapping[str, tuple[str, ...]]]


class Said(NamedTuple):
    """What a section says for the nodes that it serves, besides its statements."""

    nodes: tuple[str, ...]
    dimension: str
    includes: tuple[str, ...] = ()
    level: Level | None = None


def stated_inclusions(sections: Iterable[Said]) -> Included:
    """Return which nodes each node includes as the file says it: {node: {dimension: nodes}}.

    The dimension is ``WHOLE`` where it includes all of them. No node includes itself.
    """
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for section in sections:
        for node in section.nodes if section.includes else ():
            here = found.setdefault(node, {})
            others = (other for other in section.includes if other != node)
            known = here.get(section.dimension, ())
            here[section.dimension] = tuple(dict.fromkeys((*known, *others)))
    return found


def included(stated: Included, node: str, dimension: str) -> tuple[str, ...]:
    """Return all nodes whose text on a dimension a node includes, the nearest first.

    What is included by an included node is included too; circles end where they close.
    """
    found: dict[str, None] = {}
    queue = [node]
    while queue:
        here = stated.get(queue.pop(0), {})
        for other in (*here.get(WHOLE, ()), *here.get(dimension, ())):
            if other != node and other not in found:
                found[other] = None
                queue.append(other)
    return tuple(found)


def in_all(
    own: Mapping[str, Sequence[Statement]], stated: Included, node: str
) -> tuple[Statement, ...]:
    """Return what a node asks for in all: what it includes, the farthest first, then its own."""
    found: dict[str, Statement] = {}
    dimensions = dict.fromkeys(s.dimensions[0] for listed in own.values() for s in listed)
    for dimension in dimensions if node in stated else ():
        for other in reversed(included(stated, node, dimension)):
            carried = (s for s in own.get(other, ()) if s.dimensions[0] == dimension)
            found.update((s.id, s) for s in carried)
    found.update((s.id, s) for s in own[node])
    return tuple(found.values())


def levels_by_node(sections: Iterable[Said], stated: Included) -> dict[str, dict[str, Level]]:
    """Return the level that each node asks for: {node: {dimension: level}}.

    A node asks for what it includes, unless it says better itself. Where one node states two levels
    of one dimension, the higher counts.
    """
    own: dict[str, dict[str, Level]] = {}
    for section in sections:
        for node in section.nodes if section.level else ():
            assert section.level is not None
            here = own.setdefault(node, {})
            here[section.dimension] = higher(here.get(section.dimension), section.level)
    found = {node: dict(levels) for node, levels in own.items()}
    dimensions = dict.fromkeys(d for levels in own.values() for d in levels)
    for node in stated:
        for dimension in dimensions:
            for other in included(stated, node, dimension):
                level = own.get(other, {}).get(dimension)
                if level and dimension not in own.get(node, {}):
                    here = found.setdefault(node, {})
                    here[dimension] = higher(here.get(dimension), level)
    return found


def higher(one: Level | None, other: Level) -> Level:
    """Return the higher of two levels; of levels on different scales the first."""
    if one is None:
        return other
    return other if one.scale == other.scale and other.rank > one.rank else one
