"""Buttons that show a sign only, and say their name to whoever cannot see it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.icons import sign_icon
from pathways.gui.widgets.plain_text import set_tip


def icon_button(sign: str, name: str, theme: Theme, parent: QWidget) -> QPushButton:
    """Return a button that shows a sign and says its name to whoever cannot see it."""
    button = QPushButton(parent)
    button.setProperty("look", "icon")
    button.setProperty("sign", sign)
    button.setAccessibleName(name)
    set_tip(button, name)
    paint_icon(button, theme)
    return button


def paint_icon(button: QPushButton, theme: Theme) -> None:
    """Draw a button's sign in a theme's colours."""
    side = theme.px(18)
    button.setIcon(
        sign_icon(str(button.property("sign")), theme.text, side, off=theme.control_line)
    )
    button.setIconSize(QSize(side, side))
