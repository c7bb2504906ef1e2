"""How well a skill must be mastered is what is compared, where the document says it."""

from __future__ import annotations

import itertools

import pytest

from levelled import FOUR, comparer, levelled, section
from pathways.compare.change import DimensionChange, StepChange, Verdict
from pathways.model.framework import Framework
from pathways.model.scale import ProficiencyScale

OPPOSITE = {
    Verdict.RAISED: Verdict.EASED,
    Verdict.EASED: Verdict.RAISED,
    Verdict.NEW: Verdict.DROPPED,
    Verdict.DROPPED: Verdict.NEW,
}


def two(before: str, after: str, *texts: str) -> Framework:
    said = {
        name: [section("coding", *texts[place : place + 1], level=level)]
        for place, (name, level) in enumerate({"a": before, "b": after}.items())
        if level
    }
    return levelled("a-b", said)


def step(framework: Framework, before: str = "a", after: str = "b") -> StepChange:
    return comparer(framework).step(before, after)


def coding(framework: Framework, before: str = "a", after: str = "b") -> DimensionChange:
    found = step(framework, before, after).dimension("coding")
    assert found is not None
    return found


@pytest.mark.parametrize(("low", "high"), list(itertools.combinations(FOUR.names, 2)))
def test_a_higher_level_is_raised_and_a_lower_one_eased(low: str, high: str) -> None:
    assert coding(two(low, high)).verdict is Verdict.RAISED
    assert coding(two(high, low)).verdict is Verdict.EASED


@pytest.mark.parametrize("texts", [("Leads all.", "Helps a little."), ("Same.", "Same."), ("A",)])
def test_the_same_level_is_no_change_whatever_else_is_printed(texts: tuple[str, ...]) -> None:
    found = step(two("Working", "working", *texts))
    assert found.dimensions[0].verdict is Verdict.UNCHANGED
    assert found.size == 0
    assert found.dimensions[0].changes == ()


def test_what_explains_a_level_is_shown_and_never_compared() -> None:
    found = coding(two("Awareness", "Working", "Knows of code.", "Writes code."))
    assert found.level is not None
    assert [s.text for s in found.level.explained_before] == ["Knows of code."]
    assert [s.text for s in found.level.explained_after] == ["Writes code."]
    assert found.changes == ()
    assert found.counts == {Verdict.RAISED: 1}


def test_a_skill_that_only_one_asks_for_is_new_or_not_repeated() -> None:
    others = levelled(
        "a-b", {"a": [section("coding", level="Expert")], "b": [section("risk", level="Working")]}
    )
    found = {d.dimension.id: d.verdict for d in step(others).dimensions}
    assert found == {"coding": Verdict.DROPPED, "risk": Verdict.NEW}


def test_a_level_without_any_text_counts_as_stated() -> None:
    bare = two("Working", "Expert")
    assert coding(bare).sentence == "Raised from working to expert."
    assert [d.id for d in comparer(bare).library.dimensions_of(["a"])] == ["coding"]


def test_backwards_is_the_mirror_image() -> None:
    checked = 0
    for before, after in itertools.product(["", *FOUR.names], repeat=2):
        if not before and not after:
            continue
        framework = two(before, after, "Some text.", "Another text.")
        forth, back = coding(framework).verdict, coding(framework, "b", "a").verdict
        checked += 1
        assert back is OPPOSITE.get(forth, forth), (before, after)
    assert checked


def test_levels_of_two_scales_have_no_direction() -> None:
    stars = ProficiencyScale(id="stars", levels=("One star", "Two stars"))
    mixed = levelled(
        "a-b",
        {"a": [section("coding", level="Working")], "b": [section("coding", level="Two stars")]},
        [FOUR, stars],
    )
    assert coding(mixed).verdict is Verdict.CHANGED


def test_what_is_asked_for_beside_the_level_is_still_compared() -> None:
    beside = levelled(
        "a-b",
        {
            "a": [section("coding", "Explains it.", level="Working"), section("coding", "Mends.")],
            "b": [section("coding", "Explains it so.", level="Working")],
        },
    )
    found = coding(beside)
    assert [(c.verdict, c.before and c.before.text) for c in found.changes] == [
        (Verdict.DROPPED, "Mends.")
    ]
