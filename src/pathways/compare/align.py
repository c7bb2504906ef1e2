"""Which statement became which: one to one, optimal over the whole dimension."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.compare.language import same_but_for_looks
from pathways.compare.weights import Weights

THRESHOLD = 0.2  # below this, two statements have nothing to do with each other
# the same where each side has one statement only: the heading already says that they share a
# subject
SOLE = 0.05
# how much of the similarity is lost between the first place of one text and the last of the other
_ORDER = 0.3
_BEGINNING = 2  # statements that share so many meaningful words at the beginning ...
_BEGUN_ALIKE = 0.05  # ... are so much more similar
_EXACT = 1_000_000  # weights are whole numbers, so that the optimum is exact


def align(
    before: Sequence[str],
    after: Sequence[str],
    weights: Weights,
    *,
    whole: bool = True,
    in_order: bool = True,
) -> list[tuple[int, int]]:
    """Return pairs (index before, index after), in the order of ``before``; who has no partner is
    in no pair.

    Texts that are the same but for looks belong together whatever else is there. The rest is paired
    so that the sum of likenesses is the largest possible, and no pair is less similar than
    ``THRESHOLD`` (``SOLE`` where each side has a single statement). ``whole=False`` says that
    others were taken out beforehand: what is left on each side is then not all that the side
    states; ``in_order=False`` that the two come from different documents.
    """
    pairs = _same(before, after)
    left_before = [i for i in range(len(before)) if i not in {pair[0] for pair in pairs}]
    left_after = [j for j in range(len(after)) if j not in {pair[1] for pair in pairs}]
    least = SOLE if whole and len(before) == len(after) == 1 else THRESHOLD
    similar = {
        (i, j): score
        for i in left_before
        for j in left_after
        if (score := likeness(before, after, i, j, weights, in_order=in_order)) >= least
    }
    return sorted(pairs + _optimal(similar))


def likeness(
    before: Sequence[str],
    after: Sequence[str],
    i: int,
    j: int,
    weights: Weights,
    *,
    in_order: bool = True,
) -> float:
    """Return how likely statement ``i`` became statement ``j``: what they say, how they begin,
    where they stand.

    The grades of a family are written over one another's text, so what belongs together tends to
    stand at like places; between documents of different origin places say nothing.
    """
    score = weights.similarity(before[i], after[j])
    if not score:
        return 0.0
    begins, began = weights.language.content(before[i]), weights.language.content(after[j])
    if begins[:_BEGINNING] == began[:_BEGINNING]:
        score += _BEGUN_ALIKE
    return (
        score * (1 - _ORDER * abs((i + 0.5) / len(before) - (j + 0.5) / len(after)))
        if in_order
        else score
    )


def _same(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    free = list(range(len(after)))
    for i, text in enumerate(before):
        for j in free:
            if same_but_for_looks(text, after[j]):
                pairs.append((i, j))
                free.remove(j)
                break
    return pairs


def _optimal(similar: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Return the assignment with the largest sum; where each has one candidate at most, no search
    is needed.
    """
    rows = [i for i, _ in similar]
    columns = [j for _, j in similar]
    if len(set(rows)) == len(rows) and len(set(columns)) == len(columns):
        return list(similar)
    import networkx as nx

    graph = nx.Graph()
    for (i, j), score in sorted(similar.items()):
        graph.add_edge(("before", i), ("after", j), weight=round(score * _EXACT))
    pairs = []
    for one, other in nx.max_weight_matching(graph):
        (_, i), (_, j) = (one, other) if one[0] == "before" else (other, one)
        pairs.append((i, j))
    return pairs
