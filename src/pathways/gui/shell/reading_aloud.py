"""What Qt does not tell screen readers by itself: which painted words are headings, and which are
text.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

_PAINTED = {
    "MapView": QAccessible.Role.Canvas,
}
_LOOKS = ("title", "heading")  # of labels, and of what is painted
_TEXTS = ("MarkedText", "VerdictChip")  # painted words, each with a name
_installed = False


class _HeardWords(QAccessibleWidget):
    """Words as a heading, which a screen reader jumps to, or as text."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role, "")
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        """Return the words as the name."""
        widget = self._widget
        if kind == QAccessible.Text.Name:
            words = widget.text() if isinstance(widget, QLabel) else ""
            return widget.accessibleName() or words
        return super().text(kind)


def tell_roles() -> None:
    """Let headings be headings and painted words be text for screen readers; free of cost where
    none is running.
    """
    global _installed
    if not _installed:
        QAccessible.installFactory(_told)
        _installed = True


def _told(kind: str, thing: QObject) -> QAccessibleInterface | None:
    if kind in _PAINTED and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, _PAINTED[kind], "")
    if kind in ("TextSheet", "SpokenPiece"):
        return _painted(thing)
    if kind in _TEXTS and isinstance(thing, QWidget):
        return _HeardWords(thing, QAccessible.Role.StaticText)
    # the kind QWidget is asked of what is being taken away, too: nothing may be asked of that
    if kind in ("QLabel", "PaintedHeading") and isinstance(thing, QWidget):
        is_heading = thing.property("look") in _LOOKS
        return _HeardWords(thing, QAccessible.Role.Heading) if is_heading else None
    return None


def _painted(thing: QObject) -> QAccessibleInterface | None:
    from pathways.gui.widgets.sheet_access import PieceInterface, SheetInterface, SpokenPiece

    if isinstance(thing, SpokenPiece):
        return PieceInterface(thing)
    return SheetInterface(thing) if isinstance(thing, QWidget) else None
