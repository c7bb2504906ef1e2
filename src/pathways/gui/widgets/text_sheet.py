"""A sheet on which texts are painted: it is one stop for Tab, its pieces are walked through by
keys, their words are selected by mouse and keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.arranged import ArrangedWidget
from pathways.gui.widgets.painted_piece import PaintedPiece, PaintState
from pathways.gui.widgets.plain_text import show_tip
from pathways.gui.widgets.sheet_access import SpokenPieces
from pathways.gui.widgets.sheet_mouse import SheetMouse
from pathways.gui.widgets.sheet_selector import Selector
from pathways.gui.widgets.statement_cell import StatementCell
from pathways.gui.widgets.text_block import TextRange

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_WALKING = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End),
)
_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TextSheet(ArrangedWidget):
    """Paint pieces, and let one walk through them, press them, and select and copy their words."""

    reached = Signal(object)  # this piece has the keyboard: bring it into view
    shown_asked = Signal(QRect)  # this place of the sheet is to be seen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.marked = True  # whether words that differ are marked
        self._at: StatementCell | None = None
        self._hovered: PaintedPiece | None = None
        self._found: dict[tuple[int, int], list[TextRange]] = {}
        self.selector = Selector(self)
        self._mouse = SheetMouse(self)
        self._spoken = SpokenPieces(self)
        self.setMouseTracking(True)

    # What a kind of sheet says of itself ---------------------------------------------------------

    def row_count(self) -> int:
        """Return how many rows of texts there are."""
        raise NotImplementedError

    def row_pieces(self, row: int) -> Sequence[PaintedPiece]:
        """Return the texts of a row, from left to right."""
        raise NotImplementedError

    def row_texts(self, row: int) -> Sequence[str]:
        """Return the words of a row that can be found, from left to right."""
        return [piece.text for piece in self.row_pieces(row)]

    def pieces_in(self, top: int, bottom: int) -> Iterator[PaintedPiece]:
        """Yield what is painted between two heights, laid out."""
        raise NotImplementedError

    def spoken_pieces(self) -> Sequence[PaintedPiece | QWidget]:
        """Return what a screen reader comes by, from top to bottom."""
        raise NotImplementedError

    def walk(self, key: int) -> None:
        """Go where an arrow key leads."""
        raise NotImplementedError

    def piece_grown(self, piece: PaintedPiece) -> None:
        """Lay out anew: a piece says more, or less, than before."""
        raise NotImplementedError

    def offer(self, menu: QMenu, cell: StatementCell) -> None:
        """Add to the menu of a cell what else can be done with it."""

    def paint_under(self, painter: QPainter, place: QRect) -> None:
        """Paint what lies under the pieces."""

    # The keyboard --------------------------------------------------------------------------------

    @property
    def at(self) -> StatementCell | None:
        """Return the cell where the keyboard is, or comes back to."""
        return self._at

    def set_stop(self, cell: StatementCell | None) -> None:
        """Let Tab lead to a cell, or nowhere."""
        self._at = cell
        policy = Qt.FocusPolicy.NoFocus if cell is None else Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(policy)
        self.update()

    def give_keyboard(self, piece: PaintedPiece) -> None:
        """Let the keyboard be at a cell."""
        if isinstance(piece, StatementCell):
            self.set_stop(piece)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_reached()

    def forget_pieces(self) -> None:
        """Forget what was painted, before other pieces take its place."""
        self._at = self._hovered = None
        self._found = {}
        self.selector.clear()
        self._mouse.stop()
        self._spoken.clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the keyboard is."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._on_reached()
        self._spoken.tell_focus()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, show the source with Enter, select with Shift, copy with Ctrl+C."""
        key, plain = event.key(), event.modifiers() in _PLAIN
        if self._at is None or self.selector.take_key(event):
            return
        if plain and key in _WALKING:
            self.walk(int(key))
        elif plain and key in _PRESSING:
            self._at.press()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_C:
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Copy what is selected; where nothing is, the statement."""
        if not self.selector.copy() and self._at is not None:
            self._at.copy()

    def copy_with_source(self) -> None:
        """Copy what is selected with its places in the documents, or the statement with its own."""
        if not self.selector.copy(sources=True) and self._at is not None:
            self._at.copy_with_source()

    def _on_reached(self) -> None:
        if self._at is not None:
            self.reached.emit(self._at)
            self._spoken.tell_focus()

    # The mouse -----------------------------------------------------------------------------------

    def piece_at(self, place: QPoint) -> PaintedPiece | None:
        """Return what is painted at a place."""
        here = self.pieces_in(place.y(), place.y())
        return next((piece for piece in here if piece.rect.contains(place)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to a cell, and begin to select."""
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or show what the mouse is on."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the cell, where nothing was selected."""
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self._mouse.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is on nothing any more."""
        self.hover(None)

    def hover(self, piece: PaintedPiece | None) -> None:
        """Let a piece show that the mouse is on it."""
        if piece is not self._hovered:
            self._hovered = piece
            self.update()

    def event(self, event: QEvent) -> bool:
        """Show the tip of what the mouse rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            piece = self.piece_at(event.pos())
            show_tip(event.globalPos(), piece.tip if piece else "", self)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a statement, or with what is selected."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        piece = self._at if by_key else self.piece_at(event.pos())
        place = event.globalPos()
        if by_key and piece is not None:
            place = self.mapToGlobal(piece.rect.center())
        menu = self.menu_of(piece)
        if not menu.isEmpty():
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def menu_of(self, piece: PaintedPiece | None) -> QMenu:
        """Return the menu of what is at a place."""
        menu = QMenu(self)
        self.selector.offer(menu)
        if isinstance(piece, StatementCell):
            piece.fill_menu(menu)
            self.offer(menu, piece)
        return menu

    # Finding and painting ------------------------------------------------------------------------

    def exact(self, piece: PaintedPiece) -> None:
        """Lay a piece out, so that its place is known."""

    def show_place(self, row: int, column: int, offset: int) -> None:
        """Bring a place of a text into sight, and let the keyboard come back to it."""
        piece = self.row_pieces(row)[column]
        self.exact(piece)
        if isinstance(piece, StatementCell):
            self.set_stop(piece)
        self.shown_asked.emit(piece.line_place(offset))

    def select(self, row: int, column: int, start: int, end: int) -> None:
        """Select words of a text."""
        piece = self.row_pieces(row)[column]
        self.selector.begin(piece, start)
        self.selector.extend(piece, end)

    def show_found(self, found: dict[tuple[int, int], list[TextRange]]) -> None:
        """Let ranges of texts stand out, by the row and column in which the texts are."""
        self._found = found
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is to be seen."""
        painter = QPainter(self)
        self.paint_under(painter, event.rect())
        focused = self.hasFocus()
        for piece in self.pieces_in(event.rect().top(), event.rect().bottom()):
            look = PaintState(
                focused=focused and piece is self._at,
                hovered=piece is self._hovered,
                ranges=self._ranges(piece),
            )
            painter.save()
            painter.translate(piece.rect.topLeft())
            piece.paint(painter, look)
            painter.restore()

    def _ranges(self, piece: PaintedPiece) -> list[TextRange]:
        ranges = list(self._found.get((piece.row, piece.column), ()))
        part = self.selector.part_in(piece)
        if part is not None:
            ink, ground = QColor(self._theme.on_accent), QColor(self._theme.accent)
            ranges.append(TextRange(*part, ink, ground))
        return ranges

    @property
    def spoken(self) -> SpokenPieces:
        """Return what screen readers know of the pieces."""
        return self._spoken
