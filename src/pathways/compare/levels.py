"""What happens to levels of proficiency: stated by the document, so nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.compare.change import LevelChange, Verdict
from pathways.model.scale import Level
from pathways.model.statement import Statement


def compare_levels(
    before: Level | None, after: Level | None, old: Sequence[Statement], new: Sequence[Statement]
) -> LevelChange | None:
    """Return what happens to a level between two nodes; None where neither states one.

    ``old`` and ``new`` are what the two nodes say on the dimension in all.
    """
    if before is None and after is None:
        return None
    return LevelChange(
        verdict=_verdict(before, after, bool(old), bool(new)),
        before=before,
        after=after,
        explained_before=tuple(s for s in old if explains(s)),
        explained_after=tuple(s for s in new if explains(s)),
    )


def explains(statement: Statement) -> bool:
    """Tell whether a text says what a subject or a level of it is, rather than what is asked."""
    return statement.definition or bool(statement.level)


def _verdict(before: Level | None, after: Level | None, stated: bool, restated: bool) -> Verdict:
    """Judge two levels by their places on the scale; what is on no common scale is changed, and so
    is a level beside a text without one.
    """
    if before is None:
        return Verdict.CHANGED if stated else Verdict.NEW
    if after is None:
        return Verdict.CHANGED if restated else Verdict.DROPPED
    for scale in sorted((before.scale, after.scale), key=lambda scale: (scale.id, scale.names)):
        ranks = scale.rank(before.value), scale.rank(after.value)
        if all(ranks):
            return _by_rank(*ranks)
    return Verdict.CHANGED


def _by_rank(before: int, after: int) -> Verdict:
    if before == after:
        return Verdict.UNCHANGED
    return Verdict.RAISED if before < after else Verdict.EASED
