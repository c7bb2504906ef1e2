"""Which lines of the team's table are shown, and in which order.

Qt's own proxy asks Python for every comparison, which takes several frames for a thousand people;
here the order is worked out at once.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QObject, Qt

from pathways.gui.team.team_model import TeamModel, name_of
from pathways.gui.widgets.model_index import NOWHERE, Index
from pathways.planning.board import BoardLine
from pathways.planning.people import name_key


class TeamFilter(QAbstractProxyModel):
    """Show the lines that have some words, or an aim, in another order."""

    def __init__(self, model: TeamModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self._aim = ""
        self._column, self._descending = -1, False
        self._texts: list[str] = []
        self._known = -1
        self._rows: list[int] = []
        self._places: dict[int, int] = {}
        self.setSourceModel(model)
        model.modelAboutToBeReset.connect(self.beginResetModel)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_changed)
        self._work_out(self._chosen())

    def look_for(self, words: str, aim: str = "") -> None:
        """Show only lines that have all of these words, and people who aim for a node."""
        self.beginResetModel()
        self._words, self._aim = words.casefold().split(), aim
        self._work_out(self._chosen())
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the lines in the order of a column."""
        self._column, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self.rearrange()

    def rearrange(self, chosen: list[int] | None = None) -> None:
        """Put the lines in order again, those that are ``chosen`` where that is known already; what
        is marked stays marked.
        """
        self.layoutAboutToBeChanged.emit()
        marked = self.persistentIndexList()
        sources = [self._rows[index.row()] for index in marked]
        self._work_out(self._chosen() if chosen is None else chosen)
        new = [
            self.index(self._places[source], index.column())
            if source in self._places
            else QModelIndex()
            for source, index in zip(sources, marked, strict=True)
        ]
        self.changePersistentIndexList(marked, new)
        self.layoutChanged.emit()

    def line(self, row: int) -> BoardLine | None:
        """Return the line of a row as it is shown."""
        return self._model.rows[self._rows[row]] if 0 <= row < len(self._rows) else None

    # As Qt has it --------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many lines are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else self._model.columnCount()

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Return the index of a cell."""
        inside = 0 <= row < len(self._rows) and 0 <= column < self.columnCount()
        return self.createIndex(row, column) if inside and not parent.isValid() else QModelIndex()

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Return no parent: it is a table."""
        return QModelIndex()

    def mapToSource(self, index: Index) -> QModelIndex:
        """Return the cell of the whole table."""
        if not index.isValid() or index.row() >= len(self._rows):
            return QModelIndex()
        return self._model.index(self._rows[index.row()], index.column())

    def mapFromSource(self, index: Index) -> QModelIndex:
        """Return the cell as it is shown, an invalid one where its line is not."""
        place = self._places.get(index.row()) if index.isValid() else None
        return QModelIndex() if place is None else self.index(place, index.column())

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the titles of the columns."""
        return self._model.headerData(section, way, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says."""
        return self._model.data(self.mapToSource(index), role)

    # Inside --------------------------------------------------------------------------------------

    def _on_reset(self) -> None:
        self._work_out(self._chosen())
        self.endResetModel()

    def _on_changed(self) -> None:
        chosen = self._chosen()
        if len(self._rows) != len(chosen):
            self.beginResetModel()
            self._work_out(chosen)
            self.endResetModel()
            return
        self.rearrange(chosen)
        if self._rows:
            last = self.index(len(self._rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _chosen(self) -> list[int]:
        lines = self._model.rows
        if self._words and self._known != self._model.version:
            columns = self._model.columns
            self._texts = [
                " ".join(column.words(line) for column in columns).casefold() for line in lines
            ]
            self._known = self._model.version
        return [
            row
            for row, line in enumerate(lines)
            if (not self._aim or (line.person is not None and line.person.aim == self._aim))
            and all(word in self._texts[row] for word in self._words)
        ]

    def _work_out(self, rows: list[int]) -> None:
        keys = {row: self._key(self._model.rows[row]) for row in rows}
        rows.sort(key=keys.__getitem__, reverse=self._descending)
        self._rows = rows
        self._places = {row: place for place, row in enumerate(rows)}

    def _key(self, line: BoardLine) -> tuple[Any, ...]:
        """Return what a line is sorted by: its group, people before vacant posts, the column."""
        if self._column < 0:
            return ()
        group = self._model.group(line).casefold() if self._model.grouping.value else ""
        column = self._model.columns[self._column]
        key = column.key(line)
        by_name = key if column.name == "name" else name_key(name_of(line))
        return (group, line.person is None, key, by_name)
