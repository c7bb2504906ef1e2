from __future__ import annotations

import datetime
import io
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pypdf
import pytest

from pathways.compare.change import Verdict
from pathways.report.blocks import Cell, Column, Heading, Paragraph, Sheet, Table
from pathways.report.options import Orientation, SheetOptions
from pathways.report.pages import forget, svg_pages
from pathways.report.pdf import to_pdf
from pathways.report.spans import plain

A4 = (595, 842)


def read(document: Sheet, options: SheetOptions) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(to_pdf(document, options)))


def words(reader: pypdf.PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def tags(reader: pypdf.PdfReader) -> list[str]:
    """Return the kinds of the structure elements in reading order."""

    def walk(element: object) -> list[str]:
        kind = pypdf.generic.ArrayObject
        found = []
        parts = element if isinstance(element, kind) else [element]
        for part in parts:
            part = part.get_object() if hasattr(part, "get_object") else part
            if isinstance(part, pypdf.generic.DictionaryObject):
                found += [str(part["/S"])] if "/S" in part else []
                found += walk(part["/K"]) if "/K" in part else []
        return found

    return walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])


def long_table(rows: int, lines: int, columns: int = 3) -> Sheet:
    """Make a document of rows that each begin and end with a mark of their own."""
    filling = " ".join(["filling"] * 6 * lines)
    cells = [
        tuple(Cell((plain(f"begin{n}x {filling} end{n}x"),)) for _ in range(columns))
        for n in range(rows)
    ]
    return Sheet(
        title="Long",
        subtitle="",
        language="en-GB",
        date=datetime.date(2026, 11, 21),
        written="21 November 2026",
        blocks=(
            Heading(2, "Table"),
            Table("t", tuple(Column(f"Head{i}") for i in range(columns)), tuple(cells)),
        ),
    )


def test_the_pdf_is_tagged_and_says_its_title_and_language(
    sheet: Sheet, options: SheetOptions
) -> None:
    reader = read(sheet, options)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == sheet.title
    facts = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in facts
    assert "<pdfaid:part>2</pdfaid:part>" in facts
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in facts


def test_headings_tables_and_lists_are_tagged_as_what_they_are(
    sheet: Sheet, options: SheetOptions
) -> None:
    found = tags(read(sheet, options))
    tables = [block for block in sheet.blocks if isinstance(block, Table)]
    assert found.count("/H1") == 1
    assert found.count("/H2") == len(
        [block for block in sheet.blocks if isinstance(block, Heading)]
    )
    assert found.count("/Table") == len(tables)
    assert found.count("/TH") == sum(len(table.columns) for table in tables)
    assert found.count("/TD") == sum(len(table.columns) * len(table.rows) for table in tables)
    assert "/L" in found
    assert "/LI" in found


def test_everything_that_the_blocks_say_is_on_the_pages(
    sheet: Sheet, options: SheetOptions
) -> None:
    text = " ".join(words(read(sheet, options)))
    for said in (
        "What changes from grade 1 to grade 2",
        "Care family, Anyshire Council",
        "Check the official document before you decide.",
        "Supervise a team.",
        "help → supervise",
        "Not in grade 1",
        "Grades 1 to 3 share this wording.",
        "Care Document, Grade 2, People management",
    ):
        assert said in text


def test_every_page_has_title_date_and_number(options: SheetOptions) -> None:
    pages = words(read(long_table(30, 3), options))
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Long · 21 November 2026" in page


def test_the_header_row_is_on_every_page_of_a_table(options: SheetOptions) -> None:
    checked = 0
    for page in words(read(long_table(30, 3), options)):
        checked += 1
        assert all(f"Head{column}" in page for column in range(3))
    assert checked


@pytest.mark.parametrize(("orientation", "columns"), [("portrait", 3), ("landscape", 7)])
@pytest.mark.parametrize("lines", [1, 5, 11])
def test_no_row_is_cut_at_a_page_end(
    options: SheetOptions, orientation: str, columns: int, lines: int
) -> None:
    chosen = msgspec.structs.replace(options, orientation=Orientation(orientation))
    pages = words(read(long_table(12, lines, columns), chosen))
    for page in pages:
        assert sorted(re.findall(r"begin(\d+)x", page)) == sorted(re.findall(r"end(\d+)x", page))
    assert sum(page.count("begin") for page in pages) == 12 * columns


