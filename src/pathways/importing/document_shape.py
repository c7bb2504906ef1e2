"""How a document is built: one role, a ladder of grades, or dimensions with their levels inside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from pathways.importing.events import Event, What
from pathways.importing.grade_names import Ref, parse_mark
from pathways.importing.job_titles import is_job_title
from pathways.importing.metadata import kind_of_key
from pathways.importing.onwards import onwards
from pathways.importing.role_names import known_by_hand, unified, with_titles_apart

_FAMILY = re.compile(
    r"\b(?:famil(?:y|ies)|tracks?|streams?|ladders?|pathways?|professions?|disciplines?|teulu)\b",
    re.I,
)


class Shape(Enum):
    """What comes first in a document."""

    ROLE = "one role"
    LADDER = "grades, each with its sections"
    DIMENSIONS = "dimensions, each with its levels"


@dataclass(frozen=True)
class DocumentShape:
    """The shape of a document, where its text begins (an event's place), and the scheme its grades
    belong to.

    ``families`` has, for the place of a grade, the heading of the family that it stands under;
    ``parents`` are the places of these headings.
    ``for_all`` where the title names all the grades, so that what stands before the first is for
    each of them. ``recurring`` are the headings that come under several grades.
    """

    shape: Shape
    start: int
    scheme: str = "grade"
    families: Mapping[int, str] = field(default_factory=dict)
    parents: frozenset[int] = frozenset()
    for_all: bool = False
    recurring: frozenset[str] = frozenset()


def plan_of(events: Sequence[Event]) -> DocumentShape:
    """Say how a document is built, from the order in which its grades, headings and texts follow
    each other.
    """
    marks = [place for place, event in enumerate(events) if _names(event)]
    if not _several(events, marks):
        return DocumentShape(Shape.ROLE, 0)
    first = next((place for place in marks if not _is_told(events[place])), marks[0])
    scheme = _scheme_of(_refs(events[first])[0])
    families, parents = _families(events, marks)
    if not families and _by_dimension(events, marks):
        start = next(
            (p for p in range(marks[0], -1, -1) if events[p].what is What.HEADING), marks[0]
        )
        definitions = (p for p in range(start) if events[p].definition)
        first = next(definitions, start)
        return DocumentShape(
            Shape.DIMENSIONS, max(0, first - 1) if first < start else start, scheme
        )
    start = min(
        marks[0], *(p for p, e in enumerate(events) if e.mark and e.mark.everyone), len(events)
    )
    while start and events[start - 1].what is What.FACT:
        start -= 1
    for_all = _title_names_all(events, marks)
    if for_all:
        start = next((p for p, e in enumerate(events) if e.what is What.HEADING), start)
    recurring = frozenset(_recurring(events, marks))
    return DocumentShape(Shape.LADDER, start, scheme, families, parents, for_all, recurring)


def _names(event: Event) -> bool:
    return event.what is What.MARK and event.mark is not None and bool(event.mark.refs)


def _refs(event: Event) -> tuple[Ref, ...]:
    return event.mark.refs if event.mark else ()


def _is_told(event: Event) -> bool:
    return event.mark is not None and event.mark.by_hand


def _scheme_of(ref: Ref) -> str:
    return "role" if ref.title else ref.scheme


def _several(events: Sequence[Event], marks: Sequence[int]) -> bool:
    if any(events[place].whole for place in marks):
        return True
    told = {place for place in marks if _is_told(events[place])}
    known = unified([ref for place in marks if place not in told for ref in _refs(events[place])])
    refs = [ref for place in told for ref in _refs(events[place])]
    found = {known_by_hand(ref, list(known.values())).key for ref in refs}
    return len(found | {ref.key for ref in known.values()}) > 1 or _several_titles(events, marks)


def _several_titles(events: Sequence[Event], marks: Sequence[int]) -> bool:
    """Tell whether headings with the titles of several jobs name one grade."""
    heads = [events[place] for place in marks if events[place].origins and events[place].level]
    titled = [(e.mark, "") for e in heads if e.mark and is_job_title(e.mark.title)]
    refs = unified([ref for each in with_titles_apart(titled) for ref in each])
    return len({ref.key for ref in refs.values()}) > 1


def _title_names_all(events: Sequence[Event], marks: Sequence[int]) -> bool:
    """Tell whether the title names several grades, which are those of the document."""
    titles = (parse_mark(e.text, True) for e in events if e.what is What.TITLE)
    named = {ref.code for mark in titles if mark and len(mark.refs) > 1 for ref in mark.refs}
    return bool(named) and named >= {ref.code for p in marks for ref in _refs(events[p])}


def _recurring(events: Sequence[Event], marks: Sequence[int]) -> Iterator[str]:
    """Yield the headings that stand under several grades."""
    under: dict[str, set[int]] = defaultdict(set)
    mark, named = -1, set(marks)
    for place, event in enumerate(events):
        if place in named:
            mark = place
        elif event.what is What.HEADING and mark >= 0:
            under[event.text.casefold().strip(": ")].add(mark)
    yield from (text for text, places in under.items() if len(places) > 1)


# families


def _families(
    events: Sequence[Event], marks: Sequence[int]
) -> tuple[dict[int, str], frozenset[int]]:
    """Return the families that the grades stand under: headings above grades that count anew
    under each, and the places of these headings; nothing where there are none.
    """
    own = [place for place in marks if not events[place].whole]
    headings = _headings_above(events)
    above = {place: headings[place] for place in own}
    parents = {heading for heading in above.values() if heading is not None}
    if len(parents) < 2:
        return {}, frozenset()
    under: dict[tuple[Ref, ...], set[int]] = defaultdict(set)
    for place, heading in above.items():
        if heading is not None:
            under[_refs(events[place])].add(heading)
    again = any(len(headings) > 1 for headings in under.values())
    named = sum(bool(_FAMILY.search(events[heading].text)) for heading in parents)
    before_text, before_heading = _behind(events, own)
    titled = sum(_is_titled(events[place]) for place in own) * 2 > len(own)
    apart = titled and not again and len(own) > len(parents)
    if (named * 2 > len(parents)) or (again and before_heading > before_text) or apart:
        families = {
            place: events[heading].text.strip(": ")
            for place, heading in above.items()
            if heading is not None
        }
        return families, frozenset(parents)
    return {}, frozenset()


def _is_titled(event: Event) -> bool:
    """Tell whether a grade has the title of a job beside it."""
    mark = event.mark
    titles = (mark.title, *(ref.title for ref in mark.refs)) if mark else ()
    return any(is_job_title(title) for title in titles if title)


def _headings_above(events: Sequence[Event]) -> dict[int, int | None]:
    """Return, for the place of each grade, that of the heading it stands under; without levels,
    the one that stands right before it or before its sisters.
    """
    latest: dict[int, int] = {}  # the last heading of each level
    unmarked: int | None = None
    found: dict[int, int | None] = {}
    for place, event in enumerate(events):
        if event.what in (What.HEADING, What.TITLE) and event.level:
            latest[event.level] = place
            behind = next((e for e in onwards(events, place + 1) if e.what is not What.OUT), None)
            if behind is not None and _names(behind) and not behind.level and behind.origins:
                unmarked = place
        elif event.what is What.HEADING:
            following = next(
                (e for e in onwards(events, place + 1) if e.what is not What.OUT), None
            )
            unmarked = place if following is not None and _names(following) else unmarked
        elif _names(event) and event.level:
            above = [p for level, p in latest.items() if level < event.level]
            found[place] = max(above, default=None)
        elif _names(event):
            found[place] = unmarked
    return found


# dimensions with levels inside


def _behind(events: Sequence[Event], marks: Sequence[int]) -> tuple[int, int]:
    """Count the grades with text right behind them, and those with a heading."""
    before_text = before_heading = 0
    following = _following(events)
    for place in marks:
        before_text += following[place] in (What.TEXT, What.LEAD)
        before_heading += following[place] is What.HEADING
    return before_text, before_heading


def _following(events: Sequence[Event]) -> list[What | None]:
    """Return, for each event, what comes behind it that is no grade, fact or line left out."""
    found: list[What | None] = [None] * len(events)
    for place in range(len(events) - 1, 0, -1):
        what = events[place].what
        passed = what in (What.FACT, What.OUT, What.MARK)
        found[place - 1] = found[place] if passed else what
    return found


def _by_dimension(events: Sequence[Event], marks: Sequence[int]) -> bool:
    """Tell whether grades stand inside dimensions: text follows them, and they come again under
    other headings.
    """
    if all(events[place].whole and not events[place].origins for place in marks):
        return False
    before_text, before_heading = _behind(events, marks)
    if before_text <= before_heading:
        return False
    return _recurs(events) or _inside(events, marks[0])


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


def heads_grade(events: Sequence[Event], place: int) -> bool:
    """Tell whether a heading such as "Job grade" stands over a sentence that states one."""
    following = next((e for e in onwards(events, place + 1) if e.what is not What.OUT), None)
    if following is None or following.what is not What.TEXT or not following.grade:
        return False
    return kind_of_key(events[place].text) == "grade"
