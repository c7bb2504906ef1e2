"""What the comparison says: small typed facts about statements, dimensions and steps."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

import msgspec

from pathways.i18n import _
from pathways.model.dimension import Dimension
from pathways.model.framework import Node
from pathways.model.scale import Level
from pathways.model.statement import Statement

if TYPE_CHECKING:
    from pathways.model.overrule import Overrule

Words = tuple[
    tuple[str, str], ...
]  # ("equal" | "insert" | "delete", text); together they spell both texts


class Verdict(str, Enum):
    """What kind of change it is.

    ``not-stated`` is for dimensions on which a document has no section, and for what the other
    document says under them: they cannot be compared.
    """

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    RAISED = "raised"
    EASED = "eased"
    CHANGED = "changed"
    NEW = "new"
    DROPPED = "dropped"
    NOT_STATED = "not-stated"

    @property
    def word(self) -> str:
        """Return the verdict in words for people."""
        return {
            Verdict.UNCHANGED: _("no change"),
            Verdict.REWORDED: _("reworded"),
            Verdict.RAISED: _("more asked"),
            Verdict.EASED: _("less asked"),
            Verdict.CHANGED: _("changed"),
            Verdict.NEW: _("new"),
            Verdict.DROPPED: _("not repeated"),
            Verdict.NOT_STATED: _("not stated"),
        }[self]

    @property
    def sign(self) -> str:
        """Return the sign that stands beside the word, so that nothing rests on colour."""
        return {
            Verdict.UNCHANGED: "=",
            Verdict.REWORDED: "≈",
            Verdict.RAISED: "↑",
            Verdict.EASED: "↓",
            Verdict.CHANGED: "↔",
            Verdict.NEW: "+",
            Verdict.DROPPED: "−",
            Verdict.NOT_STATED: "·",
        }[self]

    @property
    def explanation(self) -> str:
        """Return what the verdict means, for legends."""
        return {
            Verdict.UNCHANGED: _("the same wording"),
            Verdict.REWORDED: _("different words, the same meaning"),
            Verdict.RAISED: _("the text asks for more"),
            Verdict.EASED: _("the text asks for less"),
            Verdict.CHANGED: _("the same subject, but not clearly more or less"),
            Verdict.NEW: _("not in the grade before"),
            Verdict.DROPPED: _("not said again in the next text"),
            Verdict.NOT_STATED: _("one document says nothing about it, so it cannot be compared"),
        }[self]

    @property
    def is_change(self) -> bool:
        """Tell whether something is really different: neither unchanged, nor merely reworded, nor
        not stated.
        """
        return not (self.asks_the_same or self is Verdict.NOT_STATED)

    @property
    def asks_the_same(self) -> bool:
        """Tell whether the two texts mean the same, in the same words or others."""
        return self in (Verdict.UNCHANGED, Verdict.REWORDED)


def _across(verdict: Verdict) -> str:
    return {
        Verdict.NEW: _("only in the second"),
        Verdict.DROPPED: _("only in the first"),
        Verdict.NOT_STATED: _("cannot be compared"),
    }.get(verdict, verdict.word)


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one statement; ``before`` is None for a new one, ``after`` for a dropped one.

    ``why`` is a short reason in words ("supervise → lead"), "" where there is none to give.
    ``across`` marks it as one between two organisations.
    ``words`` marks the differences inside a pair; () where the two texts are the same. ``by`` are
    the judgements of persons that made it what it is; ``own`` is then what the program says of the
    statement when left to itself.
    """

    verdict: Verdict
    before: Statement | None
    after: Statement | None
    why: str = ""
    words: Words = ()
    by: tuple[Overrule, ...] = ()
    own: Change | None = None
    across: bool = False

    @property
    def word(self) -> str:
        """Return what happens in words for people: between two organisations, nothing is new or
        gone.
        """
        return _across(self.verdict) if self.across else self.verdict.word

    @property
    def overruled(self) -> bool:
        """Tell whether a person, not the program, judged it."""
        return bool(self.by)

    @property
    def shared(self) -> bool:
        """Tell whether one text of the document serves both nodes."""
        return (
            self.before is not None and self.after is not None and self.before.id == self.after.id
        )


class LevelChange(msgspec.Struct, frozen=True, kw_only=True):
    """What happens to the level of proficiency that is asked for; None where a node states none.

    ``explained_before`` and ``explained_after`` are the texts that say what the subject and its
    levels are: they are shown, and not compared.
    """

    verdict: Verdict
    before: Level | None
    after: Level | None
    explained_before: tuple[Statement, ...] = ()
    explained_after: tuple[Statement, ...] = ()


