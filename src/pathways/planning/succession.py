"""Who could follow in a post, and who after them: vacancy chains over people and posts."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING

import msgspec

from pathways.i18n import _
from pathways.model.team import Person, Post, Team
from pathways.planning.needs import Situation, nodes_of_post
from pathways.planning.people import name_key
from pathways.planning.shortest_ways import shortest_ways

if TYPE_CHECKING:
    import networkx

MOST = 5  # proposals: more than that nobody weighs up
_GAP = 1_000_000  # a post left to be advertised outweighs any number of moves
_EARLY = 1_000  # advertising although somebody could follow outweighs any chain that goes on
_TRIED = 8  # ways looked at for each vacancy where several fall vacant at once
_END = "end"


class Fit(str, Enum):
    """Why somebody could follow in a post."""

    AIMS = "aims"
    NEXT_STEP = "next-step"
    SAME_GRADE = "same-grade"
    TWO_STEPS = "two-steps"

    @property
    def word(self) -> str:
        """Return the reason in words for people."""
        return {
            Fit.AIMS: _("aims for it"),
            Fit.NEXT_STEP: _("one step away"),
            Fit.SAME_GRADE: _("is at this grade, without a post"),
            Fit.TWO_STEPS: _("two steps away"),
        }[self]


class Follower(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who could follow in a post; ``person`` is an id, ``steps`` how many steps away."""

    person: str
    fit: Fit
    steps: int


class Fill(msgspec.Struct, frozen=True, kw_only=True):
    """A link of a chain: who takes a post, both as ids; ``person`` is "" where it is advertised."""

    person: str
    post: str


Chain = tuple[Fill, ...]


class Succession:
    """The people and posts of a team as a graph: who could follow whom.

    ``without`` are ids of people who stay where they are. Nothing here ranks people.
    """

    def __init__(self, situation: Situation, without: Collection[str] = ()) -> None:
        self._situation = situation
        self._team: Team = situation.team
        self._without = set(without)
        self._below = situation.comparer.library.below
        self._at: dict[str, list[Person]] = {}
        self._aiming: dict[str, list[Person]] = {}
        for person in self._team.people:
            self._at.setdefault(person.node, []).append(person)
            self._aiming.setdefault(person.aim, []).append(person)

    def followers(self, post: Post) -> list[Follower]:
        """Return who could follow in a post, those two steps away too: first who aims for it, then
        by steps; else by name.
        """
        nodes = nodes_of_post(self._situation, post)
        found = self._near(nodes)
        for node in self._two_below(nodes):
            for person in self._at.get(node, ()):
                fit = Follower(person=person.id, fit=Fit.TWO_STEPS, steps=2)
                found.setdefault(person.id, fit)
        barred = {*self._without, post.holder}
        order = list(Fit)
        names = self._team.people_by_id
        return sorted(
            (fit for fit in found.values() if fit.person not in barred),
            key=lambda fit: (order.index(fit.fit), name_key(names[fit.person].name)),
        )

    def chains(self, vacant: Sequence[str]) -> tuple[Chain, ...]:
        """Return proposals for filling posts that are vacant, whose ids are ``vacant``: fewest gaps
        first, then fewest moves.

        Nobody is in one twice. A chain ends with somebody who had no post, or with a post to be
        advertised because nobody fits. The last proposal is always to advertise at once.
        """
        if not vacant:
            return ()
        graph = self._graph(vacant)
        every = [list(itertools.islice(_ways(graph, post), _TRIED)) for post in vacant]
        found = _combined(every)
        if len(vacant) > 1:
            found = [_together(graph, vacant), *found]
        at_once = tuple(Fill(person="", post=post) for post in vacant)
        ordered = sorted(
            dict.fromkeys(chain for chain in found if chain and chain != at_once),
            key=lambda chain: _size(chain, self._could_follow),
        )
        return (*ordered[: MOST - 1], at_once)

    def _could_follow(self, fill: Fill) -> bool:
        """Tell whether somebody could be in a chain for a post: who holds two cannot."""
        post = self._team.posts_by_id[fill.post]
        near = self._near(nodes_of_post(self._situation, post))
        barred = {*self._without, post.holder}
        return any(p not in barred and len(self._team.posts_of(p)) < 2 for p in near)

    def _near(self, nodes: Sequence[str]) -> dict[str, Follower]:
        """Return who aims for one of these grades, is one step below, or has no post at it."""
        found: dict[str, Follower] = {}
        for node in nodes:
            for person in self._aiming.get(node, ()):
                if person.node not in nodes:
                    fit = Follower(person=person.id, fit=Fit.AIMS, steps=1)
                    found.setdefault(person.id, fit)
            for person in self._at.get(node, ()):
                if not self._team.posts_of(person.id):
                    fit = Follower(person=person.id, fit=Fit.SAME_GRADE, steps=0)
                    found.setdefault(person.id, fit)
        for node in self._one_below(nodes):
            for person in self._at.get(node, ()):
                fit = Follower(person=person.id, fit=Fit.NEXT_STEP, steps=1)
                found.setdefault(person.id, fit)
        return found

    def _one_below(self, nodes: Sequence[str]) -> list[str]:
        below = (before for node in nodes for before in self._below.get(node, ()))
        return [node for node in dict.fromkeys(below) if node not in nodes]

    def _two_below(self, nodes: Sequence[str]) -> list[str]:
        one = self._one_below(nodes)
        return [node for node in self._one_below(one) if node not in nodes]

    def _graph(self, vacant: Sequence[str]) -> networkx.DiGraph:
        """Return the part of the graph that the vacancies reach: post → grades → person → post.

        Posts of one range of grades share the node between, so that there are few edges. What leads
        to the end weighs what it costs: nothing for somebody who leaves no post behind.
        """
        import networkx

        graph = networkx.DiGraph()
        waiting = list(dict.fromkeys(vacant))
        seen: set[str] = set()
        while waiting:
            post = self._team.posts_by_id[waiting.pop()]
            if post.id in seen:
                continue
            seen.add(post.id)
            nodes = nodes_of_post(self._situation, post)
            wanted = ("grades", *nodes)
            if wanted not in graph:
                waiting.extend(self._add_people(graph, wanted, nodes, vacant))
            graph.add_edge(("post", post.id), wanted, weight=0)
            somebody = any(person != ("person", post.holder) for person in graph.adj[wanted])
            graph.add_edge(("post", post.id), _END, weight=_GAP + somebody * _EARLY)
        return graph

    def _add_people(
        self,
        graph: networkx.DiGraph,
        wanted: tuple[str, ...],
        nodes: Sequence[str],
        vacant: Sequence[str],
    ) -> Iterator[str]:
        graph.add_node(wanted)
        for person in self._near(nodes):
            held = self._team.posts_of(person)
            if person in self._without or len(held) > 1:
                continue  # who holds two posts would leave two gaps, of which a chain follows one
            graph.add_edge(wanted, ("person", person), weight=1)
            left = [post.id for post in held if post.id not in vacant]
            if not left:
                graph.add_edge(("person", person), _END, weight=0)
            for post in left:
                graph.add_edge(("person", person), ("post", post), weight=0)
                yield post


