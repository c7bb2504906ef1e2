"""The button that takes what is shown away: onto paper or into a file."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.menu_button import MenuButton, show_menu_sign
from pathways.i18n import _


class PaperButton(MenuButton):
    """Offer export, preview and print; ``asked`` carries the action's name."""

    def __init__(self, parent: QWidget) -> None:
        entries = (
            ("export", _("Export to a file…")),
            ("preview", _("Print preview…")),
            ("print", _("Print…")),
        )
        super().__init__(_("Print or export"), entries, parent)
        self.setProperty("look", "primary")

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        show_menu_sign(self, theme, theme.on_accent)
