"""Which ladders a framework has, and the ladder of one family."""

from __future__ import annotations

from pathlib import Path

import pytest

import bundled
import families
from pathways.compare.comparison import Comparer
from pathways.compare.sentences import inside
from pathways.errors import UsageError
from pathways.model.library import Library
from pathways.store.vocabulary_file import read_vocabulary
from pathways.workspace.workspace import Workspace


def opened(folder: Path, count: int = 2, *, between: bool = False) -> Library:
    names = (
        [f"Kind {number} engineer" for number in range(count)] if count != 2 else families.FAMILIES
    )
    return Workspace.open([families.written(folder, names, between=between)], only=True).library


@pytest.mark.parametrize("count", [2, 20])
def test_families_without_steps_between_them_have_a_ladder_each(tmp_path: Path, count: int) -> None:
    ladders = opened(tmp_path, count).framework("roles").ladders
    assert len(ladders) == count and "" not in ladders


def test_steps_between_families_are_seen_on_the_ladder_of_all(tmp_path: Path) -> None:
    assert opened(tmp_path, 20, between=True).framework("roles").ladders[0] == ""


def test_a_single_family_is_the_framework_and_a_single_role_has_no_ladder() -> None:
    found = {framework.id: framework.ladders for framework in bundled.library().frameworks}
    assert found["ict"] == found["leadership"] == ("",)
    assert found["head-of-technology"] == ()


def test_the_ladder_of_a_family_has_its_own_steps_and_dimensions(tmp_path: Path) -> None:
    library = opened(tmp_path)
    told: list[tuple[int, int]] = []
    ladder = Comparer(library, read_vocabulary("en")).ladder(
        "roles", "Data engineer", progress=lambda done, of: told.append((done, of))
    )
    assert (ladder.framework, ladder.family, ladder.title) == (
        "roles",
        "Data engineer",
        "Data engineer",
    )
    assert [(step.before.id, step.after.id) for step in ladder.steps] == [
        ("data-engineer-1", "data-engineer-2"),
        ("data-engineer-2", "data-engineer-3"),
    ]
    assert [dimension.id for dimension in ladder.dimensions] == ["purpose", "risk"]
    assert told == [(0, 2), (1, 2)]


def test_a_family_that_is_not_there_is_named_with_what_may_be_meant(tmp_path: Path) -> None:
    with pytest.raises(
        UsageError, match=r"There is no family “Data enginer”\. Did you mean .*Data engineer"
    ):
        Comparer(opened(tmp_path), read_vocabulary("en")).ladder("roles", "Data enginer")


def test_of_very_many_dimensions_no_sentence_tells() -> None:
    ladder = bundled.comparer().ladder("ict")
    assert ladder.remark
    from pathways.compare.ladder_remark import ladder_remark

    crowded = [
        type(step)(before=step.before, after=step.after, dimensions=step.dimensions * 2)
        for step in ladder.steps
    ]
    assert ladder_remark(crowded) == ""


@pytest.mark.parametrize(
    ("title", "told"),
    [("Risk management", "risk management"), ("IT service reporting", "IT service reporting")],
)
def test_abbreviations_keep_their_capitals_inside_a_sentence(title: str, told: str) -> None:
    assert inside(title) == told
