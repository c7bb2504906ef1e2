"""The place on a page, kept while what it shows is read again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, QTimer
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from pathways.gui.widgets.inside import inside
from pathways.gui.widgets.statement_cell import StatementCell
from pathways.gui.widgets.text_sheet import TextSheet


@contextmanager
def keep_place(room: QWidget) -> Iterator[None]:
    """Scroll to where things stood, and give the keyboard back, after the pages have been filled
    anew.
    """
    areas = [area for area in inside(room, QAbstractScrollArea) if area.isVisible()]
    scrolled = [
        (area, area.horizontalScrollBar().value(), area.verticalScrollBar().value())
        for area in areas
    ]
    tables = [area for area in areas if isinstance(area, QAbstractItemView)]
    cells = [(table, table.currentIndex().row(), table.currentIndex().column()) for table in tables]
    at = _statement_at(room)
    yield

    def restore() -> None:
        for table, row, column in cells:
            if isValid(table):
                index = table.model().index(row, column)
                if index.isValid():
                    table.selectionModel().setCurrentIndex(
                        index, QItemSelectionModel.SelectionFlag.NoUpdate
                    )
        if at is not None and isValid(room):
            _give_keyboard(room, at)
        for area, across, down in scrolled:
            if isValid(area):
                area.horizontalScrollBar().setValue(across)
                area.verticalScrollBar().setValue(down)

    QTimer.singleShot(0, room, restore)  # when the pages have been laid out


def _statement_at(room: QWidget) -> tuple[str, int] | None:
    """Return the statement that has the keyboard and its place among those shown; None where none
    has.
    """
    sheet = QApplication.focusWidget()
    if not isinstance(sheet, TextSheet) or not room.isAncestorOf(sheet) or sheet.at is None:
        return None
    if sheet.at.content.statement is None:
        return None
    return sheet.at.content.statement.id, _cells(room).index(sheet.at)


def _give_keyboard(room: QWidget, at: tuple[str, int]) -> None:
    cells = _cells(room)
    same = [
        cell
        for cell in cells
        if cell.content.statement is not None and cell.content.statement.id == at[0]
    ]
    target = same[0] if same else cells[min(at[1], len(cells) - 1)] if cells else None
    if target is not None:
        target.take_keyboard()


def _cells(room: QWidget) -> list[StatementCell]:
    return [
        piece
        for sheet in inside(room, TextSheet)
        if sheet.isVisible()
        for row in range(sheet.row_count())
        for piece in sheet.row_pieces(row)
        if isinstance(piece, StatementCell)
    ]
