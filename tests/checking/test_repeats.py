from __future__ import annotations

from collections.abc import Callable

import pytest

from pathways.checking.finding import Code, Finding
from pathways.model.library import Library
from pathways.model.problem import Severity

Found = Callable[..., list[Finding]]
Stating = Callable[..., Library]
Drawn = Callable[..., Library]


def test_the_same_statement_twice_is_a_warning(found: Found, stating: Stating) -> None:
    (finding,) = found(
        stating("Report risks.", "Keep to the rules.", "report risks"), Code.SAID_TWICE
    )
    assert finding.severity is Severity.WARNING
    assert finding.statements == ("6.risk.3", "6.risk.1")
    assert finding.message == "This appears twice for grade 6: “Report risks”."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Maintain knowledge of ICT and new developments.",
            "Maintain a knowledge of new developments and of ICT.",
        ),
        (
            "Influence people to secure money for evaluation work.",
            "Influence people to secure money for the evaluation work.",
        ),
    ],
)
def test_nearly_the_same_is_advice(found: Found, stating: Stating, first: str, second: str) -> None:
    (finding,) = found(stating(first, second), Code.SAID_TWICE)
    assert finding.severity is Severity.ADVICE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Manage the budgets and contracts of one depot.", "Monitor the contracts of one depot."),
        ("Manage risks.", "Manage staff."),
        (
            "Answer letters, calls, messages and complaints from residents within 5 days.",
            "Answer letters, calls, messages and complaints from residents within 9 days.",
        ),
        (
            "Good knowledge of budgets, contracts and law.",
            "Excellent knowledge of budgets, contracts and law.",
        ),
        ("The postholder will:", "The postholder will:"),
    ],
)
def test_different_things_and_lead_ins_are_left(
    found: Found, stating: Stating, first: str, second: str
) -> None:
    assert found(stating(first, second), Code.SAID_TWICE) == []


def test_a_keyword_may_stand_under_two_headings_and_a_sentence_may_not(
    found: Found, drawn: Drawn
) -> None:
    sentence = "Keep to the rules of the depot."
    texts = {"6": {"risk": ["Python", sentence], "skills": ["Python", sentence]}}
    (finding,) = found(drawn("6", texts), Code.SAID_TWICE)
    assert finding.statements == ("6.skills.2", "6.risk.2")


def test_what_a_shared_text_says_twice_is_told_once_for_all_it_serves(
    found: Found, drawn: Drawn
) -> None:
    (finding,) = found(
        drawn("6-7", {"6 7": {"risk": ["Report risks.", "Report risks."]}}), Code.SAID_TWICE
    )
    assert finding.nodes == ("6", "7")
    assert "grade 6 and grade 7" in finding.message
