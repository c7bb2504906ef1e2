"""The table of the board: Enter opens a person, standing is a bar with its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from pathways.gui.shell.theme import Theme
from pathways.gui.team.card import paint_bar
from pathways.gui.team.cell_room import CellRoom
from pathways.gui.team.team_filter import TeamFilter
from pathways.gui.widgets.cell_delegate import WholeWords
from pathways.gui.widgets.cell_words import CellWords
from pathways.gui.widgets.model_index import Index
from pathways.gui.widgets.row_model import ROW
from pathways.gui.widgets.whole_rows import choose_whole_rows
from pathways.gui.widgets.wrapped_header import WrappedHeader
from pathways.i18n import _
from pathways.planning.board import BoardLine

_STANDING = 4
_COLUMNS = range(1, 8)  # beside the headings, where people are grouped
_FEW = 100  # people and posts whose words are measured
_ROOM = {7: 68, 5: 62, 6: 56, 3: 46}  # letters across that the page needs to show these columns


class _StandingDelegate(WholeWords):
    """Paint the bar of counts above its words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for the words, and for the bar under them."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + (self.theme.px(14) if self.theme else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the words, and the bar under them."""
        super().paint(painter, option, index)
        line = index.data(ROW)
        if self.theme is None or not isinstance(line, BoardLine) or not line.standing:
            return
        rect: QRectF = QRectF(option.rect)
        edge, high = self.theme.space(8), self.theme.px(4)
        place = QRectF(
            rect.x() + edge, rect.bottom() - high - self.theme.px(3), rect.width() - 2 * edge, high
        )
        paint_bar(painter, self.theme, dict(line.standing), place)


class TeamTable(QTableView):
    """The list of people: Tab leaves it, Enter opens."""

    opened = Signal(str)  # the id of a person or a vacant post
    marked = Signal()  # others are marked

    def __init__(self, theme: Theme, rows: TeamFilter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("team")
        self.setAccessibleName(_("The team"))
        self._theme = theme
        self._rows = rows
        self.setModel(rows)
        choose_whole_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = WrappedHeader(self)
        self.setHorizontalHeader(header)
        header.setSectionsClickable(True)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSortingEnabled(True)
        self._words, self._delegate = WholeWords(self), _StandingDelegate(self)
        self.setItemDelegate(self._words)
        self.setItemDelegateForColumn(_STANDING, self._delegate)
        CellWords(self)
        self.doubleClicked.connect(self._on_opened)
        self.selectionModel().selectionChanged.connect(self.marked)
        self.setColumnHidden(0, True)  # the headings, where people are grouped
        self.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme."""
        self._theme = self._delegate.theme = theme
        self._words.air = self._delegate.air = 2 * theme.space(8) + theme.px(4)
        self.setFont(theme.font())
        self.setMinimumHeight(theme.px(160))
        self.fit()

    def fit(self) -> None:
        """Share the width out; columns go where there is no room, a person's page has them all."""
        letters = self.width() / max(1, self._theme.text_px())
        grouped = self.isColumnHidden(0)
        for column, room in _ROOM.items():
            self.setColumnHidden(column, letters < room)
        shown = [column for column in _COLUMNS if not self.isColumnHidden(column)]
        room = self.viewport().width() - (0 if grouped else self.columnWidth(0))
        words = CellRoom(self._theme, self.model(), shown)
        for column, width in words.shared_out(room).items():
            self.setColumnWidth(column, width)
        self._set_heights()

    def _set_heights(self) -> None:
        """Let each row be as high as its words need; of many, all are alike."""
        rows, least = self.verticalHeader(), max(36, self._theme.px(50))
        few = self.model().rowCount() <= _FEW
        modes = QHeaderView.ResizeMode
        rows.setMinimumSectionSize(least)
        rows.setDefaultSectionSize(least)
        rows.setSectionResizeMode(modes.ResizeToContents if few else modes.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self.fit()

    def marked_people(self) -> list[str]:
        """Return the ids of the people that are marked, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [self._rows.line(row) for row in rows]
        return [line.person.id for line in lines if line and line.person]

    def sizeHint(self) -> QSize:
        """Return room for a few lines."""
        return QSize(self._theme.px(600), self._theme.px(300))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_opened(self, index: Index) -> None:
        line = self._rows.line(index.row())
        if line:
            self.opened.emit(line.id)
