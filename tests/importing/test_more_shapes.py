"""More shapes in which organisations write: tables, data and facts, in our own words."""

from __future__ import annotations

import json

from importing_documents import imported, of_text, table, texts
from pathways.importing.imported import Imported
from pathways.model.mapping import LeaveOut, Mapping


def nodes(found: Imported) -> list[tuple[str, str, str]]:
    return [(node.title, node.grade, node.family) for node in found.framework.nodes]


def doubts(found: Imported) -> str:
    return "\n".join(f"{doubt.text} {doubt.why}" for doubt in found.doubts)


def test_a_column_of_families_beside_levels_across_makes_families() -> None:
    found = imported(
        table(
            ["Family", "Dimension", "Grade D", "Grade E"],
            ["Archives", "Risk", "Locks the strongroom", "Plans for floods"],
            ["Archives", "People", "Works alone", "Leads two"],
            ["Registry", "Risk", "Checks names", "Guards the seal"],
        )
    )
    assert [(grade, family) for _title, grade, family in nodes(found)] == [
        ("D", "Archives"),
        ("E", "Archives"),
        ("D", "Registry"),
        ("E", "Registry"),
    ]
    kept = [s.text for s in found.framework.statements_of(found.framework.nodes[2].id)]
    assert kept == ["Checks names"]


def test_heads_written_like_a_known_grade_are_grades() -> None:
    found = imported(
        table(
            ["Factor", "S1", "S2", "M1"],
            ["Knowledge", "Knows own task.", "Knows the team's tasks.", "Knows the service."],
        )
    )
    assert [grade for _title, grade, _family in nodes(found)] == ["S1", "S2", "M1"]


def test_gr_is_short_for_grade() -> None:
    found = imported(
        table(
            ["Area", "Attendant (Gr 2)", "Supervisor (Gr. 4)"],
            ["Safety", "Watches the water", "Runs drills"],
            ["Customers", "Greets swimmers", "Answers complaints"],
        )
    )
    assert [grade for _title, grade, _family in nodes(found)] == ["2", "4"]


def test_letters_in_a_column_of_grades_are_grades() -> None:
    found = imported(
        table(
            ["Grade", "Title", "Purpose", "Budget"],
            ["A", "Cleaner", "Cleans the rooms of one floor", "None"],
            ["B", "Senior Cleaner", "Cleans the theatres at night", "Orders soap for the shift"],
        )
    )
    assert [(title, grade) for title, grade, _family in nodes(found)] == [
        ("Cleaner", "A"),
        ("Senior Cleaner", "B"),
    ]


def test_factors_with_information_and_a_score_are_no_levels() -> None:
    found = imported(
        table(
            ["Factor", "Relevant job information", "JE level"],
            ["Communication", "Talks with patients who are afraid", "3"],
            ["Knowledge", "Knows the routes of the hospital", "1"],
        )
    )
    assert len(nodes(found)) == 1
    assert {s.text for s in found.framework.statements} == {
        "Talks with patients who are afraid",
        "Knows the routes of the hospital",
    }


def test_tracks_with_levels_of_the_same_numbers_stay_apart(tmp_path) -> None:
    from pathways.importing.reading.document import read_document

    path = tmp_path / "tracks.json"
    tracks = [
        {"track": "Mobility", "levels": {"1": "Rides with a mentor", "2": "Rides alone"}},
        {"track": "Repair", "levels": {"1": "Mends a tyre", "2": "Mends a gear"}},
    ]
    path.write_text(json.dumps(tracks), encoding="utf-8")
    found = imported(read_document(path))
    assert len(nodes(found)) == 4
    assert all(len(found.framework.statements_of(n.id)) == 1 for n in found.framework.nodes)


def test_an_unknown_column_whose_texts_differ_for_one_level_is_the_subject() -> None:
    found = imported(
        table(
            ["Level", "Strand of work", "Statement"],
            ["1", "Mooring", "Ties the ropes of small boats"],
            ["2", "Mooring", "Ties the ropes of any ship"],
            ["1", "Lights", "Cleans the lamps every day"],
            ["2", "Lights", "Mends the lamps that fail"],
        )
    )
    headings = {s.heading for s in found.framework.statements}
    assert headings == {"Mooring", "Lights"}


