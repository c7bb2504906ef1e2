from __future__ import annotations

import itertools
import time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawing import ladder
from pathways.errors import UsageError
from pathways.graph.progression import progression
from pathways.graph.routes import (
    Route,
    all_routes,
    nearest_ways,
    no_route_sentence,
    shortest_route,
)
from pathways.model.library import Library
from pathways.model.step import StepKind


def nodes(*routes: Route | None) -> list[str]:
    return [" ".join(route.nodes) if route else "none" for route in routes]


def test_the_shortest_route_has_the_fewest_steps() -> None:
    route = shortest_route(progression(ladder("6-7-8-9 6=8")), "6", "9")
    assert route is not None
    assert nodes(route) == ["6 8 9"]
    assert [(step.source, step.target, step.kind) for step in route.steps] == [
        ("6", "8", StepKind.CAREER_GRADED),
        ("8", "9", StepKind.NEXT_GRADE),
    ]


def test_among_equals_a_stated_step_is_better_than_an_indicative_one() -> None:
    graph = progression(ladder("a~b b-z a-c c-z"))
    assert nodes(shortest_route(graph, "a", "z")) == ["a c z"]


def test_an_indicative_step_is_better_than_one_more_step() -> None:
    assert nodes(shortest_route(progression(ladder("a-b-c-d a~c~d")), "a", "d")) == ["a c d"]


def test_among_equals_the_library_decides_not_the_drawing_of_the_steps() -> None:
    assert nodes(shortest_route(progression(ladder("a b c z a=c c=z a=b b=z")), "a", "z")) == [
        "a b z"
    ]
    assert nodes(shortest_route(progression(ladder("a c b z a=c c=z a=b b=z")), "a", "z")) == [
        "a c z"
    ]


def test_all_routes_come_shortest_first_and_then_in_library_order() -> None:
    graph = progression(ladder("a-b-c-d a=c b=d"))
    assert nodes(*all_routes(graph, "a", "d")) == ["a b d", "a c d", "a b c d"]


def test_no_route_visits_a_node_twice() -> None:
    graph = progression(ladder("a-b-c b-a c-b c-d"))
    assert nodes(*all_routes(graph, "a", "d")) == ["a b c d"]


def test_kinds_of_moves_can_be_chosen() -> None:
    graph = progression(ladder("a-b-c a^c"))
    assert nodes(*all_routes(graph, "a", "c", kinds={StepKind.NEXT_GRADE})) == ["a b c"]
    assert nodes(*all_routes(graph, "a", "c", kinds=[StepKind.ACTING_UP])) == ["a c"]
    assert all_routes(graph, "a", "c", kinds=()) == ()
    assert shortest_route(graph, "a", "c", kinds={StepKind.SECONDMENT}) is None


def test_indicative_steps_can_be_left_out() -> None:
    graph = progression(ladder("13-14", "14~head"))
    assert shortest_route(graph, "13", "head", indicative=False) is None
    assert nodes(shortest_route(graph, "13", "head")) == ["13 14 head"]
    assert nodes(shortest_route(graph, "13", "14", indicative=False)) == ["13 14"]


def test_a_route_says_whether_any_step_is_indicative() -> None:
    graph = progression(ladder("13-14", "14~head"))
    assert [
        route.indicative for end in ("14", "head") for route in all_routes(graph, "13", end)
    ] == [False, True]


def test_routes_are_bounded_in_steps_and_in_number() -> None:
    graph = progression(ladder("a-b-c-d a=c b=d a=d"))
    assert nodes(*all_routes(graph, "a", "d", most_steps=2)) == ["a d", "a b d", "a c d"]
    assert nodes(*all_routes(graph, "a", "d", most_routes=2)) == ["a d", "a b d"]
    assert all_routes(graph, "a", "d", most_routes=0) == ()
    assert all_routes(graph, "a", "d", most_steps=0) == ()


def test_no_route_is_none_and_no_routes_are_an_empty_tuple() -> None:
    graph = progression(ladder("6-7", "a"))
    assert shortest_route(graph, "7", "6") is None
    assert all_routes(graph, "6", "a") == ()


@settings(max_examples=80, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=16))
def test_all_routes_are_those_that_trying_every_order_finds(
    drawn: set[tuple[int, int, bool]],
) -> None:
    names = "abcdef"
    joined = {(a, b): indicative for a, b, indicative in sorted(drawn) if a != b}
    signs = (
        f"{names[a]}{'~' if indicative else '='}{names[b]}" for (a, b), indicative in joined.items()
    )
    graph = progression(ladder(" ".join([*names, *signs])))
    tried = []
    for between in range(5):
        for middle in itertools.permutations(range(1, 5), between):
            order = (0, *middle, 5)
            steps = list(itertools.pairwise(order))
            if all(step in joined for step in steps):
                tried.append((len(steps), sum(joined[step] for step in steps), order))
    expected = ["".join(names[i] for i in order) for _steps, _indicative, order in sorted(tried)]
    assert [
        "".join(route.nodes) for route in all_routes(graph, "a", "f", most_routes=1000)
    ] == expected
    best = shortest_route(graph, "a", "f")
    assert (["".join(best.nodes)] if best else []) == expected[:1]


