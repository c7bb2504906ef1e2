from __future__ import annotations

import networkx

from drawing import ladder
from pathways.graph.progression import progression, step_between
from pathways.model.circles import circle_problem, circles
from pathways.model.step import Step, StepKind


def test_every_node_of_every_framework_is_there_with_its_facts() -> None:
    graph = progression(ladder("13-14", "14~head", "a"))
    assert list(graph) == ["13", "14", "head", "a"]
    assert graph.nodes["14"] == {
        "title": "Grade 14",
        "grade": "14",
        "kind": "grade",
        "framework": "framework-1",
        "organisation": "Organisation 1",
    }
    assert graph.nodes["head"]["organisation"] == "Organisation 2"


def test_an_edge_says_what_kind_of_move_it_is() -> None:
    graph = progression(ladder("13-14", "14~head 13^head"))
    assert graph.edges["13", "14"] == {"kind": "next-grade", "indicative": False, "note": ""}
    assert graph.edges["14", "head"] == {
        "kind": "across-organisations",
        "indicative": True,
        "note": "",
    }
    assert step_between(graph, "13", "head") == Step(
        source="13", target="head", kind=StepKind.ACTING_UP
    )


def test_an_empty_library_is_an_empty_graph() -> None:
    graph = progression(ladder())
    assert len(graph) == 0


def test_a_ladder_has_no_cycle() -> None:
    library = ladder("6-7-8-9 6-8 7-9")
    assert list(circles(library.steps, library.nodes)) == []


def test_a_cycle_is_reported_in_a_sentence_with_advice() -> None:
    library = ladder("6-7 7-6")
    (circle,) = circles(library.steps, library.nodes)
    problem = circle_problem(library, circle)
    assert problem.message == "Grade 6 → Grade 7 → Grade 6: these steps go round in a circle."
    assert problem.advice


def test_the_graph_is_plain_enough_for_networkx_to_sort_it() -> None:
    graph = progression(ladder("6-7-8", "8~head"))
    assert list(networkx.topological_sort(graph)) == ["6", "7", "8", "head"]
