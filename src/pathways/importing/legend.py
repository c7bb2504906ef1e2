"""The legend of a document: rows or lines that say what the levels in its tables mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pathways.i18n import _
from pathways.importing.cell_kinds import is_code, is_dots, is_prose
from pathways.importing.cells import cells_of
from pathways.importing.events import Event
from pathways.importing.metadata import placeholder
from pathways.importing.table_events import said
from pathways.importing.units import Unit, tidied
from pathways.model.scale import plain
from pathways.patterns import ShortPattern

_FEWEST = 2
_LONGEST_NAME = 4  # words
_LINE = re.compile(r"(?P<name>[^:–—=\n]{1,40}?)\s*(?::|–|—|=|\s-)\s+(?P<meaning>\S.*)", re.S)
_MARKED = re.compile(r"(?P<name>[●○◐◯□■★☆✓*+]{1,7})\s+(?P<meaning>\S.*)", re.S)
_OPENING = ShortPattern(
    r"(?:key|notes?|legend|assessed by|assessment(?: methods?)?|methods?(?: of assessment)?"
    r"|how assessed)\b[:.]?",
    40,
    re.I,
)
_BETWEEN = re.compile(r"[,;.|]")
_LETTERS = ShortPattern(r"\(?[A-Z]{1,3}(?:/[A-Z])?\)?", 9)
_MEANING = ShortPattern(r"[A-Za-z][A-Za-z/&’' ]{2,40}", 44)
_MOST_OF_A_KEY = 300  # letters of a line that says what letters stand for
_HEADS = frozenset({"level", "levels", "rating", "score", "proficiency", "scale", "key", "symbol"})


class Legend:
    """Find which levels the tables of a document use and where the document defines them."""

    def __init__(self, units: Sequence[Unit]) -> None:
        values = [found for unit in units if unit.rows and (found := _values(unit))]
        self.levels: frozenset[str] = frozenset()
        self._tables: set[int] = set()
        self._lines: set[str] = set()
        for names, owners in _candidates(units):
            used = [found for found in values if _agree(found, names)]
            if used:
                self.levels |= frozenset(names)
                self._tables.update(id(unit) for unit in owners if unit.rows)
                self._lines.update(unit.text for unit in owners if not unit.rows)

    def is_table(self, unit: Unit) -> bool:
        """Tell whether a table only says what levels mean."""
        return id(unit) in self._tables

    def is_line(self, unit: Unit) -> bool:
        """Tell whether a line only says what a level means."""
        return bool(unit.text) and unit.text in self._lines


def bare_level(text: str) -> str:
    """Return a level as it is compared: marks in a row without the empty ones behind them."""
    return plain(text).replace(" ", "").rstrip("○◯□☆") if is_dots(text) else plain(text)


def legend_events(unit: Unit) -> Iterator[Event]:
    """Yield the cells of a table that only says what levels mean."""
    for row in cells_of(unit):
        for cell in row:
            yield from said(cell, _("says what a level of the skills means"))


def is_key_line(text: str, of_table: bool = True) -> bool:
    """Tell whether a line only says what letters stand for: "E = Essential, A = Application form";
    where none of the tables above can have them, not ``of_table``, only with several such signs.
    """
    if len(text) > _MOST_OF_A_KEY or not (of_table or text.count("=") > 1):
        return False
    line = text.strip()
    opening = next((line[: n + 1] for n, sign in enumerate(line[:40]) if sign in ":."), "")
    if opening and _OPENING.fullmatch(opening):
        line = line[len(opening) :]
    parts = [part.strip() for part in _BETWEEN.split(line.removesuffix(".").replace(" / ", ","))]
    return len(parts) > 1 and all(map(_is_key, parts))


def _is_key(part: str) -> bool:
    """Tell whether a text says what one or a few letters stand for: "A/I = Application"."""
    sign = next((sign for sign in part if sign in "=:–—-"), "")
    letters, _sign, meaning = part.partition(sign) if sign else (part, "", "")
    letters, meaning = letters.strip(), meaning.strip()
    return bool(_LETTERS.fullmatch(letters) and _MEANING.fullmatch(meaning))


def _agree(found: set[str], names: Sequence[str]) -> bool:
    return len(found & set(names)) >= _FEWEST and found <= set(names)


def _values(unit: Unit) -> set[str]:
    """Return what stands in the cells of a table that may be levels, {} where it is no table of
    them.
    """
    cells = [tidied(text) for row in unit.rows[1:] for text in row[1:]]
    short = [
        bare_level(text)
        for text in cells
        if text and not is_prose(text) and not placeholder(text) and len(text.split()) <= 3
    ]
    kinds = set(short)
    filled = [text for text in cells if text]
    if len(short) < 2 or len(short) < 0.7 * len(filled) or len(kinds) > 12:
        return set()
    return kinds


def _candidates(units: Sequence[Unit]) -> Iterator[tuple[list[str], list[Unit]]]:
    """Yield names that a table, or lines one after another, define, with where they do."""
    run: list[str] = []
    owners: list[Unit] = []
    for unit in units:
        if unit.rows:
            if len(run) >= _FEWEST:
                yield run, owners
            run, owners = [], []
            names = _of_rows(unit)
            if len(names) >= _FEWEST:
                yield names, [unit]
            continue
        found = _MARKED.fullmatch(unit.text) or _LINE.fullmatch(unit.text)
        name = _with_marker(unit, found["name"]) if found else ""
        if unit.marker and not found and unit.marker in "●○★■":
            name = unit.marker
        if name and len(name.split()) <= _LONGEST_NAME:
            run.append(bare_level(name))
            owners.append(unit)
        elif unit.text:
            if len(run) >= _FEWEST:
                yield run, owners
            run, owners = [], []
    if len(run) >= _FEWEST:
        yield run, owners


def _with_marker(unit: Unit, name: str) -> str:
    """Return the name with the mark that the reader took for a bullet."""
    return unit.marker + name if name and name[0] in "●○◐◯□■★☆✓*+" else name


def _of_rows(unit: Unit) -> list[str]:
    names = []
    for row in unit.rows:
        cells = list(dict.fromkeys(tidied(text) for text in row if tidied(text)))
        if len(cells) != 2:
            return []
        if len(cells[0].split()) > _LONGEST_NAME or (is_code(cells[1]) and len(cells[1]) < 3):
            return []
        names.append(bare_level(cells[0]))
    return [name for name in names if name and name not in _HEADS]
