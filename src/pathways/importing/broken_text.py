"""Sentences that a blank line or the end of a page has broken in two."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.events import Event, What
from pathways.importing.imported import Sure
from pathways.importing.units import Unit

_FEWEST_POINTS = 3  # of a list that tells how its points begin
_BREAKS_OFF = frozenset(
    "a an and are as at be by for from in into is of on or that the their this to which who will "
    "with your".split()
)


def last_text(events: Sequence[Event]) -> int | None:
    """Return the place of the last text, where only the edges of a page stand between it and
    here.
    """
    for place in range(len(events) - 1, -1, -1):
        what = events[place].what
        if what is What.TEXT:
            return place
        if what not in (What.OUT, What.FACT, What.MARK):
            return None
    return None


def goes_on(old: Event, unit: Unit) -> bool:
    """Tell whether a paragraph is the rest of the text before it."""
    if not unit.text[:1].islower() or old.text.endswith((".", ":", ";", "!", "?")):
        return False
    return not (old.text[:1].islower() and old.level == 0)


def joined(old: Event, unit: Unit) -> Event:
    """Return the text with the rest of its sentence, and a doubt."""
    joint = "" if old.text.endswith("-") else " "
    why = _("a sentence that was broken by a blank line or a page; the two parts are joined")
    return replace(
        old,
        text=f"{old.text}{joint}{unit.text}",
        origins=old.origins + unit.origins,
        why=why,
        sure=Sure.UNSURE,
    )


def with_whole_points(events: Sequence[Event], apart: Collection[str] = frozenset()) -> list[Event]:
    """Return the events with points of a list joined that are one: the first breaks off behind a
    small word, and no other point of the list begins in lower case.

    ``apart`` are texts that a person parted from each other.
    """
    found: list[Event] = []
    run: list[Event] = []
    for event in (*events, None):
        if event is not None and event.what is What.TEXT and event.level:
            run.append(event)
            continue
        found.extend(_whole(run, apart))
        run = []
        if event is not None:
            found.append(event)
    return found


def _whole(points: Sequence[Event], apart: Collection[str]) -> list[Event]:
    small = [place for place, event in enumerate(points) if event.text[:1].islower()]
    if len(points) < _FEWEST_POINTS or len(small) != 1 or not small[0]:
        return list(points)
    place = small[0]
    first, rest = points[place - 1], points[place]
    if rest.text in apart or first.text.split()[-1].casefold() not in _BREAKS_OFF:
        return list(points)
    why = _("a point that was broken in two; the two parts are joined")
    whole = replace(
        first,
        text=f"{first.text} {rest.text}",
        origins=first.origins + rest.origins,
        why=why,
        sure=Sure.UNSURE,
    )
    return [*points[: place - 1], whole, *points[place + 1 :]]
