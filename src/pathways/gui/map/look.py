"""How the map is drawn: the theme's colours and fonts, made once for all items of a scene."""

from __future__ import annotations

from functools import cached_property

import msgspec
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from pathways.graph.measures import Measures
from pathways.gui.map.words import single_lines
from pathways.gui.theme import BODY, SMALL, Theme
from pathways.model.library import Library

RADIUS = 7.0  # of a box's corners, at 100 % text
INSET = 12.0  # from a box's edge to its text
NARROWEST, WIDEST = 150.0, 320.0  # boxes, at 100 % text
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

    def measures(self, library: Library, *, roomy: bool) -> Measures:
        """Return how large the parts of the map are, so that its words fit; ``roomy`` boxes have a second line."""
        words = [self.title_metrics.horizontalAdvance(node.title) for node in library.nodes.values()]
        if roomy:
            words += [self.line_metrics.horizontalAdvance(line) for line in single_lines(library)]
        widest = max(words, default=0.0) + self.grown(2 * INSET + 2)
        title, line, label = (m.height() for m in (self.title_metrics, self.line_metrics, self.label_metrics))
        return Measures(
            width=min(self.grown(WIDEST), max(self.grown(NARROWEST), widest)),
            height=title + (line + self.grown(10) if roomy else self.grown(10)),
            small_height=title + self.grown(8),
            gap=line + self.grown(3),
            gutter=self.grown(26),
            header=label + line + self.grown(6),
            line=label,
            label=line + self.grown(4),
            letter=self.label_metrics.averageCharWidth() * 1.15,
            margin=self.grown(8),
        )
