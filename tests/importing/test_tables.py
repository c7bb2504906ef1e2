from __future__ import annotations

from collections.abc import Sequence

from accounted import unaccounted
from importing_documents import document, drawn, imported, sections, table, texts
from pathways.importing.imported import Became, Imported
from pathways.importing.outline import Kind, Outline, Piece


def read(*rows: Sequence[str]) -> Imported:
    outline = table(*rows)
    found = imported(outline)
    assert unaccounted([outline], found) == []
    return found


def under(heading: str, *rows: Sequence[str]) -> Imported:
    """Read a role whose document holds a table."""
    top = drawn(f"# Planner\n## {heading}").pieces
    outline = Outline(
        name="planner.docx",
        format="docx",
        pieces=(*top, Piece(kind=Kind.TABLE, line=9, rows=tuple(map(tuple, rows)))),
    )
    found = imported(outline)
    assert unaccounted([outline], found) == []
    return found


def test_levels_may_stand_down_or_across() -> None:
    down = read(
        ["Level", "Risk", "Finance"],
        ["Level 1", "Reports", "Counts"],
        ["Level 2", "Manages", "Plans"],
    )
    across = read(
        ["", "Level 1", "Level 2"], ["Risk", "Reports", "Manages"], ["Finance", "Counts", "Plans"]
    )
    assert sections(down.framework) == sections(across.framework)
    assert texts(down.framework, "table-2", "finance") == ["Plans"]


def test_a_table_of_grades_keeps_its_points_and_leaves_out_placeholders() -> None:
    found = imported(document("grade-by-row.html"))
    assert [node.title for node in found.framework.nodes] == ["Grade 7", "Grade 8", "Grade 9"]
    assert texts(found.framework, "engineering-ladder-8", "people-management") == [
        "Guides colleagues",
        "Allocates work",
    ]
    assert [(item.text, item.why) for item in found.left_out] == [
        ("None", "a placeholder without content")
    ]
    assert [passage.statements for passage in found.framework.introduction] == [
        ("Used at Exampleton City Council.",)
    ]


def test_titles_across_are_levels_in_order_of_their_words() -> None:
    found = imported(document("levels-across.html"))
    assert [(node.title, node.kind.value, node.grade) for node in found.framework.nodes] == [
        ("Junior", "level", "Junior"),
        ("Senior", "level", "Senior"),
        ("Lead", "level", "Lead"),
    ]


def test_numbers_under_a_grade_heading_are_grades() -> None:
    found = read(
        ["Band", "Risk", "Finance"],
        ["5", "Reports", "Counts"],
        ["both", "x y", "z"],
        ["6", "Owns", "Plans"],
        ["7", "A", "B"],
        ["8", "C", "D"],
    )
    assert [node.title for node in found.framework.nodes] == [
        "Band 5",
        "Band 6",
        "Band 7",
        "Band 8",
    ]
    assert "a row without a level" in {item.why for item in found.left_out}


def test_one_row_a_statement_is_gathered_by_level() -> None:
    found = imported(document("level-competency-description.csv"))
    assert [node.title for node in found.framework.nodes] == ["Junior", "Senior", "Lead"]
    assert texts(found.framework, "lead", "risk") == ["Owns the risk register"]


def test_roles_with_numbered_levels_are_families() -> None:
    found = read(
        ["Role", "Level", "Skill", "Description", "Region"],
        ["Analyst", "2", "Risk", "Manages risks", "North"],
        ["Analyst", "1", "Risk", "Reports risks", "North"],
        ["Planner", "1", "Risk", "Sees risks", ""],
        ["Planner", "1", "Risk", "Sees risks", ""],
        ["", "", "Risk", "Nobody's", ""],
    )
    assert [(n.title, n.grade, n.family) for n in found.framework.nodes] == [
        ("Analyst, 1", "1", "Analyst"),
        ("Analyst, 2", "2", "Analyst"),
        ("Planner", "1", "Planner"),
    ]
    assert found.framework.nodes[0].facts == ("Region: North",)
    assert [item.why for item in found.left_out] == [
        "the same, cell for cell, as row 4",
        "a row without a role or level",
    ]


