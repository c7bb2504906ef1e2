from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.search.words import fold, tokens, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MANAGE", "manage"),
        ("Straße", "STRASSE"),
        ("résumé", "resume"),
        ("résumé", unicodedata.normalize("NFD", "résumé")),
        ("council’s", "council's"),
        ("Łódź", "Lodz"),
        ("cœur", "coeur"),
        ("ﬁnance", "finance"),
        ("manage\u00adment", "management"),
        ("Cymdeithasâu", "cymdeithasau"),
    ],
)
def test_case_accents_and_the_shape_of_apostrophes_make_no_difference(one: str, other: str) -> None:
    assert words(one) == words(other)
    assert len(words(one)) == 1


def test_letters_alone_make_words_and_numbers_do_too() -> None:
    assert words("TRA 06/07, e-mail (24 x 7); it's 'quoted' – done…") == [
        *("tra", "06", "07", "e", "mail", "24", "x", "7", "it's", "quoted", "done"),
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "– … !?", "😀👍🏽", "'", "’’", "ʼ", "_", "\u0301", "ﹰ"]
)
def test_signs_alone_have_no_words(text: str) -> None:
    assert words(text) == list(tokens(text)) == []


def test_a_sign_that_folds_to_no_letter_is_no_word() -> None:
    assert [fold(sign) for sign in "⑴½②"] == ["1", "12", "2"]  # letters and digits alone are kept


@given(st.text())
def test_each_word_stands_where_it_says(text: str) -> None:
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end <= len(text)
        assert fold(text[token.start : token.end]) == token.word
        last = token.end
    assert [token.word for token in tokens(text)] == words(text)


@given(st.text())
def test_folding_is_settled_after_one_time_and_leaves_nothing_that_a_query_could_trip_over(
    text: str,
) -> None:
    assert bool(words(text)) == any(sign.isalnum() for sign in text)
    for word in words(text):
        assert all(sign.isalnum() or sign == "'" for sign in word)
        assert not set(word) & set(' "*()^:-+\0')
        assert fold(word) == word
