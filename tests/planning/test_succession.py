from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.errors import UsageError
from pathways.model.team import Team
from pathways.planning import people
from pathways.planning.moves import add_scenario, apply_scenario, set_band
from pathways.planning.succession import Fit, Succession
from pathways.planning.what_if import chain_moves, suggested_kind, tried_move, what_if
from teams import situation, standing, team


def links(crew: Team, *vacant: str, without: tuple[str, ...] = ()) -> list[str]:
    """Return chains as "Bo>Analyst Cy>Engineer !Support": ! stands for a post to advertise."""
    names = {post.id: post.title for post in crew.posts}
    ids = {post.title: post.id for post in crew.posts}
    found = Succession(situation(crew), without).chains([ids[title] for title in vacant])
    return [
        " ".join(
            f"{crew.people_by_id[fill.person].name}>{names[fill.post]}"
            if fill.person
            else f"!{names[fill.post]}"
            for fill in chain
        )
        for chain in found
    ]


def test_a_chain_goes_on_until_nobody_fits_and_says_to_advertise_there() -> None:
    crew = team("- 11 Analyst\nBo 10 Engineer\nCy 9 Support")
    assert links(crew, "Analyst") == [
        "Bo>Analyst Cy>Engineer !Support",
        "Bo>Analyst !Engineer",
        "!Analyst",
    ]


def test_somebody_without_a_post_leaves_no_gap_and_comes_first() -> None:
    crew = team("- 11 Analyst\nBo 10 Engineer\nCy 9\nDi 11")
    assert links(crew, "Analyst")[:2] == ["Di>Analyst", "Bo>Analyst Cy>Engineer"]


def test_an_aim_counts_over_more_than_one_step() -> None:
    crew = team("- 12 Lead\nBo 9>12 Support\nCy 11 Analyst")
    found = Succession(situation(crew)).followers(crew.posts[0])
    assert [(one.person, one.fit) for one in found] == [("p1", Fit.AIMS), ("p2", Fit.NEXT_STEP)]


def test_those_two_steps_away_are_named_and_in_no_chain() -> None:
    crew = team("- 12 Lead\nBo 10 Engineer")
    assert [one.fit for one in Succession(situation(crew)).followers(crew.posts[0])] == [
        Fit.TWO_STEPS
    ]
    assert links(crew, "Lead") == ["!Lead"]


def test_a_career_graded_post_can_be_entered_below_its_highest_grade() -> None:
    crew = people.change_post(team("- 9 Officer\nBo 6"), "t1", lowest="ict-7", highest="ict-9")
    assert links(crew, "Officer") == ["Bo>Officer", "!Officer"]


def test_two_vacancies_are_filled_together_with_the_fewest_gaps_and_nobody_twice() -> None:
    # Di alone fits the first; taking her for the second, which others fit too, leaves a gap.
    crew = team("- 13 Head\n- 11 Analyst\nDi 12>13\nEd 10>11")
    crew = people.change_person(crew, "p1", node="ict-10")
    best = links(crew, "Head", "Analyst")[0]
    assert sorted(best.split()) == ["Di>Head", "Ed>Analyst"]
    assert links(crew, "Analyst", "Head")[-1] == "!Analyst !Head"


def test_whoever_is_to_stay_is_in_no_chain() -> None:
    crew = team("- 11 Analyst\nBo 10 Engineer")
    assert links(crew, "Analyst", without=("p1",)) == ["!Analyst"]


def test_two_who_could_only_change_places_end_in_a_gap() -> None:
    checked = 0
    crew = team("- 11 Analyst\nBo 10>11 Engineer\nCy 11>10 Writer")
    for chain in links(crew, "Analyst"):
        taken = [link.split(">")[0] for link in chain.split() if ">" in link]
        checked += 1
        assert len(taken) == len(set(taken))
        checked += 1
        assert "!" in chain
    assert checked


crews = st.lists(
    st.tuples(st.integers(9, 12), st.sampled_from(["", ">10", ">11", ">12"]), st.booleans()),
    min_size=1,
    max_size=5,
).map(
    lambda drawn: team(
        "- 12 Lead\n- 11 Deputy\n"
        + "\n".join(
            f"P{number} {grade}{aim} {f'Post{number}' if posted else ''}"
            for number, (grade, aim, posted) in enumerate(drawn)
        )
    )
)


