"""Which ends of lines are meant and which are only the width of the page.

A line was broken by its width when the first word of the next line would not have fitted in it any
more. Where it would have fitted, someone pressed Enter and meant it. What begins in lower case goes
on with the line before.
"""

from __future__ import annotations

import re

_NARROWEST = 60  # nobody wraps running text to less
_WIDEST = 120  # a text with longer lines is not wrapped at all
_LABEL = re.compile(r"[A-Z][\w/()&'’ -]{0,40}:(\s|$)")
_GOES_ON = re.compile(r"(,|\b(and|or|of|the|a|an|to|in|for|with|by|on|at|from|&))$")


def width_of(lines: list[str]) -> int:
    """Return the width, in characters, that ``lines`` were wrapped to, or 0 where they were not
    wrapped.
    """
    longest = max((len(line.rstrip()) for line in lines), default=0)
    return 0 if longest > _WIDEST else max(longest, _NARROWEST)


def begins_label(text: str) -> bool:
    """Say whether a line begins with a label, such as "Grade:"."""
    return bool(_LABEL.match(text))


def begins_inside(before: str, after: str) -> bool:
    """Say whether a line begins in the middle of a sentence, by its first letter or by how the
    line before ends.
    """
    return after[:1].islower() or bool(_GOES_ON.search(before.rstrip()))


def is_wrapped(before: str, after: str, width: int) -> bool:
    """Say whether ``after`` goes on with ``before``: False where the line break between them was
    meant.
    """
    before, after = before.rstrip(), after.strip()
    if not before or not after:
        return False
    if not width:
        return False
    if begins_label(after):
        return False
    if begins_inside(before, after):
        return True
    if before.endswith((".", ":", ";", "!", "?")) and len(before) < width * 2 // 3:
        return False
    return len(before) + 1 + len(after.split(maxsplit=1)[0]) > width


def between(before: str, after: str) -> str:
    """Return what joins two parts of a broken line: a space, but nothing after a hyphen inside a
    word.
    """
    return "" if before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower() else " "
