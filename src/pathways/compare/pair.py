"""Two texts side by side, and what one reason for more or less is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from pathways.compare.reading import Reading, read
from pathways.compare.weights import Weights

_HOLDS_NOTHING = frozenset({"and", "or", "the", "a", "an", "to"})
_BEGINNING = 2  # texts whose first meaningful words are the same go on to say more, or less

Run = tuple[str, int, int, int, int]  # as difflib says it: what, from, to, from, to
Context = Collection[str]  # the statements beside one


class Reason(NamedTuple):
    """One reason: ``weight`` above 0 for more; what stood before and what stands after, "" for
    nothing; ``kind`` is the scale, "condition", "number" or "duty". A mere hint has no words.
    """

    weight: float
    before: str
    after: str
    kind: str

    @property
    def turned(self) -> Reason:
        """Return the reason the other way round."""
        return Reason(-self.weight, self.after, self.before, self.kind)


class Pair:
    """Two texts side by side, in the order of their letters, whichever is the earlier."""

    def __init__(
        self,
        first: str,
        second: str,
        weights: Weights,
        beside: tuple[Context | None, Context | None],
    ) -> None:
        self.language, self.weights = weights.language, weights
        self.texts = read(first, self.language), read(second, self.language)
        self.beside, self.raw = beside, (first, second)
        self.runs = runs_of(self.texts[0].stems, self.texts[1].stems)
        self.stretches = _joined_runs(self.runs, self.texts[0])
        shared = self.texts[0].subject & self.texts[1].subject
        least = min(weights.mass(reading.subject) for reading in self.texts)
        most = max(weights.mass(reading.subject) for reading in self.texts)
        neither = not (self.texts[0].subject or self.texts[1].subject)
        self.alike = weights.mass(shared) / least if least else float(neither)
        self.alike_both = weights.mass(shared) / most if most else float(neither)
        labels = [reading.label for reading in self.texts]
        self.one_label = labels[0] == labels[1] != ""
        begins = [self.language.content(text)[:_BEGINNING] for text in (first, second)]
        self.begun_alike = begins[0] == begins[1] and len(begins[0]) == _BEGINNING


def lined_up(before: Reading, after: Reading) -> Sequence[Run]:
    """Return what became of which words; the other way round it is the mirror image."""
    if before.text <= after.text:
        return runs_of(before.stems, after.stems)
    turned = {"insert": "delete", "delete": "insert"}
    runs = runs_of(after.stems, before.stems)
    return [(turned.get(tag, tag), j1, j2, i1, i2) for tag, i1, i2, j1, j2 in runs]


@lru_cache(maxsize=64)  # one pair is looked at several times in a row
def runs_of(first: tuple[str, ...], second: tuple[str, ...]) -> Sequence[Run]:
    """Line up two texts, the stems of their words."""
    return SequenceMatcher(None, first, second, autojunk=False).get_opcodes()


def _joined_runs(runs: Sequence[Run], reading: Reading) -> Sequence[Run]:
    """Join what only an "and" or "the" holds apart: that both texts have one says nothing."""
    found: list[Run] = []
    for number, run in enumerate(runs):
        tag, i1, i2, _, j2 = run
        small = tag == "equal" and _HOLDS_NOTHING.issuperset(reading.words[i1:i2])
        between = small and 0 < number < len(runs) - 1
        if found and found[-1][0] != "equal" and (between or tag != "equal"):
            found[-1] = ("replace", found[-1][1], i2, found[-1][3], j2)
        else:
            found.append(run)
    return found
