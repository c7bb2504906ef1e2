"""The pages, each made when it is first asked for, and how one leads to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from pathways.gui.pages.browse_page import BrowsePage
from pathways.gui.session import Session
from pathways.gui.settings import Settings
from pathways.gui.theme import Theme

if TYPE_CHECKING:
    from pathways.gui.pages.compare_page import ComparePage
    from pathways.gui.pages.ladder_page import LadderPage


class Page(Protocol):
    """What every page can do."""

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""

    def take_focus(self) -> None:
        """Give the keyboard to where one begins."""


class PageStack(QStackedWidget):
    """Show one page of a session at a time; the modules of the others are not even loaded before they are seen."""

    paper_asked = Signal(str)  # export, preview or print
    said = Signal(str)  # something for the foot of the window

    def __init__(self, session: Session, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._session = session
        self._settings = settings
        self._theme = theme
        self._made: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {
            "map": self._make_map,
            "compare": self._make_compare,
            "ladder": self._make_ladder,
        }

    def page(self, name: str) -> QWidget:
        """Return a page, made when it is first asked for."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self.addWidget(self._made[name])
        return self._made[name]

    def is_made(self, name: str) -> bool:
        """Tell whether a page was seen already."""
        return name in self._made

    def show_page(self, name: str) -> Page:
        """Show a page and return it."""
        page = self.page(name)
        self.setCurrentWidget(page)
        return cast(Page, page)

    def set_theme(self, theme: Theme) -> None:
        """Give all pages another look."""
        self._theme = theme
        for page in self._made.values():
            cast(Page, page).set_theme(theme)

    def set_marked(self, marked: bool) -> None:
        """Show word marks, or plain text."""
        self._settings.set("compare/word_marks", marked)
        if self.is_made("compare"):
            self.compare_page().set_marked(marked)

    def browse_page(self) -> BrowsePage:
        """Return the page with the map."""
        return cast(BrowsePage, self.page("map"))

    def compare_page(self) -> ComparePage:
        """Return the page that compares."""
        return cast("ComparePage", self.page("compare"))

    def ladder_page(self) -> LadderPage:
        """Return the page with every step."""
        return cast("LadderPage", self.page("ladder"))

    def compare(self, before: str, after: str, dimension: str = "") -> None:
        """Compare two nodes, and go to a dimension where one is named."""
        self._session.compare([before, after])
        if dimension:
            self.compare_page().go_to_dimension(dimension)

    def _make_map(self) -> QWidget:
        page = BrowsePage(self._session, self._theme, self)
        page.compare_asked.connect(lambda: self._session.visit("compare"))
        return page

    def _make_compare(self) -> QWidget:
        from pathways.gui.pages.compare_page import ComparePage

        page = ComparePage(self._session, self._theme, self)
        page.set_marked(self._settings.get("compare/word_marks"))
        page.paper_asked.connect(self.paper_asked)
        page.said.connect(self.said)
        return page

    def _make_ladder(self) -> QWidget:
        from pathways.gui.pages.ladder_page import LadderPage

        page = LadderPage(self._session, self._theme, self)
        page.cell_asked.connect(self.compare)
        page.paper_asked.connect(self.paper_asked)
        return page
