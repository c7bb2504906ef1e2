"""All nodes of all open frameworks as one directed graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathways.model.circles import circles
from pathways.model.library import Library
from pathways.model.step import Step, StepKind

if TYPE_CHECKING:
    import networkx

MOST_CYCLES = 100  # a graph of twelve nodes that are all joined has millions


def progression(library: Library) -> networkx.DiGraph:
    """Build the graph of a library: an edge for each step, from the lower node to the higher.

    Nodes are ids, in the order of the library, with title, grade, kind, framework (its id) and
    organisation; edges have kind (a StepKind's value), indicative (bool) and note. All are plain
    values, so that any writer takes them.
    ``graph.graph["titles"]`` has the frameworks' titles by id.
    """
    import networkx

    graph = networkx.DiGraph(
        titles={framework.id: framework.title for framework in library.frameworks}
    )
    for framework in library.frameworks:
        whose = {"framework": framework.id, "organisation": framework.organisation}
        for node in framework.nodes:
            graph.add_node(
                node.id, title=node.title, grade=node.grade, kind=node.kind.value, **whose
            )
    for step in library.steps:
        how = {"kind": step.kind.value, "indicative": step.indicative, "note": step.note}
        graph.add_edge(step.source, step.target, **how)
    return graph


def step_between(graph: networkx.DiGraph, source: str, target: str) -> Step:
    """Return an edge of a progression graph as a step."""
    edge = graph.edges[source, target]
    return Step(
        source=source,
        target=target,
        kind=StepKind(edge["kind"]),
        indicative=edge["indicative"],
        note=edge["note"],
    )


def cycles(graph: networkx.DiGraph, *, most: int = MOST_CYCLES) -> list[list[str]]:
    """Return the cycles of a progression graph, each from its first node in library order on;
    shortest first.

    There are at most ``most`` of them, or one for each group of nodes that can all reach each other
    if that is more: no such group is ever left out.
    """
    import networkx

    nodes = list(graph)
    places = {node: place for place, node in enumerate(nodes)}
    one_each = circles((step_between(graph, a, b) for a, b in graph.edges), nodes)
    found = {tuple(places[node] for node in circle) for circle in one_each}
    # Numbers, not names: networkx walks through sets, and sets of names come in another order on
    # every start.
    numbered = networkx.relabel_nodes(graph, places)
    for cycle in networkx.simple_cycles(numbered):
        if len(found) >= most:
            break
        start = cycle.index(min(cycle))
        found.add((*cycle[start:], *cycle[:start]))
    return [
        [nodes[place] for place in cycle]
        for cycle in sorted(found, key=lambda cycle: (len(cycle), cycle))
    ]
