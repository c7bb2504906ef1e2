from __future__ import annotations

import pytest

from pathways.model.unfinished import is_unfinished, says_nothing


@pytest.mark.parametrize(
    "text",
    [
        "TBC",
        "(tbc)",
        "MISSING",
        "To be confirmed.",
        "to follow",
        "[Department]",
        "<Job title>",
        "{{ role.summary }}",
        "// ... text goes here ...",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
        "Insert text here",
        "No description available",
        "………",
        "- - -",
        "NULL",
        "Work in progress",
        "placeholder text",
    ],
)
def test_the_place_of_a_text_is_none(text: str) -> None:
    assert is_unfinished(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Reports missing children to the duty officer",
        "Missing persons",
        "Sets the tone [see annex]",
        "[1]",
        "[x]",
        "Keeps text short.",
        "Manages work in progress",
        "Support",
        "E",
        "3(a)",
        "To be confirmed in post after six months",
    ],
)
def test_what_says_something_is_a_text(text: str) -> None:
    assert not is_unfinished(text)


def test_saying_that_there_is_nothing_is_something_else() -> None:
    assert says_nothing("N/A") and says_nothing("None.") and not is_unfinished("N/A")
    assert not says_nothing("None of the staff")
