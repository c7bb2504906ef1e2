"""What the check says: one thing to mend, with its place and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import Protocol

import msgspec

from pathways.i18n import _
from pathways.model.problem import Severity

Keys = tuple[str | int, ...]
"""The keys and the numbers (from 0) that lead to a value in a framework's file: ("blocks",
2, "sections", 0).
"""


class Code(str, Enum):
    """What was looked for; the values are stable, because files and other programs name them."""

    NO_TEXT = "no-text"
    MISSING_DIMENSION = "missing-dimension"
    DROPPED_DIMENSION = "dropped-dimension"
    ONLY_DEFINED = "only-defined"
    SAME_TEXT = "same-text"
    SAME_DIMENSION = "same-dimension"
    SHARED_TEXT = "shared-text"
    ASKS_LESS = "asks-less"
    SAID_TWICE = "said-twice"
    TWO_WORDINGS = "two-wordings"
    PLACEHOLDER = "placeholder"
    HEADING_VARIES = "heading-varies"
    HEADING_OF_TWO = "heading-of-two"
    INVISIBLE_CHARACTER = "invisible-character"
    ODD_SPACE = "odd-space"
    LOST_CHARACTER = "lost-character"
    SLIP = "slip"
    UNKNOWN_GRADE = "unknown-grade"
    CONTRADICTORY_GRADE = "contradictory-grade"
    GRADE_TWICE = "grade-twice"
    GRADE_ORDER = "grade-order"
    UNREACHABLE = "unreachable"
    BROKEN_STEP = "broken-step"
    LONG_SENTENCE = "long-sentence"
    LONG_STATEMENT = "long-statement"
    HARD_TO_READ = "hard-to-read"
    UNUSED_SILENCE = "unused-silence"

    @property
    def word(self) -> str:
        """Return what was found, in words for people."""
        return {
            Code.NO_TEXT: _("no text"),
            Code.MISSING_DIMENSION: _("a dimension is missing"),
            Code.DROPPED_DIMENSION: _("a dimension is no longer stated"),
            Code.ONLY_DEFINED: _("a dimension is only defined"),
            Code.SAME_TEXT: _("two grades have the same text"),
            Code.SAME_DIMENSION: _("the same text on a dimension"),
            Code.SHARED_TEXT: _("one text for several grades"),
            Code.ASKS_LESS: _("a higher grade asks for less"),
            Code.SAID_TWICE: _("said twice"),
            Code.TWO_WORDINGS: _("one statement in two wordings"),
            Code.PLACEHOLDER: _("a placeholder"),
            Code.HEADING_VARIES: _("a heading in several spellings"),
            Code.HEADING_OF_TWO: _("a heading for two dimensions"),
            Code.INVISIBLE_CHARACTER: _("an invisible character"),
            Code.ODD_SPACE: _("unusual spaces"),
            Code.LOST_CHARACTER: _("a lost character"),
            Code.SLIP: _("a typing mistake"),
            Code.UNKNOWN_GRADE: _("an unknown grade"),
            Code.CONTRADICTORY_GRADE: _("contradictory grades"),
            Code.GRADE_TWICE: _("a grade twice"),
            Code.GRADE_ORDER: _("grades out of order"),
            Code.UNREACHABLE: _("no step in or out"),
            Code.BROKEN_STEP: _("a step to nowhere"),
            Code.LONG_SENTENCE: _("a long sentence"),
            Code.LONG_STATEMENT: _("a long statement"),
            Code.HARD_TO_READ: _("hard to read"),
            Code.UNUSED_SILENCE: _("a silenced finding that is gone"),
        }[self]


FROM_IMPORT = frozenset(
    {
        Code.NO_TEXT,
        Code.MISSING_DIMENSION,
        Code.DROPPED_DIMENSION,
        Code.ONLY_DEFINED,
        Code.SHARED_TEXT,
        Code.LOST_CHARACTER,
        Code.UNKNOWN_GRADE,
        Code.CONTRADICTORY_GRADE,
        Code.GRADE_TWICE,
        Code.GRADE_ORDER,
        Code.UNREACHABLE,
        Code.HEADING_OF_TWO,
        Code.LONG_STATEMENT,
    }
)
"""What an import that read the document wrongly would leave behind, too."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to mend: what is wrong, what to do, and where.

    ``framework``, ``nodes``, ``statements`` and ``dimension`` are ids; ``source`` is the place in
    the document as a footnote says it. ``keys`` lead to the place in the framework's file;
    ``file``, ``line`` and ``column`` (from 1) are that place where the file is known, None and 0
    otherwise.
    """

    code: Code
    severity: Severity
    message: str
    advice: str
    framework: str
    nodes: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    dimension: str = ""
    source: str = ""
    keys: Keys = ()
    file: Path | None = None
    line: int = 0
    column: int = 0


class Places(Protocol):
    """A framework's file that knows where its values stand."""

    @property
    def file(self) -> Path:
        """Return the path of the file."""

    def at(self, keys: Keys) -> tuple[int, int]:
        """Return the line and column, from 1, of a value or of the nearest one around it."""


def with_places(findings: Iterable[Finding], places: Mapping[str, Places]) -> tuple[Finding, ...]:
    """Return the findings with file, line and column, as far as ``places`` has their framework."""
    found = []
    for finding in findings:
        at = places.get(finding.framework)
        if at is not None:
            line, column = at.at(finding.keys)
            finding = msgspec.structs.replace(finding, file=at.file, line=line, column=column)
        found.append(finding)
    return tuple(found)
