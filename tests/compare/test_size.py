"""One number for one thing: the map, the ladder and the comparison count alike."""

from __future__ import annotations

import bundled
from pathways.compare.size import size_of


def test_a_comparison_of_two_has_the_size_of_their_step() -> None:
    checked = 0
    comparer = bundled.comparer()
    for step in bundled.library().steps:
        comparison = comparer.compare([step.source, step.target])
        changing, count = size_of(comparison)
        checked += 1
        assert changing == comparison.steps[0].size
        checked += 1
        assert count == sum(comparison.steps[0].counts.values()) >= changing
    assert checked


def test_a_statement_on_several_subjects_counts_once() -> None:
    comparison = bundled.comparer().compare(["leadership-3", "leadership-4"])
    (step,) = comparison.steps
    listed = [c for d in step.dimensions for c in d.changes if c.verdict.is_change]
    assert size_of(comparison)[0] == step.size < len(listed)


def test_of_three_each_line_counts_once() -> None:
    comparison = bundled.comparer().compare(["ict-6", "ict-7", "ict-8"])
    changing, count = size_of(comparison)
    assert max(step.size for step in comparison.steps) <= changing < count


def test_hidden_subjects_do_not_count() -> None:
    comparison = bundled.comparer().compare(["ict-11", "ict-12"])
    every = {dimension.id for dimension in comparison.dimensions}
    assert size_of(comparison, every) == (0, 0)
    assert size_of(comparison, every - {"risk"})[0] == 1
