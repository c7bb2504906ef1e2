"""One comparison and whole ladders, beside a plain similarity matrix of the same statements by
rapidfuzz.

Run with ``python -m benchmarks.compare``. The matrix holds the similarity of every statement of one
node to every one of the other (token_set_ratio), nothing else: no pairing, no verdicts, no words
why. Each comparison starts from nothing but the open frameworks and the vocabulary. Only the
processor's time counts. The bundled frameworks are taken as they are, and copied 10 and 100 times
with other ids; then all ladders of all copies are compared. A comparison looks at its own
frameworks only, so that one comparison should take no longer among 500 frameworks than among five.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable
from functools import partial
from itertools import pairwise

from rapidfuzz import fuzz

from benchmarks.measuring import in_turn, line
from benchmarks.search import copied
from pathways.compare.comparison import Comparer
from pathways.model.library import Library
from pathways.model.vocabulary import Vocabulary
from pathways.store.vocabulary_file import read_vocabulary
from pathways.workspace.workspace import Workspace

NODES = ("ict-8", "ict-9")
BESIDE = "similarity matrix"


def matrix(library: Library, before: str, after: str) -> list[list[float]]:
    """Return how similar each statement of a node is to each of another."""
    texts = [statement.text for statement in library.statements_of(after)]
    return [
        [fuzz.token_set_ratio(statement.text, text) for text in texts]
        for statement in library.statements_of(before)
    ]


def matrices(library: Library, ladders: Iterable[str]) -> None:
    """Make the matrix of every step of some ladders."""
    for framework in ladders:
        for before, after in pairwise(node.id for node in library.framework(framework).nodes):
            matrix(library, before, after)


def compare(library: Library, vocabulary: Vocabulary) -> None:
    """Compare two nodes, beginning with nothing known."""
    assert Comparer(library, vocabulary).compare(NODES).steps


def compare_ladders(library: Library, vocabulary: Vocabulary, ladders: Iterable[str]) -> None:
    """Compare every step of some ladders, beginning with nothing known."""
    comparer = Comparer(library, vocabulary)
    for framework in ladders:
        assert comparer.ladder(framework).steps


def main() -> None:
    """Print one comparison and all ladders at 1, 10 and 100 times the content, and how they
    grow.
    """
    vocabulary = read_vocabulary("en")
    bundled = Workspace.open().library
    middles = []
    for times, rounds in ((1, 9), (10, 3), (100, 1)):
        library = copied(bundled, times)
        one = in_turn(
            partial(compare, library, vocabulary),
            partial(matrix, library, *NODES),
            9,
            time.process_time,
        )
        ladders = [framework.id for framework in library.frameworks if len(framework.nodes) > 1]
        every = in_turn(
            partial(compare_ladders, library, vocabulary, ladders),
            partial(matrices, library, ladders),
            rounds,
            time.process_time,
        )
        print(line(f"{times:>3} x, {NODES[0]} to {NODES[1]}", one[0], BESIDE, one[1]))
        print(line(f"{times:>3} x, all {len(ladders)} ladders", every[0], BESIDE, every[1]))
        middles.append([statistics.median(one[0]), statistics.median(every[0])])
    for place, what in enumerate(("one comparison", "all ladders")):
        first, tenfold, hundredfold = (middle[place] for middle in middles)
        print(
            f"{what}: 10 times the content {tenfold / first:.1f} times the time, "
            f"100 times {hundredfold / first:.1f} times"
        )


if __name__ == "__main__":
    main()
