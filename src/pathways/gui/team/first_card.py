"""The first page about teams: what is kept, where, and that it never leaves the file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.team.card import Card
from pathways.i18n import _


def first_card(
    theme: Theme,
    parent: QWidget,
    new: Callable[[], object],
    open_one: Callable[[], object],
    sample: Callable[[], object],
    last: tuple[str, Callable[[], object]] | None = None,
) -> Card:
    """Return the card that stands where no team is open."""
    card = Card(theme, _("Plan promotions for your team, fairly"), parent)
    card.add_line(
        _(
            "See who is near which step and on what evidence, what each kind of move needs, and "
            "which posts a move leaves empty. It helps you prepare. It decides nothing and scores "
            "nobody."
        )
    )
    card.add_line(_("What is kept, and where"), "strong")
    for words in (
        _("Names or codes, grades, posts, aims, dates of conversations and planned moves."),
        _("In one file that you choose, on this computer, readable by you alone."),
        _("Nothing leaves that file: there is no account, no server and no connection."),
        _("There is no place for age, sex, origin, belief, health or what somebody was paid."),
        _("Plans of people stay their own files: they are read, never copied."),
        _(
            "Anyone you take out is removed from the file, its previous version and its recovery "
            "copy."
        ),
    ):
        card.add_line(f"• {words}")
    again = ((_("Open “{name}” again").format(name=last[0]), last[1]),) if last else ()
    card.add_buttons(
        (
            *again,
            (_("New team…"), new),
            (_("Open a team…"), open_one),
            (_("Look at a sample team"), sample),
        )
    )
    return card
