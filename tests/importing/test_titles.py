"""Titles of tables, of posts with numbers or classes, of qualifications, and titles that are nearly
the same: each kind in documents of our own.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from importing_documents import imported, of_text, table
from pathways.importing.grade_names import parse_codes, parse_mark
from pathways.importing.imported import Imported
from pathways.importing.reading.document import read_document
from pathways.importing.title_class import class_of, without_class
from pathways.importing.title_codes import without_code


def nodes(found: Imported) -> list[tuple[str, str]]:
    return [(node.title, node.grade) for node in found.framework.nodes]


def doubts(found: Imported) -> str:
    return "\n".join(f"{doubt.line} {doubt.text} {doubt.why}" for doubt in found.doubts)


def headings(found: Imported) -> list[str]:
    sections = (s for block in found.framework.blocks for s in block.sections)
    return list(dict.fromkeys(f"{s.label}/{s.heading}" if s.label else s.heading for s in sections))


def of_file(folder: Path, name: str, text: str) -> Imported:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return imported(read_document(path))


# titles of tables

_TWO = """
<table>{one}<tr><th>Grade 3</th><th>Grade 4</th></tr>
<tr><td>Waters the beds</td><td>Plans the watering</td></tr></table>
<table>{two}<tr><th>Grade 3</th><th>Grade 4</th></tr>
<tr><td>Greets visitors</td><td>Guides visitors</td></tr></table>
"""
_TABLE = "| Grade 3 | Grade 4 |\n|---|---|\n| Waters the beds | Plans the watering |\n"
_OTHER = "| Grade 3 | Grade 4 |\n|---|---|\n| Greets visitors | Guides visitors |\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "captions.html",
            "<h1>Our grades</h1>"
            + _TWO.format(one="<caption>Care of beds</caption>", two="<caption>Visitors</caption>"),
        ),
        ("above.md", f"# Our grades\n\nCare of beds\n\n{_TABLE}\nVisitors\n\n{_OTHER}"),
        ("bold.md", f"# Our grades\n\n**Care of beds**\n\n{_TABLE}\n**Visitors**\n\n{_OTHER}"),
        (
            "numbered.md",
            f"# Our grades\n\nTable 1: Care of beds\n\n{_TABLE}\nTable 2: Visitors\n\n{_OTHER}",
        ),
        ("below.md", f"# Our grades\n\n{_TABLE}\n: Care of beds\n\n{_OTHER}\n: Visitors\n"),
        (
            "numbered-below.md",
            f"# Our grades\n\n{_TABLE}\nTable 1. Care of beds\n\n{_OTHER}\nTable 2. Visitors\n",
        ),
    ],
)
def test_the_title_of_a_table_is_its_dimension(tmp_path: Path, name: str, text: str) -> None:
    found = of_file(tmp_path, name, text)
    assert nodes(found) == [("Grade 3", "3"), ("Grade 4", "4")]
    assert headings(found) == ["Care of beds", "Visitors"]
    assert len(found.framework.statements) == 4


def test_the_title_of_a_table_stays_as_a_label_where_its_rows_have_names(tmp_path: Path) -> None:
    rows = "| | Grade 3 | Grade 4 |\n|---|---|---|\n| Roses | Waters them | Prunes them |\n"
    found = of_file(tmp_path, "a.md", f"# Our grades\n\nCare of beds\n\n{rows}")
    assert headings(found) == ["Care of beds/Roses"]


def test_a_sentence_above_a_table_is_no_title_of_it(tmp_path: Path) -> None:
    text = f"# Our grades\n\nThe table below shows what we ask\n\n{_TABLE}"
    assert "The table below shows" not in str(headings(of_file(tmp_path, "a.md", text)))


def test_a_column_whose_name_says_nothing_is_a_doubt_where_it_has_words() -> None:
    found = imported(
        table(
            ["Job title", "Grade", "Duty", "Erfahrung", "Kennung"],
            ["Clerk", "4", "Files the letters", "Zwei Jahre im Amt", "A12"],
            ["Porter", "3", "Lifts the boxes", "Keine nötig", "A13"],
        )
    )
    assert "1 Erfahrung a column whose meaning" in doubts(found)
    assert "Kennung" not in doubts(found)


def test_codes_that_come_again_under_an_unknown_name_are_a_doubt() -> None:
    found = imported(
        table(
            ["Role", "Stufe", "Skill", "Description"],
            ["Porter", "3", "Tools", "Cleans carts"],
            ["Porter", "4", "Tools", "Mends carts"],
            ["Clerk", "3", "Tools", "Sharpens pencils"],
            ["Clerk", "4", "Tools", "Buys pencils"],
        )
    )
    assert "1 Stufe a column whose meaning" in doubts(found)


def test_words_beside_levels_under_an_unknown_name_are_a_doubt() -> None:
    found = imported(
        table(
            ["Area", "Grade 3", "Grade 4", "Bemerkung"],
            ["Tools", "Cleans tools", "Mends tools", "Nur im Winter"],
            ["Schools", "Helps at visits", "Leads visits", "Nach Absprache"],
        )
    )
    assert "1 Bemerkung a column whose meaning" in doubts(found)


def test_columns_in_welsh_are_known() -> None:
    found = imported(
        table(
            ["Teitl swydd", "Gradd", "Sgil", "Disgrifiad"],
            ["Garddwr", "3", "Offer", "Glanhau offer"],
            ["Garddwr", "4", "Offer", "Trwsio offer"],
        )
    )
    assert [grade for _title, grade in nodes(found)] == ["3", "4"]
    assert headings(found) == ["Offer"]


# titles that are nearly the same


def test_two_titles_taken_for_one_role_are_a_doubt_at_the_second() -> None:
    found = of_text(
        "# Office\n## Clerk, Grade 4\n### Duties\n- Files\n"
        "## Clirk, Grade 4\n### Knowledge\n- Knows the filing plan"
    )
    assert "5 Clirk, Grade 4 The document calls the role “Clirk”, too" in doubts(found)


def test_a_misspelt_title_among_other_grades_is_a_doubt_at_its_line() -> None:
    found = of_text(
        "# Parks\n## Park Manager, Grade 7\n### Duties\n- Leads\n"
        "## Park Manger, Grade 7\n### Knowledge\n- Knows trees\n"
        "## Clerk, Grade 3\n### Duties\n- Files"
    )
    assert [grade for _title, grade in nodes(found)] == ["3", "7"]
    assert "5 Park Manger, Grade 7 I took this for the role “Park Manager”" in doubts(found)


@pytest.mark.parametrize("written", ["Clirk", "Clerck", "Clerrk"])
def test_two_roles_whose_titles_differ_in_a_letter_are_a_question(written: str) -> None:
    found = imported(
        table(
            ["Role", "Grade", "Skill", "Description"],
            ["Clerk", "4", "Filing", "Files the letters"],
            [written, "4", "Phone", "Answers the phone"],
        )
    )
    assert len(nodes(found)) == 2
    assert f"Clerk, {written} These titles differ in a letter or two" in doubts(found)


def test_two_words_for_jobs_are_no_misspelling() -> None:
    found = of_text(
        "# Guards\n## Warden, Grade 4\n### Duties\n- Walks\n## Warder, Grade 4\n### Duties\n- Locks"
    )
    assert len(nodes(found)) == 2
    assert "differ in a letter" not in doubts(found)


# classes


@pytest.mark.parametrize("title", ["Splicer, class {}", "Splicer (Class {})", "Class {} splicer"])
def test_titles_with_classes_are_roles_with_class_1_on_top(title: str) -> None:
    one, three = title.format(1), title.format(3)
    found = of_text(f"# Yard\n## {one}\n- Splices any rope\n## {three}\n- Splices thin ropes")
    assert [title for title, _grade in nodes(found)] == [three, one]
    assert "I took class 1 for the highest class" in doubts(found)


def test_the_class_of_a_title() -> None:
    assert class_of("Pilot, class 3") == "3"
    assert class_of("Class II Operator") == "II"
    assert class_of("Class 1") == class_of("First class stamp seller") == ""
    assert without_class("Class 2 pilot") == "Pilot"


# qualifications

_QUALIFICATIONS = (
    "NVQ level 3; Level 3 NVQ; Level 3 diploma; Level 3 – Diploma in care; RQF Level 3; "
    "SCQF level 7; GCSE grade 4; Grade C (GCSE); Grades 9-4 at GCSE; Level 7 – MSc; HNC level 4; "
    "CIPD Level 5; Level 4 (RQF); City & Guilds level 3; Level 2 Functional Skills; EQF level 5"
).split("; ")


@pytest.mark.parametrize("text", _QUALIFICATIONS)
def test_a_level_of_qualifications_is_no_grade(text: str) -> None:
    assert parse_mark(text, heading=True) is None
    assert parse_codes(text) == ()
    found = of_text(f"# Gardener\n\nGrade: {text}\n\n## Duties\n- Mows")
    assert nodes(found) == [("Gardener", "not stated")]
    assert found.framework.nodes[0].facts == (f"Grade: {text}",)


@pytest.mark.parametrize(
    "title", ["NVQ Assessor", "Awards Officer", "Apprenticeship Coordinator", "Education Officer"]
)
def test_who_works_with_qualifications_has_a_grade(title: str) -> None:
    mark = parse_mark(f"{title} – Grade 7", heading=True)
    assert mark is not None
    assert (mark.title, mark.refs[0].code) == (title, "7")


# numbers of posts


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("POST123 – Senior Planner", "POST123"),
        ("Senior Planner (Ref: 12/34)", "12/34"),
        ("Senior Planner - Ref PL/0034", "PL/0034"),
        ("10234 Senior Planner", "10234"),
        ("Senior Planner [JR-00123]", "JR-00123"),
        ("Post No. 55 – Senior Planner", "55"),
        ("Senior Planner, Job ID: 778812", "778812"),
    ],
)
def test_the_number_of_a_post_is_its_code_and_no_part_of_its_title(written: str, code: str) -> None:
    found = of_text(f"# {written}\n\nGrade: PO3\n\n## Duties\n- Decides")
    (node,) = found.framework.nodes
    assert (node.title, node.grade, node.code) == ("Senior Planner", "PO3", code)


@pytest.mark.parametrize(
    "title", ["Planner (2024)", "24/7 – Control Officer", "COVID-19 – Lead", "Planner (S106)"]
)
def test_other_figures_stay_in_a_title(title: str) -> None:
    assert without_code(title) == (title, "")


def test_posts_that_only_their_numbers_tell_apart_keep_them() -> None:
    found = of_text(
        "# Jobs\n## 10234 Planner\nGrade: 7\n- Plans\n## 10235 Planner\nGrade: 7\n- Builds"
    )
    assert [title for title, _grade in nodes(found)] == ["10234 Planner", "10235 Planner"]


def test_a_grade_in_the_title_of_front_matter_is_the_grade(tmp_path: Path) -> None:
    text = "---\ntitle: GS-14 Budget Analyst\n---\n\n## Duties\n\n- Adds up the figures\n"
    assert nodes(of_file(tmp_path, "a.md", text)) == [("Budget Analyst", "GS-14")]
    ladder = (
        "---\ntitle: Grade 7 Engineers\n---\n\n## Grade 6\n\n- Helps\n\n## Grade 7\n\n- Leads\n"
    )
    assert [grade for _title, grade in nodes(of_file(tmp_path, "b.md", ladder))] == ["6", "7"]


# what is read out of front matter, data and Markdown


def test_topics_without_a_title_keep_their_name(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Bakers\ntopics:\n"
        "  - name: dough\n    title:\n    content:\n      - level: 1\n        criteria:\n"
        "          - Kneads with help\n"
        "  - name: ovens\n    title:\n    content:\n      - level: 1\n        criteria:\n"
        "          - Lights the oven\n      - level: 2\n        criteria:\n          - Plans the oven\n"
        "---\n\nHow we bake.\n"
    )
    found = of_file(tmp_path, "a.md", text)
    assert headings(found) == ["dough", "ovens"]


def test_tabs_in_front_matter_are_spaces(tmp_path: Path) -> None:
    text = "---\ntitle: Baker\ngrade: 4\nnotes:\n  -\tCold hands\n---\n\n## Duties\n\n- Bakes\n"
    assert nodes(of_file(tmp_path, "a.md", text)) == [("Baker", "4")]


def test_a_name_in_front_matter_is_the_title_where_none_is_stated(tmp_path: Path) -> None:
    text = "---\nname: Baker\ntrack: bread\n---\n\n## Duties\n\n- Bakes\n"
    found = of_file(tmp_path, "a.md", text)
    assert (nodes(found), found.framework.title) == ([("Baker", "not stated")], "Baker")


def test_drawings_and_programs_in_markdown_are_left_out(tmp_path: Path) -> None:
    text = "# Baker\n\n## Duties\n\n- Bakes\n\n```mermaid\ngraph TD\nA --> B\n```\n\n- Sells\n"
    found = of_file(tmp_path, "a.md", text)
    assert [s.text for s in found.framework.statements] == ["Bakes", "Sells"]
    left = {item.text: item.why for item in found.left_out}
    assert left == dict.fromkeys(("graph TD", "A --> B"), "a drawing or a program, not text")


def test_a_formula_without_a_value_is_no_statement() -> None:
    found = imported(
        table(
            ["Level", "Duties", "Risk"],
            ["Grade 3", "Waters the beds", '=IF(E6<>"",4,0)'],
            ["Grade 4", "Plans the watering", "Owns the risks"],
        )
    )
    assert "a formula of a spreadsheet" in str(found.left_out)


# what only looks like levels, or like an organisation


def test_the_same_sections_below_subjects_are_no_levels() -> None:
    found = of_text(
        "# Weaver\n# Looms\n## Expectations\n- Sets up the loom\n## Self-assessment\n- Is it even\n"
        "# Dyes\n## Expectations\n- Mixes dyes\n## Self-assessment\n- Does it fade"
    )
    assert "Expectations" not in str(nodes(found))


def test_levels_of_a_track_that_come_nowhere_else_are_a_doubt(tmp_path: Path) -> None:
    text = (
        "# Ladder\n\n## Overview\n\n**Bakers' track**: Levels 1-3\n\n- Bakes bread\n\n"
        "## Bakers\n\n### Level B1\n\n- Kneads\n\n### Level B2\n\n- Bakes\n"
    )
    found = of_file(tmp_path, "a.md", text)
    assert [grade for _title, grade in nodes(found)] == ["B1", "B2"]
    assert "names levels that have no text of their own here" in doubts(found)


def test_a_section_that_ends_as_some_bodies_do_is_no_organisation() -> None:
    found = of_text(
        "# Director\n## Executive Partnership\n- Works with the board\n## Duties\n- Runs"
    )
    assert found.framework.organisation == "Not stated in the document"
    named = of_text("# Northtown Council\n# Director\n## Duties\n- Runs")
    assert named.framework.organisation == "Northtown Council"


def test_a_senior_title_stands_above_the_same_title() -> None:
    found = of_text(
        "# Engineers\n## Sr Staff Engineer\n- Plans\n## Staff Engineer\n- Weaves\n## Director of Engineering\n"
        "- Directs\n## Senior Director of Engineering\n- Directs all"
    )
    assert [title for title, _grade in nodes(found)] == [
        "Staff Engineer",
        "Sr Staff Engineer",
        "Director of Engineering",
        "Senior Director of Engineering",
    ]


def test_short_texts_under_an_unknown_head_beside_levels_are_a_doubt() -> None:
    found = imported(
        table(
            ["Grade", "Duties", "Persona", "Picture"],
            ["3", "Waters the beds of the park every day", "The helper", "./a/3.png"],
            ["4", "Plans the watering of all beds in the town", "The planner", "./a/4.png"],
        )
    )
    assert "1 Persona a column of short texts" in doubts(found)
    assert found.framework.nodes[0].facts == ("Picture: ./a/3.png",)


def test_a_title_that_goes_from_one_grade_to_another_is_no_grade() -> None:
    for title in (
        "Grades of the service: From AO to SEO",
        "Everything between Grade 4 and Grade 6",
    ):
        found = of_text(f"# {title}\n## Clerk (AO)\n- Files\n## Officer (EO)\n- Decides")
        assert [grade for _title, grade in nodes(found)] == ["AO", "EO"]


def test_ranks_as_headings_are_roles() -> None:
    found = of_text("# Station\n## Sergeant\n- Leads a shift\n## Constable\n- Walks the beat")
    assert [title for title, _grade in nodes(found)] == ["Constable", "Sergeant"]


def test_a_tab_parts_a_name_from_its_value_in_markdown_too(tmp_path: Path) -> None:
    text = "Grade\t4\n\nPost designation\tClerk\n\n## Duties\n\n- Files\n"
    assert nodes(of_file(tmp_path, "a.md", text)) == [("Clerk", "4")]


@pytest.mark.parametrize("head", ["Task #", "No.", "Duty no", "Step"])
def test_numbered_tasks_in_a_table_are_no_levels(tmp_path: Path, head: str) -> None:
    rows = "".join(f"| {n} | Writes letter {n} to those who ask for it. |\n" for n in range(1, 6))
    text = f"# Clerk\n\n## Duties\n\n| {head} | Description |\n|---|---|\n{rows}"
    found = of_file(tmp_path, "a.md", text)
    assert nodes(found) == [("Clerk", "not stated")]
    assert len([s for s in found.framework.statements if s.text.startswith("Writes")]) == 5


def test_numbered_periods_beside_a_role_are_no_levels(tmp_path: Path) -> None:
    text = (
        "# Clerk\n\n## Duties\n\n- Files letters\n\n## Dates\n\n| Filing period | Date | Test |\n"
        "|---|---|---|\n| Filing period 1 | Friday 5 June to Monday 8 June | Tuesday 11 August |\n"
    )
    assert nodes(of_file(tmp_path, "a.md", text)) == [("Clerk", "not stated")]


def test_a_value_under_no_head_is_not_lost() -> None:
    found = imported(table(["Plans", "Team", ""], ["Weekly", "North", "Kept in the office"]))
    assert "No step" not in doubts(found)
    assert "Kept in the office" in str(found.framework)


def test_files_that_count_in_series_of_letters_are_a_ladder_each(tmp_path: Path) -> None:
    jobs = {"IC1": "Coder", "IC2": "Senior Coder", "M1": "Team Manager", "M2": "Head of Code"}
    outlines = []
    for grade, title in jobs.items():
        path = tmp_path / f"{grade}.md"
        path.write_text(f"# {title}\n\nGrade: {grade}\n\n## Duties\n\n- Does {grade}\n", "utf-8")
        outlines.append(read_document(path))
    found = imported(*outlines)
    families = {node.grade: node.family for node in found.framework.nodes}
    assert families["IC1"] == families["IC2"] != families["M1"] == families["M2"]
    assert "count in" in doubts(found)