def fewest_gaps(crew: Team, vacant: list[str]) -> tuple[int, int]:
    """Return the fewest gaps there can be, and the fewest moves with them, by trying all there is."""
    could = {
        post.id: [
            one.person
            for one in Succession(situation(crew)).followers(post)
            if one.fit is not Fit.TWO_STEPS
        ]
        for post in crew.posts
    }
    best = (99, 99)
    waiting = [(tuple(vacant), frozenset[str](), 0, 0)]
    while waiting:
        posts, used, gaps, moved = waiting.pop()
        if not posts:
            best = min(best, (gaps, moved))
            continue
        post, *rest = posts
        free = [person for person in could[post] if person not in used]
        for person in free:
            left = [held.id for held in crew.posts_of(person)]
            waiting.append(((*rest, *left), used | {person}, gaps, moved + 1))
        waiting.append((tuple(rest), used, gaps + 1, moved))
    return best


@settings(max_examples=60, deadline=None)
@given(crews)
def test_the_first_proposal_has_the_fewest_gaps_of_all(crew: Team) -> None:
    for vacant in (["t1"], ["t1", "t2"]):
        chains = Succession(situation(crew)).chains(vacant)
        gaps = sum(not fill.person for fill in chains[0])
        assert gaps == fewest_gaps(crew, vacant)[0]
        sizes = [sum(not fill.person for fill in chain) for chain in chains[:-1]]
        assert sizes == sorted(sizes)
        for chain in chains:
            taken = [fill.person for fill in chain if fill.person]
            assert len(taken) == len(set(taken))
            posts = [fill.post for fill in chain]
            assert len(posts) == len(set(posts))
            left = {held.id for person in taken for held in crew.posts_of(person)}
            assert set(posts) == {*vacant, *left}, "no post is left out of sight"


CREW = team("Ada 11>12 Analyst\nBo 10>11 Engineer\nCy 12 Manager\n- 12 Lead")


def test_a_promotion_empties_a_post_and_tells_who_could_follow() -> None:
    at = situation(CREW, {"p2": standing("ict-10", "ict-11", "shown")})
    found = what_if(at, [tried_move(at, "Ada", "Lead", "2027-03-01")])
    assert [(one.post, one.begins) for one in found.vacancies] == [("t1", "2027-03-01")]
    assert [one.person for one in found.vacancies[0].followers] == ["p2"]
    assert [one.move.kind for one in found.moves] == ["advertised-vacancy"]
    assert at.team is CREW, "nothing has changed"
    assert found.after.posts_by_id["t4"].holder == "p1"


def test_a_promotion_that_empties_two_posts_leaves_the_second_only() -> None:
    at = situation(CREW)
    found = what_if(
        at,
        [
            tried_move(at, "Bo", "Analyst", "2027-04-01"),
            tried_move(at, "Ada", "Lead", "2027-03-01"),
        ],
    )
    assert [one.post for one in found.vacancies] == ["t2"]
    assert [one.move.person for one in found.moves] == ["p1", "p2"], "in the order of their days"


def test_acting_up_leaves_a_post_for_a_time() -> None:
    at = situation(CREW)
    acting = tried_move(at, "Bo", "Analyst", "2027-01-01", "acting-up", "2027-06-30")
    found = what_if(at, [acting])
    assert [(one.post, one.begins, one.ends) for one in found.vacancies] == [
        ("t2", "2027-01-01", "2027-06-30")
    ]
    assert [clock.due.isoformat() for clock in found.clocks] == ["2027-04-01", "2027-06-30"]


def test_what_only_the_mover_held_is_lost_and_what_one_is_left_with_is_told() -> None:
    at = situation(CREW)
    found = what_if(at, [tried_move(at, "Ada", "Lead", "2027-03-01")])
    assert {lost.node for lost in found.nobody} <= {"ict-11"}
    assert found.nobody
    two = people.add_person(CREW, "Di", node="ict-11")
    at = situation(two)
    found = what_if(at, [tried_move(at, "Ada", "Lead", "2027-03-01")])
    assert not found.nobody
    assert {lost.left for lost in found.one} == {"p4"}


