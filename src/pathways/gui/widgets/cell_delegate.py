"""How the toolkit writes the words of a cell."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QStyledItemDelegate

from pathways.gui.widgets.plain_text import isolated


class CellDelegate(QStyledItemDelegate):
    """Set names that run from right to left apart where they are shown; what is found and copied
    stays as it is.
    """

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:
        """Return what is shown of a cell's words."""
        return isolated(super().displayText(value, locale))
