from __future__ import annotations

import unicodedata

import pytest

from pathways.compare.change import Verdict
from pathways.report import glyphs
from pathways.report.blocks import REPLACEMENT


def drawn(character: str) -> bool:
    return any(ord(character) in family for family in glyphs.covered())


@pytest.mark.parametrize("verdict", list(Verdict))
def test_the_fonts_have_the_sign_of_every_verdict(verdict: Verdict) -> None:
    assert drawn(verdict.sign)
    assert glyphs.drawable(f"{verdict.sign} {verdict.word}") == f"{verdict.sign} {verdict.word}"


@pytest.mark.parametrize("character", "→–—·…“”‘’•£€§" + REPLACEMENT)
def test_the_fonts_have_what_sheets_are_written_with(character: str) -> None:
    assert drawn(character)


@pytest.mark.parametrize(
    "text", ["Ŵŵ Ŷŷ Ââ Êê Îî Ôô Ûû", "Élan naïve façade", "Größe", "łódź", "Ελληνικά", "Кириллица"]
)
def test_the_languages_of_neighbours_are_drawn_to_the_letter(text: str) -> None:
    assert glyphs.drawable(text) == text


def test_the_main_font_has_all_of_english_and_welsh() -> None:
    main = glyphs.covered()[0]
    letters = [chr(code) for code in range(0x20, 0x7F)] + list("ŴŵŶŷÂâÊêÎîÔôÛûÁáÉéÏïÖö’‘“”–—…£€")
    assert len(letters) > 100
    assert [letter for letter in letters if ord(letter) not in main] == []


def test_a_letter_that_no_font_has_is_replaced_visibly() -> None:
    assert glyphs.drawable("a中b") == f"a{REPLACEMENT}b"


def test_a_picture_that_no_font_has_is_named() -> None:
    assert glyphs.drawable("well done 🏅") == "well done [sports medal]"


def test_an_accent_that_no_font_has_joins_nothing() -> None:
    mark = next(
        chr(c)
        for c in range(0x1AB0, 0x1ACF)
        if unicodedata.category(chr(c)) == "Mn" and not drawn(chr(c))
    )
    assert glyphs.drawable(f"e{mark}") == f"e{REPLACEMENT}"


def test_a_letter_with_its_accent_is_drawn_in_one_font_or_not_at_all() -> None:
    assert glyphs.drawable("e\u0301") == "e\u0301"


def test_a_mark_that_may_not_be_in_an_archived_document_gives_way_to_its_like() -> None:
    assert glyphs.drawable("a\ufeff→") == "a\u2060→"


def test_only_words_too_long_for_a_column_may_be_broken() -> None:
    assert (
        glyphs.breakable("incomprehensibilities of accountability")
        == "incomprehensibilities of accountability"
    )
    broken = glyphs.breakable("see " + "x" * 60 + " there")
    assert broken.replace("\u200b", "") == "see " + "x" * 60 + " there"
    assert max(len(part) for word in broken.split(" ") for part in word.split("\u200b")) <= 24


def test_a_break_never_parts_a_letter_from_its_accent() -> None:
    assert "\u200b\u0301" not in glyphs.breakable("e\u0301" * 40)
