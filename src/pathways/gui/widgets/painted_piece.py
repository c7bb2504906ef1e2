"""What is painted on a sheet: where it is, what it says, and how it looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.text_block import TextBlock, TextRange


class PieceSheet(Protocol):
    """What a piece knows of the sheet that it is painted on."""

    marked: bool

    @property
    def at(self) -> PaintedPiece | None:
        """Return the piece where the keyboard is, or comes back to."""

    def hasFocus(self) -> bool:
        """Tell whether the sheet has the keyboard."""

    def update(self) -> None:
        """Paint anew."""

    def mapTo(self, widget: QWidget, place: QPoint, /) -> QPoint:
        """Return a place of the sheet as one of a widget it stands on."""

    def give_keyboard(self, piece: PaintedPiece) -> None:
        """Let the keyboard be at a piece."""

    def piece_grown(self, piece: PaintedPiece) -> None:
        """Lay out anew: a piece says more, or less, than before."""


@dataclass(frozen=True)
class PaintState:
    """How a piece is painted at present."""

    focused: bool = False
    hovered: bool = False
    ranges: Sequence[TextRange] = ()


class PaintedPiece:
    """Something painted; ``place`` is where it is on the piece over it, or on the sheet.

    ``role`` is what a screen reader is told: heading, text, group or button; a button can have the
    keyboard. ``row`` and ``column`` say where it stands among what can be selected.
    """

    role = "text"

    def __init__(self, theme: Theme, sheet: PieceSheet, over: PaintedPiece | None = None) -> None:
        self.theme = theme
        self.sheet = sheet
        self.over = over
        self.place = QRect()
        self.block = TextBlock()
        self.row = self.column = -1

    @property
    def name(self) -> str:
        """Return what a screen reader says of it."""
        return self.text

    @property
    def description(self) -> str:
        """Return what a screen reader says after the name."""
        return ""

    @property
    def tip(self) -> str:
        """Return what is said where the mouse rests on it."""
        return ""

    @property
    def text(self) -> str:
        """Return the words of it that can be selected and found."""
        return self.block.text

    @property
    def pieces(self) -> Sequence[PaintedPiece]:
        """Return what is painted on it, in the order in which it is read."""
        return ()

    @property
    def rect(self) -> QRect:
        """Return where it is on its sheet."""
        return self.place.translated(self.over.rect.topLeft()) if self.over else self.place

    @property
    def origin(self) -> QPointF:
        """Return where the text begins inside of it."""
        return QPointF(0, 0)

    @property
    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is at it."""
        return self.sheet.hasFocus() and self.sheet.at is self

    def take_keyboard(self) -> None:
        """Let the keyboard be at it."""
        self.sheet.give_keyboard(self)

    def offset_at(self, place: QPoint) -> int:
        """Return the place in its text that is nearest to a place of the sheet."""
        inside = QPointF(place - self.rect.topLeft()) - self.origin
        return self.block.offset_at(inside.x(), inside.y())

    def is_on_text(self, place: QPoint) -> bool:
        """Tell whether a place of the sheet is on words that can be selected."""
        inside = QPointF(place - self.rect.topLeft()) - self.origin
        return self.block.is_on_text(inside.x(), inside.y())

    def line_place(self, offset: int) -> QRect:
        """Return where on the sheet the line with a place of the text is."""
        top, bottom = self.block.line_at(offset)
        rect = self.rect
        above = rect.top() + self.origin.y()
        return QRect(rect.left(), round(above + top), rect.width(), round(bottom - top))

    def paint(self, painter: QPainter, look: PaintState) -> None:
        """Paint it with its top left corner at the painter's origin."""
        self.block.paint(painter, self.origin.x(), self.origin.y(), look.ranges)


def place_on(part: QWidget | PaintedPiece, whole: QWidget) -> QRect:
    """Return where a widget or a piece is on what it stands on."""
    if isinstance(part, QWidget):
        return QRect(part.mapTo(whole, QPoint(0, 0)), part.size())
    rect = part.rect
    return rect.translated(part.sheet.mapTo(whole, QPoint(0, 0)))
