"""What the lines of a document say, one after another, before it is put together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pathways.importing.grade_names import Mark, Ref
from pathways.importing.imported import Sure
from pathways.importing.metadata import Fact
from pathways.importing.units import Origin


class What(Enum):
    """The kinds of things that a line can say."""

    TITLE = "title"
    MARK = "mark"
    HEADING = "heading"
    LEAD = "lead"
    TEXT = "text"
    FACT = "fact"
    OUT = "out"
    END = "end"


@dataclass(frozen=True)
class Event:
    """One thing that the document says; no origins where it only repeats, for the program, what was
    accounted for.

    ``level`` is that of a heading, or the depth of a point (0 for a paragraph). ``leads`` marks a
    sentence that introduces the list behind it. ``whole`` marks a grade that begins a text of its
    own whatever stands around it.
    ``proficiency`` is, of a heading, how well its subject must be mastered, as the document writes
    it: a level of a scale, or anything else, which then is no level.
    ``facts`` are what was said in the same breath as a mark. ``dimension`` is given where no name
    is to be looked up. ``grade`` is the one that a sentence gives to whoever the text serves.
    ``point`` is the depth of a grade that is a point of a list: what lies less deep is no text of
    it.
    """

    what: What
    text: str = ""
    origins: tuple[Origin, ...] = ()
    why: str = ""
    sure: Sure = Sure.SURE
    level: int = 0
    mark: Mark | None = None
    fact: Fact | None = None
    facts: tuple[Fact, ...] = ()
    leads: bool = False
    whole: bool = False
    bold: bool = False
    dimension: str = ""
    label: str = ""
    definition: bool = False
    proficiency: str = ""
    said: str = ""
    number: int = 0
    grade: Ref | None = None
    point: int = 0
