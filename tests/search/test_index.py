from __future__ import annotations

import re
import threading
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import bundled
from drawing import ladder
from pathways.model.framework import Framework, Passage
from pathways.model.library import Library
from pathways.search.engine import Engine, Rows, Scan, has_full_text
from pathways.search.entry import Kind
from pathways.search.index import Index
from pathways.search.results import Hit, Results
from pathways.search.shelf import COUNTED
from pathways.search.words import fold, words

needs_full_text = pytest.mark.skipif(not has_full_text(), reason="SQLite was built without its full-text index here")

Make = Callable[[Rows], Engine]


def texts(results: Results) -> list[str]:
    """Return the texts found, the best first."""
    return [hit.text for hit in results.hits]


def marked(hit: Hit) -> str:
    """Draw a hit with brackets around what matched."""
    text = hit.text
    for start, end in reversed(hit.marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def of(*statements: str, engine: Make | None = None) -> Index:
    """Index statements of one grade under one dimension."""
    return Index(ladder("6", texts={"6": {"purpose": statements}}), engine=engine)


def found(query: str, *statements: str, engine: Make | None = None) -> list[str]:
    """Return which statements are found, the best first."""
    return [hit.text for hit in of(*statements, engine=engine).find(query).hits if hit.kind is Kind.STATEMENT]


# What is found


def test_a_word_is_found_in_any_form_and_the_exact_one_first(engine: Make) -> None:
    statements = ("Management of risks", "Managing", "Manage a team", "A man")
    assert found("manage ", *statements, engine=engine) == ["Manage a team", "Management of risks", "Managing"]
    assert found("managing ", *statements, engine=engine)[0] == "Managing"


def test_plurals_are_found(engine: Make) -> None:
    assert found("budgets ", "One budget", engine=engine) == ["One budget"]
    assert found("budget ", "All budgets", engine=engine) == ["All budgets"]


def test_the_last_word_may_be_a_beginning_while_it_is_typed_and_no_other_may(engine: Make) -> None:
    assert found("lead tea", "Lead a team", engine=engine) == ["Lead a team"]
    assert of("Lead a team", engine=engine).find("tea lead").without == ("tea",)
    assert of("Lead a team", engine=engine).find("lead tea ").without == ("tea",)


def test_a_finished_word_is_better_than_one_that_goes_on(engine: Make) -> None:
    assert found("team", "Teamwork", "A team", engine=engine) == ["A team", "Teamwork"]


def test_words_side_by_side_are_better_than_scattered_ones(engine: Make) -> None:
    scattered, forms, together = (
        "Risk needs management",
        "The managing of risks, risk managing",
        "Sound risk management",
    )
    assert found("risk management ", scattered, forms, together, engine=engine) == [together, scattered, forms]


def test_forms_side_by_side_are_better_than_scattered_forms(engine: Make) -> None:
    scattered, together = "Risks that someone manages", "Some managed risks"
    assert found("manage risk ", scattered, together, engine=engine) == [together, scattered]


def test_all_words_must_be_there(engine: Make) -> None:
    assert found("lead team ", "Lead", "Team", "A team to lead", engine=engine) == ["A team to lead"]


def test_a_phrase_in_quotation_marks_is_found_as_it_stands_and_in_no_other_form(engine: Make) -> None:
    statements = ("Manage risk", "Risk, manage", "Managing risk", "To manage – risk!")
    assert found('"manage risk"', *statements, engine=engine) == ["Manage risk", "To manage – risk!"]
    assert found('"manage"', "Managing", "They manage", engine=engine) == ["They manage"]


def test_a_phrase_that_is_not_closed_grows(engine: Make) -> None:
    assert found('"manage ri', "Manage risk", "Ri manage", engine=engine) == ["Manage risk"]


def test_a_phrase_and_a_word_can_be_had_together(engine: Make) -> None:
    statements = ("Manage risk for the team", "Manage the risk of a team", "Manage risk")
    assert found('team "manage risk" ', *statements, engine=engine) == ["Manage risk for the team"]


def test_accents_case_and_quotation_marks_make_no_difference(engine: Make) -> None:
    assert found("COUNCIL'S RESUME ", "The council’s résumé", engine=engine) == ["The council’s résumé"]
    assert found("“council’s résumé” ", "The council's resume", engine=engine) == ["The council's resume"]


def test_the_grade_and_the_heading_narrow_a_search(engine: Make) -> None:
    library = ladder(
        "6-7", texts={"6": {"risk": ["Report them."]}, "7": {"risk": ["Report them."], "purpose": ["Report them."]}}
    )
    index = Index(library, engine=engine)
    assert [hit.nodes for hit in index.find("report grade 7 ").hits] == [("7",), ("7",)]
    assert [(hit.nodes, hit.dimension) for hit in index.find("risk report 7 ").hits] == [(("7",), "risk")]
    assert [marked(hit) for hit in index.find("report risk 7 ").hits] == ["[Report] them."]


def test_what_is_in_the_text_is_better_than_what_is_only_in_its_place(engine: Make) -> None:
    library = ladder("6-7", texts={"6": {"risk": ["Report soon."]}, "7": {"purpose": ["Report all risk."]}})
    assert [hit.text for hit in Index(library, engine=engine).find("report risk ").hits] == [
        "Report all risk.",
        "Report soon.",
    ]


def test_titles_come_before_statements(engine: Make) -> None:
    index = Index(ladder("6-7", texts={"6 7": {"risk": ["Weigh each risk."]}}), engine=engine)
    assert [hit.kind for hit in index.find("risk").hits] == [Kind.DIMENSION, Kind.HEADING, Kind.STATEMENT]


def test_equals_come_in_library_order(engine: Make) -> None:
    library = ladder(
        "6-7", "8", texts={"8": {"risk": ["Team c"]}, "6": {"risk": ["Team b"]}, "7": {"risk": ["Team a"]}}
    )
    assert texts(Index(library, engine=engine).find("team")) == ["Team b", "Team a", "Team c"]


def test_everything_with_a_name_can_be_found(index: Index) -> None:
    def kinds(query: str) -> dict[Kind, str]:
        return {hit.kind: hit.text for hit in reversed(index.find(query).hits)}

    assert kinds("Grade 12")[Kind.NODE] == "Grade 12 · TRA12"
    assert kinds("PO10")[Kind.NODE] == "Head of Technology · PO10"
    assert kinds("derbyshire county")[Kind.FRAMEWORK] == "ICT job family · Derbyshire County Council"
    assert kinds("directorate")[Kind.NODE] == "Directorate: Communities and Environment"
    assert kinds("people management")[Kind.DIMENSION] == "People management"
    assert kinds("developing self & others")[Kind.HEADING] == "Developing Self & Others"
    assert kinds("modernise the services")[Kind.INTRODUCTION].startswith("Championing")
    assert kinds("Key characteristics")[Kind.HEADING] == "Key characteristics"
    assert (
        kinds("carbon footprint")[Kind.STATEMENT] == "Assess our technology estate's carbon footprint and improve it."
    )
    assert kinds("LEVEL 1 (band 8)")[Kind.HEADING].startswith("LEVEL 1")


def test_every_statement_title_and_heading_of_the_bundled_frameworks_is_found_by_its_own_words(index: Index) -> None:
    library = bundled.library()
    wanted = [(s.text, s.nodes) for f in library.frameworks for s in f.statements]
    wanted += [(section.heading, ()) for f in library.frameworks for b in f.blocks for section in b.sections]
    wanted += [(text, ()) for f in library.frameworks for p in f.introduction for text in (p.heading, *p.statements)]
    wanted += [(node.title, (node.id,)) for node in library.nodes.values()]
    for text, nodes in wanted[::3]:
        short = " ".join(words(text)[:31])
        results = index.find(short + " ")
        assert not results.without
        assert any(
            words(text)[:31] == words(hit.text)[:31] and set(nodes) <= set(hit.nodes) for hit in results.hits
        ) or any(hit.text.startswith(text) and hit.nodes == nodes for hit in results.hits), text


def test_every_kind_has_a_word_for_people() -> None:
    assert len({kind.word for kind in Kind}) == len(Kind)


# Where it is


def test_a_shared_statement_is_one_hit_that_knows_all_its_nodes(engine: Make) -> None:
    index = Index(ladder("6-7-8", texts={"6 7": {"risk": ["Watch over ladders."]}}), engine=engine)
    (hit,) = index.find("ladders").hits
    assert hit.nodes == ("6", "7")
    assert (hit.framework, hit.dimension, hit.statement) == ("framework-1", "risk", "6-7.risk.1")
    assert index.find("ladders").counts == {"6": 1, "7": 1}


def test_a_dimension_leads_to_all_nodes_that_state_something_on_it_in_library_order(index: Index) -> None:
    hit = next(hit for hit in index.find("risk management").hits if hit.kind is Kind.DIMENSION)
    library = bundled.library()
    assert list(hit.nodes) == [node for node in library.nodes if library.statements_of(node, "risk")]
    assert hit.framework is None


def test_a_dimension_that_no_open_framework_states_is_not_found() -> None:
    library = Library.merge(ladder("6").frameworks, bundled.library().shared_dimensions)
    assert not Index(library).find("equality")


def test_a_dimension_of_one_framework_knows_which() -> None:
    library = ladder("6", "7", texts={"6": {"risk": ["a"], "purpose": ["b"]}, "7": {"purpose": ["b"]}})
    index = Index(library)
    assert [h.framework for h in index.find("risk").hits if h.kind is Kind.DIMENSION] == ["framework-1"]
    assert [h.framework for h in index.find("purpose").hits if h.kind is Kind.DIMENSION] == [None]


def test_one_heading_is_one_hit_for_all_places_where_it_stands(index: Index) -> None:
    hits = [hit for hit in index.find('"risk management"').hits if hit.kind is Kind.HEADING]
    assert [(hit.text, hit.framework) for hit in hits] == [("Risk Management", "ict")]
    assert list(hits[0].nodes) == [node.id for node in bundled.library().framework("ict").nodes]


def test_a_label_that_only_repeats_a_title_is_no_hit_of_its_own(index: Index) -> None:
    found_here = [hit for hit in index.find('"level 3"').hits if hit.framework == "leadership"]
    assert [(hit.kind, hit.text) for hit in found_here] == [(Kind.NODE, "Level 3")]
    elsewhere = [hit for hit in index.find('"level 3"').hits if hit.framework == "ict"]
    assert [(hit.kind, hit.text) for hit in elsewhere] == [(Kind.HEADING, "LEVEL 3 (band 6)")]


def test_an_introduction_leads_to_its_framework(index: Index) -> None:
    hit = next(hit for hit in index.find("constant drive").hits if hit.kind is Kind.INTRODUCTION)
    assert (hit.framework, hit.nodes, hit.entry.heading) == ("ict", (), "Key characteristics")


# How it is shown


def test_groups_are_in_library_order_and_hold_each_hit_once(index: Index) -> None:
    results = index.find("manage")
    assert sorted(map(id, results.hits)) == sorted(id(hit) for group in results.groups for hit in group.hits)
    assert sum(group.count for group in results.groups) == len(results.hits)
    order = [framework.id for framework in bundled.library().frameworks]
    frameworks = [group.framework for group in results.groups]
    assert frameworks[0] is None
    assert [order.index(f) for f in frameworks if f] == sorted(order.index(f) for f in frameworks if f)
    ict = [group.nodes for group in results.groups if group.framework == "ict"]
    assert ict[:2] == [(), ("ict-6", "ict-7", "ict-8")]
    assert ict.index(("ict-9", "ict-10")) < ict.index(("ict-11",)) < ict.index(("ict-12",))


def test_a_framework_of_one_role_has_its_role_as_a_group() -> None:
    library = ladder("a", texts={"a": {"risk": ["Lead a team"]}})
    assert [(g.framework, g.nodes, g.count) for g in Index(library).find("team").groups] == [("framework-1", ("a",), 1)]
    assert [(g.framework, g.nodes) for g in Index(library).find("organisation 1").groups] == [("framework-1", ())]


def test_counts_add_what_is_shared_to_each_of_its_nodes() -> None:
    library = ladder("6-7", texts={"6 7": {"risk": ["Team one"]}, "7": {"risk": ["Team two"]}})
    assert Index(library).find("team").counts == {"6": 1, "7": 2}


def test_marks_cover_the_words_that_matched_and_join_neighbours() -> None:
    index = of("Managing risks, and managing  people; manager.")
    assert marked(index.find("manage risk ").hits[0]) == "[Managing risks], and [managing]  people; [manager]."
    assert marked(index.find('"managing people"').hits[0]) == "Managing risks, and [managing  people]; manager."
    assert marked(index.find('"managing peo').hits[0]) == "Managing risks, and [managing  people]; manager."
    assert marked(index.find("peo").hits[0]) == "Managing risks, and managing  [people]; manager."


def test_marks_stand_right_where_letters_fold_to_several() -> None:
    assert marked(of("Der Straße ﬁnanzplan, naı\u0308ve").find("strasse finanz").hits[0]).startswith(
        "Der [Straße ﬁnanzplan],"
    )


# When little or nothing is found


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
def test_a_slip_gets_did_you_mean_and_following_it_finds_more(index: Index, typed: str, meant: str) -> None:
    results = index.find(typed)
    assert results.did_you_mean == meant
    assert index.find(meant).total > (0 if results.without else results.total)
    assert not index.find(meant).without


@pytest.mark.parametrize("typed", ["risk", "manage budgets", "xyzzyx qqqqq", "", "12", "carbon footprint"])
def test_what_is_found_or_near_to_nothing_gets_no_suggestion(index: Index, typed: str) -> None:
    assert index.find(typed).did_you_mean is None


def test_a_word_that_was_meant_is_only_suggested_where_it_finds_more() -> None:
    assert of("Alpha bravo", "Charlie delta").find("alpha charly ").did_you_mean is None


def test_a_rare_word_gets_the_frequent_one_suggested() -> None:
    index = of("An audit", *(f"Credit {number}" for number in range(10)), "Debits", *["Debit cards"] * 10, "Debut")
    results = index.find("debut ")
    assert texts(results) == ["Debut"]
    assert results.did_you_mean == "debit "
    assert index.find("audit ").did_you_mean is None


def test_where_no_text_has_all_words_as_many_as_go_together_are_looked_for(engine: Make) -> None:
    index = of("Manage budgets", "Lead people", "Watch budgets for people", engine=engine)
    results = index.find("lead zebras people budgets ")
    assert results.without == ("zebras", "budgets")
    assert [hit.text for hit in results.hits if hit.kind is Kind.STATEMENT] == ["Lead people"]


def test_a_phrase_that_is_nowhere_gives_way_to_the_other_words(engine: Make) -> None:
    results = of("Manage budgets", "Lead people", engine=engine).find('"budgets manage" people ')
    assert results.without == ("budgets manage",)
    assert texts(results) == ["Lead people"]


def test_nothing_found_is_said_by_no_hits_and_all_words_left_aside(engine: Make) -> None:
    results = of("Manage budgets", engine=engine).find("zebra 'crossing' ")
    assert not results
    assert (results.total, results.without, results.groups, results.counts) == (0, ("zebra", "crossing"), (), {})


# How much


def test_only_so_many_hits_come_but_all_are_counted(engine: Make) -> None:
    index = of(*(f"Team {number}" for number in range(30)), engine=engine)
    results = index.find("team", most=10)
    assert texts(results) == [f"Team {number}" for number in range(10)]
    assert (results.total, results.more_than_total) == (30, False)
    assert index.find("team", most=0).hits == index.find("team", most=-1).hits == ()


def test_titles_take_at_most_half_of_the_hits_while_texts_match_too(engine: Make) -> None:
    library = ladder("1-2-3-4-5-6-7-8", texts={"1": {"risk": ["Any grade", "Each grade", "One grade"]}})
    kinds = [hit.kind for hit in Index(library, engine=engine).find("grade", most=4).hits]
    assert kinds == [Kind.NODE] * 2 + [Kind.STATEMENT] * 2
    kinds = [hit.kind for hit in Index(library, engine=engine).find("grade", most=8).hits]
    assert kinds == [Kind.NODE] * 5 + [Kind.STATEMENT] * 3


def test_counting_stops_when_nobody_wants_to_know(engine: Make) -> None:
    many = [f"Team {number}" for number in range(COUNTED + 100)]
    results = of(*many, "Teams of teams", "The risk of a team", engine=engine).find("the risk of a team ")
    assert (results.total, results.more_than_total) == (1, False)
    results = of("Teams", *many, "Of a team at a risk", engine=engine).find("teams ", most=5)
    assert (results.total, results.more_than_total) == (COUNTED, True)
    assert texts(results) == ["Teams", "Team 0", "Team 1", "Team 2", "Team 3"]


def test_among_very_many_matches_the_best_are_still_first(engine: Make) -> None:
    many = [f"Lead the {number} team" for number in range(COUNTED + 100)]
    index = of(*many, "The team will lead", "Lead the team", engine=engine)
    assert texts(index.find("lead the team", most=2)) == ["Lead the team", "Lead the 0 team"]
    long = "lead the team, the team, lead the team, lead the team "
    assert texts(index.find(long, most=2)) == ["Lead the 0 team", "Lead the 1 team"]


# Whatever is typed, and however it is looked up


@pytest.mark.parametrize(
    "query",
    [
        *("", " ", "\0", "risk\0management", "AND", "OR", "NOT", "NEAR", "AND OR NOT NEAR", "*", "(", ")", ":", "-"),
        *("risk AND", "NOT risk", "risk OR (", "NEAR(risk, 2)", "text:risk", "risk*", "*risk", "^risk", "-risk", "+"),
        *(
            "' OR 1=1 --",
            'risk" AND "',
            '"',
            '""""',
            "“",
            "”",
            "…!?.,;",
            "😀",
            "👩‍👩‍👧 risk",
            "\ud800 risk",
            "\u202e",
            "risk\n",
        ),
        *("x" * 10_000, "risk " * 2_000, '"' * 10_000, '"risk ' * 2_000, "(" * 10_000, "é" * 10_000, "1" * 10_000),
    ],
)
def test_no_query_raises(index: Index, query: str) -> None:
    results = index.find(query)
    assert all(hit.marks for hit in results.hits)
    assert results.query.text == query


WORDS = ["risk", "risks", "manag", "management", "the", "of", "team", "grade", "12", "AND", "leadres", "budget", "head"]
QUERIES = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*WORDS, '"', "“", "-", "*", "(", "\0", "😀"]), max_size=8).map(" ".join),
    st.lists(st.sampled_from([*WORDS, '"']), max_size=5).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(QUERIES)
