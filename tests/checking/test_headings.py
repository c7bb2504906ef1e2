from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from pathways.checking.finding import Code, Finding
from pathways.model.library import Library

Found = Callable[..., list[Finding]]


@pytest.fixture
def headed(drawn: Callable[..., Library]) -> Callable[..., Library]:
    """Return a ladder of one grade for each heading over its statements on equality."""

    def make(*headings: str, dimensions: tuple[str, ...] = ()) -> Library:
        grades = [str(number) for number in range(6, 6 + len(headings))]
        own = dimensions or ("equality",) * len(headings)
        texts = {
            grade: {d: [f"Respect everyone, as grade {grade}."]}
            for grade, d in zip(grades, own, strict=True)
        }
        library = drawn("-".join(grades), texts)
        framework = library.frameworks[0]
        replace = msgspec.structs.replace
        blocks = tuple(
            replace(
                block, sections=(block.sections[0], replace(block.sections[1], heading=heading))
            )
            for block, heading in zip(framework.blocks, headings, strict=True)
        )
        return Library.merge([replace(framework, blocks=blocks)], library.shared_dimensions)

    return make


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("Equality and Diversity", "Equality & Diversity"),
        ("Equality and Diversity", "Equality and diversity:"),
        ("Equality and Diversity", "Equality and Diversty"),
        ("Responsibilities", "Responsibility"),
    ],
)
def test_spellings_of_one_heading_are_counted(
    found: Found, headed: Callable[..., Library], usual: str, other: str
) -> None:
    (finding,) = found(headed(usual, other, usual), Code.HEADING_VARIES)
    assert f"“{usual}” (2) and “{other}” (1)" in finding.message
    assert f"“{usual}”" in finding.advice
    assert (finding.nodes, finding.dimension) == (("7",), "equality")
    assert finding.keys == ("blocks", 1, "sections", 1, "heading")


@pytest.mark.parametrize(
    "headings",
    [
        ("Junior engineer", "Senior engineer"),
        ("Band 7 duties", "Band 8 duties"),
        ("Equality", "Equality and diversity"),
        ("Working with others", "Leading with others"),
        ("Fair people", "Kind peoples"),
    ],
)
def test_different_headings_are_left_alone(
    found: Found, headed: Callable[..., Library], headings: tuple[str, ...]
) -> None:
    assert found(headed(*headings), Code.HEADING_VARIES) == []


def test_one_heading_compared_under_two_dimensions_is_told(
    found: Found, headed: Callable[..., Library]
) -> None:
    (finding,) = found(
        headed("Conduct", "Conduct", "Conduct", dimensions=("equality", "risk", "equality")),
        Code.HEADING_OF_TWO,
    )
    assert "“Equality” and “Risk”" in finding.message
    assert finding.nodes == ("7",)


def test_text_divided_under_one_heading_on_purpose_is_not(
    found: Found, drawn: Callable[..., Library]
) -> None:
    library = drawn("6", {"6": {"equality": ["Respect everyone."], "risk": ["Report risks."]}})
    framework = library.frameworks[0]
    replace = msgspec.structs.replace
    block = framework.blocks[0]
    same = replace(
        block, sections=tuple(replace(section, heading="Duties") for section in block.sections)
    )
    divided = Library.merge([replace(framework, blocks=(same,))], library.shared_dimensions)
    assert found(divided, Code.HEADING_OF_TWO) == []
