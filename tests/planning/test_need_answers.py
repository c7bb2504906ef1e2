"""What the program finds out about each need of a move, to the word and on either side of a limit."""

from __future__ import annotations

import datetime
from dataclasses import replace

import msgspec
import pytest

from pathways.model.rules import Check, MoveKind, Need, Rules
from pathways.model.team import Move, MoveState, Team
from pathways.planning import people
from pathways.planning.moves import draft_move, plan_move
from pathways.planning.needs import Situation, candidates, needs_of
from pathways.planning.standing import PlanStanding, criteria
from teams import TODAY, comparer, rules, situation, standing, team

CREW = team("Ada 11>12 Analyst\nBo 11>12 Engineer\nCy 12 Manager\n- 12 Lead")
STEP = ("ict-11", "ict-12")
Said = tuple[bool | None, str]


def kind_with(check: Check, months: int | None = None, days: int | None = None) -> MoveKind:
    need = Need(id="n", text="A need", check=check, sources=("own",), months=months, days=days)
    return MoveKind(id="ours", title="Ours", needs=(need,))


def a_move(crew: Team = CREW, post: str = "Lead", person: str = "Ada", **fields: object) -> Move:
    kind = MoveKind(id="ours", title="Ours", needs=())
    node = str(fields.pop("node", "ict-12"))
    return msgspec.structs.replace(draft_move(crew, person, kind, node, to_post=post), **fields)


def said(
    check: Check,
    move: Move | None = None,
    at: Situation | None = None,
    months: int | None = None,
    days: int | None = None,
) -> Said:
    """Return what is found for a move whose kind has this need alone."""
    kind = kind_with(check, months, days)
    own = Rules(format=1, id="own", title="Ours", kinds=(kind,), sources=())
    found = needs_of(replace(at or situation(CREW), rules=(own,)), move or a_move())
    return found[0].met, found[0].why


def on(day: str, crew: Team = CREW) -> Situation:
    return situation(crew, today=datetime.date.fromisoformat(day))


BEGUN = {"date": "2026-03-01"}


@pytest.mark.parametrize(
    ("fields", "today", "wanted"),
    [
        ({}, "2026-11-27", (False, "No end date is given.")),
        ({"until": "2026-05-01"}, "2026-11-27", (True, "It ends on 1 May 2026.")),
        (BEGUN | {"until": "2026-03-01"}, "2026-11-27", (True, "It ends on 1 March 2026.")),
        (BEGUN | {"until": "2026-02-28"}, "2026-11-27", (False, "It ends before it begins.")),
    ],
)
def test_an_end_is_given_and_is_not_before_the_beginning(
    fields: dict[str, str], today: str, wanted: Said
) -> None:
    assert said(Check.END_DATE, a_move(**fields), on(today)) == wanted


@pytest.mark.parametrize(
    ("fields", "today", "days", "wanted"),
    [
        ({}, "2026-11-27", None, (None, "It is not known when it begins.")),
        (BEGUN, "2026-03-27", None, (None, "No end date is given.")),
        (BEGUN, "2026-03-28", None, (True, "28 days.")),
        (BEGUN | {"until": "2026-03-27"}, "2026-11-27", None, (False, "It lasts 27 days.")),
        (BEGUN | {"until": "2026-03-28"}, "2026-03-02", None, (True, "28 days.")),
        (BEGUN | {"until": "2026-03-01"}, "2026-11-27", 1, (True, "1 day.")),
        (BEGUN | {"until": "2026-03-01"}, "2026-11-27", 2, (False, "It lasts 1 day.")),
        (BEGUN | {"until": "2026-02-28"}, "2026-11-27", 1, (False, "It lasts 0 days.")),
        (BEGUN | {"until": "2026-02-01"}, "2026-11-27", 2, (False, "It lasts 0 days.")),
    ],
)
def test_a_move_lasts_four_weeks_at_least_or_as_the_rules_say_with_both_its_ends(
    fields: dict[str, str], today: str, days: int | None, wanted: Said
) -> None:
    assert said(Check.LASTS_AT_LEAST, a_move(**fields), on(today), days=days) == wanted


