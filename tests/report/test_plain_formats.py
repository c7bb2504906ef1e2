"""HTML, Markdown, text and CSV."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

import msgspec
import pytest

from pathways.report.blocks import (
    BulletList,
    Cell,
    Column,
    Heading,
    Item,
    Paragraph,
    Records,
    Sheet,
    Table,
    Tone,
)
from pathways.report.csv import to_csv
from pathways.report.formulas import without_formula
from pathways.report.html import to_html
from pathways.report.markdown import to_markdown
from pathways.report.options import SheetOptions
from pathways.report.spans import Span, Style, plain
from pathways.report.text import to_text

VOID = {"meta", "br", "col"}


class Page(HTMLParser):
    """Reads a page, checks that what is opened is closed, and keeps tags and texts."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page.decode("utf-8"))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1] if self.open else "", data))

    def having(self, tag: str) -> list[str]:
        return [text for owner, text in self.texts if owner == tag]


def with_blocks(sheet: Sheet, *blocks: object) -> Sheet:
    return msgspec.structs.replace(sheet, blocks=blocks, records=None)


# HTML --------------------------------------------------------------------------------------------


def test_the_page_says_its_language_and_title_and_has_one_first_heading(
    sheet: Sheet, options: SheetOptions
) -> None:
    page = Page(to_html(sheet, options))
    assert page.tags[0] == ("html", {"lang": "en-GB"})
    assert page.having("title") == page.having("h1") == [sheet.title]
    assert page.having("h2") == [block.text for block in sheet.blocks if isinstance(block, Heading)]


def test_every_table_of_the_page_has_a_caption_and_headings_with_scope(
    sheet: Sheet, options: SheetOptions
) -> None:
    page = Page(to_html(sheet, options))
    tables = [block for block in sheet.blocks if isinstance(block, Table)]
    assert page.having("caption") == [table.caption for table in tables]
    scopes = [attributes.get("scope") for tag, attributes in page.tags if tag == "th"]
    assert scopes.count("col") == sum(len(table.columns) for table in tables)
    assert scopes.count("row") == sum(len(table.rows) for table in tables if table.row_headers)
    assert not [
        a for _tag, attributes in page.tags for a in attributes if a in ("rowspan", "colspan")
    ]


def test_the_page_needs_nothing_from_elsewhere(sheet: Sheet, options: SheetOptions) -> None:
    page = to_html(sheet, options)
    found = Page(page)
    assert not [
        a for _tag, attributes in found.tags for a in attributes if a in ("src", "srcset", "action")
    ]
    assert all((attributes.get("href") or "#").startswith("#") for _tag, attributes in found.tags)
    assert not {tag for tag, _attributes in found.tags} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
    }
    assert b"url(" not in page
    assert b"@import" not in page


def test_word_marks_of_the_page_are_insertions_and_deletions(
    sheet: Sheet, options: SheetOptions
) -> None:
    page = Page(to_html(sheet, options))
    assert "Supervise a team" in page.having("ins")
    assert "Help new staff, where appropriate" in page.having("del")


def test_every_source_number_of_the_page_leads_to_its_source(
    sheet: Sheet, options: SheetOptions
) -> None:
    page = Page(to_html(sheet, options))
    links = {attributes["href"] for tag, attributes in page.tags if tag == "a"}
    assert links == {
        f"#{attributes['id']}"
        for tag, attributes in page.tags
        if tag == "li" and "id" in attributes
    }
    assert links


def test_points_within_points_are_lists_within_lists(sheet: Sheet, options: SheetOptions) -> None:
    items = (Item(plain("one")), Item(plain("below"), 2), Item(plain("two")))
    page = to_html(with_blocks(sheet, BulletList(items)), options).decode()
    assert re.sub(r"\s", "", "<ul><li>one<ul><li>below</li></ul></li><li>two</li></ul>") in re.sub(
        r"\s", "", page
    )


@pytest.mark.parametrize("landscape", [True, False])
def test_the_page_prints_on_a4(sheet: Sheet, options: SheetOptions, landscape: bool) -> None:
    page = to_html(msgspec.structs.replace(sheet, wide=landscape), options).decode()
    assert f"@page {{ size: A4 {'landscape' if landscape else 'portrait'};" in page


# Markdown ----------------------------------------------------------------------------------------


def markdown(sheet: Sheet, options: SheetOptions, *blocks: object) -> list[str]:
    lines = to_markdown(with_blocks(sheet, *blocks), options).decode().split("\n")
    return lines[lines.index("21 November 2026") + 2 : lines.index("---") - 1]


def test_a_table_is_a_table_in_markdown(sheet: Sheet, options: SheetOptions) -> None:
    row = (Cell((plain("a|b"), plain("why"))), Cell((plain("c"),), Tone.MORE))
    table = Table("caption", (Column("One"), Column("Two", centred=True)), (row,))
    assert markdown(sheet, options, table) == [
        "| One | Two |",
        "| --- | :---: |",
        "| a\\|b<br>why | c |",
    ]


