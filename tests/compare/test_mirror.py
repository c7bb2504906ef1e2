"""Comparing B with A says exactly the opposite of comparing A with B."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bundled
from pathways.compare.align import align
from pathways.compare.change import Change, StepChange, Verdict
from pathways.compare.verdict import judge

OPPOSITE = {
    Verdict.RAISED: Verdict.EASED,
    Verdict.EASED: Verdict.RAISED,
    Verdict.NEW: Verdict.DROPPED,
    Verdict.DROPPED: Verdict.NEW,
}
REAL = sorted({s.text for f in bundled.library().frameworks for s in f.statements})
PIECES = """supervise lead help with assist in manage the team a large small complex good very some
understanding experience knowledge of budgets parks under supervision independently 3 12 years two
where appropriate and or to ensure sensitivity sensitive, management reports; strategy plan""".split()
GENERATED = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
TEXTS = st.sampled_from(REAL) | GENERATED
WEIGHTS = bundled.weights(*REAL)


def opposite(verdict: Verdict) -> Verdict:
    return OPPOSITE.get(verdict, verdict)


@settings(max_examples=400, deadline=None)
@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=2), st.lists(TEXTS, max_size=2))
def test_a_verdict_turns_round_with_the_texts(
    one: str, other: str, beside_one: list[str], beside_other: list[str]
) -> None:
    forth, _why = judge(one, other, WEIGHTS, tuple(beside_one), tuple(beside_other))
    back, _why = judge(other, one, WEIGHTS, tuple(beside_other), tuple(beside_one))
    assert back is opposite(forth)


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS, max_size=7), st.lists(TEXTS, max_size=7), st.booleans())
def test_the_same_texts_are_paired_the_other_way_round(
    before: list[str], after: list[str], in_order: bool
) -> None:
    forth = align(before, after, WEIGHTS, in_order=in_order)
    back = align(after, before, WEIGHTS, in_order=in_order)
    assert sorted((before[i], after[j]) for i, j in forth) == sorted(
        (before[j], after[i]) for i, j in back
    )


def told(step: StepChange, *, turned: bool) -> list[tuple[str, str, str, Verdict]]:
    def ids(change: Change) -> tuple[str, str]:
        before, after = (s.id if s else "" for s in (change.before, change.after))
        return (after, before) if turned else (before, after)

    return sorted(
        (d.dimension.id, *ids(c), opposite(c.verdict) if turned else c.verdict)
        for d in step.dimensions
        for c in d.changes
    )


@pytest.mark.parametrize("framework", ["ict", "leadership"])
def test_every_step_of_the_bundled_ladders_is_its_mirror_image(framework: str) -> None:
    checked = 0
    comparer = bundled.comparer()
    nodes = [node.id for node in bundled.library().framework(framework).nodes]
    for one, other in itertools.pairwise(nodes):
        forth, back = comparer.step(one, other), comparer.step(other, one)
        checked += 1
        assert told(back, turned=True) == told(forth, turned=False)
    assert checked


def test_two_organisations_are_their_mirror_image_too() -> None:
    comparer = bundled.comparer()
    forth = comparer.step("ict-14", "head-of-technology")
    back = comparer.step("head-of-technology", "ict-14")
    assert told(back, turned=True) == told(forth, turned=False)
