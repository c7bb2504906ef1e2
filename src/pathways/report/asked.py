"""What a step asks for that is new or more: the lines that a person can fill in."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from pathways.compare.change import Change, StepChange, Verdict
from pathways.compare.clause import main_clause


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that is new or raised at a step, with the title of its subject."""

    step: StepChange
    subject: str
    change: Change

    @property
    def sign(self) -> str:
        """Return the verdict as it stands in a cell, with its sign."""
        return f"{self.change.verdict.sign} {self.change.verdict.word}"

    @property
    def text(self) -> str:
        """Return the statement of the later node."""
        assert self.change.after is not None
        return self.change.after.text

    def short(self, longest: int) -> str:
        """Return its main clause, of at most so many letters."""
        return main_clause(self.text, longest)


def asked_of(step: StepChange) -> Iterator[Asked]:
    """Yield what is new or raised at a step, each statement once, in the order of display."""
    seen: set[str] = set()
    for dimension in step.dimensions:
        for change in dimension.changes:
            if change.verdict not in (Verdict.NEW, Verdict.RAISED) or change.after is None:
                continue
            if change.after.id not in seen:
                seen.add(change.after.id)
                yield Asked(step=step, subject=dimension.dimension.title, change=change)


def unequal(step: StepChange, verdict: Verdict) -> list[str]:
    """Return the texts of a verdict, each statement once: the later one where there is one."""
    found: dict[str, str] = {}
    for dimension in step.dimensions:
        for change in dimension.changes:
            statement = change.after or change.before
            if change.verdict is verdict and statement is not None:
                found.setdefault(statement.id, statement.text)
    return list(found.values())
