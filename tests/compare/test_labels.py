"""The comparison against labels made by readers, on our data and on the source text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

import bundled
from pathways.compare.align import align
from pathways.compare.change import Verdict
from pathways.compare.verdict import judge
from pathways.compare.weights import Weights

TEXTS = pytest.mark.parametrize(
    "texts", [bundled.our_texts, bundled.source_texts], ids=["our data", "source"]
)
LABELS = pytest.mark.parametrize(
    "labels",
    [bundled.labels, lambda: bundled.shared_labels()["pairs"]],
    ids=["own labels", "shared labels"],
)
Reader = Callable[[], Any]


def _weights(texts: bundled.Texts) -> Weights:
    return bundled.weights(
        *(text for sections in texts.values() for found in sections.values() for text in found)
    )


def _labelled(
    texts: bundled.Texts, labels: dict[str, Any]
) -> Iterator[tuple[list[str], list[str], dict[str, Any]]]:
    for step, dimensions in labels.items():
        low, high = step.split("-")
        for dimension, found in dimensions.items():
            yield texts[low][dimension], texts[high][dimension], found


@TEXTS
@LABELS
def test_alignment_reaches_its_figure(texts: Reader, labels: Reader) -> None:
    read = texts()
    weights = _weights(read)
    right = whole = 0
    for before, after, label in _labelled(read, labels()):
        sure = {tuple(pair) for pair in label["sure"]}
        possible = sure | {tuple(pair) for pair in label["possible"]}
        found = {(i + 1, j + 1) for i, j in align(before, after, weights)}
        right += len(found & sure) + len(found & possible)
        whole += len(found) + len(sure)
    assert right / whole >= 0.94


@TEXTS
@LABELS
def test_verdicts_reach_their_figure(texts: Reader, labels: Reader) -> None:
    read = texts()
    weights = _weights(read)
    outcomes = [
        _accepts(label, judge(before[i - 1], after[j - 1], weights)[0])
        for before, after, found in _labelled(read, labels())
        for i, j, label in found["verdicts"]
    ]
    assert sum(outcomes) >= 0.82 * len(outcomes)  # nearly all of the rest is called "changed"


def _accepts(label: str, verdict: Verdict) -> bool:
    if label == "changed":
        return verdict in (Verdict.CHANGED, Verdict.RAISED, Verdict.EASED)
    return verdict.value == label


@TEXTS
def test_the_change_table_is_exact_in_all_32_cells(texts: Reader) -> None:
    read = texts()
    weights = _weights(read)
    wrong = {}
    for dimension, steps in bundled.shared_labels()["dimensions"].items():
        for step, label in steps.items():
            (before,), (after,) = (read[grade][dimension] for grade in step.split("-"))
            verdict = judge(before, after, weights)[0]
            found = "changed" if verdict.is_change else verdict.value
            if found != label:
                wrong[dimension, step] = found
    assert wrong == {}


# The same table, without the shared file: which of the 32 cells change, and which only in wording.
CHANGES = {
    "people-management": {"7>8", "8>9", "9>10", "11>12"},
    "equality": {"8>9", "11>12"},
    "risk": {"8>9", "11>12"},
    "health-and-safety": set(),
}
REWORDED = {("people-management", "6>7"), ("risk", "7>8")}


def test_the_ladder_has_the_change_table_of_the_document() -> None:
    checked = 0
    for step in bundled.comparer().ladder("ict").steps:
        name = f"{step.before.grade}>{step.after.grade}"
        for dimension, changing in CHANGES.items():
            change = step.dimension(dimension)
            checked += 1
            assert change is not None
            checked += 1
            assert change.verdict.is_change is (name in changing), (dimension, name)
            checked += 1
            assert (change.verdict is Verdict.REWORDED) is ((dimension, name) in REWORDED), (
                dimension,
                name,
            )
    assert checked


def test_no_real_change_of_the_four_dimensions_is_less() -> None:
    checked = 0
    for step in bundled.comparer().ladder("ict").steps:
        for dimension in CHANGES:
            change = step.dimension(dimension)
            checked += 1
            assert change is not None
            checked += 1
            assert change.verdict not in (Verdict.EASED, Verdict.DROPPED)
    assert checked


def test_the_ladder_says_where_none_of_the_four_changes() -> None:
    assert (
        "Grade 10 to 11, grade 12 to 13 and grade 13 to 14: only level purpose, overall, "
        "accountabilities and knowledge, skills and experience change; people management, "
        "equality and diversity, health and safety and risk management stay the same."
    ) in bundled.comparer().ladder("ict").remark
