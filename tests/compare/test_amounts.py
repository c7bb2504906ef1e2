"""Numbers of a text: which are amounts, from what to what, and what they count."""

from __future__ import annotations

import pytest

import bundled
from bundled import verdict_of
from pathways.compare.amounts import amounts
from pathways.compare.reading import Reading

Told = tuple[int, int, bool, str]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Supervise 2 staff", [(2, 2, False, "staff")]),
        ("Supervise twelve staff", [(12, 12, False, "staff")]),
        # from one number to another, as people write it
        ("Spends £2m on seed", [(2_000_000, 2_000_000, False, "seed")]),
        ("Spends £1.5 million on seed", [(1_500_000, 1_500_000, False, "seed")]),
        ("Lends 20k books", [(20_000, 20_000, False, "book")]),
        ("Paints 12m of fence", []),  # metres, if anything
        ("Chapter 4.2 Ponds", [(4, 4, False, "")]),
        ("6 to 8 years of practice", [(6, 8, False, "year")]),
        ("six to eight years of practice", [(6, 8, False, "year")]),
        ("5-8 years", [(5, 8, False, "year")]),
        ("5 – 8 years", [(5, 8, False, "year")]),
        ("between 3 and 4 years", [(3, 4, False, "year")]),
        ("serve 8 to 6 people", [(8, 8, False, ""), (6, 6, False, "peopl")]),
        ("Lead 5, 6 or 7 teams", [(5, 5, False, ""), (6, 6, False, ""), (7, 7, False, "teams")]),
        # and more
        ("10+ staff", [(10, 10, True, "staff")]),
        ("5 or more years", [(5, 5, True, "year")]),
        ("5 and over", [(5, 5, True, "")]),
        ("4 or so years", [(4, 4, False, "year")]),
        # long numbers
        ("a budget of 5,000 pounds", [(5000, 5000, False, "pound")]),
        ("1,743,000 pounds", [(1743000, 1743000, False, "pound")]),
        ("£1,743.34 a month", [(1743.34, 1743.34, False, "month")]),
        ("4,50 pounds", [(4, 4, False, "")]),
        ("999999999999 pounds", [(999999999999, 999999999999, False, "pound")]),
        ("1000000000000 pounds", []),
        # what is no amount: a year, a name, the number of a line, a field of a form
        ("In 2024, 2 staff", [(2, 2, False, "staff")]),
        ("1900 and 2099", []),
        ("1899 trees, 2100 shrubs", [(1899, 1899, False, "tree"), (2100, 2100, False, "shrub")]),
        ("ISO 9001 audits", []),
        ("3. Plan", []),
        ("3) Plans rounds for 4 staff", [(4, 4, False, "staff")]),
        ("Job term: 2 years", []),
        ("zero, 0 staff", []),
        ("Mend 7m of fence", []),
        # what is counted stands in the same clause, soon
        ("3 (three) staff", [(3, 3, False, ""), (3, 3, False, "")]),
        ("2 of the five teams", [(2, 2, False, "five"), (5, 5, False, "teams")]),
        ("2 of the 5 teams", [(2, 2, False, ""), (5, 5, False, "teams")]),
        ("4 of all of the staff", [(4, 4, False, "")]),
    ],
)
def test_an_amount_is_read_with_its_ends_and_with_what_it_counts(
    text: str, told: list[Told]
) -> None:
    found = amounts(Reading(text, bundled.language()))
    assert [(one.low, one.high, one.open, one.unit) for one in found] == told


@pytest.mark.parametrize(
    ("less", "more", "why"),
    [
        ("Supervise 4 staff", "Supervise 4 or more staff", "4 staff → 4 or more staff"),
        ("Supervise 4 to 6 staff", "Supervise 4 to 8 staff", "4 to 6 staff → 4 to 8 staff"),
        ("Supervise 4 to 8 staff", "Supervise 6 to 8 staff", "4 to 8 staff → 6 to 8 staff"),
        ("Supervise 4 or more staff", "Supervise 5 staff", "4 or more staff → 5 staff"),
        ("Answer letters within 5 days", "Answer letters within 2 days", "5 days → 2 days"),
        ("Answer letters within the 5 days", "Answer letters within the 2 days", "5 days → 2 days"),
        # three words before the number, it is no longer the limit of it
        ("Care within all of the 2 parks", "Care within all of the 5 parks", "2 parks → 5 parks"),
        ("Plan the beds 3 months on", "Plan the beds 2 years on", "3 months → 2 years"),
        ("Answer letters within 2 weeks", "Answer letters within 4 days", "2 weeks → 4 days"),
        ("Answer letters in 24 hours", "Answer letters in 2 days", "24 hours → 2 days"),
        ("Keep a budget of £90,000", "Keep a budget of £1 million", "90,000 → 1 million"),
        ("Keep a budget of £1.5m", "Keep a budget of £2bn", "1.5m → 2bn"),
        (
            "Keep the gates of 3 parks and 4 yards",
            "Keep the gates of 5 parks and 9 yards",
            "3 parks → 5 parks; 4 yards → 9 yards",
        ),
        ("Run 10+ tours", "Run 15+ tours for schools of the town", "10+ tours → 15+ tours"),
    ],
)
def test_the_larger_amount_of_the_same_asks_for_more(less: str, more: str, why: str) -> None:
    assert verdict_of(less, more) == ("raised", why)
    verdict, back = verdict_of(more, less)
    assert verdict == "eased"
    assert sorted(" → ".join(reversed(one.split(" → "))) for one in back.split("; ")) == sorted(
        why.split("; ")
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Spend under 500 pounds on seed", "Spend under 900 pounds on seed"),  # a limit, not a task
        ("Row for 3 hours with children", "Row for 5 schools with children"),
        ("Experience of rowing on 2 lakes", "Experience of rowing on lakes"),
        ("Experience of planning the 2 year round", "Experience of planning the round"),
        ("Walk within 2 miles of the park", "Walk within 5 miles of the park"),
        ("Clean the pond every 5 days", "Clean the pond every 2 days"),
        ("Hire out 3 boats", "Hire out 3 boats of the lake and mend oars"),
        ("Lend 3 boats and 2 boats to schools", "Sell 5 boats and 9 boats at the fair"),
    ],
)
def test_of_limits_and_of_what_is_counted_twice_no_number_is_told(one: str, other: str) -> None:
    told = [verdict_of(one, other), verdict_of(other, one)]
    assert [why for _verdict, why in told if any(map(str.isdecimal, why))] == []
    assert {verdict for verdict, _why in told} == {"changed"}


def test_how_long_an_ability_was_used_is_more_than_silence_about_it() -> None:
    silent = "Experience of rowing with children"
    lasting = "At least three years of experience of rowing with children"
    assert verdict_of(silent, lasting) == ("raised", "adds: three years")
    assert verdict_of(lasting, silent) == ("eased", "no longer: three years")


@pytest.mark.parametrize(
    ("one", "same"), [("30 days", "1 month"), ("7 days", "1 week"), ("365 days", "1 year"),
                      ("48 hours", "2 days")]
)  # fmt: skip
def test_the_same_time_in_other_units_is_neither_more_nor_less(one: str, same: str) -> None:
    texts = f"Keep records for {one}", f"Keep records for {same}"
    assert verdict_of(*texts)[0] not in ("raised", "eased")
    assert verdict_of(*texts[::-1])[0] not in ("raised", "eased")
