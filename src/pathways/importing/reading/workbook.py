"""Workbooks (.xlsx): each sheet a table. Formulas are never computed; the value that the sheet
last showed is read.
"""

from __future__ import annotations

import datetime
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pathways.i18n import _
from pathways.importing.outline import Kind, Outline
from pathways.importing.reading.archive import Archive, parsed_xml
from pathways.importing.reading.core_properties import CoreProperties, without_properties
from pathways.importing.reading.delimited import add_table
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.refusal import damaged, missing_part, too_intricate

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_CELLS = 200_000
_MOST_COLUMNS = 500
_COMMENTS = re.compile(r"xl/(threadedComments/\w+|comments\w{0,99}(/comment\w{0,99})?)\.xml")
_WITH_MERGED_CELLS = 3_000_000  # bytes of XML up to which merged cells, too, are looked for


def read_workbook(path: Path) -> Outline:
    """Return the outline of a workbook: a heading for each sheet where there are several, and its
    table.
    """
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        raise missing_part(path, "openpyxl") from None
    archive = Archive(path)
    slim, size = archive.without_pictures(_only_cells)
    gathering = Gathering(path, "xlsx")
    has_formulas = any(
        re.search(rb"<f[ >]", archive.read(name)) for name in archive.names() if _is_sheet(name)
    )
    is_small = size <= _WITH_MERGED_CELLS
    book = _opened(path, slim, is_small, values=True)
    formulas = _opened(path, slim, is_small, values=False) if has_formulas and is_small else None
    sheets = list(book.worksheets)
    shown = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        rows, lines = _rows(path, sheet, formulas[sheet.title] if formulas is not None else None)
        for row, line in zip(rows, lines, strict=True):
            gathering.read(line, " ".join(row))
        if sheet not in shown and shown:
            for row, line in zip(rows, lines, strict=True):
                gathering.leave_out(line, " | ".join(filter(None, row)), _("a hidden sheet"))
            continue
        if len(shown) > 1 and any(any(row) for row in rows):
            gathering.add(Kind.HEADING, 1, sheet.title, 1, place=_place(sheet))
        add_table(gathering, rows, lines, place=_place(sheet))
    if not is_small:
        gathering.remark(
            1,
            "",
            _("The workbook is large; cells that are merged count as one filled and some empty."),
        )
    _note_properties(archive, gathering)
    return gathering.outline()


def sheets_of_workbook(path: Path) -> list[tuple[list[list[str]], list[int]]]:
    """Return the rows of each sheet that is shown, with their numbers."""
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        raise missing_part(path, "openpyxl") from None
    slim, size = Archive(path).without_pictures(_only_cells)
    book = _opened(path, slim, size <= _WITH_MERGED_CELLS, values=True)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    return [_rows(path, sheet, None) for sheet in shown or book.worksheets]


def _only_cells(path: Path, name: str, content: bytes) -> bytes:
    """Return a sheet with nothing but cells that hold something and what is merged; the rest may
    be endless.
    """
    if not _is_sheet(name) or len(content) > _WITH_MERGED_CELLS:
        return without_properties(path, name, content)
    from lxml import etree

    root = parsed_xml(path, content)
    for child in list(root):
        if _local(child) not in ("sheetData", "mergeCells", "sheetPr", "dimension"):
            root.remove(child)
    for row in list(root.iter("{*}row")):
        for cell in list(row):
            if not len(cell):
                row.remove(cell)
        if not len(row):
            row.getparent().remove(row)
    covered = 0
    for merged in root.iter("{*}mergeCell"):
        covered += _cells_in(merged.get("ref") or "")
        if covered > _MOST_CELLS // 4:
            raise too_intricate(path)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _cells_in(area: str) -> int:
    """Return how many cells an area such as A1:C4 has."""
    from openpyxl.utils import range_boundaries

    try:
        left, top, right, bottom = range_boundaries(area)
        return int((right - left + 1) * (bottom - top + 1))
    except (TypeError, ValueError):
        return 0


def _is_sheet(name: str) -> bool:
    return name.startswith("xl/worksheets/") and name.endswith(".xml")


def _place(sheet: Any) -> str:
    return _("sheet {name}").format(name=sheet.title)


def _opened(path: Path, content: Any, is_small: bool, values: bool) -> Workbook:
    from openpyxl import load_workbook

    content.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that are not read anyway
            return load_workbook(
                content, read_only=not is_small, data_only=values, keep_links=False
            )
    except (
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        SyntaxError,
        RecursionError,
    ):
        raise damaged(path) from None


def _rows(path: Path, sheet: Any, formulas: Any) -> tuple[list[list[str]], list[int]]:
    """Return the rows and their numbers; merged cells repeat their text, formulas without a value
    stand as text.
    """
    rows: list[list[str]] = []
    lines: list[int] = []
    cells = 0
    try:
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            cells += len(row)
            if cells > _MOST_CELLS or len(row) > _MOST_COLUMNS:
                raise too_intricate(path)
            rows.append([_text(value) for value in row])
            lines.append(number)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError):
        raise damaged(path) from None
    if formulas is not None:
        for row_index, row in enumerate(formulas.iter_rows(values_only=True)):
            for column, value in enumerate(row):
                if isinstance(value, str) and value.startswith("=") and not rows[row_index][column]:
                    rows[row_index][column] = value
    _repeat_merged(sheet, rows)
    return _without_empty_edges(rows), lines


def _without_empty_edges(rows: list[list[str]]) -> list[list[str]]:
    """Return the rows from the first column that has text to the last."""
    filled = {column for row in rows for column, text in enumerate(row) if text}
    first, last = min(filled, default=0), max(filled, default=-1)
    return [row[first : last + 1] for row in rows]


def _repeat_merged(sheet: Any, rows: list[list[str]]) -> None:
    merged = getattr(sheet, "merged_cells", None)
    for area in merged.ranges if merged is not None else ():
        text = rows[area.min_row - 1][area.min_col - 1]
        for row in rows[area.min_row - 1 : area.max_row]:
            row[area.min_col - 1 : area.max_col] = [text] * (area.max_col - area.min_col + 1)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time()
        return value.date().isoformat() if is_day else value.isoformat(sep=" ", timespec="minutes")
    return str(value)


def _note_properties(archive: Archive, gathering: Gathering) -> None:
    core = CoreProperties(archive)
    gathering.title, gathering.language = core.text("title"), core.text("language")
    author = core.text("creator")
    gathering.fact(_("author"), author if author != "openpyxl" else "")
    for name in archive.names():
        if _COMMENTS.fullmatch(name):
            root = archive.xml(name)
            for found in root.iter("{*}comment", "{*}threadedComment") if root is not None else ():
                gathering.leave_out(1, "".join(found.itertext()), _("a comment"))
    if any(name.lower().endswith("vbaproject.bin") for name in archive.names()):
        gathering.remark(
            1, "", _("The document contains macros. They were not run and are not imported.")
        )
