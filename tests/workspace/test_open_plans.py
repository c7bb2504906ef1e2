"""Plans that are open, without a window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pathways.errors import PathwaysError
from pathways.model.plan import Plan, Standing, View
from pathways.planning import edits
from pathways.planning.manager_copy import copy_for_manager
from pathways.planning.merge import merge
from pathways.planning.person import without_notes, without_person
from pathways.store import plain_yaml
from pathways.store.file_error import FileError
from pathways.store.plan_file import read_plan, write_plan
from pathways.store.private_file import previous_path
from pathways.workspace.documents import Documents
from pathways.workspace.open_plans import OpenPlans
from pathways.workspace.plans import PLANS
from pathways.workspace.recovery import Recovery
from planning.plans import plan

ROW, OTHER = "5.people.1", "5.money.1"


@pytest.fixture
def plans(tmp_path: Path) -> Iterator[OpenPlans]:
    opened = OpenPlans(Documents())
    opened.begin(tmp_path / "mine.pathplan", plan())
    yield opened
    opened.close_all()


def set_to(standing: Standing, *rows: str) -> edits.AnyEdit:
    return lambda made: edits.set_standing(made, rows or [ROW], standing)


def test_an_edit_is_a_step_in_words_and_is_saved_at_once(plans: OpenPlans) -> None:
    heard: list[Plan | None] = []
    plans.listen(lambda: heard.append(plans.plan))
    assert plans.path
    assert plans.edit("marking as shown", set_to(Standing.SHOWN))
    assert not plans.edit("marking as shown", set_to(Standing.SHOWN)), "the same again is no step"
    assert read_plan(plans.path) == plans.plan and len(heard) == 1
    for _time in range(2):
        assert plans.undo_words == "marking as shown"
        assert plans.undo() == "marking as shown"
        assert plans.plan == plan() == read_plan(plans.path)
        assert plans.redo_words == "marking as shown" and plans.redo()
        assert plans.plan == set_to(Standing.SHOWN)(plan()) == read_plan(plans.path)
    assert not plans.redo()


def test_several_plans_are_open_and_one_is_in_front(plans: OpenPlans, tmp_path: Path) -> None:
    plans.begin(tmp_path / "far.pathplan", plan(["6"]))
    assert len(plans.open_ones) == 2 and plans.plan == plan(["6"])
    plans.open(tmp_path / "mine.pathplan")
    assert len(plans.open_ones) == 2 and plans.plan == plan()
    plans.show(1)
    plans.show(7)
    assert plans.plan == plan(["6"])
    plans.close()
    assert plans.plan == plan()
    plans.close()
    plans.close()
    assert plans.plan is None and plans.path is None and not plans.undo_words
    assert not plans.edit("nothing", set_to(Standing.SHOWN)) and not plans.undo()
    assert not plans.redo_words and not plans.redo() and not plans.failure
    plans.remove(without_notes)


def test_no_plan_is_begun_over_another_file(plans: OpenPlans, tmp_path: Path) -> None:
    with pytest.raises(PathwaysError, match="is there already"):
        plans.begin(tmp_path / "mine.pathplan", plan(["6"]))
    (tmp_path / "odd.pathplan").write_text("odd: [")
    with pytest.raises(FileError):
        plans.open(tmp_path / "odd.pathplan")
    assert plans.plan == plan()


def test_who_opens_a_plan_that_is_open_elsewhere_is_told(plans: OpenPlans, tmp_path: Path) -> None:
    elsewhere = OpenPlans(Documents())
    elsewhere.open(tmp_path / "mine.pathplan")
    assert elsewhere.is_taken and not plans.is_taken
    elsewhere.close_all()
    plans.close_all()
    again = OpenPlans(Documents())
    again.open(tmp_path / "mine.pathplan")
    assert not again.is_taken
    again.close_all()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.pathplan"]


def test_what_two_windows_write_is_brought_together(plans: OpenPlans, tmp_path: Path) -> None:
    elsewhere = OpenPlans(Documents())
    elsewhere.open(tmp_path / "mine.pathplan")
    elsewhere.edit("there", set_to(Standing.SHOWN, OTHER))
    plans.edit("here", set_to(Standing.PARTLY))
    assert plans.plan
    assert plans.plan.row_of[OTHER].standing is Standing.SHOWN
    assert plans.plan.row_of[ROW].standing is Standing.PARTLY and not plans.plan.conflicts
    elsewhere.edit("there", set_to(Standing.NOT_YET))
    assert elsewhere.plan
    assert elsewhere.plan.row_of[ROW].standing is Standing.NOT_YET
    (conflict,) = elsewhere.plan.open_conflicts
    assert {value.standing for value in conflict.values} == {Standing.PARTLY, Standing.NOT_YET}
    elsewhere.close_all()


def test_another_plan_in_the_file_is_for_a_person_to_choose(plans: OpenPlans) -> None:
    assert plans.path and plans.document
    from pathways.planning.begin import begin
    from planning.plans import comparer

    write_plan(plans.path, begin(comparer(), "4", ["6"]))
    plans.edit("here", set_to(Standing.SHOWN))
    assert "changed by somebody else" in plans.failure
    assert plans.document.theirs is not None
    assert plans.plan == set_to(Standing.SHOWN)(plan())


def test_a_save_that_fails_says_so_and_the_work_comes_back(
    plans: OpenPlans, tmp_path: Path
) -> None:
    assert plans.path
    plans.path.unlink()
    plans.path.mkdir()
    plans.edit("here", set_to(Standing.SHOWN))
    assert plans.failure and plans.plan == set_to(Standing.SHOWN)(plan())
    plans.close_all()
    (tmp_path / "mine.pathplan").rmdir()
    write_plan(tmp_path / "mine.pathplan", plan())
    again = OpenPlans(Documents(Recovery()))
    again.open(tmp_path / "mine.pathplan")
    assert again.plan == set_to(Standing.SHOWN)(plan())
    assert again.undo_words == "what was not saved last time"
    again.close_all()


def test_a_person_is_taken_out_of_every_version_and_does_not_come_back(plans: OpenPlans) -> None:
    assert plans.path and plans.document
    view = View(standing=Standing.SHOWN, who="Kim Marsh")
    plans.edit("a view", lambda made: edits.set_view(made, ROW, view))
    plans.edit("a note", lambda made: edits.set_note(made, [ROW], "Kim Marsh said so"))
    plans.document.history.clear()
    plans.edit("another", lambda made: edits.set_note(made, [ROW], "Kim Marsh said so twice"))
    plans.remove(lambda made: without_person(made, "Kim Marsh"))
    assert not plans.undo_words and plans.plan == read_plan(plans.path)
    for file in (plans.path, previous_path(plans.path)):
        assert b"Marsh" not in file.read_bytes()
    plans.remove(without_notes)
    assert plans.plan and not any(row.note for row in plans.plan.rows)


def test_bringing_answers_in_is_one_step(plans: OpenPlans) -> None:
    copy = edits.set_standing(copy_for_manager(plan()), [ROW], Standing.SHOWN)
    plans.edit("my manager’s answers", lambda made: merge(made, copy))
    assert plans.plan and plans.plan.row_of[ROW].manager
    plans.undo()
    assert plans.plan == plan()


def another_plan_in_its_file(plans: OpenPlans) -> Plan:
    from pathways.planning.begin import begin
    from planning.plans import comparer

    assert plans.path
    other = begin(comparer(), "4", ["6"])
    write_plan(plans.path, other)
    plans.look()
    plans.edit("here", set_to(Standing.SHOWN))
    return other


def test_the_other_plan_can_be_taken_and_undo_brings_mine_back(plans: OpenPlans) -> None:
    mine = plans.plan
    other = another_plan_in_its_file(plans)
    plans.choose_theirs()
    assert plans.path and plans.plan == other == read_plan(plans.path)
    plans.undo()
    assert plans.plan in (mine, set_to(Standing.SHOWN)(plan()))


def test_mine_can_be_kept_and_the_other_stays_beside_it(plans: OpenPlans) -> None:
    another_plan_in_its_file(plans)
    shown = plans.plan
    heard: list[Plan | None] = []
    plans.listen(lambda: heard.append(plans.plan))
    plans.choose_mine()
    assert plans.path and read_plan(plans.path) == shown == plans.plan
    assert heard


def test_without_a_plan_in_front_nothing_happens() -> None:
    nothing = OpenPlans(Documents())
    nothing.look()
    nothing.choose_theirs()
    nothing.choose_mine()
    nothing.remove(without_notes)
    assert nothing.undo() == nothing.redo() == ""
    assert nothing.plan is None and not nothing.edit("here", set_to(Standing.SHOWN))


def test_nothing_stays_in_the_folder_of_unsaved_copies(tmp_path: Path) -> None:
    recovery, path = Recovery(tmp_path / "recovery"), tmp_path / "mine.pathplan"
    for name in ("Ada", "Bo", "Cy"):  # each write of a private file keeps the version before
        recovery.keep(path, PLANS, edits.rename(plan(), name), plan())
    kept = {one.name for one in recovery.folder.rglob("*") if one.is_file()}
    assert kept == {"about.json", "mine.yaml", "base.yaml"}
    left = next(recovery.folder.iterdir()) / "mine.previous.yaml"  # of an older program
    left.write_text("Ada", "utf-8")
    recovery.forget_all(path)
    assert list(recovery.folder.iterdir()) == []


def test_taking_somebody_out_forgets_what_was_written_of_them(plans: OpenPlans) -> None:
    plans.edit("name", lambda made: edits.rename(made, "Zyxwv"))
    assert plain_yaml_texts() > 0
    plans.remove(lambda made: without_person(made, "Zyxwv"))
    assert plain_yaml_texts() < 200  # what was written since


def plain_yaml_texts() -> int:
    return plain_yaml._quoted.cache_info().currsize
