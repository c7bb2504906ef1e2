"""The page with up to five people against the same step, statement by statement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pathways.compare.clause import main_clause
from pathways.errors import PathwaysError
from pathways.gui.shell.context import Context
from pathways.gui.shell.theme import Theme
from pathways.gui.team.base_team_page import BaseTeamPage, Themed
from pathways.gui.team.forms import node_choices
from pathways.gui.widgets.choice_box import PlainChoiceBox
from pathways.gui.widgets.model_index import Index
from pathways.gui.widgets.plain_text import Label, tip
from pathways.gui.widgets.words_table import WordsModel, WordsTable
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _
from pathways.i18n import in_words as joined
from pathways.planning.side_by_side import Criterion, SideBySide, side_by_side
from pathways.planning.standing import Shown, in_words
from pathways.report.side_by_side_sheet import confirmed_in_words, summary_lines
from pathways.report.team_words import SIGNS

_BOX = 13  # of a box's greatest width beside the size of type: both stand in one row


class SideModel(WordsModel):
    """A row for each statement: what is asked, then what each person's plan says of it."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.beside: SideBySide | None = None

    def show_people(self, beside: SideBySide | None) -> None:
        """Show other people, or another step."""
        self.beside = beside
        if beside is None:
            self.show_cells((), ())
            return
        header = (_("What is asked"), *(person.name for person in beside.people))
        self.show_cells(header, [_row(beside, criterion) for criterion in beside.criteria])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell; the tip of what is asked is the whole statement."""
        is_tip = role == Qt.ItemDataRole.ToolTipRole
        if is_tip and index.isValid() and not index.column() and self.beside is not None:
            return tip(self.beside.criteria[index.row()].statement.text)
        return super().data(index, role)


def _row(beside: SideBySide, criterion: Criterion) -> tuple[str, ...]:
    cells = (
        _("no plan") if person.id in beside.silent else cell_words(cell)
        for person, cell in zip(beside.people, criterion.cells, strict=True)
    )
    return (_asked_words(criterion), *cells)


def _asked_words(criterion: Criterion) -> str:
    """Return what is asked, with what should be looked at."""
    lines = [
        main_clause(criterion.statement.text),
        *(f"! {remark.word}" for remark in criterion.remarks),
    ]
    return "\n".join(lines)


def cell_words(cell: Shown | None) -> str:
    """Return what a plan says of a statement: standing, evidence, who confirmed it."""
    if cell is None:
        return _("not in the plan")
    lines = [f"{SIGNS[cell.standing]} {in_words(cell.standing)}", *cell.evidence]
    return "\n".join(filter(None, (*lines, confirmed_in_words(cell))))


class SidePage(BaseTeamPage):
    """Show people side by side: no ranking, no total."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Side by side"))
        content = self._content
        self.sheet_button = self._button(_("Sheet…"), self._on_sheet)
        self.source = PlainChoiceBox(self._theme, _("From"), self.head.buttons)
        self.target = PlainChoiceBox(self._theme, _("To"), self.head.buttons)
        for box in (self.source, self.target):
            box.activated.connect(self._on_step)
            self.head.add_button(box)
        self.remarks = wrapped_label("notice", content)
        self.model = SideModel(self)
        self.table = WordsTable(self._theme, self.model, _("Side by side"), content)
        self.table.setObjectName("beside")
        self.foot = Label(_("Nobody is ranked and nothing is added up."), content)
        self.foot.setProperty("look", "quiet")
        self._lay_out()
        self.session.looked.connect(self._on_changed)
        self._begin()

    def _lay_out(self) -> None:
        self._column.addWidget(self.remarks)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.foot)
        self._column.addStretch(0)  # what there is stands on top where there is no table

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme."""
        for box in (self.source, self.target):
            box.setMaximumWidth(_BOX * theme.text_px())
        super().set_theme(theme)

    def _themed(self) -> Iterable[Themed]:
        return (self.source, self.target, self.table)

    def take_focus(self) -> None:
        """Give the keyboard to the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show who stands side by side now."""
        self._stale = False
        beside, why = self._beside()
        self.model.show_people(beside)
        self.sheet_button.setEnabled(beside is not None)
        for part in (self.table, self.foot):
            part.setVisible(beside is not None)
        is_open = self.session.is_open
        self.head.buttons.setVisible(is_open)
        if is_open:
            self._fill(self.source, self.session.step[0])
            self._fill(self.target, self.session.step[1])
        if beside is None:
            self.remarks.hide()
            self.head.say(_("Side by side"), why)
            return
        names = joined([person.name for person in beside.people])
        self.head.say(
            names, _("{source} to {target}: standing, evidence, and who confirmed it").format(
                source=beside.source.title, target=beside.target.title
            ),
        )  # fmt: skip
        lines = summary_lines(beside)
        if beside.silent:
            silent = [p.name for p in beside.people if p.id in beside.silent]
            lines.insert(0, _("No plan could be read of {names}.").format(names=joined(silent)))
        self.remarks.setText(" ".join(lines))
        self.remarks.setVisible(bool(lines))

    def _main(self) -> QWidget | None:
        return self.table

    def _beside(self) -> tuple[SideBySide | None, str]:
        session = self.session
        if not session.is_open or not session.beside:
            return None, _("Mark up to five people in the table of the team first.")
        if not all(session.step):
            return None, _("Choose the step to compare them with.")
        try:
            return side_by_side(session.situation, session.beside, *session.step), ""
        except PathwaysError as error:
            return None, str(error)

    def _fill(self, box: PlainChoiceBox, chosen: str) -> None:
        box.clear()
        for value, words in node_choices(self._context.session.library):
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.updateGeometry()

    def _on_step(self) -> None:
        source, target = self.source.currentData(), self.target.currentData()
        self.session.put_beside(self.session.beside, source or "", target or "")

    def _on_sheet(self) -> None:
        from pathways.report.side_by_side_sheet import side_by_side_sheet

        situation, _links = self.session.for_paper
        beside = self.model.beside
        if beside is not None:
            people = [self.session.on_paper(one) for one in self.session.beside]
            beside = side_by_side(situation, people, *self.session.step)
            self._context.export(
                lambda options: side_by_side_sheet(situation, beside, options=options),
                _("side-by-side"),
            )
