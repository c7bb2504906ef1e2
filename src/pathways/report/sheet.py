"""The head and the foot that every sheet has, in one place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pathways.model.day import date_in_words
from pathways.model.framework import Framework
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.provenance import byline, footer


def sheet(
    title: str,
    frameworks: Sequence[Framework],
    content: Iterable[blocks.Block],
    options: SheetOptions,
    *,
    wide: bool = False,
    compact: bool = False,
    excerpt: bool = False,
    records: blocks.Records | None = None,
) -> blocks.Sheet:
    """Return a sheet: under its title whose frameworks it is about, on every page their sources.

    ``wide``, ``compact`` and ``records`` are the document's; an ``excerpt``, for the clipboard, has
    nothing at its foot.
    """
    head, foot = (title, byline(frameworks)), "" if excerpt else footer(frameworks)
    return headed(head, content, foot, options, wide=wide, compact=compact, records=records)


def headed(
    head: tuple[str, str],
    content: Iterable[blocks.Block],
    foot: str,
    options: SheetOptions,
    *,
    wide: bool = False,
    compact: bool = False,
    records: blocks.Records | None = None,
) -> blocks.Sheet:
    """Return a sheet with another ``head``, its title and the line below, and another ``foot``."""
    return blocks.Sheet(
        title=head[0],
        subtitle=head[1],
        language=options.language,
        date=options.date,
        written=date_in_words(options.date),
        blocks=tuple(content),
        footer=foot,
        wide=wide,
        compact=compact,
        records=records,
    )
