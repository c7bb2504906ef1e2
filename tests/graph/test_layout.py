from __future__ import annotations

import itertools
import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawing import ladder, permuted
from pathways import paths
from pathways.errors import UsageError
from pathways.graph.layout.layout import Direction, arrange, neighbour
from pathways.graph.layout.measures import Measures
from pathways.graph.layout.places import MapLayout, NodePlace
from pathways.model.circles import groups
from pathways.model.framework import NodeKind
from pathways.model.library import Library
from pathways.model.step import Step

HEADS = ("14~tech", "14~prof", "14~data")
TESTS = Path(__file__).resolve().parent.parent


DIRECTIONS: tuple[Direction, ...] = ("up", "down", "left", "right")


def levels(drawing: str, *before: str) -> Library:
    """Draw frameworks, the last of them of levels."""
    *others, last = ladder(*before, drawing).frameworks
    nodes = tuple(msgspec.structs.replace(node, kind=NodeKind.LEVEL) for node in last.nodes)
    return Library.merge([*others, msgspec.structs.replace(last, nodes=nodes)], ())


def families(sizes: list[int]) -> Library:
    """Draw one framework of separate families with so many nodes each."""
    return ladder(
        " ".join("-".join(f"f{i}.{j}" for j in range(size)) for i, size in enumerate(sizes))
    )


@st.composite
def libraries(draw: st.DrawFn, most: int = 4) -> Library:
    """Draw frameworks of a few ladders each, with some steps between any two nodes, cyclic ones
    too.
    """
    drawings = []
    known: list[str] = []
    for number in range(draw(st.integers(1, most))):
        parts = []
        for ladder_number, size in enumerate(
            draw(st.lists(st.integers(1, 5), min_size=1, max_size=4))
        ):
            nodes = [f"{'abcd'[number]}{ladder_number}.{i}" for i in range(size)]
            parts.append("-".join(nodes))
            known += nodes
        ends = st.tuples(st.sampled_from(known), st.sampled_from(known))
        parts += [f"{a}={b}" for a, b in dict.fromkeys(draw(st.lists(ends, max_size=5)))]
        drawings.append(" ".join(parts))
    return ladder(*drawings)


def overlap(first: object, second: object) -> bool:
    a, b = ((box.x, box.y, box.x + box.width, box.y + box.height) for box in (first, second))  # type: ignore[attr-defined]
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def inside(inner: object, outer: object) -> bool:
    a, b = ((box.x, box.y, box.x + box.width, box.y + box.height) for box in (inner, outer))  # type: ignore[attr-defined]
    return bool(b[0] <= a[0] and b[1] <= a[1] and a[2] <= b[2] and a[3] <= b[3])


def crosses(line: tuple[tuple[float, float], tuple[float, float]], box: NodePlace) -> bool:
    (x1, y1), (x2, y2) = line
    across = max(x1, x2) > box.x and min(x1, x2) < box.x + box.width
    return across and max(y1, y2) > box.y and min(y1, y2) < box.y + box.height


def cyclic(library: Library) -> set[tuple[str, str]]:
    """Return the steps that lie on a cycle."""
    ways: dict[str, list[str]] = {node: [] for node in library.nodes}
    for step in library.steps:
        ways[step.source].append(step.target)
    group = {node: number for number, nodes in enumerate(groups(ways)) for node in nodes}
    return {
        (step.source, step.target)
        for step in library.steps
        if group[step.source] == group[step.target]
    }


def check(library: Library, layout: MapLayout) -> None:
    """Check all that holds of every map."""
    lanes = {lane.framework_id: lane for lane in layout.lanes}
    labels = [label for lane in layout.lanes for label in lane.labels]
    assert [place.node_id for place in layout.places] == list(library.nodes)
    assert [lane.framework_id for lane in layout.lanes] == [
        framework.id for framework in library.frameworks
    ]
    assert [edge.step for edge in layout.edges] == list(library.steps)
    for a, b in itertools.combinations([*layout.places, *labels], 2):
        assert not overlap(a, b), (a, b)
    for a, b in itertools.combinations(layout.lanes, 2):
        assert not overlap(a, b), (a, b)
    for place in layout.places:
        lane = lanes[place.lane]
        assert inside(place, lane)
        assert place.y >= lane.y + lane.header
    for lane in layout.lanes:
        assert lane.x >= 0
        assert lane.y >= 0
        assert lane.x + lane.width <= layout.width
        assert lane.y + lane.height <= layout.height
        assert all(inside(label, lane) and label.y >= lane.y + lane.header for label in lane.labels)
    on_cycles = cyclic(library)
    for edge in layout.edges:
        source, target = layout.by_id[edge.step.source], layout.by_id[edge.step.target]
        if (edge.step.source, edge.step.target) not in on_cycles:
            assert source.rank < target.rank
            assert source.y > target.y
        assert edge.points[0][0] in (source.x, source.centre[0], source.x + source.width)
        assert target.x < edge.points[-1][0] < target.x + target.width
        assert edge.points[-1][1] == target.y + target.height
        for x, y in edge.points:
            assert 0 <= x <= layout.width
            assert 0 <= y <= layout.height
        for line in itertools.pairwise(edge.points):
            assert line[0][0] == line[1][0] or line[0][1] == line[1][1]
            for place in layout.places:
                assert not crosses(line, place), (edge, place)


