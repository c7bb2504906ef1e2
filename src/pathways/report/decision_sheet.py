"""The record of a decision on a move: criteria, evidence, needs, who decided, and why.

It is for the file, and for telling those who were not chosen.
"""

from __future__ import annotations

from collections.abc import Iterator

from pathways.i18n import _
from pathways.model.day import day_in_words
from pathways.model.team import Move
from pathways.planning.needs import Situation, criteria_of, met_in_words, needs_of
from pathways.planning.standing import against
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.side_by_side_sheet import confirmed_in_words
from pathways.report.team_words import (
    facts_table,
    lines_of,
    move_sentence,
    needs_table,
    place_in_words,
    standing_cell,
    standing_line,
    team_document,
)


def decision_sheet(situation: Situation, move: Move, *, options: SheetOptions) -> blocks.Sheet:
    """Return the record of a planned move, decided or not yet."""
    name = situation.team.people_by_id[move.person].name
    return team_document(
        _("Decision record: {name}").format(name=name),
        situation.team,
        (
            blocks.paragraph_of(move_sentence(situation.team, situation.comparer.library, move)),
            *_facts(situation, move),
            blocks.Heading(2, _("What the move needs")),
            needs_table(needs_of(situation, move)),
            *_criteria(situation, move),
            *_history(move),
            *_closing(options),
        ),
        options=options,
        records=_records(situation, move),
    )


def _facts(situation: Situation, move: Move) -> Iterator[blocks.Block]:
    team, library = situation.team, situation.comparer.library
    kind = situation.kind(move.kind)
    yield blocks.Heading(2, _("The decision"))
    yield from facts_table(
        _("The decision"),
        (
            (_("Kind of move"), kind.title if kind else move.kind),
            (_("From"), place_in_words(team, library, move.source_post, move.source_node)),
            (_("To"), place_in_words(team, library, move.post, move.node)),
            (_("From the day"), day_in_words(move.date)),
            (_("Until"), day_in_words(move.until)),
            (_("State"), move.state.word),
            (_("Decided by"), move.decided_by or _("nobody yet")),
            (_("Decided on"), day_in_words(move.decided_on)),
            (_("Reason"), move.reason or _("none is written down")),
            (_("Rests on"), move.evidence),
        ),
    )


def _criteria(situation: Situation, move: Move) -> Iterator[blocks.Block]:
    """Yield each criterion with what the person's plan shows for it."""
    wanted = criteria_of(situation, move) or ()
    standing = situation.standings.get(move.person)
    yield blocks.Heading(2, _("Criteria and evidence"))
    if not wanted:
        yield blocks.paragraph_of(_("Nothing new or raised is asked for at this step."))
        return
    if standing is None:
        yield blocks.paragraph_of(_("No plan of this person could be read."))
    else:
        yield blocks.paragraph_of(standing_line(against(standing, wanted)))
    rows = []
    for statement in wanted:
        found = standing.of(statement) if standing else None
        rows.append(
            (
                blocks.cell_of(statement.text),
                standing_cell(found.standing if found else "unsaid"),
                lines_of(*(found.evidence if found else ())),
                lines_of(confirmed_in_words(found) if found else ""),
            )
        )
    columns = (
        blocks.Column(_("Criterion"), 1.6),
        blocks.Column(_("Standing"), 0.7),
        blocks.Column(_("Evidence"), 1.2),
        blocks.Column(_("Confirmed by"), 0.8),
    )
    yield blocks.Table(_("Criteria and evidence"), columns, tuple(rows), row_headers=True)


def _history(move: Move) -> Iterator[blocks.Block]:
    if move.history:
        yield blocks.Heading(2, _("History"))
        yield blocks.BulletList(
            tuple(
                blocks.item_of(
                    ", ".join(
                        part
                        for part in (
                            day_in_words(event.on),
                            event.state.word,
                            event.by,
                            event.note,
                        )
                        if part
                    )
                )
                for event in move.history
            )
        )


def _closing(options: SheetOptions) -> Iterator[blocks.Block]:
    if options.notes:
        yield blocks.Heading(2, _("Feedback to those who were not chosen"))
        yield blocks.WritingLines(4)
    if options.signatures:
        yield blocks.Heading(2, _("Signatures"))
        yield blocks.Signatures((_("Decided by"), _("Human resources")), _("Date"))


def _records(situation: Situation, move: Move) -> blocks.Records:
    header = (_("Part"), _("What"), _("Result"), _("Why or evidence"), _("Source"))
    needs = [
        (_("need"), found.need.text, met_in_words(found.met), found.why, found.source)
        for found in needs_of(situation, move)
    ]
    standing = situation.standings.get(move.person)
    rows = [*needs]
    for statement in criteria_of(situation, move) or ():
        found = standing.of(statement) if standing else None
        rows.append(
            (
                _("criterion"),
                statement.text,
                found.standing if found else "unsaid",
                "; ".join(found.evidence) if found else "",
                statement.source.text,
            )
        )
    return blocks.Records(header, tuple(rows))