def test_marks_are_markdown_and_keep_spaces_outside(sheet: Sheet, options: SheetOptions) -> None:
    line = (
        Span("We "),
        Span("lead ", Style.INSERTED),
        Span("gone", Style.DELETED),
        Span(" ", Style.DELETED),
        Span("both", Style.PASSING),
        Span("3", Style.REFERENCE),
    )
    assert markdown(sheet, options, Paragraph(line)) == [
        "We **lead** ~~gone~~ ~~**both**~~ \\[3\\]"
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# not a heading", "\\# not a heading"),
        ("- not a point", "\\- not a point"),
        ("+ not a point", "\\+ not a point"),
        ("1. not a point", "1\\. not a point"),
        ("* _ ` [a](b) <i> & ~ $", "\\* \\_ \\` \\[a\\](b) \\<i\\> \\& \\~ \\$"),
    ],
)
def test_nothing_in_a_text_is_taken_for_markdown(
    sheet: Sheet, options: SheetOptions, text: str, written: str
) -> None:
    assert markdown(sheet, options, Paragraph(plain(text))) == [written]


# Text --------------------------------------------------------------------------------------------


def test_no_line_is_longer_than_78_letters_unless_a_word_is(
    sheet: Sheet, options: SheetOptions
) -> None:
    checked = 0
    for line in to_text(sheet, options).decode().split("\n"):
        checked += 1
        assert len(line) <= 78 or " " not in line.strip()
    assert checked


def test_a_row_is_read_out_under_the_headings_of_its_columns(
    sheet: Sheet, options: SheetOptions
) -> None:
    row = (
        Cell((plain("Help."),)),
        Cell((plain("↑ raised"), plain("help → lead"))),
        Cell((plain("Lead."),)),
    )
    table = Table("caption", (Column("Grade 1"), Column("Change"), Column("Grade 2")), (row,))
    text = to_text(with_blocks(sheet, table), options).decode()
    assert "Grade 1: Help.\nChange: ↑ raised; help → lead\nGrade 2: Lead.\n" in text


def test_marks_are_explained_only_where_there_are_some(sheet: Sheet, options: SheetOptions) -> None:
    assert "Marks inside a text" in to_text(sheet, options).decode()
    assert (
        "Marks inside a text"
        not in to_text(with_blocks(sheet, Heading(2, "Short")), options).decode()
    )


# CSV ---------------------------------------------------------------------------------------------


def rows_of(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_spreadsheet_has_one_row_for_every_change(sheet: Sheet, options: SheetOptions) -> None:
    header, *rows = rows_of(to_csv(sheet, options))
    assert header == [
        "Step",
        "Dimension",
        "Change",
        "Before",
        "After",
        "Why",
        "Source before",
        "Source after",
    ]
    assert sheet.records is not None
    assert [tuple(row) for row in rows] == list(sheet.records.rows)


def test_a_sheet_without_records_gives_its_tables(sheet: Sheet, options: SheetOptions) -> None:
    table = Table(
        "c",
        (Column("One"), Column("Two")),
        ((Cell((plain("a"), plain("b"))), Cell((plain("=c"),))),),
    )
    found = rows_of(to_csv(with_blocks(sheet, table, Heading(2, "x"), table), options))
    assert found == [["One", "Two"], ["a; b", "'=c"], [], ["One", "Two"], ["a; b", "'=c"]]


@pytest.mark.parametrize(
    "start",
    [
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "＝",
        "＋",
        "－",
        "＠",
        " =",
        "\u00a0+",
        "\u3000=",
        "\u200b=",
        "\ufeff@",
    ],
)
def test_no_cell_is_taken_for_a_formula(start: str) -> None:
    assert without_formula(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("parted_by", [",", ";", "\t"])
@pytest.mark.parametrize(
    "text",
    [
        "a;=1+1",
        "a; +1",
        "a;\u200b-1",
        'a;"@SUM(1)',
        'say "b";=1',
        "a\t=1",
        "a;b;;=1",
        ";=1",
        "=1;=1",
        "a;\u00a0=1",
        "a\n=1",
        "a\r\n@b",
    ],
)
def test_no_part_of_a_cell_is_a_formula_where_cells_are_parted_by_another_sign(
    text: str, parted_by: str, sheet: Sheet, options: SheetOptions
) -> None:
    records = Records(("x", "y"), (("first", text), (text, "last")))
    content = to_csv(msgspec.structs.replace(sheet, records=records), options)
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=parted_by)
    cells = [cell.strip(' \t\r\n"\u200b\u00a0') for row in rows for cell in row]
    assert len(cells) >= 2
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_an_apostrophe_stands_only_where_a_formula_would_begin() -> None:
    assert without_formula("a;=1; b") == "a;'=1; b"
    assert without_formula("plan; do – review; 3-4") == "plan; do – review; 3-4"


def test_a_table_pasted_from_a_page_is_text_for_a_spreadsheet(
    sheet: Sheet, options: SheetOptions
) -> None:
    page = to_html(sheet, options).decode()
    assert re.search(r'th, td \{[^}]*mso-number-format: "\\@"', page)


@pytest.mark.parametrize("text", ["", "Lead a team", "− dropped", "a=b", "3-4", "“quoted”"])
def test_an_ordinary_cell_stays_as_it_is(text: str) -> None:
    assert without_formula(text) == text


def test_quotes_commas_and_other_scripts_come_back_to_the_letter(
    sheet: Sheet, options: SheetOptions
) -> None:
    row = ('say "yes", then', "שלום ŵ →", "a;b", "c'd")
    records = Records(("a", "b", "c", "d"), (row,))
    assert rows_of(to_csv(msgspec.structs.replace(sheet, records=records), options))[1] == list(row)
