from __future__ import annotations

import threading

import msgspec

import bundled
from drawing import ladder
from pathways.model.framework import Framework, Passage
from pathways.model.library import Library
from pathways.search.engine import Engine, Rows, Scan
from pathways.search.entry import EntryKind
from pathways.search.index import Index
from pathways.search.ranked_entries import COUNTED
from pathways.search.words import words
from searching import Make, found, marked, of, texts


def test_a_word_is_found_in_any_form_and_the_exact_one_first(engine: Make) -> None:
    statements = ("Management of risks", "Managing", "Manage a team", "A man")
    assert found("manage ", *statements, engine=engine) == [
        "Manage a team",
        "Management of risks",
        "Managing",
    ]
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
    assert found("risk management ", scattered, forms, together, engine=engine) == [
        together,
        scattered,
        forms,
    ]


def test_forms_side_by_side_are_better_than_scattered_forms(engine: Make) -> None:
    scattered, together = "Risks that someone manages", "Some managed risks"
    assert found("manage risk ", scattered, together, engine=engine) == [together, scattered]


def test_all_words_must_be_there(engine: Make) -> None:
    assert found("lead team ", "Lead", "Team", "A team to lead", engine=engine) == [
        "A team to lead"
    ]


def test_a_phrase_in_quotation_marks_is_found_as_it_stands_and_in_no_other_form(
    engine: Make,
) -> None:
    statements = ("Manage risk", "Risk, manage", "Managing risk", "To manage – risk!")
    assert found('"manage risk"', *statements, engine=engine) == [
        "Manage risk",
        "To manage – risk!",
    ]
    assert found('"manage"', "Managing", "They manage", engine=engine) == ["They manage"]


def test_a_phrase_that_is_not_closed_grows(engine: Make) -> None:
    assert found('"manage ri', "Manage risk", "Ri manage", engine=engine) == ["Manage risk"]


def test_a_phrase_and_a_word_can_be_had_together(engine: Make) -> None:
    statements = ("Manage risk for the team", "Manage the risk of a team", "Manage risk")
    assert found('team "manage risk" ', *statements, engine=engine) == ["Manage risk for the team"]


def test_accents_case_and_quotation_marks_make_no_difference(engine: Make) -> None:
    assert found("COUNCIL'S RESUME ", "The council’s résumé", engine=engine) == [
        "The council’s résumé"
    ]
    assert found("“council’s résumé” ", "The council's resume", engine=engine) == [
        "The council's resume"
    ]


def test_the_grade_and_the_heading_narrow_a_search(engine: Make) -> None:
    library = ladder(
        "6-7",
        texts={
            "6": {"risk": ["Report them."]},
            "7": {"risk": ["Report them."], "purpose": ["Report them."]},
        },
    )
    index = Index(library, engine=engine)
    assert [hit.nodes for hit in index.find("report grade 7 ").hits] == [("7",), ("7",)]
    assert [(hit.nodes, hit.dimension) for hit in index.find("risk report 7 ").hits] == [
        (("7",), "risk")
    ]
    assert [marked(hit) for hit in index.find("report risk 7 ").hits] == ["[Report] them."]


def test_what_is_in_the_text_is_better_than_what_is_only_in_its_place(engine: Make) -> None:
    library = ladder(
        "6-7", texts={"6": {"risk": ["Report soon."]}, "7": {"purpose": ["Report all risk."]}}
    )
    assert [hit.text for hit in Index(library, engine=engine).find("report risk ").hits] == [
        "Report all risk.",
        "Report soon.",
    ]


def test_titles_come_before_statements(engine: Make) -> None:
    index = Index(ladder("6-7", texts={"6 7": {"risk": ["Weigh each risk."]}}), engine=engine)
    assert [hit.kind for hit in index.find("risk").hits] == [
        EntryKind.DIMENSION,
        EntryKind.HEADING,
        EntryKind.STATEMENT,
    ]


def test_equals_come_in_library_order(engine: Make) -> None:
    library = ladder(
        "6-7",
        "8",
        texts={"8": {"risk": ["Team c"]}, "6": {"risk": ["Team b"]}, "7": {"risk": ["Team a"]}},
    )
    assert texts(Index(library, engine=engine).find("team")) == ["Team b", "Team a", "Team c"]


def test_grades_come_in_their_order_even_where_the_document_begins_with_the_highest() -> None:
    library = ladder("6-7", texts={"7": {"risk": ["Team b"]}, "6": {"risk": ["Team a"]}})
    assert texts(Index(library).find("team")) == ["Team a", "Team b"]