@settings(max_examples=150, deadline=None)
@given(libraries())
def test_nothing_overlaps_and_no_line_crosses_a_box(library: Library) -> None:
    check(library, arrange(library))


@settings(max_examples=40, deadline=None)
@given(
    libraries(),
    st.sampled_from([0.75, 2.0, 3.0]),
    st.sampled_from([(1040.0, 520.0), (400.0, 900.0)]),
)
def test_it_holds_for_any_text_size_and_room(
    library: Library, factor: float, room: tuple[float, float]
) -> None:
    check(library, arrange(library, measures=Measures().scaled(factor), room=room))


@settings(max_examples=150, deadline=None)
@given(libraries(), st.sampled_from([250.0, 500.0, 2000.0]), st.sampled_from([1040.0, 2400.0]))
def test_boxes_that_take_the_room_beside_them_overlap_nothing_and_are_reached(
    library: Library, wanted: float, wide: float
) -> None:
    wants = dict.fromkeys(library.nodes, wanted)
    needs = dict.fromkeys(library.nodes, 120.0)
    layout = arrange(library, room=(wide, 520.0), needs=needs, wants=wants)
    check(library, layout)
    check(library, arrange(library, needs=needs, wants=wants, shape=layout.shape))
    ways = {
        node: [to for direction in DIRECTIONS if (to := neighbour(layout, node, direction))]
        for node in library.nodes
    }
    assert [len(group) for group in groups(ways)] == [len(library.nodes)]


@settings(max_examples=60, deadline=None)
@given(libraries(most=3))
def test_the_order_of_the_frameworks_changes_nothing_inside_a_lane(library: Library) -> None:
    def inner(layout: MapLayout) -> dict[str, tuple[float, int]]:
        left = {lane.framework_id: lane.x for lane in layout.lanes}
        return {place.node_id: (place.x - left[place.lane], place.rank) for place in layout.places}

    expected = inner(arrange(library))
    assert set(expected) == set(library.nodes)
    others = list(permuted(library))
    assert bool(others) is (len(library.frameworks) > 1)
    for other in others:
        assert inner(arrange(other)) == expected


@settings(max_examples=30, deadline=None)
@given(libraries())
def test_the_same_library_gives_the_same_map(library: Library) -> None:
    assert arrange(library) == arrange(library)


