"""A table of words: read, chosen line by line, never edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.cell_delegate import WholeWords
from pathways.gui.widgets.cell_words import CellWords
from pathways.gui.widgets.plain_text import heard, tip
from pathways.gui.widgets.row_model import RowModel
from pathways.gui.widgets.wrapped_header import WrappedHeader


class WordsModel(RowModel):
    """Rows of cells, each some words; with ``named`` the first cell of a row names it."""

    def __init__(self, parent: Any = None, *, named: bool = False) -> None:
        super().__init__(parent, ())
        self.named = named

    def show_cells(self, header: Sequence[str], cells: Sequence[tuple[str, ...]]) -> None:
        """Show other words."""
        self.beginResetModel()
        self.header, self.rows = tuple(header), tuple(cells)
        self.endResetModel()

    def cell(self, row: tuple[str, ...], column: int, role: int) -> Any:
        """Return the words of a cell, and how they look and are heard."""
        roles = Qt.ItemDataRole
        if role == roles.AccessibleTextRole:
            return heard(f"{self.header[column]}: {row[column]}")
        if role == roles.ToolTipRole:
            return tip(row[column])
        if role == roles.FontRole and self.named and not column:
            font = QFont()
            font.setBold(True)
            return font
        if role == roles.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return super().cell(row, column, role)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column, as a tip too."""
        if role == Qt.ItemDataRole.ToolTipRole:
            title = super().headerData(section, way)
            return None if title is None else tip(title)
        return super().headerData(section, way, role)


class WordsTable(QTableView):
    """Show words whole, with as many lines as they need; Enter opens a line.

    ``whole`` is for a short table: all of it is shown, and the page is scrolled.
    """

    opened = Signal(int)  # the number of a row

    def __init__(
        self,
        theme: Theme,
        model: QAbstractItemModel,
        name: str,
        parent: QWidget,
        whole: bool = False,
    ) -> None:
        super().__init__(parent)
        self._whole = whole
        self.setProperty("look", "words")
        self._delegate = WholeWords(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = WrappedHeader(self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.cell_words = CellWords(self)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self._fitting = QTimer(self)  # once widths and style are settled
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.verticalHeader().setResizeContentsPrecision(-1)
            model.modelReset.connect(self._fitting.start)
            header.sectionResized.connect(self._fitting.start)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme."""
        self._delegate.air = 2 * theme.space(8) + theme.px(4)
        self.setFont(theme.font())
        self.horizontalHeader().setMinimumSectionSize(theme.px(128))
        if not self._whole:
            self.setMinimumHeight(theme.px(240))
        self._fitting.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fitting.start()

    def changeEvent(self, event: QEvent) -> None:
        """Be as high as the words need in another style."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fitting.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        if not self._whole:
            return
        self.resizeRowsToContents()
        bar = self.horizontalScrollBar()
        wide = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        high = self.verticalHeader().length() + self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(high + wide + 2 * self.frameWidth())
