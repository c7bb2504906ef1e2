"""What there is to do where no plan is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, in_words


class NoPlan(QWidget):
    """Say what a plan is and how one is begun."""

    begin_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = wrapped_label(
            "",
            self,
            _(
                "A plan begins from a comparison: where you are, and where you want to go. It "
                "lists what is new, raised or changed, and keeps what you can show, what you do "
                "next and what you agree with your manager. It is a file of your own, on this "
                "computer only."
            ),
        )
        self._next = wrapped_label("quiet", self)
        self.begin = QPushButton(_("Plan this step…"), self)
        self.begin.setProperty("look", "primary")
        self.open = QPushButton(_("Open a plan…"), self)
        self.sample = QPushButton(_("Look at a sample plan"), self)
        self.begin.clicked.connect(self.begin_asked)
        self.open.clicked.connect(self.open_asked)
        self.sample.clicked.connect(self.sample_asked)
        holder = QWidget(self)
        self._flow = FlowLayout(holder)
        for button in (self.begin, self.open, self.sample):
            self._flow.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._words, self._next, holder):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._flow.set_gap(theme.space(8))
        self._column.setSpacing(theme.space(12))
        widest = 40 * theme.text_px()
        self._words.setMaximumWidth(widest)
        self._next.setMaximumWidth(widest)

    def show_session(self, session: Session) -> None:
        """Say what the plan would be about, or what to choose first."""
        self.begin.setEnabled(session.can_compare)
        if session.can_compare:
            titles = session.library.titles_of(session.chosen)
            told = _("Chosen now: from {start} to {aims}.")
            self._next.setText(told.format(start=titles[0], aims=in_words(titles[1:])))
        else:
            self._next.setText(_("Choose two grades or roles first, on the map or under Compare."))

    def take_focus(self) -> None:
        """Give the keyboard to what comes next."""
        button = self.begin if self.begin.isEnabled() else self.open
        button.setFocus(Qt.FocusReason.OtherFocusReason)
