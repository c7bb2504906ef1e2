"""The end of a sheet: what the signs mean, room for notes, and signatures."""

from __future__ import annotations

from pathways.compare.change import Verdict
from pathways.i18n import _
from pathways.report.blocks import (
    Block,
    BulletList,
    Cell,
    Column,
    Heading,
    Item,
    Paragraph,
    Signatures,
    Span,
    Style,
    Table,
    WritingLines,
    plain,
    styled,
)
from pathways.report.marks import verdict_cell
from pathways.report.options import SheetOptions

_ROOM_FOR_NOTES = 6  # lines


def closing(options: SheetOptions, *, signed: bool) -> tuple[Block, ...]:
    """Return room for notes and, on sheets that are ``signed``, for two signatures, as far as they
    are wanted.
    """
    blocks: list[Block] = []
    if options.notes:
        blocks += [Heading(2, _("Notes")), WritingLines(_ROOM_FOR_NOTES)]
    if signed and options.signatures:
        blocks += [
            Heading(2, _("Signatures")),
            Signatures((_("Employee"), _("Manager")), _("Date")),
        ]
    return tuple(blocks)


def legend(*, words: bool, passing: bool = False) -> tuple[Block, ...]:
    """Return what the signs mean and, where ``words`` are marked, how.

    ``passing`` adds the mark for words that are in one of several columns only.
    """
    columns = (Column(_("Sign"), 0.3), Column(_("Meaning"), 1))
    rows = tuple(
        (verdict_cell(verdict), Cell((plain(verdict.explanation),))) for verdict in Verdict
    )
    table = Table(_("What the signs mean"), columns, rows, row_headers=True, together=True)
    heading = Heading(2, _("Signs and marks") if words else _("Signs"))
    return (heading, table, _marks(passing)) if words else (heading, table)


def legend_in_a_line() -> Paragraph:
    """Return what the signs mean as running text, for sheets that save room."""
    told = (f"{v.sign} {v.word}: {v.explanation}" for v in Verdict)
    return Paragraph(styled(f"{'; '.join(told)}.", Style.QUIET))


def _marks(passing: bool) -> Block:
    samples = [
        (Style.DELETED, _("struck through"), _("removed at the next grade")),
        (Style.INSERTED, _("bold and underlined"), _("added since the grade before")),
    ]
    if passing:
        samples.append((Style.PASSING, _("bold and struck through"), _("only in this grade")))
    return BulletList(
        tuple(
            Item((*styled(sample, style), Span(f": {means}"))) for style, sample, means in samples
        )
    )
