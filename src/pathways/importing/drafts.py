"""What a framework is put together from, while its documents are still being read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pathways.importing.events import Event
from pathways.importing.grade_names import Ref
from pathways.importing.imported import Became, Decision, Doubt, Sure

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
    facts: list[str] = field(default_factory=list)
    includes: list[Key] = field(default_factory=list)


@dataclass
class DraftEntry:
    """A statement, with the places of its decisions in the list of all decisions."""

    text: str
    depth: int
    decisions: list[int]


@dataclass
class DraftSection:
    """Statements under one heading; ``only`` where they serve some of the block's nodes.

    ``level`` is how well the subject must be mastered, as written, and ``includes`` the nodes whose
    text on it holds here too: a section with either may have no entries.
    """

    nodes: tuple[Key, ...]
    only: tuple[Key, ...]
    dimension: str
    heading: str
    label: str = ""
    definition: bool = False
    document: int = 0
    entries: list[DraftEntry] = field(default_factory=list)
    level: str = ""
    includes: list[Key] = field(default_factory=list)

    @property
    def says_something(self) -> bool:
        """Tell whether there is anything in it."""
        return bool(self.entries or self.level or self.includes)


@dataclass
class DraftPassage:
    """Text that serves no grade: before the first, or behind the last."""

    heading: str
    entries: list[DraftEntry] = field(default_factory=list)


@dataclass
class Drafts:
    """Everything that the documents gave so far."""

    nodes: dict[Key, DraftNode] = field(default_factory=dict)
    named: dict[int, dict[Key, None]] = field(default_factory=lambda: defaultdict(dict))
    sections: list[DraftSection] = field(default_factory=list)
    passages: list[DraftPassage] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    families: list[str] = field(default_factory=list)
    labels: dict[frozenset[Key], str] = field(default_factory=dict)
    served: dict[int, tuple[Key, ...]] = field(default_factory=dict)  # whom a decision is about
    merged: dict[Key, Key] = field(default_factory=dict)  # what a person said is another
    titles: list[str] = field(default_factory=list)
    whole: str = ""  # the title of a document that is about all the others
    organisations: list[str] = field(default_factory=list)

    def node(self, ref: Ref, label: str, document: int) -> DraftNode:
        """Return the node that a document names, made where it is met for the first time."""
        key = self.merged.get(ref.key, ref.key)
        self.named[document].setdefault(key)
        return self.nodes.setdefault(key, DraftNode(key, ref, label, document))

    def serve(self, decisions: Sequence[int], keys: Sequence[Key]) -> None:
        """Note which grades or roles a line is about that is no statement."""
        self.served.update(dict.fromkeys(decisions, tuple(keys)))

    def grade(self, key: Key, ref: Ref) -> None:
        """Give a node the grade that a sentence states, where it has none."""
        node = self.nodes[key]
        if not node.ref.code:
            node.ref = replace(node.ref, code=ref.code, word=ref.word)

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

    def doubt(self, event: Event, why: str, document: int) -> None:
        """Note a doubt about a line that has its decision already."""
        line = event.origins[0].line if event.origins else 0
        self.doubts.append(Doubt(line=line, text=event.text, why=why, document=document))