class DimensionChange(msgspec.Struct, frozen=True, kw_only=True):
    """What happens to one dimension at one step: ``shared`` where one text serves both nodes.

    ``level`` is None where neither node states a level; ``across`` tells that the nodes belong to
    different organisations.
    """

    dimension: Dimension
    verdict: Verdict
    shared: bool
    sentence: str
    changes: tuple[Change, ...]
    level: LevelChange | None = None
    across: bool = False

    @property
    def word(self) -> str:
        """Return what happens in words for people."""
        if self.verdict is Verdict.NOT_STATED and (self.changes or self.level):
            return _("cannot be compared")
        if self.across:
            return _("differs") if self.verdict is Verdict.CHANGED else _across(self.verdict)
        return self.verdict.word

    @property
    def counts(self) -> dict[Verdict, int]:
        """Return how many changes there are of each kind, in the order of the kinds, none that is
        0; a level counts like a statement.
        """
        found = Counter(change.verdict for change in self.changes)
        if self.level:
            found[self.level.verdict] += 1
        return {verdict: found[verdict] for verdict in Verdict if found[verdict]}

    @property
    def overruled_count(self) -> int:
        """Return how many of the changes a person judged, not the program."""
        return sum(change.overruled for change in self.changes)


class FirstThing(msgspec.Struct, frozen=True, kw_only=True):
    """A new or raised statement that is told first of a step, under the dimension it is told on."""

    dimension: Dimension
    change: Change

    @property
    def statement(self) -> Statement:
        """Return the statement of the later node."""
        assert self.change.after is not None
        return self.change.after

    @property
    def earlier(self) -> str:
        """Return what the earlier text says in its place; "" for something new."""
        return self.change.before.text if self.change.before else ""


class StepChange(msgspec.Struct, frozen=True, kw_only=True):
    """What happens from one node to the next, dimension by dimension, in the order of display.

    ``first`` are the few statements that make the step what it is, the weightiest first. ``across``
    tells that the two nodes belong to different organisations.
    """

    before: Node
    after: Node
    dimensions: tuple[DimensionChange, ...]
    first: tuple[FirstThing, ...] = ()
    across: bool = False

    def dimension(self, dimension_id: str) -> DimensionChange | None:
        """Return what happens to one dimension; None where neither node states it."""
        return next((d for d in self.dimensions if d.dimension.id == dimension_id), None)

    @property
    def counts(self) -> dict[Verdict, int]:
        """Return how many statement changes of each kind the step has, none that is 0.

        A statement that speaks of several dimensions counts once for each thing that became of it.
        """
        different = {
            (change.verdict, change.before and change.before.id, change.after and change.after.id)
            for dimension in self.dimensions
            for change in dimension.changes
        }
        found = Counter(verdict for verdict, _before, _after in different)
        found.update(d.level.verdict for d in self.dimensions if d.level)
        return {verdict: found[verdict] for verdict in Verdict if found[verdict]}

    @property
    def pairs(self) -> int:
        """Return how many statements of the one node have a partner in the other."""
        return sum(
            c.before is not None and c.after is not None for d in self.dimensions for c in d.changes
        )

    @property
    def size(self) -> int:
        """Return how many statements really change: the height of the step."""
        return sum(count for verdict, count in self.counts.items() if verdict.is_change)


class ComparisonRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a side-by-side table: a cell for each node, and a change for each gap between
    two.
    """

    cells: tuple[Statement | None, ...]
    changes: tuple[Change | None, ...]

    @property
    def is_change(self) -> bool:
        """Tell whether anything really changes along the line."""
        return any(change is not None and change.verdict.is_change for change in self.changes)


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two to four nodes in order, with one step for each neighbouring pair.

    ``restated`` are the titles of those frameworks among them whose text is in other words than the
    document's own.
    """

    nodes: tuple[Node, ...]
    steps: tuple[StepChange, ...]
    restated: tuple[str, ...]

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """Return the dimensions compared, in the order of display (every step has them all)."""
        return tuple(change.dimension for change in self.steps[0].dimensions)


class Ladder(msgspec.Struct, frozen=True, kw_only=True):
    """Every step of a framework, or of one family in it, at once: dimension by step."""

    framework: str
    title: str
    family: str = ""
    dimensions: tuple[Dimension, ...]
    steps: tuple[StepChange, ...]
    remark: str = ""
