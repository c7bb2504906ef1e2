from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from pathways.checking.finding import Code, Finding
from pathways.model.framework import Passage
from pathways.model.library import Library
from pathways.model.problem import Severity

Found = Callable[..., list[Finding]]
Stating = Callable[..., Library]


@pytest.mark.parametrize(
    "text",
    [
        "TBC",
        "tbc",
        "Budget responsibility: TBC",
        "Manage a team of (tbc) people",
        "Responsible for a budget (to be confirmed)",
        "The working pattern is to be confirmed.",
        "Salary: to be agreed",
        "Lorem ipsum dolor sit amet",
        "Manage xxx staff",
        "NOT IN USE",
        "Insert the duties here",
        "[insert service name]",
        "<add text>",
        "Click or tap here to enter text.",
        "Report to the [job title] each month",
        "Report to ??? each month",
        "Responsible for ______ staff",
        "Works for {{team}}",
        "Works for «Team_Name»",
        "Error! Reference source not found.",
        "#REF!",
        "–",
        "•",
        "…",
        "Placeholder",
        "MISSING",
        "[Department]",
        "[to include]",
        "// ... text goes here ...",
    ],
)
def test_what_is_not_finished_is_an_error(found: Found, stating: Stating, text: str) -> None:
    (finding,) = found(stating("Keep to the rules.", text), Code.PLACEHOLDER)
    assert finding.severity is Severity.ERROR
    assert finding.statements == ("6.risk.2",)
    assert finding.nodes == ("6",)
    assert finding.dimension == "risk"
    assert finding.keys == ("blocks", 0, "sections", 1, "statements", 1)


@pytest.mark.parametrize(
    "text",
    [
        "Ensure work to be completed is recorded, and priorities to be agreed with customers are "
        "listed",
        "Help goods to be confirmed by the supplier",
        "Answer letters (date and name given)",
        "Use XML, HTML and XSLT",
        "Insert cannulas safely",
        "Manage risks … and report them",
        "Follow the text of the policy",
        "Add to the record that is in use",
        "Cut fabric 5 x 5",
    ],
)
def test_ordinary_words_are_no_placeholder(found: Found, stating: Stating, text: str) -> None:
    assert found(stating(text), Code.PLACEHOLDER) == []


def test_something_left_out_in_brackets_is_a_warning(found: Found, stating: Stating) -> None:
    (finding,) = found(stating("Manage risk [...] and report it."), Code.PLACEHOLDER)
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize("text", ["N/A", "n/a.", "Not applicable"])
def test_a_statement_that_only_says_that_it_does_not_apply_is_advice(
    found: Found, stating: Stating, text: str
) -> None:
    (finding,) = found(stating(text), Code.PLACEHOLDER)
    assert finding.severity is Severity.ADVICE


def test_headings_facts_and_introductions_are_read_too(
    found: Found, stating: Stating, with_parts: Callable[..., Library]
) -> None:
    library = stating("Keep to the rules.")
    framework = library.frameworks[0]
    node = msgspec.structs.replace(framework.nodes[0], facts=("Department: TBC",), code="TBC")
    block = msgspec.structs.replace(framework.blocks[0], label="TBC")
    introduction = (Passage(heading="About", statements=("Lorem ipsum.",)),)
    findings = found(
        with_parts(library, nodes=(node,), blocks=(block,), introduction=introduction),
        Code.PLACEHOLDER,
    )
    assert [finding.keys for finding in findings] == [
        ("nodes", 0, "code"),
        ("nodes", 0, "facts", 0),
        ("introduction", 0, "statements", 0),
        ("blocks", 0, "label"),
    ]
    assert all(finding.nodes == ("6",) for finding in findings)
