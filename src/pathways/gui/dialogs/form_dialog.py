"""A few things asked at once: lines, texts, choices, ticks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pathways.errors import PathwaysError
from pathways.gui.widgets.plain_text import Label, set_window_title
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _

_LINES = 3  # of a text that are seen
_WIDTH, _HEIGHT = 560, 620
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


class FormDialog(QDialog):
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
        set_window_title(self, title)
        self._fields = fields
        self._check = check
        self.boxes: dict[str, QWidget] = {}
        self._scroll = self._scrolled(words, fields)
        self.complaint = wrapped_label("notice", self)
        self.complaint.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.complaint)
        column.addLayout(self._buttons(done))
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

    def sizeHint(self) -> QSize:
        """Return an ordinary size, larger with larger type, never larger than the window."""
        parent = self.parentWidget()
        scale = max(1.0, self.fontMetrics().height() / 20)
        size = QSize(round(_WIDTH * scale), round(_HEIGHT * scale))
        content = self._scroll.widget()
        needed = (content.sizeHint().height() if content else 0) + round(110 * scale)
        size.setHeight(min(size.height(), needed))
        return size.boundedTo(parent.window().size() - QSize(40, 40)) if parent else size

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

    def _scrolled(self, words: str, fields: Sequence[Field]) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget(scroll)
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        if words:
            column.addWidget(wrapped_label("", content, words))
        for field in fields:
            self._add(field, content, column)
        column.addStretch(1)
        scroll.setWidget(content)
        return scroll

    def _add(self, field: Field, parent: QWidget, column: QVBoxLayout) -> None:
        box = _box_for(field, parent)
        box.setObjectName(field.name)
        box.setAccessibleName(field.words.replace("&", ""))
        if field.hint:
            box.setAccessibleDescription(field.hint)
        self.boxes[field.name] = box
        if field.kind != "tick":
            label = Label(field.words, parent)
            label.setProperty("look", "strong")
            label.setWordWrap(True)
            label.setBuddy(box)
            column.addWidget(label)
        column.addWidget(box)
        if field.hint and field.kind in ("tick", "ticks", "text"):
            column.addWidget(wrapped_label("small", parent, field.hint))

    def _buttons(self, done: str) -> QHBoxLayout:
        cancel, accept = QPushButton(_("Cancel"), self), QPushButton(done, self)
        accept.setProperty("look", "primary")
        accept.setDefault(True)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        accept.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(accept)
        return row


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
