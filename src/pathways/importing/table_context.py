"""What stands around a table: the heading above it, and text between that heading and the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, parse_mark
from pathways.importing.table_layout import Above

# Headings that say what the table is rather than what it is about.
_OF_TABLES = frozenset(
    "level grade band ladder framework role summary overview introduction matrix table appendix "
    "annex progression career descriptor contents background definition tier stage job detail "
    "information structure scale key legend guidance family page sheet slide".split()
)
_SHEET = ("sheet", "table", "sheet1", "tabelle1")


def above_of(events: Sequence[Event], names: DimensionNames, tables: int) -> Above:
    """Return the heading under which a table stands that comes next; ``tables`` is how many the
    document has.
    """
    for event in reversed(events):
        if event.what is What.HEADING and event.origins:
            return _usable(event.text.strip().rstrip(": "), names, tables)
        if event.what in (What.MARK, What.TITLE, What.END):
            break
    return Above()


def _usable(text: str, names: DimensionNames, tables: int) -> Above:
    match = names.exact(text)
    if match is not None:
        return Above() if match.dimension == "overall" else Above(text, True, tables < 2)
    words = plain_words(text)
    if not words or set(words) & _OF_TABLES or parse_mark(text) or words[0] in _SHEET:
        return Above()
    return Above(text, False, tables < 2)


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
