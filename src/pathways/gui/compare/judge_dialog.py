"""What a person makes of two statements, or of one that stands alone: with a reason, and a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QLineEdit, QRadioButton, QWidget

from pathways.compare.judging import APART, PROGRAM, TOGETHER, Case, Judgement
from pathways.compare.overruling import JUDGEABLE
from pathways.compare.sentences import place, silence
from pathways.gui.dialogs.answer import answer_of
from pathways.gui.dialogs.fitting_dialog import FittingDialog
from pathways.gui.widgets.inside import inside
from pathways.gui.widgets.plain_text import set_window_title
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, capitalised

_LONGEST = 90  # letters of a statement in a list


class JudgeDialog(FittingDialog):
    """Ask for a judgement of a case."""

    def __init__(self, parent: QWidget | None, case: Case, who: str) -> None:
        super().__init__(parent)
        set_window_title(self, _("Change this verdict"))
        self._case = case
        self._choices = list(_choices(case))
        self._group = QButtonGroup(self)
        self.partner = QComboBox(self)
        self.partner.setAccessibleName(_("The statement it belongs to"))
        self.partner.addItems([_short(statement.text) for statement in case.partners])
        self.reason, self.who = QLineEdit(self), QLineEdit(who, self)
        self.reason.setAccessibleName(_("Reason"))
        self.who.setAccessibleName(_("Your name"))
        self.reason.setPlaceholderText(_("Why? It is kept and printed with the judgement."))
        self._lay_out()

    @classmethod
    def ask(cls, parent: QWidget | None, case: Case, who: str) -> Judgement | None:
        """Return what was decided, None where the person thought better of it."""
        return answer_of(cls(parent, case, who), cls.judgement)

    def judgement(self) -> Judgement:
        """Return what is decided now."""
        what, words = self._choices[max(0, self._group.checkedId())]
        partners = self._case.partners
        needs_partner = self._case.change.before is None or self._case.change.after is None
        partner = (
            partners[self.partner.currentIndex()]
            if needs_partner and partners and what != PROGRAM
            else None
        )
        return Judgement(what, words, partner, self.reason.text().strip(), self.who.text().strip())

    def _lay_out(self) -> None:
        column = self.body
        column.setSpacing(8)
        case = self._case
        title = _("{dimension}, from {before} to {after}")
        names = {"before": place(case.before), "after": place(case.after)}
        column.addWidget(
            wrapped_label("heading", self, title.format(dimension=case.dimension.title, **names))
        )
        for node, statement in ((case.before, case.change.before), (case.after, case.change.after)):
            words = statement.text if statement else silence(node, stated=True, said_before=False)
            column.addWidget(wrapped_label("", self, f"{node.title}: {words}"))
        column.addWidget(wrapped_label("small", self, self._now()))
        for number, (_what, words) in enumerate(self._choices):
            button = QRadioButton(capitalised(words), self)
            self._group.addButton(button, number)
            column.addWidget(button)
        self.partner.setVisible(bool(case.partners))
        column.addWidget(self.partner)
        for words, box in ((_("Reason"), self.reason), (_("Your name"), self.who)):
            label = wrapped_label("strong", self, words)
            label.setBuddy(box)
            column.addWidget(label)
            column.addWidget(box)
        done = self.add_decision(_("Judge so"))
        done.setEnabled(False)  # nothing is decided for the person
        self._group.idClicked.connect(lambda _id: done.setEnabled(True))
        self._fit_width()

    def _fit_width(self) -> None:
        parent = self.parentWidget()
        width = min(self.scaled(640), max(360, parent.width() - 80)) if parent else 560
        for label in inside(self, QLabel):
            label.ensurePolished()
            if label.hasHeightForWidth():
                label.setMinimumHeight(label.heightForWidth(width - 48))
        self.setMinimumWidth(width)

    def _now(self) -> str:
        from pathways.report.judgement import judgement_note

        change = self._case.change
        if change.overruled:
            return judgement_note(change)
        words = f"{change.verdict.word} ({change.why})" if change.why else change.verdict.word
        if not self._choices:
            return _(
                "The program says: {verdict}. There is no statement left that it could belong to."
            ).format(verdict=words)
        return _("The program says: {verdict}.").format(verdict=words)


def _choices(case: Case) -> Sequence[tuple[str, str]]:
    """Return what can be said of a case: each with its words."""
    change = case.change
    found = []
    if change.before is not None and change.after is not None:
        found += [
            (verdict.value, _("judged as {verdict}").format(verdict=verdict.word))
            for verdict in JUDGEABLE
            if verdict is not change.verdict
        ]
        found.append((APART, _("these two do not match")))
    elif case.partners:
        found.append((TOGETHER, _("matches this statement:")))
    if change.overruled:
        found.append((PROGRAM, _("as the program says")))
    return found


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
