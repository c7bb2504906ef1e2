"""What a YAML file holds, and where it stands there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from pathways.model.problem import Problem, Severity

Keys = tuple[str | int, ...]
"""The keys and the numbers (from 0) that lead to a value: ("blocks", 2, "sections", 0,
"dimension").
"""


class YamlPlace(NamedTuple):
    """Where a value stands, from 1."""

    line: int
    column: int


Places = dict[Keys, YamlPlace]


@dataclass(frozen=True)
class YamlDocument:
    """What a YAML file holds: ``data`` of dict, list and str alone, and where each value and key
    stands.

    ``unread`` leads to what is wrong with values that could not be read; they stand as "" in the
    data. ``problems`` are the other mistakes that did not keep the rest from being read.
    ``in_quotes`` leads to short values in quotes: they are texts, whatever they look like.
    ``find_places`` returns where the values and where the keys stand.
    """

    file: Path
    find_places: Callable[[], tuple[Places, Places]]
    data: object = None
    problems: list[Problem] = field(default_factory=list)
    unread: dict[Keys, Problem] = field(default_factory=dict)
    in_quotes: set[Keys] = field(default_factory=set)

    @cached_property
    def places(self) -> Places:
        """Return where each value stands."""
        return self._found[0]

    @cached_property
    def key_places(self) -> Places:
        """Return where the name before each colon stands."""
        return self._found[1]

    @cached_property
    def _found(self) -> tuple[Places, Places]:
        return self.find_places()

    def problem(
        self,
        keys: Keys,
        message: str,
        advice: str = "",
        *,
        at_key: bool = False,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """Return a problem with the place of a value (or of its key); of the nearest value around
        it where needed.
        """
        place = self.key_places.get(keys) if at_key else None
        while place is None:
            place = self.places.get(keys) or (YamlPlace(0, 0) if not keys else None)
            keys = keys[:-1]
        return Problem(
            message=message,
            advice=advice,
            file=self.file,
            line=place.line,
            column=place.column,
            severity=severity,
        )

    def line_of(self, keys: Keys) -> int:
        """Return the line of a value; 0 where it has none."""
        return self.places.get(keys, YamlPlace(0, 0)).line

    def is_unread(self, keys: Keys) -> bool:
        """Tell whether a value, or one around it, could not be read and has been reported."""
        return bool(self.unread) and any(
            keys[:length] in self.unread for length in range(len(keys) + 1)
        )
