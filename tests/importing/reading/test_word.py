"""Word documents: what other readers drop is read, and what is left out is listed."""

from __future__ import annotations

import warnings
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pathways.errors import PathwaysError
from pathways.importing.outline import Kind

NS = nsdecls("w")
BOX = (
    "<w:r {ns} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
    " xmlns:v='urn:schemas-microsoft-com:vml'><mc:AlternateContent><mc:Choice "
    "Requires='wps'><w:drawing><wps:txbx>"
    "<w:txbxContent><w:p><w:r><w:t>In a "
    "box</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>In a "
    "box</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.fixture
def document() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return docx.Document()


def add(paragraph: Any, xml: str) -> None:
    paragraph._p.append(parse_xml(xml.replace("{ns}", NS)))


def body(xml: str) -> dict[str, str]:
    return {"word/document.xml": f"<w:document {NS}><w:body>{xml}</w:body></w:document>"}


def test_headings_bold_paragraphs_and_nested_points_keep_their_paragraph(document, read, brief):
    document.add_heading("Head of Data", 0)
    document.add_paragraph("")
    document.add_heading("Purpose", 1)
    document.add_paragraph().add_run("People management").bold = True
    document.add_paragraph("First", style="List Bullet")
    document.add_paragraph("Nested", style="List Bullet 2")
    document.add_paragraph("Third", style="List Number")
    outline = read("a.docx", document)
    assert brief(outline) == [
        ("h1", "Head of Data"),
        ("*h1", "Purpose"),
        ("*p", "People management"),
        ("i1", "First"),
        ("i2", "Nested"),
        ("i1", "Third"),
    ]
    assert [piece.line for piece in outline.pieces] == [1, 2, 3, 4, 5, 6]
    assert outline.title == "Head of Data"


def test_real_lists_nest_by_their_level(document, read, brief):
    for text, level in (("One", 0), ("Two", 1), ("Three", 2), ("Four", 0)):
        paragraph = document.add_paragraph(text, style="List Bullet")
        number = f'<w:numPr {NS}><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(number))
    assert [level for level, _text in brief(read("a.docx", document))] == ["i1", "i2", "i3", "i1"]


def test_styles_based_on_headings_and_outline_levels_make_headings(document, read, brief):
    own = document.styles.add_style("Council Title", 1)
    own.base_style = document.styles["Heading 2"]
    document.add_paragraph("By style", style="Council Title")
    outlined = document.styles.add_style("Outlined", 1)
    outlined.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {NS} w:val="2"/>'))
    document.add_paragraph("By its style's level", style="Outlined")
    direct = document.add_paragraph("By its own level")
    direct._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {NS} w:val="0"/>'))
    levels = [(piece.kind, piece.level) for piece in read("a.docx", document).pieces]
    assert levels == [(Kind.HEADING, 2), (Kind.HEADING, 3), (Kind.HEADING, 1)]


def test_bold_is_seen_wherever_it_comes_from(document, read, brief):
    bold = document.styles.add_style("Bold Text", 1)
    bold.font.bold = True
    document.add_paragraph("By paragraph style", style="Bold Text")
    document.add_paragraph().add_run("By letter style", style="Strong")
    document.add_paragraph("", style="Bold Text").add_run("Switched off").bold = False
    mixed = document.add_paragraph()
    mixed.add_run("Label: ").bold = True
    mixed.add_run("text")
    document.add_paragraph().add_run("Underlined").underline = True
    assert [(piece.text, piece.bold) for piece in read("a.docx", document).pieces] == [
        ("By paragraph style", True),
        ("By letter style", True),
        ("Switched off", False),
        ("Label: text", False),
        ("Underlined", True),
    ]


def test_tracked_changes_read_as_if_accepted_and_say_so(document, read, brief):
    paragraph = document.add_paragraph("Lead ")
    add(paragraph, '<w:del {ns} w:id="1"><w:r><w:delText>a team</w:delText></w:r></w:del>')
    add(paragraph, '<w:ins {ns} w:id="2"><w:r><w:t>several teams</w:t></w:r></w:ins>')
    add(paragraph, '<w:moveFrom {ns} w:id="3"><w:r><w:t> elsewhere</w:t></w:r></w:moveFrom>')
    outline = read("a.docx", document)
    assert brief(outline) == [("p", "Lead several teams")]
    assert [(left.text, left.line) for left in outline.left_out] == [
        ("a team", 1),
        ("elsewhere", 1),
    ]
    assert outline.remarks[0].text == "several teams"


def test_fields_content_controls_text_boxes_and_formulas_are_not_lost(document, read, brief):
    add(
        document.add_paragraph("See "),
        '<w:fldSimple {ns} w:instr="REF"><w:r><w:t>section 2</w:t></w:r></w:fldSimple>',
    )
    control = "<w:sdt {ns}><w:sdtContent><w:r><w:t>Chosen</w:t></w:r></w:sdtContent></w:sdt>"
    add(document.add_paragraph(), control)
    add(document.add_paragraph("Beside"), BOX)
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    add(document.add_paragraph("Sum"), f"<m:oMath {math}><m:r><m:t>a+b</m:t></m:r></m:oMath>")
    outline = read("a.docx", document)
    assert [text for _kind, text in brief(outline)] == [
        "See section 2",
        "Chosen",
        "Beside",
        "In a box",
        "Sum",
    ]
    assert [left.text for left in outline.left_out] == ["a+b"]


def test_notes_comments_headers_hidden_text_and_contents_are_listed_with_reasons(
    document, read, brief, with_parts
):
    document.sections[0].header.paragraphs[0].text = "OFFICIAL"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    contents = document.styles.add_style("toc 1", 1)
    document.add_paragraph("Purpose ... 3", style=contents)
    paragraph = document.add_paragraph("Lead")
    paragraph.add_run(" secretly").font.hidden = True
    add(paragraph, '<w:r {ns}><w:footnoteReference w:id="2"/></w:r>')
    document.add_comment(paragraph.runs[:1], text="check this", author="A")
    note = (
        f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>See '
        "policy.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    outline = read("a.docx", with_parts(document, {"word/footnotes.xml": note}))
    assert brief(outline) == [("p", "Lead")]
    assert {(left.text, left.line, left.why) for left in outline.left_out} == {
        ("Purpose ... 3", 1, "table of contents"),
        ("secretly", 2, "hidden text"),
        ("See policy.", 2, "a footnote"),
        ("check this", 2, "a comment"),
        ("Page 1", 1, "the footer of the pages"),
        ("OFFICIAL", 1, "the header of the pages"),
    }


def test_tables_repeat_merged_cells_and_keep_points_and_inner_tables(document, read, brief):
    table = document.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Both"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Down"
    table.cell(1, 1).add_paragraph("point", style="List Bullet")
    inner = table.cell(2, 2).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "x", "y"
    document.add_paragraph("between")
    document.add_table(1, 1).cell(0, 0).text = "Layout"
    outline = read("a.docx", document)
    assert brief(outline) == [
        ("table", ("Both", "Both", "02"), ("Down", "11\npoint", "12"), ("Down", "21", "22\nx\ty")),
        ("p", "between"),
        ("p", "Layout"),
    ]
    assert outline.pieces[0].cells[1][1][1].kind is Kind.ITEM
    assert outline.pieces[0].line == 1


def test_typed_bullets_double_spaces_and_tabs_stay_to_the_letter(document, read):
    document.add_paragraph("•\tLead a team.  Two spaces")
    document.add_paragraph("Grade:\t6")
    run = document.add_paragraph("One").add_run()
    run.add_break()
    run.add_text("Two")
    first, second, *broken = read("a.docx", document).pieces
    assert (first.kind, first.marker, first.text) == (Kind.ITEM, "•", "Lead a team.  Two spaces")
    assert second.text == "Grade:\t6"
    assert [piece.text for piece in broken] == ["One", "Two"]


def test_text_that_cannot_be_read_is_listed(document, read):
    paragraph = document.add_paragraph("Lead ")
    add(paragraph, "<w:unheardOf {ns}><w:r><w:t>what nobody knows</w:t></w:r></w:unheardOf>")
    outline = read("a.docx", document)
    assert [left.text for left in outline.left_out] == ["Lead what nobody knows"]


def test_properties_become_title_language_and_facts(document, read):
    document.core_properties.title, document.core_properties.language = "Job family", "en-GB"
    document.core_properties.author, document.core_properties.category = "HR", "OFFICIAL"
    document.add_paragraph("x")
    outline = read("a.docx", document)
    assert (outline.title, outline.language) == ("Job family", "en-GB")
    assert {("author", "HR"), ("marking", "OFFICIAL")} <= set(outline.facts)


def test_macros_are_never_run_and_it_says_so(document, read, with_parts):
    document.add_paragraph("Text")
    outline = read("a.docm", with_parts(document, {"word/vbaProject.bin": b"\xd0\xcf"}))
    assert outline.pieces[0].text == "Text"
    assert "macros" in outline.remarks[0].why


def test_the_main_part_may_have_another_name_and_styles_may_be_missing(document, read, with_parts):
    rels = (
        "<Relationships "
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="/word/document2.xml"/></Relationships>'
    )
    main = body("<w:p><w:r><w:t>Elsewhere</w:t></w:r></w:p>")["word/document.xml"]
    parts = {
        "_rels/.rels": rels,
        "word/document2.xml": main,
        "word/styles.xml": f"<w:styles {NS}/>",
    }
    assert read("a.docx", with_parts(document, parts)).pieces[0].text == "Elsewhere"


def test_runs_that_look_the_same_are_one_text(document, read):
    paragraph = document.add_paragraph()
    for word in ("Lead", " ", "a", " team"):
        paragraph.add_run(word)
    paragraph.add_run().add_break()
    paragraph.add_run("and")
    paragraph.add_run(" plan")
    assert [piece.text for piece in read("a.docx", document).pieces] == ["Lead a team", "and plan"]


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"word/document.xml": "<broken"}, "damaged"),
        (
            {
                "word/document.xml": f"<w:document {NS}><w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='x'/></w:tcPr>"
                "<w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
            },
            "damaged",
        ),
        (body("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 21_000), "too many parts"),
        (body("<w:p><w:r><w:br/><w:t>x</w:t><w:tab/></w:r></w:p>" * 21_000), "too many parts"),
    ],
)
def test_broken_and_endless_documents_are_refused(document, read, with_parts, parts, sentence):
    with pytest.raises(PathwaysError, match=sentence):
        read("a.docx", with_parts(document, parts))


def test_an_archive_that_only_looks_like_word_is_damaged(document, read, with_parts, tmp_path):
    import zipfile

    path = tmp_path / "b.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/other.xml", "<x/>")
    with pytest.raises(PathwaysError, match="damaged"):
        read("b.docx", path.read_bytes())


def test_styles_that_are_based_on_each_other_end(document, read, with_parts):
    styles = (
        f'<w:styles {NS}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    parts = body('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>')
    outline = read("a.docx", with_parts(document, {**parts, "word/styles.xml": styles}))
    assert outline.pieces[0].kind is Kind.PARAGRAPH
