"""The page of what to look at in a team: rules, days, missing evidence, links that are broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.team.base_team_page import BaseTeamPage, Themed
from pathways.gui.widgets.choice_box import PlainChoiceBox
from pathways.gui.widgets.plain_text import Label
from pathways.gui.widgets.words_table import WordsModel, WordsTable
from pathways.i18n import _
from pathways.model.problem import Severity
from pathways.planning.team_check import TeamCode, TeamFinding, check_team
from pathways.report.team_check_sheet import check_sheet, counts_sentence, severity_title

_SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.ADVICE: "·"}


class CheckPage(BaseTeamPage):
    """List what to look at, the gravest first; each line leads to the person, or the post."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("What to look at"))
        theme, content = self._theme, self._content
        self.weight = PlainChoiceBox(theme, _("How grave"), self.head.buttons)
        self.weight.activated.connect(lambda _index: self.refresh())
        self.head.add_button(self.weight)
        self.sheet_button = self._button(_("Sheet…"), self._on_sheet)
        self.shown: tuple[TeamFinding, ...] = ()
        self.model = WordsModel(self)
        self.table = WordsTable(theme, self.model, _("What to look at"), content)
        self.table.setObjectName("check")
        self.table.setSelectionBehavior(self.table.SelectionBehavior.SelectRows)
        self.table.opened.connect(self._open)
        self.foot = Label(
            _("Enter or a double click leads to the person, the move or the post."), content
        )
        self.foot.setProperty("look", "quiet")
        self.foot.setWordWrap(True)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.foot)
        self._column.addStretch(0)
        self._begin()

    def _themed(self) -> Iterable[Themed]:
        return (self.weight, self.table)

    def take_focus(self) -> None:
        """Give the keyboard to the first line, or to the choice where there is none."""
        part = self.table if self.shown else self.weight
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.shown and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _main(self) -> QWidget | None:
        return self.table

    def refresh(self) -> None:
        """Show what is to be looked at now."""
        self._stale = False
        is_open = self.session.is_open
        self.head.buttons.setVisible(is_open)
        if not is_open:
            self.shown = ()
            self._show_table()
            self.head.say(_("What to look at"), _("Open a team first."))
            return
        found = self.session.findings
        self._fill_weights(found)
        chosen = self.weight.currentData()
        self.shown = tuple(f for f in found if not chosen or f.severity.value == chosen)
        self.head.say(_("What to look at"), counts_sentence(found))
        self._show_table()

    def _show_table(self) -> None:
        row = self.table.currentIndex().row()
        self.model.show_cells(
            (_("Weight"), _("What"), _("What to do")),
            [
                (f"{_SIGNS[f.severity]} {severity_title(f.severity)}", f.message, f.advice)
                for f in self.shown
            ],
        )
        for part in (self.table, self.foot):
            part.setVisible(bool(self.shown))
        if self.shown:
            header, modes = self.table.horizontalHeader(), QHeaderView.ResizeMode
            header.setSectionResizeMode(0, modes.Interactive)
            header.resizeSection(0, min(self._theme.px(190), self.width() // 4))
            header.setSectionResizeMode(1, modes.Stretch)
            header.setSectionResizeMode(2, modes.Stretch)
            at = min(max(row, 0), len(self.shown) - 1)
            self.table.setCurrentIndex(self.model.index(at, 0))

    def _fill_weights(self, found: tuple[TeamFinding, ...]) -> None:
        chosen = self.weight.currentData()
        counts = Counter(one.severity for one in found)
        self.weight.clear()
        self.weight.addItem(_("Everything ({count})").format(count=len(found)), "")
        for severity in Severity:
            if counts[severity]:
                words = _("{title} ({count})").format(
                    title=severity_title(severity), count=counts[severity]
                )
                self.weight.addItem(words, severity.value)
        self.weight.setCurrentIndex(max(0, self.weight.findData(chosen)))
        self.weight.updateGeometry()
        self.head.arrange()

    def _open(self, row: int) -> None:
        """Go to whom, or what, a line is about."""
        found = self.shown[row]
        if found.code is TeamCode.CONFLICT:
            self._context.session.visit(PageName.DIFFERENCES)
        elif found.person:
            self.session.show_person(found.person)
            self._context.session.visit(PageName.PERSON, found.person)
            if found.move:
                self._context.page(PageName.PERSON).show_move(found.move)
        elif found.post:
            self.team_actions.change_post(self.session.team.posts_by_id[found.post])

    def _on_sheet(self) -> None:
        situation, links = self.session.for_paper
        found = check_team(situation, links)
        self._context.export(
            lambda options: check_sheet(situation, found, options=options), _("what-to-look-at")
        )
