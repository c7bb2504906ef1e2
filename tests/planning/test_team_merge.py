"""Two windows on one team: nobody's work is lost, and what both changed is told."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.errors import UsageError
from pathways.model.team import KnownValue, MoveState, SavedView, Team
from pathways.planning import moves, people
from pathways.planning.team_merge import TeamMerge, merge_teams
from pathways.store.team_file import read_team, write_team
from teams import TODAY, rules, team

CREW = """
Ada 11>12 Analyst
Bo 10 Engineer
Cy 12>13 Manager
- 12 Lead
"""
VACANCY, ACTING = (
    next(kind for kind in rules()[0].kinds if kind.id == wanted)
    for wanted in ("advertised-vacancy", "acting-up")
)
Edit = Callable[[Team], Team]


def merged(base: Team, mine: Team, theirs: Team) -> TeamMerge:
    found = merge_teams(base, mine, theirs)
    assert found is not None
    return found


def both(mine: Edit, theirs: Edit, base: Team | None = None) -> TeamMerge:
    """Merge what two windows did to one team, and hold that the other one sees the same."""
    base = base or team(CREW)
    found = merged(base, mine(base), theirs(base))
    assert merged(theirs(base), theirs(base), found.team).team == found.team
    return found


def test_what_only_one_of_two_changed_is_taken_over_field_by_field() -> None:
    found = both(
        lambda crew: people.change_person(crew, "p1", aim="ict-13"),
        lambda crew: people.change_person(crew, "p1", note="Mornings", node="ict-12"),
    )
    ada = found.team.people_by_id["p1"]
    assert (ada.aim, ada.note, ada.node) == ("ict-13", "Mornings", "ict-12")
    assert found.told == ()


def test_where_both_changed_one_field_mine_holds_and_theirs_is_told() -> None:
    found = both(
        lambda crew: people.change_person(crew, "p1", aim="ict-13", next_talk="2027-01-05"),
        lambda crew: people.change_person(crew, "p1", aim="ict-14", next_talk="2027-02-05"),
    )
    assert found.team.people_by_id["p1"].aim == "ict-13"
    assert any("Ada, aim" in words and "“ict-14”" in words for words in found.told)
    assert any("5 February 2027" in words for words in found.told)


def test_people_added_in_two_windows_are_two_people_with_codes_of_their_own() -> None:
    def mine(crew: Team) -> Team:
        crew = people.add_person(crew, "Dee", manager="p1")
        crew = people.add_post(crew, "Desk", holder="p4")
        crew = people.add_person(crew, "Eve", manager="p4")
        move = moves.draft_move(crew, "Eve", VACANCY, "", to_post="Desk")
        return moves.add_scenario(moves.plan_move(crew, move, TODAY), "Eve", [move])

    def theirs(crew: Team) -> Team:
        crew = people.add_post(people.add_person(crew, "Flo"), "Front", holder="p4")
        move = moves.draft_move(crew, "Flo", VACANCY, "", to_post="Lead")
        return moves.add_scenario(moves.plan_move(crew, move, TODAY), "Flo", [move])

    crew = both(mine, theirs).team
    names = {one.id: one.name for one in crew.people}
    assert [names[f"p{number}"] for number in (4, 5, 6)] == ["Flo", "Dee", "Eve"]
    assert crew.people_by_id["p6"].manager == "p5"
    assert [(post.title, names[post.holder]) for post in crew.posts[4:]] == [
        ("Front", "Flo"),
        ("Desk", "Dee"),
    ]
    assert [(names[move.person], crew.posts_by_id[move.post].title) for move in crew.moves] == [
        ("Flo", "Lead"),
        ("Eve", "Desk"),
    ]
    assert [(one.title, names[one.moves[0].person]) for one in crew.scenarios] == [
        ("Flo", "Flo"),
        ("Eve", "Eve"),
    ]
    assert people.add_person(crew, "Gil").people[-1].id == "p7", "no code is given twice"


def test_somebody_who_was_removed_stays_out_whatever_the_other_window_did() -> None:
    def planned(crew: Team) -> Team:
        crew = people.change_person(crew, "p2", manager="p1")
        crew = people.change_person(crew, "p1", aim="ict-13")
        move = moves.draft_move(crew, "Ada", VACANCY, "", to_post="Lead")
        crew = moves.add_scenario(moves.plan_move(crew, move, TODAY), "One", [move])
        return people.place(crew, "p1", "t4")

    for one, other in (
        (planned, lambda crew: people.remove_person(crew, "Ada")),
        (lambda crew: people.remove_person(crew, "Ada"), planned),
    ):
        found = both(one, other)
        assert "Ada" not in str(found.team)
        assert found.team.moves == ()
        assert {post.holder for post in found.team.posts} == {"", "p2", "p3"}
        assert found.team.people_by_id["p2"].manager == ""
        assert len(found.told) == 1
        assert found.told[0].startswith("Ada was taken out")


def test_a_post_that_one_takes_out_and_the_other_changes_stays() -> None:
    for one, other in (
        (people.remove_post, people.change_post),
        (people.change_post, people.remove_post),
    ):
        fields = [{} if edit is people.remove_post else {"funded": True} for edit in (one, other)]
        found = both(
            lambda crew, edit=one, said=fields[0]: edit(crew, "t4", **said),  # type: ignore[misc]
            lambda crew, edit=other, said=fields[1]: edit(crew, "t4", **said),  # type: ignore[misc]
        )
        assert found.team.posts_by_id["t4"].funded
        assert found.told == (
            "The post Lead was taken out and changed at the same time. It stays until you choose.",
        )
    untouched = both(
        lambda crew: people.remove_post(crew, "t4"),
        lambda crew: people.change_post(crew, "t1", funded=True),
    )
    assert "t4" not in untouched.team.posts_by_id
    assert untouched.told == ()


def test_a_post_that_two_fill_has_one_holder_and_that_is_told() -> None:
    found = both(
        lambda crew: people.place(crew, "Ada", "Lead"),
        lambda crew: people.place(crew, "Bo", "Lead"),
    )
    assert found.team.posts_by_id["t4"].holder == "p1"
    assert "The post Lead, holder: “Ada” here, and “Bo” by somebody else" in found.told[0]


def test_a_post_that_is_filled_is_vacant_since_no_day() -> None:
    found = both(
        lambda crew: people.place(crew, "Ada", "Lead"),
        lambda crew: people.change_post(crew, "t4", vacant_since="2026-10-01"),
    )
    assert (found.team.posts[3].holder, found.team.posts[3].vacant_since) == ("p1", "")


@pytest.fixture
def planned() -> Team:
    crew = team(CREW)
    move = moves.draft_move(crew, "Ada", VACANCY, "", to_post="Lead")
    return moves.plan_move(crew, move, TODAY)


def test_a_move_keeps_the_history_the_answers_and_the_reviews_of_both(planned: Team) -> None:
    found = both(
        lambda crew: moves.answer(
            moves.set_state(crew, "m1", MoveState.DISCUSSED, TODAY), "m1", "advertised", True, TODAY
        ),
        lambda crew: moves.review(moves.answer(crew, "m1", "interview", False, TODAY), "m1", TODAY),
        planned,
    )
    move = found.team.moves[0]
    assert {one.need for one in move.answers} == {"advertised", "interview"}
    assert [event.state.value for event in move.history] == ["idea", "discussed"]
    assert move.reviewed == ("2026-11-27",)
    assert found.told == ()


def test_two_decisions_on_one_move_are_both_in_its_history_and_told(planned: Team) -> None:
    found = both(
        lambda crew: moves.set_state(crew, "m1", MoveState.APPROVED, TODAY, by="Panel"),
        lambda crew: moves.set_state(crew, "m1", MoveState.REFUSED, TODAY, by="Head"),
        planned,
    )
    move = found.team.moves[0]
    assert (move.state, move.decided_by) == (MoveState.APPROVED, "Panel")
    assert [event.by for event in move.history] == ["", "Head", "Panel"]
    assert "The move of Ada, state and who decided" in found.told[0]
    assert "refused and Head" in found.told[0]


def test_two_answers_to_one_need_are_told(planned: Team) -> None:
    found = both(
        lambda crew: moves.answer(crew, "m1", "advertised", True, TODAY),
        lambda crew: moves.answer(crew, "m1", "advertised", False, TODAY),
        planned,
    )
    assert found.team.moves[0].answers[0].met
    assert found.told == (
        "The move of Ada, answer to the need “advertised”: somebody else changed it, too. Both are "
        "kept until you choose.",
    )


def test_a_move_that_one_takes_out_and_the_other_answers_stays(planned: Team) -> None:
    found = both(
        lambda crew: moves.remove_move(crew, "m1"),
        lambda crew: moves.answer(crew, "m1", "advertised", True, TODAY),
        planned,
    )
    assert found.team.moves[0].answers
    assert found.told == ("The move of Ada was taken out and changed at the same time: it stays.",)


def test_a_scenario_gets_the_moves_of_both(planned: Team) -> None:
    crew = moves.add_scenario(planned, "One", planned.moves)
    bo, cy = (moves.draft_move(crew, name, VACANCY, "ict-11") for name in ("Bo", "Cy"))

    def with_moves(*more: object) -> Edit:
        return lambda crew: moves.change_scenario(
            crew,
            "One",
            moves=[*crew.scenarios[0].moves, *more],  # type: ignore[list-item]
        )

    found = both(with_moves(bo), with_moves(cy), crew)
    assert [(one.id, one.person) for one in found.team.scenarios[0].moves] == [
        ("m1", "p1"),
        ("m2", "p3"),
        ("m3", "p2"),
    ]
    late = both(
        lambda crew: moves.change_scenario(crew, "One", title="First", moves=[]),
        lambda crew: moves.change_scenario(crew, "One", title="Second"),
        crew,
    )
    assert (late.team.scenarios[0].title, late.team.scenarios[0].moves) == ("First", ())
    assert "The scenario First, title" in late.told[0]


def test_bands_views_values_rules_and_the_team_s_own_facts_are_merged() -> None:
    views = tuple(SavedView(title=title) for title in ("One", "Two"))
    values = tuple(KnownValue(text=text, node="ict-11") for text in ("PO4", "PO5"))

    def mine(crew: Team) -> Team:
        crew = moves.set_band(people.rename_team(crew, "Ours"), "ict-11", 1, 2)
        return people.changed(
            crew, views=views[:1], values=values[:1], rules=("uk-councils",), on_costs=20
        )

    def theirs(crew: Team) -> Team:
        crew = moves.set_band(people.rename_team(crew, "Theirs"), "ict-11", 3, 4)
        crew = moves.set_band(crew, "ict-12", 5, 6)
        return people.changed(crew, views=views[1:], values=values[1:], rules=("ours",), on_costs=0)

    found = both(mine, theirs)
    crew = found.team
    assert (crew.title, crew.on_costs) == ("Ours", 20)
    assert [(band.node, band.lowest) for band in crew.bands] == [("ict-11", 1), ("ict-12", 5)]
    assert set(crew.views) == set(views)
    assert set(crew.values) == set(values)
    assert set(crew.rules) == {"uk-councils", "ours"}
    assert any("The team, title" in words and "“Theirs”" in words for words in found.told)
    assert any("pay band “ict-11”" in words for words in found.told)


def test_a_person_of_one_id_in_two_files_written_by_hand_is_one_person() -> None:
    from pathways.model.team import Person

    base = team(CREW)
    mine, theirs = (
        people.changed(base, people=(*base.people, Person(id="dee", name="Dee", **said)))
        for said in ({"aim": "ict-11"}, {"note": "Fridays", "aim": "ict-12"})
    )
    found = merged(base, mine, theirs)
    dee = found.team.people_by_id["dee"]
    assert (dee.aim, dee.note) == ("ict-11", "Fridays")
    assert len(found.told) == 1


def test_another_team_in_the_file_is_for_a_person_to_choose() -> None:
    other = team("Xi 6 Clerk\nYu 6 Clerk\nZed 6 Clerk", "Others")
    base = team(CREW)
    assert merge_teams(base, people.add_person(base, "Dee"), other) is None
    assert merged(base, base, other).team is other, "nothing here is lost"


def test_one_who_covers_a_post_and_is_removed_covers_it_no_longer() -> None:
    found = both(
        lambda crew: people.change_post(crew, "t4", cover="p2", cover_until="2027-03-01"),
        lambda crew: people.remove_person(crew, "Bo"),
    )
    assert (found.team.posts[3].cover, found.team.posts[3].cover_until) == ("", "")


# Any edits --------------------------------------------------------------------------------------

who, what = st.sampled_from(["p1", "p2", "p3", "p4"]), st.sampled_from(["t1", "t2", "t4", "t5"])
words = st.sampled_from(["", "One", "Two", "ict-11", "ict-12"])
which, how = st.sampled_from(["m1", "m2"]), st.sampled_from(list(MoveState))


def _plan(crew: Team, person: str, post: str) -> Team:
    return moves.plan_move(crew, moves.draft_move(crew, person, VACANCY, "", to_post=post), TODAY)


def _keep(crew: Team, person: str, post: str) -> Team:
    return moves.add_scenario(
        crew, "Try", [moves.draft_move(crew, person, VACANCY, "", to_post=post)]
    )


edits = st.lists(
    st.one_of(
        st.tuples(st.just(people.add_person), st.sampled_from(["Dee", "Eve"])),
        st.tuples(st.just(people.add_post), st.sampled_from(["Desk", "Front"])),
        st.tuples(st.just(people.remove_person), who),
        st.tuples(st.just(people.remove_post), what),
        st.tuples(st.just(people.place), who, what),
        st.tuples(st.just(people.vacate), what),
        st.tuples(st.just(_plan), who, what),
        st.tuples(st.just(_keep), who, what),
        st.tuples(st.just(moves.remove_move), which),
        st.tuples(st.just(moves.set_state), which, how, st.just(TODAY)),
        st.tuples(
            st.just(lambda crew, one, said: people.change_person(crew, one, note=said, aim=said)),
            who,
            words,
        ),
        st.tuples(
            st.just(lambda crew, one, said: people.change_person(crew, one, manager=said)), who, who
        ),
        st.tuples(
            st.just(moves.set_band),
            st.sampled_from(["ict-11", "ict-12"]),
            st.just(1.0),
            st.just(2.0),
        ),
    ),
    max_size=6,
)


def after(crew: Team, steps: list[tuple[Callable[..., Team], object]]) -> Team:
    for edit, *arguments in steps:
        try:
            crew = edit(crew, *arguments)
        except UsageError as error:  # it names somebody who is not there
            assert str(error)
    return crew


@settings(max_examples=200, deadline=None)
@given(edits, edits, edits)
def test_any_two_versions_make_a_team_that_can_be_read_again(
    start: list[tuple[Callable[..., Team], object]],
    ours: list[tuple[Callable[..., Team], object]],
    others: list[tuple[Callable[..., Team], object]],
) -> None:
    base = after(team(CREW), start)
    mine, theirs = after(base, ours), after(base, others)
    found = merge_teams(base, mine, theirs)
    if found is None:
        return
    crew = found.team
    with tempfile.TemporaryDirectory() as folder:
        write_team(Path(folder) / "x.pathteam", crew)
        assert read_team(Path(folder) / "x.pathteam") == crew
    for part in (mine, theirs):
        for name in {one.name for one in part.people} - {one.name for one in base.people}:
            assert name in {one.name for one in crew.people}, "who was added is there"
    for one in base.people:
        here, there = one.id in mine.people_by_id, one.id in theirs.people_by_id
        assert (one.id in crew.people_by_id) == (here and there)
    assert all(map(int.__ge__, crew.last_numbers, theirs.last_numbers))
    assert merged(base, mine, base).team == mine
    assert merged(base, base, theirs).team == theirs
    assert merged(theirs, theirs, crew).team == crew, "the other window sees the same"
    known = {one.id for one in crew.posts}
    assert all(move.post in ("", *known) for move in crew.moves)


@settings(max_examples=100, deadline=None)
@given(edits, edits)
def test_undo_in_one_window_takes_nothing_of_the_other_s(
    ours: list[tuple[Callable[..., Team], object]],
    others: list[tuple[Callable[..., Team], object]],
) -> None:
    base = team(CREW)
    mine, theirs = after(base, ours), after(base, others)
    if merge_teams(base, mine, theirs) is None:
        return
    undone = merged(base, base, theirs).team
    assert undone == theirs, "what was here before the edits is what the other wrote"
