"""What stands around a table: the heading above it, and text between that heading and the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, parse_mark
from pathways.importing.table_layout import Above
from pathways.importing.units import Unit

# Headings that say what the table is rather than what it is about.
_OF_TABLES = frozenset(
    "level grade band ladder framework role summary overview introduction matrix table appendix "
    "annex progression career descriptor contents background definition tier stage job detail "
    "information structure scale key legend guidance family page sheet slide".split()
)
_SHEET = ("sheet", "table", "sheet1", "tabelle1")


class Tables:
    """What the tables of a document have in common: first columns and first rows that come
    again.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        tables = [unit for unit in units if unit.rows]
        self.count = len(tables)
        self._columns = Counter(_first_column(unit) for unit in tables)
        self._rows = Counter(_first_row(unit) for unit in tables)

    def above(self, unit: Unit, events: Sequence[Event], names: DimensionNames) -> Above:
        """Return the heading under which a table stands that comes next."""
        found = _heading_above(events, names)
        if not found.text:
            found = _title_above(events)  # the first of several families, perhaps
            if not (found.text and self._again(unit, found).is_family(1, len(unit.rows))):
                return Above()
        return self._again(unit, found)

    def _again(self, unit: Unit, found: Above) -> Above:
        return replace(
            found,
            rows_again=self._columns[_first_column(unit)] > 1,
            heads_again=self._rows[_first_row(unit)] > 1,
        )


def _first_column(unit: Unit) -> tuple[str, ...]:
    return tuple(row[0].strip() for row in unit.rows[1:] if row)


def _first_row(unit: Unit) -> tuple[str, ...]:
    return tuple(text.strip() for text in unit.rows[0][1:])


def _heading_above(events: Sequence[Event], names: DimensionNames) -> Above:
    for event in reversed(events):
        if event.what is What.HEADING and event.origins:
            return _usable(event.text.strip().rstrip(": "), names)
        if event.what in (What.MARK, What.TITLE, What.END):
            break
    return Above()


def _title_above(events: Sequence[Event]) -> Above:
    """Return the title of the document where nothing stands between it and the table."""
    last = events[-1] if events else None
    if last is None or last.what is not What.TITLE or not last.level:
        return Above()
    return Above(last.text.strip().rstrip(": "))


def _usable(text: str, names: DimensionNames) -> Above:
    match = names.exact(text)
    if match is not None:
        return Above() if match.dimension == "overall" else Above(text, known=True)
    words = plain_words(text)
    if not words or set(words) & _OF_TABLES or parse_mark(text) or words[0] in _SHEET:
        return Above()
    return Above(text)


def with_definition(events: Sequence[Event], table: Sequence[Event]) -> list[Event]:
    """Return the events with what stands between a heading and a table of levels as the definition
    of that heading, for all its levels.
    """
    found = list(events)
    refs = tuple(
        dict.fromkeys(
            ref
            for event in table
            if event.what is What.MARK and event.mark and event.whole and event.origins
            for ref in event.mark.refs
        )
    )
    if not refs:
        return found
    first = len(found)
    while first and found[first - 1].what is What.TEXT and found[first - 1].level == 0:
        first -= 1
    heading = found[first - 1] if first else None
    if first == len(found) or heading is None or heading.what is not What.HEADING:
        return found
    why = _("stands between the heading and its table: what the heading means, for all levels")
    texts = [replace(event, definition=True, why=why) for event in found[first:]]
    mark = Event(What.MARK, "", (), mark=Mark(refs, ""), whole=True)
    return [*found[:first], mark, replace(heading, origins=()), *texts]
