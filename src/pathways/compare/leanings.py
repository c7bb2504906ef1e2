"""Which of two texts asks for more as a whole, where no words stand in each other's place."""

from __future__ import annotations

from pathways.compare.directions import lean
from pathways.compare.weights import Weights

_LEAST = 4  # meaningful words of a text that can lean
_SUBJECT = 0.4  # how nearly the meaning of two texts must be the same ...
_ALIKE = 0.25  # ... or how much of their words
_LEARNED = -0.1  # how much the learned words may speak against them, at most
_SHORTER = -0.3  # how much more of what differs may stand in the text that asks for less


def leaning(before: str, after: str, weights: Weights) -> int:
    """Return 1 where all words that tell say that ``after`` asks for more than ``before``, -1 where
    they say less, and 0 where they do not agree. Swapped, it is the opposite.
    """
    if not _comparable(before, after, weights):
        return 0
    forth, back = _leans_up(before, after, weights), _leans_up(after, before, weights)
    return int(forth) - int(back)


def _comparable(before: str, after: str, weights: Weights) -> bool:
    """Tell whether two texts say enough, and say it of the same."""
    if min(len(weights.language.content(text)) for text in (before, after)) < _LEAST:
        return False
    alike = weights.meaning_alike(before, after) >= _SUBJECT
    return alike or weights.similarity(before, after) >= _ALIKE


def _leans_up(before: str, after: str, weights: Weights) -> bool:
    table, stems = weights.language.leanings, weights.language.stems
    old, new = {*stems(before)}, {*stems(after)}
    come = [table[stem] for stem in new - old if stem in table]
    gone = [table[stem] for stem in old - new if stem in table]
    if not (come and gone) or -1 in come or 1 in gone:
        return False  # what is merely not said again tells nothing
    if _growth(before, after, weights) < _SHORTER:
        return False
    return lean(before, after, weights.language) >= _LEARNED


def _growth(before: str, after: str, weights: Weights) -> float:
    """Return how much more of what differs stands in the one text, from -1 to 1."""
    old, new = ({*weights.language.content(text)} for text in (before, after))
    lost, gained = weights.mass(sorted(old - new)), weights.mass(sorted(new - old))
    return (gained - lost) / (gained + lost) if gained + lost else 0.0
