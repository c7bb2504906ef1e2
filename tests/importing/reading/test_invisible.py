"""Invisible characters are taken out and reported; everything else stays to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.importing.reading.invisible import even_line_ends, without_invisible


@pytest.mark.parametrize(
    ("text", "bare", "name"),
    [
        ("a\u200bb", "ab", "zero-width space"),
        ("\ufeffa", "a", "zero-width space"),
        ("man\u00adage", "manage", "soft hyphen"),
        ("a\u202eb", "ab", "mark of writing direction"),
        ("a\x02b", "ab", "control character"),
        ("a\u200d b", "a b", "zero-width joiner"),
        ("it\x92s", "it’s", "character of Windows-1252"),
        ("a\ufffd", "a\ufffd", "could not be read"),
        ("a\u00a0", "a", "no-break space"),
    ],
)
def test_what_nobody_sees_is_taken_out_and_named(text, bare, name):
    cleaned, mended = without_invisible(text)
    assert cleaned == bare
    assert name in mended[0]


@pytest.mark.parametrize(
    "text", ["“quotes” – dash’s", "10\u00a0km", "cafe\u0301", "a  b", "می\u200cخواهم"]
)
def test_what_means_something_is_kept_without_a_word(text):
    assert without_invisible(text) == (text, ())


def test_every_kind_of_line_end_becomes_one(read):
    assert even_line_ends("a\r\nb\rc\u2028d\x0ce\x0bf") == "a\nb\nc\nd\ne\nf"
    assert [piece.text for piece in read("a.txt", "A.\r\n\r\nB.\rC.\n").pieces] == [
        "A.",
        "B.",
        "C.",
    ]


def test_a_piece_with_invisible_characters_is_remarked_with_its_line(read):
    outline = read("a.txt", "One\n\nLead\u200b a team " + "long " * 40 + "\n")
    assert outline.remarks[0].line == 3
    assert outline.remarks[0].text.startswith("Lead a team")
    assert len(outline.remarks[0].text) <= 120


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    once, _mended = without_invisible(text)
    assert without_invisible(once)[0] == once


@given(st.text(alphabet="abc XYZ.,;’“”–é\u00a0"))
def test_visible_text_is_never_changed_but_for_its_ends(text):
    assert without_invisible(text)[0] == text.strip()
