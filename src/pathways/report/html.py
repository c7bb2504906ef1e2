"""Sheets as one web page that stands alone: no other file, no script, made to be read aloud and
printed too.
"""

from __future__ import annotations

import html
import string
from collections.abc import Callable
from typing import Any

from pathways import paths
from pathways.report.blocks import (
    BulletList,
    Cell,
    Footnotes,
    Heading,
    Item,
    Line,
    Note,
    Paragraph,
    Sheet,
    Signatures,
    Style,
    Table,
    WritingLines,
    nested,
)
from pathways.report.column_widths import with_fitting_columns
from pathways.report.options import SheetOptions
from pathways.report.tones import HEADER, QUIET, RULE, TINTS

_TAGS = {
    Style.PLAIN: ("", ""),
    Style.STRONG: ("<strong>", "</strong>"),
    Style.INSERTED: ("<ins>", "</ins>"),
    Style.DELETED: ("<del>", "</del>"),
    Style.PASSING: ('<del class="passing">', "</del>"),
    Style.QUIET: ('<span class="quiet">', "</span>"),
}
_PAPER = 174.0  # millimetres between the margins
# In print only: on a screen there is no need to save room.
_COMPACT = """@media print { body { font-size: 10pt; line-height: 1.2; }
h1 { margin: 0; } h2 { margin: 0.6em 0 0.3em; } p { margin: 0.3em 0; }
th, td { padding: 0.2em 0.5em; } caption { display: none; } .signature { margin-top: 1.2em; } }
"""


def to_html(document: Sheet, options: SheetOptions) -> bytes:
    """Return the document as a web page in UTF-8."""
    return _PageWriter(document, options).written()


class _PageWriter:
    """One web page in the making."""

    def __init__(self, document: Sheet, options: SheetOptions) -> None:
        self.document = document
        self.options = options
        self.numbers = {
            str(i.number) for b in document.blocks if isinstance(b, Footnotes) for i in b.items
        }
        self.draw: dict[type, Callable[[Any], str]] = {
            Heading: self._heading,
            Paragraph: lambda block: f"<p>{self._line(block.spans)}</p>",
            BulletList: lambda block: self._list(block.items),
            Table: self._table,
            Note: self._note,
            WritingLines: lambda block: (
                '<div class="line" aria-hidden="true"></div>\n' * block.count
            ),
            Signatures: self._signatures,
            Footnotes: self._footnotes,
        }

    def written(self) -> bytes:
        document = self.document
        style = _style(document, self.options)
        language, title = _safe(document.language), _safe(document.title)
        parts = [
            f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>",
            f"<main>\n<h1>{title}</h1>",
            f'<p class="quiet">{_safe(document.subtitle)}<br>{_safe(document.written)}</p>',
            *(self.draw[type(block)](block) for block in document.blocks),
            "</main>",
            f'<footer class="quiet"><p>{_safe(document.footer)}</p></footer>\n</body>\n</html>\n',
        ]
        return "\n".join(parts).encode()

    def _heading(self, block: Heading) -> str:
        page = ' class="new-page"' if block.new_page else ""
        return f"<h{block.level}{page}>{_safe(block.text)}</h{block.level}>"

    def _list(self, items: tuple[Item, ...]) -> str:
        points = [
            f"<li>{self._line(item.spans)}{self._list(below) if below else ''}</li>"
            for item, below in nested(items)
        ]
        return "<ul>\n" + "\n".join(points) + "\n</ul>"

    def _note(self, block: Note) -> str:
        return f'<div class="note" role="note"><p><strong>{_safe(block.title)}</strong></p>' + (
            f"<p>{self._line(block.spans)}</p></div>"
        )

    def _signatures(self, block: Signatures) -> str:
        return "\n".join(
            f'<p class="signature"><span>{_safe(person)}</span><span class="rule"></span>'
            f'<span>{_safe(block.date_word)}</span><span class="rule"></span></p>'
            for person in block.people
        )

    def _footnotes(self, block: Footnotes) -> str:
        points = [
            f'<li id="source-{n.number}" value="{n.number}">{_safe(n.text)}</li>'
            for n in block.items
        ]
        return '<ol class="sources">\n' + "\n".join(points) + "\n</ol>"

    def _table(self, block: Table) -> str:
        block = with_fitting_columns(block, _PAPER, self.options.text_size)
        shares = sum(column.share for column in block.columns)
        widths = "".join(
            f'<col style="width:{100 * column.share / shares:.1f}%">' for column in block.columns
        )
        head = "".join(f'<th scope="col">{_safe(column.title)}</th>' for column in block.columns)
        height = f' style="height:{block.row_height:.1f}mm"' if block.row_height else ""
        rows = "\n".join(f"<tr{height}>{self._row(block, cells)}</tr>" for cells in block.rows)
        return (
            f'<div class="wide"><table>\n<caption>{_safe(block.caption)}</caption>\n'
            f"<colgroup>{widths}</colgroup>\n"
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>"
        )

    def _row(self, block: Table, cells: tuple[Cell, ...]) -> str:
        found = []
        for place, cell in enumerate(cells):
            tag, scope = ("th", ' scope="row"') if block.row_headers and place == 0 else ("td", "")
            align = ' class="centred"' if block.columns[place].centred else ""
            found.append(f"<{tag}{scope}{align}>{self._cell(cell)}</{tag}>")
        return "".join(found)

    def _cell(self, cell: Cell) -> str:
        lines = [self._line(line) for line in cell.lines]
        if lines and TINTS[cell.tone]:
            lines[0] = f'<span class="tone {cell.tone.value}">{lines[0]}</span>'
        return "<br>".join(lines)

    def _line(self, line: Line) -> str:
        found, previous = [], None
        for span in line:
            if span.style is Style.REFERENCE:
                comma = ", " if previous is Style.REFERENCE else ""
                number = _safe(span.text)
                link = (
                    f'<a href="#source-{number}">{number}</a>'
                    if span.text in self.numbers
                    else number
                )
                found.append(f"<sup>{comma}{link}</sup>")
            else:
                before, after = _TAGS[span.style]
                found.append(f"{before}{_safe(span.text)}{after}")
            previous = span.style
        return "".join(found)


def _safe(text: str) -> str:
    return html.escape(text)


def _style(document: Sheet, options: SheetOptions) -> str:
    tints = "".join(
        f".tone.{tone.value} {{ background: {tint}; }}\n" for tone, tint in TINTS.items() if tint
    )
    sheet = string.Template(
        (paths.resources() / "sheets" / "sheet.css").read_text(encoding="utf-8")
    )
    paper = "landscape" if options.landscape(document.wide) else "portrait"
    compact = _COMPACT if document.compact else ""
    return (
        sheet.substitute(paper=paper, size=options.text_size, header=HEADER, rule=RULE, quiet=QUIET)
        + tints
        + compact
    )
