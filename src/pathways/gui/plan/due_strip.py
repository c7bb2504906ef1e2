"""What is due, in a small list over the plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from pathways.gui.plan.short_link import ShortLink
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n
from pathways.planning.dates import Due

_MOST = 3  # lines; the rest is counted


class DueStrip(QFrame):
    """Show dates; those about a statement lead to it."""

    row_asked = Signal(str)
    calendar_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(_("Dates"))
        self._theme = theme
        self._found: tuple[Due, ...] = ()
        self._given_up: tuple[Due, ...] = ()
        self._column = QVBoxLayout(self)
        self._inner: QWidget | None = None
        self.setVisible(False)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._fill()

    def show_due(self, found: Sequence[Due]) -> None:
        """Show what is due; nothing where there is nothing, or it was put away."""
        if tuple(found) != self._found:
            self._found = tuple(found)
            self._fill()
        self.setVisible(bool(found) and self._found != self._given_up)

    def _fill(self) -> None:
        edge = self._theme.space(10)
        self._column.setContentsMargins(edge, edge // 2, edge, edge // 2)
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = inner = QWidget(self)
        row = FlowLayout(inner, self._theme.space(4))
        for one in self._found[:_MOST]:
            row.addWidget(self._line(inner, one))
        more = len(self._found) - _MOST
        if more > 0:
            words = _n("{count} date more", "{count} dates more", more).format(count=more)
            row.addWidget(wrapped_label("small", inner, words))
        for words, slot in (
            (_("For the calendar…"), self.calendar_asked.emit),
            (_("Hide"), self._put_away),
        ):
            button = QPushButton(words, inner)
            button.setProperty("look", "link")
            button.clicked.connect(lambda _on=False, do=slot: do())
            row.addWidget(button)
        self._column.addWidget(inner)
        inner.show()

    def _line(self, parent: QWidget, one: Due) -> QWidget:
        if not one.rows:
            return wrapped_label("", parent, one.text)
        button = ShortLink(one.text, parent)
        button.setAccessibleDescription(_("Goes to the statement"))
        button.clicked.connect(lambda: self.row_asked.emit(one.rows[0]))
        return button

    def _put_away(self) -> None:
        self._given_up = self._found
        self.hide()
