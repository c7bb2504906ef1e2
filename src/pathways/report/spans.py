"""Text on a sheet: lines made of pieces, each in one style."""

from __future__ import annotations

from enum import Enum

import msgspec


class Style(str, Enum):
    """How a piece of text stands out; each can be told from the others in black and white.

    PASSING is inserted and deleted again: new beside the column before, gone in the column after.
    """

    PLAIN = "plain"
    STRONG = "strong"
    INSERTED = "inserted"
    DELETED = "deleted"
    PASSING = "passing"
    QUIET = "quiet"
    REFERENCE = "reference"


class Span(msgspec.Struct, frozen=True):
    """A piece of text in one style; the text of a REFERENCE is the number of a footnote."""

    text: str
    style: Style = Style.PLAIN


Line = tuple[Span, ...]


def plain(text: str) -> Line:
    """Return a line of plain text."""
    return (Span(text),)


def styled(text: str, style: Style) -> Line:
    """Return a line of text in one style."""
    return (Span(text, style),)


def text_of(line: Line) -> str:
    """Return the text of a line without its styles and footnote numbers."""
    return "".join(span.text for span in line if span.style is not Style.REFERENCE)
