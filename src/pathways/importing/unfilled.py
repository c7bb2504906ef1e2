"""Texts with a place in them that a template fills in: "{{ page.salary }}", "[insert name]"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pathways.i18n import _
from pathways.importing.events import Event, What
from pathways.importing.imported import Sure

_PLACE = re.compile(
    r"\{\{[^{}]{1,80}\}\}|\{%[^{}%]{1,80}%\}|<<[^<>]{1,60}>>|\$\{[\w. ]{1,60}\}"
    r"|\[(?:insert|enter|add|name of|your|xx+)\b[^\[\]]{0,60}\]"
    r"|<(?:insert|enter|add|name of|your)\b[^<>]{0,60}>",
    re.I,
)


def with_doubted_places(events: Sequence[Event]) -> list[Event]:
    """Return events in which a text with a place that nobody has filled in is a doubt."""
    why = _("has a place that a template or a person should have filled in")
    return [
        replace(event, why=why, sure=Sure.UNSURE)
        if event.what in (What.TEXT, What.HEADING) and event.origins and _PLACE.search(event.text)
        else event
        for event in events
    ]
