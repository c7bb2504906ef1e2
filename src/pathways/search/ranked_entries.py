"""Entries of one sort with the means to find and to rank them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pathways.search.demand import Demand, DemandReading
from pathways.search.engine import Engine, Row, Rows
from pathways.search.entry import SearchEntry

COUNTED = 1000  # matches after which nobody wants to know how many there are
_LONG = 8  # words side by side


class RankedEntries:
    """Entries in library order, to be searched together."""

    def __init__(
        self,
        entries: Sequence[SearchEntry],
        rows: Sequence[Row],
        make_engine: Callable[[Rows], Engine],
    ) -> None:
        self.entries = entries
        self._rows = Rows(rows)
        self._engine = make_engine(self._rows)

    def matches(self, demand: Demand) -> list[int]:
        """Return the first entries that meet a demand, up to one more than are counted."""
        return self._engine.find(demand, COUNTED + 1)

    def ranked(
        self, reading: DemandReading, matches: Sequence[int], most: int
    ) -> list[SearchEntry]:
        """Return at most ``most`` entries, the best first; ``matches`` are those that meet the
        loosest demand.
        """
        found: dict[int, None] = {}
        for demand in reading.tiers if matches else ():
            if len(found) >= min(most, len(matches)):
                break
            if (
                len(matches) <= COUNTED
            ):  # these are all: looking through them is quicker than asking again
                again = self._rows.meeting(
                    demand, (number for number in matches if number not in found)
                )
            elif (
                _longest(demand) > _LONG
            ):  # dear to look for, and hardly there where so much matches
                continue
            else:
                again = self._engine.find(demand, most)
            found.update(dict.fromkeys(again))
        return [self.entries[number] for number in list(found)[:most]]

    def agreeing(self, reading: DemandReading, rarest_first: Sequence[int]) -> list[int]:
        """Return the numbers of terms that can be had together, each taken if it can be had with
        those before it.

        Among the entries that have the first taken, as far as they are counted.
        """
        left: list[int] = []
        taken: list[int] = []
        for term in rarest_first:
            if taken:
                fewer = self._rows.meeting((reading.anywhere(term),), left)
            else:
                fewer = self.matches((reading.in_text(term),))
            if fewer:
                left = fewer
                taken.append(term)
        return taken


def _longest(demand: Demand) -> int:
    return max(len(run.words) for clause in demand for run in clause)
