"""Every statement beside every one that it could become: what is said of the two, to the word.

Compared are the statements of each grade of the bundled frameworks with those of the next grade and
of the one after, subject by subject, paired or not, and each sentence of ``pairs.txt`` with the
sentences behind it. A line has how alike the two are, what ``judge`` says, and what every reason
weighs. PATHWAYS_WRITE_GOLDEN=1 writes what is said anew, to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, product

import pytest

import bundled
from golden_lines import check_lines
from invented import Invented, recombined, texts
from pathways.compare.directions import lean
from pathways.compare.evidence import find_reasons
from pathways.compare.leanings import leaning
from pathways.compare.verdict import judge
from pathways.compare.weights import Weights
from pathways.compare.wording import mark_words
from pathways.model.framework import Framework

_APART = 2  # grades
_BEHIND = 9  # sentences
_SHORT = 40  # letters by which a statement is known here


@pytest.mark.parametrize("framework", ["ict", "leadership"])
def test_what_is_said_of_every_pair_of_a_framework_stays(framework: str) -> None:
    check_lines(f"every-pair-{framework}", _of(bundled.library().framework(framework)))


def test_what_is_said_of_a_sentence_beside_those_behind_it_stays() -> None:
    some = texts()
    pairs = ((one, some[j]) for i, one in enumerate(some) for j in _behind(i, len(some)))
    check_lines("every-pair-invented", _said(pairs, Weights(bundled.language(), some)))


def test_what_is_said_of_two_that_were_put_together_from_phrases_stays() -> None:
    weights = Weights(bundled.language(), texts())
    check_lines(
        "every-pair-recombined", (line for one in recombined() for line in _all_said(one, weights))
    )


def _all_said(one: Invented, weights: Weights) -> Iterator[str]:
    """Yield what is said of two texts, both ways, of what stands beside them, and of their
    meaning; and the words that differ.
    """
    before, after, *beside = one
    verdict, why = judge(before, after, weights, *beside)
    back, why_back = judge(after, before, weights, *beside[::-1])
    yield f"{before[:_SHORT]} | {after[:_SHORT]} | {verdict.value}: {why} | {back.value}: {why_back}"
    reasons = find_reasons(before, after, weights, *beside)
    told = (f"{r.kind} {r.weight:+.2f} {r.before} > {r.after}" for r in reasons)
    alike = weights.similarity(before, after), weights.meaning_alike(before, after)
    ways = leaning(before, after, weights), lean(before, after, weights.language)
    yield f"    {alike[0]:.2f} {alike[1]:.2f} {ways[0]:+d} {ways[1]:+.2f}; {'; '.join(told)}"
    signs = {"equal": "{}", "delete": "[-{}-]", "insert": "[+{}+]"}
    marks = mark_words(before, after, weights.language)
    yield "    " + "".join(signs[kind].format(text) for kind, text in marks)


def _behind(place: int, count: int) -> range:
    return range(place + 1, min(place + 1 + _BEHIND, count))


def _of(framework: Framework) -> Iterator[str]:
    weights = Weights(bundled.language(), [one.text for one in framework.statements])
    nodes = [node.id for node in framework.nodes]
    subjects = bundled.library().dimensions
    steps = chain.from_iterable(zip(nodes, nodes[apart:], strict=False) for apart in (1, _APART))
    told: set[tuple[str, str]] = set()
    for step in steps:
        for subject in subjects:
            texts = ([one.text for one in framework.statements_of(n, subject)] for n in step)
            new = [pair for pair in product(*texts) if pair not in told]
            told.update(new)
            yield from _said(new, weights)


def _said(pairs: Iterable[tuple[str, str]], weights: Weights) -> Iterator[str]:
    """Yield a line for each two texts of which anything is said."""
    for before, after in pairs:
        verdict, why = judge(before, after, weights)
        reasons = " ".join(
            f"{reason.kind} {reason.weight:+.2f}" for reason in find_reasons(before, after, weights)
        )
        way = leaning(before, after, weights)
        alike = weights.similarity(before, after)
        if reasons or way or alike > 0.2:
            said = f"{alike:.2f} {way:+d} {verdict.value}: {why} ({reasons})"
            yield f"{before[:_SHORT]} | {after[:_SHORT]} | {said}"