LATEST = "The latest end is {}."


@pytest.mark.parametrize(
    ("fields", "today", "months", "wanted"),
    [
        ({}, "2026-11-27", None, (None, "It is not known when it begins.")),
        (BEGUN, "2027-03-01", None, (None, LATEST.format("1 March 2027"))),
        (BEGUN, "2027-03-02", None, (False, LATEST.format("1 March 2027"))),
        (BEGUN | {"until": "2026-09-01"}, "2026-09-09", 6, (True, LATEST.format("1 September 2026"))),
        (BEGUN | {"until": "2026-09-02"}, "2026-04-09", 6, (False, LATEST.format("1 September 2026"))),
    ],
)  # fmt: skip
def test_a_move_lasts_a_year_at_most_or_as_the_rules_say(
    fields: dict[str, str], today: str, months: int | None, wanted: Said
) -> None:
    assert said(Check.LASTS_AT_MOST, a_move(**fields), on(today), months) == wanted


@pytest.mark.parametrize(
    ("fields", "today", "months", "wanted"),
    [
        ({}, "2026-11-27", None, (None, "It is not known when it begins.")),
        (BEGUN, "2026-02-28", None, (None, "The first review is due by 1 June 2026.")),
        (BEGUN, "2026-03-01", None, (True, "The next review is due by 1 June 2026.")),
        (BEGUN, "2026-06-01", None, (True, "The next review is due by 1 June 2026.")),
        (BEGUN, "2026-06-02", None, (False, "A review was due by 1 June 2026.")),
        (BEGUN, "2026-04-02", 1, (False, "A review was due by 1 April 2026.")),
        (
            BEGUN | {"reviewed": ("2026-06-20", "2026-05-20")},
            "2026-09-20",
            None,
            (True, "The next review is due by 20 September 2026."),
        ),
        (
            BEGUN | {"until": "2026-05-31"},
            "2026-11-27",
            None,
            (True, "No more reviews are due before it ends."),
        ),
        (
            BEGUN | {"until": "2026-06-01"},
            "2026-06-01",
            None,
            (True, "The next review is due by 1 June 2026."),
        ),
    ],
)
def test_a_review_is_due_every_three_months_or_as_the_rules_say_until_the_end(
    fields: dict[str, object], today: str, months: int | None, wanted: Said
) -> None:
    assert said(Check.REVIEWED_EVERY, a_move(**fields), on(today), months) == wanted


@pytest.mark.parametrize(
    ("post", "fields", "months", "wanted"),
    [
        ({}, {}, None, (None, "It is not known when the post was last evaluated.")),
        ({"evaluated": "2025-11-27"}, {}, None, (True, "27 November 2025")),
        ({"evaluated": "2025-11-28"}, {}, None, (False, "28 November 2025")),
        ({"evaluated": "2025-11-28"}, {"date": "2026-11-28"}, None, (True, "28 November 2025")),
        ({"evaluated": "2026-08-27"}, {}, 3, (True, "27 August 2026")),
        ({"evaluated": "2026-08-28"}, {}, 3, (False, "28 August 2026")),
    ],
)
def test_a_post_is_evaluated_again_after_a_year_or_as_the_rules_say(
    post: dict[str, str], fields: dict[str, str], months: int | None, wanted: Said
) -> None:
    crew = people.change_post(CREW, "t4", **post)
    met, why = said(Check.EVALUATED_ONCE_IN, a_move(crew, **fields), situation(crew), months)
    known = wanted[0] is None
    whole = wanted[1] if known else f"It was last evaluated on {wanted[1]}."
    assert (met, why) == (wanted[0], whole)
    nowhere = said(Check.EVALUATED_ONCE_IN, a_move(post=""))
    assert nowhere == (None, "It is not known when the post was last evaluated.")


def decided(state: MoveState, on: str = "2026-01-05", by: str = "Panel", **fields: str) -> Move:
    return a_move(state=state, decided_on=on, decided_by=by, **fields)


