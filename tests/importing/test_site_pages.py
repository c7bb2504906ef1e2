"""Pages of sites with templates, cells with headings inside, letters to applicants."""

from __future__ import annotations

from pathlib import Path

import pytest

from importing_documents import imported, of_text, sections, table, texts
from pathways.importing.imported import Imported
from pathways.importing.reading.document import read_document


def page(folder: Path, text: str, name: str = "page.md") -> Imported:
    path = folder / name
    path.write_text(text, "utf-8")
    return imported(read_document(path))


def said(found: Imported) -> list[str]:
    return [statement.text for statement in found.framework.statements]


def left(found: Imported) -> dict[str, str]:
    return {item.text: item.why for item in found.left_out}


JOB = """\
---
title: Ferry Master
grade: 7
---

{% comment ------------------------ %}
Put the title as people know it.
{% endcomment ---------------------- %}

**Job title:** {{ page.title }}

## Duties

- Steers the ferry as {{ page.title }}
- Reads the [tide tables]({% link pages/tides.md %})
"""


def test_fields_of_the_front_matter_stand_where_a_page_names_them(tmp_path: Path) -> None:
    found = page(tmp_path, JOB)
    assert [(n.title, n.grade) for n in found.framework.nodes] == [("Ferry Master", "7")]
    assert said(found) == ["Steers the ferry as Ferry Master", "Reads the tide tables"]


def test_comments_of_a_template_are_left_out_with_the_reason(tmp_path: Path) -> None:
    found = left(page(tmp_path, JOB))
    assert found["Put the title as people know it."] == "a comment, not shown on the page"


def test_a_comment_without_an_end_is_kept(tmp_path: Path) -> None:
    found = page(tmp_path, "# Pilot\n\n## Duties\n\n{% comment %}\n- Guides ships in\n")
    assert "Guides ships in" in said(found)


def test_a_page_of_html_may_have_front_matter(tmp_path: Path) -> None:
    text = "---\nlayout: job\ntitle: Ferry Master\n---\n<h2>Duties</h2><ul><li>Steers it</li></ul>"
    found = page(tmp_path, text, "page.html")
    assert [node.title for node in found.framework.nodes] == ["Ferry Master"]
    assert said(found) == ["Steers it"]


SENTENCES = """\
---
title: Ferry Master
key objectives:
  - Keep the ferry safe
    - Checks the engine before the first crossing of the day.
    - Reports what is worn to the harbour office in writing.
  - Keep the timetable
    - Leaves each pier at the minute that the board shows.
tags: [ferry, river]
---
## Duties

- Steers it
"""


def test_lists_of_sentences_in_front_matter_are_statements_under_their_points(tmp_path) -> None:
    found = page(tmp_path, SENTENCES)
    assert len(found.framework.nodes) == 1
    blocks = [section for block in found.framework.blocks for section in block.sections]
    headed = {section.heading: len(section.statements) for section in blocks}
    assert headed["Keep the ferry safe"] == 2
    assert headed["Keep the timetable"] == 1
    assert not any("ferry, river" in text for text in said(found))


@pytest.mark.parametrize("value", ["[Job title]", "{{ page.title }}", "TBC", "<insert title>"])
def test_a_placeholder_names_no_role_and_no_grade(value: str) -> None:
    found = of_text(f"# Keeper\nJob title: {value}\nGrade: {value}\n# Duties\n- Keeps the light\n")
    assert [(n.title, n.grade) for n in found.framework.nodes] == [("Keeper", "not stated")]
    assert f"Job title: {value}" in left(found)


CELLS = """\
<h1>Harbour family</h1>
<table><tr><th>Level</th><th>What is expected</th></tr>
<tr><td>Level 1</td><td><h3>Risk</h3><ul><li>Reports what is broken</li></ul>
<p><b>Communication</b></p><ul><li>Writes the log</li></ul></td></tr>
<tr><td>Level 2</td><td><h3>Risk</h3><ul><li>Decides what is mended first</li></ul>
<p><b>Communication</b></p><ul><li>Speaks for the harbour</li></ul></td></tr></table>
"""