def _ways(graph: networkx.DiGraph, post: str) -> Iterator[Chain]:
    return map(_chain, shortest_ways(graph, ("post", post), _END))


def _chain(way: Sequence[object]) -> Chain:
    """Return a way through the graph as links: each post with the person who comes after it."""
    parts = [part for part in way if isinstance(part, tuple) and part[0] != "grades"]
    posts = [part[1] for part in parts if part[0] == "post"]
    people = [part[1] for part in parts if part[0] == "person"]
    filled = itertools.zip_longest(people, posts, fillvalue="")
    return tuple(Fill(person=person, post=post) for person, post in filled)


def _combined(every: Sequence[Sequence[Chain]]) -> list[Chain]:
    """Return chains for all vacancies together, one for each, in which nobody is twice."""
    if len(every) == 1:
        return list(every[0])
    found: list[Chain] = [()]
    for chains in every:
        found = [(*sofar, *chain) for sofar in found for chain in chains if _apart(sofar, chain)][
            : _TRIED * _TRIED
        ]
    return found


def _apart(one: Chain, other: Chain) -> bool:
    people = {fill.person for fill in one if fill.person}
    posts = {fill.post for fill in one}
    return not any(fill.person in people or fill.post in posts for fill in other)


def _together(graph: networkx.DiGraph, vacant: Sequence[str]) -> Chain:
    """Return the proposal for several vacancies with the fewest gaps, then moves, of all there are.

    It is a flow of least cost: each vacancy sends one unit to the end, and through each person and
    each post goes one at most.
    """
    import networkx

    flow = networkx.DiGraph()
    flow.add_node(_END, demand=len(vacant))
    for node in graph:
        if node != _END and node[0] != "grades":
            flow.add_edge((node, "in"), (node, "out"), capacity=1, weight=0)
    for source, target, weight in graph.edges(data="weight"):
        left = source if source[0] == "grades" else (source, "out")
        right = target if target == _END or target[0] == "grades" else (target, "in")
        flow.add_edge(left, right, weight=weight, **({} if target == _END else {"capacity": 1}))
    for post in vacant:
        flow.add_node((("post", post), "in"), demand=-1)
    sent = networkx.min_cost_flow(flow)
    chain: list[Fill] = []
    for post in vacant:
        chain.extend(_traced(sent, post))
    return tuple(chain)


def _traced(sent: dict[object, dict[object, int]], post: str) -> Iterator[Fill]:
    """Yield the links of one unit on its way; what it has used is used up."""
    at: object = (("post", post), "in")
    waiting = ""
    while at != _END:
        onward = next(target for target, amount in sent[at].items() if amount)
        sent[at][onward] -= 1
        if isinstance(at, tuple) and at[1] == "in" and isinstance(at[0], tuple):
            kind, name = at[0]
            if kind == "post":
                waiting = name
            else:
                yield Fill(person=name, post=waiting)
                waiting = ""
        at = onward
    if waiting:
        yield Fill(person="", post=waiting)


def _size(chain: Chain, could_follow: Callable[[Fill], bool]) -> tuple[int, int, int]:
    gaps = [fill for fill in chain if not fill.person]
    early = sum(bool(could_follow(fill)) for fill in gaps)
    return len(gaps), early, len(chain) - len(gaps)
