"""What the commands about teams do."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pathways.cli.answer import answer
from pathways.cli.arguments import day_given
from pathways.cli.opening import comparer_of, open_workspace
from pathways.cli.passphrase import opened
from pathways.errors import PathwaysError, UsageError
from pathways.i18n import _, _n

if TYPE_CHECKING:
    from pathways.model.team import Team
    from pathways.planning.linked_plans import PlanLink
    from pathways.planning.needs import Situation
    from pathways.planning.row_values import Question
    from pathways.planning.team_import import TeamImport
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions


def new(arguments: argparse.Namespace) -> None:
    """Make a team with nothing in it."""
    from pathways.planning.people import new_team
    from pathways.report.team_json import team_shape
    from pathways.store.team_file import ENDING, write_team

    path: Path = arguments.output
    if path.suffix.lower() != ENDING:
        raise UsageError(
            _("A team is kept in a file whose name ends in {ending}, not “{name}”.").format(
                ending=ENDING, name=path.name
            )
        )
    if path.exists():
        raise PathwaysError(_("“{path}” is there already. Choose another name.").format(path=path))
    team = new_team(arguments.name or path.stem)
    write_team(path, team)
    said = _("“{title}” is kept in “{path}”, on this computer only, for you alone.")
    tell(arguments, lambda: team_shape(team), [said.format(title=team.title, path=path)])


def bring_in(arguments: argparse.Namespace) -> None:
    """Bring in a spreadsheet, or say what that would do."""
    from pathways.importing.people_table import chosen_columns, read_people_table
    from pathways.planning.team_conflicts import settled
    from pathways.planning.team_import import bring_in
    from pathways.report.team_json import import_shape

    workspace = open_workspace(arguments)
    library, document = workspace.library, opened(arguments.file)
    team = document.value
    table = read_people_table(arguments.people)
    head = table.head.cells
    columns = chosen_columns(head, _pairs(arguments.map, _("COLUMN=FIELD")))
    values = _pairs(arguments.value, _("WORD=NODE"))
    for node in values.values():
        library.node(node)
    done = bring_in(team, table, columns, library, values)
    after = settled(team, done.team)
    if not arguments.dry_run and document.edit(_("bringing in a spreadsheet"), after):
        document.save()
    lines = [*_unused(columns, head), *_said(done, arguments.dry_run)]
    tell(arguments, lambda: import_shape(done, columns, head), lines)


def board(arguments: argparse.Namespace) -> None:
    """Show everybody."""
    from pathways.planning.board import Grouping
    from pathways.planning.board import board as lines_of
    from pathways.planning.clocks import warnings
    from pathways.report.team_json import board_shape

    situation, links = situation_of(arguments)
    lines = lines_of(situation, links)

    def sheet(options: SheetOptions) -> Sheet:
        from pathways.report.team_board_sheet import board_sheet

        due, grouping = warnings(situation), Grouping(arguments.group)
        return board_sheet(situation, lines, options=options, grouping=grouping, due=due)

    answer(arguments, lambda: board_shape(lines), sheet)


def side_by_side(arguments: argparse.Namespace) -> None:
    """Show people against one step."""
    from pathways.planning.people import person
    from pathways.planning.side_by_side import side_by_side
    from pathways.report.team_json import side_by_side_shape

    situation, _links = situation_of(arguments)
    known = arguments.known_as
    people = [known(person(arguments.team, named).id) for named in arguments.people]
    beside = side_by_side(situation, people, *arguments.step)

    def sheet(options: SheetOptions) -> Sheet:
        from pathways.report.side_by_side_sheet import side_by_side_sheet

        return side_by_side_sheet(situation, beside, options=options)

    answer(arguments, lambda: side_by_side_shape(beside), sheet)


def gaps(arguments: argparse.Namespace) -> None:
    """Show what nobody holds, or one person alone."""
    from pathways.planning.team_gaps import gaps
    from pathways.report.team_json import gaps_shape

    situation, _links = situation_of(arguments)
    found = gaps(situation, arguments.node)

    def sheet(options: SheetOptions) -> Sheet:
        from pathways.report.team_gaps_sheet import gaps_sheet

        return gaps_sheet(situation, found, options=options)

    answer(arguments, lambda: gaps_shape(found), sheet)


def check(arguments: argparse.Namespace) -> int:
    """List what should be looked at; 1 where something is broken."""
    from pathways.model.problem import Severity
    from pathways.planning.team_check import check_team
    from pathways.report.team_json import check_shape

    situation, links = situation_of(arguments)
    found = check_team(situation, links)

    def sheet(options: SheetOptions) -> Sheet:
        from pathways.report.team_check_sheet import check_sheet

        return check_sheet(situation, found, options=options)

    answer(arguments, lambda: check_shape(found), sheet)
    return int(any(one.severity is Severity.ERROR for one in found))


def move(arguments: argparse.Namespace) -> None:
    """Plan a move and keep it in the file."""
    from pathways.planning.moves import draft_move, plan_move
    from pathways.planning.needs import met_in_words, needs_of
    from pathways.planning.what_if import kind_of
    from pathways.report.team_json import move_shape
    from pathways.report.team_words import move_sentence

    situation, _links = situation_of(arguments)
    node = situation.comparer.library.node(arguments.node).id
    kind = kind_of(situation, arguments.kind)
    to_post = arguments.post or _only_vacant(situation.team, node)
    drafted = draft_move(
        situation.team,
        arguments.person,
        kind,
        node,
        to_post=to_post,
        date=day_given(arguments.date),
        until=day_given(arguments.until),
        reason=arguments.reason,
    )
    team = plan_move(situation.team, drafted, situation.today)
    document = opened(arguments.file)
    document.edit(_("planning a move"), team)
    document.save()
    after, planned = situation.after(team), team.moves[-1]
    lines = [move_sentence(team, situation.comparer.library, planned), kind.title]
    lines += [
        f"  {met_in_words(found.met)}: {found.need.text}. {found.why} [{found.source}]"
        for found in needs_of(after, planned)
    ]
    tell(arguments, lambda: move_shape(after, planned), lines)


def sheets(arguments: argparse.Namespace) -> int:
    """Write sheets for the whole team; 1 where one of them failed."""
    from pathways.planning.nameless import Namelessness
    from pathways.report.options import SheetOptions
    from pathways.report.team_sheets import SheetKind, make_sheets

    situation, links = situation_of(arguments)
    hidden = Namelessness(situation.team, arguments.with_text) if arguments.without_names else None
    ending = arguments.type if arguments.type.startswith(".") else f".{arguments.type}"
    made = make_sheets(
        situation,
        links,
        SheetKind(arguments.kind),
        arguments.out,
        options=SheetOptions(date=situation.today),
        ending=ending.lower(),
        nameless=hidden,
    )
    shape = {
        "written": [str(path) for path in made.written],
        "failed": [{"what": what, "why": why} for what, why in made.failed],
    }
    lines = [str(path) for path in made.written]
    if not lines:
        lines = [_("There was nothing to write.")]
    tell(arguments, lambda: shape, lines)
    for what, why in made.failed:
        print(f"pathways: {what}: {why}", file=sys.stderr)
    return int(bool(made.failed))


def situation_of(arguments: argparse.Namespace) -> tuple[Situation, dict[str, PlanLink]]:
    """Return a team with everything that it is looked at with, and its people's plans."""
    from pathways.planning.linked_plans import LinkedPlans, standings
    from pathways.planning.nameless import Namelessness
    from pathways.planning.needs import Situation
    from pathways.store.rules_file import chosen_rules

    arguments.team = team = opened(arguments.file).value
    comparer = comparer_of(open_workspace(arguments))
    links = LinkedPlans().links(team, arguments.file.parent)
    rules = chosen_rules(arguments.rules or team.rules)
    today = datetime.date.today()
    situation = Situation(team, comparer, rules, today, standings(links))
    if not getattr(arguments, "without_names", False) or arguments.team_command == "sheets":
        arguments.known_as = lambda part_id, _kind="people": part_id
        return situation, links  # sheets ask about free text, too
    hidden = Namelessness(team)
    arguments.known_as = hidden.known_as
    return hidden.situation(situation), hidden.links(links)


