"""Scenarios beside each other, and what one was looking at when another window wrote."""

from __future__ import annotations

from pathways.model.team import Scenario, Team
from pathways.planning import moves, people
from pathways.planning.renumbering import followed, new_person_ids
from pathways.planning.scenarios import compare_scenarios, managers_changed
from pathways.planning.team_merge import merge_teams
from pathways.planning.what_if import tried_move
from teams import situation, team

CREW = "Ada 11>12 Analyst\nBo 10>11 Engineer\nCy 12>13 Manager\n- 12 Lead"


def managed() -> Team:
    """Return a team in which Ada manages Bo, with pay bands for two grades and on-costs."""
    crew = people.change_person(team(CREW), "p2", manager="p1")
    crew = moves.set_band(moves.set_band(crew, "ict-11", 40_000, 44_000), "ict-12", 45_000, 50_000)
    return people.changed(crew, on_costs=30)


def scenario(crew: Team, number: int, *named: tuple[str, str, str]) -> Scenario:
    tried = tuple(tried_move(situation(crew), *one) for one in named)
    return Scenario(id=f"s{number}", title=f"Way {number}", moves=tried)


def test_each_scenario_has_its_own_cost_and_on_costs_apart() -> None:
    crew = managed()
    one, other = compare_scenarios(
        situation(crew),
        [
            scenario(crew, 1, ("Ada", "Lead", "2027-03-01")),
            scenario(crew, 2, ("Bo", "Lead", "2027-03-01")),
        ],
    )
    assert (one.cost, one.on_costs) == ((5_000, 6_000), (1_500, 1_800))
    assert (other.cost, other.on_costs) == (None, None), "nobody entered what grade 10 costs"
    assert other.result is not None
    assert other.result.unpriced == ("p2",)
    assert managers_changed([one, other]) == {"Ada": 1, "": 0}


def test_a_scenario_that_cannot_be_says_why_and_stops_no_other() -> None:
    crew = managed()
    twice = scenario(crew, 1, ("Ada", "Lead", ""), ("Bo", "Lead", ""))
    broken, sound = compare_scenarios(
        situation(crew), [twice, scenario(crew, 2, ("Ada", "Lead", ""))]
    )
    assert "Two people would take the post" in broken.why
    assert (broken.result, broken.cost, broken.on_costs) == (None, None, None)
    assert sound.result is not None
    assert managers_changed([broken]) == {}


def test_a_post_stands_empty_from_one_move_to_the_next() -> None:
    crew = people.change_post(managed(), "t4", holder="", vacant_since="2026-10-01")
    (found,) = compare_scenarios(
        situation(crew),
        [scenario(crew, 1, ("Ada", "Lead", "2027-03-01"), ("Bo", "Analyst", "2027-04-01"))],
    )
    assert found.result is not None
    assert [(one.post, one.days) for one in found.result.waits] == [("t4", 151), ("t1", 31)]
    assert [one.post for one in found.result.vacancies] == ["t2"]


def test_what_is_tried_follows_people_and_posts_to_their_new_numbers() -> None:
    base = team(CREW)
    mine = people.add_post(people.add_person(base, "Dee", node="ict-11"), "Desk", node="ict-12")
    theirs = people.add_post(people.add_person(base, "Eve"), "Front")
    tried = [tried_move(situation(mine), "Dee", "Desk")]
    merged = merge_teams(base, mine, theirs)
    assert merged is not None
    assert new_person_ids(mine, merged.team) == {"p4": "p5"}
    (move,) = followed(mine, merged.team, tried)
    assert merged.team.people_by_id[move.person].name == "Dee"
    assert merged.team.posts_by_id[move.post].title == "Desk"
    gone = people.remove_post(merged.team, move.post)
    assert followed(gone, gone, [move]) == ()
    alone = people.remove_person(merged.team, "Dee")
    assert followed(alone, alone, [move]) == ()
