"""What to tell of a step first: the few statements, new or raised, that make it what it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pathways.compare.change import Change, DimensionChange, FirstThing, Verdict
from pathways.compare.weights import Weights

MOST = 5  # more than that, nobody takes in at a glance
_ADDED = (Verdict.NEW, Verdict.RAISED)
_BY_LENGTH = 0.25  # how much the rarity of what a text adds counts beside what its words demand
_FULL = 12  # from this many meaningful words on, more of them add nothing


def tell_first(dimensions: Sequence[DimensionChange], weights: Weights) -> tuple[FirstThing, ...]:
    """Return at most ``MOST`` new or raised statements, those that add the most weight first.

    A statement that speaks of several dimensions is told once; definitions never.
    """
    found: dict[str, FirstThing] = {}
    weight: dict[str, float] = {}
    for dimension in dimensions:
        for change in _candidates(dimension.changes):
            assert change.after is not None
            if change.after.id not in found:
                found[change.after.id] = FirstThing(dimension=dimension.dimension, change=change)
                weight[change.after.id] = _added(change, weights)
    return tuple(sorted(found.values(), key=lambda thing: -weight[thing.statement.id])[:MOST])


def _candidates(changes: Iterable[Change]) -> Iterable[Change]:
    return (c for c in changes if c.verdict in _ADDED and c.after and not c.after.definition)


def _added(change: Change, weights: Weights) -> float:
    """Return how much a change adds: what its words demand, less what was demanded before."""
    assert change.after is not None
    before = change.before.text if change.before else ""
    return _demand(change.after.text, before, weights) - (
        _demand(before, change.after.text, weights) if before else 0.0
    )


def _demand(text: str, other: str, weights: Weights) -> float:
    """Return what the words of ``text`` that ``other`` does not have demand on the scales."""
    language = weights.language
    shared = set(language.canonical(other))
    words = [word for word in language.content(text) if word not in shared]
    demanded = 0.0
    for scale, levels in language.scales:
        middle = (len(scale.levels) + 1) / 2
        reached = [level for phrase, (level, _w) in levels.items() if phrase[0] in words]
        demanded += max((scale.weight * (level - middle) / middle for level in reached), default=0)
    return demanded + _BY_LENGTH * min(len(words), _FULL)
