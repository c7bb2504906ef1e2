"""The same jobs without a window; Qt is never loaded here."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from pathways import __version__, cli_import
from pathways.errors import PathwaysError, UsageError
from pathways.i18n import _, language_of_console, use_language

if TYPE_CHECKING:
    from pathways.compare.comparison import Comparer
    from pathways.model.library import Library
    from pathways.report.blocks import Document
    from pathways.report.options import SheetOptions

SHEET_ENDINGS = ".docx .odt .pdf .html .csv .md .txt .json"


def main(argv: Sequence[str] | None = None) -> int:
    """Do one job and return its exit code: 0 done, 1 failed, 2 asked wrongly; errors are one
    sentence on stderr.
    """
    use_language(language_of_console())
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                errors="replace"
            )  # a console that lacks a sign must not stop the job
    try:
        arguments = _parser().parse_args(sys.argv[1:] if argv is None else argv)
        code: int | None = arguments.job(arguments)
        sys.stdout.flush()
    except UsageError as error:
        return _failed(error, 2)
    except PathwaysError as error:
        return _failed(error, 1)
    except BrokenPipeError:
        # Whoever read the output has enough; nothing more must be written to it, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return _failed(PathwaysError(_("Stopped.")), 1)
    return code or 0


def _failed(error: PathwaysError, code: int) -> int:
    print(f"pathways: {error}", file=sys.stderr)
    return code


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """Say what is wrong in one sentence, with "did you mean" for words that are not known."""

    def __init__(self, **choices: Any) -> None:
        super().__init__(**choices, formatter_class=_Help, add_help=False)
        self.add_argument("-h", "--help", action="help", help=_("show this help message and exit"))
        self._positionals.title, self._optionals.title = _("positional arguments"), _("options")

    def error(self, message: str) -> NoReturn:
        message = _argparse_words(message)
        raise UsageError(
            _("{message}. See “{program} --help”.").format(
                message=message.rstrip(".").capitalize(), program=self.prog
            )
        )

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is not None and value not in action.choices:
            from pathways.model.library import unknown

            what = _("command") if action.dest == "command" else _("format")
            raise UsageError(unknown(what, str(value), [str(choice) for choice in action.choices]))


def _argparse_words(message: str) -> str:
    """Return what argparse complains of in the language in use, where it is one of its usual
    complaints.
    """
    about, _colon, names = message.rpartition(": ")
    if about == "the following arguments are required":
        return _("the following arguments are required: {names}").format(names=names)
    if about == "unrecognized arguments":
        return _("unrecognized arguments: {names}").format(names=names)
    if names == "expected one argument":
        return _("{argument}: one value is expected").format(
            argument=about.removeprefix("argument ")
        )
    return message


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="pathways",
        description=_(
            "See what really changes from one grade to the next. Without a command, the window "
            "opens."
        ),
        epilog=_("Everything stays on this computer: no command opens a network connection."),
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"Pathways {__version__}",
        help=_("show the version and exit"),
    )
    commands = parser.add_subparsers(
        dest="command", metavar=_("COMMAND"), required=True, parser_class=_Parser
    )

    nodes = _command(commands, "nodes", _nodes, _("list all grades, levels and roles"))
    _formats(nodes, "text", "json")

    show = _command(commands, "show", _show, _("show what one grade or role asks for"))
    show.add_argument("node", metavar="NODE")
    _formats(show, "text", "json")

    compare = _command(
        commands, "compare", _compare, _("compare two to four grades or roles, in order")
    )
    compare.add_argument("nodes", metavar="NODE", nargs="*")
    compare.add_argument(
        "--only-changes", action="store_true", help=_("leave out what does not really change")
    )
    compare.add_argument(
        "--dimension",
        metavar="ID",
        action="append",
        nargs="+",
        default=[],
        help=_("only these dimensions"),
    )
    _formats(compare, "text", "json")
    _output(compare, SHEET_ENDINGS)

    ladder = _command(
        commands, "ladder", _ladder, _("show what changes at every step of a framework")
    )
    ladder.add_argument("framework_id", metavar="FRAMEWORK", nargs="?")
    ladder.add_argument(
        "--family", metavar="NAME", default="", help=_("only the steps of this family")
    )
    _formats(ladder, "text", "json")
    _output(ladder, SHEET_ENDINGS)

    route = _command(commands, "route", _route, _("find the way from one grade or role to another"))
    route.add_argument("source", metavar="NODE")
    route.add_argument("target", metavar="NODE")
    route.add_argument("--all", action="store_true", help=_("every way, not only the shortest"))
    _formats(route, "text", "json")
    _output(route, SHEET_ENDINGS)

    check = _command(commands, "check", _check, _("list what should be mended in the documents"))
    check.add_argument(
        "frameworks", metavar="FRAMEWORK", nargs="+", help=_("an id, or a framework file")
    )
    _formats(check, "text", "json")
    _output(check, SHEET_ENDINGS)

    imports = _command(
        commands, "import", cli_import.run, _("make a framework of documents"), frameworks=False
    )
    cli_import.add_options(imports)
    _formats(imports, "text", "json")

    graph = _command(commands, "graph", _graph, _("write the progression graph for other programs"))
    _formats(graph, "json", "graphml", "dot", "mermaid")
    _output(graph, ".json .graphml .dot .mmd")
    return parser


def _command(
    commands: argparse._SubParsersAction[_Parser],
    name: str,
    job: Callable[[argparse.Namespace], int | None],
    words: str,
    *,
    frameworks: bool = True,
) -> argparse.ArgumentParser:
    """Add a command; ``frameworks`` tells whether it works on open frameworks, which it can be
    given more of.
    """
    command = commands.add_parser(
        name, help=words, description=words[0].upper() + words[1:] + ".", allow_abbrev=False
    )
    command.set_defaults(job=job)
    if not frameworks:
        return command
    command.add_argument(
        "--framework",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help=_("open this framework file too"),
    )
    command.add_argument(
        "--only", action="store_true", help=_("open the given files instead of the bundled ones")
    )
    return command


def _formats(command: argparse.ArgumentParser, *formats: str) -> None:
    command.add_argument(
        "--format",
        choices=formats,
        default=None,
        help=_("default: {format}").format(format=formats[0]),
    )


def _output(command: argparse.ArgumentParser, endings: str) -> None:
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help=_("write to this file; its ending picks the kind: {endings}").format(endings=endings),
    )


def _library(arguments: argparse.Namespace) -> Library:
    from pathways.store.opening import open_library

    library = open_library(arguments.framework, only=arguments.only)
    _tell_problems(library)
    return library


def _tell_problems(library: Library) -> None:
    for problem in library.problems:
        print(f"pathways: {problem}", file=sys.stderr)


def _files(arguments: argparse.Namespace) -> list[Path]:
    from pathways.store.opening import files_to_open

    return files_to_open(arguments.framework, only=arguments.only)


def _comparer(library: Library, files: Sequence[Path]) -> Comparer:
    """Return a comparer that knows what persons judged, kept beside ``files``; say what of it no
    longer fits.
    """
    from pathways.compare.comparison import Comparer
    from pathways.store.overrules_file import read_all_overrules
    from pathways.store.vocabulary_file import read_vocabulary

    comparer = Comparer(library, read_vocabulary("en"), read_all_overrules(library, files))
    for stale in comparer.stale_overrules:
        print(f"pathways: {stale.problem}", file=sys.stderr)
    return comparer


def _nodes(arguments: argparse.Namespace) -> None:
    from pathways.report.as_json import as_text, nodes_shape

    library = _library(arguments)
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
    library = _library(arguments)
    if arguments.format == "json":
        from pathways.report.as_json import as_text, show_shape

        print(as_text(show_shape(library, arguments.node)), end="")
        return
    from pathways.report.node_sheet import node_sheet

    _print_sheet(node_sheet(library, arguments.node, options=_on_screen()))


def _compare(arguments: argparse.Namespace) -> None:
    from pathways.report.as_json import compare_shape

    library = _library(arguments)
    comparer = _comparer(library, _files(arguments))
    nodes, dimensions = _nodes_and_dimensions(arguments, library)
    whole = comparer.compare(nodes, dimensions=dimensions)

    def sheet(options: SheetOptions) -> Document:
        from pathways.report.comparison_sheet import comparison_sheet

        return comparison_sheet(whole, library, options=options)

    shown = comparer.compare(nodes, dimensions=dimensions, only_changes=arguments.only_changes)
    _answer(
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

    library = _library(arguments)
    framework = arguments.framework_id or _first_ladder(library)
    ladder = _comparer(library, _files(arguments)).ladder(framework, arguments.family)

    def sheet(options: SheetOptions) -> Document:
        from pathways.report.ladder_sheet import ladder_sheet

        return ladder_sheet(ladder, library, options=options)

    _answer(arguments, lambda: ladder_shape(ladder), sheet)


def _first_ladder(library: Library) -> str:
    """Return the framework with the most nodes, the first of equals: the one that is a ladder, if
    any is.
    """
    return max(library.frameworks, key=lambda framework: len(framework.nodes)).id


def _route(arguments: argparse.Namespace) -> None:
    from pathways.graph.progression import progression
    from pathways.graph.routes import all_routes, no_route_sentence, shortest_route
    from pathways.report.as_json import route_shape

    library = _library(arguments)
    graph = progression(library)
    if arguments.all:
        routes = all_routes(graph, arguments.source, arguments.target)
    else:
        best = shortest_route(graph, arguments.source, arguments.target)
        routes = (best,) if best else ()
    if not routes and arguments.format != "json":
        raise PathwaysError(no_route_sentence(library, arguments.source, arguments.target))

    def sheet(options: SheetOptions) -> Document:
        from pathways.report.route_sheet import route_sheet

        return route_sheet(routes, _comparer(library, _files(arguments)), options=options)

    def shape() -> dict[str, object]:
        from pathways.compare.story import tell

        alone = len(routes) == 1
        return route_shape(
            routes, tell(_comparer(library, _files(arguments)), routes[0].nodes) if alone else None
        )

    _answer(arguments, shape, sheet)


def _check(arguments: argparse.Namespace) -> int:
    """List what should be mended; 1 where there are errors among it."""
    from pathways.checking.check import check_all
    from pathways.model.problem import Severity
    from pathways.report.as_json import findings_shape
    from pathways.store.named_frameworks import open_named
    from pathways.store.positions import positions_in

    named = open_named(arguments.frameworks, arguments.framework, only=arguments.only)
    _tell_problems(named.library)
    places = {framework_id: positions_in(named.files[framework_id]) for framework_id in named.ids}
    comparer = _comparer(
        named.library, [named.files[framework.id] for framework in named.library.frameworks]
    )
    checked = check_all(named.library, named.ids, comparer).placed(places)

    def sheet(options: SheetOptions) -> Document:
        from pathways.report.findings_sheet import findings_sheet

        return findings_sheet(checked, named.library, named.ids, options=options)

    _answer(arguments, lambda: findings_shape(checked), sheet)
    return int(any(finding.severity is Severity.ERROR for finding in checked.findings))


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
    text = writers[kind or "json"](progression(_library(arguments)))
    if arguments.output:
        from pathways.store.whole_file import write_whole

        write_whole(arguments.output, text.encode())
    else:
        print(text, end="" if text.endswith("\n") else "\n")


def _options(*, only_changes: bool = False) -> SheetOptions:
    from pathways.report.options import SheetOptions

    return SheetOptions(date=datetime.date.today(), only_changes=only_changes)


def _answer(
    arguments: argparse.Namespace,
    shape: Callable[[], dict[str, object]],
    sheet: Callable[[SheetOptions], Document],
    *,
    only_changes: bool = False,
) -> None:
    """Give the result where and how it was asked for: to a file by its ending, or as text or JSON
    to the terminal.
    """
    from pathways.report.as_json import as_text

    if arguments.output is None:
        if arguments.format == "json":
            print(as_text(shape()), end="")
        else:
            _print_sheet(sheet(_on_screen(only_changes=only_changes)))
        return
    if arguments.output.suffix.lower() == ".json":
        from pathways.store.whole_file import write_whole

        write_whole(arguments.output, as_text(shape()).encode())
        return
    from pathways.report.writing import check_ending, write_document

    check_ending(arguments.output)
    options = _options(only_changes=only_changes)
    write_document(sheet(options), arguments.output, options)


def _print_sheet(document: Document) -> None:
    from pathways.report.text import to_text

    print(to_text(document, _options()).decode(), end="")


def _on_screen(*, only_changes: bool = False) -> SheetOptions:
    """Return the choices for a sheet that is read on a terminal, where nobody signs."""
    import msgspec

    return msgspec.structs.replace(
        _options(only_changes=only_changes), notes=False, signatures=False
    )
