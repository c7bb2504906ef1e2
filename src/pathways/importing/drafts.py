"""What a framework is put together from, while its documents are still being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from pathways.importing.events import Event
from pathways.importing.grade_names import Ref
from pathways.importing.imported import Became, Decision, Sure

Key = tuple[str, str, str]
ALL: tuple[Key, ...] = (("", "all", ""),)
"""Stands for all nodes of a document, before they are all known."""


@dataclass
class DraftNode:
    """A grade, level or role as it has been met so far."""

    key: Key
    ref: Ref
    label: str
    document: int
    code: str = ""
    facts: dict[str, None] = field(default_factory=dict)  # in order, each once


@dataclass
class DraftEntry:
    """A statement, with the places of its decisions in the list of all decisions."""

    text: str
    depth: int
    decisions: list[int]


@dataclass
class DraftSection:
    """Statements under one heading; ``only`` where they serve some of the block's nodes."""

    nodes: tuple[Key, ...]
    only: tuple[Key, ...]
    dimension: str
    heading: str
    label: str = ""
    definition: bool = False
    document: int = 0
    entries: list[DraftEntry] = field(default_factory=list)


@dataclass
class DraftPassage:
    """Text before the first grade."""

    heading: str
    entries: list[DraftEntry] = field(default_factory=list)


@dataclass
class Drafts:
    """Everything that the documents gave so far."""

    nodes: dict[Key, DraftNode] = field(default_factory=dict)
    sections: list[DraftSection] = field(default_factory=list)
    passages: list[DraftPassage] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    families: dict[str, None] = field(default_factory=dict)  # in order, each once
    labels: dict[frozenset[Key], str] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)

    def node(self, ref: Ref, label: str, document: int) -> DraftNode:
        """Return the node that a document names, made where it is met for the first time."""
        return self.nodes.setdefault(ref.key, DraftNode(ref.key, ref, label, document))

    def drop(self, section: DraftSection) -> None:
        """Take out a section that was just begun and stays empty."""
        place = len(self.sections) - 1
        while self.sections[place] is not section:
            place -= 1
        del self.sections[place]

    def decide(
        self, event: Event, became: Became, why: str = "", sure: Sure | None = None, **more: str
    ) -> list[int]:
        """Note what became of an event, once for each of its origins; return the places of the
        notes.
        """
        first = len(self.decisions)
        for origin in event.origins:
            self.decisions.append(
                Decision(
                    document=origin.document,
                    piece=origin.piece,
                    line=origin.line,
                    text=origin.text,
                    became=became,
                    why=why or event.why,
                    sure=sure or event.sure,
                    place=origin.place,
                    said=event.said,
                    number=event.number,
                    **more,  # type: ignore[arg-type]
                )
            )
        return list(range(first, len(self.decisions)))
