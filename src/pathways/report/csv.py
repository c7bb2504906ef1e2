"""Sheets for spreadsheets: plain rows, none of which a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from pathways.report import blocks
from pathways.report.formulas import without_formula
from pathways.report.options import SheetOptions
from pathways.report.spans import text_of


def to_csv(document: blocks.Sheet, options: SheetOptions) -> bytes:
    """Return the document's records, or else its tables, as CSV in UTF-8 with a mark that
    spreadsheets know it by.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    for row in _rows(document):
        writer.writerow([without_formula(cell) for cell in row])
    return target.getvalue().encode("utf-8-sig")


def _rows(document: blocks.Sheet) -> Iterator[Sequence[str]]:
    if document.records is not None:
        yield document.records.header
        yield from document.records.rows
        return
    tables = [block for block in document.blocks if isinstance(block, blocks.Table)]
    for number, table in enumerate(tables):
        if number:
            yield ()
        yield [column.title for column in table.columns]
        yield from ([_cell(cell) for cell in row] for row in table.rows)


def _cell(cell: blocks.Cell) -> str:
    return "; ".join(text_of(line) for line in cell.lines)
