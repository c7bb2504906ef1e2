"""What lies over the scrolled comparison: whose column is whose, the subject, and the strip of
changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from pathways.gui.compare.change_strip import ChangeStrip, StripMark
from pathways.gui.compare.column_heads import ColumnHeads
from pathways.gui.compare.comparison_table import ComparisonTable
from pathways.gui.compare.sticky_heads import StickyHeads
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.painted_piece import PaintedPiece, place_on


class OnTop:
    """Keep the bar and the strip where they belong while the page is scrolled."""

    def __init__(
        self, scroll: QScrollArea, content: QWidget, table: ComparisonTable, theme: Theme
    ) -> None:
        self._scroll, self._content, self._table, self._theme = scroll, content, table, theme
        self.bar = StickyHeads(theme, scroll.viewport())
        self.strip = ChangeStrip(theme, self.marks, scroll.viewport())
        self.strip.asked.connect(self._on_strip)
        table.arranged.connect(lambda: self.strip.refresh(table.row_count()))
        table.shifted.connect(self._on_shifted)
        self._seeing = False
        scroll.verticalScrollBar().valueChanged.connect(self.see)

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
            verdict = line.first_verdict
            if verdict is not None:
                top = above + line.top
                found.append(StripMark(top / whole, (top + line.height) / whole, verdict))
        return found

    def bring_into_view(self, cell: PaintedPiece) -> None:
        """Scroll until a cell is seen, its beginning below the bar."""
        self._table.exact(cell)
        self._show(place_on(cell, self._content), self._theme.space(24))

    def show_on_table(self, place: QRect) -> None:
        """Scroll until a place of the table is seen."""
        self._show(place.translated(self._top_left(self._table)), self._theme.space(8))

    def see(self) -> None:
        """Let the table lay out what is in sight, and stay where it is meanwhile."""
        if self._seeing or not self._table.isVisible():
            return
        self._seeing = True
        self._settle()
        top = self._scroll.verticalScrollBar().value() - self._top_of(self._table)
        height = self._scroll.viewport().height()
        self._table.see(max(0, top - height // 4), top + height + height // 4)
        self._settle()
        self._seeing = False

    def _show(self, place: QRect, below: int) -> None:
        self._settle()
        bar, room = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        top, covered = place.top(), self.covered()
        if top - covered < bar.value() or place.height() > room - covered:
            bar.setValue(top - covered)
        elif top + place.height() + below > bar.value() + room:
            bar.setValue(top + place.height() + below - room)

    def _settle(self) -> None:
        """Place everything now, so that it can be scrolled to."""
        layout = self._content.layout()
        if layout is not None and self._content.isVisible():
            layout.activate()
            height = max(layout.totalMinimumSize().height(), self._scroll.viewport().height())
            if height != self._content.height():
                self._content.resize(self._content.width(), height)

    def _on_shifted(self, pixels: int) -> None:
        """What was in sight stays there, though what is above it is higher than was guessed."""
        self._settle()
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def _top_left(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self._content, QPoint(0, 0))

    def _top_of(self, widget: QWidget) -> int:
        return self._top_left(widget).y()

    def _on_strip(self, place: float) -> None:
        bar, room = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        bar.setValue(round(place * self._content.height() - room / 2))
