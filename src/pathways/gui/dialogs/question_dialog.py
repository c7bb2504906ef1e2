"""A few questions about one thing: lines, days, texts, choices, ticks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from pathways.errors import PathwaysError
from pathways.gui.dialogs.answer import answer_of
from pathways.gui.dialogs.fitting_dialog import FittingDialog
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.choice_box import PlainChoiceBox
from pathways.gui.widgets.plain_text import set_tip, set_window_title
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _
from pathways.importing.people_table import day_in
from pathways.model.day import date_of, day_in_words

Answers = dict[str, Any]
REMOVE: Final[Answers] = {}  # given in place of answers: what is asked about is to go
_LONGEST_LIST = 160  # pixels


@dataclass(frozen=True)
class FormField:
    """One thing that is asked: its name, its words, what it says now.

    ``kind`` is ``line``, ``day``, ``secret``, ``text``, ``choice``, ``tick`` or ``ticks``;
    ``choices`` are (value, words) of what can be chosen or ticked. ``hint`` stands below it.
    """

    name: str
    words: str
    value: Any = ""
    kind: str = "line"
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


class QuestionDialog(FittingDialog):
    """Ask the questions, one below the other; what cannot be is said while a person writes, and is
    never accepted.
    """

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        title: str,
        questions: Sequence[FormField],
        done: str,
        refusal: Callable[[Answers], str],
        about: str,
        remove: str,
    ) -> None:
        super().__init__(parent)
        self.least_width = theme.space(560)
        set_window_title(self, title)
        self._theme = theme
        self._refusal = refusal
        self._days = [question.name for question in questions if question.kind == "day"]
        if about:
            self.body.addWidget(wrapped_label("", self._content, about))
        self.boxes: dict[str, QWidget] = {}
        for question in questions:
            self._add(question)
        self.body.addStretch(1)
        self.why = wrapped_label("quiet", self._content)
        self.add_note(self.why)
        self.removal_asked = False
        if remove:
            button = QPushButton(remove, self)
            button.setAutoDefault(False)
            button.clicked.connect(self._on_remove)
            self.buttons.insertWidget(0, button)
        self.button = self.add_decision(done)
        self._check()
        for box in list(self.boxes.values())[:1]:
            box.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        theme: Theme,
        title: str,
        questions: Sequence[FormField],
        *,
        done: str = "",
        refusal: Callable[[Answers], str] = lambda _answers: "",
        about: str = "",
        remove: str = "",
    ) -> Answers | None:
        """Return the answers by the names of the questions; None where nothing is to be done.

        ``refusal`` says why the answers cannot be, "" where they can. Where ``remove`` are the
        words of a button, pressing it gives ``REMOVE`` in place of answers.
        """
        done = done or _("Done")
        dialog = cls(parent, theme, title, questions, done, refusal, about, remove)
        return answer_of(dialog, cls.answers)

    def answers(self) -> Answers:
        """Return the answers as they are now, days as files have them; REMOVE where that was
        asked.
        """
        if self.removal_asked:
            return REMOVE
        found = {name: _answer_in(box) for name, box in self.boxes.items()}
        return found | {name: day_in(found[name]) or found[name] for name in self._days}

    def accept(self) -> None:
        """Close where the answers can be."""
        if self.removal_asked or self._check():
            super().accept()

    def _on_remove(self) -> None:
        self.removal_asked = True
        self.accept()

    def _add(self, question: FormField) -> None:
        box = self._box_for(question)
        box.setObjectName(question.name)
        box.setAccessibleName(question.words.replace("&", ""))
        if question.hint:
            box.setAccessibleDescription(question.hint)
        self.boxes[question.name] = box
        if question.kind != "tick":
            label = wrapped_label("strong", self._content, question.words)
            label.setBuddy(box)
            self.body.addWidget(label)
        self.body.addWidget(box)
        if question.hint:
            self.body.addWidget(wrapped_label("small", self._content, question.hint))

    def _box_for(self, question: FormField) -> QWidget:
        if question.kind == "tick":
            tick = QCheckBox(question.words, self._content)
            tick.setChecked(question.value)
            tick.toggled.connect(self._check)
            return tick
        if question.kind == "ticks":
            return self._ticks(question)
        if question.kind == "choice":
            box = PlainChoiceBox(self._theme, question.words.replace("&", ""), self._content)
            for value, words in question.choices:
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(question.value)))
            box.currentIndexChanged.connect(self._check)
            return box
        if question.kind == "text":
            text = QPlainTextEdit(question.value, self._content)
            text.setTabChangesFocus(True)
            text.setMinimumHeight(self._theme.px(64))
            text.setMaximumHeight(self._theme.px(90))
            text.textChanged.connect(self._check)
            return text
        return self._line(question)

    def _line(self, question: FormField) -> QLineEdit:
        line = QLineEdit(question.value, self._content)
        if question.kind == "day":
            line.setPlaceholderText(_("such as 1 March 2027"))
            if date_of(question.value):
                line.setText(day_in_words(question.value))
        if question.kind == "secret":
            line.setEchoMode(QLineEdit.EchoMode.Password)
        line.textChanged.connect(self._check)
        return line

    def _ticks(self, question: FormField) -> QListWidget:
        ticks = QListWidget(self._content)
        ticks.setWordWrap(True)
        ticks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ticks.setMaximumHeight(_LONGEST_LIST)
        for value, words in question.choices:
            item = QListWidgetItem(words, ticks)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            chosen = value in question.value
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        ticks.setCurrentRow(0)
        ticks.itemChanged.connect(self._check)
        return ticks

    def _check(self) -> bool:
        """Say why the answers cannot be; return whether they can."""
        answers = self.answers()
        wrong = [answers[name] for name in self._days if day_in(answers[name]) is None]
        why = (
            _("“{date}” is not a date.").format(date=wrong[0]) if wrong else self._refusal(answers)
        )
        self.why.setText(why)
        self.button.setEnabled(not why)
        set_tip(self.button, why)
        return not why


def refused_by(attempt: Callable[[Answers], object]) -> Callable[[Answers], str]:
    """Return what says why answers cannot be: what an attempt to use them complains of."""

    def refusal(answers: Answers) -> str:
        try:
            attempt(answers)
        except PathwaysError as error:
            return str(error)
        return ""

    return refusal


def _answer_in(box: QWidget) -> Any:
    if isinstance(box, QCheckBox):
        return box.isChecked()
    if isinstance(box, QPlainTextEdit):
        return box.toPlainText().strip()
    if isinstance(box, PlainChoiceBox):
        return str(box.currentData() or "")
    if isinstance(box, QListWidget):
        items = map(box.item, range(box.count()))
        ticked = (item for item in items if item.checkState() == Qt.CheckState.Checked)
        return [item.data(Qt.ItemDataRole.UserRole) for item in ticked]
    assert isinstance(box, QLineEdit)
    secret = box.echoMode() != QLineEdit.EchoMode.Normal
    return box.text() if secret else box.text().strip()
