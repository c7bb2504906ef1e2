"""How a person stands against the criteria of a step: counts and named statements, no score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

import msgspec

from pathways.compare.change import Verdict
from pathways.compare.comparison import Comparer
from pathways.i18n import _
from pathways.model.plan import Standing
from pathways.model.reference import fingerprint
from pathways.model.statement import Statement

Word = Literal["shown", "partly", "not-yet", "no-opportunity", "unsaid"]
WORDS: tuple[Word, ...] = ("shown", "partly", "not-yet", "no-opportunity", "unsaid")
_CRITERIA = (Verdict.NEW, Verdict.RAISED, Verdict.NOT_STATED)


def in_words(word: str) -> str:
    """Return a standing in words for people."""
    if word == "shown":
        return _("shown")
    return (Standing.UNSAID if word == "unsaid" else Standing(word)).short


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What a plan says of one statement.

    ``evidence`` has a line for each piece. ``confirmed`` is the manager's view of it, ``by`` who
    confirmed it; both "" where there is none. ``counted`` is False for what asks for nothing new.
    """

    text: str
    standing: Word = "unsaid"
    evidence: tuple[str, ...] = ()
    confirmed: str = ""
    by: str = ""
    counted: bool = True

    @property
    def asked(self) -> bool:
        """Tell whether anybody has said anything about it."""
        return self.standing != "unsaid" or bool(self.confirmed) or bool(self.evidence)


class PlanStanding(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What a person's plan says, statement by statement."""

    rows: tuple[Shown, ...]

    @cached_property
    def counts(self) -> dict[str, int]:
        """Return how many statements of the plan stand how."""
        return counts(row.standing for row in self.rows if row.counted)

    @cached_property
    def _by_text(self) -> dict[str, Shown]:
        return {fingerprint(row.text): row for row in reversed(self.rows)}

    def of(self, statement: Statement) -> Shown | None:
        """Return what the plan says of a statement; None where it does not have it."""
        return self._by_text.get(fingerprint(statement.text))


Standings = Mapping[str, PlanStanding]
"""The standing of each person whose plan could be read, by the id of the person."""


def counts(words: Iterable[str]) -> dict[str, int]:
    """Return how often each word is said, also those that are not."""
    found = Counter(words)
    return {word: found[word] for word in WORDS}


def counted(word: str, count: int) -> str:
    """Return how many stand how: "7 shown", "2 not looked at"."""
    sentence = {
        "shown": _("{count} shown"),
        "partly": _("{count} in part"),
        "not-yet": _("{count} not yet"),
        "no-opportunity": _("{count} without opportunity"),
        "unsaid": _("{count} not looked at"),
    }[word]
    return sentence.format(count=count)


def counts_in_words(found: Mapping[str, int]) -> str:
    """Return counts as a line: "7 shown, 3 in part, 2 not yet"; what nobody has is left out."""
    said = [counted(word, found[word]) for word in WORDS if found.get(word)]
    return ", ".join(said) or _("no statements")


def criteria(comparer: Comparer, source: str, target: str) -> tuple[Statement, ...]:
    """Return what is new or raised at a step, each statement once, in the order of display.

    So is what the target asks for where the other document has no section to compare it with.
    Without a grade to start from every statement of the target is a criterion.
    """
    if source == target or not target:
        return ()
    if not source:
        return tuple(s for s in comparer.library.statements_of(target) if not s.definition)
    found: dict[str, Statement] = {}
    for dimension in comparer.step(source, target).dimensions:
        for change in dimension.changes:
            if change.verdict in _CRITERIA and change.after and not change.after.definition:
                found.setdefault(change.after.id, change.after)
    return tuple(found.values())


def against(standing: PlanStanding, statements: Iterable[Statement]) -> dict[str, int]:
    """Return how a person stands against statements; what the plan does not have is unsaid."""
    return counts(
        found.standing if (found := standing.of(statement)) else "unsaid"
        for statement in statements
    )
