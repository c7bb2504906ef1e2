"""Imports and their window: asked about before it closes, tried out, opened when they are saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pathways.gui.shell.context import Context
from pathways.gui.shell.files import Files
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.window_part import WindowPart
from pathways.i18n import _
from pathways.model.framework import Framework


class ImportActions(WindowPart):
    """Do what the page that imports asks of its window; nothing of it is loaded before."""

    def __init__(self, context: Context, files: Files) -> None:
        super().__init__(context)
        self._files = files
        context.framework_saved.connect(self._on_saved)
        context.try_asked.connect(self._on_try_asked)

    def begin(self) -> None:
        """Go to the page that imports."""
        self._context.session.visit(PageName.IMPORT)

    def read(self, paths: Sequence[Path]) -> None:
        """Begin an import with these documents and folders."""
        self.begin()
        self._context.page(PageName.IMPORT).read(paths)

    def _on_saved(self, path: Path) -> None:
        """Open what was saved, and show it on the map."""
        context = self._context
        workspace = context.session.workspace
        workspace.try_out(None)
        self._files.open([path])
        saved = next(
            (
                framework
                for framework, place in workspace.state.places.items()
                if place.resolve() == path.resolve()
            ),
            None,
        )
        if saved is not None:
            self._show(workspace.library.framework(saved))
        context.say(_("The framework is in {file}, and open.").format(file=path))

    def _on_try_asked(self, framework: Framework) -> None:
        """Show a framework beside the others without saving it; put it away where it is shown
        already.
        """
        from pathways.gui.shell.scroll_restore import keep_place

        context = self._context
        workspace = context.session.workspace
        again = workspace.tried == framework
        with keep_place(context.room):
            workspace.try_out(None if again else framework)
        if again:
            context.say(_("The preview is closed."))
            return
        self._show(workspace.library.frameworks[-1])
        words = _("{title} is open as a preview; it is not saved.")
        context.say(words.format(title=framework.title))

    def _show(self, framework: Framework) -> None:
        self._context.session.visit(PageName.MAP)
        self._context.session.set_current(framework.nodes[0].id)
