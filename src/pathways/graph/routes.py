"""Ways from one node to another."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Mapping
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import msgspec

from pathways.errors import UsageError
from pathways.graph.progression import progression, step_between
from pathways.i18n import _, _n
from pathways.model.library import Library, unknown
from pathways.model.step import Step, StepKind

if TYPE_CHECKING:
    import networkx

_MOST_ROUTES = 50
_MOST_LOOKS = (
    20_000  # beginnings of routes looked at: a thicket of cycles has more than anyone can wait for
)


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """A way along steps: ``nodes`` are ids, one more than there are ``steps``."""

    nodes: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def indicative(self) -> bool:
        """Tell whether any of its steps is stated by no document."""
        return any(step.indicative for step in self.steps)


def shortest_route(
    graph: networkx.DiGraph,
    source: str,
    target: str,
    *,
    kinds: Collection[StepKind] | None = None,
    indicative: bool = True,
) -> Route | None:
    """Return the best route of a progression graph, None where there is none.

    The best has the fewest steps; among those, the fewest indicative ones; among those, the nodes
    that stand first in the library. ``kinds`` limits the moves to those; ``indicative=False``
    leaves out steps that no document states. Raise UsageError for unknown nodes and for a route
    from a node to itself.
    """
    _check_ends(graph, source, target)
    return next(_best_first(_limited(graph, kinds, indicative), source, target), None)


def all_routes(
    graph: networkx.DiGraph,
    source: str,
    target: str,
    *,
    most_steps: int | None = None,
    most_routes: int = _MOST_ROUTES,
    kinds: Collection[StepKind] | None = None,
    indicative: bool = True,
) -> tuple[Route, ...]:
    """Return every route that visits no node twice, the best first (see ``shortest_route``), ()
    where there is none.

    ``most_steps`` leaves out longer routes; of those that are left, the best ``most_routes`` are
    returned, fewer where a thicket of cycles hides them. Raises as ``shortest_route`` does.
    """
    _check_ends(graph, source, target)
    found = _best_first(_limited(graph, kinds, indicative), source, target, most_steps)
    return tuple(islice(found, max(0, most_routes)))


def nearest_ways(
    graph: networkx.DiGraph,
    source: str,
    target: str,
    *,
    kinds: Collection[StepKind] | None = None,
    indicative: bool = True,
) -> tuple[tuple[str, str], ...]:
    """Return the ends of routes that come nearest to one from ``source`` to ``target``, where none
    leads there: from ``source`` to what it reaches that is nearer to ``target`` than itself, and to
    ``target`` from what reaches it, each the nearest by the number of steps, whichever way these
    lead. Where nothing links the two, ``target`` is reached from the node before it.

    Raise UsageError as ``shortest_route`` does.
    """
    import networkx

    _check_ends(graph, source, target)
    graph = _limited(graph, kinds, indicative)
    both = graph.to_undirected(as_view=True)
    from_there = networkx.single_source_shortest_path_length(both, target)
    from_here = networkx.single_source_shortest_path_length(both, source)
    reached = networkx.descendants(graph, source)
    nearer = [n for n in graph if n in reached and from_there.get(n, 0) < from_there.get(source, 0)]
    onward = min(nearer, key=lambda node: from_there[node], default=None)
    steps = networkx.single_source_shortest_path_length(graph.reverse(copy=False), target)
    leading = [node for node in graph if node in steps and node != target]
    far = len(graph)
    entry = min(leading, key=lambda n: (from_here.get(n, far), steps[n]), default=None)
    return tuple(
        [(source, end) for end in [onward] if end is not None]
        + [(begin, target) for begin in [entry] if begin is not None]
    )


def no_route_sentence(
    library: Library,
    source: str,
    target: str,
    *,
    kinds: Collection[StepKind] | None = None,
    indicative: bool = True,
) -> str:
    """Say that no route leads from one node to another, and what there is instead: other moves, or
    the way back.

    Raises as ``shortest_route`` does.
    """
    graph = progression(library)
    wider = shortest_route(graph, source, target)
    names = _names(library, source, target)
    if wider:
        return f"{_none_as_allowed(names)} {_one_with_every_move(len(wider.steps))}"
    sentence = _("No route leads from {source} to {target}.").format(**names)
    back = shortest_route(graph, target, source, kinds=kinds, indicative=indicative)
    if back is None:
        unlinked = _("These two are not linked in either direction. You can still compare them.")
        return f"{sentence} {unlinked}"
    return f"{sentence} {_one_the_other_way(names, len(back.steps))}"


def _none_as_allowed(names: Mapping[str, str]) -> str:
    return _("No route from {source} to {target} uses only the moves that you allow.").format(
        **names
    )


def _one_with_every_move(count: int) -> str:
    return _n(
        "With every kind of move there is one of {count} step.",
        "With every kind of move there is one of {count} steps.",
        count,
    ).format(count=count)


def _one_the_other_way(names: Mapping[str, str], count: int) -> str:
    return _n(
        "There is one the other way, from {target} to {source}, of {count} step.",
        "There is one the other way, from {target} to {source}, of {count} steps.",
        count,
    ).format(**names, count=count)


def _check_ends(graph: networkx.DiGraph, source: str, target: str) -> None:
    for node in (source, target):
        if node not in graph:
            raise UsageError(unknown(_("grade or role"), node, graph))
    if source == target:
        raise UsageError(
            _(
                "A route leads from one grade or role to another; “{node}” was given for both ends."
            ).format(node=source)
        )


def _names(library: Library, source: str, target: str) -> dict[str, str]:
    names = {"source": library.node(source).title, "target": library.node(target).title}
    if names["source"] == names["target"]:
        for end, node in (("source", source), ("target", target)):
            names[end] = _("{title} ({framework})").format(
                title=names[end], framework=library.framework_of(node).title
            )
    return names


def _limited(
    graph: networkx.DiGraph, kinds: Collection[StepKind] | None, indicative: bool
) -> networkx.DiGraph:
    import networkx

    if kinds is None and indicative:
        return graph
    values = None if kinds is None else {kind.value for kind in kinds}

    def allowed(source: str, target: str) -> bool:
        edge = graph.edges[source, target]
        return (values is None or edge["kind"] in values) and (indicative or not edge["indicative"])

    return networkx.subgraph_view(graph, filter_edge=allowed)


def _best_first(
    graph: networkx.DiGraph, source: str, target: str, most_steps: int | None = None
) -> Iterator[Route]:
    """Yield routes from the best to the worst.

    A step weighs as much as there are nodes, an indicative one 1 more than that: as no route has as
    many steps as there are nodes, no number of indicative steps ever outweighs one step. The
    beginning of a route waits in the queue under the least that the whole can weigh, and among
    equals under its nodes' places in the library, so that whole routes come out in order.
    """
    step_weight = len(graph)
    left = _left(graph, target, step_weight)
    if source not in left:
        return
    nodes = list(graph)
    places = {node: place for place, node in enumerate(nodes)}
    queue: list[tuple[int, tuple[int, ...]]] = [(left[source], (places[source],))]
    for _look in range(_MOST_LOOKS):
        if not queue:
            return
        least, way = heapq.heappop(queue)
        if most_steps is not None and least // step_weight > most_steps:
            return
        last = nodes[way[-1]]
        if last == target:
            yield _route(graph, [nodes[place] for place in way])
            continue
        for onward, edge in graph.adj[last].items():
            if onward in left and places[onward] not in way:
                weight = step_weight + bool(edge["indicative"])
                total = least - left[last] + weight + left[onward]
                heapq.heappush(queue, (total, (*way, places[onward])))


def _left(graph: networkx.DiGraph, target: str, step_weight: int) -> dict[str, int]:
    """Return the least weight of a way from each node to ``target``; none where there is no way."""
    import networkx

    found: dict[str, int] = networkx.single_source_dijkstra_path_length(
        graph.reverse(copy=False),
        target,
        weight=lambda _source, _target, edge: step_weight + bool(edge["indicative"]),
    )
    return found


def _route(graph: networkx.DiGraph, nodes: list[str]) -> Route:
    steps = (step_between(graph, a, b) for a, b in pairwise(nodes))
    return Route(nodes=tuple(nodes), steps=tuple(steps))
