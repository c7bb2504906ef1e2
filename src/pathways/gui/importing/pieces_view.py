"""The list of lines: source at the left, what became of each at the right; only what is seen is
ever laid out.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from pathways.gui.importing.pieces import LinePiece, Titles, reasons, sure_word
from pathways.gui.importing.pieces_model import BECAME, LINE, TEXT, WHY, PiecesModel
from pathways.gui.shell.theme import BODY, SMALL, Theme
from pathways.gui.widgets.cell_words import CellWords
from pathways.gui.widgets.few_lines import FewLines
from pathways.gui.widgets.model_index import Index
from pathways.gui.widgets.row_model import ROW
from pathways.gui.widgets.whole_rows import choose_whole_rows
from pathways.gui.widgets.wrapped_header import WrappedHeader
from pathways.i18n import _, capitalised
from pathways.importing.imported import Became

_LOWEST = 24  # pixels of the lowest row
_MOST = 2000  # cells kept laid out
_LINES = 1.35  # line height beside the size of type


class _WordRun:
    """Some words of a cell, with their colour and, where they stand on a tint, that."""

    def __init__(self, words: FewLines, colour: str, tint: str = "") -> None:
        self.words, self.colour, self.tint = words, colour, tint


class _CellPainter(QStyledItemDelegate):
    """Paint the cells; remember how they are laid out."""

    def __init__(self, theme: Theme, view: PiecesView) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view
        self._cells: dict[tuple[int, int], list[_WordRun]] = {}

    def forget(self) -> None:
        """Lay everything out anew."""
        self._cells = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of one cell at the width of its column."""
        height = sum(part.words.height for part in self._parts(index)) + 2 * self.theme.space(6)
        return QSize(self._view.columnWidth(index.column()), max(_LOWEST, height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        theme, place = self.theme, QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(place, QColor(theme.accent_tint if chosen else theme.surface))
        painter.setPen(QPen(QColor(theme.line), theme.edge))
        bottom = place.bottom() - theme.edge / 2
        painter.drawLine(QPointF(place.left(), bottom), QPointF(place.right(), bottom))
        if chosen and index.column() == LINE:
            painter.fillRect(QRectF(place.x(), place.y(), 4, place.height()), QColor(theme.accent))
        self._paint_words(painter, place, index)
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            self._paint_focus(painter, place, index.column())
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRectF, index: Index) -> None:
        pad = self._view.pad
        y = place.y() + self.theme.space(6)
        align = (
            Qt.AlignmentFlag.AlignRight if index.column() == LINE else Qt.AlignmentFlag.AlignLeft
        )
        for part in self._parts(index):
            where = QRectF(place.x() + pad, y, place.width() - 2 * pad, part.words.height)
            if part.tint:
                width = part.words.width + self.theme.space(8)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(part.tint))
                painter.drawRoundedRect(
                    QRectF(where.x() - self.theme.space(4), y, width, part.words.height), 4, 4
                )
            painter.setPen(QColor(part.colour))
            part.words.paint(painter, where, align)
            y += part.words.height

    def _paint_focus(self, painter: QPainter, place: QRectF, column: int) -> None:
        theme = self.theme
        edge = 2 * theme.edge
        painter.setPen(QPen(QColor(theme.focus), edge))
        inside = place.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawLine(
            QPointF(place.left(), inside.top()), QPointF(place.right() + 1, inside.top())
        )
        painter.drawLine(
            QPointF(place.left(), inside.bottom()), QPointF(place.right() + 1, inside.bottom())
        )
        if column == LINE:
            painter.drawLine(inside.topLeft(), inside.bottomLeft())
        if column == self._view.last_column:
            painter.drawLine(inside.topRight(), inside.bottomRight())

    def _parts(self, index: Index) -> list[_WordRun]:
        at = index.row(), index.column()
        if at not in self._cells:
            if len(self._cells) > _MOST:
                self._cells = {}
            self._cells[at] = self._laid_out(index.data(ROW), index.column())
        return self._cells[at]

    def _laid_out(self, piece: LinePiece, column: int) -> list[_WordRun]:
        theme, titles = self.theme, self._view.titles
        decision = piece.decision
        if column == LINE:
            parts = [self._part(titles.where(decision), column, theme.quiet_text, size=SMALL)]
            if titles.several:
                name = self._shortened(titles.document(decision.document))
                parts.append(self._part(name, column, theme.quiet_text, size=SMALL))
            return parts
        if column == TEXT:
            bold = decision.became in (Became.HEADING, Became.TITLE, Became.GRADE, Became.ROLE)
            colour = theme.quiet_text if decision.became is Became.LEFT_OUT else theme.text
            return [self._part(decision.text, column, colour, bold=bold)]
        if column == BECAME:
            word = decision.became.word
            parts = [self._part(capitalised(word), column, theme.text, bold=True)]
            target = titles.target(piece)
            if target:
                parts.append(self._part(target, column, theme.text))
            return (
                parts if not self._view.isColumnHidden(WHY) else [*parts, *self._why(piece, column)]
            )
        return self._why(piece, column)

    def _shortened(self, name: str) -> str:
        """Return a document's name as far as it goes on one line."""
        metrics = QFontMetricsF(self.theme.font(SMALL))
        room = self._view.columnWidth(LINE) - 2 * self._view.pad - 2
        return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)

    def _why(self, piece: LinePiece, column: int) -> list[_WordRun]:
        theme = self.theme
        colour, tint = (
            (theme.warning.ink, theme.warning.tint) if piece.is_doubtful else (theme.quiet_text, "")
        )
        return [
            self._part(
                sure_word(piece), column, colour, size=SMALL, bold=piece.is_doubtful, tint=tint
            ),
            self._part(
                reasons(piece),
                column,
                theme.text if piece.is_doubtful else theme.quiet_text,
                size=SMALL,
            ),
        ]

    def _part(
        self,
        text: str,
        column: int,
        colour: str,
        *,
        size: float = BODY,
        bold: bool = False,
        tint: str = "",
    ) -> _WordRun:
        width = self._view.columnWidth(column) - 2 * self._view.pad
        font = self.theme.font(size, bold=bold)
        step = font.pixelSize() * _LINES
        words = FewLines(text, font, width, self._view.most_lines, step=step)
        return _WordRun(words, colour, tint)


