"""What a person looks over after an import, and every correction as a pure function from one review
to the next.

A correction is a lesson in the mapping; the document is then recognised anew with it. So what is
seen after a correction is just what the next version of the document will give.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import get_args, get_type_hints

import msgspec

from pathways.errors import UsageError
from pathways.i18n import _
from pathways.importing.imported import Became, Decision, Imported
from pathways.importing.outline import Outline
from pathways.importing.recognise import recognise
from pathways.model.dimension import Dimension
from pathways.model.framework import NodeKind
from pathways.model.mapping import (
    Join,
    LeaveOut,
    Mapping,
    Reassign,
    Split,
    TaughtColumn,
    TaughtHeading,
)

_MOVABLE = (Became.STATEMENT, Became.INTRODUCTION)


@dataclass(frozen=True)
class Review:
    """Documents, the shared dimensions, and what was taught so far (the edits)."""

    outlines: tuple[Outline, ...]
    dimensions: tuple[Dimension, ...]
    mapping: Mapping = field(default_factory=Mapping)

    @cached_property
    def _imported(self) -> Imported:
        return recognise(self.outlines, self.dimensions, mapping=self.mapping)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Return what became of each piece, in the order of the documents."""
        return self._imported.decisions

    def result(self) -> Imported:
        """Return the framework and its account with all corrections."""
        return self._imported

    def forget(self) -> None:
        """Give back the memory of what was recognised; it is recognised anew where it is asked for
        again.
        """
        self.__dict__.pop("_imported", None)

    def to_mapping(self) -> Mapping:
        """Return the corrections, to be kept for the next version of the document."""
        return self.mapping

    def decision(self, place: int) -> Decision:
        """Return a decision by its place; raise UsageError where there is none or no correction
        can name it.
        """
        if not 0 <= place < len(self.decisions):
            raise UsageError(
                _("There is no piece number {number} in this review.").format(number=place)
            )
        found = self.decisions[place]
        if not found.number:
            raise UsageError(
                _("“{text}” cannot be changed by itself.").format(text=found.text[:80])
            )
        return found


def set_grades(review: Review, places: Iterable[int], nodes: Sequence[str]) -> Review:
    """Say which grades or roles (node ids) some pieces are for; raise UsageError for unknown
    ones.
    """
    framework = review.result().framework
    known = {node.id: node for node in framework.nodes}
    for node in nodes:
        if node not in known:
            raise UsageError(
                _("There is no grade or role “{node}” in this framework.").format(node=node)
            )
    names = tuple(
        known[node].title if known[node].kind is NodeKind.ROLE else known[node].grade
        for node in nodes
    )
    return _reassign(review, places, grades=names)


def set_dimension(review: Review, places: Iterable[int], dimension: str) -> Review:
    """Say which dimension (its id) some pieces are about: statements for themselves, headings for
    all of that name.
    """
    headings = {taught.heading: taught for taught in review.mapping.headings}
    others = []
    for place in places:
        decision = review.decision(place)
        if decision.became in _MOVABLE:
            others.append(place)
        else:
            headings[decision.said] = TaughtHeading(heading=decision.said, dimension=dimension)
    taught = _changed(review, headings=tuple(headings.values()))
    return _reassign(taught, others, dimension=dimension) if others else taught


def confirm(review: Review, places: Iterable[int]) -> Review:
    """Say that statements and headings are right as they are: each keeps the dimension it was
    taken to have.
    """
    headings = {taught.heading: taught for taught in review.mapping.headings}
    rules = {(rule.text, rule.number): rule for rule in review.mapping.reassigned}
    for place in places:
        decision = review.decision(place)
        key, dimension = (decision.said, decision.number), decision.dimension
        if decision.became is Became.STATEMENT:
            old = rules.pop(key, Reassign(text=decision.said, number=decision.number))
            rules[key] = msgspec.structs.replace(old, dimension=dimension)
        elif decision.became is Became.HEADING and dimension:
            headings[decision.said] = TaughtHeading(heading=decision.said, dimension=dimension)
        else:
            raise UsageError(
                _("“{text}” is neither a statement nor a heading.").format(text=decision.text[:80])
            )
    return _changed(review, headings=tuple(headings.values()), reassigned=tuple(rules.values()))


def set_columns(review: Review, columns: dict[str, str]) -> Review:
    """Say what the columns of a table hold, by their headings: level, role, dimension, text …, ""
    for nothing.
    """
    kept = [column for column in review.mapping.columns if column.heading not in columns]
    data = [{"heading": heading, "holds": holds} for heading, holds in columns.items()]
    try:
        taught = msgspec.convert(data, list[TaughtColumn])
    except msgspec.ValidationError:
        raise UsageError(
            _("A column cannot hold that. It holds one of: {known}.").format(
                known=_known_contents()
            )
        ) from None
    return _changed(review, columns=(*kept, *taught))


