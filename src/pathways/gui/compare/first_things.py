"""What makes the step: the few statements to read first, each leading to its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from pathways.compare.change import Comparison, FirstThing, StepChange, Verdict
from pathways.compare.clause import first_title, told_first
from pathways.compare.first import first_of_all
from pathways.compare.sentences import inside
from pathways.gui.shell.theme import BODY, Theme
from pathways.gui.widgets.line_list import LineList, ListLine
from pathways.gui.widgets.painted_card import paint_card
from pathways.gui.widgets.plain_text import heard
from pathways.gui.widgets.reading_order import read_in_order
from pathways.gui.widgets.text_block import TextBlock, TextMark, TextParagraph
from pathways.gui.widgets.verdict_chip import chip_size, chip_words, paint_chip
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, in_words


class FirstLine(ListLine):
    """One statement in short, with what the earlier text says; pressing it goes there."""

    def __init__(
        self, step: StepChange, first: FirstThing, several: bool, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.first = first
        clause, before = told_first(first.statement.text, first.earlier, step.before)
        if several:
            clause = f"{step.after.title}: {clause}"
        text = f"{clause} {before}".rstrip()
        marks = (TextMark(0, len(clause), "strong"),)
        colour = QColor(theme.text)
        self._block = TextBlock([TextParagraph(text, theme.font(BODY), colour, marks=marks)])
        self._chips = max(
            chip_size(theme, words).width()
            for words in (
                chip_words(Verdict.RAISED),
                chip_words(first.change.verdict, word=first.change.word),
            )
        )
        self.setAccessibleName(heard(f"{first.change.word}: {text}"))

    def height_for(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        pad = self._theme.space(3)
        chip = chip_size(self._theme, chip_words(Verdict.RAISED)).height()
        room = width - self._text_left() - self._theme.space(4)
        return round(max(24.0, max(chip, self._block.lay_out(room)) + 2 * pad))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip and the words."""
        painter, theme = QPainter(self), self._theme
        self.paint_ground(painter)
        verdict = self.first.change.verdict
        top = theme.space(3)
        words = chip_words(verdict, word=self.first.change.word)
        paint_chip(painter, theme, verdict, words, theme.space(6), top)
        self._block.paint(painter, self._text_left(), top)
        self.paint_ring(painter)

    def _text_left(self) -> int:
        return self._theme.space(6) + self._chips + self._theme.space(10)


class FirstThings(LineList[FirstLine]):
    """A card with the statements that make the steps of a comparison, and what stays."""

    statement_asked = Signal(str, str)  # a dimension, and the text of a statement

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title = wrapped_label("heading", self)
        self._rest = wrapped_label("quiet", self)

    def show_comparison(self, comparison: Comparison, hidden: frozenset[str], theme: Theme) -> None:
        """Show what makes the steps, without the dimensions that are hidden."""
        shown = first_of_all(comparison.steps, hidden)
        several = len(comparison.steps) > 1
        title = first_title(comparison.steps)
        self.setAccessibleName(heard(title))
        self._title.setText(title)
        rest = _rest(comparison, hidden)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self.fill([self._line(step, first, several, theme) for step, first in shown], theme)
        read_in_order([self._title, *self.lines, self._rest])
        self.setVisible(bool(shown))

    def arrange(self) -> None:
        """Place the lines for the present width."""
        theme, width = self._theme, self.width()
        if width < 50:
            return
        pad, edge = theme.space(8), theme.space(6)
        left, inner = pad + edge, width - 2 * (pad + edge)
        y = pad + self._place(self._title, left, pad, inner) + theme.space(4)
        for line in self.lines:
            height = line.height_for(width - 2 * pad)
            line.setGeometry(pad, y, width - 2 * pad, height)
            y += height
        if not self._rest.isHidden():
            y += theme.space(3)
            y += self._place(self._rest, left, y, inner)
        self.setFixedHeight(y + pad)
        self.update()

    def _place(self, label: QLabel, left: int, top: int, width: int) -> int:
        """Place a label and return the height that it takes, in pixels."""
        label.ensurePolished()
        height = label.heightForWidth(width)
        label.setGeometry(left, top, width, height)
        return height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        paint_card(QPainter(self), self, self._theme, self._theme.line)

    def _line(self, step: StepChange, first: FirstThing, several: bool, theme: Theme) -> FirstLine:
        line = FirstLine(step, first, several, theme, self)
        line.clicked.connect(
            lambda: self.statement_asked.emit(first.dimension.id, first.statement.text)
        )
        return line


def _rest(comparison: Comparison, hidden: frozenset[str]) -> str:
    """Say which dimensions stay as they are all the way."""
    stays = [
        inside(dimension.title)
        for dimension in comparison.dimensions
        if dimension.id not in hidden
        and all(
            change is not None and change.verdict.asks_the_same
            for change in (step.dimension(dimension.id) for step in comparison.steps)
        )
    ]
    return _("Unchanged: {dimensions}.").format(dimensions=in_words(stays)) if stays else ""
