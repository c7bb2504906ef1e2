"""What two windows say differently is kept, both values, until somebody chooses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.model.team import KnownValue, MoveState, SavedView, Team, TeamConflict
from pathways.planning import moves, people
from pathways.planning.merge_words import PartWords
from pathways.planning.shared_copy import shared_copy
from pathways.planning.team_conflicts import choose, said_in, said_now, settled
from pathways.planning.team_identity import identified, is_another, new_identity
from pathways.planning.team_merge import merge_teams
from pathways.store.file_error import FileError
from pathways.store.team_file import read_team, write_team
from pathways.workspace.team import open_team
from planning.test_team_merge import CREW, VACANCY, after, edits, merged
from teams import TODAY, team

Edit = Callable[[Team], Team]


def planned() -> Team:
    crew = team(CREW)
    move = moves.draft_move(crew, "Ada", VACANCY, "", to_post="Lead")
    crew = moves.plan_move(crew, move, TODAY)
    return moves.add_scenario(moves.set_band(crew, "ict-11", 1, 2), "One", crew.moves)


def moved(crew: Team, date: str) -> Team:
    tried = [msgspec.structs.replace(move, date=date) for move in crew.scenarios[0].moves]
    return moves.change_scenario(crew, "One", moves=tried)


def viewed(crew: Team, words: str) -> Team:
    return people.changed(crew, views=(SavedView(title="Mine", words=words),))


def meant(crew: Team, node: str) -> Team:
    return people.changed(crew, values=(KnownValue(text="PO9", node=node),))


BOTH: dict[str, tuple[Edit, Edit, str, str, str]] = {  # mine, theirs, about, my value, their value
    "a field of a person": (
        lambda crew: people.change_person(crew, "p1", note="Mornings"),
        lambda crew: people.change_person(crew, "p1", note="Evenings"),
        "Ada, note", "Mornings", "Evenings",
    ),
    "fields that belong together": (
        lambda crew: people.change_person(crew, "p1", node="ict-12", since="2026-01-05"),
        lambda crew: people.change_person(crew, "p1", node="ict-10"),
        "Ada, grade or role and since",
        "grade or role: Grade 12; since: 5 January 2026",
        "grade or role: Grade 10; since: nothing",
    ),
    "who holds a post": (
        lambda crew: people.place(crew, "Bo", "Lead"),
        lambda crew: people.place(crew, "Cy", "Lead"),
        "The post Lead, holder", "Bo", "Cy",
    ),
    "whether a post is funded": (
        lambda crew: people.change_post(crew, "t4", funded=True),
        lambda crew: people.change_post(crew, "t4", funded=False),
        "The post Lead, funded", "yes", "no",
    ),
    "a decision": (
        lambda crew: moves.set_state(crew, "m1", MoveState.APPROVED, TODAY, by="Panel"),
        lambda crew: moves.set_state(crew, "m1", MoveState.REFUSED, TODAY, by="Panel"),
        "The move of Ada, state", "approved", "refused",
    ),
    "an answer": (
        lambda crew: moves.answer(crew, "m1", "advertised", True, TODAY),
        lambda crew: moves.answer(crew, "m1", "advertised", False, TODAY, "in June"),
        "The move of Ada, answer to the need “advertised”", "met", "not met: “in June”",
    ),
    "a scenario's name": (
        lambda crew: moves.change_scenario(crew, "One", title="First"),
        lambda crew: moves.change_scenario(crew, "One", title="Second"),
        "The scenario First, title", "First", "Second",
    ),
    "a move of a scenario": (
        lambda crew: moved(crew, "2027-03-01"),
        lambda crew: moved(crew, "2027-05-01"),
        "The scenario One, move of “Ada”", "1 March 2027", "1 May 2027",
    ),
    "a move that one took out of a scenario": (
        lambda crew: moves.change_scenario(crew, "One", moves=[]),
        lambda crew: moved(crew, "2027-05-01"),
        "The scenario One, move of “Ada”", "taken out", "1 May 2027",
    ),
    "the team's name": (
        lambda crew: people.rename_team(crew, "Ours"),
        lambda crew: people.rename_team(crew, "Theirs"),
        "The team, title", "Ours", "Theirs",
    ),
    "on-costs": (
        lambda crew: people.changed(crew, on_costs=20),
        lambda crew: people.changed(crew, on_costs=30),
        "The team, on-costs", "20", "30",
    ),
    "a pay band": (
        lambda crew: moves.set_band(crew, "ict-11", 30_000, 40_000),
        lambda crew: moves.set_band(crew, "ict-11", 31_000, 40_000),
        "The team, pay band “Grade 11”", "from 30,000 to 40,000", "from 31,000 to 40,000",
    ),
    "a view": (
        lambda crew: viewed(crew, "analyst"),
        lambda crew: viewed(crew, "engineer"),
        "The team, view “Mine”", "words: analyst", "words: engineer",
    ),
    "what a word means": (
        lambda crew: meant(crew, "ict-11"),
        lambda crew: meant(crew, "ict-12"),
        "The team, meaning of “PO9”", "Grade 11", "Grade 12",
    ),
}  # fmt: skip
TITLES = {f"ict-{grade}": f"Grade {grade}" for grade in range(6, 15)}


@pytest.mark.parametrize("name", BOTH)
def test_both_values_are_kept_told_and_saved_and_either_can_be_taken(
    name: str, tmp_path: Path
) -> None:
    mine, theirs, about, here, there = BOTH[name]
    base = planned()
    crew = merged(base, mine(base), theirs(base)).team
    (conflict,) = crew.conflicts
    path = tmp_path / "crew.pathteam"
    write_team(path, crew)
    assert read_team(path) == crew
    words = PartWords(crew, titles=TITLES)
    assert words.about(conflict) == about
    said = [words.said(conflict, value) for value in conflict.values]
    assert len(said) == 2
    assert all(any(wanted in one for one in said) for wanted in (here, there))
    now = said_now(crew, conflict)
    shown = next(i for i, value in enumerate(conflict.values) if said_in(conflict, value) == now)
    assert here in said[shown], "what stood in the window that saves last stays until then"
    assert choose(crew, conflict, shown) == msgspec.structs.replace(crew, conflicts=())
    other = choose(crew, conflict, 1 - shown)
    assert said_now(other, conflict) == said_now(theirs(base), conflict)
    assert other.conflicts == ()
    write_team(path, other)
    assert read_team(path) == other


def test_the_other_window_sees_the_same_and_whoever_chooses_settles_it_for_both() -> None:
    base = team(CREW)
    mine, theirs = (people.change_person(base, "p1", aim=aim) for aim in ("ict-13", "ict-14"))
    crew = merged(base, mine, theirs).team
    assert merged(theirs, theirs, crew).team == crew
    chosen = choose(crew, crew.conflicts[0], 1)
    elsewhere = people.change_person(crew, "p2", note="Fridays")
    for one, other in ((chosen, elsewhere), (elsewhere, chosen)):
        found = merged(crew, one, other).team
        assert found.conflicts == ()
        assert found.people_by_id["p1"].aim == chosen.people_by_id["p1"].aim
        assert found.people_by_id["p2"].note == "Fridays"


def test_a_third_value_joins_the_two_that_are_kept() -> None:
    base = team(CREW)
    mine, theirs, third = (
        people.change_person(base, "p1", aim=aim) for aim in ("ict-13", "ict-14", "ict-10")
    )
    crew = merged(base, mine, theirs).team
    found = merged(base, third, crew).team
    (conflict,) = found.conflicts
    assert {value.person.aim for value in conflict.values if value.person} == {
        "ict-10",
        "ict-13",
        "ict-14",
    }
    late = merged(crew, choose(crew, crew.conflicts[0], 0), found).team
    assert len(late.conflicts) == 1, "a value that nobody chose against is still there"


def test_an_edit_of_what_is_in_conflict_settles_it_and_another_does_not() -> None:
    base = team(CREW)
    mine, theirs = (people.change_person(base, "p1", aim=aim) for aim in ("ict-13", "ict-14"))
    crew = merged(base, mine, theirs).team
    edited = people.change_person(crew, "p1", note="Mornings")
    assert settled(crew, edited) == edited
    assert settled(crew, people.change_person(crew, "p1", aim="ict-10")).conflicts == ()
    assert settled(crew, people.change_person(crew, "p1", aim=crew.people[0].aim)) == crew


def test_who_is_taken_out_is_in_no_value_either() -> None:
    base = people.change_post(planned(), "t4", title="Lead")
    crew = merged(
        base,
        moved(people.place(people.change_person(base, "p1", note="x"), "p1", "t4"), "2027-03-01"),
        moved(people.place(people.change_person(base, "p1", note="y"), "p2", "t4"), "2027-05-01"),
    ).team
    assert len(crew.conflicts) == 3
    left = people.remove_person(crew, "p1")
    assert "Ada" not in str(left)
    assert "'p1'" not in str(left.conflicts)
    assert [one.part for one in left.conflicts] == ["post"]
    gone = people.remove_post(people.remove_person(crew, "p1"), "t4")
    assert gone.conflicts == ()


def test_a_file_whose_conflict_is_about_nothing_is_refused_with_its_line(tmp_path: Path) -> None:
    base = planned()
    crew = merged(base, moved(base, "2027-03-01"), moved(base, "2027-05-01")).team
    path = tmp_path / "crew.pathteam"
    (conflict,) = crew.conflicts
    replace = msgspec.structs.replace
    for wrong in (
        replace(conflict, fields=("answers",)),
        replace(conflict, fields=("nonsense",)),
        replace(conflict, part="person", fields=("note",)),
        replace(conflict, part="team", fields=("title",)),
    ):
        write_team(path, replace(crew, conflicts=(wrong,)))
        with pytest.raises(FileError, match=r"line \d+"):
            read_team(path)


@settings(max_examples=200, deadline=None)
@given(edits, edits, edits, st.data())
def test_whatever_two_windows_do_each_value_stands_in_the_team_or_is_kept(
    start: list[tuple[Callable[..., Team], object]],
    ours: list[tuple[Callable[..., Team], object]],
    others: list[tuple[Callable[..., Team], object]],
    data: st.DataObject,
) -> None:
    base = after(team(CREW), start)
    mine, theirs = after(base, ours), after(base, others)
    crew = merged(base, mine, theirs).team
    kept = {one.key: one for one in crew.conflicts}
    assert len(kept) == len(crew.conflicts), "each is kept once"
    for old in base.people:
        if not all(old.id in side.people_by_id for side in (mine, theirs, crew)):
            continue
        for field in ("note", "aim", "manager"):
            _holds(old, field, kept, crew, (mine, theirs), set(base.people_by_id))
    for conflict in crew.conflicts:
        assert len(conflict.values) > 1
        assert said_now(crew, conflict) in [said_in(conflict, one) for one in conflict.values]
        number = data.draw(st.integers(0, len(conflict.values) - 1))
        chosen = choose(crew, conflict, number)
        assert conflict.key not in {one.key for one in chosen.conflicts}
        if conflict.fields != ("holder", "vacant_since"):
            assert said_now(chosen, conflict) == said_in(conflict, conflict.values[number])


def _holds(
    old: object,
    field: str,
    kept: dict[object, TeamConflict],
    crew: Team,
    sides: tuple[Team, Team],
    before: set[str],
) -> None:
    """Hold that what either side wrote in a field stands in the team, or is a kept value."""
    person = str(old.id)  # type: ignore[attr-defined]
    now = getattr(crew.people_by_id[person], field)
    for side in sides:
        said = getattr(side.people_by_id[person], field)
        if said in (now, getattr(old, field)) or not said:
            continue
        if field == "manager" and not (said in before and said in crew.people_by_id):
            continue  # whoever was taken out stays out, and who is new may have another code
        conflict = kept["person", person, (field,), "", 0]
        assert said in [getattr(value.person, field) for value in conflict.values]


# Which team it is --------------------------------------------------------------------------------


def test_a_team_is_known_by_its_id_even_where_everybody_is_another() -> None:
    base = team(CREW)
    others = people.without(base, list(base.people_by_id))
    for name in ("Xi", "Yu", "Zed"):
        others = people.add_person(others, name)
    assert not is_another(base, others)
    assert merged(base, people.change_person(base, "p1", note="x"), others).team.people
    assert is_another(base, msgspec.structs.replace(base, id=new_identity()))
    mine = people.change_person(base, "p1", note="x")
    assert merge_teams(base, mine, msgspec.structs.replace(base, id=new_identity())) is None


def test_an_older_file_opens_and_has_one_id_for_all_windows(tmp_path: Path) -> None:
    path = tmp_path / "crew.pathteam"
    write_team(path, msgspec.structs.replace(team(CREW), id=""))
    assert "\nid:" not in path.read_text("utf-8")
    one, other = open_team(path), open_team(path)
    assert one.value.id == other.value.id != ""
    assert not one.is_changed
    one.edit("x", people.add_person(one.value, "Dee"))
    one.save()
    other.edit("y", people.add_person(other.value, "Eve"))
    other.save()
    assert [person.name for person in read_team(path).people][-2:] == ["Dee", "Eve"]
    assert read_team(path).id == one.value.id
    by_older = msgspec.structs.replace(other.value, id="", conflicts=())
    write_team(path, people.add_person(by_older, "Flo"))
    other.look()
    assert other.value.people[-1].name == "Flo", "an older program writes no id"
    assert identified(other.value) is other.value


def test_a_copy_for_somebody_else_is_a_team_of_its_own_without_open_questions() -> None:
    base = planned()
    crew = merged(base, moved(base, "2027-03-01"), moved(base, "2027-05-01")).team
    crew = moves.change_scenario(crew, "One", note="Ada asked")
    said = {"names": "names", "text": "no", "moves": "yes", "scenarios": "yes"}
    copy = shared_copy(crew, said)
    assert copy.id not in ("", crew.id)
    assert copy.conflicts == ()
    assert "Ada asked" not in str(copy)


def test_a_post_that_one_takes_out_and_the_other_changes_is_kept_as_a_choice(
    tmp_path: Path,
) -> None:
    base = planned()
    for turned in (False, True):
        sides = [people.remove_post(base, "t4"), people.change_post(base, "t4", funded=True)]
        mine, theirs = reversed(sides) if turned else sides
        crew = merged(base, mine, theirs).team
        (conflict,) = crew.conflicts
        path = tmp_path / "crew.pathteam"
        write_team(path, crew)
        assert read_team(path) == crew and crew.posts_by_id["t4"].funded
        words = PartWords(crew, titles=TITLES)
        assert words.about(conflict) == "The team, post “Lead”"
        said = {words.said(conflict, value): n for n, value in enumerate(conflict.values)}
        assert said.keys() == {"taken out", "grade or role: Grade 12; funded: yes"}
        gone = people.settle(crew, conflict, said.pop("taken out"))
        stays = people.settle(crew, conflict, said.popitem()[1])
        assert "t4" not in gone.posts_by_id and gone.conflicts == () == stays.conflicts
        assert not any(move.post == "t4" for move in gone.moves)
        assert stays.posts == crew.posts
        later = settled(crew, people.change_post(crew, "t4", funded=False))
        assert later.conflicts == (), "an edit of the post settles it, too"
