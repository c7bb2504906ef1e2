"""How the map is drawn: the theme's colours and fonts, made once for all items of a scene."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from pathways.gui.theme import BODY, SMALL, Theme

RADIUS = 7.0  # of a box's corners, at 100 % text
INSET = 12.0  # from a box's edge to its text
TARGET = 24.0  # the least that a finger or a shaky hand can hit (WCAG 2.2, 2.5.8)


@dataclass(frozen=True)
class Look:
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
