"""Two to four nodes side by side."""

from __future__ import annotations

import pytest

import bundled
from drawing import ladder
from pathways.compare.change import Change, Comparison, Verdict
from pathways.compare.comparison import Comparer
from pathways.compare.rows import rows
from pathways.compare.sentences import described
from pathways.errors import UsageError

TEXTS = {
    "6 7": {"risk": ["Report risks to the team"], "purpose": ["Support parks"]},
    "6": {"people": ["Mend roads", "Empty bins"]},
    "7": {"people": ["Empty bins", "Paint gates"]},
    "8": {
        "risk": ["Manage risks of the service"],
        "people": ["Paint large gates", "Empty bins", "Write poems"],
        "finance": ["Hold a budget"],
    },
    "9": {"purpose": ["Support parks"]},
}


def comparer() -> Comparer:
    return Comparer(ladder("6-7-8-9", texts=TEXTS), bundled.vocabulary())


def verdicts(comparison: Comparison, dimension: str) -> list[list[tuple[str, str, str]]]:
    """Return, for each step, (verdict, text before, text after) of a dimension."""
    return [
        [
            (c.verdict.value, _text(c, "before"), _text(c, "after"))
            for d in step.dimensions
            for c in d.changes
        ]
        for step in comparison.steps
        for step in [step]
        if step.dimension(dimension)
    ]


def _text(change: Change, side: str) -> str:
    statement = change.before if side == "before" else change.after
    return statement.text if statement else ""


def test_each_statement_is_in_exactly_one_change_of_its_dimension() -> None:
    comparison = comparer().compare(["6", "7"], dimensions=["people"])
    assert verdicts(comparison, "people") == [
        [
            ("dropped", "Mend roads", ""),
            ("unchanged", "Empty bins", "Empty bins"),
            ("new", "", "Paint gates"),
        ]
    ]


def test_a_shared_block_is_never_a_change_and_the_reader_is_told() -> None:
    (step,) = comparer().compare(["6", "7"]).steps
    change = step.dimension("risk")
    assert change is not None
    assert change.shared
    assert change.verdict is Verdict.UNCHANGED
    assert (
        change.sentence
        == "Risk does not change from grade 6 to grade 7. Grades 6 and 7 share this wording."
    )
    assert [c.shared for c in change.changes] == [True]


def test_equal_words_in_two_texts_are_unchanged_but_not_shared() -> None:
    (step,) = comparer().compare(["7", "9"], dimensions=["purpose"]).steps
    assert (step.dimensions[0].verdict, step.dimensions[0].shared) == (Verdict.UNCHANGED, False)
    assert step.dimensions[0].sentence == "Purpose does not change from grade 7 to grade 9."


@pytest.mark.parametrize(
    ("nodes", "dimension", "verdict", "sentence"),
    [
        (
            ["7", "8"],
            "finance",
            Verdict.NEW,
            "New at grade 8; grade 7 says nothing about it.",
        ),
        (
            ["8", "9"],
            "finance",
            Verdict.DROPPED,
            "Not repeated at grade 9, which says nothing about it.",
        ),
        (
            ["6", "7"],
            "finance",
            Verdict.NOT_STATED,
            "Neither grade 6 nor grade 7 says anything about it.",
        ),
        (
            ["7", "8"],
            "risk",
            Verdict.RAISED,
            "More is asked at grade 8: report → manage; team → service.",
        ),
        (
            ["8", "7"],
            "risk",
            Verdict.EASED,
            "Less is asked at grade 7: manage → report; service → team.",
        ),
        (
            ["7", "8"],
            "people",
            Verdict.RAISED,
            "More is asked at grade 8: 1 more asked and 1 new. 1 statement stays the same.",
        ),
        (
            ["6", "7"],
            "people",
            Verdict.CHANGED,
            "Changes at grade 7: 1 new and 1 not repeated. 1 statement stays the same.",
        ),
    ],
)
def test_a_dimension_has_one_verdict_and_one_honest_sentence(
    nodes: list[str], dimension: str, verdict: Verdict, sentence: str
) -> None:
    (step,) = comparer().compare(nodes, dimensions=[dimension]).steps
    assert step.dimensions[0].verdict is verdict
    assert step.dimensions[0].sentence == sentence


def test_only_changes_leaves_out_what_does_not_really_change() -> None:
    comparison = comparer().compare(["6", "7"], only_changes=True)
    assert [dimension.id for dimension in comparison.dimensions] == ["people"]
    assert [c.verdict for c in comparison.steps[0].dimensions[0].changes] == [
        Verdict.DROPPED,
        Verdict.NEW,
    ]


def test_three_nodes_make_two_steps_with_the_same_dimensions() -> None:
    comparison = comparer().compare(["6", "7", "8"])
    assert [(s.before.id, s.after.id) for s in comparison.steps] == [("6", "7"), ("7", "8")]
    assert {tuple(d.dimension.id for d in step.dimensions) for step in comparison.steps} == {
        ("risk", "purpose", "people", "finance")
    }


