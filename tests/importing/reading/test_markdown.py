"""Markdown, with HTML in it, keeps its lines."""

from __future__ import annotations

import pytest

from accounted import unaccounted
from importing_documents import imported, texts
from pathways.errors import PathwaysError
from pathways.importing.outline import Kind

ROLE = """\
# Data engineer

<dl class="govuk-summary-list">
  <div class="row">
    <dt>
      Grade
    </dt>
    <dd>
      SEO
    </dd>
  </div></dl>

As a Data Engineer, you will
be joining a team.

## You will

- work in a team
  - nested point
- **Agile working**. Good experience.
- **All bold**

**Bold paragraph**
"""


def test_headings_points_and_definitions_keep_their_lines(read, brief):
    outline = read("role.md", ROLE)
    assert brief(outline) == [
        ("h1", "Data engineer"),
        ("table", ("Grade", "SEO")),
        ("p", "As a Data Engineer, you will be joining a team."),
        ("h2", "You will"),
        ("i1", "work in a team"),
        ("i2", "nested point"),
        ("i1", "Agile working. Good experience."),
        ("*i1", "All bold"),
        ("*p", "Bold paragraph"),
    ]
    assert [piece.line for piece in outline.pieces] == [1, 6, 13, 16, 18, 19, 20, 21, 23]


def test_lines_that_someone_ended_on_purpose_stay_apart(read, brief):
    text = "# A\n## B\n> Department: Communities\n> Grade: PO10\n\nManages 50 staff.\nManages 9 consultants and more.\n"
    assert brief(read("a.md", text))[2:] == [
        ("p", "Department: Communities"),
        ("p", "Grade: PO10"),
        ("p", "Manages 50 staff."),
        ("p", "Manages 9 consultants and more."),
    ]
    assert [piece.line for piece in read("a.md", text).pieces] == [1, 2, 3, 4, 6, 7]


def test_an_underline_that_is_never_closed_marks_only_its_own_paragraph(read, brief):
    text = "# A\n### Knowledge\n\n<u>Desirable\n-   Knowledge of law\n\n1.  First\n2.  Second\n"
    assert brief(read("a.md", text))[2:] == [
        ("*p", "Desirable"),
        ("i1", "Knowledge of law"),
        ("i1", "First"),
        ("i1", "Second"),
    ]


def test_tables_and_code_are_read(read, brief):
    text = "# A\n\n| Level | Risk |\n|---|---|\n| 1 | Report |\n\n```\n- in code\n```\n"
    outline = read("a.md", text)
    assert brief(outline) == [
        ("h1", "A"),
        ("table", ("Level", "Risk"), ("1", "Report")),
        ("i1", "in code"),
    ]
    assert outline.pieces[1].header == 1
    assert [piece.line for piece in outline.pieces] == [1, 3, 8]


def test_front_matter_becomes_facts(read):
    text = '---\ntitle: "Head of Data"\nlang: en-GB\ngrade: SCS1\ntags:\n  - data\n---\n# Head\n'
    outline = read("a.md", text)
    assert (outline.title, outline.language) == ("Head of Data", "en-GB")
    assert [(piece.kind, piece.line, piece.text) for piece in outline.pieces] == [
        (Kind.FACT, 2, "title: Head of Data"),
        (Kind.FACT, 3, "lang: en-GB"),
        (Kind.FACT, 4, "grade: SCS1"),
        (Kind.FACT, 5, "tags: data"),
        (Kind.HEADING, 8, "Head"),
    ]


def test_criteria_in_front_matter_become_a_table(read):
    text = (
        "---\ntitle: Ladder\ntopics:\n  - name: planting\n    content:\n      - level: 1\n"
        "        criteria: [Digs a bed, Waters]\n      - level: 2\n        criteria: [Plans]\n---\n"
    )
    table = read("a.md", text).pieces[1]
    assert table.rows == (
        ("topic", "level", "statement"),
        ("planting", "1", "Digs a bed"),
        ("planting", "1", "Waters"),
        ("planting", "2", "Plans"),
    )


def test_a_whole_ladder_may_stand_in_front_matter(read):
    text = (
        "---\ntitle: Bakers\nlevels: 2\ntopics:\n  - name: dough\n    title: Dough\n    content:\n"
        "      - level: 1\n        criteria: [Weighs flour]\n      - level: 2\n        criteria:\n"
        "        exampleCriteria:\n          - criteria: Shapes loaves\n            examples: [Baguettes]\n"
        "---\n\nMasters of bread.\n\n## Ovens\n\n- Stone\n"
    )
    outline = read("a.md", text)
    found = imported(outline).framework
    assert [(node.title, node.grade) for node in found.nodes] == [
        ("Level 1", "1"),
        ("Level 2", "2"),
    ]
    assert texts(found, found.nodes[1].id, "dough") == ["Shapes loaves", "Baguettes"]
    assert [passage.heading for passage in found.introduction] == ["Bakers", "Ovens"]
    assert unaccounted([outline], imported(outline)) == []


def test_front_matter_that_is_no_yaml_is_kept_line_by_line_with_a_remark(read):
    outline = read("a.md", '---\ntitle: "Head\ngrade: 7\n---\n# Head\n')
    assert [piece.text for piece in outline.pieces] == ['title: "Head', "grade: 7", "Head"]
    assert "not in order" in outline.remarks[0].why


def test_a_text_file_that_is_markdown_is_read_as_such_without_a_remark(read, brief):
    outline = read("a.txt", "## Purpose\n\n- Lead\n\n## Duties\n")
    assert (outline.format, outline.remarks) == ("md", ())
    assert read("b.txt", "# only one\n\ntext\n").format == "txt"
    assert read("c.txt", "# one\n\n<dl><dt>Grade</dt><dd>6</dd></dl>\n").format == "md"


def test_comments_and_addresses_are_left_out_and_listed(read):
    outline = read(
        "a.md", "# A\n\n<!-- draft of May -->\n\nSee [policy].\n\n[policy]: https://example.org/p\n"
    )
    assert [(left.line, left.text) for left in outline.left_out] == [
        (7, "[policy]: https://example.org/p"),
        (3, "draft of May"),
    ]
    assert outline.pieces[1].text == "See policy."


@pytest.mark.parametrize("text", ["> " * 500 + "x", "[" * 9000, "a\n" * 20_000, "|a" * 50_000])
def test_what_would_take_too_long_or_lies_too_deep_is_refused(read, text):
    with pytest.raises(PathwaysError, match="too many parts"):
        read("a.md", "# A\n\n" + text)


def test_nothing_at_all_gives_an_empty_outline(read):
    assert [piece.text for piece in read("a.md", "---\na: b\n---\n").pieces] == ["a: b"]
