"""Where the texts of one document go: sections that serve grades, passages that serve nobody."""

from __future__ import annotations

from pathways.i18n import _
from pathways.importing.audience import Keys
from pathways.importing.dimension_names import DimensionNames
from pathways.importing.drafts import ALL, DraftEntry, DraftPassage, Drafts, DraftSection
from pathways.importing.events import Event
from pathways.importing.imported import Became, Sure
from pathways.model.mapping import Reassign


class DraftTexts:
    """Add sections and passages to the drafts, and keep the passage that is open."""

    def __init__(self, drafts: Drafts, document: int) -> None:
        self._drafts, self._document = drafts, document
        self._passage: DraftPassage | None = None

    def begin_passage(self, event: Event, why: str = "", sure: Sure | None = None) -> None:
        """Begin text that serves nobody, under its heading."""
        self._drafts.decide(event, Became.HEADING, why, sure)
        self._passage = DraftPassage(event.text.rstrip(": "))
        self._drafts.passages.append(self._passage)

    def introduce(
        self, event: Event, depth: int, behind: bool, title: str, moved: Reassign | None = None
    ) -> None:
        """Add a text that serves nobody; ``behind`` tells whether it stands behind the grades."""
        if self._passage is None:
            self._passage = DraftPassage(title)
            self._drafts.passages.append(self._passage)
        why = _("stands behind the last grade") if behind else _("stands before the first grade")
        why = _("as it was put by hand") if moved and moved.nobody else why
        decisions = self._drafts.decide(
            event, Became.INTRODUCTION, why, event.sure, heading=self._passage.heading
        )
        self._passage.entries.append(DraftEntry(event.text, depth, decisions))

    def section_of_passage(self, names: DimensionNames) -> DraftSection:
        """Return a section for a text of the introduction that is for some grades after all."""
        heading = self._passage.heading if self._passage else ""
        match = names.exact(heading) or names.find(heading or "Overall")
        title = heading or names.title(match.dimension)
        return DraftSection(ALL, (), match.dimension, title, document=self._document)

    def add_section(
        self,
        nodes: Keys,
        only: Keys,
        dimension: str,
        heading: str,
        label: str,
        definition: bool,
    ) -> DraftSection:
        """Add an empty section and return it."""
        section = DraftSection(nodes, only, dimension, heading, label, definition, self._document)
        self._drafts.sections.append(section)
        return section
