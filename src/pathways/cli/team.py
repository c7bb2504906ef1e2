"""The commands about teams: people, posts, planned moves and what they leave empty."""

from __future__ import annotations

import argparse
from pathlib import Path

from pathways.cli import team_jobs as jobs
from pathways.cli import team_scenarios
from pathways.cli.arguments import (
    Commands,
    Job,
    add_command,
    add_file_command,
    add_formats,
    add_group,
    add_new_file,
    add_sheet_output,
)
from pathways.i18n import _

_SHEET_KINDS = ("meeting", "pack", "board", "decision")


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    words = _("people, posts, planned moves, and the vacancies they create")
    inner = add_group(commands, "team", words)
    _add_new(inner)
    _add_import(inner)
    _add_readers(inner)
    _add_moves(inner)
    _add_sheets(inner)


def _add_new(inner: Commands) -> None:
    new = add_command(inner, "new", jobs.new, _("make a team with nothing in it"), frameworks=False)
    new.add_argument("--name", metavar="TEXT", default="", help=_("what the team is called"))
    add_new_file(new)


def _add_import(inner: Commands) -> None:
    words = _("bring in people and posts from a spreadsheet; the same file again updates them")
    imports = _on_team(inner, "import", jobs.bring_in, words)
    imports.add_argument("people", metavar="PEOPLE", type=Path, help=_("a CSV file or a workbook"))
    imports.add_argument(
        "--map", metavar="COLUMN=FIELD", action="append", default=[], nargs="+",
        help=_("what a column holds, such as “Stufe=grade”"),
    )  # fmt: skip
    imports.add_argument(
        "--value", metavar="WORD=NODE", action="append", default=[], nargs="+",
        help=_("which grade or role a word means"),
    )  # fmt: skip
    imports.add_argument("--dry-run", action="store_true", help=_("only say what would change"))
    add_formats(imports, "text", "json")


def _add_readers(inner: Commands) -> None:
    shown = _on_team(inner, "board", jobs.board, _("show everybody: now, aim, standing, next"))
    shown.add_argument(
        "--group", choices=("step", "grade", "post", "manager"), default="",
        help=_("what people stand together by"),
    )  # fmt: skip
    _add_answers(shown)

    words = _("show up to five people against one step, statement by statement")
    beside = _on_team(inner, "side-by-side", jobs.side_by_side, words)
    beside.add_argument("people", metavar="PERSON", nargs="+", help=_("a code or a name"))
    beside.add_argument(
        "--step", metavar=("FROM", "TO"), nargs=2, required=True, help=_("the step, by its nodes")
    )
    _add_answers(beside)

    words = _("show which statements nobody holds, or one person alone")
    gaps = _on_team(inner, "gaps", jobs.gaps, words)
    gaps.add_argument(
        "--node", metavar="ID", action="append", default=[], help=_("only this grade or role")
    )
    _add_answers(gaps)

    words = _("list what is overdue, not met, missing or broken")
    check = _on_team(inner, "check", jobs.check, words)
    _add_answers(check)


def _add_moves(inner: Commands) -> None:
    words = _("plan a move and keep it in the file; say what it needs")
    move = _on_team(inner, "move", jobs.move, words)
    move.add_argument("person", metavar="PERSON", help=_("a code or a name"))
    move.add_argument("node", metavar="NODE", help=_("the grade or role that it leads to"))
    move.add_argument("--kind", metavar="KIND", required=True, help=_("a kind of the rules"))
    move.add_argument("--date", metavar="DATE", default="", help=_("such as 2026-11-21"))
    move.add_argument("--until", metavar="DATE", default="", help=_("the last day of it"))
    move.add_argument("--post", metavar="POST", default="", help=_("the post that it leads to"))
    move.add_argument("--reason", metavar="TEXT", default="", help=_("why"))
    _add_rules(move)
    add_formats(move, "text", "json")

    words = _("show what follows when people move; nobody is moved")
    tried = _on_team(inner, "what-if", team_scenarios.what_if, words)
    tried.add_argument(
        "--move", metavar="PERSON=POST@DATE", action="append", required=True, nargs="+",
        help=_("who takes which post, and when"),
    )  # fmt: skip
    tried.add_argument("--kind", metavar="KIND", default="", help=_("a kind of the rules"))
    tried.add_argument("--until", metavar="DATE", default="", help=_("the last day of it"))
    tried.add_argument(
        "--keep", metavar="NAME", default="", help=_("keep it in the file as a scenario")
    )
    _add_answers(tried)

    words = _("show the scenarios that are kept, side by side")
    kept = _on_team(inner, "scenarios", team_scenarios.scenarios, words)
    kept.add_argument(
        "scenarios", metavar="SCENARIO", nargs="*",
        help=_("a code or a name; without one, all that are kept"),
    )  # fmt: skip
    kept.add_argument("--forget", metavar="SCENARIO", default="", help=_("throw this one away"))
    _add_answers(kept)


def _add_sheets(inner: Commands) -> None:
    sheets = _on_team(inner, "sheets", jobs.sheets, _("write sheets for the whole team at once"))
    sheets.add_argument(
        "--out", metavar="FOLDER", type=Path, required=True, help=_("the folder they go into")
    )
    sheets.add_argument("--kind", choices=_SHEET_KINDS, default="meeting", help=_("what is made"))
    sheets.add_argument(
        "--without-names", action="store_true",
        help=_("codes in place of names, and no free text"),
    )  # fmt: skip
    sheets.add_argument(
        "--with-text", action="store_true",
        help=_("keep free text without names; read it yourself before you pass it on"),
    )  # fmt: skip
    sheets.add_argument(
        "--type", metavar="ENDING", default=".pdf", help=_("such as .pdf, .docx, .odt or .html")
    )
    _add_rules(sheets)
    add_formats(sheets, "text", "json")


def _add_answers(command: argparse.ArgumentParser) -> None:
    _add_rules(command)
    command.add_argument(
        "--without-names",
        action="store_true",
        help=_("codes in place of names, and no free text"),
    )
    add_sheet_output(command)


def _on_team(inner: Commands, name: str, job: Job, words: str) -> argparse.ArgumentParser:
    """Add a command that works on a team's file."""
    return add_file_command(inner, name, job, words, _("a team: a .pathteam file"))


def _add_rules(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--rules", metavar="RULES", action="append", default=[],
        help=_("a set of rules, by its id or its file; several stand side by side"),
    )  # fmt: skip
