"""The sheet to sit down with: two sides, never a third, and nothing lost without being counted."""

from __future__ import annotations

import datetime
import io
import itertools
import re
import zipfile

import msgspec
import pytest
from pypdf import PdfReader

from bundled import comparer, library
from levelled import comparer as levelled_comparer
from levelled import levelled, section
from pathways.compare.change import Comparison, Verdict
from pathways.report.asked import asked_of
from pathways.report.blocks import Cell, Column, Heading, Paragraph, Sheet, Table
from pathways.report.column_widths import column_widths
from pathways.report.comparison_sheet import comparison_sheet
from pathways.report.docx import to_docx
from pathways.report.html import to_html
from pathways.report.meeting_sheet import meeting_sheet
from pathways.report.odt import to_odt
from pathways.report.options import Orientation, SheetOptions
from pathways.report.pdf import to_pdf
from pathways.report.room import POINT, line_count, text_width
from pathways.report.spans import plain
from pathways.report.subjects import subject_lines

OPTIONS = SheetOptions(date=datetime.date(2026, 11, 27))


def compared(*nodes: str) -> Comparison:
    return comparer().compare(nodes)


def sheet(*nodes: str, options: SheetOptions = OPTIONS) -> Sheet:
    return meeting_sheet(compared(*nodes), library(), options=options)


