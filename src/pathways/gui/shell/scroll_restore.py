"""The place on a page, kept while what it shows is read again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from pathways.gui.widgets.statement_cell import StatementCell

if TYPE_CHECKING:
    from pathways.gui.shell.main_window import MainWindow


@contextmanager
def keep_place(window: MainWindow) -> Iterator[None]:
    """Scroll to where things stood, and give the keyboard back, after the pages have been filled
    anew.
    """
    areas = [area for area in window.stack.findChildren(QAbstractScrollArea) if area.isVisible()]
    scrolled = [
        (area, area.horizontalScrollBar().value(), area.verticalScrollBar().value())
        for area in areas
    ]
    tables = [area for area in areas if isinstance(area, QAbstractItemView)]
    cells = [(table, table.currentIndex().row(), table.currentIndex().column()) for table in tables]
    at = _statement_at(window)
    yield

    def restore() -> None:
        for table, row, column in cells:
            if isValid(table):
                index = table.model().index(row, column)
                if index.isValid():
                    table.selectionModel().setCurrentIndex(
                        index, QItemSelectionModel.SelectionFlag.NoUpdate
                    )
        if at is not None and isValid(window):
            _give_keyboard(window, at)
        for area, across, down in scrolled:
            if isValid(area):
                area.horizontalScrollBar().setValue(across)
                area.verticalScrollBar().setValue(down)

    QTimer.singleShot(0, window, restore)  # when the pages have been laid out


def _statement_at(window: MainWindow) -> tuple[str, int] | None:
    """Return the statement that has the keyboard and its place among those shown; None where none
    has.
    """
    cell = QApplication.focusWidget()
    if (
        not isinstance(cell, StatementCell)
        or not window.isAncestorOf(cell)
        or cell.content.statement is None
    ):
        return None
    return cell.content.statement.id, _cells(window).index(cell)


def _give_keyboard(window: MainWindow, at: tuple[str, int]) -> None:
    cells = _cells(window)
    same = [
        cell
        for cell in cells
        if cell.content.statement is not None and cell.content.statement.id == at[0]
    ]
    target: QWidget | None = (
        same[0] if same else cells[min(at[1], len(cells) - 1)] if cells else None
    )
    if target is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _cells(window: MainWindow) -> list[StatementCell]:
    return [cell for cell in window.stack.findChildren(StatementCell) if cell.isVisible()]
