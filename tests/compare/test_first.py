"""What is told of a step first."""

from __future__ import annotations

import bundled
from pathways.compare.change import Verdict
from pathways.compare.first import MOST, main_clause


def test_at_most_five_new_or_raised_statements_are_told_first_each_once() -> None:
    for step in bundled.comparer().ladder("ict").steps:
        told = [thing.statement.id for thing in step.first]
        assert len(told) <= MOST
        assert told or not any(v in step.counts for v in (Verdict.NEW, Verdict.RAISED))
        assert len(set(told)) == len(told)
        for thing in step.first:
            assert thing.change.verdict in (Verdict.NEW, Verdict.RAISED)
            assert step.after.id in thing.statement.nodes
            assert not thing.statement.definition


def test_a_main_clause_has_neither_purpose_nor_brackets() -> None:
    text = "Set targets and monitor performance (including results) in order to ensure delivery"
    assert main_clause(text) == "Set targets and monitor performance"
    assert main_clause("Repair roads. Report on them.") == "Repair roads. Report on them"
