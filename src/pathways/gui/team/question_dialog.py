"""A few questions about one thing: a person, a post, a move. Only what is needed has to be said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from pathways.gui.dialogs.fitting_dialog import FittingDialog
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.choice_box import PlainChoiceBox
from pathways.gui.widgets.plain_text import Label, set_tip, set_window_title
from pathways.i18n import _
from pathways.importing.people_table import day_in
from pathways.model.day import date_of, day_in_words

REMOVE: Final[dict[str, str]] = {}  # given in place of answers: what is asked about is to go
Refusal = Callable[[Mapping[str, str]], str]


@dataclass(frozen=True)
class FormField:
    """A question: its name, its words, what it says now.

    ``choices`` are what can be chosen, (value, words) each; ``kind`` is ``line``, ``day``,
    ``choice``, ``secret`` or ``text``. ``hint`` stands below it.
    """

    name: str
    words: str
    value: str = ""
    kind: str = "line"
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


class QuestionDialog(FittingDialog):
    """Ask the questions, one below the other."""

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        title: str,
        fields: Sequence[FormField],
        done: str,
        refusal: Refusal,
        about: str = "",
        remove: str = "",
    ) -> None:
        super().__init__(parent)
        self.least_width = theme.space(560)
        set_window_title(self, title)
        self._theme = theme
        self._refusal = refusal
        if about:
            self.body.addWidget(self._label(about, "quiet"))
        self.parts: dict[str, QWidget] = {}
        for field in fields:
            self._add(field)
        self.body.addStretch(1)
        self._why = self._label("", "quiet")
        self.add_note(self._why)
        self.removal_asked = False
        if remove:
            button = QPushButton(remove, self)
            button.setAutoDefault(False)
            button.clicked.connect(self._on_remove)
            self.buttons.insertWidget(0, button)
        self.button = self.add_decision(done)
        self._check()
        next(iter(self.parts.values())).setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        theme: Theme,
        title: str,
        fields: Sequence[FormField],
        *,
        done: str,
        refusal: Refusal = lambda _said: "",
        about: str = "",
        remove: str = "",
    ) -> dict[str, str] | None:
        """Return what was said, by the names of the questions; None where nothing is to be done.

        ``refusal`` says why what is said cannot be, "" where it can. Where ``remove`` are the words
        of a button, pressing it gives ``REMOVE`` in place of what was said.
        """
        dialog = cls(parent, theme, title, fields, done, refusal, about, remove)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        said = REMOVE if dialog.removal_asked else dialog.said()
        dialog.deleteLater()
        return said if accepted else None

    def said(self) -> dict[str, str]:
        """Return what is said at the moment; days as files have them."""
        return {name: self._value(part) for name, part in self.parts.items()}

    def _on_remove(self) -> None:
        self.removal_asked = True
        self.accept()

    def _value(self, part: QWidget) -> str:
        if isinstance(part, PlainChoiceBox):
            return str(part.currentData() or "")
        if isinstance(part, QPlainTextEdit):
            return part.toPlainText().strip()
        assert isinstance(part, QLineEdit)
        text = part.text() if part.echoMode() != QLineEdit.EchoMode.Normal else part.text().strip()
        return (day_in(text) or text) if part.property("day") else text

    def _add(self, field: FormField) -> None:
        label = self._label(field.words, "strong")
        self.body.addWidget(label)
        part = self._part(field)
        part.setObjectName(field.name)
        part.setAccessibleName(field.words.replace("&", ""))
        if field.hint:
            part.setAccessibleDescription(field.hint)
        label.setBuddy(part)
        self.parts[field.name] = part
        self.body.addWidget(part)
        if field.hint:
            self.body.addWidget(self._label(field.hint, "small"))

    def _part(self, field: FormField) -> QWidget:
        if field.kind == "choice":
            box = PlainChoiceBox(self._theme, field.words.replace("&", ""), self._content)
            for value, words in field.choices:
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(field.value)))
            box.currentIndexChanged.connect(self._check)
            return box
        if field.kind == "text":
            text = QPlainTextEdit(field.value, self._content)
            text.setTabChangesFocus(True)
            text.setMinimumHeight(self._theme.px(64))
            text.setMaximumHeight(self._theme.px(90))
            text.textChanged.connect(self._check)
            return text
        line = QLineEdit(self._content)
        line.setProperty("day", field.kind == "day")
        line.setText(field.value)
        if field.kind == "day":
            line.setPlaceholderText(_("such as 1 March 2027"))
            if date_of(field.value):
                line.setText(day_in_words(field.value))
        if field.kind == "secret":
            line.setEchoMode(QLineEdit.EchoMode.Password)
        line.textChanged.connect(self._check)
        return line

    def _label(self, words: str, look: str) -> QLabel:
        label = Label(words, self._content)
        label.setProperty("look", look)
        label.setWordWrap(True)
        return label

    def _check(self) -> None:
        why = self._wrong_day() or self._refusal(self.said())
        self._why.setText(why)
        self.button.setEnabled(not why)
        set_tip(self.button, why)

    def _wrong_day(self) -> str:
        for part in self.parts.values():
            if isinstance(part, QLineEdit) and part.property("day") and day_in(part.text()) is None:
                return _("“{date}” is not a date.").format(date=part.text())
        return ""
