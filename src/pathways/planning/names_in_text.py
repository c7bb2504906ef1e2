"""Names found in a text, however they are written: with accents or without, whole or in part."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_SHORTEST = 3  # letters of a part of a name that is looked for whatever its case
_SHORT = 2  # letters of one that is looked for where it begins with a capital
_WORD = re.compile(r"[^\W_]+")
_SPELT = {  # letters that no accent makes of another
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ı": "i",
    "ħ": "h",
    "ŧ": "t",
    "ŋ": "n",
}
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_ROLES = frozenset(
    "head director manager lead leader chief officer executive assistant deputy service services "
    "team group panel board committee council department section unit human resources hr finance "
    "people chair secretary supervisor".split()
)
_UNPARTED = re.compile(  # scripts in which words are not parted by spaces
    "[\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)


class NamesInText:
    """Puts codes in place of names; ``known`` are names with the code of each, the first first.

    A whole name is sought as the words that it is of, and its parts one by one. Words of a name
    with a number in it, such as "Analyst 3", are no parts: it is a code. Without ``parts`` only
    whole names are sought.
    """

    def __init__(self, known: Iterable[tuple[str, str]], *, parts: bool = True) -> None:
        self._by_parts = parts
        self._whole: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._parts: dict[str, str] = {}
        self._short: dict[str, str] = {}
        self._unparted: dict[str, str] = {}
        for name, code in known:
            self._learn(unicodedata.normalize("NFC", name), code)
        longest = sorted(self._unparted, key=len, reverse=True)
        self._runs = re.compile("|".join(map(re.escape, longest))) if longest else None

    def replaced(self, text: str) -> str:
        """Return a text with a code in place of each name."""
        text = unicodedata.normalize("NFC", text)
        if self._runs:
            text = self._runs.sub(lambda found: self._unparted[found.group()], text)
        made, done = [], 0
        for start, end, code in self._found(text):
            made += [text[done:start], code]
            done = end
        return "".join(made) + text[done:]

    def are_in(self, text: str) -> bool:
        """Tell whether a name is in a text."""
        return self.replaced(text) != unicodedata.normalize("NFC", text)

    def _learn(self, name: str, code: str) -> None:
        """Learn a name; one that says what somebody is, such as "Head of service", has no parts."""
        words = _WORD.findall(name)
        for spelt in _spellings(name):
            folded = tuple(_WORD.findall(spelt))
            if folded:
                self._whole.setdefault(folded[0], []).append((folded, code))
                self._whole[folded[0]].sort(key=lambda one: -len(one[0]))
            for piece in spelt.split():  # O'Neill is written Oneill, too
                if len(parts := _WORD.findall(piece)) > 1:
                    self._parts.setdefault("".join(parts), code)
        for run in _UNPARTED.findall(name):
            self._unparted.setdefault(run, code)
        if not self._by_parts or any(letter.isdecimal() for letter in name):
            return
        if any(word.casefold() in _ROLES for word in words):
            return
        capital = any(not word.islower() for word in words)
        for word in words:
            if capital and word.islower():
                continue  # a particle, such as "van"
            for spelt in _spellings(word):
                if len(spelt) >= _SHORTEST:
                    self._parts.setdefault(spelt, code)
                elif len(spelt) >= _SHORT:
                    self._short.setdefault(spelt, code)

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where names are in a text, and the code of each."""
        words = list(_WORD.finditer(text))
        folded = [_folded(word.group()) for word in words]
        at = 0
        while at < len(words):
            count, code = self._at(folded, at, words[at].group())
            if count:
                yield words[at].start(), words[at + count - 1].end(), code
            at += count or 1

    def _at(self, folded: list[str], at: int, written: str) -> tuple[int, str]:
        """Return how many words from one on are a name, 0 where they are none, and its code."""
        for name, code in self._whole.get(folded[at], ()):
            if tuple(folded[at : at + len(name)]) == name:
                return len(name), code
        if code := self._parts.get(folded[at], ""):
            return 1, code
        if not written[:1].islower() and (code := self._short.get(folded[at], "")):
            return 1, code
        return 0, ""


def _folded(text: str) -> str:
    """Return a text in small letters without accents."""
    plain = "".join(_SPELT.get(letter, letter) for letter in text.casefold())
    parts = unicodedata.normalize("NFKD", plain)
    return "".join(_SPELT.get(sign, sign) for sign in parts if not unicodedata.combining(sign))


def _spellings(name: str) -> set[str]:
    """Return a name as it may be written without accents: Jörg is Jorg, or Joerg."""
    return {_folded(name), _folded(name.casefold().translate(_GERMAN))}
