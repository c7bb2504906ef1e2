"""Grades that one document writes in several ways: "GS-15", "GS15" and "GS 15" are one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pathways.importing.events import Event
from pathways.importing.grade_names import Mark, Ref

_CODE = re.compile(r"([A-Za-z]{1,6})[ -]?(\d{1,3}[a-d]?)")


def with_one_spelling(events: Sequence[Event]) -> list[Event]:
    """Return events in which each grade is written as it is for the first time."""
    first: dict[str, str] = {}
    for event in events:
        for ref in event.mark.refs if event.mark else ():
            first.setdefault(_plain_code(ref.code), ref.code)

    def spelled(ref: Ref) -> Ref:
        return replace(ref, code=first[_plain_code(ref.code)])

    def written(mark: Mark) -> Mark:
        return replace(mark, refs=tuple(map(spelled, mark.refs)))

    return [replace(event, mark=written(event.mark)) if event.mark else event for event in events]


def _plain_code(code: str) -> str:
    """Return a grade without what parts its letters from its number."""
    found = _CODE.fullmatch(code.strip())
    return f"{found[1]}{found[2]}".casefold() if found else code
