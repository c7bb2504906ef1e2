"""What a table of a document is, and which of its rows has the heads."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from pathways.gui.dialogs.answer import answer_of
from pathways.gui.dialogs.fitting_dialog import FittingDialog
from pathways.gui.widgets.plain_text import Label, set_window_title, tip
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n, in_words
from pathways.importing.review import Review
from pathways.importing.review_tables import Place, like_it, rows_of, seen_as, tables_in, told_of

_SHOWN = 12  # rows of the table
_LONGEST = 60  # letters of a cell, and of a row in the list of heads
_NAMED = 6  # levels in the sentence
_AUTO = -1


def _kinds_of_tables() -> dict[str, str]:
    """Return what a table can be, in words for people; "" for what the program makes of it."""
    return {
        "": _("What the program takes it for"),
        "levels across": _("A grade or level in each column"),
        "levels down": _("A grade or level in each row"),
        "criteria": _("Criteria: essential, desirable"),
        "facts": _("Facts: names with their values"),
        "records": _("One row for each statement"),
        "headings with text": _("Headings with text beside or below them"),
        "nothing": _("Nothing that is needed"),
    }


class TableAnswer(msgspec.Struct, frozen=True):
    """What a person said of a table; ``holds`` is "" for what is recognised, ``head_row`` None."""

    holds: str
    head_row: int | None
    all_alike: bool


class TableDialog(FittingDialog):
    """Ask what one table is; say at once what it would give."""

    def __init__(self, parent: QWidget | None, review: Review, table: Place) -> None:
        super().__init__(parent)
        set_window_title(self, _("What the table is"))
        self._review, self._table = review, table
        self._piece = dict(tables_in(review))[table]
        self._rows = rows_of(self._piece, _SHOWN)
        self._make_choices()
        self._make_rows()
        self.outcome = wrapped_label("", self)
        self.outcome.setProperty("look", "strong")
        self.done_button = self.add_decision(_("Apply"))
        self._lay_out()
        self._show()
        self.kind.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, review: Review, table: Place) -> TableAnswer | None:
        """Return what the person said; None where they thought better of it."""
        return answer_of(cls(parent, review, table), cls.answer)

    def answer(self) -> TableAnswer:
        """Return what is said now."""
        row = int(self.heads.currentData())
        alike = self.alike.isChecked() and not self.alike.isHidden()
        return TableAnswer(str(self.kind.currentData()), None if row == _AUTO else row, alike)

    def _make_choices(self) -> None:
        told = told_of(self._review, self._table)
        self.kind, self.heads = QComboBox(self), QComboBox(self)
        for holds, words in _kinds_of_tables().items():
            self.kind.addItem(words, holds)
        self.kind.setCurrentIndex(max(0, self.kind.findData(told.holds if told else "")))
        self.heads.addItem(_("Where the program finds them"), _AUTO)
        self.heads.addItem(_("Nowhere: the table has none"), 0)
        for number, row in enumerate(self._rows[: len(self._piece.rows) - 1], 1):
            words = _short(" | ".join(dict.fromkeys(filter(None, row))))
            self.heads.addItem(
                _("Row {number}: {words}").format(number=number, words=words), number
            )
        row_told = told.head_row if told else None
        self.heads.setCurrentIndex(self.heads.findData(_AUTO if row_told is None else row_told))
        for box in (self.kind, self.heads):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(24)
            box.currentIndexChanged.connect(self._show)
        count = like_it(self._review, self._table)
        words = _n("All &{count} table with this first row", "All &{count} tables with this first "
                   "row", count)  # fmt: skip
        self.alike = QCheckBox(words.format(count=count), self)
        self.alike.setChecked(told is not None and told.number == 0)
        self.alike.setVisible(count > 1)

    def _make_rows(self) -> None:
        width = max(len(row) for row in self._rows)
        self.rows = QTableWidget(len(self._rows), width, self)
        self.rows.setAccessibleName(_("The first rows of the table"))
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.rows.setTabKeyNavigation(False)
        self.rows.horizontalHeader().hide()
        self.rows.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heights = self.rows.verticalHeader()
        heights.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.rows.setWordWrap(True)
        for number, row in enumerate(self._rows):
            for place, cell in enumerate(row):
                item = QTableWidgetItem(_short(cell))
                item.setData(Qt.ItemDataRole.ToolTipRole, tip(cell))
                self.rows.setItem(number, place, item)
        self.rows.setMinimumHeight(6 * self.rows.verticalHeader().defaultSectionSize())

    def _lay_out(self) -> None:
        for words, field in (
            (_("The &table is"), self.kind),
            (_("Its &heads stand in"), self.heads),
        ):
            label = Label(words, self)
            label.setBuddy(field)
            self.body.addWidget(label)
            self.body.addWidget(field)
        self.body.addWidget(self.alike)
        self.body.addWidget(self.rows, 1)
        self.body.addWidget(self.outcome)
        self.ask_size(760, 620)

    def _show(self) -> None:
        """Mark the row of heads, and say what the table would give."""
        answer = self.answer()
        self.heads.setEnabled(answer.holds not in ("", "nothing"))
        for number in range(self.rows.rowCount()):
            for place in range(self.rows.columnCount()):
                item = self.rows.item(number, place)
                if item is not None:
                    font = item.font()
                    font.setBold(number + 1 == answer.head_row and self.heads.isEnabled())
                    item.setFont(font)
        self.outcome.setText(self._outcome(answer))

    def _outcome(self, answer: TableAnswer) -> str:
        if answer.holds == "":
            return _("The table is read as the program recognised it.")
        if answer.holds == "nothing":
            return _("All cells of the table are left out.")
        found = seen_as(self._review, self._table, answer.holds, answer.head_row)
        if found is None:
            return _("Say what its columns hold first; then it can be read that way.")
        levels, count = found
        statements = _n("{count} statement", "{count} statements", count).format(count=count)
        if not levels:
            return _("This gives {statements}.").format(statements=statements)
        named = list(levels[:_NAMED])
        more = len(levels) - len(named)
        named += [_n("{count} more", "{count} more", more).format(count=more)] if more else []
        words = _("This gives {statements} for {levels}.")
        return words.format(statements=statements, levels=in_words(named))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
