from __future__ import annotations

import pytest

from pathways.importing.metadata import (
    bare_title,
    noise,
    parse_fact,
    placeholder,
)
from pathways.importing.organisations import find_organisation, is_organisation


def test_a_known_key_with_a_short_value_is_a_fact() -> None:
    fact = parse_fact("Job Family: ICT")
    assert fact is not None
    assert (fact.key, fact.value, fact.kind) == ("Job Family", "ICT", "family")


@pytest.mark.parametrize(
    "text",
    [
        "Overall: The thing",
        "Risk: reports risks",
        "Responsible for: leading the team, setting its aims, and making sure that all of it is "
        "done well and in time.",
        "Title: This is a sentence.",
        "Just words",
        "Base: we expect that you are at work in the office on most days.",
    ],
)
def test_running_text_with_a_colon_is_no_fact(text: str) -> None:
    assert parse_fact(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Page 2 of 3",
        "14",
        "OFFICIAL SENSITIVE 2",
        "Contents",
        "Purpose ........ 3",
        "© A Council",
        "Back to top",
        "N/A",
    ],
)
def test_lines_that_are_only_noise_are_told_with_a_reason(text: str) -> None:
    assert noise(text)


def test_a_statement_is_no_noise() -> None:
    assert noise("Manage risk") == ""
    assert placeholder("NOT IN USE")
    assert placeholder("14") == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "This describes the family within Derbyshire County Council. Each",
            "Derbyshire County Council",
        ),
        ("Royal Borough of Greenwich is beginning", "Royal Borough of Greenwich"),
        ("exciting times at the Department for Education. In 2022", "Department for Education"),
        (
            "The London Borough of Barking and Dagenham seeks",
            "London Borough of Barking and Dagenham",
        ),
        (
            "Northumbria Healthcare NHS Foundation Trust is",
            "Northumbria Healthcare NHS Foundation Trust",
        ),
        ("Supporting the Council in its work", ""),
        ("Developing the Council", ""),
        ("The Council", ""),
        ("Represents the service at the Trade Unions and Works Council.", ""),
        ("Works with the Care Quality Commission and the Youth Justice Board.", ""),
        ("Sits on the Parish Council of Little Dean.", ""),
        ("Advises Little Dean Council on trees.", ""),
        ("Job families of Little Dean Council", "Little Dean Council"),
        ("© 2024 Little Dean Council", "Little Dean Council"),
        ("Ymunwch â ni. Cyngor Gwynedd", ""),
    ],
)
def test_the_organisation_is_found_in_running_text(text: str, name: str) -> None:
    assert find_organisation([text]) == name


def test_a_title_loses_the_kind_of_its_document() -> None:
    assert bare_title("Senior Content Designer Job description") == "Senior Content Designer"
    assert bare_title("Job description: Planner") == "Planner"
    assert bare_title("Job Description") == "Job Description"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Little Dean Borough Council", True),
        ("The Environment Agency", True),
        ("Cyngor Sir Ceredigion", True),
        ("West Shire Fire and Rescue Service", True),
        ("Works Council", False),
        ("Reports to Little Dean Council", False),
        ("Council", False),
    ],
)
def test_a_line_alone_may_be_the_name_of_an_organisation(text: str, whole: bool) -> None:
    assert is_organisation(text) is whole


def test_a_note_to_recruiters_is_nothing_that_the_role_asks_for() -> None:
    from pathways.importing.metadata import recruiting_note

    for text in (
        "Shortlisting criteria: those marked with a star.",
        "Short-list: use the application form.",
        "Note to applicants: please address each point.",
        "Essential criteria assessed via application form.",
        "Candidates should address each criterion in their application.",
    ):
        assert recruiting_note(text), text
    for text in (
        "Recruitment: leads panels and induction.",
        "Draw up shortlists for the panels of the service.",
        "Criteria for loans are applied with care.",
        "Candidates for election are advised on the law.",
        "Interviews witnesses.",
    ):
        assert not recruiting_note(text), text
