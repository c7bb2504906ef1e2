"""OpenDocument texts (.odt), turned into HTML for the one HTML reader.

The XML is read under guard, like that of Word, instead of by odfdo, which would follow whatever the
file asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from pathways.i18n import _
from pathways.importing.outline import Outline
from pathways.importing.reading.archive import Archive
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.html_outline import PARAGRAPH_MARK, HtmlReader
from pathways.importing.reading.refusal import damaged, encrypted, too_intricate
from pathways.patterns import whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_O = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _STYLE = f"{_O}text:1.0}}", f"{_O}table:1.0}}", f"{_O}style:1.0}}"
_OFFICE, _META, _DRAW = f"{_O}office:1.0}}", f"{_O}meta:1.0}}", f"{_O}drawing:1.0}}"
_FO = f"{_O}xsl-fo-compatible:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SVG = f"{_O}svg-compatible:1.0}}"
_WRAPPED = {
    _TEXT + "list": "ul",
    _TEXT + "list-item": "li",
    _TEXT + "list-header": "div",
    _TABLE + "table": "table",
    _TABLE + "table-header-rows": "thead",
    _TABLE + "table-row": "tr",
    _TEXT + "section": "div",
    _DRAW + "text-box": "div",
}
_ASIDE: dict[str, Callable[[], str]] = {
    _TEXT + "note": lambda: _("a footnote"),
    _OFFICE + "annotation": lambda: _("a comment"),
    _TEXT + "table-of-content": lambda: _("table of contents"),
    _TEXT + "alphabetical-index": lambda: _("an index"),
    _TEXT + "illustration-index": lambda: _("an index"),
    _TEXT + "table-index": lambda: _("an index"),
}
_MOST_REPEATED = 100
_MOST_COPIES = 5_000  # of cells, in the whole document


def read_open_document(path: Path) -> Outline:
    """Return the outline of an OpenDocument text; raise UnreadableDocumentError where it is unsafe
    or broken.
    """
    archive = Archive(path)
    manifest = archive.xml("META-INF/manifest.xml")
    if manifest is not None and any(
        str(found.tag).endswith("}encryption-data") for found in manifest.iter()
    ):
        raise encrypted(path)
    content = archive.xml("content.xml")
    body = None if content is None else content.find(f"{_OFFICE}body/{_OFFICE}text")
    if content is None or body is None:
        raise damaged(path)
    gathering = Gathering(path, "odt")
    for number, text in enumerate(_paragraphs(body), start=1):
        gathering.read(number, text)
    styles = archive.xml("styles.xml")
    writer = _HtmlWriter(
        gathering, _OdtStyles([root for root in (styles, content) if root is not None])
    )
    try:
        html = writer.written(body)
    except OverflowError:
        raise too_intricate(path) from None
    HtmlReader(path, gathering, lambda _line: 0, keeps_spaces=True, accounts=False).read(html)
    _leave_out_running(styles, gathering)
    _note_properties(archive, gathering)
    if any(name.startswith(("Basic/", "Scripts/")) for name in archive.names()):
        gathering.remark(
            1, "", _("The document contains macros. They were not run and are not imported.")
        )
    return gathering.outline()


def _paragraphs(body: _Element) -> Iterator[str]:
    """Yield the text of every paragraph and heading, those in notes and comments among them."""
    for element in body.iter(_TEXT + "p", _TEXT + "h"):
        yield "".join(part for part in _own_text(element))


def _own_text(element: _Element) -> Iterator[str]:
    """Yield the text of a paragraph, without that of paragraphs inside it."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in (_TEXT + "p", _TEXT + "h"):
            if child.tag in (_TEXT + "s", _TEXT + "tab", _TEXT + "line-break"):
                yield " "
            yield from _own_text(child)
        yield child.tail or ""


