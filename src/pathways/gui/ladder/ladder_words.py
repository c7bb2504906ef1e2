"""What a cell of the ladder says: what comes first in words, the counts, and the whole aloud."""

from __future__ import annotations

from typing import NamedTuple

from pathways.compare.change import Change, DimensionChange, StepChange, Verdict
from pathways.compare.clause import main_clause
from pathways.compare.level_words import step_signs, step_words
from pathways.compare.sentences import described, ended, place
from pathways.i18n import _, _n

_IN_A_CELL, _BESIDE, _ALOUD = 60, 70, 110  # letters of a statement in each place
_TOLD = 3  # statements told beside the table
_WEIGHT = (Verdict.RAISED, Verdict.NEW, Verdict.EASED, Verdict.CHANGED, Verdict.DROPPED)


class Lead(NamedTuple):
    """What comes first in a cell: the verdict that it is painted as, and the words with its sign.

    ``quoted`` tells that the words are the document's.
    """

    verdict: Verdict
    words: str
    quoted: bool = False


def lead(step: StepChange, change: DimensionChange) -> Lead:
    """Return what comes first in a cell: from which level to which, that one text serves both
    grades, why more is asked, or the statement that makes the step before the others.
    """
    verdict = change.verdict
    if change.level:
        return Lead(verdict, f"{verdict.sign} {step_words(change.level)}")
    if change.shared:
        return Lead(verdict, _("= shared wording"))
    first = next(iter(_by_weight(step, change)), None)
    if first is None:
        return Lead(verdict, f"{verdict.sign} {verdict.word}")
    if first.why:
        return Lead(first.verdict, f"{first.verdict.sign} {first.why}")
    told = _in_short(first, _IN_A_CELL)
    return Lead(first.verdict, f"{first.verdict.sign} {told}", quoted=True)


def _by_weight(step: StepChange, change: DimensionChange) -> list[Change]:
    """Return the real changes: first those that make the step, then what asks for more, and of
    that what a short reason tells.
    """
    making = [first.statement.id for first in step.first]

    def weight(one: Change) -> tuple[int, int, bool]:
        known = one.after is not None and one.after.id in making
        place = making.index(one.after.id) if known and one.after else len(making)
        return place, _WEIGHT.index(one.verdict), not one.why

    return sorted((one for one in change.changes if one.verdict.is_change), key=weight)


def _in_short(change: Change, longest: int) -> str:
    """Return the main clause of a statement, the later one where there are two."""
    before, after = (s.text if s else "" for s in (change.before, change.after))
    return main_clause(after, longest, beside=before) if after else main_clause(before, longest)


def first_words(step: StepChange, change: DimensionChange) -> str:
    """Return what is to be said first of a cell: the statements that are new or ask for more,
    shortened, those that make the step before the others; else the sentence on the dimension.
    """
    asked = [
        one for one in _by_weight(step, change) if one.verdict in (Verdict.RAISED, Verdict.NEW)
    ]
    told = [_in_short(one, _BESIDE) for one in asked[:_TOLD]]
    if change.level or not told:
        return change.sentence
    more = len(asked) - len(told)
    if more:
        told.append(_("{count} more").format(count=more))
    return "; ".join(told)


def cell_counts(change: DimensionChange) -> str:
    """Return the last line of a cell: how many statements are new or ask for more, or levels as
    steps.
    """
    if change.level:
        return step_signs(change.level)
    if change.shared or not change.verdict.is_change:
        return ""
    counts = change.counts
    if sum(count for verdict, count in counts.items() if verdict.is_change) < 2:
        return ""
    words = {
        Verdict.RAISED: _("{count} more"),
        Verdict.NEW: _("{count} new"),
        Verdict.EASED: _("{count} less"),
    }
    told = [words[v].format(count=counts[v]) for v in words if v in counts]
    if not told:
        others = {Verdict.CHANGED: _("{count} changed"), Verdict.DROPPED: _("{count} not repeated")}
        told = [others[v].format(count=counts[v]) for v in others if v in counts]
    return ", ".join(told)


def spoken(step: StepChange, change: DimensionChange | None) -> str:
    """Return a cell as it is read aloud."""
    if change is None:
        return _n(
            "From {before} to {after}: {count} statement changes.",
            "From {before} to {after}: {count} statements change.",
            step.size,
        ).format(before=place(step.before), after=place(step.after), count=step.size)
    title = change.dimension.title
    words = change.sentence if change.sentence.startswith(title) else f"{title}: {change.sentence}"
    several = change.verdict.is_change and sum(change.counts.values()) > 1
    if several and not _counts_already(words, step):
        words += f" ({described(change)})"
    return " ".join(part for part in (words, _first_aloud(step, change)) if part)


def _first_aloud(step: StepChange, change: DimensionChange) -> str:
    """Return what comes first, where the sentence does not say it."""
    ordered = _by_weight(step, change)
    if change.level or not ordered or ordered[0].after is None:
        return ""
    first = ordered[0]
    if first.why and first.why in change.sentence:
        return ""
    told = first.why or _in_short(first, _ALOUD)
    return ended((_("First: {text}") if ordered[1:] else _("Now: {text}")).format(text=told))


def _counts_already(words: str, step: StepChange) -> bool:
    """Tell whether words have counts, beside the figures of the two ends' names."""
    for node in (step.before, step.after):
        words = words.replace(place(node), "")
    return any(character.isdecimal() for character in words)
