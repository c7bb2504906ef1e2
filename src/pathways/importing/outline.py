"""What every document becomes before anything is recognised in it: headings, paragraphs, points
and tables in order.
"""

from __future__ import annotations

from enum import Enum

import msgspec


class Kind(str, Enum):
    """What a piece of a document looks like, before anyone knows what it means."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    FACT = "fact"


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """One heading, paragraph or point of a list, or one table, in the order of the document.

    ``line`` counts from 1: the line of a text file, else the paragraph or row of the document.
    ``place`` says the same in words for people ("page 3", "row 12"), "" where the line says it all.
    ``level`` is 1 to 6 for headings, the depth from 1 for points, else 0. ``bold`` where the whole
    paragraph is bold or underlined (a heading in disguise, perhaps). ``rows`` is for tables: cells
    as plain text, the same number in each row, several paragraphs or points of one cell on lines of
    their own; merged cells repeat their text; a list of terms and definitions is a table of two
    columns. ``header`` is how many of the first rows the document itself marks as headings (0: it
    does not say).
    ``cells``, where a reader knows them, has the same cells as pieces, so that points and bold
    lines in a cell can be told apart. ``marker`` is what stood before a point as a character ("•",
    "3."), "" where the list was a real one. A fact is one entry of the front matter, "name:
    value". ``lead`` are the bold words that a text begins with, where not all of it is bold.
    """

    kind: Kind
    line: int
    text: str = ""
    level: int = 0
    bold: bool = False
    place: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    header: int = 0
    cells: tuple[tuple[tuple[Piece, ...], ...], ...] = ()
    marker: str = ""
    lead: str = ""


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the source that is no statement, heading or metadata, and why."""

    line: int
    text: str
    why: str


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the reader mended or is not sure of, for a person to look at; the text itself
    is in a piece.
    """

    line: int
    text: str
    why: str


class SourceLine(msgspec.Struct, frozen=True):
    """A line of the source as a reader read it, before anything was made of it."""

    line: int
    text: str


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """A whole document: ``name`` is the file's, ``title`` what the document calls itself ("" where
    it does not say).

    ``facts`` are metadata found on reading (author, language, marking); ``left_out`` what the
    reader itself dropped (page headers and footers, page numbers), so that no line is lost in
    silence; ``remarks`` what it mended or doubts (invisible characters taken out, a guessed
    encoding, tracked changes that nobody accepted yet). ``running`` are the headers of its pages,
    which ``left_out`` has, too.
    """

    name: str
    format: str
    pieces: tuple[Piece, ...]
    title: str = ""
    language: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[Remark, ...] = ()
    read: tuple[SourceLine, ...] = ()
    running: tuple[str, ...] = ()
