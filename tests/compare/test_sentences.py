"""The sentences above the tables, each to the word."""

from __future__ import annotations

import msgspec
import pytest

import bundled
from drawing import ladder
from pathways.compare.comparison import Comparer
from pathways.compare.ladder_remark import MOST_WORDS, ladder_remark
from pathways.compare.sentences import (
    across_words,
    described,
    ended,
    inside,
    judged_by_persons,
    matches_words,
    place,
    shared_definition,
    shared_text,
    silence,
    size_words,
    together,
)
from pathways.model.framework import Node, NodeKind
from pathways.model.library import Library

GRADE = ladder("1").node("1")


def node(title: str, kind: NodeKind = NodeKind.GRADE) -> Node:
    return msgspec.structs.replace(GRADE, id=title.lower(), title=title, kind=kind)


def nodes(*titles: str, kind: NodeKind = NodeKind.GRADE) -> list[Node]:
    return [node(title, kind) for title in titles]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Grade 11", "grade 11"),
        ("Head of Technology", "Head of Technology"),
        ("Senior Officer", "Senior Officer"),
        ("Band 8a", "band 8a"),
        ("Technician", "Technician"),
        ("Grade 11 upper", "Grade 11 upper"),
    ],
)
def test_a_grade_with_a_number_is_small_inside_a_sentence(title: str, said: str) -> None:
    assert place(node(title)) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [("Risk management", "risk management"), ("ICT job family", "ICT job family"), ("A", "a")],
)
def test_a_title_is_small_inside_a_sentence_unless_it_is_short_for_something(
    title: str, said: str
) -> None:
    assert inside(title) == said


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        (["Grade 6", "Grade 7", "Grade 8"], "grades 6 to 8"),
        (["Grade 6", "Grade 7"], "grades 6 and 7"),
        (["Grade 6", "Grade 8", "Grade 9"], "grades 6, 8 and 9"),
        (["Grade 6", "Grade 7a", "Grade 8"], "grades 6, 7a and 8"),
        (["Grade 6", "Band 7"], "Grade 6 and Band 7"),
        (["Grade 6"], "Grade 6"),
        (["Grade one", "Grade two"], "Grade one and Grade two"),
        (["A", "B", "C", "D", "E", "F"], "A, B, C, D, E and F"),
        (["A", "B", "C", "D", "E", "F", "G"], "7 grades"),
    ],
)
def test_grades_in_a_row_are_named_as_people_name_them(titles: list[str], said: str) -> None:
    assert together(nodes(*titles)) == said
    assert shared_text(nodes(*titles)) == f"{said[:1].upper()}{said[1:]} share this wording."


def test_many_are_counted_by_what_they_are() -> None:
    letters = "ABCDEFG"
    roles = nodes(*letters, kind=NodeKind.ROLE)
    levels = nodes(*letters, kind=NodeKind.LEVEL)
    assert [together(some) for some in (roles, levels)] == ["7 roles", "7 levels"]
    assert together([*roles[:4], *nodes(*letters)]) == "11 grades"
    assert shared_definition(roles[:1], levels=True) == (
        "One definition for all 1 role that need this skill."
    )
    assert shared_definition(roles, levels=False).startswith(
        "The document gives one definition for 7 roles and does not say"
    )


def test_an_empty_place_says_what_its_silence_means() -> None:
    grade = node("Grade 7")
    assert silence(grade, stated=False, said_before=True) == "Nothing on this subject"
    assert silence(grade, stated=True, said_before=True) == "Not repeated at grade 7"
    assert silence(grade, stated=True, said_before=False) == "Not in grade 7"


def test_counts_are_said_in_the_singular_and_the_plural() -> None:
    assert size_words(1, 1) == "1 of 1 statement changes"
    assert size_words(1, 3) == "1 of 3 statements change"
    assert size_words(1, 3, skills=True) == "1 of 3 statements and skills change"
    assert judged_by_persons(1).startswith("1 change here is judged")
    assert judged_by_persons(2).startswith("2 changes here are judged")
    assert [ended(text) for text in ("A", "A.", "A…", "A?")] == ["A.", "A.", "A…", "A?"]


