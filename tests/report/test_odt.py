from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import msgspec
import pytest

from pathways.report.blocks import BulletList, Footnotes, Heading, Item, Sheet, Table
from pathways.report.odt import to_odt
from pathways.report.options import Orientation, SheetOptions
from pathways.report.spans import plain

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}


@pytest.fixture
def content(sheet: Sheet, options: SheetOptions) -> bytes:
    return to_odt(sheet, options)


def part(content: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        return ElementTree.fromstring(container.read(name))


def all_of(root: ElementTree.Element, path: str) -> list[ElementTree.Element]:
    return root.findall(path, NAMES)


def attribute(element: ElementTree.Element, name: str) -> str | None:
    prefix, _colon, local = name.partition(":")
    return element.get(f"{{{NAMES[prefix]}}}{local}")


def said(element: ElementTree.Element) -> str:
    """Return the text, with the spaces that the format writes as elements."""
    space = f"{{{NAMES['text']}}}s"
    own = " " if element.tag == space else element.text or ""
    return own + "".join(said(child) + (child.tail or "") for child in element)


def test_the_type_comes_first_and_unpacked(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        first = container.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert container.read("mimetype") == b"application/vnd.oasis.opendocument.text"


def test_headings_are_real_and_the_title_is_the_first(content: bytes, sheet: Sheet) -> None:
    found = [
        (attribute(h, "text:outline-level"), said(h))
        for h in all_of(part(content, "content.xml"), ".//text:h")
    ]
    expected = [("1", sheet.title)]
    expected += [
        (str(block.level), block.text) for block in sheet.blocks if isinstance(block, Heading)
    ]
    assert found == expected


def test_every_table_has_one_header_row_and_exactly_its_rows(content: bytes, sheet: Sheet) -> None:
    checked = 0
    tables = all_of(part(content, "content.xml"), ".//table:table")
    expected = [block for block in sheet.blocks if isinstance(block, Table)]
    for table, block in zip(tables, expected, strict=True):
        (head,) = all_of(table, "table:table-header-rows/table:table-row")
        checked += 1
        assert [said(cell) for cell in all_of(head, "table:table-cell")] == [
            column.title for column in block.columns
        ]
        checked += 1
        assert len(all_of(table, "table:table-row")) == len(block.rows)
        checked += 1
        assert [said(title) for title in all_of(table, "table:title")] == [block.caption]
        for row, cells in zip(all_of(table, "table:table-row"), block.rows, strict=True):
            found = [
                "\n".join(said(p) for p in all_of(cell, "text:p"))
                for cell in all_of(row, "table:table-cell")
            ]
            checked += 1
            assert found == [
                "\n".join("".join(s.text for s in line) for line in cell.lines) for cell in cells
            ]
    assert checked


def test_no_cell_is_merged(content: bytes) -> None:
    root = part(content, "content.xml")
    assert not all_of(root, ".//table:covered-table-cell")
    assert {
        attribute(cell, "table:number-columns-spanned")
        for cell in all_of(root, ".//table:table-cell")
    } == {None}


def test_rows_stay_on_one_page(content: bytes) -> None:
    root = part(content, "content.xml")
    (style,) = (s for s in all_of(root, ".//style:style") if attribute(s, "style:name") == "Row")
    assert attribute(style[0], "fo:keep-together") == "always"
    assert {attribute(row, "table:style-name") for row in all_of(root, ".//table:table-row")} == {
        "Row"
    }


@pytest.mark.parametrize(
    ("orientation", "size"),
    [(Orientation.PORTRAIT, ("210mm", "297mm")), (Orientation.LANDSCAPE, ("297mm", "210mm"))],
)
def test_the_page_is_a4(
    sheet: Sheet, options: SheetOptions, orientation: Orientation, size: tuple[str, str]
) -> None:
    styles = part(
        to_odt(sheet, msgspec.structs.replace(options, orientation=orientation)), "styles.xml"
    )
    (page,) = all_of(styles, ".//style:page-layout-properties")
    assert (attribute(page, "fo:page-width"), attribute(page, "fo:page-height")) == size
    assert attribute(page, "style:print-orientation") == orientation.value


def test_language_and_size_are_set_for_the_whole_document(content: bytes) -> None:
    styles = part(content, "styles.xml")
    (found,) = all_of(styles, ".//style:default-style/style:text-properties")
    assert (attribute(found, "fo:language"), attribute(found, "fo:country")) == ("en", "GB")
    assert attribute(found, "fo:font-size") == "12pt"
    spoken = {attribute(e, "fo:language") for e in styles.iter() if attribute(e, "fo:language")}
    assert spoken == {"en"}


def test_the_file_says_title_language_and_date(content: bytes, sheet: Sheet) -> None:
    meta = part(content, "meta.xml")
    assert [said(e) for e in all_of(meta, ".//dc:title")] == [sheet.title]
    assert [said(e) for e in all_of(meta, ".//dc:language")] == ["en-GB"]
    assert [said(e)[:10] for e in all_of(meta, ".//meta:creation-date")] == ["2026-11-21"]


def test_the_footer_has_title_date_and_page_numbers(content: bytes, sheet: Sheet) -> None:
    (footer,) = all_of(part(content, "styles.xml"), ".//style:footer")
    assert [said(line) for line in all_of(footer, "text:p")] == [
        f"{sheet.title} · {sheet.written}Page 1 of 1",
        sheet.footer,
    ]
    assert len(all_of(footer, ".//text:page-number")) == 1
    assert len(all_of(footer, ".//text:page-count")) == 1


def test_every_source_number_leads_to_its_source(content: bytes, sheet: Sheet) -> None:
    root = part(content, "content.xml")
    links = {attribute(link, "xlink:href") for link in all_of(root, ".//text:a")}
    marks = {f"#{attribute(mark, 'text:name')}" for mark in all_of(root, ".//text:bookmark")}
    notes = next(block for block in sheet.blocks if isinstance(block, Footnotes))
    assert links == marks == {f"#source-{note.number}" for note in notes.items}


def test_points_are_nested_lists_three_deep_at_most(sheet: Sheet, options: SheetOptions) -> None:
    items = tuple(Item(plain(f"point {depth}"), depth) for depth in (1, 2, 3, 4, 1))
    root = part(
        to_odt(msgspec.structs.replace(sheet, blocks=(BulletList(items),)), options), "content.xml"
    )
    assert len(all_of(root, ".//text:list")) == 3
    assert [said(p) for p in all_of(root, ".//text:list-item/text:p")] == [
        f"point {n}" for n in (1, 2, 3, 4, 1)
    ]
