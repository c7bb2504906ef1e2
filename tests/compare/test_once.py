"""A statement under several subjects is told as one thing."""

from __future__ import annotations

import itertools

import pytest

from bundled import comparer, library
from pathways.compare.change import StepChange

STEPS = [pair for pair in itertools.pairwise(library().nodes) if not comparer().step(*pair).across]


def _told(step: StepChange) -> dict[str, set[tuple[str, str, str]]]:
    """Return what is told of each statement: {id: (verdict, before, after)}."""
    found: dict[str, set[tuple[str, str, str]]] = {}
    for dimension in step.dimensions:
        for change in dimension.changes:
            ids = [s.id if s else "" for s in (change.before, change.after)]
            for one in filter(None, ids):
                found.setdefault(one, set()).add((change.verdict.value, ids[0], ids[1]))
    return found


@pytest.mark.parametrize("nodes", STEPS, ids=" ".join)
def test_no_statement_is_one_thing_here_and_another_there(nodes: tuple[str, str]) -> None:
    told = _told(comparer().step(*nodes))
    assert told
    shared = {s.id for node in nodes for s in library().statements_of(node) if len(s.nodes) > 1}
    assert [one for one, ways in told.items() if len(ways) > 1 and one not in shared] == []


def test_each_subject_still_tells_of_all_its_statements() -> None:
    step = comparer().step("leadership-3", "leadership-4")
    told = 0
    for dimension in step.dimensions:
        stated = {
            s.id
            for node in ("leadership-3", "leadership-4")
            for s in library().statements_of(node, dimension.dimension.id)
        }
        named = [s.id for c in dimension.changes for s in {c.before, c.after} if s]
        told += len(stated)
        assert stated <= set(named)
    assert told > 40


def test_back_it_is_the_mirror_image() -> None:
    forth = _told(comparer().step("leadership-3", "leadership-4"))
    back = _told(comparer().step("leadership-4", "leadership-3"))
    opposite = {"new": "dropped", "dropped": "new", "raised": "eased", "eased": "raised"}
    turned = {
        one: {(opposite.get(verdict, verdict), after, before) for verdict, before, after in ways}
        for one, ways in back.items()
    }
    assert turned == forth
