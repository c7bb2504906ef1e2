"""A word to whoever is here for the first time; once closed, it does not come back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.icon_button import icon_button, paint_icon
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _
from pathways.model.library import Library

# the least width of the words beside the size of type, where the buttons stand beside them
_LINE, _SHORT_LINE = 26, 13


class Welcome(QFrame):
    """Say what this is and whose grades are seen, and offer three ways to begin."""

    closed = Signal()
    example_asked = Signal()
    import_asked = Signal()

    def __init__(self, library: Library, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = False
        self.setObjectName("welcome")
        self.setAccessibleName(_("New here?"))
        self._words = wrapped_label("", self)
        self._words.setText(_said_of(library))
        self._short = wrapped_label("", self)
        self._short.hide()
        self._in_short = _said_in_short(library)
        self._buttons = QWidget(self)
        self._flow = FlowLayout(self._buttons)
        self.example = QPushButton(_("Show me an example"), self._buttons)
        self.own = QPushButton(_("Bring your own documents…"), self._buttons)
        self.close_button = icon_button("remove", _("Do not show this again"), theme, self._buttons)
        for button in (self.example, self.own, self.close_button):
            self._flow.addWidget(button)
        self._column = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._column.addWidget(self._words, 1)
        self._column.addWidget(self._short, 1)
        self._column.addWidget(self._buttons)
        self.example.clicked.connect(self.example_asked)
        self.own.clicked.connect(self.import_asked)
        self.close_button.clicked.connect(self.closed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._flow.set_gap(theme.space(8))
        self._theme = theme
        paint_icon(self.close_button, theme)
        self._arrange()

    def set_compact(self, compact: bool) -> None:
        """Say it in fewer words, where there is little room; all are heard all the same."""
        self._compact = compact
        self.setAccessibleDescription(self._words.text() if compact else "")
        self._words.setVisible(not compact)
        if not compact:
            self._short.hide()
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange it again once its words have another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where there is no room beside them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme = self._theme
        self._column.setContentsMargins(theme.margins(24, 4 if self._compact else 10))
        self._show_what_fits()
        buttons = self._flow.sizeHint().width()
        words = (_SHORT_LINE if self._compact else _LINE) * theme.text_px()
        beside = self.width() - 2 * theme.space(24) >= buttons + words
        if self._compact:
            self._show_short(beside=beside)
        way = QBoxLayout.Direction
        self._column.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._column.setSpacing(theme.space(24 if beside else 4))
        self._buttons.setMinimumWidth(buttons if beside else 0)

    def _show_short(self, *, beside: bool) -> None:
        """Show the short sentence where it leaves the map in sight: on two lines, but on one above
        a single button, where everything is short of room.
        """
        room = self.width() - 2 * self._theme.space(24)
        if beside:
            room -= self._flow.sizeHint().width() + self._theme.space(24)
        lines = 1 if not beside and self.example.isHidden() else 2
        high = lines * self._short.fontMetrics().lineSpacing() + 4
        fits = self._short.heightForWidth(max(room, 1)) <= high
        if fits == self._short.isHidden():
            self._short.setVisible(fits)
            QTimer.singleShot(0, self, self.updateGeometry)  # this may be while all is laid out

    def _show_what_fits(self) -> None:
        """Keep the buttons to one row: bringing one's own documents goes last, and in fewer words
        stands beside the sentence.
        """
        gap = self._flow.gap
        self.own.setText(_("Bring your own documents…"))
        own = self.own.sizeHint().width() + gap + self.close_button.sizeHint().width()
        both = own + gap + self.example.sizeHint().width()
        room = self.width() - 2 * self._theme.space(24)
        crowded = self._compact and both > room
        self.example.setVisible(not crowded)
        if crowded:
            self.own.setText(_("Bring your own…"))
        longer, shortest = self._in_short
        one_line = self._short.fontMetrics().horizontalAdvance(longer) <= room
        self._short.setText(longer if one_line and not crowded else shortest)


def _said_of(library: Library) -> str:
    """Say what the program is for, and whose grades are an example here."""
    example = next((each for each in library.frameworks if each.ladders), None)
    first = _("See what changes from one grade to another.")
    if example is None or not example.organisation:
        return first + " " + _("Choose two, or bring your own documents.")
    whose = _("The {title} of {organisation} is an example: choose two, or bring your own.").format(
        title=example.title, organisation=example.organisation
    )
    return f"{first} {whose}"


def _said_in_short(library: Library) -> tuple[str, str]:
    """Say the same in as few words as stand on one line, in type that is twice as large, and in
    still fewer.
    """
    example = next((each for each in library.frameworks if each.ladders), None)
    if example is None or not example.organisation:
        words = _("See what changes from one grade to another.")
        return words, words
    longer = _("Compare grades, for example {organisation}’s.")
    shortest = _("Compare {organisation}’s grades.")
    name = example.organisation
    return longer.format(organisation=name), shortest.format(organisation=name)
