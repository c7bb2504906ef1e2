"""What there is instead where no way leads from here to there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from pathways.compare.sentences import place
from pathways.gui.shell.session import Session
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import action_words
from pathways.i18n import _

_NEAREST = 2  # ways: onward from here, and to there


class NoWay(QWidget):
    """Offer every move, the direct comparison, the way back, and the ways that come nearest."""

    chosen = Signal(str, str)  # other ends

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.everything = QPushButton(_("Include all kinds of move"), self)
        self.compare = QPushButton(_("Compare them directly"), self)
        self.back = QPushButton(_("Show the route back"), self)
        self.nearest = [QPushButton(self) for _way in range(_NEAREST)]
        self._near: tuple[tuple[str, str], ...] = ()
        flow = FlowLayout(self, 8)
        for button in (self.compare, self.back, *self.nearest, self.everything):
            flow.addWidget(button)
        self.compare.setProperty("look", "primary")
        self.compare.clicked.connect(lambda: session.compare(session.route.ends or ()))
        self.everything.clicked.connect(lambda: session.route.allow((), indicative=True))
        self.back.clicked.connect(self._go_back)
        for number, button in enumerate(self.nearest):
            button.clicked.connect(lambda _on=False, at=number: self.chosen.emit(*self._near[at]))

    def refresh(self) -> None:
        """Offer what there is for the session's ends; nothing where a way is found."""
        choice = self._session.route
        stuck = choice.route is None and choice.ends is not None
        self.setVisible(stuck)
        if not stuck:
            return
        self.everything.setVisible(choice.limited)
        self.back.setVisible(choice.leads_back())
        self._near = choice.nearest()[:_NEAREST]
        for number, button in enumerate(self.nearest):
            button.setVisible(number < len(self._near))
            if number < len(self._near):
                button.setText(action_words(self._words(*self._near[number])))

    def _words(self, here: str, there: str) -> str:
        library, ends = self._session.library, self._session.route.ends or ("", "")
        last = place(library.node(there))
        if here == ends[0]:
            return _("The route as far as {place}").format(place=last)
        words = _("The route from {first} to {last}")
        return words.format(first=place(library.node(here)), last=last)

    def _go_back(self) -> None:
        here, there = self._session.route.ends or ("", "")
        self.chosen.emit(there, here)
