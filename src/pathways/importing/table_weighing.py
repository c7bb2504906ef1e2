"""What a hypothesis about a table is: how well it fits, and what the table says if it is true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from pathways.importing.events import Event
from pathways.importing.imported import Sure


class TableReading(str, Enum):
    """What a table may be; the values stand in mappings."""

    ACROSS = "levels across"
    DOWN = "levels down"
    CRITERIA = "criteria"
    FACTS = "facts"
    RECORDS = "records"
    SKILLS = "levels of skills"
    SECTIONS = "headings with text"


@dataclass(frozen=True)
class Weighed:
    """One hypothesis: ``weight`` from 0 to 10, and ``guessed`` where it rests on the other side of
    the table alone.
    """

    reading: TableReading
    weight: float
    events: Callable[[Sure], list[Event]]
    guessed: bool = False
