"""A route as a story: what comes, what then changes again and what falls away, nothing told
twice.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from pathways.compare.change import Change, StepChange, Verdict
from pathways.compare.comparison import Comparer
from pathways.compare.levels import explains
from pathways.errors import UsageError
from pathways.i18n import _
from pathways.model.dimension import Dimension
from pathways.model.framework import Node
from pathways.model.library import Library
from pathways.model.scale import Level
from pathways.model.statement import Statement

_ALIKE = 0.5  # below this, two texts are not worth a closer look for being the same again
_ORDER = (Verdict.RAISED, Verdict.CHANGED, Verdict.EASED, Verdict.NEW, Verdict.DROPPED)


class StoryEvent(msgspec.Struct, frozen=True, kw_only=True):
    """Something that really happens to a thread on reaching the node of that ``place`` (from 0) on
    the route.

    ``again`` marks what is stated once more after it had fallen away.
    """

    place: int
    verdict: Verdict
    why: str = ""
    again: bool = False
    overruled: bool = False


class Thread(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A statement and what becomes of it along a route.

    ``cells`` has what each node states, None where it states nothing of it; ``changes`` the change
    at each step, None where neither of its ends states it.
    """

    cells: tuple[Statement | None, ...]
    changes: tuple[Change | None, ...]

    @cached_property
    def events(self) -> tuple[StoryEvent, ...]:
        """Return what really happens to it, in the order of the route."""
        return tuple(self._events())

    def _events(self) -> Iterator[StoryEvent]:
        stated = False
        for place, change in enumerate(self.changes, 1):
            stated = stated or self.cells[place - 1] is not None
            if change is not None and change.verdict.is_change:
                again = change.verdict is Verdict.NEW and stated
                yield StoryEvent(
                    place=place,
                    verdict=change.verdict,
                    why=change.why,
                    again=again,
                    overruled=change.overruled,
                )

    @property
    def stated(self) -> tuple[int, ...]:
        """Return the places on the route, from 0, that state it."""
        return tuple(place for place, cell in enumerate(self.cells) if cell)

    @property
    def first(self) -> Statement:
        """Return the statement with which it begins."""
        return next(cell for cell in self.cells if cell)

    @property
    def last(self) -> Statement:
        """Return the statement with which it ends."""
        return next(cell for cell in reversed(self.cells) if cell)

    @property
    def told(self) -> Statement:
        """Return the statement by which it is told: that of the grade where it first matters, or
        that falls away.
        """
        if not self.events:
            return self.first
        place = self.events[0].place
        cell = self.cells[place] or self.cells[place - 1]
        assert cell is not None
        return cell


class StoryChapter(msgspec.Struct, frozen=True, kw_only=True):
    """What first matters on reaching a node: the threads whose first event is there, what changes
    before what comes.
    """

    node: Node
    place: int
    threads: tuple[Thread, ...]


