from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import bundled
from pathways.search.engine import Scan, has_full_text
from pathways.search.index import Index
from pathways.search.words import fold, words

needs_full_text = pytest.mark.skipif(
    not has_full_text(), reason="SQLite was built without its full-text index here"
)


@pytest.mark.parametrize(
    "query",
    [
        *(
            "",
            " ",
            "\0",
            "risk\0management",
            "AND",
            "OR",
            "NOT",
            "NEAR",
            "AND OR NOT NEAR",
            "*",
            "(",
            ")",
            ":",
            "-",
        ),
        *(
            "risk AND",
            "NOT risk",
            "risk OR (",
            "NEAR(risk, 2)",
            "text:risk",
            "risk*",
            "*risk",
            "^risk",
            "-risk",
            "+",
        ),
        *(
            "' OR 1=1 --",
            'risk" AND "',
            '"',
            '""""',
            "“",
            "”",
            "…!?.,;",
            "😀",
            "👩‍👩‍👧 risk",
            "\ud800 risk",
            "\u202e",
            "risk\n",
        ),
        *(
            "x" * 10_000,
            "risk " * 2_000,
            '"' * 10_000,
            '"risk ' * 2_000,
            "(" * 10_000,
            "é" * 10_000,
            "1" * 10_000,
        ),
    ],
)
def test_no_query_raises(index: Index, query: str) -> None:
    results = index.find(query)
    assert all(hit.marks for hit in results.hits)
    assert results.query.text == query


WORDS = [
    "risk",
    "risks",
    "manag",
    "management",
    "the",
    "of",
    "team",
    "grade",
    "12",
    "AND",
    "leadres",
    "budget",
    "head",
]
QUERIES = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*WORDS, '"', "“", "-", "*", "(", "\0", "😀"]), max_size=8).map(
        " ".join
    ),
    st.lists(st.sampled_from([*WORDS, '"']), max_size=5).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(QUERIES)
@example('"risk management')
@example("grade 12 risk")
@example("1's")
def test_marks_lie_within_the_text_and_cover_whole_words_that_match(query: str) -> None:
    results = INDEX.find(query)
    asked = {word for term in results.query.terms for word in term.words}
    assert asked or not results.hits
    for hit in results.hits:
        assert hit.marks
        last = -1
        for start, end in hit.marks:
            assert last < start < end <= len(hit.text)
            last = end
            assert not hit.text[start - 1 : start].isalnum()
            assert not hit.text[end : end + 1].isalnum()
            for word in words(hit.text[start:end]):
                # Forms of a word begin alike: what is marked begins like something that was asked
                # for.
                assert any(other.startswith(fold(word)[:2]) for other in asked) or any(
                    word.startswith(a) for a in asked
                )
        if not results.without and len(results.query.terms) == 1:
            (term,) = results.query.terms
            literal = [
                m
                for m in re.finditer(r"(?<!\w['’])\b[^\W_]+\b(?!['’]\w)", hit.text)
                if fold(m[0]) == term.words[0]
            ]
            if len(term.words) == 1:
                assert all(
                    any(s <= m.start() and m.end() <= e for s, e in hit.marks) for m in literal
                )


INDEX = Index(bundled.library())
BY_SCAN = Index(bundled.library(), engine=Scan)


@needs_full_text
@settings(max_examples=200, deadline=None)
@given(QUERIES, st.integers(0, 60))
@example('team "risk management" of the', 5)
def test_both_engines_give_the_same_results(query: str, most: int) -> None:
    assert INDEX.find(query, most=most) == BY_SCAN.find(query, most=most)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4), st.booleans())
def test_words_of_a_statement_find_it(number: int, count: int, quoted: bool) -> None:
    statements = [s for f in bundled.library().frameworks for s in f.statements]
    statement = statements[number % len(statements)]
    written = words(statement.text)
    begin = number % max(1, len(written) - count)
    query = " ".join(written[begin : begin + count])
    results = INDEX.find(f'"{query}"' if quoted else query, most=10_000)
    assert statement.id in [hit.statement for hit in results.hits]
    assert not results.without
