"""A link that is cut where it is wider than its page; a tip and a screen reader have all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from pathways.gui.widgets.plain_text import action_words, set_tip

_LEAST = 12  # letters across that it does not go below


class ShortLink(QPushButton):
    """Show words as a link on one line."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(action_words(words), parent)
        self._words = words
        self.setProperty("look", "link")
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_tip(self, words)

    def sizeHint(self) -> QSize:
        """Return the room for all words, whatever is shown of them now."""
        return QSize(self._around() + self._wide(self._words), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few letters."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), self._around() + self._wide("n" * _LEAST)), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        super().resizeEvent(event)
        room = self.width() - self._around()
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        shown = action_words(self._words if room >= self._wide(self._words) else cut)
        if shown != self.text():
            self.setText(shown)

    def _around(self) -> int:
        """Return what the style puts beside the words."""
        shown = self.text().replace("&&", "&")
        return super().sizeHint().width() - self._wide(shown)

    def _wide(self, words: str) -> int:
        self.ensurePolished()
        return self.fontMetrics().horizontalAdvance(words)
