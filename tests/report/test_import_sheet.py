from __future__ import annotations

import datetime

from importing_documents import of_text
from pathways.report.blocks import BulletList, Table
from pathways.report.csv import to_csv
from pathways.report.import_sheet import import_sheet
from pathways.report.options import SheetOptions
from pathways.report.text import to_text

OPTIONS = SheetOptions(date=datetime.date(2026, 11, 28))
TEXT = "Planner\nPage 3\n" + "".join(f"## Thing {n}\n- Do\n" for n in range(30))


def test_the_report_of_an_import_names_every_doubt_and_every_line() -> None:
    found = of_text(TEXT)
    sheet = import_sheet(found, options=OPTIONS)
    assert sheet.title == "Planner: report of the import"
    lists = [block for block in sheet.blocks if isinstance(block, BulletList)]
    assert [len(block.items) for block in lists] == [len(found.doubts), len(found.left_out)]
    (table,) = (block for block in sheet.blocks if isinstance(block, Table))
    assert len(table.rows) == len(found.decisions)


def test_the_report_says_of_a_line_where_it_stands_what_it_became_and_why() -> None:
    sheet = import_sheet(of_text(TEXT), options=OPTIONS)
    text = " ".join(to_text(sheet, OPTIONS).decode().split())
    assert "line 2: “Page 3”: a page number" in text
    assert "Became: statement (sure) → planner.thing-0.1 Why: a point of a list" in text
    rows = to_csv(sheet, OPTIONS).decode("utf-8-sig").splitlines()
    assert rows[0].startswith("Line,Text,Became")
    assert any(row.startswith("4,Do,statement,sure,") for row in rows)
