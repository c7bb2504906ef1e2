"""One reader of tables: every hypothesis of what a table is weighed against the whole of it.

The heaviest is taken. Where another is about as heavy, or where what was taken rests on a guess,
what is read is doubtful, and the doubt names the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from pathways.importing.catalogue_table import weigh_catalogue
from pathways.importing.cells import SourceCell, cells_of
from pathways.importing.control_table import weigh_control
from pathways.importing.counted_rows import (
    column_of_texts,
    counts_rows,
    events_of_column,
    numbers_of,
    without_numbers,
)
from pathways.importing.criteria_table import weigh_criteria
from pathways.importing.dimension_names import DimensionNames
from pathways.importing.events import Event
from pathways.importing.facts_table import weigh_facts
from pathways.importing.imported import Sure
from pathways.importing.levels_across import weigh_across
from pathways.importing.levels_down import weigh_down
from pathways.importing.record_table import weigh_records
from pathways.importing.sections_table import weigh_sections
from pathways.importing.skill_matrix import is_one_level_a_skill, weigh_skills
from pathways.importing.table_layout import Above, layouts
from pathways.importing.table_weighing import TableReading, Weighed
from pathways.importing.units import Unit

_CERTAIN = 10.0
_CLOSE = 0.75  # of the weight: another hypothesis so near makes the first doubtful


def table_events(
    unit: Unit,
    names: DimensionNames,
    begun: bool = False,
    columns: Mapping[str, str] | None = None,
    above: Above | None = None,
    own: frozenset[str] = frozenset(),
) -> list[Event]:
    """Return what a table says; every cell of it is in one of the events.

    ``begun`` tells whether the text of the document has begun: a table of names and values before
    it holds facts. ``columns`` are what a person said that columns of these headings hold.
    ``above`` is the heading under which the table stands, ``own`` the levels of skills that the
    document defines.
    """
    rows = [row for row in cells_of(unit) if any(cell.text for cell in row)]
    above = above or Above()
    weigh = partial(_weighed, names=names, begun=begun, columns=columns, above=above, own=own)
    return _read(rows, weigh, names, above) if rows else []


def _read(
    rows: Sequence[Sequence[SourceCell]],
    weigh: Callable[[Sequence[Sequence[SourceCell]]], Iterator[Weighed]],
    names: DimensionNames,
    above: Above,
) -> list[Event]:
    """Return what the heaviest hypothesis about some rows says."""
    found = sorted(weigh(rows), key=lambda hypothesis: -hypothesis.weight)
    first = found[0]
    if first.reading is TableReading.SECTIONS:
        if counts_rows(rows):
            rest = without_numbers(rows)
            return [*numbers_of(rows), *_read(rest, weigh, names, above)]
        place = column_of_texts(rows)
        if place is not None:
            return list(events_of_column(rows, place, names, above))
    others = [other for other in found if other.reading is not first.reading]
    near = bool(others) and others[0].weight >= max(first.weight - _CLOSE, 5.0)
    return first.events(Sure.UNSURE if first.guessed or near else Sure.SURE)


def _weighed(
    rows: Sequence[Sequence[SourceCell]],
    names: DimensionNames,
    begun: bool,
    columns: Mapping[str, str] | None,
    above: Above,
    own: frozenset[str],
) -> Iterator[Weighed]:
    """Yield every hypothesis about a table that anything speaks for."""
    for layout in layouts(rows, above):
        records = weigh_records(layout, names, columns)
        if is_one_level_a_skill(layout, own):
            records = None  # the levels are of skills, not of people
        if records is not None and records.weight >= _CERTAIN:
            yield records  # its heads say what it is, whatever stands below them
            return
        found = (
            records,
            weigh_across(layout, names),
            weigh_down(layout, names),
            weigh_skills(layout, names, own),
            weigh_criteria(layout, names),
            weigh_facts(layout, names, begun),
            weigh_control(layout),
            weigh_catalogue(layout, names),
            weigh_sections(layout, names, begun),
        )
        yield from (hypothesis for hypothesis in found if hypothesis is not None)
