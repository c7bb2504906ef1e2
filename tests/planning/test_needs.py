from __future__ import annotations

import datetime
from dataclasses import replace

import msgspec
import pytest

from pathways.model.rules import Check, Need, Rules
from pathways.model.team import Move, MoveState, Team
from pathways.planning import clocks, people
from pathways.planning.moves import draft_move, plan_move, set_state
from pathways.planning.needs import NeedFinding, Situation, met_in_words, needs_of
from pathways.planning.standing import PlanStanding
from pathways.planning.team_check import TeamCode, check_team
from teams import TODAY, rules, situation, standing, team

CREW = team("Ada 11>12 Analyst\nBo 11>12 Engineer\nCy 12 Manager\n- 12 Lead")
BEGIN = "2026-03-01"


def finding(found: tuple[NeedFinding, ...], need: str) -> NeedFinding:
    return next(one for one in found if one.need.id == need)


def move(
    kind: str, crew: Team = CREW, person: str = "Ada", post: str = "Lead", **fields: str
) -> Move:
    of_kind = next(one for one in rules()[0].kinds if one.id == kind)
    node = fields.pop("node", "ict-12")
    return msgspec.structs.replace(draft_move(crew, person, of_kind, node, to_post=post), **fields)


def met(kind: str, need: str, at: Situation | None = None, **fields: str) -> bool | None:
    return finding(needs_of(at or situation(CREW), move(kind, **fields)), need).met


def test_every_need_of_every_kind_says_why_and_names_its_source() -> None:
    checked = 0
    for kind in rules()[0].kinds:
        for found in needs_of(situation(CREW), move(kind.id)):
            checked += 1
            assert found.why
            checked += 1
            assert found.source
            checked += 1
            assert met_in_words(found.met) in ("met", "not met", "not known")
    assert checked


def test_criteria_are_the_new_and_raised_statements_and_the_plan_fills_them() -> None:
    assert met("advertised-vacancy", "criteria") is None, "no plan is linked"
    shown = situation(CREW, {"p1": standing("ict-11", "ict-12", "shown", evidence="Did it.")})
    assert met("advertised-vacancy", "criteria", shown) is True
    partly = situation(CREW, {"p1": standing("ict-11", "ict-12", "shown", "partly")})
    assert met("advertised-vacancy", "criteria", partly) is False
    unsaid = situation(CREW, {"p1": standing("ict-11", "ict-12", "shown", "unsaid")})
    assert met("advertised-vacancy", "criteria", unsaid) is None, "nobody has said the rest"


def test_what_is_marked_as_shown_without_evidence_does_not_do_for_a_career_grade() -> None:
    bare = situation(CREW, {"p1": standing("ict-11", "ict-12", "shown")})
    assert met("career-graded", "evidence", bare) is False
    backed = situation(CREW, {"p1": standing("ict-11", "ict-12", "shown", evidence="Led it.")})
    assert met("career-graded", "evidence", backed) is True
    assert met("career-graded", "evidence", situation(CREW, {"p1": PlanStanding(rows=())})) is None


def test_all_who_want_a_post_are_to_be_asked_the_same() -> None:
    def asked(**plans: PlanStanding) -> bool | None:
        return met("advertised-vacancy", "same", situation(CREW, plans))

    half = standing("ict-11", "ict-12", "shown", "unsaid")
    whole = standing("ict-11", "ict-12", "not-yet")
    assert asked(p1=whole) is None, "of Bo there is no plan"
    assert asked(p1=whole, p2=whole) is True
    assert asked(p1=whole, p2=half) is False
    alone = team("Ada 11 Analyst\n- 12 Lead")
    at = situation(alone, {"p1": whole})
    assert finding(needs_of(at, move("advertised-vacancy", alone)), "same").met is None


def test_a_career_grade_stays_within_the_range_of_its_post() -> None:
    def within(node: str, **post: str) -> bool | None:
        crew = people.change_post(CREW, "t1", **post)
        found = needs_of(situation(crew), move("career-graded", crew, node=node))
        return finding(found, "range").met

    assert within("ict-12") is False, "the post is not career-graded"
    assert within("ict-12", lowest="ict-10", highest="ict-12") is True
    assert within("ict-13", lowest="ict-10", highest="ict-12") is False
    assert within("ict-9", lowest="ict-10", highest="ict-12") is False
    free = team("Ada 11")
    assert (
        finding(needs_of(situation(free), move("career-graded", free, post="")), "range").met
        is None
    )


