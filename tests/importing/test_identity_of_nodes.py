"""What tells two grades or roles apart: document, family, title and grade together."""

from __future__ import annotations

import pytest

from accounted import unaccounted
from importing_documents import drawn, imported, of_text, texts
from pathways.importing.imported import Imported


def nodes(found: Imported) -> list[tuple[str, str, str]]:
    return [(node.title, node.grade, node.family) for node in found.framework.nodes]


def doubts(found: Imported) -> str:
    return "\n".join(f"{doubt.line} {doubt.text} {doubt.why}" for doubt in found.doubts)


def test_two_families_with_the_same_grades_stay_apart() -> None:
    found = of_text(
        "# Families\n## Catering family\n### Grade 2\n#### Purpose\nCooks.\n### Grade 3\n"
        "#### Purpose\nOrders food.\n## Cleaning family\n### Grade 2\n#### Purpose\nSweeps.\n"
        "### Grade 3\n#### Purpose\nPlans rounds."
    )
    assert nodes(found) == [
        ("Grade 2", "2", "Catering family"),
        ("Grade 3", "3", "Catering family"),
        ("Grade 2", "2", "Cleaning family"),
        ("Grade 3", "3", "Cleaning family"),
    ]
    first, third = found.framework.nodes[0].id, found.framework.nodes[2].id
    assert texts(found.framework, first, "purpose") == ["Cooks."]
    assert texts(found.framework, third, "purpose") == ["Sweeps."]


def test_two_files_with_the_same_grades_stay_apart() -> None:
    found = imported(
        drawn("# Catering\n## Grade 2\nCooks.\n## Grade 3\nOrders.", "a.md", "md"),
        drawn("# Cleaning\n## Grade 2\nSweeps.\n## Grade 3\nPlans.", "b.md", "md"),
    )
    assert [(grade, family) for _title, grade, family in nodes(found)] == [
        ("2", "Catering"),
        ("3", "Catering"),
        ("2", "Cleaning"),
        ("3", "Cleaning"),
    ]


def test_two_roles_of_one_grade_stay_apart() -> None:
    found = of_text(
        "# Ward staff\n## Nurse (Band 5)\n- Gives medicine\n## Therapist (Band 5)\n- Trains\n"
        "## Matron (Band 8a)\n- Leads"
    )
    assert [(title, grade) for title, grade, _family in nodes(found)] == [
        ("Nurse", "5"),
        ("Therapist", "5"),
        ("Matron (Band 8a)", "8a"),
    ]


def test_two_files_with_the_same_title_are_two_roles_with_a_doubt() -> None:
    found = imported(
        drawn("# Cook\n## Duties\n- Cooks lunch", "north.md", "md"),
        drawn("# Cook\n## Duties\n- Cooks dinner", "south.md", "md"),
    )
    assert [title for title, _grade, _family in nodes(found)] == ["Cook", "Cook (south)"]
    assert "same title and grade" in doubts(found)


def test_a_title_spelt_in_two_ways_is_one_role_with_a_doubt() -> None:
    found = of_text(
        "Grade: PO4\nPost title: Estate Management\n\n## Purpose\n- Runs the estate\n"
        "## Person specification\nJob title: Estate Manager\nGrade: PO4\n### Knowledge\n- Knows it"
    )
    assert nodes(found) == [("Estate Manager", "PO4", "")]
    assert "Estate Manager" in doubts(found)


def test_a_grade_that_comes_twice_is_a_doubt_with_its_lines() -> None:
    found = of_text(
        "# Guide\n## Grade 4\n### Purpose\nHelps.\n## Grade 5\n### Purpose\nLeads.\n"
        "## Grade 4\n### Risk\nReports."
    )
    assert [grade for _title, grade, _family in nodes(found)] == ["4", "5"]
    assert "8 Grade 4 This grade has text in line 2 already" in doubts(found)


@pytest.mark.parametrize("head", ["All grades", "Common to all grades", "Pob gradd"])
@pytest.mark.parametrize("last", [False, True])
def test_text_for_all_grades_serves_each_of_them(head: str, last: bool) -> None:
    everyone = f"## {head}\n### Risk\n- Reports risks"
    grades = "## Grade 4\n### Purpose\nHelps.\n## Grade 5\n### Purpose\nLeads."
    parts = [grades, everyone] if last else [everyone, grades]
    found = of_text("# Guide\n" + "\n".join(parts))
    four, five = found.framework.nodes
    assert texts(found.framework, four.id, "risk") == ["Reports risks"]
    assert texts(found.framework, five.id, "risk") == ["Reports risks"]
    assert len([s for s in found.framework.statements if s.text == "Reports risks"]) == 1


