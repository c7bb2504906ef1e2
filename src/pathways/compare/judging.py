"""What a person may judge of a comparison, and what follows from it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from pathways.compare.change import Change, Comparison, ComparisonRow, Verdict
from pathways.compare.overruling import judge_as, pair, part, take_back
from pathways.i18n import _
from pathways.model.dimension import Dimension
from pathways.model.framework import Node
from pathways.model.overrule import Between, Overrules
from pathways.model.statement import Statement

APART, TOGETHER, PROGRAM = "apart", "together", "program"


@dataclass(frozen=True)
class Case:
    """A change to be judged: at which step, on which dimension, and which statements it might be
    paired with.
    """

    between: Between
    before: Node
    after: Node
    dimension: Dimension
    change: Change
    partners: tuple[Statement, ...]  # statements of the other node that have none either
    refusal: str = ""  # why it cannot be judged


@dataclass(frozen=True)
class Judgement:
    """What was decided: a verdict's value, or apart, together (with ``partner``), or program."""

    what: str
    words: str
    partner: Statement | None = None
    reason: str = ""
    who: str = ""


def case_of(
    comparison: Comparison, dimension: Dimension, row: ComparisonRow, column: int
) -> Case | None:
    """Return the case of a cell: the step that leads to it, or from the first column the one that
    leads away.
    """
    gaps = [
        gap
        for gap in (column - 1, column)
        if 0 <= gap < len(row.changes) and row.changes[gap] is not None
    ]
    if not gaps:
        return None
    gap = gaps[0]
    step, change = comparison.steps[gap], row.changes[gap]
    found = step.dimension(dimension.id)
    if change is None or found is None:
        return None
    shared = _("Both share this text: it is the same statement.")
    return Case(
        between=Between(step.before.id, step.after.id, dimension.id),
        before=step.before,
        after=step.after,
        dimension=dimension,
        change=change,
        partners=_partners(change, found.changes),
        refusal=shared if change.shared else "",
    )


def _partners(change: Change, changes: Sequence[Change]) -> tuple[Statement, ...]:
    """Return the statements of the other node that have no partner, for one that has none."""
    alone = [other for other in changes if (other.before is None) != (other.after is None)]
    if change.before is None:
        return tuple(other.before for other in alone if other.before is not None)
    if change.after is None:
        return tuple(other.after for other in alone if other.after is not None)
    return ()


def edited(
    overrules: Overrules, case: Case, judgement: Judgement, date: datetime.date
) -> Overrules:
    """Return the judgements with one more, or without those that made the case what it is."""
    about = {"reason": judgement.reason, "who": judgement.who}
    change = case.change
    if judgement.what == PROGRAM:
        for overrule in change.by:
            overrules = take_back(overrules, overrule)
        return overrules
    if judgement.what == APART:
        stated = change.after or change.before
        assert stated is not None
        return part(overrules, case.between, stated, **about, date=date)
    before, after = change.before or judgement.partner, change.after or judgement.partner
    assert before is not None
    assert after is not None
    if judgement.what == TOGETHER:
        return pair(overrules, case.between, before, after, **about, date=date)
    return judge_as(
        overrules, case.between, before, after, Verdict(judgement.what), **about, date=date
    )
