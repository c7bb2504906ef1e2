"""Footnotes: where in its document each statement stands, and what persons judged."""

from __future__ import annotations

from pathways.i18n import _
from pathways.model.statement import Statement
from pathways.report import blocks
from pathways.report.spans import Line, Span, Style


class SourceNotes:
    """Number the sections that statements stand in, in the order in which they are first pointed
    to; none where not ``wanted``.
    """

    def __init__(self, wanted: bool = True) -> None:
        self._wanted = wanted
        self._numbers: dict[str, int] = {}
        self._judged = False

    def mark(self, statement: Statement) -> Line:
        """Return the number of the statement's section, to stand behind its text."""
        if not self._wanted:
            return ()
        number = self._numbers.setdefault(statement.source.place, len(self._numbers) + 1)
        return (Span(str(number), Style.REFERENCE),)

    def judgement(self, note: str) -> Line:
        """Return the number of a note on a person's judgement, which is always wanted; () where
        there is none.
        """
        if not note:
            return ()
        self._judged = True
        number = self._numbers.setdefault(note, len(self._numbers) + 1)
        return (Span(str(number), Style.REFERENCE),)

    def blocks(self) -> tuple[blocks.Block, ...]:
        """Return the heading and the list of all that was pointed to so far; () where
        nothing was.
        """
        if not self._numbers:
            return ()
        notes = tuple(blocks.Footnote(number, text) for text, number in self._numbers.items())
        return blocks.Heading(2, self._title()), blocks.Footnotes(notes)

    def _title(self) -> str:
        if not self._judged:
            return _("Sources")
        return (
            _("Sources, and judgements of persons") if self._wanted else _("Judgements of persons")
        )
