"""The mouse on a sheet of texts: a click presses, dragging selects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, SignalInstance
from PySide6.QtGui import QCursor, QMouseEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from pathways.gui.widgets.painted_piece import PaintedPiece
from pathways.gui.widgets.sheet_selector import Selector
from pathways.gui.widgets.statement_cell import StatementCell

_TICK = 40  # milliseconds between two steps of scrolling while the mouse is held outside
_STEP = 24  # pixels of such a step


class MouseSheet(Protocol):
    selector: Selector
    shown_asked: SignalInstance

    def piece_at(self, place: QPoint) -> PaintedPiece | None: ...
    def pieces_in(self, top: int, bottom: int) -> Iterator[PaintedPiece]: ...
    def give_keyboard(self, piece: PaintedPiece) -> None: ...
    def hover(self, piece: PaintedPiece | None) -> None: ...
    def setCursor(self, cursor: Qt.CursorShape, /) -> None: ...
    def visibleRegion(self) -> QRegion: ...
    def mapFromGlobal(self, place: QPoint, /) -> QPoint: ...


class SheetMouse:
    """Follow the mouse on one sheet."""

    def __init__(self, sheet: MouseSheet) -> None:
        self._sheet = sheet
        self._pressed: QPoint | None = None
        self._dragging = False
        self._cell: StatementCell | None = None
        self._doubled: int | None = None  # when a word was selected: a third click selects all
        self._timer = QTimer(sheet if isinstance(sheet, QWidget) else None)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._on_tick)

    def stop(self) -> None:
        """Forget what was pressed: something else is painted now."""
        self._pressed, self._cell, self._dragging = None, None, False
        self._timer.stop()

    def press(self, event: QMouseEvent) -> None:
        """Go to a cell, and begin to select."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        piece = self._sheet.piece_at(place)
        third = self._doubled is not None and (
            event.timestamp() - self._doubled < QApplication.doubleClickInterval()
        )
        self._doubled = None
        if third and piece is not None and piece.row >= 0:
            self._sheet.selector.select_all_of(piece)
            return
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and self._extend(place):
            return
        self._sheet.selector.clear()
        self._pressed, self._dragging = place, False
        self._cell = piece if isinstance(piece, StatementCell) else None
        if piece is not None:
            self._sheet.give_keyboard(piece)
            if piece.row >= 0:
                self._sheet.selector.begin(piece, piece.offset_at(place))

    def move(self, event: QMouseEvent) -> None:
        """Select, or show what the mouse is on."""
        place = event.position().toPoint()
        if self._pressed is None:
            piece = self._sheet.piece_at(place)
            self._sheet.hover(piece)
            self._show_cursor(piece, place)
            return
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging or far:
            self._dragging = True
            self._sheet.setCursor(Qt.CursorShape.IBeamCursor)
            self._extend(place)
            seen = self._sheet.visibleRegion().boundingRect()
            if seen.top() <= place.y() <= seen.bottom():
                self._timer.stop()
            elif not self._timer.isActive():
                self._timer.start()

    def release(self, event: QMouseEvent) -> None:
        """Press the cell, where nothing was selected."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        cell, dragged = self._cell, self._dragging
        self.stop()
        chosen = self._sheet.selector.selection
        if not dragged and chosen is not None and chosen.is_empty:
            self._sheet.selector.clear()
            self._sheet.selector.selection = None
        if cell is not None and not dragged and cell.rect.contains(event.position().toPoint()):
            cell.press()

    def double_click(self, event: QMouseEvent) -> None:
        """Select a word; the press that the first click was is taken back."""
        place = event.position().toPoint()
        piece = self._sheet.piece_at(place)
        if event.button() != Qt.MouseButton.LeftButton or piece is None or piece.row < 0:
            return
        on_text = piece.is_on_text(place)
        if isinstance(piece, StatementCell):
            piece.press()
        if on_text:
            self._sheet.selector.select_word(piece, piece.offset_at(place))
            self._doubled = event.timestamp()

    def _extend(self, place: QPoint) -> bool:
        selector = self._sheet.selector
        if selector.selection is None:
            return False
        around = list(self._sheet.pieces_in(place.y() - 200, place.y() + 200))
        piece = selector.piece_near(place, around)
        if piece is None:
            return False
        selector.extend(piece, piece.offset_at(place))
        return True

    def _on_tick(self) -> None:
        """Scroll on while the mouse is held above or below what is seen."""
        place = self._sheet.mapFromGlobal(QCursor.pos())
        seen = self._sheet.visibleRegion().boundingRect()
        if not self._dragging or seen.top() <= place.y() <= seen.bottom():
            self._timer.stop()
            return
        up = place.y() < seen.top()
        edge = seen.top() - _STEP if up else seen.bottom() + _STEP
        self._sheet.shown_asked.emit(QRect(0, edge, 1, 1))
        self._extend(QPoint(place.x(), edge))

    def _show_cursor(self, piece: PaintedPiece | None, place: QPoint) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if piece is not None and piece.row >= 0 and piece.is_on_text(place):
            shape = Qt.CursorShape.IBeamCursor
        elif isinstance(piece, StatementCell) and piece.content.statement is not None:
            shape = Qt.CursorShape.PointingHandCursor
        self._sheet.setCursor(shape)
