"""A sheet as a web page: on paper two sides like the others, on a screen of any width readable."""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader

from bundled import comparer, library
from pathways.report.blocks import COMPACT, Sheet, Table
from pathways.report.column_widths import column_widths
from pathways.report.comparison_sheet import comparison_sheet
from pathways.report.html import to_html
from pathways.report.meeting_sheet import meeting_sheet
from pathways.report.options import SheetOptions
from pathways.report.provenance import frameworks_of
from pathways.report.room import Paper, type_in_tables
from pathways.report.sheet import sheet

OPTIONS = SheetOptions(date=datetime.date(2026, 11, 27))
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
STEPS = [("ict-11", "ict-12"), ("leadership-3", "leadership-4"), ("ict-14", "head-of-technology")]


def meeting(nodes: tuple[str, ...], options: SheetOptions = OPTIONS) -> Sheet:
    return meeting_sheet(comparer().compare(nodes), library(), options=options)


@pytest.mark.skipif(BROWSER is None, reason="no browser to print with")
@pytest.mark.parametrize("size", [8, 12, 16])
@pytest.mark.parametrize("nodes", STEPS, ids=" ".join)
def test_a_browser_prints_the_meeting_sheet_on_two_sides(
    nodes: tuple[str, ...], size: int, tmp_path: Path
) -> None:
    options = msgspec.structs.replace(OPTIONS, text_size=size)
    page, paper = tmp_path / "sheet.html", tmp_path / "sheet.pdf"
    page.write_bytes(to_html(meeting(nodes, options), options))
    switches = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    place = [f"--user-data-dir={tmp_path}", f"--print-to-pdf={paper}", page.as_uri()]
    subprocess.run([str(BROWSER), *switches, *place], check=True, capture_output=True, timeout=120)
    assert len(PdfReader(paper).pages) == 2


@pytest.mark.parametrize("nodes", STEPS, ids=" ".join)
def test_a_cell_says_its_column_where_the_columns_do_not_stand_side_by_side(
    nodes: tuple[str, ...],
) -> None:
    document = meeting(nodes)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    wanted = [column.title for table in tables for _row in table.rows for column in table.columns]
    page = to_html(document, OPTIONS).decode()
    assert re.findall(r'data-column="([^"]*)"', page) == wanted
    assert "attr(data-column)" in page


def test_the_columns_of_a_printed_page_are_those_of_paper() -> None:
    document = meeting(STEPS[0])
    paper = Paper.compact(OPTIONS)
    page = to_html(document, OPTIONS).decode()
    found = [float(share) for share in re.findall(r"--paper:([\d.]+)%", page)]
    wanted = []
    for table in document.blocks:
        if isinstance(table, Table):
            size = OPTIONS.text_size * COMPACT * type_in_tables(len(table.columns))
            widths = column_widths(table, paper.width, size)
            wanted += [100 * width / paper.width for width in widths]
    assert found == pytest.approx(wanted, abs=0.06)


def test_a_wide_page_gives_its_columns_the_room_of_landscape() -> None:
    comparison = comparer().compare(["ict-11", "ict-12", "ict-13", "ict-14"])
    document = comparison_sheet(comparison, library(), options=OPTIONS)
    page = to_html(document, OPTIONS).decode()
    assert "A4 landscape" in page
    table = max(
        (block for block in document.blocks if isinstance(block, Table)),
        key=lambda block: len(block.columns),
    )
    least = min(column_widths(table, 297 - 36, OPTIONS.text_size)) / (297 - 36)
    shares = [float(share) for share in re.findall(r"--paper:([\d.]+)%", page)]
    assert min(shares) <= 100 * least + 0.06


def test_a_caption_is_heard_and_not_seen_beside_the_heading_that_says_the_same() -> None:
    page = to_html(meeting(STEPS[0]), OPTIONS).decode()
    assert page.count("<caption>") == page.count("<table>") > 3
    assert re.search(r"caption \{[^}]*clip-path", page)


def test_an_organisation_that_no_document_names_is_not_named() -> None:
    known = frameworks_of(library(), ["ict-11"])
    unknown = [msgspec.structs.replace(known[0], organisation="Not stated in the document")]
    assert sheet("Title", known, (), OPTIONS).subtitle.endswith("Derbyshire County Council")
    assert sheet("Title", unknown, (), OPTIONS).subtitle == known[0].title
