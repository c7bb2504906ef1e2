"""Which of two texts asks for more as a whole, where no words in each other's place decide it.

Either all words that lean to more or to less agree, those that came and those that went; or many
hints together say the same, whichever they are. Each is antisymmetric.
"""

from __future__ import annotations

from math import sqrt

from pathways.compare.directions import lean
from pathways.compare.reading import Reading, read
from pathways.compare.weights import Weights
from pathways.model.vocabulary import Scale

_LEVEL = 0.2  # how much one level of a scale tells, whichever scale it is
_FURTHEST = 3  # levels; words that stand further apart tell no more
_WORDS = 0.5  # how much the words tell that lean to more or to less
_GROWTH = 0.2  # how much it tells that most of what differs stands in one of the texts
_ENOUGH = 0.9  # what all hints together must weigh
_SHRINKS = -0.1  # the text that asks for more is hardly the one that says less ...
_ALL = 0.8  # ... and what is merely not said again is no loss
_LEAST = 2  # meaningful words of a text that can lean
_ALIKE = 0.3, 0.15  # how nearly the meaning of two texts must be the same, or else their words
_AGREED_LEAST = 4  # the same three where nothing but words that lean is told
_AGREED_SHRINKS = -0.3
_AGREED_ALIKE = 0.4, 0.25
_LEARNED = -0.1  # how much the learned words may speak against them, at most


def leaning(before: str, after: str, weights: Weights) -> int:
    """Return 1 where all that tells says that ``after`` asks for more than ``before``, -1 where it
    says less, and 0 where it says little. Swapped, it is the opposite.
    """
    words = min(len(weights.language.content(text)) for text in (before, after))
    if words < _LEAST or any(text.rstrip().endswith(":") for text in (before, after)):
        return 0  # a heading announces only
    growth = _growth(before, after, weights)
    come, gone = _leaning_words(before, after, weights)
    way = _agreed(come, gone)
    if (
        way
        and words >= _AGREED_LEAST
        and growth * way >= _AGREED_SHRINKS
        and lean(before, after, weights.language) * way >= _LEARNED
        and _alike(before, after, weights, _AGREED_ALIKE)
    ):
        return way
    if abs(growth) > _ALL or not _alike(before, after, weights, _ALIKE):
        return 0
    told = _LEVEL * _levels(before, after, weights) + _GROWTH * growth
    told += _WORDS * (sum(come) - sum(gone)) / sqrt(len(come) + len(gone) + 1)
    way = 1 if told > 0 else -1
    return way if abs(told) >= _ENOUGH and growth * way >= _SHRINKS else 0


def _alike(before: str, after: str, weights: Weights, least: tuple[float, float]) -> bool:
    """Tell whether two texts speak of the same."""
    meaning, words = least
    alike = weights.meaning_alike(before, after) >= meaning
    return alike or weights.similarity(before, after) >= words


def _agreed(come: list[int], gone: list[int]) -> int:
    """Return which way the words lean where some came, some went, and all say the same."""
    ways = {*come} | {-word for word in gone}
    return ways.pop() if come and gone and len(ways) == 1 else 0


def _leaning_words(before: str, after: str, weights: Weights) -> tuple[list[int], list[int]]:
    """Return what the words lean to that came, and that went: 1 for more, -1 for less."""
    table, stems = weights.language.leanings, weights.language.stems
    old, new = {*stems(before)}, {*stems(after)}
    come = [table[stem] for stem in new - old if stem in table]
    return come, [table[stem] for stem in old - new if stem in table]


def _levels(before: str, after: str, weights: Weights) -> int:
    """Return how many levels the furthest words of the later text stand above those of the other,
    over all scales.
    """
    sides = [read(text, weights.language) for text in (before, after)]
    told = 0
    for scale in weights.language.vocabulary.scales:
        low, high = (_furthest(reading, scale) for reading in sides)
        if low is not None and high is not None:
            told += max(-_FURTHEST, min(_FURTHEST, high - low))
    return told


def _furthest(reading: Reading, scale: Scale) -> int | None:
    """Return the highest level that a text names on a scale; None where silence means nothing."""
    if scale.abilities or scale.alternatives:
        return None
    heads = {*reading.heads()} if scale.first else None
    levels = [h.level for h in reading.on(scale) if heads is None or h.start in heads]
    return max(levels, default=scale.absent or scale.in_passing)


def _growth(before: str, after: str, weights: Weights) -> float:
    """Return how much more of what differs stands in the later text, from -1 to 1."""
    old, new = ({*weights.language.content(text)} for text in (before, after))
    lost, gained = weights.mass(sorted(old - new)), weights.mass(sorted(new - old))
    return (gained - lost) / (gained + lost) if gained + lost else 0.0
