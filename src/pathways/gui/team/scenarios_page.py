"""The page with scenarios beside each other: what follows as rows, each scenario a column."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.theme import Theme
from pathways.gui.team.base_team_page import BaseTeamPage, Themed
from pathways.gui.team.scenarios_card import ScenariosCard
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import action_words, set_tip
from pathways.gui.widgets.taking_out import take_out
from pathways.gui.widgets.words_table import WordsModel, WordsTable
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n
from pathways.model.team import Scenario
from pathways.planning.scenarios import MOST, Compared, compare_scenarios
from pathways.report.scenarios_sheet import effect_rows

_TRIED = "tried"  # stands for the moves that are tried and not kept


class ScenariosPage(BaseTeamPage):
    """Show up to four scenarios beside each other, and what can be done with each."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Scenarios"))
        self._off: set[str] = set()  # ids of scenarios that somebody does not want to see
        theme, content = self._theme, self._content
        self.sheet_button = self._button(_("Sheet…"), self._on_sheet)
        self.ticks = QWidget(content)
        self._flow = FlowLayout(self.ticks)
        self._boxes: list[QCheckBox] = []
        self.model = WordsModel(self, named=True)
        self.table = WordsTable(theme, self.model, _("Scenarios side by side"), content, whole=True)
        self.table.selectionModel().currentChanged.connect(self._on_cell)
        self.table.setObjectName("scenarios")
        self.foot = wrapped_label(
            "quiet", content, _("None of this has happened. No scenario is ranked.")
        )
        self.card = ScenariosCard(theme, self.team_actions, content)
        for part in (self.ticks, self.table, self.foot, self.card):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.session.looked.connect(self._on_changed)
        self._begin()

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme."""
        self._flow.set_gap(theme.space(12))
        super().set_theme(theme)

    def _themed(self) -> Iterable[Themed]:
        return (self.card, self.table)

    def take_focus(self) -> None:
        """Give the keyboard to the table, or to the head where there is none."""
        part = self.table if self.table.isVisibleTo(self) else self
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what follows from the scenarios now."""
        self._stale = False
        known = self._known() if self.session.is_open else []
        self.card.clear()
        for part in (self.ticks, self.table, self.foot, self.head.buttons, self.card):
            part.setVisible(bool(known))
        if not known:
            self.head.say(_("Scenarios side by side"), self._why_none())
            return
        self._show_ticks(known)
        compared = self._compared()
        rows = effect_rows(self.session.situation, compared) if compared else ()
        self.model.show_cells(
            (_("What follows"), *(one.scenario.title for one in compared)),
            [(row.title, *map(_cell_words, row.cells)) for row in rows],
        )
        shown = len(compared)
        said = _n("{count} scenario; nothing is changed until you apply it.",
                  "{count} scenarios; nothing is changed until you apply one.",
                  shown).format(count=shown)  # fmt: skip
        self.head.say(_("Scenarios side by side"), said)
        self.sheet_button.setEnabled(bool(compared))
        self.card.show_scenarios()

    def _main(self) -> QWidget | None:
        return self.table

    def _on_cell(self, index: QModelIndex) -> None:
        """Keep the cell that the keyboard is at in sight."""
        if not self.table.hasFocus():
            return
        place = self.table.visualRect(index).translated(self.table.viewport().pos())
        top = self.table.mapTo(self._content, place.topLeft())
        self._scroll.ensureVisible(self._theme.px(1), top.y() + place.height(), 0, 8)
        self._scroll.ensureVisible(self._theme.px(1), top.y(), 0, self._theme.px(40))

    def _why_none(self) -> str:
        if not self.session.is_open:
            return _("Open a team first.")
        return _(
            "There are no scenarios yet. Try a move on the page “What if”, and keep it as a "
            "scenario."
        )

    def _known(self) -> list[Scenario]:
        """Return the scenarios that are kept, and before them what is tried and not kept."""
        kept = list(self.session.team.scenarios)
        tried = self.session.tried
        bare = {tuple((m.person, m.post, m.date, m.kind) for m in one.moves) for one in kept}
        if tried and tuple((m.person, m.post, m.date, m.kind) for m in tried) not in bare:
            return [Scenario(id=_TRIED, title=_("tried, not kept"), moves=tried), *kept]
        return kept

    def _wanted(self, known: list[Scenario]) -> list[Scenario]:
        return [one for one in known if one.id not in self._off][:MOST]

    def _compared(self) -> tuple[Compared, ...]:
        return compare_scenarios(self.session.situation, self._wanted(self._known()))

    def _show_ticks(self, known: list[Scenario]) -> None:
        focused = next((box.objectName() for box in self._boxes if box.hasFocus()), "")
        for box in self._boxes:
            take_out(box, self._flow)
        shown = {one.id for one in self._wanted(known)}
        self._boxes = []
        for scenario in known:
            box = QCheckBox(action_words(scenario.title), self.ticks)
            box.setObjectName(scenario.id)
            box.setChecked(scenario.id in shown)
            full = len(shown) >= MOST and scenario.id not in shown
            box.setEnabled(not full)
            set_tip(box, _("Remove one first: at most four can stand side by side.")
                    if full else "")  # fmt: skip
            box.toggled.connect(lambda on, one=scenario.id: self._on_ticked(one, on))
            self._flow.addWidget(box)
            box.show()
            self._boxes.append(box)
            if scenario.id == focused:
                box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ticks.setVisible(len(known) > 1)

    def _on_ticked(self, scenario: str, on: bool) -> None:
        known = self._known()
        shown = {one.id for one in self._wanted(known)}
        self._off = {one.id for one in known if one.id not in shown}
        self._off = self._off - {scenario} if on else self._off | {scenario}
        self.refresh()

    def _on_sheet(self) -> None:
        from pathways.report.scenarios_sheet import scenarios_sheet

        situation, _links = self.session.for_paper
        by_id = {one.id: one for one in situation.team.scenarios}
        wanted = [
            by_id.get(self.session.on_paper(one.id, "scenarios"))
            or replace(one, moves=self.session.moves_on_paper(one.moves))
            for one in self._wanted(self._known())
        ]
        compared = compare_scenarios(situation, wanted)
        self._context.export(
            lambda options: scenarios_sheet(situation, compared, options=options), _("scenarios")
        )


def _cell_words(lines: tuple[str, ...]) -> str:
    """Return the lines of a cell, parted where there are several."""
    return "\n".join(f"• {line}" for line in lines) if len(lines) > 1 else "".join(lines)
