"""One team in two windows, each with a document of its own."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from pathways.model.team import Team
from pathways.planning import people
from pathways.store.team_file import read_team, write_team
from pathways.workspace.document import ChangedMeanwhileError, Document
from pathways.workspace.recovery import Recovery
from pathways.workspace.team import open_team
from teams import team

CREW = "Ada 11>12 Analyst\nBo 10 Engineer\nCy 12>13 Manager\n- 12 Lead"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_team(tmp_path / "crew.pathteam", team(CREW))
    return tmp_path / "crew.pathteam"


def named(document: Document[Team]) -> list[str]:
    return [person.name for person in document.value.people]


def add(document: Document[Team], name: str) -> None:
    document.edit(f"adding {name}", people.add_person(document.value, name))


def test_what_two_windows_add_is_there_in_both(path: Path) -> None:
    one, other = open_team(path), open_team(path)
    add(one, "Dee")
    add(other, "Eve")
    one.save()
    other.save()
    assert one.look()
    assert named(one) == named(other) == ["Ada", "Bo", "Cy", "Dee", "Eve"]
    assert read_team(path) == one.value == other.value
    assert other.replaced == ()


def test_undo_and_redo_twice_in_one_window_leave_the_other_s_work(path: Path) -> None:
    one, other = open_team(path), open_team(path)
    add(one, "Dee")
    add(one, "Eve")
    add(other, "Flo")
    other.save()
    one.save()
    for _time in range(2):
        assert one.undo() and one.undo()
        assert named(one) == ["Ada", "Bo", "Cy", "Flo"]
        assert one.redo() and one.redo()
        assert named(one) == ["Ada", "Bo", "Cy", "Flo", "Dee", "Eve"]
    one.undo()
    one.save()
    other.look()
    assert named(other) == ["Ada", "Bo", "Cy", "Flo", "Dee"]
    add(other, "Gil")
    assert len({person.id for person in other.value.people}) == 6


def test_somebody_removed_for_good_comes_back_in_no_window(path: Path) -> None:
    one, other = open_team(path), open_team(path)
    other.edit("changing", people.change_person(other.value, "p1", note="A secret"))
    other.edit("changing", people.change_person(other.value, "p2", note="Mornings"))
    one.edit("removing", people.remove_person(one.value, "Ada"))
    one.save()
    other.save()
    assert "Ada was taken out" in other.replaced[0]
    while other.undo():
        assert named(other) == ["Bo", "Cy"]
    while other.redo():
        assert "secret" not in str(other.value)
    assert other.value.people_by_id["p2"].note == "Mornings"


def test_another_team_in_the_file_waits_for_a_person_to_choose(path: Path) -> None:
    document = open_team(path)
    add(document, "Dee")
    write_team(path, team("Xi 6 Clerk\nYu 6 Clerk", "Others"))
    with pytest.raises(ChangedMeanwhileError):
        document.save()
    assert document.theirs is not None and named(document)[-1] == "Dee"
    document.take_theirs()
    assert named(document) == ["Xi", "Yu"]
    document.undo()
    assert named(document)[-1] == "Dee"


def test_what_was_not_saved_is_merged_with_what_others_wrote_since(path: Path) -> None:
    recovery = Recovery()
    document = open_team(path, recovery)
    add(document, "Dee")
    document.keep_recovery()
    other = open_team(path)
    add(other, "Eve")
    other.save()
    again = open_team(path, recovery)
    assert named(again) == ["Ada", "Bo", "Cy", "Eve", "Dee"]
    assert again.undo_words == "what was not saved last time"


def test_a_thousand_people_and_all_that_can_be_undone_merge_while_one_waits(path: Path) -> None:
    crew = people.new_team("Many")
    crew = people.changed(
        crew,
        people=tuple(
            people.add_person(crew, f"Person {number}", note="x" * 40).people[0]
            for number in range(1000)
        ),
    )
    crew = people.changed(
        crew,
        people=tuple(
            type(one)(id=f"p{at}", name=one.name, note=one.note)
            for at, one in enumerate(crew.people, 1)
        ),
    )
    write_team(path, crew)
    one, other = open_team(path), open_team(path)
    for number in range(200):
        other.edit("x", people.change_person(other.value, f"p{number + 1}", aim="ict-12"))
    one.edit("y", people.change_person(one.value, "p900", aim="ict-13"))
    one.save()
    begun = time.process_time()
    other.look()
    assert time.process_time() - begun < 4
    assert other.value.people_by_id["p900"].aim == "ict-13"
    assert other.value.people_by_id["p200"].aim == "ict-12"
