"""The search of a window: its index, what is being looked for, and what was found."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from pathways.gui.shell.session import Session

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from pathways.search.index import Index
    from pathways.search.results import Results

FEW, MANY = 40, 400  # hits shown while one types, and when all are asked for
_WAIT = 1200  # milliseconds after which the index is built, when the window has long been there


@cache
def _builder() -> Executor:
    """Return the one thread in which indexes are built.

    What a thread allocates comes from a heap of its own. A new thread for each index scatters them
    over as many heaps, none of which is ever empty: some 70 MB after a few thousand changes of
    files and windows.
    """
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(1)


class Finder(QObject):
    """Search the session's library; the index is built beside the window, or when it is first
    needed.
    """

    changed = Signal()  # another text, or other results

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._index: Index | None = None
        self._results: Results | None = None
        self.text = ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT)
        self._wait.timeout.connect(self.prepare)
        self._wait.start()
        session.library_changed.connect(self._on_library_changed)

    @property
    def results(self) -> Results:
        """Return what the text finds."""
        if self._results is None:
            self._results = self._ready().find(self.text, most=FEW)
        return self._results

    def search(self, text: str) -> None:
        """Look for another text."""
        if text != self.text:
            self.text, self._results = text, None
            self.changed.emit()

    def show_all(self) -> None:
        """Return more than the best hits."""
        self._results = self._ready().find(self.text, most=MANY)
        self.changed.emit()

    def prepare(self) -> None:
        """Build the index in another thread, so that the first key press does not wait for it."""
        _builder().submit(self._ready().prepare)

    def _ready(self) -> Index:
        if self._index is None:
            from pathways.search.index import Index

            self._index = Index(self._session.library)
        return self._index

    def _on_library_changed(self) -> None:
        self._index, self._results = None, None
        self._wait.start()
        self.changed.emit()
