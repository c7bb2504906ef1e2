"""Tables that list skills or areas with what is said of each, whomever the document is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pathways.i18n import _
from pathways.importing.cell_kinds import flat, is_code, is_label, is_prose, share
from pathways.importing.cells import SourceCell
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.events import Event, What
from pathways.importing.imported import Sure
from pathways.importing.level_cells import level_of
from pathways.importing.record_columns import column_of
from pathways.importing.side_columns import DIMENSION_HEADS
from pathways.importing.table_events import said, texts
from pathways.importing.table_layout import Layout
from pathways.importing.table_weighing import TableReading, Weighed

_ID = re.compile(r"[a-z0-9]{1,40}(?:[-_][a-z0-9]{1,40}){1,12}")
_MOSTLY_IDS = 0.8  # of the texts of a column of ids; a short one may be one word
_NAMES = frozenset({("name",), ("title",)})


def weigh_catalogue(layout: Layout, names: DimensionNames) -> Weighed | None:
    """Weigh that each row names something and says text of it; None where the heads do not say
    so.
    """
    if not layout.heads or not layout.body:
        return None
    labels = [
        place
        for place in range(layout.width)
        if column_of(layout.head(place)) == "dimension"
        or plain_words(layout.head(place)) in DIMENSION_HEADS
    ]
    labels = _without_ids(layout, [p for p in labels if _are_names(layout, p)])
    if not labels:
        return None
    prose = [
        place for place in range(layout.width) if place not in labels and _is_text(layout, place)
    ]
    if not prose:
        return None
    weight = 6.0 + share([t for p in prose for t in layout.column(p)], is_prose)
    if any(names.exact(layout.head(place)) for place in prose):
        weight -= 2
    weight -= 1.5 * (len(prose) > 2)
    weight -= 2 * (sum(level_of(layout.head(place))[1] > 0 for place in prose) > 1)
    return Weighed(
        TableReading.SECTIONS, weight, _CatalogueTable(layout, names, labels, prose).events
    )


def _are_names(layout: Layout, place: int) -> bool:
    """Tell whether a column names things: its texts are short, or one stands over several rows."""
    cells = [cell for cell in layout.column(place) if cell]
    return share(cells, is_prose) < 0.5 or len(set(cells)) * 2 <= len(cells)


def _without_ids(layout: Layout, labels: Sequence[int]) -> list[int]:
    """Return the columns of names, where a column of names stands beside ids such as
    "data-skills" without these.
    """
    named = [place for place in labels if share(layout.column(place), _is_id) < _MOSTLY_IDS]
    if labels and not named:
        named = [p for p in range(layout.width) if plain_words(layout.head(p)) in _NAMES]
        named = [p for p in named if share(layout.column(p), is_label) == 1.0]
    return named or list(labels)


def _is_id(text: str) -> bool:
    return _ID.fullmatch(text.strip()) is not None


def _is_text(layout: Layout, place: int) -> bool:
    cells = layout.column(place)
    if share(cells, is_code) > 0.5 or column_of(layout.head(place)) == "number":
        return False
    if column_of(layout.head(place)) in ("text", "definition", "role text", "level text"):
        return bool(any(cells))
    return share(cells, is_prose) >= 0.5


@dataclass
class _CatalogueTable:
    """Yield each row as a heading with its text."""

    layout: Layout
    names: DimensionNames
    labels: Sequence[int]
    prose: Sequence[int]
    group: str = ""

    def events(self, sure: Sure) -> list[Event]:
        return list(self._all())

    def _all(self) -> Iterator[Event]:
        for cell in self.layout.headings:
            yield from said(cell, _("the heading of a column"))
        for row in self.layout.body:
            yield from self._row(row)

    def _row(self, row: Sequence[SourceCell]) -> Iterator[Event]:
        named = [row[place] for place in self.labels if place < len(row) and row[place].text]
        for cell in named[:-1]:
            again = self.group == flat(cell.text)
            self.group = flat(cell.text)
            yield from said(
                cell, _("said in a row above") if again else _("the group of the dimension")
            )
        if named:
            if len(self.labels) > 1 and named[-1] is row[self.labels[0]]:
                self.group = ""
            yield from self._heading(named[-1], self.group)
        for place, cell in enumerate(row):
            if place in self.prose:
                yield from texts(cell)
            elif cell not in named:
                yield from said(cell, _("a column besides"))

    def _heading(self, cell: SourceCell, label: str) -> Iterator[Event]:
        text = flat(cell.text)
        above = self.layout.above
        known = self.names.exact(text) is not None
        dimension = "" if known or above.known else self.names.make(text).dimension
        yield Event(
            What.HEADING,
            text,
            cell.origins,
            _("a skill or area of the table"),
            Sure.LIKELY,
            level=9,
            dimension=dimension,
            label=label,
        )