def _known_contents() -> str:
    return ", ".join(name for name in get_args(get_type_hints(TaughtColumn)["holds"]) if name)


def make_heading(review: Review, place: int, dimension: str) -> Review:
    """Say that a piece is a heading, and which dimension it means."""
    decision = review.decision(place)
    taught = TaughtHeading(heading=decision.said, dimension=dimension)
    others = [known for known in review.mapping.headings if known.heading != taught.heading]
    return _changed(
        review,
        headings=(*others, taught),
        kept=tuple(text for text in review.mapping.kept if text != decision.said),
        left_out=tuple(
            rule
            for rule in review.mapping.left_out
            if rule.text != decision.said or rule.number not in (0, decision.number)
        ),
    )


def leave_out(review: Review, places: Iterable[int], why: str) -> Review:
    """Leave pieces out of the framework, with the reason; raise UsageError where none is given."""
    if not why.strip():
        raise UsageError(_("Say why this is left out."))
    rules = list(review.mapping.left_out)
    kept = list(review.mapping.kept)
    for place in places:
        decision = review.decision(place)
        rule = LeaveOut(text=decision.said, why=why.strip(), number=decision.number)
        rules = [
            *(old for old in rules if (old.text, old.number) != (rule.text, rule.number)),
            rule,
        ]
        kept = [text for text in kept if text != rule.text]
    return _changed(review, left_out=tuple(rules), kept=tuple(kept))


def bring_back(review: Review, places: Iterable[int]) -> Review:
    """Make statements of pieces that were left out, or taken for something else."""
    rules, kept = list(review.mapping.left_out), list(review.mapping.kept)
    for place in places:
        decision = review.decision(place)
        before = len(rules)
        rules = [
            old
            for old in rules
            if old.text != decision.said or old.number not in (0, decision.number)
        ]
        if len(rules) == before and decision.said not in kept:
            kept.append(decision.said)
    return _changed(review, left_out=tuple(rules), kept=tuple(kept))


def split(review: Review, place: int, parts: Sequence[str]) -> Review:
    """Split a piece into statements; raise UsageError where the parts are not all its words in
    order.
    """
    text = review.decision(place).said
    if (
        " ".join(parts).split() != text.split()
        or len(parts) < 2
        or not all(part.strip() for part in parts)
    ):
        raise UsageError(
            _(
                "The parts must be all the words of the text, in their order: no word may be lost "
                "or added."
            )
        )
    rule = Split(text=text, parts=tuple(part.strip() for part in parts))
    return _changed(
        review, splits=(*(old for old in review.mapping.splits if old.text != text), rule)
    )


def join_with_next(review: Review, place: int) -> Review:
    """Join a piece with the one behind it; raise UsageError where there is none."""
    first = review.decision(place)
    for after in range(place + 1, len(review.decisions)):
        second = review.decisions[after]
        if second.number and second.piece != first.piece and second.document == first.document:
            return _changed(
                review, joins=(*review.mapping.joins, Join(first=first.said, second=second.said))
            )
    raise UsageError(_("There is nothing behind this piece to join it with."))


def set_order(review: Review, order: Sequence[str]) -> Review:
    """Put the grades or roles (ids, grades or titles) in order, the lowest first."""
    return _changed(review, order=tuple(order))


def set_title(review: Review, title: str) -> Review:
    """Call the framework by another title; "" for what the document calls itself."""
    return _changed(review, title=title.strip())


def set_organisation(review: Review, organisation: str) -> Review:
    """Say whose framework it is; "" for what the document says."""
    return _changed(review, organisation=organisation.strip())


def _reassign(
    review: Review, places: Iterable[int], grades: tuple[str, ...] = (), dimension: str = ""
) -> Review:
    rules = {(rule.text, rule.number): rule for rule in review.mapping.reassigned}
    for place in places:
        decision = review.decision(place)
        key = decision.said, decision.number
        old = rules.pop(key, Reassign(text=decision.said, number=decision.number))
        rules[key] = msgspec.structs.replace(
            old, grades=grades or old.grades, dimension=dimension or old.dimension
        )
    return _changed(review, reassigned=tuple(rules.values()))


def _changed(review: Review, **parts: object) -> Review:
    mapping = msgspec.structs.replace(review.mapping, **parts)
    return review if mapping == review.mapping else replace(review, mapping=mapping)
