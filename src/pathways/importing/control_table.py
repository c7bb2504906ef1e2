"""Tables about the document itself: its versions, whom to ask, who signed it."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.i18n import _
from pathways.importing.cell_kinds import share
from pathways.importing.dimension_names import plain_words
from pathways.importing.events import Event
from pathways.importing.imported import Sure
from pathways.importing.table_events import said
from pathways.importing.table_layout import Layout
from pathways.importing.table_weighing import TableReading, Weighed

_CONTROL = frozenset(
    map(
        plain_words,
        (
            "version;version number;version no;date;author;change;changes;change made;amendment;"
            "amendments;amended by;revision;revised by;status;approved;approved by;approval;"
            "approval date;reviewed;reviewed by;review date;next review;reason;reason for change;"
            "description of change;summary of changes;details of change;issue;issued;issue date;"
            "name;phone;telephone;tel;mobile;email;e mail;contact;signature;signed;print name;"
            "initials;page;page no;distribution;owner;document owner;effective date;updated;"
            "updated by;last updated;position"
        ).split(";"),
    )
)
_TELLING = frozenset(
    map(
        plain_words,
        (
            "version;version number;version no;author;signature;signed;phone;telephone;tel;email;"
            "e mail;approved by;revision;amendment;review date;page;page no"
        ).split(";"),
    )
)
_SHARE = 0.7


def weigh_control(layout: Layout) -> Weighed | None:
    """Weigh that a table is about the document, by its heads; None where they do not say so."""
    heads = [cell.text for cell in layout.heads if cell.text]
    if len(heads) < 2 or not layout.body:
        return None
    known = share(heads, lambda text: plain_words(text) in _CONTROL)
    if known < _SHARE or not any(plain_words(head) in _TELLING for head in heads):
        return None
    return Weighed(TableReading.FACTS, 9.5, lambda _sure: list(_events(layout)))


def _events(layout: Layout) -> Iterator[Event]:
    rows = (layout.captions, layout.over_cells, layout.heads, *layout.body)
    for row in rows:
        for cell in row:
            yield from said(cell, _("a table about the document itself"), Sure.LIKELY)
