"""What words mean, as numbers made beforehand: texts on one subject point the same way."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable
from functools import lru_cache
from operator import mul, sub
from pathlib import Path

from pathways import paths

_KIND = b"pathways-vectors 1 "
MIDDLE = "*"  # the word whose row is the way in which all statements point, in steps of a 127th
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly")  # tried off, in turn, where a word is not known

Vector = tuple[float, ...]  # of length one, or () where nothing is known


class WordVectors:
    """The table of one language; ``packaging/word_vectors.py`` makes it and says how."""

    def __init__(self, raw: bytes) -> None:
        head, words, self._numbers = raw.split(b"\n", 2)
        count, width = map(int, head.removeprefix(_KIND).split()[:2])
        self._width = width
        names = words.decode().split(" ")
        if len(names) != count or len(self._numbers) != count * width:
            raise ValueError("the table of word vectors is not whole")
        self._row = {name: row for row, name in enumerate(names)}
        self._middle = tuple(step / 127 for step in self._of_word(self._row[MIDDLE]))

    def of_words(self, words: Iterable[str]) -> Vector:
        """Return which way words point together beside the statements of job families in general,
        which all point much the same way; () where none is known.
        """
        rows = [self._of_word(row) for word in words if (row := self._known(word)) is not None]
        if not rows:
            return ()
        summed = _unit([float(sum(column)) for column in zip(*rows, strict=True)])
        return _unit(list(map(sub, summed, self._middle)))

    def _of_word(self, row: int) -> array[int]:
        return array("b", self._numbers[row * self._width : (row + 1) * self._width])

    def _known(self, word: str) -> int | None:
        row = self._row.get(word)
        if row is None:
            shorter = (word.removesuffix(end) for end in _ENDINGS if word.endswith(end))
            row = next((self._row[stem] for stem in shorter if stem in self._row), None)
        return row


def cosine(first: Vector, second: Vector) -> float:
    """Return how nearly two vectors of length one point the same way, from -1 to 1."""
    return sum(map(mul, first, second)) if first and second else 0.0


def _unit(numbers: list[float]) -> Vector:
    length = math.sqrt(sum(map(mul, numbers, numbers)))
    return tuple(number / length for number in numbers) if length else ()


@lru_cache(maxsize=4)
def word_vectors(code: str) -> WordVectors | None:
    """Return the table of a language, read once when first asked for; None where there is none."""
    file: Path = paths.resources() / "vocabulary" / f"{code}.vectors"
    return WordVectors(file.read_bytes()) if file.is_file() else None
