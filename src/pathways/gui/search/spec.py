"""The page with what was found."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.page_spec import PageSpec
from pathways.gui.shell.session import Session
from pathways.i18n import _


def spec() -> PageSpec:
    """Return what there is to know of the page; it has no entry in the list of pages."""
    return PageSpec(
        name=PageName.SEARCH, title="", make=_make, headline=_headline, chapter="search"
    )


def _headline(_session: Session) -> str:
    return _("Search")


def _make(context: Context) -> QWidget:
    from pathways.gui.search.search_page import SearchPage

    page = SearchPage(context.session, context.finder, context.theme, context.room)
    page.hit_opened.connect(context.hit_asked)
    page.box_asked.connect(context.box_asked)
    page.words_asked.connect(context.words_asked)
    return page
