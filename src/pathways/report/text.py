"""Sheets as plain text, line by line: a screen reader reads it in the order in which it is
meant.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from pathways.i18n import _
from pathways.report import blocks
from pathways.report.block_writer import BlockWriter
from pathways.report.options import SheetOptions
from pathways.report.spans import Line, Style

_WIDTH = 78
_UNDERLINES = {1: "=", 2: "-"}
_AROUND = {
    Style.INSERTED: ("{+", "+}"),
    Style.DELETED: ("[-", "-]"),
    Style.PASSING: ("[-{+", "+}-]"),
    Style.REFERENCE: (" [", "]"),
}


def to_text(document: blocks.Sheet, options: SheetOptions) -> bytes:
    """Return the document as text in UTF-8, in lines of 78 characters at most where words allow."""
    writer = _TextWriter(document, options)
    parts = [
        "\n".join(writer.heading(blocks.Heading(1, document.title))),
        "\n".join(_wrapped(text) for text in (document.subtitle, document.written) if text),
    ]
    if _has_marks(document):
        parts.append(_wrapped(_("Marks inside a text: [-words that go-] {+words that come+}.")))
    parts += ["\n".join(writer.block(block)) for block in document.blocks]
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


class _TextWriter(BlockWriter[Iterator[str]]):
    """One plain text in the making."""

    def heading(self, block: blocks.Heading) -> Iterator[str]:
        text = _wrapped(block.text)
        yield text
        if block.level in _UNDERLINES:
            yield _UNDERLINES[block.level] * min(_WIDTH, max(map(len, text.split("\n"))))

    def paragraph(self, block: blocks.Paragraph) -> Iterator[str]:
        yield _wrapped(_line(block.spans))

    def bullets(self, block: blocks.BulletList) -> Iterator[str]:
        for item in block.items:
            indent = "  " * (item.depth - 1)
            yield _wrapped(_line(item.spans), f"{indent}- ", f"{indent}  ")

    def note(self, block: blocks.Note) -> Iterator[str]:
        yield _wrapped(f"{block.title}: {_line(block.spans)}", "  ", "  ")

    def writing_lines(self, block: blocks.WritingLines) -> Iterator[str]:
        yield "\n\n".join(["_" * _WIDTH] * block.count)

    def signatures(self, block: blocks.Signatures) -> Iterator[str]:
        for person in block.people:
            yield f"{person}: {'_' * 36}  {block.date_word}: {'_' * 16}\n"

    def footnotes(self, block: blocks.Footnotes) -> Iterator[str]:
        for note in block.items:
            yield _wrapped(note.text, f"[{note.number}] ", "    ")

    def table(self, block: blocks.Table) -> Iterator[str]:
        """Yield each row as a group of lines: the heading of each column, and what stands in it."""
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
    marks = ((_AROUND.get(span.style, ("", "")), span.text) for span in line)
    return "".join(f"{before}{text}{after}" for (before, after), text in marks)


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
