from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.errors import UsageError
from pathways.model.team import Move, MoveState, Team
from pathways.planning import moves, people
from teams import TODAY, rules, team

CREW = """
Ada 11>12 Analyst
Bo 10 Engineer
Cy 12>13 Manager
- 12 Lead
"""


def test_a_team_begins_with_nothing_but_a_name_and_people_with_nothing_but_theirs() -> None:
    begun = people.add_person(people.new_team("  Service   desk "), "Óscar Łuk")
    assert begun.title == "Service desk"
    assert begun.people[0].name == "Óscar Łuk"
    assert begun.people[0].node == begun.people[0].aim == begun.people[0].plan == ""


@pytest.mark.parametrize("name", ["", "   "])
def test_nothing_is_nobody_s_name(name: str) -> None:
    with pytest.raises(UsageError, match="needs a name"):
        people.new_team(name)
    with pytest.raises(UsageError, match="needs a name"):
        people.add_person(team(CREW), name)
    with pytest.raises(UsageError, match="needs a title"):
        people.add_post(team(CREW), name)


def test_a_person_is_found_by_code_or_name_and_what_is_near_is_suggested() -> None:
    crew = team(CREW)
    assert people.person(crew, "P2").name == people.person(crew, " bo ").name == "Bo"
    with pytest.raises(UsageError, match="Did you mean Ada"):
        people.person(crew, "Adda")
    twice = people.add_person(crew, "Ada")
    with pytest.raises(UsageError, match="P1, P4"):
        people.person(twice, "Ada")


def test_of_posts_with_one_title_the_vacant_one_is_meant() -> None:
    crew = people.add_post(team(CREW), "Analyst", node="ict-11")
    assert people.post(crew, "analyst").holder == ""
    with pytest.raises(UsageError, match="several"):
        people.post(people.place(crew, "p2", crew.posts[-1].id), "Analyst")


def test_a_person_who_takes_a_post_makes_it_vacant_no_longer() -> None:
    crew = people.change_post(team(CREW), "t4", holder="", vacant_since="2026-10-01")
    assert crew.posts[-1].vacant_since == "2026-10-01"
    taken = people.place(crew, "Bo", "Lead")
    assert (taken.posts[-1].holder, taken.posts[-1].vacant_since) == ("p2", "")
    with pytest.raises(UsageError):
        people.place(crew, "nobody", "Lead")


def test_removing_a_person_leaves_nothing_that_is_known_about_them() -> None:
    crew = team(CREW)
    crew = people.change_person(crew, "p2", manager="p1")
    crew = people.change_post(crew, "t4", cover="p1", cover_until="2027-01-01")
    kind = rules()[0].kinds[1]
    crew = moves.plan_move(crew, moves.draft_move(crew, "p1", kind, "", to_post="t4"), TODAY)
    crew = moves.add_scenario(crew, "One", crew.moves)
    gone = people.remove_person(crew, "Ada")
    assert "p1" not in str(gone).replace("'p1'", "p1")
    assert "Ada" not in str(gone)
    assert gone.posts[0].holder == ""
    assert people.add_person(gone, "Eve").people[-1].id == "p4", "no code comes back"


def test_a_code_is_never_given_twice_even_in_a_file_that_was_written_by_hand() -> None:
    import msgspec

    crew = msgspec.structs.replace(team(CREW), counted=())
    assert people.add_person(crew, "Dee").people[-1].id == "p4"


def test_removing_a_post_leaves_its_moves_without_one() -> None:
    crew = team(CREW)
    kind = rules()[0].kinds[1]
    crew = moves.plan_move(crew, moves.draft_move(crew, "p1", kind, "", to_post="t4"), TODAY)
    gone = people.remove_post(people.remove_post(crew, "Lead"), "t1")
    assert (gone.moves[0].post, gone.moves[0].source_post) == ("", "")
    assert len(gone.posts) == 2


def test_an_edit_that_changes_nothing_returns_the_very_team() -> None:
    crew = team(CREW)
    assert people.change_person(crew, "p1", name="Ada", node="ict-11") is crew
    assert people.change_post(crew, "t1", holder="p1") is crew
    assert people.rename_team(crew, "Crew") is crew


names = st.text(min_size=1, max_size=12).filter(lambda text: text.strip())
person_ids = st.sampled_from(["p1", "p2", "p3", "p4", "p5"])
post_ids = st.sampled_from(["t1", "t2", "t3", "t4", "t5"])
edits = st.one_of(
    st.tuples(st.just(people.add_person), names),
    st.tuples(st.just(people.remove_person), person_ids),
    st.tuples(st.just(people.add_post), names),
    st.tuples(st.just(people.remove_post), post_ids),
    st.tuples(st.just(people.place), person_ids, post_ids),
    st.tuples(st.just(people.vacate), post_ids),
)


def after(crew: Team, *steps: tuple[object, ...]) -> Team:
    for edit, *arguments in steps:
        assert callable(edit)
        try:
            crew = edit(crew, *arguments)
        except UsageError as error:  # it names somebody who is not there
            assert str(error)
    return crew


