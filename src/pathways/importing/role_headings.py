"""Headings that are roles or levels although no grade is named: several with the same headings
below them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, Ref
from pathways.importing.imported import Sure
from pathways.importing.level_order import level_word

_MOST_WORDS = 8


def with_role_headings(events: Sequence[Event], names: DimensionNames) -> list[Event]:
    """Return the events with headings turned into marks where they name roles or levels.

    They do where the document names no grade, and at least two headings of one level have level
    words in them (junior, senior, lead), or are unknown as dimensions and have some of their lower
    headings in common.
    """
    if any(event.what is What.MARK for event in events):
        return list(events)
    levels = sorted(
        {event.level for event in events if event.what is What.HEADING and 0 < event.level <= 6}
    )
    for level in levels:
        places = [
            p
            for p, event in enumerate(events)
            if event.what is What.HEADING and event.level == level
        ]
        worded = [
            p for p in places if level_word(events[p].text) is not None and _fits(events[p], names)
        ]
        if len(worded) >= 2 and len(worded) * 2 >= len(places):
            return _marked(events, [p for p in places if _fits(events[p], names)], Sure.LIKELY)
        alike = _alike(events, [p for p in places if _fits(events[p], names)], level)
        if len(alike) >= 2:
            return _marked(events, alike, Sure.UNSURE)
    return list(events)


def _fits(event: Event, names: DimensionNames) -> bool:
    return names.exact(event.text) is None and len(event.text.split()) <= _MOST_WORDS


def _alike(events: Sequence[Event], places: Sequence[int], level: int) -> list[int]:
    """Return the headings that share at least one heading below them with another."""
    below = {place: _below(events, place, level) for place in places}
    shared = Counter(words for found in below.values() for words in found)
    return [place for place, found in below.items() if any(shared[words] > 1 for words in found)]


def _below(events: Sequence[Event], place: int, level: int) -> set[tuple[str, ...]]:
    found = set()
    for event in events[place + 1 :]:
        if event.what is What.HEADING and 0 < event.level <= level:
            break
        if event.what is What.HEADING:
            found.add(plain_words(event.text))
    return found


def _marked(events: Sequence[Event], places: Sequence[int], sure: Sure) -> list[Event]:
    result = list(events)
    for place in places:
        event = events[place]
        why = _(
            "a heading that comes with the same headings below it as others: a role or level, I "
            "think"
        )
        if sure is Sure.LIKELY:
            why = _("a heading with a word for a level, such as junior or senior")
        title = event.text.rstrip(": ")
        result[place] = replace(
            event, what=What.MARK, mark=Mark((Ref(title=title),), title, title), why=why, sure=sure
        )
    return result
