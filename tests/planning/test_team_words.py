"""A team in words, and what moves, tables and older files do at their edges."""

from __future__ import annotations

import msgspec
import pytest

from pathways.importing.people_table import match_columns, table_in_text
from pathways.model.plan import Standing, View
from pathways.model.rules import Check, MoveKind, Need, Rules
from pathways.model.team import MoveState, Team
from pathways.planning import edits, moves, people
from pathways.planning.board import PeopleAt, headline, in_short, people_at
from pathways.planning.person import everything_about, without_notes, without_person
from pathways.planning.team_check import TeamCode, check_team
from pathways.planning.team_identity import identified, is_another
from pathways.planning.team_import import bring_in
from pathways.planning.what_if import tried_move, what_if
from planning.plans import plan
from teams import TODAY, comparer, rules, situation, team

SEVEN = tuple("ABCDEFG")
ROW = "5.people.1"


@pytest.mark.parametrize(
    ("here", "aiming", "short", "words"),
    [
        ((), (), "", ""),
        (("A",), (), "1 here", "here: A"),
        ((), ("A", "B"), "2 aim", "aiming for it: A, B"),
        (("A",), ("B",), "1 here, 1 aim", "here: A; aiming for it: B"),
        (SEVEN[:6], (), "6 here", "here: A, B, C, D, E, F"),
        (SEVEN, (), "7 here", "here: A, B, C, D, E, F and 1 more"),
    ],
)
def test_who_is_at_a_grade_is_named_as_far_as_one_can_read(
    here: tuple[str, ...], aiming: tuple[str, ...], short: str, words: str
) -> None:
    found = PeopleAt(here=here, aiming=aiming)
    assert (found.short, found.words) == (short, words)


def test_people_stand_at_their_grade_and_at_their_aim() -> None:
    crew = people.add_person(team("Ada 11>12\nBo 12"), "Cy")
    found = {node: (at.here, at.aiming) for node, at in people_at(crew).items()}
    assert found == {"ict-11": (("Ada",), ()), "ict-12": (("Bo",), ("Ada",))}


@pytest.mark.parametrize(
    ("drawn", "line"),
    [
        ("Ada 11", "1 person"),
        ("Ada 11 Analyst\nBo 11", "2 people · 1 post"),
        ("Ada 11 Analyst\n- 12 Lead", "1 person · 2 posts · Lead: vacant"),
        ("Ada 11\n- 12 Lead\n- 12 Head", "1 person · 2 posts · 2 of them vacant"),
    ],
)
def test_a_team_is_told_in_a_line(drawn: str, line: str) -> None:
    assert headline(team(drawn), TODAY) == line


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("2026-11-27", "vacant since 27 November 2026"),
        ("2026-11-28", "vacant from 28 November 2026"),
    ],
)
def test_a_post_is_vacant_since_a_day_or_from_one_on(since: str, said: str) -> None:
    crew = people.change_post(team("- 12 Lead"), "t1", holder="", vacant_since=since)
    assert headline(crew, TODAY).endswith(f"Lead: {said}")
    assert in_short(crew) == "0 people, 1 post, 0 planned moves"


def test_moves_that_are_agreed_have_the_reason_given_or_their_own() -> None:
    crew = team("Ada 11 Analyst\nBo 11 Engineer\n- 12 Lead")
    own = [
        msgspec.structs.replace(tried_move(situation(crew), name, "Lead"), reason=reason)
        for name, reason in (("Ada", "Leave"), ("Bo", ""))
    ]
    assert [m.reason for m in moves.apply_moves(crew, own, TODAY).moves] == ["Leave", ""]
    assert [m.reason for m in moves.apply_moves(crew, own, TODAY, "Agreed").moves] == ["Agreed"] * 2


def test_a_move_in_one_s_own_post_changes_nobody_s_manager() -> None:
    crew = people.change_person(team("Ada 11>12 Analyst\nBo 10 Engineer"), "p2", manager="p1")
    at = situation(crew)
    assert what_if(at, [tried_move(at, "Ada", "Analyst")]).spans == ()


@pytest.mark.parametrize("word", ["Vacant", "vacancy", "-"])
def test_a_manager_s_place_that_is_vacant_names_nobody(word: str) -> None:
    read = table_in_text(f"Name,Manager\nAda,{word}\nBo,Ada\n")
    columns = match_columns(read.head.cells)
    found = bring_in(people.new_team("Depot"), read, columns, comparer().library)
    assert [person.manager for person in found.team.people] == ["", "p1"]


def test_only_needs_that_are_not_met_are_told_and_of_open_moves() -> None:
    needs = tuple(
        Need(id=check.value, text="The Need is there", check=check, sources=("own",))
        for check in (Check.REASON_GIVEN, Check.ASKED, Check.POST_VACANT)
    )
    kind = MoveKind(id="ours", title="Ours", needs=needs)
    own = Rules(format=1, id="own", title="Ours", kinds=(kind,), sources=rules()[0].sources)
    crew = team("Ada 11 Analyst\n- 12 Lead")
    drafted = moves.draft_move(crew, "p1", kind, "ict-12", to_post="Lead")

    def told(state: MoveState, of_kind: str = "ours") -> list[str]:
        move = msgspec.structs.replace(drafted, kind=of_kind, state=state)
        at = situation(moves.plan_move(crew, move, TODAY), by=(own,))
        return [
            one.message
            for one in check_team(at, {})
            if one.code in (TeamCode.RULES, TeamCode.KIND) and one.move == "m1"
        ]

    missing = ["Ada: not met: the Need is there. No reason is written down."]
    assert [told(state) for state in (MoveState.IDEA, MoveState.DONE)] == [missing] * 2
    assert [told(state) for state in (MoveState.REFUSED, MoveState.WITHDRAWN)] == [[], []]
    assert told(MoveState.IDEA, "leap") == ["Ada: no set of rules knows the kind of move “leap”."]


def older(crew: Team) -> Team:
    return identified(msgspec.structs.replace(crew, id=""))


def test_an_older_file_is_of_the_team_whose_people_it_knows() -> None:
    crew = team("Ada 11\nBo 11\nCy 12")
    later = people.add_person(crew, "Di")
    other = team("Ed 11\nFi 11\nGo 12")
    assert older(crew) == older(crew)
    assert not is_another(older(crew), older(later))
    assert is_another(older(crew), older(other))
    assert not is_another(older(team("Ada 11\nBo 11")), older(team("Ed 11"))), "too few to tell"
    assert is_another(crew, people.changed(later, id="team-another"))
    assert not is_another(crew, later)


@pytest.mark.parametrize(("length", "cut"), [(60, False), (61, True)])
def test_where_a_person_is_named_is_told_in_a_line(length: int, cut: bool) -> None:
    made = edits.add_evidence(plan(), [ROW], "Kim ".ljust(length, "x"))
    (found,) = everything_about(made, "Kim")
    assert found.where.endswith("…”") is cut
    assert len(found.where) == len("evidence “”") + 60


def test_taking_out_a_person_or_the_notes_leaves_what_else_came_with_a_copy() -> None:
    made = edits.set_view(edits.set_note(plan(), [ROW], "Slow"), ROW, View(
        standing=Standing.SHOWN, who="Kim"))  # fmt: skip
    rows = tuple(
        msgspec.structs.replace(row, brought=("manager", "note")) if row.id == ROW else row
        for row in made.rows
    )
    made = msgspec.structs.replace(made, rows=rows)
    assert without_person(made, "Kim").row_of[ROW].brought == ("note",)
    assert without_notes(made).row_of[ROW].brought == ("manager",)
