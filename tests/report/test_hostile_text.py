"""Whatever is in a text reaches the reader to the letter, or is visibly replaced, and breaks no
writer.
"""

from __future__ import annotations

import datetime
import html
import io
import re
import unicodedata
import zipfile
from xml.etree import ElementTree

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pathways.report.blocks import (
    BulletList,
    Cell,
    Column,
    Footnote,
    Footnotes,
    Heading,
    Item,
    Note,
    Paragraph,
    Records,
    Sheet,
    Signatures,
    Table,
    Tone,
    WritingLines,
)
from pathways.report.options import SheetOptions
from pathways.report.pages import svg_pages
from pathways.report.spans import Span, Style, plain
from pathways.report.writing import ENDINGS

HOSTILE = {
    "typst": '#panic("x") $ a_b $ *b* _c_ [d] @e <f> \\g `h` // i /* j */ ~k #sys.inputs',
    "html": "<script>alert(1)</script> &amp; </td></table> \"q\" 'a' <!-- c -->",
    "markdown": "[a](javascript:b) ![c](d) **e** | f | ~~g~~ # h",
    "fields": "{number} of {count} ${size} $width %s %(a)s {{}} {0}",
    "formula": "=HYPERLINK(1)",
    "entities": "&lt; &#65; &nbsp; ]]> <![CDATA[x]]>",
    "long": "x" * 2000,
    "accents": "Ŵŷ é e\u0301 Ω ≈ − → “”",
}
REPLACED = {
    "control": ("a\x00b\x1b[31mc\x9bd", "a\ufffdb\ufffd[31mc\ufffdd"),
    "half": ("a\ud800b", "a\ufffdb"),
    "no character": ("a\uffffb", "a\ufffdb"),
    "lines": ("a\r\nb\tc\u2028d", "a b c d"),
}
BEYOND = "👩‍👩‍👧‍👦 🇬🇧 👍🏽 שלום עולם \u202eabc\u202c 汉字 z̷̧̨ \ufeff\u00ad\u200b देवनागरी \ue000 ﷺ"


def sheet_of(*texts: str) -> Sheet:
    day = datetime.date(2026, 11, 21)
    blocks: list[object] = []
    for number, text in enumerate(texts, 1):
        styles = tuple(Span(text, style) for style in Style if style is not Style.REFERENCE)
        tones = tuple(
            Cell((plain(text), styles), tone) for tone in (Tone.NONE, Tone.MORE, Tone.SAME)
        )
        noted = (*plain(text), Span(str(number), Style.REFERENCE))
        blocks += [Heading(2, text), Paragraph(styles, keep=True), Note(text, plain(text))]
        blocks += [BulletList((Item(plain(text)), Item(plain(text), 2), Item(noted)))]
        blocks += [Table(text, tuple(Column(text) for _ in tones), (tones,), row_headers=True)]
    blocks += [Footnotes(tuple(Footnote(number, text) for number, text in enumerate(texts, 1)))]
    blocks += [WritingLines(2), Signatures((texts[0],), texts[0])]
    return Sheet(
        title=texts[0], subtitle=texts[0], language="en-GB", date=day, written="21 November 2026",
        blocks=tuple(blocks), footer=texts[0], records=Records(texts, (texts,)),
    )  # fmt: skip


def said_by(ending: str, content: bytes) -> str:
    """Return what a reader of the file reads, without spaces: lines may end anywhere."""
    if ending == ".pdf":
        text = "".join(
            page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages
        ).replace("\u200b", "")
    elif ending in (".docx", ".odt"):
        name = "word/document.xml" if ending == ".docx" else "content.xml"
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            text = "".join(ElementTree.fromstring(container.read(name)).itertext())
    elif ending == ".html":
        text = html.unescape(re.sub(r"<[^>]*>", "", content.decode()))
    elif ending == ".md":
        text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", content.decode())
    elif ending == ".csv":
        text = content.decode("utf-8-sig").replace('""', '"')
    else:
        text = content.decode()
    return bare(text)


def bare(text: str) -> str:
    """Return a text without spaces, letters with their accents as one character each."""
    return unicodedata.normalize("NFC", "".join(text.split()))


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_reaches_the_reader_to_the_letter(
    ending: str, name: str, options: SheetOptions
) -> None:
    content = ENDINGS[ending](sheet_of("Sheet", HOSTILE[name]), options)
    assert bare(HOSTILE[name]) in said_by(ending, content)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", REPLACED)
def test_what_no_file_can_hold_reaches_the_reader_as_a_sign(
    ending: str, name: str, options: SheetOptions
) -> None:
    text, expected = REPLACED[name]
    content = ENDINGS[ending](sheet_of("Sheet", text), options)
    assert bare(expected) in said_by(ending, content)


@pytest.mark.parametrize("ending", [ending for ending in ENDINGS if ending != ".pdf"])
def test_every_script_and_picture_is_kept_where_the_reader_brings_the_fonts(
    ending: str, options: SheetOptions
) -> None:
    assert bare(BEYOND) in said_by(ending, ENDINGS[ending](sheet_of("Sheet", BEYOND), options))


def test_scripts_that_the_fonts_lack_are_replaced_on_paper(options: SheetOptions) -> None:
    text = said_by(".pdf", ENDINGS[".pdf"](sheet_of("Sheet", "a汉字b👩‍👩‍👧‍👦"), options))
    assert "a��b[woman]" in text


def test_a_script_element_never_gets_into_the_page(options: SheetOptions) -> None:
    page = ENDINGS[".html"](sheet_of(HOSTILE["html"], HOSTILE["html"]), options).decode()
    assert "<script" not in page
    assert page.count("<table>") == page.count("</table>") == 2


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("text", ["", " ", "\u00ad\u200b\u200d\ufeff", BEYOND])
def test_empty_and_invisible_texts_break_no_writer(
    ending: str, text: str, options: SheetOptions
) -> None:
    assert ENDINGS[ending](sheet_of(text, text), options)


def test_pages_for_preview_are_made_of_hostile_text_too(options: SheetOptions) -> None:
    for page in svg_pages(sheet_of(*HOSTILE.values(), BEYOND), options):
        ElementTree.fromstring(page)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(), max_size=40))
def test_no_text_at_all_breaks_a_writer(text: str, options: SheetOptions) -> None:
    written = [writer(sheet_of(text, text), options) for writer in ENDINGS.values()]
    assert len(written) > 5
    assert all(written)
