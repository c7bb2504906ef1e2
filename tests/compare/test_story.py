"""A route as a story: every statement once, where it first matters."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bundled
from drawing import Texts, framework, ladder
from pathways.compare.change import Verdict
from pathways.compare.comparison import Comparer
from pathways.compare.overruling import judge_as, part
from pathways.compare.story import DimensionStory, Story, Thread, tell
from pathways.compare.story_sentences import fate, reason, story_sentence
from pathways.errors import UsageError
from pathways.model.dimension import Dimension
from pathways.model.framework import Block, Entry, Section
from pathways.model.library import Library
from pathways.model.overrule import Between, Overrules

TEXTS = {
    "1": {
        "risk": [
            "Report risks of the service",
            "Keep a log of visits",
            "Sing in the choir",
            "Mind the till",
        ],
        "safety": ["Obey the rules"],
    },
    "2": {
        "risk": ["Manage risks of the service", "Sing in the choir", "Paint all the gates"],
        "safety": ["Obey the rules"],
    },
    "3": {
        "risk": ["Lead on risks of the service", "sing in the choir."],
        "safety": ["Obey the rules"],
    },
    "4": {
        "risk": [
            "Lead on risks of the service",
            "Sing in the choir",
            "Keep a log of visits.",
            "Juggle with swords",
        ],
        "safety": ["Obey the rules"],
    },
}
ROUTE = ["1", "2", "3", "4"]


def comparer(
    texts: Texts, drawing: str = "1-2-3-4", overrules: Overrules | None = None
) -> Comparer:
    return Comparer(ladder(drawing, texts=texts), bundled.vocabulary(), overrules)


@cache
def story() -> Story:
    return tell(comparer(TEXTS), ROUTE)


def about(story: Story, dimension_id: str) -> DimensionStory:
    return next(d for d in story.dimensions if d.dimension.id == dimension_id)


def outline(story: DimensionStory) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return, for each chapter, its node and what is told: (verdict, first word)."""
    return [
        (
            chapter.node.id,
            [
                (thread.events[0].verdict.value, thread.told.text.split()[0])
                for thread in chapter.threads
            ],
        )
        for chapter in story.chapters
    ]


def thread(word: str, of: Story | None = None) -> Thread:
    (found,) = (
        thread
        for d in (of or story()).dimensions
        for thread in d.threads
        if thread.first.text.startswith(word)
    )
    return found


def test_each_thread_is_told_at_the_grade_where_it_first_matters() -> None:
    assert outline(about(story(), "risk")) == [
        ("2", [("raised", "Manage"), ("new", "Paint"), ("dropped", "Keep"), ("dropped", "Mind")]),
        ("4", [("new", "Juggle")]),
    ]
    assert [thread.first.text for thread in about(story(), "risk").same] == ["Sing in the choir"]


def test_what_changes_again_is_told_in_the_same_place() -> None:
    assert [(event.place, event.verdict) for event in thread("Report").events] == [
        (1, Verdict.RAISED),
        (2, Verdict.RAISED),
    ]
    assert fate(thread("Report"), story().nodes) == (
        "More asked at grade 3 (manage → lead). From grade 3: “Lead on risks of the service”"
    )
    assert fate(thread("Paint"), story().nodes) == "Not repeated at grade 3."


def test_what_comes_back_is_recognised_and_not_told_as_new() -> None:
    back = thread("Keep")
    assert back.stated == (0, 3)
    assert [(event.verdict, event.again) for event in back.events] == [
        (Verdict.DROPPED, False),
        (Verdict.NEW, True),
    ]
    assert back.told.text == "Keep a log of visits"
    assert fate(back, story().nodes) == "Stated again at grade 4."


def test_what_comes_back_as_something_else_is_new() -> None:
    texts = {
        "1": {"risk": ["Report risks"]},
        "3": {"risk": ["Manage risks"]},
        "2": {"risk": ["Sing"]},
    }
    found = tell(comparer(texts, "1-2-3"), ["1", "2", "3"])
    assert len(about(found, "risk").threads) == 3


def test_a_text_may_come_back_twice_and_each_time_but_once() -> None:
    texts = {
        "1": {"risk": ["Keep a log", "Keep a log"]},
        "2": {"risk": ["Sing"]},
        "3": {"risk": ["Keep a log"]},
        "4": {"risk": ["Sing"]},
        "5": {"risk": ["Keep a log"]},
    }
    found = tell(comparer(texts, "1-2-3-4-5"), ["1", "2", "3", "4", "5"])
    assert sorted(thread.stated for thread in about(found, "risk").threads) == [
        (0,),
        (0, 2, 4),
        (1, 3),
    ]


def test_a_dimension_on_which_nothing_happens_is_one_sentence() -> None:
    safety = about(story(), "safety")
    assert safety.chapters == ()
    assert story_sentence(safety, story().nodes) == (
        "Safety does not change from grade 1 to grade 4. 1 statement stays the same throughout."
    )