def test_the_rows_of_three_nodes_follow_each_statement_along() -> None:
    comparison = comparer().compare(["6", "7", "8"])
    lines = [
        (
            tuple(cell.text if cell else "" for cell in row.cells),
            tuple(change.verdict.value if change else "" for change in row.changes),
        )
        for row in rows(comparison, "people")
    ]
    assert lines == [
        (("Mend roads", "", ""), ("dropped", "")),
        (("Empty bins", "Empty bins", "Empty bins"), ("unchanged", "unchanged")),
        (("", "Paint gates", "Paint large gates"), ("new", "raised")),
        (("", "", "Write poems"), ("", "new")),
    ]


def test_every_statement_of_every_node_is_in_the_rows_once() -> None:
    checked = 0
    comparison = bundled.comparer().compare(["ict-8", "ict-11", "ict-12", "ict-14"])
    for dimension in comparison.dimensions:
        found = rows(comparison, dimension.id)
        for column, node in enumerate(comparison.nodes):
            cells = [row.cells[column].id for row in found if row.cells[column]]
            expected = [s.id for s in bundled.library().statements_of(node.id, dimension.id)]
            checked += 1
            assert sorted(cells) == sorted(expected)
    assert checked


def test_a_dimension_that_is_not_there_has_no_rows() -> None:
    assert rows(comparer().compare(["6", "7"]), "finance") == ()
    assert rows(comparer().compare(["6", "7"]), "no-such") == ()


def test_a_row_knows_whether_anything_changes_along_it() -> None:
    comparison = comparer().compare(["6", "7", "8"])
    assert [row.is_change for row in rows(comparison, "people")] == [True, False, True, True]


@pytest.mark.parametrize(
    ("nodes", "sentence"),
    [
        (["6"], "A comparison takes two, three or four grades or roles; 1 given."),
        (
            ["6", "7", "8", "9", "6"],
            "A comparison takes two, three or four grades or roles; 5 given.",
        ),
        (["6", "6"], "“6” is named twice; name each grade or role once."),
        (["6", "66"], "There is no grade or role “66”. Did you mean 6?"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(nodes: list[str], sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        comparer().compare(nodes)
    assert str(caught.value) == sentence


def test_an_unknown_dimension_gets_a_suggestion() -> None:
    with pytest.raises(
        UsageError, match=r"^There is no dimension “finanse”\. Did you mean finance\?$"
    ):
        comparer().compare(["6", "7"], dimensions=["finanse"])


def test_definitions_are_never_paired_with_what_a_level_asks_for() -> None:
    checked = 0
    for step in bundled.comparer().ladder("leadership").steps:
        for dimension in step.dimensions:
            for change in dimension.changes:
                if change.before and change.after:
                    checked += 1
                    assert change.before.definition is change.after.definition
    assert checked


def test_an_area_with_a_definition_only_says_so() -> None:
    (step,) = (
        bundled.comparer()
        .compare(["leadership-1", "leadership-2"], dimensions=["team-working"])
        .steps
    )
    assert step.dimensions[0].shared
    assert step.dimensions[0].sentence == (
        "Team working does not change from level 1 to level 2. The document gives one "
        "definition for levels 1 to 7 and does not say what each of them needs."
    )


def test_the_reader_is_told_that_three_grades_have_one_text() -> None:
    (step,) = bundled.comparer().compare(["ict-6", "ict-8"], dimensions=["accountabilities"]).steps
    assert step.dimensions[0].sentence.endswith("Grades 6 to 8 share this wording.")


def test_a_comparison_says_which_frameworks_are_restated() -> None:
    comparison = bundled.comparer().compare(["ict-14", "head-of-technology"])
    assert comparison.restated == ("ICT job family", "Head of Technology")


def test_a_statement_that_speaks_of_two_dimensions_counts_once_in_the_size_of_a_step() -> None:
    step = bundled.comparer().step("leadership-3", "leadership-4")
    new = {
        c.after.id
        for d in step.dimensions
        for c in d.changes
        if c.verdict is Verdict.NEW and c.after
    }
    assert step.counts[Verdict.NEW] == len(new)
    assert sum(d.counts.get(Verdict.NEW, 0) for d in step.dimensions) > len(new)


def test_counts_are_described_in_words() -> None:
    (step,) = comparer().compare(["6", "7"], dimensions=["people"]).steps
    assert described(step.dimensions[0]) == "1 no change, 1 new, 1 not repeated"


def test_every_verdict_has_a_word_a_sign_and_an_explanation_of_its_own() -> None:
    for part in ("word", "sign", "explanation"):
        found = [getattr(verdict, part) for verdict in Verdict]
        assert all(found)
        assert len(set(found)) == len(found)


def test_a_ladder_of_one_node_has_no_steps_and_nothing_to_remark() -> None:
    found = bundled.comparer().ladder("head-of-technology")
    assert (found.steps, found.remark) == ((), "")


def test_a_step_where_nothing_changes_is_said_to_be_none() -> None:
    texts = {
        "1": {"risk": ["Report risks"]},
        "2": {"risk": ["Report risks"]},
        "3": {"risk": ["Manage risks"]},
    }
    found = Comparer(ladder("1-2-3", texts=texts), bundled.vocabulary()).ladder("framework-1")
    assert found.remark == "Grade 1 to 2: nothing changes."