@example('"risk management')
@example("grade 12 risk")
def test_marks_lie_within_the_text_and_cover_whole_words_that_match(query: str) -> None:
    results = INDEX.find(query)
    asked = {word for term in results.query.terms for word in term.words}
    for hit in results.hits:
        assert hit.marks
        last = -1
        for start, end in hit.marks:
            assert last < start < end <= len(hit.text)
            last = end
            assert not hit.text[start - 1 : start].isalnum()
            assert not hit.text[end : end + 1].isalnum()
            for word in words(hit.text[start:end]):
                # Forms of a word begin alike: what is marked begins like something that was asked for.
                assert any(fold(word)[:2] == other[:2] for other in asked) or any(word.startswith(a) for a in asked)
        if not results.without and len(results.query.terms) == 1:
            (term,) = results.query.terms
            literal = [
                m for m in re.finditer(r"(?<!\w['’])\b[^\W_]+\b(?!['’]\w)", hit.text) if fold(m[0]) == term.words[0]
            ]
            if len(term.words) == 1:
                assert all(any(s <= m.start() and m.end() <= e for s, e in hit.marks) for m in literal)


INDEX = Index(bundled.library())
BY_SCAN = Index(bundled.library(), engine=Scan)


@needs_full_text
@settings(max_examples=200, deadline=None)
@given(QUERIES, st.integers(0, 60))
@example('team "risk management" of the', 5)
def test_both_engines_give_the_same_results(query: str, most: int) -> None:
    assert INDEX.find(query, most=most) == BY_SCAN.find(query, most=most)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4), st.booleans())
