"""A table read as a person said: what it is, and in which row its heads stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pathways.i18n import _
from pathways.importing.cell_kinds import flat, is_code, is_prose, is_tick, share
from pathways.importing.cells import SourceCell, cells_of
from pathways.importing.criteria_table import (
    Criteria,
    CriteriaColumns,
    criterion_column,
    weigh_criteria,
)
from pathways.importing.dimension_names import DimensionNames
from pathways.importing.events import Event, What
from pathways.importing.facts_table import Pair, events_of_pairs, pairs_of, weigh_facts
from pathways.importing.grade_names import Mark
from pathways.importing.imported import Sure
from pathways.importing.level_cells import level_of, titled
from pathways.importing.levels_across import Across, level_columns, may_be_level
from pathways.importing.levels_down import Down, columns_beside, level_rows
from pathways.importing.record_table import weigh_records
from pathways.importing.sections_table import weigh_sections
from pathways.importing.side_columns import Sides, sides_of
from pathways.importing.table_layout import (
    Above,
    Layout,
    filled,
    heads_stand_over,
    is_band,
    layouts,
    spread_over,
)
from pathways.importing.table_weighing import Weighed
from pathways.importing.units import Unit
from pathways.model.mapping import TaughtTable

Columns = Mapping[str, str]
_PROSE = 0.5  # of the cells of a column beside levels that are known
_CODES = 0.7  # of the cells of a column that is no level


def told_events(
    unit: Unit,
    told: TaughtTable,
    names: DimensionNames,
    columns: Columns,
    above: Above,
    begun: bool = False,
) -> list[Event] | None:
    """Return what a table says, read as a person said; None where it cannot be read so.

    Every cell of it is in one of the events.
    """
    rows = cells_of(unit)
    if told.holds == "nothing":
        return [_nothing(cell) for row in rows for cell in filled(row)]
    found = [layout for layout in _layouts(rows, told, above) if layout.body]
    weighed = [w for layout in found if (w := _weighed(layout, told.holds, names, columns, begun))]
    if weighed:
        return max(weighed, key=lambda hypothesis: hypothesis.weight).events(Sure.SURE)
    for layout in found:
        events = _forced(layout, told.holds, names, columns)
        if events is not None:
            return events
    return None


def _nothing(cell: SourceCell) -> Event:
    return Event(What.OUT, cell.text, cell.origins, _("in a table that is left out by hand"))


def _layouts(
    rows: Sequence[Sequence[SourceCell]], told: TaughtTable, above: Above
) -> Iterator[Layout]:
    """Yield the ways to look at a table whose row of heads is known, or all ways."""
    full = [row for row in rows if filled(row)]
    if told.head_row is None:
        yield from layouts(full, above)
        return
    before = sum(bool(filled(row)) for row in rows[: told.head_row])
    if not before or before >= len(full):
        body = tuple(tuple(row) for row in full)
        yield Layout((), (), ("",) * len(full[0]), (), body, above)
        return
    heads, body = tuple(full[before - 1]), tuple(tuple(row) for row in full[before:])
    over = tuple(full[before - 2]) if before > 1 else ()
    stand_over = bool(over) and heads_stand_over(over, heads)
    captions = full[: before - 2] if stand_over else full[: before - 1]
    cells = tuple(cell for row in captions for cell in filled(row))
    spread = spread_over(over) if stand_over else ("",) * len(heads)
    yield Layout(cells, over if stand_over else (), spread, heads, body, above)


def _weighed(
    layout: Layout, holds: str, names: DimensionNames, columns: Columns, begun: bool
) -> Weighed | None:
    """Return the reading of a table as something, where anything speaks for it."""
    if holds in ("levels across", "levels down"):
        return None  # what is recognised of them is used, and the rest taken on trust
    if holds == "criteria":
        return weigh_criteria(layout, names)
    if holds == "facts":
        return weigh_facts(layout, names, False)
    if holds == "records":
        return weigh_records(layout, names, columns)
    return weigh_sections(layout, names, begun)


def _forced(
    layout: Layout, holds: str, names: DimensionNames, columns: Columns
) -> list[Event] | None:
    """Return what a table says although nothing but a person's word speaks for that reading."""
    if holds == "levels across":
        return _across(layout, names, columns)
    if holds == "levels down":
        return _down(layout, names, columns)
    if holds == "criteria":
        return _criteria(layout, names, columns)
    if holds == "facts":
        return _facts(layout)
    return None


def _of(layout: Layout, columns: Columns, holds: str) -> list[int]:
    """Return the columns that hold something, as a person said."""
    return [p for p in range(layout.width) if columns.get(layout.head(p)) == holds]


