"""Criteria that say at their end whether they are essential: "Full driving licence (E)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.events import Event, What

_FEWEST = 3  # criteria with a mark that make it one, and no letter in brackets
_MARK = re.compile(r"\s?[(\[](E|D|Essential|Desirable|H|Hanfodol|Dymunol)[)\]][.;]?$")
_LABELS = {"E": "Essential", "D": "Desirable", "H": "Hanfodol"}


def with_criteria_marks(events: Sequence[Event]) -> Iterator[Event]:
    """Yield the events with the marks behind criteria as labels of them, where several have one."""
    found = [_MARK.search(event.text) if event.what is What.TEXT else None for event in events]
    if sum(mark is not None for mark in found) < _FEWEST:
        yield from events
        return
    heading: Event | None = None
    label = welsh = ""
    for event, mark in zip(events, found, strict=True):
        if event.what is not What.TEXT:
            heading = event if event.what in (What.HEADING, What.LEAD) else heading
            label = event.label if heading is event else label
            yield event
            continue
        own = _LABELS.get(mark[1], mark[1]) if mark else ""
        welsh = welsh or ("Dymunol" if own == "Hanfodol" else "")
        own = welsh if own == "Desirable" and welsh else own
        if heading is not None and own != label:
            label = own
            why = _("the mark behind the criterion")
            yield replace(heading, what=What.HEADING, origins=(), why=why, level=9, label=own)
        yield replace(event, text=event.text[: mark.start()].rstrip()) if mark else event
