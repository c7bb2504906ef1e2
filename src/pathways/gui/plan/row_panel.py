"""The row at hand: what is asked and what was, and everything said of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pathways.compare.change import Verdict
from pathways.gui.plan.row_texts import RowTexts, Texts, action_lines, evidence_lines
from pathways.gui.plan.standing_look import standing_words
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.choice_box import PlainChoiceBox
from pathways.gui.widgets.inside import inside
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.verdict_chip import VerdictChip
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _
from pathways.model.plan import Plan, Row, Standing

_NOTE_LINES = 3


class RowPanel(QFrame):
    """Show one row of a plan; ``asked`` names a wish and the id of what it is about."""

    asked = Signal(str, str)
    standing_asked = Signal(object)  # a Standing
    note_written = Signal(str, str)  # the row's id, the note
    done_toggled = Signal(str, bool)  # the action's id

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(_("The row at hand"))
        self._theme = theme
        self._texts = texts
        self._plan: Plan | None = None
        self._row: Row | None = None
        self._shown: object = None
        self._narrow = False
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.note.setAccessibleName(_("My note"))
        self.note.setPlaceholderText(_("What I want to remember about it"))
        self.note.installEventFilter(self)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._content: QWidget | None = None
        self.setMinimumWidth(200)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._shown = None
        self.show_row(self._plan, self._row, narrow=self._narrow)

    def show_row(self, plan: Plan | None, row: Row | None, *, narrow: bool = False) -> None:
        """Show a row; ``narrow`` where the panel takes the place of the list."""
        self._plan, self._row, self._narrow = plan, row, narrow
        shown = (plan, row, narrow) if plan else None
        if shown is not None and shown == self._shown:
            return
        self._shown = shown
        place = self._scroll.verticalScrollBar().value()
        focus = self._focus_name()
        self._fill()
        self._scroll.verticalScrollBar().setValue(place)
        self._focus_again(focus)

    def keep_note(self) -> None:
        """Hand over the note where it was changed."""
        if self._plan is None or self._row is None:
            return
        if self.note.toPlainText().strip() != self._plan.said_here(self._row).note:
            self.note_written.emit(self._row.id, self.note.toPlainText())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the note when the keyboard leaves it."""
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self.keep_note()
        return super().eventFilter(watched, event)

    # Making --------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self.note.setParent(self)
        self.note.hide()
        content = QWidget(self._scroll)
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(self._theme.margins(16))
        column.setSpacing(self._theme.space(6))
        if self._narrow:
            self._button(column, content, _("Back to the list"), "back")
        if self._plan is None or self._row is None:
            column.addWidget(wrapped_label("quiet", content, _("Choose a statement in the list.")))
        else:
            self._fill_row(column, content, self._plan, self._row)
        column.addStretch(1)
        self._content = content
        self._scroll.setWidget(content)

    def _fill_row(self, column: QVBoxLayout, content: QWidget, plan: Plan, row: Row) -> None:
        self._fill_text(column, content, plan, row)
        column.addWidget(self._heading(content, _("I say")))
        box = self._standing_box(content, plan.said_here(row).standing)
        column.addWidget(box)
        column.addWidget(self._heading(content, _("My note")))
        self.note.setPlainText(plan.said_here(row).note)
        height = _NOTE_LINES * self.note.fontMetrics().lineSpacing() + self._theme.space(20)
        self.note.setFixedHeight(height)
        column.addWidget(self.note)
        self.note.show()
        weight = _("Weight {weight}…").format(weight=row.weight) if row.weight else _("Weight…")
        after = self._button(column, content, weight, "weigh", row.id)
        self.setTabOrder(box, self.note)  # it is older than its neighbours
        self.setTabOrder(self.note, after)
        self._fill_evidence(column, content, plan, row)
        self._fill_actions(column, content, plan, row)
        self._fill_other(column, content, plan, row)
        self._fill_agreed(column, content, plan, row)

    def _fill_text(self, column: QVBoxLayout, content: QWidget, plan: Plan, row: Row) -> None:
        texts = RowTexts(self._texts, plan, row, self._theme, content)
        heading = wrapped_label("heading", content, texts.heading)
        column.addWidget(heading)
        chips = QHBoxLayout()
        chips.addWidget(VerdictChip(Verdict(row.verdict), self._theme, content))
        chips.addStretch(1)
        column.addLayout(chips)
        for widget in texts.widgets():
            column.addWidget(widget)
        if row.changed and row.changed != "gone":
            self._button(column, content, _("Mark as seen"), "accept", row.id)

    def _standing_box(self, content: QWidget, now: Standing) -> QComboBox:
        box = PlainChoiceBox(self._theme, _("I say"), content)
        box.setObjectName("standing")
        for standing in Standing:
            box.addItem(standing.short, standing)
        box.setCurrentIndex(list(Standing).index(now))
        box.activated.connect(lambda at: self.standing_asked.emit(list(Standing)[at]))
        return box

    def _fill_evidence(self, column: QVBoxLayout, content: QWidget, plan: Plan, row: Row) -> None:
        column.addWidget(self._heading(content, _("Evidence")))
        for piece in plan.evidence_of.get(row.id, ()):
            card = self._card(column, content)
            for number, line in enumerate(evidence_lines(piece)):
                look = "small" if number else "strong"
                card.addWidget(wrapped_label(look, content, line))
            self._entry_buttons(card, content, "evidence", piece.id, piece.result)
        self._button(column, content, _("Add evidence…"), "add-evidence", row.id)
        others = [piece for piece in plan.evidence if row.id not in piece.rows]
        if others:
            self._button(column, content, _("Use existing evidence…"), "use-evidence", row.id)

    def _fill_actions(self, column: QVBoxLayout, content: QWidget, plan: Plan, row: Row) -> None:
        column.addWidget(self._heading(content, _("Actions")))
        for action in plan.actions_of.get(row.id, ()):
            card = self._card(column, content)
            done = QCheckBox(_("Done"), content)
            done.setChecked(action.done)
            done.setObjectName(f"done {action.id}")
            done.setAccessibleName(_("Done: {action}").format(action=action.do))
            done.clicked.connect(
                lambda ticked, one=action.id: self.done_toggled.emit(one, bool(ticked))
            )
            for number, line in enumerate(action_lines(action)):
                card.addWidget(wrapped_label("small" if number else "strong", content, line))
            card.addWidget(done)
            self._entry_buttons(card, content, "action", action.id, action.do)
        self._button(column, content, _("Add an action…"), "add-action", row.id)

    def _fill_other(self, column: QVBoxLayout, content: QWidget, plan: Plan, row: Row) -> None:
        """Show what the other of the two says; the manager's view can be written down here."""
        title = _("The employee’s view") if plan.copy else _("My manager’s view")
        column.addWidget(self._heading(content, title))
        view = plan.said_there(row)
        if view is None:
            column.addWidget(wrapped_label("quiet", content, _("Nothing yet.")))
        else:
            column.addWidget(wrapped_label("strong", content, standing_words(view.standing)))
            for words in (view.note, view.who):
                if words:
                    column.addWidget(wrapped_label("small", content, words))
            if row.differs:
                told = _("This differs from my view: talk about it.")
                column.addWidget(wrapped_label("small", content, told))
        if not plan.copy:
            self._button(column, content, _("Record my manager’s view…"), "view", row.id)

    def _fill_agreed(self, column: QVBoxLayout, content: QWidget, plan: Plan, row: Row) -> None:
        column.addWidget(self._heading(content, _("What we agreed")))
        for one in plan.agreed_of.get(row.id, ()):
            card = self._card(column, content)
            card.addWidget(wrapped_label("strong", content, one.text))
            if one.date:
                card.addWidget(wrapped_label("small", content, self._texts.day(one.date)))
            self._entry_buttons(card, content, "agreed", one.id, one.text)
        self._button(column, content, _("Add what we agreed…"), "add-agreed", row.id)

    # Parts ---------------------------------------------------------------------------------------

    def _heading(self, content: QWidget, words: str) -> QWidget:
        label = wrapped_label("strong", content, words)
        label.setContentsMargins(0, self._theme.space(8), 0, 0)
        return label

    def _card(self, column: QVBoxLayout, content: QWidget) -> QVBoxLayout:
        card = QFrame(content)
        card.setProperty("look", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(self._theme.margins(8))
        inner.setSpacing(2)
        column.addWidget(card)
        return inner

    def _entry_buttons(
        self, card: QVBoxLayout, content: QWidget, kind: str, about: str, words: str
    ) -> None:
        holder = QWidget(content)
        flow = FlowLayout(holder)
        for wish, title in (("edit", _("Change…")), ("remove", _("Remove"))):
            button = QPushButton(title, holder)
            button.setProperty("look", "link")
            button.setObjectName(f"{wish}-{kind} {about}")
            spoken = _("{what}: {entry}").format(what=title.rstrip("…"), entry=words)
            button.setAccessibleName(spoken)
            button.clicked.connect(
                lambda _on=False, name=f"{wish}-{kind}": self.asked.emit(name, about)
            )
            flow.addWidget(button)
        card.addWidget(holder)

    def _button(
        self, column: QVBoxLayout, content: QWidget, words: str, wish: str, about: str = ""
    ) -> QPushButton:
        button = QPushButton(words, content)
        button.setObjectName(f"{wish} {about}")
        button.clicked.connect(lambda: self.asked.emit(wish, about))
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return button

    def _focus_name(self) -> str:
        focus = self.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus) and focus.hasFocus()
        return focus.objectName() if focus is not None and inside else ""

    def _focus_again(self, name: str) -> None:
        """Give the keyboard back to what has taken the place of the button that had it."""
        if not name or self._content is None:
            return
        found = self._content.findChild(QWidget, name)
        if found is None:
            buttons = inside(self._content, QPushButton)
            found = buttons[0] if buttons else None
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