def test_what_stands_behind_the_grades_serves_nobody_with_a_doubt() -> None:
    found = of_text(
        "# Guide\n## Levels\n### Grade 4\n#### Purpose\nHelps.\n### Grade 5\n#### Purpose\nLeads.\n"
        "## How to apply\n- Send a letter"
    )
    assert found.framework.introduction[-1].heading == "How to apply"
    assert all(s.text != "Send a letter" for s in found.framework.statements)
    assert "How to apply" in doubts(found)


def test_managers_and_specialists_of_one_grade_are_two_ladders_that_part() -> None:
    text = "# Ladder\n" + "\n".join(
        f"## {title} ({grade})\n- Does {title}"
        for title, grade in (
            ("Engineer", "L3"),
            ("Senior Engineer", "L4"),
            ("Staff Engineer", "L5"),
            ("Engineering Manager", "L5"),
            ("Principal Engineer", "L6"),
            ("Senior Engineering Manager", "L6"),
        )
    )
    found = of_text(text)
    by_title = {node.title.split(" (")[0]: node for node in found.framework.nodes}
    assert by_title["Engineering Manager"].family == by_title["Senior Engineering Manager"].family
    assert by_title["Staff Engineer"].family == by_title["Engineer"].family
    steps = {(step.source, step.target) for step in found.framework.own_steps}
    senior, manager = by_title["Senior Engineer"].id, by_title["Engineering Manager"].id
    assert (senior, manager) in steps
    assert (senior, by_title["Staff Engineer"].id) in steps
    assert "two ladders" in doubts(found)


def test_the_title_and_grade_of_a_role_come_from_around_it_with_a_doubt() -> None:
    found = imported(drawn("# Purpose\nHelps.\n# Duties\n- Cleans", "pool-keeper-grade-3.md", "md"))
    assert nodes(found) == [("Pool keeper", "3", "")]
    assert "the name of the file" in doubts(found)


def test_competencies_with_levels_inside_are_no_roles() -> None:
    outline = drawn(
        "# Skills\n## Listening\n### Foundation\n- Hears\n### Advanced\n- Understands\n"
        "## Writing\n### Foundation\n- Spells\n### Advanced\n- Moves"
    )
    found = imported(outline)
    assert [title for title, _grade, _family in nodes(found)] == ["Foundation", "Advanced"]
    assert [dimension.id for dimension in found.framework.dimensions] == ["listening", "writing"]
    assert unaccounted([outline], found) == []


def test_headings_of_a_job_description_are_no_roles() -> None:
    found = of_text(
        "# Depot Manager\n## Staff supervision\n- Plans the rota\n## Working environment\n- Outdoors\n"
        "## Strategic planning\n- Writes the plan\n## Lead responsibilities\n- Fleet"
    )
    assert [title for title, _grade, _family in nodes(found)] == ["Depot Manager"]


def test_essential_and_desirable_label_the_heading_above_them() -> None:
    found = of_text(
        "# Cook\n## Duties\n- Cooks\n## Temper\n### Essential\n- Stays calm\n### Desirable\n- Laughs\n"
        "## Hours\n### Essential\n- Works weekends"
    )
    sections = [
        (section.heading, section.label)
        for block in found.framework.blocks
        for section in block.sections
    ]
    assert sections == [
        ("Duties", ""),
        ("Temper", "Essential"),
        ("Temper", "Desirable"),
        ("Hours", "Essential"),
    ]


def test_a_document_in_welsh_is_known_as_such() -> None:
    found = of_text(
        "# Teulu swyddi glanhau\n## Gradd 2\n### Diben y swydd\nCadw'r adeilad yn lân ac yn ddiogel i "
        "bawb sydd yn y swyddfa.\n### Iechyd a diogelwch\n- Adrodd am beryglon yn y gwaith.\n"
        "## Gradd 3\n### Diben y swydd\nRheoli gwaith y tîm glanhau yn y prif adeilad.\n"
        "### Rheoli pobl\n- Trefnu gwaith pedwar o bobl."
    )
    assert found.framework.language == "cy"
    assert [(title, grade) for title, grade, _family in nodes(found)] == [
        ("Gradd 2", "2"),
        ("Gradd 3", "3"),
    ]
    assert {s.dimensions[0] for s in found.framework.statements} == {
        "purpose",
        "health-and-safety",
        "people-management",
    }