def pages(document: Sheet, options: SheetOptions = OPTIONS) -> list[str]:
    reader = PdfReader(io.BytesIO(to_pdf(document, options)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def subject_lines_of(*nodes: str) -> list[tuple[str, str]]:
    lines = subject_lines(compared(*nodes).steps, 200)
    return [(line.title, line.told) for line in lines if not line.aside]


def table(document: Sheet, caption: str) -> Table:
    found = [b for b in document.blocks if isinstance(b, Table) and b.caption == caption]
    assert len(found) == 1
    return found[0]


def text_of(cell: Cell) -> str:
    return " ".join("".join(span.text for span in line) for line in cell.lines)


STEPS = [
    *(pair for ids in (library().nodes,) for pair in itertools.pairwise(ids)),
    ("ict-14", "head-of-technology"),
    ("ict-12", "ict-11"),
    ("ict-6", "ict-14"),
    ("ict-11", "ict-12", "ict-13", "ict-14"),
]


@pytest.mark.parametrize("nodes", STEPS, ids=" ".join)
def test_a_meeting_sheet_has_two_sides(nodes: tuple[str, ...]) -> None:
    assert len(pages(sheet(*nodes))) == 2


@pytest.mark.parametrize("size", [8, 10, 14, 18])
@pytest.mark.parametrize("orientation", [Orientation.PORTRAIT, Orientation.LANDSCAPE])
def test_larger_type_and_other_paper_never_make_a_third_side(
    size: int, orientation: Orientation
) -> None:
    options = msgspec.structs.replace(OPTIONS, text_size=size, orientation=orientation)
    for nodes in (("ict-11", "ict-12"), ("ict-14", "head-of-technology")):
        assert len(pages(sheet(*nodes, options=options), options)) == 2


def test_what_is_new_or_raised_is_on_the_second_side_or_counted() -> None:
    for nodes in (("ict-11", "ict-12"), ("ict-8", "ict-9"), ("leadership-3", "leadership-4")):
        asked = [one for step in compared(*nodes).steps for one in asked_of(step)]
        assert asked, nodes
        document = sheet(*nodes)
        rows = table(document, "What is new or raised").rows
        left_out = [
            "".join(span.text for span in block.spans)
            for block in document.blocks
            if isinstance(block, Paragraph) and block.spans[0].text.startswith("Not on this sheet")
        ]
        counted = sum(int(number) for text in left_out for number in re.findall(r"(\d+) in", text))
        assert len(rows) + counted == len(asked), nodes


def test_the_step_is_told_first_in_up_to_five_lines() -> None:
    document = sheet("ict-11", "ict-12")
    rows = table(document, "What makes the step").rows
    first = compared("ict-11", "ict-12").steps[0].first
    assert 1 <= len(rows) <= 5
    for row, told in zip(rows, first, strict=False):
        assert told.change.verdict.word in text_of(row[0])
        assert text_of(row[1]).split()[0] == told.statement.text.split()[0]


def test_a_step_down_says_that_nothing_more_is_asked() -> None:
    down = compared("leadership-4", "leadership-3")
    gone = sum(
        change.verdict is Verdict.DROPPED
        for dimension in down.steps[0].dimensions
        for change in dimension.changes
    )
    assert gone
    assert "Not repeated at level 3" in pages(sheet("leadership-4", "leadership-3"))[1]


def test_what_is_less_asked_is_quoted_where_there_is_room_not_only_counted() -> None:
    told = dict(subject_lines_of("ict-12", "ict-11"))
    assert told["Level purpose"].startswith("Less asked: to provide"), told["Level purpose"]
    assert told["People management"].startswith("Less asked: supervise"), told


def test_room_to_write_and_to_sign_is_left_where_it_is_wanted() -> None:
    said = pages(sheet("ict-11", "ict-12"))[0]
    for words in ("Name", "Present role", "Strengths", "Gaps", "What we agreed", "Employee"):
        assert words in said
    without = msgspec.structs.replace(OPTIONS, notes=False, signatures=False)
    said = pages(sheet("ict-11", "ict-12", options=without), without)[0]
    assert "Strengths" not in said
    assert "Employee" not in said


def test_word_writer_and_web_page_begin_the_second_side_on_a_page() -> None:
    document = sheet("ict-11", "ict-12")
    word = zipfile.ZipFile(io.BytesIO(to_docx(document, OPTIONS))).read("word/document.xml")
    assert word.count(b"<w:pageBreakBefore/>") == 1
    odt = zipfile.ZipFile(io.BytesIO(to_odt(document, OPTIONS)))
    assert odt.read("content.xml").count(b"Heading_20_2_20_on_20_a_20_page") == 1
    assert b'fo:break-before="page"' in odt.read("styles.xml")
    assert to_html(document, OPTIONS).count(b'<h2 class="new-page">') == 1
    assert [b.text for b in document.blocks if isinstance(b, Heading) and b.new_page]


def test_no_column_is_narrower_than_its_longest_word() -> None:
    words = ("Accountabilities", "professionally qualified", "x " * 60)
    made = Table("t", tuple(Column("c") for _word in words), (tuple(map(cell, words)),))
    widths = column_widths(made, 90, 12)
    assert sum(widths) == pytest.approx(90)
    for word, width in zip(("Accountabilities", "professionally", "x"), widths, strict=True):
        assert text_width(word) * 12 * POINT < width


def cell(text: str) -> Cell:
    return Cell((plain(text),))


def test_more_words_never_take_fewer_lines() -> None:
    counts = [line_count("word " * number, 20) for number in range(1, 60)]
    assert counts == sorted(counts)
    assert counts[0] == 1
    assert counts[-1] > 5


def test_no_subject_is_lost_where_there_is_no_room_for_a_line() -> None:
    for nodes in (("ict-14", "head-of-technology"), ("ict-11", "ict-12")):
        for size in (12, 18):
            options = msgspec.structs.replace(OPTIONS, text_size=size)
            rows = table(sheet(*nodes, options=options), "Subject by subject").rows
            said = " ".join(text_of(cell) for row in rows for cell in row).lower()
            for dimension in compared(*nodes).dimensions:
                assert dimension.title.lower() in said, (nodes, size)
            assert "…." not in said


def test_between_two_organisations_nothing_is_called_new_or_not_repeated() -> None:
    words = " ".join(pages(sheet("ict-14", "head-of-technology")))
    assert "+ only here" in words
    assert "What stands out at Head of Technology" in words
    assert "Only in the text for grade 14 (" in words
    assert "+ new" not in words
    assert "Not repeated" not in words


@pytest.mark.parametrize("nodes", [("ict-11", "ict-12"), ("ict-10", "ict-11", "ict-12")])
def test_the_whole_comparison_too_begins_with_what_makes_the_step(
    nodes: tuple[str, ...], options: SheetOptions
) -> None:
    sheet = comparison_sheet(compared(*nodes), library(), options=options)
    titles = [block.text for block in sheet.blocks if isinstance(block, Heading)]
    several = len(nodes) > 2
    assert titles[:2] == ["What makes the steps" if several else "What makes the step", "In short"]
    table = next(block for block in sheet.blocks if isinstance(block, Table))
    told = [text_of(row[1]) for row in table.rows]
    assert 1 <= len(told) <= 5
    assert {text_of(row[0]) for row in table.rows} <= {"↑ more asked", "+ new"}
    assert not several or {line.partition(":")[0] for line in told} == {"Grade 11", "Grade 12"}


def test_a_side_that_has_room_quotes_more_of_each_statement() -> None:
    few, many = sheet("ict-7", "ict-8"), sheet("ict-14", "head-of-technology")
    captions = "What is new or raised", "What is only in this text"
    longest = [
        max(len(text_of(row[1])) for row in table(document, caption).rows)
        for document, caption in zip((few, many), captions, strict=True)
    ]
    assert longest[1] <= 81 < longest[0]


def test_a_statement_stands_beside_its_subject_and_what_became_of_it() -> None:
    rows = table(sheet("ict-11", "ict-12"), "What is new or raised").rows
    told = {(text_of(row[0]), text_of(row[1])) for row in rows}
    assert ("Accountabilities + new", "Manage and control devolved budgets for own area") in told
    signs = {text_of(row[0]).partition(" ↑ ")[2] or text_of(row[0])[-5:] for row in rows}
    assert signs == {"more asked", "+ new"}


def test_a_grade_that_includes_the_one_before_says_so_and_on_what() -> None:
    duties = section("duties", "Issue books.", "Open the hall.")
    more = section("duties", "Plan the rota.", includes=["4"])
    told = "As the document says, grade 5 includes all of grade 4."
    for four, five, wanted in (
        ([duties], [more], told),
        ([duties, section("skills", "Reads.")], [more], f"Duties: {told}"),
    ):
        framework = levelled("4-5", {"4": four, "5": five})
        made = levelled_comparer(framework)
        document = meeting_sheet(made.compare(["4", "5"]), made.library, options=OPTIONS)
        paragraphs = (block for block in document.blocks if isinstance(block, Paragraph))
        assert "".join(s.text for s in next(paragraphs).spans) == wanted
        assert len(pages(document)) == 2
