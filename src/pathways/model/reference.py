"""*This statement*, said in a way that still holds after its document has been edited."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Annotated

import msgspec

from pathways.model.framework import Id
from pathways.model.part import Part
from pathways.model.statement import Statement

Fingerprint = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[0-9a-f]{12}(?!\n)$",
        description="twelve of the figures 0 to 9 and the letters a to f",
    ),
]

_LETTERS = 12
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_STEM = 6  # letters: "manage" and "manages", "develop" and "developing" are one word
_COMMON = 0.25  # what a word weighs at least that stands in every statement
_NEARLY = 0.6  # this share of the words in common, and it is nearly the same text
_NEARLY_BY_ID = 0.45  # less will do where the id is still the same


def bare_words(text: str) -> list[str]:
    """Return the words of ``text`` without what belongs to looks: case, punctuation and spacing."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def fingerprint(*texts: str) -> str:
    """Return twelve characters that change when a text does in more than case, punctuation and
    spacing.

    The order of the texts does not matter. A text without a word is taken as it is.
    """
    import hashlib  # not at the start, which refers to nothing yet

    words = sorted(" ".join(bare_words(text)) or text.strip() for text in texts)
    whole = "\n".join(words).encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:_LETTERS]


class StatementMatch(str, Enum):
    """How a statement was found again."""

    SAME = "same"
    MOVED = "moved"
    NEARLY = "nearly"
    GONE = "gone"


class StatementRef(Part, frozen=True, kw_only=True):
    """A statement by its id, the fingerprint of its text and the text itself.

    ``text`` is "" where only the fingerprint is known, as in older files.
    """

    id: Id
    fingerprint: Fingerprint
    text: str = ""

    @classmethod
    def to(cls, statement: Statement) -> StatementRef:
        """Return the reference to a statement as it is now."""
        return cls(id=statement.id, fingerprint=fingerprint(statement.text), text=statement.text)

    def find(self, statements: Iterable[Statement]) -> Found:
        """Return what became of the statement among those that there are now."""
        return find_again([self], statements)[self]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a statement: ``statement`` is None only where it is gone."""

    how: StatementMatch
    statement: Statement | None = None


def find_again(
    refs: Iterable[StatementRef], statements: Iterable[Statement]
) -> dict[StatementRef, Found]:
    """Return what became of each statement referred to.

    First the same text under the same id, then the same text elsewhere (its old neighbourhood
    first), then nearly the same text, the most alike first. A statement that was found by its
    text is not taken for another one's successor; no two references lead to one statement unless
    they have one text.
    """
    wanted = list(dict.fromkeys(refs))
    there = list({statement.id: statement for statement in statements}.values())
    found = _by_text(wanted, there)
    taken = {one.statement.id for one in found.values() if one.statement}
    left = [ref for ref in wanted if ref not in found]
    free = [statement for statement in there if statement.id not in taken]
    found.update(_by_likeness(left, free))
    return {ref: found.get(ref, Found(how=StatementMatch.GONE)) for ref in wanted}


def _by_text(
    refs: Sequence[StatementRef], statements: Sequence[Statement]
) -> dict[StatementRef, Found]:
    by_print: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_print[fingerprint(statement.text)].append(statement)
    found: dict[StatementRef, Found] = {}
    taken: set[str] = set()
    for ref in refs:
        for statement in by_print.get(ref.fingerprint, ()):
            if statement.id == ref.id:
                found[ref] = Found(how=StatementMatch.SAME, statement=statement)
                taken.add(statement.id)
    for ref in refs:
        same = by_print.get(ref.fingerprint)
        if same and ref not in found:
            free = [statement for statement in same if statement.id not in taken]
            nearest = min(free or same, key=lambda statement: _distance(ref.id, statement.id))
            found[ref] = Found(how=StatementMatch.MOVED, statement=nearest)
            taken.add(nearest.id)
    return found


def _by_likeness(
    refs: Sequence[StatementRef], statements: Sequence[Statement]
) -> dict[StatementRef, Found]:
    """Pair what is nearly the same, the most alike first; each statement once."""
    weigh = Weigher([*(ref.text for ref in refs), *(s.text for s in statements)])
    holding: dict[str, list[int]] = defaultdict(list)
    for place, statement in enumerate(statements):
        for word in weigh.words(statement.text):
            holding[word].append(place)
    pairs = []
    for number, ref in enumerate(refs):
        for place in {place for word in weigh.words(ref.text) for place in holding[word]}:
            statement = statements[place]
            alike = weigh.likeness(ref.text, statement.text)
            if alike >= (_NEARLY_BY_ID if ref.id == statement.id else _NEARLY):
                pairs.append((-alike, _distance(ref.id, statement.id), number, place))
    found: dict[StatementRef, Found] = {}
    taken: set[int] = set()
    for _alike, _far, number, place in sorted(pairs):
        if refs[number] not in found and place not in taken:
            found[refs[number]] = Found(how=StatementMatch.NEARLY, statement=statements[place])
            taken.add(place)
    return found


def _distance(old: str, new: str) -> tuple[int, int, str]:
    """Say how far two ids lie apart: another block or section first, then the number in it."""
    if old == new:
        return 0, 0, new
    before, after = old.split("."), new.split(".")
    shared = sum(1 for one, other in zip(before[:-1], after[:-1], strict=False) if one == other)
    numbers = [part[-1] for part in (before, after) if part[-1].isdecimal()]
    apart = abs(int(numbers[0]) - int(numbers[1])) if len(numbers) == 2 else 0
    return max(len(before), len(after)) - shared, apart, new


class Weigher:
    """Weigh the words that texts have in common: rare ones tell more than common ones."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts = {text: Counter(word[:_STEM] for word in bare_words(text)) for text in texts}
        among = Counter(word for counts in self._counts.values() for word in counts)
        size = len(self._counts)
        self._weight = {
            word: max(_COMMON, math.log((size + 1) / (count + 1))) for word, count in among.items()
        }
        self._mass = {text: self._weighed(counts) for text, counts in self._counts.items()}

    def words(self, text: str) -> Iterable[str]:
        return self._counts[text]

    def likeness(self, one: str, other: str) -> float:
        whole = self._mass[one] + self._mass[other]
        return 2 * self._weighed(self._counts[one] & self._counts[other]) / whole if whole else 0.0

    def _weighed(self, counts: Counter[str]) -> float:
        return sum(self._weight[word] * count for word, count in counts.items())
