"""The ladder as a table: dimensions down, steps across, over them the size of each step."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from pathways.compare.change import Ladder, StepChange
from pathways.compare.sentences import place
from pathways.gui.ladder.ladder_words import lead, spoken
from pathways.gui.widgets.model_index import NOWHERE, Index
from pathways.gui.widgets.plain_text import heard, tip
from pathways.i18n import _
from pathways.model.framework import Node

CHANGE = Qt.ItemDataRole.UserRole  # the DimensionChange of a cell, None in the row of sizes
STEP = Qt.ItemDataRole.UserRole + 1  # the StepChange of a column
SIZE_ROW = 0


class LadderModel(QAbstractTableModel):
    """Hold one ladder; the first row has the sizes of the steps."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ladder: Ladder | None = None
        self._by_grade = True  # whether the grades tell the steps apart

    def show_ladder(self, ladder: Ladder) -> None:
        """Show another ladder."""
        self.beginResetModel()
        self._ladder = ladder
        steps = [(step.before.grade, step.after.grade) for step in ladder.steps]
        self._by_grade = len(set(steps)) == len(steps) and all(
            before != after for before, after in steps
        )
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._ladder = None
        self.endResetModel()

    @property
    def largest(self) -> int:
        """Return the size of the largest step."""
        return max((step.size for step in self._steps()), default=0)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return one row for the sizes and one for each dimension."""
        return 0 if parent.isValid() or self._ladder is None else len(self._ladder.dimensions) + 1

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return one column for each step."""
        return 0 if parent.isValid() else len(self._steps())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, or what it stands for."""
        if not index.isValid():
            return None
        step = self._steps()[index.column()]
        change = step.dimensions[index.row() - 1] if index.row() != SIZE_ROW else None
        if role == CHANGE:
            return change
        if role == STEP:
            return step
        if role == Qt.ItemDataRole.DisplayRole:
            return lead(step, change).words if change else str(step.size)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return heard(spoken(step, change))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(spoken(step, change))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return ``6 → 7`` over a step, or the titles where grades say nothing; a dimension's
        title beside a row.
        """
        if self._ladder is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        if orientation == Qt.Orientation.Horizontal:
            steps = self._steps()
            if not 0 <= section < len(steps):
                return None
            before, after = steps[section].before, steps[section].after
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return _("From {before} to {after}").format(
                    before=place(before), after=place(after)
                )
            first, last = (self._name(node) for node in (before, after))
            return _("{before} → {after}").format(before=first, after=last)
        if section == SIZE_ROW:
            return _("Statements that change")
        dimensions = self._ladder.dimensions
        return dimensions[section - 1].title if section - 1 < len(dimensions) else None

    def _name(self, node: Node) -> str:
        """Return what a node is called over a column: its grade, or its title without what the
        whole family has.
        """
        if self._by_grade or self._ladder is None:
            return node.grade
        family, title = self._ladder.family, node.title
        at = title.lower().find(family.lower()) if family else -1
        if at < 0 or len(title) == len(family):
            return title
        return " ".join(f"{title[:at]}…{title[at + len(family) :]}".split())

    def _steps(self) -> tuple[StepChange, ...]:
        return self._ladder.steps if self._ladder else ()
