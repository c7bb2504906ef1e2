"""What is told of a step first."""

from __future__ import annotations

import bundled
from pathways.compare.change import Verdict
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
