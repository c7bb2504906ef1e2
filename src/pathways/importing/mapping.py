"""What a user taught, applied to the units of a document before anything is recognised in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from pathways.i18n import _
from pathways.importing.cell_kinds import flat
from pathways.importing.events import Event, What
from pathways.importing.imported import Doubt
from pathways.importing.outline import Kind
from pathways.importing.units import Unit
from pathways.model.mapping import BeginsRole, LeaveOut, Mapping, Reassign, TaughtTable

_Rule = TypeVar("_Rule", LeaveOut, Reassign, BeginsRole)
Place = tuple[int, int]  # of a table: its document and piece


class Taught:
    """Look up what a mapping says of a text; equal texts are counted in the order in which they
    are asked for.
    """

    def __init__(self, mapping: Mapping | None) -> None:
        self.mapping = mapping or Mapping()
        self.doubts: list[Doubt] = []
        self._seen: Counter[str] = Counter()
        self._there: set[str] = set()  # every text of the documents
        self._left_out = _by_text(self.mapping.left_out)
        self._reassigned = _by_text(self.mapping.reassigned)
        self._begins = _by_text(self.mapping.begins)
        self._kept = frozenset(self.mapping.kept)
        self._tables: dict[Place, TaughtTable] = {}

    def meet(self, documents: Sequence[Sequence[Unit]]) -> None:
        """Take note of what all the documents hold, so that the tables are found that were taught,
        and what is not there any more.
        """
        for unit in (unit for units in documents for unit in units):
            self._there.add(unit.text)
            for row in unit.rows:
                self._there.update(part for cell in row for part in (flat(cell), cell.strip()))
        if self.mapping.tables:
            found = [unit for units in documents for unit in units if unit.rows]
            self._tables, doubts = _tables_taught(found, self.mapping.tables)
            self.doubts.extend(doubts)

    def table(self, unit: Unit) -> TaughtTable | None:
        """Return what was taught about a table, None where nothing was."""
        return self._tables.get((unit.origins[0].document, unit.origins[0].piece))

    @property
    def headings(self) -> dict[str, str]:
        """Return the dimensions of taught headings."""
        return {taught.heading: taught.dimension for taught in self.mapping.headings}

    @property
    def columns(self) -> dict[str, str]:
        """Return what taught columns hold, by their headings."""
        return {taught.heading: taught.holds for taught in self.mapping.columns}

    def count(self, text: str) -> int:
        """Return which of the equal texts this is, from 1."""
        self._seen[text] += 1
        return self._seen[text]

    def missing(self) -> list[str]:
        """Return the texts that the mapping names and that were not there."""
        mapping = self.mapping
        asked = [(rule.text, rule.number) for rule in mapping.left_out]
        asked += [(rule.text, rule.number) for rule in mapping.reassigned]
        asked += [(rule.text, rule.number) for rule in mapping.begins]
        asked += [(text, 0) for text in mapping.kept]
        read = [
            *(taught.heading for taught in mapping.headings),
            *(taught.heading for taught in mapping.columns),
            *(rule.text for rule in mapping.splits),
            *(part for join in mapping.joins for part in (join.first, join.second)),
        ]
        known = self._known
        lost = [
            text for text, number in asked if text not in known or 0 < self._seen[text] < number
        ]
        return list(dict.fromkeys((*lost, *(text for text in read if text not in known))))

    @property
    def parted(self) -> frozenset[str]:
        """Return the texts that a person parted from what stands before them."""
        return frozenset(part for rule in self.mapping.splits for part in rule.parts)

    def note(self, text: str) -> None:
        """Take note of a heading that is only part of a line."""
        self._there.add(text)

    @property
    def _known(self) -> set[str]:
        """Return the texts of the documents, and those that were made by parting or joining."""
        parts = {part for rule in self.mapping.splits for part in rule.parts}
        joined = {f"{join.first} {join.second}" for join in self.mapping.joins}
        return {
            *self._there,
            *(text for text, count in self._seen.items() if count),
            *parts,
            *joined,
        }

    def begins(self, text: str, number: int) -> BeginsRole | None:
        """Return which role a line begins, as it was taught; None where nothing was."""
        found = [rule for rule in self._begins.get(text, ()) if rule.number in (0, number)]
        return found[-1] if found else None

    def left_out(self, text: str, number: int) -> str:
        """Return why a text is to be left out, "" where it is not."""
        return next(
            (rule.why for rule in self._left_out.get(text, ()) if rule.number in (0, number)), ""
        )

    def reassigned(self, text: str, number: int) -> Reassign | None:
        """Return where a text belongs, None where nothing was taught; later lessons come before
        earlier ones.
        """
        found = [rule for rule in self._reassigned.get(text, ()) if rule.number in (0, number)]
        if not found:
            return None
        return Reassign(
            text=text,
            grades=next((rule.grades for rule in reversed(found) if rule.grades), ()),
            dimension=next((rule.dimension for rule in reversed(found) if rule.dimension), ""),
            role=next((rule.role for rule in reversed(found) if rule.role), ""),
            nobody=found[-1].nobody,
        )

    def kept(self, text: str) -> bool:
        """Tell whether a text is to be a statement although it looks like something else."""
        return text in self._kept


def _by_text(rules: Sequence[_Rule]) -> dict[str, list[_Rule]]:
    found: dict[str, list[_Rule]] = {}
    for rule in rules:
        found.setdefault(rule.text, []).append(rule)
    return found


def applied(units: Sequence[Unit], mapping: Mapping) -> list[Unit]:
    """Return the units with the taught splits and joins."""
    splits = {split.text: split.parts for split in mapping.splits}
    joins = {(join.first, join.second) for join in mapping.joins}
    found: list[Unit] = []
    for unit in units:
        for part in _split(unit, splits.get(unit.text, ())):
            if found and (found[-1].text, part.text) in joins:
                found[-1] = _joined(found[-1], part)
            else:
                found.append(part)
    return found


def parted_cells(events: Iterable[Event], mapping: Mapping) -> Iterator[Event]:
    """Yield events in which the texts of cells are parted as they were taught."""
    splits = {split.text: split.parts for split in mapping.splits}
    for event in events:
        parts = splits.get(event.text, ()) if event.what is What.TEXT and not event.number else ()
        if not parts or " ".join(parts).split() != event.text.split():
            yield event
            continue
        for part in parts:
            yield replace(event, text=part, origins=(replace(event.origins[0], text=part),))


def _split(unit: Unit, parts: Sequence[str]) -> list[Unit]:
    if not parts or " ".join(parts).split() != unit.text.split():
        return [unit]
    return [
        replace(unit, text=part, origins=(replace(unit.origins[0], text=part),)) for part in parts
    ]


def _joined(first: Unit, second: Unit) -> Unit:
    kind = Kind.ITEM if first.kind is Kind.ITEM else Kind.PARAGRAPH
    return replace(
        first, kind=kind, text=f"{first.text} {second.text}", origins=first.origins + second.origins
    )


def first_row_of(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the words of a table's first row, by which it is found again."""
    return tuple(flat(cell) for cell in rows[0]) if rows else ()


