from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.search.query import MOST_WORDS, Query, parse
from pathways.search.words import words


def shown(query: Query) -> list[str]:
    """Draw a query: phrases in quotation marks, and … after a word that may go on."""
    return [
        (f'"{" ".join(term.words)}"' if term.quoted else term.words[0]) + ("…" if term.open else "")
        for term in query.terms
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("risk", ["risk…"]),
        ("risk ", ["risk"]),
        ("manage RISK", ["manage", "risk…"]),
        ("risk (", ["risk…"]),
        ('"risk management"', ['"risk management"']),
        ('lead "risk management" te', ["lead", '"risk management"', "te…"]),
        ("“risk management”", ['"risk management"']),
        ("„risk management“ x ", ['"risk management"', "x"]),
        ("«risk»", ['"risk"']),
        ("cross-government", ["cross", "government…"]),
        ("council’s ", ["council's"]),
    ],
)
def test_words_phrases_and_the_word_that_is_being_typed(text: str, expected: list[str]) -> None:
    assert shown(parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"risk man', ['"risk man"…']),
        ('"risk man ', ['"risk man"']),
        ('risk"', ["risk"]),
        ('"', []),
        ('""', []),
        ('risk "" x ', ["risk", "x"]),
        ('"a "b "c', ['"a"', "b", '"c"…']),
    ],
)
def test_unbalanced_quotation_marks_are_forgiven(text: str, expected: list[str]) -> None:
    assert shown(parse(text)) == expected


@pytest.mark.parametrize("text", ["", "   ", "\0", "* ( ) : - ^ +", "….,;", "😀", "''"])
def test_a_query_of_signs_asks_for_nothing(text: str) -> None:
    assert parse(text).terms == ()


def test_operators_are_words_like_any_other() -> None:
    assert shown(parse("risk AND NOT text:lead* NEAR(a, b) OR -c ^d")) == [
        *("risk", "and", "not", "text", "lead", "near", "a", "b", "or", "c", "d…"),
    ]


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_pasted_page_is_cut_after_enough_words(quote: str) -> None:
    text = quote + "word " * 10_000
    assert sum(len(term.words) for term in parse(text).terms) == MOST_WORDS


@given(st.text(alphabet=st.one_of(st.sampled_from("ab \"“”'*\0"), st.characters())))
def test_every_term_stands_in_the_query_where_it_says(text: str) -> None:
    last = 0
    terms = parse(text).terms
    assert bool(terms) is bool(words(text))
    for term in terms:
        assert last <= term.start < term.end <= len(text)
        assert term.words
        last = term.end
