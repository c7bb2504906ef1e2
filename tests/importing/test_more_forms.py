"""Ladders, person specifications, matrices of skills and pages in the shapes in which councils
have them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from importing_documents import imported, of_text
from pathways.importing.grade_names import parse_mark, parse_run_in
from pathways.importing.imported import Imported
from pathways.importing.reading.document import read_document, read_folder


def nodes(found: Imported) -> list[tuple[str, str, str]]:
    return [(node.title, node.grade, node.family) for node in found.framework.nodes]


def placed(found: Imported) -> list[tuple[str, str, str]]:
    """Return heading, label and text of all statements."""
    return [(one.heading, one.label, one.text) for one in found.framework.statements]


def read(folder: Path, name: str, text: str) -> Imported:
    path = folder / name
    path.write_text(text, "utf-8")
    return imported(read_document(path))


# ladders

TWO_FAMILIES = """\
# Bridges

## Grade 4

### Paint

- Scrapes the old paint off

## Grade 5

### Paint

- Orders the new paint

# Ferries

## Grade 4

### Ropes

- Coils the ropes on the deck

## Grade 5

### Ropes

- Tells when a rope is worn
"""


def test_the_first_family_is_no_title_of_the_whole() -> None:
    assert nodes(of_text(TWO_FAMILIES)) == [
        ("Grade 4", "4", "Bridges"),
        ("Grade 5", "5", "Bridges"),
        ("Grade 4", "4", "Ferries"),
        ("Grade 5", "5", "Ferries"),
    ]


def test_families_stand_over_grades_in_bold() -> None:
    text = "# River service\n\n" + TWO_FAMILIES.replace("# Ferries", "# Ferries")
    for heading in ("Grade 4", "Grade 5"):
        text = text.replace(f"## {heading}", f"**{heading}**")
    for heading in ("Paint", "Ropes"):
        text = text.replace(f"### {heading}", f"**{heading}**")
    found = of_text(text.replace("# Bridges", "## Bridges").replace("# Ferries", "## Ferries"))
    assert {family for _title, _grade, family in nodes(found)} == {"Bridges", "Ferries"}
    assert len(found.framework.nodes) == 4


def test_an_overview_of_typical_roles_makes_no_roles(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "ferries.md",
        "# Ferries\n\n## At a glance\n\n| Grade | Typical roles |\n|---|---|\n"
        "| Grade 4 | Deckhands |\n| Grade 5 | Mates |\n\n## What is expected\n\n"
        "| Area | Grade 4 | Grade 5 |\n|---|---|---|\n"
        "| Planning | Ties up the boat when it lands | Says when the boat must sail |\n"
        "| Communication | Calls out the name of each pier | Speaks with the harbour by radio |\n",
    )
    assert [(title, grade) for title, grade, _family in nodes(found)] == [
        ("Grade 4", "4"),
        ("Grade 5", "5"),
    ]


def test_a_title_of_a_job_beside_two_levels_is_a_level(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "library.md",
        "# Libraries\n\n| Dimension | Library Manager | Senior Librarian | Librarian |\n"
        "|---|---|---|---|\n"
        "| Decision making | Closes a branch in a storm. | Lends books to other towns. | "
        "Waives a fine of a pound. |\n"
        "| Communication | Speaks for the library. | Leads the readers' evening. | "
        "Writes the labels of the shelves. |\n",
    )
    assert len(found.framework.nodes) == 3
    assert all(len(one.nodes) == 1 for one in found.framework.statements)


def test_the_first_family_over_a_table_is_no_title_of_the_whole(tmp_path: Path) -> None:
    rows = (
        "| | Grade 4 | Grade 5 |\n|---|---|---|\n"
        "| Communication | Calls out {0}. | Writes down {0}. |\n"
        "| Planning | Counts {0} by day. | Counts {0} by year. |\n"
    )
    text = f"# Bridges\n\n{rows.format('the lorries')}\n# Ferries\n\n{rows.format('the bikes')}"
    found = read(tmp_path, "river.md", text)
    assert {family for _title, _grade, family in nodes(found)} == {"Bridges", "Ferries"}
    assert len(found.framework.nodes) == 4


def test_a_column_for_all_grades_is_none_of_them(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "ferry.md",
        "| Area | AO | EO | HEO | All grades |\n|---|---|---|---|---|\n"
        "| Communication | Calls out the piers. | Speaks by radio. | Writes the log. | "
        "Greets the travellers. |\n"
        "| Planning | Ties up the boat. | Sets the watch. | Plans the season. | "
        "Comes on time each day. |\n",
    )
    assert [grade for _title, grade, _family in nodes(found)] == ["AO", "EO", "HEO"]
    whole = next(one for one in found.framework.statements if one.text.startswith("Greets"))
    assert len(whole.nodes) == 3


def test_pay_behind_a_grade_is_no_text_of_it() -> None:
    assert parse_run_in("Grade 7 – SCP 23 to 25") is None
    assert parse_run_in("Level 2: Understands how the locks fill") is not None


@pytest.mark.parametrize("code", ["6", "8a"])
def test_a_band_of_the_nhs_may_stand_without_its_word(code: str) -> None:
    mark = parse_mark(f"AfC {code}")
    assert mark is not None
    assert mark.refs[0].code == code


# person specifications


def test_what_a_column_asks_for_is_nobodys_level(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "mate.md",
        "# Ferry mate\n\nGrade: 5\n\n## Person specification\n\n"
        "| Requirement | Essential/Desirable | Method |\n|---|---|---|\n| Experience | | |\n"
        "| Two seasons on a river | E | A |\n| Work with tourists | D | I |\n| Skills | | |\n"
        "| Splices a rope | E | T |\n",
    )
    assert [title for title, _grade, _family in nodes(found)] == ["Ferry mate"]
    assert placed(found) == [
        ("Experience", "Essential", "Two seasons on a river"),
        ("Experience", "Desirable", "Work with tourists"),
        ("Skills", "Essential", "Splices a rope"),
    ]


def test_the_first_subject_above_the_kinds_heads_its_criteria(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "mate.html",
        "<h1>Ferry mate</h1><p>Grade: 5</p><h2>Person specification</h2><table>"
        "<tr><td>Boats</td><td></td></tr>"
        "<tr><td>Essential</td><td>Rows against the stream</td></tr>"
        "<tr><td>Ropes</td><td></td></tr>"
        "<tr><td>Essential</td><td>Splices a rope</td></tr>"
        "<tr><td>Desirable</td><td>Knows forty knots</td></tr></table>",
    )
    assert [heading for heading, _label, _text in placed(found)] == ["Boats", "Ropes", "Ropes"]


def test_a_key_of_letters_below_lists_is_no_criterion() -> None:
    found = of_text(
        "# Ferry mate\n\n## Experience\n\n- Two seasons on a river (E)\n- Work with tourists (D)\n"
        "- A winter in a boatyard (D)\n\nA = application, I = interview, T = test\n"
    )
    assert [text for _heading, _label, text in placed(found)] == [
        "Two seasons on a river",
        "Work with tourists",
        "A winter in a boatyard",
    ]


def test_essential_over_bold_headings_labels_each_of_them() -> None:
    found = of_text(
        "# Ferry mate\n\nGrade: 5\n\n**Essential criteria**\n\n**Knowledge**\n\n- The bye-laws\n\n"
        "**Boats**\n\n- Rows a dinghy\n\n**Desirable criteria**\n\n**Knowledge**\n\n- The tides\n"
    )
    labels = {text: label for _heading, label, text in placed(found)}
    assert labels["The bye-laws"] == labels["Rows a dinghy"] == "Essential criteria"
    assert labels["The tides"] == "Desirable criteria"


SEVERAL = """\
# Two posts on the river

