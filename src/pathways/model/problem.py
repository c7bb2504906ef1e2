"""A mistake that a person can mend."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

import msgspec

from pathways.errors import LONGEST_TOLD, shortened
from pathways.i18n import _


class Severity(str, Enum):
    """How much a problem matters."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One mistake: what is wrong, where (file, line and column, counted from 1; 0 where unknown),
    what to do.
    """

    message: str
    advice: str = ""
    file: Path | None = None
    line: int = 0
    column: int = 0
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        """Keep what is told short enough to be read, whatever a file puts into it."""
        for name in ("message", "advice"):
            told = getattr(self, name)
            if len(told) > LONGEST_TOLD:
                msgspec.structs.force_setattr(self, name, shortened(told, LONGEST_TOLD))

    def __str__(self) -> str:
        """Return the problem as one sentence with its place in front."""
        place = str(self.file) if self.file else ""
        if self.line:
            place += _(", line {line}, column {column}").format(line=self.line, column=self.column)
        return (f"{place}: " if place else "") + " ".join(
            part for part in (self.message, self.advice) if part
        )
