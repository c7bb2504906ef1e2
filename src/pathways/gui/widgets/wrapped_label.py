"""A label with plain words that are broken where the line ends."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def wrapped_label(look: str, parent: QWidget, words: str = "") -> QLabel:
    """Return a label in one of the looks of the style sheet."""
    label = QLabel(words, parent)
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
