"""Columns of a framework that belong together, in an order that keeps their steps short."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from pathways.model.framework import Framework
from pathways.model.library import Library

_SWEEPS = 8

Pairs = Collection[tuple[int, int]]


class NodeColumn(msgspec.Struct, frozen=True):
    """The boxes of one family, one above the other: ``rows`` by node."""

    family: str
    rows: Mapping[str, int]

    @property
    def low(self) -> int:
        """Return the lowest row."""
        return min(self.rows.values())

    @property
    def high(self) -> int:
        """Return the highest row."""
        return max(self.rows.values())


class Blocks(msgspec.Struct, frozen=True):
    """A framework's columns: those that hang on steps to other frameworks, and the rest, which can
    stand anywhere.

    The rows of ``anchored`` are ranks; every block of ``free`` counts its own from 0.
    """

    framework: Framework
    anchored: tuple[NodeColumn, ...]
    free: tuple[tuple[NodeColumn, ...], ...]


def blocks(library: Library, ranks: Mapping[str, int]) -> list[Blocks]:
    """Sort the columns of every framework, one a family, into blocks that steps join."""
    home = {
        node.id: (framework.id, node.family)
        for framework in library.frameworks
        for node in framework.nodes
    }
    abroad: dict[str, set[str]] = {framework.id: set() for framework in library.frameworks}
    joined: dict[str, list[tuple[str, str]]] = {
        framework.id: [] for framework in library.frameworks
    }
    for step in library.steps:
        (here, family), (there, other) = home[step.source], home[step.target]
        if here != there:
            abroad[here].add(family)
            abroad[there].add(other)
        elif family != other:
            joined[here].append((family, other))
    return [
        _blocks(framework, ranks, abroad[framework.id], joined[framework.id])
        for framework in library.frameworks
    ]


def _blocks(
    framework: Framework,
    ranks: Mapping[str, int],
    abroad: set[str],
    joined: Sequence[tuple[str, str]],
) -> Blocks:
    families: dict[str, dict[str, int]] = {}
    for node in framework.nodes:
        families.setdefault(node.family, {})[node.id] = ranks[node.id]
    columns = [NodeColumn(family, rows) for family, rows in families.items()]
    places = {family: place for place, family in enumerate(families)}
    pairs = [(places[a], places[b]) for a, b in joined]
    anchored, free = [], []
    for group, inside in components(len(columns), pairs):
        block = [columns[place] for place in in_order(group, inside)]
        if abroad.isdisjoint(column.family for column in block):
            free.append(_from_0(block))
        else:
            anchored += block
    return Blocks(framework, tuple(anchored), tuple(free))


def _from_0(block: Sequence[NodeColumn]) -> tuple[NodeColumn, ...]:
    low = min(column.low for column in block)
    return tuple(
        NodeColumn(c.family, {node: row - low for node, row in c.rows.items()}) for c in block
    )


def components(count: int, pairs: Pairs) -> list[tuple[list[int], list[tuple[int, int]]]]:
    """Split the numbers below ``count`` into groups that the pairs join; return each with its own
    pairs.
    """
    leader = list(range(count))

    def find(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for a, b in pairs:
        first, second = sorted((find(a), find(b)))
        leader[second] = first
    found: dict[int, tuple[list[int], list[tuple[int, int]]]] = {}
    for number in range(count):
        found.setdefault(find(number), ([], []))[0].append(number)
    for pair in pairs:
        found[find(pair[0])][1].append(pair)
    return list(found.values())


def in_order(group: Iterable[int], pairs: Pairs) -> list[int]:
    """Return the numbers so that pairs stand close: every number moves to the mean of its partners,
    again and again.

    A column is rigid, and long steps run beside the columns, never between their boxes; so whole
    columns are put in order, rather than rows filled up with dummy nodes. The best of ``_SWEEPS``
    orders wins, the first among equals.
    """
    order = list(group)
    if len(order) < 3:
        return order
    partners: dict[int, list[int]] = {number: [] for number in order}
    for a, b in pairs:
        partners[a].append(b)
        partners[b].append(a)
    best, least = order, _length(order, pairs)
    for _sweep in range(_SWEEPS):
        place = {number: position for position, number in enumerate(order)}
        mean = {
            n: sum(map(place.__getitem__, ps)) / len(ps) if ps else place[n]
            for n, ps in partners.items()
        }
        # Half the way only: if all went the whole way at once, a column and its partner would
        # change sides for ever.
        order = sorted(order, key=lambda n: (mean[n] + place[n], place[n]))
        length = _length(order, pairs)
        if length < least:
            best, least = order, length
    return best


def _length(order: Sequence[int], pairs: Pairs) -> int:
    place = {number: position for position, number in enumerate(order)}
    return sum(abs(place[a] - place[b]) for a, b in pairs)
