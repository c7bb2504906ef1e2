"""Short lines that are the title of a table: right above it, or right below it where they are
numbered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pathways.importing.grade_names import everyone, parse_mark
from pathways.importing.line_tests import is_guessable, is_short
from pathways.importing.metadata import kind_of_key, noise, parse_fact
from pathways.importing.onwards import onwards
from pathways.importing.outline import Kind
from pathways.importing.units import Unit

_LONGEST = 10  # words
_LOWEST = 6
_NUMBERED = re.compile(
    r"(?:table|tabl|matrix|grid|chart)\s+\d{1,3}(?:\.\d{1,3})?\s*[:.–—-]?\s+", re.I
)
_OF_MARKDOWN = re.compile(r"(?:table)?:\s+(?=\S)", re.I)
_POINTS_AT = re.compile(r"\b(?:below|above|following|shows?|sets? out|as follows|see)\b", re.I)


def with_table_titles(units: Sequence[Unit]) -> list[Unit]:
    """Return units in which the titles of tables are headings above them, without their number."""
    found = _with_titles_below(units)
    for place, unit in enumerate(found):
        following = next((u for u in onwards(found, place + 1) if u.text or u.rows), None)
        if following is not None and following.rows and _is_title(unit, place > 0):
            found[place] = _heading(unit, found[:place])
    return found


def _with_titles_below(units: Sequence[Unit]) -> list[Unit]:
    """Put a numbered title that stands right below each table above it."""
    tables = [place for place, unit in enumerate(units) if unit.rows]
    below = [place + 1 for place in tables if place + 1 < len(units)]
    above = bool(tables) and tables[0] > 0 and _is_numbered(units[tables[0] - 1])
    if above or len(below) < len(tables) or not all(_is_numbered(units[p]) for p in below):
        return list(units)
    found = list(units)
    for place in below:
        found[place - 1 : place + 1] = [_heading(units[place], units[:place]), units[place - 1]]
    return found


def _is_title(unit: Unit, behind: bool) -> bool:
    """Tell whether a line right above a table is its title; ``behind`` where other text stands
    before it, so that it is not the title of the whole.
    """
    if unit.kind is not Kind.PARAGRAPH or not unit.text:
        return False
    if _is_numbered(unit):
        return True
    text = unit.text
    if not behind or text.endswith(":") or not is_short(text, _LONGEST):
        return False
    named = parse_mark(text, True) or everyone(text) or parse_fact(text) or kind_of_key(text)
    return not (named or noise(text) or _POINTS_AT.search(text)) and is_guessable(text, "")


def _is_numbered(unit: Unit) -> bool:
    if unit.kind is not Kind.PARAGRAPH or len(unit.text.split()) > _LONGEST + 2:
        return False
    found = _NUMBERED.match(unit.text) or _OF_MARKDOWN.match(unit.text)
    return found is not None and found.end() < len(unit.text)


def _heading(unit: Unit, before: Sequence[Unit]) -> Unit:
    """Return a title as a heading below the one that it stands under."""
    above = next((u.level for u in reversed(before) if u.kind is Kind.HEADING and u.level), 0)
    text = _OF_MARKDOWN.sub("", _NUMBERED.sub("", unit.text, count=1), count=1).rstrip(": .")
    level = min(above + 1, _LOWEST)
    return replace(unit, kind=Kind.HEADING, text=text or unit.text, level=level)
