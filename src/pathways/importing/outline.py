"""What every document becomes before anything is recognised in it: headings, paragraphs, points and tables in order."""

from __future__ import annotations

from enum import Enum

import msgspec


class Kind(str, Enum):
    """What a piece of a document looks like, before anyone knows what it means."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """One heading, paragraph or point of a list, or one table, in the order of the document.

    ``line`` counts from 1: the line of a text file, else the paragraph or row of the document. ``place`` says the same
    in words for people ("page 3", "row 12"), "" where the line says it all. ``level`` is 1 to 6 for headings, the depth
    from 1 for points, else 0. ``bold`` where the whole paragraph is bold (a heading in disguise, perhaps).
    ``rows`` is for tables: cells as plain text, the same number in each row.
    """

    kind: Kind
    line: int
    text: str = ""
    level: int = 0
    bold: bool = False
    place: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the source that is no statement, heading or metadata, and why."""

    line: int
    text: str
    why: str


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """A whole document: ``name`` is the file's, ``title`` what the document calls itself ("" where it does not say).

    ``facts`` are metadata found on reading (author, language, marking); ``left_out`` what the reader itself dropped
    (page headers and footers, page numbers), so that no line is lost in silence.
    """

    name: str
    format: str
    pieces: tuple[Piece, ...]
    title: str = ""
    language: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    left_out: tuple[LeftOut, ...] = ()
