"""Tables as text (CSV): one table, its separator and its encoding found out from the content."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from pathways.i18n import _
from pathways.importing.outline import Kind, Outline, Piece
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.invisible import without_invisible
from pathways.importing.reading.plain_text import note_encoding
from pathways.importing.reading.refusal import UnreadableDocumentError, too_intricate
from pathways.importing.reading.source_bytes import read_bytes, text_of

MOST_BYTES = 16_000_000
MOST_CELLS = 1_000_000
_MOST_ROWS = 400_000
_MOST_COLUMNS = 500
_MOST_EMPTY = 200_000  # cells of a table that is hardly filled
_LONGEST_CELL = 1_000_000
_SEPARATORS = ",;\t|"


def read_delimited(path: Path) -> Outline:
    """Return a CSV file as one table, every row as long as the longest; formulas stay the text
    they are.
    """
    text, encoding = text_of(path, read_bytes(path, MOST_BYTES))
    gathering = Gathering(path, "csv")
    note_encoding(gathering, encoding)
    separator, text = _separator(text)
    rows, lines = _told_rows(path, text, separator)
    for row, line in zip(rows, lines, strict=True):
        gathering.read(line, " ".join(row))
    add_table(gathering, rows, lines)
    if separator != ",":
        gathering.fact("separator", {"\t": "tab"}.get(separator, separator))
    return gathering.outline()


def rows_of_file(path: Path) -> tuple[list[list[str]], list[int]]:
    """Return the rows of a CSV file as they are, with the line that each begins on."""
    text, _encoding = text_of(path, read_bytes(path, MOST_BYTES))
    return rows_in_text(text, path)


def rows_in_text(text: str, path: Path = Path()) -> tuple[list[list[str]], list[int]]:
    """Return the rows of a text that has a table, with the line that each begins on.

    Raise UnreadableDocumentError, which names ``path``, where it is none.
    """
    separator, rest = _separator(text)
    skipped = text.count("\n") - rest.count("\n")  # Excel's own line at the top
    rows, lines = _told_rows(path, rest, separator)
    return rows, [line + skipped for line in lines]


def _told_rows(path: Path, text: str, separator: str) -> tuple[list[list[str]], list[int]]:
    try:
        return _rows(path, text, separator)
    except csv.Error as error:
        raise UnreadableDocumentError(
            path,
            _("This is not a table: {reason}.").format(reason=error),
            _("Save it from the spreadsheet again."),
        ) from None


def add_table(
    gathering: Gathering, rows: list[list[str]], lines: list[int], place: str = ""
) -> None:
    """Add rows, with the line that each begins on, as one table; rows without text are dropped."""
    kept: list[list[str]] = []
    first = 0
    for row, line in zip(rows, lines, strict=True):
        cleaned = []
        for cell in row:
            bare, mended = without_invisible(cell)
            if mended:
                what = ", ".join(mended)
                gathering.remark(line, bare, _("Corrected on reading: {what}.").format(what=what))
            cleaned.append(bare)
        if any(cleaned):
            first = first or line
            kept.append(cleaned)
    width = max((len(row) for row in kept), default=0)
    if kept:
        table = tuple(tuple(row + [""] * (width - len(row))) for row in kept)
        gathering.keep(Piece(kind=Kind.TABLE, line=first, rows=table, place=place))


def _separator(text: str) -> tuple[str, str]:
    """Return what parts the cells, and the text without Excel's own "sep=;" line."""
    head, _newline, rest = text.partition("\n")
    if head.strip().strip('"').lower().startswith("sep=") and len(head.strip().strip('"')) == 5:
        return head.strip().strip('"')[4], rest
    best, best_score = ",", 0
    for separator in _SEPARATORS:
        try:
            sample = csv.reader(io.StringIO(text[:64_000], newline=""), delimiter=separator)
            widths = [len(row) for _index, row in zip(range(50), sample, strict=False) if row]
        except csv.Error:
            continue
        common = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        score = (common > 1) * (
            widths.count(common) * 1000 // max(len(widths), 1) + min(common, 20)
        )
        if score > best_score:
            best, best_score = separator, score
    return best, text


def _rows(path: Path, text: str, separator: str) -> tuple[list[list[str]], list[int]]:
    rows: list[list[str]] = []
    lines: list[int] = []
    cells = widest = 0
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        line = 1
        for row in reader:
            rows.append(row)
            lines.append(line)
            line = reader.line_num + 1
            cells += len(row)
            widest = max(widest, len(row))
            padded = widest * len(rows)
            empty = padded > _MOST_EMPTY and padded > cells * 20  # a few long rows, many short
            large = max(cells, padded // 2) > MOST_CELLS or len(rows) > _MOST_ROWS
            if empty or large or widest > _MOST_COLUMNS:
                raise too_intricate(path)
    finally:
        csv.field_size_limit(limit)
    return rows, lines
