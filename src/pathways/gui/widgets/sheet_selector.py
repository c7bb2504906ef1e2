"""Selecting words on a sheet, and copying them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt, SignalInstance
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMenu

from pathways.gui.widgets.painted_piece import PaintedPiece
from pathways.gui.widgets.sheet_selection import (
    Selection,
    Spot,
    next_word,
    previous_word,
    word_around,
)
from pathways.gui.widgets.statement_cell import StatementCell
from pathways.i18n import _

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class Selectable(Protocol):
    """What the selector knows of its sheet."""

    shown_asked: SignalInstance

    @property
    def at(self) -> StatementCell | None:
        """Return the cell where the keyboard is."""

    def row_count(self) -> int:
        """Return how many rows of texts there are."""

    def row_pieces(self, row: int) -> Sequence[PaintedPiece]:
        """Return the texts of a row."""

    def exact(self, piece: PaintedPiece) -> None:
        """Lay a piece out, so that its place is known."""

    def update(self) -> None:
        """Paint anew."""


class Selector:
    """Keep what is selected on a sheet; the selection stays in the column where it began."""

    def __init__(self, sheet: Selectable) -> None:
        self._sheet = sheet
        self.selection: Selection | None = None

    def clear(self) -> bool:
        """Select nothing; tell whether anything was selected."""
        had = self.selection is not None and not self.selection.is_empty
        self.selection = None
        if had:
            self._sheet.update()
        return had

    def begin(self, piece: PaintedPiece, offset: int) -> None:
        """Begin at a place of a text."""
        spot = Spot(piece.row, offset)
        self._select(Selection(piece.column, spot, spot))

    def extend(self, piece: PaintedPiece, offset: int) -> None:
        """Select up to a place of a text."""
        if self.selection is not None:
            self._select(self.selection.to(Spot(piece.row, offset)))

    def select_word(self, piece: PaintedPiece, offset: int) -> None:
        """Select the word at a place of a text."""
        self._select_part(piece, *word_around(piece.text, offset))

    def select_all_of(self, piece: PaintedPiece) -> None:
        """Select a whole text."""
        self._select_part(piece, 0, len(piece.text))

    def part_in(self, piece: PaintedPiece) -> tuple[int, int] | None:
        """Return which characters of a piece are selected, None for none."""
        chosen = self.selection
        if chosen is None or piece.row < 0 or not chosen.first.row <= piece.row <= chosen.last.row:
            return None
        if self._piece(piece.row, chosen.column) is not piece:
            return None
        return chosen.part_in(piece.row, len(piece.text))

    def piece_near(self, place: QPoint, pieces: Sequence[PaintedPiece]) -> PaintedPiece | None:
        """Return the text in the selection's column that is nearest to a height."""
        column = self.selection.column if self.selection else 0
        beside = [
            piece
            for piece in pieces
            if piece.row >= 0 and self._piece(piece.row, column) is piece and piece.text
        ]
        return min(beside, key=lambda piece: _away(place, piece.rect), default=None)

    # Copying -------------------------------------------------------------------------------------

    def text(self, *, sources: bool = False) -> str:
        """Return what is selected, a line for each text, on demand with its place in its
        document.
        """
        lines = []
        for piece, start, end in self._parts():
            lines.append(piece.text[start:end])
            statement = piece.content.statement if isinstance(piece, StatementCell) else None
            if sources and statement is not None:
                lines.append(f"({statement.source.text})")
        return "\n".join(lines)

    def copy(self, *, sources: bool = False) -> bool:
        """Put what is selected on the clipboard; tell whether anything is."""
        text = self.text(sources=sources)
        if text:
            QGuiApplication.clipboard().setText(text)
        return bool(text)

    def offer(self, menu: QMenu) -> None:
        """Offer to copy what is selected."""
        if self.text():
            menu.addAction(_("Copy what is selected")).triggered.connect(lambda: self.copy())
            menu.addAction(_("Copy it with its source")).triggered.connect(
                lambda: self.copy(sources=True)
            )
            menu.addSeparator()

    # Keys ----------------------------------------------------------------------------------------

    def take_key(self, event: QKeyEvent) -> bool:
        """Select with Shift and the arrows, Ctrl+A and Escape; tell whether the key did."""
        mods = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key == Qt.Key.Key_Escape and mods == Qt.KeyboardModifier.NoModifier:
            return self.clear()
        if key == Qt.Key.Key_A and mods == _CTRL:
            return self._select_more()
        if mods not in (_SHIFT, _SHIFT | _CTRL):
            return False
        start = self._start()
        moved = self._moved(Qt.Key(key), start.cursor, words=bool(mods & _CTRL)) if start else None
        if start is None or moved is None:
            return False
        self._select(start.to(moved))
        self._show_cursor()
        return True

    def _start(self) -> Selection | None:
        """Return what is selected or, where nothing is, the beginning of where the keyboard is."""
        if self.selection is not None:
            return self.selection
        at = self._sheet.at
        if at is None:
            return None
        spot = Spot(at.row, 0)
        return Selection(at.column, spot, spot)

    def _moved(self, key: Qt.Key, spot: Spot, *, words: bool) -> Spot | None:
        text = self._text(spot.row)
        if key == Qt.Key.Key_Right:
            if spot.offset >= len(text):
                return self._other(spot, 1, 0)
            return spot._replace(offset=next_word(text, spot.offset) if words else spot.offset + 1)
        if key == Qt.Key.Key_Left:
            if spot.offset <= 0:
                return self._other(spot, -1, -1)
            back = previous_word(text, spot.offset) if words else spot.offset - 1
            return spot._replace(offset=back)
        if key == Qt.Key.Key_Down:
            return (
                self._other(spot, 1, -1) if spot.offset >= len(text) else Spot(spot.row, len(text))
            )
        if key == Qt.Key.Key_Up:
            return self._other(spot, -1, 0) if spot.offset <= 0 else Spot(spot.row, 0)
        if key == Qt.Key.Key_Home:
            return Spot(spot.row, 0)
        return Spot(spot.row, len(text)) if key == Qt.Key.Key_End else None

    def _other(self, spot: Spot, step: int, end: int) -> Spot:
        """Return a place at the beginning (0) or the end (-1) of the next text that has words."""
        row = spot.row + step
        while 0 <= row < self._sheet.row_count():
            text = self._text(row)
            if text:
                return Spot(row, len(text) if end else 0)
            row += step
        return spot

    def _select_more(self) -> bool:
        """Select the statement; where it is selected already, everything in its column."""
        at = self._sheet.at
        if at is None:
            return False
        whole = Selection(at.column, Spot(at.row, 0), Spot(at.row, len(at.text)))
        if self.selection == whole or not at.text:
            last = self._sheet.row_count() - 1
            end = len(self._piece(last, at.column).text)
            whole = Selection(at.column, Spot(0, 0), Spot(last, end))
        self._select(whole)
        return True

    # Inside --------------------------------------------------------------------------------------

    def _select(self, selection: Selection) -> None:
        if selection != self.selection:
            self.selection = selection
            self._sheet.update()

    def _select_part(self, piece: PaintedPiece, start: int, end: int) -> None:
        self._select(Selection(piece.column, Spot(piece.row, start), Spot(piece.row, end)))

    def _piece(self, row: int, column: int) -> PaintedPiece:
        pieces = self._sheet.row_pieces(row)
        return pieces[min(column, len(pieces) - 1)]

    def _text(self, row: int) -> str:
        return self._piece(row, self.selection.column if self.selection else self._column()).text

    def _column(self) -> int:
        return self._sheet.at.column if self._sheet.at else 0

    def _parts(self) -> Iterator[tuple[PaintedPiece, int, int]]:
        chosen = self.selection
        for row in range(chosen.first.row, chosen.last.row + 1) if chosen else ():
            piece = self._piece(row, chosen.column if chosen else 0)
            part = self.part_in(piece)
            if part is not None:
                yield piece, *part

    def _show_cursor(self) -> None:
        if self.selection is not None:
            row, offset = self.selection.cursor
            piece = self._piece(row, self.selection.column)
            self._sheet.exact(piece)
            self._sheet.shown_asked.emit(piece.line_place(offset))


def _away(place: QPoint, rect: QRect) -> int:
    return max(rect.top() - place.y(), place.y() - rect.bottom(), 0)