def test_an_approval_says_by_whom_and_when_or_what_is_missing() -> None:
    found = [
        said(Check.APPROVED, decided(*given))  # type: ignore[arg-type]
        for given in (
            (MoveState.IDEA,),
            (MoveState.REFUSED,),
            (MoveState.APPROVED,),
            (MoveState.DONE,),
            (MoveState.APPROVED, "", "Panel"),
            (MoveState.DONE, "2026-01-05", ""),
        )
    ]
    unwritten = (None, "It is not written down who approved it, or when.")
    assert found == [
        (False, "Nobody has approved it yet."),
        (False, "It was refused."),
        (True, "By Panel on 5 January 2026."),
        (True, "By Panel on 5 January 2026."),
        unwritten,
        unwritten,
    ]


@pytest.mark.parametrize(
    ("move", "months", "today", "wanted"),
    [
        (decided(MoveState.IDEA), None, "2026-11-27", (None, "It is not approved yet.")),
        (decided(MoveState.APPROVED, ""), None, "2026-11-27", (None, "It is not approved yet.")),
        (decided(MoveState.APPROVED), None, "2027-01-05", (True, "It holds until 5 January 2027.")),
        (decided(MoveState.APPROVED), None, "2027-01-06", (False, "It lapsed on 5 January 2027.")),
        (decided(MoveState.APPROVED), 6, "2026-07-05", (True, "It holds until 5 July 2026.")),
        (decided(MoveState.APPROVED), 6, "2026-07-06", (False, "It lapsed on 5 July 2026.")),
        (
            decided(MoveState.APPROVED, date="2026-02-01"),
            6,
            "2026-07-06",
            (False, "It lapsed on 5 July 2026."),
        ),
        (
            decided(MoveState.DONE, date="2026-02-01"),
            6,
            "2026-07-06",
            (True, "It holds until 5 July 2026."),
        ),
        (
            decided(MoveState.DONE, date="2026-07-06"),
            6,
            "2026-07-05",
            (False, "It lapsed on 5 July 2026."),
        ),
        (decided(MoveState.DONE), 6, "2026-07-06", (False, "It lapsed on 5 July 2026.")),
    ],
)
def test_an_approval_that_was_used_in_time_holds_and_another_lapses(
    move: Move, months: int | None, today: str, wanted: Said
) -> None:
    assert said(Check.APPROVAL_LAPSES, move, on(today), months) == wanted


def test_a_reason_is_written_down_or_not() -> None:
    assert said(Check.REASON_GIVEN) == (False, "No reason is written down.")
    assert said(Check.REASON_GIVEN, a_move(reason=" \n")) == (False, "No reason is written down.")
    assert said(Check.REASON_GIVEN, a_move(reason=" Leave ")) == (True, "Written down: Leave")


@pytest.mark.parametrize(
    ("post", "holder", "since", "wanted"),
    [
        ("", "", "", (None, "No post is named.")),
        ("Lead", "", "", (True, "Nobody else holds it.")),
        ("Lead", "", "2026-10-01", (True, "Vacant since 1 October 2026.")),
        ("Lead", "p1", "2026-10-01", (True, "Nobody else holds it.")),
        ("Lead", "p3", "", (False, "Cy holds it.")),
    ],
)
def test_a_post_is_free_for_somebody_or_named_is_who_holds_it(
    post: str, holder: str, since: str, wanted: Said
) -> None:
    crew = people.change_post(CREW, "t4", holder=holder, vacant_since=since)
    assert said(Check.POST_VACANT, a_move(crew, post), situation(crew)) == wanted


@pytest.mark.parametrize(
    ("to", "state", "leaves"),
    [
        ("Lead", MoveState.IDEA, True),
        ("Lead", MoveState.APPROVED, True),
        ("Lead", MoveState.REFUSED, False),
        ("Lead", MoveState.DONE, False),
        ("Manager", MoveState.APPROVED, False),
        ("", MoveState.APPROVED, False),
    ],
)
def test_only_who_is_planned_to_move_to_another_post_may_leave_one(
    to: str, state: MoveState, leaves: bool
) -> None:
    crew = plan_move(CREW, a_move(person="Cy", post=to, node="ict-13", state=state), TODAY)
    wanted = (None, "Cy holds it, and is planned to move.") if leaves else (False, "Cy holds it.")
    assert said(Check.POST_VACANT, a_move(post="Manager"), situation(crew)) == wanted


