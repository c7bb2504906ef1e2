"""One thing that a document asks for, with its place in the source."""

from __future__ import annotations

import msgspec

from pathways.i18n import _


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Where a statement stands in its document; ``number`` counts from 1 within its section."""

    document: str
    block: str
    section: str
    number: int

    @property
    def place(self) -> str:
        """Return the document, the block and the section."""
        return ", ".join(part for part in (self.document, self.block, self.section) if part)

    @property
    def text(self) -> str:
        """Return the place to the statement's number in its section."""
        return _("{place}, no. {number}").format(place=self.place, number=self.number)


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as it serves one or more nodes.

    ``nodes`` are the ids of all nodes that this very text serves. ``dimensions`` starts with the
    one of its section; the rest are those it speaks of besides. ``definition`` marks text that says
    what a dimension is; ``level`` is the level of proficiency that it explains, "" where none.
    """

    id: str
    text: str
    nodes: tuple[str, ...]
    dimensions: tuple[str, ...]
    heading: str
    label: str
    source: Source
    definition: bool = False
    depth: int = 1
    level: str = ""

    @property
    def shared(self) -> bool:
        """Tell whether one text serves several nodes."""
        return len(self.nodes) > 1