def comparer(texts: dict[str, dict[str, list[str]]], *drawings: str) -> Comparer:
    return Comparer(ladder(*drawings, texts=texts), bundled.vocabulary())


SAME = {"people": ["Lead the team."], "money": ["Keep the till."], "trees": ["Water trees."]}
OTHER = SAME | {"trees": ["Water trees under supervision."]}
TWO = OTHER | {"money": ["Audit the accounts of the town."]}


@pytest.mark.parametrize(
    ("grades", "remark"),
    [
        ([SAME, SAME], "Grade 1 to 2: nothing changes."),
        ([SAME, OTHER], "Grade 1 to 2: only trees changes; people and money stay the same."),
        ([SAME, TWO], ""),  # of three, two change: nothing to remark
        (
            [SAME, SAME, OTHER, SAME],
            "Grade 1 to 2: nothing changes. Grade 2 to 3 and grade 3 to 4: only trees changes; "
            "people and money stay the same.",
        ),
    ],
)
def test_a_ladder_says_where_little_changes(
    grades: list[dict[str, list[str]]], remark: str
) -> None:
    texts = {str(number): said for number, said in enumerate(grades, 1)}
    made = comparer(texts, "-".join(texts))
    assert made.ladder("framework-1").remark == remark


def test_of_a_shared_text_and_of_many_subjects_a_ladder_remarks_nothing() -> None:
    shared = {"1": SAME, "2": OTHER, "1 2": {"rules": ["Obey."]}}
    steps = comparer(shared, "1-2").ladder("framework-1").steps
    assert ladder_remark(steps) == (
        "Grade 1 to 2: only trees changes; people and money stay the same."
    ), "a text that serves both cannot change"
    for count, told in ((12, True), (13, False)):
        many = {f"s{n}": ["Lead the team."] for n in range(count)}
        made = comparer({"1": many, "2": many}, "1-2")
        assert bool(ladder_remark(made.ladder("framework-1").steps)) is told
    assert ladder_remark([]) == ""


def test_the_remark_on_a_ladder_is_short_and_gives_up_what_stays_before_what_changes() -> None:
    subjects = [f"the subject that is number {n}" for n in range(8)]
    ways = ("Water trees.", "Water trees under supervision.")
    texts = {  # at the first step one subject changes, at the next two, and so on
        str(grade): {
            subject: [ways[max(0, grade - 1 - n) % 2]] for n, subject in enumerate(subjects)
        }
        for grade in range(1, 6)
    }
    made = comparer(texts, "1-2-3-4-5")
    remark = made.ladder("framework-1").remark
    assert remark
    assert len(remark.split()) <= MOST_WORDS
    assert remark.startswith("Grade 1 to 2: only the subject that is number 0 changes.")


@pytest.mark.parametrize("framework", ["ict", "leadership"])
def test_of_the_bundled_ladders_each_remark_is_short(framework: str) -> None:
    made = Comparer(bundled.library(), bundled.vocabulary())
    remark = made.ladder(framework).remark
    assert 10 < len(remark.split()) <= MOST_WORDS


def test_between_organisations_what_matches_is_counted() -> None:
    texts = {"1": TWO | {"more": ["Sing."]}, "a": OTHER}
    made = comparer(texts, "1", "a 1~a")
    step = made.step("1", "a")
    library: Library = made.library
    assert across_words(step, library).startswith("2 statements match")
    assert matches_words(step) == "2 statements match"
    said = {d.dimension.id: described(d) for d in step.dimensions}
    assert said["people"] == "1 statement matches"
    assert said["money"] == "nothing matches, 1 only in the first, 1 only in the second"
    assert said["more"] == "nothing matches, 1 cannot be compared"
    within = comparer({"1": SAME, "2": TWO}, "1-2").step("1", "2")
    assert [described(d) for d in within.dimensions] == [
        "1 no change",
        "1 new, 1 not repeated",
        "1 less asked",
    ]
