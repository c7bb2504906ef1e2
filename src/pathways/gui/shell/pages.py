"""Every page of the window, in one table."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from pathways.gui.compare import spec as compare
from pathways.gui.importing import spec as importing
from pathways.gui.ladder import spec as ladder
from pathways.gui.map import spec as map_
from pathways.gui.plan import spec as plan
from pathways.gui.problems import spec as problems
from pathways.gui.read import spec as read
from pathways.gui.route import spec as route
from pathways.gui.search import spec as search
from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.page_spec import PageSpec
from pathways.gui.shell.session import Session
from pathways.gui.team import specs as team
from pathways.i18n import _, language

if TYPE_CHECKING:
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions


def pages() -> dict[PageName, PageSpec]:
    """Return the pages by name, from top to bottom."""
    return _pages_in(language())


@cache
def _pages_in(_language: str) -> dict[PageName, PageSpec]:
    """Return the pages in the order of the list at the side, where those with a title stand; the
    last one listed brings new frameworks in.
    """
    found = (
        _spec(PageName.MAP, _("Map"), map_),
        _spec(PageName.COMPARE, _("Compare"), compare),
        _paper_spec(PageName.LADDER, _("Ladder"), ladder, compares=False),
        _paper_spec(PageName.ROUTE, _("Route"), route),
        _paper_spec(PageName.READ, _("Read"), read, compares=False),
        _paper_spec(PageName.PLAN, _("My plan"), plan),
        *team.specs(),
        _spec(PageName.IMPORT, _("Import…"), importing),
        _spec(PageName.SEARCH, "", search),
        _spec(PageName.PROBLEMS, "", problems),
    )
    return {page.name: page for page in found}


class _PageModule(Protocol):
    """What the ``spec.py`` of a feature says of its page."""

    def make(self, context: Context) -> QWidget:
        """Make the page."""

    def headline(self, session: Session) -> str:
        """Say which page it is, for the head of the window."""


class _PaperModule(_PageModule, Protocol):
    """... and of a page that has something of its own for paper."""

    def sheet(self, session: Session, options: SheetOptions) -> Sheet:
        """Return what goes on paper."""

    def file_stem(self, session: Session) -> str:
        """Return the name of its file, without ending."""

    def why_no_paper(self, session: Session) -> str:
        """Say why nothing goes on paper, "" where something does."""


def _spec(name: PageName, title: str, page: _PageModule) -> PageSpec:
    return PageSpec(name, title, page.make, page.headline, chapter=name.value)


def _paper_spec(
    name: PageName, title: str, page: _PaperModule, *, compares: bool = True
) -> PageSpec:
    return PageSpec(
        name,
        title,
        page.make,
        page.headline,
        page.sheet,
        page.file_stem,
        page.why_no_paper,
        compares=compares,
        chapter=name.value,
    )


def page_titles() -> dict[PageName, str]:
    """Return the titles of the pages that are listed, by name, from top to bottom."""
    return {page.name: page.title for page in pages().values() if page.title}