def test_a_dimension_is_told_in_short_by_its_counts() -> None:
    assert story_sentence(about(story(), "risk"), story().nodes) == (
        "1 statement changes, 2 statements are new and 2 statements are not repeated. "
        "1 statement stays the same throughout."
    )


def test_what_is_only_reworded_is_the_same_but_for_its_wording() -> None:
    texts = {
        "1": {
            "risk": [
                "Contribute to awareness of risk through the carrying out of duties, raising "
                "issues",
                "Sing",
            ]
        },
        "2": {
            "risk": [
                "Contribute to awareness of risk in the carrying out of duties, raising issues",
                "Sing",
            ]
        },
    }
    found = tell(comparer(texts, "1-2"), ["1", "2"])
    assert story_sentence(about(found, "risk"), found.nodes).endswith(
        "2 statements stay the same throughout, 1 of them in other words."
    )
    for sections in texts.values():
        sections["risk"].remove("Sing")
    found = tell(comparer(texts, "1-2"), ["1", "2"])
    assert story_sentence(about(found, "risk"), found.nodes).endswith(
        "1 statement stays the same throughout, apart from its wording."
    )


def test_where_a_document_falls_silent_that_is_said_once_not_of_every_statement() -> None:
    texts = {
        "1": {"risk": ["Report risks", "Sing"]},
        "2": {"risk": ["Manage risks", "Sing"]},
        "3": {"safety": ["Obey the rules"]},
    }
    found = tell(comparer(texts, "1-2-3"), ["1", "2", "3"])
    risk, safety = about(found, "risk"), about(found, "safety")
    assert story_sentence(risk, found.nodes).endswith(
        "The document says nothing about it for grade 3."
    )
    assert story_sentence(safety, found.nodes) == (
        "1 statement is new. The document says nothing about it for grades 1 and 2."
    )
    assert fate(thread("Report", found), found.nodes, risk.silent) == ""
    assert fate(thread("Report", found), found.nodes) == "Not repeated at grade 3."


def test_a_change_without_a_reason_is_told_with_how_it_read_before() -> None:
    assert reason(thread("Report")).startswith("report → manage")
    assert reason(thread("Paint")) == reason(thread("Mind")) == ""
    texts = {"1": {"risk": ["Paint red gates"]}, "2": {"risk": ["Paint blue gates"]}}
    found = tell(comparer(texts, "1-2"), ["1", "2"])
    assert reason(thread("Paint", found)) == "before: “Paint red gates”"


def test_later_changes_without_a_reason_are_named_by_their_grade() -> None:
    texts = {
        "1": {"risk": ["Paint red gates"]},
        "2": {"risk": ["Paint blue gates"]},
        "3": {"risk": ["Paint green gates"]},
    }
    found = tell(comparer(texts, "1-2-3"), ["1", "2", "3"])
    assert (
        fate(thread("Paint", found), found.nodes)
        == "Changed at grade 3. From grade 3: “Paint green gates”"
    )


def test_changes_back_and_forth_are_told_in_order() -> None:
    texts = {
        "1": {"risk": ["Support the service"]},
        "2": {"risk": ["Manage the service"]},
        "3": {"risk": ["Support the service"]},
    }
    found = tell(comparer(texts, "1-2-3"), ["1", "2", "3"])
    assert [event.verdict for event in thread("Support", found).events] == [
        Verdict.RAISED,
        Verdict.EASED,
    ]
    assert fate(thread("Support", found), found.nodes).startswith(
        "Less asked at grade 3 (manage → support). From grade 3"
    )


def test_what_persons_judged_is_told_as_theirs() -> None:
    library = ladder("1-2-3-4", texts=TEXTS)
    low, high = library.statements_of("1", "risk"), library.statements_of("2", "risk")
    between = Between("1", "2", "risk")
    overrules = judge_as(Overrules(), between, low[3], high[2], Verdict.EASED, who="Ann")
    overrules = part(overrules, between, low[0])
    found = tell(Comparer(library, bundled.vocabulary(), overrules), ROUTE)
    event = thread("Mind", found).events[0]
    assert (event.verdict, event.why, event.overruled) == (Verdict.EASED, "judged by Ann", True)
    event = thread("Report", found).events[0]
    assert (event.verdict, event.why, event.overruled) == (
        Verdict.DROPPED,
        "separated by a person",
        True,
    )


def test_what_persons_call_raised_in_the_same_words_is_not_quoted_again() -> None:
    library = ladder("1-2-3", texts={node: {"risk": ["Mind the till"]} for node in "123"})
    overrules = Overrules()
    for low, high in (("1", "2"), ("2", "3")):
        statements = (library.statements_of(node, "risk")[0] for node in (low, high))
        overrules = judge_as(overrules, Between(low, high, "risk"), *statements, Verdict.RAISED)
    found = tell(Comparer(library, bundled.vocabulary(), overrules), ["1", "2", "3"])
    assert fate(thread("Mind", found), found.nodes) == "More asked at grade 3 (judged by a person)."


