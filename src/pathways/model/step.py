"""Moves from one node to another."""

from __future__ import annotations

from enum import Enum

import msgspec

from pathways.i18n import _


class StepKind(str, Enum):
    """How a move is made."""

    NEXT_GRADE = "next-grade"
    ACROSS_ORGANISATIONS = "across-organisations"
    CAREER_GRADED = "career-graded"
    ADVERTISED_VACANCY = "advertised-vacancy"
    ACTING_UP = "acting-up"
    SECONDMENT = "secondment"

    @property
    def word(self) -> str:
        """Return the kind in words for people."""
        return {
            StepKind.NEXT_GRADE: _("next grade"),
            StepKind.ACROSS_ORGANISATIONS: _("across organisations"),
            StepKind.CAREER_GRADED: _("career grade progression"),
            StepKind.ADVERTISED_VACANCY: _("advertised vacancy"),
            StepKind.ACTING_UP: _("acting-up"),
            StepKind.SECONDMENT: _("secondment"),
        }[self]


class Step(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={"source": "from", "target": "to"},
):
    """A move between two nodes, named by their ids; ``indicative`` where no document states it."""

    source: str
    target: str
    kind: StepKind = StepKind.NEXT_GRADE
    indicative: bool = False
    note: str = ""
