"""Undo and redo: they mean what the page that is shown changes."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from pathways.gui.shell.page_name import PageName


class Steps(Protocol):
    """What can be undone: a workspace, a document, an import."""

    @property
    def undo_words(self) -> str:
        """Return what undo would take back, "" where there is nothing."""

    @property
    def redo_words(self) -> str:
        """Return what redo would do again, "" where there is nothing."""

    def undo(self) -> object:
        """Take the last step back."""

    def redo(self) -> object:
        """Do it again."""


class Undo(QObject):
    """Pass undo and redo on to the steps of the page that is shown."""

    changed = Signal()  # what can be undone or done again, or its words

    def __init__(self, steps: Steps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._usual = steps
        self._of_pages: dict[PageName, Steps] = {}
        self._page = PageName.MAP

    def use(self, page: PageName, steps: Steps) -> None:
        """Let undo and redo mean these steps on a page; on all others they mean judgements."""
        self._of_pages[page] = steps
        self.changed.emit()

    def show_page(self, page: PageName) -> None:
        """Note which page is shown."""
        self._page = page
        self.changed.emit()

    @property
    def undo_words(self) -> str:
        """Return what undo would take back, "" where there is nothing."""
        return self._steps.undo_words

    @property
    def redo_words(self) -> str:
        """Return what redo would do again, "" where there is nothing."""
        return self._steps.redo_words

    def undo(self) -> None:
        """Take the last step back."""
        self._steps.undo()
        self.changed.emit()

    def redo(self) -> None:
        """Do it again."""
        self._steps.redo()
        self.changed.emit()

    @property
    def _steps(self) -> Steps:
        return self._of_pages.get(self._page, self._usual)