@pytest.mark.parametrize(("funded", "wanted"), [(True, True), (False, False), (None, None)])
def test_a_post_is_funded_or_not_or_nobody_has_said(
    funded: bool | None, wanted: bool | None
) -> None:
    crew = people.change_post(CREW, "t4", funded=funded)
    assert (
        finding(needs_of(situation(crew), move("advertised-vacancy", crew)), "funded").met is wanted
    )


def test_a_post_is_vacant_or_held_or_will_fall_vacant() -> None:
    assert met("advertised-vacancy", "vacant") is True
    since = people.change_post(CREW, "t4", holder="", vacant_since="2026-10-01")
    said = finding(needs_of(situation(since), move("advertised-vacancy", since)), "vacant")
    assert "1 October 2026" in said.why
    assert met("advertised-vacancy", "vacant", post="Manager") is False
    leaving = plan_move(CREW, move("advertised-vacancy", person="Cy"), TODAY)
    at = situation(leaving)
    assert met("advertised-vacancy", "vacant", at, post="Manager") is None
    assert met("advertised-vacancy", "vacant", post="") is None


def test_an_approval_names_who_and_when_and_lapses_after_twelve_months() -> None:
    def approved(
        on: str, state: MoveState = MoveState.APPROVED, by: str = "Panel", date: str = ""
    ) -> list[bool | None]:
        one = msgspec.structs.replace(
            move("advertised-vacancy"), state=state, decided_by=by, decided_on=on, date=date
        )
        found = needs_of(situation(CREW), one)
        return [finding(found, need).met for need in ("approved", "approval")]

    assert approved("", MoveState.IDEA) == [False, None]
    assert approved("2026-01-05") == [True, True]
    assert approved("2025-11-27") == [True, True], "the last day holds"
    assert approved("2025-11-26") == [True, False]
    assert approved("2026-01-05", by="") == [None, True]
    assert approved("2026-01-05", MoveState.REFUSED) == [False, None]
    assert approved("2024-01-05", MoveState.DONE, date="2024-12-01") == [True, True]


@pytest.mark.parametrize(
    ("until", "end", "weeks", "longest"),
    [
        ("", False, True, None),
        ("2026-03-27", True, False, True),
        ("2026-03-28", True, True, True),
        ("2027-03-01", True, True, True),
        ("2027-03-02", True, True, False),
        ("2026-02-01", False, False, True),
    ],
)
def test_acting_up_has_an_end_and_lasts_from_four_weeks_to_twelve_months(
    until: str, end: bool, weeks: bool, longest: bool | None
) -> None:
    found = needs_of(situation(CREW), move("acting-up", date=BEGIN, until=until))
    assert [finding(found, need).met for need in ("end", "weeks", "longest")] == [
        end,
        weeks,
        longest,
    ]


def test_acting_up_without_an_end_runs_over_after_twelve_months() -> None:
    late = replace(situation(CREW), today=datetime.date(2027, 3, 2))
    assert met("acting-up", "longest", late, date=BEGIN) is False
    assert met("acting-up", "longest") is met("acting-up", "weeks") is None, "no beginning is known"


def test_reviews_are_due_every_three_months_and_one_that_was_held_counts() -> None:
    def reviewed(today: str, *on: str, until: str = "2027-02-28") -> bool | None:
        one = msgspec.structs.replace(move("acting-up", date=BEGIN, until=until), reviewed=on)
        at = replace(situation(CREW), today=datetime.date.fromisoformat(today))
        return finding(needs_of(at, one), "review").met

    assert reviewed("2026-02-01") is None, "it has not begun"
    assert reviewed("2026-05-31") is True
    assert reviewed("2026-06-02") is False
    assert reviewed("2026-06-02", "2026-05-28") is True
    assert reviewed("2026-04-02", until="2026-05-01") is True, "it ends before one is due"
    assert met("acting-up", "review") is None


def test_a_post_is_not_evaluated_twice_in_a_year() -> None:
    def yearly(evaluated: str) -> bool | None:
        crew = people.change_post(CREW, "t1", evaluated=evaluated)
        return finding(needs_of(situation(crew), move("re-evaluation", crew)), "yearly").met

    assert yearly("") is None
    assert yearly("2026-01-10") is False
    assert yearly("2025-11-27") is True


def test_a_reason_is_written_down_and_a_manager_answers_what_only_people_know() -> None:
    assert met("acting-up", "reason") is False
    assert met("acting-up", "reason", reason="Maternity leave") is True
    from pathways.planning.moves import answer

    crew = plan_move(CREW, move("advertised-vacancy"), TODAY)
    for said in (True, False):
        crew = answer(crew, "m1", "advertised", said, TODAY, "in June")
        found = finding(needs_of(situation(crew), crew.moves[0]), "advertised")
        assert found.met is said
        assert "in June" in found.why


