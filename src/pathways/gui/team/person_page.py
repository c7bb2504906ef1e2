"""The page of one person: their step, standing, evidence, moves and days."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from pathways.compare.clause import main_clause
from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.team.base_team_page import BaseTeamPage, Themed
from pathways.gui.team.card import Card
from pathways.gui.team.forms import ask_decision, ask_move
from pathways.gui.widgets.plain_text import set_tip, tell_in_full
from pathways.i18n import _, capitalised
from pathways.model.day import day_in_words
from pathways.model.team import Move, MoveState, Person, Team
from pathways.planning import moves as edits
from pathways.planning.board import node_title
from pathways.planning.clocks import clocks
from pathways.planning.moves import draft_move
from pathways.planning.needs import NeedFinding, met_in_words, needs_of
from pathways.planning.standing import Shown, criteria, in_words
from pathways.planning.team_mentions import aim_and_talks
from pathways.planning.what_if import kind_of
from pathways.report.side_by_side_sheet import confirmed_in_words
from pathways.report.team_words import SIGNS, move_sentence, standing_line

_SIGNS = {True: "●", False: "○", None: "?"}
_NEXT_STATES = {
    MoveState.IDEA: (MoveState.DISCUSSED,),
    MoveState.DISCUSSED: (MoveState.APPLIED,),
    MoveState.APPLIED: (),
}


class PersonPage(BaseTeamPage):
    """Show everything that the team's file and the plan say of one person."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Person"))
        content = self._content
        self._buttons = [
            self._button(_("Change…"), lambda: self.team_actions.change_person(self._person)),
            self._button(_("Plan a move…"), self._on_plan),
            self._button(_("What if…"), lambda: context.session.visit(PageName.WHAT_IF)),
            self._button(_("Open the plan"), self._on_open_plan),
            self._button(_("Link a plan…"), lambda: self.team_actions.link_plan(self._person)),
            self._button(_("Everything about them…"), self._on_everything),
            self._button(_("Remove…"), lambda: self.team_actions.remove_person(self._person)),
        ]
        self.facts = Card(self._theme, _("Where they are"), content)
        self.standing = Card(self._theme, _("Standing against the aim"), content)
        self.moves = Card(self._theme, _("Planned moves"), content)
        self.days = Card(self._theme, _("Days to keep"), content)
        self._cards = (self.facts, self.moves, self.days, self.standing)
        self._lay_out()
        self.session.looked.connect(self._on_changed)
        self._begin()

    def _themed(self) -> Iterable[Themed]:
        return self._cards

    def take_focus(self) -> None:
        """Give the keyboard to the first button."""
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _main(self) -> QWidget | None:
        return self.facts

    def refresh(self) -> None:
        """Show the person as the team has them now."""
        self._stale = False
        known = self.session.is_open and self.session.person in self.session.team.people_by_id
        for card in self._cards:
            card.setVisible(known)
            card.clear()
        self.head.buttons.setVisible(known)
        if not known:
            self.head.say(_("Nobody is chosen"), _("Open somebody in the table of the team."))
            return
        person = self._person
        library = self.session.situation.comparer.library
        now, aim = node_title(library, person.node), node_title(library, person.aim)
        under = " → ".join(part for part in (now, aim) if part)
        self.head.say(person.name, under or _("Only the name is known so far."))
        self._buttons[3].setVisible(self.session.links[person.id].plan is not None)
        self._show_facts(person)
        self._show_standing(person)
        self._show_moves(person)
        self._show_days(person)

    def show_move(self, move: str) -> None:
        """Bring a planned move into sight, and give the keyboard to its first button."""
        button = self.moves.findChild(QPushButton, move)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(button)

    # Inside --------------------------------------------------------------------------------------

    def _on_everything(self) -> None:
        """Offer everything that the file says of the person as a sheet, with their name on it."""
        from pathways.report.about_person_sheet import about_member_sheet

        situation, person = self.session.situation, self._person.id
        if self.session.without_names:
            self._context.warn(
                _("This sheet has the name on it"),
                _("It is for the person whom it is about. Untick “Sheets without names” first."),
            )
            return
        self._context.export(
            lambda options: about_member_sheet(situation, person, options=options),
            _("about a person"),
        )

    @property
    def _person(self) -> Person:
        return self.session.team.people_by_id[self.session.person]

    def _lay_out(self) -> None:
        for card in self._cards:
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _show_facts(self, person: Person) -> None:
        team, library = self.session.team, self.session.situation.comparer.library
        held = ", ".join(post.title for post in team.posts_of(person.id))
        covers = ", ".join(post.title for post in team.posts if post.cover == person.id)
        told = []
        for name, value in (
            (_("Now"), node_title(library, person.node)),
            (_("Since"), day_in_words(person.since)),
            (_("Post"), held),
            (_("Covers"), covers),
            *aim_and_talks(library, team, person),
            (_("Code"), person.code),
            (_("Note"), person.note),
        ):
            if value:
                told.append(_("{name}: {value}").format(name=name, value=value))
        for start in range(0, len(told), 3):
            self.facts.add_line("  ·  ".join(told[start : start + 3]))

    def _show_standing(self, person: Person) -> None:
        situation = self.session.situation
        link = self.session.links[person.id]
        standing = situation.standings.get(person.id)
        nodes = situation.comparer.library.nodes
        if link.message:
            self.standing.add_line(link.message, "notice")
        if person.node not in nodes or person.aim not in nodes:
            self.standing.add_line(
                _("Say which grade they are at and which they aim for: then what the step asks for "
                  "is listed here."), "quiet",
            )  # fmt: skip
            return
        rows = [row for row in standing.rows if row.counted] if standing else []
        if standing is None:
            self.standing.add_line(_("No plan is linked, so nothing is known yet."), "quiet")
            wanted = criteria(situation.comparer, person.node, person.aim)
            rows = [Shown(text=statement.text) for statement in wanted]
        elif rows:
            self.standing.add_line(standing_line(standing.counts))
            self.standing.add_standing(standing.counts)
        for row in rows:
            short = main_clause(row.text)
            said = f"{SIGNS[row.standing]} {in_words(row.standing)}: {short}"
            tell_in_full(self.standing.add_line(said), short, row.text)
            for evidence in row.evidence:
                self.standing.add_line(_("Evidence: {text}").format(text=evidence), "small")
            if confirmed := confirmed_in_words(row):
                self.standing.add_line(confirmed, "small")

    def _show_moves(self, person: Person) -> None:
        planned = self.session.team.moves_of(person.id)
        if not planned:
            self.moves.add_line(_("None. A plan decides nothing; it shows what a move needs."),
                                "quiet")  # fmt: skip
        for move in planned:
            self._show_move(move)

    def _show_move(self, move: Move) -> None:
        situation = self.session.situation
        team, library = self.session.team, situation.comparer.library
        kind = situation.kind(move.kind)
        said = f"{kind.title if kind else move.kind} · {move.state.word}"
        sentence = move_sentence(team, library, move)
        self.moves.add_line(sentence, "strong")
        self.moves.add_line(said, "quiet")
        for found in needs_of(situation, move):
            set_tip(self.moves.add_line(need_line(found)), found.source)
            if found.need.check.value == "asked":
                self._ask_need(move, found)
        for event in move.history:
            parts = (day_in_words(event.on), event.state.word, event.by, event.note)
            self.moves.add_line(", ".join(filter(None, parts)), "small")
        temporary = kind is not None and kind.temporary
        first = self.moves.add_buttons(self._move_buttons(move, temporary=temporary), sentence)
        first.setObjectName(move.id)

    def _move_buttons(
        self, move: Move, *, temporary: bool
    ) -> list[tuple[str, Callable[[], object]]]:
        """Return what can be done with a move in the state that it has."""
        buttons: list[tuple[str, Callable[[], object]]] = [
            (_("Change…"), lambda: self._on_change(move))
        ]
        buttons += [
            (
                capitalised(state.word),
                partial(self._on_state, move, state),
            )
            for state in _NEXT_STATES.get(move.state, ())
        ]
        if move.state.is_open:
            buttons += [
                (_("Approved…"), lambda: self._on_decided(move, MoveState.APPROVED)),
                (_("Refused…"), lambda: self._on_decided(move, MoveState.REFUSED)),
                (_("Withdrawn"), lambda: self._on_state(move, MoveState.WITHDRAWN)),
                (_("Carry out"), lambda: self._on_carry_out(move)),
            ]
        if temporary and move.state is MoveState.DONE:
            buttons += [
                (_("Reviewed today"), lambda: self._on_review(move)),
                (_("It has ended"), lambda: self._on_ended(move)),
            ]
        buttons += [
            (_("Decision record…"), lambda: self._on_record(move)),
            (_("Take out"), lambda: self._on_take_out(move)),
        ]
        return buttons

    def _ask_need(self, move: Move, found: NeedFinding) -> None:
        answers: list[tuple[str, Callable[[], object]]] = [
            (_("Yes, that is so"), lambda: self._on_answer(move, found, True)),
            (_("No"), lambda: self._on_answer(move, found, False)),
        ]
        if found.met is not None:
            again = _("Take the answer back"), lambda: self._on_answer(move, found, None)
            answers = [again] if move.state.is_open else []
        if answers:
            self.moves.add_buttons(answers, found.need.text)

    def _show_days(self, person: Person) -> None:
        found = [c for c in clocks(self.session.situation) if c.person == person.id]
        self.days.add_lines([clock.short for clock in found], _("None."))

    # What is done --------------------------------------------------------------------------------

    def _edit(self, words: str, change: Callable[[Team], Team], move: Move) -> None:
        name = self.session.team.people_by_id[move.person].name
        self.team_actions.edit(words.format(name=name), change)

    def _on_open_plan(self) -> None:
        link = self.session.links[self._person.id]
        if link.plan and link.path:
            self._context.plan_asked.emit(link.path)

    def _on_plan(self) -> None:
        situation, person = self.session.situation, self._person
        said = ask_move(self._context.window, self._theme, situation, person, None)
        if not said:
            return
        kind = kind_of(situation, said["kind"])
        fields = {key: said[key] for key in ("date", "until", "reason", "evidence")}

        def planned(team: Team) -> Team:
            drafted = draft_move(team, person.id, kind, said["node"],
                                 to_post=said["post"], **fields)  # fmt: skip
            return edits.plan_move(team, drafted, situation.today)

        words = _("planning a move of {name}").format(name=person.name)
        self.team_actions.edit(words, planned)

    def _on_change(self, move: Move) -> None:
        said = ask_move(
            self._context.window, self._theme, self.session.situation, self._person, move
        )
        if said:
            self._edit(
                _("changing the move of {name}"),
                lambda team: edits.change_move(team, move.id, **said),
                move,
            )

    def _on_state(self, move: Move, state: MoveState) -> None:
        today = datetime.date.today()
        self._edit(
            _("the move of {name}: {state}").format(name="{name}", state=state.word),
            lambda team: edits.set_state(team, move.id, state, today),
            move,
        )

    def _on_decided(self, move: Move, state: MoveState) -> None:
        title = _("Approved") if state is MoveState.APPROVED else _("Refused")
        said = ask_decision(self._context.window, self._theme, title, _("Keep"))
        if said is None:
            return
        today = datetime.date.today()
        self._edit(
            _("the move of {name}: {state}").format(name="{name}", state=state.word),
            lambda team: edits.set_state(
                team, move.id, state, today, by=said["by"], note=said["note"]
            ),
            move,
        )

    def _on_carry_out(self, move: Move) -> None:
        kind = kind_of(self.session.situation, move.kind)
        today = datetime.date.today()
        self._edit(
            _("carrying out the move of {name}"),
            lambda team: edits.carry_out(team, move.id, kind, today),
            move,
        )

    def _on_review(self, move: Move) -> None:
        today = datetime.date.today()
        self._edit(
            _("reviewing the move of {name}"),
            lambda team: edits.review(team, move.id, today),
            move,
        )

    def _on_ended(self, move: Move) -> None:
        today = datetime.date.today()
        self._edit(
            _("ending the move of {name}"), lambda team: edits.ended(team, move.id, today), move
        )

    def _on_answer(self, move: Move, found: NeedFinding, met: bool | None) -> None:
        today = datetime.date.today()
        self._edit(
            _("answering what the move of {name} needs"),
            lambda team: edits.answer(team, move.id, found.need.id, met, today),
            move,
        )

    def _on_take_out(self, move: Move) -> None:
        self._edit(
            _("taking out the move of {name}"),
            lambda team: edits.remove_move(team, move.id),
            move,
        )

    def _on_record(self, move: Move) -> None:
        from pathways.report.decision_sheet import decision_sheet

        situation, _links = self.session.for_paper
        found = situation.team.moves_by_id[self.session.on_paper(move.id, "moves")]
        self._context.export(
            lambda options: decision_sheet(situation, found, options=options),
            _("decision-{code}").format(code=found.id),
        )


def need_line(found: NeedFinding) -> str:
    """Return a need in one line: its sign, whether it is met, what it is and why, and whose rule it
    is where there are several sets.
    """
    said = f"{_SIGNS[found.met]} {met_in_words(found.met)}: {found.need.text}. {found.why}"
    return f"{said} [{found.rules}]" if found.several else said
