"""A document that builds grades on one another is read as doing so, however it says it."""

from __future__ import annotations

import pytest

from accounted import unaccounted
from importing_documents import imported, of_text, table
from pathways.importing.inclusion import read_inclusion, says_cumulative
from pathways.model.framework import Framework


def included(framework: Framework, node: str, dimension: str = "accountabilities") -> list[str]:
    title = {n.id: n.title for n in framework.nodes}
    ids = {n.title: n.id for n in framework.nodes}
    return [title[other] for other in framework.included_in(ids[node], dimension)]


def bakers(sentence: str) -> Framework:
    return of_text(
        "# Bakers\n\n## Grade 2\n\n### Duties\n\n- Weighs flour.\n- Lights the oven.\n\n"
        f"## Grade 3\n\n### Duties\n\n{sentence}\n\n- Shapes loaves.\n- Trains helpers.\n"
    ).framework


@pytest.mark.parametrize(
    "sentence",
    [
        "All of the duties of grade 2, plus:",
        "All duties of Grade 2 and in addition:",
        "In addition to the responsibilities of grade 2:",
        "In addition to grade 2",
        "The duties of the lower grade apply.",
        "The duties of the grade below also apply, and:",
        "As grade 2, and also:",
        "As for Grade 2, with the addition of the following:",
        "Same as grade 2, but also",
        "All Grade 2 duties plus:",
        "Performs all duties described at Grade 2 and:",
        "The postholder will carry out all the duties of the previous grade and the following:",
        "Everything expected of Grade 2, plus:",
        "All of the above, plus:",
        "Builds on the requirements of grade 2:",
    ],
)
def test_a_sentence_that_takes_in_the_lower_grade_is_understood(sentence: str) -> None:
    framework = bakers(sentence)
    assert included(framework, "Grade 3") == ["Grade 2"]
    assert [s.text for s in framework.statements_of(framework.nodes[1].id)] == [
        "Shapes loaves.",
        "Trains helpers.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "In addition to bread, bakes cakes.",
        "All staff of grade 2 report to the postholder.",
        "All of the duties of grade 2 except the oven:",
        "Same day orders for grade 2 shops.",
        "Some of the duties of grade 2:",
        "All of the duties of grade 9, plus:",
        "Supervises grade 2.",
    ],
)
def test_what_only_sounds_like_it_is_left_as_it_is(sentence: str) -> None:
    assert included(bakers(sentence), "Grade 3") == []


def test_a_sentence_with_a_duty_of_its_own_stays_a_statement() -> None:
    framework = bakers("Same as grade 2, but also buys the flour.")
    assert included(framework, "Grade 3") == ["Grade 2"]
    assert "Same as grade 2, but also buys the flour." in [s.text for s in framework.statements]


def test_a_sentence_above_all_headings_includes_everything() -> None:
    framework = of_text(
        "# Bakers\n\n## Baker I\n\n### Duties\n\n- Weighs flour.\n\n### Knowledge\n\n"
        "- Knows flour.\n\n## Baker II\n\nSame as Baker I, but also:\n\n### Duties\n\n"
        "- Shapes loaves.\n"
    ).framework
    assert included(framework, "Baker II", "knowledge") == ["Baker I"]
    assert framework.nodes[1].includes == ("baker-i",)


def test_a_cell_that_takes_in_the_cell_before_is_understood() -> None:
    found = imported(
        table(
            ("Area", "Grade 2", "Grade 3"),
            ("Duties", "Weighs flour.", "All Grade 2 duties, plus:\n- Shapes loaves."),
        )
    )
    assert included(found.framework, "Grade 3") == ["Grade 2"]


def test_a_document_that_says_its_levels_are_cumulative_is_taken_at_its_word() -> None:
    found = of_text(
        "# Bakers\n\nEach grade includes the duties of the grades below it.\n\n## Grade 2\n\n"
        "### Duties\n\n- Weighs flour.\n\n## Grade 3\n\n### Duties\n\n- Shapes loaves.\n\n"
        "## Grade 4\n\n### Duties\n\n- Runs the shop.\n"
    )
    assert included(found.framework, "Grade 4") == ["Grade 3", "Grade 2"]


def test_a_lesson_on_every_grade_is_no_word_on_cumulation() -> None:
    assert not says_cumulative("Each level includes examples of the work.")
    assert not says_cumulative("The levels are not cumulative.")
    assert not says_cumulative("All grades work with the grades below.")


def test_nothing_is_lost_when_a_sentence_is_taken_as_inclusion() -> None:
    from importing_documents import drawn

    outline = drawn(
        "# Bakers\n\n## Grade 2\n\n### Duties\n\n- Weighs flour.\n\n## Grade 3\n\n### Duties\n\n"
        "All of the duties of grade 2, and:\n\n- Shapes loaves.\n"
    )
    assert unaccounted([outline], imported(outline)) == []


def test_a_long_text_is_not_searched_for_ever() -> None:
    assert read_inclusion("all the duties and " * 4000) is None
