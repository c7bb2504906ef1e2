from __future__ import annotations

import pytest

from pathways.search.entry import EntryKind
from pathways.search.index import Index
from searching import Make, of, texts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("leadres", "leaders"),
        ("orgnaization", "organisation"),
        ("riskmanagement", "risk management"),
        ("responsiblit", "responsibility"),
        ("cabron footprint", "carbon footprint"),
        ("Carbon fotprint ", "Carbon footprint "),
        ('"carbon footprnt"', '"carbon footprint"'),
        ('"footprint carbon"', "footprint carbon"),
        ("“budgets manage”", "budgets manage"),
    ],
)
def test_a_slip_gets_did_you_mean_and_following_it_finds_more(
    index: Index, typed: str, meant: str
) -> None:
    results = index.find(typed)
    assert results.did_you_mean == meant
    assert index.find(meant).total > (0 if results.without else results.total)
    assert not index.find(meant).without


@pytest.mark.parametrize(
    "typed", ["risk", "manage budgets", "xyzzyx qqqqq", "", "12", "carbon footprint"]
)
def test_what_is_found_or_near_to_nothing_gets_no_suggestion(index: Index, typed: str) -> None:
    assert index.find(typed).did_you_mean is None


def test_a_word_that_was_meant_is_only_suggested_where_it_finds_more() -> None:
    assert of("Alpha bravo", "Charlie delta").find("alpha charly ").did_you_mean is None


def test_a_rare_word_gets_the_frequent_one_suggested() -> None:
    index = of(
        "An audit",
        *(f"Credit {number}" for number in range(10)),
        "Debits",
        *["Debit cards"] * 10,
        "Debut",
    )
    results = index.find("debut ")
    assert texts(results) == ["Debut"]
    assert results.did_you_mean == "debit "
    assert index.find("audit ").did_you_mean is None


def test_where_no_text_has_all_words_as_many_as_go_together_are_looked_for(engine: Make) -> None:
    index = of("Manage budgets", "Lead people", "Watch budgets for people", engine=engine)
    results = index.find("lead zebras people budgets ")
    assert results.without == ("zebras", "budgets")
    assert [hit.text for hit in results.hits if hit.kind is EntryKind.STATEMENT] == ["Lead people"]


def test_a_phrase_that_is_nowhere_gives_way_to_the_other_words(engine: Make) -> None:
    results = of("Manage budgets", "Lead people", engine=engine).find('"budgets manage" people ')
    assert results.without == ("budgets manage",)
    assert texts(results) == ["Lead people"]


def test_nothing_found_is_said_by_no_hits_and_all_words_left_aside(engine: Make) -> None:
    results = of("Manage budgets", engine=engine).find("zebra 'crossing' ")
    assert not results
    assert (results.total, results.without, results.groups, results.counts) == (
        0,
        ("zebra", "crossing"),
        (),
        {},
    )
