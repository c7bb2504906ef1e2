"""Every line of the documents as the review shows it: what it says, what became of it, why, and
how surely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import Enum

import msgspec

from pathways.compare.sentences import together
from pathways.i18n import _, _n, capitalised, in_words
from pathways.importing.imported import Became, Decision, Doubt, Sure
from pathways.importing.review import Review
from pathways.model.framework import Framework

Key = tuple[int, int, int, str, int]

_NAMED = 6  # grades named in a row


class PieceOrder(Enum):
    """In which order the pieces are shown, and which."""

    DOUBTFUL_FIRST = "doubtful first"
    DOCUMENT = "document"
    ONLY_DOUBTFUL = "only doubtful"


class LinePiece(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a document; ``place`` is that of its decision in the review, -1 for what was
    dropped on reading.

    ``notes`` are doubts about its line besides the decision's own.
    """

    decision: Decision
    place: int
    notes: tuple[str, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """Tell whether a person should look at it."""
        return bool(self.notes) or self.decision.sure is Sure.UNSURE

    @property
    def can_change(self) -> bool:
        """Tell whether a correction can name it."""
        return self.place >= 0 and self.decision.number > 0

    @property
    def key(self) -> Key:
        """Return what tells the piece from all others, before and after a correction."""
        decision = self.decision
        return decision.document, decision.piece, decision.line, decision.text, decision.number

    @property
    def rank(self) -> int:
        """Return how far up it stands where the doubtful ones come first."""
        return 0 if self.is_doubtful else 1 if self.decision.sure is Sure.LIKELY else 2


def pieces_of(review: Review) -> tuple[list[LinePiece], list[Doubt]]:
    """Return all pieces in the order of the documents, and the doubts that are about no single one
    of them.
    """
    found = [
        *((decision, place) for place, decision in enumerate(review.decisions)),
        *((dropped, -1) for dropped in _dropped(review)),
    ]
    found.sort(key=lambda each: (each[0].document, each[0].line, each[0].piece))
    at: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (decision, _place) in enumerate(found):
        at[decision.document, decision.line].append(number)
    notes, general = _notes(review, [decision for decision, _place in found], at)
    pieces = [
        LinePiece(decision=decision, place=place, notes=tuple(notes.get(number, ())))
        for number, (decision, place) in enumerate(found)
    ]
    return pieces, general


def _dropped(review: Review) -> list[Decision]:
    """Return what the readers left out, as decisions: it must be seen like everything else."""
    return [
        Decision(
            document=number,
            piece=-1,
            line=item.line,
            text=item.text,
            became=Became.LEFT_OUT,
            why=item.why,
        )
        for number, outline in enumerate(review.outlines)
        for item in outline.left_out
    ]


def _notes(
    review: Review, decisions: Sequence[Decision], at: dict[tuple[int, int], list[int]]
) -> tuple[dict[int, list[str]], list[Doubt]]:
    own = {(d.document, d.line, d.text, d.why) for d in decisions if d.sure is Sure.UNSURE}
    notes: dict[int, list[str]] = defaultdict(list)
    general = []
    for doubt in review.result().doubts:
        if (doubt.document, doubt.line, doubt.text, doubt.why) in own:
            continue
        near = at.get((doubt.document, doubt.line), []) if doubt.line else []
        if not near:
            general.append(doubt)
            continue
        same = [number for number in near if doubt.text[:60] in decisions[number].text]
        notes[(same or near)[0]].append(doubt.why)
    return notes, general


def arranged(pieces: Sequence[LinePiece], order: PieceOrder) -> list[LinePiece]:
    """Return the pieces in an order; those of one rank stay in the order of the document."""
    if order is PieceOrder.DOCUMENT:
        return list(pieces)
    if order is PieceOrder.ONLY_DOUBTFUL:
        return [piece for piece in pieces if piece.is_doubtful]
    return sorted(pieces, key=lambda piece: piece.rank)


def doubts_words(pieces: Sequence[LinePiece], general: Sequence[Doubt]) -> str:
    """Say what is to be looked at; "nothing doubtful" only where nothing was guessed."""
    lines, whole = sum(piece.is_doubtful for piece in pieces), len(general)
    words = [
        words.format(count=count)
        for words, count in (
            (_n("{count} line to check", "{count} lines to check", lines), lines),
            (
                _n("{count} question about the whole", "{count} questions about the whole", whole),
                whole,
            ),
        )
        if count
    ]
    if words:
        return in_words(words)
    likely = sum(piece.decision.sure is Sure.LIKELY for piece in pieces)
    if likely:
        return _n(
            "nothing doubtful, but {count} line is only likely",
            "nothing doubtful, but {count} lines are only likely",
            likely,
        ).format(count=likely)
    return _("nothing doubtful")


def sure_word(piece: LinePiece) -> str:
    """Return how sure it is; what is doubtful has a question mark, so that it is not told by
    colour alone.
    """
    if piece.is_doubtful:
        return _("? not sure")
    return _("likely") if piece.decision.sure is Sure.LIKELY else _("sure")


def reasons(piece: LinePiece) -> str:
    """Return why it was decided so, and what else is doubtful about it."""
    return " · ".join((piece.decision.why, *piece.notes))


class Titles:
    """Turn the ids of one framework into words for people."""

    def __init__(self, review: Review) -> None:
        self._framework: Framework = review.result().framework
        self._nodes = {node.id: node for node in self._framework.nodes}
        self._names = [outline.name for outline in review.outlines]
        self._whom: dict[tuple[str, ...], str] = {}
        dimensions = (*review.dimensions, *self._framework.dimensions)
        self._dimensions = {dimension.id: dimension.title for dimension in dimensions}

    @property
    def several(self) -> bool:
        """Tell whether there is more than one document."""
        return len(self._names) > 1

    def document(self, number: int) -> str:
        """Return the name of a document."""
        return self._names[number] if 0 <= number < len(self._names) else ""

    def where(self, decision: Decision) -> str:
        """Return where a piece stands in its document."""
        return decision.place or (str(decision.line) if decision.line else "")

    def dimension(self, dimension: str) -> str:
        """Return the title of a dimension, "" for none."""
        return self._dimensions.get(dimension, dimension)

    def whom(self, nodes: tuple[str, ...]) -> str:
        """Name the grades or roles that a statement is for."""
        if nodes not in self._whom:
            self._whom[nodes] = self._named(nodes)
        return self._whom[nodes]

    def _named(self, ids: tuple[str, ...]) -> str:
        nodes = [self._nodes[node] for node in ids if node in self._nodes]
        if len(nodes) == len(self._nodes) > _NAMED:
            return _("All {count} grades and roles").format(count=len(nodes))
        if len(nodes) > _NAMED:
            more = len(nodes) - 3
            words = _n("{names} and {count} more", "{names} and {count} more", more)
            return words.format(names=", ".join(node.title for node in nodes[:3]), count=more)
        words = together(nodes)
        return capitalised(words)

    def target(self, piece: LinePiece) -> str:
        """Say whom a piece is for, and what it is about: ``Grade 6 · Risk management``; "" where
        it is for nobody.
        """
        decision = piece.decision
        if decision.became is Became.LEFT_OUT:
            return ""
        parts = [
            self.whom(decision.nodes) if decision.nodes else "",
            self.dimension(decision.dimension),
        ]
        return " · ".join(part for part in parts if part)

    def sought(self, piece: LinePiece) -> str:
        """Return all words of a piece in small letters, to be searched."""
        decision = piece.decision
        parts = (
            self.where(decision),
            decision.text,
            decision.became.word,
            self.target(piece),
            decision.heading,
            reasons(piece),
            self.document(decision.document) if self.several else "",
        )
        return "\n".join(parts).casefold()
