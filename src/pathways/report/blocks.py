"""What a sheet is made of, whatever it is written to: headings, paragraphs, tables, notes, lines
to write on.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from enum import Enum
from typing import Any

import msgspec

from pathways.report.spans import Line, Style, plain, styled

_GAPS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
REPLACEMENT = "\ufffd"
COMPACT = 5 / 6  # of the text size, on compact sheets: 10 points where others have 12


class Tone(str, Enum):
    """The light tint behind a cell; it never says anything that the cell does not say in words."""

    NONE = "none"
    SAME = "same"
    MORE = "more"
    LESS = "less"
    OTHER = "other"
    NEW = "new"
    GONE = "gone"


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """A heading of level 2 to 4; level 1 is the title of the document.

    ``new_page`` begins a page with it, where there are pages.
    """

    level: int
    text: str
    new_page: bool = False


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    """Running text; ``keep`` holds it on one page with what follows."""

    spans: Line
    keep: bool = False


class Item(msgspec.Struct, frozen=True):
    """A point of a list; ``depth`` is 1, or more where it stands below another point."""

    spans: Line
    depth: int = 1


class BulletList(msgspec.Struct, frozen=True, tag="list"):
    """Points, nested by their depth."""

    items: tuple[Item, ...]


class Cell(msgspec.Struct, frozen=True):
    """A cell of a table: lines one below the other."""

    lines: tuple[Line, ...]
    tone: Tone = Tone.NONE


class Column(msgspec.Struct, frozen=True):
    """A column with its heading; ``share`` is its width in relation to the others'."""

    title: str
    share: float = 1.0
    centred: bool = False


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table with one header row and no merged cells; every row has a cell for each column.

    ``caption`` says what the table is to those who cannot see where it stands. ``row_headers``
    tells that the first cell of each row names the row; ``together`` holds a short table on one
    page. ``row_height`` is the least height of a row in millimetres: room to write in.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_headers: bool = False
    together: bool = False
    row_height: float = 0.0


class Note(msgspec.Struct, frozen=True, tag="note"):
    """Advice that must not be overlooked."""

    title: str
    spans: Line


class WritingLines(msgspec.Struct, frozen=True, tag="lines"):
    """Empty lines to write on by hand."""

    count: int


class Signatures(msgspec.Struct, frozen=True, tag="signatures"):
    """One line to sign on for each person, each with a place for the date."""

    people: tuple[str, ...]
    date_word: str


class Footnote(msgspec.Struct, frozen=True):
    """A numbered source."""

    number: int
    text: str


class Footnotes(msgspec.Struct, frozen=True, tag="footnotes"):
    """The sources that the numbers in the text point to."""

    items: tuple[Footnote, ...]


Block = Heading | Paragraph | BulletList | Table | Note | WritingLines | Signatures | Footnotes


class Records(msgspec.Struct, frozen=True):
    """The same content as plain rows, for spreadsheets."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet, whole. Line breaks and control characters in its texts are replaced: every writer
    can write it.

    ``written`` is the date in words. ``wide`` tells that it reads better in landscape. ``footer``
    stands on every page beside the title, the date and the page number. ``compact`` sets it in
    smaller type with less room between its parts.
    """

    title: str
    subtitle: str
    language: str
    date: datetime.date
    written: str
    blocks: tuple[Block, ...]
    footer: str = ""
    wide: bool = False
    compact: bool = False
    records: Records | None = None

    def __post_init__(self) -> None:
        """Replace what no writer can write."""
        for field in self.__struct_fields__:
            value = getattr(self, field)
            writable = _writable(value)
            if writable is not value:
                msgspec.structs.force_setattr(self, field, writable)


def paragraph_of(text: str, keep: bool = False) -> Paragraph:
    """Return a paragraph of plain text."""
    return Paragraph(plain(text), keep)


def item_of(text: str, depth: int = 1) -> Item:
    """Return a point of plain text."""
    return Item(plain(text), depth)


def cell_of(text: str, style: Style = Style.PLAIN) -> Cell:
    """Return a cell of one line."""
    return Cell((styled(text, style),))


def nested(items: tuple[Item, ...]) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    """Yield each point of the first level found with the points that stand below it."""
    start = 0
    while start < len(items):
        end = start + 1
        while end < len(items) and items[end].depth > items[start].depth:
            end += 1
        yield items[start], items[start + 1 : end]
        start = end


def _writable(value: Any) -> Any:
    """Return ``value`` with every text in it writable; the very same object where nothing was to
    be done.
    """
    if type(value) is str:
        text = _UNWRITABLE.sub(REPLACEMENT, _GAPS.sub(" ", value))
        return value if text == value else text
    if isinstance(value, tuple):
        new = tuple(_writable(part) for part in value)
        return value if all(a is b for a, b in zip(new, value, strict=True)) else new
    if isinstance(value, msgspec.Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        new_fields = {name: _writable(part) for name, part in fields.items()}
        changed = {name: part for name, part in new_fields.items() if part is not fields[name]}
        return msgspec.structs.replace(value, **changed) if changed else value
    return value
