"""Something to be read, with text that can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from pathways.gui.dialogs.answer import shown_until_closed
from pathways.gui.dialogs.fitting_dialog import FittingDialog
from pathways.gui.widgets.plain_text import Label, set_window_title
from pathways.i18n import _


class NoticeDialog(FittingDialog):
    """Show a heading, a sentence and, where there are any, details."""

    def __init__(self, parent: QWidget | None, title: str, words: str, details: str = "") -> None:
        super().__init__(parent)
        set_window_title(self, title)
        heading, text = Label(title, self), Label(words, self)
        heading.setProperty("look", "heading")
        for label in (heading, text):
            label.setWordWrap(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = self.body
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(text)
        self._words = "\n\n".join(part for part in (title, words, details) if part)
        if details:
            box = QPlainTextEdit(details, self)
            box.setReadOnly(True)
            box.setTabChangesFocus(True)
            box.setAccessibleName(_("Details"))
            column.addWidget(box, 1)
        self.add_pair(_("Copy"), self._on_copy, _("Close")).setFocus()
        self.ask_size(640, 420 if details else 200)

    @classmethod
    def tell(cls, parent: QWidget | None, title: str, words: str, *, details: str = "") -> None:
        """Show it and wait until it has been read."""
        shown_until_closed(cls(parent, title, words, details))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
