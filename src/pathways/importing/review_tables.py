"""Corrections of whole tables: what a table is, and in which row its heads stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args, get_type_hints

import msgspec

from pathways.errors import UsageError
from pathways.i18n import _
from pathways.importing.cell_kinds import flat
from pathways.importing.dimension_names import DimensionNames
from pathways.importing.events import What
from pathways.importing.mapping import Taught, first_row_of
from pathways.importing.outline import Kind, Piece
from pathways.importing.review import Review, changed
from pathways.importing.table_layout import Above
from pathways.importing.told_table import told_events
from pathways.importing.units import units_of
from pathways.model.mapping import TaughtTable

Place = tuple[int, int]
"""A table: its document and its piece, from 0."""


def readings() -> tuple[str, ...]:
    """Return what a table can be said to be."""
    return get_args(get_type_hints(TaughtTable)["holds"])


def tables_in(review: Review) -> Iterator[tuple[Place, Piece]]:
    """Yield the tables of the documents in their order, with their places."""
    for document, outline in enumerate(review.outlines):
        for number, piece in enumerate(outline.pieces):
            if piece.kind is Kind.TABLE and piece.rows:
                yield (document, number), piece


def told_of(review: Review, table: Place) -> TaughtTable | None:
    """Return what was said about a table, None where nothing was."""
    rule = _rule(review, table)
    found = [
        known
        for known in review.mapping.tables
        if known.first_row == rule.first_row and known.number in (0, rule.number)
    ]
    return found[-1] if found else None


def like_it(review: Review, table: Place) -> int:
    """Return how many tables have the same first row, this one among them."""
    rows = [first_row_of(piece.rows) for _place, piece in tables_in(review)]
    return rows.count(_rule(review, table).first_row)


def set_table(
    review: Review,
    table: Place,
    holds: str,
    head_row: int | None = None,
    *,
    all_alike: bool = False,
) -> Review:
    """Say what a table is, and which of its rows has the heads (from 1; 0 for none, None for what
    is recognised); ``all_alike`` says it of every table with the same first row.

    Raise UsageError where it cannot be that, or has no such row.
    """
    rule = _rule(review, table)
    rows = len(dict(tables_in(review))[table].rows)
    if holds not in readings():
        known = ", ".join(readings())
        raise UsageError(_("A table cannot be that. It is one of: {known}.").format(known=known))
    if head_row is not None and not 0 <= head_row < rows:
        words = _("The heads cannot stand in row {row}: the table has {count} rows.")
        raise UsageError(words.format(row=head_row, count=rows))
    number = 0 if all_alike else rule.number
    told = msgspec.structs.replace(rule, holds=holds, head_row=head_row, number=number)
    return changed(review, tables=(*_other_rules(review, rule, all_alike), told))


def forget_table(review: Review, table: Place) -> Review:
    """Read a table again as it is recognised."""
    rule = _rule(review, table)
    told = told_of(review, table)
    everywhere = told is not None and told.number == 0
    return changed(review, tables=_other_rules(review, rule, everywhere))


def _other_rules(review: Review, rule: TaughtTable, everywhere: bool) -> tuple[TaughtTable, ...]:
    return tuple(
        known
        for known in review.mapping.tables
        if known.first_row != rule.first_row or not (everywhere or known.number == rule.number)
    )


def _rule(review: Review, table: Place) -> TaughtTable:
    """Return how a correction names a table; raise UsageError where there is none."""
    before: list[tuple[str, ...]] = []
    for place, piece in tables_in(review):
        before.append(first_row_of(piece.rows))
        if place == table:
            row = before[-1]
            number, count = before.count(row), len(before)
            return TaughtTable(first_row=row, holds="nothing", number=number, place=count)
    raise UsageError(_("There is no table here."))


def seen_as(
    review: Review, table: Place, holds: str, head_row: int | None
) -> tuple[tuple[str, ...], int] | None:
    """Return what a table would give, read as something: the grades or levels that it names, and
    how many statements; None where it cannot be read so.
    """
    rule = msgspec.structs.replace(_rule(review, table), holds=holds, head_row=head_row)
    units = units_of(review.outlines[table[0]], table[0])
    unit = next(unit for unit in units if unit.origins[0].piece == table[1])
    names = DimensionNames(review.dimensions, Taught(review.mapping).headings)
    events = told_events(unit, rule, names, Taught(review.mapping).columns, Above())
    if events is None:
        return None
    marks = [event for event in events if event.mark and event.what is What.MARK and event.origins]
    named = dict.fromkeys(event.text for event in marks)
    return tuple(named), sum(event.what is What.TEXT for event in events)


def rows_of(piece: Piece, most: int) -> list[tuple[str, ...]]:
    """Return the first rows of a table, each cell on one line."""
    return [tuple(flat(cell) for cell in row) for row in piece.rows[:most]]
