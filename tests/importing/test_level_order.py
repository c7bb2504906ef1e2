from __future__ import annotations

import pytest

from pathways.importing.level_order import level_word, order_of


def ordered(names: list[str], titles: list[str] | None = None) -> list[str]:
    return [names[place] for place in order_of(names, titles or names).places]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["14", "9", "10"], ["9", "10", "14"]),
        (["G6", "HEO", "SCS1", "G7", "SEO"], ["HEO", "SEO", "G7", "G6", "SCS1"]),
        (["PO10", "SO1", "6", "PO2"], ["6", "SO1", "PO2", "PO10"]),
        (["8b", "8a", "7"], ["7", "8a", "8b"]),
        (["III", "I", "II"], ["I", "II", "III"]),
        (["HEO/SEO", "EO"], ["EO", "HEO/SEO"]),
        (["7", "6", "EO"], ["EO", "7", "6"]),
    ],
)
def test_grades_of_a_known_scheme_are_put_in_order_without_a_doubt(
    codes: list[str], expected: list[str]
) -> None:
    assert ordered(codes) == expected
    assert not order_of(codes, codes).doubt


def test_grade_six_is_above_grade_seven_in_the_civil_service_with_a_doubt_where_only_these_are_named() -> (
    None
):
    assert ordered(["G6", "G7"]) == ["G7", "G6"]
    assert "Civil Service" in order_of(["G6", "G7"], ["", ""]).doubt


def test_letters_are_put_in_order_with_a_doubt() -> None:
    assert ordered(["C", "A", "B"]) == ["A", "B", "C"]
    assert "letters" in order_of(["B", "A"], ["", ""]).doubt


def test_titles_are_put_in_order_by_their_level_words() -> None:
    titles = [
        "Head of test",
        "Tester",
        "Lead tester",
        "Apprentice tester",
        "Senior tester",
        "Junior tester",
    ]
    assert ordered([""] * 6, titles) == [""] * 6
    places = order_of([""] * 6, titles).places
    assert [titles[p] for p in places] == [
        "Apprentice tester",
        "Junior tester",
        "Tester",
        "Senior tester",
        "Lead tester",
        "Head of test",
    ]


def test_a_manager_is_above_the_analysts_of_the_family() -> None:
    titles = ["Problem manager", "Problem analyst"]
    assert order_of(["", ""], titles).places == (1, 0)


def test_equal_titles_are_a_doubt_and_stay_in_the_order_of_the_document() -> None:
    found = order_of(["", "", ""], ["Senior tester", "Tester", "Senior tester - management"])
    assert found.places == (1, 0, 2)
    assert "Senior tester - management" in found.doubt


def test_what_nothing_tells_apart_stays_as_it_is_with_a_doubt() -> None:
    found = order_of(["", ""], ["Red", "Blue"])
    assert found.places == (0, 1)
    assert "Red, Blue" in found.doubt


def test_levels_counted_backwards_are_turned_by_the_words_of_their_titles() -> None:
    found = order_of(["1", "2", "3"], ["Level 1: Head", "Level 2: Senior", "Level 3: Trainee"])
    assert found.places == (2, 1, 0)
    assert "backwards" in found.doubt


def test_two_of_one_grade_go_by_their_titles() -> None:
    titles = ["Senior planner", "Planner", "Assistant planner"]
    assert order_of(["G7", "G7", "SEO"], titles).places == (2, 1, 0)
    assert "same grade" in order_of(["7", "7"], ["Red", "Blue"]).doubt


def test_mixed_schemes_are_not_ordered_by_number() -> None:
    assert order_of(["ABC1", "XYZ2"], ["One", "Two"]).doubt


def test_a_deputy_is_below_the_head() -> None:
    deputy, head = level_word("Deputy head of service"), level_word("Head of service")
    assert deputy is not None
    assert head is not None
    assert deputy < head
    assert level_word("Planner") is None


def test_one_alone_needs_no_order() -> None:
    assert order_of([""], ["Planner"]).doubt == ""
