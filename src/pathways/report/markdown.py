"""Sheets as Markdown, with the tables that most readers of it know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pathways.report import blocks
from pathways.report.block_writer import BlockWriter
from pathways.report.options import SheetOptions
from pathways.report.spans import Line, Style

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&#$!^])")
_AT_THE_START = re.compile(
    r"^(\s*\d*)(?=[-+=.)])"
)  # what would begin a point, a number or a line below a heading
_RULE = "\\_" * 30
_NOTHING = ("", "")
_AROUND = {
    Style.STRONG: ("**", "**"),
    Style.INSERTED: ("**", "**"),
    Style.DELETED: ("~~", "~~"),
    Style.PASSING: ("~~**", "**~~"),
}


def to_markdown(document: blocks.Sheet, options: SheetOptions) -> bytes:
    """Return the document as Markdown in UTF-8."""
    parts = [
        f"# {_safe(document.title)}",
        f"{_safe(document.subtitle)}  \n{_safe(document.written)}",
    ]
    write = _MarkdownWriter(document, options).block
    parts += ["\n".join(write(block)) for block in document.blocks]
    if document.footer:
        parts += ["---", _safe(document.footer)]
    return ("\n\n".join(parts) + "\n").encode()


class _MarkdownWriter(BlockWriter[Iterator[str]]):
    """One text in Markdown in the making."""

    def heading(self, block: blocks.Heading) -> Iterator[str]:
        yield f"{'#' * block.level} {_safe(block.text)}"

    def paragraph(self, block: blocks.Paragraph) -> Iterator[str]:
        yield _line(block.spans)

    def bullets(self, block: blocks.BulletList) -> Iterator[str]:
        yield from self._points(block.items, "")

    def _points(self, items: tuple[blocks.Item, ...], indent: str) -> Iterator[str]:
        for item, below in blocks.nested(items):
            yield f"{indent}- {_line(item.spans)}"
            yield from self._points(below, indent + "  ")

    def note(self, block: blocks.Note) -> Iterator[str]:
        yield f"> **{_safe(block.title)}**"
        yield ">"
        yield f"> {_line(block.spans)}"

    def writing_lines(self, block: blocks.WritingLines) -> Iterator[str]:
        yield "\n\n".join([_RULE] * block.count)

    def signatures(self, block: blocks.Signatures) -> Iterator[str]:
        yield "\n\n".join(
            f"{_safe(who)}: {_RULE} {_safe(block.date_word)}: {_RULE[:24]}" for who in block.people
        )

    def footnotes(self, block: blocks.Footnotes) -> Iterator[str]:
        yield from (f"- \\[{note.number}\\] {_safe(note.text)}" for note in block.items)

    def table(self, block: blocks.Table) -> Iterator[str]:
        yield "| " + " | ".join(_safe(column.title) for column in block.columns) + " |"
        yield f"|{'|'.join(' :---: ' if one.centred else ' --- ' for one in block.columns)}|"
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
        before, after = _AROUND.get(span.style, _NOTHING) if body else _NOTHING
        lead = span.text[: len(span.text) - len(span.text.lstrip())]
        trail = span.text[len(span.text.rstrip()) :] if body else ""
        found += lead + before + _escaped(body) + after + trail
    return _AT_THE_START.sub(r"\1\\", found)


def _safe(text: str) -> str:
    return _AT_THE_START.sub(r"\1\\", _escaped(text))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
