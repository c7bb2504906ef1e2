"""What the menus offer besides pages and files; whatever it needs is loaded when it is first asked
for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pathways.gui.shell.theme import Theme

if TYPE_CHECKING:
    from pathways.gui.guide.guide_window import GuideWindow
    from pathways.gui.problems.problems_page import ProblemsPage
    from pathways.gui.shell.main_window import MainWindow


class WindowActions(QObject):
    """Do the chores of one window; each ``_do_…`` is an action of the table."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.guide: GuideWindow | None = None  # made when it is first asked for
        window.banner.problems_asked.connect(self._do_problems)
        window.stack.offer("problems", self._make_problems)

    def problems_page(self) -> ProblemsPage:
        """Return the page of problems."""
        return cast("ProblemsPage", self._window.page("problems"))

    def _make_problems(self) -> QWidget:
        from pathways.gui.problems.problems_page import ProblemsPage

        return ProblemsPage(self._window)

    def _do_problems(self) -> None:
        self._window.session.visit("problems")

    def _do_check(self) -> None:
        framework = self.problems_page().checkup.at_hand()
        self._window.session.visit("problems")
        self.problems_page().check(framework)

    def _do_settings(self) -> None:
        from pathways.gui.shell.settings_dialog import SettingsDialog

        SettingsDialog.ask(self._window, self._window.settings, self._window.theme, self.apply)

    def apply(self, values: Mapping[str, Any]) -> None:
        """Let settings hold, now and from now on."""
        window = self._window
        for key, value in values.items():
            window.settings.set(key, value)
        window.settings.save()
        for other in window.windows.open_ones:
            other.chores.compare_by(values)
        if "look/theme" in values:
            window.use_theme(values["look/theme"])
        if "look/text_percent" in values:
            window.set_theme(window.theme.scaled(values["look/text_percent"] / 100))

    def compare_by(self, values: Mapping[str, Any]) -> None:
        """Compare in this window as settings say."""
        window = self._window
        if "compare/only_changes" in values:
            window.session.set_only_changes(values["compare/only_changes"])
        if "compare/word_marks" in values:
            window.menus.tick("word_marks", values["compare/word_marks"])
            window.stack.set_marked(values["compare/word_marks"])

    def _do_guide(self) -> None:
        self.open_guide(self._window.session.page)

    def open_guide(self, chapter: str) -> None:
        """Show a chapter of the guide in a window beside this one."""
        self._window.desk.attempt(lambda: self._open_guide(chapter))

    def _open_guide(self, chapter: str) -> None:
        if self.guide is None:
            from pathways.gui.guide.guide_window import GuideWindow

            self.guide = GuideWindow(self._window, self._window.theme)
        self.guide.open(chapter)
        self.guide.show()
        self.guide.activateWindow()
        self.guide.page.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Give what is open beside the window another look."""
        if self.guide is not None:
            self.guide.set_theme(theme)

    def _do_new_window(self) -> None:
        self._window.windows.another(self._window)

    def _do_close_window(self) -> None:
        self._window.close()

    def _do_about(self) -> None:
        from pathways.gui.dialogs.about_dialog import AboutDialog

        AboutDialog.tell(self._window, self._window.session.library)
