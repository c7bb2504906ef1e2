"""Which dimension a heading means: by what the user taught, by its names, by names that it
contains.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pathways.i18n import _
from pathways.importing.imported import Sure
from pathways.model.dimension import Dimension
from pathways.store.headings_file import read_headings

Words = tuple[str, ...]

_SMALL = frozenset(
    "a an and at by for in of on or the this that to your our their its with you will be as "
    "include including following".split()
)
_FILLERS = frozenset(
    "typical representative essential desirable key main core specific general required additional "
    "generic other "
    "principal primary indicative minimum example preferred overall relevant".split()
)


@dataclass(frozen=True)
class Match:
    """The dimension that a heading means; ``known`` is False where it becomes a dimension of its
    own.
    """

    dimension: str
    title: str
    sure: Sure
    why: str
    known: bool = True


@lru_cache(maxsize=8192)
def plain_words(text: str) -> Words:
    """Return the words of a heading that count: no case, signs, plurals or small words; & is
    and.
    """
    text = (
        _without_number(text.strip())
        .casefold()
        .replace("&", " and ")
        .replace("’", "'")
        .replace("'ll", " will")
        .replace("youll", "you will")
        .replace("'", "")
    )
    words = [_singular(word) for word in re.findall(r"[^\W_]+", text)]
    return tuple(word for word in words if word not in _SMALL) or tuple(words)


def _without_number(text: str) -> str:
    """Return a heading without the number before it: "3. Finance" is "Finance"."""
    return re.sub(
        r"^(?:(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z][.)]|\([a-z]\))\s+(?=\D)"
        r"|\d{1,2}(?:\.\d{1,2}){0,3}\.(?=[A-Z]))",
        "",
        text,
    )


def slug(text: str) -> str:
    """Return an id made of a text: small letters and figures joined by hyphens."""
    words = re.findall(
        r"[a-z0-9]+", text.casefold().replace("&", " and ").replace("’", "").replace("'", "")
    )
    return "-".join(words)[:60].strip("-")


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


class DimensionNames:
    """Find the dimension of a heading among the known ones; remember those that are made on the
    way.
    """

    def __init__(
        self, dimensions: Sequence[Dimension], taught: Mapping[str, str] | None = None
    ) -> None:
        self._titles = {dimension.id: dimension.title for dimension in dimensions}
        self._taught = {
            plain_words(heading): dimension for heading, dimension in (taught or {}).items()
        }
        self._names: dict[Words, str] = {}
        for dimension in dimensions:
            for name in (dimension.title, *dimension.names):
                self._names.setdefault(plain_words(name), dimension.id)
        for usual in read_headings():  # each counts only where the dimension is known
            if usual.dimension in self._titles:
                for name in (*usual.en, *usual.cy):
                    self._names.setdefault(plain_words(name), usual.dimension)
        self._shuffled = {
            tuple(sorted(words)): owner for words, owner in reversed(self._names.items())
        }
        self._longest = max(map(len, self._names), default=0)
        self.own: dict[str, Dimension] = {}

    def exact(self, heading: str) -> Match | None:
        """Return the dimension of that very name (but for case, signs, plurals and words such as
        "Typical").
        """
        words = plain_words(heading)
        if words in self._taught:
            return self._of(self._taught[words], Sure.SURE, _("this heading was taught"))
        if words in self._names:
            return self._of(self._names[words], Sure.SURE, _("a known name of the dimension"))
        core = tuple(word for word in words if word not in _FILLERS)
        if core and core != words and core in self._names:
            return self._of(
                self._names[core],
                Sure.SURE,
                _("a known name of the dimension, with a word such as “Typical”"),
            )
        if core and tuple(sorted(core)) in self._shuffled:
            return self._of(
                self._shuffled[tuple(sorted(core))],
                Sure.LIKELY,
                _("the words of a known name, in another order"),
            )
        return None

    def find(self, heading: str) -> Match:
        """Return the dimension that a heading means, with a doubt where it only contains a known
        name.

        An unknown heading becomes a dimension of its own, which ``own`` then has.
        """
        return self.exact(heading) or self._containing(heading) or self.make(heading)

    def make(self, heading: str, why: str = "", sure: Sure = Sure.UNSURE) -> Match:
        """Return a dimension of this framework alone, named after a heading."""
        found = slug(_without_number(heading)) or "section"
        title = heading.strip().rstrip(":. ")
        if found in self._titles:
            return self._of(found, Sure.LIKELY, _("the id of a dimension"))
        if found not in self.own:
            self.own[found] = Dimension(id=found, title=title)
        why = why or _(
            "a new heading, kept as a subject of its own; choose an existing one if it means the "
            "same"
        )
        return Match(found, self.own[found].title, sure, why, known=False)

    def title(self, dimension: str) -> str:
        """Return the title of a dimension, shared or own."""
        return self._titles.get(dimension) or (
            self.own[dimension].title if dimension in self.own else dimension
        )

    def used(self, dimensions: Iterable[str]) -> tuple[Dimension, ...]:
        """Return the own dimensions among some ids, in the order in which they were met."""
        wanted = set(dimensions)
        return tuple(dimension for dimension in self.own.values() if dimension.id in wanted)

    def _containing(self, heading: str) -> Match | None:
        words = tuple(word for word in plain_words(heading) if word not in _FILLERS)
        if len(words) > 3 * self._longest + 1:
            return None  # it says too much more than any name, and 100 kB of it take seconds
        best: tuple[int, int, str, Words] | None = None
        for name, owner in self._names.items():
            size = len(name)
            for start in range(len(words) - size + 1):
                if words[start : start + size] == name and (
                    best is None or (size, start) > best[:2]
                ):
                    best = (size, start, owner, name)
        if best is None or len(words) > 3 * best[0] + 1:
            return None
        why = _("it contains the words of “{title}”, but says more; is it that dimension?")
        return self._of(best[2], Sure.UNSURE, why.format(title=self.title(best[2])))

    def meet(self, dimension: str) -> None:
        """Take note of an id; one that is not known becomes a dimension of this framework alone."""
        if dimension not in self._titles and dimension not in self.own:
            self.own[dimension] = Dimension(
                id=dimension, title=dimension.replace("-", " ").capitalize()
            )

    def _of(self, dimension: str, sure: Sure, why: str) -> Match:
        self.meet(dimension)
        return Match(dimension, self.title(dimension), sure, why, known=True)
