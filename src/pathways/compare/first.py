"""What to tell of a step first: the few statements, new or raised, that make it what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pathways.compare.change import Change, DimensionChange, FirstThing, StepChange, Verdict
from pathways.compare.directions import lean
from pathways.compare.reading import read
from pathways.compare.weights import Weights

MOST = 5  # more than that, nobody takes in at a glance
_ADDED = (Verdict.NEW, Verdict.RAISED)
# What counts, chosen on the steps that two readers labelled: how much of it is news, what kind of
# act it begins with, whether people are led who were not, whether its words lean to more. What is
# raised is surer to matter than what is new: that may only be said in other words elsewhere.
_NEWS, _ENOUGH_NEWS = 0.06, 40  # each unit of rare words, up to so many
_ACT = 0.15  # each level of the verb
_LEANING = 0.5
_PEOPLE = 0.8
_RAISED = 1.5
_AGAIN = 0.3  # what is taken off for each statement told already of the same subject


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
    return tuple(islice(_heaviest(found, weight), MOST))


def _heaviest(found: dict[str, FirstThing], weight: dict[str, float]) -> Iterator[FirstThing]:
    """Yield what adds the most first; of two that add the same, that of a subject not told yet."""
    told: Counter[str] = Counter()
    left = list(found.values())
    while left:
        best = max(left, key=lambda one: weight[one.statement.id] - _AGAIN * told[one.dimension.id])
        left.remove(best)
        told[best.dimension.id] += 1
        yield best


def first_of_all(
    steps: Sequence[StepChange], hidden: frozenset[str] = frozenset()
) -> tuple[tuple[StepChange, FirstThing], ...]:
    """Return at most ``MOST`` of what the steps tell first: the first of each, then the second of
    each, and so on, without the dimensions that are ``hidden``.
    """
    return tuple(islice(_in_turns(steps, hidden), MOST))


def _in_turns(
    steps: Sequence[StepChange], hidden: frozenset[str]
) -> Iterator[tuple[StepChange, FirstThing]]:
    for turn in range(MOST):
        for step in steps:
            for first in step.first[turn : turn + 1]:
                if first.dimension.id not in hidden:
                    yield step, first


def _candidates(changes: Iterable[Change]) -> Iterable[Change]:
    return (c for c in changes if c.verdict in _ADDED and c.after and not c.after.definition)


def _added(change: Change, weights: Weights) -> float:
    """Return how much a change adds."""
    assert change.after is not None
    before, after = change.before.text if change.before else "", change.after.text
    language = weights.language
    news = weights.mass({*language.content(after)} - {*language.content(before)})
    reading = read(after, language)
    about = reading.ability()
    heads = {place for place in reading.heads() if about is None or place < about}
    acts = [hit.level for hit in reading.hits if hit.scale.first and hit.start in heads]
    return (
        _NEWS * min(news, _ENOUGH_NEWS)
        + _ACT * max(acts, default=0)
        + (_PEOPLE if weights.leads_people(after) and not weights.leads_people(before) else 0)
        + _LEANING * lean(before, after, language)
        + (_RAISED if change.verdict is Verdict.RAISED else 0)
    )
