"""Sheets for Word: real headings, header rows that repeat, rows that stay whole, A4, the sheet's
language.
"""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any

from pathways.i18n import _
from pathways.report import blocks
from pathways.report.block_writer import BlockWriter
from pathways.report.column_widths import with_fitting_columns
from pathways.report.docx_styles import ADVICE, SOURCE, TABLE, WORDS, element, prepare, shading
from pathways.report.options import SheetOptions
from pathways.report.packing import repacked
from pathways.report.spans import Line, Span, Style
from pathways.report.tones import HEADER, TINTS

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Row
    from docx.text.paragraph import Paragraph as WordParagraph

_DEEPEST = 3  # levels of bullets that the template has
_LABEL = 30  # millimetres for the name of who signs
_DATE = 45  # millimetres for the date to sign with


def to_docx(document: blocks.Sheet, options: SheetOptions) -> bytes:
    """Return the document as a Word file; the same document and options give the same bytes."""
    return _WordWriter(document, options).written()


class _WordWriter(BlockWriter[None]):
    """One Word file in the making."""

    def __init__(self, document: blocks.Sheet, options: SheetOptions) -> None:
        import docx

        super().__init__(document, options)
        self.word: WordDocument = docx.Document()
        size = round(options.text_size * (blocks.COMPACT if document.compact else 1))
        prepare(
            self.word,
            landscape=self.landscape,
            text_size=size,
            language=document.language,
            compact=document.compact,
        )
        self.small = max(8, round(size * (0.9 if document.compact else 0.75)))
        self.text_size = size

    def written(self) -> bytes:
        self._set_properties()
        self._write_footer()
        self.word.add_heading(self.document.title, 1)
        for text in (self.document.subtitle, self.document.written):
            if text:
                self._fill(self.word.add_paragraph(), (Span(text, Style.QUIET),))
        for block in self.document.blocks:
            self.block(block)
        target = io.BytesIO()
        self.word.save(target)
        return repacked(target.getvalue(), self.document.date)

    def _set_properties(self) -> None:
        properties = self.word.core_properties
        date = datetime.datetime.combine(self.document.date, datetime.time())
        properties.title, properties.language = self.document.title[:255], self.document.language
        properties.subject = self.document.subtitle[:255]
        properties.author = properties.last_modified_by = properties.comments = (
            properties.keywords
        ) = ""
        properties.created = properties.modified = date
        properties.revision = 1

    # Blocks --------------------------------------------------------------------------------------

    def heading(self, block: blocks.Heading) -> None:
        heading = self.word.add_heading(block.text, block.level)
        if block.new_page:
            heading.paragraph_format.page_break_before = True

    def paragraph(self, block: blocks.Paragraph) -> None:
        paragraph = self.word.add_paragraph()
        paragraph.paragraph_format.keep_with_next = block.keep
        self._fill(paragraph, block.spans)

    def bullets(self, block: blocks.BulletList) -> None:
        for item in block.items:
            depth = min(item.depth, _DEEPEST)
            style = "List Bullet" if depth == 1 else f"List Bullet {depth}"
            self._fill(self.word.add_paragraph(style=style), item.spans)

    def note(self, block: blocks.Note) -> None:
        title = self.word.add_paragraph(style=ADVICE)
        title.paragraph_format.keep_with_next = True
        self._fill(title, (Span(block.title, Style.STRONG),))
        self._fill(self.word.add_paragraph(style=ADVICE), block.spans)
        self._gap()

    def writing_lines(self, block: blocks.WritingLines) -> None:
        for number in range(1, block.count + 1):
            paragraph = self.word.add_paragraph()
            paragraph.paragraph_format.keep_with_next = number < block.count
            self._rule_to(paragraph, self.width)
            paragraph.add_run("\t")

    def signatures(self, block: blocks.Signatures) -> None:
        from docx.shared import Mm, Pt

        for number, person in enumerate(block.people, 1):
            paragraph = self.word.add_paragraph()
            paragraph.paragraph_format.keep_with_next = number < len(block.people)
            paragraph.paragraph_format.space_before = Pt(12 if self.document.compact else 20)
            paragraph.paragraph_format.keep_together = True
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(_LABEL))
            self._rule_to(paragraph, self.width - _DATE)
            self._rule_to(paragraph, self.width)
            paragraph.add_run(f"{person}\t\t {block.date_word} \t")

    def _rule_to(self, paragraph: WordParagraph, place: float) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
        from docx.shared import Mm

        paragraph.paragraph_format.tab_stops.add_tab_stop(
            Mm(place), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES
        )

    def footnotes(self, block: blocks.Footnotes) -> None:
        for note in block.items:
            paragraph = self.word.add_paragraph(f"{note.number}\t", style=SOURCE)
            name = f"source_{note.number}"
            paragraph._p.append(element("bookmarkStart", id=str(note.number), name=name))
            paragraph.add_run(note.text)
            paragraph._p.append(element("bookmarkEnd", id=str(note.number)))

    def _gap(self) -> None:
        from docx.shared import Pt

        paragraph = self.word.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(8)

    # Tables --------------------------------------------------------------------------------------

    def table(self, block: blocks.Table) -> None:
        from docx.shared import Mm

        block = with_fitting_columns(block, self.width, self._table_size(len(block.columns)))
        table = self.word.add_table(1, len(block.columns), style=TABLE)
        table.autofit = False
        self._describe(table, block)
        all_shares = sum(column.share for column in block.columns)
        widths = [Mm(self.width * column.share / all_shares) for column in block.columns]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        head = tuple(
            blocks.Cell(((Span(column.title, Style.STRONG),),)) for column in block.columns
        )
        self._row(table.rows[0], block, head, widths, header=True, keep=True)
        for number, cells in enumerate(block.rows, 1):
            keep = block.together and number < len(block.rows)
            row = table.add_row()
            if block.row_height:
                row.height = Mm(block.row_height)
            self._row(row, block, cells, widths, keep=keep)
        self._gap()

    def _table_size(self, columns: int) -> int:
        """Return the size of the type in a table, in points: smaller where it has many columns."""
        return self.small if columns >= 5 else self.text_size - int(columns >= 3)

    def _describe(self, table: Any, block: blocks.Table) -> None:
        """Tell screen readers what the table is and which of its cells are headings."""
        from docx.oxml.ns import qn

        properties = table._tbl.tblPr
        for look in properties.findall(qn("w:tblLook")):
            properties.remove(look)
        row_headers = "1" if block.row_headers else "0"
        properties.append(
            element(
                "tblLook",
                val="0420",
                firstRow="1",
                lastRow="0",
                firstColumn=row_headers,
                lastColumn="0",
                noHBand="0",
                noVBand="1",
            )
        )
        properties.append(element("tblCaption", val=block.caption))

    def _row(
        self,
        row: _Row,
        block: blocks.Table,
        cells: tuple[blocks.Cell, ...],
        widths: list[Any],
        *,
        header: bool = False,
        keep: bool,
    ) -> None:
        properties = row._tr.get_or_add_trPr()
        properties.append(element("cantSplit"))
        if header:
            properties.append(element("tblHeader"))
        for place, (cell, content, width) in enumerate(zip(row.cells, cells, widths, strict=True)):
            cell.width = width
            if header:
                cell._tc.get_or_add_tcPr().append(shading(HEADER))
            self._fill_cell(
                cell, content, centred=block.columns[place].centred, keep=keep, wide=len(widths)
            )

    def _fill_cell(
        self, cell: Any, content: blocks.Cell, *, centred: bool, keep: bool, wide: int
    ) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        for number, line in enumerate(content.lines):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0 if self.document.compact else 2)
            paragraph.paragraph_format.keep_with_next = keep or None
            if centred:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            size = self._table_size(wide) if wide >= 3 else None
            tint = TINTS[content.tone] if number == 0 else ""
            self._fill(paragraph, line, size=size, tint=tint)

    # Text ----------------------------------------------------------------------------------------

    def _fill(
        self, paragraph: WordParagraph, line: Line, *, size: int | None = None, tint: str = ""
    ) -> None:
        from docx.shared import Pt

        previous: Style | None = None
        for span in line:
            if span.style is Style.REFERENCE and previous is Style.REFERENCE:
                paragraph.add_run(", ", style=WORDS[Style.REFERENCE])
            run = paragraph.add_run(span.text, style=WORDS.get(span.style))
            if size:
                run.font.size = Pt(size)
            if tint:
                run._r.get_or_add_rPr().append(shading(tint))
            if span.style is Style.REFERENCE and span.text in self.numbers:
                link = element("hyperlink", anchor=f"source_{span.text}", history="1")
                run._r.addprevious(link)
                link.append(run._r)
            previous = span.style

    def _write_footer(self) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Mm, Pt

        footer = self.word.sections[0].footer
        self.word.styles["Footer"].font.size = Pt(self.small)
        first = footer.paragraphs[0]
        self.word.styles["Footer"].paragraph_format.tab_stops.clear_all()
        first.paragraph_format.tab_stops.add_tab_stop(Mm(self.width), WD_TAB_ALIGNMENT.RIGHT)
        first.add_run(f"{self.document.title} · {self.document.written}\t")
        page = _("Page {number} of {count}")
        before, _number, rest = page.partition("{number}")
        between, _count, after = rest.partition("{count}")
        for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
            first.add_run(text)
            if field:
                simple = element("fldSimple", instr=field)
                first._p.append(simple)
                simple.append(first.add_run("1")._r)
        second = footer.add_paragraph(self.document.footer, style="Footer")
        for paragraph in (first, second):
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.line_spacing = 1
