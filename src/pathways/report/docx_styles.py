"""The page, the styles and the language of Word sheets; nothing of the American template is
left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pathways.report.room import LONG, MARGIN, SHORT
from pathways.report.spans import Style
from pathways.report.tones import HEADER, QUIET, RULE

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_FONT = "Arial"
ADVICE = "Advice"
SOURCE = "Source"
TABLE = "Table Grid"
WORDS = {
    Style.STRONG: "Strong Words",
    Style.INSERTED: "Inserted Words",
    Style.DELETED: "Deleted Words",
    Style.PASSING: "Passing Words",
    Style.QUIET: "Quiet Words",
    Style.REFERENCE: "Source Number",
}
_HEADINGS = {1: 1.6, 2: 1.25, 3: 1.08, 4: 1.0}  # in relation to the text
_FONT_SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")


def prepare(
    word: WordDocument, *, landscape: bool, text_size: int, language: str, compact: bool = False
) -> None:
    """Give an empty document A4 pages, one font, one language and the styles of sheets."""
    _drop_unused(word)
    _set_page(word, landscape)
    _set_defaults(word, text_size, language)
    _set_headings(word, text_size, 8 if compact else 20)
    _add_words(word)
    _add_advice(word)
    _add_source(word, text_size)
    _set_table(word, "30" if compact else "60")
    if compact:
        _tighten(word)


def element(tag: str, **attributes: str) -> Any:
    """Return an XML element of Word's main namespace."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def shading(colour: str) -> Any:
    """Return an element that fills what it is put on with ``colour`` (``#rrggbb``)."""
    return element("shd", val="clear", color="auto", fill=colour.lstrip("#"))


def _drop_unused(word: WordDocument) -> None:
    for part in (word.part.package, word.part):
        for key, relation in list(part.rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects")):
                del part.rels[key]
    for style in list(word.styles):
        if style.type == 3 and style.name not in ("Normal Table", TABLE):  # a table style
            style.delete()


def _set_page(word: WordDocument, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (
        (Mm(LONG), Mm(SHORT)) if landscape else (Mm(SHORT), Mm(LONG))
    )
    section.left_margin = section.right_margin = section.top_margin = Mm(MARGIN)
    section.bottom_margin = Mm(22)
    section.footer_distance = Mm(9)


def _set_defaults(word: WordDocument, text_size: int, language: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for fonts in word.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for slot in _FONT_SLOTS:
            fonts.set(qn(f"w:{slot}"), _FONT)
    for speech in word.styles.element.iter(qn("w:lang")):
        speech.set(qn("w:val"), language)
        speech.set(qn("w:eastAsia"), language)
    for speech in word.settings.element.iter(qn("w:themeFontLang")):
        speech.attrib.clear()
        speech.set(qn("w:val"), language)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(text_size)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.1


def _set_headings(word: WordDocument, text_size: int, above: int) -> None:
    from docx.shared import Pt, RGBColor

    for level, factor in _HEADINGS.items():
        style = word.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold = (
            _FONT,
            Pt(round(text_size * factor)),
            True,
        )
        style.font.italic = False
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before = Pt(0 if level == 1 else above + 2 - 2 * level)
        style.paragraph_format.space_after = Pt(6 if above > 10 else 3)
        style.paragraph_format.keep_with_next = True


def _tighten(word: WordDocument) -> None:
    from docx.shared import Pt

    normal = word.styles["Normal"].paragraph_format
    normal.space_after, normal.line_spacing = Pt(3), 1.0


def _add_words(word: WordDocument) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import RGBColor

    for kind, name in WORDS.items():
        font = word.styles.add_style(name, WD_STYLE_TYPE.CHARACTER).font
        if kind in (Style.STRONG, Style.INSERTED, Style.PASSING):
            font.bold = True
        if kind is Style.INSERTED:
            font.underline = True
        if kind in (Style.DELETED, Style.PASSING):
            font.strike = True
        if kind is Style.QUIET:
            font.color.rgb = RGBColor.from_string(QUIET.lstrip("#").upper())
        if kind is Style.REFERENCE:
            font.superscript = True


def _add_advice(word: WordDocument) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt

    style = word.styles.add_style(ADVICE, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    style.paragraph_format.left_indent = Mm(4)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.keep_together = True
    border = element("pBdr")
    border.append(element("left", val="single", sz="18", space="8", color="000000"))
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(border, "w:shd", "w:spacing", "w:ind")
    properties.insert_element_before(shading(HEADER), "w:spacing", "w:ind")


def _add_source(word: WordDocument, text_size: int) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt

    style = word.styles.add_style(SOURCE, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    style.font.size = Pt(max(9, round(text_size * 0.8)))
    style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Mm(9), Mm(-9)
    style.paragraph_format.tab_stops.add_tab_stop(Mm(9))
    style.paragraph_format.space_after = Pt(2)


def _set_table(word: WordDocument, room: str) -> None:
    """Give tables light rules and ``room`` in their cells, in twentieths of a point."""
    from docx.oxml.ns import qn

    properties = word.styles[TABLE].element.find(qn("w:tblPr"))
    for old in properties.findall(qn("w:tblBorders")) + properties.findall(qn("w:tblCellMar")):
        properties.remove(old)
    borders, margins = element("tblBorders"), element("tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(side, val="single", sz="4", space="0", color=RULE.lstrip("#")))
    for side, width in (("top", room), ("left", "110"), ("bottom", room), ("right", "110")):
        margins.append(element(side, w=width, type="dxa"))
    properties.append(borders)
    properties.append(margins)
