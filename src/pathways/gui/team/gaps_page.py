"""The page of what a team can show: what nobody holds, or one person alone."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import Qt

from pathways.compare.clause import main_clause
from pathways.gui.shell.context import Context
from pathways.gui.team.base_team_page import BaseTeamPage, Themed
from pathways.gui.team.card import Card
from pathways.gui.widgets.choice_box import PlainChoiceBox
from pathways.gui.widgets.plain_text import tell_in_full
from pathways.i18n import _, _n
from pathways.planning.board import node_title
from pathways.planning.team_gaps import Gap, gaps, nodes_in_use
from pathways.report.team_gaps_sheet import gaps_sentence, gaps_sheet, holder_words, nearest_words

_MOST = 12  # statements of a grade that are named; the sheet has all


class GapsPage(BaseTeamPage):
    """List statements grade by grade, with who holds them and who is nearest."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("What the team can show"))
        self.node = PlainChoiceBox(self._theme, _("Grade or role"), self.head.buttons)
        self.node.activated.connect(lambda _index: self.refresh())
        self.head.add_button(self.node)
        self.sheet_button = self._button(_("Sheet…"), self._on_sheet)
        self._column.addStretch(1)
        self._begin()

    def _themed(self) -> Iterable[Themed]:
        return (self.node,)

    def take_focus(self) -> None:
        """Give the keyboard to the choice of grades."""
        self.node.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what the team can show now."""
        self._stale = False
        self._clear_cards()
        self.head.buttons.setVisible(self.session.is_open)
        if not self.session.is_open:
            self.head.say(_("What the team can show"), _("Open a team first."))
            return
        self._fill_nodes()
        found = self._gaps()
        self.head.say(_("What the team can show"), gaps_sentence(found))
        for node, of_node in groupby(found, key=lambda gap: gap.held.node):
            self._show_node(node, list(of_node))

    def _gaps(self) -> tuple[Gap, ...]:
        chosen = str(self.node.currentData() or "")
        return gaps(self.session.situation, [chosen] if chosen else [])

    def _fill_nodes(self) -> None:
        chosen = self.node.currentData()
        library = self.session.situation.comparer.library
        self.node.clear()
        self.node.addItem(_("All grades of the team"), "")
        for node in nodes_in_use(self.session.team):
            if node in library.nodes:
                self.node.addItem(node_title(library, node), node)
        self.node.setCurrentIndex(max(0, self.node.findData(chosen)))
        self.node.updateGeometry()
        self.head.arrange()

    def _show_node(self, node: str, found: list[Gap]) -> None:
        situation = self.session.situation
        card = Card(self._theme, node_title(situation.comparer.library, node), self._content)
        for gap in found[:_MOST]:
            holder, nearest = holder_words(situation, gap), nearest_words(situation, gap)
            short = main_clause(gap.held.statement.text)
            label = card.add_line(f"{short}: {holder}")
            tell_in_full(label, short, gap.held.statement.text)
            card.add_line(_("Nearest: {people}").format(people=nearest or _("nobody")), "small")
        more = len(found) - _MOST
        if more > 0:
            card.add_line(_n("and {count} more", "and {count} more", more).format(count=more))
        self._add_card(card)

    def _on_sheet(self) -> None:
        situation, _links = self.session.for_paper
        chosen = str(self.node.currentData() or "")
        found = gaps(situation, [chosen] if chosen else [])
        self._context.export(
            lambda options: gaps_sheet(situation, found, options=options), _("what-we-can-show")
        )
