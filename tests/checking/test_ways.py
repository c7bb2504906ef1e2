from __future__ import annotations

from collections.abc import Callable

from drawing import ladder
from pathways.checking.finding import Code, Finding
from pathways.model.library import Library
from pathways.model.problem import Severity
from pathways.model.step import Step

Found = Callable[..., list[Finding]]
Drawn = Callable[..., Library]


def test_a_node_that_no_step_reaches_is_a_warning(found: Found, drawn: Drawn) -> None:
    (finding,) = found(drawn("6-7 9"), Code.UNREACHABLE)
    assert (finding.severity, finding.nodes) == (Severity.WARNING, ("9",))
    assert finding.keys == ("nodes", 2)


def test_a_plain_list_of_roles_is_one_piece_of_advice(found: Found, drawn: Drawn) -> None:
    (finding,) = found(drawn("clerk officer manager"), Code.UNREACHABLE)
    assert (finding.severity, finding.nodes) == (Severity.ADVICE, ("clerk", "officer", "manager"))


def test_a_role_on_its_own_needs_no_steps(found: Found, drawn: Drawn) -> None:
    assert found(drawn("6"), Code.UNREACHABLE) == []


def test_a_step_from_another_framework_reaches_too(found: Found) -> None:
    library = ladder("13-14 head", "15 14~15 14~head")
    assert found(library, Code.UNREACHABLE) == []


def test_a_step_to_a_node_that_is_not_open_asks_what_was_meant(
    found: Found, drawn: Drawn, with_parts: Callable[..., Library]
) -> None:
    library = drawn("g6-g7")
    library = with_parts(library, steps=(Step(source="g6", target="g77"),))
    (finding,) = found(library, Code.BROKEN_STEP)
    assert finding.severity is Severity.WARNING
    assert "“g77”" in finding.message
    assert (finding.nodes, finding.keys) == (("g6",), ("steps", 0))