def test_the_map_is_the_same_on_every_start() -> None:
    program = (
        "from drawing import ladder\n"
        "from pathways.graph.layout.layout import arrange\n"
        "print(arrange(ladder('a-b-c-d e-f b-e f-d', 'g-h c~g', 'i-j-k j~a h~k', 'l', 'm')))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TESTS)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1


def test_arranging_loads_neither_qt_nor_networkx() -> None:
    program = (
        "import sys\n"
        "from drawing import ladder\n"
        "from pathways.graph.layout.layout import arrange\n"
        "arrange(ladder('6-7', '7~head'))\n"
        "assert not {'networkx', 'PySide6'} & set(sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)


def test_an_empty_library_is_an_empty_map() -> None:
    assert arrange(ladder()) == MapLayout((), (), (), 0, 0)


def test_the_lowest_grade_stands_at_the_bottom() -> None:
    layout = arrange(ladder("6-7-8"))
    assert [place.rank for place in layout.places] == [0, 1, 2]
    assert [place.node_id for place in sorted(layout.places, key=lambda place: -place.y)] == [
        "6",
        "7",
        "8",
    ]
    assert len({place.x for place in layout.places}) == 1


def test_a_step_to_the_next_grade_is_one_straight_line() -> None:
    (edge,) = arrange(ladder("6-7")).edges
    assert len(edge.points) == 2


def test_rank_is_the_longest_way_up() -> None:
    layout = arrange(ladder("a-b-c-d x-d a=d"))
    assert {place.node_id: place.rank for place in layout.places} == {
        "a": 0,
        "b": 1,
        "c": 2,
        "d": 3,
        "x": 2,
    }


def test_a_ladder_that_joins_another_higher_up_stands_right_below_it() -> None:
    layout = arrange(ladder("6-7-8-9-10", "a-b 9~b"))
    assert layout.by_id["b"].rank == layout.by_id["10"].rank == 4
    assert layout.by_id["a"].rank == 3


def test_in_a_circle_the_order_of_the_file_rises() -> None:
    layout = arrange(ladder("6-7-8 8-6 7-7"))
    assert [place.rank for place in layout.places] == [0, 1, 2]


def test_roles_of_other_organisations_stand_side_by_side_above_the_grade_that_leads_to_them() -> (
    None
):
    layout = arrange(ladder("12-13-14", *HEADS))
    heads = [layout.by_id[node] for node in ("tech", "prof", "data")]
    assert len({head.y for head in heads}) == 1
    assert len({head.x for head in heads}) == 3
    assert all(head.y + head.height < layout.by_id["14"].y for head in heads)
    assert all(lane.single and lane.header > 0 for lane in layout.lanes[1:])
    assert [lane.organisation for lane in layout.lanes[1:]] == [
        "Organisation 2",
        "Organisation 3",
        "Organisation 4",
    ]


def test_many_such_roles_take_several_rows() -> None:
    layout = arrange(ladder("6-7-8-9-10-11-12-13-14", *(f"14~h{number}" for number in range(12))))
    assert len({layout.by_id[f"h{number}"].y for number in range(12)}) > 1
    assert layout.width / layout.height < 3


def test_levels_that_no_step_joins_to_grades_get_small_boxes_in_the_room_that_is_left() -> None:
    alone = arrange(ladder("6-7-8-9-10-11-12-13-14", *HEADS))
    layout = arrange(levels("l1-l2-l3-l4-l5-l6-l7", "6-7-8-9-10-11-12-13-14", *HEADS))
    assert (layout.width, layout.height) == (alone.width, alone.height)
    assert layout.by_id["l1"].height < layout.by_id["6"].height
    assert layout.by_id["l7"].y > layout.by_id["tech"].y


def test_levels_that_steps_join_to_grades_are_as_large_as_these() -> None:
    layout = arrange(levels("l1-l2 l2~7", "6-7"))
    assert layout.by_id["l1"].height == layout.by_id["6"].height


def test_families_are_columns_with_their_names_above() -> None:
    layout = arrange(ladder("a-b c-d-e"))
    (lane,) = layout.lanes
    (label,) = lane.labels
    assert label.title == "family-2"
    assert label.x == layout.by_id["e"].x
    assert label.y + label.height <= layout.by_id["e"].y


def test_a_title_stands_right_above_the_highest_box_or_name() -> None:
    layout = arrange(ladder("a-b-c d"))
    (lane,) = layout.lanes
    assert layout.by_id["c"].y == lane.y + lane.header
    (lane,) = arrange(ladder("a d-e-f")).lanes
    assert lane.labels[0].y == lane.y + lane.header


def test_fifty_two_families_fill_the_room_in_several_rows() -> None:
    library = families([1 + number * 7 % 6 for number in range(52)])
    layout = arrange(library)
    check(library, layout)
    assert 1 < layout.width / layout.height < 4


def test_one_joined_family_does_not_stretch_the_others() -> None:
    sizes = " ".join("-".join(f"f{i}.{j}" for j in range(4)) for i in range(20))
    library = ladder("6-7-8", f"{sizes} 7~f3.2")
    layout = arrange(library)
    check(library, layout)
    assert layout.width / layout.height < 4


def test_columns_that_steps_join_stand_beside_each_other() -> None:
    layout = arrange(ladder("a1-a2-a3 b1-b2-b3 c1-c2-c3 d1-d2-d3 a1=d2 a2=d3 d1=b2 d2=b3"))
    a, b, d = (layout.by_id[node].x for node in ("a1", "b1", "d1"))
    assert abs(a - d) == abs(b - d) == Measures().pitch


def test_a_lines_own_room_keeps_titles_readable() -> None:
    checked = 0
    layout = arrange(ladder("1-2-3-4-5", "a-b-c-d 2~b c~4", "x-y-z d~z 5~y 1~z"))
    for edge in layout.edges:
        for (x1, y1), (x2, y2) in itertools.pairwise(edge.points):
            for lane in layout.lanes:
                in_header = lane.y < y1 < lane.y + lane.header
                checked += 1
                assert not (
                    y1 == y2
                    and in_header
                    and max(x1, x2) > lane.x
                    and min(x1, x2) < lane.x + lane.width
                )
    assert checked


@pytest.mark.skipif(
    not (paths.data() / "leadership.yaml").is_file(), reason="the bundled frameworks are not here"
)
def test_the_bundled_frameworks_fit_a_small_window() -> None:
    from pathways.workspace.workspace import Workspace

    library = Workspace.open().library
    layout = arrange(library)
    check(library, layout)
    assert len(layout.places) == 19
    assert layout.width <= 1000
    assert layout.height <= 560
    assert layout.by_id["head-of-technology"].y < layout.by_id["ict-14"].y


@pytest.mark.skipif(
    not (paths.data() / "leadership.yaml").is_file(), reason="the bundled frameworks are not here"
)
def test_a_ladder_takes_the_room_under_the_heads_and_levels_make_way_for_it() -> None:
    from pathways.workspace.workspace import Workspace

    library = Workspace.open().library
    needs = dict.fromkeys(library.nodes, 200.0)
    grades = [node for node in library.nodes if node.startswith("ict-")]
    measures, room = Measures(height=24, gap=14, gutter=20), (1035.0, 430.0)
    plain = arrange(library, measures=measures, room=room, needs=needs)
    layout = arrange(
        library, measures=measures, room=room, needs=needs, wants=dict.fromkeys(grades, 900.0)
    )
    check(library, layout)
    assert {layout.by_id[node].width for node in grades} == {layout.by_id["ict-6"].width}
    assert layout.by_id["ict-6"].width > 1.4 * plain.by_id["ict-6"].width
    assert layout.by_id["ict-6"].width > layout.by_id["head-of-technology"].width
    assert (layout.width, layout.height) <= (room[0], plain.height)
    assert neighbour(layout, "ict-9", "right") == "leadership-4"
    assert neighbour(layout, "leadership-4", "left") in grades


def test_two_thousand_nodes_take_no_time() -> None:
    for library in (families([4] * 500), ladder("-".join(f"n{i}" for i in range(2000)))):
        began = time.perf_counter()
        layout = arrange(library)
        assert time.perf_counter() - began < 30  # it ends; how fast is for the benchmarks
        assert len(layout.places) == 2000


@settings(max_examples=80, deadline=None)
@given(libraries())
def test_arrows_lead_from_every_node_to_every_other(library: Library) -> None:
    layout = arrange(library)
    ways = {
        node: [to for direction in DIRECTIONS if (to := neighbour(layout, node, direction))]
        for node in library.nodes
    }
    assert [len(group) for group in groups(ways)] == [len(library.nodes)]


@settings(max_examples=40, deadline=None)
@given(libraries())
def test_an_arrow_goes_where_it_points(library: Library) -> None:
    layout = arrange(library)
    assert set(layout.by_id) == set(library.nodes)
    for node, here in layout.by_id.items():
        places = {direction: neighbour(layout, node, direction) for direction in DIRECTIONS}
        there = {direction: layout.by_id[to] for direction, to in places.items() if to}
        assert all(there[d].y < here.y for d in ("up",) if d in there)
        assert all(there[d].y > here.y for d in ("down",) if d in there)
        assert all(there[d].x < here.x for d in ("left",) if d in there)
        assert all(there[d].x > here.x for d in ("right",) if d in there)


def test_arrows_climb_the_ladder_and_go_on_along_a_step() -> None:
    layout = arrange(ladder("12-13-14", *HEADS))
    assert neighbour(layout, "12", "up") == "13"
    assert neighbour(layout, "14", "down") == "13"
    assert neighbour(layout, "14", "up") == "tech"
    assert neighbour(layout, "14", "right") == "tech"
    assert neighbour(layout, "tech", "down") == "14"
    assert neighbour(layout, "tech", "right") == "prof"
    assert neighbour(layout, "12", "left") is None
    assert neighbour(layout, "12", "down") is None
    assert neighbour(layout, "data", "right") is None


def test_an_arrow_from_an_unknown_node_gets_did_you_mean() -> None:
    with pytest.raises(UsageError, match="Did you mean tech"):
        neighbour(arrange(ladder("14-tech")), "tehc", "up")


def test_a_step_is_an_edge_even_where_the_same_nodes_are_joined_both_ways() -> None:
    library = ladder("a-b b=a")
    layout = arrange(library)
    check(library, layout)
    assert [(edge.step.source, edge.step.target) for edge in layout.edges] == [
        ("a", "b"),
        ("b", "a"),
    ]
    assert isinstance(layout.edges[0].step, Step)
