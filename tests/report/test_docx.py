from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

import docx
import msgspec
import pytest
from docx.oxml.ns import qn

from pathways.report.blocks import Footnotes, Heading, Paragraph, Sheet, Table
from pathways.report.docx import to_docx
from pathways.report.options import Orientation, SheetOptions
from pathways.report.spans import Span, Style, text_of

MM = 36000  # English metric units


@pytest.fixture
def content(sheet: Sheet, options: SheetOptions) -> bytes:
    return to_docx(sheet, options)


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        return container.read(name).decode()


def test_headings_are_real_and_the_title_is_the_first(content: bytes, sheet: Sheet) -> None:
    found = [
        (paragraph.style.name, paragraph.text)
        for paragraph in docx.Document(io.BytesIO(content)).paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    assert found == [("Heading 1", sheet.title)] + [
        (f"Heading {block.level}", block.text)
        for block in sheet.blocks
        if isinstance(block, Heading)
    ]


def test_every_table_has_one_header_row_that_repeats_and_rows_that_stay_whole(
    content: bytes, sheet: Sheet
) -> None:
    tables = docx.Document(io.BytesIO(content)).tables
    expected = [block for block in sheet.blocks if isinstance(block, Table)]
    assert len(tables) == len(expected)
    for table, block in zip(tables, expected, strict=True):
        assert [cell.text for cell in table.rows[0].cells] == [
            column.title for column in block.columns
        ]
        heads = [
            row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows
        ]
        assert heads == [True] + [False] * len(block.rows)
        assert all(
            row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows
        )
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == block.caption


def test_no_cell_is_merged_and_each_says_what_its_block_says(content: bytes, sheet: Sheet) -> None:
    document = part(content, "word/document.xml")
    assert "gridSpan" not in document
    assert "vMerge" not in document
    tables = docx.Document(io.BytesIO(content)).tables
    for table, block in zip(tables, (b for b in sheet.blocks if isinstance(b, Table)), strict=True):
        for row, cells in zip(table.rows[1:], block.rows, strict=True):
            for cell, wanted in zip(row.cells, cells, strict=True):
                lines = "\n".join("".join(span.text for span in line) for line in wanted.lines)
                assert "\n".join(p.text for p in cell.paragraphs) == lines


@pytest.mark.parametrize(
    ("orientation", "size"),
    [(Orientation.PORTRAIT, (210, 297)), (Orientation.LANDSCAPE, (297, 210))],
)
def test_the_page_is_a4(
    sheet: Sheet, options: SheetOptions, orientation: Orientation, size: tuple[int, int]
) -> None:
    chosen = msgspec.structs.replace(options, orientation=orientation)
    section = docx.Document(io.BytesIO(to_docx(sheet, chosen))).sections[0]
    assert (round(section.page_width / MM), round(section.page_height / MM)) == size
    assert (section.orientation == 1) is (orientation is Orientation.LANDSCAPE)


def test_nothing_of_the_american_template_is_left(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        names = container.namelist()
        everything = "".join(
            container.read(name).decode() for name in names if name.endswith(".xml")
        )
    assert "en-US" not in everything
    assert "asciiTheme" not in part(content, "word/styles.xml")
    assert not [name for name in names if "thumbnail" in name or "WithEffects" in name]
    assert "python-docx" not in everything


def test_language_font_and_size_are_set_for_the_whole_document(content: bytes) -> None:
    styles = ElementTree.fromstring(part(content, "word/styles.xml"))
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults is not None
    assert defaults.find(qn("w:lang")).get(qn("w:val")) == "en-GB"
    document = docx.Document(io.BytesIO(content))
    assert document.styles["Normal"].font.name == "Arial"
    assert document.styles["Normal"].font.size.pt == 12
    fonts = {value for fonts in styles.iter(qn("w:rFonts")) for value in fonts.attrib.values()}
    assert fonts == {"Arial"}


def test_the_properties_say_title_language_and_date(content: bytes, sheet: Sheet) -> None:
    properties = docx.Document(io.BytesIO(content)).core_properties
    assert (properties.title, properties.language, properties.author) == (sheet.title, "en-GB", "")
    assert properties.created.date() == sheet.date


def test_the_footer_has_title_date_and_page_fields(content: bytes, sheet: Sheet) -> None:
    footer = part(content, "word/footer1.xml")
    assert [found.strip() for found in re.findall(r'w:instr="([^"]*)"', footer)] == [
        "PAGE",
        "NUMPAGES",
    ]
    text = docx.Document(io.BytesIO(content)).sections[0].footer._element.xpath("string(.)")
    assert f"{sheet.title} · {sheet.written}" in text
    assert "Page 1 of 1" in text
    assert sheet.footer in text


def test_word_marks_can_be_told_apart_without_colour(content: bytes) -> None:
    document = docx.Document(io.BytesIO(content))
    inserted, deleted = (
        document.styles["Inserted Words"].font,
        document.styles["Deleted Words"].font,
    )
    assert (inserted.bold, inserted.underline, inserted.strike) == (True, True, None)
    assert (deleted.bold, deleted.underline, deleted.strike) == (None, None, True)
    people = document.tables[1]
    runs = {
        run.text: run.style.name
        for cell in people.rows[1].cells
        for p in cell.paragraphs
        for run in p.runs
    }
    assert runs["Help new staff, where appropriate"] == "Deleted Words"
    assert runs["Supervise a team"] == "Inserted Words"


def test_every_source_number_leads_to_its_source(content: bytes, sheet: Sheet) -> None:
    document = part(content, "word/document.xml")
    links = set(re.findall(r'w:anchor="([^"]*)"', document))
    marks = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]*)"', document))
    notes = next(block for block in sheet.blocks if isinstance(block, Footnotes))
    assert links == marks == {f"source_{note.number}" for note in notes.items}


def test_a_number_without_a_source_is_only_a_number(sheet: Sheet, options: SheetOptions) -> None:
    block = Paragraph((Span("Lead", Style.PLAIN), Span("7", Style.REFERENCE)))
    document = part(
        to_docx(msgspec.structs.replace(sheet, blocks=(block,)), options), "word/document.xml"
    )
    assert "hyperlink" not in document
    assert text_of(block.spans) in document
