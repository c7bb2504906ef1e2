"""All nodes of all open frameworks as one directed graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathways.model.library import Library
from pathways.model.step import Step, StepKind

if TYPE_CHECKING:
    import networkx


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
