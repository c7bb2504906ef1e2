from __future__ import annotations

from pathlib import Path

import pytest

from pathways.model.team import Team
from pathways.planning import moves, people
from pathways.planning.board import board, in_short
from pathways.planning.forgetting import without_person
from pathways.planning.linked_plans import LinkState, PlanLink
from pathways.planning.nameless import Namelessness
from pathways.planning.shared_copy import shared_copy
from pathways.planning.standing import Shown
from teams import TODAY, rules, situation, standing, team


def full() -> Team:
    crew = team("Ada 11>12 Analyst\nBo 10\n- 12 Lead")
    crew = people.change_person(crew, "p1", note="Likes trains", plan="ada.pathplan")
    move = moves.draft_move(crew, "p1", rules()[0].kinds[1], "", to_post="Lead", reason="Ada leads")
    crew = moves.add_scenario(moves.plan_move(crew, move, TODAY), "One", [move])
    return moves.set_band(crew, "ict-11", 1, 2)


def chosen(**said: str) -> Team:
    return shared_copy(
        full(), {"names": "names", "text": "yes", "moves": "yes", "scenarios": "yes", **said}
    )


def test_a_copy_has_what_was_chosen_and_never_the_paths_of_plans() -> None:
    assert chosen().people[0].plan == ""
    assert chosen().people[0].note == "Likes trains"
    assert chosen(text="no").people[0].note == ""
    assert chosen(text="no").moves[0].reason == "left out here"
    assert chosen(moves="no").moves == ()
    assert (chosen(scenarios="no").scenarios, chosen(scenarios="no").bands) == ((), ())
    coded = chosen(names="codes", text="no")
    assert "Ada" not in str(coded)
    assert "P1 leads" in str(chosen(names="codes"))


def test_a_link_without_names_has_no_path_and_says_when_it_could_not_be_read() -> None:
    hidden = Namelessness(full())
    read = standing("ict-11", "ict-12", "shown", evidence="Ada did it")
    link = PlanLink(state=LinkState.READ, path=Path("ada.pathplan"), standing=read)
    bare = hidden.link(link, "P1")
    assert "ada" not in str(bare.path).casefold()
    assert bare.message == "The plan could not be read."
    assert "Ada" not in str(bare.standing)
    assert hidden.link(PlanLink(state=LinkState.NONE), "P1").path is None
    at = hidden.situation(situation(full(), {"p1": read}))
    assert board(at, {})[0].standing is None
    assert at.standings["p1"].counts == read.counts
    assert not Shown(text="x").asked


@pytest.mark.parametrize(
    ("post", "holders"),
    [("t2", ["", "p1"]), ("", ["", ""]), ("t1", ["p1", ""])],
)
def test_what_is_said_of_somebody_moves_them_into_a_post_and_out_of_others(
    post: str, holders: list[str]
) -> None:
    crew = full()
    said = {"name": "Ada", "node": "ict-12", "manager": "bo", "post": post}
    after = people.with_person(crew, crew.people[0], said)
    assert [one.holder for one in after.posts] == holders
    assert after.people[0].manager == "p2"
    new = people.with_person(crew, None, {"name": "Cy", "manager": "Outside", "post": post})
    assert (new.people[-1].name, new.people[-1].manager) == ("Cy", "Outside")


def test_somebody_who_is_not_there_is_taken_out_without_a_word() -> None:
    crew = full()
    assert without_person(crew, "p9") is crew
    assert without_person(crew, "p1").people_by_id.keys() == {"p2"}
    assert in_short(crew) == "2 people, 2 posts, 1 planned move"
