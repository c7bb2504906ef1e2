"""Sheets as Markdown, with the tables that most readers of it know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pathways.report import blocks
from pathways.report.options import SheetOptions
from pathways.report.spans import Line, Style

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&#$!^])")
_AT_THE_START = re.compile(
    r"^(\s*\d*)(?=[-+=.)])"
)  # what would begin a point, a number or a line below a heading
_RULE = "\\_" * 30
_AROUND = {
    Style.PLAIN: ("", ""),
    Style.STRONG: ("**", "**"),
    Style.INSERTED: ("**", "**"),
    Style.DELETED: ("~~", "~~"),
    Style.PASSING: ("~~**", "**~~"),
    Style.QUIET: ("", ""),
}


def to_markdown(document: blocks.Sheet, options: SheetOptions) -> bytes:
    """Return the document as Markdown in UTF-8."""
    parts = [
        f"# {_safe(document.title)}",
        f"{_safe(document.subtitle)}  \n{_safe(document.written)}",
    ]
    parts += ["\n".join(_DRAW[type(block)](block)) for block in document.blocks]
    if document.footer:
        parts += ["---", _safe(document.footer)]
    return ("\n\n".join(parts) + "\n").encode()


def _heading(block: blocks.Heading) -> Iterator[str]:
    yield f"{'#' * block.level} {_safe(block.text)}"


def _paragraph(block: blocks.Paragraph) -> Iterator[str]:
    yield _line(block.spans)


def _list(block: blocks.BulletList) -> Iterator[str]:
    yield from _points(block.items, "")


def _points(items: tuple[blocks.Item, ...], indent: str) -> Iterator[str]:
    for item, below in blocks.nested(items):
        yield f"{indent}- {_line(item.spans)}"
        yield from _points(below, indent + "  ")


def _note(block: blocks.Note) -> Iterator[str]:
    yield f"> **{_safe(block.title)}**"
    yield ">"
    yield f"> {_line(block.spans)}"


def _lines(block: blocks.WritingLines) -> Iterator[str]:
    yield "\n\n".join([_RULE] * block.count)


def _signatures(block: blocks.Signatures) -> Iterator[str]:
    yield "\n\n".join(
        f"{_safe(who)}: {_RULE} {_safe(block.date_word)}: {_RULE[:24]}" for who in block.people
    )


def _footnotes(block: blocks.Footnotes) -> Iterator[str]:
    yield from (f"- \\[{note.number}\\] {_safe(note.text)}" for note in block.items)


def _table(block: blocks.Table) -> Iterator[str]:
    yield "| " + " | ".join(_safe(column.title) for column in block.columns) + " |"
    yield "|" + "|".join(" :---: " if column.centred else " --- " for column in block.columns) + "|"
    for cells in block.rows:
        yield "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(cell: blocks.Cell) -> str:
    return "<br>".join(_line(line) for line in cell.lines)


def _line(line: Line) -> str:
    found = ""
    for span in line:
        if span.style is Style.REFERENCE:
            found += f" \\[{_safe(span.text)}\\]"
            continue
        body = span.text.strip()
        before, after = _AROUND[span.style] if body else ("", "")
        lead = span.text[: len(span.text) - len(span.text.lstrip())]
        trail = span.text[len(span.text.rstrip()) :] if body else ""
        found += lead + before + _escaped(body) + after + trail
    return _AT_THE_START.sub(r"\1\\", found)


def _safe(text: str) -> str:
    return _AT_THE_START.sub(r"\1\\", _escaped(text))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


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
