"""Sheets as one web page that stands alone: no other file, no script, made to be read aloud and
printed too.
"""

from __future__ import annotations

import html
import string

from pathways import paths
from pathways.report import blocks
from pathways.report.block_writer import BlockWriter
from pathways.report.column_widths import column_widths
from pathways.report.options import SheetOptions
from pathways.report.room import type_in_tables
from pathways.report.spans import Line, Style
from pathways.report.tones import HEADER, QUIET, RULE, TINTS

_TAGS = {
    Style.STRONG: ("<strong>", "</strong>"),
    Style.INSERTED: ("<ins>", "</ins>"),
    Style.DELETED: ("<del>", "</del>"),
    Style.PASSING: ('<del class="passing">', "</del>"),
    Style.QUIET: ('<span class="quiet">', "</span>"),
}
_WIDE, _NARROW = 309.0, 165.0  # millimetres of a table on a wide screen, and on the narrowest
_MANY = 5  # columns that only a wide screen and paper have room for
# In print only: on a screen there is no need to save room. The measures are those of ``room``.
_COMPACT = string.Template("""@media print { body { font-size: ${size}pt; line-height: 1.2; }
h1 { margin: 0; } h2 { margin: 0.5em 0 0.25em; } p { margin: 0.3em 0; }
th, td { padding: 0.5mm 2.2mm; } .several { font-size: ${smaller}em; }
.wide + .wide { margin-top: 2mm; } .signature { margin-top: 1.2em; } }
""")

_HIDDEN = "position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden;"
_STACKED = f"""{{of}} :is(table, tbody, tr, th, td) {{{{ display: block; width: auto; }}}}
{{of}} colgroup {{{{ display: none; }}}} {{of}} thead {{{{ {_HIDDEN} }}}}
{{of}} tr {{{{ margin-bottom: 0.8em; border-top: 2px solid; height: auto !important; }}}}
{{of}} :is(th, td) {{{{ text-align: left; border-top: 0; }}}}
{{of}} [data-column]::before {{{{ content: attr(data-column) ": "; font-size: 0.85em; }}}}
"""


def to_html(document: blocks.Sheet, options: SheetOptions) -> bytes:
    """Return the document as a web page in UTF-8."""
    return _PageWriter(document, options).written()


class _PageWriter(BlockWriter[str]):
    """One web page in the making."""

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
            *(self.block(block) for block in document.blocks),
            "</main>",
            f'<footer class="quiet"><p>{_safe(document.footer)}</p></footer>\n</body>\n</html>\n',
        ]
        return "\n".join(parts).encode()

    def heading(self, block: blocks.Heading) -> str:
        page = ' class="new-page"' if block.new_page else ""
        return f"<h{block.level}{page}>{_safe(block.text)}</h{block.level}>"

    def paragraph(self, block: blocks.Paragraph) -> str:
        keep = ' class="keep"' if block.keep else ""
        return f"<p{keep}>{self._line(block.spans)}</p>"

    def bullets(self, block: blocks.BulletList) -> str:
        return self._list(block.items)

    def _list(self, items: tuple[blocks.Item, ...]) -> str:
        points = [
            f"<li>{self._line(item.spans)}{self._list(below) if below else ''}</li>"
            for item, below in blocks.nested(items)
        ]
        return "<ul>\n" + "\n".join(points) + "\n</ul>"

    def note(self, block: blocks.Note) -> str:
        return f'<div class="note" role="note"><p><strong>{_safe(block.title)}</strong></p>' + (
            f"<p>{self._line(block.spans)}</p></div>"
        )

    def writing_lines(self, block: blocks.WritingLines) -> str:
        return '<div class="line" aria-hidden="true"></div>\n' * block.count

    def signatures(self, block: blocks.Signatures) -> str:
        return "\n".join(
            f'<p class="signature"><span>{_safe(person)}</span><span class="rule"></span>'
            f'<span>{_safe(block.date_word)}</span><span class="rule"></span></p>'
            for person in block.people
        )

    def footnotes(self, block: blocks.Footnotes) -> str:
        points = [
            f'<li id="source-{n.number}" value="{n.number}">{_safe(n.text)}</li>'
            for n in block.items
        ]
        return '<ol class="sources">\n' + "\n".join(points) + "\n</ol>"

    def table(self, block: blocks.Table) -> str:
        titles = [_safe(column.title) for column in block.columns]
        head = "".join(f'<th scope="col">{title}</th>' for title in titles)
        height = f' style="height:{block.row_height:.1f}mm"' if block.row_height else ""
        rows = "\n".join(f"<tr{height}>{self._row(block, cells)}</tr>" for cells in block.rows)
        count = len(block.columns)
        kind = " many" if count >= _MANY else ""
        several = " several" if type_in_tables(count) < 1 else ""
        return (
            f'<div class="wide{kind}{several}"><table>\n'
            f"<caption>{_safe(block.caption)}</caption>\n"
            f"<colgroup>{self._columns(block)}</colgroup>\n"
            f"<thead><tr>{head}</tr></thead>\n"
            f"<tbody>\n{rows}\n</tbody>\n</table></div>"
        )

    def _columns(self, block: blocks.Table) -> str:
        """Return the widths of the columns on paper, and on screens with more or less room."""
        size = float(self.options.text_size)
        printed = size * blocks.COMPACT * type_in_tables(len(block.columns))
        room = {
            "paper": (float(self.width), printed if self.document.compact else size),
            "narrow": (_NARROW, size),
            "screen": (_WIDE, size),
        }
        shares: list[list[str]] = [[] for _column in block.columns]
        for name, (width, points) in room.items():
            found = column_widths(block, width, points)
            for place, share in enumerate(found):
                shares[place].append(f"--{name}:{100 * share / sum(found):.1f}%")
        return "".join(f'<col style="{";".join(share)}">' for share in shares)

    def _row(self, block: blocks.Table, cells: tuple[blocks.Cell, ...]) -> str:
        found = []
        for place, cell in enumerate(cells):
            tag, scope = ("th", ' scope="row"') if block.row_headers and place == 0 else ("td", "")
            column = block.columns[place]
            align = ' class="centred"' if column.centred else ""
            title = f' data-column="{_safe(column.title)}"'
            found.append(f"<{tag}{scope}{align}{title}>{self._cell(cell)}</{tag}>")
        return "".join(found)

    def _cell(self, cell: blocks.Cell) -> str:
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
                before, after = _TAGS.get(span.style, ("", ""))
                found.append(f"{before}{_safe(span.text)}{after}")
            previous = span.style
        return "".join(found)


def _safe(text: str) -> str:
    return html.escape(text)


def _style(document: blocks.Sheet, options: SheetOptions) -> str:
    tints = "".join(
        f".tone.{tone.value} {{ background: {tint}; }}\n" for tone, tint in TINTS.items() if tint
    )
    sheet = string.Template(
        (paths.resources() / "sheets" / "sheet.css").read_text(encoding="utf-8")
    )
    paper = "landscape" if options.landscape(document.wide) else "portrait"
    compact = _COMPACT.substitute(
        size=round(options.text_size * blocks.COMPACT, 1), smaller=type_in_tables(_MANY)
    )
    return (
        sheet.substitute(
            paper=paper,
            size=options.text_size,
            header=HEADER,
            rule=RULE,
            quiet=QUIET,
            stacked=_STACKED.format(of=".wide"),
            stacked_many=_STACKED.format(of=".many"),
        )
        + tints
        + (compact if document.compact else "")
    )
