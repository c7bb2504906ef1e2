"""The pieces of an outline made ready for recognising: markup that is only characters is read,
glued parts are parted.

A unit keeps the words of its source, so that everything can be accounted for in the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pathways.importing.html_tags import is_tag
from pathways.importing.metadata import kind_of_key
from pathways.importing.outline import Kind, Outline, Piece

_HASHES = re.compile(r"(#{1,6})\s+")
_TAG = re.compile(
    r"</?(?P<name>[a-zA-Z][a-zA-Z0-9-]{0,20})(?:\s{1,9}[a-zA-Z-]{1,30}"
    r"(?:\s{0,3}=\s{0,3}(?:\"[^\"]{0,300}\"|'[^']{0,300}'|[^\s>\"']{1,300}))?){0,20}\s{0,9}/?>"
)
_HALF_TAG = re.compile(r"<(?:u|b|i|em|strong)\b>?")
_GLUED = re.compile(r"([^*]{1,60}:)\s*\*\*([^*]{2,80})\*\*\s*(.*)", re.S)
_BOLD = re.compile(r"(\*\*|__)(.+)\1:?", re.S)
_STARS = re.compile(r"(\*\*|__)")
_LONGEST_VALUE = 8  # words of a fact whose name nothing but its bold letters parts from it
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")
_SPACES = re.compile(r"[ \t\f\v\r\u2028\u2029]+")
_BOX = re.compile(r"(\[[ xX]\]|[☐☑☒])\s+(?=\S)")  # of a list of things to tick
_BULLET = re.compile(r"([•◦▪▫‣⁃●○■□▸►➢➤✓∙☐☑☒](?!\s*[●○■□✓★☆])\s*|[-–—*·+]\s+)(?=\S)")


@dataclass(frozen=True)
class Origin:
    """Where a unit comes from; ``text`` is the source's own."""

    document: int
    piece: int
    line: int
    text: str
    place: str = ""


@dataclass(frozen=True)
class Unit:
    """One heading, paragraph, point or table; several origins where a break of line or page was
    repaired.

    ``gap`` tells whether a blank line stands before it (always, where the format has no lines).
    """

    kind: Kind
    text: str
    origins: tuple[Origin, ...]
    level: int = 0
    bold: bool = False
    gap: bool = True
    marker: str = ""
    lead: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    cells: tuple[tuple[tuple[Piece, ...], ...], ...] = ()

    @property
    def line(self) -> int:
        """Return the first line of the source."""
        return self.origins[0].line


def units_of(outline: Outline, document: int = 0) -> list[Unit]:
    """Return the units of an outline in order; text that is nothing but markup stays, as a unit
    without text.
    """
    found: list[Unit] = []
    last = -10
    for number, piece in enumerate(outline.pieces):
        gap = outline.format != "txt" or piece.line > last + 1 or not found
        for unit in _of_piece(piece, number, document):
            found.append(replace(unit, gap=gap))
            gap = True
        last = piece.line + piece.text.count("\n")
    return found


def tidied(text: str) -> str:
    """Return text without invisible characters and with single spaces; line breaks stay, and the
    tab between the name of a fact and its value.
    """
    lines = (_INVISIBLE.sub("", line).strip() for line in text.split("\n"))
    return "\n".join(part for line in lines if (part := _SPACES.sub(" ", _with_colon(line))))


def _with_colon(line: str) -> str:
    """Return a line with a colon where only a tab parts the name of a fact from its value."""
    name, _tab, value = line.partition("\t")
    named = value.strip() and ":" not in name and kind_of_key(name) not in ("", "link")
    return f"{name.strip()}: {value.strip()}" if named else line


def _of_piece(piece: Piece, number: int, document: int) -> Iterator[Unit]:
    def origin(text: str) -> tuple[Origin, ...]:
        return (Origin(document, number, piece.line, text, piece.place),)

    if piece.kind is Kind.TABLE:
        yield Unit(Kind.TABLE, "", origin(""), rows=piece.rows, cells=piece.cells)
        return
    for line in _lines(piece):
        lead = piece.lead if line.startswith(piece.lead) else ""
        unit = Unit(
            piece.kind, line, origin(line), piece.level, piece.bold, marker=piece.marker, lead=lead
        )
        yield from _parted(_read_markup(unit))


