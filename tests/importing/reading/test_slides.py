"""Slides, and the noise on them."""

from __future__ import annotations

import copy
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from pathways.errors import PathwaysError
from pathways.importing.outline import Kind
from pathways.importing.reading.slides import read_slides

pptx = pytest.importorskip("pptx")

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


@pytest.fixture
def show() -> Any:
    return pptx.Presentation()


def add_slide(show: Any, title: str, *points: tuple[str, int]) -> Any:
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.shapes.title.text = title
    frame = slide.placeholders[1].text_frame
    for index, (text, level) in enumerate(points):
        paragraph = frame.paragraphs[0] if not index else frame.add_paragraph()
        paragraph.text, paragraph.level = text, level
    return slide


def add_box(slide: Any, text: str, top: int = 0, left: int = 0) -> Any:
    box = slide.shapes.add_textbox(left, top, 100, 100)
    box.text_frame.text = text
    return box


def test_titles_and_points_come_slide_by_slide(show, read, brief):
    add_slide(show, "Level 1", ("Lead", 0), ("Plan", 1))
    add_slide(show, "Level 2", ("Lead", 0))
    outline = read("a.pptx", show)
    assert brief(outline) == [
        ("h1", "Level 1"),
        ("i1", "Lead"),
        ("i2", "Plan"),
        ("h1", "Level 2"),
        ("i1", "Lead"),
    ]
    assert [piece.place for piece in outline.pieces] == ["slide 1"] * 3 + ["slide 2"] * 2
    assert [piece.line for piece in outline.pieces] == [1, 2, 3, 4, 5]


def test_notes_and_what_stands_on_most_slides_are_left_out(show, read, brief):
    for number in range(4):
        slide = add_slide(show, f"Level {number}", ("Lead", 0))
        add_box(slide, "OFFICIAL")
        slide.notes_slide.notes_text_frame.text = "say this"
    outline = read("a.pptx", show)
    assert len(brief(outline)) == 8
    assert {(left.text, left.why) for left in outline.left_out} == {
        ("OFFICIAL", "it stands on most of the slides"),
        ("say this", "speaker notes"),
    }


def test_footers_and_slide_numbers_are_left_out(show, read, brief):
    slide = add_slide(show, "Level 1", ("Lead", 0))
    for index, placeholder in enumerate(show.slide_layouts[1].placeholders):
        if placeholder.placeholder_format.idx >= 10:
            slide.shapes._spTree.append(copy.deepcopy(placeholder._element))
            slide.shapes[-1].text_frame.text = f"noise {index}"
    outline = read("a.pptx", show)
    assert [text for _kind, text in brief(outline)] == ["Level 1", "Lead"]
    assert len(outline.left_out) == 3


def test_boxes_are_read_from_top_to_bottom_and_left_to_right_groups_too(show, read, brief):
    slide = show.slides.add_slide(show.slide_layouts[6])
    add_box(slide, "right", top=100, left=5_000_000)
    add_box(slide, "left", top=2_000, left=0)
    group = slide.shapes.add_group_shape([add_box(slide, "below", top=5_000_000)])
    add_box(group, "also below", top=6_000_000)
    assert [text for _kind, text in brief(read("a.pptx", show))] == [
        "left",
        "right",
        "below",
        "also below",
    ]


def test_bullets_bold_and_line_breaks_are_seen(show, read, brief):
    slide = show.slides.add_slide(show.slide_layouts[6])
    frame = add_box(slide, "Heading").text_frame
    frame.paragraphs[0].runs[0].font.bold = True
    point = frame.add_paragraph()
    point.text = "point"
    point._p.get_or_add_pPr().append(etree.fromstring(f'<a:buChar {A} char="•"/>'))
    frame.add_paragraph().text = "one\vtwo"
    assert brief(read("a.pptx", show)) == [
        ("*p", "Heading"),
        ("i1", "point"),
        ("p", "one"),
        ("p", "two"),
    ]
    body = add_slide(show, "T", ("not a point", 0)).placeholders[1].text_frame.paragraphs[0]
    body._p.get_or_add_pPr().append(etree.fromstring(f"<a:buNone {A}/>"))
    assert brief(read("b.pptx", show))[-1] == ("p", "not a point")