class DimensionStory(msgspec.Struct, frozen=True, kw_only=True):
    """What happens on one dimension along a route.

    ``same`` are the threads to which nothing happens; ``elsewhere`` the other dimensions under
    which threads are told that speak of this one too, and how many. ``silent`` are the nodes that
    state nothing on it; ``levels`` how well it must be mastered at each node, () where no document
    says so.
    """

    dimension: Dimension
    chapters: tuple[StoryChapter, ...]
    same: tuple[Thread, ...]
    elsewhere: tuple[tuple[Dimension, int], ...] = ()
    silent: tuple[Node, ...] = ()
    levels: tuple[Level | None, ...] = ()

    @property
    def threads(self) -> tuple[Thread, ...]:
        """Return all threads that are told here, each once."""
        return (*(thread for chapter in self.chapters for thread in chapter.threads), *self.same)


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A route told dimension by dimension, in the order of display."""

    nodes: tuple[Node, ...]
    dimensions: tuple[DimensionStory, ...]


def tell(comparer: Comparer, node_ids: Sequence[str]) -> Story:
    """Tell what happens along a route of two or more nodes; raise UsageError for fewer, unknown or
    repeated ones.

    Every statement of every node is in exactly one thread, but for those that explain levels: there
    the levels are what is told. One that speaks of several dimensions is told under that of its
    section.
    """
    library = comparer.library
    nodes = tuple(library.node(node_id) for node_id in node_ids)
    if len(nodes) < 2 or len(set(node_ids)) < len(nodes):
        raise UsageError(_("A story takes at least two grades or roles, each named once."))
    threads = _Weaver(comparer, node_ids).threads()
    told: dict[str, list[Thread]] = {}
    for thread in threads:
        told.setdefault(thread.first.dimensions[0], []).append(thread)
    dimensions = library.dimensions_of(node_ids)
    stories = tuple(
        DimensionStory(
            dimension=dimension,
            chapters=_chapters(nodes, told.get(dimension.id, ())),
            same=tuple(thread for thread in told.get(dimension.id, ()) if not thread.events),
            elsewhere=_elsewhere(dimension, dimensions, told),
            silent=tuple(node for node in nodes if not library.states(node.id, dimension.id)),
            levels=_levels(library, node_ids, dimension),
        )
        for dimension in dimensions
    )
    return Story(nodes=nodes, dimensions=stories)


def _levels(
    library: Library, node_ids: Sequence[str], dimension: Dimension
) -> tuple[Level | None, ...]:
    levels = tuple(library.level_of(node, dimension.id) for node in node_ids)
    return levels if any(levels) else ()


def _chapters(nodes: Sequence[Node], threads: Sequence[Thread]) -> tuple[StoryChapter, ...]:
    found: dict[int, list[Thread]] = {}
    for thread in threads:
        if thread.events:
            found.setdefault(thread.events[0].place, []).append(thread)
    return tuple(
        StoryChapter(
            node=nodes[place],
            place=place,
            threads=tuple(sorted(found[place], key=_importance)),
        )
        for place in sorted(found)
    )


def _importance(thread: Thread) -> tuple[int, bool]:
    """Put what changes before what comes, and what stays to the end before what is passing."""
    return _ORDER.index(thread.events[0].verdict), thread.cells[-1] is None


def _elsewhere(
    dimension: Dimension, dimensions: Sequence[Dimension], told: dict[str, list[Thread]]
) -> tuple[tuple[Dimension, int], ...]:
    counts = (
        (other, sum(_speaks_of(thread, dimension.id) for thread in told.get(other.id, ())))
        for other in dimensions
        if other.id != dimension.id
    )
    return tuple((other, count) for other, count in counts if count)


def _speaks_of(thread: Thread, dimension_id: str) -> bool:
    return any(dimension_id in cell.dimensions for cell in thread.cells if cell)


class _Weaver:
    """Follows every statement along the route: first from step to step, then over the gaps where
    one comes back.
    """

    def __init__(self, comparer: Comparer, node_ids: Sequence[str]) -> None:
        self.comparer = comparer
        self.node_ids = node_ids
        dimensions = comparer.library.dimensions_of(node_ids)
        self.steps = [comparer.step(a, b, dimensions) for a, b in itertools.pairwise(node_ids)]
        self.links = [_links(step) for step in self.steps]
        levels = (comparer.library.levels_of(node) for node in node_ids)
        self.levelled = {dimension for found in levels for dimension in found}

    def threads(self) -> list[Thread]:
        chains = self._chains()
        followers = self._followers(chains)
        later = set(followers.values())
        found = []
        for number, chain in enumerate(chains):
            if number not in later:
                whole = dict(chain)
                while number in followers:
                    number = followers[number]
                    whole.update(chains[number])
                found.append(self._thread(whole))
        return found

    def _chains(self) -> list[dict[int, Statement]]:
        """Return what pairs join, {place: statement}, in the order in which the documents state
        it.
        """
        chains: list[dict[int, Statement]] = []
        open_ones: dict[str, dict[int, Statement]] = {}
        for place, node_id in enumerate(self.node_ids):
            still_open: dict[str, dict[int, Statement]] = {}
            came_from = {
                change.after.id: before
                for before, change in self._links_to(place).items()
                if change.after
            }
            for statement in self.comparer.library.demands_of(node_id):
                if explains(statement) and statement.dimensions[0] in self.levelled:
                    continue
                chain = open_ones.get(came_from.get(statement.id, ""))
                if chain is None:
                    chain = {}
                    chains.append(chain)
                chain[place] = statement
                still_open[statement.id] = chain
            open_ones = still_open
        return chains

    def _links_to(self, place: int) -> dict[str, Change]:
        return self.links[place - 1] if place else {}

    def _followers(self, chains: Sequence[dict[int, Statement]]) -> dict[int, int]:
        """Return which chain goes on as which later one: the same, or nearly, stated again after
        it had gone.
        """
        begun: dict[str, list[tuple[int, int]]] = {}
        for number, chain in enumerate(chains):
            start = min(chain)
            if start > 1:
                begun.setdefault(chain[start].dimensions[0], []).append((number, start))
        candidates = []
        for number, chain in enumerate(chains):
            end = max(chain)
            for other, start in begun.get(chain[end].dimensions[0], ()):
                alike = (
                    self._alike(end, chain[end], start, chains[other][start])
                    if start > end + 1
                    else 0.0
                )
                if alike:
                    candidates.append((start - end, -alike, number, other))
        followers: dict[int, int] = {}
        for _gap, _alike, a, b in sorted(candidates):
            if a not in followers and b not in followers.values():
                followers[a] = b
        return followers

    def _alike(self, end: int, before: Statement, start: int, after: Statement) -> float:
        """Return how similar two statements are that are the same but for their wording, else 0."""
        if before.definition is not after.definition:
            return 0.0
        nodes = self.node_ids[end], self.node_ids[start]
        similarity = self.comparer.similarity(*nodes, before.text, after.text)
        if similarity < _ALIKE or self.comparer.judge(*nodes, before.text, after.text)[0].is_change:
            return 0.0
        return similarity

    def _thread(self, chain: dict[int, Statement]) -> Thread:
        cells = tuple(chain.get(place) for place in range(len(self.node_ids)))
        changes = tuple(
            self._change(gap, cells[gap], cells[gap + 1]) for gap in range(len(self.steps))
        )
        return Thread(cells=cells, changes=changes)

    def _change(self, gap: int, before: Statement | None, after: Statement | None) -> Change | None:
        if before is None and after is None:
            return None
        if before is not None and after is not None:
            return self.links[gap][before.id]
        alone = (
            change
            for statement in (before or after,)
            if statement and (dimension := self.steps[gap].dimension(statement.dimensions[0]))
            for change in dimension.changes
            if (change.before, change.after) == (before, after)
        )
        verdict = Verdict.DROPPED if before else Verdict.NEW
        return next(alone, Change(verdict=verdict, before=before, after=after))


def _links(step: StepChange) -> dict[str, Change]:
    """Return one change for each statement that goes on, {id before: change}; each goes on once,
    and from one.

    A statement that speaks of several dimensions may have a partner on each. Its own section's
    comes first.
    """
    candidates: list[tuple[int, int, Change]] = []
    for dimension in step.dimensions:
        for change in dimension.changes:
            if change.before and change.after:
                at_home = [
                    s.dimensions[0] == dimension.dimension.id for s in (change.before, change.after)
                ]
                candidates.append((0 if change.shared else 1, -sum(at_home), change))
    found: dict[str, Change] = {}
    reached: set[str] = set()
    for _rank, _home, change in sorted(candidates, key=lambda candidate: candidate[:2]):
        assert change.before is not None
        assert change.after is not None
        if change.before.id not in found and change.after.id not in reached:
            found[change.before.id] = change
            reached.add(change.after.id)
    return found
