"""A strip beside the scroll bar that shows where in the whole comparison something changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from pathways.compare.change import Verdict
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.plain_text import set_tip
from pathways.i18n import _

_WIDTH = 10  # pixels at 100 % text
_FEW = 500  # marks, above which they are not painted anew at every step of scrolling
_PAUSE = 250  # milliseconds without scrolling, after which they are
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
        self._picture: QPixmap | None = None  # of the marks, until they are others
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE)
        self._wait.timeout.connect(self._paint_anew)
        self._theme = theme
        self.setObjectName("change-strip")
        self.setAccessibleName(_("Where statements change"))
        set_tip(self, _("Where statements change; N and P go from one to the next"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._paint_anew()

    def refresh(self, marks: int) -> None:
        """Paint the marks anew, about so many: at once where they are few, else after a rest."""
        if marks <= _FEW:
            self._paint_anew()
        else:
            self._wait.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint for another height."""
        super().resizeEvent(event)
        self._paint_anew()

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
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            for mark in self._seen(self._marks()):
                painter.fillRect(self.place_of(mark), self._theme.verdict_ink(mark.verdict))
            painter.end()
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _seen(self, marks: Sequence[StripMark]) -> Iterator[StripMark]:
        """Yield the marks that no other would be painted over; many fall on one line of pixels."""
        last, step = -1.0, 1 / max(1, self.height())
        for mark in marks:
            if mark.end - last >= step:
                last = mark.end
                yield mark

    def _paint_anew(self) -> None:
        self._picture = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the place under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(event.position().y() / max(1, self.height()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while it is held down."""
        self.asked.emit(min(1.0, max(0.0, event.position().y() / max(1, self.height()))))
