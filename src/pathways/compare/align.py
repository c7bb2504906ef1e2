"""Which statement became which: one to one, optimal over the whole dimension."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import product

from pathways.compare.among import Among
from pathways.compare.language import Language
from pathways.compare.weights import MEANING, Weights
from pathways.model.reference import bare_words

THRESHOLD = 0.27  # below this, two statements have nothing to do with each other
# the same where each side has one statement only: the heading already says that they share a
# subject, and a word in common is enough
_SOLE = 0.05
# how much of the similarity is lost between the first place of one text and the last of the other
_ORDER = 0.38
_BEGINS_ALIKE = 0.12  # statements whose first meaningful word is the same are so much more similar
_BEGINS_NEARLY = 0.02  # ... and so much, where they do but for words of how well: "very good"
_BESIDE = 0.09  # and so much more for each neighbour that has the neighbour there as its partner
_FEW = 0.12  # the fewer there are to choose from, the likelier one became the other ...
_SEVERAL = 2  # ... but being alone makes two no more alike than being two
_MOST = 22_500  # pairs that are all weighed; the time for the optimum grows faster than they do
_RAREST, _NEAREST = 2, 6  # beyond them, so many of its words tell each statement's candidates
_EXACT = 1_000_000  # weights are whole numbers, so that the optimum is exact

Pair = tuple[int, int]
Scores = dict[Pair, float]


def align(
    before: Sequence[str],
    after: Sequence[str],
    weights: Weights,
    *,
    whole: bool = True,
    in_order: bool = True,
) -> list[Pair]:
    """Return pairs (index before, index after), in the order of ``before``; who has no partner is
    in no pair.

    Texts that are the same but for looks belong together whatever else is there. The rest is paired
    so that the sum of likenesses is the largest possible, and no pair is less similar than
    ``THRESHOLD`` (``_SOLE`` where each side has a single statement). ``whole=False`` says that
    others were taken out beforehand: what is left on each side is then not all that the side
    states; ``in_order=False`` that the two come from different documents.

    The other way round it is the same pairs: the two sides are put into one order first, so that
    no tie is broken by which of them is called the earlier.
    """
    if list(after) < list(before):
        swapped = align(after, before, weights, whole=whole, in_order=in_order)
        return sorted((i, j) for j, i in swapped)
    pairs = _same(before, after)
    taken = {i for i, _j in pairs}, {j for _i, j in pairs}
    sole = whole and len(before) == len(after) == 1
    least = _SOLE if sole and weights.similarity(before[0], after[0]) >= _SOLE else THRESHOLD
    left = [i for i in range(len(before)) if i not in taken[0]]
    right = [j for j in range(len(after)) if j not in taken[1]]
    among = Among(weights, [*before, *after])
    scores = scored(before, after, (left, right), among, whole=whole, in_order=in_order)
    found = pairs + _optimal(scores, least)
    if in_order:
        found = pairs + _optimal(_with_neighbours(scores, found), least)
    return sorted(found)


def likeness(
    before: Sequence[str],
    after: Sequence[str],
    i: int,
    j: int,
    among: Among,
    *,
    in_order: bool = True,
    few: float = 0.0,
) -> float:
    """Return how likely statement ``i`` became statement ``j``: what they say, how they begin,
    where they stand; ``few`` is what it adds that there are few others, where a word is the same.

    The grades of a family are written over one another's text, so what belongs together tends to
    stand at like places; between documents of different origin places say nothing.
    """
    weights, texts = among.weights, (before[i], after[j])
    alike = among.similarity(*texts)
    score = alike + MEANING * weights.meaning_alike(*texts)
    if score <= 0:
        return 0.0
    language = weights.language
    if language.content(before[i])[:1] == language.content(after[j])[:1]:
        score += _BEGINS_ALIKE
    elif _begins(before[i], language) == _begins(after[j], language):
        score += _BEGINS_NEARLY
    if in_order:
        score *= 1 - _ORDER * abs((i + 0.5) / len(before) - (j + 0.5) / len(after))
    return score + few if alike else score


def _begins(text: str, language: Language) -> str:
    """Return the first meaningful word of a text that does not only say how much or how well."""
    words = language.content(text)
    return next((word for word in words if word not in language.measures), "".join(words[:1]))


def scored(
    before: Sequence[str],
    after: Sequence[str],
    places: tuple[Sequence[int], Sequence[int]],
    among: Among,
    *,
    whole: bool = True,
    in_order: bool = True,
) -> Scores:
    """Return how well each of the places before goes with each of those after: how alike they are,
    and how few others either side has to choose from.
    """
    few = _FEW / max(_SEVERAL, min(len(before), len(after))) if whole and in_order else 0.0
    scores = {
        (i, j): likeness(before, after, i, j, among, in_order=in_order, few=few)
        for i, j in _candidates(before, after, places, among.weights.language)
    }
    return {pair: score for pair, score in scores.items() if score > 0}


def _candidates(
    before: Sequence[str],
    after: Sequence[str],
    places: tuple[Sequence[int], Sequence[int]],
    language: Language,
) -> Iterator[Pair]:
    """Yield the pairs to weigh: all, or of very many those that share a rare word, at like places
    before others.
    """
    if len(places[0]) * len(places[1]) <= _MOST:
        yield from product(*places)
        return
    having: dict[str, list[int]] = {}
    for j in places[1]:
        for word in {*language.content(after[j])}:
            having.setdefault(word, []).append(j)
    for i in places[0]:
        shared = having.keys() & {*language.content(before[i])}
        near: set[int] = set()
        for word in sorted(shared, key=lambda word: (len(having[word]), word))[:_RAREST]:
            at = bisect_left(having[word], i * len(after) // len(before))
            near.update(having[word][max(0, at - _NEAREST // 2) :][:_NEAREST])
        yield from ((i, j) for j in sorted(near))


def _same(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    places: dict[tuple[str, ...], list[int]] = {}
    for j, text in enumerate(after):
        places.setdefault(tuple(bare_words(text)), []).append(j)
    pairs = []
    for i, text in enumerate(before):
        free = places.get(tuple(bare_words(text)))
        if free:
            pairs.append((i, free.pop(0)))
    return pairs


def _with_neighbours(scores: Scores, found: Collection[Pair]) -> Scores:
    """Raise the score of what stands between others that found each other in the same order."""
    known = set(found)
    return {
        (i, j): score + _BESIDE * (((i - 1, j - 1) in known) + ((i + 1, j + 1) in known))
        for (i, j), score in scores.items()
        if score > 0
    }


def _optimal(scores: Scores, least: float) -> list[Pair]:
    """Return the assignment with the largest sum of those scores that are not below ``least``;
    where each has one candidate at most, no search is needed. Of very many statements the likest
    pair goes first, then the likest of what is left.
    """
    similar = {pair: score for pair, score in sorted(scores.items()) if score >= least}
    rows, columns = [i for i, _ in similar], [j for _, j in similar]
    if len(set(rows)) == len(rows) and len(set(columns)) == len(columns):
        return list(similar)
    if len(set(rows)) * len(set(columns)) > _MOST:
        return _likest_first(similar)
    import networkx as nx

    graph = nx.Graph()
    for (i, j), score in similar.items():
        graph.add_edge(("before", i), ("after", j), weight=round(score * _EXACT))
    pairs = []
    for one, other in nx.max_weight_matching(graph):
        (_, i), (_, j) = (one, other) if one[0] == "before" else (other, one)
        pairs.append((i, j))
    return pairs


def _likest_first(scores: Scores) -> list[Pair]:
    taken: tuple[set[int], set[int]] = set(), set()
    pairs = []
    for i, j in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return pairs
