"""The sheet of the board: everybody in a team and every vacant post, one line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.i18n import _
from pathways.model.day import day_in_words
from pathways.model.team import Team
from pathways.planning.board import BoardLine, Grouping, group_of, headline
from pathways.planning.clocks import Clock, Urgency
from pathways.planning.needs import Situation
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.spans import Style
from pathways.report.team_words import lines_of, standing_line, team_document


def board_sheet(
    situation: Situation,
    lines: Sequence[BoardLine],
    *,
    options: SheetOptions,
    grouping: Grouping = Grouping.NONE,
    due: Sequence[Clock] = (),
) -> blocks.Sheet:
    """Return the board as a sheet; ``due`` are days that are near or have passed."""
    team = situation.team
    return team_document(
        _("The team"),
        team,
        (
            blocks.paragraph_of(headline(team, situation.today)),
            *_due(due),
            *_tables(situation, lines, grouping),
        ),
        options=options,
        wide=True,
        records=_records(situation, lines),
    )


def _tables(
    situation: Situation, lines: Sequence[BoardLine], grouping: Grouping
) -> Iterator[blocks.Block]:
    if not lines:
        yield blocks.paragraph_of(_("Nobody is in this team yet."))
        return
    groups: dict[str, list[BoardLine]] = {}
    for line in lines:
        groups.setdefault(group_of(situation.team, line, grouping), []).append(line)
    for heading, found in groups.items():
        if heading:
            yield blocks.Heading(2, heading)
        yield _table(situation, found)


def _table(situation: Situation, lines: Sequence[BoardLine]) -> blocks.Table:
    columns = (
        blocks.Column(_("Name"), 1),
        blocks.Column(_("Now"), 1.1),
        blocks.Column(_("Aim"), 0.7),
        blocks.Column(_("Standing against the aim"), 1.7),
        blocks.Column(_("Last conversation"), 0.8),
        blocks.Column(_("Next"), 1.3),
        blocks.Column(_("Kind of move"), 1),
    )
    rows = tuple(_row(situation, line) for line in lines)
    return blocks.Table(_("The team, one line a person"), columns, rows, row_headers=True)


def _row(situation: Situation, line: BoardLine) -> tuple[blocks.Cell, ...]:
    if line.person is None:
        post = line.post
        assert post is not None
        day = day_in_words(post.vacant_since)
        since = _("since {date}").format(date=day) if day else ""
        return (
            blocks.cell_of(_("Vacant"), Style.QUIET),
            lines_of(line.now, post.title),
            lines_of(""),
            lines_of(since, funding(post.funded)),
            lines_of(""),
            lines_of(""),
            lines_of(""),
        )
    return (
        blocks.cell_of(line.person.name, Style.STRONG),
        lines_of(line.now, line.post.title if line.post else ""),
        lines_of(line.aim or _("not said")),
        lines_of(
            line.link.message
            if line.standing is None and line.link.message
            else standing_line(line.standing)
        ),
        lines_of(day_in_words(line.person.last_talk) or _("never")),
        lines_of(line.next.short if line.next else ""),
        lines_of(*kinds_of(situation, line)),
    )


def funding(funded: bool | None) -> str:
    """Return whether a post is funded, in words."""
    if funded is None:
        return _("nobody has said whether it is funded")
    return _("funded") if funded else _("not funded")


def kinds_of(situation: Situation, line: BoardLine) -> list[str]:
    """Return the kinds of the moves that are planned for somebody, each with its state."""
    found = []
    for move in line.moves:
        kind = situation.kind(move.kind)
        title = kind.title if kind else move.kind
        found.append(_("{kind} ({state})").format(kind=title, state=move.state.word))
    return found


def _due(due: Sequence[Clock]) -> Iterator[blocks.Block]:
    if due:
        yield blocks.Heading(2, _("Due"))
        passed = _(" (passed)")
        yield blocks.BulletList(
            tuple(
                blocks.item_of(clock.sentence + (passed if clock.urgency is Urgency.PASSED else ""))
                for clock in due
            )
        )


def _records(situation: Situation, lines: Sequence[BoardLine]) -> blocks.Records:
    header = (
        _("Code"),
        _("Name"),
        _("Now"),
        _("Post"),
        _("Aim"),
        _("Shown"),
        _("In part"),
        _("Not yet"),
        _("No opportunity"),
        _("Nothing said"),
        _("Last conversation"),
        _("Next"),
        _("Manager"),
        _("Kind of move"),
    )
    return blocks.Records(header, tuple(_record(situation, situation.team, line) for line in lines))


def _record(situation: Situation, team: Team, line: BoardLine) -> tuple[str, ...]:
    person = line.person
    counts = line.standing
    return (
        (person or line.post).code,  # type: ignore[union-attr]
        person.name if person else "",
        line.now,
        line.post.title if line.post else "",
        line.aim,
        *(
            str(counts[word]) if counts else ""
            for word in ("shown", "partly", "not-yet", "no-opportunity", "unsaid")
        ),
        person.last_talk if person else "",
        line.next.short if line.next else "",
        team.manager_of(person) if person else "",
        "; ".join(kinds_of(situation, line)),
    )