def test_a_statement_that_somebody_shows_in_their_plan_is_not_lost() -> None:
    at = situation(CREW, {"p2": standing("ict-10", "ict-11", "shown", evidence="yes")})
    kept = what_if(at, [tried_move(at, "Ada", "Lead")]).nobody
    lost = what_if(situation(CREW), [tried_move(at, "Ada", "Lead")]).nobody
    assert len(kept) < len(lost)


def test_who_follows_takes_over_whom_the_mover_managed() -> None:
    crew = people.change_person(CREW, "p2", manager="p1")
    at = situation(crew)
    alone = what_if(at, [tried_move(at, "Ada", "Lead")]).spans
    assert [(span.manager, span.before, span.after) for span in alone] == [
        ("Ada", 1, 0),
        ("", 0, 1),
    ]
    followed = what_if(at, [tried_move(at, "Ada", "Lead"), tried_move(at, "Cy", "Analyst")]).spans
    assert [(s.manager, s.before, s.after) for s in followed] == [("Ada", 1, 0), ("Cy", 0, 1)]


def test_costs_are_told_only_where_bands_are_entered_and_on_costs_stand_apart() -> None:
    import msgspec

    at = situation(CREW)
    move = tried_move(at, "Ada", "Lead")
    assert what_if(at, [move]).costs == ()
    crew = set_band(set_band(CREW, "ict-11", 40_000, 44_000), "ict-12", 45_000, 50_000)
    crew = msgspec.structs.replace(crew, on_costs=30)
    cost = what_if(situation(crew), [move]).costs[0]
    assert (cost.lowest, cost.highest, cost.on_costs) == (5_000, 6_000, (1_500, 1_800))
    half = tried_move(situation(crew), "Ada", "Lead", "2027-01-01", "acting-up", "2027-07-01")
    assert round(what_if(situation(crew), [half]).costs[0].lowest) == round(5_000 * 182 / 365)
    unpriced = what_if(situation(crew), [tried_move(situation(crew), "Bo", "Analyst")])
    assert unpriced.unpriced == ("p2",)


def test_what_cannot_be_asked_is_said() -> None:
    at = situation(CREW)
    with pytest.raises(UsageError, match="“Ada” would move twice"):
        what_if(at, [tried_move(at, "Ada", "Lead"), tried_move(at, "Ada", "Manager")])
    with pytest.raises(UsageError, match="Two people would take"):
        what_if(at, [tried_move(at, "Ada", "Lead"), tried_move(at, "Bo", "Lead")])
    with pytest.raises(UsageError, match="kind of move"):
        tried_move(at, "Ada", "Lead", kind="leap")


def test_a_move_in_one_s_own_post_goes_to_the_next_grade_and_empties_nothing() -> None:
    at = situation(CREW)
    assert suggested_kind(at, "p1", "t1") == "career-graded"
    move = tried_move(at, "Ada", "Analyst")
    assert move.node == "ict-12"
    assert what_if(at, [move]).vacancies == ()


def test_a_chain_that_a_manager_picks_becomes_moves_to_plan() -> None:
    at = situation(CREW)
    found = what_if(at, [tried_move(at, "Ada", "Lead", "2027-03-01")])
    picked = chain_moves(at, found.chains[0], "acting-up", "2027-04-01")
    crew = add_scenario(CREW, "With Bo", [found.moves[0].move, *picked])
    applied = apply_scenario(crew, "With Bo", at.today)
    assert [(move.person, move.post) for move in applied.moves] == [("p1", "t4"), ("p2", "t1")]


def test_proposals_are_told_in_the_same_order_every_time() -> None:
    crew = team("- 11 Analyst\n" + "\n".join(f"P{n} 10 Post{n}" for n in range(9)))
    told = links(crew, "Analyst")
    assert told
    assert [links(crew, "Analyst") for _ in range(2)] == [told, told]
