"""What a person must know of the plan in front: a copy, somebody else, a save that failed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _
from pathways.workspace.open_plans import OpenPlans


class PlanNotice(QWidget):
    """Say it on top of the page; where the file holds something else now, ask which is to be."""

    theirs_asked = Signal()
    mine_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = wrapped_label("notice", self)
        self._outdated = ""
        self._versions = QWidget(self)
        flow = FlowLayout(self._versions)
        for words, wish in (
            (_("Use the version in the file"), self.theirs_asked),
            (_("Keep my version and save it"), self.mine_asked),
        ):
            button = QPushButton(words, self._versions)
            button.clicked.connect(lambda _on=False, asked=wish: asked.emit())
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addWidget(self._versions)
        self.setVisible(False)

    def text(self) -> str:
        """Return what is said."""
        return self._words.text()

    def say_outdated(self, sentence: str, plans: OpenPlans) -> None:
        """Say besides that the open framework asks for something else; "" where it does not."""
        self._outdated = sentence
        self.show_state(plans)

    def show_state(self, plans: OpenPlans) -> None:
        """Say what there is to say of the plan in front; nothing where there is none."""
        said = [*_sentences(plans), self._outdated if plans.plan else ""]
        words = " ".join(filter(None, said))
        self._words.setText(words)
        front = plans.document
        self._versions.setVisible(front is not None and front.theirs is not None)
        self.setVisible(bool(words))


def _sentences(plans: OpenPlans) -> Iterator[str]:
    plan = plans.plan
    if plan is None:
        return
    if plans.failure:
        yield plans.failure
    elif plans.document is not None and plans.document.theirs is not None:
        yield _("Somebody has put another plan into this file. Choose which of the two to keep.")
    if plans.is_taken:
        yield _("This plan is also open in another window of Pathways. Changes from both are kept.")
    if plan.copy:
        yield _("This is a copy for the manager: what you say here is the manager’s view.")
    if plan.open_conflicts:
        yield _("Some answers differ. To choose: Plan, “Differences to settle”.")
