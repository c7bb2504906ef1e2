"""Pages: what preview, print and PDF have in common. One template, one input, so they are the same
pages.
"""

from __future__ import annotations

import calendar
import sys
from collections.abc import Iterator
from typing import Any

import msgspec

from pathways import paths
from pathways.errors import PathwaysError
from pathways.i18n import _
from pathways.report import blocks, glyphs
from pathways.report.column_widths import with_fitting_columns
from pathways.report.options import SheetOptions
from pathways.report.room import LONG, MARGIN, SHORT
from pathways.report.tones import HEADER, QUIET, RULE, TINTS
from pathways.right_to_left import isolated

_FACTORS = ((7, 0.78), (5, 0.84), (3, 0.92), (0, 1.0))  # of the type in tables, by their columns
_LONGEST_TITLE = 400  # characters
_KEPT = 11  # sheets after which typst keeps nothing of an earlier one


def svg_pages(document: blocks.Sheet, options: SheetOptions) -> list[bytes]:
    """Return the pages as SVG, one after the other: for preview and print."""
    pages = compile_pages(document, options, format="svg")
    return [pages] if isinstance(pages, bytes) else list(pages)


def compile_pages(document: blocks.Sheet, options: SheetOptions, **how: Any) -> Any:
    """Set the pages; ``how`` goes to typst. Raise PathwaysError where they cannot be set."""
    import typst

    try:
        return typst.compile(
            str(paths.resources() / "sheets" / "sheet.typ"),
            sys_inputs={"sheet": msgspec.json.encode(_input(document, options)).decode()},
            font_paths=[str(glyphs.folder())],
            ignore_system_fonts=True,
            timestamp=calendar.timegm(document.date.timetuple()),
            **how,
        )
    except (typst.TypstError, OSError) as error:
        raise PathwaysError(
            _(
                "The pages of “{title}” could not be made ({reason}). Write them to Word, ODT or "
                "HTML instead."
            ).format(title=document.title, reason=str(error).splitlines()[0])
        ) from error


def forget() -> None:
    """Let typst give up what it keeps of the sheets that it has set.

    It keeps what the last ten had in common, to set the next one faster: 30 MB for each, 350 MB
    after a dozen of different sheets. There is no call for it; whatever the last ten have not used
    is given up, so ten empty ones do it.
    """
    if "typst" not in sys.modules:
        return
    import typst

    for _sheet in range(_KEPT):
        typst.compile(b"", ignore_system_fonts=True, font_paths=[])


def _input(document: blocks.Sheet, options: SheetOptions) -> dict[str, Any]:
    language, _hyphen, region = document.language.partition("-")
    title = _short(document.title.strip()) or _("Untitled")
    document = msgspec.structs.replace(document, subtitle=_short(document.subtitle))
    fitted = msgspec.structs.replace(document, blocks=tuple(_fitted(document, options)))
    sheet = msgspec.to_builtins(msgspec.structs.replace(fitted, title=title, records=None))
    drawable = _each_text(sheet)
    replaced = drawable != sheet and blocks.REPLACEMENT in str(drawable)
    return {
        "sheet": drawable,
        "name": title,
        "description": document.subtitle,
        "date": {
            "year": document.date.year,
            "month": document.date.month,
            "day": document.date.day,
        },
        "lang": language,
        "region": region or None,
        "page": _("Page {number} of {count}"),
        "remark": _(
            "{sign} stands for a character that the font of this sheet does not have."
        ).format(sign=blocks.REPLACEMENT)
        if replaced
        else "",
        "look": _look(document, options),
    }


def _short(text: str) -> str:
    """Return a title that fits on a page and in the head of the others."""
    return text if len(text) <= _LONGEST_TITLE else text[: _LONGEST_TITLE - 1] + "…"


def _fitted(document: blocks.Sheet, options: SheetOptions) -> Iterator[blocks.Block]:
    """Yield the blocks, each table with columns as wide as their longest words."""
    width = (LONG if options.landscape(document.wide) else SHORT) - 2 * MARGIN
    for block in document.blocks:
        if isinstance(block, blocks.Table):
            columns = len(block.columns)
            factor = next(factor for least, factor in _FACTORS if columns >= least)
            if document.compact:
                factor = blocks.COMPACT * (0.92 if columns >= 3 else 1.0)
            yield with_fitting_columns(block, width, options.text_size * factor)
        else:
            yield block


def _look(document: blocks.Sheet, options: SheetOptions) -> dict[str, Any]:
    return {
        "landscape": options.landscape(document.wide),
        "size": options.text_size,
        "scale": blocks.COMPACT if document.compact else 1.0,
        "families": glyphs.FAMILIES,
        "tints": {tone.value: tint for tone, tint in TINTS.items()},
        "header": HEADER,
        "rule": RULE,
        "quiet": QUIET,
    }


def _each_text(value: Any) -> Any:
    """Return plain data with every text in it fit for the fonts and the columns."""
    if isinstance(value, str):
        return isolated(glyphs.breakable(glyphs.drawable(value)))
    if isinstance(value, dict):
        return {key: _each_text(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_each_text(part) for part in value]
    return value
