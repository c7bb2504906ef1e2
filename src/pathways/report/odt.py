"""Sheets for LibreOffice and other readers of OpenDocument: real headings, header rows, A4, the
sheet's language.
"""

from __future__ import annotations

import datetime
import io
import string
from collections.abc import Iterable
from typing import Any

from pathways import paths
from pathways.i18n import _
from pathways.report import blocks
from pathways.report.block_writer import BlockWriter
from pathways.report.column_widths import with_fitting_columns
from pathways.report.options import SheetOptions
from pathways.report.packing import repacked
from pathways.report.room import LONG, MARGIN, SHORT
from pathways.report.spans import Line, Span, Style
from pathways.report.tones import HEADER, QUIET, RULE, TINTS

# Room around paragraphs in millimetres; the pitch of lines and the small type in per cent.
_LOOSE = {"gap": 2, "above": 6, "pitch": 115, "small": 78, "signed": 8, "line": 0.7}
_TIGHT = {"gap": 1, "above": 3, "pitch": 100, "small": 92, "signed": 5, "line": 0.2}
_DATE = 45  # millimetres for the date to sign with
_WORDS = {
    Style.STRONG: "Strong_20_Words",
    Style.INSERTED: "Inserted_20_Words",
    Style.DELETED: "Deleted_20_Words",
    Style.PASSING: "Passing_20_Words",
    Style.QUIET: "Quiet_20_Words",
    Style.REFERENCE: "Source_20_Number",
}
_DEEPEST = 3  # levels of bullets in the list style


def to_odt(document: blocks.Sheet, options: SheetOptions) -> bytes:
    """Return the document as an OpenDocument text; the same document and options give the same
    bytes.
    """
    return _OdtWriter(document, options).written()


