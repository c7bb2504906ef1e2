"""The button that takes what is shown away: onto paper or into a file."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.icons import sign_icon
from pathways.i18n import _


class PaperButton(QPushButton):
    """Offer export, preview and print; ``asked`` carries the action's name."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Print or export"), parent)
        self.setProperty("look", "primary")
        menu = QMenu(self)
        menu.setLayoutDirection(QGuiApplication.layoutDirection())  # not that of the button
        for name, words in (
            ("export", _("Export to a file…")),
            ("preview", _("Print preview…")),
            ("print", _("Print…")),
        ):
            menu.addAction(words).triggered.connect(
                lambda _on=False, wanted=name: self.asked.emit(wanted)
            )
        self.setMenu(menu)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        side = theme.px(16)
        self.setIcon(sign_icon("down", theme.on_accent, side))
        self.setIconSize(QSize(side, side))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands behind the words
