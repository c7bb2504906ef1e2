"""What the command line offers where no way leads from one node to another."""

from __future__ import annotations

import argparse
import shlex
from typing import TYPE_CHECKING

from pathways.i18n import _, _n

if TYPE_CHECKING:
    import networkx

    from pathways.graph.routes import Route
    from pathways.model.library import Library


def nearest_routes(graph: networkx.DiGraph, source: str, target: str) -> tuple[Route, ...]:
    """Return the routes that come nearest to one between two nodes, and the one the other way."""
    from pathways.graph.routes import nearest_ways, shortest_route

    ends = dict.fromkeys([(target, source), *nearest_ways(graph, source, target)])
    found = (shortest_route(graph, *pair) for pair in ends)
    return tuple(route for route in found if route is not None)


def no_way(library: Library, arguments: argparse.Namespace) -> str:
    """Say that there is no way, and what there is instead, each with the command that shows it."""
    from pathways.graph.progression import progression
    from pathways.graph.routes import no_route_sentence

    source, target = arguments.source, arguments.target
    lines = [
        no_route_sentence(library, source, target),
        _("Compare them directly: {command}").format(
            command=_command("compare", source, target, arguments)
        ),
    ]
    for route in nearest_routes(progression(library), source, target):
        first, last = route.nodes[0], route.nodes[-1]
        words = _n(
            "From {first} to {last}, {count} step: {command}",
            "From {first} to {last}, {count} steps: {command}",
            len(route.steps),
        )
        lines.append(
            words.format(
                first=library.node(first).title,
                last=library.node(last).title,
                count=len(route.steps),
                command=_command("route", first, last, arguments),
            )
        )
    return "\n".join(lines)


def _command(name: str, first: str, last: str, arguments: argparse.Namespace) -> str:
    """Return a command that can be pasted, on the frameworks that are open here."""
    words = ["pathways", name, first, last]
    for file in arguments.framework:
        words += ["--framework", str(file)]
    return shlex.join(words + ["--only"] * arguments.only)
