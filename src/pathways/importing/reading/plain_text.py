"""Plain text: paragraphs, points that are only characters, and tables made of tabs.

What is a heading cannot be known here, so no piece is one. A blank line always ends a piece, also
in the middle of a sentence: both halves stay visible with their lines, and whoever recognises the
document decides.
"""

from __future__ import annotations

import re
from pathlib import Path

from pathways.i18n import _
from pathways.importing.metadata import kind_of_key
from pathways.importing.outline import Kind, Outline, Piece
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.invisible import even_line_ends
from pathways.importing.reading.line_breaks import between, is_wrapped, width_of
from pathways.importing.reading.points import bullet_of, number_of
from pathways.importing.reading.refusal import too_intricate
from pathways.importing.reading.source_bytes import read_bytes, text_of

MOST_BYTES = 8_000_000  # some three thousand pages
_MOST_LINES = 200_000
_SPACED = re.compile(r"([^\s:](?:[^\s:]| (?=\S)){1,40}) {2,}(\S(?:\S| (?=\S))*)")
_RULE = re.compile(r"\s*([-=_*~#.])(\s*\1){2,}\s*$")


def read_plain_text(path: Path) -> Outline:
    """Return the outline of a text file; raise UnreadableDocumentError where it is none or too
    long.
    """
    text, encoding = text_of(path, read_bytes(path, MOST_BYTES))
    gathering = Gathering(path, "txt")
    note_encoding(gathering, encoding)
    if text.count("\n") > _MOST_LINES:
        raise too_intricate(path)
    lines = even_line_ends(text).split("\n")
    for number, line in enumerate(lines, start=1):
        gathering.read(number, line)
    _TextReader(gathering).read(lines)
    return gathering.outline()


def note_encoding(gathering: Gathering, encoding: str) -> None:
    """Remark where the encoding was only guessed, since letters outside ASCII may then be wrong."""
    if encoding == "cp1252":
        gathering.remark(
            1,
            "",
            _(
                "The file is not UTF-8; it was read as Windows-1252. Check accents, dashes and "
                "quotes."
            ),
        )


def add_lines(gathering: Gathering, lines: list[str], first: int) -> None:
    """Add plain lines, the first of which is line ``first`` of the source, to a document of
    another kind.
    """
    _TextReader(gathering).read(lines, first)


class _TextReader:
    """Read lines one by one, keeping the piece that the next line may still belong to."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._width = 0
        self._parts: list[str] = []  # of the open piece; none when there is none
        self._line = 0
        self._last = ""  # its last line as it stood in the source
        self._marker = ""
        self._depth = 0
        self._inside = 0  # column where the text of the open point begins
        self._indents: list[int] = []

    def read(self, lines: list[str], first: int = 1) -> None:
        """Gather all ``lines``."""
        self._width = width_of([line for line in lines if "\t" not in line.strip()])
        index = 0
        while index < len(lines):
            rows = _tabbed_rows(lines, index)
            if rows:
                self._close()
                self._add_table(rows, first + index)
                index += len(rows)
                continue
            self._read_line(lines[index], first + index)
            index += 1
        self._close()

    def _read_line(self, line: str, number: int) -> None:
        stripped = line.strip()
        if not stripped:
            self._close()
        elif _RULE.match(line):
            self._close()
            self._gathering.leave_out(number, stripped, _("a line drawn with characters"))
        elif bullet_of(stripped):
            self._open_point(line, number)
        elif self._goes_on(line):
            self._parts.append(between(self._parts[-1], stripped) + stripped)
            self._last = line
        else:
            self._close()
            self._parts, self._line, self._last = [stripped], number, line
            if not line[:1].isspace():
                self._indents = []

    def _goes_on(self, line: str) -> bool:
        if not self._parts or number_of(line.strip()):
            return False
        if self._depth and _column(line) >= self._inside > 0:
            return True
        return is_wrapped(self._last, line, self._width)

    def _open_point(self, line: str, number: int) -> None:
        self._close()
        stripped = line.strip()
        bullet = bullet_of(stripped)
        column = _column(line)
        while self._indents and column < self._indents[-1]:
            self._indents.pop()
        if not self._indents or column > self._indents[-1]:
            self._indents.append(column)
        self._parts, self._line, self._last = [stripped[len(bullet) :].strip()], number, line
        self._marker, self._depth, self._inside = (
            bullet.strip(),
            len(self._indents),
            column + len(bullet),
        )

    def _close(self) -> None:
        if self._parts:
            kind = Kind.ITEM if self._depth else Kind.PARAGRAPH
            self._gathering.add(
                kind, self._line, "".join(self._parts), self._depth, marker=self._marker
            )
        self._parts, self._marker, self._depth, self._inside = [], "", 0, 0

    def _add_table(self, rows: list[list[str]], number: int) -> None:
        cells = tuple(tuple(self._gathering.cleaned(cell, number) for cell in row) for row in rows)
        self._gathering.keep(Piece(kind=Kind.TABLE, line=number, rows=cells))


def _column(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _tabbed(line: str) -> str:
    """Return a line with a tab between the name of a fact and its value that spaces set apart."""
    found = _SPACED.fullmatch(line)
    return f"{found[1]}\t{found[2]}" if found and kind_of_key(found[1]) else line


def _tabbed_rows(lines: list[str], index: int) -> list[list[str]]:
    """Return the rows of a table that begins here: at least two lines with the same number of tabs
    inside, or names of facts with their values in a column.
    """
    rows: list[list[str]] = []
    for place in range(index, len(lines)):
        stripped = _tabbed(lines[place].strip(" \n"))
        if not stripped.strip() or "\t" not in stripped.strip() or bullet_of(stripped.strip()):
            break
        cells = stripped.split("\t")
        if number_of(stripped.strip()) or (rows and len(cells) != len(rows[0])):
            break
        rows.append([cell.strip() for cell in cells])
    return rows if len(rows) > 1 else []
