"""The texts of a row: what is asked, what one's own grade says, and how both have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QWidget

from pathways.gui.plan.marked_text import MarkedText, marks_for
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.text_block import TextMark
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _
from pathways.model.day import day_in_words
from pathways.model.plan import Action, Evidence, Plan, Row

MarkWords = Callable[[str, str], Sequence[tuple[str, str]]]


class Texts:
    """What the panel needs to know to show texts: how words are marked."""

    def __init__(self, mark_words: MarkWords) -> None:
        self.mark_words = mark_words
        self.marked = True

    def marks(self, before: str, after: str, kind: str) -> list[TextMark]:
        """Return the marks of one of two texts; none where they are not to be shown."""
        return list(marks_for(self.mark_words(before, after), kind)) if self.marked else []

    @staticmethod
    def day(day: str) -> str:
        """Return a day in words."""
        return day_in_words(day)


class RowTexts:
    """Make the widgets with the texts of one row."""

    def __init__(self, texts: Texts, plan: Plan, row: Row, theme: Theme, parent: QWidget) -> None:
        self._texts = texts
        self._plan = plan
        self._row = row
        self._theme = theme
        self._parent = parent

    @property
    def heading(self) -> str:
        """Return the subject, and whose it is where there are several aims."""
        aims = [place.title for place in self._plan.aims if place.id in self._row.aims]
        parts = [self._row.subject, *(aims if len(self._plan.aims) > 1 else ())]
        return " · ".join(parts)

    def widgets(self) -> Iterator[QWidget]:
        """Yield the texts from top to bottom."""
        row = self._row
        if row.changed == "gone":
            yield self._notice(_("No longer in the document. It is kept with all that was said."))
        if row.before is not None and row.before.text != row.text:
            yield self._small(_("{grade} says:").format(grade=self._plan.start.title))
            yield self._marked(row.before.text, row.before.text, row.text, "delete")
        yield self._small(self._asked_words())
        before = row.was or (row.before.text if row.before else "")
        yield self._marked(row.text, before, row.text, "insert")
        if row.why:
            yield self._small(row.why)
        if row.was:
            told = {"reworded": _("The document was reworded. It was:")}
            yield self._notice(told.get(row.changed, _("The document has changed. It was:")))
            yield self._marked(row.was, row.was, row.text, "delete")
        if row.allowed:
            yield self._small(
                _("My own grade’s text allows it already: “{text}”").format(text=row.allowed)
            )

    def _asked_words(self) -> str:
        aims = self._plan.aims
        if len(aims) == 1:
            return _("{grade} asks:").format(grade=aims[0].title)
        return _("Asked:")

    def _marked(self, text: str, before: str, after: str, kind: str) -> QWidget:
        marks = self._texts.marks(before, after, kind) if before and before != after else []
        return MarkedText(text, marks, self._theme, self._parent)

    def _small(self, words: str) -> QWidget:
        return wrapped_label("small", self._parent, words)

    def _notice(self, words: str) -> QWidget:
        return wrapped_label("notice", self._parent, words)


def evidence_lines(evidence: Evidence) -> Iterator[str]:
    """Yield a piece of evidence line by line, its result first."""
    yield evidence.result
    for words, text in (
        (_("Situation: {text}"), evidence.situation),
        (_("Task: {text}"), evidence.task),
        (_("Action: {text}"), evidence.action),
        (_("Date: {text}"), day_in_words(evidence.date)),
        (_("Files: {text}"), ", ".join(evidence.links)),
        (_("Confirmed by {text}"), evidence.confirmed_by),
    ):
        if text:
            yield words.format(text=text)
    if len(evidence.rows) > 1:
        yield _("Serves {count} statements").format(count=len(evidence.rows))


def action_lines(action: Action) -> Iterator[str]:
    """Yield an action line by line."""
    yield action.do
    parts = [action.kind.word]
    if action.by:
        parts.append(_("by {date}").format(date=day_in_words(action.by)))
    if action.with_whom:
        parts.append(_("with {whom}").format(whom=action.with_whom))
    told = " · ".join(part for part in parts if part)
    if told:
        yield told
