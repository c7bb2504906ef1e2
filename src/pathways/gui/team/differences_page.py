"""The page of what two versions of a team's file say differently, until somebody chooses."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from pathways.gui.shell.context import Context
from pathways.gui.team.base_team_page import BaseTeamPage, Themed
from pathways.gui.team.card import Card
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n
from pathways.model.team import TeamConflict
from pathways.planning import people, team_conflicts
from pathways.planning.merge_words import PartWords


class DifferencesPage(BaseTeamPage):
    """Show each difference with all its values side by side; one press takes a value."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Differences to settle"))
        self._column.addStretch(1)
        self._begin()

    def _themed(self) -> Iterable[Themed]:
        return ()

    def take_focus(self) -> None:
        """Give the keyboard to the first value, or to the page where there is none."""
        button = self._shown_cards[0].findChild(QPushButton) if self._shown_cards else None
        part = button if button is not None else self
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what is to be settled now."""
        self._stale = False
        self._clear_cards()
        title = _("Differences to settle")
        if not self.session.is_open:
            self.head.say(title, _("Open a team first."))
            return
        conflicts = self.session.team.conflicts
        if not conflicts:
            self.head.say(title, _("There are none: everybody’s changes have been merged."))
            return
        count = len(conflicts)
        told = _n(
            "{count} thing was changed here and by somebody else. Both values are kept until you "
            "choose; undo brings them back.",
            "{count} things were changed here and by somebody else. Both values are kept until "
            "you choose; undo brings them back.",
            count,
        )
        self.head.say(title, told.format(count=count))
        nodes = self.session.session.library.nodes
        words = PartWords(
            self.session.team, titles={key: node.title for key, node in nodes.items()}
        )
        for conflict in conflicts:
            self._show(conflict, words)

    def _show(self, conflict: TeamConflict, words: PartWords) -> None:
        card = Card(self._theme, words.about(conflict), self._content)
        beside = QWidget(card)
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(16))
        now = team_conflicts.said_now(self.session.team, conflict)
        beside_each_other = sorted(  # what stands in the team first
            enumerate(conflict.values),
            key=lambda one: team_conflicts.said_in(conflict, one[1]) != now,
        )
        for number, value in beside_each_other:
            here = team_conflicts.said_in(conflict, value) == now
            said = words.said(conflict, value)
            row.addWidget(self._value(beside, conflict, number, said, here), 1)
        card.add(beside)
        self._add_card(card)

    def _value(
        self, parent: QWidget, conflict: TeamConflict, number: int, said: str, here: bool
    ) -> QWidget:
        """Return one value: what it says, whether it stands in the team now, and its button."""
        part = QWidget(parent)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(4))
        where = _("In the team now") if here else _("By somebody else")
        column.addWidget(wrapped_label("quiet", part, where))
        label = wrapped_label("", part, said)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        column.addWidget(label)
        button = QPushButton(_("Keep this") if here else _("Take this"), part)
        button.setAccessibleName(f"{button.text()}: {said}")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _on=False: self._choose(conflict, number))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return part

    def _choose(self, conflict: TeamConflict, number: int) -> None:
        words = PartWords(self.session.team).about(conflict)
        self.team_actions.edit(
            _("choosing a value of {about}").format(about=words),
            lambda team: people.settle(team, conflict, number),
        )
        self.take_focus()
