"""What an advertisement says around a role: how to apply, who the employer is, what it offers. It
is asked of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pathways.i18n import _
from pathways.importing.dimension_names import plain_words
from pathways.importing.events import Event, What
from pathways.importing.imported import Sure
from pathways.importing.mapping import Taught
from pathways.importing.organisations import is_organisation
from pathways.patterns import ShortPattern
from pathways.store.headings_file import read_headings

_NOBODY = "nobody"  # stands in the file of usual headings where the others have a dimension
_DEAR = ShortPattern(r"(?:dear|annwyl)\b[^.!?:;]{1,50}[,!]", 60, re.I)
_SAID = (What.TEXT, What.HEADING, What.LEAD)


def without_application(events: Sequence[Event], taught: Taught) -> list[Event]:
    """Return events in which the sections that are for nobody are left out, with a doubt at the
    heading of each; a document that is nothing else keeps them.
    """
    found: list[Event] = []
    above: Event | None = None  # what begins the section that is left out
    deepest = 0  # of the grades so far: what stands as high behind them is introduction anyway
    for event in events:
        if event.what is What.MARK and event.origins:
            deepest = event.level
        if above is not None and _ends(above, event):
            above = None
        begins = "" if above or 0 < event.level <= deepest else _begins(event, taught)
        if begins:
            above = event
            found.append(replace(event, what=What.OUT, why=begins, sure=Sure.UNSURE))
        elif above is not None and above.what is What.TEXT and _is_list(event):
            found.append(event)  # the lists in a letter say what the role is for
        elif above is not None and event.what in _SAID and event.origins:
            kept = taught.kept(event.text)
            why = _("said to applicants, not something that the role asks for")
            found.append(event if kept else replace(event, what=What.OUT, why=why))
        else:
            found.append(event)
    return found if any(event.what is What.TEXT for event in found) else list(events)


def _is_for_nobody(heading: str) -> bool:
    """Tell whether a heading stands over what is said to applicants."""
    words = plain_words(heading)
    about = heading.strip(" :").casefold().startswith("about ")
    return words in _known() or (about and is_organisation(heading.strip(" :")[6:]))


@lru_cache(maxsize=1)
def _known() -> frozenset[tuple[str, ...]]:
    return frozenset(
        plain_words(name)
        for usual in read_headings()
        if usual.dimension == _NOBODY
        for name in (*usual.en, *usual.cy)
    )


def _begins(event: Event, taught: Taught) -> str:
    """Return why the text below an event is for nobody, "" where it is for the role."""
    if event.what is What.TEXT and _DEAR.fullmatch(event.text.strip()):
        return _("a letter to applicants; only its lists are kept")
    is_heading = event.what is What.HEADING and bool(event.origins) and not event.dimension
    if is_heading and event.text not in taught.headings and _is_for_nobody(event.text):
        return _("a heading for applicants; the text below is not something that the role asks for")
    return ""


def _is_list(event: Event) -> bool:
    point = event.what is What.TEXT and (event.leads or event.level > 0)
    return point or event.what is What.LEAD


def _ends(above: Event, event: Event) -> bool:
    """Tell whether the section under a heading ends before an event."""
    if event.what in (What.MARK, What.TITLE):
        return True
    if event.what is not What.HEADING:
        return False
    return not above.level or not event.level or event.level <= above.level
