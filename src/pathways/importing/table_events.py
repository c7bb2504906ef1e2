"""The events that all readers of tables make: levels, headings, texts, and what is only said of
the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pathways.i18n import _
from pathways.importing.cell_kinds import flat
from pathways.importing.cells import SourceCell, cell_events
from pathways.importing.dimension_names import DimensionNames
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, Ref
from pathways.importing.imported import Sure
from pathways.importing.metadata import placeholder
from pathways.importing.table_layout import Above


def said(cell: SourceCell, why: str, sure: Sure = Sure.SURE) -> Iterator[Event]:
    """Yield what a cell says of the table or of a role, without being a statement."""
    if cell.text:
        what = What.OUT if placeholder(cell.text) else What.FACT
        yield Event(what, cell.text, cell.origins, placeholder(cell.text) or why, sure)


def left_out(cell: SourceCell, why: str, sure: Sure = Sure.UNSURE) -> Iterator[Event]:
    """Yield that a cell is left out, and why."""
    if cell.text:
        yield Event(What.OUT, cell.text, cell.origins, placeholder(cell.text) or why, sure)


def level(cell: SourceCell, mark: Mark, why: str, sure: Sure = Sure.SURE) -> Event:
    """Return that a cell names a level or grade."""
    named = mark.label if mark.title else flat(cell.text)
    return Event(What.MARK, named, cell.origins, why, sure, mark=mark, whole=True)


def text_for(refs: Sequence[Ref]) -> Event:
    """Return that what follows is for some levels, which the table has named."""
    return Event(What.MARK, "", (), mark=Mark(tuple(refs), ""), whole=True)


@dataclass
class Headings:
    """Name the dimension of each row or column; every heading is accounted for the first time it
    is said.
    """

    names: DimensionNames
    above: Above
    told: set[str] = field(default_factory=set)

    def of(
        self, cell: SourceCell | None, label: str = "", *, whole: bool = False
    ) -> Iterator[Event]:
        """Yield the heading of a text: that of its row or column, below the heading above the
        table.

        ``whole`` tells that the heading above the table is the dimension, and the cell a label.
        """
        text = flat(cell.text) if cell else ""
        exact = self.names.exact(text) if text else None
        if self.above.text and (whole or not text or (self.above.known and not exact)):
            yield self._above(label if not text or not whole else text)
            if not text or whole:
                yield from self.first(cell)
                return
        origins = cell.origins if cell and self._is_new(cell) else ()
        match = exact or self.names.find(text or "Overall")
        under = self.above.known and self.above.text and not exact
        dimension = "" if under else match.dimension
        sure, why = Sure.SURE, _("the heading of a dimension in the table")
        if match.known and match.sure is Sure.UNSURE and not under:
            sure, why = match.sure, match.why
        # "Overall" is the known name of a dimension, not a word for the reader: it is the same in
        # every language.
        yield Event(
            What.HEADING,
            text or "Overall",
            origins,
            why,
            sure,
            level=9,
            dimension=dimension,
            label=label,
        )

    def first(self, cell: SourceCell | None) -> Iterator[Event]:
        """Yield a cell as said of the table."""
        if cell is not None and self._is_new(cell):
            yield from said(cell, _("the heading of a row or column of the table"))

    def _above(self, label: str) -> Event:
        known = self.names.find(self.above.text).dimension
        why = _("the heading above the table")
        return Event(What.HEADING, self.above.text, (), why, level=8, dimension=known, label=label)

    def _is_new(self, cell: SourceCell) -> bool:
        key = f"{id(cell)}"
        if key in self.told:
            return False
        self.told.add(key)
        return True


def texts(cell: SourceCell, sure: Sure = Sure.SURE, *, definition: bool = False) -> Iterator[Event]:
    """Yield the statements of a cell, or why it holds none."""
    if not cell.text:
        return
    if placeholder(cell.text):
        yield from left_out(cell, "", Sure.SURE)
        return
    why = _("what the dimension is") if definition else _("a cell of the table")
    for event in cell_events(cell, why, sure):
        if definition and event.what is What.TEXT:
            yield replace(event, definition=True)
        else:
            yield event
