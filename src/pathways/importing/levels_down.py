"""Tables with a level in each row: which column names the levels, and what the others hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
from pathways.importing.grade_names import Mark, Ref
from pathways.importing.imported import Sure
from pathways.importing.level_cells import BY_HEAD, level_of, levels_of, titled
from pathways.importing.metadata import Fact, bare_title, kind_of_key, placeholder
from pathways.importing.record_columns import column_of
from pathways.importing.table_events import Headings, left_out, level, said, text_for, texts
from pathways.importing.table_layout import Above, Layout, is_band
from pathways.importing.table_weighing import TableReading, Weighed
from pathways.patterns import ShortPattern

_FACT_WORDS = 6  # words that a fact has at most
_PLACE = ShortPattern(r"(?:\.{0,2}/|https?://|www\.)\S+|\S+\.(?:png|jpe?g|svg|gif|pdf)", 300)
_LEVEL_SHARE = 0.6
_TITLES = ShortPattern(
    r"(?:typical|example|indicative|sample)?\s*(?:job|role|post|position)?\s*"
    r"(?:titles?|roles?|jobs?|posts?|positions?)",
    60,
    re.I,
)
_EXAMPLES = re.compile(r"\s*(?:typical|example|indicative|sample)\b", re.I)
_MONEY = r"(?:[£$€]|[A-Z]{3})?\s?\d[\d ,.]*[kK]?\s?"
_AMOUNT = ShortPattern(
    rf"{_MONEY}(?:(?:-|–|—|to)\s?{_MONEY})?(?:[A-Z]{{3}}|per annum|pa|a year)?", 60
)


def weigh_down(layout: Layout, names: DimensionNames) -> Weighed | None:
    """Weigh that a table has its levels down; None where nothing speaks for it."""
    best: tuple[float, int, list[Mark | None], bool] | None = None
    for place in range(min(layout.width - 1, 3)):
        found = level_rows(layout, place)
        if found and (best is None or found[0] > best[0] + 0.1):
            best = found[0], place, found[1], found[2]
    guessed = best is None
    if best is None:
        marks = _guessed(layout, names)
        best = (0.0, 0, marks, True) if marks else None
    if best is None:
        return None
    strength, place, marks, unsure = best
    columns = columns_beside(layout, place, names)
    cells = [text for column in columns.texts for text in layout.column(column)]
    heads = [layout.head(column) for column in columns.texts]
    weight = 2.5 + 4 * strength + 1.5 * share(cells, is_prose)
    weight += (3 if guessed else 1) * share(heads, lambda text: names.exact(text) is not None)
    weight += 0.5 * (kind_of_key(layout.head(place)) == "grade")
    weight -= 0.0 if layout.heads else 1.0
    if not cells and not (columns.title >= 0 or columns.facts):
        weight -= 2.0
    down = Down(layout, names, place, marks, columns)
    return Weighed(TableReading.DOWN, min(weight, 10), down.events, guessed or unsure)


def level_rows(layout: Layout, place: int) -> tuple[float, list[Mark | None], bool] | None:
    """Return how surely a column names levels, the level of each row, and whether some of them are
    guessed; None where it names none.
    """
    rows = [row for row in layout.body if not is_band(row) and place < len(row)]
    named = [row[place].text for row in rows if row[place].text]
    kinds = list(dict.fromkeys(named))
    leading = layout.head(place)
    certain = kind_of_key(leading) == "grade"
    if level_of(leading)[1] == 1.0:
        return None  # the first row is a level like the others
    if all(text.strip(" .)").isdecimal() for text in (leading or "1", *named)):
        return None  # the numbers of duties, not of levels
    plain = certain and all(level_of(text)[1] == 1.0 for text in kinds)  # however often each comes
    if len(kinds) < (1 if certain else 2) or (len(kinds) < 0.3 * len(rows) and not plain):
        return None
    read = dict(zip(kinds, levels_of(kinds, leading), strict=True))
    if len(kinds) == len(named) and _are_roles(layout, place, kinds):
        read = {text: (mark or _role(text), max(sure, 0.7)) for text, (mark, sure) in read.items()}
    strength = _strength(read, len(named), certain)
    if strength < 0.3:
        return None
    unknown = [text for text, (mark, _sure) in read.items() if not mark and is_label(text)]
    if not certain:  # what stands among levels is one too
        read.update((text, (titled(text), 0.0)) for text in unknown)
    cells = (
        row[place].text if place < len(row) and not is_band(row) else "" for row in layout.body
    )
    found = [read[text][0] if text else None for text in cells]
    return strength, found, bool(unknown) and not certain


def _strength(read: Mapping[str, tuple[Mark | None, float]], rows: int, certain: bool) -> float:
    """Return how surely the texts of a column are levels; 0 where too few of them are."""
    sure = [value for mark, value in read.values() if mark]
    if len(sure) < max(1, _LEVEL_SHARE * len(read)):
        return 0.0
    strength = sum(sure) / len(read)
    if len(read) < rows and not certain and strength < 0.8:
        return 0.0
    # where only the head says so, it may be about the heads beside it: levels across
    return strength * 0.6 if certain and max(sure) <= BY_HEAD else strength


def _are_roles(layout: Layout, place: int, kinds: Sequence[str]) -> bool:
    """Tell whether a column of job titles names the roles that the rows are about."""
    leading = layout.head(place)
    if kind_of_key(leading) != "title" and column_of(leading) != "role":
        return False
    beside = [layout.head(other) for other in range(layout.width) if other != place]
    others = any(level_of(head)[1] == 1.0 for head in beside) or any(
        kind_of_key(kind) or kind.endswith(":") or column_of(kind) for kind in kinds
    )
    return not others and all(map(is_label, kinds))


def _role(title: str) -> Mark:
    return Mark((Ref(title=flat(title)),), flat(title))


def _guessed(layout: Layout, names: DimensionNames) -> list[Mark | None]:
    """Take what stands on the left for levels where the heads are dimensions; [] where they are
    not.
    """
    heads = [cell.text for cell in layout.heads[1:] if cell.text]
    firsts = [row[0].text for row in layout.body if not is_band(row)]
    known = sum(names.exact(head) is not None for head in heads)
    if known < 2 or known * 2 < len(heads) or len(firsts) < 2 or len(set(firsts)) < len(firsts):
        return []
    if not all(is_label(text) and names.exact(text) is None for text in firsts):
        return []
    return [None if is_band(row) else titled(row[0].text) for row in layout.body]


@dataclass(frozen=True)
class DownColumns:
    """The other columns: texts (with dimensions as heads), one of dimensions, titles, facts."""

    texts: tuple[int, ...]
    dimension: int = -1
    title: int = -1
    family: int = -1
    facts: tuple[int, ...] = ()


def columns_beside(layout: Layout, level_place: int, names: DimensionNames) -> DownColumns:
    text: list[int] = []
    facts: list[int] = []
    title = family = -1
    for place in range(layout.width):
        if place == level_place:
            continue
        head, cells = layout.head(place), layout.column(place)
        key, holds = kind_of_key(head), column_of(head)
        short = share(cells, lambda cell: len(cell.split()) <= _FACT_WORDS) > 0.8
        titles = holds == "role" or _TITLES.fullmatch(head) is not None
        if names.exact(head) and not (titles and short):
            text.append(place)
        elif (key == "title" or titles) and short:
            title = place if title < 0 else title
            facts.extend([place] if title != place else [])
        elif (key == "family" or holds == "family") and short:
            family = place
        elif holds == "number" or (short and (key or share(cells, _is_value) > 0.6)):
            facts.append(place)
        else:
            text.append(place)
    if title >= 0 and not text and _EXAMPLES.match(layout.head(title)):
        facts, title = [*facts, title], -1  # an overview, whose grades have their text elsewhere
    dimension = _dimension(layout, text, level_place)
    return DownColumns(
        tuple(place for place in text if place != dimension), dimension, title, family, tuple(facts)
    )


def _is_value(text: str) -> bool:
    """Tell whether a cell is a number, an amount, or only says yes or no."""
    if is_code(text) or is_tick(text) or is_blank(text) or _PLACE.fullmatch(text):
        return True
    return _AMOUNT.fullmatch(text) is not None


def _dimension(layout: Layout, text: Sequence[int], level_place: int) -> int:
    """Return the column that names the dimension of each row, where levels come again; else -1."""
    again = [cell for cell in layout.column(level_place) if cell]
    if len(set(again)) == len(again) or len(text) < 2:
        return -1
    labels = [
        place
        for place in text
        if share(layout.column(place), is_prose) < 0.3 and len(set(layout.column(place))) > 1
    ]
    named = [place for place in labels if column_of(layout.head(place)) == "dimension"]
    return (named or labels or [-1])[0]


@dataclass
class Down:
    """Yield what a table with levels down says, row by row."""

    layout: Layout
    names: DimensionNames
    place: int
    marks: Sequence[Mark | None]
    columns: DownColumns

    def events(self, sure: Sure) -> list[Event]:
        self.family = self._family_above()
        self.above = Above() if self.family else self.layout.above
        self.headings = Headings(self.names, self.above)
        heads = (self.layout.head(place) for place in self.columns.texts)
        self._name_dimensions = any(self.names.exact(head) for head in heads)
        return list(self._all(Sure.UNSURE if self.family else sure))

    def _family_above(self) -> str:
        """Return the heading above the table where it names a family, else ""."""
        heads = [self.layout.head(place) for place in self.columns.texts]
        known = sum(self.names.exact(head) is not None for head in heads)
        rows = sum(mark is not None for mark in self.marks)
        above = self.layout.above
        return above.text if above.is_family(known, rows) else ""

    def _all(self, sure: Sure) -> Iterator[Event]:
        layout = self.layout
        for cell in layout.captions:
            yield from said(cell, _("the caption of the table"))
        for cell in layout.over_cells:
            yield from said(cell, _("a heading over the heads of the table"))
        for place, cell in enumerate(layout.heads):
            if place not in self.columns.texts or self._generic(place):
                yield from said(cell, _("the heading of a column"))
            else:
                yield from self._column_head(cell)
        group = ""
        last: Mark | None = None
        for row, mark in zip(layout.body, self.marks, strict=True):
            if is_band(row) and mark is None:
                group = flat(row[0].text)
                yield from said(row[0], _("a heading over rows of the table"))
                continue
            again = mark is not None and mark == last
            continued = mark is None and last is not None and not self._text(row, self.place)
            last = mark or (last if continued else None)
            if last is None:
                yield from self._without_level(row)
            else:
                yield from self._row(row, last, group, sure, again or continued)
        yield Event(What.END)

    def _column_head(self, cell: SourceCell) -> Iterator[Event]:
        """Yield the heading of a dimension, doubtful where it only contains a known name."""
        match = self.names.find(flat(cell.text)) if cell.text else None
        if match and match.known and match.sure is Sure.UNSURE and not self.above.known:
            yield from said(cell, match.why, Sure.UNSURE)
        elif match and not match.known and self._holds_names(cell):
            why = _("a column of short texts under a name that I do not know; is it a subject?")
            yield from said(cell, why, Sure.UNSURE)
        else:
            yield from said(cell, _("the heading of a dimension in the table"))

    def _holds_names(self, head: SourceCell) -> bool:
        """Tell whether the texts of a column are no running text."""
        place = next(n for n, cell in enumerate(self.layout.heads) if cell is head)
        return share(self.layout.column(place), is_prose) == 0.0

    def _generic(self, place: int) -> bool:
        """Tell whether the head of the one column of text only says that it is text."""
        if len(self.columns.texts) > 1 or self.columns.dimension >= 0:
            return self.columns.dimension >= 0
        head = self.layout.head(place)
        return not head or self.names.exact(head) is None or bool(self.above.text)

    @property
    def _labels(self) -> bool:
        """Tell whether the columns only part the text of the dimension above the table."""
        above = self.above
        apart = above.text and self.layout.heads and not self._name_dimensions
        return bool(apart and above.rows_again)

    def _without_level(self, row: Sequence[SourceCell]) -> Iterator[Event]:
        for cell in row:
            yield from left_out(cell, _("a row without a level"))

    def _row(
        self, row: Sequence[SourceCell], mark: Mark, group: str, sure: Sure, again: bool
    ) -> Iterator[Event]:
        cell = row[self.place]
        mark = self._named(row, mark)
        if again:
            yield from said(cell, _("said in a row above"))
        else:
            yield replace(level(cell, mark, self._why(sure), sure), facts=self._facts(row))
        for place in (self.columns.title, self.columns.family):
            if self._text(row, place):
                yield from said(row[place], _("a role, level or family of the table"))
        for place in self.columns.facts:
            if place < len(row):
                yield from said(row[place], _("a column besides"))
        dimension = row[self.columns.dimension] if self.columns.dimension >= 0 else None
        for place in self.columns.texts:
            if place >= len(row) or not row[place].text:
                continue
            if placeholder(row[place].text):
                yield from left_out(row[place], "", Sure.SURE)
                continue
            yield text_for(mark.refs)
            yield from self._heading(place, dimension, group)
            yield from texts(row[place])
        if dimension is not None:
            yield from self.headings.first(dimension)

    def _why(self, sure: Sure) -> str:
        if self.family:
            return _(
                "Another table asks the same of the same levels; I took the heading above this one "
                "for a family of its own."
            )
        if sure is Sure.UNSURE:
            return _("a level, I think, because the other side of the table is dimensions")
        return _("the level of this row or column of the table")

    def _heading(self, place: int, dimension: SourceCell | None, group: str) -> Iterator[Event]:
        if dimension is not None:
            label = flat(self.layout.head(place)) if len(self.columns.texts) > 1 else group
            yield from self.headings.of(dimension, label)
        elif self._generic(place):
            yield from self._of_table(place, group)
        elif self._labels:
            yield from self.headings.of(replace(self.layout.heads[place], origins=()), whole=True)
        else:
            head = self.layout.heads[place] if self.layout.heads else None
            yield from self.headings.of(replace(head, origins=()) if head else None, group)

    def _of_table(self, place: int, group: str) -> Iterator[Event]:
        """Yield the heading of a table that is about one thing: what stands above it, else its
        head.
        """
        caption = self.layout.captions[-1] if self.layout.captions else None
        if self.above.text:
            yield from self.headings.of(None, group)
        elif caption is not None and self.names.exact(caption.text):
            yield from self.headings.of(replace(caption, origins=()), group)
        else:
            head = self.layout.head(place) or "Overall"
            yield Event(
                What.HEADING,
                head,
                (),
                _("the heading of the table"),
                level=9,
                dimension="overall",
                label=group,
            )

    def _named(self, row: Sequence[SourceCell], mark: Mark) -> Mark:
        """Return the mark with the title and family that other columns give its one grade."""
        title, family = self._text(row, self.columns.title), self._text(row, self.columns.family)
        family = family or self.family
        if len(mark.refs) != 1 or not (title or family):
            return mark
        ref = replace(mark.refs[0], title=bare_title(title) or mark.refs[0].title)
        return replace(mark, refs=(replace(ref, family=family or ref.family),))

    def _facts(self, row: Sequence[SourceCell]) -> tuple[Fact, ...]:
        return tuple(
            Fact(
                self.layout.head(place).rstrip(": "),
                text,
                kind_of_key(self.layout.head(place)) or "other",
            )
            for place in self.columns.facts
            if (text := self._text(row, place)) and self.layout.head(place)
        )

    def _text(self, row: Sequence[SourceCell], place: int) -> str:
        text = row[place].text if 0 <= place < len(row) else ""
        return "" if placeholder(text) else flat(text)