def test_headings_inside_cells_are_headings(tmp_path: Path) -> None:
    found = page(tmp_path, CELLS, "cells.html").framework
    first, second = (node.id for node in found.nodes)
    assert texts(found, first, "risk") == ["Reports what is broken"]
    assert texts(found, second, "risk") == ["Decides what is mended first"]
    assert texts(found, first, "communication") == ["Writes the log"]
    assert texts(found, second, "communication") == ["Speaks for the harbour"]


def test_headings_inside_criteria_keep_how_much_is_asked(tmp_path: Path) -> None:
    text = (
        "<h1>Diver</h1><h2>Person specification</h2><table><tr><th>Essential</th>"
        "<th>Desirable</th></tr><tr><td><p><b>Qualifications</b></p><ul><li>Diving licence</li>"
        "</ul></td><td><p><b>Qualifications</b></p><ul><li>First aid</li></ul></td></tr></table>"
    )
    found = page(tmp_path, text, "criteria.html")
    assert said(found) == ["Diving licence", "First aid"]
    drawn = sections(found.framework)
    assert [line for line in drawn if "“Qualifications” (Essential)" in line]
    assert [line for line in drawn if "“Qualifications” (Desirable)" in line]


def test_names_with_values_in_the_cell_of_a_level_are_its_grade_and_title(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td><h3>Level</h3><p>{n}</p><h3>Title</h3><p>{title}</p></td>"
        f"<td><ul><li>{text}</li><li>Keeps a log of the day</li></ul></td></tr>"
        for n, title, text in ((1, "Deckhand", "Ties the ropes"), (2, "Mate", "Takes the wheel"))
    )
    text = f"<h1>Crew</h1><table><tr><th>Level / Title</th><th>Duties</th></tr>{rows}</table>"
    found = page(tmp_path, text, "crew.html").framework
    titles = [(n.title, n.grade) for n in found.nodes]
    assert titles == [("Level 1 – Deckhand", "1"), ("Level 2 – Mate", "2")]


LETTER = """\
# Harbour Master
Dear Applicant,
Thank you for your interest in our harbour.
The harbour has been here for two hundred years.
The role of the Harbour Master is to:
- Keep the harbour open in all weathers
- Lead the crews of both piers
We look forward to hearing from you.
# Duties
- Keeps the register of ships
"""


def test_a_letter_to_applicants_is_left_out_but_for_its_lists() -> None:
    found = of_text(LETTER)
    assert said(found) == [
        "Keep the harbour open in all weathers",
        "Lead the crews of both piers",
        "Keeps the register of ships",
    ]
    assert [d.text for d in found.doubts if "a letter" in d.why] == ["Dear Applicant,"]


def test_whom_a_post_reports_to_is_a_fact_wherever_it_stands() -> None:
    line = "Designation of the post to which the post holder normally reports: Head of Piers"
    found = of_text(f"# Keeper\n# Duties\n- Keeps the light\n\n{line}\n")
    assert said(found) == ["Keeps the light"]
    assert found.framework.nodes[0].facts == (line,)


def test_a_column_that_counts_tasks_is_no_part_of_the_text() -> None:
    found = imported(
        table(
            ["Task #", "Description of task", "% of time"],
            ["1", "Opens the lock for each ship that comes", "60"],
            ["2", "Writes down the height of the water each hour", "40"],
        )
    )
    assert said(found) == [
        "Opens the lock for each ship that comes",
        "Writes down the height of the water each hour",
    ]


def test_families_told_by_titles_alone_are_a_doubt(tmp_path: Path) -> None:
    outlines = []
    for name in ("Lock Keeper", "Senior Lock Keeper", "Pilot"):
        path = tmp_path / f"{name}.md"
        path.write_text(f"# {name}\n\n## Duties\n\n- Works as {name}\n", "utf-8")
        outlines.append(read_document(path))
    found = imported(*outlines)
    assert any("share these words" in d.why and d.text == "Lock Keeper" for d in found.doubts)


