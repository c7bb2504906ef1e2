"""Looks, when there is time, whether the open framework asks for something else than a plan."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from pathways.compare.comparison import Comparer
from pathways.gui.shell.session import Session
from pathways.model.plan import Plan
from pathways.planning.carry import carry
from pathways.report.plan_words import outdated_sentence

_PAUSE = 200  # milliseconds: the page is painted first


class OutdatedCheck(QObject):
    """Carries a plan over without keeping the result, and says what that would do to it.

    ``found`` carries a sentence, "" where nothing would change. It is looked for again only where
    the plan rests on something else than before, or the frameworks are others.
    """

    found = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._plan: Plan | None = None
        self._known: object = None
        self._seen: Comparer | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look)

    def look(self, plan: Plan | None) -> None:
        """Look at a plan in a moment."""
        self._plan = plan
        self._timer.start()

    def _look(self) -> None:
        plan, session = self._plan, self._session
        rests_on = plan and (
            plan.start,
            plan.aims,
            tuple((row.id, row.verdict, row.changed, row.statement.text) for row in plan.rows),
        )
        if rests_on == self._known and (plan is None or session.comparer is self._seen):
            return
        self._known = rests_on
        if plan is None:
            self._seen = None
            self.found.emit("")
            return
        self._seen = session.comparer
        places = {place.id for place in (plan.start, *plan.aims)}
        there = plan.copy is None and places <= session.library.nodes.keys()
        self.found.emit(outdated_sentence(carry(plan, self._seen)) if there else "")
