"""Two organisations: what matches, what is only in this document, what is only in that one.

Their documents were not written over one another's text, and one speaks of a thing under another
heading than the other. So statements are matched across subjects too, and what has no match is
neither new nor gone: it is only in one of the two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from pathways.compare.align import align
from pathways.compare.change import Change, DimensionChange, LevelChange, Verdict
from pathways.compare.sentences import describe_across
from pathways.compare.verdict import judge_dimension
from pathways.compare.weights import Weights
from pathways.model.framework import Framework, Node
from pathways.model.library import Library
from pathways.model.statement import Statement

_CLOSE = 0.3  # how similar two statements under different subjects are at least, to be a match

Pairing = Callable[[Statement, Statement], Change]


def two_organisations(before: Framework, after: Framework) -> bool:
    """Tell whether two frameworks belong to different organisations."""
    one, other = (
        " ".join(f.organisation.casefold().split()).removeprefix("the ") for f in (before, after)
    )
    return before is not after and one != other


def across_subjects(
    changes: Sequence[DimensionChange],
    before: Node,
    after: Node,
    library: Library,
    pairing: Pairing,
    weights: Weights,
) -> tuple[DimensionChange, ...]:
    """Match across subjects what has no match within its own, and say subject by subject what
    there is.

    A match stands under the first of its two subjects, whichever way round the nodes are compared.
    """
    order = {change.dimension.id: number for number, change in enumerate(changes)}
    old, new = _unmatched(changes)
    texts = [s.text for s in old], [s.text for s in new]
    found: dict[int, list[Change]] = {}
    matched: set[str] = set()
    for i, j in align(*texts, weights, whole=False, in_order=False):
        if weights.similarity(old[i].text, new[j].text) >= _CLOSE:
            pair = pairing(old[i], new[j])
            homes = (order.get(s.dimensions[0], 0) for s in (old[i], new[j]))
            found.setdefault(min(homes), []).append(pair)
            matched |= {old[i].id, new[j].id}
    pairs = [pair for listed in found.values() for pair in listed]
    return tuple(
        _told(change, found.get(number, ()), matched, pairs, (before, after), library)
        for number, change in enumerate(changes)
    )


def _unmatched(changes: Sequence[DimensionChange]) -> tuple[list[Statement], list[Statement]]:
    """Return what has no match within its own subject, of the one document and of the other."""
    alone = [c for d in changes for c in d.changes if not ((c.before and c.after) or c.overruled)]
    old = [c.before for c in alone if c.before and not c.before.definition]
    new = [c.after for c in alone if c.after and not c.after.definition]
    return old, new


def _told(
    change: DimensionChange,
    found: Sequence[Change],
    matched: set[str],
    pairs: Sequence[Change],
    nodes: tuple[Node, Node],
    library: Library,
) -> DimensionChange:
    kept = [c for c in change.changes if not _is_matched(c, matched)]
    changes = tuple(msgspec.structs.replace(c, across=True) for c in (*kept, *found))
    told = msgspec.structs.replace(
        change, changes=changes, across=True, verdict=_verdict(change, changes)
    )
    elsewhere: dict[str, int] = {}
    for pair in pairs:
        homes = [s.dimensions[0] for s in (pair.before, pair.after) if s]
        if change.dimension.id in homes and len(set(homes)) == 2:
            other = next(home for home in homes if home != change.dimension.id)
            title = library.dimension(other).title
            elsewhere[title] = elsewhere.get(title, 0) + 1
    sentence = describe_across(told, *nodes, library, elsewhere)
    return msgspec.structs.replace(told, sentence=sentence)


def _is_matched(change: Change, matched: set[str]) -> bool:
    statement = change.before or change.after
    alone = not (change.before and change.after)
    return alone and statement is not None and statement.id in matched


def _verdict(change: DimensionChange, changes: Sequence[Change]) -> Verdict:
    """Return what can be said of a subject: there is no more or less between two organisations."""
    if change.verdict is Verdict.NOT_STATED:  # whatever of it matches under another subject
        return Verdict.NOT_STATED
    told: list[Change | LevelChange] = [*changes, *([change.level] if change.level else [])]
    alone = not any(c.before and c.after for c in changes)
    if change.verdict in (Verdict.NEW, Verdict.DROPPED) and alone:
        return change.verdict
    verdict = judge_dimension(told, True, True)
    return Verdict.CHANGED if verdict.is_change and changes else verdict
