"""The chosen lines: their whole text, what became of them and why, and what can be done with
them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from pathways.gui.importing.correcting import Correcting
from pathways.gui.importing.pieces import LinePiece, Titles, reasons, sure_word
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import set_tip
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n, capitalised


class PiecePanel(QFrame):
    """Show the lines that are chosen; its buttons do what the menu of the list does."""

    def __init__(self, correcting: Correcting, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(_("The chosen line"))
        self._theme = theme
        self.head = wrapped_label("heading", self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("The text in the document"))
        self.became = wrapped_label("strong", self)
        self.why = wrapped_label("", self)
        self._box = QWidget(self)
        self._flow = FlowLayout(self._box)
        self.buttons: dict[str, QPushButton] = {}
        for name, action in correcting.actions.items():
            button = QPushButton(action.text().replace("&", ""), self._box)
            key = action.shortcut().toString()
            set_tip(button, _("Key in the list: {key}").format(key=key))
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(self._offer)
            self._flow.addWidget(button)
            self.buttons[name] = button
        self._actions = correcting.actions
        self._offer()
        self._column = QVBoxLayout(self)
        for widget in (self.head, self.text, self.became, self.why, self._box):
            self._column.addWidget(widget)
        self.set_theme(theme)

    def _offer(self) -> None:
        """Show the buttons of what can be done; the menu of the list has all."""
        for name, button in self.buttons.items():
            allowed = self._actions[name].isEnabled()
            button.setEnabled(allowed)
            button.setVisible(allowed)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._column.setContentsMargins(theme.margins(12))
        self._column.setSpacing(theme.space(6))
        self._flow.set_gap(theme.space(6))
        self._fit()

    def _fit(self) -> None:
        """Give the text the room of its lines, up to a few: the rest can be scrolled to."""
        line = self.text.fontMetrics().lineSpacing()
        across = max(
            8, self.text.viewport().width() // max(1, self.text.fontMetrics().averageCharWidth())
        )
        lines = sum(1 + len(part) // across for part in self.text.toPlainText().split("\n"))
        self.text.setFixedHeight(min(6, max(2, lines)) * line + 2 * self._theme.space(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to another width."""
        super().resizeEvent(event)
        self._fit()

    def show_pieces(self, pieces: Sequence[LinePiece], titles: Titles) -> None:
        """Show the chosen lines; where several are chosen, what they have in common."""
        self.text.setVisible(bool(pieces))
        if not pieces:
            self.head.setText(_("Choose a line to look at it"))
            self.became.setText("")
            self.why.setText("")
            return
        decision = pieces[0].decision
        if len(pieces) == 1:
            self.head.setText(_where(pieces[0], titles))
        else:
            count = len(pieces)
            self.head.setText(
                _n("{count} line chosen", "{count} lines chosen", count).format(count=count)
            )
        self.text.setPlainText("\n".join(piece.decision.text for piece in pieces[:50]))
        self._fit()
        self.became.setText(_common([_became(piece, titles) for piece in pieces]))
        self.why.setText(_common([f"{sure_word(piece)}: {reasons(piece)}" for piece in pieces]))
        if len(pieces) == 1 and not pieces[0].can_change:
            self.why.setText(self.why.text() + " " + _("It cannot be changed by itself."))
        if len(pieces) == 1 and decision.heading:
            self.became.setText(
                self.became.text()
                + "\n"
                + _("under the heading “{heading}”").format(heading=decision.heading)
            )


def _where(piece: LinePiece, titles: Titles) -> str:
    decision = piece.decision
    place = decision.place or (_("line {line}").format(line=decision.line) if decision.line else "")
    name = titles.document(decision.document)
    if not place:
        return name
    return _("{place} of {document}").format(place=capitalised(place), document=name)


def _became(piece: LinePiece, titles: Titles) -> str:
    word, target = piece.decision.became.word, titles.target(piece)
    word = capitalised(word)
    return f"{word} · {target}" if target else word


def _common(words: Sequence[str]) -> str:
    found = list(dict.fromkeys(words))
    return found[0] if len(found) == 1 else "\n".join(found[:3]) + ("\n…" if len(found) > 3 else "")