def test_whether_a_post_is_funded_is_said_as_somebody_has_said_it() -> None:
    def funded(value: bool | None) -> Said:
        crew = people.change_post(CREW, "t4", funded=value)
        return said(Check.POST_FUNDED, a_move(crew), situation(crew))

    assert said(Check.POST_FUNDED, a_move(post="")) == (None, "No post is named.")
    assert funded(None) == (None, "Nobody has said whether the post is funded.")
    assert funded(True) == (True, "It is funded.")
    assert funded(False) == (False, "It is not funded.")


def test_the_range_of_a_post_is_told_in_the_titles_of_its_grades() -> None:
    crew = people.change_post(CREW, "t4", lowest="ict-10", highest="ict-12")
    ends = [comparer().library.node(node).title for node in ("ict-10", "ict-12")]
    within = [
        said(Check.WITHIN_RANGE, a_move(crew, node=f"ict-{grade}"), situation(crew))
        for grade in (9, 10, 11, 12, 13)
    ]
    inside = True, f"{ends[0]} to {ends[1]}."
    outside = False, f"The post runs from {ends[0]} to {ends[1]}."
    assert within == [outside, inside, inside, inside, outside]
    assert said(Check.WITHIN_RANGE) == (False, "The post is not career-graded.")
    assert said(Check.WITHIN_RANGE, a_move(post="")) == (None, "No post is named.")
    closed = people.change_post(CREW, "t4", lowest="old-1", highest="old-2")
    assert said(Check.WITHIN_RANGE, a_move(closed), situation(closed)) == (
        False,
        "The post runs from old-1 to old-2.",
    )
    assert said(Check.WITHIN_RANGE, a_move(closed, node="old-2"), situation(closed))[0] is True


def with_plans(**plans: PlanStanding) -> Situation:
    return situation(CREW, plans)


ALL = len(criteria(comparer(), *STEP))
NO_PLAN = (None, "No plan of this person could be read.")
NO_GRADE = (None, "It is not known which grade the move leads to.")


def test_criteria_are_counted_and_the_rest_is_told() -> None:
    def shown(*words: str) -> Said:
        return said(Check.CRITERIA_SHOWN, at=with_plans(p1=standing(*STEP, *words)))

    assert shown("shown") == (True, f"{ALL} of {ALL} criteria are shown.")
    assert shown("shown", "unsaid") == (
        None,
        f"1 of {ALL} criteria are shown. The rest: {ALL - 1} not looked at.",
    )
    assert shown("shown", "partly", "unsaid") == (
        False,
        f"1 of {ALL} criteria are shown. The rest: 1 in part, {ALL - 2} not looked at.",
    )
    assert said(Check.CRITERIA_SHOWN) == NO_PLAN
    assert said(Check.CRITERIA_SHOWN, a_move(node="closed-3")) == NO_GRADE
    assert said(Check.CRITERIA_SHOWN, a_move(source_node="closed-3")) == NO_GRADE
    same = said(Check.CRITERIA_SHOWN, a_move(node="ict-11"))
    assert same == (None, "Nothing new or raised is asked for at this step.")


def test_who_comes_from_no_grade_has_every_statement_of_the_target_as_a_criterion() -> None:
    nothing = with_plans(p1=PlanStanding(rows=()))
    every = sum(not one.definition for one in comparer().library.statements_of("ict-12"))
    assert every > ALL
    assert said(Check.CRITERIA_SHOWN, a_move(source_node=""), nothing) == (
        None,
        f"0 of {every} criteria are shown. The rest: {every} not looked at.",
    )


