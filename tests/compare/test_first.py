"""What is told of a step first."""

from __future__ import annotations

import pytest

import bundled
from drawing import ladder
from pathways.compare.change import Verdict
from pathways.compare.comparison import Comparer
from pathways.compare.first import MOST


def test_at_most_five_new_or_raised_statements_are_told_first_each_once() -> None:
    checked = 0
    for step in bundled.comparer().ladder("ict").steps:
        told = [thing.statement.id for thing in step.first]
        checked += 1
        assert len(told) <= MOST
        checked += 1
        assert told or not any(v in step.counts for v in (Verdict.NEW, Verdict.RAISED))
        checked += 1
        assert len(set(told)) == len(told)
        for thing in step.first:
            checked += 1
            assert thing.change.verdict in (Verdict.NEW, Verdict.RAISED)
            checked += 1
            assert step.after.id in thing.statement.nodes
            checked += 1
            assert not thing.statement.definition
    assert checked


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("Sort leaflets on how to lead tours.", "Lead tours on leaflets to sort."),
        ("Sort leaflets on how to manage budgets.", "Manage budgets on how to sort leaflets."),
    ],
)
def test_of_two_new_statements_the_one_that_begins_with_the_greater_act_is_told_first(
    less: str, more: str
) -> None:
    for texts in ([less, more], [more, less]):
        there = ladder("1-2", texts={"1": {"a": ["Sing songs."]}, "2": {"a": texts}})
        step = Comparer(there, bundled.vocabulary()).step("1", "2")
        assert [thing.statement.text for thing in step.first] == [more, less]
