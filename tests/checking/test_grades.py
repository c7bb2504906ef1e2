from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from pathways.checking.finding import Code, Finding
from pathways.checking.grades import codes
from pathways.model.framework import NodeKind
from pathways.model.library import Library
from pathways.model.problem import Severity

Found = Callable[..., list[Finding]]
Drawn = Callable[..., Library]
WithParts = Callable[..., Library]


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("6 / 7 / 8", {"6", "7", "8"}),
        ("Grades 6-8", {"6", "7", "8"}),
        ("6 to 8", {"6", "7", "8"}),
        ("07", {"7"}),
        ("Grade: G7", {"G7"}),
        ("PO10", {"PO10"}),
        ("Senior", set()),
        ("", set()),
    ],
)
def test_a_list_of_grades_is_read_as_people_read_it(text: str, grades: set[str]) -> None:
    assert codes(text) == grades


def nodes(library: Library, **changes: dict[str, Any]) -> tuple[Any, ...]:
    """Return the nodes of the first framework with changes by their position: n0={"title": …}."""
    return tuple(
        msgspec.structs.replace(node, **changes.get(f"n{place}", {}))
        for place, node in enumerate(library.frameworks[0].nodes)
    )


@pytest.mark.parametrize(
    ("title", "grade", "kind"),
    [
        ("Grade 7", "8", NodeKind.GRADE),
        ("Engineer, Grade 7", "8", NodeKind.GRADE),
        ("Engineer (Band G7)", "G6", NodeKind.ROLE),
        ("Level 3", "4", NodeKind.LEVEL),
        ("Grades 6-7", "9", NodeKind.GRADE),
    ],
)
def test_a_title_that_names_another_grade_is_an_error(
    found: Found, drawn: Drawn, with_parts: WithParts, title: str, grade: str, kind: NodeKind
) -> None:
    library = drawn("6")
    library = with_parts(
        library, nodes=nodes(library, n0={"title": title, "grade": grade, "kind": kind})
    )
    (finding,) = found(library, Code.CONTRADICTORY_GRADE)
    assert finding.severity is Severity.ERROR
    assert title in finding.message


@pytest.mark.parametrize(
    ("title", "grade", "kind"),
    [
        ("Grade 7", "7", NodeKind.GRADE),
        ("Grade 7", "G7", NodeKind.GRADE),
        ("Grade 07", "7", NodeKind.GRADE),
        ("Band 6/7", "7", NodeKind.GRADE),
        ("Level 1", "8", NodeKind.GRADE),  # levels may count as they like
        ("Level 3 (grade 9)", "3", NodeKind.LEVEL),
        ("Engineer II", "7", NodeKind.ROLE),
        ("Upgrade 5 engineer", "7", NodeKind.ROLE),
        ("Grade 7", "Principal", NodeKind.GRADE),
    ],
)
def test_titles_that_agree_or_say_nothing_are_left(
    found: Found, drawn: Drawn, with_parts: WithParts, title: str, grade: str, kind: NodeKind
) -> None:
    library = drawn("6")
    library = with_parts(
        library, nodes=nodes(library, n0={"title": title, "grade": grade, "kind": kind})
    )
    assert found(library, Code.CONTRADICTORY_GRADE) == []


def labelled(
    library: Library, with_parts: WithParts, *labels: str, of_sections: bool = False
) -> Library:
    """Return the library with labels on its blocks, or on their first sections."""
    blocks = []
    for block, label in zip(library.frameworks[0].blocks, labels, strict=True):
        if of_sections:
            first, *rest = block.sections
            block = msgspec.structs.replace(
                block, sections=(msgspec.structs.replace(first, label=label), *rest)
            )
        else:
            block = msgspec.structs.replace(block, label=label)
        blocks.append(block)
    return with_parts(library, blocks=tuple(blocks))


@pytest.mark.parametrize("of_sections", [False, True])
def test_text_labelled_for_another_grade_is_an_error(
    found: Found, drawn: Drawn, with_parts: WithParts, of_sections: bool
) -> None:
    library = labelled(
        drawn("6-7"), with_parts, "Grade: 6", "LEVEL 2 (band 6)", of_sections=of_sections
    )
    (finding,) = found(library, Code.CONTRADICTORY_GRADE)
    assert finding.message == "The text labelled “LEVEL 2 (band 6)” is given to grade 7."
    assert finding.keys == ("blocks", 1, *(("sections", 0) if of_sections else ()), "label")


