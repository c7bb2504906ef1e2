"""Sheets as plain text, line by line: a screen reader reads it in the order in which it is
meant.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from typing import Any

from pathways.i18n import _
from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.spans import Line, Style

_WIDTH = 78
_UNDERLINES = {1: "=", 2: "-"}
_AROUND = {
    Style.PLAIN: ("", ""),
    Style.STRONG: ("", ""),
    Style.INSERTED: ("{+", "+}"),
    Style.DELETED: ("[-", "-]"),
    Style.PASSING: ("[-{+", "+}-]"),
    Style.QUIET: ("", ""),
    Style.REFERENCE: (" [", "]"),
}


def to_text(document: blocks.Sheet, options: SheetOptions) -> bytes:
    """Return the document as text in UTF-8, in lines of 78 characters at most where words allow."""
    parts = [
        "\n".join(_heading(blocks.Heading(1, document.title))),
        "\n".join(_wrapped(text) for text in (document.subtitle, document.written) if text),
    ]
    if _has_marks(document):
        parts.append(_wrapped(_("Marks inside a text: [-words that go-] {+words that come+}.")))
    parts += ["\n".join(_DRAW[type(block)](block)) for block in document.blocks]
    if document.footer:
        parts.append(_wrapped(document.footer))
    return ("\n\n".join(parts) + "\n").encode()


def _has_marks(document: blocks.Sheet) -> bool:
    cells = (
        cell
        for block in document.blocks
        if isinstance(block, blocks.Table)
        for row in block.rows
        for cell in row
    )
    styles = {span.style for cell in cells for line in cell.lines for span in line}
    return not styles.isdisjoint({Style.INSERTED, Style.DELETED, Style.PASSING})


def _heading(block: blocks.Heading) -> Iterator[str]:
    text = _wrapped(block.text)
    yield text
    if block.level in _UNDERLINES:
        yield _UNDERLINES[block.level] * min(_WIDTH, max(len(line) for line in text.split("\n")))


def _paragraph(block: blocks.Paragraph) -> Iterator[str]:
    yield _wrapped(_line(block.spans))


def _list(block: blocks.BulletList) -> Iterator[str]:
    for item in block.items:
        indent = "  " * (item.depth - 1)
        yield _wrapped(_line(item.spans), f"{indent}- ", f"{indent}  ")


def _note(block: blocks.Note) -> Iterator[str]:
    yield _wrapped(f"{block.title}: {_line(block.spans)}", "  ", "  ")


def _lines(block: blocks.WritingLines) -> Iterator[str]:
    yield "\n\n".join(["_" * _WIDTH] * block.count)


def _signatures(block: blocks.Signatures) -> Iterator[str]:
    for person in block.people:
        yield f"{person}: {'_' * 36}  {block.date_word}: {'_' * 16}\n"


def _footnotes(block: blocks.Footnotes) -> Iterator[str]:
    for note in block.items:
        yield _wrapped(note.text, f"[{note.number}] ", "    ")


def _table(block: blocks.Table) -> Iterator[str]:
    """Yield each row as a group of lines: the heading of each column, then what stands in it."""
    for number, cells in enumerate(block.rows):
        if number:
            yield ""
        for place, (column, cell) in enumerate(zip(block.columns, cells, strict=True)):
            said = "; ".join(_line(line).strip() for line in cell.lines).replace(".; ", ". ")
            if block.row_headers and place == 0:
                yield _wrapped(said)
            else:
                indent = "  " if block.row_headers else ""
                yield _wrapped(f"{column.title}: {said}", indent, indent + "    ")


def _line(line: Line) -> str:
    return "".join(_AROUND[span.style][0] + span.text + _AROUND[span.style][1] for span in line)


def _wrapped(text: str, first: str = "", rest: str = "") -> str:
    return "\n".join(
        textwrap.wrap(
            text,
            _WIDTH,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


_DRAW: dict[type, Callable[[Any], Iterator[str]]] = {
    blocks.Heading: _heading,
    blocks.Paragraph: _paragraph,
    blocks.BulletList: _list,
    blocks.Table: _table,
    blocks.Note: _note,
    blocks.WritingLines: _lines,
    blocks.Signatures: _signatures,
    blocks.Footnotes: _footnotes,
}
