"""Slides (.pptx): titles, points, tables and the text of diagrams, slide by slide, top to bottom.

Speaker notes, footers, slide numbers and text that stands on most slides are left out, each with
its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from pathways.i18n import _
from pathways.importing.outline import Kind, Outline, Piece
from pathways.importing.reading.archive import Archive, parsed_xml
from pathways.importing.reading.core_properties import CoreProperties, without_properties
from pathways.importing.reading.gathering import Gathering
from pathways.importing.reading.refusal import damaged, missing_part

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}dm"
_BANDS = 14  # a slide is read in bands from top to bottom, each from left to right
_ON_MOST = 3  # slides at least, and half of them
_SHORT = 80
_BROKEN = (
    LookupError,
    ValueError,
    AttributeError,
    TypeError,
    OSError,
    SyntaxError,
    RuntimeError,
)  # what pptx raises


def read_slides(path: Path) -> Outline:
    """Return the outline of slides; each piece has the slide as its place."""
    try:
        import pptx
        from pptx.exc import PythonPptxError
    except ImportError:
        raise missing_part(path, "python-pptx") from None
    archive = Archive(path)
    slim, _size = archive.without_pictures(without_properties)
    gathering = Gathering(path, "pptx")
    try:
        show = pptx.Presentation(slim)
        reader = _SlideReader(path, gathering, show)
        for number, slide in enumerate(show.slides, start=1):
            reader.read(number, slide)
    except (*_BROKEN, PythonPptxError):
        raise damaged(path) from None
    core = CoreProperties(archive)
    gathering.title = core.text("title") or reader.opening
    gathering.fact(_("author"), core.text("creator"))
    if any(name.lower().endswith("vbaproject.bin") for name in archive.names()):
        gathering.remark(
            1, "", _("The document contains macros. They were not run and are not imported.")
        )
    return gathering.outline()


class _SlideReader:
    """Read slides one after the other, counting paragraphs."""

    def __init__(self, path: Path, gathering: Gathering, show: Any) -> None:
        self._path = path
        self._gathering = gathering
        self._band = max((show.slide_height or 1) // _BANDS, 1)
        self._line = 0
        self._place = ""
        self._everywhere = _said_on_most(show.slides)
        self.opening = ""  # the title of the slide that opens the show, where one does

    def read(self, number: int, slide: Any) -> None:
        """Gather one slide."""
        for paragraph in slide._element.iter(_A + "p"):
            text = "".join(found.text or "" for found in paragraph.iter(_A + "t"))
            self._gathering.read(max(self._line, 1), text)
        self._place = _("slide {number}").format(number=number)
        title = slide.shapes.title
        if title is not None and title.has_text_frame:
            text = " ".join(title.text_frame.text.replace("\x0b", " ").split("\n"))
            self._line += bool(text.strip())
            if number == 1 and "CENTER_TITLE" in str(title.placeholder_format.type):
                self.opening = text.strip()
            self._gathering.add(Kind.HEADING, self._line, text, 1, place=self._place)
        shapes = [
            shape
            for shape in _all_shapes(slide.shapes)
            if title is None or shape.shape_id != title.shape_id
        ]
        for rows in self._grids(sorted(shapes, key=self._position)):
            if len(rows) > 1:
                self._boxes(rows)
            else:
                self._shape(rows[0][0])
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            notes = slide.notes_slide.notes_text_frame.text
            self._gathering.leave_out(max(self._line, 1), notes, _("speaker notes"))

    def _position(self, shape: Any) -> tuple[int, int]:
        return ((shape.top or 0) // self._band, shape.left or 0)

    def _grids(self, shapes: Sequence[Any]) -> Iterator[list[list[Any]]]:
        """Yield shapes in order: one alone, or boxes of text that stand in rows and columns."""
        bands = [list(band) for _top, band in groupby(shapes, lambda s: self._position(s)[0])]
        place = 0
        while place < len(bands):
            end = place + 1
            while end < len(bands) and self._in_columns(bands[place], bands[end]):
                end += 1
            if end - place > 1:
                yield bands[place:end]
            else:
                yield from ([[shape]] for shape in bands[place])
            place = end

    def _in_columns(self, above: Sequence[Any], below: Sequence[Any]) -> bool:
        """Tell whether boxes of text stand right below others, each in its column."""
        boxes = all(
            shape.has_text_frame
            and not shape.is_placeholder
            and shape.text_frame.text.strip()
            and shape.text_frame.text.strip() not in self._everywhere
            for shape in (*above, *below)
        )
        return (
            boxes
            and len(above) == len(below) > 1
            and all(
                abs((one.left or 0) - (other.left or 0)) < self._band
                for one, other in zip(above, below, strict=True)
            )
        )

    def _boxes(self, rows: Sequence[Sequence[Any]]) -> None:
        """Keep boxes that stand in rows and columns as a table, with a doubt."""
        self._line += 1
        cells = tuple(tuple(tuple(self._cell(box, self._line)) for box in row) for row in rows)
        texts = tuple(
            tuple("\n".join(piece.text for piece in cell) for cell in row) for row in cells
        )
        table = Piece(kind=Kind.TABLE, line=self._line, place=self._place, rows=texts, cells=cells)
        self._gathering.keep(table)
        why = _("Boxes that stand in rows and columns; read as a table, so check the cells.")
        self._gathering.remark(self._line, " ".join(texts[0]), why)

    def _shape(self, shape: Any) -> None:
        if shape.has_text_frame:
            self._text_frame(shape)
        elif getattr(shape, "has_table", False) and shape.has_table:
            self._table(shape.table)
        elif getattr(shape, "has_chart", False) and shape.has_chart:
            if shape.chart.has_title:
                self._gathering.leave_out(
                    max(self._line, 1), shape.chart.chart_title.text_frame.text, _("a chart")
                )
        else:
            self._diagram(shape)

    def _text_frame(self, shape: Any) -> None:
        kind = str(shape.placeholder_format.type) if shape.is_placeholder else ""
        reason = ""
        if any(word in kind for word in ("FOOTER", "DATE", "SLIDE_NUMBER", "HEADER")):
            reason = _("the footer of the pages")
        elif shape.text_frame.text.strip() in self._everywhere:
            reason = _("it stands on most of the slides")
        in_body = any(word in kind for word in ("BODY", "OBJECT"))
        for paragraph in shape.text_frame.paragraphs:
            for text, bold in _lines(paragraph):
                self._line += 1
                if reason:
                    self._gathering.leave_out(self._line, text, reason)
                elif "SUBTITLE" not in kind and _is_point(paragraph, in_body):
                    self._gathering.add(
                        Kind.ITEM, self._line, text, paragraph.level + 1, bold, self._place
                    )
                else:
                    self._gathering.add(Kind.PARAGRAPH, self._line, text, 0, bold, self._place)

    def _table(self, table: Any) -> None:
        self._line += 1
        rows: list[list[str]] = []
        pieces: list[list[tuple[Piece, ...]]] = []
        first = self._line
        for row_index, row in enumerate(table.rows):
            rows.append([])
            pieces.append([])
            for column, cell in enumerate(row.cells):
                if cell.is_spanned:
                    above, beside = _origin(table, row_index, column)
                    inside = pieces[above][beside]
                else:
                    inside = tuple(self._cell(cell, first))
                pieces[-1].append(inside)
                rows[-1].append("\n".join(piece.text for piece in inside))
        if any(any(row) for row in rows):
            self._gathering.keep(
                Piece(
                    kind=Kind.TABLE,
                    line=first,
                    place=self._place,
                    rows=tuple(map(tuple, rows)),
                    cells=tuple(map(tuple, pieces)),
                    header=int(bool(table.first_row) and len(rows) > 1),
                )
            )

    def _cell(self, cell: Any, line: int) -> Iterator[Piece]:
        for paragraph in cell.text_frame.paragraphs:
            for text, bold in _lines(paragraph):
                point = _is_point(paragraph, False)
                kind, level = (Kind.ITEM, paragraph.level + 1) if point else (Kind.PARAGRAPH, 0)
                piece = self._gathering.piece(kind, line, text, level, bold, self._place)
                if piece is not None:
                    yield piece

    def _diagram(self, shape: Any) -> None:
        """Read the text of a diagram (SmartArt), which stands in a part of its own."""
        for found in shape._element.iter("{*}relIds"):
            part = shape.part.related_part(found.get(_RELATED))
            for paragraph in parsed_xml(self._path, part.blob).iter(_A + "p"):
                text = "".join(text.text or "" for text in paragraph.iter(_A + "t"))
                if text.strip():
                    self._line += 1
                    self._gathering.add(Kind.PARAGRAPH, self._line, text, place=self._place)
                    why = _("From a diagram, whose order on the slide is not known.")
                    self._gathering.remark(self._line, text, why)
        for found in shape._element.iter("{*}cNvPr"):
            self._gathering.leave_out(
                max(self._line, 1), found.get("descr") or "", _("the description of a picture")
            )


def _all_shapes(shapes: Any) -> Iterator[Any]:
    """Yield all shapes, those in groups too, without recursion."""
    waiting = list(shapes)[::-1]
    while waiting:
        shape = waiting.pop()
        if hasattr(shape, "shapes"):
            waiting.extend(list(shape.shapes)[::-1])
        else:
            yield shape


def _said_on_most(slides: Any) -> set[str]:
    """Return short texts that stand on most slides, such as a marking or the name of the series."""
    count: Counter[str] = Counter()
    total = 0
    for slide in slides:
        total += 1
        count.update(
            {
                shape.text_frame.text.strip()
                for shape in _all_shapes(slide.shapes)
                if shape.has_text_frame and not _is_content(shape)
            }
        )
    return {
        text
        for text, times in count.items()
        if text and len(text) <= _SHORT and times >= max(_ON_MOST, total / 2)
    }


def _is_content(shape: Any) -> bool:
    """Say whether a shape is the title or the body of a slide, which may well say the same on
    several.
    """
    kind = str(shape.placeholder_format.type) if shape.is_placeholder else ""
    return any(word in kind for word in ("TITLE", "BODY", "OBJECT"))


def _lines(paragraph: Any) -> Iterator[tuple[str, bool]]:
    """Yield the lines of a paragraph that a line break parts, each with whether all of it is
    bold.
    """
    parts: list[list[tuple[str, bool]]] = [[]]
    for child in paragraph._p:
        if child.tag == _A + "br":
            parts.append([])
            continue
        text = "".join(found.text or "" for found in child.iter(_A + "t"))
        properties = child.find(_A + "rPr")
        bold = properties is not None and properties.get("b") in ("1", "true")
        for index, line in enumerate(text.split("\x0b")):
            if index:
                parts.append([])
            parts[-1].append((line, bold))
    for part in parts:
        text = "".join(line for line, _bold in part)
        if text.strip():
            yield text, all(bold or not line.strip() for line, bold in part)


def _is_point(paragraph: Any, in_body: bool) -> bool:
    properties = paragraph._p.find(_A + "pPr")
    if properties is not None:
        if properties.find(_A + "buNone") is not None:
            return False
        if any(
            properties.find(_A + name) is not None for name in ("buChar", "buAutoNum", "buBlip")
        ):
            return True
    return in_body


def _origin(table: Any, row: int, column: int) -> tuple[int, int]:
    """Return the row and column of the merged cell that covers a place."""
    for above in range(row, -1, -1):
        for beside in range(column, -1, -1):
            cell = table.cell(above, beside)
            if (
                cell.is_merge_origin
                and above + cell.span_height > row
                and beside + cell.span_width > column
            ):
                return above, beside
    raise ValueError("a cell is covered by none")