# Ferry mate – Grade 5

## Skills

- Splices a rope

# {title}

Grade: Band 3

## Skills

- Sells the tickets

# How to apply

Write to the pier before noon.
"""


@pytest.mark.parametrize("title", ["Pier clerk", "Ticket officer"])
def test_a_heading_over_a_line_of_a_grade_is_its_title(title: str) -> None:
    found = of_text(SEVERAL.format(title=title))
    assert {name for name, _grade, _family in nodes(found)} >= {title}
    assert "Write to the pier before noon." not in [text for _h, _l, text in placed(found)]


# matrices of skills


def test_levels_on_no_scale_are_kept_as_facts_with_a_doubt(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "skills.csv",
        "Skill,Grade 3,Grade 5\nSplicing,Competent,Foundation\nRowing,Expert,Proficient\n"
        "Steering,Competent,Expert\n",
    )
    facts = [fact for node in found.framework.nodes for fact in node.facts]
    levels = [section.level for block in found.framework.blocks for section in block.sections]
    assert sorted([*(fact.partition(": ")[2] for fact in facts), *filter(None, levels)]) == sorted(
        ["Competent", "Foundation", "Expert", "Proficient", "Competent", "Expert"]
    )
    assert {doubt.text for doubt in found.doubts} >= {"Splicing"}


def test_a_grade_beside_the_roles_of_a_matrix_is_theirs(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "skills.csv",
        "Role,Grade,Splicing,Rowing\nDeckhand,4,Awareness,Working\nMate,5,Working,Expert\n",
    )
    assert [(title, grade) for title, grade, _family in nodes(found)] == [
        ("Deckhand", "4"),
        ("Mate", "5"),
    ]


# pages and data

PAGE = """\
<html><body><div class="top"><a href="/">Home</a></div><main>
<ol class="breadcrumb"><li><a href="/">Home</a></li><li>{grade}</li></ol>
<h1>{grade}</h1><h2>Boats</h2><ul><li>{text}</li></ul>
<p><a href="next.html">Next: Grade 6</a></p>
<p>Was this page helpful? <a href="/y">Yes</a> <a href="/n">No</a></p></main></body></html>
"""


def test_links_around_the_text_of_a_page_are_no_statements(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.format(grade="Grade 4", text="Rows a dinghy"), "utf-8")
    (tmp_path / "b.html").write_text(PAGE.format(grade="Grade 5", text="Steers a ferry"), "utf-8")
    found = imported(*read_folder(tmp_path).outlines)
    assert [text for _h, _l, text in placed(found)] == ["Rows a dinghy", "Steers a ferry"]


def test_a_line_of_links_back_is_no_text(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "grade-4.md",
        "# Grade 4\n\n[Home](/) | [Back to the ladder](index.md)\n\n## Boats\n\n- Rows a dinghy\n",
    )
    assert [text for _h, _l, text in placed(found)] == ["Rows a dinghy"]


def test_a_level_in_data_may_have_its_grade_in_brackets(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "levels.yml",
        "title: River ladder\nlevels:\n"
        "- name: Trainee (Grade 2)\n  criteria: [Scrubs the deck, Coils the ropes]\n"
        "- name: Senior (Grade 4)\n  criteria: [Steers the ferry]\n",
    )
    assert [(title, grade) for title, grade, _family in nodes(found)] == [
        ("Trainee (Grade 2)", "2"),
        ("Senior (Grade 4)", "4"),
    ]


def test_headings_written_like_a_known_grade_are_grades() -> None:
    found = of_text(
        "# Ferries\n\n## G4\n\n### Ropes\n\n- Coils the ropes\n\n## G5\n\n### Ropes\n\n"
        "- Splices the ropes\n\n## G6\n\n### Ropes\n\n- Orders the ropes\n"
    )
    assert [grade for _title, grade, _family in nodes(found)] == ["G4", "G5", "G6"]


@pytest.mark.parametrize("inside", ["b\u00efnd 8", "b\ufeffnd 8", "b 8", "8 b", "Band"])
def test_a_level_that_cannot_be_read_is_no_level_and_its_line_is_kept(
    tmp_path: Path, inside: str
) -> None:
    line = f"LEVEL 1 ({inside}) - Leads the planning of a team."
    text = f"{line}\n\nGrade 4\n\n- Mends the lock gates\n- Greases the paddle gear\n"
    found = read(tmp_path, "levels.md", text)
    kept = [*(one.text for one in found.framework.statements), *map(str, found.left_out)]
    assert any("planning of a team" in words for words in kept)
