"""Lines of Markdown right below a point that do not belong to it."""

from __future__ import annotations

from pathways.importing.reading.lazy_lines import unglued

LONG = (
    "- Plans the delivery of large projects, oversees the areas of work given to the team and sees"
)


def test_a_line_among_points_lost_its_dash():
    text, origins, mended = unglued("- Opens gates\nKnows tools\n- Closes gates")
    assert text == "- Opens gates\n- Knows tools\n- Closes gates"
    assert origins == [1, 2, 3]
    assert mended == [(2, "Knows tools")]


def test_a_heading_or_paragraph_behind_points_gets_its_blank_line():
    text, origins, mended = unglued("- Opens gates\n**Knowledge**\n- Knows tools\nA last line.")
    assert text == "- Opens gates\n\n**Knowledge**\n- Knows tools\n\nA last line."
    assert origins == [1, 2, 2, 3, 4, 4]
    assert mended == []


def test_the_rest_of_a_point_stays_with_it():
    for source in (
        "- Opens gates\nand closes them\n- Knows tools",
        "- Opens gates of\nParks and gardens\n- Knows tools",
        f"{LONG}\nEvery part of them through to the end of the year.\n- Knows tools",
        "- Opens gates\n  Knows tools",
        "```\n- a\nB\n- c\n```",
    ):
        assert unglued(source)[0] == source


def test_the_point_is_in_the_outline_with_a_remark(read, brief):
    outline = read("a.md", "# Keeper\n\n- Opens gates\nKnows tools\n- Closes gates\n")
    assert brief(outline)[1:] == [
        ("i1", "Opens gates"),
        ("i1", "Knows tools"),
        ("i1", "Closes gates"),
    ]
    assert [(remark.line, remark.text) for remark in outline.remarks] == [(4, "Knows tools")]
    assert [piece.line for piece in outline.pieces] == [1, 3, 4, 5]
