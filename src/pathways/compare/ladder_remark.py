"""What is to be remarked on a whole ladder: at which steps little changes, in few words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pathways.compare.change import StepChange, Verdict
from pathways.compare.sentences import inside, place
from pathways.i18n import _, _n, capitalised, in_words

MOST_WORDS = 70  # that anybody reads below a table
_TOLD = 12  # dimensions that a sentence about a step can name
Titles = tuple[str, ...]


class _LadderRemark(NamedTuple):
    """A sentence, and the same without what stays as it is."""

    whole: str
    short: str


def ladder_remark(steps: Sequence[StepChange]) -> str:
    """Say at which steps several dimensions stay as they are, and where those steps lie instead.

    Dimensions of which the document gives one text for all are left aside: they cannot change. Of
    many dimensions nothing is said: nobody would read it. Where all would be more than
    ``MOST_WORDS``, the longest lists of what stays as it is are left out, and then what is longest.
    """
    if any(len(step.dimensions) > _TOLD for step in steps):
        return ""
    remarks = [
        _remark(*titles, found) for titles, found in _grouped(steps).items() if _is_told(*titles)
    ]
    return " ".join(_in_few_words(remarks))


def _is_told(silent: Titles, moving: Titles) -> bool:
    return not moving or len(silent) > 1


def _remark(silent: Titles, moving: Titles, steps: Sequence[StepChange]) -> _LadderRemark:
    words = {
        "where": in_words([_between(step) for step in steps]),
        "silent": in_words([inside(title) for title in silent]),
        "moving": in_words([inside(title) for title in moving]),
    }
    if not moving:
        nothing = capitalised(_("{where}: nothing changes.").format(**words))
        return _LadderRemark(nothing, nothing)
    number = len(moving)
    whole = _n(
        "{where}: only {moving} changes; {silent} stay the same.",
        "{where}: only {moving} change; {silent} stay the same.",
        number,
    )
    short = _n("{where}: only {moving} changes.", "{where}: only {moving} change.", number)
    return _LadderRemark(capitalised(whole.format(**words)), capitalised(short.format(**words)))


def _in_few_words(remarks: Sequence[_LadderRemark]) -> list[str]:
    """Return the sentences, as many of them whole as few words allow."""
    told = [remark.whole for remark in remarks]

    def saved(at: int) -> int:
        return len(told[at].split()) - len(remarks[at].short.split())

    for at in sorted(range(len(told)), key=saved, reverse=True):
        if len(" ".join(told).split()) > MOST_WORDS:
            told[at] = remarks[at].short
    while len(" ".join(told).split()) > MOST_WORDS:
        told.remove(max(told, key=lambda sentence: len(sentence.split())))
    return told


def _between(step: StepChange) -> str:
    """Name a step: ``grade 6 to 7``, but ``grade 14 to Head of Technology``."""
    before, after = place(step.before), place(step.after)
    kind, _space, number = after.partition(" ")
    same_kind = before.startswith(f"{kind} ") and number[:1].isdigit()
    return _("{before} to {after}").format(before=before, after=number if same_kind else after)


def _grouped(steps: Sequence[StepChange]) -> dict[tuple[Titles, Titles], list[StepChange]]:
    """Group the steps by which dimensions stay as they are and which really change."""
    living = {d.dimension.id for step in steps for d in step.dimensions if not d.shared}
    found: dict[tuple[Titles, Titles], list[StepChange]] = {}
    for step in steps:
        stated = [
            d
            for d in step.dimensions
            if d.dimension.id in living and d.verdict is not Verdict.NOT_STATED
        ]
        silent = tuple(d.dimension.title for d in stated if not d.verdict.is_change)
        moving = tuple(d.dimension.title for d in stated if d.verdict.is_change)
        found.setdefault((silent, moving), []).append(step)
    return found
