"""The rows of a plan under their subjects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from pathways.compare.change import Verdict
from pathways.compare.clause import main_clause
from pathways.gui.plan.standing_look import standing_words
from pathways.gui.widgets.model_index import NOWHERE, Index
from pathways.i18n import _, _n
from pathways.model.day import day_in_words
from pathways.model.plan import Plan, Row, Standing
from pathways.planning.where import SubjectRows, subjects

ROW = int(Qt.ItemDataRole.UserRole) + 1
SUBJECT = int(Qt.ItemDataRole.UserRole) + 2
QUIET = int(Qt.ItemDataRole.UserRole) + 3
HERE = int(Qt.ItemDataRole.UserRole) + 4  # the standing that whoever has the file gives
THERE = int(Qt.ItemDataRole.UserRole) + 5  # what the other of the two says, where it differs

ASKED, STANDING, EVIDENCE, ACTION, BY = range(5)
_LONGEST = 110  # letters of a statement; the panel beside has it in full
_SHORT = 60


class PlanModel(QAbstractItemModel):
    """Hold subjects, and below each its rows; a column for each thing that is said of a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self.subjects: tuple[SubjectRows, ...] = ()

    def show_rows(self, plan: Plan | None, rows: Sequence[Row]) -> None:
        """Show these rows of a plan; where they are the same ones, only what is said otherwise of
        them is told to the view, which measures every row that it hears of.
        """
        found, before, plan_before = subjects(rows), self.subjects, self.plan
        self.plan = plan
        if plan is None or plan_before is None or not _alike(plan_before, plan, before, found):
            self.beginResetModel()
            self.subjects = found
            self.endResetModel()
            return
        self.subjects = found
        with_items = _with_other_items(plan_before, plan)
        for number, (old, new) in enumerate(zip(before, found, strict=True)):
            touched = [
                place
                for place, (one, other) in enumerate(zip(old.rows, new.rows, strict=True))
                if one is not other or one.id in with_items
            ]
            for place in touched:
                cells = [self.createIndex(place, column, number + 1) for column in (ASKED, BY)]
                self.dataChanged.emit(*cells)
            if touched:
                self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    def row_at(self, index: Index) -> Row | None:
        """Return the row of an index; None for a subject."""
        if not index.isValid() or not index.internalId():
            return None
        return self.subjects[index.internalId() - 1].rows[index.row()]

    def index_of(self, row_id: str) -> QModelIndex:
        """Return where a row stands; an invalid index where it is not shown."""
        for number, subject in enumerate(self.subjects):
            for place, row in enumerate(subject.rows):
                if row.id == row_id:
                    return self.createIndex(place, 0, number + 1)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Return an index; its id is 0 for subjects, else the number of the subject from 1."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = NOWHERE) -> Any:
        """Return the subject of a row."""
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of subjects, or of a subject's rows."""
        if not parent.isValid():
            return len(self.subjects)
        if parent.internalId() or parent.column():
            return 0
        return len(self.subjects[parent.row()].rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the columns' titles."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        aims = self.plan.aims if self.plan else ()
        asked = (
            _("What {grade} asks").format(grade=aims[0].title)
            if len(aims) == 1
            else _("What is asked")
        )
        return (asked, _("I say"), _("Evidence"), _("Action"), _("By when"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says, also in full for those who hear it."""
        row = self.row_at(index)
        if row is None:
            return self._of_subject(index, role)
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, index.column())[0]
        if role == QUIET:
            return self._words(row, index.column())[1]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        if role == HERE:
            return self._here(row)
        return self._there(row) if role == THERE else None

    def _here(self, row: Row) -> Standing:
        return self.plan.said_here(row).standing if self.plan else row.standing

    def _there(self, row: Row) -> str:
        view = self.plan.said_there(row) if self.plan else None
        if self.plan is None or view is None or view.standing in (Standing.UNSAID, self._here(row)):
            return ""
        words = _("employee: {standing}") if self.plan.copy else _("manager: {standing}")
        return words.format(standing=view.standing.short)

    def _of_subject(self, index: Index, role: int) -> Any:
        if not index.isValid():
            return None
        subject = self.subjects[index.row()]
        if role == SUBJECT:
            return subject
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            count = len(subject.rows)
            told = _n("{title}, {count} statement", "{title}, {count} statements", count)
            return told.format(title=subject.title, count=count) if index.column() == 0 else ""
        return None

    def _words(self, row: Row, column: int) -> tuple[str, bool]:
        """Return what a cell says, and whether it says that there is nothing."""
        if column == ASKED:
            return main_clause(row.text, _LONGEST), False
        if column == STANDING:
            return standing_words(self._here(row)), False
        if column == EVIDENCE:
            return self._evidence(row)
        actions = self.plan.actions_of.get(row.id, ()) if self.plan else ()
        left = [action for action in actions if not action.done] or list(actions)
        if not left:
            return "–", True
        first = min(left, key=lambda action: action.by or "9999")
        if column == BY:
            return (day_in_words(first.by), False) if first.by else ("–", True)
        return _counted(_first(first.do), len(actions)), False

    def _evidence(self, row: Row) -> tuple[str, bool]:
        found = self.plan.evidence_of.get(row.id, ()) if self.plan else ()
        if not found:
            return _("none yet"), True
        told = _first(found[0].result)
        if len(found[0].rows) > 1:
            told = _("{text} (serves {count})").format(text=told, count=len(found[0].rows))
        return _counted(told, len(found)), False

    def _spoken(self, row: Row, column: int) -> str:
        if column == ASKED:
            parts = [Verdict(row.verdict).word, row.text]
            if row.essential:
                parts.append(_("essential"))
            if row.changed:
                parts.append(_("changed in the document"))
            return ": ".join(parts[:2]) + "".join(f", {part}" for part in parts[2:])
        if column == STANDING:
            return ", ".join(filter(None, (self._here(row).word, self._there(row))))
        return self._words(row, column)[0]


def _first(text: str) -> str:
    line = text.partition("\n")[0]
    return line if len(line) <= _SHORT else line[: _SHORT - 1].rsplit(" ", 1)[0] + "…"


def _counted(text: str, count: int) -> str:
    if count < 2:
        return text
    more = _n("{text}, and {count} more", "{text}, and {count} more", count - 1)
    return more.format(text=text, count=count - 1)


def _alike(
    before: Plan, after: Plan, old: Sequence[SubjectRows], new: Sequence[SubjectRows]
) -> bool:
    """Tell whether the same rows are shown, in the same words about the plan."""
    same = (before.id, before.aims, before.copy) == (after.id, after.aims, after.copy)
    return same and _shape(old) == _shape(new)


def _with_other_items(before: Plan, after: Plan) -> set[str]:
    """Return the rows of which other evidence, or other actions, are shown."""
    found: set[str] = set()
    if before.evidence is not after.evidence:
        found |= _differing(before.evidence_of, after.evidence_of)
    if before.actions is not after.actions:
        found |= _differing(before.actions_of, after.actions_of)
    return found


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    return {row for row in {**before, **after} if before.get(row) != after.get(row)}


def _shape(found: Sequence[SubjectRows]) -> list[tuple[str, list[str]]]:
    return [(subject.id, [row.id for row in subject.rows]) for subject in found]
