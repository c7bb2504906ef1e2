"""A button with a menu, and the sign that says so."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.icons import sign_icon


def show_menu_sign(button: QPushButton, theme: Theme, colour: str = "") -> None:
    """Put the sign of a menu behind the words of a button, in the colour of text or in another."""
    side = theme.px(16)
    button.setIcon(sign_icon("down", colour or theme.text, side))
    button.setIconSize(QSize(side, side))
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands behind the words


class MenuButton(QPushButton):
    """Offer entries, each a name and its words ("" draws a line); ``asked`` carries the name."""

    asked = Signal(str)

    def __init__(self, words: str, entries: Iterable[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(words, parent)
        self._actions: dict[str, QAction] = {}
        menu = QMenu(self)
        menu.setLayoutDirection(QGuiApplication.layoutDirection())  # not that of the button
        for name, entry in entries:
            if not name:
                menu.addSeparator()
                continue
            action = self._actions[name] = menu.addAction(entry)
            action.triggered.connect(lambda _on=False, wanted=name: self.asked.emit(wanted))
        self.setMenu(menu)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        show_menu_sign(self, theme)
