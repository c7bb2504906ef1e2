from __future__ import annotations

import itertools
import os
import subprocess
import sys
import time
from pathlib import Path

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from drawing import ladder
from pathways.graph.progression import cycles, progression, step_between
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
    assert cycles(graph) == []


def test_a_ladder_has_no_cycle() -> None:
    library = ladder("6-7-8-9 6-8 7-9")
    assert cycles(progression(library)) == []
    assert list(circles(library.steps, library.nodes)) == []


def test_a_cycle_starts_at_its_first_node_in_the_library() -> None:
    assert cycles(progression(ladder("6-7-8 8-6"))) == [["6", "7", "8"]]
    assert cycles(progression(ladder("8-6 6-7-8"))) == [["8", "6", "7"]]


def test_all_cycles_are_named_the_shortest_first() -> None:
    assert cycles(progression(ladder("1-2-3-4 4-1 2-1 3-3"))) == [
        ["3"],
        ["1", "2"],
        ["1", "2", "3", "4"],
    ]


@settings(max_examples=60, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=14))
def test_cycles_are_exactly_those_that_trying_every_order_finds(
    joined: set[tuple[int, int]],
) -> None:
    names = "abcdef"
    drawing = " ".join([*names, *(f"{names[a]}={names[b]}" for a, b in sorted(joined))])
    tried = {
        order
        for length in range(1, 7)
        for order in itertools.permutations(range(6), length)
        if order[0] == min(order)
        and all((a, b) in joined for a, b in zip(order, (*order[1:], order[0]), strict=True))
    }
    found = cycles(progression(ladder(drawing)), most=10_000)
    assert {tuple(names.index(node) for node in cycle) for cycle in found} == tried
    assert len(found) == len(tried)


def test_a_thicket_of_cycles_is_cut_short_and_no_group_is_left_out() -> None:
    thicket = " ".join(f"{a}={b}" for a in range(14) for b in range(14) if a != b)
    began = time.perf_counter()
    found = cycles(progression(ladder(f"{thicket} x=y y=x")), most=30)
    assert time.perf_counter() - began < 30  # it ends
    assert len(found) == 30
    assert ["x", "y"] in found


def test_cycles_come_out_the_same_on_every_start() -> None:
    program = (
        "from drawing import ladder\n"
        "from pathways.graph.progression import cycles, progression\n"
        "drawing = ' '.join(f'{a}={b}' for a in 'abcdefg' for b in 'abcdefg' if a != b)\n"
        "print(cycles(progression(ladder(drawing)), most=12))"
    )
    tests = str(Path(__file__).resolve().parent.parent)
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": tests},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1


def test_a_cycle_is_reported_in_a_sentence_with_advice() -> None:
    library = ladder("6-7 7-6")
    (circle,) = circles(library.steps, library.nodes)
    problem = circle_problem(library, circle)
    assert problem.message == "Grade 6 → Grade 7 → Grade 6: these steps go round in a circle."
    assert problem.advice


def test_the_graph_is_plain_enough_for_networkx_to_sort_it() -> None:
    graph = progression(ladder("6-7-8", "8~head"))
    assert list(networkx.topological_sort(graph)) == ["6", "7", "8", "head"]
