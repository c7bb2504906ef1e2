"""The text of a Word document made ready: what mammoth would lose is put where it finds it, or on
the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathways.i18n import _
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.html_outline import PARAGRAPH_MARK
from pathways.importing.reading.word_styles import Styles, W, is_on
from pathways.patterns import whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"
_RENAMED = {
    W + "fldSimple": W + "smartTag",
    W + "dir": W + "smartTag",
    W + "bdo": W + "smartTag",
    W + "cr": W + "br",
    W + "ptab": W + "tab",
}
_TEXTS = (W + "t", W + "delText", _M + "t")


def text_in(element: _Element) -> str:
    """Return the text of an element as Word shows it, deleted text included."""
    parts = []
    for found in element.iter():
        if found.tag in _TEXTS:
            parts.append(found.text or "")
        elif found.tag in (W + "br", W + "cr", W + "tab") and found.getparent().tag == W + "r":
            parts.append(" ")
    return "".join(parts)


class Paragraphs:
    """Walk through the paragraphs of a document once and prepare each."""

    def __init__(self, document: _Element, styles: Styles, gathering: Gathering) -> None:
        self._document = document
        self._styles = styles
        self._gathering = gathering
        self._number = 0
        self.title = ""
        self.letters: dict[int, str] = {}  # number of a paragraph -> all the text in it
        self.notes: dict[
            tuple[str, str], int
        ] = {}  # kind and id of a note or comment -> paragraph that refers to it

    def prepare(self) -> None:
        """Number the paragraphs that have text, resolve styles, and take out what does not belong
        to the text.
        """
        self._open_text_boxes()
        for element in list(self._document.iter(*_RENAMED)):
            element.tag = _RENAMED[str(element.tag)]
        for paragraph in list(self._document.iter(W + "p")):
            if text_in(paragraph).strip():
                self._number += 1
                self.letters[self._number] = "".join(
                    found.text or " "
                    for found in paragraph.iter(*_TEXTS, W + "br", W + "tab", W + "cr")
                    if _paragraph_of(found) is paragraph
                )
                self._prepare(paragraph)
        for name in ("footnoteReference", "endnoteReference", "commentReference"):
            for reference in list(self._document.iter(W + name)):
                _remove(reference)

    def _open_text_boxes(self) -> None:
        """Put the text of text boxes where mammoth looks for it; the older copy beside it would
        double it.
        """
        for box in list(self._document.iter(_MC + "AlternateContent", W + "drawing")):
            if box.getroottree().getroot() is not self._document:
                continue
            source = box.find(_MC + "Choice") if box.tag == _MC + "AlternateContent" else box
            if source is None:
                continue
            contents = [
                found
                for found in source.iter(W + "txbxContent")
                if not any(above.tag == W + "txbxContent" for above in _between(found, source))
            ]
            if contents:
                self._replace(box, contents)

    def _replace(self, box: _Element, contents: list[_Element]) -> None:
        from lxml import etree

        picture = etree.Element(W + "pict")
        for content in contents:
            etree.SubElement(picture, _V + "textbox").append(content)
        parent = box.getparent()
        if parent is not None:
            parent.replace(box, picture)

    def _prepare(self, paragraph: _Element) -> None:
        properties = paragraph.find(W + "pPr")
        style = _style_of(properties, "pStyle")
        for name in ("footnoteReference", "endnoteReference", "commentReference"):
            for reference in paragraph.iter(W + name):
                self.notes[(name[:-9], reference.get(W + "id") or "")] = self._number
        if self._styles.name(style).startswith("toc "):
            self._gathering.leave_out(self._number, text_in(paragraph), _("table of contents"))
            self._empty(paragraph)
            return
        self._leave_out_deleted(paragraph)
        self._leave_out_formulas(paragraph)
        for run in list(paragraph.iter(W + "r")):
            if _paragraph_of(run) is paragraph:
                self._prepare_run(run, style)
        self._mark_heading(paragraph, properties, style)
        self._mark_number(paragraph)

    def _leave_out_deleted(self, paragraph: _Element) -> None:
        for tag, why in (
            (W + "del", _("deleted with tracked changes")),
            (W + "moveFrom", _("moved elsewhere with tracked changes")),
        ):
            for deleted in list(paragraph.iter(tag)):
                if _paragraph_of(deleted) is paragraph and text_in(deleted):
                    self._gathering.leave_out(self._number, text_in(deleted), why)
                    for text in list(deleted.iter(W + "t", W + "delText")):
                        _remove(text)
        inserted = [
            found for found in paragraph.iter(W + "ins", W + "moveTo") if text_in(found).strip()
        ]
        if inserted:
            text = " … ".join(text_in(found) for found in inserted)
            self._gathering.remark(
                self._number,
                text,
                _(
                    "Inserted with tracked changes that nobody has accepted yet; it was read as "
                    "text."
                ),
            )

    def _leave_out_formulas(self, paragraph: _Element) -> None:
        for formula in list(paragraph.iter(_M + "oMath")):
            self._gathering.leave_out(self._number, text_in(formula), _("a mathematical formula"))

    def _prepare_run(self, run: _Element, paragraph_style: str) -> None:
        from lxml import etree

        properties = run.find(W + "rPr")
        if properties is None:
            properties = etree.Element(W + "rPr")
            run.insert(0, properties)
        character_style = _style_of(properties, "rStyle")
        hidden = is_on(properties, "vanish")
        if hidden is None:
            hidden = bool(character_style) and self._styles.is_hidden(character_style)
        if hidden and text_in(run):
            self._gathering.leave_out(self._number, text_in(run), _("hidden text"))
            for child in list(run):
                if child is not properties:
                    run.remove(child)
            return
        bold = is_on(properties, "b")
        if bold is None:
            bold = (
                bool(character_style) and self._styles.is_bold(character_style)
            ) or self._styles.is_bold(paragraph_style)
            if bold:
                etree.SubElement(properties, W + "b")

    def _mark_heading(self, paragraph: _Element, properties: _Element | None, style: str) -> None:
        level = self._styles.heading_level(style)
        direct = None if properties is None else properties.find(W + "outlineLvl")
        if direct is not None and (direct.get(W + "val") or "") in ("0", "1", "2", "3", "4", "5"):
            level = whole_number(direct.get(W + "val") or "0") + 1
        if not self.title and self._styles.name(style) == "title":
            self.title = text_in(paragraph).strip()
        if level and properties is not None:
            from lxml import etree

            named = properties.find(W + "pStyle")
            if named is None:
                named = etree.SubElement(properties, W + "pStyle")
            named.set(W + "val", f"PathwaysHeading{level}")

    def _mark_number(self, paragraph: _Element) -> None:
        from lxml import etree

        mark = etree.Element(W + "bookmarkStart")
        mark.set(W + "name", f"{PARAGRAPH_MARK}{self._number}")
        paragraph.insert(0 if paragraph.find(W + "pPr") is None else 1, mark)

    def _empty(self, paragraph: _Element) -> None:
        for child in list(paragraph):
            if child.tag != W + "pPr":
                paragraph.remove(child)


def _style_of(properties: _Element | None, name: str) -> str:
    found = None if properties is None else properties.find(W + name)
    return (found.get(W + "val") or "") if found is not None else ""


def _paragraph_of(element: _Element) -> _Element | None:
    return next(element.iterancestors(W + "p"), None)


def _between(inner: _Element, outer: _Element) -> list[_Element]:
    found = []
    for above in inner.iterancestors():
        if above is outer:
            break
        found.append(above)
    return found


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
