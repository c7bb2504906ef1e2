"""Two organisations: what matches, what is only in one document, and what cannot be compared."""

from __future__ import annotations

import msgspec
import pytest

import bundled
from levelled import comparer, levelled, section
from pathways.compare.change import StepChange, Verdict
from pathways.compare.comparison import Comparer
from pathways.compare.sentences import across_words
from pathways.model.framework import Framework

HERE = levelled(
    "a",
    {
        "a": [
            section("duties", "Manage the budget of the parks.", "Plant trees along the roads."),
            section("risk", "Report risks to the manager."),
        ]
    },
)
THERE = levelled(
    "b",
    {
        "b": [
            section("finance", "Manage the budget of the parks and gardens."),
            section("duties", "Sing in the choir."),
        ]
    },
)


def elsewhere(framework: Framework) -> Framework:
    return msgspec.structs.replace(framework, id="other", title="Other", organisation="Otherton")


def made() -> Comparer:
    return comparer(HERE, elsewhere(THERE))


def pairs(step: StepChange) -> set[tuple[str, str, str]]:
    return {
        (d.dimension.id, c.before.text, c.after.text)
        for d in step.dimensions
        for c in d.changes
        if c.before and c.after
    }


def test_statements_are_matched_across_subjects() -> None:
    assert pairs(made().step("a", "b")) == {
        (
            "duties",
            "Manage the budget of the parks.",
            "Manage the budget of the parks and gardens.",
        )
    }


def test_a_match_stands_in_the_same_place_the_other_way_round() -> None:
    forth, back = made().step("a", "b"), made().step("b", "a")
    assert {(d, a, b) for d, b, a in pairs(back)} == pairs(forth)
    turned = {Verdict.NEW: Verdict.DROPPED, Verdict.DROPPED: Verdict.NEW}
    for one, other in zip(forth.dimensions, back.dimensions, strict=True):
        assert one.verdict is other.verdict
        alone = {turned.get(v, v): n for v, n in one.counts.items() if v in turned}
        assert alone == {v: n for v, n in other.counts.items() if v in turned}


def test_a_subject_that_one_document_lacks_cannot_be_compared_and_is_no_change() -> None:
    step = made().step("a", "b")
    risk = step.dimension("risk")
    assert risk is not None and risk.verdict is Verdict.NOT_STATED
    assert "has no section on risk, so it cannot be compared" in risk.sentence
    assert {c.verdict for c in risk.changes} == {Verdict.NOT_STATED}
    assert all(c.word == "cannot be compared" for c in risk.changes)


def test_every_statement_stands_once() -> None:
    for before, after in (("a", "b"), ("b", "a")):
        step = made().step(before, after)
        found = [s.id for d in step.dimensions for c in d.changes for s in (c.before, c.after) if s]
        assert sorted(found) == sorted(
            s.id for node in ("a", "b") for s in made().library.statements_of(node)
        )


def test_what_is_only_in_one_document_is_said_in_its_name() -> None:
    step = made().step("a", "b")
    words = across_words(step, made().library)
    assert words.startswith("1 statement matches")
    assert "only in Other" in words
    duties = step.dimension("duties")
    assert duties is not None
    assert {c.word for c in duties.changes if not (c.before and c.after)} == {
        "only in the first",
        "only in the second",
    }


def test_one_organisation_with_two_files_is_compared_as_ever() -> None:
    there = msgspec.structs.replace(THERE, id="other")
    step = comparer(HERE, there).step("a", "b")
    assert not step.across
    assert not pairs(step)


def test_a_level_that_the_other_document_has_no_section_on_cannot_be_compared_either() -> None:
    law = section("law", "Know the law.")
    here = levelled("a", {"a": [section("coding", level="Working"), law]})
    there = msgspec.structs.replace(levelled("b", {"b": [law]}), id="other")
    for pair in (("a", "b"), ("b", "a")):
        coding = comparer(here, there).step(*pair).dimension("coding")
        assert coding is not None and coding.level is not None and coding.changes == ()
        assert coding.verdict is coding.level.verdict is Verdict.NOT_STATED
        assert "has no section on coding, so it cannot be compared" in coding.sentence


@pytest.mark.parametrize(
    ("before", "after"), [("ict-14", "head-of-technology"), ("head-of-technology", "ict-14")]
)
def test_no_note_to_recruiters_is_a_skill(before: str, after: str) -> None:
    step = bundled.comparer().step(before, after)
    assert step.across
    texts = [s.text for d in step.dimensions for c in d.changes for s in (c.before, c.after) if s]
    assert len(texts) == len({*texts}) > 100
    assert not [text for text in texts if "hortlist" in text]
    assert 0 < step.size < len(texts)


def test_what_only_another_grade_of_the_other_document_states_is_only_in_the_first() -> None:
    there = {
        "b": [section("duties", "Sing in the choir.")],
        "c": [section("law", "Know the law."), section("duties", "Sing in the choir.")],
    }
    here = {
        "a": [section("law", "Know every law of trees."), section("duties", "Sing in the choir.")]
    }
    comparing = comparer(levelled("a", here), elsewhere(levelled("b-c", there)))
    for pair, word in ((("a", "b"), "only in the first"), (("b", "a"), "only in the second")):
        law = comparing.step(*pair).dimension("law")
        assert law is not None
        assert law.word == word
        assert [change.word for change in law.changes] == [word]
    both = comparing.step("a", "c").dimension("law")
    assert both is not None
    assert both.word == "differs"
