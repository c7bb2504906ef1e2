"""Under which heading the text stands at the place that is being read, and which dimension the
heading means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pathways.i18n import _
from pathways.importing.dimension_names import DimensionNames, Match, plain_words
from pathways.importing.events import Event
from pathways.importing.imported import Sure
from pathways.importing.level_headings import is_label, is_soft_label

_INTRODUCES = frozenset(
    "you we they will is are be must should can may include includes including following example "
    "these this responsible least also such means".split()
)
_LONGEST_SECTION = 6  # words
_UNMARKED = 9  # the level of a heading that the document does not mark as one


@dataclass(frozen=True)
class PlacedHeading:
    """A heading, the dimension it means, and the label of the part below it."""

    text: str
    match: Match
    label: str = ""


@dataclass
class Placement:
    """The heading that the text stands under, those above it, and labels such as "Essential".

    ``used`` tells whether text has come since the heading; ``depth`` is 1 below a sentence that
    introduces a list; ``proficiency`` is the level of skill that the heading states.
    """

    names: DimensionNames
    heading: PlacedHeading | None = None
    used: bool = False
    depth: int = 0
    proficiency: str = ""
    _above: list[tuple[int, str, Match]] = field(default_factory=list)
    _level: int = 0
    _labelled: bool = False  # a label stands under this very heading
    _led: bool = False  # the heading is a line with a colon, as labels are
    _outer: tuple[str, int] | None = None  # a label over several headings, with its level

    def clear(self) -> None:
        """Forget all headings: another grade begins."""
        self.heading, self.used, self.depth, self.proficiency = None, False, 0, ""
        self._above, self._level, self._labelled, self._outer = [], 0, False, None

    def match(self, event: Event) -> tuple[Match, str]:
        """Return the dimension that a heading means, and the heading above it as a label."""
        level = event.level or _UNMARKED
        above = [item for item in self._above if item[0] < level and event.level]
        parent = above[-1] if above else None
        label = parent[1] if parent and plain_words(parent[1]) != plain_words(event.text) else ""
        if event.dimension:
            title = self.names.title(event.dimension)
            return Match(event.dimension, title, Sure.SURE, event.why), label
        exact = self.names.exact("criteria" if is_label(event.text) else event.text)
        if exact:
            return exact, label
        if parent and parent[2].known and parent[2].dimension != "overall":
            why = _("a heading under “{heading}”, and so of its dimension").format(
                heading=parent[1]
            )
            return replace(parent[2], sure=Sure.LIKELY, why=why), label
        return self.names.find(event.text), label

    def begin(self, event: Event, match: Match, parent: str) -> None:
        """Go on under a heading."""
        text = event.text.strip().rstrip(": ")
        level = event.level or _UNMARKED
        if self._outer and event.level and event.level <= self._outer[1]:
            self._outer = None
        label = event.label or (self._outer[0] if self._outer else "") or parent
        self.heading = PlacedHeading(text, match, label)
        self._above = [item for item in self._above if item[0] < level]
        self._above.append((level, text, match))
        self.used, self.depth, self.proficiency = False, 0, event.proficiency
        self._level, self._labelled = event.level, False
        self._led = not event.level and event.text.endswith(":")

    def is_label_here(self, event: Event) -> bool:
        """Tell whether "Essential" or the like is a label of the section above it, and no section
        of its own.
        """
        soft = self.heading is not None and self.heading.match.dimension == "knowledge"
        if self.heading is None or not (
            is_label(event.text) or (soft and is_soft_label(event.text))
        ):
            return False
        if self._labelled or not self.used or self.heading.match.dimension == "knowledge":
            return not (event.level and self._level and event.level < self._level)
        return bool(event.level and self._level and event.level > self._level)

    def is_heading_of_its_own(self, text: str) -> bool:
        """Tell whether a line with a colon is a heading, and does not only introduce the list right
        below a heading of the same dimension.
        """
        if self.heading is None:
            return True
        known = self.names.exact(text)
        if known is None:
            return self._led and self.used and _names_section(text)
        return self.used or self._led or known.dimension != self.heading.match.dimension

    def label(self, text: str, over_headings: bool, level: int = 0) -> None:
        """Take a line as the label of a part of the section, or of the headings behind it."""
        assert self.heading is not None
        bare = text.strip().rstrip(": ")
        self.heading = replace(self.heading, label=bare)
        self.depth = 0
        self._labelled = True
        self._outer = (bare, level) if over_headings else None

    def depth_of(self, event: Event) -> int:
        """Return how deep a text lies: below the point above it, or the sentence that introduces
        it.
        """
        self.used = True
        if event.level == 0:
            self.depth = 1 if event.leads else 0
            return 1
        return min(event.level + self.depth, 9)


def _names_section(text: str) -> bool:
    """Tell whether a line with a colon is a name, and no sentence that introduces a list."""
    words = text.strip(": ").split()
    plain = not _INTRODUCES & {re.split("['’,]", word.casefold())[0] for word in words}
    return 1 < len(words) <= _LONGEST_SECTION and text[:1].isupper() and plain
