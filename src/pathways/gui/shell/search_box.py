"""The box in the window's head that searches everything that is open."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from pathways.gui.shell.theme import SMALL, Theme
from pathways.gui.widgets.plain_text import set_tip
from pathways.i18n import _

KEY = "Ctrl+K"


class SearchBox(QLineEdit):
    """Take the words; the arrows and Enter are for the results, Escape leads back."""

    walked = Signal(int)  # through the results: down (1), up (-1), or a page of them (±8)
    chosen = Signal()
    left = Signal()
    reached = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self._theme = theme
        self.setAccessibleName(_("Search every grade and role"))
        self.setAccessibleDescription(
            _("Use the arrow keys to choose a result and Enter to open it")
        )
        set_tip(self, _("Search every grade and role ({key})").format(key=KEY))
        self.setClearButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for a few words."""
        return QSize(self._theme.space(320), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for a short word."""
        return QSize(self._theme.px(90), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows, Enter and Escape to the results."""
        walks = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        key = Qt.Key(event.key())
        if key in walks:
            self.walked.emit(walks[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody is about to search."""
        super().focusInEvent(event)
        self.reached.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and, while it is empty, what it is for and its key."""
        super().paintEvent(event)
        if self.text():
            return
        theme, painter = self._theme, QPainter(self)
        inner = QRect(self.rect()).adjusted(theme.space(10), 0, -theme.space(10), 0)
        painter.setPen(QColor(theme.quiet_text))
        painter.setFont(theme.font(SMALL))
        room = painter.fontMetrics().horizontalAdvance(KEY)
        painter.setFont(self.font())
        words = _("Search every grade and role")
        wanted = painter.fontMetrics().horizontalAdvance(words)
        if wanted + room + theme.space(12) > inner.width():
            words, room = (
                painter.fontMetrics().elidedText(
                    _("Search"), Qt.TextElideMode.ElideRight, inner.width()
                ),
                0,
            )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if room:
            painter.setFont(theme.font(SMALL))
            painter.drawText(
                inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, KEY
            )
