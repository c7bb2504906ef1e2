"""A label with plain words that are broken where the line ends."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from pathways.gui.widgets.plain_text import Label


def wrapped_label(look: str, parent: QWidget | None, words: str = "") -> QLabel:
    """Return a label in one of the looks of the style sheet."""
    label = Label(words, parent)
    label.setProperty("look", look)
    label.setWordWrap(True)
    return label
