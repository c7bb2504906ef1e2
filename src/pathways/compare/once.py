"""A statement that stands under several subjects is told as one thing under all of them.

Each subject is paired by itself. So a statement may find one partner under one subject, another or
none under the next, and a person would be told "changed" here and "new" there. Of the partners
that a statement found, the likest is its partner everywhere, and what is told of the two under the
first subject, in the order of display, is told under all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.compare.change import Change, DimensionChange, Verdict
from pathways.compare.weights import Weights

Ids = tuple[str, str]


def told_once(dimensions: Sequence[DimensionChange], weights: Weights) -> list[tuple[Change, ...]]:
    """Return the changes of each subject, with each statement told as one thing.

    What a person judged is left as it is. The other way round it is the mirror image.
    """
    changes = [change for dimension in dimensions for change in dimension.changes]
    several = any(
        statement is not None and len(statement.dimensions) > 1
        for change in changes
        for statement in (change.before, change.after)
    )
    if not several:
        return [dimension.changes for dimension in dimensions]
    partners = _partners(changes, weights)
    return [tuple(_told(dimension.changes, partners)) for dimension in dimensions]


def _partners(changes: Sequence[Change], weights: Weights) -> dict[str, Change]:
    """Return the one pair that each statement is in, {id: pair}."""
    pairs: dict[Ids, Change] = {}
    for change in changes:
        if change.before and change.after:
            pairs.setdefault((change.before.id, change.after.id), change)

    def rank(pair: tuple[Ids, Change]) -> tuple[bool, float, list[str]]:
        ids, change = pair
        texts = sorted(s.text for s in (change.before, change.after) if s)
        return not change.overruled, -weights.likeness(*texts), sorted(ids)

    found: dict[str, Change] = {}
    for ids, change in sorted(pairs.items(), key=rank):
        if not found.keys() & set(ids):
            found.update(dict.fromkeys(ids, change))
    return found


def _told(changes: Sequence[Change], partners: dict[str, Change]) -> Iterator[Change]:
    kept = {s.id for c in changes if c.overruled for s in (c.before, c.after) if s}
    told: set[str] = set()
    for change in changes:
        for one in _parts(change, partners):
            ids = {s.id for s in (one.before, one.after) if s}
            if change.overruled or not ids & (told | kept):
                told |= ids
                yield one


def _parts(change: Change, partners: dict[str, Change]) -> Iterator[Change]:
    """Yield what is told of the statements of a change, each with the partner that it has."""
    statements = [s for s in (change.before, change.after) if s]
    pairs = [partners.get(s.id) for s in statements]
    if change.overruled or not any(pairs) or _is_one(pairs, len(statements)):
        yield change if change.overruled or not pairs[0] else pairs[0]
        return
    for statement, pair in zip(statements, pairs, strict=True):
        if pair is not None:
            yield pair
        elif statement is change.before:
            yield Change(verdict=Verdict.DROPPED, before=statement, after=None)
        else:
            yield Change(verdict=Verdict.NEW, before=None, after=statement)


def _is_one(pairs: Sequence[Change | None], count: int) -> bool:
    return count == 2 and pairs[0] is pairs[1]
