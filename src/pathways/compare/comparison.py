"""Two to four nodes side by side: the heart of the program."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.compare.change import Comparison, DimensionChange, Ladder, Row
from pathways.model.library import Library
from pathways.model.vocabulary import Vocabulary

MOST = 4  # columns that can still be read


class Comparer:
    """Compare the nodes of a library by a vocabulary; what was computed once is kept."""

    def __init__(self, library: Library, vocabulary: Vocabulary) -> None:
        self.library = library
        self.vocabulary = vocabulary

    def compare(
        self, node_ids: Sequence[str], *, dimensions: Sequence[str] = (), only_changes: bool = False
    ) -> Comparison:
        """Compare two to four nodes in order; raise UsageError for other numbers, unknown or repeated nodes.

        ``dimensions`` limits the comparison to those ids; ``only_changes`` leaves out dimensions and statements that
        do not really change at any step.
        """
        raise NotImplementedError

    def ladder(self, framework_id: str) -> Ladder:
        """Compare every step inside a framework."""
        raise NotImplementedError


def rows(comparison: Comparison, dimension_id: str) -> tuple[Row, ...]:
    """Return the side-by-side lines of one dimension: each statement once, beside what it became."""
    raise NotImplementedError


def described(change: DimensionChange) -> str:
    """Return the counts in words: ``7 raised, 2 new, 3 dropped``."""
    raise NotImplementedError
