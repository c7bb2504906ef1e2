"""What the next statements of the other side say is no news, and verdicts in words."""

from __future__ import annotations

import msgspec
import pytest

import bundled
import levelled
from bundled import FILLING
from levelled import section
from pathways.compare.change import DimensionChange, StepChange, Verdict
from pathways.compare.verdict import judge
from pathways.model.dimension import Dimension

BEDS, MORE = "Water the beds", "Water the beds and order the seeds for the coming year"


@pytest.mark.parametrize(
    ("before", "after", "beside", "verdict"),
    [
        (BEDS, MORE, "", "raised"),
        (BEDS, MORE, "Order the seeds for the coming year.", "changed"),
        (BEDS, MORE, "Order the tools for the coming year.", "raised"),
        ("Repair roads", "Repair complex roads", "Repair complex bridges", "changed"),
        ("Repair roads", "Repair complex roads", "Repair simple bridges", "raised"),
        ("Knowledge of turf", "Good knowledge of turf", "Good knowledge of soil", "raised"),
    ],
)
def test_what_the_statement_beside_it_says_already_is_no_news(
    before: str, after: str, beside: str, verdict: str
) -> None:
    weights = bundled.weights(before, after, *FILLING, beside)
    context = (beside,) if beside else None
    mirror = {"raised": "eased", "changed": "changed"}[verdict]
    assert judge(before, after, weights, context, None)[0].value == verdict
    assert judge(after, before, weights, None, context)[0].value == mirror
    itself = judge(before, after, weights, None, context)[0].value
    assert itself == "raised", "what its own side says beside it changes nothing"


def test_every_verdict_has_a_sign_and_words_of_its_own() -> None:
    assert len({verdict.sign for verdict in Verdict}) == len(Verdict)
    assert len({verdict.word for verdict in Verdict}) == len(Verdict)
    assert len({verdict.explanation for verdict in Verdict}) == len(Verdict)
    real = [verdict.value for verdict in Verdict if verdict.is_change]
    assert real == ["raised", "eased", "changed", "new", "dropped"]


def step() -> StepChange:
    said = {
        "1": [
            section("one", "Lead the team."),
            section("two", "Keep the till.", "Sing in the choir of the town."),
            section("three", "Water trees under supervision."),
        ],
        "2": [
            section("one", "Lead the team."),
            section("two", "Keep the till."),
            section("three", "Water trees independently.", "Fly drones over woods."),
        ],
    }
    return levelled.comparer(levelled.levelled("1-2", said)).step("1", "2")


def test_a_step_counts_what_happens_to_each_statement_once() -> None:
    found = step()
    assert {verdict.value: count for verdict, count in found.counts.items()} == {
        "unchanged": 2,
        "raised": 1,
        "new": 1,
        "dropped": 1,
    }
    assert (found.size, found.pairs) == (3, 3)
    assert found.dimension("two") is found.dimensions[1]
    assert found.dimension("four") is None


def words(verdict: Verdict, *, changes: bool, level: bool, across: bool = False) -> str:
    one = step().dimensions[0]
    stated = levelled.comparer(
        levelled.levelled(
            "1-2",
            {
                "1": [section("s", "Dig.", level="Working")],
                "2": [section("s", "Dig.", level="Expert")],
            },
        )
    ).step("1", "2")
    made: DimensionChange = msgspec.structs.replace(
        one,
        dimension=Dimension(id="s", title="S"),
        verdict=verdict,
        changes=one.changes if changes else (),
        level=stated.dimensions[0].level if level else None,
        across=across,
    )
    return made.word


def test_what_cannot_be_compared_is_told_from_what_nobody_states() -> None:
    assert words(Verdict.NOT_STATED, changes=False, level=False) == "not stated"
    assert words(Verdict.NOT_STATED, changes=True, level=False) == "cannot be compared"
    assert words(Verdict.NOT_STATED, changes=False, level=True) == "cannot be compared"
    assert words(Verdict.RAISED, changes=True, level=True) == "more asked"
    assert words(Verdict.CHANGED, changes=True, level=False, across=True) == "differs"
    assert words(Verdict.NEW, changes=True, level=False, across=True) == "only in the second"
    assert words(Verdict.RAISED, changes=True, level=False, across=True) == "more asked"


def test_of_a_subject_that_matches_in_part_the_rest_cannot_be_compared() -> None:
    here = {"a": [section("risk", "Report risks to the manager.", "Dance on the tables.")]}
    there = {"b": [section("duties", "Report risks to the manager at once.")]}
    far = msgspec.structs.replace(
        levelled.levelled("b", there), id="other", title="Other", organisation="Otherton"
    )
    made = levelled.comparer(levelled.levelled("a", here), far)
    risk = made.step("a", "b").dimension("risk")
    assert risk is not None
    assert "The Other document has no section on risk" in risk.sentence
    assert [change.across for change in risk.changes if change.before and change.after] == [True]
    assert "so the rest cannot be compared" in risk.sentence