def test_what_the_program_finds_is_not_answered_away() -> None:
    from pathways.planning.moves import answer

    crew = plan_move(CREW, move("acting-up"), TODAY)
    crew = answer(crew, "m1", "reason", True, TODAY)
    assert finding(needs_of(situation(crew), crew.moves[0]), "reason").met is False


def test_an_organisation_s_own_rules_stand_beside_the_others() -> None:
    need = Need(id="panel", text="Two have interviewed", check=Check.ASKED, sources=("own",))
    kind = msgspec.structs.replace(rules()[0].kinds[1], needs=(need,))
    own = msgspec.structs.replace(rules()[0], id="own", title="Ours", kinds=(kind,))
    both: tuple[Rules, ...] = (*rules(), own)
    found = needs_of(situation(CREW, by=both), move("advertised-vacancy"))
    assert [one.rules for one in found][-1] == "Ours"
    assert {one.rules for one in found} == {"UK councils", "Ours"}


def test_a_move_between_grades_that_are_not_open_has_no_criteria() -> None:
    assert met("advertised-vacancy", "criteria", node="elsewhere-3") is None


def acting(**fields: str) -> Team:
    crew = plan_move(CREW, move("acting-up", date=BEGIN, **fields), TODAY)
    return set_state(crew, "m1", MoveState.APPROVED, TODAY, by="Eleri")


def test_the_clocks_of_acting_up_run_from_its_start_to_its_twelfth_month() -> None:
    found = clocks.clocks(situation(acting(), today=datetime.date(2026, 3, 1)))
    assert [clock.due.isoformat() for clock in found] == [
        "2026-06-01",
        "2026-09-01",
        "2026-12-01",
        "2027-03-01",
    ]
    assert found[0].sentence == "Ada: review of the acting up, 1 June 2026"
    assert {clock.urgency for clock in found} == {clocks.Urgency.AHEAD}
    later = clocks.warnings(situation(acting(), today=datetime.date(2027, 2, 25)))
    assert [clock.urgency.value for clock in later] == ["passed", "passed", "passed", "soon"]


def test_a_day_at_the_end_of_a_month_stays_in_its_month() -> None:
    crew = plan_move(CREW, move("acting-up", date="2026-11-30", until="2027-08-31"), TODAY)
    found = clocks.clocks(situation(crew))
    assert [clock.due.isoformat() for clock in found][:2] == ["2027-02-28", "2027-05-30"]


def test_an_approval_a_post_a_cover_and_a_conversation_have_their_days() -> None:
    crew = plan_move(CREW, move("advertised-vacancy"), TODAY)
    crew = set_state(crew, "m1", MoveState.APPROVED, TODAY, by="Panel")
    crew = people.change_post(crew, "t2", until="2026-12-24")
    crew = people.change_post(crew, "t3", cover="p2", cover_until="2026-12-01")
    crew = people.change_person(crew, "p3", next_talk="2026-11-01")
    found = clocks.clocks(situation(crew))
    assert [(clock.due.isoformat(), clock.urgency.value) for clock in found] == [
        ("2026-11-01", "passed"),
        ("2026-12-01", "soon"),
        ("2026-12-24", "soon"),
        ("2027-11-27", "ahead"),
    ]


def test_what_is_over_or_refused_has_no_clocks() -> None:
    over = acting(until="2026-06-30")
    assert clocks.clocks(situation(over)) == ()
    covering = people.change_post(over, "t4", cover="p1")
    assert clocks.clocks(situation(covering)), "the post is still covered"
    refused = set_state(acting(), "m1", MoveState.REFUSED, TODAY)
    assert clocks.clocks(situation(refused)) == ()


def test_of_several_sets_of_rules_each_finding_says_whose_it_is() -> None:
    (council,) = rules()
    ours = msgspec.structs.replace(council, id="ours", title="Our own rules")
    planned = move("honorarium", date="2027-01-01")
    alone = needs_of(situation(CREW), planned)
    beside = needs_of(situation(CREW, by=(ours, council)), planned)
    assert not any(found.several for found in alone)
    assert not any(council.title in found.source for found in alone)
    assert len(beside) == 2 * len(alone)
    for found, title in ((beside[0], "Our own rules"), (beside[-1], council.title)):
        assert found.several and found.source.startswith(f"{title}: ")
    crew = plan_move(CREW, planned, TODAY)
    told = check_team(situation(crew, by=(ours, council)), {})
    advice = {one.advice for one in told if one.code is TeamCode.RULES}
    assert any("Our own rules: " in one for one in advice)
    assert any(f"{council.title}: " in one for one in advice)
