"""The page that imports documents, joined with its window: made when asked for, undone from the
menu, tried out.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pathways.i18n import _
from pathways.model.framework import Framework
from pathways.model.library import Library

if TYPE_CHECKING:
    from pathways.gui.importing.import_page import ImportPage
    from pathways.gui.shell.main_window import MainWindow


class ImportActions(QObject):
    """Join the import page with its window; nothing of it is loaded before somebody imports."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tried: Framework | None = None
        window.stack.offer("import", self._make_page)
        window.session.page_changed.connect(self._on_page_changed)
        window.files.changed.connect(self._on_files_changed)
        group = window.session.undo_group
        group.canUndoChanged.connect(lambda _can: window.menus.refresh())
        group.canRedoChanged.connect(lambda _can: window.menus.refresh())
        group.undoTextChanged.connect(lambda words: self._name("undo", words))
        group.redoTextChanged.connect(lambda words: self._name("redo", words))

    @property
    def page(self) -> ImportPage:
        """Return the page."""
        return cast("ImportPage", self._window.page("import"))

    def may_close(self) -> bool:
        """Ask what becomes of corrections that no file has yet; return False where the person
        stays.
        """
        return not self._window.stack.is_made("import") or self.page.may_leave()

    def _make_page(self) -> QWidget:
        from pathways.gui.importing.import_page import ImportPage

        window = self._window
        page = ImportPage(window.settings, window.theme, window.stack)
        window.session.undo_group.addStack(page.desk.stack)
        page.said.connect(window.say)
        page.saved.connect(self._on_saved)
        page.try_asked.connect(self._on_try_asked)
        page.desk.changed.connect(lambda _keys: self._tell_page())
        page.desk.read.connect(self._tell_page)
        return page

    # What the menus do ---------------------------------------------------------------------------

    def _do_import(self) -> None:
        self._window.session.visit("import")

    def _do_undo(self) -> None:
        self._window.session.undo_group.undo()

    def _do_redo(self) -> None:
        self._window.session.undo_group.redo()

    def _on_page_changed(self) -> None:
        """Let undo and redo mean the page that is shown."""
        group = self._window.session.undo_group
        if self._window.session.page == "import":
            group.setActiveStack(self.page.desk.stack)
        elif self._window.stack.is_made("import") and group.activeStack() is self.page.desk.stack:
            group.setActiveStack(None)  # type: ignore[arg-type]

    def _name(self, name: str, step: str) -> None:
        words = {
            "undo": _("&Undo: {step}") if step else _("&Undo"),
            "redo": _("&Redo: {step}") if step else _("&Redo"),
        }
        self._window.menus.action(name).setText(words[name].format(step=step.replace("&", "&&")))

    # Saving and trying ---------------------------------------------------------------------------

    def _on_saved(self, path: Path) -> None:
        """Open what was saved, and show it on the map."""
        window = self._window
        self._tried = None
        window.files.open([path])
        places = window.files.state.places
        saved = next(
            (framework for framework, place in places.items() if place.resolve() == path.resolve()),
            None,
        )
        if saved is not None:
            self._show(window.session.library.framework(saved))
        window.say(_("The framework is in {file}, and open.").format(file=path))

    def _on_try_asked(self, framework: Framework) -> None:
        """Show a framework beside the others without saving it; put it away where it is shown
        already.
        """
        window = self._window
        if self._tried == framework:
            self._tried = None
            self._set_library(window.files.state.library)
            window.say(_("It is put away again."))
            self._tell_page()
            return
        self._tried = framework
        self._set_library(_beside(window.files.state.library, framework, self._own_ids()))
        self._show(window.session.library.frameworks[-1])
        self._tell_page()
        window.say(
            _("{title} is here to be looked at; it is not saved.").format(title=framework.title)
        )

    def _on_files_changed(self) -> None:
        """Keep what is tried open when the files are read anew."""
        window = self._window
        if self._tried is not None and window.session.library == window.files.state.library:
            self._set_library(_beside(window.files.state.library, self._tried, self._own_ids()))

    def _own_ids(self) -> set[str]:
        own = {file.path for file in self._window.files.state.own}
        return {
            framework for framework, path in self._window.files.state.places.items() if path in own
        }

    def _set_library(self, library: Library) -> None:

        from pathways.gui.shell.scroll_restore import keep_place

        with keep_place(self._window):
            self._window.session.set_library(library)

    def _show(self, framework: Framework) -> None:
        self._window.session.visit("map")
        self._window.session.set_current(framework.nodes[0].id)

    def _tell_page(self) -> None:
        review = self.page.desk.review
        self.page.show_tried(review is not None and self._tried == review.result().framework)


def _beside(library: Library, framework: Framework, own: set[str]) -> Library:
    """Return a library with one more framework, in the place of an own one of the same id."""
    before = [other for other in library.given if other.id != framework.id or other.id not in own]
    merged = Library.merge([*before, framework], library.shared_dimensions)
    new = [problem for problem in merged.problems if problem not in library.problems]
    return dataclasses.replace(merged, problems=(*library.problems, *new))
