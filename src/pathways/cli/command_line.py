"""The same jobs without a window; Qt is never loaded here."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from pathways import __version__
from pathways.cli import browse, changes, check, import_documents, plan, team
from pathways.cli.arguments import Parser
from pathways.cli.harmless import HarmlessStream
from pathways.errors import PathwaysError, UsageError
from pathways.i18n import _, language_of_console, use_language

# One a group of commands, in the order of the help.
GROUPS = (browse, changes, check, import_documents, plan, team)


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
    with _harmless_streams():
        return _do(argv)


@contextlib.contextmanager
def _harmless_streams() -> Iterator[None]:
    """Print through what makes all texts harmless."""
    streams: Any = (HarmlessStream(sys.stdout), HarmlessStream(sys.stderr))
    with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
        yield


def _do(argv: Sequence[str] | None) -> int:
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


def _parser() -> Parser:
    parser = Parser(
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
        dest="command", metavar=_("COMMAND"), required=True, parser_class=Parser
    )
    for group in GROUPS:
        group.add(commands)
    return parser
