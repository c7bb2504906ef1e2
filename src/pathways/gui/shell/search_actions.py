"""The box in the head of the window, and the page with what was found: one search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from pathways.gui.search.finder import Finder

if TYPE_CHECKING:
    from pathways.gui.shell.main_window import MainWindow


class SearchActions:
    """Join a window's box, its finder and its page; the keyboard stays in the box while one walks
    through the hits.
    """

    def __init__(self, window: MainWindow, finder: Finder) -> None:
        self._session = window.session
        self._stack = window.stack
        self._finder = finder
        self.box = window.header.search
        self.box.textEdited.connect(self._on_typed)
        self.box.walked.connect(self._on_walked)
        self.box.chosen.connect(self._on_chosen)
        self.box.left.connect(self._on_left)
        self._stack.box_asked.connect(lambda: self.box.setFocus(Qt.FocusReason.OtherFocusReason))
        self._stack.words_asked.connect(self.search)

    def _do_search(self) -> None:
        """Go to the box from wherever one is."""
        self._session.visit("search")
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def search(self, words: str) -> None:
        """Search for words as if they had been typed."""
        self.box.setText(words)
        self._on_typed(words)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self, words: str) -> None:
        self._finder.search(words)
        if words:
            self._session.visit("search")
        self._tell()

    def _on_walked(self, by: int) -> None:
        self._session.visit("search")
        self._stack.search_page().walk(by)
        self._tell()

    def _on_chosen(self) -> None:
        if self._session.page == "search":
            self._stack.search_page().open()
        elif self.box.text():
            self._session.visit("search")

    def _on_left(self) -> None:
        """Empty the box; from an empty one, go back to where one was."""
        if self.box.text():
            self.box.clear()
            self._on_typed("")
        elif self._session.page == "search" and self._session.can_go_back:
            self._session.back()
        else:
            self._stack.show_page(self._session.page).take_focus()

    def _tell(self) -> None:
        """Let a screen reader say how much was found, and which hit is chosen."""
        if self._session.page != "search":
            return
        chosen = self._stack.search_page().chosen_words
        self.box.setAccessibleDescription(
            " ".join(part for part in (chosen, self._finder.results.sentence) if part)
        )
