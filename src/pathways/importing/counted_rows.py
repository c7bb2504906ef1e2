"""Tables with one column of texts, and beside it numbers that say nothing of who does what: those
of the rows ("Task #"), or how much time a task takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.i18n import _
from pathways.importing.cell_kinds import is_blank, is_code, is_label, is_tick, share
from pathways.importing.cells import SourceCell
from pathways.importing.dimension_names import DimensionNames
from pathways.importing.events import Event, What
from pathways.importing.level_cells import is_count
from pathways.importing.table_events import said, texts
from pathways.importing.table_layout import Above, is_band

_LABEL = 3  # words
_MOST = 0.8  # of the rows
Rows = Sequence[Sequence[SourceCell]]


def counts_rows(rows: Rows) -> bool:
    """Tell whether the first column of a table with heads counts the rows below them."""
    bands = [row for row in rows[1:] if is_band(row)]
    if len(rows) < 3 or len(rows[0]) < 2 or (bands and len(rows[0]) == 2):
        return False
    head = rows[0][0].text
    counts = [row[0].text.rstrip(".) ") for row in rows[1:] if not is_band(row)]
    numbered = counts == [str(number) for number in range(1, len(counts) + 1)]
    return numbered and len(counts) > 1 and (not head or is_count(head))


def numbers_of(rows: Rows) -> Iterator[Event]:
    """Yield the cells that only count, and the head over them."""
    yield from said(rows[0][0], _("the heading of a column"))
    for row in rows[1:]:
        if row[0].text and not is_band(row):
            why = _("the number of a row")
            yield Event(What.OUT, row[0].text, row[0].origins, why)


def without_numbers(rows: Rows) -> list[Sequence[SourceCell]]:
    """Return the rows without the column that counts them; a row that is one cell is kept."""
    return [row[:1] + row[2:] if is_band(row) else row[1:] for row in map(tuple, rows)]


def column_of_texts(rows: Rows) -> int | None:
    """Return the place of the one column that holds texts, where all others hold numbers, codes or
    ticks; None in other tables.
    """
    heads: Sequence[SourceCell] = () if _is_headless(rows) else rows[0]
    body = rows[1:] if heads else rows
    whole = all(len(row) == len(rows[0]) and not is_band(row) for row in body)
    if len(body) < 2 or not whole or not all(is_label(head.text) for head in heads if head.text):
        return None
    columns = [[row[place].text for row in body] for place in range(len(rows[0]))]
    texts = [place for place, column in enumerate(columns) if share(column, _is_text) >= _MOST]
    others = [column for place, column in enumerate(columns) if place not in texts]
    plain = all(all(map(_is_value, column)) for column in others)
    return texts[0] if len(texts) == 1 and plain else None


def _is_headless(rows: Rows) -> bool:
    """Tell whether the first row is like the others: its first cell is their number, too."""
    counts = [row[0].text.rstrip(".) ") for row in rows]
    return counts == [str(number) for number in range(1, len(counts) + 1)]


def events_of_column(
    rows: Rows, place: int, names: DimensionNames, above: Above
) -> Iterator[Event]:
    """Yield the texts of one column below its head, and the rest as what is said of them; the
    head is no heading where the table stands under one that means the same.
    """
    known = names.exact(above.text) if above.text else None
    under = known.dimension if known else above.text
    headless = _is_headless(rows)
    for number, row in enumerate(rows):
        for other, cell in enumerate(row):
            if other == place and (number or headless):
                yield from texts(cell)
            elif (
                other == place
                and (own := names.exact(cell.text))
                and (not under or (known and own.dimension != under))
            ):
                why = _("the heading of a column")
                yield Event(What.HEADING, cell.text, cell.origins, why, level=9)
            else:
                why = _("a number or code beside the text")
                is_head = not number and not headless
                yield from said(cell, _("the heading of a column") if is_head else why)


def _is_text(text: str) -> bool:
    return len(text.split()) > _LABEL


def _is_value(text: str) -> bool:
    return not text or is_code(text) or is_tick(text) or is_blank(text)
