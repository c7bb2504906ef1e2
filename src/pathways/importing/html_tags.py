"""Which names in angle brackets are tags of HTML, and which are places to fill in."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    from lxml.html import defs

    return frozenset(defs.tags) | {"svg", "path", "template"}


def is_tag(name: str) -> bool:
    """Tell whether HTML has a tag of that name; "grade" in "<grade>" is none."""
    return name.casefold() in _known()
