"""What the pages about a team have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtWidgets import QPushButton

from pathways.gui.shell.context import Context
from pathways.gui.shell.session_page import ScrolledPage
from pathways.gui.shell.theme import Theme
from pathways.gui.team.card import Card
from pathways.gui.team.team_actions import actions_of
from pathways.gui.widgets.taking_out import take_out


class Themed(Protocol):
    """A part that a theme is applied to."""

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        ...


class BaseTeamPage(ScrolledPage):
    """A page about the team that the window has open: a head, and parts below it.

    A page makes its parts, puts them into ``_column`` and calls ``_begin``.
    """

    def __init__(self, context: Context, name: str) -> None:
        super().__init__(name, context.session, context.theme, context.room)
        self._context = context
        self.team_actions = actions_of(context)
        self.session = self.team_actions.session
        self._column.addWidget(self.head)
        self._shown_cards: list[Card] = []

    def _begin(self) -> None:
        """Show the parts, and keep them in step with the team."""
        self._fill_page()
        self.session.changed.connect(self._on_changed)
        self.set_theme(self._context.theme)

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme."""
        self._theme = theme
        self._space_out(theme)
        for part in (self.head, *self._themed()):
            part.set_theme(theme)
        self._on_changed()

    def _themed(self) -> Iterable[Themed]:
        """Return the parts that a theme is applied to, beside the head."""
        return ()

    def _add_card(self, card: Card) -> None:
        """Put a card below the others, above the room that is left."""
        self._shown_cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)
        card.show()

    def _clear_cards(self) -> None:
        """Take all cards off the page."""
        for card in self._shown_cards:
            take_out(card, self._column)
        self._shown_cards = []

    def _button(self, words: str, do: Callable[[], object]) -> QPushButton:
        """Add a button to the head; return it."""
        button = QPushButton(words, self.head.buttons)
        button.clicked.connect(lambda _on=False: do())
        self.head.add_button(button)
        return button
