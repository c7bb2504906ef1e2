"""Words as the search sees them: without case, accents and the shape of quotation marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Marks that combine with the letter before them, soft hyphens and joiners belong to the word they
# stand in.
_WITHIN = "\u00ad\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\ufe20-\ufe2f"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_WITHIN}]|['’‘ʼ＇](?=[^\W_]))*")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ＇", "'"))
# Letters with a stroke or joined letters: no accent that could be taken off, and yet typed without.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"}
)


class Token(NamedTuple):
    """A word of a text, folded, and where it stands there."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of ``text`` in order."""
    for found in _WORD.finditer(text):
        word = fold(found[0])
        if word:
            yield Token(word, found.start(), found.end())


def words(text: str) -> list[str]:
    """Return the folded words of ``text`` in order."""
    return [word for found in _WORD.findall(text) if (word := fold(found))]


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Return ``word`` as it is compared: lower case, no accents, straight apostrophes; only
    letters, digits and those.

    It may be empty: some signs that count as a number fold to nothing that is a letter or a digit.
    """
    if word.isascii():
        return word.lower()
    spread = (
        unicodedata.normalize("NFKD", word.translate(_APOSTROPHES).casefold())
        .casefold()
        .translate(_PLAIN)
    )
    return "".join(sign for sign in spread if sign.isalnum() or sign == "'").strip("'")
