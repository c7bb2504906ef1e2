"""The page that shows what follows when somebody moves; nothing is changed until it is applied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from pathways.errors import PathwaysError
from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.theme import Theme
from pathways.gui.team.base_team_page import BaseTeamPage, Themed
from pathways.gui.team.card import Card
from pathways.gui.team.chain_boxes import boxes_of
from pathways.gui.team.chain_view import ChainView
from pathways.gui.team.forms import ask_words, people_choices, post_choices
from pathways.gui.team.person_page import need_line
from pathways.gui.team.scenarios_card import ScenariosCard, ask_and_apply
from pathways.gui.widgets.choice_box import PlainChoiceBox
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import set_tip
from pathways.i18n import _, _n
from pathways.importing.people_table import day_in
from pathways.model.team import Move, Team
from pathways.planning import moves as edits
from pathways.planning.succession import Chain
from pathways.planning.what_if import WhatIf, chain_moves, suggested_kind, tried_move, what_if
from pathways.report.scenario_sheet import (
    chain_sentence,
    chain_summary,
    cost_line,
    follower_lines,
    lost_line,
    span_line,
    vacancy_sentence,
    wait_words,
)
from pathways.report.team_words import place_in_words

_WIDE = 62  # letters across from which the effects stand beside the chain
_MOST = 12  # lines of what is lost


class WhatIfPage(BaseTeamPage):
    """Try moves: needs, vacancies, chains of followers, and what is lost."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("What if"))
        self.result: WhatIf | None = None
        self._make_parts()
        self._make_form()
        self._lay_out()
        self.session.looked.connect(self._on_changed)
        self._begin()

    # Making --------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        theme, content = self._theme, self._content
        self.keep_button = self._button(_("Keep as a scenario…"), self._on_keep)
        self.beside_button = self._button(
            _("Beside the others"), lambda: self._context.session.visit(PageName.SCENARIOS)
        )
        self.sheet_button = self._button(_("Sheet…"), self._on_sheet)
        self.apply_button = self._button(_("Apply…"), self._on_apply)
        self.apply_button.setProperty("look", "primary")
        self.clear_button = self._button(_("Start again"), lambda: self.session.try_moves(()))
        self.form = Card(theme, _("Who moves"), content)
        self.chain_card = Card(theme, _("The chain"), content)
        self.chain = ChainView(theme, self.chain_card)
        self.chain_card.hold(self.chain)
        self.ways = Card(theme, _("Ways to fill it"), content)
        self.needs = Card(theme, _("What this move needs"), content)
        self.lost = Card(theme, _("What the team could no longer show"), content)
        self.effects = Card(theme, _("Days, managers and cost"), content)
        self.kept = ScenariosCard(theme, self.team_actions, content)
        self._left = (self.chain_card, self.ways, self.kept)
        self._right = (self.needs, self.lost, self.effects)

    def _make_form(self) -> None:
        row = QWidget(self.form)
        self._flow = FlowLayout(row)
        self.person = PlainChoiceBox(self._theme, _("Who"), row)
        self.post = PlainChoiceBox(self._theme, _("Which post"), row)
        self.kind = PlainChoiceBox(self._theme, _("Kind of move"), row)
        self.date = QLineEdit(row)
        self.date.setAccessibleName(_("From which day"))
        self.date.setPlaceholderText(_("from, such as 1 March 2027"))
        self.until = QLineEdit(row)
        self.until.setAccessibleName(_("Until which day"))
        self.until.setPlaceholderText(_("until"))
        self.try_button = QPushButton(_("Show what follows"), row)
        self.try_button.setProperty("look", "primary")
        self.try_button.clicked.connect(self._on_try)
        self.post.activated.connect(self._suggest_kind)
        self.person.activated.connect(self._suggest_kind)
        for part in (self.person, self.post, self.kind, self.date, self.until, self.try_button):
            self._flow.addWidget(part)
        self.form.add(row)

    def _lay_out(self) -> None:
        self._column.addWidget(self.form)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for cards, share in ((self._left, 3), (self._right, 2)):
            half = QVBoxLayout()
            for card in cards:
                half.addWidget(card)
            half.addStretch(1)
            self._halves.addLayout(half, share)
        self._column.addLayout(self._halves)
        self._column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme."""
        self._halves.setSpacing(theme.space(12))
        self._flow.set_gap(theme.space(8))
        for line in (self.date, self.until):
            line.setMinimumWidth(theme.px(150))
        super().set_theme(theme)
        self._turn()

    def _themed(self) -> Iterable[Themed]:
        cards = (self.form, *self._left, *self._right)
        return (*cards, self.chain, self.person, self.post, self.kind)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the effects beside the chain, or below it."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        wide = self.width() > _WIDE * self._theme.text_px()
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def take_focus(self) -> None:
        """Give the keyboard to the first question."""
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing -------------------------------------------------------------------------------------

    def _main(self) -> QWidget | None:
        return self.form

    def refresh(self) -> None:
        """Show what follows from the moves that are tried."""
        self._stale = False
        is_open = self.session.is_open
        cards = (*self._left, *self._right)
        for card in cards:
            card.clear()
        for part in (self.form, self.head.buttons, *cards):
            part.setVisible(is_open)
        self.result = None
        if not is_open:
            self.head.say(_("What if"), _("Open a team first."))
            return
        self._fill_form()
        tried = self.session.tried
        if tried:
            try:
                self.result = what_if(self.session.situation, tried)
            except PathwaysError as error:
                self.chain_card.add_line(str(error), "notice")
        has = self.result is not None
        for part in (self.keep_button, self.sheet_button, self.apply_button, self.clear_button):
            part.setVisible(has)
        for card in (self.chain_card, self.ways, *self._right):
            card.setVisible(bool(tried))
        self.head.say(self._title(), _("Nothing is changed until you apply it."))
        if self.result:
            self._show(self.result)
        self.kept.show_scenarios()
        self.beside_button.setVisible(bool(self.session.team.scenarios))

    def _title(self, team: Team | None = None, tried: Sequence[Move] = ()) -> str:
        tried = tried or self.session.tried
        if not tried:
            return _("What if somebody moved?")
        team = team or self.session.team
        library = self.session.situation.comparer.library
        first = tried[0]
        words = _("What if {name} became {post}?")
        if len(tried) > 1:
            more = len(tried) - 1
            words = _n("What if {name} became {post}, and {count} more move?",
                       "What if {name} became {post}, and {count} more move?", more)  # fmt: skip
        return words.format(
            name=team.people_by_id[first.person].name,
            post=place_in_words(team, library, first.post, first.node),
            count=len(tried) - 1,
        )

    def _fill_form(self) -> None:
        team = self.session.team
        who = self.session.person or self.person.currentData() or ""
        taken = self.post.currentData() or ""
        for box, choices, chosen in (
            (self.person, people_choices(team, _("Who?")), who),
            (self.post, post_choices(team, _("Which post?")), taken),
            (
                self.kind,
                tuple((k.id, k.title) for k in self.session.situation.kinds.values()),
                self.kind.currentData() or "advertised-vacancy",
            ),
        ):
            box.clear()
            for value, words in choices:
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.updateGeometry()

    def _show(self, result: WhatIf) -> None:
        situation = self.session.situation
        chain = result.chains[0] if result.chains else ()
        self.chain.show_boxes(boxes_of(situation, result, chain))
        self.chain_card.add_line(_("In words"), "strong")
        if not result.vacancies:
            self.chain_card.add_line(_("No post falls vacant."))
        for wait in result.waits:
            self.chain_card.add_line(wait_words(situation, wait) + ".")
        for vacancy in result.vacancies:
            self.chain_card.add_line(vacancy_sentence(situation, vacancy))
            lines = follower_lines(situation, vacancy)
            said = _("Could follow: {people}.").format(people=", ".join(lines))
            self.chain_card.add_line(said if lines else _("Nobody in the team fits: advertise."))
        for number, one in enumerate(result.chains, 1):
            said = chain_sentence(situation.team, one)
            self.ways.add_line(f"{number}. {chain_summary(one)}: {said}")
            if any(fill.person for fill in one):
                self.ways.add_buttons(
                    (
                        (
                            _("Try way {number}").format(number=number),
                            partial(self._on_way, one),
                        ),
                    )
                )
        self.ways.setVisible(bool(result.chains))
        self._show_effects(result)

    def _show_effects(self, result: WhatIf) -> None:
        situation, team = self.session.situation, self.session.team
        for one in result.moves:
            if len(result.moves) > 1:
                self.needs.add_line(team.people_by_id[one.move.person].name, "strong")
            self.needs.add_line(one.kind.title, "quiet")
            for found in one.needs:
                set_tip(self.needs.add_line(need_line(found)), found.source)
        titles = ", ".join(rules.title for rules in situation.rules)
        self.needs.add_line(_("Rules: {titles}, yours to change.").format(titles=titles), "small")
        lost = [lost_line(situation, one) for one in (*result.nobody, *result.one)]
        more = len(lost) - _MOST
        self.lost.add_lines(lost[:_MOST], _("Nothing."))
        if more > 0:
            self.lost.add_line(_n("and {count} more", "and {count} more", more).format(count=more))
        lines = [clock.sentence for clock in result.clocks]
        lines += [span_line(span.manager, span.before, span.after) for span in result.spans]
        lines += [cost_line(team, cost) for cost in result.costs]
        self.effects.add_lines(lines, _("None."))

    # What is done --------------------------------------------------------------------------------

    def _suggest_kind(self) -> None:
        who, post = self.person.currentData(), self.post.currentData()
        if who and post:
            kind = suggested_kind(self.session.situation, who, post)
            self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))

    def _on_try(self) -> None:
        who, post = self.person.currentData(), self.post.currentData()
        days = [day_in(line.text()) for line in (self.date, self.until)]
        if not who or not post:
            self._context.say(_("Say who moves, and to which post."))
            return
        if None in days:
            self._context.say(_("Write the date like this: 1 March 2027."))
            return
        begins, ends = (day or "" for day in days)
        try:
            move = tried_move(
                self.session.situation, who, post, begins, self.kind.currentData(), ends
            )
        except PathwaysError as error:
            self._context.warn(_("That cannot be"), str(error))
            return
        others = [m for m in self.session.tried if m.person != who and m.post != move.post]
        self.session.try_moves([*others, move], self.session.scenario)

    def _on_way(self, chain: Chain) -> None:
        situation = self.session.situation
        last = max((move.date for move in self.session.tried), default="")
        kept = self.session.tried
        picked = chain_moves(situation, chain, "", last)
        self.session.try_moves([*kept, *picked], self.session.scenario)

    def _on_keep(self) -> None:
        title = ask_words(self, self._theme, _("Keep as a scenario"), _("What is it &called?"))
        if title:
            tried = self.session.tried
            self.team_actions.edit(
                _("keeping the scenario {title}").format(title=title),
                lambda team: edits.add_scenario(team, title, tried),
            )

    def _on_apply(self) -> None:
        tried = self.session.tried
        ask_and_apply(
            self.team_actions,
            len(tried),
            lambda team, today, reason: edits.apply_moves(team, tried, today, reason),
        )

    def _on_sheet(self) -> None:
        from pathways.report.scenario_sheet import scenario_sheet

        situation, _links = self.session.for_paper
        if self.result is not None:
            tried = self.session.moves_on_paper(self.session.tried)
            result = what_if(situation, tried)
            title = self._title(situation.team, tried)
            self._context.export(
                lambda options: scenario_sheet(situation, title, result, options=options),
                _("what-if"),
            )
