from __future__ import annotations

import pytest

from importing_documents import dimensions
from pathways.importing.dimension_names import DimensionNames, slug
from pathways.importing.imported import Sure


@pytest.fixture
def names() -> DimensionNames:
    return DimensionNames(
        dimensions(), {"What makes us tick": "quality-and-standards", "Our way": "our-way"}
    )


@pytest.mark.parametrize(
    ("heading", "dimension"),
    [
        ("Representative Accountabilities & Responsibilities:", "accountabilities"),
        ("Typical Knowledge, Skills & Experience:", "knowledge"),
        ("Equality & Diversity", "equality"),
        ("Equality and Diversity", "equality"),
        ("3. Finance", "finance"),
        ("Essential skills", "knowledge"),
        ("You will", "accountabilities"),
        ("Purpose of the job", "purpose"),
        ("Management of risk", "risk"),
        ("What makes us tick", "quality-and-standards"),
        ("Our way", "our-way"),
    ],
)
def test_a_known_name_is_found_whatever_its_case_and_signs(
    names: DimensionNames, heading: str, dimension: str
) -> None:
    match = names.exact(heading)
    assert match is not None
    assert match.dimension == dimension
    assert match.sure is not Sure.UNSURE


def test_a_heading_that_contains_a_name_is_matched_with_a_doubt(names: DimensionNames) -> None:
    match = names.find("Managing people and performance")
    assert (match.dimension, match.sure) == ("people-management", Sure.UNSURE)


def test_a_long_heading_is_not_matched_for_one_word_in_it(names: DimensionNames) -> None:
    assert (
        names.find("Strategic fit of the estates programme with local plans for risk").known
        is False
    )


def test_an_unknown_heading_becomes_a_dimension_of_its_own_once(names: DimensionNames) -> None:
    assert names.find("Estates planning").dimension == "estates-planning"
    assert names.find("Estates Planning").dimension == "estates-planning"
    assert [dimension.id for dimension in names.used(["estates-planning"])] == ["estates-planning"]


def test_a_heading_never_makes_a_second_dimension_of_a_shared_id(names: DimensionNames) -> None:
    assert names.make("Expert-practice").known
    assert not names.used(["expert-practice"])


def test_an_id_is_made_of_any_heading() -> None:
    assert slug("Vision & Values’ worth!") == "vision-and-values-worth"
    assert slug("…") == ""


def test_the_title_of_an_unknown_id_is_the_id(names: DimensionNames) -> None:
    assert names.title("nowhere") == "nowhere"
    assert names.title("risk") == "Risk management"