@given(st.lists(edits, max_size=12))
def test_any_edits_keep_ids_apart_and_holders_known(steps: list[tuple[object, ...]]) -> None:
    crew = after(team(CREW), *steps)
    for parts in (crew.people, crew.posts):
        assert len({part.id for part in parts}) == len(parts)
    assert all(post.holder in ("", *crew.people_by_id) for post in crew.posts)


@pytest.fixture
def planned() -> Team:
    crew = team(CREW)
    kind = rules()[0].kinds[1]
    drafted = moves.draft_move(crew, "Ada", kind, "", to_post="Lead", date="2027-03-01")
    return moves.plan_move(crew, drafted, TODAY)


def test_a_planned_move_says_from_where_to_where_and_its_history_begins(planned: Team) -> None:
    move = planned.moves[0]
    assert (move.id, move.person, move.source_post, move.post) == ("m1", "p1", "t1", "t4")
    assert (move.source_node, move.node) == ("ict-11", "ict-12")
    assert [(e.on, e.state) for e in move.history] == [("2026-11-27", MoveState.IDEA)]


def test_its_states_are_kept_with_who_and_when(planned: Team) -> None:
    approved = moves.set_state(planned, "m1", MoveState.APPROVED, TODAY, by="Panel", note="all")
    move = approved.moves[0]
    assert (move.decided_by, move.decided_on) == ("Panel", "2026-11-27")
    assert [event.state for event in move.history] == [MoveState.IDEA, MoveState.APPROVED]
    assert moves.set_state(approved, "m1", MoveState.APPROVED, TODAY) is approved
    assert planned.people == approved.people, "nobody has moved yet"


def test_a_move_that_is_carried_out_fills_one_post_and_empties_another(planned: Team) -> None:
    kind = rules()[0].kinds[1]
    done = moves.carry_out(planned, "m1", kind, TODAY)
    assert done.people_by_id["p1"].node == "ict-12"
    assert done.people_by_id["p1"].aim == "", "it is reached"
    assert done.posts_by_id["t4"].holder == "p1"
    assert (done.posts_by_id["t1"].holder, done.posts_by_id["t1"].vacant_since) == (
        "",
        "2027-03-01",
    )
    assert done.moves[0].state is MoveState.DONE


def test_acting_up_covers_a_post_and_ends(planned: Team) -> None:
    kind = next(kind for kind in rules()[0].kinds if kind.id == "acting-up")
    drafted = moves.draft_move(
        planned, "Bo", kind, "ict-11", to_post="t1", date="2027-01-01", until="2027-06-30"
    )
    crew = moves.plan_move(planned, drafted, TODAY)
    crew = moves.carry_out(crew, "m2", kind, TODAY)
    assert (crew.posts_by_id["t1"].cover, crew.posts_by_id["t1"].holder) == ("p2", "p1")
    assert crew.posts_by_id["t2"].holder == "p2", "the own post stays"
    assert crew.people_by_id["p2"].node == "ict-10"
    crew = moves.ended(crew, "m2", TODAY)
    assert (crew.posts_by_id["t1"].cover, crew.posts_by_id["t1"].cover_until) == ("", "")


def test_a_career_graded_move_stays_in_post() -> None:
    crew = team("Ada 6 Officer")
    kind = rules()[0].kinds[0]
    crew = moves.plan_move(crew, moves.draft_move(crew, "Ada", kind, "ict-7"), TODAY)
    crew = moves.carry_out(crew, "m1", kind, TODAY)
    assert (crew.people[0].node, crew.posts[0].node, crew.posts[0].holder) == (
        "ict-7",
        "ict-7",
        "p1",
    )


def test_who_holds_two_posts_leaves_both() -> None:
    crew = people.add_post(team("Ada 11 Analyst\n- 12 Lead"), "Deputy", node="ict-11", holder="p1")
    kind = rules()[0].kinds[1]
    crew = moves.performed(crew, moves.draft_move(crew, "Ada", kind, "", to_post="Lead"), kind)
    assert [post.holder for post in crew.posts] == ["", "p1", ""]


def test_answers_reviews_and_removal_of_a_move(planned: Team) -> None:
    said = moves.answer(planned, "m1", "advertised", True, TODAY, "on the intranet")
    assert said.moves[0].answers[0].met
    assert moves.answer(said, "m1", "advertised", True, TODAY, "on the intranet") is said
    assert moves.answer(said, "m1", "advertised", None, TODAY).moves[0].answers == ()
    twice = moves.review(moves.review(planned, "m1", TODAY), "m1", TODAY)
    assert twice.moves[0].reviewed == ("2026-11-27",)
    assert moves.remove_move(planned, "m1").moves == ()
    with pytest.raises(UsageError, match="planned move"):
        moves.move_of(planned, "m9")


