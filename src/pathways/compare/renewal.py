"""Judgements on statements that stand elsewhere in a document since it was edited."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import msgspec

from pathways.compare.overruling import fingerprint
from pathways.model.library import Library
from pathways.model.overrule import Overrule, Overrules, Parted
from pathways.model.reference import StatementMatch
from pathways.model.statement import Statement

_MOST = 10_000  # pairs of statements that are tried for a judgement that has no texts


def renewed(overrules: Overrules, library: Library) -> Overrules:
    """Return the judgements with the ids that their statements have in ``library`` now.

    A judgement whose statements cannot be found to the letter stays as it is.
    """
    return Overrules.of(*(_renewed(overrule, library) for overrule in overrules))


def _renewed(overrule: Overrule, library: Library) -> Overrule:
    nodes = overrule.between[:2]
    if any(node not in library.nodes for node in nodes):
        return overrule
    sides = [library.statements_of(node, overrule.dimension) for node in nodes]
    rooms = [(*sides[0], *sides[1])] if isinstance(overrule, Parted) else sides
    found = [
        next((one for one in room if one.id == id_), None)
        for id_, room in zip(overrule.statements, rooms, strict=True)
    ]
    if all(found) and fingerprint(*filter(None, found)) == overrule.fingerprint:
        return overrule
    moved = _by_texts(overrule, rooms) if overrule.refs else _by_fingerprint(overrule, rooms)
    if moved is None:
        return overrule
    names = ("statement",) if isinstance(overrule, Parted) else ("before", "after")
    return msgspec.structs.replace(
        overrule, **dict(zip(names, (one.id for one in moved), strict=True))
    )


def _by_texts(
    overrule: Overrule, rooms: Sequence[Sequence[Statement]]
) -> tuple[Statement, ...] | None:
    found = [ref.find(room) for ref, room in zip(overrule.refs, rooms, strict=True)]
    kept = tuple(
        one.statement
        for one in found
        if one.statement is not None and one.how in (StatementMatch.SAME, StatementMatch.MOVED)
    )
    return kept if len(kept) == len(found) else None


def _by_fingerprint(
    overrule: Overrule, rooms: Sequence[Sequence[Statement]]
) -> tuple[Statement, ...] | None:
    """Look for the statements whose texts have the judgement's fingerprint, as older files need
    it; None where there are none, or more than one set of them.
    """
    tried = itertools.islice(itertools.product(*rooms), _MOST)
    found = [some for some in tried if fingerprint(*some) == overrule.fingerprint]
    return found[0] if len(found) == 1 else None