def test_everything_with_a_name_can_be_found(index: Index) -> None:
    def kinds(query: str) -> dict[EntryKind, str]:
        return {hit.kind: hit.text for hit in reversed(index.find(query).hits)}

    assert kinds("Grade 12")[EntryKind.NODE] == "Grade 12 · TRA12"
    assert kinds("PO10")[EntryKind.NODE] == "Head of Technology · PO10"
    assert (
        kinds("derbyshire county")[EntryKind.FRAMEWORK]
        == "ICT job family · Derbyshire County Council"
    )
    assert kinds("directorate")[EntryKind.NODE] == "Directorate: Communities and Environment"
    assert kinds("people management")[EntryKind.DIMENSION] == "People management"
    assert kinds("developing self & others")[EntryKind.HEADING] == "Developing Self & Others"
    assert kinds("modernise the services")[EntryKind.INTRODUCTION].startswith("Championing")
    assert kinds("Key characteristics")[EntryKind.HEADING] == "Key characteristics"
    assert (
        kinds("carbon footprint")[EntryKind.STATEMENT]
        == "Assess our technology estate's carbon footprint and improve it."
    )
    assert kinds("LEVEL 1 (band 8)")[EntryKind.HEADING].startswith("LEVEL 1")


def test_every_statement_title_and_heading_of_the_bundled_frameworks_is_found_by_its_own_words(
    index: Index,
) -> None:
    checked = 0
    library = bundled.library()
    wanted = [(s.text, s.nodes) for f in library.frameworks for s in f.statements]
    wanted += [
        (section.heading, ())
        for f in library.frameworks
        for b in f.blocks
        for section in b.sections
    ]
    wanted += [
        (text, ())
        for f in library.frameworks
        for p in f.introduction
        for text in (p.heading, *p.statements)
    ]
    wanted += [(node.title, (node.id,)) for node in library.nodes.values()]
    for text, nodes in wanted[::3]:
        short = " ".join(words(text)[:31])
        results = index.find(short + " ")
        checked += 1
        assert not results.without
        checked += 1
        assert any(
            words(text)[:31] == words(hit.text)[:31] and set(nodes) <= set(hit.nodes)
            for hit in results.hits
        ) or any(hit.text.startswith(text) and hit.nodes == nodes for hit in results.hits), text
    assert checked


def test_every_kind_has_a_word_for_people() -> None:
    assert len({kind.word for kind in EntryKind}) == len(EntryKind)


def test_only_so_many_hits_come_but_all_are_counted(engine: Make) -> None:
    index = of(*(f"Team {number}" for number in range(30)), engine=engine)
    results = index.find("team", most=10)
    assert texts(results) == [f"Team {number}" for number in range(10)]
    assert (results.total, results.more_than_total) == (30, False)
    assert index.find("team", most=0).hits == index.find("team", most=-1).hits == ()


def test_titles_take_at_most_half_of_the_hits_while_texts_match_too(engine: Make) -> None:
    library = ladder(
        "1-2-3-4-5-6-7-8", texts={"1": {"risk": ["Any grade", "Each grade", "One grade"]}}
    )
    kinds = [hit.kind for hit in Index(library, engine=engine).find("grade", most=4).hits]
    assert kinds == [EntryKind.NODE] * 2 + [EntryKind.STATEMENT] * 2
    kinds = [hit.kind for hit in Index(library, engine=engine).find("grade", most=8).hits]
    assert kinds == [EntryKind.NODE] * 5 + [EntryKind.STATEMENT] * 3


def test_counting_stops_when_nobody_wants_to_know(engine: Make) -> None:
    many = [f"Team {number}" for number in range(COUNTED + 100)]
    results = of(*many, "Teams of teams", "The risk of a team", engine=engine).find(
        "the risk of a team "
    )
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
    before, after = (
        ladder("6", texts={"6": {"risk": [text]}}) for text in ("Old words", "New words")
    )
    assert [texts(Index(library).find("words")) for library in (before, after)] == [
        ["Old words"],
        ["New words"],
    ]


def test_a_library_of_nothing_is_searched_in_vain(engine: Make) -> None:
    assert not Index(Library((), ()), engine=engine).find("risk")


def test_a_framework_of_an_unknown_language_and_an_introduction_without_nodes_do_no_harm(
    engine: Make,
) -> None:
    (framework,) = ladder("6", texts={"6": {"risk": ["Rheoli risg"]}}).frameworks
    welsh: Framework = msgspec.structs.replace(
        framework,
        language="cy",
        introduction=(Passage(heading="Cyflwyniad", statements=("Croeso i’r tîm",)),),
    )
    index = Index(Library((welsh,), ()), engine=engine)
    assert texts(index.find("tim")) == ["Croeso i’r tîm"]
    assert texts(index.find("i'r ")) == ["Croeso i’r tîm"]
    assert [(g.framework, g.nodes) for g in index.find("cyflwyniad").groups] == [
        ("framework-1", ())
    ]
