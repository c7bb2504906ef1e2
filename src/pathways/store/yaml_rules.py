"""What a YAML file may hold: two readers go by it, the one that reads sound files at once and the
one that says what is wrong, and where.
"""

from __future__ import annotations

import re
from typing import Any

from pathways.store.text_file import UNPRINTABLE

MOST_DEPTH = 30
MOST_VALUES = 40_000  # a table of two hundred roles and their skills has 25,000
LONGEST_NUMBER = 40  # what is longer is no number, and neither true nor false
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})  # no value at all, where not in quotes
MERGE = "<<"  # a key, not in quotes, that would merge another group into its own


def is_marked(event: Any) -> bool:
    """Tell whether an anchor or a tag stands before a value: neither has a meaning here."""
    return event.anchor is not None or event.tag is not None


def unprintable(value: str) -> str:
    """Return the first character that cannot be shown or printed, "" where there is none; only a
    text in quotes can have one, written as its number.
    """
    found = re.search(UNPRINTABLE, value)
    return found.group() if found else ""


def is_odd(event: Any) -> bool:
    """Tell whether there is anything to be said about a scalar; asked of each, in one call."""
    if event.anchor is not None or event.tag is not None:
        return True
    value = event.value
    if event.style:
        return re.search(UNPRINTABLE, value) is not None
    return value in NOTHING or value == MERGE
