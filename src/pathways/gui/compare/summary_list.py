"""The comparison in short: one sentence for each dimension, each leading to its statements."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pathways.compare.change import Comparison, DimensionChange, Verdict
from pathways.compare.level_words import skills
from pathways.gui.shell.theme import BODY, Theme
from pathways.gui.widgets.line_list import LineList, ListLine
from pathways.gui.widgets.painted_card import paint_card
from pathways.gui.widgets.plain_text import heard
from pathways.gui.widgets.text_block import TextBlock, TextMark, TextParagraph
from pathways.gui.widgets.verdict_chip import chip_size, chip_words, paint_chip

_TWO_COLUMNS = 54.0  # from this width on, beside the size of type


class SummaryLine(ListLine):
    """Say what happens to one dimension; pressing it goes there."""

    def __init__(self, changes: Sequence[DimensionChange], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.dimension_id = changes[0].dimension.id
        self._changes = changes
        self._blocks = [self._sentence(change) for change in changes]
        self._tops: list[float] = []
        words = [chip_words(verdict) for verdict in Verdict]
        words += [chip_words(change.verdict, word=change.word) for change in changes]
        self._chips = max(chip_size(theme, told).width() for told in words)
        rest = [change.sentence for change in changes[1:]]
        self.setAccessibleName(heard(" ".join([_told(changes[0]), *rest])))

    def height_for(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        pad = self._theme.space(4)
        room = width - self._text_left() - pad
        chip = chip_size(self._theme, chip_words(Verdict.RAISED)).height()
        self._tops, y = [], float(pad)
        for block in self._blocks:
            self._tops.append(y)
            y += max(chip, block.lay_out(room)) + self._theme.px(2)
        return round(max(24.0, y + pad))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a chip and a sentence for each step."""
        painter = QPainter(self)
        theme = self._theme
        self.paint_ground(painter)
        for change, block, top in zip(self._changes, self._blocks, self._tops, strict=False):
            paint_chip(
                *(painter, theme, change.verdict, chip_words(change.verdict, word=change.word)),
                *(theme.space(6), top),
            )
            block.paint(painter, self._text_left(), top)
        self.paint_ring(painter)

    def _text_left(self) -> int:
        return self._theme.space(6) + self._chips + self._theme.space(10)

    def _sentence(self, change: DimensionChange) -> TextBlock:
        theme, title = self._theme, change.dimension.title
        colour = QColor(theme.text if change.verdict.is_change else theme.quiet_text)
        marks = (TextMark(0, len(title), "strong"),)
        return TextBlock([TextParagraph(_told(change), theme.font(BODY), colour, marks=marks)])


class SummaryList(LineList[SummaryLine]):
    """Show the sentences of all dimensions, in two columns where there is room."""

    dimension_asked = Signal(str)

    def show_comparison(self, comparison: Comparison, hidden: frozenset[str], theme: Theme) -> None:
        """Show the sentences of a comparison."""
        levelled = {dimension.id for dimension in skills(comparison)}  # they have a table
        shown = [d.id for d in comparison.dimensions if d.id not in hidden | levelled]
        self.fill([self._line(comparison, dimension, theme) for dimension in shown], theme)

    def _line(self, comparison: Comparison, dimension: str, theme: Theme) -> SummaryLine:
        line = SummaryLine(
            [d for step in comparison.steps if (d := step.dimension(dimension))], theme, self
        )
        line.clicked.connect(lambda: self.dimension_asked.emit(dimension))
        return line

    def arrange(self) -> None:
        """Place the lines for the present width."""
        theme, width = self._theme, self.width()
        if width < 50:
            return
        pad = theme.space(8)
        two = width >= _TWO_COLUMNS * theme.text_px() and len(self.lines) > 3
        gap = theme.space(16)
        column = (width - 2 * pad - (gap if two else 0)) // (2 if two else 1)
        heights = [line.height_for(column) for line in self.lines]
        first = _balanced(heights) if two else len(heights)
        tallest, x, y = pad, pad, pad
        for index, (line, height) in enumerate(zip(self.lines, heights, strict=True)):
            if index == first and two:
                x, y = pad + column + gap, pad
            line.setGeometry(x, y, column, height)
            y += height
            tallest = max(tallest, y)
        self.setFixedHeight(tallest + pad)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card that the sentences stand on."""
        paint_card(QPainter(self), self, self._theme, self._theme.line)


def _told(change: DimensionChange) -> str:
    """Return a sentence that names its dimension first."""
    title, sentence = change.dimension.title, change.sentence
    return sentence if sentence.startswith(title) else f"{title}: {sentence}"


def _balanced(heights: Sequence[int]) -> int:
    """Return how many lines go into the first column, so that the two are about as tall."""
    return min(
        range(1, len(heights) + 1), key=lambda n: (max(sum(heights[:n]), sum(heights[n:])), n)
    )
