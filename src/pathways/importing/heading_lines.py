"""Lines that are headings although the document does not say so, each with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.i18n import _
from pathways.importing.cursor import Cursor
from pathways.importing.dimension_names import DimensionNames
from pathways.importing.events import Event, What
from pathways.importing.imported import Sure
from pathways.importing.level_headings import is_label
from pathways.importing.line_tests import LONGEST_HEADING, is_address, is_guessable, is_short
from pathways.importing.outline import Kind

_LONGEST_GUESS = 8  # words
_LONGEST_LEAD = 8
_SENTENCE = 5  # words of a line that is a sentence rather than a name
_LONGEST_RUN_IN = 6
_NEAR = 200  # events above a line that show how headings look, however long the document is

Found = tuple[What, str, Sure]


def heading_line(
    cursor: Cursor, names: DimensionNames, events: Sequence[Event], headings: int
) -> Found | None:
    """Say what kind of heading the unit at the cursor is, why and how surely; None where it is
    none. ``headings`` is how many there are above.
    """
    unit = cursor.unit
    text = unit.text
    if is_label(text) and cursor.following() is not None:
        return What.HEADING, _("says how much what follows is asked for"), Sure.LIKELY
    if cursor.is_point_heading():
        why = _("a short point over others, which comes again under other grades")
        return What.HEADING, why, Sure.LIKELY
    if unit.kind is Kind.ITEM and not (unit.bold and cursor.heads_points()):
        return None
    if is_address(text):
        return None
    if unit.bold and is_short(text, LONGEST_HEADING):
        return What.HEADING, _("a short line in bold"), Sure.LIKELY
    below = bool(events) and events[-1].what is What.HEADING and text.endswith(":")
    if is_short(text, LONGEST_HEADING) and names.exact(text) and not below:
        return What.HEADING, _("a line that is the known name of a dimension"), Sure.SURE
    if headings and _is_shouted(cursor, events):
        return What.HEADING, _("a short line in capitals"), Sure.LIKELY
    if _goes_on(cursor, events) and names.exact(text) is None:
        return None
    return _lead(cursor) or _guess(cursor, events, headings)


def _is_shouted(cursor: Cursor, events: Sequence[Event]) -> bool:
    """Tell whether a line is in capitals, above a table or a label such as "Essential", or as
    headings above it are.
    """
    text, following = cursor.unit.text, cursor.following()
    if following is None or not _in_capitals(text) or not is_short(text, _LONGEST_GUESS):
        return False
    near = events[-_NEAR:]
    above = (event.text for event in near if event.what is What.HEADING)
    return bool(following.rows) or is_label(following.text) or any(map(_in_capitals, above))


def _in_capitals(text: str) -> bool:
    bare = text.strip(": ")
    return bare.isupper() and bare.replace(" ", "").isalpha() and " " in bare


def run_in(text: str, names: DimensionNames) -> tuple[str, str] | None:
    """Split a line that begins with its heading: a known name and a colon."""
    heading, colon, rest = text.partition(":")
    if not colon or not rest.strip() or "\n" in heading:
        return None
    if len(heading.split()) > _LONGEST_RUN_IN or not names.exact(heading):
        return None
    return heading, rest.strip()


def _goes_on(cursor: Cursor, events: Sequence[Event]) -> bool:
    """Tell whether a line with a colon is a sentence of the text before the first heading of a
    document that has several.
    """
    text = cursor.unit.text
    if not text.endswith(":") or len(text.split()) < _SENTENCE or not events:
        return False
    heads = (What.HEADING, What.LEAD, What.MARK)
    if events[-1].what is not What.TEXT or any(event.what in heads for event in events):
        return False
    later = (unit.kind is Kind.HEADING or unit.bold for unit in cursor.units[cursor.at :])
    return sum(later) > 1


def _lead(cursor: Cursor) -> Found | None:
    text, following = cursor.unit.text, cursor.following()
    if not text.endswith(":") or following is None or len(text.split()) > _LONGEST_LEAD:
        return None
    if following.kind is Kind.HEADING:  # a sentence that goes on below the heading
        return None
    why = _("a short line with a colon, which introduces what follows")
    return What.LEAD, why, Sure.LIKELY


def _guess(cursor: Cursor, events: Sequence[Event], headings: int) -> Found | None:
    unit, following = cursor.unit, cursor.following()
    if following is None or not is_short(unit.text, _LONGEST_GUESS):
        return None
    if cursor.amid_points(headings) or not is_guessable(unit.text, following.text):
        return None
    if following.kind is Kind.PARAGRAPH and is_short(following.text, _LONGEST_GUESS):
        return None
    if following.kind not in (Kind.PARAGRAPH, Kind.ITEM):
        return None
    before = events[-1] if events else None
    if before and before.what is What.HEADING and following.kind is not Kind.ITEM:
        return None
    why = _("a short line without a full stop before other text: a heading, I think")
    return What.HEADING, why, Sure.LIKELY
