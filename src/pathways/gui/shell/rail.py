"""The list of pages at the left."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.pages import page_titles
from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import BODY, Theme
from pathways.i18n import _


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
        self.buttons: dict[PageName, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._flat = False
        for name, title in page_titles().items():
            button = _RailButton(title, self)
            button.setProperty("look", "rail")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, page=name: session.visit(page))
            self.buttons[name] = button
        self._rule = QFrame(self)
        self._rule.setObjectName("rule")
        session.page_changed.connect(self.refresh)
        self.set_theme(theme)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._grid.setContentsMargins(theme.margins(8, 12))
        self._grid.setSpacing(theme.space(2))
        self._least = theme.space(150)
        self.setFont(theme.font(BODY))
        self._place()

    def lie(self, flat: bool) -> None:
        """Lie on top of the page in as few rows as there is room for, or stand at its side."""
        self._flat = flat
        self.setMinimumWidth(0 if flat else self._least)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as few rows as there is room for."""
        super().resizeEvent(event)
        if self._flat and event.size().width() != event.oldSize().width():
            self._place()

    def _place(self) -> None:
        buttons, across = list(self.buttons.values()), 1
        if self._flat:
            gap, margins = self._grid.spacing(), self._grid.contentsMargins()
            room = self.width() - margins.left() - margins.right()
            widths = [button.sizeHint().width() + gap for button in buttons]
            across = len(buttons) if sum(widths) <= room else max(1, room // max(widths))
        placed: list[QWidget] = list(buttons)
        if not self._flat:
            placed.insert(len(buttons) - 1, self._rule)  # what brings new frameworks stands apart
        self._rule.setVisible(not self._flat)
        for number, widget in enumerate(placed):
            self._grid.addWidget(widget, number // across, number % across)
        rows = -(-len(placed) // across)
        for row in range(len(buttons) + 2):
            self._grid.setRowStretch(row, 1 if row == rows and not self._flat else 0)
        for column in range(len(buttons) + 1):
            self._grid.setColumnStretch(column, 1 if column == across and self._flat else 0)

    def width_standing(self) -> int:
        """Return how wide it is at the side of the page, in pixels."""
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        margins = self._grid.contentsMargins()
        return max(self._least, widest + margins.left() + margins.right())

    def refresh(self) -> None:
        """Press the button of the page that is shown."""
        chosen = self.buttons.get(self._session.page)
        for button in self.buttons.values():
            button.setAutoExclusive(False)  # what was found has no button: none is pressed then
            button.setChecked(button is chosen)
        for button in self.buttons.values():
            button.setAutoExclusive(True)  # to a screen reader: one of several, not a tick

    def take_focus(self) -> None:
        """Give the keyboard to the page that is shown."""
        button = self.buttons.get(self._session.page)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
