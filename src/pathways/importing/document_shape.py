"""How a document is built: one role, a ladder of grades, or dimensions with their levels inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from pathways.importing.dimension_names import plain_words
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Ref

_Name = tuple[tuple[str, ...], str]  # words of a title, and a grade


class Shape(Enum):
    """What comes first in a document."""

    ROLE = "one role"
    LADDER = "grades, each with its sections"
    DIMENSIONS = "dimensions, each with its levels"


@dataclass(frozen=True)
class Plan:
    """The shape of a document, where its text begins (an event's place), and the scheme its grades
    belong to.
    """

    shape: Shape
    start: int
    scheme: str = "grade"


def plan_of(events: Sequence[Event]) -> Plan:
    """Say how a document is built, from the order in which its grades, headings and texts follow
    each other.
    """
    marks = [place for place, event in enumerate(events) if event.what is What.MARK and event.mark]
    if not _several(events, marks):
        return Plan(Shape.ROLE, 0)
    refs = [ref for place in marks for ref in _refs(events[place])]
    scheme = refs[0].key[1]
    if _by_dimension(events, marks):
        start = next(
            (p for p in range(marks[0], -1, -1) if events[p].what is What.HEADING), marks[0]
        )
        definitions = (p for p in range(start) if events[p].definition)
        first = next(definitions, start)
        return Plan(Shape.DIMENSIONS, max(0, first - 1) if first < start else start, scheme)
    start = marks[0]
    while start and events[start - 1].what is What.FACT:
        start -= 1
    return Plan(Shape.LADDER, start, scheme)


def _refs(event: Event) -> tuple[Ref, ...]:
    return event.mark.refs if event.mark else ()


def _several(events: Sequence[Event], marks: Sequence[int]) -> bool:
    if any(events[place].whole for place in marks):
        return True
    return len(unified([ref for place in marks for ref in _refs(events[place])])) > 1


def unified(refs: Sequence[Ref]) -> dict[tuple[str, str, str], Ref]:
    """Return the nodes that are really different: a grade alone is the role of that grade named
    elsewhere.
    """
    found: dict[tuple[str, str, str], Ref] = {}
    by_name: dict[_Name, tuple[str, str, str]] = {}
    for ref in sorted(refs, key=lambda ref: not ref.title):
        key = ref.key if ref.key in found else _same(ref, by_name)
        if key is None:
            key = ref.key
            found[key] = ref
        elif ref.code and not found[key].code:
            found[key] = replace(found[key], code=ref.code, word=ref.word)
        for name in _names(found[key]):
            by_name.setdefault(name, key)
    if len(found) == 2:  # one title and one grade, in different places, are one role
        titled, graded = list(found.values())
        if titled.title and not titled.code and not graded.title:
            return {titled.key: replace(titled, code=graded.code, word=graded.word)}
    return found


def _same(ref: Ref, by_name: Mapping[_Name, tuple[str, str, str]]) -> tuple[str, str, str] | None:
    """Return the key of the node that is meant: by title and grade, or by one of them alone."""
    if not ref.title:
        return by_name.get(((), ref.code)) if ref.code else None
    return by_name.get((plain_words(ref.title), ref.code))


def _names(ref: Ref) -> list[_Name]:
    """Return what else a titled node may be called."""
    if not ref.title:
        return []
    words = plain_words(ref.title)
    return [(words, ""), (words, ref.code), *([((), ref.code)] if ref.code else [])]


def _by_dimension(events: Sequence[Event], marks: Sequence[int]) -> bool:
    """Tell whether grades stand inside dimensions: text follows them, and they come again under
    other headings.
    """
    if all(events[place].whole and not events[place].origins for place in marks):
        return False
    following = _following(events)
    before_text = before_heading = 0
    for place in marks:
        before_text += following[place] in (What.TEXT, What.LEAD)
        before_heading += following[place] is What.HEADING
    if before_text <= before_heading:
        return False
    return _recurs(events) or _inside(events, marks[0])


def _following(events: Sequence[Event]) -> list[What | None]:
    """Return, for each event, what comes behind it that is no grade, fact or line left out."""
    found: list[What | None] = [None] * len(events)
    for place in range(len(events) - 1, 0, -1):
        what = events[place].what
        passed = what in (What.FACT, What.OUT, What.MARK)
        found[place - 1] = found[place] if passed else what
    return found


def _recurs(events: Sequence[Event]) -> bool:
    under: dict[tuple[str, ...], set[int]] = {}
    heading = 0
    for place, event in enumerate(events):
        if event.what is What.HEADING:
            heading = place
        elif event.what is What.MARK and event.mark:
            under.setdefault(tuple(ref.code + ref.title for ref in event.mark.refs), set()).add(
                heading
            )
    return sum(len(headings) > 1 for headings in under.values()) >= 2


def _inside(events: Sequence[Event], mark: int) -> bool:
    """Tell whether the first grade stands under a heading of a higher level."""
    level = events[mark].level
    above = next((event for event in reversed(events[:mark]) if event.what is What.HEADING), None)
    return bool(above and level and 0 < above.level < level)
