"""What if: what follows from moves, kept under a name, and beside each other."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from pathways.cli.answer import answer
from pathways.cli.arguments import day_given
from pathways.cli.passphrase import opened
from pathways.cli.team_jobs import situation_of, tell
from pathways.errors import UsageError
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.model.team import Move, Team
    from pathways.planning.needs import Situation
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions


def what_if(arguments: argparse.Namespace) -> None:
    """Show what follows when people move; nothing is changed, and kept only where that is asked."""
    from pathways.planning.moves import add_scenario
    from pathways.planning.what_if import what_if
    from pathways.report.team_json import what_if_shape

    if arguments.keep and arguments.without_names:
        raise UsageError(_("Keep the scenario first, without “--without-names”, then show it."))
    situation, _links = situation_of(arguments)
    moves = _moves_asked(arguments, situation)
    result = what_if(situation, moves)
    if arguments.keep:
        _edit(
            arguments,
            _("keeping a scenario"),
            lambda team: add_scenario(team, arguments.keep, moves),
        )

    def sheet(options: SheetOptions) -> Sheet:
        from pathways.report.scenario_sheet import scenario_sheet

        people, posts = situation.team.people_by_id, situation.team.posts_by_id
        title = ", ".join(f"{people[m.person].name} → {posts[m.post].title}" for m in moves)
        return scenario_sheet(situation, arguments.keep or title, result, options=options)

    answer(arguments, lambda: what_if_shape(situation, result), sheet)


def scenarios(arguments: argparse.Namespace) -> None:
    """Show what is kept side by side, or throw one away."""
    from pathways.planning.moves import remove_scenario, scenario_of
    from pathways.planning.scenarios import MOST, compare_scenarios
    from pathways.report.team_json import scenarios_shape

    situation, _links = situation_of(arguments)
    if arguments.forget:
        title = scenario_of(arguments.team, arguments.forget).title
        words = _("deleting the scenario {title}").format(title=title)
        _edit(arguments, words, lambda team: remove_scenario(team, arguments.forget))
        said = _("The scenario “{title}” is deleted.").format(title=title)
        tell(arguments, lambda: {"forgotten": title}, [said])
        return
    kept = arguments.team.scenarios
    wanted = [scenario_of(arguments.team, named) for named in arguments.scenarios] or kept
    if not wanted:
        raise UsageError(_("No scenario is kept yet. Keep one with “team what-if … --keep NAME”."))
    if len(wanted) > MOST:
        names = ", ".join(f"“{one.title}”" for one in kept)
        message = _("At most {count} scenarios stand side by side. Name those you mean: {names}.")
        raise UsageError(message.format(count=MOST, names=names))
    by_id = {one.id: one for one in situation.team.scenarios}
    shown = [by_id[arguments.known_as(one.id, "scenarios")] for one in wanted]
    compared = compare_scenarios(situation, shown)

    def sheet(options: SheetOptions) -> Sheet:
        from pathways.report.scenarios_sheet import scenarios_sheet

        return scenarios_sheet(situation, compared, options=options)

    answer(arguments, lambda: scenarios_shape(situation, compared), sheet)


def _moves_asked(arguments: argparse.Namespace, situation: Situation) -> list[Move]:
    from pathways.planning.people import person, post
    from pathways.planning.what_if import tried_move

    until = day_given(arguments.until)
    moves = []
    for text in (text for group in arguments.move for text in group):
        who, where, date = _move_asked(text)
        who = arguments.known_as(person(arguments.team, who).id)
        where = arguments.known_as(post(arguments.team, where).id, "posts")
        moves.append(tried_move(situation, who, where, date, arguments.kind, until))
    return moves


def _edit(arguments: argparse.Namespace, words: str, change: Callable[[Team], Team]) -> None:
    document = opened(arguments.file)
    document.edit(words, change(document.value))
    document.save()


def _move_asked(text: str) -> tuple[str, str, str]:
    """Return person, post and day of "PERSON=POST@DATE"; the day may be missing."""
    person, equals, rest = text.partition("=")
    post, _at, date = rest.rpartition("@") if "@" in rest else (rest, "", "")
    if not equals or not person.strip() or not post.strip():
        message = _("“{text}” is not a move: write PERSON=POST@DATE, such as Ada=Lead@2027-03-01.")
        raise UsageError(message.format(text=text))
    return person.strip(), post.strip(), day_given(date)