class _OdtWriter(BlockWriter[Iterable[Any]]):
    """One OpenDocument text in the making."""

    def __init__(self, document: blocks.Sheet, options: SheetOptions) -> None:
        import odfdo

        super().__init__(document, options)
        self.file = odfdo.Document("text")
        self.file.set_part("styles.xml", self._styles())
        self.body = self.file.body
        self.body.clear()
        self.tables = 0

    def written(self) -> bytes:
        self._set_meta()
        self._write_footer()
        self._add_cell_styles()
        self.body.append(self._heading(1, self.document.title))
        for text in (self.document.subtitle, self.document.written):
            if text:
                self.body.append(self._paragraph((Span(text, Style.QUIET),), "Keep"))
        for block in self.document.blocks:
            for piece in self.block(block):
                self.body.append(piece)
        target = io.BytesIO()
        self.file.save(target)
        return repacked(target.getvalue(), self.document.date)

    # The file ------------------------------------------------------------------------------------

    def _styles(self) -> bytes:
        language, _hyphen, country = self.document.language.partition("-")
        text = (paths.resources() / "sheets" / "odt-styles.xml").read_text(encoding="utf-8")
        return (
            string.Template(text)
            .substitute(
                size=round(
                    self.options.text_size * (blocks.COMPACT if self.document.compact else 1)
                ),
                **(_TIGHT if self.document.compact else _LOOSE),
                language=language,
                country=country or "none",
                width=self.width,
                date_from=self.width - _DATE,
                page_width=LONG if self.landscape else SHORT,
                page_height=SHORT if self.landscape else LONG,
                orientation="landscape" if self.landscape else "portrait",
                margin=MARGIN,
                header=HEADER,
                quiet=QUIET,
            )
            .encode()
        )

    def _set_meta(self) -> None:
        meta, moment = (
            self.file.meta,
            datetime.datetime.combine(self.document.date, datetime.time()),
        )
        meta.title, meta.subject, meta.language = (
            self.document.title,
            self.document.subtitle,
            self.document.language,
        )
        meta.creation_date = meta.date = moment
        if "Thumbnails/thumbnail.png" in self.file.parts:
            self.file.del_part("Thumbnails/thumbnail.png")
        statistics = meta.get_element("//meta:document-statistic")
        if statistics is not None:
            statistics.delete()

    def _write_footer(self) -> None:
        page = _("Page {number} of {count}")
        before, _number, rest = page.partition("{number}")
        between, _count, after = rest.partition("{count}")
        first = self._ruled(
            "Footer", f"{self.document.title} · {self.document.written}", "\t", before
        )
        first.append(_made("text:page-number", {"text:select-page": "current"}, "1"))
        first.append(_text(between))
        first.append(_made("text:page-count", {}, "1"))
        first.append(_text(after))
        footer = self._found("styles.xml", "//style:footer")
        footer.append(first)
        footer.append(self._ruled("Footer", self.document.footer))

    def _add_cell_styles(self) -> None:
        """Add what tables look like: LibreOffice reads it from the content, not from the named
        styles.
        """
        rule = f"0.5pt solid {RULE}"
        above, beside = ("0.55mm", "1.3mm") if self.document.compact else ("1.6mm", "1.6mm")
        padding = {f"fo:padding-{side}": above for side in ("top", "bottom")}
        padding |= {f"fo:padding-{side}": beside for side in ("left", "right")}
        self._automatic("Cell", "table-cell", {"fo:border": rule, **padding})
        self._automatic(
            "Head", "table-cell", {"fo:border": rule, "fo:background-color": HEADER, **padding}
        )
        self._automatic("Row", "table-row", {"fo:keep-together": "always"})
        for tone, tint in TINTS.items():
            if tint:
                self._automatic(
                    f"Tone_{tone.value}",
                    "text",
                    {"fo:background-color": tint, "fo:font-weight": "bold"},
                )

    def _automatic(self, name: str, family: str, properties: dict[str, str]) -> None:
        style = _made("style:style", {"style:name": name, "style:family": family})
        style.append(_made(f"style:{family}-properties", properties))
        self._found("content.xml", "//office:automatic-styles").append(style)

    def _found(self, part: str, path: str) -> Any:
        from_part: Any = self.file.get_part(part)
        return from_part.get_element(path)

    # Blocks --------------------------------------------------------------------------------------

    def heading(self, block: blocks.Heading) -> Iterable[Any]:
        yield self._heading(block.level, block.text, block.new_page)

    def _heading(self, level: int, text: str, new_page: bool = False) -> Any:
        style = "Heading_20_2_20_on_20_a_20_page" if new_page else f"Heading_20_{level}"
        heading = _made("text:h", {"text:style-name": style, "text:outline-level": str(level)})
        heading.append(_text(text))
        return heading

    def paragraph(self, block: blocks.Paragraph) -> Iterable[Any]:
        yield self._paragraph(block.spans, "Keep" if block.keep else "Standard")

    def _paragraph(self, line: Line, style: str) -> Any:
        paragraph = _made("text:p", {"text:style-name": style})
        self._fill(paragraph, line)
        return paragraph

    def _ruled(self, style: str, *pieces: str) -> Any:
        """Return a paragraph of texts and tabs."""
        paragraph = _made("text:p", {"text:style-name": style})
        for piece in pieces:
            paragraph.append(_made("text:tab", {}) if piece == "\t" else _text(piece))
        return paragraph

    def bullets(self, block: blocks.BulletList) -> Iterable[Any]:
        made = _made("text:list", {"text:style-name": "Points"})
        self._fill_list(made, block.items, 1)
        yield made

    def _fill_list(self, made: Any, items: tuple[blocks.Item, ...], depth: int) -> None:
        for item, below in blocks.nested(items):
            point = _made("text:list-item", {})
            point.append(self._paragraph(item.spans, "Standard"))
            made.append(point)
            if below and depth < _DEEPEST:
                inner = _made("text:list", {})
                self._fill_list(inner, below, depth + 1)
                point.append(inner)
            elif below:
                self._fill_list(made, below, depth)

    def note(self, block: blocks.Note) -> Iterable[Any]:
        paragraph = self._paragraph((Span(block.title, Style.STRONG),), "Advice")
        paragraph.append(_made("text:line-break", {}))
        self._fill(paragraph, block.spans)
        yield paragraph

    def writing_lines(self, block: blocks.WritingLines) -> Iterable[Any]:
        for _number in range(block.count):
            yield self._ruled("Writing_20_line", "", "\t")

    def signatures(self, block: blocks.Signatures) -> Iterable[Any]:
        for person in block.people:
            yield self._ruled("Signature_20_line", person, "\t", "\t", f" {block.date_word} ", "\t")

    def footnotes(self, block: blocks.Footnotes) -> Iterable[Any]:
        for note in block.items:
            paragraph = self._ruled("Source", str(note.number), "\t")
            paragraph.append(_made("text:bookmark", {"text:name": f"source-{note.number}"}))
            paragraph.append(_text(note.text))
            yield paragraph

    # Tables --------------------------------------------------------------------------------------

    def table(self, block: blocks.Table) -> Iterable[Any]:
        self.tables += 1
        block = with_fitting_columns(block, self.width, self._table_size(len(block.columns)))
        name = f"Table{self.tables}"
        look = {"style:width": f"{self.width}mm", "table:align": "left"}
        look["fo:margin-bottom"] = "1.5mm" if self.document.compact else "4mm"
        if block.together:
            look["style:may-break-between-rows"] = "false"
        self._automatic(name, "table", look)
        table = _made("table:table", {"table:name": name, "table:style-name": name})
        table.append(_made("table:title", {}, block.caption))
        all_shares = sum(column.share for column in block.columns)
        for number, column in enumerate(block.columns, 1):
            width = f"{self.width * column.share / all_shares:.2f}mm"
            self._automatic(f"{name}.{number}", "table-column", {"style:column-width": width})
            table.append(_made("table:table-column", {"table:style-name": f"{name}.{number}"}))
        head = _made("table:table-header-rows", {})
        head.append(
            self._row(
                tuple(blocks.Cell(((Span(c.title, Style.STRONG),),)) for c in block.columns),
                block,
                "Head",
            )
        )
        table.append(head)
        row_style = self._row_style(name, block.row_height)
        for cells in block.rows:
            table.append(self._row(cells, block, "Cell", row_style))
        yield table

    def _table_size(self, columns: int) -> float:
        """Return the size of the type in a table, in points, as the styles have it."""
        size = self.options.text_size * (blocks.COMPACT if self.document.compact else 1)
        small = (_TIGHT if self.document.compact else _LOOSE)["small"] / 100
        return size * (small if columns >= 5 else 0.92 if columns >= 3 else 1)

    def _row_style(self, table: str, height: float) -> str:
        if not height:
            return "Row"
        look = {"fo:keep-together": "always", "style:min-row-height": f"{height:.1f}mm"}
        self._automatic(f"{table}.Row", "table-row", look)
        return f"{table}.Row"

    def _row(
        self,
        cells: tuple[blocks.Cell, ...],
        block: blocks.Table,
        style: str,
        row_style: str = "Row",
    ) -> Any:
        row = _made("table:table-row", {"table:style-name": row_style})
        wide = len(cells)
        size = "_20_5" if wide >= 5 else "_20_3" if wide >= 3 else ""
        for content, column in zip(cells, block.columns, strict=True):
            text = f"Table_20_text{size}{'_20_centred' if column.centred else ''}"
            cell = _made(
                "table:table-cell", {"table:style-name": style, "office:value-type": "string"}
            )
            for number, line in enumerate(content.lines):
                paragraph = _made("text:p", {"text:style-name": text})
                self._fill(paragraph, line, content.tone if number == 0 else blocks.Tone.NONE)
                cell.append(paragraph)
            row.append(cell)
        return row

    # Text ----------------------------------------------------------------------------------------

    def _fill(self, paragraph: Any, line: Line, tone: blocks.Tone = blocks.Tone.NONE) -> None:
        previous: Style | None = None
        for span in line:
            style = f"Tone_{tone.value}" if TINTS[tone] else _WORDS.get(span.style, "")
            if span.style is Style.REFERENCE and previous is Style.REFERENCE:
                paragraph.append(_text(", ", style))
            piece = _text(span.text, style)
            if span.style is Style.REFERENCE and span.text in self.numbers:
                looks = {"text:style-name": style, "text:visited-style-name": style}
                link = _made(
                    "text:a",
                    {"xlink:type": "simple", "xlink:href": f"#source-{span.text}", **looks},
                )
                link.append(piece)
                piece = link
            paragraph.append(piece)
            previous = span.style


def _made(tag: str, attributes: dict[str, str], text: str = "") -> Any:
    from odfdo import Element

    element = Element.from_tag(tag)
    for name, value in attributes.items():
        element.set_attribute(name, value)
    if text:
        element.text = text
    return element


def _text(text: str, style: str = "") -> Any:
    """Return a span; odfdo writes runs of spaces so that they stay."""
    from odfdo import Span as OdfSpan

    return OdfSpan(text, style=style or None)