def test_one_grade_written_in_two_ways_is_one_grade() -> None:
    found = of_text(
        "# Pilot GS-13\n## Duties\n- Guides ships\n# Pilot GS13\n## Risk\n- Slows down\n"
    )
    assert [node.grade for node in found.framework.nodes] == ["GS-13"]


def test_a_title_with_its_grade_is_a_level_beside_sure_ones() -> None:
    found = imported(
        table(
            ["", "Lock Keeper Grade 5", "Ferry Officer – Grade 7", "PO3"],
            ["Risk", "Reports hazards.", "Judges hazards.", "Closes the lock."],
            ["People", "Works alone.", "Guides trainees.", "Leads the crew."],
        )
    )
    assert [node.grade for node in found.framework.nodes] == ["5", "7", "PO3"]
    assert len(found.framework.statements) == 6


def test_a_column_beside_the_levels_that_nobody_knows_is_a_doubt() -> None:
    found = imported(
        table(
            ["Area", "Harbour view", "Grade 5", "Grade 6"],
            ["Risk", "All of us watch the water with care.", "Reports it.", "Judges it."],
            ["People", "All of us greet those who come in.", "Works alone.", "Leads two."],
        )
    )
    assert [d.text for d in found.doubts if "taken for all levels" in d.why] == ["Harbour view"]


def test_numbers_of_sections_before_points_are_no_part_of_them(tmp_path: Path) -> None:
    lines = (
        "# Pilot",
        "## 2. Duties",
        "2.1 Guides the large ships in.",
        "2.2 Keeps the log of the day.",
        "## 3. Risk",
        "3.1 Stops all work in a storm.",
        "3.2 Reports what is broken.",
    )
    found = page(tmp_path, "\n\n".join(lines))
    assert said(found) == [
        "Guides the large ships in.",
        "Keeps the log of the day.",
        "Stops all work in a storm.",
        "Reports what is broken.",
    ]


def test_a_number_of_a_page_may_have_more_beside_it() -> None:
    found = of_text("# Pilot\n# Duties\n- Guides ships\n\nPage 1 of 3 – HR/JD/2023\n")
    assert said(found) == ["Guides ships"]
    assert left(found)["Page 1 of 3 – HR/JD/2023"] == "a page number"


def test_an_organisation_beside_the_kind_of_document_is_named() -> None:
    found = of_text(
        "Eastmoor Borough Council – Job description\n\nPilot\n\nDuties\n- Guides ships\n"
    )
    assert found.framework.organisation == "Eastmoor Borough Council"
    assert said(found) == ["Guides ships"]


def test_bold_points_over_plain_ones_are_headings() -> None:
    page = "<h1>Pilot</h1><h2>Person specification</h2><ul>{}</ul>"
    points = "".join(
        f"<li><b>{name}</b></li><li>{text} of ships</li><li>{text} of piers</li>"
        for name, text in (("Experience", "Years"), ("Qualifications", "Papers"))
    )
    path = Path(__file__).parent / "never"
    assert not path.exists()
    from pathways.importing.outline import Kind
    from pathways.importing.reading.gathering import Gathering
    from pathways.importing.reading.html_outline import HtmlReader

    gathering = Gathering(path, "html")
    HtmlReader(path, gathering).read(page.format(points))
    outline = gathering.outline()
    assert sum(piece.kind is Kind.ITEM for piece in outline.pieces) == 6
    assert sections(imported(outline).framework) == [
        "pilot: knowledge “Experience” 2",
        "pilot: knowledge “Qualifications” 2",
    ]


def test_front_matter_out_of_order_keeps_its_points(tmp_path: Path) -> None:
    text = (
        '---\n# a note for the editor\ntitle: "Pilot"\nduties:\n  - Guides the large ships safely in\n'
        "  late: [\n---\n## Risk\n\n- Slows down\n"
    )
    found = page(tmp_path, text)
    assert [node.title for node in found.framework.nodes] == ["Pilot"]
    assert "Guides the large ships safely in" in said(found)
