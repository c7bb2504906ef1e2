"""Which words stand on the side that asks for more, learned from ladders beforehand."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache
from itertools import pairwise

from pathways import paths
from pathways.compare.language import Language

_FIRST = 2  # words at the beginning that are known as such, too
_BEGINS = "^"


def features(text: str, language: Language) -> Set[str]:
    """Return what the table may know of a text: its stems, pairs of neighbouring stems, and the
    stems it begins with.
    """
    stems = language.stems(text)
    begins = (f"{_BEGINS}{stem}" for stem in stems[:_FIRST])
    return {*stems, *begins, *(f"{first} {second}" for first, second in pairwise(stems))}


def lean(before: str, after: str, language: Language) -> float:
    """Return how much the words that only one of two texts has lean to more (above 0) or less;
    swapped, it is the opposite number.
    """
    table = direction_words("en")
    old, new = features(before, language), features(after, language)
    return sum(table.get(word, 0.0) for word in sorted(new - old)) - sum(
        table.get(word, 0.0) for word in sorted(old - new)
    )


@lru_cache(maxsize=4)
def direction_words(code: str) -> dict[str, float]:
    """Return the learned weight of each word of a language, read once when first asked for; {}
    where there is no table.
    """
    file = paths.resources() / "vocabulary" / f"{code}.directions"
    if not file.is_file():
        return {}
    lines = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return {word: float(weight) for weight, word in lines}
