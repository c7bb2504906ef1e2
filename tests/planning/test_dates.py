"""What is due, and the file for the calendar."""

from __future__ import annotations

import datetime

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


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=300))
def test_no_line_of_a_calendar_is_longer_than_the_standard_allows(do: str) -> None:
    made = edits.add_action(plan(), [ROW], f"x{do}", by="2026-12-03")
    lines = calendar(made, TODAY).split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = calendar(made, TODAY).replace("\r\n ", "")
    assert unfolded.count("BEGIN:VEVENT") == 1
