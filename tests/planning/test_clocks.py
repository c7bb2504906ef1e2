"""Days that must not be missed, on either side of each limit."""

from __future__ import annotations

import datetime

import msgspec
import pytest

from pathways.model.rules import Check, MoveKind, Need, Rules
from pathways.model.team import MoveState, Team
from pathways.planning import clocks, people
from pathways.planning.moves import draft_move, plan_move
from pathways.planning.needs import Situation
from teams import TODAY, situation, team

CREW = team("Ada 11>12 Analyst\nBo 11>12 Engineer\n- 12 Lead")


def ours(months: int | None = None, *checks: Check) -> Rules:
    wanted = checks or (Check.REVIEWED_EVERY, Check.LASTS_AT_MOST, Check.APPROVAL_LAPSES)
    needs = tuple(
        Need(id=check.value, text="A need", check=check, sources=("own",), months=months)
        for check in wanted
    )
    kinds = (
        MoveKind(id="acting", title="acting up", needs=needs, temporary=True),
        MoveKind(id="lasting", title="lasting move", needs=needs),
    )
    return Rules(format=1, id="own", title="Ours", kinds=kinds, sources=())


def at(crew: Team, today: str = "2026-03-01", rules: Rules | None = None) -> Situation:
    day = datetime.date.fromisoformat(today)
    return situation(crew, today=day, by=(rules or ours(),))


def moved(kind: str = "acting", **fields: object) -> Team:
    of_kind = ours().kind(kind)
    assert of_kind is not None
    drafted = draft_move(CREW, "p1", of_kind, "ict-12", to_post="t3")
    return plan_move(CREW, msgspec.structs.replace(drafted, **fields), TODAY)


def told(crew: Team, today: str = "2026-03-01", rules: Rules | None = None) -> list[str]:
    return [f"{clock.due} {clock.words}" for clock in clocks.clocks(at(crew, today, rules))]


REVIEWS = ["2026-06-01", "2026-09-01", "2026-12-01"]
LATEST = "2027-03-01 the acting up may last no longer"


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("", [LATEST]),
        ("2027-02-28", ["2027-02-28 the acting up ends"]),
        ("2027-03-01", ["2027-03-01 the acting up ends"]),
        (
            "2027-03-02",
            [LATEST, "2027-03-02 the acting up ends"],
        ),
    ],
)
def test_rules_without_a_number_have_a_review_each_quarter_and_a_year_at_most(
    until: str, last: list[str]
) -> None:
    crew = moved(date="2026-03-01", until=until)
    assert told(crew) == [*(f"{day} review of the acting up" for day in REVIEWS), *last]


def test_rules_with_a_number_have_their_own_days_and_no_review_on_the_last() -> None:
    crew = moved(date="2026-03-01")
    assert told(crew, rules=ours(6)) == ["2026-09-01 the acting up may last no longer"]
    ended = moved(date="2026-03-01", until="2026-06-02")
    assert told(ended) == [
        "2026-06-01 review of the acting up",
        "2026-06-02 the acting up ends",
    ]
    assert told(moved(date="2026-03-01", until="2026-06-01")) == ["2026-06-01 the acting up ends"]
    assert told(crew, rules=ours(None, Check.ASKED)) == []
    assert told(ended, rules=ours(None, Check.ASKED)) == ["2026-06-02 the acting up ends"]


def test_a_review_that_was_held_puts_the_next_one_off() -> None:
    crew = moved(date="2026-03-01", until="2026-10-01", reviewed=("2026-05-20",))
    assert told(crew)[:2] == [
        "2026-08-20 review of the acting up",
        "2026-10-01 the acting up ends",
    ]


def test_a_move_without_a_beginning_or_for_good_has_no_reviews() -> None:
    assert told(moved(until="2026-12-01")) == []
    assert told(moved("lasting", date="2026-03-01", until="2026-12-01")) == []


@pytest.mark.parametrize("state", MoveState)
def test_an_approval_lapses_while_it_is_not_used(state: MoveState) -> None:
    crew = moved("lasting", state=state, decided_on="2026-01-05", decided_by="Panel")
    waiting = state is MoveState.APPROVED
    assert told(crew) == (["2027-01-05 the approval lapses"] if waiting else [])
    assert told(crew, rules=ours(3)) == (["2026-04-05 the approval lapses"] if waiting else [])


