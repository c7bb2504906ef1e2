"""The page with what was found."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.session import Session
from pathways.i18n import _


def headline(_session: Session) -> str:
    """Say which page it is, for the head of the window."""
    return _("Search")


def make(context: Context) -> QWidget:
    """Make the page."""
    from pathways.gui.search.search_page import SearchPage

    page = SearchPage(context.session, context.finder, context.theme, context.room)
    page.hit_opened.connect(context.hit_asked)
    page.box_asked.connect(context.box_asked)
    page.words_asked.connect(context.words_asked)
    return page
