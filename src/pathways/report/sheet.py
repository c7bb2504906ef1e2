"""The head and the foot that every sheet about frameworks has, in one place."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.model.day import date_in_words
from pathways.model.framework import Framework
from pathways.report.blocks import Block, Records, Sheet
from pathways.report.options import SheetOptions
from pathways.report.provenance import byline, footer


def sheet(
    title: str,
    frameworks: Sequence[Framework],
    blocks: tuple[Block, ...],
    options: SheetOptions,
    *,
    wide: bool = False,
    compact: bool = False,
    excerpt: bool = False,
    records: Records | None = None,
) -> Sheet:
    """Return a sheet: under its title whose frameworks it is about, on every page their sources.

    ``wide``, ``compact`` and ``records`` are the document's; an ``excerpt``, for the clipboard, has
    nothing at its foot.
    """
    return Sheet(
        title=title,
        subtitle=byline(frameworks),
        language=options.language,
        date=options.date,
        written=date_in_words(options.date),
        blocks=blocks,
        footer="" if excerpt else footer(frameworks),
        wide=wide,
        compact=compact,
        records=records,
    )