def test_levels_that_count_backwards_in_labels_are_no_contradiction(
    found: Found, drawn: Drawn, with_parts: WithParts
) -> None:
    library = labelled(drawn("6-7"), with_parts, "LEVEL 2 (band 6)", "LEVEL 1 (band 7)")
    assert found(library, Code.CONTRADICTORY_GRADE) == []


def test_a_label_that_names_a_grade_without_the_text_is_a_warning(
    found: Found, drawn: Drawn, with_parts: WithParts
) -> None:
    (finding,) = found(
        labelled(drawn("6-7"), with_parts, "Grade 6/7", ""), Code.CONTRADICTORY_GRADE
    )
    assert (finding.severity, finding.nodes) == (Severity.WARNING, ("6",))
    assert "names 7 too" in finding.message


def test_a_label_that_names_a_grade_nobody_has_is_an_unknown_grade(
    found: Found, drawn: Drawn, with_parts: WithParts
) -> None:
    (finding,) = found(labelled(drawn("6-7"), with_parts, "Grade 6 / 9", ""), Code.UNKNOWN_GRADE)
    assert "9, which is no grade of this framework" in finding.message


def test_a_label_of_nodes_without_numbers_is_left(
    found: Found, drawn: Drawn, with_parts: WithParts
) -> None:
    library = labelled(drawn("junior-senior"), with_parts, "Grade 6", "Grade 7")
    assert found(library, Code.CONTRADICTORY_GRADE) == []


def test_a_grade_that_is_not_stated_while_others_are_is_a_warning(
    found: Found, drawn: Drawn, with_parts: WithParts
) -> None:
    library = drawn("6-7-8")
    (finding,) = found(
        with_parts(library, nodes=nodes(library, n1={"grade": "?"})), Code.UNKNOWN_GRADE
    )
    assert (finding.severity, finding.nodes) == (Severity.WARNING, ("7",))


def test_a_framework_without_any_grades_is_one_piece_of_advice(
    found: Found, drawn: Drawn, with_parts: WithParts
) -> None:
    library = drawn("1-2-3-4-5-6")
    none = {f"n{place}": {"grade": "not stated", "title": f"Role {place}"} for place in range(6)}
    (finding,) = found(with_parts(library, nodes=nodes(library, **none)), Code.UNKNOWN_GRADE)
    assert finding.severity is Severity.ADVICE
    assert "and 3 more" in finding.message


def test_two_grades_of_one_name_are_told_but_roles_may_share_one(
    found: Found, drawn: Drawn, with_parts: WithParts
) -> None:
    library = drawn("6-7")
    (finding,) = found(
        with_parts(library, nodes=nodes(library, n1={"grade": "6"})), Code.GRADE_TWICE
    )
    assert finding.nodes == ("7", "6")
    roles = nodes(library, n0={"kind": NodeKind.ROLE}, n1={"kind": NodeKind.ROLE, "grade": "6"})
    assert found(with_parts(library, nodes=roles), Code.GRADE_TWICE) == []


def test_a_grade_below_the_one_before_it_is_out_of_order(found: Found, drawn: Drawn) -> None:
    (finding,) = found(drawn("6-8-7-9"), Code.GRADE_ORDER)
    assert finding.severity is Severity.WARNING
    assert finding.message == "Grade 7 stands above grade 8: the grades do not rise."
    assert finding.keys == ("nodes", 2)


def test_grades_that_all_count_down_are_one_piece_of_advice(found: Found, drawn: Drawn) -> None:
    (finding,) = found(drawn("9-8-7"), Code.GRADE_ORDER)
    assert finding.severity is Severity.ADVICE
    assert "from 9 to 7" in finding.message


@pytest.mark.parametrize("drawing", ["6-7-9", "junior-senior"])
def test_grades_that_rise_or_cannot_be_compared_are_in_order(
    found: Found, drawn: Drawn, drawing: str
) -> None:
    assert found(drawn(drawing), Code.GRADE_ORDER) == []


def test_g7_below_g6_is_how_the_civil_service_counts(
    found: Found, drawn: Drawn, with_parts: WithParts
) -> None:
    library = drawn("heo-g7-g6-scs1")
    assert found(library, Code.GRADE_ORDER) == []
