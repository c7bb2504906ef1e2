"""The one reader of HTML: for web pages, and for Word, OpenDocument and Markdown, which become HTML
on the way.

What was decided. What stands outside the main part of a page (or, where none is marked, in
navigation, headers and footers) is left out and listed, and so are hidden text, buttons,
descriptions of pictures and struck-out text. A line break inside a paragraph parts it in two, for
that is how headings and labels are glued to their text; inside a point or a heading it is a space,
and two in a row end the piece. A table of one column is layout, and so is one of which a single
cell holds the headings and nearly all the words: its content stands for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from pathways.i18n import _
from pathways.importing.outline import Kind, Piece
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.html_tables import HtmlCell, TableFrame, UsedTerm
from pathways.importing.reading.html_text import Break, Words, is_bold, lead_of, parts_of, spaced
from pathways.importing.reading.html_tree import (
    SILENT,
    boldness,
    events,
    has_text,
    is_main,
    parsed_html,
    span,
    texts_of,
    why_left_out,
)
from pathways.importing.reading.page_furniture import (
    layout_tables,
    links_within,
    page_furniture,
    sister_links,
)
from pathways.importing.reading.plain_text import add_lines
from pathways.importing.reading.refusal import too_intricate

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPH_MARK = "pathways-paragraph-"  # the id of an anchor that carries the number of a paragraph

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noscript ol p pre "
    "search section summary"
    " table tbody td tfoot th thead tr ul option select optgroup textarea button".split()
)


@dataclass
class _HtmlPlace:
    """Where the reader stands: one for each open block."""

    tag: str
    is_new_point: bool = False


class HtmlReader:
    """Walk through a page and put what it says into a Gathering.

    ``line_of`` turns a line of the HTML into one of the source. ``keeps_spaces`` where the HTML was
    made from a format whose spaces and tabs count; ``is_page`` where it is a page of the web, which
    may have menus and footers around its content; ``has_sisters`` where it is one of several
    texts that may list each other.
    """

    def __init__(
        self,
        path: Path,
        gathering: Gathering,
        line_of: Callable[[int], int] | None = None,
        keeps_spaces: bool = False,
        is_page: bool = False,
        has_sisters: bool = False,
        accounts: bool = True,
    ) -> None:
        self._path = path
        self._gathering = gathering
        self._line_of = line_of or (lambda line: line)
        self._keeps_spaces = keeps_spaces
        self._is_page = is_page
        self._has_sisters = has_sisters
        self._accounts = accounts
        self._furniture: dict[_Element, str] = {}
        self._layouts: dict[_Element, _Element] = {}  # tables, and the cells of their content
        self._slanted = 0  # how many elements around the text slant it
        self._segments: list[Words | Break] = []
        self._places: list[_HtmlPlace] = []
        self._reasons: list[str] = []  # why whole blocks are left out, innermost last
        self._asides: list[list[str]] = []  # what is left out from inside a text
        self._tables: list[TableFrame] = []
        self._cells: list[HtmlCell] = []
        self._terms: list[HtmlCell | None] = []
        self._bold = [False]  # innermost last
        self._depth = 0
        self._line = 1
        self._marked_line = 0
        self._main: _Element | None = None

    def read(self, html: str) -> None:
        """Gather all of ``html``; raise UnreadableDocumentError where it is nested too deep or too
        long.
        """
        root = parsed_html(self._path, html)
        if root is None:  # nothing but a comment, perhaps one that never ends
            self._gathering.leave_out(1, html, _("a comment, not shown on the page"))
            return
        for outside in (*root.itersiblings(preceding=True), *root.itersiblings()):
            self._leave_out_comment(outside)
        self._note_head(root)
        self._main = next(
            (
                found
                for found in root.iter("main", "div", "section", "article")
                if is_main(found) and has_text(found)
            ),
            None,
        )
        if self._main is not None:
            self._reasons.append(_("outside the main part of the page"))
            self._furniture = links_within(self._main) if self._is_page else {}
        elif self._is_page:
            self._furniture = page_furniture(root)
        elif self._has_sisters:
            self._furniture = sister_links(root)
        self._layouts = layout_tables(root)
        try:
            for line, text in texts_of(root) if self._accounts else ():
                self._gathering.read(max(self._line_of(line), 1), text)
            for event, element in events(root):
                if event == "start":
                    self._start(element)
                elif event == "end":
                    self._end(element)
                elif event == "comment":
                    self._leave_out_comment(element)
                else:
                    self._add_text(element.tail or "")
        except OverflowError:
            raise too_intricate(self._path) from None
        self._flush()

    def _note_head(self, root: _Element) -> None:
        self._gathering.language = self._gathering.language or (root.get("lang") or "").strip()
        title = root.find(".//head/title")
        if title is not None and title.text and not self._gathering.title:
            self._gathering.title = self._gathering.cleaned(spaced(title.text), 1)
        for meta in root.iterfind(".//head/meta"):
            name, content = meta.get("name") or "", meta.get("content") or ""
            if name.lower() in (
                "author",
                "description",
                "dcterms.creator",
                "dcterms.language",
                "keywords",
            ):
                self._gathering.fact(name.lower(), content)

    # Elements

    def _start(self, element: _Element) -> None:
        tag = str(element.tag)
        if self._main is element:
            self._flush()
            self._reasons.pop()
        self._line = max(self._line, element.sourceline or 0)
        reason = self._reason(element, tag)
        if tag in _BLOCKS:
            self._flush()
            self._places.append(_HtmlPlace(tag, is_new_point=tag == "li"))
            if reason:
                self._reasons.append(reason)
        elif reason:
            self._asides.append([])
        bold = boldness(element, tag)
        if bold is not None:
            self._bold.append(bold)
        self._slanted += tag in _SLANTED
        opener = _OPENERS.get(tag)
        if opener:
            opener(self, element)
        if tag not in SILENT:
            self._add_text(element.text or "")

    def _end(self, element: _Element) -> None:
        tag = str(element.tag)
        reason = self._reason(element, tag)
        if tag in _BLOCKS:
            self._flush()
            self._places.pop()
            if reason:
                self._reasons.pop()
        elif reason:
            self._gathering.leave_out(self._now(), spaced("".join(self._asides.pop())), reason)
        if boldness(element, tag) is not None:
            self._bold.pop()
        self._slanted -= tag in _SLANTED
        closer = _CLOSERS.get(tag)
        if closer:
            closer(self, element)
        if self._main is element:
            self._reasons.append(_("outside the main part of the page"))
            self._furniture = links_within(self._main) if self._is_page else {}

    def _reason(self, element: _Element, tag: str) -> str:
        """Return why an element is left out with all it holds, "" where it is not."""
        why = why_left_out(element, tag, has_main=self._main is not None)
        return why or (self._furniture.get(element, "") if tag in _BLOCKS else "")

    def _leave_out_comment(self, element: _Element) -> None:
        self._line = max(self._line, element.sourceline or 0)
        text = element.text or ""
        if any(char.isalpha() for char in text):
            self._gathering.leave_out(
                self._now(), spaced(text), _("a comment, not shown on the page")
            )

    def _break(self, element: _Element) -> None:
        self._segments.append(Break(self._now(), is_soft=element.get("data-soft") is not None))

    def _mark(self, element: _Element) -> None:
        mark = element.get("id") or ""
        if mark.startswith(PARAGRAPH_MARK) and mark[len(PARAGRAPH_MARK) :].isdecimal():
            self._marked_line = int(mark[len(PARAGRAPH_MARK) :])

    def _describe_picture(self, element: _Element) -> None:
        self._gathering.leave_out(
            self._now(), element.get("alt") or "", _("the description of a picture")
        )

    def _open_list(self, _element: _Element) -> None:
        self._depth += 1

    def _close_list(self, _element: _Element) -> None:
        self._depth -= 1

    def _open_table(self, element: _Element) -> None:
        is_layout = element.get("role") in ("presentation", "none") or element in self._layouts
        self._tables.append(TableFrame(self._now(), is_layout))
        self._terms.append(None)

    def _open_row(self, element: _Element) -> None:
        parent = element.getparent()
        if self._tables:
            self._tables[-1].open_row(parent is not None and parent.tag == "thead")

    def _open_cell(self, element: _Element) -> None:
        cell = HtmlCell(
            self._now(),
            span(element, "colspan"),
            span(element, "rowspan"),
            heading=element.tag == "th",
        )
        self._cells.append(cell)
        if self._tables:
            self._tables[-1].open_cell(cell)

    def _open_term(self, _element: _Element) -> None:
        self._cells.append(HtmlCell(self._now()))

    def _close_cell(self, _element: _Element) -> None:
        cell = self._cells.pop()
        if not self._tables:  # a cell that stands outside any table
            for piece in cell.pieces:
                self._keep(piece)

    def _close_term(self, element: _Element) -> None:
        cell = self._cells.pop()
        if not self._tables or not self._terms:
            for piece in cell.pieces:
                self._keep(piece)
        elif element.tag == "dt":
            self._settle_term()
            self._terms[-1] = cell
        else:
            term = self._terms[-1] or HtmlCell(cell.line)
            self._tables[-1].add_term_and_definition(term, cell)
            self._terms[-1] = UsedTerm(term.line, pieces=term.pieces)

    def _settle_term(self) -> None:
        """Keep a term that no definition followed."""
        term = self._terms[-1]
        if term is not None and not isinstance(term, UsedTerm):
            self._tables[-1].add_term_and_definition(term, HtmlCell(term.line))

    def _close_table(self, _element: _Element) -> None:
        self._settle_term()
        self._terms.pop()
        for piece in self._tables.pop().pieces():
            self._keep(piece)

    # Text

    def _now(self) -> int:
        return self._marked_line or self._line_of(self._line)

    def _add_text(self, text: str) -> None:
        if not text:
            return
        bare = text.lstrip(" \t\r\n\f")
        if bare:
            self._line += text[: len(text) - len(bare)].count("\n")
        if self._asides:
            self._asides[-1].append(text)
        else:
            self._segments.append(Words(text, self._now(), self._bold[-1], bool(self._slanted)))
        self._line += (bare or text).count("\n")

    def _flush(self) -> None:
        """Turn the text gathered so far into pieces, and forget it."""
        segments, self._segments = self._segments, []
        if not any(isinstance(segment, Words) and segment.text.strip() for segment in segments):
            return
        if any(place.tag == "pre" for place in self._places) and not self._reasons:
            words = [segment for segment in segments if isinstance(segment, Words)]
            add_lines(
                self._gathering, "".join(word.text for word in words).split("\n"), words[0].line
            )
            return
        kind, level, point = self._kind()
        for words in parts_of(segments, kind, self._bold[-1]):
            text = "".join(word.text for word in words)
            text = text if self._keeps_spaces else spaced(text, tabs=not self._is_page)
            line = next((word.line for word in words if word.text.strip()), words[0].line)
            if self._reasons:
                self._gathering.leave_out(line, text, self._reasons[-1])
                continue
            bold = is_bold(words)
            piece = self._gathering.piece(kind, line, text, level, bold)
            lead = "" if kind is Kind.HEADING else lead_of(words)
            if piece is not None and lead != piece.text and piece.text.startswith(lead):
                piece = msgspec.structs.replace(piece, lead=lead)
            self._keep(piece)
            if point is not None:
                point.is_new_point = False
                kind, level = Kind.PARAGRAPH, 0

    def _kind(self) -> tuple[Kind, int, _HtmlPlace | None]:
        """Return what the open text is: its kind, its level, and the point that it begins, if it
        does.
        """
        for place in reversed(self._places):
            if place.tag in _HEADINGS:
                return Kind.HEADING, _HEADINGS[place.tag], None
            if place.tag == "li":
                if place.is_new_point:
                    return Kind.ITEM, max(self._depth, 1), place
                break
            if place.tag in ("td", "th", "dd", "dt"):
                break
        return Kind.PARAGRAPH, 0, None

    def _keep(self, piece: Piece | None) -> None:
        if piece is None:
            return
        if not self._cells:
            self._gathering.keep(piece)
        elif not self._reasons:
            self._cells[-1].pieces.append(piece)


_SLANTED = frozenset(("em", "i"))
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "caption": 6}
_OPENERS: dict[str, Callable[[HtmlReader, _Element], None]] = {
    "br": HtmlReader._break,
    "a": HtmlReader._mark,
    "img": HtmlReader._describe_picture,
    "ul": HtmlReader._open_list,
    "ol": HtmlReader._open_list,
    "menu": HtmlReader._open_list,
    "table": HtmlReader._open_table,
    "dl": HtmlReader._open_table,
    "tr": HtmlReader._open_row,
    "td": HtmlReader._open_cell,
    "th": HtmlReader._open_cell,
    "dt": HtmlReader._open_term,
    "dd": HtmlReader._open_term,
}
_CLOSERS: dict[str, Callable[[HtmlReader, _Element], None]] = {
    "ul": HtmlReader._close_list,
    "ol": HtmlReader._close_list,
    "menu": HtmlReader._close_list,
    "table": HtmlReader._close_table,
    "dl": HtmlReader._close_table,
    "td": HtmlReader._close_cell,
    "th": HtmlReader._close_cell,
    "dt": HtmlReader._close_term,
    "dd": HtmlReader._close_term,
}
