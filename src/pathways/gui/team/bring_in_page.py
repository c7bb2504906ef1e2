"""The page that brings in a spreadsheet: columns, words, what will change, what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from pathways.errors import PathwaysError
from pathways.gui.dialogs.file_dialog import ask_file
from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.team.base_team_page import BaseTeamPage, Themed
from pathways.gui.team.card import Card
from pathways.gui.team.forms import node_choices
from pathways.gui.widgets.choice_box import PlainChoiceBox
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import Label
from pathways.i18n import _, _n
from pathways.importing.people_table import (
    Detail,
    PeopleTable,
    match_columns,
    read_people_table,
    table_in_text,
)
from pathways.planning.team_import import RowOutcome, TeamImport, bring_in

_MOST = 40  # rows shown of a kind; the rest are counted


class BringInPage(BaseTeamPage):
    """Match columns and words, show what will change, and bring it in as one step."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Bring in a spreadsheet"))
        self.table: PeopleTable | None = None
        self.done: TeamImport | None = None
        self._columns: dict[int, Detail] = {}
        self._answers: dict[str, str] = {}
        self._make_parts()
        self._lay_out()
        self._begin()

    def _make_parts(self) -> None:
        theme, content = self._theme, self._content
        for words, do in (
            (_("Choose a file…"), self._on_choose),
            (_("Paste"), self._on_paste),
        ):
            self._button(words, do)
        self.bring_button = self._button(_("Bring it in"), self._on_bring_in)
        self.bring_button.setProperty("look", "primary")
        self.columns = Card(theme, _("What the columns hold"), content)
        self.asked = Card(theme, _("Words to say once"), content)
        self.wrong = Card(theme, _("What could not be understood"), content)
        self.changes = Card(theme, _("What will change"), content)
        self._cards = (self.columns, self.asked, self.wrong, self.changes)

    def _lay_out(self) -> None:
        for card in self._cards:
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _themed(self) -> Iterable[Themed]:
        return self._cards

    def _main(self) -> QWidget | None:
        """Return what was brought, or the buttons that bring it."""
        content = self._content
        return next((c for c in self._cards if c.isVisibleTo(content)), self.head.buttons)

    def take_focus(self) -> None:
        """Give the keyboard to the first button."""
        button = self.head.buttons.findChild(QPushButton)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    # Taking a table ------------------------------------------------------------------------------

    def take_file(self, path: Path) -> None:
        """Look at a spreadsheet."""
        try:
            self._take(read_people_table(path))
        except PathwaysError as error:
            self._context.warn(_("The file cannot be read"), str(error))

    def take_text(self, text: str) -> None:
        """Look at a table that was copied from a spreadsheet."""
        try:
            self._take(table_in_text(text))
        except PathwaysError as error:
            self._context.warn(_("That is not a table"), str(error))

    def _take(self, table: PeopleTable) -> None:
        self.table = table
        self._columns = match_columns(table.head.cells)
        self._answers = {}
        self.refresh()

    # Showing -------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what the table would do to the team as it is now."""
        self._stale = False
        for card in self._cards:
            card.clear()
        ready = self.session.is_open and self.table is not None
        for part in (*self._cards, self.bring_button):
            part.setVisible(ready)
        self.head.buttons.setVisible(self.session.is_open)
        self.done = None
        if not self.session.is_open:
            self.head.say(_("Bring in a spreadsheet"), _("Open a team first."))
            return
        if self.table is None:
            words = _("People and posts from a CSV file or a workbook, or copied from one. Nothing "
                      "changes before you have seen what would.")  # fmt: skip
            self.head.say(_("Bring in a spreadsheet"), words)
            return
        self.done = bring_in(
            self.session.team, self.table, self._columns, self._context.session.library,
            self._answers,
        )  # fmt: skip
        self.head.say(_("Bring in a spreadsheet"), _counted(self.done))
        self.bring_button.setEnabled(self.done.team != self.session.team)
        self._show_columns(self.table)
        self._show_questions(self.done)
        self._show_wrong(self.done)
        self._show_changes(self.done)

    def _show_columns(self, table: PeopleTable) -> None:
        examples = table.rows[0].cells if table.rows else ()
        for place, name in enumerate(table.head.cells):
            if not name and not (place < len(examples) and examples[place]):
                continue
            example = examples[place] if place < len(examples) else ""
            said = _("{name}, such as {example}") if example else "{name}"
            words = said.format(name=name or _("column {number}").format(number=place + 1),
                                example=example)  # fmt: skip
            box = PlainChoiceBox(self._theme, words, self.columns)
            for field in Detail:
                box.addItem(field.word, field.value)
            chosen = self._columns.get(place, Detail.IGNORED)
            box.setCurrentIndex(box.findData(chosen.value))
            box.activated.connect(
                lambda _index, place=place, box=box: self._on_column(place, box.currentData())
            )
            self.columns.add(self._row(words, box))

    def _show_questions(self, done: TeamImport) -> None:
        asked = [question.text for question in done.questions]
        words = [*asked, *(text for text in self._answers if text not in asked)]
        self.asked.setVisible(bool(words))
        if words:
            self.asked.add_line(
                _("These stand where a grade is expected. What you say is kept in the team, so "
                  "that it is asked once."), "quiet",
            )  # fmt: skip
        for text in words:
            box = PlainChoiceBox(self._theme, text, self.asked)
            for value, title in node_choices(self._context.session.library):
                box.addItem(title, value)
            box.setCurrentIndex(max(0, box.findData(self._answers.get(text, ""))))
            box.activated.connect(
                lambda _index, text=text, box=box: self._on_answer(text, box.currentData())
            )
            self.asked.add(self._row(_("“{text}” means").format(text=text), box))

    def _show_wrong(self, done: TeamImport) -> None:
        self.wrong.setVisible(bool(done.complaints))
        for complaint in done.complaints[:_MOST]:
            words = _("Row {line}: {reason}").format(line=complaint.line, reason=complaint.reason)
            self.wrong.add_line(words)
        self._more(self.wrong, len(done.complaints))

    def _show_changes(self, done: TeamImport) -> None:
        rows = [row for row in done.rows if row.kind in ("new", "changed")]
        for row in rows[:_MOST]:
            self.changes.add_line(_row_words(row))
        self._more(self.changes, len(rows))
        if not rows:
            self.changes.add_line(_("Nothing: the team has all of it already."), "quiet")
        if done.missing:
            words = _n(
                "{count} person is not in the table and stays as they are.",
                "{count} people are not in the table and stay as they are.",
                len(done.missing),
            )
            self.changes.add_line(words.format(count=len(done.missing)), "quiet")

    def _more(self, card: Card, count: int) -> None:
        more = count - _MOST
        if more > 0:
            card.add_line(_n("and {count} more", "and {count} more", more).format(count=more))

    def _row(self, words: str, box: PlainChoiceBox) -> QWidget:
        row = QWidget(self._content)
        flow = FlowLayout(row, self._theme.space(8))
        label = Label(words, row)
        label.setBuddy(box)
        label.setMinimumSize(self._theme.px(280), box.sizeHint().height())
        flow.addWidget(label)
        flow.addWidget(box)
        return row

    # What is done --------------------------------------------------------------------------------

    def _on_choose(self) -> None:
        kinds = _("Spreadsheets (*.csv *.tsv *.txt *.xlsx *.xlsm)")
        path = ask_file(self._context.window, _("Bring in a spreadsheet"), kinds)
        if path is not None:
            self.take_file(path)

    def _on_paste(self) -> None:
        self.take_text(QGuiApplication.clipboard().text())

    def _on_column(self, place: int, value: str) -> None:
        field = Detail(value)
        self._columns = {p: f for p, f in self._columns.items() if p != place and f is not field}
        if field is not Detail.IGNORED:
            self._columns[place] = field
        self.refresh()

    def _on_answer(self, text: str, node: str) -> None:
        self._answers[text] = node
        self.refresh()

    def _on_bring_in(self) -> None:
        done = self.done
        if done is None:
            return
        if self.session.edit(_("bringing in a spreadsheet"), done.team):
            self._context.say(_counted(done))
        self.table = None
        self._context.session.visit(PageName.TEAM)


def _row_words(row: RowOutcome) -> str:
    """Return what becomes of a row in a line."""
    changes = "; ".join(f"{c.field}: {c.before or '–'} → {c.after or '–'}" for c in row.changes)
    word = _("new") if row.kind == "new" else _("changed")
    about = f"{row.about} ({changes})" if changes else row.about
    return _("Row {line}, {word}: {about}").format(line=row.line, word=word, about=about)


def _counted(done: TeamImport) -> str:
    said = _("{new} new, {changed} changed, {same} as they are").format(
        new=done.count("new"), changed=done.count("changed"), same=done.count("same")
    )
    left = done.count("wrong")
    if left:
        said += ", " + _n("{count} row left out", "{count} rows left out", left).format(count=left)
    return said
