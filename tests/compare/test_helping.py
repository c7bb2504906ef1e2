"""Helping with what the other text does, named by its verb or by a noun."""

from __future__ import annotations

import pytest

from bundled import verdict_of


@pytest.mark.parametrize(
    ("helps", "does", "why"),
    [
        (
            "Work with the ward councillors, supporting the delivery of street parties",
            "Work with the ward councillors to deliver street parties",
            "supporting the delivery → deliver",
        ),
        (
            "Walk the river in all seasons, contributing to the inspection of its sluices",
            "Walk the river in all seasons and inspect its sluices",
            "contributing to the inspection → and inspect",
        ),
        (
            "Meet the growers each month, helping with the planning of the market",
            "Meet the growers each month to plan the market",
            "helping with the planning → to plan",
        ),
    ],
)
def test_to_help_with_an_act_that_a_noun_names_is_less_than_to_do_it(
    helps: str, does: str, why: str
) -> None:
    assert verdict_of(helps, does) == ("raised", why)
    assert verdict_of(does, helps)[0] == "eased"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # people are helped, and they do it
        ("Support the delivery of street parties", "Support the ward to deliver street parties"),
        # what is done is done to something else
        (
            "Visit farms, supporting the delivery of hay",
            "Visit farms to deliver a talk about ponds",
        ),
        # behind a comma, or "and", another matter begins
        ("Visit farms in support, delivery of hay", "Visit farms to deliver hay"),
        ("Read to pupils and support and delivery of books", "Read to pupils, to deliver books"),
        # the other helps as well
        ("Walk, supporting the delivery of hay", "Walk, support hay farms and deliver hay"),
        # one of two things that are done is no help with the other
        ("Support and deliver the fair", "Deliver and support the fair"),
        # help that is needed is no help that is given
        ("Asks for help, delivery of hay comes first", "Rarely needs help to deliver hay"),
    ],
)
def test_what_only_looks_like_helping_with_it_is_no_reason(before: str, after: str) -> None:
    assert "deliver" not in verdict_of(before, after)[1]
    assert "deliver" not in verdict_of(after, before)[1]


@pytest.mark.parametrize(
    ("less", "more", "why"),
    [
        ("Visits low-risk kitchens", "Visits high-risk kitchens", "low-risk → high-risk"),
        ("Lets medium-value leases", "Lets high-value leases", "medium-value → high-value"),
        ("Hears less complex appeals", "Hears complex appeals", "less complex → complex"),
        (
            "Hears difficult appeals",
            "Hears the most difficult appeals",
            "difficult → most difficult",
        ),
        (
            "Grants non-contentious licences",
            "Grants contentious licences",
            "non-contentious → contentious",
        ),
        (
            "Checks own work for slips",
            "Checks the work of others for slips",
            "own work → work of others",
        ),
        (
            "Ensure own work is tidy and on time",
            "Ensure the work of the team is tidy and on time",
            "own work → work of the team",
        ),
        ("Receives talks on ponds", "Gives talks on ponds", "receives → gives"),
        ("A rowing badge is desirable", "A rowing badge is essential", "desirable → essential"),
        ("Answers letters about bins", "Approves letters about bins", "answers → approves"),
        (
            "Recommends routes for the walk",
            "Decides on routes for the walk",
            "recommends → decides",
        ),
    ],
)
def test_how_difficult_how_risky_and_whose_work_it_is_are_told_apart(
    less: str, more: str, why: str
) -> None:
    assert verdict_of(less, more) == ("raised", why)
    assert verdict_of(more, less)[0] == "eased"


def test_neither_word_of_a_measure_with_a_hyphen_measures_anything_alone() -> None:
    assert verdict_of("Assess the risk of floods", "Assess the value of floods")[0] == "changed"
