"""Ways from the shortest on, as networkx has them, and chains that are as good as any there are."""

from __future__ import annotations

import functools
import itertools

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.model.team import Post, Team
from pathways.planning import people, shortest_ways
from pathways.planning.needs import Situation, nodes_of_post
from pathways.planning.people import new_team
from pathways.planning.succession import Chain, Succession
from teams import comparer, situation

nodes = st.integers(0, 7)
graphs = st.lists(st.tuples(nodes, nodes, st.sampled_from([0, 1, 1_000, 1_000_000])), max_size=30)


def drawn(edges: list[tuple[int, int, int]]) -> networkx.DiGraph:
    graph = networkx.DiGraph()
    graph.add_nodes_from((0, 7))
    for source, target, weight in edges:
        if source != target:
            graph.add_edge(source, target, weight=weight)
    return graph


def weight(graph: networkx.DiGraph, way: tuple[int, ...]) -> int:
    return sum(graph.edges[pair]["weight"] for pair in itertools.pairwise(way))


@pytest.mark.parametrize("most", [4_000, 3])
@given(edges=graphs)
@settings(max_examples=60)
def test_the_same_ways_come_in_the_same_order_of_weight(
    most: int, edges: list[tuple[int, int, int]]
) -> None:
    graph = drawn(edges)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(shortest_ways, "_MOST", most)  # 3: networkx goes on after a few
        found = list(shortest_ways.shortest_ways(graph, 0, 7))
    try:
        every = list(networkx.shortest_simple_paths(graph, 0, 7, weight="weight"))
    except networkx.NetworkXNoPath:
        every = []
    assert sorted(found) == sorted(map(tuple, every)), "each once"
    weights = [weight(graph, way) for way in found]
    assert weights == sorted(weights)


grades = st.integers(6, 10)
crews = st.lists(
    st.tuples(grades, st.sampled_from([0, 1, 2, -1]), st.booleans(), st.booleans()),
    min_size=1, max_size=6,
)  # fmt: skip


def crew(drawn_people: list[tuple[int, int, bool, bool]], vacant: list[int]) -> Team:
    made = new_team("Crew")
    for number, (grade, up, holds, holds_two) in enumerate(drawn_people):
        aim = f"ict-{grade + up}" if up else ""
        made = people.add_person(made, f"Person {number}", node=f"ict-{grade}", aim=aim)
        for _post in range(holds + (holds and holds_two)):
            made = people.add_post(made, "Post", node=f"ict-{grade}", holder=made.people[-1].id)
    for grade in vacant:
        made = people.add_post(made, "Vacant", node=f"ict-{grade}")
    return made


def could_take(where: Situation, post: Post) -> list[str]:
    """Return who could be in a chain for a post, told from the steps of the library alone."""
    at = nodes_of_post(where, post)
    below = {s.source for s in comparer().library.steps if s.target in at and s.source not in at}
    found = []
    for person in where.team.people:
        held = where.team.posts_of(person.id)
        aims = person.aim in at and person.node not in at
        free = person.node in at and not held
        fits = aims or free or person.node in below
        if fits and len(held) < 2 and person.id != post.holder:
            found.append(person.id)
    return found


def fewest_gaps(team: Team, fits: dict[str, list[str]], vacant: tuple[str, ...]) -> int:
    """Return with how many posts left to advertise one can do at best, by trying everything."""

    @functools.lru_cache(None)
    def left(waiting: tuple[str, ...], used: frozenset[str]) -> int:
        if not waiting:
            return 0
        post, *rest = waiting
        ways = [1 + left(tuple(rest), used)]
        for person in fits[post]:
            if person not in used:
                emptied = [one.id for one in team.posts_of(person) if one.id not in vacant]
                ways.append(left((*rest, *emptied), used | {person}))
        return min(ways)

    return left(vacant, frozenset())


@given(crews, st.lists(st.integers(7, 11), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_no_chain_of_a_small_team_leaves_fewer_posts_vacant_and_nobody_is_in_one_twice(
    drawn_people: list[tuple[int, int, bool, bool]], grades_vacant: list[int]
) -> None:
    team = crew(drawn_people, grades_vacant)
    where = situation(team)
    vacant = tuple(post.id for post in team.posts if not post.holder)
    fits = {post.id: could_take(where, post) for post in team.posts}
    chains = Succession(where).chains(vacant)
    assert chains[-1] == tuple(type(chains[0][0])(person="", post=post) for post in vacant)
    for chain in chains:
        named = [fill.person for fill in chain if fill.person]
        assert len(named) == len(set(named))
        emptied = {p.id for who in named for p in team.posts_of(who) if p.id not in vacant}
        assert sorted(fill.post for fill in chain) == sorted({*vacant, *emptied})
        assert all(fill.person in fits[fill.post] for fill in chain if fill.person)
    assert gaps(chains[0]) == fewest_gaps(team, fits, vacant) == min(map(gaps, chains))


def gaps(chain: Chain) -> int:
    return sum(not fill.person for fill in chain)
