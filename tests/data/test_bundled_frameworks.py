"""The bundled frameworks: whole, in our own words, and true to their sources where these are at
hand.
"""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

import bundled
from pathways import paths
from pathways.compare.language import same_but_for_looks
from pathways.model.framework import Wording

RUN = 8  # words in a row that would be the source's own


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", ""))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


@pytest.mark.parametrize("file", sorted(paths.data().glob("*.yaml")), ids=lambda file: file.stem)
def test_no_run_of_eight_words_of_any_source_stands_in_the_data(file: Path) -> None:
    ours = _runs(file.read_text(encoding="utf-8"))
    sources = [path for path in bundled.corpus().rglob("*") if path.suffix in (".txt", ".md")]
    assert sources
    for source in sources:
        assert not ours & _runs(source.read_text(encoding="utf-8")), source.name


def test_the_five_frameworks_have_the_promised_nodes() -> None:
    assert list(bundled.library().nodes) == [
        *(f"ict-{grade}" for grade in range(6, 15)),
        "head-of-technology",
        "head-of-profession",
        "head-of-data-engineering",
        *(f"leadership-{level}" for level in range(1, 8)),
    ]


def test_every_framework_says_where_it_comes_from_and_that_it_is_restated() -> None:
    checked = 0
    for framework in bundled.library().frameworks:
        checked += 1
        assert framework.wording is Wording.RESTATED
        checked += 1
        assert framework.language == "en-GB"
        checked += 1
        assert framework.organisation
        checked += 1
        assert framework.source.document
        checked += 1
        assert framework.licence
    assert checked


def test_every_statement_has_an_id_of_its_own_and_a_place_in_its_source() -> None:
    statements = [s for framework in bundled.library().frameworks for s in framework.statements]
    assert len({s.id for s in statements}) == len(statements)
    assert all(
        s.source.document and s.source.block and s.source.section and s.source.number
        for s in statements
    )


def test_opening_the_bundled_frameworks_finds_nothing_odd() -> None:
    assert bundled.library().problems == ()


@pytest.mark.parametrize(
    ("nodes", "dimension"),
    [
        (nodes, dimension)
        for nodes in (("ict-6", "ict-7", "ict-8"), ("ict-9", "ict-10"))
        for dimension in ("purpose", "overall", "accountabilities")
    ],
)
def test_what_the_document_gives_once_is_stored_once(
    nodes: tuple[str, ...], dimension: str
) -> None:
    found = [bundled.library().statements_of(node, dimension) for node in nodes]
    assert found[0]
    assert all(other == found[0] for other in found)
    assert all(statement.nodes == nodes for statement in found[0])


def test_the_levels_of_a_shared_block_count_backwards_and_belong_to_one_band() -> None:
    labels = {
        node: {s.label for s in bundled.library().statements_of(node, "knowledge") if s.label}
        for node in ("ict-6", "ict-7", "ict-8", "ict-9", "ict-10", "ict-11")
    }
    assert labels == {
        "ict-6": {"LEVEL 3 (band 6)"},
        "ict-7": {"LEVEL 2 (band 7)"},
        "ict-8": {"LEVEL 1 (band 8)"},
        "ict-9": {"LEVEL 2 (band 9)"},
        "ict-10": {"LEVEL 1 (band 10)"},
        "ict-11": set(),
    }


def test_head_of_technology_speaks_of_people_risk_and_knowledge() -> None:
    for dimension in ("people-management", "risk", "knowledge"):
        assert bundled.library().statements_of("head-of-technology", dimension)


def test_three_leadership_areas_have_a_definition_and_no_more() -> None:
    for dimension in ("innovation", "communication", "team-working"):
        for level in range(1, 8):
            statements = bundled.library().statements_of(f"leadership-{level}", dimension)
            assert statements
            assert all(statement.definition for statement in statements)


def test_the_steps_from_grade_14_are_indicative_and_across_organisations() -> None:
    across = [step for step in bundled.library().steps if step.source == "ict-14"]
    assert {step.target for step in across} == {
        "head-of-technology",
        "head-of-profession",
        "head-of-data-engineering",
    }
    assert all(
        step.indicative and step.kind.value == "across-organisations" and step.note
        for step in across
    )


def test_our_ict_framework_has_as_many_statements_as_its_source_in_every_section() -> None:
    ours, source = bundled.our_texts(), bundled.source_texts()
    assert _counts(ours) == _counts(source)


def _counts(texts: bundled.Texts) -> dict[tuple[str, str], int]:
    return {
        (grade, name): len(found)
        for grade, sections in texts.items()
        for name, found in sections.items()
    }


def test_what_is_the_same_at_two_grades_of_the_source_is_the_same_in_ours_and_nothing_else_is() -> (
    None
):
    ours, source = _in_order(bundled.our_texts()), _in_order(bundled.source_texts())
    different = [
        (ours[i], ours[j])
        for i, j in itertools.combinations(range(len(ours)), 2)
        if same_but_for_looks(ours[i], ours[j]) is not same_but_for_looks(source[i], source[j])
    ]
    assert different == []


def _in_order(texts: bundled.Texts) -> list[str]:
    return [
        text
        for grade in sorted(texts, key=int)
        for name in sorted(texts[grade])
        for text in texts[grade][name]
    ]