@pytest.mark.parametrize("nodes", [[], ["1"], ["1", "2", "1"], ["1", "9"]])
def test_a_story_needs_two_different_known_grades(nodes: list[str]) -> None:
    with pytest.raises(UsageError):
        tell(comparer(TEXTS), nodes)


# Statements that speak of several dimensions -----------------------------------------------------


def with_also(sections: dict[str, list[tuple[str, str, tuple[str, ...]]]]) -> Library:
    """Return a ladder whose statements are (dimension, text, dimensions that it speaks of
    besides).
    """
    made = framework("-".join(sections), "framework-1")
    blocks = tuple(
        Block(
            nodes=(node,),
            sections=tuple(
                Section(
                    dimension=dimension,
                    heading=dimension,
                    statements=(Entry(text=text, also=also),),
                )
                for dimension, text, also in statements
            ),
        )
        for node, statements in sections.items()
    )
    dimensions = [
        Dimension(id=name, title=name.capitalize()) for name in ("people", "risk", "safety")
    ]
    return Library.merge([msgspec.structs.replace(made, blocks=blocks)], dimensions)


def test_a_statement_on_two_dimensions_is_told_under_its_own_and_pointed_to_from_the_other() -> (
    None
):
    library = with_also(
        {
            "1": [("people", "Manage the team and its risks", ("risk",))],
            "2": [
                ("people", "Lead the team and its risks", ("risk", "safety")),
                ("risk", "Own the log", ("people",)),
            ],
        }
    )
    found = tell(Comparer(library, bundled.vocabulary()), ["1", "2"])
    assert [(d.dimension.id, len(d.threads)) for d in found.dimensions] == [
        ("people", 1),
        ("risk", 1),
        ("safety", 0),
    ]
    assert story_sentence(about(found, "safety"), found.nodes) == (
        "1 statement under People relates to this too. The document says nothing about it for grade 1."
    )
    assert "1 statement under Risk relates to this too." in story_sentence(
        about(found, "people"), found.nodes
    )


def test_statements_told_under_several_others_are_pointed_to_in_one_sentence() -> None:
    library = with_also(
        {
            "1": [("people", "Sing", ("risk",)), ("safety", "Dance", ("risk",))],
            "2": [("people", "Sing", ("risk",))],
        }
    )
    found = tell(Comparer(library, bundled.vocabulary()), ["1", "2"])
    assert story_sentence(about(found, "risk"), found.nodes) == (
        "1 statement under People and 1 under Safety relate to this too."
    )


names = st.sampled_from(["people", "risk", "safety"])
words = st.sampled_from(
    ["Manage risks", "Lead a team", "Report risks", "Sing", "Lead a large team", "Sing and dance"]
)
statements = st.lists(st.tuples(names, words, st.sets(names, max_size=2).map(tuple)), max_size=5)


@settings(max_examples=150, deadline=None)
@given(nodes=st.lists(statements, min_size=2, max_size=5))
def test_every_statement_of_every_node_is_in_exactly_one_thread(
    nodes: list[list[tuple[str, str, tuple[str, ...]]]],
) -> None:
    library = with_also({str(number): stated for number, stated in enumerate(nodes, 1)})
    route = list(library.nodes)
    found = tell(Comparer(library, bundled.vocabulary()), route)
    assert_told_once(found, library, route)


@pytest.mark.parametrize(
    "route",
    [
        [f"ict-{grade}" for grade in range(6, 15)],
        ["ict-14", "head-of-technology", "head-of-profession", "ict-6"],
        [f"leadership-{level}" for level in range(7, 0, -1)],
    ],
)
def test_no_thread_of_the_bundled_frameworks_is_told_twice(route: list[str]) -> None:
    assert_told_once(tell(bundled.comparer(), route), bundled.library(), route)


def assert_told_once(story: Story, library: Library, route: list[str]) -> None:
    told = [
        (node, cell.id)
        for dimension in story.dimensions
        for thread in dimension.threads
        for node, cell in zip(route, thread.cells, strict=True)
        if cell
    ]
    assert sorted(told) == sorted(
        (node, s.id) for node in route for s in library.statements_of(node)
    )
    for dimension in story.dimensions:
        for thread in dimension.threads:
            assert thread.first.dimensions[0] == dimension.dimension.id
            assert len(thread.changes) == len(route) - 1
            for change, before, after in zip(
                thread.changes, thread.cells, thread.cells[1:], strict=False
            ):
                assert (
                    (change.before, change.after) == (before, after)
                    if change
                    else before is after is None
                )
            assert thread.told in thread.cells
            fate(thread, story.nodes)


def test_people_management_in_the_ict_family_is_one_thread_that_changes_four_times() -> None:
    found = tell(bundled.comparer(), [f"ict-{grade}" for grade in range(6, 15)])
    (chapter,) = about(found, "people-management").chapters
    (one,) = chapter.threads
    assert [(found.nodes[event.place].id, event.verdict.value) for event in one.events] == [
        ("ict-8", "raised"),
        ("ict-9", "changed"),
        ("ict-10", "raised"),
        ("ict-12", "raised"),
    ]
    assert about(found, "health-and-safety").chapters == ()
