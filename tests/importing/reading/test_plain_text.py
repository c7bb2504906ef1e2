"""Plain text: what is a paragraph, a point, a table, and which ends of lines were meant."""

from __future__ import annotations

import pytest

from pathways.errors import PathwaysError
from pathways.importing.outline import Kind


def test_lines_of_an_unwrapped_text_are_pieces_of_their_own(read, brief):
    long = (
        "Planning and delivery of major projects, providing technical assistance to ensure "
        "effective delivery " * 2
    )
    outline = read(
        "a.txt", f"Duties\n\n- {long}\nPrepare reports and provide information\n- Monitor spend\n"
    )
    assert brief(outline) == [
        ("p", "Duties"),
        ("i1", long.strip()),
        ("p", "Prepare reports and provide information"),
        ("i1", "Monitor spend"),
    ]
    assert [piece.line for piece in outline.pieces] == [1, 3, 4, 5]


def test_a_point_broken_by_a_blank_line_stays_two_pieces_with_their_lines(read, brief):
    outline = read("a.txt", "- Regular interaction with\n\nothers, demands understanding.\n")
    assert brief(outline) == [
        ("i1", "Regular interaction with"),
        ("p", "others, demands understanding."),
    ]
    assert [piece.line for piece in outline.pieces] == [1, 3]


def test_lines_broken_by_their_width_become_one_paragraph(read, brief):
    text = (
        "Job holders at this level are managers. They must be proficient in a\n"
        "specialised field or a broad understanding of relationships between\n"
        "different fields.\n"
        "Grade: 14\n"
    )
    first = (
        "Job holders at this level are managers. They must be proficient in a specialised field or "
        "a broad"
        " understanding of relationships between different fields."
    )
    assert brief(read("a.txt", text)) == [("p", first), ("p", "Grade: 14")]


def test_a_hyphen_at_the_end_of_a_line_is_followed_by_no_space(read, brief):
    text = "Job holders at this level are managers who must think about the long-\nterm needs of all.\n"
    assert brief(read("a.txt", text))[0][1].endswith("the long-term needs of all.")


def test_points_nest_by_their_indent_and_continue_below_their_text(read, brief):
    text = "• Lead\n    • Plan\n      the work of others\n    • Check\n• Report\n"
    assert brief(read("a.txt", text)) == [
        ("i1", "Lead"),
        ("i2", "Plan the work of others"),
        ("i2", "Check"),
        ("i1", "Report"),
    ]


def test_numbers_that_count_on_are_points_and_a_lone_number_is_text(read, brief):
    text = "1. Purpose\n\nWhat it is for.\n\n2. Duties\n\na) Lead\nb) Plan\n\ni. one\nii. two\n\n7. alone\n"
    assert brief(read("a.txt", text)) == [
        ("p", "1. Purpose"),
        ("p", "What it is for."),
        ("p", "2. Duties"),
        ("i1", "Lead"),
        ("i1", "Plan"),
        ("i1", "one"),
        ("i1", "two"),
        ("p", "7. alone"),
    ]
    assert [piece.marker for piece in read("a.txt", text).pieces][3:5] == ["a)", "b)"]


def test_lines_with_the_same_number_of_tabs_are_a_table(read, brief):
    text = "Level\tRisk\tPeople\n1\tReport\t\n2\tManage\tTeam\nend\n"
    rows = [
        ("table", ("Level", "Risk", "People"), ("1", "Report", ""), ("2", "Manage", "Team")),
        ("p", "end"),
    ]
    assert brief(read("a.txt", text)) == rows


def test_one_line_with_a_tab_is_a_paragraph_and_a_bullet_with_a_tab_is_a_point(read, brief):
    assert brief(read("a.txt", "Grade\t6\n\n•\tLead\n-\tPlan\no\tCheck\n")) == [
        ("p", "Grade\t6"),
        ("i1", "Lead"),
        ("i1", "Plan"),
        ("i1", "Check"),
    ]


def test_drawn_lines_are_left_out_and_listed(read, brief):
    outline = read("a.txt", "Title\n=====\n- - - -\nText\n")
    assert brief(outline) == [("p", "Title"), ("p", "Text")]
    assert [(left.line, left.text) for left in outline.left_out] == [(2, "====="), (3, "- - - -")]


@pytest.mark.parametrize(
    ("content", "remarked"),
    [
        ("Council’s – “café”".encode(), False),
        ("Council’s – “café”".encode("utf-8-sig"), False),
        ("Council’s – “café”".encode("utf-16"), False),
        ("Council’s – “café”".encode("utf-16-le"), False),
        ("Council’s – “café”".encode("utf-16-be"), False),
        ("Council’s – “café”".encode("cp1252"), True),
    ],
)
def test_letters_come_out_whatever_the_file_was_saved_as(read, content, remarked):
    outline = read("a.txt", content)
    assert outline.pieces[0].text == "Council’s – “café”"
    assert bool(outline.remarks) is remarked


def test_a_marker_is_kept_beside_the_text(read):
    piece = read("a.txt", "•Lead a team\n").pieces[0]
    assert (piece.kind, piece.text, piece.marker) == (Kind.ITEM, "Lead a team", "•")


def test_a_text_that_begins_with_a_dash_inside_a_word_is_no_point(read, brief):
    assert brief(read("a.txt", "-5 degrees\n\n*note\n")) == [("p", "-5 degrees"), ("p", "*note")]


def test_a_paragraph_of_a_hundred_thousand_lines_is_read_in_time_and_more_lines_are_refused(read):
    assert (
        len(
            read(
                "a.txt", "lorem ipsum dolor sit amet consectetur adipiscing elit sed do\n" * 100_000
            ).pieces
        )
        == 1
    )
    with pytest.raises(PathwaysError, match="too many parts"):
        read("a.txt", "a\n" * 250_000)


def test_a_document_of_endless_pieces_is_refused(read, monkeypatch):
    from pathways.importing.reading import gathering

    monkeypatch.setattr(gathering, "_MOST_PIECES", 10)
    with pytest.raises(PathwaysError, match="too many parts"):
        read("a.txt", "a.\n\n" * 11)


def test_a_line_of_nothing_but_invisible_characters_is_no_piece(read, brief):
    assert brief(read("a.txt", "a.\n\n\u200b\u200b\n\nb.\n")) == [("p", "a."), ("p", "b.")]
