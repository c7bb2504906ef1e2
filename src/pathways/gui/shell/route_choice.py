"""Which way leads from the first of what is chosen to the last: the moves allowed, and the way
that is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pathways.model.library import Library
from pathways.model.step import StepKind

if TYPE_CHECKING:
    from pathways.graph.routes import Route

MOST = 12  # ways listed; nobody reads more


class RouteChoice(QObject):
    """Find the routes between two nodes, and keep which of them is looked at."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._ends: tuple[str, str] | None = None
        self._excluded: frozenset[StepKind] = frozenset()
        self._indicative = True
        self._number = 0
        self._routes: tuple[Route, ...] | None = None

    @property
    def ends(self) -> tuple[str, str] | None:
        """Return the ids of the two ends, None while there are not two."""
        return self._ends

    @property
    def kinds(self) -> tuple[StepKind, ...]:
        """Return the kinds of moves that the open frameworks have, in the order of the kinds."""
        found = {step.kind for step in self._library.steps} if self._library else set()
        return tuple(kind for kind in StepKind if kind in found)

    @property
    def excluded(self) -> frozenset[StepKind]:
        """Return the kinds of moves that are not allowed."""
        return self._excluded

    @property
    def indicative(self) -> bool:
        """Tell whether steps that no document states are allowed."""
        return self._indicative

    @property
    def limited(self) -> bool:
        """Tell whether any move is not allowed."""
        return bool(self._excluded) or not self._indicative

    @property
    def routes(self) -> tuple[Route, ...]:
        """Return the ways between the ends, the best first."""
        if self._routes is None:
            self._routes = self._find()
        return self._routes

    @property
    def number(self) -> int:
        """Return which of the ways is looked at, from 0."""
        return min(self._number, max(0, len(self.routes) - 1))

    @property
    def route(self) -> Route | None:
        """Return the way that is looked at, None where there is none."""
        return self.routes[self.number] if self.routes else None

    def no_route_words(self) -> str:
        """Say that there is no way, and what there is instead."""
        from pathways.graph.routes import no_route_sentence

        if self._library is None or self._ends is None:
            return ""
        return no_route_sentence(
            self._library, *self._ends, kinds=self._allowed(), indicative=self._indicative
        )

    def nearest(self) -> tuple[tuple[str, str], ...]:
        """Return the ends of the routes that come nearest to one between the ends."""
        if self._library is None or self._ends is None:
            return ()
        from pathways.graph.progression import progression
        from pathways.graph.routes import nearest_ways

        graph = progression(self._library)
        return nearest_ways(graph, *self._ends, kinds=self._allowed(), indicative=self._indicative)

    def leads_back(self) -> bool:
        """Tell whether there is a way in the other direction."""
        if self._library is None or self._ends is None:
            return False
        from pathways.graph.progression import progression
        from pathways.graph.routes import shortest_route

        source, target = self._ends
        return shortest_route(progression(self._library), target, source) is not None

    def set_ends(self, library: Library, chosen: tuple[str, ...]) -> None:
        """Look for ways from the first to the last of what is chosen."""
        ends = (chosen[0], chosen[-1]) if len(chosen) > 1 else None
        if ends != self._ends or library is not self._library:
            self._library, self._ends = library, ends
            self._begin_again()

    def allow(self, excluded: Iterable[StepKind], indicative: bool) -> None:
        """Allow all kinds of moves but these, and steps that no document states or not."""
        wanted = frozenset(excluded)
        if (wanted, indicative) != (self._excluded, self._indicative):
            self._excluded, self._indicative = wanted, indicative
            self._begin_again()

    def take(self, number: int) -> None:
        """Look at another of the ways."""
        if number != self._number:
            self._number = number
            self.changed.emit()

    def _begin_again(self) -> None:
        self._number, self._routes = 0, None
        self.changed.emit()

    def _allowed(self) -> tuple[StepKind, ...] | None:
        return (
            tuple(kind for kind in StepKind if kind not in self._excluded)
            if self._excluded
            else None
        )

    def _find(self) -> tuple[Route, ...]:
        if self._library is None or self._ends is None:
            return ()
        from pathways.graph.progression import progression
        from pathways.graph.routes import all_routes

        graph = progression(self._library)
        return all_routes(
            graph, *self._ends, most_routes=MOST, kinds=self._allowed(), indicative=self._indicative
        )
