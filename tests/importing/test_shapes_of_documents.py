"""Shapes in which organisations really write, in our own words."""

from __future__ import annotations

import pytest

from importing_documents import drawn, imported, of_text, sections, texts
from pathways.importing.imported import Imported
from pathways.importing.outline import Kind, Outline, Piece
from pathways.model.mapping import Mapping, Reassign, TaughtHeading


def nodes(found: Imported) -> list[tuple[str, str]]:
    return [(node.title, node.grade) for node in found.framework.nodes]


def doubts(found: Imported) -> str:
    return "\n".join(f"{doubt.line} {doubt.text} {doubt.why}" for doubt in found.doubts)


def test_a_cover_and_a_contents_page_are_no_text() -> None:
    found = of_text(
        "[Council crest]\n* [Department]\n* Head of Pools\n* Applicant pack\n"
        "* 1 High Street, LD1 2AB\n* Contents\nWelcome\nJob duties\nHow to apply\n"
        "* Welcome\nWe are glad that you are here.\n* Job duties\n- Runs the pools\n"
        "* How to apply\nSend us a letter."
    )
    assert nodes(found) == [("Head of Pools", "not stated")]
    left = [item.text for item in found.left_out]
    assert left == [
        "[Council crest]",
        "[Department]",
        "Contents",
        "Welcome",
        "Job duties",
        "How to apply",
        "Welcome",
        "We are glad that you are here.",
        "How to apply",
        "Send us a letter.",
    ]
    assert texts(found.framework, "head-of-pools", "accountabilities") == ["Runs the pools"]


def test_what_is_said_to_applicants_is_asked_of_nobody() -> None:
    found = of_text(
        "# Ferry Clerk\nDear Applicant\nThank you for thinking of us.\n## What we offer\n- Free trips\n"
        "## About Anytown Borough Council\nWe run the ferry.\n## Key dates\n### Interviews\n- In May\n"
        "## Duties\nGrade: 4\n- Sells tickets\n## Equal opportunities\n- Treats all alike"
    )
    assert texts(found.framework, "ferry-clerk", "accountabilities") == ["Sells tickets"]
    assert len(found.framework.statements) == 2
    headings = ("Dear Applicant", "What we offer", "About Anytown Borough Council", "Key dates")
    assert all(heading in doubts(found) for heading in headings)
    left = {item.text for item in found.left_out}
    assert left >= {"Thank you for thinking of us.", "Free trips", "We run the ferry.", "In May"}


def test_a_document_that_only_speaks_to_applicants_keeps_its_text() -> None:
    found = of_text("# Ferry Clerk\n## About us\n- We run the ferry.")
    assert [s.text for s in found.framework.statements] == ["We run the ferry."]


def test_a_heading_that_a_person_made_is_no_advertisement() -> None:
    text = "# Ferry Clerk\n## Benefits\n- Pays out benefits\n## Duties\n- Sells tickets"
    taught = TaughtHeading(heading="Benefits", dimension="accountabilities")
    found = of_text(text, mapping=Mapping(headings=(taught,)))
    assert texts(found.framework, "ferry-clerk", "accountabilities") == [
        "Pays out benefits",
        "Sells tickets",
    ]


def test_facts_whose_lines_broke_in_the_wrong_place_are_whole() -> None:
    found = of_text(
        "Grade: PO4 Position\nDrainage Engineer\nSection: Water\n## Duties\n- Keeps drains clear"
    )
    assert nodes(found) == [("Drainage Engineer", "PO4")]
    found = of_text(
        "Job title: Senior Flood Risk\nEngineer\nGrade: 9 Position no: 4471\n## Duties\n- Digs"
    )
    assert nodes(found) == [("Senior Flood Risk Engineer", "9")]
    assert found.framework.nodes[0].facts == ("Position no: 4471",)


def test_names_of_facts_with_values_below_them_are_no_menu() -> None:
    found = of_text("Job Title\nDrain Keeper\nGrade\nPO4\nReports to\nA Manager\n# Duties\n- Digs")
    assert nodes(found) == [("Drain Keeper", "PO4")]


def test_names_of_facts_may_be_unknown_or_misspelt() -> None:
    found = of_text(
        "Departmant: Pools\nSektion: Diving\nGrade: PO2\nPostdesignation: Pool Manager\n"
        "## Purpose\n- Runs the pool"
    )
    assert nodes(found) == [("Pool Manager", "PO2")]
    assert found.framework.nodes[0].facts == ("Departmant: Pools", "Sektion: Diving")


def test_the_title_of_a_job_above_its_grade_names_the_role() -> None:
    found = of_text(
        "# Pools\n## Lifeguard\nGrade 3\n- Watches\n## Senior Lifeguard\nGrade 4\n- Leads a shift"
    )
    assert nodes(found) == [("Lifeguard", "3"), ("Senior Lifeguard", "4")]


def test_one_post_on_a_range_of_grades_is_one_role() -> None:
    found = of_text("# Pool Attendant\nGrade: PO1 - PO3\n## Duties\n- Cleans")
    assert nodes(found) == [("Pool Attendant", "PO1 - PO3")]


