"""Person specifications as tables: criteria with columns for essential and desirable, with a mark
for each, with ticks, or with the two down the side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pathways.i18n import _
from pathways.importing.cell_kinds import (
    flat,
    is_blank,
    is_code,
    is_label,
    is_prose,
    is_tick,
    share,
)
from pathways.importing.cells import SourceCell
from pathways.importing.dimension_names import DimensionNames
from pathways.importing.events import Event, What
from pathways.importing.imported import Sure
from pathways.importing.level_cells import level_of
from pathways.importing.record_columns import column_of
from pathways.importing.table_events import said, texts
from pathways.importing.table_layout import Layout, is_band
from pathways.importing.table_weighing import TableReading, Weighed
from pathways.importing.units import Origin

_KINDS = {
    "essential": "Essential",
    "ess": "Essential",
    "e": "Essential",
    "required": "Essential",
    "hanfodol": "Hanfodol",
    "h": "Hanfodol",
    "desirable": "Desirable",
    "desired": "Desirable",
    "des": "Desirable",
    "d": "Desirable",
    "dymunol": "Dymunol",
    "preferred": "Preferred",
    "pref": "Preferred",
    "p": "Preferred",
    "optional": "Optional",
    "nice to have": "Nice to have",
    "must have": "Must have",
    "e/d": "Essential or desirable",
}
_MARK_HEAD = re.compile(
    r"(?:essential|ess|e|required|required or|hanfodol)\W{0,4}(?:/|or|and|neu|\W|\()\W{0,4}"
    r"(?:desirable|des|d|preferred|p|dymunol)\W*|e\W?d|status|importance|weighting|requirement|"
    r"criteria type|type of criteri(?:a|on)|essential\?|rank",
    re.I,
)
_ASSESSED = re.compile(
    r"\b(?:assess|measur|method|evidence|evidenced|identif|tested|test|source|how|where|when|"
    r"application|interview|certificat|means|demonstrated|asesu)",
    re.I,
)


@lru_cache(maxsize=4096)
def kind_of_criterion(text: str) -> str:
    """Return "Essential", "Desirable" or the like where a text says just that, else ""."""
    words = re.sub(
        r"\s{0,9}(?:criteria|criterion|requirements?|attributes?|skills)\b", "", text.casefold()
    )
    return _KINDS.get(words.strip(" .:()[]*"), "")


def weigh_criteria(layout: Layout, names: DimensionNames) -> Weighed | None:
    """Weigh that a table is a person specification; None where nothing speaks for it."""
    columns = _columns(layout)
    if columns is None:
        return None
    weight = 9.0 if columns.named else 6.5
    guessed = bool(columns.kinds) and not columns.named
    return Weighed(TableReading.CRITERIA, weight, Criteria(layout, names, columns).events, guessed)


@dataclass(frozen=True)
class CriteriaColumns:
    """Columns by what they hold; -1 where there is none.

    ``kinds`` are the columns of one kind each, by their labels. ``named`` tells that the heads say
    what they are. ``down`` that the kinds stand in the first column.
    """

    kinds: dict[int, str] = field(default_factory=dict)
    mark: int = -1
    criterion: int = -1
    subject: int = -1
    named: bool = True
    down: bool = False


def _columns(layout: Layout) -> CriteriaColumns | None:
    below = any(row and kind_of_criterion(row[0].text) for row in layout.body)
    if layout.heads and below and kind_of_criterion(layout.head(0)):
        return None  # the kinds stand down the side, the first row among them
    kinds = {
        place: kind
        for place, cell in enumerate(layout.heads)
        if (kind := kind_of_criterion(cell.text)) and not _MARK_HEAD.fullmatch(cell.text.strip())
    }
    if len(kinds) == 1 and len(_kind_of_head(layout, kinds)) < 3:
        kinds = {}
    if kinds:
        return _of_kinds(layout, kinds)
    ticked = _ticked(layout)
    if ticked:
        criterion, subject = criterion_column(layout, set(ticked))
        return CriteriaColumns(ticked, -1, criterion, subject, False) if criterion >= 0 else None
    mark, named = _mark_column(layout)
    if mark >= 0:
        criterion, subject = criterion_column(layout, {mark})
        return CriteriaColumns({}, mark, criterion, subject, named) if criterion >= 0 else None
    firsts = [row[0].text for row in (layout.heads, *layout.body) if row and row[0].text]
    if not layout.heads and firsts and layout.width > 1:
        found = [kind_of_criterion(text) for text in firsts]
        if len(set(filter(None, found))) > 1 and sum(map(bool, found)) * 2 >= len(found):
            return CriteriaColumns(down=True)
    return None


def _kind_of_head(layout: Layout, kinds: dict[int, str]) -> str:
    """Return the longest head among the columns of one kind, to tell words from letters."""
    return max((layout.head(place) for place in kinds), key=len, default="")


def _of_kinds(layout: Layout, kinds: dict[int, str]) -> CriteriaColumns:
    cells = [text for place in kinds for text in layout.column(place)]
    ticked = share(cells, lambda text: is_tick(text) or is_blank(text)) > 0.6
    criterion, subject = criterion_column(layout, set(kinds))
    if ticked and criterion >= 0:
        return CriteriaColumns(kinds, -1, criterion, subject)
    first = 0 if 0 not in kinds else -1
    return CriteriaColumns(kinds, -1, -1, first)


def _ticked(layout: Layout) -> dict[int, str]:
    """Return columns that hold nothing but ticks, such as how often, by their heads; {} where they
    are levels, or fewer than two.
    """
    found = {}
    for place in range(1, layout.width):
        cells = [text for text in layout.column(place) if text]
        if cells and layout.head(place) and all(is_tick(text) or is_blank(text) for text in cells):
            found[place] = flat(layout.head(place)).rstrip(": ")
    levels = sum(level_of(head)[1] > 0.4 for head in found.values())
    return found if len(found) > 1 and levels < len(found) else {}


def _mark_column(layout: Layout) -> tuple[int, bool]:
    for place, cell in enumerate(layout.heads):
        texts_ = [text for text in layout.column(place) if text]  # none beside subjects
        marked = share(texts_, lambda text: bool(kind_of_criterion(text)))
        if cell.text and _MARK_HEAD.fullmatch(cell.text.strip()) and marked > 0.6:
            return place, True
    for place in range(1, layout.width):
        texts_ = [text for text in layout.column(place) if text]
        kinds = {kind_of_criterion(text) for text in texts_}
        if len(texts_) > 1 and all(kinds) and kinds <= {"Essential", "Desirable", "Preferred"}:
            return place, "Essential" in kinds and any(len(text) > 4 for text in texts_)
    return -1, False


def criterion_column(layout: Layout, taken: set[int]) -> tuple[int, int]:
    """Return the column of the criteria, which has the most words, and that of their subjects."""
    best, most = -1, 0.0
    for place in range(layout.width):
        if place in taken or _ASSESSED.search(layout.head(place)):
            continue
        cells = [text for text in layout.column(place) if text and not is_code(text)]
        words = sum(len(text.split()) for text in cells)
        if words > most:
            best, most = place, words
    subjects = [
        place
        for place in range(best)
        if place not in taken
        and not _ASSESSED.search(layout.head(place))
        and column_of(layout.head(place)) != "number"
        and share(layout.column(place), is_code) < 0.5
        and share(layout.column(place), is_label) > 0.5
    ]
    return best, subjects[-1] if subjects else -1


@dataclass
class Criteria:
    """Yield the criteria, each with its kind as the label."""

    layout: Layout
    names: DimensionNames
    columns: CriteriaColumns
    subject: str = ""
    kind: str = ""
    origins: tuple[Origin, ...] = ()

    def events(self, sure: Sure) -> list[Event]:
        return list(self._all(sure))

    def _all(self, sure: Sure) -> Iterator[Event]:
        captions = self.layout.captions
        for cell in captions:
            if self.columns.down and cell is captions[-1] and not self.layout.heads:
                yield from self._band((cell,))  # the first subject, as those further down
            else:
                yield from said(cell, _("the caption of the table"))
        for cell in (*self.layout.over_cells, *self.layout.heads):
            why = _("a heading of the table")
            if sure is Sure.UNSURE:
                why = _("I read this table as a person specification; is that right?")
                if self.columns.kinds and not self.columns.named:
                    why = _("I kept each row with what is ticked as its label; is that right?")
            yield from said(cell, why, sure if cell is self.layout.heads[0] else Sure.SURE)
        for row in self.layout.body:
            if self.columns.down:
                yield from self._down(row)
            elif (is_band(row) and 0 not in self.columns.kinds) or self._is_heading(row):
                yield from self._band(row)
            else:
                yield from self._row(row)

    def _is_heading(self, row: Sequence[SourceCell]) -> bool:
        """Tell whether a row only names the subject of the criteria below it."""
        filled = [place for place, cell in enumerate(row) if cell.text]
        return (
            len(filled) == 1
            and self.columns.criterion in filled
            and is_label(row[filled[0]].text)
            and not is_prose(row[filled[0]].text)
        )

    def _band(self, row: Sequence[SourceCell]) -> Iterator[Event]:
        cell = next(cell for cell in row if cell.text)
        kind = kind_of_criterion(cell.text)
        if kind:
            self.kind = kind
            yield from said(cell, _("the kind of the criteria below it"))
        elif is_label(cell.text) and not is_prose(cell.text):
            self.subject = flat(cell.text).rstrip(": ")
            self.origins = cell.origins
            yield self._heading("")
        else:
            yield self._heading(self.kind)
            yield from _texts(cell, self.kind, Sure.LIKELY)

    def _heading(self, label: str) -> Event:
        """Return the heading of the next criteria: their subject, else what stands above the
        table.
        """
        origins, self.origins = self.origins, ()
        above = self.layout.above.text
        # the last is the known name of a dimension, the same in every language
        text = self.subject or above or "Person specification"
        why = _("the subject of the row") if self.subject else _("the heading above the table")
        dimension = ""
        if not self.subject and above and not self.layout.above.known and self.columns.named:
            dimension = self.names.find("Person specification").dimension
        return Event(
            What.HEADING,
            text,
            origins,
            why,
            Sure.LIKELY,
            level=9,
            dimension=dimension,
            label=label or self.kind,
        )

    def _row(self, row: Sequence[SourceCell]) -> Iterator[Event]:
        columns = self.columns
        used = {columns.subject, columns.criterion, columns.mark, *columns.kinds}
        if columns.subject >= 0 and columns.subject < len(row) and row[columns.subject].text:
            self.subject = flat(row[columns.subject].text).rstrip(": ")
            self.origins = row[columns.subject].origins
        if columns.criterion >= 0:
            yield from self._marked(row)
        else:
            for place, kind in columns.kinds.items():
                if place < len(row) and row[place].text:
                    yield self._heading(kind)
                    yield from _texts(row[place], kind)
        if self.origins:
            yield self._heading("")
        for place, cell in enumerate(row):
            if place not in used:
                yield from said(cell, _("how the criterion is assessed"))

    def _marked(self, row: Sequence[SourceCell]) -> Iterator[Event]:
        """Yield the criterion of a row, with its marks as the label."""
        columns = self.columns
        labels = []
        for place in (*columns.kinds, columns.mark):
            cell = row[place] if 0 <= place < len(row) else None
            if cell is None or not cell.text:
                continue
            kind = columns.kinds.get(place, "") if is_tick(cell.text) else ""
            labels.append(kind or kind_of_criterion(cell.text))
            yield Event(What.FACT, cell.text, cell.origins, _("whether the criterion is essential"))
        label = "; ".join(dict.fromkeys(filter(None, labels)))
        cell = row[columns.criterion] if columns.criterion < len(row) else None
        if cell is not None and cell.text:
            yield self._heading(label)
            yield from _texts(cell, label, Sure.SURE if label else Sure.LIKELY)

    def _down(self, row: Sequence[SourceCell]) -> Iterator[Event]:
        kind = kind_of_criterion(row[0].text)
        if kind or not row[0].text:
            self.kind = kind or self.kind
            yield from said(row[0], _("the kind of the criteria beside it"))
        else:
            self.subject, self.kind = flat(row[0].text).rstrip(": "), ""
            self.origins = row[0].origins
            yield self._heading("")
        for cell in row[1:]:
            if cell.text:
                yield self._heading(self.kind)
                yield from _texts(cell, self.kind)


def _texts(cell: SourceCell, label: str, sure: Sure = Sure.SURE) -> Iterator[Event]:
    """Yield the criteria of a cell; headings inside it have the label of its row or column."""
    for event in texts(cell, sure):
        yield replace(event, label=label) if event.what is What.HEADING else event
