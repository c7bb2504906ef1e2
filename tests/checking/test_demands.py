from __future__ import annotations

from collections.abc import Callable

import pytest

import bundled
from pathways.checking.demands import lowered
from pathways.checking.finding import Code, Finding
from pathways.checking.subject import Subject
from pathways.compare.comparison import Comparer
from pathways.model.library import Library
from pathways.model.problem import Severity

Found = Callable[..., list[Finding]]
Drawn = Callable[..., Library]


@pytest.fixture
def subject() -> Subject:
    """Weigh words as they are in the ICT job family."""
    library = bundled.library()
    return Subject(library, library.framework("ict"), bundled.comparer())


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (
            "Excellent knowledge of budgets and contracts.",
            "Good knowledge of budgets and contracts.",
            "excellent → good",
        ),
        (
            "Manage risk across the depots.",
            "Contribute to risk across the depots.",
            "manage → contribute",
        ),
        ("Lead and shape the equality policy.", "Support the equality policy.", "shape → support"),
        (
            "Report incidents in the depots to the police.",
            "Report incidents in the depots to the police where appropriate.",
            "adds: where appropriate",
        ),
    ],
)
def test_less_of_the_same_is_beyond_doubt(
    subject: Subject, before: str, after: str, why: str
) -> None:
    assert lowered(before, after, subject) == why


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Good knowledge of budgets and contracts.",
            "Excellent knowledge of budgets and contracts.",
        ),
        ("Contribute to risk across the depots.", "Manage risk across the depots."),
        ("Lead the equality policy.", "Take responsibility for the equality policy."),  # too close
        (
            "Build, configure and support network cables.",
            "Design and implement network cables.",
        ),  # as much
        (
            "Plan workshops on network cables.",
            "Help others to plan workshops on network cables.",
        ),  # not less
        (
            "Comprehensive understanding of systems, methods, contracts and budgets.",
            "Some relevant understanding.",
        ),
        ("Excellent knowledge of budgets.", "Good skills in welding and plumbing."),
        ("“Manage” risk across the depots.", "“Contribute” to risk across the depots."),
    ],
)
def test_what_may_be_meant_otherwise_is_not_held_against_a_document(
    subject: Subject, before: str, after: str
) -> None:
    assert lowered(before, after, subject) == ""


def test_a_higher_grade_that_asks_for_less_is_a_warning_with_both_texts(found: Found) -> None:
    library = Library.merge(
        [bundled.library().framework("ict")], bundled.library().shared_dimensions
    )
    findings = found(library, Code.ASKS_LESS)
    assert [(finding.nodes, finding.severity) for finding in findings] == [
        (("ict-10", "ict-11"), Severity.WARNING),
        (("ict-13", "ict-14"), Severity.WARNING),
    ]
    assert "highly complex → complex" in findings[1].message
    assert findings[1].statements == ("ict-14.knowledge.8", "ict-13.knowledge.8")


def test_a_duty_that_is_not_carried_on_where_nothing_comes_is_advice(
    found: Found, drawn: Drawn
) -> None:
    kept = "Keep the register of insurers and their letters."
    texts = {"6": {"risk": [kept, "Inspect ladders and scaffolds weekly."]}, "7": {"risk": [kept]}}
    (finding,) = found(drawn("6-7", texts), Code.ASKS_LESS)
    assert (finding.severity, finding.statements) == (Severity.ADVICE, ("6.risk.2",))
    assert "no longer mentions: “Inspect ladders and scaffolds weekly”" in finding.message


def test_a_dimension_that_ends_is_told_once(found: Found, drawn: Drawn) -> None:
    texts = {grade: {"risk": [f"Report risks as grade {grade} does."]} for grade in ("6", "7")}
    findings = found(drawn("6-7-8-9", texts))
    (finding,) = [f for f in findings if f.dimension == "risk" and f.code is Code.DROPPED_DIMENSION]
    assert finding.nodes == ("7", "8")
    assert not [f for f in findings if f.code is Code.MISSING_DIMENSION]


def test_a_dimension_reported_as_missing_is_not_reported_as_ended(
    found: Found, drawn: Drawn
) -> None:
    texts = {grade: {"risk": [f"Report risks as grade {grade} does."]} for grade in ("6", "7")}
    findings = [f.code for f in found(drawn("6-7-8", texts)) if f.dimension == "risk"]
    assert Code.MISSING_DIMENSION in findings
    assert Code.DROPPED_DIMENSION not in findings


def test_an_indicative_step_holds_nothing_against_anyone(found: Found, drawn: Drawn) -> None:
    assert found(drawn("6~7", {"6": {"risk": ["Manage risks."]}}), Code.DROPPED_DIMENSION) == []


def test_a_comparer_of_the_whole_library_serves_each_framework() -> None:
    comparer = Comparer(bundled.library(), bundled.vocabulary())
    steps = Subject(bundled.library(), bundled.library().framework("leadership"), comparer).changes
    assert len(steps) == 6
