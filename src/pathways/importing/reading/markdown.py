"""Markdown, with whatever HTML stands in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pathways.i18n import _
from pathways.importing.html_tags import is_tag
from pathways.importing.outline import Outline
from pathways.importing.reading.front_matter import below_front_matter
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.html_outline import HtmlReader
from pathways.importing.reading.invisible import even_line_ends
from pathways.importing.reading.lazy_lines import unglued
from pathways.importing.reading.plain_text import note_encoding
from pathways.importing.reading.refusal import too_intricate
from pathways.importing.reading.source_bytes import read_bytes, text_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MOST_BYTES = 300_000  # some hundred pages; the parser is the slowest of all
_MOST_LINES = 12_000
_MOST_BRACKETS = 5_000  # each may open a link, and the parser looks for its end
_MOST_BARS = 40_000
_DRAWN = frozenset(
    "mermaid plantuml dot graphviz python javascript js typescript ts bash sh shell sql java css "
    "json xml c cpp go rust ruby php".split()
)
_OPENING_TAG = re.compile(r"<([A-Za-z]{1,20})(?=[\s>])")
_DEEPEST = 60  # lists and quotes in one another
_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_HTML = re.compile(
    r"^\s{0,3}<(dl|div|table|ul|ol|p|h[1-6]|section)\b[^>]*>", re.MULTILINE | re.IGNORECASE
)
_RULES = re.compile(
    r"^\|?[ \t]{0,9}:?-{3,99}:?[ \t]{0,99}(\|[ \t]{0,9}:?-{3,99}:?[ \t]{0,99}){1,99}\|?[ \t]{0,9}$",
    re.MULTILINE,
)


def looks_like_markdown(text: str) -> bool:
    """Say whether a plain text is Markdown: two headings with #, or one beside HTML or a table."""
    headings = len(_HEADING.findall(text[:200_000]))
    return headings > 1 or (headings == 1 and bool(_HTML.search(text) or _RULES.search(text)))


def read_markdown(path: Path) -> Outline:
    """Return the outline of a Markdown file; its front matter, if any, becomes facts and tables."""
    text, encoding = text_of(path, read_bytes(path, MOST_BYTES))
    gathering = Gathering(path, "md")
    note_encoding(gathering, encoding)
    text = below_front_matter(path, even_line_ends(text), gathering)
    if (
        text.count("\n") > _MOST_LINES
        or text.count("[") > _MOST_BRACKETS
        or text.count("|") > _MOST_BARS
    ):
        raise too_intricate(path)
    text, origins, mended = unglued(text)
    for line, lost in mended:
        why = _("a line without a dash among the points of a list; it counts as a point")
        gathering.remark(line, lost, why)
    html, places = _to_html(path, text, gathering)
    places = [(line, origins[min(source, len(origins)) - 1]) for line, source in places]
    HtmlReader(path, gathering, _LineMap(places), has_sisters=True).read(html)
    return gathering.outline()


def _to_html(path: Path, text: str, gathering: Gathering) -> tuple[str, list[tuple[int, int]]]:
    """Return the HTML, and pairs (line of the HTML, line of the source), both from 1, where they
    are known.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    environment: dict[str, Any] = {}
    tokens = parser.parse(text, environment)
    for name, found in environment.get("references", {}).items():
        gathering.leave_out(
            found["map"][0] + 1, f"[{name.lower()}]: {found['href']}", _("the address of a link")
        )
    if any(token.level >= _DEEPEST - 2 for token in tokens):  # what lies deeper was passed over
        raise too_intricate(path)
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    line = 1
    for index, token in enumerate(tokens):
        if token.type == "fence" and token.info.strip().casefold() in _DRAWN:
            first = token.map[0] + 2  # type: ignore[index]
            for number, text in enumerate(token.content.split("\n"), first):
                gathering.leave_out(number, text, _("a drawing or a program, not text"))
            continue
        part = _rendered(parser, tokens, index)
        if token.map:
            fence = 1 if token.type == "fence" else 0  # the code begins a line below its marks
            places.append((line + part.startswith("\n"), token.map[0] + 1 + fence))
        line += part.count("\n")
        parts.append(part)
    return "".join(parts), places


def _rendered(parser: MarkdownIt, tokens: Sequence[Token], index: int) -> str:
    """Return the HTML of one token, with the soft ends of lines still to be told from spaces."""
    from markdown_it.renderer import RendererHTML

    token = tokens[index]
    renderer = parser.renderer
    assert isinstance(renderer, RendererHTML)
    if token.type == "inline":
        for child in token.children or ():
            if child.type == "softbreak":
                child.type, child.content = "html_inline", '<br data-soft="">\n'
            elif child.type == "html_inline" and _is_place(child.content):
                child.type = "text"
        return str(renderer.renderInline(token.children or [], parser.options, {}))
    if token.type == "html_block" and _is_place(token.content.strip()):
        return f"<p>{escape(token.content)}</p>\n"
    if token.type in renderer.rules:
        return str(renderer.rules[token.type](tokens, index, parser.options, {}))
    return str(renderer.renderToken(tokens, index, parser.options, {}))


def _is_place(written: str) -> bool:
    """Tell whether "<insert title>" is no tag, but a place that somebody should fill in."""
    name = _OPENING_TAG.match(written)
    return name is not None and not is_tag(name[1])


class _LineMap:
    """Turn a line of the HTML into the line of the source it came from."""

    def __init__(self, places: list[tuple[int, int]]) -> None:
        self._places = sorted(places)

    def __call__(self, line: int) -> int:
        index = bisect_right(self._places, (line, 1 << 60)) - 1
        if index < 0:
            return line
        html, source = self._places[index]
        return source + line - html