def _only_vacant(team: Team, node: str) -> str:
    vacant = [post.id for post in team.posts if not post.holder and post.node == node]
    return vacant[0] if len(vacant) == 1 else ""


def _pairs(given: Sequence[Sequence[str]], form: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in (one for group in given for one in group):
        name, equals, value = text.rpartition("=")
        if not equals or not name.strip() or not value.strip():
            raise UsageError(_("“{text}” is not {form}.").format(text=text, form=form))
        found[name.strip()] = value.strip()
    return found


def _unused(columns: Mapping[int, object], head: Sequence[str]) -> list[str]:
    """Return a line for each column that nothing is taken from."""
    words = _("The column “{name}” is not brought in. Say with --map what it holds.")
    return [
        words.format(name=name) for place, name in enumerate(head) if name and place not in columns
    ]


def _said(done: TeamImport, only_tried: bool) -> list[str]:
    """Return what bringing in does, in lines."""
    lines = []
    for row in done.rows:
        changes = "; ".join(f"{c.field}: {c.before or '–'} → {c.after or '–'}" for c in row.changes)
        if row.kind in ("new", "changed"):
            word = _("new") if row.kind == "new" else _("changed")
            about = f"{row.about}: {changes}" if changes else row.about
            lines.append(_("Row {line}, {word}: {about}").format(
                line=row.line, word=word, about=about
            ))  # fmt: skip
    for complaint in done.complaints:
        lines.append(_("Row {line}: {reason}").format(line=complaint.line, reason=complaint.reason))
    lines += map(_asked, done.questions)
    if done.missing:
        lines.append(
            _("Not in the table, and left as they are: {names}.").format(
                names=", ".join(done.missing)
            )
        )
    counted = _("{new} new, {changed} changed, {same} as they were.").format(
        new=done.count("new"), changed=done.count("changed"), same=done.count("same")
    )
    left = sum(complaint.left_out for complaint in done.complaints)
    if left:
        counted += " " + _n("{count} row left out.", "{count} rows left out.", left).format(
            count=left
        )
    return [*lines, counted + (" " + _("Nothing was written.") if only_tried else "")]


def _asked(question: Question) -> str:
    near = ", ".join(question.candidates)
    rows = _n("row {lines}", "rows {lines}", len(question.lines)).format(
        lines=", ".join(map(str, question.lines))
    )
    asked = _("“{text}” is not a known grade or role ({rows}). Say what it means with --value.")
    if near:
        asked = _("“{text}” may mean {near} ({rows}). Say which with --value.")
    return asked.format(text=question.text, rows=rows, near=near)


def tell(
    arguments: argparse.Namespace, shape: Callable[[], dict[str, Any]], lines: Sequence[str]
) -> None:
    """Print what was done, as JSON or in lines."""
    if arguments.format == "json":
        from pathways.report.as_json import as_text

        print(as_text(shape()), end="")
        return
    for line in lines:
        print(line)
