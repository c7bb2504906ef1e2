"""How big the steps on the map are, found out a step at a time while nothing else is to be done."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from pathways.compare.change import StepChange
from pathways.gui.session import Session
from pathways.model.step import Step

_LOOK_AGAIN = 15  # milliseconds, while the library that pairs statements is being loaded


class StepSizes(QObject):
    """Compare the two ends of every step that a document states; tell when all are done."""

    found = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._changes: dict[tuple[str, str], StepChange] = {}
        self._waiting: list[Step] = []
        # A quarter of a second is too long to keep a key press waiting: the pairing library loads beside the window.
        self._loading = Thread(target=importlib.import_module, args=("networkx",), daemon=True)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._take_one)

    @property
    def sizes(self) -> Mapping[tuple[str, str], StepChange]:
        """Return what changes on each step, as far as it is known, by the ids of its ends."""
        return self._changes

    def start(self) -> None:
        """Begin, unless it has begun."""
        if not self._waiting and not self._changes:
            if self._loading.ident is None:
                self._loading.start()
            self.restart()

    def restart(self) -> None:
        """Begin anew with the session's library."""
        self._changes = {}
        self._waiting = [step for step in reversed(self._session.library.steps) if not step.indicative]
        if self._waiting:
            self._timer.start()
        else:
            self._timer.stop()

    def change(self, source: str, target: str) -> StepChange | None:
        """Return what changes from one node to another, now; None where they are no longer open."""
        nodes = self._session.library.nodes
        if source not in nodes or target not in nodes:
            return None
        if (source, target) not in self._changes:
            self._changes[source, target] = self._session.comparer.compare((source, target)).steps[0]
        return self._changes[source, target]

    def _take_one(self) -> None:
        self._timer.setInterval(_LOOK_AGAIN if self._loading.is_alive() else 0)  # 0: when no events are left
        if self._loading.is_alive():
            return
        if self._waiting:
            step = self._waiting.pop()
            self.change(step.source, step.target)
        if not self._waiting:
            self._timer.stop()
            self.found.emit()
