"""Sentences that a blank line or the end of a page has broken in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.events import Event, What
from pathways.importing.imported import Sure
from pathways.importing.units import Unit


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
