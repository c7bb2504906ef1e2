"""How the toolkit writes the words of a cell."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, QRect, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pathways.gui.widgets.model_index import Index
from pathways.gui.widgets.plain_text import held_together
from pathways.right_to_left import isolated


class CellDelegate(QStyledItemDelegate):
    """Set names that run from right to left apart where they are shown, and hold a sign and its
    number together; what is found and copied stays as it is.
    """

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:
        """Return what is shown of a cell's words."""
        return isolated(held_together(super().displayText(value, locale)))


class WholeWords(CellDelegate):
    """Ask for the height that words need inside the air of a cell: Qt counts it as room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.air = 0  # pixels on both sides together

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for the words."""
        inner = QStyleOptionViewItem(option)
        inner.rect = QRect(option.rect).adjusted(0, 0, -self.air, 0)
        return super().sizeHint(inner, index)
