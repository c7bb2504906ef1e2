"""The table of the ladder: how its cells look, and what a key does on them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from pathways.compare.change import StepChange, Verdict
from pathways.gui.ladder.ladder_model import CHANGE, SIZE_ROW, STEP, LadderModel
from pathways.gui.ladder.ladder_words import cell_counts, lead
from pathways.gui.shell.theme import BODY, SMALL, Theme
from pathways.gui.widgets.cell_words import CellText, CellWords
from pathways.gui.widgets.few_lines import FewLines
from pathways.gui.widgets.model_index import Index

_NARROWEST = 7.0  # of a column, beside the size of type
_AIR = 6  # pixels beside the words over a column
_GAP, _INSIDE, _AROUND = 2, 3, 4  # pixels round a cell, beside its words, over and under them
_MOST_LINES = 3  # of a cell


class _StepPainter(QStyledItemDelegate):
    """Paint a verdict, or the bar of a step's size."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.largest = 1
        self.several = False  # whether more than the cell with the keyboard is selected

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        change = index.data(CHANGE)
        place = QRectF(rect).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        if change is None:
            self._paint_size(painter, place, index.data(STEP))
        else:
            self._paint_change(painter, place, index)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if focused or (state & QStyle.StateFlag.State_Selected and self.several):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(
                QPen(QColor(self.theme.focus), (2.5 if focused else 1.5) * self.theme.edge)
            )
            painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 7, 7)
        painter.restore()

    def _paint_size(self, painter: QPainter, place: QRectF, step: StepChange) -> None:
        theme = self.theme
        number = str(step.size)
        painter.setFont(theme.font(SMALL, bold=True))
        room = painter.fontMetrics().horizontalAdvance("000") + 6
        wide = (place.width() - room) * step.size / max(1, self.largest)
        height = theme.px(10)
        bar = QRectF(
            place.left() + 4,
            place.center().y() - height / 2,
            max(wide - 4, 2 if step.size else 0),
            height,
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(theme.text))
        text = QRectF(bar.right() + 6, place.top(), room, place.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, number)

    def _paint_change(self, painter: QPainter, place: QRectF, index: Index) -> None:
        theme, change = self.theme, index.data(CHANGE)
        first = lead(index.data(STEP), change)
        verdict = first.verdict
        edge = QPen(QColor(theme.line), theme.edge)
        if not verdict.is_change:
            painter.setBrush(QColor(theme.surface))
            if change.shared or verdict in (Verdict.REWORDED, Verdict.NOT_STATED):
                edge = QPen(QColor(theme.control_line), 1, Qt.PenStyle.DashLine)
        else:
            painter.setBrush(theme.verdict_tint(verdict))
            if theme.edge > 1:
                edge = QPen(theme.verdict_ink(verdict), 1)
        painter.setPen(edge)
        painter.drawRoundedRect(place, 5, 5)
        ink = theme.verdict_ink(verdict) if verdict.is_change else QColor(theme.quiet_text)
        painter.setPen(ink)
        told = self.lines(index, place.width() - 2 * _INSIDE)
        y = place.center().y() - sum(words.height for words in told) / 2
        for words in told:
            spot = place.adjusted(_INSIDE, 0, -_INSIDE, 0)
            spot.moveTop(y)
            words.paint(painter, spot, Qt.AlignmentFlag.AlignHCenter)
            y += words.height

    def text_of(self, index: QModelIndex, place: QRect) -> CellText | None:
        """Return all the words of a cell, which may be shortened where they are painted."""
        change = index.data(CHANGE)
        if change is None:
            return None
        first = lead(index.data(STEP), change)
        words = "\n".join(part for part in (first.words, cell_counts(change)) if part)
        told = sum(part.height for part in self.lines(index, place.width() - 2 * _INSIDE))
        inner = place.adjusted(_GAP + _INSIDE, _GAP, -_GAP - _INSIDE, -_GAP)
        above = max(0, (inner.height() - told) // 2)
        strong = first.verdict.is_change and not first.quoted
        font = self.theme.font(SMALL, bold=strong)
        return CellText(words, inner.adjusted(0, above, 0, -above), font, centred=True)

    def lines(self, index: Index, width: float) -> list[FewLines]:
        """Return what comes first in a cell, and the counts below it, laid out in a width."""
        theme, change = self.theme, index.data(CHANGE)
        first, counts = lead(index.data(STEP), change), cell_counts(change)
        small = theme.font(SMALL)
        step = QFontMetrics(small).height()
        strong = theme.font(SMALL, bold=first.verdict.is_change and not first.quoted)
        below = FewLines(counts, small, width, _MOST_LINES, step=step)
        most = _MOST_LINES - (1 if counts else 0)
        above = FewLines(first.words, strong, width, most, step=step)
        return [above, below] if counts else [above]


class _LadderHeader(QHeaderView):
    """The titles beside the rows, or the steps over the columns, in as many lines as they need."""

    def __init__(self, along: Qt.Orientation, theme: Theme, parent: QWidget) -> None:
        super().__init__(along, parent)
        self.theme = theme
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one title."""
        across = self.orientation() == Qt.Orientation.Horizontal
        painter.save()
        painter.fillRect(rect, QColor(self.theme.window))
        if across or section != SIZE_ROW:
            painter.setFont(self.theme.font(BODY, bold=True))
        else:
            painter.setFont(self.theme.font(SMALL))
        painter.setPen(QColor(self.theme.text))
        words = str(self.model().headerData(section, self.orientation()) or "")
        place = (
            QRectF(rect).adjusted(_AIR, 0, -_AIR, 0)
            if across
            else QRectF(rect).adjusted(2, 0, -10, 0)
        )
        aligned = Qt.AlignmentFlag.AlignHCenter if across else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            place, aligned | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, words
        )
        painter.restore()


class LadderView(QTableView):
    """Show a ladder; header row and column stay when the rest is scrolled."""

    opened = Signal(QModelIndex)  # this cell is to be read side by side

    def __init__(self, model: LadderModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._off_top = 0
        self._painter = _StepPainter(theme, self)
        self._side = _LadderHeader(Qt.Orientation.Vertical, theme, self)
        self._top = _LadderHeader(Qt.Orientation.Horizontal, theme, self)
        self._corner = QWidget(self)  # over the titles that have gone off the top
        self._corner.setObjectName("corner")
        self._corner.setAutoFillBackground(True)
        self._corner.hide()
        self.setVerticalHeader(self._side)
        self.setHorizontalHeader(self._top)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.doubleClicked.connect(self.opened)
        self.cell_words = CellWords(self, self._text_of)
        model.modelReset.connect(self.arrange)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = self._painter.theme = self._side.theme = self._top.theme = theme
        self.arrange()
        self.viewport().update()
        self._side.viewport().update()

    def arrange(self) -> None:
        """Give rows and columns their sizes for the present width."""
        model, theme = self.model(), self._theme
        assert isinstance(model, LadderModel)
        self._painter.largest = model.largest
        titles = self._titles(Qt.Orientation.Vertical, model.rowCount())
        heads = self._titles(Qt.Orientation.Horizontal, model.columnCount())
        side = min(
            self._title_width(titles), round(12 * theme.text_px()), max(120, self.width() // 3)
        )
        self._side.setFixedWidth(side)
        width = self._step_width(heads, side)
        line = self._metrics().height()
        self._top.setFixedHeight(
            max((self._wrapped(head, width - 2 * _AIR) for head in heads), default=line) + _AIR
        )
        for row, title in enumerate(titles):
            wrapped = self._wrapped(title, side - 12, small=row == SIZE_ROW)
            tall = self._row_height(row, width)
            self.setRowHeight(row, max(tall, wrapped + theme.px(4)))
        for column in range(model.columnCount()):
            self.setColumnWidth(column, width)
        self.setFixedHeight(self.height_of_all())

    def _text_of(self, index: QModelIndex) -> CellText | None:
        return self._painter.text_of(index, self.visualRect(index))

    def _titles(self, way: Qt.Orientation, count: int) -> list[str]:
        model = self.model()
        return [str(model.headerData(number, way) or "") for number in range(count)]

    def _step_width(self, heads: list[str], side: int) -> int:
        """Return how wide the column of a step is beside titles so wide, in pixels."""
        metrics, size = self._metrics(), self._theme.text_px()
        longest = max(
            (metrics.horizontalAdvance(word) for head in heads for word in head.split()), default=0
        )
        least = max(round(_NARROWEST * size), min(longest, side) + 2 * _AIR + 2)
        share = (self.width() - side - self._theme.px(6)) // max(1, len(heads))
        return max(least, min(share, round(12 * size)))

    def _row_height(self, row: int, width: int) -> int:
        """Return how high a row must be for the words of its cells, in pixels."""
        theme, model = self._theme, self.model()
        if row == SIZE_ROW:
            return theme.px(28)
        cells = (model.index(row, column) for column in range(model.columnCount()))
        inner = width - 2 * (_GAP + _INSIDE)
        tallest = max(
            (sum(words.height for words in self._painter.lines(cell, inner)) for cell in cells),
            default=0,
        )
        return tallest + 2 * _GAP + theme.px(_AROUND)

    def height_of_all(self) -> int:
        """Return the height at which nothing has to be scrolled up or down."""
        rows = sum(self.rowHeight(row) for row in range(self.model().rowCount()))
        columns = sum(self.columnWidth(each) for each in range(self.model().columnCount()))
        wider = columns + self._side.width() > self.width()
        bar = self.horizontalScrollBar().sizeHint().height() if wider else 0
        return rows + self._top.height() + bar + 4

    def stick(self, scrolled: int) -> None:
        """Keep the steps in sight while so much of the table (pixels) has gone off the top of the
        page.
        """
        self._off_top = scrolled
        self.updateGeometries()

    def updateGeometries(self) -> None:
        """Put the headers in their places, the steps over the first row that is seen."""
        super().updateGeometries()
        rows = self.model().rowCount() if self.model() else 0
        most = self._top.y() + sum(self.rowHeight(row) for row in range(rows - 1))
        stuck = self._off_top > 0
        if stuck:
            self._top.move(self._top.x(), min(self._off_top, most))
            self._corner.setGeometry(
                self._side.x(), self._top.y(), self._side.width(), self._top.height()
            )
            self._corner.raise_()
            self._top.raise_()
        self._corner.setVisible(stuck)

    @property
    def head_height(self) -> int:
        """Return how high the row with the steps is, in pixels."""
        return self._top.height()

    def span_of(self, index: QModelIndex) -> tuple[int, int]:
        """Return where a row begins and ends, in pixels from the top of the table."""
        begin = self._top.height() + self.rowViewportPosition(index.row())
        return begin, begin + self.rowHeight(index.row())

    def _wrapped(self, words: str, width: int, *, small: bool = False) -> int:
        """Return how high words are, broken at a width."""
        room = QRect(0, 0, max(20, width), 10_000)
        metrics = QFontMetrics(self._theme.font(SMALL)) if small else self._metrics()
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height()

    def sizeHint(self) -> QSize:
        """Return the size at which all rows are seen."""
        return QSize(800, self.height_of_all())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the new width."""
        super().resizeEvent(event)
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a cell with Enter or Space."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            and self.currentIndex().isValid()
        ):
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def selectionChanged(self, now: QItemSelection, before: QItemSelection) -> None:
        """Paint what is selected, where that is more than a cell."""
        super().selectionChanged(now, before)
        self._painter.several = len(self.selectedIndexes()) > 1
        self.viewport().update()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font(BODY, bold=True))

    def _title_width(self, titles: list[str]) -> int:
        metrics = self._metrics()
        return max((metrics.horizontalAdvance(title) for title in titles), default=80) + 16