def _level(text: str) -> Mark:
    return level_of(text)[0] or titled(text)


def _across(layout: Layout, names: DimensionNames, columns: Columns) -> list[Event] | None:
    marks = _marks_across(layout, names, columns)
    if not marks:
        return None
    sides = sides_of(layout, list(marks), names)
    dimension = (_of(layout, columns, "dimension") or [sides.dimension])[0]
    definitions = tuple(_of(layout, columns, "definition")) or sides.definitions
    group = -1 if sides.group in (dimension, *definitions) else sides.group
    used = {dimension, group, *definitions, *marks}
    facts = tuple(place for place in range(layout.width) if place not in used)
    found = Sides(dimension, group, definitions, facts)
    return Across(layout, names, marks, found, False).events(Sure.SURE)


def _marks_across(layout: Layout, names: DimensionNames, columns: Columns) -> dict[int, Mark]:
    """Return the columns that are levels: those a person named, else all that may be."""
    named = _of(layout, columns, "level")
    if named:
        return {place: _level(layout.head(place)) for place in named}
    heads = [place for place in range(1, len(layout.heads)) if layout.head(place)]
    others = [p for p in heads if columns.get(layout.head(p)) is not None]
    marks, _strength, _guessed = level_columns(layout, names)
    known = len(marks) > 1  # then only columns that hold text like theirs are levels, too
    for place in heads:
        cells = layout.column(place)
        fits = share(cells, is_prose) > _PROSE if known else share(cells, is_code) <= _CODES
        if place not in (*marks, *others) and may_be_level(layout, place, names) and fits:
            marks[place] = _level(layout.head(place))
    if len(marks) < 2:
        marks = {place: _level(layout.head(place)) for place in heads if place not in others}
    return {place: marks[place] for place in sorted(marks)}


def _down(layout: Layout, names: DimensionNames, columns: Columns) -> list[Event] | None:
    if layout.width < 2:
        return None
    places = _of(layout, columns, "level") or range(min(layout.width - 1, 3))
    read = [(found, place) for place in places if (found := level_rows(layout, place))]
    (_strength, known, _guessed), place = max(
        read,
        key=lambda each: each[0][0],
        default=((0.0, [None] * len(layout.body), True), places[0]),
    )
    texts = [row[place].text if place < len(row) else "" for row in layout.body]
    marks = [
        mark or (_level(text) if text and not is_band(row) else None)
        for mark, text, row in zip(known, texts, layout.body, strict=True)
    ]
    beside = columns_beside(layout, place, names)
    return Down(layout, names, place, marks, beside).events(Sure.SURE)


def _criteria(layout: Layout, names: DimensionNames, columns: Columns) -> list[Event]:
    marked = _of(layout, columns, "label")
    ticks = [p for p in marked if share(layout.column(p), is_tick) > 0]
    kinds = {place: flat(layout.head(place)) for place in ticks}
    mark = next((place for place in marked if place not in kinds), -1)
    texts = [p for p in range(layout.width) if share(layout.column(p), is_prose) > _PROSE]
    if not marked and len(texts) > 1 and layout.heads:  # a column for each kind of criterion
        beside = [place for place in range(min(texts)) if place not in texts]
        named = {place: flat(layout.head(place)) for place in texts}
        subject = beside[-1] if beside else -1
        return Criteria(layout, names, CriteriaColumns(named, -1, -1, subject)).events(Sure.SURE)
    criterion, subject = criterion_column(layout, {*marked})
    criterion = (_of(layout, columns, "text") or [criterion])[0]
    subject = (_of(layout, columns, "dimension") or [subject])[0]
    found = CriteriaColumns(kinds, mark, criterion, -1 if subject == criterion else subject)
    return Criteria(layout, names, found).events(Sure.SURE)


def _facts(layout: Layout) -> list[Event]:
    heads = [
        Event(What.FACT, c.text, c.origins, _("a heading of the table"))
        for c in (*layout.over_cells, *layout.heads)
        if c.text
    ]
    pairs = pairs_of(layout)
    if not pairs:
        pairs = [pair for row in layout.body for pair in _pairs_of_row(filled(row))]
    return [*heads, *events_of_pairs(layout.captions, pairs)]


def _pairs_of_row(cells: Sequence[SourceCell]) -> Iterator[Pair]:
    """Yield the first cell of a row with the next as its value, and what goes beyond them."""
    if len(cells) > 1:
        yield cells[0], cells[1]
        yield from ((cell, None) for cell in cells[2:])
    else:
        yield from ((cell, None) for cell in cells)
