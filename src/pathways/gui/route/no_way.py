"""What there is instead where no way leads from here to there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from pathways.compare.sentences import place
from pathways.gui.shell.session import Session
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import action_words
from pathways.i18n import _


class NoWay(QWidget):
    """Offer every move, the direct comparison, the way back, and how far one can get."""

    chosen = Signal(str, str)  # other ends

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.everything = QPushButton(_("Include all kinds of move"), self)
        self.compare = QPushButton(_("Compare them directly"), self)
        self.back = QPushButton(_("Show the route back"), self)
        self.nearest = QPushButton(self)
        flow = FlowLayout(self, 8)
        for button in (self.compare, self.nearest, self.back, self.everything):
            flow.addWidget(button)
        self.compare.setProperty("look", "primary")
        self.compare.clicked.connect(lambda: session.compare(session.route.ends or ()))
        self.everything.clicked.connect(lambda: session.route.allow((), indicative=True))
        self.back.clicked.connect(lambda: self._go(back=True))
        self.nearest.clicked.connect(lambda: self._go(back=False))

    def refresh(self) -> None:
        """Offer what there is for the session's ends; nothing where a way is found."""
        choice = self._session.route
        stuck = choice.route is None and choice.ends is not None
        self.setVisible(stuck)
        if not stuck:
            return
        self.everything.setVisible(choice.limited)
        self.back.setVisible(choice.leads_back())
        near = choice.nearest()
        self.nearest.setVisible(bool(near))
        if near:
            title = place(self._session.library.node(near))
            words = _("The route as far as {place}").format(place=title)
            self.nearest.setText(action_words(words))

    def _go(self, *, back: bool) -> None:
        choice = self._session.route
        if choice.ends is None:
            return
        here, there = choice.ends
        self.chosen.emit(*((there, here) if back else (here, choice.nearest())))
