"""What is due, and the file for the calendar."""

from __future__ import annotations

import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.model.plan import Plan
from pathways.planning import edits
from pathways.planning.dates import calendar, due
from planning.plans import TODAY, plan

ROW = "5.people.1"


def mine() -> Plan:
    made = edits.set_reviews(plan(), ["2026-11-30", "2027-05-01"])
    made = edits.add_action(made, [ROW], "Sit on a panel\nwith HR", by="2026-11-01")
    made = edits.add_action(made, [ROW], "Ask Kim; read, write", by="2026-12-03", with_whom="Kim")
    made = edits.add_action(made, [ROW], "Far away", by="2027-06-30")
    made = edits.add_action(made, [ROW], "Some day")
    made = edits.add_action(made, [ROW], "Over", by="2026-10-01")
    made = edits.set_done(made, made.actions[-1].id, True)
    made = edits.add_evidence(made, [ROW], "Long ago", date="2025-11-26")
    made = edits.add_evidence(made, [ROW], "A year ago to the day", date="2025-11-27")
    return edits.add_evidence(made, [ROW], "Undated")


def test_what_is_overdue_comes_first_then_reviews_then_what_is_near_then_old_evidence() -> None:
    assert [one.text for one in due(mine(), TODAY)] == [
        "Sit on a panel: was to be done by 1 November 2026",
        "Review the plan: 30 November 2026",
        "Ask Kim; read, write: by 3 December 2026",
        "Long ago: evidence of 26 November 2025, older than a year",
    ]


@pytest.mark.parametrize(
    ("days", "told"),
    [(-1, "was to be done by"), (0, ": by"), (14, ": by"), (15, "")],
)
def test_an_action_is_due_from_two_weeks_before_its_day_and_late_after_it(
    days: int, told: str
) -> None:
    by = TODAY + datetime.timedelta(days=days)
    made = edits.add_action(plan(), [ROW], "Read", by=by.isoformat())
    found = [(one.text, one.rows, one.about) for one in due(made, TODAY)]
    assert bool(found) is bool(told)
    assert all(told in text and rows == (ROW,) and about for text, rows, about in found)


@pytest.mark.parametrize(("days", "near"), [(-400, True), (14, True), (15, False)])
def test_a_review_is_due_from_two_weeks_before_until_it_is_held(days: int, near: bool) -> None:
    day = TODAY + datetime.timedelta(days=days)
    assert bool(due(edits.set_reviews(plan(), [day.isoformat()]), TODAY)) is near


def test_a_calendar_is_whole_to_the_letter() -> None:
    made = edits.set_reviews(plan(), ["2026-11-30"])
    made = edits.add_action(made, [ROW], "Ask; read, " + "write " * 12, by="2026-12-31")
    made = edits.add_action(made, [ROW], "Sit in\non it", by="2027-02-28", with_whom="Kim")
    first, second = (action.id for action in made.actions)
    assert calendar(made, TODAY).split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Pathways//Plan//EN",
        "BEGIN:VEVENT",
        "UID:review-2026-11-30.plan-test@pathways.invalid",
        "DTSTAMP:20261127T000000Z",
        "DTSTART;VALUE=DATE:20261130",
        "DTEND;VALUE=DATE:20261201",
        "SUMMARY:Review my plan: From Grade 4 to Grade 5: Sam Field",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "BEGIN:VEVENT",
        f"UID:{first}.plan-test@pathways.invalid",
        "DTSTAMP:20261127T000000Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Ask\\; read\\, write write write write write write write write write ",
        " write write write",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "BEGIN:VEVENT",
        f"UID:{second}.plan-test@pathways.invalid",
        "DTSTAMP:20261127T000000Z",
        "DTSTART;VALUE=DATE:20270228",
        "DTEND;VALUE=DATE:20270301",
        "SUMMARY:Sit in",
        "DESCRIPTION:With Kim",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_line_of_a_calendar_is_folded_only_where_it_must_be() -> None:
    full = "SUMMARY:" + "x" * 67  # 75 bytes, as many as the standard allows
    made = edits.add_action(plan(), [ROW], "x" * 67, by="2026-12-03")
    assert full in calendar(made, TODAY).split("\r\n")
    made = edits.add_action(plan(), [ROW], "x" * 68, by="2026-12-03")
    assert f"{full}\r\n x\r\n" in calendar(made, TODAY)
    made = edits.add_action(plan(), [ROW], "x" * (67 + 75), by="2026-12-03")
    assert f"{full}\r\n {'x' * 74}\r\n x\r\n" in calendar(made, TODAY), "the blank counts"


def test_a_plan_without_dates_has_nothing_due() -> None:
    assert due(plan(), TODAY) == ()


def test_the_calendar_has_each_review_and_each_open_action_as_a_whole_day() -> None:
    text = calendar(mine(), TODAY)
    assert text.count("BEGIN:VEVENT") == 5 == text.count("END:VEVENT")
    assert "DTSTART;VALUE=DATE:20261203\r\nDTEND;VALUE=DATE:20261204\r\n" in text
    assert "SUMMARY:Ask Kim\\; read\\, write\r\nDESCRIPTION:With Kim\r\n" in text
    assert "Over" not in text and "Some day" not in text
    assert text == calendar(mine(), TODAY), "importing it again makes no second event"


def test_the_last_day_of_all_has_no_morrow() -> None:
    made = edits.add_action(plan(), [ROW], "Rest", by="9999-12-31")
    assert "DTEND" not in calendar(made, TODAY)
    assert due(made, datetime.date.max)


@pytest.mark.parametrize(
    "end", ["\r", "\n", "\r\n", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"]
)
def test_no_text_ends_its_line_of_a_calendar(end: str) -> None:
    made = edits.add_action(plan(), [ROW], "Read", by="2026-12-03")
    as_in_a_file = msgspec.structs.replace(
        made.actions[0], do=f"Read{end}ATTACH:x", with_whom=f"Kim{end}ATTACH:y"
    )
    made = msgspec.structs.replace(made, actions=(as_in_a_file,))
    lines = calendar(made, TODAY).splitlines()
    assert "SUMMARY:Read" in lines
    assert "DESCRIPTION:With Kim\\nATTACH:y" in lines
    assert not [line for line in lines if line.startswith("ATTACH")]


def test_signs_that_steer_do_not_reach_a_calendar() -> None:
    made = edits.add_action(plan(), [ROW], "Re\x00ad\x1b[2J\x7f it\tall", by="2026-12-03")
    assert "SUMMARY:Read[2J it\tall\r\n" in calendar(made, TODAY)


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=300))
def test_no_line_of_a_calendar_is_longer_than_the_standard_allows(do: str) -> None:
    made = edits.add_action(plan(), [ROW], f"x{do}", by="2026-12-03")
    lines = calendar(made, TODAY).split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = calendar(made, TODAY).replace("\r\n ", "")
    assert unfolded.count("BEGIN:VEVENT") == 1
