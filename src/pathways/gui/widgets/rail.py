"""The list of pages at the left."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from pathways.gui.session import Session
from pathways.gui.theme import BODY, Theme
from pathways.i18n import _


def page_titles() -> dict[str, str]:
    """Return the pages by name, from top to bottom."""
    return {"map": _("Map"), "compare": _("Compare"), "ladder": _("Ladder")}


class _RailButton(QPushButton):
    """A page's button: the arrows go to the next one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, press with Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the room of the words as they are when chosen, so that nothing moves."""
        self.ensurePolished()
        font = self.font()
        font.setBold(True)
        hint = super().sizeHint()
        return QSize(hint.width() + self.fontMetrics().averageCharWidth(), hint.height())


class Rail(QFrame):
    """Show the pages; the one that is shown is pressed."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(_("Pages"))
        self._session = session
        self.buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        for name, title in page_titles().items():
            button = _RailButton(title, self)
            button.setProperty("look", "rail")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, page=name: session.visit(page))
            group.addButton(button)
            self._column.addWidget(button)
            self.buttons[name] = button
        self._column.addStretch(1)
        session.page_changed.connect(self.refresh)
        self.set_theme(theme)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._column.setContentsMargins(theme.space(8), theme.space(12), theme.space(8), theme.space(12))
        self._column.setSpacing(theme.space(2))
        self._least = theme.space(150)
        self.setFont(theme.font(BODY))

    def lie(self, flat: bool) -> None:
        """Lie as a row on top of the page, or stand at its side."""
        way = QBoxLayout.Direction
        self._column.setDirection(way.LeftToRight if flat else way.TopToBottom)
        self.setMinimumWidth(0 if flat else self._least)

    def width_standing(self) -> int:
        """Return how wide it is at the side of the page, in pixels."""
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        margins = self._column.contentsMargins()
        return max(self._least, widest + margins.left() + margins.right())

    def refresh(self) -> None:
        """Press the button of the page that is shown."""
        self.buttons[self._session.page].setChecked(True)
