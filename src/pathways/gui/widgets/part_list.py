"""Texts under each other, with statements among them that one walks through."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.painted_piece import PaintedPiece, PaintState, PieceSheet
from pathways.gui.widgets.statement_cell import PAD, CellContent, StatementCell
from pathways.gui.widgets.text_block import TextBlock, TextParagraph
from pathways.gui.widgets.text_sheet import TextSheet


class TextPart(PaintedPiece):
    """Words between the statements: a heading with its notes, or a passage of the introduction."""

    def __init__(
        self, paragraphs: Sequence[TextParagraph], theme: Theme, sheet: PieceSheet
    ) -> None:
        super().__init__(theme, sheet)
        self.block = TextBlock([replace(paragraph, selectable=True) for paragraph in paragraphs])
        self._lit = False
        self.words = [paragraph.text for paragraph in paragraphs]
        self.role = "heading" if paragraphs and paragraphs[0].font.bold() else "text"

    @property
    def name(self) -> str:
        """Return its words."""
        return ". ".join(self.words)

    @property
    def origin(self) -> QPointF:
        """Return where the words begin."""
        return QPointF(self.theme.space(PAD), 0)

    def height_for(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        return round(self.block.lay_out(width - 2 * self.theme.space(PAD))) + 4

    def set_lit(self, lit: bool) -> None:
        """Stand out as what was looked for, or not."""
        self._lit = lit
        self.sheet.update()

    def paint(self, painter: QPainter, look: PaintState) -> None:
        """Paint the words, on a tint where they were looked for."""
        if self._lit:
            size = self.place.size()
            painter.fillRect(0, 0, size.width(), size.height(), QColor(self.theme.accent_tint))
            painter.fillRect(0, 0, 3, size.height(), QColor(self.theme.accent))
        super().paint(painter, look)


class PartList(TextSheet):
    """Place texts and statements under each other; one stop for Tab, the arrows walk, Enter shows
    the source.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._parts: list[TextPart | StatementCell] = []
        self._tops: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def cells(self) -> list[StatementCell]:
        """Return the statements' cells from top to bottom."""
        return [part for part in self._parts if isinstance(part, StatementCell)]

    @property
    def texts(self) -> list[TextPart]:
        """Return the texts between them."""
        return [part for part in self._parts if isinstance(part, TextPart)]

    def clear(self, theme: Theme) -> None:
        """Take everything away, to be filled anew."""
        self._theme = theme
        self.forget_pieces()
        self._parts, self._tops = [], []

    def add_text(self, *paragraphs: TextParagraph) -> TextPart:
        """Add a text at the end."""
        part = TextPart(paragraphs, self._theme, self)
        self._parts.append(part)
        return part

    def make_cell(self, content: CellContent, name: str) -> StatementCell:
        """Return a statement's cell, to be added; ``name`` is what a screen reader says."""
        return StatementCell(content, self._theme, name, self, None)

    def add_cell(self, content: CellContent, name: str) -> None:
        """Add a statement at the end."""
        self._parts.append(self.make_cell(content, name))

    def finish(self) -> None:
        """Show what was added."""
        for number, part in enumerate(self._parts):
            part.row, part.column = number, 0
        self.set_stop(next(iter(self.cells), None))
        self.arrange()

    def arrange(self) -> None:
        """Place everything for the present width."""
        y = 0
        self._tops = []
        for index, part in enumerate(self._parts):
            if isinstance(part, TextPart) and index:
                y += self._theme.space(14)
            height = part.height_for(self.width())
            part.place = QRect(0, y, self.width(), height)
            self._tops.append(y)
            y += height
        self.setFixedHeight(max(1, y))
        self.update()

    # What a sheet says of itself -----------------------------------------------------------------

    def row_count(self) -> int:
        """Return how many texts and statements there are."""
        return len(self._parts)

    def row_pieces(self, row: int) -> Sequence[PaintedPiece]:
        """Return one of them."""
        return (self._parts[row],)

    def pieces_in(self, top: int, bottom: int) -> Iterator[PaintedPiece]:
        """Yield what is painted between two heights."""
        first = max(0, bisect_left(self._tops, top) - 1)
        yield from self._parts[first : bisect_left(self._tops, bottom + 1)]

    def spoken_pieces(self) -> Sequence[PaintedPiece | QWidget]:
        """Return what a screen reader comes by."""
        return self._parts

    def piece_grown(self, piece: PaintedPiece) -> None:
        """Lay out anew: a statement says more, or less, than before."""
        self.arrange()
        self.spoken.tell_changed(piece)

    def walk(self, key: int) -> None:
        """Go from statement to statement."""
        cells = self.cells
        if self.at not in cells:
            return
        at = cells.index(self.at)
        ends = {int(Qt.Key.Key_Home): 0, int(Qt.Key.Key_End): len(cells) - 1}
        step = 1 if key in (int(Qt.Key.Key_Down), int(Qt.Key.Key_Right)) else -1
        self.give_keyboard(cells[ends.get(key, min(len(cells) - 1, max(0, at + step)))])