def test_tables_repeat_merged_cells(show, read, brief):
    slide = show.slides.add_slide(show.slide_layouts[6])
    table = slide.shapes.add_table(2, 2, 0, 0, 1000, 1000).table
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 0).text, table.cell(1, 0).text, table.cell(1, 1).text = "Both", "one\ntwo", "d"
    slide.shapes.add_table(1, 1, 0, 5_000_000, 1000, 1000)
    outline = read("a.pptx", show)
    assert brief(outline) == [("table", ("Both", "Both"), ("one\ntwo", "d"))]
    assert outline.pieces[0].header == 1
    assert [piece.text for piece in outline.pieces[0].cells[1][0]] == ["one", "two"]


def test_the_text_of_diagrams_is_read_with_a_remark_and_charts_are_listed(
    show, read, brief, with_parts
):
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    slide = show.slides.add_slide(show.slide_layouts[6])
    numbers = CategoryChartData()
    numbers.categories = ["a"]
    numbers.add_series("Staff by grade", [1])
    chart = slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, 100, 100, numbers).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Staff by grade"
    lead, plan = (f"<a:p><a:r><a:t>{word}</a:t></a:r></a:p>" for word in ("Lead", "Plan"))
    data = f'<d:m xmlns:d="urn:d" {A}>{lead}<a:p/>{plan}</d:m>'
    part = Part(
        PackURI("/ppt/diagrams/data1.xml"), "application/xml", show.part.package, data.encode()
    )
    identity = slide.part.relate_to(part, "urn:diagram")
    frame = (
        f'<p:graphicFrame xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {A}'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><p:nvGraphicFramePr>'
        '<p:cNvPr id="77" name="d" descr="A '
        'ladder"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm>'
        '<a:off x="0" y="5000000"/><a:ext cx="1" cy="1"/></p:xfrm><a:graphic><a:graphicData '
        'uri="urn:x">'
        f'<dgm:relIds xmlns:dgm="urn:dgm" r:dm="{identity}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
    from pptx.oxml import parse_xml

    slide.shapes._spTree.append(parse_xml(frame))
    outline = read("a.pptx", show)
    assert brief(outline) == [("p", "Lead"), ("p", "Plan")]
    assert "diagram" in outline.remarks[0].why
    assert [left.text for left in outline.left_out] == ["Staff by grade", "A ladder"]


def test_macros_are_never_run(show, read, with_parts):
    add_slide(show, "T")
    outline = read("a.pptm", with_parts(show, {"ppt/vbaProject.bin": b"\xd0"}))
    assert "macros" in outline.remarks[0].why


def test_what_is_broken_is_refused(show, read, with_parts):
    add_slide(show, "T")
    for broken in ("<p:sld", "<x/>"):
        with pytest.raises(PathwaysError, match="damaged"):
            read("a.pptx", with_parts(show, {"ppt/slides/slide1.xml": broken}))


def test_without_the_library_it_says_what_to_install(show, read, monkeypatch):
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(PathwaysError, match=r"python-pptx.*ask whoever installed it"):
        read("a.pptx", show)


def test_boxes_in_rows_and_columns_are_a_table_with_a_doubt(show: Any, tmp_path: Path) -> None:
    from pptx.util import Inches

    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = "Risk"
    rows = (("Foundation", "Expert"), ("Reports hazards to the desk", "Owns the register"))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            box = slide.shapes.add_textbox(
                Inches(0.5 + 4 * column), Inches(2 + row), Inches(3), Inches(0.8)
            )
            box.text_frame.text = text
    show.save(tmp_path / "boxes.pptx")
    outline = read_slides(tmp_path / "boxes.pptx")
    assert [piece.rows for piece in outline.pieces if piece.kind is Kind.TABLE] == [rows]
    assert any("rows and columns" in remark.why for remark in outline.remarks)


def test_the_slide_that_opens_a_show_gives_its_title(show: Any, tmp_path: Path) -> None:
    slide = show.slides.add_slide(show.slide_layouts[0])
    slide.shapes.title.text = "Library careers"
    show.core_properties.title = ""
    show.save(tmp_path / "deck.pptx")
    assert read_slides(tmp_path / "deck.pptx").title == "Library careers"
