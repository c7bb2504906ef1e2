"""Commands about what changes: compare, ladder, route."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from pathways.cli.answer import answer
from pathways.cli.arguments import Commands, add_command, add_sheet_output
from pathways.cli.opening import comparer_of, open_workspace
from pathways.errors import PathwaysError
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.model.library import Library
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    _add_compare(commands)
    _add_ladder(commands)

    words = _("find a route from one grade or role to another")
    route = add_command(commands, "route", _route, words)
    route.add_argument("source", metavar="NODE")
    route.add_argument("target", metavar="NODE")
    route.add_argument("--all", action="store_true", help=_("every route, not only the shortest"))
    _add_full(route)
    add_sheet_output(route)


def _add_compare(commands: Commands) -> None:
    words = _("compare two to four grades or roles, in order")
    compare = add_command(commands, "compare", _compare, words)
    compare.add_argument("nodes", metavar="NODE", nargs="*")
    compare.add_argument(
        "--only-changes", action="store_true", help=_("leave out what does not change")
    )
    compare.add_argument(
        "--dimension",
        metavar="ID",
        action="append",
        nargs="+",
        default=[],
        help=_("only these dimensions"),
    )
    _add_full(compare)
    add_sheet_output(compare)


def _add_full(command: argparse.ArgumentParser) -> None:
    words = _("on paper: every statement, not the two-page meeting sheet")
    command.add_argument("--full", action="store_true", help=words)


def _add_ladder(commands: Commands) -> None:
    words = _("show what changes at every step of a framework")
    ladder = add_command(commands, "ladder", _ladder, words)
    ladder.add_argument("framework_id", metavar="FRAMEWORK", nargs="?")
    ladder.add_argument(
        "--family", metavar="NAME", default="", help=_("only the steps of this family")
    )
    add_sheet_output(ladder)


def _compare(arguments: argparse.Namespace) -> None:
    from pathways.report.as_json import compare_shape

    workspace = open_workspace(arguments)
    library, comparer = workspace.library, comparer_of(workspace)
    nodes, dimensions = _nodes_and_dimensions(arguments, library)
    whole = comparer.compare(nodes, dimensions=dimensions)

    def sheet(options: SheetOptions) -> Sheet:
        from pathways.report.comparison_sheet import comparison_sheet
        from pathways.report.meeting_sheet import meeting_sheet

        make = comparison_sheet if options.full else meeting_sheet
        return make(whole, library, options=options)

    shown = comparer.compare(nodes, dimensions=dimensions, only_changes=arguments.only_changes)
    answer(
        arguments, lambda: compare_shape(shown, library), sheet, only_changes=arguments.only_changes
    )


def _nodes_and_dimensions(
    arguments: argparse.Namespace, library: Library
) -> tuple[list[str], list[str]]:
    """Part what was given, since ``--dimension risk ict-11 ict-12`` lets the dimensions run into
    the nodes.
    """
    given = [word for words in arguments.dimension for word in words]
    strays = [word for word in given if word in library.nodes and word not in library.dimensions]
    return [*arguments.nodes, *strays], [word for word in given if word not in strays]


def _ladder(arguments: argparse.Namespace) -> None:
    from pathways.report.as_json import ladder_shape

    workspace = open_workspace(arguments)
    library = workspace.library
    framework = arguments.framework_id or _first_ladder(library)
    ladder = comparer_of(workspace).ladder(framework, arguments.family)

    def sheet(options: SheetOptions) -> Sheet:
        from pathways.report.ladder_sheet import ladder_sheet

        return ladder_sheet(ladder, library, options=options)

    answer(arguments, lambda: ladder_shape(ladder), sheet)


def _first_ladder(library: Library) -> str:
    """Return the framework with the most nodes, the first of equals: the one that is a ladder, if
    any is.
    """
    return max(library.frameworks, key=lambda framework: len(framework.nodes)).id


def _route(arguments: argparse.Namespace) -> None:
    from pathways.cli.no_way import nearest_routes, no_way
    from pathways.graph.progression import progression
    from pathways.graph.routes import all_routes, shortest_route
    from pathways.report.as_json import no_route_shape, route_shape

    workspace = open_workspace(arguments)
    library = workspace.library
    graph, ends = progression(library), (arguments.source, arguments.target)
    best = None if arguments.all else shortest_route(graph, *ends)
    routes = all_routes(graph, *ends) if arguments.all else (best,) if best else ()
    if not routes and arguments.format != "json":
        raise PathwaysError(no_way(library, arguments))

    def sheet(options: SheetOptions) -> Sheet:
        from pathways.report.route_sheet import route_sheet

        return route_sheet(routes, comparer_of(workspace), options=options)

    def shape() -> dict[str, object]:
        from pathways.compare.story import tell

        if not routes:
            return no_route_shape(nearest_routes(graph, *ends))
        alone = routes[0].nodes if len(routes) == 1 else None
        comparer = comparer_of(workspace) if alone else None
        return route_shape(routes, tell(comparer, alone) if comparer and alone else None)

    answer(arguments, shape, sheet)
