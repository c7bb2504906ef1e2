"""Where the heads and lines of a comparison's table are: what was seen is laid out, the height of
the rest is guessed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF

from pathways.gui.compare.columns import Columns
from pathways.gui.compare.comparison_line import ComparisonLine
from pathways.gui.compare.table_section import TableSection
from pathways.gui.shell.theme import BODY, Theme
from pathways.gui.widgets.painted_piece import PaintedPiece

_SAMPLE = "the quick brown fox jumps over a lazy dog, and then rests"  # for the width of a letter


class TableLayout:
    """Place sections under each other; ``rows`` are their heads and lines, from top to bottom."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._sections: list[TableSection] = []
        self._columns: Columns | None = None
        self._width = 0
        self._tops: list[int] = []  # of the rows
        self.rows: list[PaintedPiece] = []

    @property
    def sections(self) -> list[TableSection]:
        """Return the sections, from top to bottom."""
        return self._sections

    @sections.setter
    def sections(self, sections: list[TableSection]) -> None:
        self._sections, self._tops, self._columns = sections, [], None
        self.rows = [row for each in sections for row in (each.head, *each.lines)]
        for number, row in enumerate(self.rows):
            row.row = number
        for section in sections:
            section.head.column = 0

    def guess(self, columns: Columns, width: int, theme: Theme) -> None:
        """Take other columns and another width; guess how high the lines are."""
        self._columns, self._width, self._theme = columns, width, theme
        metrics = QFontMetricsF(theme.font(BODY))
        letter = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        inner = width - 2 * theme.space(10)
        for section in self._sections:
            section.head.place.setHeight(section.head.arrange(inner))
            for line in section.lines:
                line.height = line.height_about(columns, letter)

    def place(self) -> int:
        """Put everything under each other, and return how high all of it is, in pixels."""
        theme, y = self._theme, 0
        margin, gap, around = theme.space(10), theme.space(12), theme.space(3)
        inner = self._width - 2 * margin
        tops = []
        for section in self._sections:
            section.top = y
            y += theme.space(8)
            height = section.head.place.height()
            section.head.place = QRect(margin, y, inner, height)
            tops.append(y)
            y += height + theme.space(4)
            for line in section.lines:
                y += around
                tops.append(y)
                line.left, line.top, line.width = margin, y, inner
                y += line.height + around
            if section.more is not None:
                hint = section.more.sizeHint()
                section.more.setGeometry(margin, y, min(hint.width(), inner), hint.height())
                y += hint.height()
            y += theme.space(4)
            section.bottom = y
            y += gap
        self._tops = tops
        return max(1, y - gap)

    def lay_out(self, line: ComparisonLine) -> bool:
        """Lay a line out where it was not yet; tell whether it was not."""
        if self._columns is None or line.is_laid_out(self._columns):
            return False
        line.height = line.arrange(self._columns)
        return True

    def lay_out_between(self, top: int, bottom: int) -> int:
        """Lay out the lines between two heights; return how many were not yet."""
        lines = [row for row in self.rows_in(top, bottom) if isinstance(row, ComparisonLine)]
        return sum(self.lay_out(line) for line in lines)

    def rows_in(self, top: int, bottom: int) -> Sequence[PaintedPiece]:
        """Return the heads and lines between two heights."""
        first = max(0, bisect_left(self._tops, top) - 1)
        return self.rows[first : bisect_left(self._tops, bottom + 1)]