def test_evidence_is_counted_for_what_is_shown_only() -> None:
    def given(*words: str, evidence: str = "") -> Said:
        plan = standing(*STEP, *words, evidence=evidence)
        return said(Check.EVIDENCE_GIVEN, at=with_plans(p1=plan))

    assert given("partly", evidence="Did it") == (None, "No criterion is shown yet.")
    assert given("shown", "partly", evidence="Did it") == (
        True,
        "The 1 criterion that is shown has evidence.",
    )
    assert given("shown", evidence="Did it") == (
        True,
        f"All {ALL} criteria that are shown have evidence.",
    )
    assert given("shown", "partly") == (
        False,
        "1 criterion is marked as shown without evidence.",
    )
    assert given("shown") == (False, f"{ALL} criteria are marked as shown without evidence.")
    assert said(Check.EVIDENCE_GIVEN) == NO_PLAN
    assert said(Check.EVIDENCE_GIVEN, a_move(node="closed-3"), with_plans(p1=standing(*STEP))) == (
        NO_PLAN
    )


def test_what_was_asked_of_some_only_is_counted() -> None:
    whole, half = standing(*STEP, "not-yet"), standing(*STEP, "shown", "unsaid")

    def asked(**plans: PlanStanding) -> Said:
        return said(Check.SAME_CRITERIA, at=with_plans(**plans))

    assert asked(p1=half, p2=half) == (True, "Each of the 2 was asked about the same 1 criterion.")
    assert asked(p1=whole, p2=whole) == (
        True,
        f"Each of the 2 was asked about the same {ALL} criteria.",
    )
    silent = standing(*STEP, "unsaid")
    assert asked(p1=silent, p2=silent) == (
        None,
        "Nobody has been asked about any of the criteria yet.",
    )
    assert asked(p1=half, p2=standing(*STEP, "shown", "partly", "unsaid")) == (
        False,
        "1 criterion was asked of some only.",
    )
    assert asked(p1=whole, p2=half) == (False, f"{ALL - 1} criteria were asked of some only.")
    assert asked() == (None, "No plan could be read of Ada and Bo.")
    assert asked(p1=whole) == (None, "No plan could be read of Bo.")
    assert said(Check.SAME_CRITERIA, a_move(node="closed-3")) == NO_GRADE
    alone = a_move(node="ict-13", post="")
    assert said(Check.SAME_CRITERIA, alone) == (None, "Nobody else is known to aim for it.")


def test_candidates_are_who_aims_for_the_grade_or_is_planned_for_the_post() -> None:
    def wanting(move: Move, crew: Team = CREW) -> list[str]:
        return [person.name for person in candidates(crew, move)]

    assert wanting(a_move()) == ["Ada", "Bo"], "both aim for grade 12"
    assert wanting(a_move(node="ict-13", post="")) == ["Ada"]
    assert wanting(a_move(node="", post="")) == ["Ada"], "nobody aims for nothing"
    planned = plan_move(CREW, a_move(person="Cy", node="ict-13"), TODAY)
    assert wanting(a_move(), planned) == ["Ada", "Bo", "Cy"]
    assert wanting(a_move(post="Manager"), planned) == ["Ada", "Bo"], "it is another post"
    assert wanting(a_move(post=""), planned) == ["Ada", "Bo"], "no post is named"
    refused = a_move(person="Cy", node="ict-13", state=MoveState.REFUSED)
    assert wanting(a_move(), plan_move(CREW, refused, TODAY)) == ["Ada", "Bo"]


def test_kinds_of_move_are_those_of_the_first_rules_that_know_them() -> None:
    known = rules()[0].kinds[0]
    other = msgspec.structs.replace(known, title="Ours")
    extra = kind_with(Check.ASKED)
    own = Rules(format=1, id="own", title="Ours", kinds=(other, extra), sources=())
    at = situation(CREW, by=(*rules(), own))
    assert at.kind(known.id) is known
    assert at.kinds[known.id] is known
    assert [*at.kinds] == [*(kind.id for kind in rules()[0].kinds), "ours"]
    assert at.kind("leap") is None
    assert [found.rules for found in needs_of(at, a_move())] == ["Ours"]
