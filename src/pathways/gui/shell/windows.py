"""The open windows: each with a session of its own, all in one look; the last one keeps what is to
be remembered.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from pathways.gui.shell.session import Session
from pathways.gui.shell.settings import Settings
from pathways.gui.shell.theme import Theme
from pathways.store.open_files import OpenFiles
from pathways.workspace.documents import Documents
from pathways.workspace.workspace import Workspace

_ASIDE = 32  # pixels that a new window stands beside the one it comes from
_GONE = 200  # milliseconds after which a closed window is gone for Qt
_SEEN = 120  # pixels of a window's top that must be on a screen, so that it can be taken hold of


class SessionWindow(QMainWindow):
    """A window that shows a session, in a look that all windows have."""

    session: Session

    def apply_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        raise NotImplementedError

    def apply_settings(self, values: Mapping[str, Any]) -> None:
        """Let what was set hold in this window too."""
        raise NotImplementedError


AnyWindow = TypeVar("AnyWindow", bound=SessionWindow)


class Windows(Generic[AnyWindow]):
    """Keep the windows of the program; ``make`` makes one, to show what is open in a workspace."""

    def __init__(
        self, settings: Settings, make: Callable[[Workspace, Windows[AnyWindow]], AnyWindow]
    ) -> None:
        self.settings = settings
        self.documents = Documents()  # each file has one owner, however many windows show it
        self._make_window = make
        self._open: list[AnyWindow] = []

    @property
    def open_ones(self) -> tuple[AnyWindow, ...]:
        """Return the windows in the order in which they were opened."""
        return tuple(self._open)

    def first(self, state: OpenFiles) -> AnyWindow:
        """Return a window as it was left last time, not shown yet."""
        return self._make(state)

    def another(self, window: SessionWindow) -> AnyWindow:
        """Show one more window with what a window has open and chosen."""
        other = self._make(window.session.workspace.state)
        other.session.choose(window.session.chosen)
        other.session.set_only_changes(window.session.only_changes)
        if not window.isMaximized():
            place = QRect(window.pos() + QPoint(_ASIDE, _ASIDE), window.size())
            other.resize(place.size())
            if is_seen(place):
                other.move(place.topLeft())
        other.show()
        return other

    def closing(self, window: SessionWindow) -> bool:
        """Give up a window that is being closed; return whether it was the last."""
        if window in self._open:
            self._open = [other for other in self._open if other is not window]
            window.session.workspace.leave()
            if self._open:
                QTimer.singleShot(
                    0, window, window.deleteLater
                )  # Qt still needs it while it closes
                QTimer.singleShot(
                    _GONE, gc.collect
                )  # its parts know each other, and would stay for a long time
        return not self._open

    def close_all(self) -> None:
        """Close every window, the one that is used last, so that it is the one that is
        remembered.
        """
        for window in sorted(self._open, key=lambda window: window.isActiveWindow()):
            window.close()

    def _make(self, state: OpenFiles) -> AnyWindow:
        window = self._make_window(Workspace(state, self.documents), self)
        self._open.append(window)
        return window


def restore_place(window: QWidget, kept: QByteArray, wanted: QSize) -> None:
    """Put a window where it was; where no screen shows that place any more, on the first screen in
    its own size.
    """
    if not kept.isEmpty() and window.restoreGeometry(kept):
        if window.isMaximized() or window.isFullScreen() or is_seen(window.geometry()):
            return
        wanted = window.size()
    screen = QGuiApplication.primaryScreen()
    room = screen.availableGeometry() if screen else QRect(QPoint(0, 0), wanted)
    window.resize(wanted.boundedTo(room.size()))
    if not kept.isEmpty():
        window.move(room.topLeft())


def is_seen(place: QRect) -> bool:
    """Tell whether enough of the top of a window at that place is on a screen to take hold
    of it.
    """
    top = QRect(place.left(), place.top(), place.width(), 32)
    for screen in QGuiApplication.screens():
        shown = top.intersected(screen.availableGeometry())
        if shown.width() >= min(_SEEN, place.width()) and shown.height() >= 16:
            return True
    return False
