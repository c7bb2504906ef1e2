"""How big the steps on the map are, found out a step at a time while nothing else is to be done."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from pathways.compare.change import StepChange
from pathways.gui.shell.session import Session

_LOOK_AGAIN = 15  # milliseconds, while the library that pairs statements is being loaded


class StepSizes(QObject):
    """Compare the two ends of every step that is shown and that a document states; tell when all
    are done.
    """

    found = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._changes: dict[tuple[str, str], StepChange] = {}
        self._waiting: list[tuple[str, str]] = []
        self._wanted: tuple[tuple[str, str], ...] = ()
        self._started = False
        # A quarter of a second is too long to keep a key press waiting: the pairing library loads
        # beside the window.
        self._loading = Thread(target=importlib.import_module, args=("networkx",), daemon=True)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._take_one)

    @property
    def sizes(self) -> Mapping[tuple[str, str], StepChange]:
        """Return what changes on each step, as far as it is known, by the ids of its ends."""
        return self._changes

    def start(self) -> None:
        """Begin, unless it has begun."""
        if not self._started:
            self._started = True
            self._loading.start()
            self._find()

    def forget(self) -> None:
        """Forget what was found: the session has another library."""
        self._changes, self._wanted, self._waiting = {}, (), []

    def find_again(self) -> None:
        """Find out anew about what is shown: somebody judges otherwise; until then, the map keeps
        what it has.
        """
        self._changes = {}
        self.want(self._wanted)

    def want(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Find out about the steps between these nodes: what is folded away can wait."""
        self._wanted = tuple(pairs)
        if self._started:
            self._find()

    def _find(self) -> None:
        stated = {
            (step.source, step.target)
            for step in self._session.library.steps
            if not step.indicative
        }
        self._waiting = [
            pair for pair in reversed(self._wanted) if pair in stated and pair not in self._changes
        ]
        if self._waiting:
            self._timer.start()
        else:
            self._timer.stop()
            self.found.emit()

    def change(self, source: str, target: str) -> StepChange | None:
        """Return what changes from one node to another, now; None where they are no longer open."""
        nodes = self._session.library.nodes
        if source not in nodes or target not in nodes:
            return None
        if (source, target) not in self._changes:
            self._changes[source, target] = self._session.comparer.compare((source, target)).steps[
                0
            ]
        return self._changes[source, target]

    def _take_one(self) -> None:
        self._timer.setInterval(
            _LOOK_AGAIN if self._loading.is_alive() else 0
        )  # 0: when no events are left
        if self._loading.is_alive():
            return
        if self._waiting:
            self.change(*self._waiting.pop())
        if not self._waiting:
            self._timer.stop()
            self.found.emit()
