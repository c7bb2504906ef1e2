"""Where a table of a PDF without drawn cells ends: a last row may have a name and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pathways.importing.reading.pdf_gutters import NEAR, Gutter
from pathways.importing.reading.pdf_lines import Line
from pathways.importing.reading.pdf_rows import Band

_FURTHER = 1.35  # times as far from the row above as any other row
_FEWEST_NAMES = 2
_FIGURES = re.compile(r"\d{1,9}")


def trimmed(bands: Sequence[Band], gutters: Sequence[Gutter]) -> list[Band]:
    """Return the rows without those at both ends that are text above and below the table.

    A name at the end that looks like the names above it is a row with empty cells, unsure.
    """
    found = list(bands)
    rest: list[Band] = []
    while found and _is_outside(found[-1]):
        rest.insert(0, found.pop())
    while found and _is_outside(found[0]):
        found.pop(0)
    for band in rest:
        if not _is_named_row(found, band, gutters):
            break
        found.append(replace(band, unsure=True))
    return found


def _is_outside(band: Band) -> bool:
    return not any(band.cells[1:])


def _is_named_row(rows: Sequence[Band], band: Band, gutters: Sequence[Gutter]) -> bool:
    """Tell whether a text below a table is the name of a row: it stands, looks and follows as the
    names of the other rows do.
    """
    names = [row.cells[0][0] for row in rows[1:] if row.cells[0]]
    if not names or not gutters or not band.cells[0]:
        return False
    line = band.cells[0][0]
    if len(names) < _FEWEST_NAMES and _FIGURES.sub("", line.text) != _FIGURES.sub(
        "", names[0].text
    ):
        return False  # one name alone tells nothing, but "Grade 3" above "Grade 4" does
    x = Counter(round(name.x) for name in names).most_common(1)[0][0]
    like = [
        name for name in names if abs(name.size - line.size) < 0.3 and name.is_bold == line.is_bold
    ]
    if abs(line.x - x) > NEAR + 0.5 or len(like) * 2 < len(names):
        return False
    if any(other.end > gutters[0].high for other in band.cells[0]) or line.text.endswith("."):
        return False
    gaps = [_gap(above, below) for above, below in pairwise(rows)]
    return _gap(rows[-1], band) <= _FURTHER * max(gaps)


def _gap(above: Band, below: Band) -> float:
    """Return how far the highest line of a row stands below the lowest one of the row above."""
    return min(_heights(above)) - max(_heights(below))


def _heights(band: Band) -> list[float]:
    return [line.y for line in _lines(band)]


def _lines(band: Band) -> list[Line]:
    return [line for cell in band.cells for line in cell]
