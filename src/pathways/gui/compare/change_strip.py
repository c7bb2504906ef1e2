"""A strip beside the scroll bar that shows where in the whole comparison something changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pathways.compare.change import Verdict
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.plain_text import set_tip
from pathways.i18n import _

_WIDTH = 10  # pixels at 100 % text
_LEAST = 2.0  # pixels that a mark is high


class StripMark(NamedTuple):
    """A line that changes: where it begins and ends, as parts of the whole, and how it changes."""

    begin: float
    end: float
    verdict: Verdict


class ChangeStrip(QWidget):
    """Show a mark for each line that changes; a click goes there. The keys N and P do the same
    without a mouse.
    """

    asked = Signal(float)  # a place, as a part of the whole

    def __init__(
        self, theme: Theme, marks: Callable[[], Sequence[StripMark]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._marks = marks
        self._theme = theme
        self.setObjectName("change-strip")
        self.setAccessibleName(_("Where statements change"))
        set_tip(self, _("Where statements change; N and P go from one to the next"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width that is needed."""
        return QSize(self._theme.px(_WIDTH), 100)

    def place_of(self, mark: StripMark) -> QRectF:
        """Return where a mark is painted."""
        height = max(_LEAST * self._theme.edge, (mark.end - mark.begin) * self.height() - 1)
        return QRectF(
            2, min(mark.begin * self.height(), self.height() - height), self.width() - 4, height
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks."""
        painter = QPainter(self)
        for mark in self._marks():
            painter.fillRect(self.place_of(mark), QColor(self._theme.verdict_ink(mark.verdict)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the place under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(event.position().y() / max(1, self.height()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while it is held down."""
        self.asked.emit(min(1.0, max(0.0, event.position().y() / max(1, self.height()))))