def test_a_proficiency_column_is_the_level_where_there_is_no_other() -> None:
    found = read(
        ["Skill", "Skill description", "Proficiency", "Statement"],
        ["Risk", "Knowing what may go wrong", "Working", "Assesses risks"],
        ["Risk", "Knowing what may go wrong", "Awareness", "Knows of risks"],
        ["Risk", "Knowing what may go wrong", "Expert", "N/A"],
    )
    assert [node.title for node in found.framework.nodes] == ["Awareness", "Working", "Expert"]
    defined = [s.text for s in found.framework.statements if s.definition]
    assert defined == ["Knowing what may go wrong"]
    assert texts(found.framework, "expert", "risk")[-1] == "Knowing what may go wrong"


def test_text_columns_of_roles_and_levels_go_to_all_levels_and_to_one() -> None:
    found = read(
        [
            "Role family",
            "Role",
            "Role description",
            "Role level",
            "Role level description",
            "Skill",
            "Skill level",
            "Skill level description",
            "Notes",
        ],
        [
            "Data",
            "Analyst",
            "An analyst looks.",
            "Analyst",
            "Works alone.",
            "Risk",
            "Working",
            "You can:\n- see\n- say",
            "n" * 250,
        ],
        [
            "Data",
            "Analyst",
            "An analyst looks.",
            "Senior analyst",
            "Leads.",
            "Risk",
            "Expert",
            "You can:\n- judge",
            "",
        ],
    )
    framework = found.framework
    assert [s.text for s in framework.statements_of("analyst", "overall")] == [
        "An analyst looks.",
        "Works alone.",
    ]
    assert framework.statements_of("analyst", "overall")[0].nodes == ("analyst", "senior-analyst")
    assert [(s.text, s.label) for s in framework.statements_of("analyst", "risk")] == [
        ("see", "Working"),
        ("say", "Working"),
    ]
    assert any(item.why == "a column whose meaning I do not know" for item in found.left_out)


def test_a_table_without_skills_puts_its_text_under_overall() -> None:
    found = read(["Grade", "Descriptor"], ["Grade 5", "Helps"], ["Grade 6", "Leads"])
    assert sections(found.framework) == [
        "table-5: overall “Descriptor” 1",
        "table-6: overall “Descriptor” 1",
    ]


def test_names_and_values_before_the_text_are_facts() -> None:
    top = (
        Piece(
            kind=Kind.TABLE,
            line=1,
            rows=(
                ("Job title", "Town planner"),
                ("Grade", "PO2-PO4"),
                ("Team", "Place"),
                ("Base", ""),
            ),
        ),
    )
    rest = drawn("## Duties\n- Plan").pieces
    found = imported(Outline(name="x.docx", format="docx", pieces=top + rest))
    node = found.framework.nodes[0]
    assert (node.title, node.grade, node.facts) == ("Town planner", "PO2-PO4", ("Team: Place",))
    assert [item.text for item in found.left_out] == ["Base"]


def test_a_table_of_key_duties_is_a_section() -> None:
    found = under(
        "Overview",
        ["No.", "Key duties"],
        ["1", "Plans the work of the whole team."],
        ["2", "Advises members of the council."],
    )
    assert "Plans the work of the whole team." in [s.text for s in found.framework.statements]
    assert [item.text for item in found.left_out] == ["1", "2"]


def test_a_column_of_headings_stands_beside_its_text() -> None:
    found = under(
        "Overview",
        ["Finance", "Holds a budget of some size and plans for it."],
        ["Risk", "• Reports risks\n• Owns risks"],
        ["People management", "People management"],
        ["Leads all the teams of the service.", "Leads all the teams of the service."],
        ["TBC", ""],
    )
    assert sections(found.framework) == [
        "planner: finance “Finance” (Overview) 1",
        "planner: risk “Risk” (Overview) 2",
        "planner: people-management “People management” (Overview) 1",
    ]
    assert [item.text for item in found.left_out] == ["TBC"]


def test_a_person_specification_table_has_its_columns_as_labels() -> None:
    found = under(
        "Person specification",
        ["", "Essential", "Desirable", "Assessed by"],
        ["Knowledge", "Knows planning law", "Knows the county", "Interview"],
        ["Experience", "Has planned", "N/A", "Form"],
    )
    assert sections(found.framework) == [
        "planner: knowledge “Knowledge” (Essential) 1",
        "planner: knowledge “Knowledge” (Desirable) 1",
        "planner: knowledge “Experience” (Essential) 1",
    ]


def test_a_person_specification_table_may_lack_subjects() -> None:
    found = under(
        "Person specification",
        ["Essential", "Desirable"],
        ["Knows planning law", "Knows the county"],
    )
    assert [s.label for s in found.framework.statements] == ["Essential", "Desirable"]