class PiecesView(QTreeView):
    """Show the lines; several can be chosen at once."""

    chosen_changed = Signal()

    def __init__(self, model: PiecesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pieces = model
        self.pad = theme.space(8)
        self._painter = _CellPainter(theme, self)
        self.setObjectName("pieces")
        self.setAccessibleName(_("Every line of the documents, and what became of it"))
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        choose_whole_rows(self)
        # else all rows would be laid out
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        CellWords(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        header = WrappedHeader(self)
        self.setHeader(header)
        header.fix_columns()
        model.modelAboutToBeReset.connect(self._painter.forget)
        model.modelReset.connect(self._share_room)
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self.chosen_changed.emit())

    @property
    def titles(self) -> Titles:
        """Return the titles of the review that is shown."""
        assert self._pieces.titles is not None
        return self._pieces.titles

    @property
    def last_column(self) -> int:
        """Return the last column that is shown."""
        return BECAME if self.isColumnHidden(WHY) else WHY

    @property
    def most_lines(self) -> int:
        """Return how many lines a cell may have: rows that are higher than the list could not be
        read to their end.
        """
        line = self._theme.text_px() * _LINES
        return max(2, min(8, int(self.viewport().height() * 0.6 / line)))

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = self._painter.theme = theme
        self.pad = theme.space(8)
        self._share_room()

    def chosen(self) -> list[LinePiece]:
        """Return the pieces that are chosen, in the order in which they are shown."""
        selection = self.selectionModel().selection()
        parts = [
            selection.at(number) for number in range(selection.count())
        ]  # an index for each row would take long
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        return [self._pieces.piece(row) for row in rows]

    def choose_rows(self, rows: Iterable[int]) -> None:
        """Choose rows, and bring the first of them into view."""
        rows = list(rows)
        if not rows:
            return
        selection = QItemSelection()
        for row in rows:
            selection.select(self._pieces.index(row, 0), self._pieces.index(row, WHY))
        first = self._pieces.index(rows[0], 0)
        models = self.selectionModel()
        models.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        models.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(first)

    def verticalOffset(self) -> int:
        """Return about how far down the list is scrolled: Qt would lay out all rows above to say
        it exactly.
        """
        return self.verticalScrollBar().value() * 2 * _LOWEST

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return what is to be painted anew where rows are chosen: what is seen, for the reason
        said above.
        """
        return QRegion(self.viewport().rect())

    def visualRect(self, index: Index) -> QRect:
        """Return where a cell is; for those far out of sight only on which side, or Qt would lay
        out all between.
        """
        top, room = self.verticalScrollBar().value(), self.viewport().height()
        if index.isValid() and not top <= index.row() <= top + room // _LOWEST:
            return QRect(0, -_LOWEST if index.row() < top else room, self.viewport().width(), 1)
        return super().visualRect(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self._share_room()

    @property
    def _has_names(self) -> bool:
        return self._pieces.titles is not None and self._pieces.titles.several

    def _share_room(self) -> None:
        theme, width = self._theme, self.viewport().width()
        self.setColumnHidden(
            WHY, width < 46 * theme.text_px()
        )  # what it says stands in the column before it then
        metrics = self.fontMetrics()
        wanted = (
            metrics.horizontalAdvance(_("row 12345")) * (1.6 if self._has_names else 1)
            + 2 * self.pad
        )
        line = min(round(wanted), width // 5)
        rest = width - line
        shares = (
            {TEXT: 0.55, BECAME: 0.45}
            if self.isColumnHidden(WHY)
            else {TEXT: 0.45, BECAME: 0.28, WHY: 0.27}
        )
        self.setColumnWidth(LINE, line)
        for column, share in shares.items():
            self.setColumnWidth(column, int(rest * share))
        self._painter.forget()
        self.scheduleDelayedItemsLayout()
