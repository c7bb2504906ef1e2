"""Tables of roles by skills whose cells are words, numbers or marks: how well each must be
mastered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pathways.i18n import _
from pathways.importing.cell_kinds import (
    flat,
    is_blank,
    is_code,
    is_dots,
    is_label,
    is_prose,
    is_tick,
    share,
)
from pathways.importing.cells import SourceCell
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, Ref, parse_codes
from pathways.importing.imported import Sure
from pathways.importing.legend import bare_level
from pathways.importing.level_cells import levels_of
from pathways.importing.metadata import Fact, kind_of_key, placeholder
from pathways.importing.record_columns import column_of
from pathways.importing.side_columns import DIMENSION_HEADS
from pathways.importing.table_events import Headings, said, text_for, texts
from pathways.importing.table_layout import Layout, is_band
from pathways.importing.table_weighing import TableReading, Weighed
from pathways.model.scale import plain
from pathways.store.scales_file import read_scales

_MOST_LEVELS = 12
_LONGEST_NAME = 4  # words
_ENOUGH = 0.7  # of the cells are levels
_LEVEL_HEAD = re.compile(
    r"\b(?:level|proficiency|rating|mastery|scale|score|required|target|expected|standard)\b", re.I
)
_ROLE_HEADS = frozenset(
    map(plain_words, "role;job;job title;post;position;grade;level;band;title;job role".split(";"))
)


@lru_cache(maxsize=1)
def _known_levels() -> frozenset[str]:
    """Return the names of the levels of all known scales."""
    return frozenset(plain(name) for scale in read_scales() for name in scale.names)


@lru_cache(maxsize=8192)
def _is_skill_level(text: str) -> bool:
    """Tell whether a cell says nothing but how well something must be mastered."""
    bare = text.strip()
    if bare.isdecimal():
        return len(bare) < 3 and int(bare) <= _MOST_LEVELS
    return plain(bare) in _known_levels() or (is_dots(bare) and not bare.isalpha())


def weigh_skills(
    layout: Layout, names: DimensionNames, own: frozenset[str] = frozenset()
) -> Weighed | None:
    """Weigh that a table says how well roles must master skills; None where nothing speaks for
    it.

    ``own`` are levels that the document itself defines.
    """
    if not layout.heads or not layout.body:
        return None

    def is_level(text: str) -> bool:
        return _is_skill_level(text) or bare_level(text) in own

    column = _column_of_levels(layout, is_level)
    if column is not None:
        return column.weighed(names)
    first = _first_column(layout, is_level)
    places = [
        place
        for place in range(first + 1, layout.width)
        if layout.head(place) and not kind_of_key(layout.head(place)) and any(layout.column(place))
    ]
    cells = [text for place in places for text in layout.column(place) if text]
    if len(places) < 2 or not cells or all(map(_is_bare_mark, cells)):
        return None
    known = share(cells, is_level) >= _ENOUGH
    if not known and not _are_words_of_a_scale(cells):
        return None
    rows = [text for text in layout.column(first) if text]
    heads = [layout.head(place) for place in places]
    across, guessed = _roles_across(layout.head(first), rows, heads, names)
    matrix = _Matrix(layout, names, first, tuple(places), across, is_level)
    return Weighed(TableReading.SKILLS, 9.6 if known else 7.5, matrix.events, guessed)


def is_one_level_a_skill(layout: Layout, own: frozenset[str] = frozenset()) -> bool:
    """Tell whether a table names skills once each, with one level of each on a scale."""
    if not layout.heads or not layout.body:
        return False
    return (
        _column_of_levels(layout, lambda text: _is_skill_level(text) or bare_level(text) in own)
        is not None
    )


def _are_words_of_a_scale(cells: Sequence[str]) -> bool:
    """Tell whether a few short words come again and again in the cells."""
    kinds = {plain(text) for text in cells if not placeholder(text)}
    return (
        1 < len(kinds) <= 6
        and len(cells) >= 4
        and len(kinds) <= 0.75 * len(cells)
        and all(len(kind.split()) <= 3 and len(kind) > 1 for kind in kinds)
        and not any(text.rstrip().endswith(".") or is_code(text) for text in cells)
        and not all(is_tick(text) or is_blank(text) for text in cells)
    )


def _is_bare_mark(text: str) -> bool:
    """Tell whether a mark says no more than a tick does."""
    return is_dots(text) and len(text.replace(" ", "")) == 1


def _first_column(layout: Layout, is_level: Callable[[str], bool]) -> int:
    """Return the column that names the rows: the last of those before the levels."""
    for place in range(1, min(layout.width, 5)):
        if any(map(is_level, layout.column(place))):
            return place - 1
    return 0


def _roles_across(
    corner: str, rows: Sequence[str], heads: Sequence[str], names: DimensionNames
) -> tuple[bool, bool]:
    """Tell whether the roles stand across, and whether that is a guess."""
    if plain_words(corner) in _ROLE_HEADS:
        return False, False
    across = sum(sure for _mark, sure in levels_of(heads)) / len(heads)
    down = sum(sure for _mark, sure in levels_of(rows)) / max(len(rows), 1)
    across -= share(heads, lambda text: names.exact(text) is not None)
    down -= share(rows, lambda text: names.exact(text) is not None)
    if plain_words(corner) in DIMENSION_HEADS or column_of(corner) == "dimension":
        return True, False
    return across >= down, abs(across - down) < 0.3


@dataclass
class _Matrix:
    """Yield the level of every skill, role by role."""

    layout: Layout
    names: DimensionNames
    first: int
    places: Sequence[int]
    across: bool
    is_level: Callable[[str], bool]

    def events(self, sure: Sure) -> list[Event]:
        self.headings = Headings(self.names, self.layout.above)
        self.group = ""
        rows = [row for row in self.layout.body if not is_band(row)]
        cells = [row[p].text for row in rows for p in self.places if p < len(row)]
        self.known = all(not text or placeholder(text) or self.is_level(text) for text in cells)
        return list(self._all(sure))

    def _all(self, sure: Sure) -> Iterator[Event]:
        heads = [self.layout.heads[place] for place in self.places]
        for cell in self.layout.headings:
            if cell not in heads or not self.across:
                yield from said(cell, _("the heading of a column"))
        roles = (
            heads
            if self.across
            else [
                row[self.first]
                for row in self.layout.body
                if not is_band(row) and row[self.first].text
            ]
        )
        marks = _marks([flat(cell.text) for cell in roles])
        if not self.across:
            marks = self._graded(marks)
        why = _("a role or level of the table")
        if sure is Sure.UNSURE:
            why = _("I took this side of the table for roles and the other for skills; is it so?")
        for cell, mark in zip(roles, marks, strict=True):
            yield Event(What.MARK, flat(cell.text), cell.origins, why, sure, mark=mark, whole=True)
        known = {id(cell): mark for cell, mark in zip(roles, marks, strict=True)}
        for row in self.layout.body:
            yield from self._row(row, heads, known)
        yield Event(What.END)

    def _graded(self, marks: Sequence[Mark]) -> list[Mark]:
        """Return the roles with the grades that a column beside them states."""
        beside = (p for p in range(self.layout.width) if p not in (self.first, *self.places))
        graded = next((p for p in beside if kind_of_key(self.layout.head(p)) == "grade"), -1)
        rows = [r for r in self.layout.body if not is_band(r) and r[self.first].text]
        found = []
        for row, mark in zip(rows, marks, strict=True):
            grade = row[graded].text if 0 <= graded < len(row) else ""
            codes = parse_codes(flat(grade)) if grade and not placeholder(grade) else ()
            if len(codes) == 1 and len(mark.refs) == 1 and not mark.refs[0].code:
                ref = replace(mark.refs[0], code=codes[0].code, word=codes[0].word)
                mark = replace(mark, refs=(ref,))
            found.append(mark)
        return found

    def _row(
        self, row: Sequence[SourceCell], heads: Sequence[SourceCell], known: dict[int, Mark]
    ) -> Iterator[Event]:
        if is_band(row):
            self.group = flat(row[0].text)
            yield from said(row[0], _("a heading over rows of the table"))
            return
        named = row[self.first]
        for place, cell in enumerate(row):
            if place not in self.places and place != self.first:
                yield from said(cell, _("a column besides"))
        for head, place in zip(heads, self.places, strict=True):
            role, skill = (head, named) if self.across else (named, head)
            if place < len(row) and row[place].text and id(role) in known:
                yield from self._level(row[place], known[id(role)], skill)
        if self.across:
            yield from self.headings.first(named)

    def _level(self, cell: SourceCell, mark: Mark, skill: SourceCell) -> Iterator[Event]:
        if placeholder(cell.text):
            yield from said(cell, "")
            return
        name, value = flat(skill.text), flat(cell.text)
        if is_prose(cell.text):
            yield text_for(mark.refs)
            yield from self.headings.of(skill, self.group)
            yield from texts(cell)
            return
        fact = () if self.known else (Fact(name, value, "other"),)
        yield Event(What.MARK, "", (), mark=Mark(mark.refs, ""), whole=True, facts=fact)
        yield _skill_heading(self.names, skill, value, self.group)
        why, sure = _("the level of the skill"), Sure.SURE
        if not self.known:
            why = _("a level of a skill on a scale that I do not know; it is kept as a fact")
            sure = Sure.UNSURE
        yield Event(What.FACT, cell.text, cell.origins, why, sure)


def _skill_heading(
    names: DimensionNames, skill: SourceCell, level: str, label: str = "", *, first: bool = False
) -> Event:
    """Return the heading of a skill with the level that is asked for."""
    name = flat(skill.text)
    dimension = (names.exact(name) or names.make(name)).dimension
    return Event(
        What.HEADING,
        name,
        skill.origins if first else (),
        _("a skill or area of the table"),
        level=9,
        dimension=dimension,
        label=label,
        proficiency=level,
    )


def _marks(titles: Sequence[str]) -> list[Mark]:
    found = levels_of(titles)
    if all(mark for mark, _sure in found):
        return [mark for mark, _sure in found if mark]
    return [
        mark if mark and sure == 1.0 else Mark((Ref(title=title),), title)
        for (mark, sure), title in zip(found, titles, strict=True)
    ]


def _is_text(text: str) -> bool:
    """Tell whether a cell beside the level of a skill says something of it, and names nothing."""
    return is_prose(text) or len(text.split()) > _LONGEST_NAME


@dataclass
class _LevelColumn:
    """A table of one role: skills, the level of each in a column, perhaps with text."""

    layout: Layout
    skill: int
    level: int
    prose: Sequence[int]

    def weighed(self, names: DimensionNames) -> Weighed:
        """Return the hypothesis."""
        return Weighed(TableReading.SKILLS, 9.4, lambda _sure: list(self._events(names)))

    def _events(self, names: DimensionNames) -> Iterator[Event]:
        group = ""
        for cell in self.layout.headings:
            yield from said(cell, _("the heading of a column"))
        for row in self.layout.body:
            if is_band(row):
                group = flat(row[0].text)
                yield from said(row[0], _("a heading over rows of the table"))
                continue
            skill, level = row[self.skill], row[self.level] if self.level < len(row) else None
            value = flat(level.text) if level and not placeholder(level.text) else ""
            if skill.text:
                yield _skill_heading(names, skill, value, group, first=True)
            for place, cell in enumerate(row):
                if place in self.prose:
                    yield from texts(cell)
                elif place == self.level:
                    yield from said(cell, _("the level of the skill"))
                elif place != self.skill:
                    yield from said(cell, _("a column besides"))


def _column_of_levels(layout: Layout, is_level: Callable[[str], bool]) -> _LevelColumn | None:
    """Return the columns of a table that gives each skill one level, None where it is none."""
    heads = [layout.head(place) for place in range(layout.width)]
    skills = [
        place
        for place, head in enumerate(heads)
        if column_of(head) == "dimension" or plain_words(head) in DIMENSION_HEADS
    ]
    named = [
        place
        for place, head in enumerate(heads)
        if _LEVEL_HEAD.search(head) and share(layout.column(place), is_level) > _ENOUGH
    ]
    skills = [place for place in skills if place not in named]
    if not skills or len(named) != 1 or any(column_of(head) == "role" for head in heads):
        return None
    skill = skills[-1]
    values = [text for text in layout.column(skill) if text]
    if len(set(values)) < len(values) or not all(map(is_label, values)) or len(values) < 2:
        return None
    prose = [
        place
        for place in range(layout.width)
        if place not in (*skills, *named)
        and (share(layout.column(place), _is_text) > 0.5 or column_of(heads[place]) == "text")
        and not share(layout.column(place), is_code) > 0.5
    ]
    return _LevelColumn(layout, skill, named[0], prose)
