"""Tables with one row for each statement or skill: columns known by their names, rows gathered by
role and level.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pathways.i18n import _
from pathways.importing.cells import SourceCell, cell_events
from pathways.importing.criteria_table import kind_of_criterion
from pathways.importing.dimension_names import DimensionNames, plain_words
from pathways.importing.events import Event, What
from pathways.importing.grade_names import Mark, Ref, parse_codes, parse_mark
from pathways.importing.imported import Sure
from pathways.importing.metadata import Fact, kind_of_key, placeholder
from pathways.importing.record_columns import column_of, is_unknown, roles_of_columns, with_subject
from pathways.importing.table_events import said
from pathways.importing.table_layout import Layout
from pathways.importing.table_weighing import TableReading, Weighed


@dataclass
class _RecordReader:
    """Yield the events of the rows, each cell accounted for once in its own words and otherwise as
    said before.
    """

    rows: Sequence[Sequence[SourceCell]]
    roles: Mapping[str, int]
    names: DimensionNames
    said: dict[tuple[object, ...], int] = field(default_factory=dict)
    repeats: list[SourceCell] = field(default_factory=list)
    by_role: dict[str, list[Ref]] = field(default_factory=dict)
    levels: dict[str, set[str]] = field(default_factory=dict)
    by_skill: dict[str, list[Ref]] = field(default_factory=dict)
    captions: Sequence[SourceCell] = ()

    def cell(self, row: Sequence[SourceCell], role: str) -> SourceCell | None:
        place = self.roles.get(role)
        return row[place] if place is not None and place < len(row) and row[place].text else None

    def text(self, row: Sequence[SourceCell], role: str) -> str:
        cell = self.cell(row, role)
        return " ".join(cell.text.split()) if cell and not placeholder(cell.text) else ""

    def names_in(self, row: Sequence[SourceCell], role: str) -> tuple[str, ...]:
        """Return what a cell names: the points of a list each, else all of it."""
        cell = self.cell(row, role)
        lines = cell.text.splitlines() if cell and role in ("role", "level") else []
        if len(lines) > 1 and all(line.startswith("- ") for line in lines):
            return tuple(line[2:].strip() for line in lines if not placeholder(line[2:]))
        return (self.text(row, role),)

    def refs(self, row: Sequence[SourceCell]) -> tuple[Ref, ...]:
        """Return the nodes that a row is about: each of its roles on each of its levels."""
        found = (
            ref
            for role in self.names_in(row, "role")
            for level in self.names_in(row, "level")
            for ref in self._refs_of(role, level, self.text(row, "family"))
        )
        return tuple(dict.fromkeys(found))

    def _refs_of(self, role: str, level: str, family: str) -> Iterator[Ref]:
        alone = len(self.levels.get(role, ())) < 2
        several = any(len(levels) > 1 for name, levels in self.levels.items() if name)
        family = role if role and several else family
        if not level and not role:
            return
        named = parse_mark(level, heading=True) if level and not role else None
        if named and named.title and len(named.refs) == 1:  # "Trainee (Grade 2)"
            yield replace(named.refs[0], title=named.title, family=family)
            return
        codes = parse_codes(level) if level and any(map(str.isdecimal, level)) else ()
        if codes and (len(codes) == 1 or not role):
            both = role if alone else _("{role}, {level}").format(role=role, level=level)
            for code in codes:
                word = _word_of(self.rows[0][self.roles["level"]].text, code.word)
                yield Ref(code.code, word, both if role else "", family)
            return
        if "level" in self.roles and "role" in self.roles:
            family = role
        yield Ref(title=level or role, family=family, word="grade" if role else "level")

    def gather(self) -> None:
        for row in self.rows[1:]:
            for role in self.names_in(row, "role"):
                self.levels.setdefault(role, set()).update(self.names_in(row, "level"))
        for row in self.rows[1:]:
            refs = self.refs(row)
            for name in self.names_in(row, "role"):
                self.by_role[name] = [*dict.fromkeys((*self.by_role.get(name, ()), *refs))]
            skill = self.text(row, "dimension")
            self.by_skill[skill] = [*dict.fromkeys((*self.by_skill.get(skill, ()), *refs))]

    def first(self, cell: SourceCell | None, *key: object) -> bool:
        """Tell whether a cell says something for the first time; otherwise note it as said
        before.
        """
        if cell is None or not cell.origins:
            return False
        if (cell.text, *key) in self.said:
            self.repeats.append(cell)
            return False
        self.said[(cell.text, *key)] = cell.origins[0].line
        return True

    def events(self) -> Iterator[Event]:
        for cell in self.captions:
            yield from said(cell, _("the heading of a column"))
        for place, cell in enumerate(self.rows[0]):
            below = (row[place].text for row in self.rows[1:] if place < len(row))
            if place not in self.roles.values() and is_unknown(cell.text, list(below)):
                why = _("a column whose meaning I do not know; its texts are kept as facts")
                yield from said(cell, why, Sure.UNSURE)
            elif cell.text:
                yield Event(What.FACT, cell.text, cell.origins, _("the heading of a column"))
        self.gather()
        refs = tuple(dict.fromkeys(ref for listed in self.by_role.values() for ref in listed))
        yield Event(
            What.MARK, "", (), mark=Mark(refs, ""), whole=True
        )  # all of them first, in the order of the rows
        seen: dict[tuple[str, ...], int] = {}
        for row in self.rows[1:]:
            refs, line = self.refs(row), next(o.line for cell in row for o in cell.origins)
            whole = tuple(cell.text for cell in row)
            if whole in seen:
                yield _gathered(
                    row,
                    What.OUT,
                    _("the same, cell for cell, as row {row}").format(row=seen[whole]),
                )
            elif not refs:
                yield _gathered(row, What.OUT, _("a row without a role or level"), Sure.UNSURE)
            else:
                yield from self.row_events(row, refs)
            seen.setdefault(whole, line)
        yield Event(What.END)

    def row_events(self, row: Sequence[SourceCell], refs: tuple[Ref, ...]) -> Iterator[Event]:
        self.repeats = []
        role, level = self.cell(row, "role"), self.cell(row, "level")
        yield from self.role_events(row, role)
        for cell in (level, self.cell(row, "family"), self.cell(row, "number")):
            if self.first(cell, refs) and cell is not None:
                yield _fact(cell, _("a role, level or family of the table"))
        yield from self.definition_events(row)
        yield Event(
            What.MARK,
            refs[0].title or refs[0].code,
            (),
            mark=Mark(refs, refs[0].title),
            facts=self.facts(row),
            whole=True,
        )
        about = self.cell(row, "level text")
        if self.first(about, refs) and about is not None:
            yield self.heading(self.rows[0][self.roles["level text"]].text, "overall")
            yield from cell_events(about, _("what the table says of the level"))
        yield from self.skill_events(row)
        yield from self.other_events(row, refs)
        if self.repeats:
            yield _gathered(self.repeats, What.FACT, _("said in a row above"))

    def role_events(self, row: Sequence[SourceCell], role: SourceCell | None) -> Iterator[Event]:
        if self.first(role) and role is not None:
            yield Event(What.FACT, role.text, role.origins, _("a role of the table"))
        about = self.cell(row, "role text")
        name = self.text(row, "role")
        if self.first(about, name) and about is not None:
            refs = tuple(self.by_role.get(name) or self.refs(row))
            yield Event(What.MARK, name, (), mark=Mark(refs, name), whole=True)
            yield self.heading(self.rows[0][self.roles["role text"]].text, "overall")
            yield from cell_events(about, _("what the table says of the role, for all its levels"))

    def definition_events(self, row: Sequence[SourceCell]) -> Iterator[Event]:
        cell, name = self.cell(row, "definition"), self.text(row, "dimension")
        if cell is None or (self.cell(row, "text") and not self.text(row, "text")):
            return
        if self.first(cell, name):
            refs = tuple(self.by_skill[name])
            yield Event(What.MARK, name, (), mark=Mark(refs, name), whole=True)
            yield self.heading(name)
            for event in cell_events(cell, _("what the skill or area is")):
                yield replace(event, definition=True)

    def skill_events(self, row: Sequence[SourceCell]) -> Iterator[Event]:
        name, label = self.cell(row, "dimension"), self.cell(row, "label")
        stated = self.roles.get("text", self.roles.get("dimension", 0))
        heading = self.text(row, "dimension") or self.rows[0][stated].text
        origins = name.origins if self.first(name, "dimension") and name is not None else ()
        yield replace(
            self.heading(heading, "" if name else "overall"),
            origins=origins,
            label=self.text(row, "label"),
            proficiency=self.text(row, "label") if name is not None else "",
        )
        if label is not None:
            yield _fact(label, _("the level of the skill"))
        text = self.cell(row, "text")
        if text is not None:
            yield from cell_events(text, _("a row of the table"))
        if text is not None and placeholder(text.text) and (about := self.cell(row, "definition")):
            why = _("the row has no text of its own; what it says of the skill stands for it")
            yield from cell_events(about, why, Sure.LIKELY)

    def heading(self, text: str, dimension: str = "") -> Event:
        known = dimension or ("" if self.names.exact(text) else self.names.make(text).dimension)
        return Event(
            What.HEADING, text, (), _("a skill or area of the table"), level=9, dimension=known
        )

    def facts(self, row: Sequence[SourceCell]) -> tuple[Fact, ...]:
        known = set(self.roles.values())
        heads = self.rows[0]
        return tuple(
            Fact(heads[place].text, cell.text, kind_of_key(heads[place].text) or "other")
            for place, cell in enumerate(row)
            if place not in known
            and cell.text
            and not placeholder(cell.text)
            and len(cell.text) < 200
        )

    def other_events(self, row: Sequence[SourceCell], refs: tuple[Ref, ...]) -> Iterator[Event]:
        known = set(self.roles.values())
        for place, cell in enumerate(row):
            if place not in known and self.first(cell if cell.text else None, refs, place):
                short = len(cell.text) < 200 and not placeholder(cell.text)
                unknown = placeholder(cell.text) or _("a column whose meaning I do not know")
                why = _("a column besides") if short else unknown
                yield Event(What.FACT if short else What.OUT, cell.text, cell.origins, why)


def _word_of(head: str, word: str) -> str:
    last = plain_words(head)[-1:]
    return last[0] if last and last[0] in ("level", "band", "tier", "stage") else word


def _fact(cell: SourceCell, why: str) -> Event:
    """Return a cell as a fact; one with nothing but a placeholder is left out."""
    empty = placeholder(cell.text)
    return Event(What.OUT if empty else What.FACT, cell.text, cell.origins, empty or why)


def _gathered(cells: Sequence[SourceCell], what: What, why: str, sure: Sure = Sure.SURE) -> Event:
    full = [cell for cell in cells if cell.text]
    text = " | ".join(cell.text for cell in full)
    return Event(what, text, (replace(full[0].origins[0], text=text),), why, sure)


def _filled_down(layout: Layout, roles: Mapping[str, int]) -> list[tuple[SourceCell, ...]]:
    """Return the rows with what stands once above several of them repeated in each."""
    rows = [tuple(row) for row in layout.body]
    for role in ("family", "role", "level", "dimension", "definition"):
        place = roles.get(role, -1)
        empty = sum(not row[place].text for row in rows if place < len(row))
        if place < 0 or empty < 0.3 * len(rows) or not rows or not rows[0][place].text:
            continue
        last = rows[0][place]
        for number, row in enumerate(rows):
            if row[place].text:
                last = row[place]
            elif any(cell.text for cell in row):
                again = replace(last, origins=row[place].origins)
                rows[number] = (*row[:place], again, *row[place + 1 :])
    return rows


def _with_one_text(layout: Layout) -> Layout:
    """Return a table of roles or levels with its columns *Essential* and *Desirable* as rows of
    their own, labelled where another column has the subject, else under their names; another
    table as it is.
    """
    kinds = {n: kind for n, h in enumerate(layout.heads) if (kind := kind_of_criterion(h.text))}
    held = {n: column_of(h.text) or kind_of_key(h.text) for n, h in enumerate(layout.heads)}
    if len(kinds) < 2 or not {"level", "role", "grade", "title"} & set(held.values()):
        return layout
    named = "dimension" in held.values()
    if not named:
        kinds |= {n: layout.head(n) for n, holds in held.items() if holds == "text"}
    elif "text" in held.values():
        return layout
    others = [n for n in held if n not in kinds]
    body = []
    for row in layout.body:
        beside = tuple(row[n] for n in others if n < len(row))
        for place in sorted(kinds):
            if place < len(row) and row[place].text:
                label = "" if held[place] == "text" else kinds[place]
                about = SourceCell("Person specification" if label else kinds[place], ())
                subject = () if named else (about,)
                body.append((*beside, *subject, SourceCell(label, ()), row[place]))
                beside = tuple(replace(cell, origins=()) for cell in beside)
    captions = (*layout.captions, *(layout.heads[n] for n in sorted(kinds)))
    more = (*(() if named else ("Subject",)), "Criterion type", "Criterion text")
    heads = (*(layout.heads[n] for n in others), *(SourceCell(name, ()) for name in more))
    overs = ("",) * len(heads)
    return replace(layout, captions=captions, heads=heads, overs=overs, body=tuple(body))


def weigh_records(
    layout: Layout, names: DimensionNames, taught: Mapping[str, str] | None
) -> Weighed | None:
    """Weigh that a table has one row for each statement or skill, by the names of its columns."""
    if not layout.heads or not layout.body or layout.over_cells:
        return None
    layout = _with_one_text(layout)
    heads = [cell.text for cell in layout.heads]
    roles = roles_of_columns(heads, names, taught)
    if not roles:
        return None
    roles = with_subject(layout, roles)
    by_label = column_of(heads[roles.get("level", 0)]) == "label"
    weight = 7.0 if by_label and "role" not in roles else 10.0
    if not {"role", "dimension"} & set(roles) and "level" in roles:
        levels = [text for text in layout.column(roles["level"]) if text]
        weight = 10.0 if len(set(levels)) < len(levels) else 5.0
    if any(head in (taught or {}) for head in heads):
        weight = 11.0
    rows = (layout.heads, *_filled_down(layout, roles))
    reader = _RecordReader(rows, roles, names, captions=layout.captions)
    return Weighed(TableReading.RECORDS, weight, lambda _sure: list(reader.events()))
