"""How telling each word is: rare words of a framework weigh more than common ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from pathways.compare.language import Language, find_phrases, plain_words
from pathways.compare.vectors import Vector, cosine, word_vectors

_LEAST = 0.25  # in a tiny framework every word is common, and still says something
_THEME = 0.6  # a shared theme says less than a shared word
_TOGETHER = 2.0  # two themes meeting (leading + people) say more
_NEAR = 8  # words between the two
_PURPOSE = 0.8  # what a duty is for says less than the duty
_MEASURE = 0.55  # how well a thing is known says little of which thing it is
_PURPOSE_FROM = 3  # a purpose cannot begin before this word
MEANING = 0.3  # how much the meaning of all words together counts beside the words themselves

Measured = tuple[dict[str, float], float]  # the weight of each word and theme, and the length


class Weights:
    """Weigh the words of texts by their rarity among all different statements of the frameworks at
    hand.
    """

    def __init__(self, language: Language, texts: Iterable[str]) -> None:
        self.language = language
        different = {" ".join(language.stems(text)): text for text in texts}
        self.size = max(1, len(different))
        self._count: Counter[str] = Counter()
        for text in different.values():
            self._count.update({*language.content(text), *self._themes(text)})
        self._vectors: dict[str, Measured] = {}
        self._meanings: dict[str, Vector] = {}

    def rarity(self, word: str) -> float:
        """Return the weight of a canonical stem: little for one in every statement, more the rarer
        it is.
        """
        return max(_LEAST, math.log((self.size + 1) / (self._count[word] + 1)))

    def mass(self, words: Iterable[str]) -> float:
        """Return the weight of several canonical stems together."""
        return sum(map(self.rarity, words))

    def common(self, word: str) -> bool:
        """Tell whether a stem stands in so many statements that it tells none from another."""
        return self.size >= 40 and self._count[word] > 0.15 * self.size

    def vector(self, text: str) -> Measured:
        """Return the weight of each word and theme of ``text``, and the vector's length."""
        if text not in self._vectors:
            self._vectors[text] = self.measured(self._weigh(text))
        return self._vectors[text]

    def measured(self, weighed: dict[str, float]) -> Measured:
        """Return weights of words and themes, and the length of them together."""
        return weighed, math.sqrt(sum(self._whole(*item) ** 2 for item in weighed.items()))

    def _whole(self, word: str, weight: float) -> float:
        """Return a word's weight in the length of a text, where one that says how well counts
        whole: else short texts that differ in nothing but such words would be all the same.
        """
        return weight / _MEASURE if word in self.language.measures else weight

    def leads_people(self, text: str) -> bool:
        """Tell whether a text has two themes that say more together: leading, and people."""
        return any(word.startswith("+") for word in self.vector(text)[0])

    def similarity(self, before: str, after: str) -> float:
        """Return how much two texts speak of the same, from 0 to 1 (the cosine of their
        weights).
        """
        return overlap(self.vector(before), self.vector(after))

    def likeness(self, before: str, after: str) -> float:
        """Return how much two texts speak of the same, their meaning taken in: below 0 for texts
        that share no word and point apart.
        """
        return self.similarity(before, after) + MEANING * self.meaning_alike(before, after)

    def meaning_alike(self, before: str, after: str) -> float:
        """Return how nearly the words of two texts point the same way, from -1 to 1; 0 where
        nothing is known of them.
        """
        return cosine(self._meaning(before), self._meaning(after))

    def _meaning(self, text: str) -> Vector:
        """Return which way a text points; () where nothing is known of its words."""
        if text not in self._meanings:
            table = word_vectors(self.language.code)
            words = meaning_words(text, self.language)
            self._meanings[text] = table.of_words(words) if table else ()
        return self._meanings[text]

    def _weigh(self, text: str) -> dict[str, float]:
        stems = self.language.canonical(text)
        purpose = self._purpose(text)
        found: dict[str, float] = {}
        for place, stem in enumerate(stems):
            if stem not in self.language.fillers:
                factor = 1.0 if place < purpose else _PURPOSE
                factor *= _MEASURE if stem in self.language.measures else 1.0
                found[stem] = max(found.get(stem, 0.0), self.rarity(stem) * factor)
        for theme, place in self._themes(text).items():
            factor = (1.0 if place < purpose else _PURPOSE) * (
                _TOGETHER if theme.startswith("+") else _THEME
            )
            found[theme] = self.rarity(theme) * factor
        return found

    def _purpose(self, text: str) -> int:
        stems = self.language.canonical(text)
        for place in range(_PURPOSE_FROM, len(stems)):
            if any(
                stems[place : place + len(phrase)] == phrase for phrase in self.language.purposes
            ):
                return place
        return len(stems)

    def _themes(self, text: str) -> dict[str, int]:
        stems = self.language.canonical(text)
        longest = max(map(len, self.language.themes), default=1)
        found: dict[str, int] = {}
        for place, phrase in find_phrases(stems, self.language.themes, longest):
            for name in self.language.themes[phrase]:
                found.setdefault(f"#{name}", place)
        for name, first, second in self.language.together:
            for place, stem in enumerate(stems):
                if stem in first and any(
                    other in second for other in stems[place + 1 : place + 1 + _NEAR]
                ):
                    found.setdefault(f"+{name}", place)
                    break
        return found


def overlap(one: Measured, other: Measured) -> float:
    """Return how much of two texts is the same, by the weights of their words, from 0 to 1."""
    (first, first_length), (second, second_length) = one, other
    dot = sum(weight * second[word] for word, weight in first.items() if word in second)
    return dot / (first_length * second_length) if dot else 0.0


def meaning_words(text: str, language: Language) -> list[str]:
    """Return the words of a text that say what it is about."""
    return [word for word in plain_words(text) if language.stem(word) not in language.fillers]
