"""Somebody who is taken out for good is in no text either."""

from __future__ import annotations

from pathways.model.team import MoveState
from pathways.planning import moves, people
from pathways.planning.forgetting import without_person
from pathways.planning.team_merge import merge_teams
from planning.test_team_merge import VACANCY
from teams import TODAY, team


def test_the_name_is_gone_from_what_others_wrote_however_it_is_written() -> None:
    crew = team("Ada 11>12 Analyst\nBo 10 Engineer\n- 12 Lead", "Siân’s team")
    crew = people.change_person(crew, "p1", name="Siân Pugh")
    crew = people.change_person(crew, "p2", note="Works with Sian", manager="Siân Pugh")
    crew = people.change_post(crew, "t3", title="Deputy of Pugh")
    move = moves.draft_move(crew, "p2", VACANCY, "", to_post="t3", reason="PUGH asked", date="")
    crew = moves.plan_move(crew, move, TODAY)
    crew = moves.set_state(crew, "m1", MoveState.APPROVED, TODAY, by="Siân Pugh")
    crew = moves.answer(crew, "m1", "advertised", True, TODAY, "said Sian Pugh")
    crew = moves.add_scenario(crew, "Siân goes", [move])
    crew = moves.change_scenario(crew, "s1", note="after Siân")
    both = (people.change_person(crew, "p2", note=note) for note in ("as Pugh says", "no"))
    found = merge_teams(crew, *both)
    assert found is not None
    assert found.team.conflicts
    left = without_person(found.team, "p1")
    said = str(left).casefold()
    for name in ("siân", "sian", "pugh"):
        assert name not in said
    assert left.scenarios[0].title == "[name removed] goes"
    assert left.people[0].manager == ""
    assert left.people[0].name == "Bo"
    assert len(left.moves) == 1
    assert without_person(left, "p1") == left


def test_a_part_of_the_name_that_somebody_else_has_is_left_to_them() -> None:
    crew = team("Ada 11\nBo 10")
    crew = people.change_person(crew, "p1", name="Ada Pugh")
    crew = people.change_person(crew, "p2", name="Eleri Pugh", note="Pugh covers; Ada Pugh asked")
    left = without_person(crew, "p1")
    assert left.people[0].name == "Eleri Pugh"
    assert left.people[0].note == "Pugh covers; [name removed] asked"
