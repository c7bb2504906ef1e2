"""The box in the head of the window, and the page with what was found: one search."""

from __future__ import annotations

from PySide6.QtCore import Qt

from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.search_box import SearchBox


class SearchActions:
    """Join a window's box, its finder and its page; the keyboard stays in the box while one walks
    through the hits.
    """

    def __init__(self, context: Context, box: SearchBox) -> None:
        self._context = context
        self._session = context.session
        self._finder = context.finder
        self.box = box
        self.box.textEdited.connect(self._on_typed)
        self.box.walked.connect(self._on_walked)
        self.box.chosen.connect(self._on_chosen)
        self.box.left.connect(self._on_left)
        context.box_asked.connect(lambda: self.box.setFocus(Qt.FocusReason.OtherFocusReason))
        context.words_asked.connect(self.search)

    def begin(self) -> None:
        """Go to the box from wherever one is."""
        self._session.visit(PageName.SEARCH)
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
            self._session.visit(PageName.SEARCH)
        self._tell()

    def _on_walked(self, by: int) -> None:
        self._session.visit(PageName.SEARCH)
        self._context.page(PageName.SEARCH).walk(by)
        self._tell()

    def _on_chosen(self) -> None:
        if self._session.page == PageName.SEARCH:
            self._context.page(PageName.SEARCH).open()
        elif self.box.text():
            self._session.visit(PageName.SEARCH)

    def _on_left(self) -> None:
        """Empty the box; from an empty one, go back to where one was."""
        if self.box.text():
            self.box.clear()
            self._on_typed("")
        elif self._session.page == PageName.SEARCH and self._session.can_go_back:
            self._session.back()
        else:
            self._context.page(self._session.page).take_focus()

    def _tell(self) -> None:
        """Let a screen reader say how much was found, and which hit is chosen."""
        if self._session.page != PageName.SEARCH:
            return
        chosen = self._context.page(PageName.SEARCH).chosen_words
        self.box.setAccessibleDescription(
            " ".join(part for part in (chosen, self._finder.results.sentence) if part)
        )