def test_names_of_levels_with_grades_beside_them_are_roles() -> None:
    found = imported(
        table(
            ["Level", "Grade", "Area", "Statement"],
            ["Warden", "W1", "Wildlife", "Counts the birds"],
            ["Senior Warden", "W2", "Wildlife", "Plans the count"],
        )
    )
    assert [(title, grade) for title, grade, _family in nodes(found)] == [
        ("Warden", "W1"),
        ("Senior Warden", "W2"),
    ]


def test_heads_of_columns_that_are_read_one_after_another_are_a_doubt() -> None:
    found = imported(
        table(
            ["Area", "Of boats", "Of cranes"],
            ["Safety", "Checks the hull", "Checks the hook"],
            ["Customers", "Greets sailors", "Greets drivers"],
        )
    )
    assert len(nodes(found)) > 1 or "is it a level?" in doubts(found)


def test_a_tab_parts_the_name_of_a_fact_from_its_value() -> None:
    found = of_text("Post title\tBridge Keeper\nGrade\tScale 3\n## Duties\n- Watches the river.")
    assert [(title, grade) for title, grade, _family in nodes(found)] == [("Bridge Keeper", "3")]


def test_a_list_of_roles_in_the_head_is_no_role() -> None:
    found = of_text(
        "# Pathway\nRoles: Technician (TE1), Senior Technician (TE2)\n## Common to both roles\n"
        "- Keeps the bench clean.\n## Technician (TE1)\n- Knows the tools.\n"
        "## Senior Technician (TE2)\n- Chooses the tools."
    )
    assert [grade for _title, grade, _family in nodes(found)] == ["TE1", "TE2"]
    shared = [s.text for s in found.framework.statements if len(s.nodes) == 2]
    assert shared == ["Keeps the bench clean."]


def test_a_place_that_a_template_fills_in_is_a_doubt() -> None:
    found = of_text("# Clerk\n## Duties\n- Earns {{ page.salary }} a year\n- Types")
    assert "a template or a person should have filled in" in doubts(found)
    assert texts(found.framework, "clerk", "accountabilities")[-1] == "Types"


def test_a_column_of_a_level_is_left_out_by_its_head_and_nothing_is_lost() -> None:
    found = imported(
        table(
            ["Area", "Grade 3", "Grade 4", "Grade 5"],
            ["Risk", "Reports hazards", "Assesses them", "Owns them all"],
            ["People", "Helps", "Leads two", "Leads all"],
        ),
        mapping=Mapping(left_out=(LeaveOut(text="Grade 4", why="not used", number=1),)),
    )
    assert [node.grade for node in found.framework.nodes] == ["3", "5"]
    assert len(found.framework.statements) == 4
    left = {(item.text, item.why) for item in found.left_out}
    assert left == {(text, "not used") for text in ("Grade 4", "Assesses them", "Leads two")}


def test_the_grade_of_the_general_schedule_is_a_grade_in_front_matter_too(tmp_path) -> None:
    from pathways.importing.reading.document import read_document

    path = tmp_path / "designer.md"
    path.write_text(
        "---\ntitle: Content Designer\ngs_level: 15\n---\n## Duties\n- Writes\n", encoding="utf-8"
    )
    assert nodes(imported(read_document(path))) == [("Content Designer", "GS-15", "")]


def test_two_jobs_of_one_grade_in_one_document_are_two_roles() -> None:
    found = of_text(
        "# Nurse (Band 5)\n## Duties\n- Nurses\n# Midwife (Band 5)\n## Duties\n- Delivers"
    )
    assert [(title, grade) for title, grade, _family in nodes(found)] == [
        ("Nurse", "5"),
        ("Midwife", "5"),
    ]
    assert all(len(statement.nodes) == 1 for statement in found.framework.statements)
