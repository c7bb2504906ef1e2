"""Rows under the titles of their columns, to be read and never edited: what such models share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from pathways.gui.widgets.model_index import NOWHERE, Index

ROW = Qt.ItemDataRole.UserRole  # the role that hands back what a row is about


class RowModel(QAbstractTableModel):
    """Hold rows of anything; a list has one column, and no title over it."""

    def __init__(self, parent: QObject | None = None, header: Sequence[str] = ("",)) -> None:
        super().__init__(parent)
        self.rows: Sequence[Any] = ()
        self.header = tuple(header)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says in a role, or what its row is about."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        return row if role == ROW else self.cell(row, index.column(), role)

    def cell(self, row: Any, column: int, role: int) -> Any:
        """Return what a cell says in a role: its words, unless a model knows more of it."""
        return row[column] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if way != Qt.Orientation.Horizontal or not 0 <= section < len(self.header):
            return None
        return self.header[section] if role == Qt.ItemDataRole.DisplayRole else None