def test_a_thicket_of_cycles_cannot_run_for_ever() -> None:
    thicket = " ".join(f"{a}={b}" for a in range(16) for b in range(16) if a != b)
    graph = progression(ladder(f"{thicket} 15=gate gate=end 0=end gate=0"))
    began = time.perf_counter()
    assert len(all_routes(graph, "0", "end", most_routes=10_000)) > 100
    assert time.perf_counter() - began < 30  # it ends


def test_two_thousand_nodes_take_no_time() -> None:
    rungs = "-".join(str(i) for i in range(2000))
    graph = progression(ladder(rungs))
    route = shortest_route(graph, "0", "1999")
    assert route is not None
    assert len(route.steps) == 1999


@pytest.mark.parametrize(
    ("source", "target"), [("head-of-tehcnology", "6"), ("6", "head-of-tehcnology")]
)
def test_an_unknown_node_gets_did_you_mean(source: str, target: str) -> None:
    graph = progression(ladder("6-head.of.technology"))
    for find in (shortest_route, all_routes):
        with pytest.raises(
            UsageError,
            match=r"no grade or role “head-of-tehcnology”. Did you mean head.of.technology",
        ):
            find(graph, source, target)


def test_a_route_needs_two_ends() -> None:
    with pytest.raises(UsageError, match="“6” was given for both ends"):
        shortest_route(progression(ladder("6-7")), "6", "6")


def test_no_route_is_said_in_a_sentence() -> None:
    assert no_route_sentence(ladder("6-7", "a"), "6", "a") == (
        "No route leads from Grade 6 to A. These two are not linked in either direction. You can still compare them."
    )


def test_a_route_the_other_way_is_told() -> None:
    library = ladder("6-7-8")
    assert no_route_sentence(library, "8", "6") == (
        "No route leads from Grade 8 to Grade 6. There is one the other way, from Grade 6 to Grade "
        "8, of 2 steps."
    )
    assert no_route_sentence(library, "7", "6").endswith("from Grade 6 to Grade 7, of 1 step.")


def test_a_route_that_only_other_moves_make_is_told() -> None:
    assert no_route_sentence(ladder("13-14", "14~head"), "13", "head", indicative=False) == (
        "No route from Grade 13 to Head uses only the moves that you allow. "
        "With every kind of move there is one of 2 steps."
    )


def test_nodes_of_one_title_are_told_apart_by_their_frameworks() -> None:
    library = ladder("a", "b")
    same = [
        msgspec.structs.replace(
            framework, nodes=(msgspec.structs.replace(framework.nodes[0], title="Level"),)
        )
        for framework in library.frameworks
    ]
    assert no_route_sentence(Library.merge(same, ()), "a", "b") == (
        "No route leads from Level (Framework 1) to Level (Framework 2). "
        "These two are not linked in either direction. You can still compare them."
    )


def test_fifty_routes_are_found_where_nobody_asks_for_another_number() -> None:
    thicket = " ".join(f"{a}={b}" for a in range(7) for b in range(7) if a < b)
    many = progression(ladder(f"{thicket} 0=x x=6 0=y y=6 x=5 y=5 x=4 y=4 x=3 y=3 x=2 y=2"))
    assert len(all_routes(many, "0", "6")) == 50
    assert len(all_routes(many, "0", "6", most_routes=1000)) > 51


def test_a_way_back_of_steps_that_no_document_states_is_told_unless_they_are_left_out() -> None:
    library = ladder("13-14", "14~head")
    assert no_route_sentence(library, "head", "13").endswith("from Grade 13 to Head, of 2 steps.")
    assert "not linked" in no_route_sentence(library, "head", "13", indicative=False)


def test_a_long_route_of_steps_that_no_document_states_is_no_longer_than_it_is() -> None:
    rungs = progression(ladder("a~b~c~d"))
    assert nodes(*all_routes(rungs, "a", "d", most_steps=3)) == ["a b c d"]
    assert all_routes(rungs, "a", "d", most_steps=2) == ()

    graph = progression(ladder("6-7-8 9-8 9-10"))
    assert nearest_ways(graph, "6", "10") == (("6", "8"), ("9", "10"))


def test_downward_the_nearest_way_is_the_one_that_leads_to_the_aim() -> None:
    graph = progression(ladder("6-7-8-9"))
    assert nearest_ways(graph, "9", "7") == (("6", "7"),)
    assert nearest_ways(graph, "8", "6") == ()


def test_into_a_family_that_nothing_links_the_nearest_way_is_the_last_step_to_the_aim() -> None:
    graph = progression(ladder("6-7 a-b-c"))
    assert nearest_ways(graph, "6", "c") == (("b", "c"),)
    assert nearest_ways(graph, "6", "a") == ()


def test_the_nearest_ways_use_the_moves_that_are_allowed() -> None:
    graph = progression(ladder("a-b b~c c-d"))
    assert nearest_ways(graph, "a", "d", indicative=False) == (("c", "d"),)
