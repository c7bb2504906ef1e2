"""The reason of a change: phrases of its two texts, whole ones, and none that tells nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import bundled
from bundled import verdict_of
from pathways.compare.change import StepChange
from pathways.compare.small_words import DANGLING
from pathways.compare.verdict import judge

_LABEL = re.compile(r"(adds|no longer|more|less): ")
REAL = sorted({s.text for f in bundled.library().frameworks for s in f.statements})
ADDED = [
    "standards of good order are kept, that benches and fountains are painted, and that gates "
    "are locked at dusk",
    "Experience of planting for the medium to long term, and",
    "report leaks, faults, theft, damage and anything else that went wrong since the last visit",
]
PIECES = """Supervise lead help with assist in manage the parks team a large small complex good very
some understanding experience knowledge of budgets under supervision independently 3 12 years where
appropriate and or to ensure , . ; service plan strategy A Level degree team's council's""".split()
TEXTS = (
    st.sampled_from(REAL)
    | st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join)
    | st.tuples(st.sampled_from(REAL), st.sampled_from(ADDED)).map(" and ".join)
)
WEIGHTS = bundled.weights(*REAL)


def parts(why: str) -> list[tuple[str, str]]:
    """Return what a reason tells of each text: (phrase of the first, phrase of the second)."""
    found = []
    for one in why.split("; "):
        bare = one
        while _LABEL.match(bare) and "→" in one:
            bare = _LABEL.sub("", bare, count=1)
        before, arrow, after = bare.partition(" → ")
        if arrow:
            found.append((before, after))
        elif one.startswith("adds: "):
            found.append(("", one.removeprefix("adds: ")))
        else:
            assert one.startswith("no longer: ")
            found.append((one.removeprefix("no longer: "), ""))
    return found


def stands_in(phrase: str, text: str) -> bool:
    return not phrase or bool(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE))


def bundled_steps() -> list[StepChange]:
    comparer = bundled.comparer()
    ladders = [comparer.ladder(framework.id) for framework in bundled.library().frameworks]
    across = comparer.step("ict-14", "head-of-technology")
    return [step for ladder in ladders for step in ladder.steps] + [across]


def told_of(before: str, after: str) -> list[tuple[str, str]]:
    """Return the parts of the reason of a pair; [] where its texts have our own signs in them."""
    _verdict, why = judge(before, after, WEIGHTS)
    return parts(why) if why and "; " not in before + after else []


@settings(max_examples=400, deadline=None)
@given(TEXTS, TEXTS)
@example("Set targets", f"Set targets so as to ensure that {ADDED[0]}")
def test_each_part_of_a_reason_is_a_phrase_of_its_text(before: str, after: str) -> None:
    told = told_of(before, after)
    assert [pair for pair in told if not (stands_in(pair[0], before) and any(pair))] == []
    assert [pair for pair in told if not stands_in(pair[1], after)] == []


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
@example("Support the care of trees", "Lead and support the care of trees")
def test_what_comes_or_goes_does_not_stand_in_the_other_text(before: str, after: str) -> None:
    told = told_of(before, after)
    assert [gone for gone, come in told if gone and not come and stands_in(gone, after)] == []
    assert [come for gone, come in told if come and not gone and stands_in(come, before)] == []


def test_reasons_are_given_for_what_is_tried_above() -> None:
    assert told_of("Set targets", f"Set targets so as to ensure that {ADDED[0]}")
    assert told_of("Support the care of trees", "Lead and support the care of trees")


def test_the_reasons_of_the_bundled_steps_are_phrases_that_neither_break_off_nor_repeat() -> None:
    told = 0
    for step in bundled_steps():
        for dimension in step.dimensions:
            for change in dimension.changes:
                for gone, come in parts(change.why) if change.why else ():
                    told += 1
                    assert change.before and change.after
                    assert stands_in(gone, change.before.text)
                    assert stands_in(come, change.after.text)
                    assert not {gone.split(" ")[-1], come.split(" ")[-1]} & (DANGLING - {""})
                    assert "…" not in change.why
    assert told > 30


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        # what stands in both texts tells nothing: what stands beside it does
        ("Design and support play areas", "Design and lead play areas", "support → lead"),
        ("Support the care of trees", "Lead and support the care of trees", "adds: lead"),
        # both phrases go as far as the noun that both have
        (
            "Run tours in one geographical area of the town",
            "Run tours in one service area of the town",
            "geographical area → service area",
        ),
        (
            "Contribute to writing the service plan of the parks",
            "Contribute to writing the service strategy of the parks",
            "service plan → service strategy",
        ),
        # capitals as the texts have them, but for that of a sentence
        ("GCSE in mathematics", "A degree in mathematics", "GCSE → degree"),
        (
            "Care for the greenhouses",
            "Visitor focus, and care for the greenhouses",
            "adds: visitor focus",
        ),
        # a possessive is told without its ending
        ("Plan the team's week", "Plan the council's week", "team → council"),
    ],
)
def test_a_reason_says_what_a_reader_would(before: str, after: str, why: str) -> None:
    assert verdict_of(before, after)[1] == why


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            ". Occasionally show visitors round the palm house. Sing to them",
            "occasionally show visitors round the palm house",
        ),
        (f" and {ADDED[2]}", "report leaks, faults, theft"),
        (
            " and train the volunteers who look after the roses",
            "train the volunteers who look after the roses",
        ),
    ],
)
def test_what_is_added_is_told_as_a_whole_phrase(more: str, told: str) -> None:
    less = "Check the gates of the parks each day"
    assert verdict_of(less, less + more)[1] == f"adds: {told}"
    assert verdict_of(less + more, less)[1] == f"no longer: {told}"


def test_what_is_added_in_the_middle_is_told_from_where_its_phrase_begins() -> None:
    _verdict, why = verdict_of(
        "Set routes and check gates (and keep lists) in order to ensure the opening of parks",
        "Set routes and check gates so as to: ensure that paths are swept and salted, that "
        "benches of good order are kept, that rules and orders/notices are followed, that work "
        "is done on time",
    )
    assert why == "adds: benches of good order are kept"


def test_a_changed_pair_says_what_comes_and_goes_without_naming_it_more_or_less() -> None:
    verdict, why = verdict_of(
        "Some experience of looking after roses",
        "Ability to look after roses",
    )
    assert (verdict, why) == ("changed", "no longer: some; experience → ability")
