"""The values in the rows of a spreadsheet: days, grades, yes and no; what they mean is asked
once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from pathways.errors import shortened
from pathways.i18n import _, capitalised
from pathways.importing.people_table import (
    DAYS,
    NODES,
    VACANT,
    Detail,
    TableRow,
    day_in,
    nodes_meant,
    truth_in,
)
from pathways.model.library import Library
from pathways.model.team import KnownValue


class Complaint(msgspec.Struct, frozen=True, kw_only=True):
    """A row, or a value in it, that could not be understood; ``left_out`` where the whole row is
    not brought in.
    """

    line: int
    reason: str
    left_out: bool


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A word that stands for no grade or role that is known, or for several; ``lines`` have it."""

    text: str
    lines: tuple[int, ...]
    candidates: tuple[str, ...]


class RowValues:
    """What the cells of a table mean, with everything that could not be understood."""

    def __init__(
        self, library: Library, kept: tuple[KnownValue, ...], answers: Mapping[str, str]
    ) -> None:
        known = {value.text.casefold(): value.node for value in kept}
        self._known = known | {text.casefold(): node for text, node in answers.items()}
        self._library = library
        self._meant: dict[str, tuple[str, ...]] = {}
        self._asked: dict[str, list[int]] = {}
        self.complaints: list[Complaint] = []

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return what has to be asked."""
        return tuple(
            Question(text=text, lines=tuple(lines), candidates=self._meant[text])
            for text, lines in self._asked.items()
        )

    def of(
        self, row: TableRow, cells: Mapping[Detail, str], wanted: Mapping[Detail, str]
    ) -> dict[str, Any]:
        """Return the values that a row has; what cannot be understood is left out and noted."""
        found: dict[str, Any] = {}
        for field, key in wanted.items():
            text = cells.get(field, "")
            if not text:
                continue
            value = self._value(row, field, text)
            if value not in ("", None):
                found[key] = value
        return found

    def _value(self, row: TableRow, field: Detail, text: str) -> object:
        if field in NODES:
            return self._node(row, text)
        if field in DAYS:
            day = day_in(text)
            if day is None:
                self._complain(row, field, text, _("it is not a date"))
            return day
        if field is Detail.FUNDED:
            funded = truth_in(text)
            if funded is None:
                self._complain(row, field, text, _("it is neither yes nor no"))
            return funded
        return text

    def _node(self, row: TableRow, text: str) -> str:
        if text.casefold() in VACANT:
            return ""
        known = self._known.get(text.casefold())
        if known is not None:
            return known
        if text not in self._meant:
            self._meant[text] = nodes_meant(text, self._library)
        meant = self._meant[text]
        if len(meant) == 1:
            return meant[0]
        lines = self._asked.setdefault(text, [])
        if row.line not in lines:
            lines.append(row.line)
        return ""

    def _complain(self, row: TableRow, field: Detail, text: str, why: str) -> None:
        reason = _("{column}: “{text}” is not brought in, because {why}.").format(
            column=capitalised(field.word), text=shortened(text), why=why
        )
        complaint = Complaint(line=row.line, reason=reason, left_out=False)
        if complaint not in self.complaints[-len(Detail) :]:  # of this row
            self.complaints.append(complaint)
