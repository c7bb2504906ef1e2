"""Tables with a level in each column: which columns are levels, what stands beside them, and what
the cells say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pathways.i18n import _
from pathways.importing.cell_kinds import (
    flat,
    is_blank,
    is_for_all,
    is_label,
    is_prose,
    is_tick,
    share,
)
from pathways.importing.cells import SourceCell
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, Ref, parse_mark
from pathways.importing.imported import Sure
from pathways.importing.job_titles import is_job_title
from pathways.importing.level_cells import level_of, levels_of, titled
from pathways.importing.metadata import kind_of_key
from pathways.importing.record_columns import column_of
from pathways.importing.side_columns import DIMENSION_HEADS, Sides, sides_of, why_unknown
from pathways.importing.table_events import Headings, level, said, text_for, texts
from pathways.importing.table_layout import Above, Layout, is_band
from pathways.importing.table_weighing import TableReading, Weighed


def weigh_across(layout: Layout, names: DimensionNames) -> Weighed | None:
    """Weigh that a table has its levels across; None where nothing speaks for it."""
    if not layout.heads or not layout.body:
        return None
    marks, strength, guessed = level_columns(layout, names)
    if len({mark.refs for mark in marks.values()}) < 2:
        return None
    cells = [text for place in marks for text in layout.column(place)]
    sides = sides_of(layout, list(marks), names)
    dimensions = layout.column(sides.dimension) if sides.dimension >= 0 else []
    weight = 2.5 + 4 * strength + 1.5 * share(cells, is_prose)
    weight += 0.5 * (plain_words(layout.head(max(sides.dimension, 0))) in DIMENSION_HEADS)
    weight += share(dimensions, lambda text: names.exact(text) is not None)
    weight -= 2 * share(cells, lambda text: level_of(text)[1] > 0.8)
    weight += 2.5 * (strength == 0.0)  # a guess rests on what the cells and the rows are
    across = Across(layout, names, marks, sides, strength == 0.0)
    return Weighed(TableReading.ACROSS, min(weight, 10), across.events, guessed)


def level_columns(layout: Layout, names: DimensionNames) -> tuple[dict[int, Mark], float, bool]:
    """Return the columns that are levels, how surely they are, and whether some were guessed."""
    places = [place for place in range(len(layout.heads)) if layout.head(place)]
    over = {place: layout.overs[place] for place in places}
    above = (*over.values(), layout.head(0))
    leading = next((text for text in above if kind_of_key(text) == "grade"), "")
    found = _read(layout, places, leading)
    for place, (_mark, sure) in found.items():
        head = layout.head(place)
        if sure < 1.0 and (names.exact(head) or head == leading):
            found[place] = None, 0.0  # a dimension, whatever stands in the corner
    if not any(mark for mark, _sure in found.values()) or (
        len({text for text in over.values() if level_of(text)[1] == 1.0}) > 1
    ):
        found = {place: level_of(over[place]) for place in places}
    if any(sure == 1.0 for _mark, sure in found.values()):  # "Clerk Grade 5" beside sure levels
        for place in [place for place in places if not found[place][1]]:
            titled_head = parse_mark(flat(layout.head(place)), heading=True)
            if titled_head and titled_head.title and len(titled_head.refs) == 1:
                found[place] = titled_head, 0.75
    known = {place: mark for place, (mark, sure) in found.items() if mark and sure >= 0.45}
    weak = 0 in known and len(known) > 2 and found[0][1] < 1.0
    if weak and plain_words(layout.head(0)) in DIMENSION_HEADS:
        del known[0]
    for_all = [place for place in places if is_for_all(layout.head(place))]
    if len(known) >= 2:
        more = _between(layout, known, names)
        strength = sum(found[place][1] for place in known) / (len(known) + len(more))
        strength = max(strength, 0.5)
        everyone = tuple(ref for mark in (known | more).values() for ref in mark.refs)
        shared = {place: Mark(everyone, layout.head(place)) for place in for_all}
        both = known | more | shared
        return {place: both[place] for place in sorted(both)}, strength, bool(more)
    guessed = _guessed(layout, names)
    return guessed, 0.0, True


def _read(
    layout: Layout, places: Sequence[int], leading: str
) -> dict[int, tuple[Mark | None, float]]:
    """Read the heads as levels, all of them together and those behind the first together."""
    found = dict(zip(places, levels_of([layout.head(p) for p in places], leading), strict=True))
    for first in (1, 2, 3):
        rest = places[first:]
        if len(rest) < 2 or all(found[place][0] for place in rest):
            break
        again = levels_of([layout.head(place) for place in rest], leading)
        if all(mark for mark, _sure in again):
            found.update(zip(rest, again, strict=True))
            break
    return found


def _between(layout: Layout, known: Mapping[int, Mark], names: DimensionNames) -> dict[int, Mark]:
    """Return unknown heads that stand among levels, or beside them over cells like theirs."""
    found = {}
    first, last = min(known), max(known)
    for place in range(layout.width):
        head = layout.head(place)
        if place in known or not may_be_level(layout, place, names):
            continue
        beside = place == last + 1 or 0 < place == first - 1
        sister = len(known) > 2 or is_job_title(head)
        if first < place < last or (beside and sister and _like(layout, place, known)):
            found[place] = titled(head)
    return found


def may_be_level(layout: Layout, place: int, names: DimensionNames) -> bool:
    head = layout.head(place)
    return (
        0 < len(head.split()) <= 4
        and not column_of(head)
        and not kind_of_key(head)
        and names.exact(head) is None
        and not is_for_all(head)
        and plain_words(head) not in DIMENSION_HEADS
        and not head.lower().startswith(("what", "how", "why", "who", "when", "example"))
    )


def _like(layout: Layout, place: int, known: Mapping[int, Mark]) -> bool:
    """Tell whether the cells of a column are as long as those of the levels."""
    others = [text for column in known for text in layout.column(column) if text]
    own = [text for text in layout.column(place) if text]
    if not own or not others or share(own, is_prose) < 0.5:
        return False
    mean = sum(map(len, others)) / len(others)
    return 0.4 * mean <= sum(map(len, own)) / len(own) <= 2.5 * mean


def _guessed(layout: Layout, names: DimensionNames) -> dict[int, Mark]:
    """Take unknown heads for levels where the rows are dimensions and all cells are text."""
    places = [place for place in range(1, len(layout.heads)) if layout.head(place)]
    rows = [text for text in layout.column(0) if text]
    if len(places) < 2 or len(rows) < 2 or not all(is_label(text) for text in rows):
        return {}
    if not all(may_be_level(layout, place, names) for place in places):
        return {}
    known = sum(names.exact(text) is not None for text in rows)
    corner = plain_words(layout.head(0)) in DIMENSION_HEADS
    full = share([t for place in places for t in layout.column(place)], is_prose)
    alike = all(_like(layout, place, dict.fromkeys(places, titled("x"))) for place in places)
    if known >= 2 and known * 2 >= len(rows):
        return {place: titled(layout.head(place)) for place in places}
    if corner and full > 0.7 and alike and len(places) > 2:
        return {place: titled(layout.head(place)) for place in places}
    return {}


@dataclass
class Across:
    """Yield what a table with levels across says, row by row."""

    layout: Layout
    names: DimensionNames
    marks: Mapping[int, Mark]
    sides: Sides
    guessed: bool
    group: str = ""
    family: str = ""
    row_head: SourceCell | None = None

    def events(self, sure: Sure) -> list[Event]:
        self.family = self._family_above()
        above = Above() if self.family else self.layout.above
        self.headings = Headings(self.names, above)
        self.whole = self._is_whole()
        if above.text and not above.known and not self.whole and self._names_rows():
            self.group = above.text
        return list(self._all(Sure.UNSURE if self.family else sure))

    def _names_rows(self) -> bool:
        """Tell whether the rows have names of their own, and no group."""
        return self.sides.group < 0 <= self.sides.dimension

    def _family_above(self) -> str:
        """Return the heading above the table where it names a family, else ""."""
        rows = [text for text in self.layout.column(max(self.sides.dimension, 0)) if text]
        known = sum(self.names.exact(text) is not None for text in rows)
        above = self.layout.above
        return above.text if above.is_family(known, len(rows)) else ""

    def _all(self, sure: Sure) -> Iterator[Event]:
        layout = self.layout
        for cell in layout.captions:
            yield from said(cell, _("the caption of the table"))
        yield from self._heads(sure)
        for row in layout.body:
            yield from self._band(row) if is_band(row) else self._row(row)
        yield Event(What.END)

    def _heads(self, sure: Sure) -> Iterator[Event]:
        why = _("the level of this row or column of the table")
        if self.guessed:
            why = _("a level, I think, because the other side of the table is dimensions")
        elif self.family:
            why = _(
                "Another table asks the same of the same levels; I took the heading above this one "
                "for a family of its own."
            )
        elif self.layout.above.asks_again:
            sure = Sure.UNSURE
            why = _(
                "Another table asks the same of the same levels; I took the heading above each for "
                "a subject. Is it a family?"
            )
        elif sure is Sure.UNSURE:
            why = _(
                "I read this table as one with a level in each column; is that right, and are all "
                "of these levels?"
            )
        families = self._families()
        for cell in self.layout.over_cells:
            yield from said(cell, _("a heading over the heads of the table"))
        for place, cell in enumerate(self.layout.heads):
            mark = self.marks.get(place)
            if why_unknown(self.layout, self.sides, place):
                yield from said(cell, why_unknown(self.layout, self.sides, place), Sure.UNSURE)
            elif mark is None or not cell.text:
                yield from said(cell, _("the heading of a column"))
            elif self._has_families():
                yield from said(cell, _("the level of the texts below, in the family of each row"))
            elif is_for_all(cell.text):
                yield from said(cell, _("a column for all levels"))
            else:
                yield level(cell, self._in_family(place, mark, families), why, sure)

    def _families(self) -> dict[int, str]:
        """Return the families that stand over levels of the same names."""
        heads = [self.layout.head(place) for place in self.marks]
        overs = {place: self.layout.overs[place] for place in self.marks}
        twice = len(set(heads)) < len(heads) and len(set(overs.values())) > 1
        if twice and not all(map(_level_of_first, overs.values())):
            return overs
        return dict.fromkeys(self.marks, self.family) if self.family else {}

    def _in_family(self, place: int, mark: Mark, families: Mapping[int, str]) -> Mark:
        family = families.get(place, "")
        if not family:
            return mark
        return replace(mark, refs=tuple(replace(ref, family=family) for ref in mark.refs))

    def _band(self, row: Sequence[SourceCell]) -> Iterator[Event]:
        cell = row[0]
        if is_label(cell.text) and not is_prose(cell.text):
            self.group, self.row_head = flat(cell.text), None
            yield from said(cell, _("a heading over rows of the table"))
            return
        yield text_for(self._refs(self.marks))
        yield from self.headings.of(None)
        yield from texts(cell, Sure.LIKELY)

    def _row(self, row: Sequence[SourceCell]) -> Iterator[Event]:
        head = self._cell(row, self.sides.dimension)
        spans = self._spans(row)
        yield from self._beside(row)
        if not spans:
            if head is not None and head.text:
                self.group = flat(head.text)
                yield from said(head, _("a heading over rows of the table"))
            return
        if head is not None and head.text:
            self.row_head = head
        if self._ticked(spans, row):
            yield from self._ticks(spans, row)
            return
        if self._levels_over() and head is not None:
            yield from said(head, _("the heading of a row, kept as a label"))
        yield from self._definitions(row)
        for places in spans:
            cell = row[places[0]]
            yield text_for(self._refs(places))
            yield from self.headings.of(
                self._heading(places), self._label(places), whole=self.whole
            )
            yield from texts(cell)

    def _heading(self, places: Sequence[int]) -> SourceCell | None:
        """Return what the text of a cell is about: its row, or the head where levels stand over
        it.
        """
        if self._levels_over() and len(places) == 1:
            return self.layout.heads[places[0]]
        return self.row_head

    def _levels_over(self) -> bool:
        return bool(self.layout.over_cells) and all(
            level_of(self.layout.overs[place])[1] == 1.0 for place in self.marks
        )

    def _label(self, places: Sequence[int]) -> str:
        if self._levels_over() and self.row_head is not None:
            return flat(self.row_head.text)
        return self.group

    def _is_whole(self) -> bool:
        """Tell whether the heading above the table is the dimension of all its rows."""
        rows = [text for text in self.layout.column(max(self.sides.dimension, 0)) if text]
        above = self.headings.above
        if not above.text or self.sides.dimension < 0:
            return False
        return len(set(rows)) == 1 and self.names.exact(rows[0]) is None and above.heads_again

    def _beside(self, row: Sequence[SourceCell]) -> Iterator[Event]:
        group = self._cell(row, self.sides.group)
        if group is not None and group.text:
            if self._has_families():
                self.family = flat(group.text)
            else:
                self.group = flat(group.text)
            yield from said(group, _("the group of the dimension"))
        for place in self.sides.facts:
            cell = self._cell(row, place)
            if cell is not None and cell.text:
                long = is_prose(cell.text) and place > max(self.marks)
                why = _("a column beside the levels")
                if long:
                    why = _(
                        "a column beside the levels whose meaning I do not know; is it text for "
                        "them?"
                    )
                yield from said(cell, why, Sure.UNSURE if long else Sure.SURE)

    def _has_families(self) -> bool:
        """Tell whether a column says for each row which family it is about."""
        group = self.sides.group
        return group >= 0 and kind_of_key(self.layout.head(group)) == "family"

    def _definitions(self, row: Sequence[SourceCell]) -> Iterator[Event]:
        for place in self.sides.definitions:
            cell = self._cell(row, place)
            if cell is not None and cell.text:
                yield text_for(self._refs(self.marks))
                yield from self.headings.of(self.row_head, self.group, whole=self.whole)
                yield from texts(cell, definition=True)

    def _spans(self, row: Sequence[SourceCell]) -> list[list[int]]:
        """Return the columns of levels that have text, together where one cell reaches over
        several.
        """
        spans: list[list[int]] = []
        for place in self.marks:
            cell = self._cell(row, place)
            if cell is None or not cell.text:
                continue
            last = spans[-1][-1] if spans else -2
            same = last == place - 1 and row[last].text == cell.text
            if same and not self._levels_over() and not is_tick(cell.text):
                spans[-1].append(place)
            else:
                spans.append([place])
        return spans

    def _ticked(self, spans: Sequence[Sequence[int]], row: Sequence[SourceCell]) -> bool:
        cells = [row[place].text for places in spans for place in places]
        return any(map(is_tick, cells)) and all(is_tick(c) or is_blank(c) for c in cells)

    def _ticks(self, spans: Sequence[Sequence[int]], row: Sequence[SourceCell]) -> Iterator[Event]:
        """Yield the row's own text for the levels that are ticked."""
        ticked = [p for places in spans for p in places if is_tick(row[p].text)]
        for place in (p for places in spans for p in places):
            yield from said(row[place], _("a tick: the text of the row is for this level"))
        if self.row_head is None or not self.row_head.text:
            return
        about = self.layout.heads[self.sides.dimension] if self.sides.dimension >= 0 else None
        yield text_for(self._refs(ticked))
        group = SourceCell(self.group, ()) if self.group else None
        yield from self.headings.of(group if group else None if self.headings.above.text else about)
        yield from texts(self.row_head)

    def _refs(self, places: Sequence[int] | Mapping[int, Mark]) -> tuple[Ref, ...]:
        families = self._families()
        marks = (self._in_family(place, self.marks[place], families) for place in places)
        return tuple(dict.fromkeys(ref for mark in marks for ref in mark.refs))

    def _cell(self, row: Sequence[SourceCell], place: int) -> SourceCell | None:
        return row[place] if 0 <= place < len(row) else None


def _level_of_first(text: str) -> bool:
    """Tell whether a text is surely a level."""
    return level_of(text)[1] == 1.0
