"""The sheet of what a team can show: what nobody holds, or one person alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pathways.i18n import _, _n
from pathways.i18n import in_words as joined
from pathways.planning.board import node_title
from pathways.planning.needs import Situation
from pathways.planning.standing import in_words
from pathways.planning.team_gaps import Gap
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.spans import Style
from pathways.report.team_words import lines_of, team_document


def gaps_sheet(
    situation: Situation, found: Sequence[Gap], *, options: SheetOptions
) -> blocks.Sheet:
    """Return the gaps of a team as a sheet, grade by grade."""
    return team_document(
        _("What the team can show"),
        situation.team,
        (blocks.paragraph_of(gaps_sentence(found)), *_tables(situation, found)),
        options=options,
        records=_records(situation, found),
    )


def gaps_sentence(found: Sequence[Gap]) -> str:
    """Return how many statements nobody holds, and how many one person holds alone."""
    nobody = sum(not gap.held.holders for gap in found)
    if not found:
        return _("Every statement of the team’s grades is held by two people or more.")
    one = len(found) - nobody
    by_nobody = _n(
        "{count} statement is held by nobody", "{count} statements are held by nobody", nobody
    ).format(count=nobody)
    by_one = _n(
        "{count} statement is held by one person alone",
        "{count} statements are held by one person alone",
        one,
    ).format(count=one)
    parts = [words for count, words in ((nobody, by_nobody), (one, by_one)) if count]
    return "; ".join(parts) + "."


def holder_words(situation: Situation, gap: Gap) -> str:
    """Return who holds a statement alone, or that nobody does."""
    holders = [situation.team.people_by_id[person].name for person in gap.held.holders]
    return _("{name} only").format(name=holders[0]) if holders else _("nobody")


def nearest_words(situation: Situation, gap: Gap) -> str:
    """Return who is nearest to holding a statement, each with what their plan says of it."""
    people = situation.team.people_by_id
    return joined(
        [
            f"{people[near.person].name} ({in_words(near.standing)})"
            if near.standing
            else people[near.person].name
            for near in gap.nearest
        ]
    )


def _tables(situation: Situation, found: Sequence[Gap]) -> Iterator[blocks.Block]:
    columns = (
        blocks.Column(_("Statement"), 1.8),
        blocks.Column(_("Held by"), 0.7),
        blocks.Column(_("Nearest"), 1),
    )
    for node, gaps in groupby(found, key=lambda gap: gap.held.node):
        title = node_title(situation.comparer.library, node)
        yield blocks.Heading(2, title)
        rows = tuple(
            (
                blocks.cell_of(gap.held.statement.text),
                blocks.cell_of(holder_words(situation, gap), Style.STRONG),
                lines_of(nearest_words(situation, gap) or _("nobody")),
            )
            for gap in gaps
        )
        yield blocks.Table(title, columns, rows, row_headers=True)


def _records(situation: Situation, found: Sequence[Gap]) -> blocks.Records:
    header = (_("Grade or role"), _("Statement"), _("Held by"), _("Nearest"))
    return blocks.Records(
        header,
        tuple(
            (
                node_title(situation.comparer.library, gap.held.node),
                gap.held.statement.text,
                holder_words(situation, gap),
                nearest_words(situation, gap),
            )
            for gap in found
        ),
    )
