"""The tree of a web page, parsed without network or entities and walked without recursion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pathways.i18n import _
from pathways.importing.reading.refusal import damaged, too_intricate

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_ELEMENTS = 100_000
SILENT = frozenset(
    "script style template head meta link base title svg math noframes object iframe canvas".split()
)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00)", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_PLAIN_STYLE = re.compile(r"font-weight\s*:\s*(normal|lighter|[1-5]00)", re.IGNORECASE)


def parsed_html(path: Path, html: str) -> _Element | None:
    """Return the root of a page, None where it is blank; raise UnreadableDocumentError where it is
    nested too deep.
    """
    from lxml import etree

    if not html.strip():
        return None
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    content = html.replace("\0", "\ufffd").encode("utf-8", errors="replace")
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise damaged(path) from None
    if any(
        entry.level_name == "FATAL" for entry in parser.error_log
    ):  # it stops there, and the rest would be lost
        raise too_intricate(path)
    if root is not None:
        _part_terms(root)
    return root


def _part_terms(root: _Element) -> None:
    """Put terms and definitions beside each other that lie in one another only because their ends
    were not written.
    """
    for element in list(root.iter("dt", "dd")):
        above = element.getparent()
        if above is not None and above.tag in ("dt", "dd"):
            following = [element, *element.itersiblings()]
            for moved in reversed(following):
                above.addnext(moved)


def events(root: _Element) -> Iterator[tuple[str, _Element]]:
    """Yield starts, ends, tails and comments in order, without recursion and without what a page
    never shows.
    """
    stack: list[tuple[_Element, Iterator[_Element]]] = [(root, iter(root))]
    yield "start", root
    count = 0
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
            if stack:
                yield "tail", element
        elif not isinstance(child.tag, str):
            yield "comment", child
            yield "tail", child
        elif child.tag in SILENT:
            yield "tail", child
        else:
            count += 1
            if count > _MOST_ELEMENTS:
                raise OverflowError
            yield "start", child
            stack.append((child, iter(child)))


def texts_of(root: _Element) -> Iterator[tuple[int, str]]:
    """Yield every text that a page may show, with the line of the element it stands in."""
    for event, element in events(root):
        text = {"start": element.text, "tail": element.tail}.get(event)
        if text and text.strip():
            yield int(element.sourceline or 1), text


def is_main(element: _Element) -> bool:
    """Say whether an element is marked as the main part of its page."""
    return bool(element.tag == "main" or element.get("role") == "main")


def has_text(element: _Element) -> bool:
    """Say whether an element holds any text."""
    return any(text.strip() for text in element.itertext())


def _stands_in_article(element: _Element) -> bool:
    """Say whether an element belongs to an article rather than to the page around it."""
    return any(
        above.tag in ("article", "section", "td", "main") for above in element.iterancestors()
    )


def boldness(element: _Element, tag: str) -> bool | None:
    """Return whether an element makes text bold (or underlines it) or plain, None where it leaves
    it as it is.
    """
    style = element.get("style") or ""
    if _PLAIN_STYLE.search(style):
        return False
    return True if tag in ("strong", "b", "th", "u") or _BOLD_STYLE.search(style) else None


def span(element: _Element, name: str) -> int:
    """Return how many columns or rows a cell reaches over."""
    value = (element.get(name) or "").strip()
    return int(value) if value.isdecimal() and len(value) < 6 else 1


def why_left_out(element: _Element, tag: str, has_main: bool) -> str:
    """Return why an element is no content of the page, "" where it may be some.

    ``has_main`` tells whether the page marks its main part: then only what stands outside it is
    furniture.
    """
    if tag in ("del", "s", "strike"):
        return _("struck out in the source")
    if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or ""):
        return _("hidden on the page")
    if tag == "noscript":
        return _("shown only where scripts are off")
    role = element.get("role")
    if tag in ("button", "select", "textarea", "dialog") or role in ("button", "dialog"):
        return _("a button or field of the page")
    if has_main:
        return ""
    around = tag == "nav" or role in ("navigation", "banner", "contentinfo")
    if around or (tag in ("header", "footer") and not _stands_in_article(element)):
        return _("navigation, header or footer of the page")
    return ""
