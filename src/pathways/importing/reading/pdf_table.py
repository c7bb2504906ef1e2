"""A table of a PDF, and how it goes on over the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pathways.importing.reading.pdf_gutters import Extent

_ALIGNED = 5.0  # points
_ENDS = (".", "!", "?")


@dataclass(frozen=True)
class DrawnTable:
    """A table whose cells are known: their texts, row by row, with the lines they have.

    ``by_places`` tells that no lines are drawn between them.
    """

    rows: Sequence[Sequence[str]]
    by_places: bool = False
    columns: tuple[float, ...] = ()
    spans: tuple[Extent, ...] = ()  # from where to where the texts of columns go
    unsure: tuple[str, ...] = ()  # rows that may as well begin elsewhere
    again: tuple[str, ...] = ()  # heads that came again on the next pages

    def joined(self, after: DrawnTable) -> DrawnTable | None:
        """Return this table with one that goes on with it on the next page, without heads said
        again; None where that is another one.
        """
        coming = self._in_columns(after)
        if not coming:
            return None
        heads_again = self._after_heads(coming[0])
        again = heads_again is not None
        rows, more = list(self.rows), coming[again:]
        if heads_again and any(heads_again):
            more.insert(0, heads_again)
        if more and rows and self._is_rest(more[0]):  # a row that is parted by the page
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], more.pop(0), strict=True)]
        heads = (" ".join(self.rows[0]),) if again else ()
        unsure = (*self.unsure, *after.unsure)
        return replace(self, rows=[*rows, *more], again=(*self.again, *heads), unsure=unsure)

    def _after_heads(self, row: Sequence[str]) -> list[str] | None:
        """Return what stands in a row behind the heads of the table, said again at the top of a
        page, "" for each cell where that is all; None where they are not said again.
        """
        heads = self.rows[0]
        if not all(heads) or not all(
            (cell + " ").startswith((head + " ", head + "\n"))
            for head, cell in zip(heads, row, strict=True)
        ):
            return None
        return [cell[len(head) :].strip() for head, cell in zip(heads, row, strict=True)]

    def _in_columns(self, after: DrawnTable) -> list[list[str]]:
        """Return the rows of another table in the columns of this one, none where they differ."""
        if self.by_places != after.by_places:
            return []
        places = self._places(after) if self.by_places else self._same_places(after)
        if not places:
            return []
        rows = []
        for row in after.rows:
            cells = [""] * len(self.rows[0])
            for place, cell in zip(places, row, strict=True):
                cells[place] = cell
            rows.append(cells)
        return rows

    def _is_rest(self, row: Sequence[str]) -> bool:
        """Tell whether a row is the rest of the last one: without a name, or where its texts go on
        with sentences.
        """
        if not row[0]:
            return any(row)
        goes_on = [
            bool(before) and after[:1].islower() and not before.endswith(_ENDS)
            for before, after in zip(self.rows[-1], row, strict=True)
            if after and (before or not self.by_places)
        ]
        return any(goes_on) if self.by_places else all(goes_on)

    def _same_places(self, after: DrawnTable) -> list[int]:
        if len(self.columns) != len(after.columns):
            return []
        pairs = zip(self.columns, after.columns, strict=True)
        same = all(abs(a - b) <= _ALIGNED for a, b in pairs)
        return list(range(len(self.rows[0]))) if same else []

    def _places(self, after: DrawnTable) -> list[int]:
        """Return in which columns of this table the columns of another stand."""
        if not self.spans or len(after.spans) != len(after.rows[0]):
            return []
        places = []
        for span in after.spans:
            near = max(range(len(self.spans)), key=lambda n: self.spans[n].overlap(span))
            if self.spans[near].overlap(span) <= 0:
                return []
            places.append(near)
        return places if len(set(places)) == len(places) else []
