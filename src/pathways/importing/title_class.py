"""Titles with a class: "Pilot, class 3", "Class 1 operator"."""

from __future__ import annotations

import re

_NUMBER = r"(?:class|category)\s(\d{1,2}|[IVX]{1,4}|[A-E])"
_BEFORE = re.compile(rf"{_NUMBER}\s(?=\S)", re.I)
_BEHIND = re.compile(rf"[,(–—-]?\s{{1,3}}\(?{_NUMBER}\)?$", re.I)


def class_of(title: str) -> str:
    """Return the class that a title has, "" where it has none; class 1 is mostly the highest."""
    bare = title.strip()
    found = _BEFORE.match(bare) or _BEHIND.search(bare)
    return found[1].upper() if found and without_class(title) != title else ""


def without_class(title: str) -> str:
    """Return a title without the class that it has: "Pilot, class 3" is a pilot."""
    bare = _BEHIND.sub("", _BEFORE.sub("", title.strip(), count=1), count=1).rstrip(" ,(–—-")
    return bare[:1].upper() + bare[1:] if bare and bare != title.strip() else title
