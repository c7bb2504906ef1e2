"""The list of what was found: how its lines look."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pathways.gui.search.hits_model import HitRow, HitsModel
from pathways.gui.shell.theme import BODY, HEADING, SMALL, Theme
from pathways.gui.widgets.cell_words import CellText, CellWords
from pathways.gui.widgets.model_index import Index
from pathways.gui.widgets.row_model import ROW
from pathways.gui.widgets.text_block import TextBlock, TextMark, TextParagraph
from pathways.i18n import _
from pathways.right_to_left import isolated

_LINE = 40  # the widest line beside the size of type: about 75 characters
_EXCERPT = 300  # letters of a long text that are shown around the first match


def excerpt(text: str, marks: tuple[tuple[int, int], ...]) -> tuple[str, tuple[TextMark, ...]]:
    """Return the part of a text around its first match, and where the matches are in it."""
    start, end = 0, len(text)
    if len(text) > _EXCERPT:
        first = marks[0][0] if marks else 0
        start = 0 if first < _EXCERPT // 2 else text.rfind(" ", 0, first - _EXCERPT // 3) + 1
        end = (
            text.rfind(" ", start, start + _EXCERPT) if start + _EXCERPT < len(text) else len(text)
        )
    before, after = "… " if start else "", " …" if end < len(text) else ""
    found = [
        TextMark(begin - start + len(before), stop - begin, "found")
        for begin, stop in marks
        if start <= begin and stop <= end
    ]
    return before + text[start:end] + after, tuple(found)


class _RowPainter(QStyledItemDelegate):
    """Paint titles and hits; remember how they are laid out."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._blocks: dict[int, tuple[TextBlock, str]] = {}
        self._small = QFontMetrics(theme.font(SMALL))

    def forget(self) -> None:
        """Lay everything out anew."""
        self._blocks = {}
        self._small = QFontMetrics(self.theme.font(SMALL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        theme, row = self.theme, index.data(ROW)
        place = QRectF(option.rect)
        place.setWidth(self._width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.hit is not None:
            state: QStyle.StateFlag = option.state
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            if chosen or state & QStyle.StateFlag.State_MouseOver:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.accent_tint if chosen else theme.hover))
                painter.drawRoundedRect(place, 4, 4)
            if chosen:
                self._paint_ring(painter, place)
        block, about = self._block(index, int(place.width()))
        x, y = place.x() + self._indent(), place.y() + self._above(row)
        block.paint(painter, x, y)
        if about:
            painter.setFont(theme.font(SMALL))
            painter.setPen(QColor(theme.quiet_text))
            painter.drawText(QPointF(x, y + block.height + self._small.ascent()), isolated(about))
        painter.restore()

    def text_of(self, index: QModelIndex) -> CellText | None:
        """Return the words of a hit, and where they are painted."""
        row, view = index.data(ROW), self.parent()
        if row.hit is None or not isinstance(view, HitsView):
            return None
        words, _marks = excerpt(row.hit.text, row.hit.marks)
        place = view.visualRect(index)
        width = self._width() - self._indent() - self.theme.space(10)
        high = place.height() - self._above(row) - self.theme.space(6)
        left, top = place.left() + self._indent(), place.top() + self._above(row)
        return CellText(words, QRect(left, top, width, high), self.theme.font(BODY))

    def _paint_ring(self, painter: QPainter, place: QRectF) -> None:
        edge = 2 * self.theme.edge
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.focus), edge))
        painter.drawRoundedRect(place.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), 4, 4)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of one line."""
        width, row = self._width(), index.data(ROW)
        below = self.theme.space(6) if row.hit is not None else self.theme.space(2)
        block, about = self._block(index, width)
        small = self._small.lineSpacing() if about else 0
        return QSize(width, max(24, round(block.height + small + self._above(row) + below)))

    def _width(self) -> int:
        view = self.parent()
        return view.line_width() if isinstance(view, HitsView) else 400

    def _above(self, row: HitRow) -> int:
        return self.theme.space(6 if row.hit is not None else 14 if row.level == 1 else 6)

    def _indent(self) -> int:
        return self.theme.space(10)

    def _block(self, index: Index, width: int) -> tuple[TextBlock, str]:
        """Return a line's text, and what stands under it where that fits into one line: it is laid
        out far quicker.
        """
        number, room = index.row(), width - self._indent() - self.theme.space(10)
        if number not in self._blocks:
            row = index.data(ROW)
            fits = self._small.horizontalAdvance(row.about) <= room
            self._blocks[number] = TextBlock(self._paragraphs(row, fits)), row.about if fits else ""
        block, about = self._blocks[number]
        block.lay_out(room)
        return block, about

    def _paragraphs(self, row: HitRow, fits: bool) -> list[TextParagraph]:
        theme = self.theme
        text, quiet = QColor(theme.text), QColor(theme.quiet_text)
        if row.hit is None:
            size, colour = (HEADING, text) if row.level == 1 else (BODY, quiet)
            return [TextParagraph(row.words, theme.font(size, bold=True), colour)]
        words, marks = excerpt(row.hit.text, row.hit.marks)
        found = [TextParagraph(words, theme.font(BODY), text, marks=marks)]
        return found if fits else [*found, TextParagraph(row.about, theme.font(SMALL), quiet)]


class HitsView(QListView):
    """Show the hits; Enter or a click goes to one."""

    opened = Signal(QModelIndex)

    def __init__(self, model: HitsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hits = model
        self._painter = _RowPainter(theme, self)
        self.setObjectName("hits")
        self.setAccessibleName(_("What was found"))
        self.setItemDelegate(self._painter)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._on_clicked)
        self.cell_words = CellWords(self, self._painter.text_of)
        model.modelAboutToBeReset.connect(self._painter.forget)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = self._painter.theme = theme
        self._painter.forget()
        self.scheduleDelayedItemsLayout()

    def line_width(self) -> int:
        """Return how wide a line is, in pixels."""
        return max(120, min(self.viewport().width() - 2, _LINE * self._theme.text_px()))

    def walk(self, by: int) -> None:
        """Choose the hit so many further down, or up; the first and the last are the ends."""
        hits = self._hits.hits()
        if not hits:
            return
        now = self.currentIndex().row()
        at = hits.index(now) + by if now in hits else (0 if by > 0 else len(hits) - 1)
        self.choose(hits[min(len(hits) - 1, max(0, at))])

    def choose(self, number: int) -> None:
        """Choose a line, and show it with the title above it."""
        index = self._hits.index(number, 0)
        self.setCurrentIndex(index)
        titles = [row for row in range(number) if self._hits.index(row, 0).data(ROW).hit is None]
        if titles and titles[-1] == number - 1:
            first = next((row for row in reversed(range(number)) if row not in titles), -1) + 1
            self.scrollTo(self._hits.index(first, 0))
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from hit to hit, over the titles; Enter goes to it."""
        hits = self._hits.hits()
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walk(1 if event.key() == Qt.Key.Key_Down else -1)
        elif hits and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(hits[0 if event.key() == Qt.Key.Key_Home else -1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._painter.forget()
            self.scheduleDelayedItemsLayout()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid() and index.data(ROW).hit is not None:
            self.opened.emit(index)
