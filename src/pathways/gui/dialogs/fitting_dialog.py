"""A dialog that is never larger than the screen: what does not fit scrolls, its buttons stay."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.shell.theme import NORMAL_PX
from pathways.i18n import _

_ROW, _COLUMN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_EDGE = 24  # pixels around the content
_FRAME = 48  # pixels of the screen that the window's own frame and title take


class FittingDialog(QDialog):
    """Hold content in ``body``, which scrolls where the screen is small, above a row of buttons.

    It is at least ``least_width`` pixels wide, where the screen is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.least_width = 0
        self._note: QLabel | None = None
        self._asked: QSize | None = None
        self._content = QWidget()
        self._content.setObjectName("scrolled")  # with the ground of the dialog
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(_EDGE, _EDGE, _EDGE, 8)
        self.body.setSpacing(8)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons = QBoxLayout(_ROW)
        self.buttons.setContentsMargins(_EDGE, 8, _EDGE, 16)
        self.buttons.setSpacing(8)  # else that of the column, which has none
        self.buttons.addStretch(1)
        self._whole = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addLayout(self.buttons)

    @property
    def room_across(self) -> int:
        """Return how wide the content may be on this screen, in pixels."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        return room_on_screen(self).width() - 2 * _EDGE - bar

    def ask_size(self, width: int, height: int) -> None:
        """Ask for a size, in pixels where the text is at 100 %; larger text is given more."""
        self._asked = QSize(width, height)

    def scaled(self, pixels: int) -> int:
        """Return a length that is meant for text at 100 % for the text as it is."""
        self.ensurePolished()  # with the size of its text
        return round(pixels * max(1.0, self.fontInfo().pixelSize() / NORMAL_PX))

    def add_note(self, note: QLabel) -> None:
        """Put a line between the content and the buttons, which is in sight wherever one is."""
        note.setContentsMargins(_EDGE, 8, _EDGE, 0)
        self._note = note
        self._whole.insertWidget(1, note)

    def add_decision(self, words: str) -> QPushButton:
        """Add Cancel and the button that accepts, which has these words; return the latter."""
        return self.add_pair(_("Cancel"), self.reject, words)

    def add_pair(self, other: str, do: Callable[[], None], words: str) -> QPushButton:
        """Add a button that does something else, and the one that accepts; return the latter."""
        beside, done = QPushButton(other, self), QPushButton(words, self)
        done.setProperty("look", "primary")
        done.setDefault(True)
        beside.setAutoDefault(False)
        beside.clicked.connect(do)
        done.clicked.connect(self.accept)
        self.buttons.addWidget(beside)
        self.buttons.addWidget(done)
        return done

    def sizeHint(self) -> QSize:
        """Return the size at which nothing scrolls, or that of the screen where it is smaller."""
        content, screen = self._content.sizeHint(), room_on_screen(self)
        self._scroll.verticalScrollBar().ensurePolished()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._turn_buttons(screen.width())
        buttons = self.buttons.sizeHint()
        width = max(content.width(), buttons.width(), self.least_width)
        width = min(width + bar, screen.width())
        tall = self.body.heightForWidth(width) if self.body.hasHeightForWidth() else -1
        height = max(content.height(), tall) + buttons.height()
        if self._note is not None and not self._note.isHidden():
            height += max(self._note.heightForWidth(width), self._note.sizeHint().height())
        return QSize(width, min(height + 2, screen.height()))

    def minimumSizeHint(self) -> QSize:
        """Return a size that fits on every screen."""
        wanted = self.sizeHint()
        return QSize(min(240, wanted.width()), min(160, wanted.height()))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size at which nothing scrolls, where nobody asked for another; keep within the
        screen, whatever was asked for.
        """
        room = room_on_screen(self)
        self._turn_buttons(room.width())
        self._whole.invalidate()
        self._whole.activate()  # which sets the least size anew
        self.resize(self._wanted().boundedTo(room))
        super().showEvent(event)

    def _wanted(self) -> QSize:
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return self.size()
        if self._asked is not None:
            return QSize(self.scaled(self._asked.width()), self.scaled(self._asked.height()))
        return self.sizeHint()

    def _turn_buttons(self, room: int) -> None:
        """Put the buttons below each other where the screen is too narrow for them in a row."""
        edges = self.buttons.contentsMargins()
        wanted = edges.left() + edges.right()
        for index in range(self.buttons.count()):
            item = self.buttons.itemAt(index)
            button = item.widget() if item else None
            if button is not None:
                button.ensurePolished()  # with the size of its text
            hint = button or item  # an item remembers how large it was before
            wanted += (hint.sizeHint().width() if hint else 0) + self.buttons.spacing()
        self.buttons.setDirection(_ROW if wanted <= room else _COLUMN)


def room_on_screen(widget: QWidget) -> QSize:
    """Return how large a window may be, in pixels, where ``widget`` is shown."""
    parent = widget.parentWidget()
    screen = (parent.screen() if parent else None) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry().size()
    if parent is not None and parent.window().height() > _FRAME:
        room = room.boundedTo(QSize(room.width(), room.height() - _FRAME))
    return room
