"""The pages, each made when it is first asked for, and how one leads to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from pathways.gui.map.map_page import MapPage
from pathways.gui.search.finder import Finder
from pathways.gui.shell.session import Session
from pathways.gui.shell.settings import Settings
from pathways.gui.shell.theme import Theme

if TYPE_CHECKING:
    from pathways.gui.compare.compare_page import ComparePage
    from pathways.gui.ladder.ladder_page import LadderPage
    from pathways.gui.read.read_page import ReadPage
    from pathways.gui.route.route_page import RoutePage
    from pathways.gui.search.search_page import SearchPage
    from pathways.search.results import Hit


class Page(Protocol):
    """What every page can do."""

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""

    def take_focus(self) -> None:
        """Give the keyboard to where one begins."""


class PageStack(QStackedWidget):
    """Show one page of a session at a time; the modules of the others are not even loaded before
    they are seen.
    """

    paper_asked = Signal(str)  # export, preview or print
    said = Signal(str)  # something for the foot of the window
    box_asked = Signal()  # the keyboard belongs into the box for searching
    words_asked = Signal(str)  # search for these

    def __init__(
        self,
        session: Session,
        settings: Settings,
        finder: Finder,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._session = session
        self._settings = settings
        self._finder = finder
        self._theme = theme
        self._made: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {
            "map": self._make_map,
            "compare": self._make_compare,
            "ladder": self._make_ladder,
            "route": self._make_route,
            "read": self._make_read,
            "search": self._make_search,
        }

    def page(self, name: str) -> QWidget:
        """Return a page, made when it is first asked for."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self.addWidget(self._made[name])
        return self._made[name]

    def offer(self, name: str, make: Callable[[], QWidget]) -> None:
        """Offer one more page, made by ``make`` when it is first asked for."""
        self._makers[name] = make

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all pages, made or not."""
        return tuple(self._makers)

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

    def browse_page(self) -> MapPage:
        """Return the page with the map."""
        return cast(MapPage, self.page("map"))

    def compare_page(self) -> ComparePage:
        """Return the page that compares."""
        return cast("ComparePage", self.page("compare"))

    def ladder_page(self) -> LadderPage:
        """Return the page with every step."""
        return cast("LadderPage", self.page("ladder"))

    def read_page(self) -> ReadPage:
        """Return the page to read one node at length."""
        return cast("ReadPage", self.page("read"))

    def route_page(self) -> RoutePage:
        """Return the page with the way from here to there."""
        return cast("RoutePage", self.page("route"))

    def search_page(self) -> SearchPage:
        """Return the page with what was found."""
        return cast("SearchPage", self.page("search"))

    def compare(self, before: str, after: str, dimension: str = "") -> None:
        """Compare two nodes, and go to a dimension where one is named."""
        self._session.compare([before, after])
        if dimension:
            self.compare_page().go_to_dimension(dimension)

    def step(self, direction: int) -> None:
        """Compare the same step one grade up (1) or down (-1), or read the grade above or below."""
        if self._session.page == "read":
            self.read_page().turn(direction)
        else:
            self._session.choose(self._session.shifted(direction))

    def open_hit(self, hit: Hit) -> None:
        """Go to the place of something that was found."""
        from pathways.search.entry import Kind

        session, kind = self._session, hit.kind
        framework = hit.framework or (
            session.library.framework_of(hit.nodes[0]).id if hit.nodes else ""
        )
        if kind in (Kind.FRAMEWORK, Kind.DIMENSION) and self._open_ladder(
            framework, hit.dimension or ""
        ):
            return
        nodes = hit.nodes or tuple(node.id for node in session.library.framework(framework).nodes)
        near = [node for node in (session.current, *session.chosen) if node in nodes]
        session.read(near[0] or nodes[0] if near else nodes[0])
        if hit.statement:
            self.read_page().go_to_statement(hit.statement)
        elif kind is Kind.DIMENSION:
            self.read_page().go_to_dimension(hit.dimension or "")
        elif kind in (Kind.HEADING, Kind.INTRODUCTION):
            self.read_page().go_to_words(hit.text)

    def _open_ladder(self, framework: str, dimension: str) -> bool:
        page = self.ladder_page()
        if not self._session.library.framework(framework).ladders:
            return False
        self._session.visit("ladder")
        return page.go_to_dimension(framework, dimension)

    def _make_map(self) -> QWidget:
        new = not self._settings.get("start/welcomed")
        page = MapPage(self._session, self._theme, self, welcome=new)
        page.welcomed.connect(lambda: self._settings.set("start/welcomed", True))
        page.compare_asked.connect(lambda: self._session.visit("compare"))
        return page

    def _make_compare(self) -> QWidget:
        from pathways.gui.compare.compare_page import ComparePage

        page = ComparePage(self._session, self._theme, self)
        page.set_marked(self._settings.get("compare/word_marks"))
        page.paper_asked.connect(self.paper_asked)
        page.said.connect(self.said)
        return page

    def _make_ladder(self) -> QWidget:
        from pathways.gui.ladder.ladder_page import LadderPage

        page = LadderPage(self._session, self._theme, self)
        page.cell_asked.connect(self.compare)
        page.paper_asked.connect(self.paper_asked)
        return page

    def _make_read(self) -> QWidget:
        from pathways.gui.read.read_page import ReadPage

        page = ReadPage(self._session, self._theme, self)
        page.paper_asked.connect(self.paper_asked)
        return page

    def _make_route(self) -> QWidget:
        from pathways.gui.route.route_page import RoutePage

        page = RoutePage(self._session, self._theme, self)
        page.paper_asked.connect(self.paper_asked)
        page.step_asked.connect(self.compare)
        page.map_asked.connect(lambda: self._session.visit("map"))
        self._session.route.changed.connect(self._light_route)
        self._light_route()
        return page

    def _light_route(self) -> None:
        """Let the map show the way that is looked at."""
        route = self._session.route.route
        self.browse_page().map.show_route(route.nodes if route else ())

    def _make_search(self) -> QWidget:
        from pathways.gui.search.search_page import SearchPage

        page = SearchPage(self._session, self._finder, self._theme, self)
        page.hit_opened.connect(self.open_hit)
        page.box_asked.connect(self.box_asked)
        page.words_asked.connect(self.words_asked)
        return page
