"""What a page is for, kept in sight at every size of text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


class MainInSight(QObject):
    """Scroll a page as little as shows the beginning of what it is for, where title and buttons
    take all the room; what a person has scrolled stays where it is.

    ``main`` is that part and ``least`` how many pixels of it are to be seen.
    """

    def __init__(
        self,
        scroll: QScrollArea,
        main: Callable[[], QWidget | None],
        least: Callable[[], int],
    ) -> None:
        super().__init__(scroll)
        self._scroll, self._main, self._least = scroll, main, least
        self._own = 0  # where this has scrolled to; elsewhere, somebody else has
        self._missing = False  # whether it was hidden so far
        self._soon = QTimer(self)  # once everything has its place
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._settle)
        self._touched = False  # whether a person has scrolled
        scroll.verticalScrollBar().actionTriggered.connect(self._on_touched)
        scroll.verticalScrollBar().rangeChanged.connect(lambda *_range: self._soon.start())
        content = scroll.widget()
        if content is not None:
            content.installEventFilter(self)

    def begin_again(self) -> None:
        """Take the page for one that nobody has scrolled: something else stands on it now."""
        self._missing, self._touched = True, False
        self._soon.start()

    def _on_touched(self, _action: int) -> None:
        self._touched = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again once the page is laid out anew."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self._soon.start()
        return False

    def _settle(self) -> None:
        bar, main, content = self._scroll.verticalScrollBar(), self._main(), self._scroll.widget()
        if main is None or content is None:
            return
        shown = main.isVisibleTo(content)
        if shown and self._missing:  # it has just come: nobody has scrolled beside it yet
            self._own = bar.value()
        self._missing = not shown
        top = main.mapTo(content, QPoint(0, 0)).y()
        below = top >= bar.value() + self._scroll.viewport().height()
        moved = bar.value() != min(self._own, bar.maximum())
        if not shown or (moved and (self._touched or not below)):
            return
        seen = min(main.height(), self._least())
        wanted = top + seen - self._scroll.viewport().height()
        self._own = min(max(0, wanted), bar.maximum())
        bar.setValue(self._own)
