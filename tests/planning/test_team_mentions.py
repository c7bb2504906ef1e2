"""What a team's file says of somebody can be seen."""

from __future__ import annotations

import datetime

from pathways.model.team import MoveState, Team
from pathways.planning import moves, people
from pathways.planning.forgetting import without_person
from pathways.planning.team_mentions import everything_about_member
from pathways.report.about_person_sheet import about_member_sheet
from pathways.report.options import SheetOptions
from pathways.report.text import to_text
from teams import TODAY, rules, situation, team

CREW = """
Ada 11>12 Analyst
Bo 10 Engineer
- 12 Lead
"""


def crew() -> Team:
    made = people.change_person(team(CREW), "p1", note="Prefers mornings", number="A17")
    made = people.change_person(made, "p2", manager="p1", note="Ask Ada about the rota")
    made = people.change_post(made, "t2", cover="p1", cover_until="2027-01-31")
    kind = rules()[0].kind("acting-up")
    assert kind
    move = moves.draft_move(made, "p1", kind, "ict-12", to_post="t3", reason="Long leave")
    made = moves.plan_move(made, move, TODAY)
    made = moves.answer(made, "m1", "team", True, TODAY, note="Same office")
    made = moves.set_state(made, "m1", MoveState.APPROVED, TODAY, by="The panel", note="Agreed")
    return moves.add_scenario(made, "Ada up", [move])


def test_everything_that_is_said_of_somebody_is_told_wherever_it_stands() -> None:
    found = everything_about_member(situation(crew()), "p1")
    told = "\n".join(f"{one.where}: {one.text}" for one in found)
    for said in (
        "Name: Ada", "Code: P1", "Staff number: A17", "Note: Prefers mornings",
        "Post: Analyst (T1)", "Covers: Engineer (T2), until 31 January 2027", "Manager of: Bo",
        "Analyst, Grade 11 → Lead, Grade 12", "acting up, approved", "Long leave",
        "yes, Same office", "Decided by: The panel", "The panel, Agreed", "Scenario “Ada up”",
        "Named in: Ask Ada about the rota", "Named in: Ada up",
    ):  # fmt: skip
        assert said in told, said


def test_nothing_of_somebody_else_is_told_and_nothing_is_left_of_who_was_removed() -> None:
    made = crew()
    about_bo = everything_about_member(situation(made), "p2")
    told = "\n".join(one.text for one in about_bo)
    assert "Prefers mornings" not in told and "Long leave" not in told
    left = without_person(made, "p1")
    rest = "\n".join(one.text for one in everything_about_member(situation(left), "p2"))
    assert "Ada" not in rest


def test_it_is_a_sheet_like_every_other() -> None:
    options = SheetOptions(date=datetime.date(2026, 11, 28))
    sheet = about_member_sheet(situation(crew()), "p1", options=options)
    assert sheet.title == "Everything about Ada" and sheet.records
    assert "Prefers mornings" in to_text(sheet, options).decode()
