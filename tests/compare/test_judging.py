"""What a person may judge of a comparison, and what follows from it."""

from __future__ import annotations

import datetime

import pytest

import bundled
from pathways.compare.change import Comparison, ComparisonRow, Verdict
from pathways.compare.comparison import Comparer
from pathways.compare.judging import APART, PROGRAM, TOGETHER, Case, Judgement, case_of, edited
from pathways.compare.rows import rows
from pathways.model.overrule import Overrules
from pathways.store.vocabulary_file import read_vocabulary

DAY = datetime.date(2026, 11, 20)


def compared(overrules: Overrules | None = None, *nodes: str) -> Comparison:
    comparer = Comparer(bundled.library(), read_vocabulary("en"), overrules)
    return comparer.compare(nodes or ("ict-11", "ict-12"))


def lines(comparison: Comparison, dimension: str) -> list[ComparisonRow]:
    return list(rows(comparison, dimension))


def case(comparison: Comparison, dimension: str, line: int, column: int = 1) -> Case:
    titled = next(one for one in comparison.dimensions if one.id == dimension)
    found = case_of(comparison, titled, lines(comparison, dimension)[line], column)
    assert found is not None
    return found


def test_a_pair_is_judged_and_left_to_the_program_again() -> None:
    before = compared()
    found = case(before, "people-management", 0)
    judged = edited(Overrules(), found, Judgement("eased", "judged as eased", who="Ann"), DAY)
    after = compared(judged)
    assert lines(after, "people-management")[0].changes[0].verdict is Verdict.EASED
    again = case(after, "people-management", 0)
    assert edited(judged, again, Judgement(PROGRAM, "as the program says"), DAY) == Overrules()


def test_two_that_were_put_together_and_judged_are_both_left_to_the_program() -> None:
    comparison = compared()
    at = next(
        number
        for number, line in enumerate(lines(comparison, "accountabilities"))
        if line.changes[0] and line.changes[0].verdict is Verdict.NEW
    )
    new = case(comparison, "accountabilities", at)
    assert new.partners and new.change.before is None
    found = comparison.steps[0].dimension("accountabilities")
    assert found is not None
    alone = [change.before for change in found.changes if change.after is None]
    assert list(new.partners) == alone, "who has a partner is none"
    gone = next(
        n for n, line in enumerate(lines(comparison, "accountabilities")) if not line.cells[1]
    )
    come = [change.after for change in found.changes if change.before is None]
    assert list(case(comparison, "accountabilities", gone).partners) == come != []
    together = Judgement(TOGETHER, "put together", partner=new.partners[0])
    judged = edited(Overrules(), new, together, DAY)
    pair = next(
        number
        for number, line in enumerate(lines(compared(judged), "accountabilities"))
        if line.changes[0] and line.changes[0].by
    )
    found = case(compared(judged), "accountabilities", pair)
    both = edited(judged, found, Judgement("raised", "judged as raised"), DAY)
    assert len(both) == 2
    found = case(compared(both), "accountabilities", pair)
    assert edited(both, found, Judgement(PROGRAM, "as the program says"), DAY) == Overrules()


def test_a_pair_is_set_apart() -> None:
    found = case(compared(), "people-management", 0)
    judged = edited(Overrules(), found, Judgement(APART, "set apart"), DAY)
    assert found.change.after is not None
    assert [one.statements for one in judged] == [(found.change.after.id,)], "the later of the two"
    verdicts = [line.changes[0].verdict for line in lines(compared(judged), "people-management")]
    assert sorted(verdict.value for verdict in verdicts) == ["dropped", "new"]


def test_one_text_for_both_cannot_be_judged() -> None:
    assert case(compared(None, "ict-6", "ict-7"), "purpose", 0).refusal


@pytest.mark.parametrize("column", [0, 1])
def test_both_cells_of_a_pair_lead_to_the_same_case(column: int) -> None:
    assert case(compared(), "risk", 0, column) == case(compared(), "risk", 0, 1 - column)


def test_where_neither_of_two_columns_states_anything_there_is_no_case() -> None:
    comparison = compared(None, "ict-10", "ict-11", "ict-12")
    empty = [
        (dimension, row)
        for dimension in comparison.dimensions
        for row in rows(comparison, dimension.id)
        if row.changes[0] is None
    ]
    assert empty, "something is stated at the last of the three alone"
    for dimension, row in empty:
        assert case_of(comparison, dimension, row, 0) is None
        assert case_of(comparison, dimension, row, 2) is not None
