"""What does the work of some actions in one window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from pathways.gui.shell.context import Context


class WindowPart(QObject):
    """Know the window by its context, and end with it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._session = context.session
