from __future__ import annotations

import pytest

import bundled
from drawing import ladder
from pathways.model.library import Library
from pathways.search.entry import EntryKind
from pathways.search.index import Index
from pathways.search.ranked_entries import COUNTED
from searching import Make, marked, of


def test_a_shared_statement_is_one_hit_that_knows_all_its_nodes(engine: Make) -> None:
    index = Index(ladder("6-7-8", texts={"6 7": {"risk": ["Watch over ladders."]}}), engine=engine)
    (hit,) = index.find("ladders").hits
    assert hit.nodes == ("6", "7")
    assert (hit.framework, hit.dimension, hit.statement) == ("framework-1", "risk", "6-7.risk.1")
    assert index.find("ladders").counts == {"6": 1, "7": 1}


def test_a_dimension_leads_to_all_nodes_that_state_something_on_it_in_library_order(
    index: Index,
) -> None:
    hit = next(hit for hit in index.find("risk management").hits if hit.kind is EntryKind.DIMENSION)
    library = bundled.library()
    assert list(hit.nodes) == [
        node for node in library.nodes if library.statements_of(node, "risk")
    ]
    assert hit.framework is None


def test_a_dimension_that_no_open_framework_states_is_not_found() -> None:
    library = Library.merge(ladder("6").frameworks, bundled.library().shared_dimensions)
    assert not Index(library).find("equality")


def test_a_dimension_of_one_framework_knows_which() -> None:
    library = ladder(
        "6", "7", texts={"6": {"risk": ["a"], "purpose": ["b"]}, "7": {"purpose": ["b"]}}
    )
    index = Index(library)
    assert [h.framework for h in index.find("risk").hits if h.kind is EntryKind.DIMENSION] == [
        "framework-1"
    ]
    assert [h.framework for h in index.find("purpose").hits if h.kind is EntryKind.DIMENSION] == [
        None
    ]


def test_one_heading_is_one_hit_for_all_places_where_it_stands(index: Index) -> None:
    hits = [hit for hit in index.find('"risk management"').hits if hit.kind is EntryKind.HEADING]
    assert [(hit.text, hit.framework) for hit in hits] == [("Risk Management", "ict")]
    assert list(hits[0].nodes) == [node.id for node in bundled.library().framework("ict").nodes]


def test_a_label_that_only_repeats_a_title_is_no_hit_of_its_own(index: Index) -> None:
    found_here = [hit for hit in index.find('"level 3"').hits if hit.framework == "leadership"]
    assert [(hit.kind, hit.text) for hit in found_here] == [(EntryKind.NODE, "Level 3")]
    elsewhere = [hit for hit in index.find('"level 3"').hits if hit.framework == "ict"]
    assert [(hit.kind, hit.text) for hit in elsewhere] == [(EntryKind.HEADING, "LEVEL 3 (band 6)")]


def test_an_introduction_leads_to_its_framework(index: Index) -> None:
    hit = next(
        hit for hit in index.find("constant drive").hits if hit.kind is EntryKind.INTRODUCTION
    )
    assert (hit.framework, hit.nodes, hit.entry.heading) == ("ict", (), "Key characteristics")


def test_groups_are_in_library_order_and_hold_each_hit_once(index: Index) -> None:
    results = index.find("manage")
    assert sorted(map(id, results.hits)) == sorted(
        id(hit) for group in results.groups for hit in group.hits
    )
    assert sum(group.count for group in results.groups) == len(results.hits)
    order = [framework.id for framework in bundled.library().frameworks]
    frameworks = [group.framework for group in results.groups]
    assert frameworks[0] is None
    assert [order.index(f) for f in frameworks if f] == sorted(
        order.index(f) for f in frameworks if f
    )
    ict = [group.nodes for group in results.groups if group.framework == "ict"]
    assert ict[:2] == [(), ("ict-6", "ict-7", "ict-8")]
    assert ict.index(("ict-9", "ict-10")) < ict.index(("ict-11",)) < ict.index(("ict-12",))


def test_a_framework_of_one_role_has_its_role_as_a_group() -> None:
    library = ladder("a", texts={"a": {"risk": ["Lead a team"]}})
    assert [(g.framework, g.nodes, g.count) for g in Index(library).find("team").groups] == [
        ("framework-1", ("a",), 1)
    ]
    assert [(g.framework, g.nodes) for g in Index(library).find("organisation 1").groups] == [
        ("framework-1", ())
    ]


def test_counts_add_what_is_shared_to_each_of_its_nodes() -> None:
    library = ladder("6-7", texts={"6 7": {"risk": ["Team one"]}, "7": {"risk": ["Team two"]}})
    assert Index(library).find("team").counts == {"6": 1, "7": 2}


def test_marks_cover_the_words_that_matched_and_join_neighbours() -> None:
    index = of("Managing risks, and managing  people; manager.")
    assert (
        marked(index.find("manage risk ").hits[0])
        == "[Managing risks], and [managing]  people; [manager]."
    )
    assert (
        marked(index.find('"managing people"').hits[0])
        == "Managing risks, and [managing  people]; manager."
    )
    assert (
        marked(index.find('"managing peo').hits[0])
        == "Managing risks, and [managing  people]; manager."
    )
    assert marked(index.find("peo").hits[0]) == "Managing risks, and managing  [people]; manager."


def test_marks_stand_right_where_letters_fold_to_several() -> None:
    assert marked(
        of("Der Straße ﬁnanzplan, naı\u0308ve").find("strasse finanz").hits[0]
    ).startswith("Der [Straße ﬁnanzplan],")


@pytest.mark.parametrize(
    ("query", "most", "sentence"),
    [
        (" …", 9, "Type a word or two to search all open frameworks."),
        ("one", 9, "1 result"),
        ("team", 2000, "More than 1000 results; the best 1002 are shown"),
        ("team", 9, "More than 1000 results; the best 9 are shown"),
        ("two", 1, "2 results; the best 1 are shown"),
        ("two", 9, "2 results"),
        ("zebra\n crossing", 9, "Nothing matches “zebra crossing”. Try other words."),
        ("z" * 99, 9, f"Nothing matches “{'z' * 59}…”. Try other words."),
        ("twofodl", 9, "Nothing matches “twofodl”."),
        (
            "one zebra two ",
            9,
            "No text has all of these words. Without “zebra” and “two”: 1 result",
        ),
    ],
)
def test_a_sentence_says_how_much_was_found(query: str, most: int, sentence: str) -> None:
    index = of("One", "Two", "Twofold", *["Team"] * (COUNTED + 2))
    assert index.find(query, most=most).sentence == sentence
