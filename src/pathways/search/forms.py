"""Forms of one word: manage, manages, managing, management."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

# Snowball knows no Welsh; its words are found as typed and as begun.
_STEMMERS = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "sv": "swedish",
}


class WordForms:
    """The words of an index by what they have in common with others.

    Nothing is stemmed before it is asked for, and then only what begins alike: stemming all words
    takes longer than all the rest of the index.
    """

    def __init__(self, words: Iterable[str], languages: Iterable[str]) -> None:
        self._words = sorted(words)
        self._languages = tuple(dict.fromkeys(language.split("-")[0] for language in languages))
        self._stemmers: list[Any] | None = None
        self._stems: dict[str, tuple[str, ...]] = {}
        self._forms: dict[str, tuple[str, ...]] = {}

    def load(self) -> None:
        """Load the stemmers now rather than with the first word."""
        self._loaded()

    def of(self, word: str) -> tuple[str, ...]:
        """Return the known words that are forms of ``word``, itself among them where it is
        known.
        """
        if word not in self._forms:
            if len(self._forms) > 10_000:  # a session's worth of half-typed words
                self._forms.clear()
            self._forms[word] = self._alike(word)
        return self._forms[word]

    def beginning(self, start: str) -> Sequence[str]:
        """Return the known words that begin with ``start``, in alphabetical order."""
        low = bisect_left(self._words, start)
        return self._words[low : bisect_left(self._words, start + "\U0010ffff", low)]

    def begun(self, start: str) -> bool:
        """Tell whether any known word begins with ``start``."""
        low = bisect_left(self._words, start)
        return low < len(self._words) and self._words[low].startswith(start)

    def _alike(self, word: str) -> tuple[str, ...]:
        alike = {word} if self._known(word) else set()
        if (
            len(word) > 2
        ):  # shorter ones have no forms but what begins with them, which is half of all words
            for place, stem in enumerate(self._stems_of(word)):
                # All forms begin with their stem but for a last letter that changes: "capabl",
                # "tri" of "try".
                changes = len(stem) > 4 or stem[-1] in "eiy"
                for other in self.beginning(stem[:-1] if changes else stem):
                    if self._stems_of(other)[place] == stem:
                        alike.add(other)
        return tuple(sorted(alike))

    def _known(self, word: str) -> bool:
        place = bisect_left(self._words, word)
        return place < len(self._words) and self._words[place] == word

    def _stems_of(self, word: str) -> tuple[str, ...]:
        """Return the stem of ``word`` in each language of the index."""
        if word not in self._stems:
            if len(word) > 60:  # no word of any language; stemming it would only take time
                return tuple(word for _stemmer in self._loaded())
            self._stems[word] = tuple(stemmer.stemWord(word) for stemmer in self._loaded())
        return self._stems[word]

    def _loaded(self) -> list[Any]:
        if self._stemmers is None:
            import snowballstemmer

            self._stemmers = [
                snowballstemmer.stemmer(_STEMMERS[language])
                for language in self._languages
                if language in _STEMMERS
            ]
        return self._stemmers
