"""Commands about what there is: nodes, show, graph."""

from __future__ import annotations

import argparse

from pathways.cli.answer import on_screen, print_sheet
from pathways.cli.arguments import Commands, add_command, add_formats, add_output
from pathways.cli.opening import open_workspace
from pathways.errors import UsageError
from pathways.i18n import _


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    nodes = add_command(commands, "nodes", _nodes, _("list all grades, levels and roles"))
    add_formats(nodes, "text", "json")

    show = add_command(commands, "show", _show, _("show what one grade or role asks for"))
    show.add_argument("node", metavar="NODE")
    add_formats(show, "text", "json")

    words = _("write the progression graph for other programs")
    graph = add_command(commands, "graph", _graph, words)
    add_formats(graph, "json", "graphml", "dot", "mermaid")
    add_output(graph, ".json .graphml .dot .mmd")


def _nodes(arguments: argparse.Namespace) -> None:
    from pathways.report.as_json import as_text, nodes_shape

    library = open_workspace(arguments).library
    if arguments.format == "json":
        print(as_text(nodes_shape(library)), end="")
        return
    width = max(len(node_id) for node_id in library.nodes)
    for framework in library.frameworks:
        print(f"{framework.title} ({framework.organisation})")
        for node in framework.nodes:
            print(
                f"  {node.id:<{width}}  {node.title}, {_('grade')} {node.grade}"
                if node.grade not in node.title
                else f"  {node.id:<{width}}  {node.title}"
            )


def _show(arguments: argparse.Namespace) -> None:
    library = open_workspace(arguments).library
    if arguments.format == "json":
        from pathways.report.as_json import as_text, show_shape

        print(as_text(show_shape(library, arguments.node)), end="")
        return
    from pathways.report.node_sheet import node_sheet

    print_sheet(node_sheet(library, arguments.node, options=on_screen()))


def _graph(arguments: argparse.Namespace) -> None:
    from pathways.graph.export import to_dot, to_graphml, to_json, to_mermaid
    from pathways.graph.progression import progression
    from pathways.model.library import unknown

    writers = {"json": to_json, "graphml": to_graphml, "dot": to_dot, "mermaid": to_mermaid}
    endings = {
        ".json": "json",
        ".graphml": "graphml",
        ".dot": "dot",
        ".gv": "dot",
        ".mmd": "mermaid",
        ".mermaid": "mermaid",
    }
    kind = arguments.format
    if arguments.output and not kind:
        kind = endings.get(arguments.output.suffix.lower())
        if kind is None:
            raise UsageError(unknown(_("file ending"), arguments.output.suffix, endings))
    text = writers[kind or "json"](progression(open_workspace(arguments).library))
    if arguments.output:
        from pathways.store.whole_file import write_whole

        write_whole(arguments.output, text.encode())
    else:
        print(text, end="" if text.endswith("\n") else "\n")
