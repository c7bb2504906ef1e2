"""A word to whoever is here for the first time; once closed, it does not come back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import Label
from pathways.i18n import _

_LINE = (
    26  # the least width of the words beside the size of type, where the buttons stand beside them
)


class Welcome(QFrame):
    """Say in two sentences what one can do here, and offer three ways to begin."""

    closed = Signal()
    example_asked = Signal()
    import_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAccessibleName(_("New here?"))
        self._words = Label(self)
        self._words.setWordWrap(True)
        self._words.setText(
            _(
                "These grades are an example. Choose two and see what would change, or bring your "
                "own documents."
            )
        )
        self._buttons = QWidget(self)
        self._flow = FlowLayout(self._buttons)
        self.example = QPushButton(_("Show me an example"), self._buttons)
        self.own = QPushButton(_("Bring your own documents…"), self._buttons)
        self.close_button = QPushButton(_("Do not show this again"), self._buttons)
        for button in (self.example, self.own, self.close_button):
            self._flow.addWidget(button)
        self._column = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._column.addWidget(self._words, 1)
        self._column.addWidget(self._buttons)
        self.example.clicked.connect(self.example_asked)
        self.own.clicked.connect(self.import_asked)
        self.close_button.clicked.connect(self.closed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._column.setContentsMargins(
            theme.space(24), theme.space(10), theme.space(24), theme.space(10)
        )
        self._flow.set_gap(theme.space(8))
        self._theme = theme
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where there is no room beside them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme = self._theme
        buttons = self._flow.sizeHint().width()
        beside = self.width() - 2 * theme.space(24) >= buttons + _LINE * theme.text_px()
        way = QBoxLayout.Direction
        self._column.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._column.setSpacing(theme.space(24 if beside else 6))
        self._buttons.setMinimumWidth(buttons if beside else 0)
