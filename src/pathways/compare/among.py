"""How much two statements have in common, among those that they are to be paired with.

The words of a role stand in half of its statements: "analytics engineers" tells a statement of the
framework from others, and none of this role's from the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pathways.compare.weights import Measured, Weights, overlap

_OWN = 2  # a word that belongs to one pair stands in two statements
_COMMON = 0.04  # how fast a word loses weight with each further statement that has it


class Among:
    """Weigh the words of statements by their rarity in the framework and by how few of the
    statements at hand have them.
    """

    def __init__(self, weights: Weights, texts: Iterable[str]) -> None:
        self.weights = weights
        self._measured: dict[str, Measured] = {}
        different = {frozenset(weights.vector(text)[0]) for text in texts}
        self._count = Counter(word for words in different for word in words)

    def similarity(self, before: str, after: str) -> float:
        """Return how much two texts speak of the same, from 0 to 1."""
        return overlap(self._of(before), self._of(after))

    def _of(self, text: str) -> Measured:
        if text not in self._measured:
            self._measured[text] = self.weights.measured(
                {
                    word: weight / (1 + _COMMON * max(0, self._count[word] - _OWN))
                    for word, weight in self.weights.vector(text)[0].items()
                }
            )
        return self._measured[text]
