"""The rules of an organisation on how people move: what a kind of move needs, and who says so."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import msgspec

from pathways.model.framework import Id, Text
from pathways.model.part import Part

Months = Annotated[int, msgspec.Meta(ge=1, le=240)]
Days = Annotated[int, msgspec.Meta(ge=1, le=3660)]


class Check(str, Enum):
    """How it is found out whether a need is met; ASKED is for what only people can know.

    The rest read the team, the plan of the person and the rules of the post; a number in the need
    says how much: months or days.
    """

    ASKED = "asked"
    CRITERIA_SHOWN = "criteria-shown"
    EVIDENCE_GIVEN = "evidence-given"
    SAME_CRITERIA = "same-criteria"
    WITHIN_RANGE = "within-range"
    POST_VACANT = "post-vacant"
    POST_FUNDED = "post-funded"
    REASON_GIVEN = "reason-given"
    APPROVED = "approved"
    APPROVAL_LAPSES = "approval-lapses"
    END_DATE = "end-date"
    LASTS_AT_LEAST = "lasts-at-least"
    LASTS_AT_MOST = "lasts-at-most"
    REVIEWED_EVERY = "reviewed-every"
    EVALUATED_ONCE_IN = "evaluated-once-in"


class RuleSource(Part, frozen=True, kw_only=True):
    """A policy that a rule is taken from."""

    id: Id
    title: Text
    organisation: Text
    address: str = ""

    @property
    def text(self) -> str:
        """Return the source as a sheet names it."""
        return f"{self.organisation}, {self.title}"


class Need(Part, frozen=True, kw_only=True):
    """Something that a kind of move needs; ``sources`` are ids of the file's sources."""

    id: Id
    text: Text
    check: Check
    sources: Annotated[tuple[Id, ...], msgspec.Meta(min_length=1)]
    months: Months | None = None
    days: Days | None = None


class MoveKind(Part, frozen=True, kw_only=True):
    """A kind of move: ``in_post`` where the person stays in their post, ``temporary`` where they
    come back to it.
    """

    id: Id
    title: Text
    needs: tuple[Need, ...]
    in_post: bool = False
    temporary: bool = False
    about: str = ""

    def need(self, check: Check) -> Need | None:
        """Return the first need that is found out in this way."""
        return next((need for need in self.needs if need.check is check), None)


class Rules(Part, frozen=True, kw_only=True):
    """A set of rules, whole: the kinds of move in the order in which they are offered."""

    format: Annotated[int, msgspec.Meta(ge=1, le=1)]
    id: Id
    title: Text
    kinds: Annotated[tuple[MoveKind, ...], msgspec.Meta(min_length=1)]
    sources: tuple[RuleSource, ...]
    about: str = ""

    def kind(self, kind_id: str) -> MoveKind | None:
        """Return the kind of that id; None where these rules do not know it."""
        return next((kind for kind in self.kinds if kind.id == kind_id), None)

    def sources_of(self, need: Need) -> tuple[RuleSource, ...]:
        """Return the policies that a need is taken from."""
        return tuple(source for source in self.sources if source.id in need.sources)
