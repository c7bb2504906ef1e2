"""The end of a sheet: what the signs mean, room for notes, and signatures."""

from __future__ import annotations

from pathways.compare.change import Verdict
from pathways.i18n import _
from pathways.report import blocks
from pathways.report.marks import verdict_cell
from pathways.report.options import SheetOptions
from pathways.report.spans import Span, Style, styled

_ROOM_FOR_NOTES = 6  # lines


def closing(options: SheetOptions, *, signed: bool) -> tuple[blocks.Block, ...]:
    """Return room for notes and, on sheets that are ``signed``, for two signatures, as far as they
    are wanted.
    """
    content: list[blocks.Block] = []
    if options.notes:
        content += [blocks.Heading(2, _("Notes")), blocks.WritingLines(_ROOM_FOR_NOTES)]
    if signed and options.signatures:
        content += [
            blocks.Heading(2, _("Signatures")),
            blocks.Signatures((_("Employee"), _("Manager")), _("Date")),
        ]
    return tuple(content)


def legend(*, words: bool, passing: bool = False) -> tuple[blocks.Block, ...]:
    """Return what the signs mean and, where ``words`` are marked, how.

    ``passing`` adds the mark for words that are in one of several columns only.
    """
    columns = (blocks.Column(_("Sign"), 0.3), blocks.Column(_("Meaning"), 1))
    rows = tuple(
        (verdict_cell(verdict), blocks.cell_of(verdict.explanation)) for verdict in Verdict
    )
    table = blocks.Table(_("What the signs mean"), columns, rows, row_headers=True, together=True)
    heading = blocks.Heading(2, _("Signs and marks") if words else _("Signs"))
    return (heading, table, _marks(passing)) if words else (heading, table)


def legend_in_a_line() -> blocks.Paragraph:
    """Return what the signs mean as running text, for sheets that save room."""
    told = (f"{v.sign} {v.word}: {v.explanation}" for v in Verdict)
    return blocks.Paragraph(styled(f"{'; '.join(told)}.", Style.QUIET))


def _marks(passing: bool) -> blocks.Block:
    samples = [
        (Style.DELETED, _("struck through"), _("removed at the next grade")),
        (Style.INSERTED, _("bold and underlined"), _("added since the grade before")),
    ]
    if passing:
        samples.append((Style.PASSING, _("bold and struck through"), _("only in this grade")))
    return blocks.BulletList(
        tuple(
            blocks.Item((*styled(sample, style), Span(f": {means}")))
            for style, sample, means in samples
        )
    )
