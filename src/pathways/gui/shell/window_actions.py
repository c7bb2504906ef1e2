"""What the menus offer for the window itself: its look, settings, guide, and other windows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.page_spec import PageSpec
from pathways.gui.shell.theme import NOTCH, Theme, theme_named
from pathways.gui.shell.window_part import WindowPart
from pathways.gui.shell.windows import SessionWindow, Windows
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.gui.guide.guide_window import GuideWindow
    from pathways.gui.shell.command_palette import Command


class WindowActions(WindowPart):
    """Do what is asked of the window; whatever that needs is loaded when it is first asked for."""

    def __init__(
        self,
        context: Context,
        window: SessionWindow,
        windows: Windows[Any],
        pages: Mapping[PageName, PageSpec],
    ) -> None:
        super().__init__(context)
        self._window = window
        self._windows = windows
        self._pages = pages
        self.guide: GuideWindow | None = None  # made when it is first asked for
        self._commands: Callable[[], list[Command]] = list
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def commands_from(self, commands: Callable[[], list[Command]]) -> None:
        """Say who knows all actions."""
        self._commands = commands

    # Look ----------------------------------------------------------------------------------------

    @property
    def theme_choice(self) -> str:
        """Return the theme that was chosen, "system" where it is the system's."""
        choice = str(self._context.settings.get("look/theme"))
        return choice if choice in ("light", "dark", "high-contrast") else "system"

    def use_theme(self, choice: str) -> None:
        """Use a theme by name, or the system's."""
        self._context.settings.set("look/theme", choice)
        self.set_theme(theme_named(choice).scaled(self._context.theme.scale))

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme to every window."""
        self._context.settings.set("look/text_percent", round(theme.scale * 100))
        for window in self._windows.open_ones:
            window.apply_theme(theme)

    def resize_text(self, notches: int) -> None:
        """Make the text larger or smaller; 0 makes it as large as usual."""
        scale = self._context.theme.scale + notches * NOTCH if notches else 1.0
        self.set_theme(self._context.theme.scaled(scale))
        percent = round(self._context.theme.scale * 100)
        self._context.say(_("Text at {percent} %").format(percent=percent))

    def apply_theme(self, theme: Theme) -> None:
        """Apply the theme to what is open beside the window."""
        if self.guide is not None:
            self.guide.set_theme(theme)

    def _on_system_changed(self) -> None:
        if self.theme_choice == "system":
            self.set_theme(theme_named("system").scaled(self._context.theme.scale))

    # Problems, settings, guide -------------------------------------------------------------------

    def show_problems(self) -> None:
        """Go to the page of problems."""
        self._context.session.visit(PageName.PROBLEMS)

    def check(self) -> None:
        """Check the framework that the person is at."""
        page = self._context.page(PageName.PROBLEMS)
        framework = page.checkup.at_hand()
        self.show_problems()
        page.check(framework)

    def ask_settings(self) -> None:
        """Ask for settings, and let them hold."""
        from pathways.gui.shell.settings_dialog import SettingsDialog

        context = self._context
        SettingsDialog.ask(context.window, context.settings, context.theme, self.apply)

    def apply(self, values: Mapping[str, Any]) -> None:
        """Let settings hold, now and from now on."""
        settings = self._context.settings
        for key, value in values.items():
            settings.set(key, value)
        settings.save()
        for window in self._windows.open_ones:
            window.apply_settings(values)
        if "look/theme" in values:
            self.use_theme(values["look/theme"])
        if "look/text_percent" in values:
            self.set_theme(self._context.theme.scaled(values["look/text_percent"] / 100))

    def show_guide(self) -> None:
        """Open the guide at the chapter of the page that is shown."""
        self.open_guide(self._pages[self._context.session.page].chapter)

    def open_guide(self, chapter: str) -> None:
        """Show a chapter of the guide in a window beside this one."""
        self._context.attempt(_("The guide cannot be opened"), lambda: self._open_guide(chapter))

    def _open_guide(self, chapter: str) -> None:
        if self.guide is None:
            from pathways.gui.guide.guide_window import GuideWindow

            self.guide = GuideWindow(self._context.window, self._context.theme)
        self.guide.open(chapter)
        self.guide.show()
        self.guide.activateWindow()
        self.guide.page.setFocus()

    def ask_palette(self) -> None:
        """Ask for any action by its words, and do it."""
        from pathways.gui.shell.command_palette import CommandPalette

        name = CommandPalette.ask(self._context.window, self._commands(), self._context.theme)
        if name:
            self._context.do(name)

    def about(self) -> None:
        """Say what the program is and what is open."""
        from pathways.gui.shell.about_dialog import AboutDialog

        AboutDialog.tell(self._context.window, self._context.session.library)

    def toggle_full_screen(self) -> None:
        """Show the window on the whole screen, or as it was."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    # Windows -------------------------------------------------------------------------------------

    def new_window(self) -> None:
        """Show one more window with what this one has open."""
        self._windows.another(self._window)

    def close(self) -> None:
        """Close this window."""
        self._window.close()

    def quit(self) -> None:
        """Close all windows."""
        self._windows.close_all()

    # What is compared ----------------------------------------------------------------------------

    def toggle_only_changes(self) -> None:
        """Show only what changes, or everything again."""
        session = self._context.session
        session.set_only_changes(not session.only_changes)

    def toggle_word_marks(self) -> None:
        """Show word marks, or plain text again."""
        self.set_marked(not self._context.settings.get("compare/word_marks"))

    def set_marked(self, marked: bool) -> None:
        """Show word marks, or plain text."""
        self._context.settings.set("compare/word_marks", marked)
        self._context.word_marks_changed.emit(marked)
