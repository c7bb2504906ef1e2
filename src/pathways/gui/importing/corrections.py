"""Every correction of the review: one table, from which its buttons, its menu and its keys are
made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from pathways.gui.importing.pieces import LinePiece
from pathways.i18n import _
from pathways.importing.imported import Became
from pathways.importing.outline import Kind
from pathways.importing.review import Review
from pathways.importing.review_tables import Place

Chosen = Sequence[LinePiece]

_OURS = (Became.STATEMENT, Became.INTRODUCTION)


class Correction(msgspec.Struct, frozen=True):
    """One thing that can be done with the chosen lines.

    ``words`` are for menus and buttons, ``step`` names it where it is undone, ``key`` works in the
    list of lines.
    """

    name: str
    words: str
    step: str
    key: str
    allowed: Callable[[Review, Chosen], bool]


def corrections() -> Iterator[Correction]:
    """Yield every correction, in the order in which they are listed."""
    yield Correction("confirm", _("&Correct"), _("right as it is"), "R", _can_confirm)
    yield Correction(
        "grades", _("&Grades or roles…"), _("other grades or roles"), "G", _any_statement
    )
    yield Correction("dimension", _("&Dimension…"), _("another dimension"), "D", _any_meaning)
    yield Correction(
        "heading", _("Make it a &heading…"), _("making a heading"), "H", _one_no_heading
    )
    yield Correction(
        "begin_role",
        _("A grade or r&ole begins here…"),
        _("where a grade or role begins"),
        "O",
        _one_beginning,
    )
    yield Correction(
        "statement", _("Make it a &statement"), _("making statements"), "B", _any_other
    )
    yield Correction(
        "introduction", _("Make it &introduction"), _("making introduction"), "I", _any_for_somebody
    )
    yield Correction("leave_out", _("&Leave out…"), _("leaving out"), "Del", _any_kept)
    yield Correction("split", _("S&plit…"), _("splitting"), "S", _one_text)
    yield Correction("join", _("&Join with the next line"), _("joining"), "J", _one_text)
    yield Correction("table", _("What the &table is…"), _("what a table is"), "T", _of_one_table)


def changeable(chosen: Chosen) -> list[LinePiece]:
    """Return the pieces that corrections can name."""
    return [piece for piece in chosen if piece.can_change]


def confirmable(chosen: Chosen) -> list[LinePiece]:
    """Return the doubtful pieces of which it can be said that they are right."""
    return [piece for piece in changeable(chosen) if piece.is_doubtful]


def table_of(review: Review, chosen: Chosen) -> Place | None:
    """Return the table that the chosen cells are of, None where they are not of one table."""
    places = {(piece.decision.document, piece.decision.piece) for piece in chosen}
    document, number = next(iter(places), (-1, -1))
    if len(places) != 1 or number < 0:
        return None
    piece = review.outlines[document].pieces[number]
    return (document, number) if piece.kind is Kind.TABLE and piece.rows else None


def _can_confirm(_review: Review, chosen: Chosen) -> bool:
    return bool(confirmable(chosen))


def _any_statement(_review: Review, chosen: Chosen) -> bool:
    return any(piece.decision.became in _OURS for piece in changeable(chosen))


def _any_for_somebody(_review: Review, chosen: Chosen) -> bool:
    return any(piece.decision.became is Became.STATEMENT for piece in changeable(chosen))


def _of_one_table(review: Review, chosen: Chosen) -> bool:
    return table_of(review, chosen) is not None


def _one_beginning(review: Review, chosen: Chosen) -> bool:
    """Tell whether a role can begin with the line: cells that name a grade can be named anew."""
    if len(chosen) != 1 or not chosen[0].can_change:
        return False
    return _one_text(review, chosen) or chosen[0].decision.became is Became.GRADE


def _any_meaning(_review: Review, chosen: Chosen) -> bool:
    meaning = (Became.STATEMENT, Became.HEADING)
    return any(piece.decision.became in meaning for piece in changeable(chosen))


def _one_no_heading(review: Review, chosen: Chosen) -> bool:
    return _one_text(review, chosen) and chosen[0].decision.became is not Became.HEADING


def _any_other(review: Review, chosen: Chosen) -> bool:
    others = without_levels(review, chosen)
    return any(piece.decision.became not in _OURS for piece in others)


def _any_kept(review: Review, chosen: Chosen) -> bool:
    others = without_levels(review, chosen)
    return any(piece.decision.became is not Became.LEFT_OUT for piece in others)


def without_levels(review: Review, chosen: Chosen) -> list[LinePiece]:
    """Return the pieces but for the grades of tables: what these are is said of the table."""
    return [
        piece
        for piece in changeable(chosen)
        if piece.decision.became is not Became.GRADE or table_of(review, [piece]) is None
    ]


def _one_text(review: Review, chosen: Chosen) -> bool:
    """Tell whether one paragraph, heading or point is chosen: cells of tables stay as the table
    has them.
    """
    if len(chosen) != 1 or not chosen[0].can_change:
        return False
    decision = chosen[0].decision
    return review.outlines[decision.document].pieces[decision.piece].kind is not Kind.TABLE
