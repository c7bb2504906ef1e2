"""The page that imports documents, joined with its window: made when asked for, undone from the
menu, tried out.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pathways.gui.widgets.plain_text import action_words
from pathways.i18n import _
from pathways.model.framework import Framework

if TYPE_CHECKING:
    from pathways.gui.importing.import_page import ImportPage
    from pathways.gui.shell.main_window import MainWindow


class ImportActions(QObject):
    """Join the import page with its window; nothing of it is loaded before somebody imports."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.stack.offer("import", self._make_page)
        window.session.undo.changed.connect(self._name_steps)

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
        window.session.undo.use("import", page.worker.session)
        page.said.connect(window.say)
        page.saved.connect(self._on_saved)
        page.try_asked.connect(self._on_try_asked)
        page.worker.changed.connect(lambda _keys: self._tell_page())
        page.worker.read.connect(self._tell_page)
        return page

    # What the menus do ---------------------------------------------------------------------------

    def _do_import(self) -> None:
        self._window.session.visit("import")

    def _do_undo(self) -> None:
        self._window.session.undo.undo()

    def _do_redo(self) -> None:
        self._window.session.undo.redo()

    def _name_steps(self) -> None:
        """Say in the menu what undo and redo would do."""
        undo, menus = self._window.session.undo, self._window.menus
        for name, step, plain, words in (
            ("undo", undo.undo_words, _("&Undo"), _("&Undo: {step}")),
            ("redo", undo.redo_words, _("&Redo"), _("&Redo: {step}")),
        ):
            told = words.format(step=action_words(step)) if step else plain
            menus.action(name).setText(told)
        menus.refresh()

    # Saving and trying ---------------------------------------------------------------------------

    def _on_saved(self, path: Path) -> None:
        """Open what was saved, and show it on the map."""
        window = self._window
        window.session.workspace.try_out(None)
        window.files.open([path])
        places = window.session.workspace.state.places
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
        from pathways.gui.shell.scroll_restore import keep_place

        window = self._window
        workspace = window.session.workspace
        again = workspace.tried == framework
        with keep_place(window):
            workspace.try_out(None if again else framework)
        self._tell_page()
        if again:
            window.say(_("It is put away again."))
            return
        self._show(window.session.library.frameworks[-1])
        window.say(
            _("{title} is here to be looked at; it is not saved.").format(title=framework.title)
        )

    def _show(self, framework: Framework) -> None:
        self._window.session.visit("map")
        self._window.session.set_current(framework.nodes[0].id)

    def _tell_page(self) -> None:
        review = self.page.worker.session.review
        tried = self._window.session.workspace.tried
        self.page.show_tried(review is not None and tried == review.result().framework)
        self._window.session.undo.changed.emit()