def test_applying_a_scenario_plans_its_moves_and_moves_nobody(planned: Team) -> None:
    tried: Move = planned.moves[0]
    crew = moves.add_scenario(moves.remove_move(planned, "m1"), "Ada leads", [tried, tried])
    assert [move.id for move in crew.scenarios[0].moves] == ["m1", "m2"]
    crew = moves.change_scenario(crew, "ada leads", title="Ada", moves=[tried])
    applied = moves.apply_scenario(crew, "Ada", TODAY)
    assert applied.scenarios == ()
    assert [(move.id, move.state) for move in applied.moves] == [("m2", MoveState.IDEA)]
    assert (applied.people, applied.posts) == (crew.people, crew.posts)
    with pytest.raises(UsageError, match="needs a name"):
        moves.add_scenario(crew, " ", [])
    with pytest.raises(UsageError, match="scenario"):
        moves.remove_scenario(crew, "nothing")


def test_pay_bands_are_entered_changed_and_taken_out() -> None:
    crew = moves.set_band(team(CREW), "ict-11", 38_000, 41_000)
    crew = moves.set_band(moves.set_band(crew, "ict-12", 42_000, 46_000), "ict-11", 1, 2)
    assert [(band.node, band.lowest) for band in crew.bands] == [("ict-11", 1), ("ict-12", 42_000)]
    assert moves.set_band(crew, "ict-11", None, None).bands[0].node == "ict-12"
    with pytest.raises(UsageError):
        moves.set_band(crew, "ict-11", 5, 4)


scenario_steps = st.lists(
    st.one_of(
        st.tuples(st.just("keep"), st.sampled_from(["One", "Two", "Three"])),
        st.tuples(st.just("apply"), st.integers(0, 2)),
        st.tuples(st.just("throw"), st.integers(0, 2)),
        st.tuples(st.just("rename"), st.integers(0, 2)),
        st.tuples(st.just("remove"), person_ids),
        st.tuples(st.just("carry"), st.integers(0, 2)),
    ),
    max_size=10,
)


@given(scenario_steps)
def test_any_scenarios_leave_a_team_that_can_be_written_and_read(
    steps: list[tuple[str, object]],
) -> None:
    import tempfile
    from pathlib import Path

    from pathways.store.team_file import read_team, write_team

    crew = team(CREW)
    kind = rules()[0].kinds[1]
    for what, about in steps:
        before = crew
        try:
            if what == "keep":
                move = moves.draft_move(crew, "p1", kind, "", to_post="t4")
                crew = moves.add_scenario(crew, str(about), [move])
                assert (crew.people, crew.posts, crew.moves) == (
                    before.people,
                    before.posts,
                    before.moves,
                ), "a scenario changes nobody"
            elif what == "remove":
                crew = people.remove_person(crew, str(about))
            elif what == "carry":
                crew = moves.carry_out(crew, crew.moves[int(str(about))].id, kind, TODAY)
            else:
                named = crew.scenarios[int(str(about))].id
                if what == "apply":
                    crew = moves.apply_scenario(crew, named, TODAY)
                    assert crew.people == before.people
                elif what == "throw":
                    crew = moves.remove_scenario(crew, named)
                else:
                    crew = moves.change_scenario(crew, named, title="Other")
        except (UsageError, IndexError):
            assert crew is before
    ids = [move.id for move in crew.moves]
    assert len(set(ids)) == len(ids)
    with tempfile.TemporaryDirectory() as folder:
        write_team(Path(folder) / "x.pathteam", crew)
        assert read_team(Path(folder) / "x.pathteam") == crew


def test_somebody_is_found_by_the_family_name_first_as_spreadsheets_have_it() -> None:
    crew = people.add_person(people.new_team("Crew"), "Jan Doe")
    assert people.person(crew, "Doe, Jan").id == "p1"
    assert people.person(crew, " doe,  JAN ").id == "p1"
    with pytest.raises(UsageError):
        people.person(crew, "Jan, Doe Ann")


def test_a_pay_band_may_be_one_point_and_none_is_upside_down() -> None:
    crew = moves.set_band(team("Ada 11"), "ict-11", 40_000, 40_000)
    assert [(band.lowest, band.highest) for band in crew.bands] == [(40_000, 40_000)]
    assert moves.set_band(crew, "ict-11", 0, 1).bands[0].lowest == 0
    for lowest, highest in ((40_001, 40_000), (-1, 40_000)):
        with pytest.raises(UsageError, match="pay band"):
            moves.set_band(crew, "ict-11", lowest, highest)
    assert moves.set_band(crew, "ict-11", None, 40_000).bands == ()


@pytest.mark.parametrize(
    "written",
    [
        "Zoe\u0308 O'Brien",
        "Zo\u00eb O\u2019Brien",
        "ZO\u00cb  O\u02bcBRIEN",
        "O\u2018Brien, Zo\u00eb",
    ],
)
def test_a_name_that_looks_the_same_is_the_same(written: str) -> None:
    made = people.add_person(people.new_team("Crew"), "Zo\u00eb O'Brien")
    assert people.person(made, written).id == "p1"


def test_nothing_of_a_name_is_kept_by_sorting() -> None:
    assert not hasattr(people.name_key, "cache_info")
    assert people.name_key("\u00d3scar")[0] == people.name_key("Oscar")[0] == "oscar"
