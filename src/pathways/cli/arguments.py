"""What commands are made of: the parser with its sentences, and the options that several have."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from pathways.errors import UsageError
from pathways.i18n import _, capitalised

_SHEET_ENDINGS = ".docx .odt .pdf .html .csv .md .txt .json"


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Say what is wrong in one sentence, with "did you mean" for words that are not known."""

    def __init__(self, **choices: Any) -> None:
        super().__init__(**choices, formatter_class=_Help, add_help=False)
        self.add_argument("-h", "--help", action="help", help=_("show this help message and exit"))
        self._positionals.title, self._optionals.title = _("positional arguments"), _("options")

    def error(self, message: str) -> NoReturn:
        message = _argparse_words(message).rstrip(".")
        message = capitalised(message)  # names of arguments stay as they are written
        raise UsageError(
            _("{message}. See “{program} --help”.").format(message=message, program=self.prog)
        )

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is not None and value not in action.choices:
            from pathways.model.library import unknown

            commands = isinstance(action, argparse._SubParsersAction)
            what = _("format") if action.dest == "format" else _("word")
            what = _("command") if commands else what
            raise UsageError(unknown(what, str(value), [str(choice) for choice in action.choices]))


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
Job = Callable[[argparse.Namespace], int | None]


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


def add_command(
    commands: Commands,
    name: str,
    job: Job,
    words: str,
    *,
    frameworks: bool = True,
) -> argparse.ArgumentParser:
    """Add a command; ``frameworks`` tells whether it works on open frameworks, which it can be
    given more of.
    """
    command = commands.add_parser(
        name, help=words, description=capitalised(words) + ".", allow_abbrev=False
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


def add_file_command(
    commands: Commands, name: str, job: Job, words: str, about: str, *, frameworks: bool = True
) -> argparse.ArgumentParser:
    """Add a command that works on a file; ``about`` says what kind of file."""
    command = add_command(commands, name, job, words, frameworks=frameworks)
    command.add_argument("file", metavar="FILE", type=Path, help=about)
    return command


def add_group(commands: Commands, name: str, words: str) -> Commands:
    """Add a word that is followed by a command of its own; return where those are added."""
    group = commands.add_parser(
        name, help=words, description=capitalised(words) + ".", allow_abbrev=False
    )
    return group.add_subparsers(
        dest=f"{name}_command", metavar=_("COMMAND"), required=True, parser_class=Parser
    )


def add_formats(command: argparse.ArgumentParser, *formats: str) -> None:
    """Add ``--format``; the first of ``formats`` is what is written without it."""
    command.add_argument(
        "--format",
        choices=formats,
        default=None,
        help=_("default: {format}").format(format=formats[0]),
    )


def add_output(command: argparse.ArgumentParser, endings: str) -> None:
    """Add ``-o``."""
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help=_("write to this file; its ending picks the kind: {endings}").format(endings=endings),
    )


def add_sheet_output(command: argparse.ArgumentParser) -> None:
    """Add ``--format`` and ``-o`` of what can be a sheet: text, unless something else is wanted."""
    add_formats(command, "text", "json")
    add_output(command, _SHEET_ENDINGS)


def add_new_file(command: argparse.ArgumentParser) -> None:
    """Add ``-o``, which has to be given, and ``--format``."""
    command.add_argument(
        "-o", "--output", metavar="FILE", type=Path, required=True, help=_("write to this file")
    )
    add_formats(command, "text", "json")


def day_given(text: str) -> str:
    """Return the day that somebody wrote, as 2026-11-21; raise UsageError where it is none."""
    from pathways.importing.people_table import day_in

    found = day_in(text)
    if found is None:
        raise UsageError(
            _("“{date}” is not a date. Write year, month and day, such as 2026-11-21.").format(
                date=text
            )
        )
    return found
