from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from pathways.checking.finding import Code, Finding
from pathways.model.framework import Entry
from pathways.model.library import Library
from pathways.model.problem import Severity

Found = Callable[..., list[Finding]]
Drawn = Callable[..., Library]


def risky(*grades: str) -> dict[str, dict[str, list[str]]]:
    """Return texts on risk for the given grades."""
    return {grade: {"risk": [f"Report the risks that grade {grade} meets."]} for grade in grades}


def test_a_gap_between_grades_is_a_warning(found: Found, drawn: Drawn) -> None:
    (finding,) = found(drawn("6-7-8", risky("6", "8")), Code.MISSING_DIMENSION)
    assert finding.severity is Severity.WARNING
    assert finding.message == "Grade 7 says nothing on risk, although grades below and above it do."
    assert (finding.nodes, finding.dimension, finding.keys) == (("7",), "risk", ("nodes", 1))


@pytest.mark.parametrize("silent", ["6", "8"])
def test_a_gap_at_an_end_may_be_meant(found: Found, drawn: Drawn, silent: str) -> None:
    (finding,) = found(drawn("6-7-8", risky(*({"6", "7", "8"} - {silent}))), Code.MISSING_DIMENSION)
    assert (finding.severity, finding.nodes) == (Severity.ADVICE, (silent,))


def test_the_dimensions_that_one_grade_lacks_are_one_finding(found: Found, drawn: Drawn) -> None:
    texts = {
        g: {d: [f"Do {d}, as {g} does."] for d in ("risk", "people", "safety", "money", "law")}
        for g in ("6", "7")
    }
    (finding,) = found(drawn("6-7-8", texts), Code.MISSING_DIMENSION)
    assert "risk, people, safety and 2 more" in finding.message
    assert finding.dimension == ""


def test_what_half_of_the_grades_state_need_not_be_stated_by_all(
    found: Found, drawn: Drawn
) -> None:
    assert found(drawn("6-7-8-9", risky("8", "9")), Code.MISSING_DIMENSION) == []


def test_two_grades_are_too_few_to_say_what_most_do(found: Found, drawn: Drawn) -> None:
    assert found(drawn("6-7", risky("7")), Code.MISSING_DIMENSION) == []


def test_a_mention_under_another_heading_fills_the_gap(found: Found, drawn: Drawn) -> None:
    library = drawn("6-7-8", risky("6", "8"))
    framework = library.frameworks[0]
    replace = msgspec.structs.replace
    block = framework.blocks[1]
    section = replace(block.sections[0], statements=(Entry(text="Report risks.", also=("risk",)),))
    blocks = (framework.blocks[0], replace(block, sections=(section,)), *framework.blocks[2:])
    mentioned = Library.merge([replace(framework, blocks=blocks)], library.shared_dimensions)
    assert found(mentioned, Code.MISSING_DIMENSION) == []


def test_a_grade_without_any_text_is_told_once(
    found: Found, drawn: Drawn, with_parts: Callable[..., Library]
) -> None:
    library = drawn("6-7-8", risky("6", "7", "8"))
    findings = found(with_parts(library, blocks=library.frameworks[0].blocks[:2]))
    about = [finding for finding in findings if finding.nodes == ("8",)]
    assert [finding.code for finding in about] == [Code.NO_TEXT]


def test_a_dimension_that_is_only_defined_is_told(found: Found, drawn: Drawn) -> None:
    library = drawn("6-7", {"6 7": {"risk": ["Risk is what may go wrong."]}})
    framework = library.frameworks[0]
    replace = msgspec.structs.replace
    *others, block = framework.blocks
    defined = replace(
        block, sections=tuple(replace(section, definition=True) for section in block.sections)
    )
    library = Library.merge(
        [replace(framework, blocks=(*others, defined))], library.shared_dimensions
    )
    (finding,) = found(library, Code.ONLY_DEFINED)
    assert finding.message.startswith("The document says what “Risk” is")
    assert finding.nodes == ("6", "7")
    assert found(library, Code.SHARED_TEXT) == []


def test_a_gap_at_many_grades_is_told_once(found: Found, drawn: Drawn) -> None:
    grades = [str(number) for number in range(1, 16)]
    texts = {grade: {"overall": [f"Does the work of kind {grade}."]} for grade in grades}
    for grade in grades[4:]:
        texts[grade]["risk"] = [f"Reports risks of kind {grade}."]
    (finding,) = found(drawn("-".join(grades), texts), Code.MISSING_DIMENSION)
    assert finding.nodes == ("1", "2", "3", "4")
    assert "The same holds for 3 more" in finding.message
    assert finding.dimension == "risk"
