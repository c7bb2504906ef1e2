"""Where a line that holds several statements is cut."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from pathways.gui.dialogs.answer import answer_of
from pathways.gui.dialogs.fitting_dialog import FittingDialog
from pathways.gui.widgets.plain_text import Label, set_window_title
from pathways.i18n import _, _n

_MOVES = (
    QKeySequence.StandardKey.MoveToNextChar, QKeySequence.StandardKey.MoveToPreviousChar,
    QKeySequence.StandardKey.MoveToNextWord, QKeySequence.StandardKey.MoveToPreviousWord,
    QKeySequence.StandardKey.MoveToNextLine, QKeySequence.StandardKey.MoveToPreviousLine,
    QKeySequence.StandardKey.MoveToStartOfLine, QKeySequence.StandardKey.MoveToEndOfLine,
    QKeySequence.StandardKey.MoveToStartOfDocument, QKeySequence.StandardKey.MoveToEndOfDocument,
    QKeySequence.StandardKey.Copy,
)  # fmt: skip


class CutText(QPlainTextEdit):
    """A text that can be cut between two words and joined again, and not changed otherwise."""

    cut_changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(" ".join(text.split()), parent)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setUndoRedoEnabled(False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)

    @property
    def parts(self) -> list[str]:
        """Return the parts, in order."""
        return [part for line in self.toPlainText().split("\n") if (part := line.strip())]

    def cut(self) -> None:
        """Cut before the word that the cursor is in, or at the gap where it stands."""
        cursor = self.textCursor()
        block, at = cursor.block(), cursor.positionInBlock()
        text = block.text()
        while 0 < at < len(text) and text[at - 1] != " " and text[at] != " ":
            at -= 1
        if not text[:at].strip() or not text[at:].strip():
            return
        start = block.position() + len(text[:at].rstrip())
        cursor.setPosition(start)
        cursor.setPosition(block.position() + at + len(text[at:]) - len(text[at:].lstrip()),
                           QTextCursor.MoveMode.KeepAnchor)  # fmt: skip
        cursor.insertText("\n")
        self.setTextCursor(cursor)
        self.cut_changed.emit()

    def join(self) -> None:
        """Join the part that the cursor is in with the one before it."""
        cursor = self.textCursor()
        if cursor.block().blockNumber() == 0:
            return
        start = cursor.block().position()
        cursor.setPosition(start - 1)
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(" ")
        self.setTextCursor(cursor)
        self.cut_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cut with Enter, join with Backspace at the beginning of a part; letters are left
        alone.
        """
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.cut()
        elif event.key() == Qt.Key.Key_Backspace and self.textCursor().positionInBlock() == 0:
            self.join()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab) or any(
            event.matches(key) for key in _MOVES
        ):
            super().keyPressEvent(event)
        else:
            event.accept()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take no letters."""


class SplitDialog(FittingDialog):
    """Ask for the parts of a text."""

    def __init__(self, parent: QWidget | None, text: str) -> None:
        super().__init__(parent)
        set_window_title(self, _("Split"))
        words = Label(
            _(
                "Put the cursor where the second statement begins, and cut. Each line below "
                "becomes a statement."
            ),
            self,
        )
        words.setWordWrap(True)
        self.text = CutText(text, self)
        self.text.setAccessibleName(
            _("The text; Enter cuts, Backspace at the beginning of a part joins")
        )
        self._count = Label(self)
        self._count.setProperty("look", "quiet")
        self._add_buttons()
        column = self.body
        column.setSpacing(12)
        for widget in (words, self.text, self._count):
            column.addWidget(widget)
        self.ask_size(640, 360)
        self.text.cut_changed.connect(self._refresh)
        self._refresh()
        self.text.setFocus()

    def _add_buttons(self) -> None:
        cut, join = QPushButton(_("Cut here"), self), QPushButton(_("Join again"), self)
        cut.clicked.connect(self._on_cut)
        join.clicked.connect(self._on_join)
        cancel, self.done_button = QPushButton(_("Cancel"), self), QPushButton(_("Split"), self)
        self.done_button.setProperty("look", "primary")
        cancel.clicked.connect(self.reject)
        self.done_button.clicked.connect(self.accept)
        row = self.buttons
        for place, button in enumerate((cut, join)):
            row.insertWidget(place, button)
        row.addWidget(cancel)
        row.addWidget(self.done_button)
        for button in (cut, join, cancel, self.done_button):
            button.setAutoDefault(False)

    @classmethod
    def ask(cls, parent: QWidget | None, text: str) -> list[str] | None:
        """Return the parts, two or more; None where the person thought better of it."""
        parts = answer_of(cls(parent, text), lambda dialog: dialog.text.parts)
        return parts if parts and len(parts) > 1 else None

    def _on_cut(self) -> None:
        self.text.cut()
        self.text.setFocus()

    def _on_join(self) -> None:
        self.text.join()
        self.text.setFocus()

    def _refresh(self) -> None:
        count = len(self.text.parts)
        self._count.setText(
            _n("{count} part so far", "{count} parts so far", count).format(count=count)
        )
        self.done_button.setEnabled(count > 1)
