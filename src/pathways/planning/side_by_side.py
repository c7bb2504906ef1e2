"""Up to five people against the same step, statement by statement. Nobody is ranked."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from enum import Enum

import msgspec

from pathways.compare.change import Verdict
from pathways.errors import UsageError
from pathways.i18n import _
from pathways.model.dimension import Dimension
from pathways.model.framework import Node
from pathways.model.statement import Statement
from pathways.model.team import Person, Team
from pathways.planning.needs import Situation
from pathways.planning.people import person
from pathways.planning.standing import Shown

MOST = 5
_ASKED = (Verdict.NEW, Verdict.RAISED, Verdict.CHANGED, Verdict.NOT_STATED)
_ALIKE = 0.5  # of the words of two pieces of evidence, weighed by their rarity


class CriteriaRemark(str, Enum):
    """What should be looked at, so that all are held to the same criteria."""

    ASKED_OF_NOBODY = "asked-of-nobody"
    ASKED_OF_SOME = "asked-of-some"
    JUDGED_DIFFERENTLY = "judged-differently"

    @property
    def word(self) -> str:
        """Return the remark in words for people."""
        return {
            CriteriaRemark.ASKED_OF_NOBODY: _("asked of nobody yet"),
            CriteriaRemark.ASKED_OF_SOME: _("asked of some only"),
            CriteriaRemark.JUDGED_DIFFERENTLY: _("judged differently on similar evidence"),
        }[self]


class Criterion(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of the step, with what each plan says of it: None where a plan has it not."""

    dimension: Dimension
    statement: Statement
    verdict: Verdict
    cells: tuple[Shown | None, ...]
    remarks: tuple[CriteriaRemark, ...]


class SideBySide(msgspec.Struct, frozen=True, kw_only=True):
    """People against one step; ``silent`` are those of whom no plan could be read."""

    source: Node
    target: Node
    people: tuple[Person, ...]
    criteria: tuple[Criterion, ...]
    silent: tuple[str, ...]

    def remarked(self, remark: CriteriaRemark) -> tuple[Criterion, ...]:
        """Return the criteria with a remark."""
        return tuple(criterion for criterion in self.criteria if remark in criterion.remarks)


def side_by_side(
    situation: Situation, named: Sequence[str], source: str, target: str
) -> SideBySide:
    """Return people against the step from one grade to another.

    Raise UsageError where nobody or more than five are named, or somebody twice.
    """
    people = _named(situation.team, named)
    comparer = situation.comparer
    step = comparer.step(source, target)
    found: dict[str, Criterion] = {}
    for dimension in step.dimensions:
        for change in dimension.changes:
            statement = change.after
            if statement is None or statement.definition or statement.id in found:
                continue
            if change.verdict in _ASKED:
                found[statement.id] = _criterion(
                    situation, people, dimension.dimension, statement, change.verdict, source
                )
    return SideBySide(
        source=step.before,
        target=step.after,
        people=people,
        criteria=tuple(found.values()),
        silent=tuple(one.id for one in people if one.id not in situation.standings),
    )


def _named(team: Team, names: Sequence[str]) -> tuple[Person, ...]:
    people = tuple(person(team, one) for one in names)
    if not 1 <= len(people) <= MOST:
        raise UsageError(
            _("One to five people can stand side by side; {count} were named.").format(
                count=len(people)
            )
        )
    if len({one.id for one in people}) < len(people):
        raise UsageError(_("Somebody is named twice; name each person once."))
    return people


def _criterion(
    situation: Situation,
    people: Sequence[Person],
    dimension: Dimension,
    statement: Statement,
    verdict: Verdict,
    source: str,
) -> Criterion:
    cells = tuple(
        standing.of(statement) if (standing := situation.standings.get(one.id)) else None
        for one in people
    )
    asked = [cell is not None and cell.asked for cell in cells]
    remarks = []
    if not any(asked):
        remarks.append(CriteriaRemark.ASKED_OF_NOBODY)
    elif not all(asked):
        remarks.append(CriteriaRemark.ASKED_OF_SOME)
    if _differently(situation, source, statement, cells):
        remarks.append(CriteriaRemark.JUDGED_DIFFERENTLY)
    return Criterion(
        dimension=dimension,
        statement=statement,
        verdict=verdict,
        cells=cells,
        remarks=tuple(remarks),
    )


def _differently(
    situation: Situation, source: str, statement: Statement, cells: Sequence[Shown | None]
) -> bool:
    """Tell whether two people are judged differently although their evidence is alike.

    No evidence on either side is alike too. Where a manager has said something, that is what
    counts.
    """
    asked = [cell for cell in cells if cell is not None and cell.asked]
    for one, other in itertools.combinations(asked, 2):
        if _judged(one) == _judged(other):
            continue
        if not one.evidence and not other.evidence:
            return True
        texts = " ".join(one.evidence), " ".join(other.evidence)
        node = statement.nodes[0]
        if all(texts) and situation.comparer.similarity(source, node, *texts) >= _ALIKE:
            return True
    return False


def _judged(cell: Shown) -> str:
    return cell.confirmed or cell.standing
