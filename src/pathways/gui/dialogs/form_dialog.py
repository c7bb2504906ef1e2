"""A few things asked at once: lines, texts, choices, ticks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from pathways.errors import PathwaysError
from pathways.gui.dialogs.fitting_dialog import FittingDialog
from pathways.gui.widgets.plain_text import Label, set_window_title
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _

_LINES = 3  # of a text that are seen
_WIDTH, _TYPE = 560, 20  # pixels, where type is so high
_LONGEST_LIST = 160  # pixels

Values = dict[str, Any]


@dataclass(frozen=True)
class Field:
    """One thing that is asked.

    ``kind`` is line, text, tick, choice or ticks; ``choices`` are (value, words) of the last two.
    ``hint`` stands in an empty line, or under the words of a tick.
    """

    name: str
    words: str
    kind: str = "line"
    value: Any = ""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


class FormDialog(FittingDialog):
    """Ask for the values of some fields; ``check`` raises PathwaysError where they make no sense,
    and what it says is shown.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        words: str,
        fields: Sequence[Field],
        done: str,
        check: Callable[[Values], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.ensurePolished()
        self.least_width = round(_WIDTH * max(1.0, self.fontMetrics().height() / _TYPE))
        set_window_title(self, title)
        self._fields = fields
        self._check = check
        self.boxes: dict[str, QWidget] = {}
        if words:
            self.body.addWidget(wrapped_label("", self, words))
        for field in fields:
            self._add(field)
        self.body.addStretch(1)
        self.complaint = wrapped_label("notice", self)
        self.complaint.setVisible(False)
        self.add_note(self.complaint)
        self.add_decision(done)
        first = next(iter(self.boxes.values()), None)
        if first is not None:
            first.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        title: str,
        fields: Sequence[Field],
        *,
        words: str = "",
        done: str = "",
        check: Callable[[Values], object] | None = None,
    ) -> Values | None:
        """Return the values by name; None where the person thought better of it."""
        dialog = cls(parent, title, words, fields, done or _("Done"), check)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        values = dialog.values() if accepted else None
        dialog.deleteLater()
        return values

    def values(self) -> Values:
        """Return the values as they are now."""
        return {field.name: _value_of(self.boxes[field.name]) for field in self._fields}

    def accept(self) -> None:
        """Close where the values make sense; say what does not."""
        if self._check is not None:
            try:
                self._check(self.values())
            except PathwaysError as error:
                self.complaint.setText(str(error))
                self.complaint.setVisible(True)
                return
        super().accept()

    def _add(self, field: Field) -> None:
        box = _box_for(field, self)
        box.setObjectName(field.name)
        box.setAccessibleName(field.words.replace("&", ""))
        if field.hint:
            box.setAccessibleDescription(field.hint)
        self.boxes[field.name] = box
        if field.kind != "tick":
            label = Label(field.words, self)
            label.setProperty("look", "strong")
            label.setWordWrap(True)
            label.setBuddy(box)
            self.body.addWidget(label)
        self.body.addWidget(box)
        if field.hint and field.kind in ("tick", "ticks", "text"):
            self.body.addWidget(wrapped_label("small", self, field.hint))


def _box_for(field: Field, parent: QWidget) -> QWidget:
    if field.kind == "tick":
        tick = QCheckBox(field.words, parent)
        tick.setChecked(bool(field.value))
        return tick
    if field.kind == "text":
        text = QPlainTextEdit(str(field.value), parent)
        text.setTabChangesFocus(True)
        text.setMinimumHeight(_LINES * text.fontMetrics().lineSpacing() + 20)
        text.setMaximumHeight(2 * _LINES * text.fontMetrics().lineSpacing() + 20)
        return text
    if field.kind == "choice":
        combo = QComboBox(parent)
        for value, words in field.choices:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(0, combo.findData(field.value)))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return combo
    if field.kind == "ticks":
        return _ticks(field, parent)
    line = QLineEdit(str(field.value), parent)
    line.setPlaceholderText(field.hint)
    return line


def _ticks(field: Field, parent: QWidget) -> QListWidget:
    ticks = QListWidget(parent)
    ticks.setWordWrap(True)
    ticks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    ticks.setMaximumHeight(_LONGEST_LIST)
    for value, words in field.choices:
        item = QListWidgetItem(words, ticks)
        item.setData(Qt.ItemDataRole.UserRole, value)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        chosen = value in field.value
        item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
    ticks.setCurrentRow(0)
    return ticks


def _value_of(box: QWidget) -> Any:
    if isinstance(box, QCheckBox):
        return box.isChecked()
    if isinstance(box, QPlainTextEdit):
        return box.toPlainText()
    if isinstance(box, QComboBox):
        return box.currentData()
    if isinstance(box, QListWidget):
        items = (box.item(row) for row in range(box.count()))
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]
    assert isinstance(box, QLineEdit)
    return box.text()