def test_a_table_of_unknown_plan_is_kept_with_doubts() -> None:
    found = under("Duties", ["red", "blue"], ["round", "square"])
    assert len(found.framework.statements) == 4
    assert all(
        "whose plan I do not know" in d.why for d in found.decisions if d.became is Became.STATEMENT
    )


def test_a_row_of_known_headings_heads_what_follows() -> None:
    found = under(
        "Overview", ["Base", "Duties"], ["Plans the work of the whole team every day.", ""]
    )
    assert [s.heading for s in found.framework.statements] == ["Duties"]


def test_an_empty_table_is_nothing() -> None:
    found = imported(
        Outline(
            name="x",
            format="md",
            pieces=(
                *drawn("# Planner\n## Duties\n- Plan").pieces,
                Piece(kind=Kind.TABLE, line=9, rows=(("", ""),)),
            ),
        )
    )
    assert len(found.framework.statements) == 1


def test_text_behind_a_table_of_levels_is_kept_for_all_of_them_with_a_doubt() -> None:
    top = Piece(
        kind=Kind.TABLE,
        line=1,
        rows=(("Level", "Risk"), ("Level 1", "Reports"), ("Level 2", "Owns")),
    )
    found = imported(
        Outline(
            name="x",
            format="md",
            pieces=(top, *drawn("## Notes\n- All levels act with care").pieces),
        )
    )
    last = found.framework.statements[0]
    assert (last.text, last.nodes) == ("All levels act with care", ("x-1", "x-2"))
    assert any("which grade this text belongs to" in doubt.why for doubt in found.doubts)


def test_titles_with_a_word_in_common_are_levels_in_order_of_their_numbers() -> None:
    found = read(
        ["", "Engineer 2", "Senior engineer", "Engineer 1"],
        ["Risk", "b", "c", "a"],
        ["Finance", "e", "f", "d"],
    )
    assert [node.title for node in found.framework.nodes] == [
        "Engineer 1",
        "Engineer 2",
        "Senior engineer",
    ]


def test_where_only_the_dimensions_are_known_the_other_side_is_levels_with_a_doubt() -> None:
    across = read(
        ["", "Ochre", "Cobalt"], ["Risk", "Reports", "Owns"], ["Finance", "Counts", "Plans"]
    )
    down = read(
        ["", "Risk", "Finance"], ["Ochre", "Reports", "Counts"], ["Cobalt", "Owns", "Plans"]
    )
    for found in (across, down):
        assert [node.title for node in found.framework.nodes] == ["Ochre", "Cobalt"]
        assert any("other side of the table" in doubt.why for doubt in found.doubts)


def test_a_profile_of_facts_headings_and_factors_is_read_row_by_row() -> None:
    def profile(label: str, job: str, told: str, level: str) -> tuple[tuple[str, ...], ...]:
        return (
            ("Profile label:", label, label),
            ("Job statement:", job, job),
            ("Factor", "Relevant job information", "JE level"),
            ("1. Communication and relationship skills", told, level),
            ("2. Freedom to act", "Works to procedures; help is at hand.", "2"),
        )

    first = profile(
        "Porter, Band 2", "1. Moves beds\n2. Keeps lifts clear", "Speaks kindly.", "2(a)"
    )
    second = profile("Head porter, Band 4", "1. Plans the rota", "Settles quarrels.", "4(a)")
    pieces = [
        Piece(kind=Kind.TABLE, line=line, rows=rows) for line, rows in ((1, first), (20, second))
    ]
    outline = Outline(name="profiles.docx", format="docx", pieces=tuple(pieces))
    found = imported(outline)
    assert unaccounted([outline], found) == []
    assert [(node.title, node.grade) for node in found.framework.nodes] == [
        ("Porter, Band 2", "2"),
        ("Head porter, Band 4", "4"),
    ]
    assert [s.text for s in found.framework.statements_of(found.framework.nodes[0].id)] == [
        "Moves beds",
        "Keeps lifts clear",
        "Speaks kindly.",
        "Works to procedures; help is at hand.",
    ]


def test_a_doubtful_heading_of_a_column_is_said_to_be_one() -> None:
    found = read(
        ["Level", "Managing people and money", "Risk"], ["Level 1", "a", "b"], ["Level 2", "c", "d"]
    )
    assert any("contains the words" in doubt.why for doubt in found.doubts)


