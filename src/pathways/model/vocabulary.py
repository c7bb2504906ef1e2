"""The ordered, readable word lists that the comparison rests on."""

from __future__ import annotations

from typing import Annotated

import msgspec

from pathways.model.part import Part

Words = tuple[Annotated[str, msgspec.Meta(min_length=1)], ...]


class Scale(Part, frozen=True, kw_only=True):
    """Words from less to more: one tuple of words a level, the lowest first.

    ``weight`` is how much a move on the scale counts; ``absent`` the level, from 1, that silence
    means; ``first`` counts what a text begins with, ``alternatives`` the lowest instead of the
    highest, ``in_place`` only words that replace each other, ``degree`` only words before the same
    noun; ``abilities`` marks the nouns that a degree of mastery stands before; ``in_passing`` is
    the level that silence means where texts are compared as a whole. An empty tuple is a gap
    between two levels.
    """

    id: str
    title: str
    weight: Annotated[float, msgspec.Meta(gt=0)]
    levels: tuple[Words, ...]
    absent: Annotated[int, msgspec.Meta(ge=1)] | None = None
    first: bool = False
    alternatives: bool = False
    in_place: bool = False
    degree: bool = False
    abilities: bool = False
    in_passing: Annotated[int, msgspec.Meta(ge=1)] | None = None


class Conditions(Part, frozen=True, kw_only=True):
    """Phrases that weaken what they stand beside."""

    weight: Annotated[float, msgspec.Meta(gt=0)]
    words: Words


class Together(Part, frozen=True, kw_only=True):
    """A theme that takes a word of each list, close together: leading verbs with words for
    people.
    """

    id: str
    first: Words
    second: Words


class Leanings(Part, frozen=True, kw_only=True):
    """Words of statements that ask much, and words of those that ask little, wherever they
    stand.
    """

    more: Words = ()
    less: Words = ()


class Vocabulary(Part, frozen=True, kw_only=True):
    """Everything that the comparison knows about the words of one language.

    ``openings`` are phrases that let somebody take a part in what a higher grade does; ``burdens``
    is what a person needs less of, the more is asked. ``with_verbs`` take "with" for what they are
    done to: "assist with", but not "lead with".
    """

    scales: tuple[Scale, ...]
    conditions: Conditions
    synonyms: tuple[Words, ...] = ()
    themes: tuple[Words, ...] = ()
    together: tuple[Together, ...] = ()
    purposes: Words = ()
    introductions: Words = ()
    aims: Words = ()
    numbers: Words = ()
    openings: Words = ()
    apart: Words = ()
    burdens: Words = ()
    with_verbs: Words = ()
    leanings: Leanings = Leanings()
    fillers: Words = ()
