"""How the map is drawn: the theme's colours and fonts, made once for all items of a scene."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import msgspec
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from pathways.graph.layout.measures import Measures
from pathways.gui.map.words import is_group, second_line, single_lines
from pathways.gui.shell.theme import BODY, SMALL, Theme
from pathways.model.library import Library

RADIUS = 7.0  # of a box's corners, at 100 % text
INSET = 10.0  # from a box's edge to its text
NARROWEST, ROOMY, WIDEST = (
    150.0,
    320.0,
    380.0,
)  # boxes, at 100 % text: as wide as they are made to fill the room
_LONGEST = 520.0  # boxes, at 100 % text: as wide as they are made for words to be read
_SNUG = 9.0  # above and below large words together, in pixels: it is no reason to show fewer boxes
SIGN, GAP = 11.0, 8.0  # the side of the sign on what can be folded, and the room beside it
TARGET = 24.0  # the least that a finger or a shaky hand can hit (WCAG 2.2, 2.5.8)


class Look(msgspec.Struct, frozen=True, dict=True):
    """Carry what items need to paint themselves; two looks are equal where their themes are."""

    theme: Theme

    @cached_property
    def title_font(self) -> QFont:
        """Return the font of a box's first line."""
        return self.theme.font(BODY, bold=True)

    @cached_property
    def line_font(self) -> QFont:
        """Return the font of a box's second line and of labels."""
        return self.theme.font(SMALL)

    @cached_property
    def label_font(self) -> QFont:
        """Return the font of headings over lanes and of numbers in badges."""
        return self.theme.font(SMALL, bold=True)

    @cached_property
    def title_metrics(self) -> QFontMetricsF:
        """Return the measures of the first line."""
        return QFontMetricsF(self.title_font)

    @cached_property
    def line_metrics(self) -> QFontMetricsF:
        """Return the measures of the second line."""
        return QFontMetricsF(self.line_font)

    @cached_property
    def label_metrics(self) -> QFontMetricsF:
        """Return the measures of headings and numbers."""
        return QFontMetricsF(self.label_font)

    def colour(self, role: str) -> QColor:
        """Return one of the theme's colours by its role."""
        return QColor(getattr(self.theme, role))

    def grown(self, size: float) -> float:
        """Return a length that grows with the text."""
        return size * self.theme.scale

    def needs(self, library: Library) -> dict[str, float]:
        """Return how wide the box of each node has to be for its words to fit, within the bounds
        of a box.
        """
        lines, title = single_lines(library), self.title_metrics
        found: dict[str, float] = {}
        for node in library.nodes.values():
            words = title.horizontalAdvance(node.title)
            if is_group(node.id):
                words += self.tail_width(node.grade) + self.grown(GAP + SIGN)
            over = self.line_metrics.horizontalAdvance(lines.get(node.id, "")) - self.grown(
                2 * INSET
            )
            found[node.id] = self._bounded(max(words, over) + self.grown(2 * INSET + 2))
        for framework in library.frameworks:
            if (
                len(framework.nodes) > 1
            ):  # its organisation stands above, with the sign that folds it
                over = self.line_metrics.horizontalAdvance(framework.organisation) + self.grown(
                    SIGN + GAP
                )
                first = framework.nodes[0].id
                found[first] = max(found[first], self._bounded(over))
        return found

    def wants(self, shown: Library, whole: Library) -> dict[str, float]:
        """Return how wide the box of each node has to be for all that it says on one line, within
        reason; ``shown`` is what of ``whole`` is not folded.
        """
        found: dict[str, float] = {}
        for node in shown.nodes.values():
            about = "" if is_group(node.id) else second_line(whole, node)
            if about and about != node.grade:
                words = self.title_metrics.horizontalAdvance(node.title)
                words += self.line_metrics.horizontalAdvance(about)
                words += self.grown(2 * INSET + 2 * GAP)
                found[node.id] = min(self.grown(_LONGEST), words)
        return found

    def tail_width(self, words: str) -> float:
        """Return the room that what stands after a box's title takes."""
        return self.line_metrics.horizontalAdvance(words) + self.grown(GAP) / 2

    def _bounded(self, width: float) -> float:
        return min(self.grown(WIDEST), max(self.grown(NARROWEST), width))

    def measures(
        self, needs: Mapping[str, float], *, roomy: bool = False, snug: bool = False
    ) -> Measures:
        """Return how large the parts of the map are; ``roomy`` boxes have a second line and are
        wider for it; ``snug`` ones stand closer, so that their words need not be made small.
        """
        title, line, label = (
            m.height() for m in (self.title_metrics, self.line_metrics, self.label_metrics)
        )
        snugly = min(self.grown(6), _SNUG)
        return Measures(
            width=max([self.grown(ROOMY), *needs.values()]),
            height=title + (snugly if snug else self.grown(8)) + (line if roomy else 0),
            small_height=title + (snugly if snug else self.grown(7)),
            gap=line if snug else line + self.grown(1),
            unjoined=self.grown(10),
            gutter=self.grown(20 if snug else 26),
            header=label + line + self.grown(6),
            line=label,
            label=line + self.grown(4),
            letter=self.label_metrics.averageCharWidth() * 1.15,
            margin=self.grown(8),
        )
