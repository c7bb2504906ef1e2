"""Tables that only lay out the text of one role: headings with text beside or below them, facts
among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pathways.i18n import _
from pathways.importing.cell_kinds import flat, is_code, is_label, is_prose
from pathways.importing.cells import SourceCell, cell_events, once_each
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.events import Event, What
from pathways.importing.facts_table import mark_of_facts
from pathways.importing.imported import Sure
from pathways.importing.metadata import Fact, kind_of_key, parse_fact, placeholder
from pathways.importing.record_columns import column_of
from pathways.importing.side_columns import DIMENSION_HEADS
from pathways.importing.table_events import said
from pathways.importing.table_layout import Layout
from pathways.importing.table_weighing import TableReading, Weighed

_LONGEST_FACT = 14  # words


def weigh_sections(layout: Layout, names: DimensionNames, begun: bool) -> Weighed | None:
    """Weigh that a table is there for the layout; rows are then read one by one."""
    if layout.heads:
        return None
    rows = [once_each(row) for row in layout.body]
    fits = sum(_fits(row, names) for row in rows)
    weight = 3.0 + 2.5 * fits / max(len(rows), 1)
    return Weighed(
        TableReading.SECTIONS, weight, lambda _sure: list(_Sections(layout, names, begun).events())
    )


def _fits(row: Sequence[SourceCell], names: DimensionNames) -> bool:
    return (
        len(row) == 1
        or _heads_row(row)
        or _is_head_row(row, names)
        or bool(kind_of_key(row[0].text))
    )


def _is_head_row(row: Sequence[SourceCell], names: DimensionNames) -> bool:
    """Tell whether a row only says what stands in the columns below it."""
    if len(row) < 2 or not all(is_label(cell.text) and not is_prose(cell.text) for cell in row):
        return False
    first = row[0].text
    if plain_words(first) not in DIMENSION_HEADS and not column_of(first) and "#" not in first:
        return False
    if (
        len(row) == 2
        and names.exact(row[0].text)
        and plain_words(row[0].text) not in DIMENSION_HEADS
    ):
        return False
    return all(len(cell.text.split()) <= 6 and not is_code(cell.text) for cell in row)


@dataclass
class _Sections:
    """Yield what the rows say, one after another."""

    layout: Layout
    names: DimensionNames
    begun: bool
    facts: list[Fact] = field(default_factory=list)
    headed: bool = False
    reaching: str = ""  # the cell that reaches over several rows

    def events(self) -> Iterator[Event]:
        self.rows = [once_each(row) for row in self.layout.body]
        self.places = {id(row[0]): place for place, row in enumerate(self.rows) if row}
        for cell in self.layout.captions:
            yield from self._alone(cell)
        last = len(self.layout.body) - 1
        for number, row in enumerate(self.layout.body):
            full = once_each(row)
            if number < last and (_is_head_row(full, self.names) or self._heads_all(number, full)):
                self.headed = True
                yield from self._column_heads(number, full)
                continue
            fact = self._fact(full)
            if fact is None:
                yield from self._end_facts()
                yield from self._row(row, full)
            else:
                yield from fact
        yield from self._end_facts()

    def _column_heads(self, number: int, full: Sequence[SourceCell]) -> Iterator[Event]:
        """Yield the heads of columns, with a doubt where several of them have text below."""
        below = self.rows[number + 1 :]
        several = len(full) > 2 and any(
            sum(len(cell.text.split()) > 1 for cell in row[1:]) > 1 for row in below
        )
        sure = Sure.UNSURE if several else Sure.SURE
        why = _("the heading of a column")
        if several:
            why = _("the heading of a column; its texts are read one after another: is it a level?")
        for cell in full:
            yield from said(cell, why, sure)

    def _heads_all(self, number: int, full: Sequence[SourceCell]) -> bool:
        """Tell whether a first row of labels stands over rows that are a heading with text each."""
        if number:
            return False
        rows = self.rows[1:]
        labels = all(is_label(c.text) and not is_prose(c.text) for c in full)
        return (
            len(rows) > 1
            and len(full) > 1
            and labels
            and not _heads_row(full)
            and not kind_of_key(full[0].text)
            and all(_heads_row(row) for row in rows if len(row) > 1)
            and sum(len(row) > 1 for row in rows) > 1
        )

    def _fact(self, full: Sequence[SourceCell]) -> list[Event] | None:
        """Return the events of a row of facts, None where it is something else."""
        if not full or len(full) % 2 or len(full) > 6 or self.headed:
            return None
        pairs = [(full[place], full[place + 1]) for place in range(0, len(full), 2)]
        kinds = {kind_of_key(key.text) for key, _value in pairs}
        known = all(kinds) and (not self.begun or bool(kinds & {"grade", "title"}))
        short = all(len(value.text.split()) <= _LONGEST_FACT for _key, value in pairs)
        if not known or not short:
            return None
        found: list[Event] = []
        for key, value in pairs:
            fact = Fact(flat(key.text).rstrip(": "), value.text, kind_of_key(key.text))
            self.facts.append(fact)
            why = _("a label in a table of labels and values")
            found.append(Event(What.FACT, key.text, key.origins, why))
            why = _("a value in a table of labels and values")
            found.append(Event(What.FACT, value.text, value.origins, why, fact=fact))
        return found

    def _end_facts(self) -> Iterator[Event]:
        facts, self.facts = self.facts, []
        yield from mark_of_facts(facts)

    def _row(self, row: Sequence[SourceCell], full: Sequence[SourceCell]) -> Iterator[Event]:
        if not full:
            return
        if len(full) == 1:
            yield from self._alone(full[0])
        elif self._reaches_down(full):
            yield from self._below(full)
        elif _heads_row(full) or (self.headed and is_label(full[0].text)):
            yield from self._beside(full)
        elif _numbered(full):
            yield from self._numbered(full)
        elif all(self.names.exact(c.text) or kind_of_key(c.text) for c in full):
            for cell in full[:-1]:
                yield Event(What.FACT, cell.text, cell.origins, _("a heading of the table"))
            yield self._heading(full[-1], _("a heading of the table"), Sure.SURE)
        elif self._is_pair(full):
            why = _("a name with a short value, I think: a fact rather than a statement")
            for cell in full:
                yield from said(cell, why, Sure.UNSURE)
        else:
            why = _("a cell of a table whose plan I do not know")
            for cell in full:
                yield from cell_events(cell, why, Sure.UNSURE)

    def _reaches_down(self, full: Sequence[SourceCell]) -> bool:
        """Tell whether the first cell is one that reaches over several rows."""
        place = self.places.get(id(full[0]), -1)
        beside = [self.rows[p] for p in (place - 1, place + 1) if 0 <= p < len(self.rows)]
        again = any(row and row[0].text == full[0].text for row in beside)
        return again and is_label(full[0].text) and not is_code(full[0].text)

    def _below(self, full: Sequence[SourceCell]) -> Iterator[Event]:
        """Yield a heading that reaches over several rows, once, and what stands beside it."""
        if self.reaching != full[0].text:
            yield self._heading(full[0], _("a cell that reaches over several rows"), Sure.LIKELY)
        else:
            yield from said(full[0], _("said in a row above"))
        self.reaching = full[0].text
        for cell in full[1:]:
            yield from cell_events(cell, _("a cell beside its heading"))

    def _is_pair(self, full: Sequence[SourceCell]) -> bool:
        first, *rest = full
        return (
            len(rest) == 1
            and len(first.text.split()) <= 5
            and len(rest[0].text.split()) <= 3
            and not first.text.endswith(".")
            and not rest[0].text.endswith(".")
            and self.names.exact(first.text) is None
            and first.text[0].isupper()
            and (rest[0].text[0].isupper() or any(map(str.isdigit, rest[0].text)))
        )

    def _alone(self, cell: SourceCell) -> Iterator[Event]:
        short = is_label(cell.text) and len(cell.text.split()) <= 10
        if placeholder(cell.text):
            yield from said(cell, "")
        elif short and parse_fact(cell.text) and not self.begun:
            fact = parse_fact(cell.text)
            assert fact is not None
            self.facts.append(fact)
            why = _("a name with its value in a table")
            yield Event(What.FACT, cell.text, cell.origins, why, fact=fact)
        elif short and not is_prose(cell.text) and (cell.bold or self.names.exact(cell.text)):
            yield self._heading(cell, _("a heading in a table"), Sure.LIKELY)
        elif short and not is_prose(cell.text) and self._stands_over(cell):
            yield self._heading(
                cell, _("a row that is one short cell: a heading, I think"), Sure.LIKELY
            )
        else:
            yield from cell_events(cell, _("a row of a table"))

    def _stands_over(self, cell: SourceCell) -> bool:
        """Tell whether a row that is one short cell stands over rows of several."""
        place = self.places.get(id(cell), -1)
        return 0 <= place < len(self.rows) - 1 and len(self.rows[place + 1]) > 1

    def _heading(self, cell: SourceCell, why: str, sure: Sure) -> Event:
        return Event(What.HEADING, flat(cell.text), cell.origins, why, sure, level=9)

    def _beside(self, full: Sequence[SourceCell]) -> Iterator[Event]:
        yield self._heading(full[0], _("the first cell of its row"), Sure.LIKELY)
        for cell in full[1:]:
            if is_code(cell.text):
                yield from said(cell, _("a number or code beside the text"))
            else:
                yield from cell_events(cell, _("a cell beside its heading"))

    def _numbered(self, full: Sequence[SourceCell]) -> Iterator[Event]:
        number, *rest = full
        yield Event(What.OUT, number.text, number.origins, _("the number of a row"))
        if len(rest) == 1:
            yield from cell_events(rest[0], _("a row of a table"))
        elif _heads_row(rest):
            yield from self._beside(rest)
        else:
            why = _("a cell of a table whose plan I do not know")
            for cell in rest:
                yield from cell_events(cell, why, Sure.UNSURE)


def _heads_row(full: Sequence[SourceCell]) -> bool:
    """Tell whether the first cell of a row is a heading of what stands beside it."""
    first, *rest = full
    return (
        bool(rest)
        and is_label(first.text)
        and not is_code(first.text)
        and len(first.text.split()) <= 10
        and any(len(cell.text.split()) > 4 or "\n" in cell.text for cell in rest)
    )


def _numbered(full: Sequence[SourceCell]) -> bool:
    return full[0].text.rstrip(".)").isdecimal() and len(full) > 1
