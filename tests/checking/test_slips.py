from __future__ import annotations

from collections.abc import Callable

import pytest

from pathways.checking.finding import Code, Finding
from pathways.model.library import Library

Found = Callable[..., list[Finding]]
Stating = Callable[..., Library]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lead the the team.", "“the” is repeated here"),
        ("Manage risks,issues and plans.", "“risks,issues”"),
        ("Manage the service.The team reports.", "“service.The”"),
        ("Manage the servicesThe staff use.", "“servicesThe”"),
    ],
)
def test_a_slip_that_needs_no_dictionary_is_told(
    found: Found, stating: Stating, text: str, words: str
) -> None:
    (finding,) = found(stating(text, "Improve the services."), Code.SLIP)
    assert words in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Ensure that that policy is kept.",
        "Work in Baden Baden.",
        "Use Node.js, ASP.NET, DevOps, SharePoint, ServiceNow and GitHub.",
        "Write to help@council.gov.uk or see https://example.org/a,b and www.example.org/c,d.",
        "Budgets of 1,000 and 2.5 million.",
        "Work with tradesThe",
    ],
)
def test_names_addresses_and_numbers_are_no_slips(
    found: Found, stating: Stating, text: str
) -> None:
    assert found(stating(text), Code.SLIP) == []
