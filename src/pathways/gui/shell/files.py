"""The framework files of one window: opened, closed again, watched, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from pathways.gui.shell.banner import Banner
from pathways.gui.shell.context import Context
from pathways.gui.shell.recent import RecentMenu, remember
from pathways.gui.shell.window_part import WindowPart
from pathways.gui.widgets.plain_text import action_words, set_tip
from pathways.i18n import _, _n, in_words
from pathways.model.saved_comparison import is_comparison_name
from pathways.store.open_files import OpenFiles

if TYPE_CHECKING:
    from pathways.gui.shell.background import Progress
    from pathways.gui.shell.file_watcher import FileWatcher


class Files(WindowPart):
    """Open and close files in a window, and say what came of it; the workspace has what is open."""

    comparison_asked = Signal(object)  # the path of a saved comparison that is to be shown

    def __init__(self, context: Context, banner: Banner) -> None:
        super().__init__(context)
        self._banner = banner
        self._workspace = context.session.workspace
        self._watching: FileWatcher | None = None
        self.closing: QMenu | None = None
        context.session.problems_found.connect(self._show_state)
        context.session.files_changed.connect(self._show_state)
        context.session.judged.connect(self._watch)

    def add_menus(self, menu: QMenu) -> None:
        """Put the lists of recent and of open files into the file menu, behind its first entry."""
        first = menu.actions()[1]
        recent = RecentMenu(self._context.settings, self.open, menu)
        menu.insertMenu(first, recent)
        self.closing = QMenu(_("C&lose a framework"), menu)
        self.closing.setObjectName("closing")
        menu.insertMenu(first, self.closing)
        for shown in (menu, self.closing):
            shown.aboutToShow.connect(self._fill_closing)
        menu.aboutToShow.connect(recent.fill)
        self.closing.menuAction().setEnabled(bool(self._workspace.state.own))

    def begin(self) -> None:
        """Tell what is wrong with what the window opened with, and watch it."""
        self._show_state()

    # Opening and closing -------------------------------------------------------------------------

    def open(self, paths: Sequence[Path]) -> None:
        """Open files beside those that are open: frameworks, and then comparisons of them."""
        comparisons = [path for path in paths if is_comparison_name(path)]
        frameworks = [path for path in paths if path not in comparisons]
        if frameworks:
            self._open(frameworks)
        for path in comparisons:
            self.comparison_asked.emit(path)

    def _open(self, paths: Sequence[Path]) -> None:
        before = set(self._workspace.state.library.frameworks)
        if not self._read(
            [*self._workspace.state.paths, *paths], _("Opening the framework files…")
        ):
            return
        remember(self._context.settings, paths)
        new = [
            framework.title
            for framework in self._workspace.state.library.frameworks
            if framework not in before
        ]
        if new:
            words = _n("{titles} is open.", "{titles} are open.", len(new))
            self._context.say(words.format(titles=in_words(new)))
        elif not self._workspace.mistakes:
            self._context.say(_("That is already open."))

    def close(self, path: Path) -> None:
        """Close one of the person's own files."""
        title = self._workspace.state.title_of(path)
        rest = [other for other in self._workspace.state.paths if other != path]
        if self._read(rest, _("Closing {title}…").format(title=title)):
            self._context.say(_("{title} is closed.").format(title=title))

    def reload(self) -> None:
        """Read again what was changed elsewhere; what became unreadable stays open as it was."""
        if self._workspace.look():
            self._context.say(_("Somebody else changed a judgement; it is shown as it is now."))
        if not self._workspace.state.is_stale():
            return
        sound = not self._workspace.mistakes
        before = self._workspace.state.library
        if self._read(self._workspace.state.paths, _("Reading the framework files again…")):
            if self._workspace.state.library.frameworks != before.frameworks:
                self._context.say(_("A framework file was changed, and is shown as it is now."))
            elif not sound and not self._workspace.mistakes:
                self._context.say(_("The file is fixed and has been reloaded."))

    def ask_open(self) -> None:
        """Ask for framework files or comparisons, and open them."""
        from pathways.gui.dialogs.file_dialog import ask_files

        kinds = _("Frameworks and comparisons (*.yaml *.yml *.pathcompare)")
        paths = ask_files(self._context.window, _("Open a framework file"), kinds)
        if paths:
            self.open(paths)

    def remember(self) -> None:
        """Keep in mind which files are open, for the next start."""
        kept = [str(file.path.absolute()) for file in self._workspace.state.own if file.framework]
        self._context.settings.set("files/open", kept)

    # Inside --------------------------------------------------------------------------------------

    def _read(self, paths: Sequence[Path], words: str) -> bool:
        """Read files and show them; return False where the person gave up."""
        from pathways.gui.shell.background import wait_for
        from pathways.gui.shell.scroll_restore import keep_place

        def job(progress: Progress) -> OpenFiles:
            return self._workspace.read(paths, progress=progress.tell)

        found = wait_for(self._context.window, words, job)
        if found is None:
            self._context.say(_("Cancelled. Nothing was changed."))
            return False
        with keep_place(self._context.room):
            self._workspace.take(found)
        return True

    def _show_state(self) -> None:
        mistakes = self._workspace.mistakes
        kept = [file.path for file in self._workspace.state.own if file.framework]
        self._banner.show_problems(mistakes, kept)
        self._watch()
        self.remember()

    def _watch(self) -> None:
        """Watch the files that others may change, as far as there are any."""
        watched = self._workspace.watched
        if watched and self._watching is None:
            from pathways.gui.shell.file_watcher import FileWatcher

            self._watching = FileWatcher(self)
            self._watching.noticed.connect(self.reload)
        if self._watching is not None:
            self._watching.watch(watched)

    def _fill_closing(self) -> None:
        if self.closing is None:
            return
        self.closing.clear()
        self.closing.menuAction().setEnabled(bool(self._workspace.state.own))
        for file in self._workspace.state.own:
            words = action_words(self._workspace.state.title_of(file.path))
            if file.framework is None:
                words = _("{file} (could not be opened)").format(file=words)
            action = self.closing.addAction(words)
            set_tip(action, str(file.path))
            action.triggered.connect(lambda _on=False, chosen=file.path: self.close(chosen))
