"""Known schemes of grades, ranks and words for levels, each from the lowest to the highest."""

from __future__ import annotations

from typing import Literal

import msgspec

from pathways.model.part import Part


class GradeScheme(Part, frozen=True, kw_only=True):
    """Grades by name, or series of letters whose numbers count up; ``points`` where they are pay
    alone.
    """

    name: str
    grades: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    ranges: Literal["one", "several"] = "several"
    points: bool = False


class RankList(Part, frozen=True, kw_only=True):
    """Ranks as titles; those of one line are the same rank."""

    name: str
    titles: tuple[tuple[str, ...], ...]


class GradeBook(Part, frozen=True, kw_only=True):
    """Everything that is known of grades before a document is read.

    ``below``, ``beside`` and ``above`` are the words of titles, by how they stand to a title that
    has none of them. ``levels`` are names of levels of skill.
    """

    schemes: tuple[GradeScheme, ...]
    ranks: tuple[RankList, ...] = ()
    below: tuple[tuple[str, ...], ...] = ()
    beside: tuple[tuple[str, ...], ...] = ()
    above: tuple[tuple[str, ...], ...] = ()
    short: dict[str, str] = msgspec.field(default_factory=dict)
    levels: tuple[tuple[str, ...], ...] = ()
