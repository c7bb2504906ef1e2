"""CSV: one table, whatever parts its cells."""

from __future__ import annotations

import pytest

from pathways.errors import PathwaysError


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_out(read, separator):
    text = "\n".join(
        separator.join(row)
        for row in (["Grade", "Risk", "Note"], ["6", "Report it", ""], ["7", "x", "y"])
    )
    assert read("a.csv", text).pieces[0].rows == (
        ("Grade", "Risk", "Note"),
        ("6", "Report it", ""),
        ("7", "x", "y"),
    )


def test_quoted_cells_keep_their_lines_and_rows_are_counted_from_the_file(read):
    outline = read("a.csv", '\n\nGrade,Risk\n6,"Report:\n- all\n- now"\n7,"a ""b"""\n')
    assert outline.pieces[0].rows == (
        ("Grade", "Risk"),
        ("6", "Report:\n- all\n- now"),
        ("7", 'a "b"'),
    )
    assert outline.pieces[0].line == 3


def test_formulas_stay_the_text_they_are(read):
    assert read("a.csv", "a,b\n\"=cmd|' /C calc'!A0\",+1\n").pieces[0].rows[1] == (
        "=cmd|' /C calc'!A0",
        "+1",
    )


def test_excels_own_first_line_names_the_separator_and_is_no_row(read):
    outline = read("a.csv", "sep=;\nGrade;Risk\n6;a,b\n")
    assert outline.pieces[0].rows == (("Grade", "Risk"), ("6", "a,b"))
    assert outline.facts == (("separator", ";"),)


def test_short_rows_are_filled_and_blank_ones_dropped(read):
    assert read("a.tsv", "Grade\tRisk\n6\n\t\n7\tx\n").pieces[0].rows == (
        ("Grade", "Risk"),
        ("6", ""),
        ("7", "x"),
    )


def test_windows_and_marked_files_are_read(read):
    assert read("a.csv", "Name,Note\nCafé,it’s\n".encode("cp1252")).pieces[0].rows[1] == (
        "Café",
        "it’s",
    )
    assert read("b.csv", "Name,Note\n1,2\n".encode("utf-8-sig")).pieces[0].rows[0] == (
        "Name",
        "Note",
    )


def test_invisible_characters_are_remarked_with_the_line(read):
    outline = read("a.csv", "Name,Note\nx,a\u200bb\n")
    assert outline.pieces[0].rows[1] == ("x", "ab")
    assert outline.remarks[0].line == 2


def test_a_single_column_is_a_table_too(read):
    assert read("a.csv", "Skill\nCoding\n").pieces[0].rows == (("Skill",), ("Coding",))


@pytest.mark.parametrize("text", ["a," * 2000, "a\n" * 450_000, 'a,"' + "x\n" * 700_000])
def test_what_is_no_sensible_table_is_refused(read, text):
    with pytest.raises(PathwaysError, match=r"too many parts|not a table"):
        read("a.csv", text)


def test_a_file_of_separators_only_has_no_table(read):
    assert read("a.csv", ",,\n,,\n").pieces == ()
