"""What screen readers are told of the pieces on a sheet: each is an object of its own, with its
name, its role, its place, and what pressing does.

The objects are made when a screen reader asks for them; without one there are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from pathways.gui.widgets.painted_piece import PaintedPiece
from pathways.gui.widgets.plain_text import heard
from pathways.gui.widgets.statement_cell import StatementCell
from pathways.i18n import _

_NONE = cast(QAccessibleInterface, None)  # Qt's own answer for no child; its types do not say so
_ROLES = {
    "heading": QAccessible.Role.Heading,
    "text": QAccessible.Role.StaticText,
    "group": QAccessible.Role.Grouping,
    "button": QAccessible.Role.Button,
}


class SpokenSheet(Protocol):
    @property
    def at(self) -> StatementCell | None: ...
    @property
    def spoken(self) -> SpokenPieces: ...
    def spoken_pieces(self) -> Sequence[PaintedPiece | QWidget]: ...
    def hasFocus(self) -> bool: ...
    def isVisible(self) -> bool: ...
    def mapToGlobal(self, place: QPoint, /) -> QPoint: ...
    def mapFromGlobal(self, place: QPoint, /) -> QPoint: ...
    def give_keyboard(self, piece: PaintedPiece) -> None: ...
    def piece_at(self, place: QPoint) -> PaintedPiece | None: ...
    def window(self) -> QWidget: ...


class SpokenPiece(QWidget):
    """One piece, as screen readers know it."""

    def __init__(self, piece: PaintedPiece, sheet: QWidget) -> None:
        super().__init__(sheet)
        self.piece = piece


class SpokenPieces:
    """The pieces of one sheet that screen readers have asked for."""

    def __init__(self, sheet: QWidget) -> None:
        self._sheet = sheet
        self._made: dict[int, SpokenPiece] = {}
        self._places: dict[int, int] | None = None

    def clear(self) -> None:
        """Forget them all: other pieces are painted now."""
        for spoken in self._made.values():
            if isValid(spoken):
                spoken.deleteLater()
        self._made, self._places = {}, None

    def of(self, piece: PaintedPiece) -> QAccessibleInterface:
        """Return what screen readers know of a piece."""
        spoken = self._made.get(id(piece))
        if spoken is None:
            spoken = self._made[id(piece)] = SpokenPiece(piece, self._sheet)
        return QAccessible.queryAccessibleInterface(spoken)

    def place_of(self, piece: object, among: Sequence[PaintedPiece | QWidget]) -> int:
        """Return the place of a piece among those on the sheet, -1 where it is none of them."""
        if self._places is None:
            self._places = {id(each): number for number, each in enumerate(among)}
        return self._places.get(id(piece), -1)

    def tell_focus(self) -> None:
        """Say where the keyboard is, after Qt has said that the sheet has it."""
        if QAccessible.isActive():
            QTimer.singleShot(0, self._sheet, self._tell_focus)

    def tell_changed(self, piece: PaintedPiece) -> None:
        """Say that a piece says something else than before."""
        spoken = self._made.get(id(piece))
        if spoken is not None and QAccessible.isActive():
            event = QAccessibleEvent(spoken, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)

    def _tell_focus(self) -> None:
        at = getattr(self._sheet, "at", None)
        if at is not None and self._sheet.hasFocus():
            self.of(at)
            event = QAccessibleEvent(self._made[id(at)], QAccessible.Event.Focus)
            QAccessible.updateAccessibility(event)


class SheetInterface(QAccessibleWidget):
    """A sheet, with its pieces as its children."""

    def __init__(self, sheet: QWidget) -> None:
        super().__init__(sheet, QAccessible.Role.Grouping, "")
        self._sheet: SpokenSheet = sheet  # type: ignore[assignment]

    def state(self) -> QAccessible.State:
        """Say that not the sheet has the keyboard, but one of its pieces."""
        state = super().state()
        if self._sheet.at is not None:
            state.focusable = state.focused = False
        return state

    def childCount(self) -> int:
        """Return how many pieces there are."""
        return len(self._sheet.spoken_pieces())

    def child(self, index: int) -> QAccessibleInterface:
        """Return one of them."""
        pieces = self._sheet.spoken_pieces()
        return _interface(self._sheet, pieces[index]) if 0 <= index < len(pieces) else _NONE

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of one of them."""
        thing = child.object()
        piece = thing.piece if isinstance(thing, SpokenPiece) else thing
        return self._sheet.spoken.place_of(piece, self._sheet.spoken_pieces())

    def focusChild(self) -> QAccessibleInterface:
        """Return the piece that has the keyboard."""
        at = self._sheet.at
        return self._sheet.spoken.of(at) if at is not None and self._sheet.hasFocus() else _NONE

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the piece at a place of the screen."""
        piece = self._sheet.piece_at(self._sheet.mapFromGlobal(QPoint(x, y)))
        while piece is not None and piece.over is not None:
            piece = piece.over
        return self._sheet.spoken.of(piece) if piece is not None else _NONE


class PieceInterface(QAccessibleWidget):
    """A piece of a sheet.

    It is one of a widget that is never shown: of those that Python can make, only these can be
    pressed. An own ``interface_cast`` cannot say that there is no such interface.
    """

    def __init__(self, spoken: SpokenPiece) -> None:
        super().__init__(spoken, _ROLES[spoken.piece.role], "")
        self._piece = spoken.piece
        self._sheet: SpokenSheet = spoken.parentWidget()  # type: ignore[assignment]

    def window(self) -> QWindow:
        """Return the window on the screen."""
        return self._sheet.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """Return what the piece stands on."""
        over = self._piece.over
        if over is not None:
            return self._sheet.spoken.of(over)
        return QAccessible.queryAccessibleInterface(self._sheet)  # type: ignore[arg-type]

    def childCount(self) -> int:
        """Return how many pieces stand on it."""
        return len(self._piece.pieces)

    def child(self, index: int) -> QAccessibleInterface:
        """Return one of them."""
        pieces = self._piece.pieces
        return self._sheet.spoken.of(pieces[index]) if 0 <= index < len(pieces) else _NONE

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of one of them."""
        thing = child.object()
        piece = thing.piece if isinstance(thing, SpokenPiece) else None
        places = [number for number, one in enumerate(self._piece.pieces) if one is piece]
        return places[0] if places else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the piece on it at a place of the screen."""
        place = self._sheet.mapFromGlobal(QPoint(x, y))
        found = [piece for piece in self._piece.pieces if piece.rect.contains(place)]
        return self._sheet.spoken.of(found[0]) if found else _NONE

    def text(self, kind: QAccessible.Text) -> str:
        """Return its name, or its description."""
        if kind == QAccessible.Text.Name:
            return heard(self._piece.name)
        return self._piece.description if kind == QAccessible.Text.Description else ""

    def role(self) -> QAccessible.Role:
        """Return what it is."""
        piece = self._piece
        nothing = isinstance(piece, StatementCell) and piece.content.statement is None
        return _ROLES["text" if nothing else piece.role]  # nothing can be done with nothing

    def rect(self) -> QRect:
        """Return where it is on the screen."""
        place = self._piece.rect
        return QRect(self._sheet.mapToGlobal(place.topLeft()), place.size())

    def state(self) -> QAccessible.State:
        """Tell whether the keyboard can be at it, or is; what is scrolled away can be heard too."""
        state = QAccessible.State()
        state.invisible = not self._sheet.isVisible()
        state.readOnly = True
        if self._piece.role == "button":
            state.focusable = True
            state.focused = self._sheet.hasFocus() and self._sheet.at is self._piece
        return state

    def actionNames(self) -> list[str]:
        """Return what can be done with it, in Qt's own names."""
        return ["Press", "SetFocus"] if isinstance(self._piece, StatementCell) else []

    def localizedActionName(self, name: str) -> str:
        """Return what is said of it."""
        return _("Press") if name == "Press" else _("Go there")

    def localizedActionDescription(self, name: str) -> str:
        """Return what it does."""
        return self._piece.description if name == "Press" else ""

    def doAction(self, name: str) -> None:
        """Do it."""
        self._sheet.give_keyboard(self._piece)
        if name == "Press" and isinstance(self._piece, StatementCell):
            self._piece.press()

    def keyBindingsForAction(self, name: str) -> list[str]:
        """Return the keys that do it."""
        return []


def _interface(sheet: SpokenSheet, thing: PaintedPiece | QWidget) -> QAccessibleInterface:
    if isinstance(thing, QWidget):
        return QAccessible.queryAccessibleInterface(thing)
    return sheet.spoken.of(thing)
