"""Files let fall anywhere on the window: frameworks are opened, documents are imported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from pathways.gui.shell.given_files import GivenFiles, open_given, told_apart
from pathways.gui.shell.parts import Parts
from pathways.i18n import _, _n, in_words

_FALLING = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class DragAndDrop(QObject):
    """Take the files that are let fall on a window, wherever on it.

    They are taken as they reach the native window, before any part of it is asked: a text field
    would write their names down.
    """

    def __init__(self, window: QWidget, parts: Parts) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        native = window.windowHandle()
        if native is not None:
            native.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what letting go would do, and do it; whatever is no file is left to others."""
        kind = event.type()
        if kind == QEvent.Type.WinIdChange and watched is self._window:
            self._window.windowHandle().installEventFilter(self)
        elif kind in _FALLING and isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            if kind == QEvent.Type.DragEnter:
                self._parts.context.say(_words(dropped(event.mimeData())))
            elif kind == QEvent.Type.Drop:
                open_given(self._parts, dropped(event.mimeData()))
            return True
        return False


def dropped(data: QMimeData) -> GivenFiles:
    """Tell framework files from documents, and say what is no file of this computer."""
    local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    others = [url.toDisplayString() for url in data.urls() if not url.isLocalFile()]
    given = told_apart(local)
    words = " ".join(filter(None, (_other_words(others), given.refusal)))
    return msgspec.structs.replace(given, refusal=words)


def _words(what: GivenFiles) -> str:
    """Say what letting go would do."""
    if what.frameworks and what.documents:
        return _("Drop to open the frameworks and import the documents.")
    if what.documents:
        return _("Drop to import")
    return _("Drop to open")


def _other_words(names: Sequence[str]) -> str:
    if not names:
        return ""
    words = _n(
        "{names} is not a file on this computer.",
        "{names} are not files on this computer.",
        len(names),
    )
    return words.format(names=in_words([f"“{name}”" for name in names[:3]]))