def test_a_head_that_comes_again_with_another_grade_is_one_role_with_a_doubt() -> None:
    found = of_text(
        "Job title: Coach\nGrade: PO1\n## Duties\n- Coaches\n## Person specification\n"
        "Job title: Coach\nGrade: PO2\n### Knowledge\n- Knows sport"
    )
    assert nodes(found) == [("Coach", "PO1")]
    assert "The grade differs" in doubts(found)


def test_levels_of_competence_inside_a_role_are_headings() -> None:
    found = of_text(
        "# Head of Pools\nGrade: HOS1\n## Duties\n- Leads\n## Leading change – Level 5\n- Brings on\n"
        "## Working together – Level 4\n- Builds bridges"
    )
    assert nodes(found) == [("Head of Pools", "HOS1")]


def test_tracks_whose_grades_do_not_overlap_are_families() -> None:
    found = of_text(
        "# Ladder\n## Individual contributors\n### Coach (IC2)\n- Coaches\n### Senior Coach (IC3)\n"
        "- Coaches more\n## Managers\n### Coaching Manager (M3)\n- Leads\n### Head of Coaching (M4)\n"
        "- Leads more"
    )
    assert [(node.grade, node.family) for node in found.framework.nodes] == [
        ("IC2", "Individual contributors"),
        ("IC3", "Individual contributors"),
        ("M3", "Managers"),
        ("M4", "Managers"),
    ]
    ids = {node.grade: node.id for node in found.framework.nodes}
    assert (ids["IC2"], ids["M3"]) in {(s.source, s.target) for s in found.framework.own_steps}


def test_files_of_different_roles_are_families_without_steps_between_them() -> None:
    found = imported(
        *(
            drawn(f"# {title}\nGrade: {grade}\n## Duties\n- Works", f"{title}.md", "md")
            for title, grade in (("Cook", 3), ("Porter", 2), ("Clerk", 3), ("Solicitor", 10))
        )
    )
    assert len({node.family for node in found.framework.nodes}) == 4
    assert found.framework.own_steps == ()


def test_points_over_points_that_come_again_are_headings() -> None:
    found = of_text(
        "# Ladder\n## Level 1\n- Impact\n  - Helps\n- Scope\n  - A task\n"
        "## Level 2\n- Impact\n  - Leads\n- Scope\n  - A team"
    )
    assert [
        line.split(":")[1].split("“")[1].split("”")[0] for line in sections(found.framework)
    ] == [
        "Impact",
        "Scope",
        "Impact",
        "Scope",
    ]


@pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.ITEM])
def test_bold_words_before_a_text_are_headings_where_they_come_again(kind: Kind) -> None:
    pieces = [Piece(kind=Kind.HEADING, line=1, text="Ladder", level=1)]
    for grade in (1, 2):
        pieces.append(Piece(kind=Kind.HEADING, line=10 * grade, text=f"Level {grade}", level=2))
        for number, word in enumerate(("Reach:", "Depth:"), 1):
            text = f"{word} does work of kind {grade}"
            level = 1 if kind is Kind.ITEM else 0
            line = 10 * grade + number
            pieces.append(Piece(kind=kind, line=line, text=text, level=level, lead=word))
    found = imported(Outline(name="a.md", format="md", pieces=tuple(pieces)))
    assert [dimension.id for dimension in found.framework.dimensions] == ["reach", "depth"]
    assert found.framework.statements[0].text == "does work of kind 1"


def test_indicators_of_competencies_are_neither_roles_nor_levels() -> None:
    found = of_text(
        "# Competencies of coaches\n## Deciding\n### Effective behaviours\n- Decides\n"
        "### Ineffective behaviours\n- Waits\n## Sharing\n### Effective behaviours\n- Tells\n"
        "### Ineffective behaviours\n- Hides"
    )
    assert len(found.framework.nodes) == 1


def test_files_that_are_one_subject_each_are_one_ladder_of_levels() -> None:
    found = imported(
        drawn("# Diving\n## Junior level\n- Jumps\n## Senior level\n- Dives", "a.md", "md"),
        drawn("# Rescue\n## Junior level\n- Calls\n## Senior level\n- Saves", "b.md", "md"),
    )
    assert [title for title, _grade in nodes(found)] == ["Junior level", "Senior level"]
    assert texts(found.framework, "senior-level", "rescue") == ["Saves"]
    assert "The same levels come in several files" in doubts(found)


def test_an_organisation_that_is_only_named_is_not_whose_document_it_is() -> None:
    found = of_text(
        "# Coach\n## Duties\n- Works with the Youth Justice Board\n- Sits on the Works Council\n"
        "- Reports to Little Dean Council"
    )
    assert found.framework.organisation == "Not stated in the document"


def test_a_mapping_that_names_what_is_not_there_says_so() -> None:
    mapping = Mapping(
        reassigned=(
            Reassign(text="Coaches", grades=("99",)),
            Reassign(text="Is gone", grades=("3",)),
        )
    )
    found = of_text("# Ladder\n## Grade 3\n- Coaches\n## Grade 4\n- Leads", mapping=mapping)
    assert "3 Coaches The corrections give this text to “99”" in doubts(found)
    assert "0 Is gone The corrections name this text, which is not here." in doubts(found)
