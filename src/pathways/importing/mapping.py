"""What a user taught, applied to the units of a document before anything is recognised in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from pathways.importing.outline import Kind
from pathways.importing.units import Unit
from pathways.model.mapping import (
    Join,
    LeaveOut,
    Mapping,
    Reassign,
    Split,
    TaughtColumn,
    TaughtHeading,
)

__all__ = [
    "Join",
    "LeaveOut",
    "Mapping",
    "Reassign",
    "Split",
    "Taught",
    "TaughtColumn",
    "TaughtHeading",
    "applied",
]


_Rule = TypeVar("_Rule", LeaveOut, Reassign)


class Taught:
    """Look up what a mapping says of a text; equal texts are counted in the order in which they
    are asked for.
    """

    def __init__(self, mapping: Mapping | None) -> None:
        self.mapping = mapping or Mapping()
        self._seen: Counter[str] = Counter()
        self._left_out = _by_text(self.mapping.left_out)
        self._reassigned = _by_text(self.mapping.reassigned)
        self._kept = frozenset(self.mapping.kept)

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
        left_out = [rule.text for rule in self.mapping.left_out]
        moved = [rule.text for rule in self.mapping.reassigned]
        named = dict.fromkeys((*left_out, *moved, *self.mapping.kept))
        return [text for text in named if not self._seen[text]]

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
