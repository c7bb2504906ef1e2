"""Texts under each other, with statements among them that one walks through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.statement_cell import PAD, CellContent, StatementCell
from pathways.gui.widgets.text_block import TextBlock, TextParagraph


class TextPart(QWidget):
    """Words between the statements: a heading with its notes, or a passage of the introduction."""

    def __init__(self, paragraphs: Sequence[TextParagraph], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._block = TextBlock(paragraphs)
        self._theme = theme
        self._lit = False
        self.words = [paragraph.text for paragraph in paragraphs]
        self.is_heading = bool(paragraphs) and paragraphs[0].font.bold()
        self.setAccessibleName(". ".join(self.words))

    def height_for(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        return round(self._block.lay_out(width - 2 * self._theme.space(PAD))) + 4

    def set_lit(self, lit: bool) -> None:
        """Stand out as what was looked for, or not."""
        self._lit = lit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, on a tint where they were looked for."""
        painter = QPainter(self)
        if self._lit:
            painter.fillRect(self.rect(), QColor(self._theme.accent_tint))
            painter.fillRect(QRect(0, 0, 3, self.height()), QColor(self._theme.accent))
        self._block.paint(painter, self._theme.space(PAD), 0)


class PartList(QWidget):
    """Place texts and statements under each other; one stop for Tab, the arrows walk, Enter shows
    the source.
    """

    reached = Signal(QWidget)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[TextPart | StatementCell] = []
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
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []

    def add_text(self, *paragraphs: TextParagraph) -> TextPart:
        """Add a text at the end."""
        part = TextPart(paragraphs, self._theme, self)
        self._parts.append(part)
        return part

    def make_cell(self, content: CellContent, name: str) -> StatementCell:
        """Return a statement's cell, to be added; ``name`` is what a screen reader says."""
        cell = StatementCell(content, self._theme, name, self)
        cell.grown.connect(self.arrange)
        cell.walked.connect(self._on_walked)
        cell.reached.connect(self._on_reached)
        return cell

    def add_cell(self, content: CellContent, name: str) -> None:
        """Add a statement at the end."""
        self._parts.append(self.make_cell(content, name))

    def finish(self) -> None:
        """Show what was added."""
        for part in self._parts:
            part.show()
        for cell in self.cells[:1]:
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.arrange()

    def arrange(self) -> None:
        """Place everything for the present width."""
        y = 0
        for index, part in enumerate(self._parts):
            if isinstance(part, TextPart) and index:
                y += self._theme.space(14)
            height = part.height_for(self.width())
            part.setGeometry(QRect(0, y, self.width(), height))
            y += height
        self.setFixedHeight(max(1, y))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def _on_reached(self) -> None:
        cell = self.sender()
        if isinstance(cell, StatementCell):
            for other in self.cells:
                other.setFocusPolicy(
                    Qt.FocusPolicy.StrongFocus if other is cell else Qt.FocusPolicy.ClickFocus
                )
            self.reached.emit(cell)

    def _on_walked(self, key: int) -> None:
        cells, cell = self.cells, self.sender()
        if not isinstance(cell, StatementCell):
            return
        at = cells.index(cell)
        ends = {int(Qt.Key.Key_Home): 0, int(Qt.Key.Key_End): len(cells) - 1}
        step = 1 if key in (int(Qt.Key.Key_Down), int(Qt.Key.Key_Right)) else -1
        cells[ends.get(key, min(len(cells) - 1, max(0, at + step)))].setFocus(
            Qt.FocusReason.OtherFocusReason
        )