@pytest.mark.parametrize("state", [MoveState.REFUSED, MoveState.WITHDRAWN])
def test_a_move_that_is_off_has_no_days(state: MoveState) -> None:
    assert told(moved(date="2026-03-01", until="2026-12-01", state=state)) == []


@pytest.mark.parametrize(
    ("today", "cover", "over"),
    [
        ("2026-06-30", "", False),
        ("2026-07-01", "", True),
        ("2026-07-01", "p1", False),
        ("2026-07-01", "p2", True),
    ],
)
def test_a_move_is_over_the_day_after_its_end_unless_the_person_still_covers_the_post(
    today: str, cover: str, over: bool
) -> None:
    crew = people.change_post(moved(date="2026-03-01", until="2026-06-30"), "t3", cover=cover)
    assert ("2026-06-30 the acting up ends" in told(crew, today)) is not over


@pytest.mark.parametrize(
    ("days", "urgency"),
    [(-1, "passed"), (0, "soon"), (30, "soon"), (31, "ahead")],
)
def test_a_day_is_soon_from_thirty_days_before_it_until_it_has_passed(
    days: int, urgency: str
) -> None:
    day = (TODAY + datetime.timedelta(days=days)).isoformat()
    crew = people.change_person(CREW, "p1", next_talk=day)
    (found,) = clocks.clocks(situation(crew))
    assert found.urgency.value == urgency
    assert (clocks.warnings(situation(crew)) == (found,)) is (urgency != "ahead")


def test_each_day_says_for_whom_and_of_which_post_it_is() -> None:
    crew = moved(date="2026-03-01", until="2026-05-01")
    crew = people.change_post(crew, "t2", until="2026-12-24")
    crew = people.change_post(crew, "t1", cover="p2", cover_until="2026-12-01")
    crew = people.change_person(crew, "p2", next_talk="2026-11-01")
    assert [
        (clock.sentence, clock.person, clock.post, clock.move) for clock in clocks.clocks(at(crew))
    ] == [
        ("Ada: the acting up ends, 1 May 2026", "p1", "t3", "m1"),
        ("Bo: conversation, 1 November 2026", "p2", "", ""),
        ("Bo: the cover of Analyst ends, 1 December 2026", "p2", "t1", ""),
        ("Engineer: the post ends, 24 December 2026", "p2", "t2", ""),
    ]


def test_a_cover_that_a_planned_move_makes_has_the_days_of_the_move_alone() -> None:
    crew = moved(date="2026-03-01", until="2026-05-01")
    of_move = people.change_post(crew, "t3", cover="p1", cover_until="2026-05-01")
    assert told(of_move) == ["2026-05-01 the acting up ends"]
    of_another = people.change_post(crew, "t3", cover="p2", cover_until="2026-05-01")
    assert told(of_another) == [
        "2026-05-01 the acting up ends",
        "2026-05-01 the cover of Lead ends",
    ]
    elsewhere = people.change_post(crew, "t1", cover="p1", cover_until="2026-05-01")
    assert "2026-05-01 the cover of Analyst ends" in told(elsewhere)


def test_a_kind_of_move_that_no_rules_know_has_no_days() -> None:
    crew = moved(date="2026-03-01", until="2026-05-01")
    unknown = msgspec.structs.replace(crew.moves[0], kind="leap")
    assert told(msgspec.structs.replace(crew, moves=(unknown,))) == []
    unbegun = msgspec.structs.replace(crew.moves[0], date="")
    assert [*clocks.reviews(unbegun, 3, TODAY)] == []


@pytest.mark.parametrize(
    ("state", "today", "due"),
    [
        (MoveState.APPROVED, "2026-03-02", ["2026-03-01"]),
        (MoveState.IDEA, "2026-03-02", ["2026-03-01"]),
        (MoveState.APPROVED, "2026-03-01", []),
        (MoveState.DONE, "2026-03-02", []),
        (MoveState.REFUSED, "2026-03-02", []),
    ],
)
def test_a_day_that_passed_without_the_move_is_told(
    state: MoveState, today: str, due: list[str]
) -> None:
    found = clocks.clocks(at(moved("lasting", state=state, date="2026-03-01"), today))
    late = [clock for clock in found if "not carried out" in clock.words]
    assert [clock.due.isoformat() for clock in late] == due
