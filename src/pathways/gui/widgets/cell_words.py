"""The words of one cell of a list or a table, selected and copied word by word."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTextEdit, QWidget

from pathways.i18n import _

_EDGE = 2  # pixels between the ring and the words
_LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN_KEYS = (
    *_LEAVING,
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End),
)


class CellText(NamedTuple):
    """What a cell says, and where in the view it is painted."""

    words: str
    place: QRect
    font: QFont
    centred: bool = False


TextOf = Callable[[QModelIndex], CellText | None]


class CellWords(QObject):
    """Let words of a cell be selected: dragging inside it selects words, dragging out of it cells;
    ``begin`` does it by keys.

    ``text_of`` says what a cell says; without it, that is what the model has. Where ``by_mouse`` is
    not so, dragging is left to the view.
    """

    def __init__(
        self, view: QAbstractItemView, text_of: TextOf | None = None, *, by_mouse: bool = True
    ) -> None:
        super().__init__(view)
        self._view = view
        self._text_of = text_of or self._plain_text
        self._by_mouse = by_mouse
        self._pressed: tuple[QModelIndex, QPoint] | None = None
        self.words: CellWordsBox | None = None
        view.viewport().installEventFilter(self)
        for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
            bar.valueChanged.connect(self.end)
        view.model().modelReset.connect(self.end)
        view.model().layoutChanged.connect(self.end)

    def begin(self, index: QModelIndex, at: QPoint | None = None) -> bool:
        """Show the words of a cell with a cursor in them, at their beginning or at a place of the
        view; return whether there are any.
        """
        self.end()
        told = self._text_of(index) if index.isValid() else None
        if told is None or not told.words:
            return False
        self.words = CellWordsBox(self._view.viewport(), told)
        self.words.left.connect(self._on_left)
        if at is None:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.words.put_cursor(at, extend=False)
        return True

    def end(self, *_changed: object) -> None:
        """Take the words away again; the keyboard goes back to the view."""
        box, self.words = self.words, None
        if box is None:
            return
        had_focus = box.hasFocus()
        box.hide()
        box.deleteLater()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take dragging inside a cell, and leave the rest to the view."""
        if event.type() == QEvent.Type.Resize:
            self.end()
        if not isinstance(event, QMouseEvent):
            return False
        place = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._on_pressed(event, place)
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            return self._on_dragged(event, place)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._pressed = None
            return self._on_released()
        return False

    def _on_pressed(self, event: QMouseEvent, place: QPoint) -> None:
        self.end()
        plain = self._by_mouse and event.modifiers() == Qt.KeyboardModifier.NoModifier
        index = self._view.indexAt(place)
        meant = event.button() == Qt.MouseButton.LeftButton and plain and index.isValid()
        told = self._text_of(index) if meant else None
        on_words = told is not None and told.place.contains(place)
        self._pressed = (QModelIndex(index), place) if on_words else None

    def _on_dragged(self, event: QMouseEvent, place: QPoint) -> bool:
        assert self._pressed is not None
        index, start = self._pressed
        inside = bool(event.buttons() & Qt.MouseButton.LeftButton)
        inside = inside and self._view.visualRect(index).contains(place)
        if not inside:
            self._pressed = None
            self.end()
            return False
        far = (place - start).manhattanLength() >= QApplication.startDragDistance()
        if self.words is None and not (far and self.begin(index, start)):
            return True
        assert self.words is not None
        self.words.put_cursor(place, extend=True)
        return True

    def _on_released(self) -> bool:
        if self.words is None:
            return False
        if not self.words.textCursor().hasSelection():
            self.end()
            return False
        self.words.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def _on_left(self) -> None:
        if self._pressed is None:
            self.end()

    def _plain_text(self, index: QModelIndex) -> CellText | None:
        words = index.data()
        if not isinstance(words, str):
            return None
        place = self._view.visualRect(index).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        return CellText(words, place, self._view.font())


class CellWordsBox(QTextEdit):
    """The words of a cell over the cell itself; they cannot be changed, and Escape leaves them."""

    left = Signal()  # the keyboard is elsewhere, or is to go back

    def __init__(self, port: QWidget, told: CellText) -> None:
        super().__init__(port)
        self.setProperty("look", "cell")
        self.setAccessibleName(_("The words of the cell"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        document = self.document()
        document.setDocumentMargin(0)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if told.centred else Qt.AlignmentFlag(0))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        self.setPlainText(told.words)
        self.ensurePolished()
        document.setDefaultFont(told.font)  # the style sheet has given it one
        self._port = port
        self._stand(port, told.place)
        self.show()

    def put_cursor(self, place: QPoint, *, extend: bool) -> None:
        """Put the cursor at a place of the view, or select as far as there."""
        cursor = self.textCursor()
        mode = QTextCursor.MoveMode
        there = self.cursorForPosition(self.viewport().mapFrom(self._port, place))
        cursor.setPosition(there.position(), mode.KeepAnchor if extend else mode.MoveAnchor)
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that go through words, select and copy from the window's actions."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            standard = QKeySequence.StandardKey
            copies = event.matches(standard.Copy) or event.matches(standard.SelectAll)
            if copies or Qt.Key(event.key()) in _OWN_KEYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape, and with the keys that go on in the list."""
        if Qt.Key(event.key()) in _LEAVING:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go with the keyboard, unless it is only lent to a menu."""
        super().focusOutEvent(event)
        kept = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
        if event.reason() not in (*kept, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def _stand(self, port: QWidget, place: QRect) -> None:
        """Stand where the words are painted, as high as all of them need, inside the view."""
        self.document().setTextWidth(place.width())
        high = max(place.height(), round(self.document().size().height()) + 1)
        high = min(high, port.height() - 2 * _EDGE)
        top = max(_EDGE, min(place.top(), port.height() - high - _EDGE))
        around = QRect(place.left(), top, place.width(), high)
        self.setGeometry(around.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE))
