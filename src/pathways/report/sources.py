"""Footnotes: where in its document each statement stands."""

from __future__ import annotations

from pathways.i18n import _
from pathways.model.statement import Statement
from pathways.report.blocks import Block, Footnote, Footnotes, Heading, Line, Span, Style


class SourceNotes:
    """Number the sources of statements in the order in which they are first pointed to; none where not ``wanted``."""

    def __init__(self, wanted: bool = True) -> None:
        self._wanted = wanted
        self._numbers: dict[str, int] = {}

    def mark(self, statement: Statement) -> Line:
        """Return the number of the statement's source, to stand behind its text."""
        if not self._wanted:
            return ()
        number = self._numbers.setdefault(statement.source.text, len(self._numbers) + 1)
        return (Span(str(number), Style.REFERENCE),)

    def blocks(self) -> tuple[Block, ...]:
        """Return the heading and the list of all sources pointed to so far; () where there are none."""
        if not self._numbers:
            return ()
        notes = tuple(Footnote(number, text) for text, number in self._numbers.items())
        return Heading(2, _("Sources")), Footnotes(notes)