def _lines(piece: Piece) -> list[str]:
    """Return the lines of a piece that were meant as lines; others are one."""
    lines = tidied(_fact_in_bold(piece)).split("\n")
    joined: list[str] = []
    for line in lines:
        goes_on = line[:1].islower() and joined and not joined[-1].endswith((":", ".", ";"))
        goes_on = goes_on and not kind_of_key(line.partition(":")[0] if ":" in line else "")
        if goes_on and not _BULLET.match(line):
            joined[-1] += " " + line
        else:
            joined.append(line)
    return joined if piece.kind is not Kind.HEADING else [" ".join(joined)]


def _fact_in_bold(piece: Piece) -> str:
    """Return a text whose bold beginning is the name of a fact with a tab behind it: "**Grade**
    Scale 4".
    """
    lead, text = piece.lead, piece.text
    value = text[len(lead) :].strip() if lead and text.startswith(f"{lead} ") else ""
    short = 0 < len(value.split()) <= _LONGEST_VALUE and not value.endswith((".", ";", ":"))
    named = piece.kind is Kind.PARAGRAPH and not value[:1].islower() and ":" not in lead
    return f"{lead}\t{value}" if short and named and kind_of_key(lead) else text


def _read_markup(unit: Unit) -> Unit:
    text, level, kind, bold, marker = unit.text, unit.level, unit.kind, unit.bold, unit.marker
    if kind is Kind.PARAGRAPH:
        text = re.sub(r"^(>\s*)+", "", text)
    if "<" in text:
        bold = bold or bool(_HALF_TAG.match(text))
        text = tidied(_HALF_TAG.sub("", _TAG.sub(_tag_or_place, text)))
    hashes = _HASHES.match(text) if kind is Kind.PARAGRAPH else None
    if hashes:
        kind, level = Kind.HEADING, len(hashes[1])
        text = text[hashes.end() :].rstrip().rstrip("#").strip()
    if kind is Kind.PARAGRAPH and not hashes:
        bullet = _BULLET.match(text)
        if bullet:
            kind, level, marker, text = (
                Kind.ITEM,
                max(level, 1),
                bullet[1].strip(),
                text[bullet.end() :],
            )
    box = _BOX.match(text) if kind is Kind.ITEM else None
    if box:
        marker, text = box[1], text[box.end() :]
    whole = _BOLD.fullmatch(text)
    if whole and whole[1] not in whole[2]:
        bold, text = True, whole[2]
    return replace(unit, text=text.strip(), level=level, kind=kind, bold=bold, marker=marker)


def _tag_or_place(found: re.Match[str]) -> str:
    """Return nothing for a tag; "<insert title>" is none, but a place that somebody should fill."""
    return "" if is_tag(found["name"]) else found[0]


def _parted(unit: Unit) -> Iterator[Unit]:
    """Part "Band 6:**People Management**" in two; take other stars of emphasis out of the text."""
    glued = _GLUED.fullmatch(unit.text) if unit.kind is Kind.PARAGRAPH else None
    if not glued:
        yield replace(unit, text=_without_emphasis(unit.text))
        return
    for text, bold in ((glued[1], False), (glued[2], True), (glued[3], False)):
        if text.strip():
            yield replace(
                unit,
                text=text.strip(),
                bold=bold,
                origins=(replace(unit.origins[0], text=text.strip()),),
            )


def _without_emphasis(text: str) -> str:
    """Return a text without the stars and underscores of Markdown around its stressed words."""
    parts = _STARS.split(text)  # text, mark, text, mark, ..., text
    closing: dict[str, list[int]] = {"**": [], "__": []}
    for place in range(len(parts) - 2, 0, -2):
        if not (parts[place - 1] or " ")[-1].isspace():
            closing[parts[place]].append(place)  # the first of them last
    place = 1
    while place < len(parts):
        waiting = closing[parts[place]]
        while waiting and waiting[-1] <= place:
            waiting.pop()
        if waiting and not (parts[place + 1] or " ")[0].isspace():
            parts[place], parts[waiting[-1]] = "", ""
            place = waiting.pop()
        place += 2
    return "".join(parts)
