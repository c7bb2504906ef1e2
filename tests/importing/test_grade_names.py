from __future__ import annotations

import pytest

from pathways.importing.grade_names import parse_codes, parse_mark, parse_run_in


def codes(text: str) -> list[str]:
    mark = parse_mark(text)
    return [ref.code for ref in mark.refs] if mark else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grade: 14", ["14"]),
        ("Grade: 6 / 7 / 8", ["6", "7", "8"]),
        ("Band 9-10", ["9", "10"]),
        ("Grades 4 to 6", ["4", "5", "6"]),
        ("Grades 6, 7 and 8", ["6", "7", "8"]),
        ("Grade 6 / Grade 7", ["6", "7"]),
        ("Band 8:", ["8"]),
        ("Band 06", ["6"]),
        ("Band 8a", ["8a"]),
        ("PO10", ["PO10"]),
        ("PO1-PO4", ["PO1", "PO2", "PO3", "PO4"]),
        ("Scale 6 to SO1", ["6", "SO1"]),
        ("SCS1", ["SCS1"]),
        ("Grade II", ["II"]),
        ("Spinal column point 5", ["5"]),
        ("Grade Range 3", ["3"]),
    ],
)
def test_a_line_that_names_grades_is_read(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Level Purpose:",
        "A Level or equivalent",
        "Level of work",
        "Level 2 qualification",
        "Grade",
        "",
        "People Management",
        "The postholder works closely with all colleagues and reports to the manager at all times "
        "(Grade 9)",
        "Works with others. (Grade 9)",
        "x" * 121,
        "- (Band 5)",
    ],
)
def test_a_line_that_only_speaks_of_levels_is_no_mark(text: str) -> None:
    assert parse_mark(text) is None


def test_a_level_with_its_band_in_brackets_has_both() -> None:
    mark = parse_mark("LEVEL 1 (band 8)")
    assert mark is not None
    assert [(ref.word, ref.code) for ref in mark.refs] == [("level", "1")]
    assert [(ref.word, ref.code) for ref in mark.others] == [("band", "8")]


@pytest.mark.parametrize(
    "text", ["Band 5 – Staff nurse", "Staff nurse (Band 5)", "Staff nurse - Band 5"]
)
def test_a_title_beside_the_grade_is_kept(text: str) -> None:
    mark = parse_mark(text)
    assert mark is not None
    assert mark.title == "Staff nurse"
    assert [ref.code for ref in mark.refs] == ["5"]


def test_bands_and_grades_are_one_scheme_and_levels_another() -> None:
    band, grade, level = (parse_mark(f"{word} 6") for word in ("Band", "Grade", "Level"))
    assert band and grade and level
    assert band.refs[0].key == grade.refs[0].key != level.refs[0].key


def test_the_value_of_a_grade_line_may_be_any_short_text() -> None:
    assert [ref.code for ref in parse_codes("Senior Manager 2")] == ["Senior Manager 2"]
    assert parse_codes("to be agreed with the panel after the job has been evaluated.") == ()


def test_a_level_may_stand_before_its_text_on_one_line() -> None:
    assert parse_run_in("Level 2: Understands how the team works with others") == (
        "Level 2",
        "Understands how the team works with others",
    )
    assert parse_run_in("Level 2: Senior engineer") is None