def test_a_row_taller_than_a_page_is_cut_rather_than_lost(options: SheetOptions) -> None:
    pages = words(read(long_table(2, 300), options))
    assert sum(page.count("filling") for page in pages) == 2 * 3 * 6 * 300
    assert sum(page.count("end1x") for page in pages) == 3


@pytest.mark.parametrize("text_size", [9, 12, 18, 28])
def test_text_of_any_size_keeps_to_the_page(
    sheet: Sheet, options: SheetOptions, text_size: int
) -> None:
    reader = read(sheet, msgspec.structs.replace(options, text_size=text_size))
    assert {tuple(map(round, page.mediabox[2:])) for page in reader.pages} == {A4}
    assert "Supervise" in " ".join(words(reader))


def test_landscape_is_a4_lying_down(sheet: Sheet, options: SheetOptions) -> None:
    chosen = msgspec.structs.replace(options, orientation=Orientation.LANDSCAPE)
    assert {tuple(map(round, page.mediabox[2:])) for page in read(sheet, chosen).pages} == {
        A4[::-1]
    }


def test_only_our_own_fonts_are_used_and_they_are_embedded(
    sheet: Sheet, options: SheetOptions
) -> None:
    used = set()
    for page in read(sheet, options).pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in descendant["/FontDescriptor"]
            used.add(str(descendant["/BaseFont"]).split("+")[1].split("-")[0])
    assert used == {"AtkinsonHyperlegibleNext", "DejaVuSans"}


def test_the_sign_of_every_verdict_is_on_paper(sheet: Sheet, options: SheetOptions) -> None:
    checked = 0
    text = " ".join(words(read(sheet, options)))
    for verdict in Verdict:
        checked += 1
        assert f"{verdict.sign} {verdict.word}" in text
    assert checked


def test_preview_and_print_have_the_pages_of_the_pdf(sheet: Sheet, options: SheetOptions) -> None:
    pages = svg_pages(sheet, options)
    assert len(pages) == len(read(sheet, options).pages)
    assert all(page.startswith(b"<svg") for page in pages)


def test_a_single_page_is_a_list_of_one(options: SheetOptions) -> None:
    document = msgspec.structs.replace(long_table(1, 1), blocks=(Paragraph(plain("short")),))
    assert len(svg_pages(document, options)) == 1


def test_a_character_that_no_font_has_is_explained(options: SheetOptions) -> None:
    blocks = (Paragraph(plain("a 中 b")),)
    (page,) = words(read(msgspec.structs.replace(long_table(1, 1), blocks=blocks), options))
    assert "a � b" in page
    assert "� stands for a character that the font of this sheet does not have." in page


def test_an_untitled_sheet_is_still_a_sheet(options: SheetOptions) -> None:
    blocks = (Heading(2, ""), Paragraph(plain("text")))
    reader = read(msgspec.structs.replace(long_table(1, 1), title=" ", blocks=blocks), options)
    assert reader.metadata is not None
    assert reader.metadata.title == "Untitled"


SHEETS = """
import datetime, itertools, sys
import bundled
from pathways.report.comparison_sheet import comparison_sheet
from pathways.report.options import SheetOptions
from pathways.report.pages import forget
from pathways.report.pdf import to_pdf
options = SheetOptions(date=datetime.date(2026, 11, 21))
for pair in list(itertools.combinations(bundled.library().nodes, 2))[:84:7]:
    to_pdf(comparison_sheet(bundled.comparer().compare(pair), bundled.library(), options=options), options)
    if sys.argv[1] == "forget":
        forget()
print([line.split()[1] for line in open("/proc/self/status") if line.startswith("VmRSS")][0])
"""


@pytest.mark.skipif(
    sys.platform != "linux", reason="the system says otherwise how much memory a program holds"
)
def test_what_setting_a_sheet_took_is_given_up() -> None:
    here = str(Path(__file__).parents[1])
    held = [
        int(
            subprocess.run(
                [sys.executable, "-c", SHEETS, how], cwd=here, capture_output=True, check=True
            ).stdout
        )
        for how in ("forget", "keep")
    ]
    assert held[0] < 0.7 * held[1]


def test_a_sheet_is_the_same_after_all_has_been_given_up(
    sheet: Sheet, options: SheetOptions
) -> None:
    before = to_pdf(sheet, options)
    forget()
    assert to_pdf(sheet, options) == before
