"""OpenDocument texts."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import odfdo
import pytest

from pathways.errors import PathwaysError
from pathways.importing.outline import Kind

STYLES = (
    '<style:style style:name="B" style:family="text"><style:text-properties '
    'fo:font-weight="bold"/></style:style>'
    '<style:style style:name="N" style:family="text"><style:text-properties '
    'fo:font-weight="normal"/></style:style>'
    '<style:style style:name="PB" style:family="paragraph" style:parent-style-name="X">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="PC" style:family="paragraph" style:parent-style-name="PB"/>'
    '<style:style style:name="Own" style:family="paragraph" style:default-outline-level="2"/>'
    '<style:style style:name="H" style:family="text"><style:text-properties '
    'text:display="none"/></style:style>'
    '<style:style style:name="PH" style:family="paragraph"><style:text-properties '
    'text:display="none"/></style:style>'
)


@pytest.fixture
def odt(read, tmp_path):
    """Read an OpenDocument text with the given body."""

    def made(body: str, parts: dict[str, str] | None = None) -> Any:
        packed = io.BytesIO()
        odfdo.Document("text").save(packed)
        result = io.BytesIO()
        with zipfile.ZipFile(packed) as source, zipfile.ZipFile(result, "w") as target:
            for name in source.namelist():
                content = source.read(name)
                if name == "content.xml":
                    text = content.decode()
                    start = text.index(">", text.index("<office:text")) + 1
                    end = text.index("</office:text>")
                    text = text[:start] + body + text[end:]
                    own = (
                        f"<office:automatic-styles>{STYLES}</office:automatic-styles><office:body>"
                    )
                    content = text.replace("<office:body>", own).encode()
                if name not in (parts or {}):
                    target.writestr(name, content)
            for name, content in (parts or {}).items():
                target.writestr(name, content)
        return read("a.odt", result.getvalue())

    return made


def test_what_odfdo_writes_is_read_back(read, brief):
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, "Head of Data"))
    document.body.append(odfdo.Paragraph("Lead a team"))
    document.body.append(odfdo.List(["one", "two"]))
    table = odfdo.Table("T", width=2, height=2)
    table.set_values([["Grade", "Risk"], ["9", "Report"]])
    document.body.append(table)
    outline = read("a.odt", document)
    rows = ("table", ("Grade", "Risk"), ("9", "Report"))
    assert brief(outline) == [
        ("h1", "Head of Data"),
        ("p", "Lead a team"),
        ("i1", "one"),
        ("i1", "two"),
        rows,
    ]
    assert [piece.line for piece in outline.pieces] == [1, 2, 3, 4, 5]


def test_bold_titles_and_headings_are_seen_through_their_styles(odt, brief):
    body = (
        '<text:p text:style-name="Title">The title</text:p><text:p text:style-name="Own">Own '
        "heading</text:p>"
        '<text:h>No level</text:h><text:h text:outline-level="3">Third</text:h>'
        '<text:p text:style-name="PC">Bold by parent</text:p>'
        '<text:p><text:span text:style-name="B">Bold</text:span></text:p>'
        '<text:p text:style-name="PB"><text:span text:style-name="N">Not bold</text:span></text:p>'
        "<text:p><text:span>Plain</text:span> <text:a>link</text:a></text:p>"
    )
    kinds = [(text, kind.lstrip("*")) for kind, text in brief(odt(body))]
    assert kinds[:4] == [
        ("The title", "h1"),
        ("Own heading", "h2"),
        ("No level", "h1"),
        ("Third", "h3"),
    ]
    bold = [piece.text for piece in odt(body).pieces if piece.bold and piece.kind is Kind.PARAGRAPH]
    assert bold == ["Bold by parent", "Bold"]
    assert kinds[-1] == ("Plain link", "p")


def test_a_link_is_underlined_and_no_heading(odt):
    style = (
        '<style:style style:name="L" style:family="text"><style:text-properties '
        'style:text-underline-style="solid"/></style:style>'
    )
    body = (
        '<text:p><text:a><text:span text:style-name="L">Apply here</text:span></text:a></text:p>'
        '<text:p><text:span text:style-name="L">Our values</text:span></text:p>'
    )
    parts = {
        "styles.xml": '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:'
        'office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:styles>'
        f"{style}</office:styles></office:document-styles>"
    }
    pieces = odt(body, parts).pieces
    assert [(piece.text, piece.bold) for piece in pieces] == [
        ("Apply here", False),
        ("Our values", True),
    ]


def test_spaces_tabs_breaks_and_nested_lists_are_kept(odt, brief):
    body = (
        "<text:p>Two<text:s "
        'text:c="2"/>spaces<text:tab/>tab<text:s/>one</text:p><text:p>a<text:line-break/>b</text:p>'
        "<text:list><text:list-header><text:p>Head</text:p></text:list-header><text:list-item><text:p>one</text:p>"
        "<text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item></text:list>"
    )
    assert brief(odt(body)) == [
        ("p", "Two  spaces\ttab one"),
        ("p", "a"),
        ("p", "b"),
        ("p", "Head"),
        ("i1", "one"),
        ("i2", "inner"),
    ]


def test_tables_with_spans_repeats_and_header_rows(odt):
    body = (
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
        "<table:table-cell "
        'table:number-columns-repeated="2"><text:p>B</text:p></table:table-cell></table:table-row>'
        "</table:table-header-rows><table:table-row><table:table-cell "
        'table:number-columns-spanned="2">'
        "<text:p>x</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>y</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    table = odt(body).pieces[0]
    assert table.rows == (("A", "B", "B"), ("x", "x", "y"))
    assert table.header == 1


def test_what_is_beside_the_text_is_listed(odt, brief):
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>deleted</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:index-body><text:p>Purpose "
        "3</text:p></text:index-body></text:table-of-content>"
        "<text:p>Lead<text:note><text:note-body><text:p>See "
        "policy</text:p></text:note-body></text:note>"
        "<office:annotation><text:p>check</text:p></office:annotation><text:soft-page-break/>"
        '<text:span text:style-name="H"> secretly</text:span></text:p><text:p '
        'text:style-name="PH">Gone</text:p>'
        "<text:p><draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box>"
        "<svg:desc>a chart</svg:desc></draw:frame></text:p>"
    )
    outline = odt(body)
    assert brief(outline) == [("p", "Lead"), ("p", "In a box")]
    assert {left.text for left in outline.left_out} == {
        "deleted",
        "Purpose 3",
        "See policy",
        "check",
        "secretly",
        "Gone",
        "a chart",
    }


def test_headers_properties_and_macros_are_noted(odt):
    office = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
    )
    header = "<style:header><text:p>OFFICIAL</text:p></style:header>"
    styles = (
        f"<office:document-styles {office}><office:master-styles><style:master-page>{header}<style:footer><text:p>Page"
        f"</text:p></style:footer></style:master-page><style:master-page>{header}</style:master-page>"
        "</office:master-styles></office:document-styles>"
    )
    meta = (
        f"<office:document-meta {office}><office:meta><dc:title>Family</dc:title><dc:language>en-GB</dc:language>"
        "<meta:initial-creator>HR</meta:initial-creator></office:meta></office:document-meta>"
    )
    outline = odt(
        "<text:p>x</text:p>",
        {"styles.xml": styles, "meta.xml": meta, "Basic/Standard/a.xml": "<x/>"},
    )
    assert [left.text for left in outline.left_out] == ["OFFICIAL", "Page"]
    assert (outline.title, outline.language, outline.facts) == (
        "Family",
        "en-GB",
        (("author", "HR"),),
    )
    assert "macros" in outline.remarks[0].why


CELL = '<table:table-cell table:number-columns-repeated="99"><text:p>x</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("body", "parts", "sentence"),
    [
        (
            "<text:list><text:list-item>" * 500 + "</text:list-item></text:list>" * 500,
            {},
            "too deep",
        ),
        (
            f"<table:table><table:table-row>{CELL * 60}</table:table-row></table:table>",
            {},
            "too many parts",
        ),
        ("", {"content.xml": "<x/>"}, "damaged"),
        ("", {"META-INF/manifest.xml": '<m xmlns="urn:x"><encryption-data/></m>'}, "password"),
    ],
)
def test_what_cannot_be_read_is_refused(odt, body, parts, sentence):
    with pytest.raises(PathwaysError, match=sentence):
        odt(body, parts)


def test_a_document_without_properties_or_styles_is_read(read, tmp_path):
    packed = io.BytesIO()
    odfdo.Document("text").save(packed)
    result = io.BytesIO()
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(result, "w") as target:
        for name in ("mimetype", "content.xml"):
            target.writestr(name, source.read(name))
    assert read("a.odt", result.getvalue()).title == ""
