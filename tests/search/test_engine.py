from __future__ import annotations

import builtins
import sqlite3
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.search.demand import Run
from pathways.search.engine import Engine, FullText, Rows, Scan, best_engine, has_full_text

needs_full_text = pytest.mark.skipif(
    not has_full_text(), reason="SQLite was built without its full-text index here"
)

TEXTS = Rows(
    [
        (" manage risk ", " grade 12 "),
        (" manage the risk register ", " grade 13 "),
        (" risk ", " grade 12 "),
    ]
)


def test_words_side_by_side_are_no_others(engine: Callable[[Rows], Engine]) -> None:
    assert engine(TEXTS).find(((Run(("manage", "risk")),),), 9) == [0]
    assert engine(TEXTS).find(((Run(("risk", "manage")),),), 9) == []


def test_an_open_word_may_go_on_and_another_may_not(engine: Callable[[Rows], Engine]) -> None:
    assert engine(TEXTS).find(((Run(("risk", "reg"), open=True),),), 9) == [1]
    assert engine(TEXTS).find(((Run(("risk", "reg")),),), 9) == []


def test_a_clause_needs_one_of_its_runs_and_a_demand_all_of_its_clauses(
    engine: Callable[[Rows], Engine],
) -> None:
    either = (Run(("the",)), Run(("12",), place=True))
    assert engine(TEXTS).find((either,), 9) == [0, 1, 2]
    assert engine(TEXTS).find((either, (Run(("manage",)),)), 9) == [0, 1]


def test_no_more_rows_come_than_are_asked_for_and_they_are_the_first(
    engine: Callable[[Rows], Engine],
) -> None:
    many = engine(Rows([(" a ", " "), (" b ", " ")] * 5000))
    assert many.find(((Run(("b",)),),), 3) == [1, 3, 5]
    assert many.find(((Run(("b",)),),), 0) == []
    assert len(many.find(((Run(("b",)),),), 9999)) == 5000


def test_words_with_apostrophes_and_of_other_alphabets_stay_whole(
    engine: Callable[[Rows], Engine],
) -> None:
    rows = engine(
        Rows([(" council's ", " "), (" council ", " "), (" управление ", " "), (" 管理 ", " ")])
    )
    assert [
        rows.find(((Run((word,)),),), 9)
        for word in ("council's", "council", "s", "управление", "管理", "管")
    ] == [
        *([0], [1], [], [2], [3], []),
    ]
    assert rows.find(((Run(("упр",), open=True),),), 9) == [2]


@needs_full_text
@given(
    st.lists(st.lists(st.text("ab", min_size=1, max_size=3), max_size=6), max_size=12),
    st.lists(
        st.lists(
            st.tuples(
                st.lists(st.text("ab", min_size=1, max_size=2), min_size=1, max_size=3),
                st.booleans(),
                st.booleans(),
            ),
            min_size=1,
            max_size=3,
        ),
        min_size=1,
        max_size=3,
    ),
    st.integers(0, 12),
)
def test_both_engines_find_the_same_rows(texts: Any, drawn: Any, most: int) -> None:
    rows = Rows([(f" {' '.join(text)} ", f" {' '.join(reversed(text[1:]))} ") for text in texts])
    demand = tuple(
        tuple(Run(tuple(words), open_, place) for words, open_, place in clause) for clause in drawn
    )
    assert FullText(rows).find(demand, most) == Scan(rows).find(demand, most)


@pytest.fixture
def _asked_anew() -> Iterator[None]:
    has_full_text.cache_clear()
    yield
    has_full_text.cache_clear()


@pytest.mark.usefixtures("_asked_anew")
def test_without_sqlite_there_is_the_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    assert best_engine() is Scan


@pytest.mark.usefixtures("_asked_anew")
def test_where_sqlite_cannot_index_text_there_is_the_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = []

    class Bare:
        def execute(self, _statement: str) -> None:
            raise sqlite3.OperationalError("no such module: fts5")

        def close(self) -> None:
            closed.append(True)

    monkeypatch.setattr(sqlite3, "connect", lambda *_args, **_rest: Bare())
    assert best_engine() is Scan
    assert closed


@needs_full_text
def test_where_sqlite_can_it_does() -> None:
    assert best_engine() is FullText


def test_nothing_heavy_is_loaded_before_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    original = builtins.__import__

    def noting(name: str, *args: Any, **rest: Any) -> Any:
        loaded.append(name)
        return original(name, *args, **rest)

    for module in [name for name in sys.modules if name.startswith("pathways.search")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setattr(builtins, "__import__", noting)
    __import__("pathways.search.index")
    assert "pathways.search.engine" in loaded
    assert not {"sqlite3", "snowballstemmer"} & set(loaded)