def _tables_taught(
    tables: Sequence[Unit], taught: Sequence[TaughtTable]
) -> tuple[dict[Place, TaughtTable], list[Doubt]]:
    """Return which tables were taught about, later lessons before earlier ones, and doubts about
    lessons that fit none, or none for certain.
    """
    found: dict[Place, TaughtTable] = {}
    doubts = []
    for rule in taught:
        same = [
            unit for unit in tables if _words(first_row_of(unit.rows)) == _words(rule.first_row)
        ]
        meant = same if rule.number == 0 else same[rule.number - 1 : rule.number]
        name = " | ".join(filter(None, rule.first_row))
        if not same:
            meant = _nearly(tables, rule)
            why = _("The corrections are for a table with this first row, which is not here.")
            if meant:
                why = _(
                    "The corrections are for a table with this first row. I used them for the one "
                    "in its place, whose first row is not quite the same."
                )
            line, document = (meant[0].line, meant[0].origins[0].document) if meant else (0, 0)
            doubts.append(Doubt(line=line, text=name, why=why, document=document))
        elif not meant:
            why = _("There are fewer tables with this first row than the corrections name.")
            doubts.append(Doubt(line=0, text=name, why=why))
        found.update({(u.origins[0].document, u.origins[0].piece): rule for u in meant})
    return found, doubts


def _nearly(tables: Sequence[Unit], rule: TaughtTable) -> list[Unit]:
    """Return the table that stands where one was taught, if half of its first row is the same."""
    if not 0 < rule.place <= len(tables):
        return []
    unit = tables[rule.place - 1]
    here, wanted = set(_words(first_row_of(unit.rows))), set(_words(rule.first_row))
    return [unit] if 2 * len(here & wanted) >= max(len(wanted), 1) else []


def _words(row: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.casefold().split()).rstrip(": ") for cell in row)
