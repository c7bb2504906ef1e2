"""What a person judges otherwise than the program: which statement became which, and what kind of
change it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, NamedTuple

import msgspec

from pathways.model.framework import Id
from pathways.model.part import Part
from pathways.model.reference import Fingerprint, StatementRef, fingerprint

Day = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?(?!\n)$", description="a day such as 2026-11-21"
    ),
]
PairVerdict = Literal["reworded", "raised", "eased", "changed"]


class Between(NamedTuple):
    """Where a judgement holds: from one node to another, on one dimension; all three are ids."""

    before: str
    after: str
    dimension: str


class Overrule(Part, frozen=True, kw_only=True, rename={"before_node": "from", "after_node": "to"}):
    """A judgement of a person for a pair of nodes and a dimension.

    ``fingerprint`` is that of the texts that were judged, so that it shows when one of them has
    changed since;
    ``date`` is the day of the judgement, as 2026-11-21. ``reason``, ``who`` and ``date`` are ""
    where not given.
    """

    before_node: Id
    after_node: Id
    dimension: Id
    fingerprint: Fingerprint
    reason: str = ""
    who: str = ""
    date: Day = ""

    @property
    def between(self) -> Between:
        """Return where the judgement holds."""
        return Between(self.before_node, self.after_node, self.dimension)

    @property
    def statements(self) -> tuple[str, ...]:
        """Return the ids of the statements that were judged."""
        raise NotImplementedError

    @property
    def texts(self) -> tuple[str, ...]:
        """Return their texts as they were judged, "" where only the fingerprint is known."""
        raise NotImplementedError

    @property
    def refs(self) -> tuple[StatementRef, ...]:
        """Return what finds the statements again; () where not all texts are known."""
        if not all(self.texts):
            return ()
        return tuple(
            StatementRef(id=one, fingerprint=fingerprint(text), text=text)
            for one, text in zip(self.statements, self.texts, strict=True)
        )


class _OfTwo(Overrule, frozen=True, kw_only=True):
    before: Id
    after: Id
    before_text: str = ""
    after_text: str = ""

    @property
    def statements(self) -> tuple[str, ...]:
        """Return the ids of the two statements."""
        return self.before, self.after

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the two texts as they were judged, "" where older files have none."""
        return self.before_text, self.after_text


class Paired(_OfTwo, frozen=True, kw_only=True):
    """Two statements belong together: the one became the other."""


class Parted(Overrule, frozen=True, kw_only=True):
    """A statement, of either node, belongs to none of the other's."""

    statement: Id
    text: str = ""

    @property
    def statements(self) -> tuple[str, ...]:
        """Return the id of the statement."""
        return (self.statement,)

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the text as it was judged, "" where older files have none."""
        return (self.text,)


class Judged(_OfTwo, frozen=True, kw_only=True):
    """Two statements belong together, and the change from one to the other is of this kind."""

    verdict: PairVerdict


class Overrules(Part, frozen=True, kw_only=True):
    """Everything that was judged by persons; immutable, changed by the edits of
    ``pathways.compare.overruling``.
    """

    paired: tuple[Paired, ...] = ()
    parted: tuple[Parted, ...] = ()
    judged: tuple[Judged, ...] = ()

    def __iter__(self) -> Iterator[Overrule]:
        """Yield every judgement once."""
        yield from self.paired
        yield from self.parted
        yield from self.judged

    def __len__(self) -> int:
        """Return how many judgements there are."""
        return len(self.paired) + len(self.parted) + len(self.judged)

    @classmethod
    def of(cls, *overrules: Overrule) -> Overrules:
        """Return these judgements as one value, each kind in the order given."""
        return cls(
            paired=tuple(one for one in overrules if isinstance(one, Paired)),
            parted=tuple(one for one in overrules if isinstance(one, Parted)),
            judged=tuple(one for one in overrules if isinstance(one, Judged)),
        )


def contradictions(overrules: Iterable[Overrule]) -> Iterator[tuple[Overrule, Overrule]]:
    """Yield each judgement that says something else of a statement than an earlier one does, or the
    same again.

    With it comes the earlier one. From which end the two were judged makes no difference: a
    statement has one partner.
    """
    first: dict[tuple[frozenset[str], str, str], Overrule] = {}
    said: dict[tuple[type[Overrule], frozenset[str], str, frozenset[str]], Overrule] = {}
    for overrule in overrules:
        ends, dimension = frozenset(overrule.between[:2]), overrule.dimension
        statements = frozenset(overrule.statements)
        key = type(overrule), ends, dimension, statements
        earlier = said.get(key) or next(
            (
                other
                for statement in overrule.statements
                if (other := first.get((ends, dimension, statement)))
                and frozenset(other.statements) != statements
            ),
            None,
        )
        if earlier:
            yield overrule, earlier
            continue
        said[key] = overrule
        for statement in overrule.statements:
            first.setdefault((ends, dimension, statement), overrule)
