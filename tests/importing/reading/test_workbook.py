"""Workbooks: one table a sheet."""

from __future__ import annotations

import datetime
import sys

import pytest

from pathways.errors import PathwaysError

openpyxl = pytest.importorskip("openpyxl")
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData>{}</worksheet>'


@pytest.fixture
def book():
    return openpyxl.Workbook()


def test_cells_become_text_as_people_write_it(book, read):
    book.active.append(["Grade", "Points", "From", "At", "Open", "Note"])
    day = datetime.datetime(2026, 4, 1)
    book.active.append([9.0, 10.5, day, day.replace(hour=9), True, None])
    table = read("a.xlsx", book).pieces[0]
    assert table.rows[1] == ("9", "10.5", "2026-04-01", "2026-04-01 09:00", "TRUE", "")
    assert (table.line, table.place) == (1, "sheet Sheet")


def test_merged_cells_repeat_and_formulas_without_a_value_stay_text(book, read):
    sheet = book.active
    sheet["B3"], sheet["B4"], sheet["C4"] = "Both", "one", "=1+1"
    sheet.merge_cells("B3:C3")
    sheet.merge_cells("F9:G9")
    assert read("a.xlsx", book).pieces[0].rows == (("Both", "Both"), ("one", "=1+1"))


def test_several_sheets_get_headings_and_hidden_ones_are_listed(book, read, brief):
    book.active.title = "Levels"
    book.active.append(["a", "b"])
    other = book.create_sheet("Skills")
    other.append(["c", "d"])
    book.create_sheet("Blank")
    hidden = book.create_sheet("Lists")
    hidden.sheet_state = "hidden"
    hidden.append(["x", None, "y"])
    outline = read("a.xlsx", book)
    assert brief(outline) == [
        ("h1", "Levels"),
        ("table", ("a", "b")),
        ("h1", "Skills"),
        ("table", ("c", "d")),
    ]
    assert [(left.text, left.why) for left in outline.left_out] == [("x | y", "a hidden sheet")]


def test_comments_properties_and_macros_are_noted(book, read, with_parts):
    from openpyxl.comments import Comment

    book.active["A1"] = "x"
    book.active["A1"].comment = Comment("check", "HR")
    book.properties.title, book.properties.creator = "Levels", "HR"
    outline = read("a.xlsm", with_parts(book, {"xl/vbaProject.bin": b"\xd0"}))
    assert [left.text for left in outline.left_out] == ["check"]
    assert (outline.title, outline.facts) == ("Levels", (("author", "HR"),))
    assert any("macros" in remark.why for remark in outline.remarks)


def test_large_workbooks_are_read_row_by_row(book, read, with_parts):
    rows = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{column}{row}"><v>{row}000000</v></c>' for column in "ABCDEFGH")
        + "</row>"
        for row in range(1, 12_001)
    )
    outline = read("a.xlsx", with_parts(book, {"xl/worksheets/sheet1.xml": SHEET.format(rows, "")}))
    assert len(outline.pieces[0].rows) == 12_000
    assert "merged" in outline.remarks[0].why


def test_empty_cells_that_only_have_a_look_count_for_nothing(book, read, with_parts):
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    outline = read("a.xlsx", with_parts(book, {"xl/worksheets/sheet1.xml": SHEET.format(rows, "")}))
    assert outline.pieces[0].rows == (("1",),)


@pytest.mark.parametrize(
    ("rows", "rest", "sentence"),
    [
        (
            '<row r="1"><c r="A1"><v>1</v></c></row>',
            '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            "too many",
        ),
        (
            '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c '
            'r="XFD1048576"><v>1</v></c></row>',
            "",
            "too many",
        ),
        ('<row r="1"><c r="A1" t="s"><v>99</v></c></row>', "", "damaged"),
        (
            '<row r="1"><c r="A1"><v>1</v></c></row>',
            '<mergeCells><mergeCell ref="nonsense"/></mergeCells>',
            "damaged",
        ),
    ],
)
def test_what_is_endless_or_broken_is_refused(book, read, with_parts, rows, rest, sentence):
    with pytest.raises(PathwaysError, match=sentence):
        read("a.xlsx", with_parts(book, {"xl/worksheets/sheet1.xml": SHEET.format(rows, rest)}))


def test_a_broken_row_of_a_large_workbook_is_refused(book, read, with_parts):
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>{"9" * 40}</v></c></row>'
        for row in range(1, 50_000)
    )
    with pytest.raises(PathwaysError, match="damaged"):
        read("a.xlsx", with_parts(book, {"xl/worksheets/sheet1.xml": SHEET.format(rows, "")}))


def test_without_the_library_it_says_what_to_install(book, read, monkeypatch):
    book.active["A1"] = "x"
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    book.save = None
    with pytest.raises(PathwaysError, match=r"openpyxl.*ask whoever installed it"):
        from pathways.importing.reading.workbook import read_workbook

        read_workbook(__import__("pathlib").Path("a.xlsx"))