def test_skills_beside_their_text_are_sections_of_a_role() -> None:
    found = under(
        "Skills", ["Skill", "Description"], ["Data modelling", "models"], ["Finance", "counts"]
    )
    assert [(s.heading, s.text) for s in found.framework.statements] == [
        ("Data modelling", "models"),
        ("Finance", "counts"),
    ]


def test_levels_may_go_upwards_without_end() -> None:
    found = read(["Behaviour", "Grades 3 - 4", "Grade 5 and above"], ["Risk", "Reports", "Owns"])
    assert [node.grade for node in found.framework.nodes] == ["3", "4", "5"]


def test_a_link_of_a_page_is_no_fact_of_a_role() -> None:
    rows = (
        ("Grade", "G7"),
        ("Download job description", "Word document"),
        ("Download", "Word document"),
    )
    pieces = (
        drawn("# Planner").pieces[0],
        Piece(kind=Kind.TABLE, line=2, rows=rows),
        *drawn("## Duties\n- Plan").pieces,
    )
    found = imported(Outline(name="x", format="md", pieces=pieces))
    assert [(node.title, node.grade) for node in found.framework.nodes] == [("Planner", "G7")]


def _under_headings(*parts: tuple[str, list[list[str]]]) -> Imported:
    pieces = [Piece(kind=Kind.HEADING, line=1, text="Ladders", level=1)]
    for number, (heading, rows) in enumerate(parts, 1):
        pieces.append(Piece(kind=Kind.HEADING, line=number * 10, text=heading, level=2))
        table_ = tuple(map(tuple, rows))
        pieces.append(Piece(kind=Kind.TABLE, line=number * 10 + 1, rows=table_))
    outline = Outline(name="ladders.docx", format="docx", pieces=tuple(pieces))
    found = imported(outline)
    assert unaccounted([outline], found) == []
    return found


def test_two_families_with_the_same_grades_are_never_one() -> None:
    def rows(what: str) -> list[list[str]]:
        return [
            ["", "Grade 4", "Grade 5"],
            ["Risk", f"Reports {what}.", f"Checks {what}."],
            ["Finance", f"Buys {what}.", f"Pays for {what}."],
        ]

    across = _under_headings(("Offices", rows("pens")), ("Parks", rows("swings")))
    turned = [[list(row) for row in zip(*rows(what), strict=True)] for what in ("pens", "swings")]
    turned[0][0][0] = turned[1][0][0] = "Grade"
    down = _under_headings(("Offices", turned[0]), ("Parks", turned[1]))
    for found in (across, down):
        assert [(node.family, node.grade) for node in found.framework.nodes] == [
            ("Offices", "4"),
            ("Offices", "5"),
            ("Parks", "4"),
            ("Parks", "5"),
        ]
        assert all(len(s.nodes) == 1 for s in found.framework.statements)
        assert any("family of its own" in doubt.why for doubt in found.doubts)


def test_columns_of_a_table_a_competency_are_labels() -> None:
    def rows(what: str) -> list[list[str]]:
        return [
            ["Level", "Descriptor", "Examples"],
            ["Level 1", f"Knows {what}.", f"Named {what} once."],
            ["Level 2", f"Teaches {what}.", f"Taught {what} to six people."],
        ]

    found = _under_headings(("Listening", rows("ears")), ("Seeing", rows("eyes")))
    assert [node.title for node in found.framework.nodes] == ["Level 1", "Level 2"]
    assert {(s.dimensions[0], s.label) for s in found.framework.statements} == {
        ("listening", "Descriptor"),
        ("listening", "Examples"),
        ("seeing", "Descriptor"),
        ("seeing", "Examples"),
    }


def test_a_table_about_the_document_holds_no_statements() -> None:
    for rows in (
        [["Version", "Date", "Change", "Author"], ["1.0", "May 2025", "First issue", "A. Lee"]],
        [["Name", "Telephone", "Email"], ["Ann Lee", "01234 567", "ann@example.org"]],
    ):
        found = _with_duties(rows)
        assert [s.text for s in found.framework.statements] == ["Plans the work."]


