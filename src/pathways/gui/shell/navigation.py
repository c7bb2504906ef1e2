"""How one page leads to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.window_part import WindowPart

if TYPE_CHECKING:
    from pathways.search.results import Hit


class Navigation(WindowPart):
    """Go where pages and menus ask to go."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        context.step_asked.connect(self.compare)
        context.hit_asked.connect(self.open_hit)
        context.plan_asked.connect(lambda path: self.plan_page().commands.open_file(path))
        context.planned_changed.connect(
            lambda words: context.page(PageName.MAP).map.show_planned(words)
        )
        self._lit = False
        self._session.page_changed.connect(self._light_route)
        self._session.route.changed.connect(self._light_route)

    def compare(self, before: str, after: str, dimension: str = "") -> None:
        """Compare two nodes, and go to a dimension where one is named."""
        self._session.compare([before, after])
        if dimension:
            self._context.page(PageName.COMPARE).go_to_dimension(dimension)

    def step(self, direction: int) -> None:
        """Compare the same step one grade up (1) or down (-1), or read the grade above or below."""
        if self._session.page == PageName.READ:
            self._context.page(PageName.READ).turn(direction)
        else:
            self._session.choose(self._session.shifted(direction))

    def compare_onward(self) -> None:
        """Compare the grade or role that is looked at with the one that it leads to."""
        current = self._session.current
        if current is not None:
            self._session.compare([current, self._session.neighbour(current, 1)])

    def next_change(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) change of what is compared."""
        self._context.page(PageName.COMPARE).next_change(direction)

    def plan_page(self) -> Any:
        """Go to the page for plans and return it."""
        self._session.visit(PageName.PLAN)
        return self._context.page(PageName.PLAN)

    def open_hit(self, hit: Hit) -> None:
        """Go to the place of something that was found."""
        from pathways.search.entry import EntryKind

        session, kind = self._session, hit.kind
        framework = hit.framework or (
            session.library.framework_of(hit.nodes[0]).id if hit.nodes else ""
        )
        if kind in (EntryKind.FRAMEWORK, EntryKind.DIMENSION) and self._open_ladder(
            framework, hit.dimension or ""
        ):
            return
        nodes = hit.nodes or tuple(node.id for node in session.library.framework(framework).nodes)
        near = [node for node in (session.current, *session.chosen) if node in nodes]
        session.read(near[0] or nodes[0] if near else nodes[0])
        page = self._context.page(PageName.READ)
        if hit.statement:
            page.go_to_statement(hit.statement)
        elif kind is EntryKind.DIMENSION:
            page.go_to_dimension(hit.dimension or "")
        elif kind in (EntryKind.HEADING, EntryKind.INTRODUCTION):
            page.go_to_words(hit.text)

    def _open_ladder(self, framework: str, dimension: str) -> bool:
        if not self._session.library.framework(framework).ladders:
            return False
        self._session.visit(PageName.LADDER)
        return bool(self._context.page(PageName.LADDER).go_to_dimension(framework, dimension))

    def _light_route(self) -> None:
        """Let the map show the way that is looked at, from the first look at a route on."""
        if self._lit or self._session.page == PageName.ROUTE:
            self._lit = True
            route = self._session.route.route
            self._context.page(PageName.MAP).map.show_route(route.nodes if route else ())
