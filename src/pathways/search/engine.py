"""Two ways to find rows that meet a demand, with one result: an index of SQLite, and a scan where
there is none.
"""

from __future__ import annotations

import itertools
import weakref
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from threading import Lock
from typing import Protocol

from pathways.search.demand import Clause, Demand, Run

Row = tuple[str, str]
"""The folded words of a text, and of the place where it stands, with one space before,
between and after them.
"""

_CHUNK = 2048  # rows that a scan looks at before it asks whether there are enough

_TABLE = """
CREATE VIRTUAL TABLE rows USING fts5(
    text, place, content='', columnsize=0, prefix='1 2 3', tokenize="ascii tokenchars ''''"
)
"""
# The words are folded by us: the tokenizer may only split at spaces. "ascii" keeps every sign
# beyond ASCII in a word.


class Rows:
    """The rows themselves, by number from 0."""

    def __init__(self, rows: Iterable[Row]) -> None:
        pairs = list(rows)
        self.texts = [text for text, _place in pairs]
        self.places = [place for _text, place in pairs]

    def meeting(self, demand: Demand, numbers: Iterable[int]) -> list[int]:
        """Return those of some rows that meet a demand."""
        for clause in sorted(demand, key=len):
            numbers = self._meeting(clause, numbers)
        return list(numbers)

    def _meeting(self, clause: Clause, numbers: Iterable[int]) -> list[int]:
        in_text = [_as_written(run) for run in clause if not run.place]
        in_place = [_as_written(run) for run in clause if run.place]
        texts, places = self.texts, self.places
        if len(in_text) == 1 and not in_place:  # by far the most frequent, and twice as quick so
            (only,) = in_text
            return [row for row in numbers if only in texts[row]]
        return [
            row for row in numbers if _any_in(in_text, texts[row]) or _any_in(in_place, places[row])
        ]


class Engine(Protocol):
    """A way to find rows by what is in them."""

    def find(self, demand: Demand, most: int) -> list[int]:
        """Return the first ``most`` rows that meet a demand, in order."""


class FullText:
    """Rows in an SQLite full-text table in memory."""

    def __init__(self, rows: Rows) -> None:
        import sqlite3

        self._lock = Lock()  # the table may be filled in one thread and asked in another
        self._connection = sqlite3.connect(
            ":memory:", check_same_thread=False, isolation_level=None
        )
        weakref.finalize(self, self._connection.close)  # with the index that it belongs to
        self._connection.execute(_TABLE)
        self._connection.execute("BEGIN")
        self._connection.executemany(
            "INSERT INTO rows(rowid, text, place) VALUES (?, ?, ?)",
            zip(itertools.count(), rows.texts, rows.places, strict=False),
        )
        self._connection.execute("COMMIT")

    def find(self, demand: Demand, most: int) -> list[int]:
        """Return the first ``most`` rows that meet a demand, in order."""
        question = " AND ".join(f"({' OR '.join(map(_in_fts5, clause))})" for clause in demand)
        with self._lock:
            found = self._connection.execute(
                "SELECT rowid FROM rows WHERE rows MATCH ? ORDER BY rowid LIMIT ?", (question, most)
            ).fetchall()
        return [number for (number,) in found]


class Scan:
    """Rows as they are, looked through one after the other."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find(self, demand: Demand, most: int) -> list[int]:
        """Return the first ``most`` rows that meet a demand, in order."""
        found: list[int] = []
        last = len(self._rows.texts)
        for begin in range(0, last, _CHUNK):
            found.extend(self._rows.meeting(demand, range(begin, min(begin + _CHUNK, last))))
            if len(found) >= most:
                break
        return found[:most]


@cache
def has_full_text() -> bool:
    """Tell whether this Python's SQLite can index text; some are built without, or without
    SQLite.
    """
    try:
        import sqlite3

        connection = sqlite3.connect(":memory:")
    except Exception:
        return False
    try:
        connection.execute(_TABLE)
    except sqlite3.Error:
        return False
    finally:
        connection.close()
    return True


def best_engine() -> Callable[[Rows], Engine]:
    """Return the quicker of the two that this Python has."""
    return FullText if has_full_text() else Scan


def _in_fts5(run: Run) -> str:
    # Quoted, nothing is an operator. Folding leaves no quotation mark in a word; were there one,
    # this doubles it.
    words = " ".join(run.words).replace('"', '""')
    return f'{"place" if run.place else "text"} : "{words}"{" *" if run.open else ""}'


def _as_written(run: Run) -> str:
    return f" {' '.join(run.words)}{'' if run.open else ' '}"


def _any_in(needles: Sequence[str], text: str) -> bool:
    return any(needle in text for needle in needles)
