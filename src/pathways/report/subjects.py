"""What becomes of each subject, in a line: first what is asked more, last what stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.compare.change import DimensionChange, StepChange, Verdict
from pathways.compare.clause import main_clause
from pathways.compare.sentences import inside, place
from pathways.i18n import _, in_words

_SHORT = 70  # letters of one statement in such a line


def subject_lines(steps: Sequence[StepChange], letters: int) -> Iterator[tuple[str, str]]:
    """Yield the title of each subject that changes with what is said of it, then those that stay.

    ``letters`` bounds what is quoted of each; what does not fit is counted.
    """
    several = len(steps) > 1
    unchanged: list[str] = []
    silent: list[str] = []
    for dimension in (change.dimension for change in steps[0].dimensions):
        told = []
        for step in steps:
            change = step.dimension(dimension.id)
            if change is None or not change.verdict.is_change:
                continue
            words = _told(change, step, letters // len(steps))
            told.append(f"{step.after.title}: {words}" if several else words)
        if told:
            yield dimension.title, " ".join(told)
        elif all(
            change is None or change.verdict is Verdict.NOT_STATED
            for change in (step.dimension(dimension.id) for step in steps)
        ):
            silent.append(inside(dimension.title))
        else:
            unchanged.append(inside(dimension.title))
    if unchanged:
        yield _("Unchanged"), _sentence(in_words(unchanged))
    if silent:
        yield _("Not in the documents"), _sentence(in_words(silent))


def _told(change: DimensionChange, step: StepChange, letters: int) -> str:
    if change.verdict in (Verdict.NEW, Verdict.DROPPED) and _one_sided(change):
        where = step.before if change.verdict is Verdict.NEW else step.after
        return _("The text for {grade} has no section on this, so it cannot be compared.").format(
            grade=place(where)
        )
    parts = []
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
            asks = verdict in (Verdict.NEW, Verdict.RAISED, Verdict.CHANGED)
            parts.append(f"{words}: {_quoted(texts, letters if asks else 0)}")
    return " ".join(parts)


def _one_sided(change: DimensionChange) -> bool:
    return all(one.before is None for one in change.changes) or all(
        one.after is None for one in change.changes
    )


def _quoted(texts: Sequence[str], letters: int) -> str:
    told: list[str] = []
    for text in texts:
        short = inside(main_clause(text, _SHORT))
        if sum(map(len, told)) + len(short) > letters and (told or not letters):
            break
        told.append(short)
    more = len(texts) - len(told)
    if not told:
        return _("{count}.").format(count=more)
    sentence = "; ".join(told)
    return f"{sentence}; {_('{count} more').format(count=more)}." if more else f"{sentence}."


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
