"""What lies over the scrolled comparison: whose column is whose, the subject, and the strip of
changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from pathways.gui.compare.change_strip import ChangeStrip, StripMark
from pathways.gui.compare.column_heads import ColumnHeads
from pathways.gui.compare.comparison_table import ComparisonTable
from pathways.gui.compare.sticky_heads import StickyHeads
from pathways.gui.shell.theme import Theme


class OnTop:
    """Keep the bar and the strip where they belong while the page is scrolled."""

    def __init__(
        self, scroll: QScrollArea, content: QWidget, table: ComparisonTable, theme: Theme
    ) -> None:
        self._scroll, self._content, self._table, self._theme = scroll, content, table, theme
        self.bar = StickyHeads(theme, scroll.viewport())
        self.strip = ChangeStrip(theme, self.marks, scroll.viewport())
        self.strip.asked.connect(self._on_strip)
        table.arranged.connect(self.strip.update)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self.strip.set_theme(theme)

    def covered(self) -> int:
        """Return how much of the top of the page the bar covers, in pixels."""
        return self.bar.height_wanted() + self._theme.space(8)

    def place_bar(self, heads: ColumnHeads, titles: Sequence[str], *, shown: bool) -> None:
        """Show the bar once the heads have been scrolled away, with the subject below it."""
        scrolled = self._scroll.verticalScrollBar().value()
        top = self._top_of(heads) + heads.height()
        away = shown and scrolled > top - 8
        if away:
            left = self._top_left(self._table).x() + self._table.margin() + self._theme.space(6)
            self.bar.show_heads(titles, self._table.columns, left, self._theme)
            height = self.bar.height_wanted()
            below = scrolled + height - self._top_of(self._table)
            self.bar.show_subject(self._table.subject_at(below))
            self.bar.setGeometry(0, 0, self._scroll.viewport().width(), height)
            self.bar.raise_()
            self.strip.raise_()  # all of its marks are seen, beside the titles too
        self.bar.setVisible(away)

    def place_strip(self) -> None:
        """Put the strip beside the scroll bar; without anything to scroll, all changes are in
        sight anyway.
        """
        room = self._scroll.viewport()
        width = self.strip.sizeHint().width()
        self.strip.setGeometry(room.width() - width - 2, 0, width, room.height())
        self.strip.setVisible(self._scroll.verticalScrollBar().maximum() > 0)
        self.strip.raise_()

    def marks(self) -> list[StripMark]:
        """Return which lines of the table change, and where in the whole page they are."""
        above, whole = self._table.y(), max(1, self._content.height())
        found = []
        for line in self._table.lines:
            real = [
                change.verdict
                for change in line.row.changes
                if change is not None and change.verdict.is_change
            ]
            if real:
                top = above + line.y()
                found.append(StripMark(top / whole, (top + line.height()) / whole, real[0]))
        return found

    def bring_into_view(self, cell: QWidget) -> None:
        """Scroll until a cell is seen, its beginning below the bar."""
        bar = self._scroll.verticalScrollBar()
        margin = self._theme.space(24)
        top, covered = self._top_of(cell), self.covered()
        room = self._scroll.viewport().height()
        if top - covered < bar.value() or cell.height() > room - covered:
            bar.setValue(top - covered)
        elif top + cell.height() + margin > bar.value() + room:
            bar.setValue(top + cell.height() + margin - room)

    def _top_left(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self._content, QPoint(0, 0))

    def _top_of(self, widget: QWidget) -> int:
        return self._top_left(widget).y()

    def _on_strip(self, place: float) -> None:
        bar, room = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        bar.setValue(round(place * self._content.height() - room / 2))
