"""What a query demands of a row, in tiers from the strictest to the loosest."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pathways.search.query import Term

MOST_ORDERS = 24  # ways to put the forms of several words side by side; more are not worth looking for

Forms = Callable[[str], Sequence[str]]


class Run(NamedTuple):
    """Words that stand side by side; where ``open``, the last one may go on. ``place`` looks at where a text stands."""

    words: tuple[str, ...]
    open: bool = False
    place: bool = False


Clause = tuple[Run, ...]  # one of them is enough
Demand = tuple[Clause, ...]  # all of them must hold


def tiers(terms: Sequence[Term], forms: Forms) -> list[Demand]:
    """Return what to look for, the best matches first; each later demand also holds for what the earlier ones found.

    First all words side by side, then anywhere in the text, each time as typed before begun words; then in other
    forms; last, for several terms, words that only the place of the text has, such as its grade or heading.
    """
    found = dict.fromkeys(_tiers(terms, forms))
    return [demand for demand in found if demand]


def loosest(terms: Sequence[Term], forms: Forms) -> Demand:
    """Return what all matches have in common."""
    alike = tuple(_alike(term, forms) for term in terms)
    if len(terms) < 2:
        return alike
    anywhere = tuple((*clause, *(run._replace(place=True) for run in clause)) for clause in alike)
    return (*anywhere, tuple(dict.fromkeys(itertools.chain.from_iterable(alike))))


def _tiers(terms: Sequence[Term], forms: Forms) -> Iterator[Demand]:
    everything = tuple(word for term in terms for word in term.words)
    open_ended = terms[-1].open
    if len(everything) > 1:
        yield ((Run(everything),),)
        if open_ended:
            yield ((Run(everything, open=True),),)
    yield tuple((Run(term.words),) for term in terms)
    if open_ended:
        yield tuple((Run(term.words, term.open),) for term in terms)
    if len(terms) > 1:
        yield _side_by_side(terms, forms)
    yield tuple(_alike(term, forms) for term in terms)
    yield loosest(terms, forms)


def _alike(term: Term, forms: Forms) -> Clause:
    """Return a term as typed and in its other forms; a quoted one only as typed."""
    typed = Run(term.words, term.open)
    if term.quoted:
        return (typed,)
    return (typed, *(Run((form,)) for form in forms(term.words[0]) if form != term.words[0]))


def _side_by_side(terms: Sequence[Term], forms: Forms) -> Demand:
    """Return all words side by side in any of their forms; nothing where there are too many ways."""
    choices = [_alike(term, forms) for term in terms]
    if math.prod(map(len, choices)) > MOST_ORDERS:
        return ()
    return (
        tuple(
            Run(tuple(word for run in choice for word in run.words), choice[-1].open)
            for choice in itertools.product(*choices)
        ),
    )