def _with_duties(rows: list[list[str]]) -> Imported:
    pieces = (
        Piece(kind=Kind.HEADING, line=1, text="Planner", level=1),
        Piece(kind=Kind.HEADING, line=2, text="Duties", level=2),
        Piece(kind=Kind.ITEM, line=3, text="Plans the work.", level=1),
        Piece(kind=Kind.HEADING, line=4, text="About this document", level=2),
        Piece(kind=Kind.TABLE, line=5, rows=tuple(map(tuple, rows))),
    )
    outline = Outline(name="planner.docx", format="docx", pieces=pieces)
    found = imported(outline)
    assert unaccounted([outline], found) == []
    return found


def test_what_is_ticked_is_the_label_of_its_row_with_a_doubt() -> None:
    found = _with_duties(
        [["Activity", "Never", "Often"], ["Lifting sacks", "", "✓"], ["Driving vans", "✓", ""]]
    )
    told = [(s.text, s.label) for s in found.framework.statements]
    assert told[1:] == [("Lifting sacks", "Often"), ("Driving vans", "Never")]
    assert any("what is ticked" in doubt.why for doubt in found.doubts)


def test_heads_over_rows_of_headings_with_text_are_no_statements() -> None:
    found = _with_duties(
        [
            ["Key accountabilities", "What this looks like"],
            ["Strategy", "Writes the plan for five years and keeps to it."],
            ["People", "Leads forty gardeners through four managers."],
        ]
    )
    assert [s.text for s in found.framework.statements][1:] == [
        "Writes the plan for five years and keeps to it.",
        "Leads forty gardeners through four managers.",
    ]


def test_names_of_rows_come_before_ids() -> None:
    found = read(
        ["name", "description", "slug", "competency"],
        ["Sowing seed", "Able to sow in rows, and to thin them out.", "sowing-seed", "plant-care"],
        ["Pruning", "Able to cut what is dead, without harm.", "pruning", "plant-care"],
        ["Raking", "Able to clear the paths of leaves each day.", "raking", "path-care"],
    )
    sections = [s for block in found.framework.blocks for s in block.sections]
    assert [section.heading for section in sections] == ["Sowing seed", "Pruning", "Raking"]
    assert len(found.framework.statements) == 3


def test_names_in_steps_head_the_text_of_their_row() -> None:
    found = read(
        ["competency domain", "competency", "skill", "description"],
        ["Plants", "", "", "All that grows in our beds and is looked after."],
        ["", "Care", "", "Keeping plants in good health through the year."],
        ["", "", "Watering", "Able to water without waste in dry weeks."],
        ["Paths", "", "", "All that people walk on in our parks and woods."],
    )
    sections = [s for block in found.framework.blocks for s in block.sections]
    assert [section.heading for section in sections] == ["Plants", "Care", "Watering", "Paths"]


def test_a_group_that_stands_once_beside_several_rows_is_no_statement() -> None:
    group = "Foundations\n(asked of everybody)"
    found = read(
        ["Category", "Competencies", "Description of behaviours"],
        [group, "Listening", "- Lets others finish\n- Asks back"],
        [group, "Speaking", "- Speaks plainly\n- Keeps to the point"],
        [group, "Writing", "- Writes short letters\n- Reads them once more"],
    )
    said = [s.text for s in found.framework.statements]
    assert len(said) == 6
    assert not any("everybody" in text for text in said)


def test_a_cell_that_reaches_over_rows_heads_them_once() -> None:
    found = under(
        "Time",
        ["How the week is parted", "Baking: half"],
        ["How the week is parted", "Cleaning: a quarter"],
        ["How the week is parted", "Serving: a quarter"],
    )
    said = [s.text for s in found.framework.statements]
    assert said == ["Baking: half", "Cleaning: a quarter", "Serving: a quarter"]


def test_yes_and_no_and_pay_beside_levels_are_facts() -> None:
    found = read(
        ["Level", "Senior", "Pay", "Position", "Scope"],
        ["1", "No", "20 000 - 25 000", "Baker", "Bakes what is ordered each day."],
        ["2", "No", "25 000 - 30 000", "Head Baker", "Plans the work of the bakery."],
        ["3", "Yes", "30 000 - 40 000", "Bakery Manager", "Answers for all of our bakeries."],
    )
    assert [(n.title, n.grade) for n in found.framework.nodes] == [
        ("Baker", "1"),
        ("Head Baker", "2"),
        ("Bakery Manager", "3"),
    ]
    assert len(found.framework.statements) == 3
    assert found.framework.nodes[2].facts == ("Senior: Yes", "Pay: 30 000 - 40 000")
