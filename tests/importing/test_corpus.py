"""The real documents, where they are at hand: no correction by hand, and every word
accounted for.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from accounted import unaccounted
from importing_documents import corpus, dimensions, imported, texts
from pathways.compare.change import Verdict
from pathways.compare.comparison import Comparer
from pathways.importing.accounting import counts
from pathways.importing.identity import keep_ids
from pathways.importing.imported import Became, Imported
from pathways.model.framework import Framework
from pathways.model.library import Library
from pathways.store.framework_file import framework_and_warnings
from pathways.store.framework_writer import framework_yaml
from pathways.store.vocabulary_file import read_vocabulary
from pathways.workspace.workspace import Workspace

NAMES = [
    "seeds/000",
    "seeds/001",
    "seeds/002",
    "seeds/003",
    "seeds/004",
    "dfe",
    "dfe/senior",
    "gdad/roles",
]
HAND_MADE = {
    "seeds/000": "head-of-profession",
    "seeds/001": "head-of-data-engineering",
    "seeds/002": "leadership",
    "seeds/003": "ict",
    "seeds/004": "head-of-technology",
}


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_real_document_is_accounted_for(name: str) -> None:
    outlines = corpus(name)
    found = imported(*outlines)
    assert unaccounted(outlines, found) == []
    assert counts(found)["lines"] >= sum(len(outline.pieces) for outline in outlines)


@pytest.mark.parametrize("name", NAMES)
def test_a_real_document_is_written_and_read_back_and_imported_again_as_the_same_file(
    name: str, tmp_path: Path
) -> None:
    outlines = corpus(name)
    first = imported(*outlines)
    path = tmp_path / "framework.yaml"
    path.write_text(framework_yaml(first.framework), encoding="utf-8")
    read, warnings = framework_and_warnings(path, [dimension.id for dimension in dimensions()])
    assert read == first.framework
    assert not warnings
    again = keep_ids(imported(*outlines), read)
    assert framework_yaml(again.framework) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", HAND_MADE)
def test_a_seed_has_as_many_statements_in_each_place_as_when_it_is_done_by_hand(name: str) -> None:
    hand = Workspace.open().library.framework(HAND_MADE[name])
    found = imported(*corpus(name)).framework
    assert _counted(found) == _counted(hand)


def _counted(framework: Framework) -> Counter[tuple[str, str, bool]]:
    grades = {node.id: node.grade for node in framework.nodes}
    return Counter(
        (grades[node], statement.dimensions[0], statement.definition)
        for statement in framework.statements
        for node in statement.nodes
    )


# the ICT job family, and the traps of FIELD.md section 4


@pytest.fixture(scope="module")
def ict() -> Imported:
    return imported(*corpus("seeds/003"))


def test_the_ict_family_has_its_nine_grades_in_order(ict: Imported) -> None:
    framework = ict.framework
    assert [node.id for node in framework.nodes] == [f"ict-{grade}" for grade in range(6, 15)]
    assert framework.organisation == "Derbyshire County Council"
    assert framework.title == "ICT Family"
    assert framework.wording.value == "verbatim"
    assert [node.code for node in framework.nodes][::4] == ["TRA 06/07/08", "TRA 09/10", "TRA14"]


def test_each_statement_of_the_ict_family_stands_in_the_source_to_the_letter(ict: Imported) -> None:
    checked = 0
    source = " ".join(" ".join(piece.text.split()) for piece in corpus("seeds/003")[0].pieces)
    for statement in ict.framework.statements:
        checked += 1
        assert " ".join(statement.text.split()) in source
    assert checked


def test_blocks_are_stored_once_and_paragraphs_of_a_band_belong_to_that_band(ict: Imported) -> None:
    framework = ict.framework
    shared = [s for s in framework.statements if len(s.nodes) == 3]
    assert Counter(s.dimensions[0] for s in shared) == {
        "purpose": 1,
        "overall": 1,
        "accountabilities": 13,
        "knowledge": 10,
    }
    assert texts(framework, "ict-8", "people-management") == [
        "Instruct and guide colleagues in the distribution and conduct of work in the team."
    ]
    assert texts(framework, "ict-6", "people-management")[0].startswith(
        "Allocate routine activities"
    )


def test_levels_that_count_backwards_go_to_the_band_they_name(ict: Imported) -> None:
    labels = {(s.label, s.nodes) for s in ict.framework.statements if s.label.startswith("LEVEL")}
    assert labels == {
        ("LEVEL 3 (band 6)", ("ict-6",)),
        ("LEVEL 2 (band 7)", ("ict-7",)),
        ("LEVEL 1 (band 8)", ("ict-8",)),
        ("LEVEL 2 (band 9)", ("ict-9",)),
        ("LEVEL 1 (band 10)", ("ict-10",)),
    }


def test_a_bullet_without_a_dash_and_one_broken_by_a_blank_line_are_whole_and_doubted(
    ict: Imported,
) -> None:
    accountabilities = texts(ict.framework, "ict-11", "accountabilities")
    assert len(accountabilities) == 12
    assert "Prepare reports and provide information" in accountabilities
    assert texts(ict.framework, "ict-7", "knowledge")[-1].endswith(
        "Regular interaction with others, demands understanding, providing support and/or "
        "influencing."
    )
    assert [doubt.line for doubt in ict.doubts] == [303, 541]


def test_equality_with_either_and_is_one_dimension(ict: Imported) -> None:
    headings = {s.heading for s in ict.framework.statements if s.dimensions[0] == "equality"}
    assert headings == {"Equality & Diversity", "Equality and Diversity"}


def test_the_four_dimension_table_of_the_ict_family_is_exact_in_all_32_cells(ict: Imported) -> None:
    comparer = Comparer(Library((ict.framework,), dimensions()), read_vocabulary("en"))
    kinds: dict[tuple[str, str], str] = {}
    for step in comparer.ladder("ict").steps:
        stated = {change.dimension.id: change.verdict for change in step.dimensions}
        for dimension in ("people-management", "equality", "health-and-safety", "risk"):
            verdict = stated[dimension]
            kind = (
                "none"
                if verdict is Verdict.UNCHANGED
                else "wording"
                if verdict is Verdict.REWORDED
                else "change"
            )
            kinds[f"{step.before.grade}>{step.after.grade}", dimension] = kind
    assert len(kinds) == 32
    changed = {cell: kind for cell, kind in kinds.items() if kind != "none"}
    assert changed == {
        ("6>7", "people-management"): "wording",
        ("7>8", "people-management"): "change",
        ("8>9", "people-management"): "change",
        ("9>10", "people-management"): "change",
        ("11>12", "people-management"): "change",
        ("8>9", "equality"): "change",
        ("11>12", "equality"): "change",
        ("7>8", "risk"): "wording",
        ("8>9", "risk"): "change",
        ("11>12", "risk"): "change",
    }


# the leadership slides


def test_the_slides_give_seven_levels_four_areas_by_level_and_three_definitions_alone() -> None:
    framework = imported(*corpus("seeds/002")).framework
    assert [node.grade for node in framework.nodes] == list("1234567")
    by_level = {s.dimensions[0] for s in framework.statements if not s.definition}
    defined = {s.dimensions[0] for s in framework.statements if s.definition}
    assert by_level == {
        "vision-and-strategy",
        "business-and-risk",
        "technology-and-data",
        "developing-self-and-others",
    }
    assert defined - by_level == {"innovation", "communication", "team-working"}
    for node in framework.nodes:
        assert {
            s.dimensions[0] for s in framework.statements_of(node.id) if not s.definition
        } == by_level


def test_no_letter_that_stood_on_end_and_no_label_is_left_in_the_sentences_of_the_slides() -> None:
    found = imported(*corpus("seeds/002"))
    for statement in found.framework.statements:
        assert not re.search(
            r"LEVEL \d|OFFICIAL|(?<![’'])\b[b-hj-z]\b(?!-)|\)\*", statement.text
        ), statement.text
    assert any("had to judge" in doubt.why for doubt in found.doubts)


# roles


def test_a_folder_of_roles_becomes_ladders_in_order_of_grade() -> None:
    framework = imported(*corpus("dfe")).framework
    ladder = [node for node in framework.nodes if node.family == "Data engineer"]
    assert [node.grade for node in ladder] == ["HEO", "SEO", "G7", "G6", "SCS1"]
    assert ladder[0].title == "Junior data engineer"
    assert ladder[-1].title == "Head of data engineering"
    assert [node.title for node in framework.nodes if node not in ladder] == [
        "Senior Content Designer"
    ]


def test_the_word_role_is_read_by_its_bold_lines() -> None:
    found = imported(*corpus("dfe/senior")).framework
    assert [(node.title, node.grade) for node in found.nodes] == [("Senior Content Designer", "G7")]
    assert found.organisation == "Department for Education"
    assert len(texts(found, "senior-content-designer", "accountabilities")) == 10
    assert len(texts(found, "senior-content-designer", "knowledge")) == 12


def test_a_role_with_a_person_specification_keeps_its_parts_apart() -> None:
    framework = imported(*corpus("seeds/004")).framework
    node = framework.nodes[0]
    assert (node.title, node.grade) == ("Head of Technology", "PO10")
    assert "Department: Communities and Environment" in node.facts
    labels = Counter(
        (s.heading, s.label) for s in framework.statements if s.dimensions[0] == "knowledge"
    )
    assert labels["Knowledge", "Desirable"] == 2
    assert labels["Experience", "Essential"] == 11
    assert labels["Experience", "Desirable"] == 4


# the table


@pytest.fixture(scope="module")
def gdad() -> Imported:
    return imported(*corpus("gdad/roles"))


def test_the_table_of_roles_gives_all_roles_levels_and_skills(gdad: Imported) -> None:
    framework = gdad.framework
    assert len(framework.nodes) == 205
    assert len({node.family for node in framework.nodes}) == 52
    skills = {
        s.heading
        for s in framework.statements
        if s.heading not in ("Role Description", "Role Level Description")
    }
    assert len(skills) == 188


def test_levels_in_alphabetical_order_are_put_in_order_by_their_titles(gdad: Imported) -> None:
    designers = [node.title for node in gdad.framework.nodes if node.family == "Content designer"]
    assert designers == [
        "Junior content designer",
        "Associate content designer",
        "Content designer",
        "Senior content designer",
        "Lead content designer",
        "Head of content design",
    ]
    assert any("Incident manager" in doubt.text for doubt in gdad.doubts)


def test_repeated_rows_and_cells_not_in_use_are_left_out_with_the_reason(gdad: Imported) -> None:
    rows = [d for d in gdad.decisions if d.became is Became.LEFT_OUT and "cell for cell" in d.why]
    assert len(rows) == 16
    assert not [s for s in gdad.framework.statements if "NOT IN USE" in s.text]
    assert [node.title for node in gdad.framework.nodes if node.family == "Chief data officer"] == [
        "Chief data officer"
    ]


def test_what_a_skill_asks_at_a_level_stands_with_its_level(gdad: Imported) -> None:
    found = gdad.framework.statements_of("associate-business-architect", "business-architecture")
    asked = [s for s in found if not s.definition]
    assert [s.label for s in asked] == ["Working"] * 4
    assert asked[0].text == "help support the adoption of business architecture"
    assert [s.definition for s in found].count(True) == 1