class _OdtStyles:
    """Which styles are bold (or underlined), hidden, or headings that do not say so."""

    def __init__(self, roots: list[_Element]) -> None:
        self._styles = {
            (found.get(_STYLE + "family") or "", found.get(_STYLE + "name") or ""): found
            for root in roots
            for found in root.iter(_STYLE + "style")
        }

    def is_bold(self, family: str, name: str, of_link: bool = False) -> bool | None:
        """Return whether a style is bold or, but for links, underlined; None where it does not
        say.
        """
        weight = self._said(family, name, "font-weight", _FO)
        line = self._said(family, name, "text-underline-style", _STYLE)
        line = None if of_link else line
        if weight is None and line is None:
            return None
        return weight in ("bold", "600", "700", "800", "900") or line not in (None, "none")

    def is_hidden(self, family: str, name: str) -> bool:
        """Say whether text in this style is hidden."""
        return self._said(family, name, "display", _TEXT) == "none"

    def heading_level(self, name: str) -> int:
        """Return the level of the title style and of paragraphs in a heading's style, else 0."""
        if name.lower() == "title":
            return 1
        for style in self._chain("paragraph", name):
            level = style.get(_STYLE + "default-outline-level") or ""
            if level.isdecimal() and 0 < whole_number(level) < 100:
                return min(whole_number(level), 6)
            if (style.get(_STYLE + "parent-style-name") or "").lower() == "title":
                return 1
        return 0

    def _said(self, family: str, name: str, attribute: str, space: str) -> str | None:
        for style in self._chain(family, name):
            properties = style.find(_STYLE + "text-properties")
            if properties is not None and properties.get(space + attribute) is not None:
                return str(properties.get(space + attribute))
        return None

    def _chain(self, family: str, name: str) -> list[_Element]:
        chain: list[_Element] = []
        while (family, name) in self._styles and len(chain) < 30:
            style = self._styles[(family, name)]
            chain.append(style)
            name = style.get(_STYLE + "parent-style-name") or ""
        return chain