def test_words_of_a_statement_find_it(number: int, count: int, quoted: bool) -> None:
    statements = [s for f in bundled.library().frameworks for s in f.statements]
    statement = statements[number % len(statements)]
    written = words(statement.text)
    begin = number % max(1, len(written) - count)
    query = " ".join(written[begin : begin + count])
    results = INDEX.find(f'"{query}"' if quoted else query, most=10_000)
    assert statement.id in [hit.statement for hit in results.hits]
    assert not results.without


# When it is made


def test_the_index_is_built_on_the_first_search_and_only_once() -> None:
    made: list[Rows] = []

    def counting(rows: Rows) -> Engine:
        made.append(rows)
        return Scan(rows)

    index = Index(ladder("6", texts={"6": {"risk": ["Team"]}}), engine=counting)
    assert made == []
    assert not index.find("…")
    assert made == []
    threads = [threading.Thread(target=index.prepare) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert index.find("team")
    assert len(made) == 2  # titles and texts


def test_an_index_prepared_in_another_thread_answers_in_this_one() -> None:
    index = Index(bundled.library())
    thread = threading.Thread(target=index.prepare)
    thread.start()
    thread.join()
    assert index.find("risk")


def test_a_changed_library_has_an_index_of_its_own() -> None:
    before, after = (ladder("6", texts={"6": {"risk": [text]}}) for text in ("Old words", "New words"))
    assert [texts(Index(library).find("words")) for library in (before, after)] == [["Old words"], ["New words"]]


def test_a_library_of_nothing_is_searched_in_vain(engine: Make) -> None:
    assert not Index(Library((), ()), engine=engine).find("risk")


def test_a_framework_of_an_unknown_language_and_an_introduction_without_nodes_do_no_harm(engine: Make) -> None:
    (framework,) = ladder("6", texts={"6": {"risk": ["Rheoli risg"]}}).frameworks
    welsh: Framework = msgspec.structs.replace(
        framework, language="cy", introduction=(Passage(heading="Cyflwyniad", statements=("Croeso i’r tîm",)),)
    )
    index = Index(Library((welsh,), ()), engine=engine)
    assert texts(index.find("tim")) == ["Croeso i’r tîm"]
    assert texts(index.find("i'r ")) == ["Croeso i’r tîm"]
    assert [(g.framework, g.nodes) for g in index.find("cyflwyniad").groups] == [("framework-1", ())]
