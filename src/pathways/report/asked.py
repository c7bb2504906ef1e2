"""What a step asks for that is new or more: the lines that a person can fill in."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from pathways.compare.change import DimensionChange, StepChange, Verdict
from pathways.compare.clause import main_clause
from pathways.i18n import _

_ASKED = (Verdict.NEW, Verdict.RAISED)


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A statement, or a level of a skill, that is new or raised at a step.

    ``subject`` is the title of its dimension; ``before`` what the earlier text says, "" for
    something new; ``id`` the statement's, or the dimension's where it is a level.
    """

    step: StepChange
    subject: str
    verdict: Verdict
    id: str
    text: str
    before: str = ""

    @property
    def sign(self) -> str:
        """Return the verdict as it stands in a cell, with its sign."""
        return f"{self.verdict.sign} {self.word}"

    @property
    def word(self) -> str:
        """Return the verdict in a word; between two organisations nothing is new."""
        if self.step.across and self.verdict is Verdict.NEW:
            return _("only here")
        return self.verdict.word

    def short(self, longest: int) -> str:
        """Return its main clause, of at most so many letters."""
        return main_clause(self.text, longest)


def asked_of(step: StepChange) -> Iterator[Asked]:
    """Yield what is new or raised at a step, each statement once, in the order of display."""
    seen: set[str] = set()
    for dimension in step.dimensions:
        for one in _asked_in(step, dimension):
            if one.id not in seen:
                seen.add(one.id)
                yield one


def _asked_in(step: StepChange, dimension: DimensionChange) -> Iterator[Asked]:
    title, level = dimension.dimension.title, dimension.level
    if level and level.verdict in _ASKED and level.after:
        yield Asked(
            step=step,
            subject=title,
            verdict=level.verdict,
            id=dimension.dimension.id,
            text=_("Level: {level}").format(level=level.after.value),
            before=_("Level: {level}").format(level=level.before.value) if level.before else "",
        )
    for change in dimension.changes:
        if change.verdict in _ASKED and change.after is not None:
            yield Asked(
                step=step,
                subject=title,
                verdict=change.verdict,
                id=change.after.id,
                text=change.after.text,
                before=change.before.text if change.before else "",
            )


def texts_of(step: StepChange, verdict: Verdict) -> list[str]:
    """Return the texts of a verdict, each statement once: the later one where there is one."""
    found: dict[str, str] = {}
    for dimension in step.dimensions:
        for change in dimension.changes:
            statement = change.after or change.before
            if change.verdict is verdict and statement is not None:
                found.setdefault(statement.id, statement.text)
    return list(found.values())
