"""What a query demands of a row, in tiers from the strictest to the loosest."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from pathways.search.query import Term

_MOST_ORDERS = (
    24  # ways to put the forms of several words side by side; more are not worth looking for
)

Forms = Callable[[str], Sequence[str]]


class Run(NamedTuple):
    """Words that stand side by side; where ``open``, the last one may go on. ``place`` looks at
    where a text stands.
    """

    words: tuple[str, ...]
    open: bool = False
    place: bool = False


Clause = tuple[Run, ...]  # one of them is enough
Demand = tuple[Clause, ...]  # all of them must hold


class DemandReading:
    """Terms as they are looked for; ``forms`` gives the known forms of a word, ``placed`` has the
    words of places.
    """

    def __init__(self, terms: Sequence[Term], forms: Forms, placed: AbstractSet[str]) -> None:
        self.terms = tuple(terms)
        self._placed = placed
        self._alike = [_alike(term, forms) for term in self.terms]

    @property
    def tiers(self) -> list[Demand]:
        """Return what to look for, the best matches first; the last demand holds for all that the
        others find.

        First all words side by side, then anywhere in the text, each time as typed before begun
        words; then in other forms; last, for several terms, words that only the place of the text
        has, such as its grade or heading.
        """
        return [demand for demand in dict.fromkeys(self._tiers()) if demand]

    @property
    def loosest(self) -> Demand:
        """Return what all matches have in common."""
        anywhere = tuple(dict.fromkeys(self.anywhere(number) for number in range(len(self.terms))))
        if all(any(run.place for run in clause) for clause in anywhere):
            return (*anywhere, self._any_in_text)
        return anywhere

    def in_text(self, number: int) -> Clause:
        """Return what finds a term in a text: as typed and in its other forms; a quoted one only
        as typed.
        """
        return self._alike[number]

    def anywhere(self, number: int) -> Clause:
        """Return what finds a term in a text or, where there are others that the text may have, in
        its place.
        """
        alike = self._alike[number]
        if len(self.terms) < 2:
            return alike
        return (*alike, *(run._replace(place=True) for run in alike if self._may_be_placed(run)))

    @property
    def _any_in_text(self) -> Clause:
        return tuple(dict.fromkeys(itertools.chain.from_iterable(self._alike)))

    def _may_be_placed(self, run: Run) -> bool:
        *first, last = run.words
        if not all(word in self._placed for word in first):
            return False
        return last in self._placed or (
            run.open and any(word.startswith(last) for word in self._placed)
        )

    def _tiers(self) -> Iterator[Demand]:
        everything = tuple(word for term in self.terms for word in term.words)
        open_ended = self.terms[-1].open
        if len(everything) > 1:
            yield ((Run(everything),),)
            if open_ended:
                yield ((Run(everything, open=True),),)
        yield tuple(dict.fromkeys((Run(term.words),) for term in self.terms))
        if open_ended:
            yield tuple(dict.fromkeys((Run(term.words, term.open),) for term in self.terms))
        if len(self.terms) > 1:
            yield self._side_by_side()
        yield tuple(dict.fromkeys(self._alike))
        yield self.loosest

    def _side_by_side(self) -> Demand:
        """Return all words side by side in any of their forms; nothing where there are too many
        ways.
        """
        if math.prod(map(len, self._alike)) > _MOST_ORDERS:
            return ()
        return (
            tuple(
                Run(tuple(word for run in choice for word in run.words), choice[-1].open)
                for choice in itertools.product(*self._alike)
            ),
        )


def _alike(term: Term, forms: Forms) -> Clause:
    typed = Run(term.words, term.open)
    if term.quoted:
        return (typed,)
    return (typed, *(Run((form,)) for form in forms(term.words[0]) if form != term.words[0]))
