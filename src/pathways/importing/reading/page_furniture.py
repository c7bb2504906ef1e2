"""What a web page has around its content although nothing marks it: menus, breadcrumbs, notes on
cookies, footers.

A block is furniture by what its class or id calls it, or because nearly all its words are links
and it stands outside the block that holds the content. Whatever is left out stays on the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pathways.i18n import _
from pathways.importing.reading.html_tree import SILENT

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset("div ul ol section aside table p header footer form nav td dl".split())
_NAMES = re.compile(r"[a-z]+")
_MENU = frozenset(
    "nav navbar navigation menu menubar sidebar sidenav toc breadcrumb breadcrumbs crumbs topbar "
    "toolbar tabs pagination pager sitemap skip skiplink skiplinks".split()
)
_FOOT = frozenset("footer foot colophon copyright".split())
_NOTE = frozenset("cookie cookies consent gdpr banner newsletter subscribe popup modal".split())
_SHARE = frozenset("share sharing social related feedback comments promo advert search".split())
_CONTENT = frozenset("content main article body page text entry post".split())
_BREADCRUMB = re.compile(r"^\s*(?:you are here|home)\b[^.]{0,200}?[>›»/→]", re.I)
_COOKIES = re.compile(
    r"\b(?:we|this (?:web)?site) uses? cookies\b|\baccept (?:all )?cookies\b", re.I
)
_COPYRIGHT = re.compile(r"^\s*(?:©|\(c\) \d|copyright\b|all rights reserved)", re.I)
_TURNING = re.compile(
    r"(?:previous|next|prev|back|up|top|home|index|contents|print|to|the|page|this)"
)
_LEADS_AWAY = re.compile(
    r"\s*(?:(?:go )?back|return|apply|print|share|e-?mail|(?:view|see|browse) (?:all|more|other)"
    r"|all (?:jobs|roles|vacancies)|register|sign (?:up|in)|log in)\b",
    re.I,
)
_ONWARDS = re.compile(
    r"\s*(?:[←→«»‹›<>]\s*)?(?:next|previous|prev)\b(?:\s+(?:page|level|grade|role|band|step))?"
    r"\s*(?:[:–—→←»›-]|$)",
    re.I,
)
_ASKED = re.compile(r"\s*(?:was|is|did you find) this (?:page|article|information)\b[^?]*\?", re.I)
_FIRST_OF_WAY = re.compile(r"\s*(?:home|back|up|next|previous|prev)\b", re.I)
_WAY = frozenset("breadcrumb breadcrumbs crumbs pagination pager".split())
_LONGEST_NOTE = 30  # letters over the links of an aside
_LONGEST_WAY = 300  # letters of a breadcrumb
_NEARLY_ALL = 0.85  # share of the letters of a paragraph that is a list of links
_FEWEST_LINKS = 3
_MOSTLY = 0.55  # share of the letters of a block that are links
_LONGEST_PLAIN = 15  # words without a link that a menu may have in one place
_FEWEST_LETTERS = 120  # that content has
_LAID_OUT = 0.7  # share of the letters of a layout table that its content has
_MOST_PARTS = 6  # that a layout table has: banner, menu, content, notes beside it, footer
_HEADINGS = ("h1", "h2", "h3", "h4")
_FEWEST_HEADINGS = 2  # that a cell has which holds the content of a page
_LONG = 1_500  # letters of a block that is more than a note


def page_furniture(root: _Element) -> dict[_Element, str]:
    """Return why, for each block of a page that is no content; {} where hardly anything else would
    be left.
    """
    letters = _letters_of_all(root)
    found: dict[_Element, str] = {}
    links = _linked(root, letters)
    content = _content(root, letters, links)
    above = _above_heading(root)
    for table, main in layout_tables(root).items():
        for cell in _cells_of(table):
            is_menu = cell is not main and links.get(cell) and letters[cell] < _LONG
            if is_menu and not _has_long_text(cell):
                found[cell] = _("a menu of the page, beside its content")
    for element in root.iter():
        if not _is_element(element) or element.tag not in _BLOCKS or not letters.get(element):
            continue
        if any(above in found for above in element.iterancestors()):
            continue
        inside = content is not None and _holds(element, content)
        around = content is None or not _holds(content, element) or element in above
        count = links.get(element, (0, 0))
        why = "" if inside else _why(element, letters[element], count, around)
        if why:
            found[element] = why
    kept = letters[root] - sum(letters[element] for element in found)
    return found if kept > 0 and not _is_all_headings(root, found, letters) else {}


def layout_tables(root: _Element) -> dict[_Element, _Element]:
    """Return the tables that are only there to place the parts of a page or a sheet, each with
    the cell that holds its content: headings and nearly all the words.
    """
    tables = [table for table in root.iter("table") if not _is_drawn_as_table(table)]
    letters = _letters_of_all(root) if tables else {}
    found: dict[_Element, _Element] = {}
    for table in tables:
        cells = [cell for cell in _cells_of(table) if letters[cell]]
        for cell in cells if len(cells) <= _MOST_PARTS else ():
            most = letters[cell] >= max(_LAID_OUT * letters[table], _FEWEST_LETTERS)
            if most and sum(1 for _heading in cell.iter(*_HEADINGS)) >= _FEWEST_HEADINGS:
                found[table] = cell
    return found


def _is_drawn_as_table(table: _Element) -> bool:
    """Tell whether a table has a head or a caption, as one that only places parts has not."""
    if any(child.tag in ("thead", "caption") for child in table):
        return True
    return any(cell.tag == "th" for cell in _cells_of(table))


def _cells_of(table: _Element) -> list[_Element]:
    """Return the cells of a table itself, not those of tables in it."""
    bodies = [table, *table.iterchildren("tbody", "tfoot")]
    rows = [row for body in bodies for row in body.iterchildren("tr")]
    return [cell for row in rows for cell in row.iterchildren("td", "th")]


def sister_links(root: _Element) -> dict[_Element, str]:
    """Return the lists of a text that are nothing but links to its sister pages, and lines of such
    links that lead back, and why they are no content; {} where nothing else would be left.
    """
    letters = _letters_of_all(root)
    links = _linked(root, letters)
    found = {
        element: _("a list of links to other pages")
        for element in root.iter("ul", "ol", "p")
        if element in links
        and _is_list_of_links(element, letters[element], links[element])
        and all(_is_near(link.get("href") or "") for link in element.iter("a"))
    }
    return found if sum(letters[element] for element in found) < letters.get(root, 0) else {}


def _is_list_of_links(element: _Element, letters: int, links: tuple[int, int]) -> bool:
    """Tell whether a list is nothing but links, or a paragraph nearly so: of three, or of two where
    the first leads back.
    """
    count, linked = links
    in_line = element.tag == "p"
    fewest = 2 if in_line and _FIRST_OF_WAY.match(_shown(element)) else _FEWEST_LINKS
    return count >= fewest and linked >= letters * (_NEARLY_ALL if in_line else 1)


def _is_mostly_links(letters: int, linked: int) -> bool:
    """Tell whether a block at the side says next to nothing beside its links."""
    return linked >= _MOSTLY * letters or letters <= linked + _LONGEST_NOTE


def _is_near(address: str) -> bool:
    """Tell whether a link leads to a place on this page, or to a page beside it."""
    return bool(address) and ":" not in address and not address.startswith("//")


def _is_element(element: _Element) -> bool:
    return isinstance(element.tag, str) and element.tag not in SILENT


def _letters_of_all(root: _Element) -> dict[_Element, int]:
    """Return how many letters each element shows, in one pass from the innermost outwards."""
    found: dict[_Element, int] = {}
    for element in reversed(list(root.iter())):
        shown = _is_element(element)
        inner = sum(found.get(child, 0) + _count(child.tail) for child in element) if shown else 0
        found[element] = inner + _count(element.text) if shown else 0
    return found


def _count(text: str | None) -> int:
    return len("".join((text or "").split()))


def _texts(element: _Element) -> Iterator[str]:
    for inner in element.iter():
        if not isinstance(inner.tag, str) or inner.tag in SILENT:
            continue
        yield inner.text or ""
        if inner is not element:
            yield inner.tail or ""
    for inner in element.iter(*SILENT):
        if inner is not element:
            yield inner.tail or ""


def _shown(element: _Element) -> str:
    """Return the words that an element shows, in one line."""
    return " ".join(" ".join(_texts(element)).split())


def _linked(root: _Element, letters: dict[_Element, int]) -> dict[_Element, tuple[int, int]]:
    """Return how many links each element holds, and how many letters they have."""
    found: dict[_Element, tuple[int, int]] = {}
    for link in root.iter("a"):
        if not (link.get("href") or ""):
            continue
        for element in (link, *link.iterancestors()):
            count, total = found.get(element, (0, 0))
            found[element] = count + 1, total + letters[link]
    return found


def _content(
    root: _Element, letters: dict[_Element, int], links: dict[_Element, tuple[int, int]]
) -> _Element | None:
    """Return the block that holds most of the words that are no links, as deep as it goes."""
    body = root.find("body")
    found = root if body is None else body
    while True:
        total = letters.get(found, 0) - links.get(found, (0, 0))[1]
        inner = [
            child
            for child in found
            if _is_element(child)
            and child.tag in ("div", "section", "article", "table", "tr", "td", "tbody", "form")
            and letters.get(child, 0) - links.get(child, (0, 0))[1] > 0.7 * total
        ]
        if len(inner) != 1 or _named(inner[0]) & (_MENU | _FOOT | _NOTE):
            return found if letters.get(found, 0) >= _FEWEST_LETTERS else None
        found = inner[0]


def _holds(element: _Element, content: _Element) -> bool:
    return element is content or any(above is element for above in content.iterancestors())


def _named(element: _Element) -> set[str]:
    written = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    parted = re.sub(r"([a-z])([A-Z])", r"\1 \2", written)
    return set(_NAMES.findall(f"{written} {parted}".casefold()))


def _above_heading(root: _Element) -> set[_Element]:
    """Return the blocks that stand before the first heading of a page."""
    found: set[_Element] = set()
    for element in root.iter():
        if element.tag in ("h1", "h2"):
            return {block for block in found if not _holds(block, element)}
        if element.tag in _BLOCKS:
            found.add(element)
    return set()


def _why(element: _Element, letters: int, links: tuple[int, int], outside: bool) -> str:
    names, is_short = _named(element), letters < _LONG
    text = _shown(element) if is_short else ""
    count, linked = links
    mostly = linked >= _MOSTLY * letters
    if count and is_short and _turns_pages(element, text, mostly):
        return _("links to other pages or places on this one")
    if count and is_short and (leads := _why_links(element, text, letters, links)):
        return leads
    if (_COOKIES.search(text) or names & _NOTE) and is_short and element.tag != "table":
        return _("a note of the page, on cookies or the like")
    if (names & _MENU) and not names & _CONTENT and (count >= 2 or is_short):
        return _("a menu of the page")
    if element.tag == "aside" and count and is_short and _is_mostly_links(letters, linked):
        return _("a menu of the page")
    if (names & _FOOT or element.tag == "footer" or _COPYRIGHT.match(text)) and is_short:
        return _("the footer of the page")
    if names & _SHARE and is_short and (mostly or letters < 200):
        return _("a part of the page for sharing or searching")
    if outside and count >= _FEWEST_LINKS and mostly and not _has_long_text(element):
        return _("a menu of the page: nearly all of it is links")
    return ""


def _why_links(element: _Element, text: str, letters: int, links: tuple[int, int]) -> str:
    """Return why a block that has links is no content wherever it stands."""
    count, linked = links
    if count == 1 and linked == letters and (_LEADS_AWAY.match(text) or _ONWARDS.match(text)):
        return _("a link of the page, not content")
    way = _BREADCRUMB.match(text) or (_named(element) & _WAY and element.tag not in ("td", "table"))
    if way and letters < _LONGEST_WAY:
        return _("the way to this page, as the page shows it")
    if _ASKED.match(text) and letters < _LONGEST_WAY:
        return _("a part of the page for sharing or searching")
    if element.tag == "p" and _is_list_of_links(element, letters, links):
        return _("a list of links to other pages")
    return ""


def links_within(main: _Element) -> dict[_Element, str]:
    """Return the blocks of the main part of a page that only lead elsewhere, and why."""
    letters = _letters_of_all(main)
    found: dict[_Element, str] = {}
    for element, links in _linked(main, letters).items():
        if element.tag in _BLOCKS and element is not main and 0 < letters.get(element, 0) < _LONG:
            why = _why_links(element, _shown(element), letters[element], links)
            if not why and (element.tag == "aside" or _named(element) & _SHARE):
                mostly = _is_mostly_links(letters[element], links[1])
                why = _("a part of the page for sharing or searching") if mostly else ""
            if why:
                found[element] = why
    return found


def _turns_pages(element: _Element, text: str, mostly: bool) -> bool:
    """Tell whether a block has nothing but links to the next page, or to headings of this one."""
    words = re.findall(r"[a-z]+", text.casefold())
    if words and all(_TURNING.fullmatch(word) for word in words):
        return True
    links = [link.get("href") or "" for link in element.iter("a") if link.get("href")]
    return mostly and len(links) > 1 and all(link.startswith("#") for link in links)


def _has_long_text(element: _Element) -> bool:
    """Tell whether a block has a passage without links that is too long for a menu."""
    return any(
        len(((inner.text or "") if inner.tag != "a" else "").split()) > _LONGEST_PLAIN
        for inner in element.iter()
        if _is_element(inner)
    )


def _is_all_headings(
    root: _Element, found: dict[_Element, str], letters: dict[_Element, int]
) -> bool:
    """Tell whether nothing but headings would be left: then the page is a list of links."""
    for inner in root.iter("p", "li", "td", "dd"):
        if inner in found or any(above in found for above in inner.iterancestors()):
            continue
        if letters[inner]:
            return False
    return True
