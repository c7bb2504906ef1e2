"""What is remarked on a whole ladder, and when it is too much to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from drawing import ladder
from pathways.compare.change import DimensionChange, StepChange, Verdict
from pathways.compare.ladder_remark import MOST_WORDS, ladder_remark
from pathways.model.dimension import Dimension

NODES = ladder("1-2-3-4-5-6").nodes
SAME, MORE, SILENT = Verdict.UNCHANGED, Verdict.RAISED, Verdict.NOT_STATED


def step(at: int, verdicts: Mapping[str, Verdict], shared: Sequence[str] = ()) -> StepChange:
    return StepChange(
        before=NODES[str(at)],
        after=NODES[str(at + 1)],
        dimensions=tuple(
            DimensionChange(
                dimension=Dimension(id=title.lower().replace(" ", "-"), title=title),
                verdict=verdict,
                shared=title in shared,
                sentence="",
                changes=(),
            )
            for title, verdict in verdicts.items()
        ),
    )


def named(count: int, verdict: Verdict = SAME, words: str = "") -> dict[str, Verdict]:
    return {f"Part{number}{words}": verdict for number in range(count)}


def test_of_no_steps_and_of_steps_without_subjects_nothing_is_remarked() -> None:
    assert ladder_remark([]) == ""
    assert ladder_remark([step(1, {"Risk": MORE})]) == ""


def test_one_subject_that_stays_beside_others_is_not_worth_a_remark_and_two_are() -> None:
    assert ladder_remark([step(1, {"Risk": MORE, "Staff": SAME})]) == ""
    assert ladder_remark([step(1, {"Risk": MORE, "Staff": SAME, "IT tools": SAME})]) == (
        "Grade 1 to 2: only risk changes; staff and IT tools stay the same."
    )


def test_a_step_at_which_nothing_changes_is_told_be_it_one_subject() -> None:
    assert ladder_remark([step(1, {"Risk": SAME})]) == "Grade 1 to 2: nothing changes."


def test_steps_at_which_the_same_changes_are_told_together() -> None:
    both = {"Risk": MORE, "Pay": MORE, "Staff": SAME, "Tools": SAME}
    told = ladder_remark([step(1, both), step(2, {"Risk": SAME}), step(3, both)])
    assert told == (
        "Grade 1 to 2 and grade 3 to 4: only risk and pay change; staff and tools stay the same. "
        "Grade 2 to 3: nothing changes."
    )


def test_what_one_text_serves_at_every_step_is_left_aside_and_what_is_not_stated_too() -> None:
    stated = {"Purpose": SAME, "Risk": MORE, "Staff": SAME, "Tools": SAME, "Law": SILENT}
    assert ladder_remark([step(1, stated, shared=["Purpose"])]) == (
        "Grade 1 to 2: only risk changes; staff and tools stay the same."
    )
    alive = [step(1, stated, shared=["Purpose"]), step(2, {"Purpose": SAME})]
    assert ladder_remark(alive).startswith(
        "Grade 1 to 2: only risk changes; purpose, staff and tools stay the same."
    )


def test_of_twelve_subjects_a_sentence_tells_and_of_thirteen_none() -> None:
    assert ladder_remark([step(1, named(12))]) == "Grade 1 to 2: nothing changes."
    assert ladder_remark([step(1, named(13))]) == ""
    assert ladder_remark([step(1, named(2)), step(2, named(13))]) == ""


@pytest.mark.parametrize("more", [0, 1])
def test_the_longest_list_of_what_stays_is_left_out_from_the_first_word_too_many(
    more: int,
) -> None:
    # "Grade 1 to 2: only pay changes; … stay the same." has ten words beside the list
    short = {"Pay": MORE, "Staff": SAME, "Tools": SAME}
    list_words = MOST_WORDS - len(_said(2, short).split()) - 10
    long = {"Law": MORE, "A": SAME, " ".join(["B", *["c"] * (list_words - 2 - 1 + more)]): SAME}
    told = ladder_remark([step(1, long), step(2, short)])
    whole = f"{_said(1, long)} {_said(2, short)}"
    assert len(whole.split()) == MOST_WORDS + more
    if more:
        assert told == f"Grade 1 to 2: only law changes. {_said(2, short)}"
    else:
        assert told == whole


def _said(at: int, verdicts: Mapping[str, Verdict]) -> str:
    return ladder_remark([step(at, verdicts)])


def test_where_even_short_sentences_are_too_many_the_longest_are_left_out() -> None:
    wordy = " ".join(["Law", *["of"] * (MOST_WORDS // 2)])
    told = ladder_remark(
        [
            step(1, {wordy: MORE, "Staff": SAME, "Tools": SAME}),
            step(2, {f"{wordy} land": MORE, "Staff": SAME, "Tools": SAME}),
            step(3, {"Pay": MORE, "Staff": SAME, "Tools": SAME}),
        ]
    )
    assert told == (f"Grade 1 to 2: only l{wordy[1:]} changes. Grade 3 to 4: only pay changes.")
