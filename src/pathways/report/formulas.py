"""Texts for cells of spreadsheets: none is taken for a formula."""

from __future__ import annotations

import re

_NOBODY_SEES = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_SIGNS = "[-=+@＝＋－＠]"
_FORMULA = re.compile(f"[\t\r\n]|[\\s{_NOBODY_SEES}]*{_SIGNS}")
# Where lists are parted by semicolons, a spreadsheet parts a text there, whatever quotes it is in.
_BEHIND_A_BREAK = re.compile(f'([;\t\r\n])((?:[^\\S\t\r\n]|["{_NOBODY_SEES}])*{_SIGNS})')


def without_formula(cell: str) -> str:
    """Return the text of a cell with an apostrophe in front of whatever a spreadsheet would take
    for a formula: at its beginning, and behind signs that may part it into several cells.
    """
    safe = _BEHIND_A_BREAK.sub(r"\1'\2", cell)
    return f"'{safe}" if _FORMULA.match(safe) else safe
