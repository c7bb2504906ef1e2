from __future__ import annotations

import random

from drawing import ladder
from pathways.model.circles import circle_problem, circles, groups
from pathways.model.problem import Severity
from pathways.model.step import Step


def steps(drawing: str) -> list[Step]:
    return [Step(source=pair.split(">")[0], target=pair.split(">")[1]) for pair in drawing.split()]


def test_steps_that_only_rise_have_no_circle() -> None:
    assert circles(steps("a>b b>c a>c c>d")) == []


def test_no_steps_have_no_circle() -> None:
    assert circles([]) == []


def test_a_circle_starts_at_the_node_that_stands_first() -> None:
    assert circles(steps("b>c c>a a>b")) == [("b", "c", "a")]
    assert circles(steps("b>c c>a a>b"), order="abc") == [("a", "b", "c")]


def test_the_shortest_circle_through_the_first_node_is_told() -> None:
    assert circles(steps("a>b b>c c>d d>a c>a")) == [("a", "b", "c")]


def test_a_step_to_itself_is_a_circle_of_one() -> None:
    assert circles(steps("a>b b>b")) == [("b",)]


def test_each_group_gives_one_circle_in_order() -> None:
    assert circles(steps("d>e e>d x>d a>b b>a b>c"), order="abcdex") == [("a", "b"), ("d", "e")]


def test_two_circles_through_one_node_are_one_group() -> None:
    assert circles(steps("a>b b>a a>c c>a")) == [("a", "b")]


def test_a_circle_of_five_thousand_steps_is_found_without_recursion() -> None:
    ring = [Step(source=str(i), target=str((i + 1) % 5000)) for i in range(5000)]
    assert circles(ring) == [tuple(str(i) for i in range(5000))]


def test_groups_are_those_that_can_reach_each_other() -> None:
    for seed in range(60):
        chance = random.Random(seed)
        nodes = [str(i) for i in range(9)]
        ways = {a: [b for b in nodes if chance.random() < 0.15] for a in nodes}
        reach = {a: _reached(a, ways) for a in nodes}
        expected = {frozenset([a, *(b for b in reach[a] if a in reach[b])]) for a in nodes}
        assert {frozenset(group) for group in groups(ways)} == expected


def _reached(start: str, ways: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for target in ways[waiting.pop()]:
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def test_the_sentence_names_the_circle_and_says_what_to_do() -> None:
    library = ladder("6-7-8 7-6")
    problem = circle_problem(library, circles(library.steps, library.nodes)[0])
    assert problem.message == "Grade 6 → Grade 7 → Grade 6: these steps go round in a circle."
    assert "steps" in problem.advice
    assert problem.severity is Severity.WARNING


def test_the_sentence_names_the_frameworks_where_there_are_several() -> None:
    library = ladder("6-7", "7~8 8~6")
    message = circle_problem(library, circles(library.steps, library.nodes)[0]).message
    assert message.startswith(
        "Grade 6 (Framework 1) → Grade 7 (Framework 1) → Grade 8 (Framework 2) → Grade 6 "
        "(Framework 1)"
    )


def test_a_long_circle_leaves_out_its_middle() -> None:
    library = ladder("1-2-3-4-5-6-7-8-9-10-11 11-1")
    message = circle_problem(library, circles(library.steps, library.nodes)[0]).message
    assert message.startswith(
        "Grade 1 → Grade 2 → Grade 3 → Grade 4 → Grade 5 → Grade 6 → … → Grade 11 → Grade 1:"
    )