class _HtmlWriter:
    """Write the body of an OpenDocument text as HTML; what is beside the text goes to the list of
    what is left out.
    """

    def __init__(self, gathering: Gathering, styles: _OdtStyles) -> None:
        self._gathering = gathering
        self._styles = styles
        self._parts: list[str] = []
        self._number = 0
        self._copies = 0

    def written(self, body: _Element) -> str:
        """Return the body as HTML."""
        self._children(body, 0)
        return "".join(self._parts)

    def _children(self, element: _Element, depth: int) -> None:
        self._parts.append(escape(element.text or ""))
        for child in element:
            self._element(child, depth + 1)
            self._parts.append(escape(child.tail or ""))

    def _element(self, element: _Element, depth: int) -> None:
        tag = str(element.tag)
        if tag in (_TEXT + "p", _TEXT + "h"):
            self._paragraph(element, depth)
        elif tag in _WRAPPED:
            self._wrap(_WRAPPED[tag], element, depth)
        elif tag in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            self._cell(element, depth)
        elif tag == _TEXT + "span":
            self._span(element, depth)
        elif tag == _TEXT + "s":
            count = element.get(_TEXT + "c") or "1"
            self._parts.append(
                " " * min(int(count) if count.isdecimal() and len(count) < 4 else 1, 999)
            )
        elif tag == _TEXT + "tab":
            self._parts.append("\t")
        elif tag == _TEXT + "line-break":
            self._parts.append("<br>")
        elif tag == _TEXT + "tracked-changes":
            for deleted in element.iter(_TEXT + "deletion"):
                self._leave_out(deleted, _("deleted with tracked changes"))
        elif tag in _ASIDE:
            self._leave_out(element, _ASIDE[tag]())
        elif tag in (_SVG + "title", _SVG + "desc"):
            self._leave_out(element, _("the description of a picture"))
        elif tag == _TEXT + "soft-page-break":
            pass
        else:
            self._children(element, depth)

    def _paragraph(self, element: _Element, depth: int) -> None:
        if "".join(element.itertext()).strip():
            self._number += 1
        name = element.get(_TEXT + "style-name") or ""
        level = self._styles.heading_level(name)
        said = element.get(_TEXT + "outline-level") or ""
        if element.tag == _TEXT + "h":
            level = (
                min(whole_number(said), 6)
                if said.isdecimal() and whole_number(said[:4]) > 0
                else level or 1
            )
        if self._styles.is_hidden("paragraph", name):
            self._leave_out(element, _("hidden text"))
            return
        tag = f"h{level}" if level else "p"
        weight = "bold" if self._styles.is_bold("paragraph", name) else "normal"
        mark = f'<a id="{PARAGRAPH_MARK}{self._number}"></a>'
        self._parts.append(f'<{tag}>{mark}<b style="font-weight:{weight}">')
        self._children(element, depth)
        self._parts.append(f"</b></{tag}>")

    def _span(self, element: _Element, depth: int) -> None:
        name = element.get(_TEXT + "style-name") or ""
        if self._styles.is_hidden("text", name):
            self._leave_out(element, _("hidden text"))
            return
        linked = next(element.iterancestors(_TEXT + "a"), None) is not None
        bold = self._styles.is_bold("text", name, of_link=linked)
        weight = {True: "font-weight:bold", False: "font-weight:normal", None: ""}[bold]
        self._parts.append(f'<span style="{weight}">')
        self._children(element, depth)
        self._parts.append("</span>")

    def _wrap(self, tag: str, element: _Element, depth: int) -> None:
        self._parts.append(f"<{tag}>")
        for child in element:
            self._element(child, depth + 1)
        self._parts.append(f"</{tag}>")

    def _cell(self, element: _Element, depth: int) -> None:
        if element.tag == _TABLE + "covered-table-cell":
            return  # the cell that covers it stands for it
        across = element.get(_TABLE + "number-columns-spanned") or "1"
        down = element.get(_TABLE + "number-rows-spanned") or "1"
        repeated = element.get(_TABLE + "number-columns-repeated") or "1"
        times = (
            min(int(repeated), _MOST_REPEATED) if repeated.isdecimal() and len(repeated) < 6 else 1
        )
        self._copies += times - 1
        if self._copies > _MOST_COPIES:
            raise OverflowError
        start = len(self._parts)
        self._parts.append(f'<td colspan="{escape(across)}" rowspan="{escape(down)}">')
        self._children(element, depth)
        self._parts.append("</td>")
        self._parts.extend(self._parts[start:] * (times - 1))

    def _leave_out(self, element: _Element, why: str) -> None:
        text = " ".join("".join(element.itertext()).split())
        self._gathering.leave_out(max(self._number, 1), text, why)


def _leave_out_running(styles: _Element | None, gathering: Gathering) -> None:
    """List the headers and footers of the pages, each text once."""
    if styles is None:
        return
    said: set[str] = set()
    for tag in ("header", "footer"):
        why = _("the header of the pages") if tag == "header" else _("the footer of the pages")
        for found in styles.iter(*(_STYLE + tag + end for end in ("", "-left", "-first"))):
            for paragraph in found.iter(_TEXT + "p", _TEXT + "h"):
                text = "".join(paragraph.itertext()).strip()
                if text in said:
                    continue
                said.add(text)
                if tag == "header":
                    gathering.leave_out_running(text, why)
                else:
                    gathering.leave_out(1, text, why)


def _note_properties(archive: Archive, gathering: Gathering) -> None:
    root = archive.xml("meta.xml")
    meta = None if root is None else root.find(_OFFICE + "meta")
    if meta is None:
        return
    gathering.title = (meta.findtext(_DC + "title") or "").strip()
    gathering.language = (meta.findtext(_DC + "language") or "").strip()
    gathering.fact(
        _("author"),
        meta.findtext(_META + "initial-creator") or meta.findtext(_DC + "creator") or "",
    )
    gathering.fact(_("subject"), meta.findtext(_DC + "subject") or "")
    gathering.fact(_("description"), meta.findtext(_DC + "description") or "")
