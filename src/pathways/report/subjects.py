"""What becomes of each subject, in a line: first what is asked more, last what stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pathways.compare.change import DimensionChange, LevelChange, StepChange, Verdict
from pathways.compare.clause import main_clause
from pathways.compare.sentences import ended, inside, place
from pathways.i18n import _, in_words

_ASKED = (Verdict.NEW, Verdict.RAISED)
_TOLD = (Verdict.CHANGED, Verdict.EASED)  # quoted, too, where there is room
_ROOM = 60  # letters that are room enough
_SHORTEST, _SHORT = 45, 70  # letters of one statement in such a line


class SubjectLine(NamedTuple):
    """What is said of a subject, or, ``aside``, of which subjects something is to be said."""

    title: str
    told: str
    aside: bool = False

    @property
    def short(self) -> str:
        """Return what is left of it where there is no room for a line: no subject is lost."""
        return (
            f"{inside(self.title)}: {inside(self.told)}".rstrip(".") if self.aside else self.title
        )


def subject_lines(steps: Sequence[StepChange], letters: int) -> Iterator[SubjectLine]:
    """Yield the title of each subject that changes with what is said of it, then those that stay.

    ``letters`` bounds what is quoted of each; what does not fit is counted.
    """
    aside: dict[str, list[str]] = {}
    for dimension in (change.dimension for change in steps[0].dimensions):
        changes = [(step, change) for step in steps if (change := step.dimension(dimension.id))]
        compared = [(step, change) for step, change in changes if change.verdict.is_change]
        single = [(step, change) for step, change in changes if _one_sided(change)]
        if compared:
            told = [_told(change, letters // len(steps)) for _step, change in compared]
            if len(steps) > 1:
                grades = [step.after.title for step, _change in compared]
                told = [f"{grade}: {words}" for grade, words in zip(grades, told, strict=True)]
            yield SubjectLine(dimension.title, " ".join(told))
        else:
            kind = _only_in(*single[0]) if single else _stays(change for _step, change in changes)
            aside.setdefault(kind, []).append(inside(dimension.title))
    for kind, titles in sorted(aside.items(), key=lambda pair: pair[0] != _("Unchanged")):
        yield SubjectLine(kind, _sentence(in_words(titles)), aside=True)


def _only_in(step: StepChange, change: DimensionChange) -> str:
    """Say whose text alone has a section on a subject: there is nothing to compare."""
    where = step.before if any(one.before for one in change.changes) else step.after
    return _("Only in the text for {grade}").format(grade=place(where))


def _stays(changes: Iterable[DimensionChange]) -> str:
    changes = list(changes)
    if any(change.across for change in changes):
        return _("Matched under another subject")
    silent = all(change.verdict is Verdict.NOT_STATED for change in changes)
    return _("In neither text") if silent else _("Unchanged")


def _told(change: DimensionChange, letters: int) -> str:
    if change.across:
        return change.sentence
    parts = [_level(change.level)] if change.level and change.level.verdict.is_change else []
    for verdict, words in (
        (Verdict.NEW, _("New")),
        (Verdict.RAISED, _("More asked")),
        (Verdict.CHANGED, _("Changed")),
        (Verdict.EASED, _("Less asked")),
        (Verdict.DROPPED, _("Not repeated")),
    ):
        texts = [
            statement.text
            for one in change.changes
            if one.verdict is verdict and (statement := one.after or one.before)
        ]
        if texts:
            asks = verdict in _ASKED or (verdict in _TOLD and letters >= _ROOM)
            parts.append(f"{words}: {_quoted(texts, letters if asks else 0)}")
    return " ".join(parts)


def _level(level: LevelChange) -> str:
    if level.before and level.after:
        words = _("Level: {before} → {after}.")
        return words.format(before=level.before.value, after=level.after.value)
    if level.after:
        return _("New, level: {level}.").format(level=level.after.value)
    return _("Not asked for any more.")


def _one_sided(change: DimensionChange) -> bool:
    sides = {(one.before is None, one.after is None) for one in change.changes}
    return change.verdict is Verdict.NOT_STATED and len(sides) == 1


def _quoted(texts: Sequence[str], letters: int) -> str:
    told: list[str] = []
    longest = max(_SHORTEST, min(_SHORT, letters))
    for text in texts:
        short = inside(main_clause(text, longest))
        if sum(map(len, told)) + len(short) > letters and (told or not letters):
            break
        told.append(short)
    more = len(texts) - len(told)
    if not told:
        return _("{count}.").format(count=more)
    if more:
        told.append(_("{count} more").format(count=more))
    return ended("; ".join(told))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
