"""Frameworks open together."""

from __future__ import annotations

import msgspec
import pytest

from drawing import framework, ladder
from pathways.errors import UsageError
from pathways.model.dimension import Dimension
from pathways.model.framework import Block, Entry, Framework, Node, Section
from pathways.model.library import Library, unknown
from pathways.model.problem import Problem, Severity


def test_a_node_id_used_twice_is_renamed_in_the_later_framework_and_said_so() -> None:
    texts = {"6": {"risk": ["Report risks"]}}
    first, second = framework("6-7", "one", texts=texts), framework("6-7", "two", texts=texts)
    library = Library.merge([first, second], [Dimension(id="risk", title="Risk")])
    assert list(library.nodes) == ["6", "7", "two.6", "two.7"]
    assert [(s.source, s.target) for s in library.steps] == [("6", "7"), ("two.6", "two.7")]
    assert [problem.severity for problem in library.problems] == [Severity.WARNING] * 2
    assert "“6” of" in library.problems[0].message


def test_statements_of_a_renamed_framework_have_ids_of_their_own() -> None:
    texts = {"6 7": {"risk": ["Report risks"]}, "6": {"people": ["Lead"]}}
    one, two = framework("6-7", "one", texts=texts), framework("6-7", "two", texts=texts)
    library = Library.merge([one, two], [])
    ids = [s.id for f in library.frameworks for s in f.statements]
    assert len(set(ids)) == len(ids) == 4
    assert library.statements_of("two.6", "risk")[0].nodes == ("two.6", "two.7")


def test_two_frameworks_of_one_id_and_no_common_node_get_two_ids() -> None:
    library = Library.merge([framework("6", "one"), framework("7", "one")], [])
    assert [f.id for f in library.frameworks] == ["one", "one-2"]
    assert len(library.problems) == 1


def test_merging_the_same_framework_three_times_still_clashes_nowhere() -> None:
    library = Library.merge([framework("6", "one")] * 3, [])
    assert len(library.nodes) == 3
    assert len({f.id for f in library.frameworks}) == 3


def test_a_step_to_a_node_that_is_not_open_is_left_aside() -> None:
    library = ladder("13-14", "14~head")
    alone = Library.merge([library.frameworks[1]], [])
    assert alone.steps == ()


def test_one_pair_of_nodes_has_one_step_the_first_stated() -> None:
    library = ladder("6-7", "8 6!7")
    assert [(s.source, s.target, s.kind.value) for s in library.steps] == [("6", "7", "next-grade")]


def test_dimensions_come_shared_first_then_each_frameworks_own() -> None:
    own = msgspec.structs.replace(
        framework("6", "one"), dimensions=(Dimension(id="poetry", title="Poetry"),)
    )
    library = Library.merge([own], [Dimension(id="risk", title="Risk")])
    assert list(library.dimensions) == ["risk", "poetry"]


def test_dimensions_of_nodes_are_those_that_one_of_them_states() -> None:
    library = ladder("6-7", texts={"6": {"risk": ["Report risks"]}, "7": {"people": ["Lead"]}})
    assert [d.id for d in library.dimensions_of(["6", "7"])] == ["risk", "people"]
    assert [d.id for d in library.dimensions_of(["7"])] == ["people"]


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda library: library.node("66"), "There is no grade or role “66”. Did you mean 6?"),
        (
            lambda library: library.framework("framework1"),
            "There is no framework “framework1”. Did you mean framework-1?",
        ),
        (
            lambda library: library.dimension("rsk"),
            "There is no dimension “rsk”. Did you mean risk?",
        ),
        (
            lambda library: library.framework_of("zzz"),
            "There is no grade or role “zzz”. Known are: 6, 7.",
        ),
    ],
)
def test_what_is_unknown_gets_a_suggestion(ask: object, sentence: str) -> None:
    library = ladder("6-7", texts={"6": {"risk": ["Report risks"]}})
    with pytest.raises(UsageError) as caught:
        ask(library)  # type: ignore[operator]
    assert str(caught.value) == sentence


def test_a_long_list_of_what_is_known_is_not_recited() -> None:
    assert unknown("grade", "zzz", [f"grade-{n}" for n in range(50)]) == "There is no grade “zzz”."


def _framework(*sections: Section, nodes: tuple[str, ...] = ("ict-6", "ict-7")) -> Framework:
    plain = msgspec.structs.replace(
        framework("6-7", "ict"),
        nodes=tuple(Node(id=node, title=node, grade=node) for node in nodes),
    )
    return msgspec.structs.replace(plain, blocks=(Block(nodes=nodes, sections=sections),))


def test_statement_ids_are_made_of_block_section_and_number() -> None:
    found = _framework(
        Section(
            dimension="risk", heading="Risk", statements=("One", Entry(text="Two", id="own-id"))
        ),
        Section(dimension="risk", heading="More risk", statements=("Three",)),
        Section(
            dimension="risk", heading="Risk", label="Band 7", only=("ict-7",), statements=("Four",)
        ),
        Section(dimension="risk", heading="Risk", id="special", statements=("Five",)),
    )
    assert [s.id for s in found.statements] == [
        "ict-6-7.risk.1",
        "own-id",
        "ict-6-7.risk-2.1",
        "ict-7.risk.1",
        "ict-6-7.special.1",
    ]


def test_a_statement_speaks_of_its_sections_dimension_and_of_those_it_is_tagged_with() -> None:
    found = _framework(
        Section(
            dimension="delivery",
            heading="Delivery",
            statements=(Entry(text="X", also=("risk", "delivery")),),
        )
    )
    assert found.statements[0].dimensions == ("delivery", "risk")
    assert found.statements_of("ict-6", "risk") == found.statements


def test_the_place_of_a_statement_reads_as_a_footnote() -> None:
    found = _framework(
        Section(
            dimension="risk", heading="Risk", label="Band 7", only=("ict-7",), statements=("X",)
        )
    )
    assert found.statements[0].source.text.endswith("Risk (Band 7), no. 1")
    assert not found.statements[0].shared


def test_a_problem_says_what_where_and_what_to_do() -> None:
    from pathlib import Path

    problem = Problem(
        message="“id” is missing.", advice="Add it.", file=Path("a.yaml"), line=3, column=5
    )
    assert str(problem) == "a.yaml, line 3, column 5: “id” is missing. Add it."
    assert str(Problem(message="Nothing is open.")) == "Nothing is open."


def test_statement_ids_that_two_files_give_are_told_apart() -> None:
    section = Section(
        dimension="risk", heading="Risk", statements=(Entry(text="One", id="mine"), "Two")
    )
    one = msgspec.structs.replace(
        framework("6", "one"), blocks=(Block(nodes=("6",), sections=(section,), id="b"),)
    )
    two = msgspec.structs.replace(
        framework("7", "two"), blocks=(Block(nodes=("7",), sections=(section,), id="b"),)
    )
    library = Library.merge([one, two], [])
    ids = [s.id for f in library.frameworks for s in f.statements]
    assert len(set(ids)) == 4
    assert library.statements_of("7")[0].text == "One"
