"""Texts as the comparison sees them: words brought to one form, phrases recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from pathways.model.reference import bare_words
from pathways.model.vocabulary import Scale, Vocabulary

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
_STEMMERS = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "nl": "dutch",
}

_LONGEST = 200  # letters; what is longer is no word of any language, and takes long

Key = tuple[str, ...]


def plain_words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case, without punctuation and possessive endings, each
    with one kind of apostrophe.
    """
    return [_POSSESSIVE.sub("", word.lower().replace("’", "'")) for word in _WORD.findall(text)]


def same_but_for_looks(before: str, after: str) -> bool:
    """Tell whether two texts differ at most in case, punctuation and spacing."""
    return bare_words(before) == bare_words(after)


class Language:
    """A vocabulary made ready for use: stems, synonyms and phrases."""

    def __init__(self, vocabulary: Vocabulary, code: str = "en") -> None:
        self.vocabulary = vocabulary
        self.code = code
        self._stemmer = _stemmer(code)
        self._apart = {word.lower() for word in vocabulary.apart}
        self._canonical: dict[Key, Key] = {}
        for words in vocabulary.synonyms:
            for word in words[1:]:
                self._canonical.setdefault(self._stems(word), self._stems(words[0]))
        self._longest = max((len(key) for key in self._canonical), default=1)
        self.fillers = frozenset(self.stem(word) for word in vocabulary.fillers)
        self.purposes = tuple(self._stems(phrase) for phrase in vocabulary.purposes)
        self.themes = self._phrases(
            (str(number), words) for number, words in enumerate(vocabulary.themes)
        )
        self.together = tuple(
            (pair.id, self._single(pair.first), self._single(pair.second))
            for pair in vocabulary.together
        )
        self.conditions = {self._stems(words): words for words in vocabulary.conditions.words}
        self.longest_condition = max(map(len, self.conditions), default=1)
        self.scales = tuple((scale, self._levels(scale)) for scale in vocabulary.scales)
        self._ready_for_reading()

    @lru_cache(maxsize=20_000)  # noqa: B019 - a language lives as long as the program
    def stem(self, word: str) -> str:
        """Return the form that all forms of ``word`` share."""
        if word in self._apart or not self._stemmer or len(word) > _LONGEST:
            return word
        return str(self._stemmer.stemWord(word))

    @lru_cache(maxsize=20_000)  # noqa: B019
    def stems(self, text: str) -> Key:
        """Return the stems of all words of ``text`` in order."""
        return self._stems(text)

    @lru_cache(maxsize=20_000)  # noqa: B019
    def canonical(self, text: str) -> Key:
        """Return the stems of ``text``, each synonym replaced by the first of its line."""
        stems = self._stems(text)
        found: list[str] = []
        place = 0
        while place < len(stems):
            for length in range(min(self._longest, len(stems) - place), 0, -1):
                replacement = self._canonical.get(stems[place : place + length])
                if replacement:
                    found.extend(replacement)
                    place += length
                    break
            else:
                found.append(stems[place])
                place += 1
        return tuple(found)

    def content(self, text: str) -> tuple[str, ...]:
        """Return the canonical stems that carry meaning, in order, repeats included."""
        return tuple(stem for stem in self.canonical(text) if stem not in self.fillers)

    def _ready_for_reading(self) -> None:
        """Lay out what a reading looks up at each word: phrases of all scales, verbs, lead-ins."""
        on_scales: dict[Key, list[tuple[Scale, int, str]]] = {}
        for scale, levels in self.scales:
            for phrase, (level, written) in levels.items():
                on_scales.setdefault(phrase, []).append((scale, level, written))
        self.on_scales = on_scales
        self.scale_beginnings = frozenset(phrase[0] for phrase in on_scales)
        self.longest_on_scales = max(map(len, on_scales), default=1)
        acts = [words for scale in self.vocabulary.scales if scale.first for words in scale.levels]
        self.verb_words = frozenset(word for words in acts for word in words)
        self.verbs = frozenset(self.stem(words.split()[0]) for words in self.verb_words)
        self.with_verbs = frozenset(map(self.stem, self.vocabulary.with_verbs))
        self._ready_for_measures()
        self.introductions = frozenset(self._stems(p) for p in self.vocabulary.introductions)
        self.longest_introduction = max(map(len, self.introductions), default=1)
        self.numbers = {word: value for value, word in enumerate(self.vocabulary.numbers, 1)}
        self.aims = frozenset(self._stems(phrase) for phrase in self.vocabulary.aims)
        self.longest_aim = max(map(len, self.aims), default=1)

    def _ready_for_measures(self) -> None:
        """Lay out which words say how well, and whom one works with."""
        named = [
            words for scale in self.vocabulary.scales if scale.abilities for words in scale.levels
        ]
        self.abilities = frozenset(self.stem(word) for words in named for word in words)
        named += [
            words for scale in self.vocabulary.scales if scale.degree for words in scale.levels
        ]
        # Of "low-risk" neither part is a measure: how great a risk is, is said by the whole.
        single = [word for words in named for word in words if "-" not in word]
        self.measures = frozenset(stem for word in single for stem in self.canonical(word))
        self.ability_keys = frozenset((stem,) for stem in self.abilities)
        self.leanings = dict.fromkeys(map(self.stem, self.vocabulary.leanings.less), -1)
        self.leanings |= dict.fromkeys(map(self.stem, self.vocabulary.leanings.more), 1)
        self.burdens = frozenset(map(self.stem, self.vocabulary.burdens))
        self.people = frozenset().union(*(second for _id, _first, second in self.together))

    def _stems(self, text: str) -> Key:
        return tuple(self.stem(word) for word in plain_words(text))

    def _phrases(self, named: Iterable[tuple[str, Sequence[str]]]) -> dict[Key, frozenset[str]]:
        found: dict[Key, set[str]] = {}
        for name, words in named:
            for word in words:
                found.setdefault(self.canonical(word), set()).add(name)
        return {key: frozenset(names) for key, names in found.items()}

    def _single(self, words: Sequence[str]) -> frozenset[str]:
        return frozenset(self.canonical(word)[0] for word in words)

    def _levels(self, scale: Scale) -> dict[Key, tuple[int, str]]:
        found: dict[Key, tuple[int, str]] = {}
        for level, words in enumerate(scale.levels, 1):
            for word in words:
                found[self._stems(word)] = (level, word)
        return found


@lru_cache(maxsize=8)
def language_for(vocabulary: Vocabulary, code: str) -> Language:
    """Return the language of a vocabulary, made once: it is large, and frameworks are opened again
    and again.
    """
    return Language(vocabulary, code)


def find_phrases(stems: Key, phrases: Iterable[Key], longest: int) -> Iterator[tuple[int, Key]]:
    """Yield (place, phrase) for the phrases found in ``stems``, the longest at each place, none
    overlapping.
    """
    known = phrases if isinstance(phrases, (dict, frozenset, set)) else set(phrases)
    place = 0
    while place < len(stems):
        for length in range(min(longest, len(stems) - place), 0, -1):
            if stems[place : place + length] in known:
                yield place, stems[place : place + length]
                place += length
                break
        else:
            place += 1


def _stemmer(code: str) -> Any:
    name = _STEMMERS.get(code.split("-")[0])
    if name is None:
        return None
    import snowballstemmer

    return snowballstemmer.stemmer(name)
