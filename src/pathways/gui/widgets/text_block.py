"""Paragraphs laid out to a width and painted: quicker than a label for each, and with word
marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from pathways.gui.widgets.plain_text import MOST_SHOWN
from pathways.gui.widgets.plain_text import shown as shortened
from pathways.right_to_left import isolated, signs_in

_LINE = 1.4  # line height beside the size of type


@dataclass(frozen=True)
class TextMark:
    """A run of characters that looks different: ``look`` is deleted, inserted, found or strong."""

    start: int
    length: int
    look: str


@dataclass(frozen=True)
class TextParagraph:
    """Text in one font and colour; ``indent`` and ``above`` are pixels to its left and over it."""

    text: str
    font: QFont
    colour: QColor
    marks: tuple[TextMark, ...] = ()
    mark_colours: tuple[QColor, QColor] | None = None  # of what is deleted, of what is inserted
    indent: float = 0
    above: float = 0
    bullet: str = ""
    centred: bool = False
    selectable: bool = False  # can be selected with the mouse, and found on its page


class TextRange(NamedTuple):
    """Characters of a block's selectable text that are painted in other colours."""

    start: int
    end: int
    ink: QColor
    ground: QColor


@dataclass
class _Set:
    """A paragraph with its lines broken; ``start`` is where its text begins in the block's."""

    paragraph: TextParagraph
    layout: QTextLayout
    signs: tuple[int, ...] = ()  # where names are set apart in what is laid out, not in the text
    start: int = 0
    top: float = 0
    height: float = 0
    lines: int = field(default=0)

    def laid_out(self, offset: int) -> int:
        """Return the place in what is laid out of a place in the text."""
        return _laid_out(offset, self.signs)

    def in_text(self, offset: int) -> int:
        """Return the place in the text of a place in what is laid out."""
        return offset - sum(sign < offset for sign in self.signs)


class TextBlock:
    """Lay paragraphs out under each other; ``height`` is known after ``lay_out``."""

    def __init__(self, paragraphs: Sequence[TextParagraph] = ()) -> None:
        cut = [_cut(paragraph) for paragraph in paragraphs]
        self._sets = [_set(paragraph) for paragraph in cut]
        self._selectable = [each for each in self._sets if each.paragraph.selectable]
        start = 0
        for each in self._selectable:
            each.start = start
            start += len(each.paragraph.text) + 1
        self.width = -1.0
        self.height = 0.0

    @property
    def text(self) -> str:
        """Return what can be selected, a line for each paragraph."""
        return "\n".join(each.paragraph.text for each in self._selectable)

    def offset_at(self, x: float, y: float) -> int:
        """Return the place in the text that is nearest to a place in the block."""
        if not self._selectable:
            return 0
        each = min(self._selectable, key=lambda one: _distance(y, one.top, one.top + one.height))
        lines = [each.layout.lineAt(number) for number in range(each.layout.lineCount())]
        if not lines:
            return each.start
        inside = y - each.top
        line = min(lines, key=lambda one: _distance(inside, one.y(), one.y() + one.height()))
        return each.start + each.in_text(int(line.xToCursor(x - each.paragraph.indent)))

    def is_on_text(self, x: float, y: float) -> bool:
        """Tell whether a place in the block is on words that can be selected."""
        for each in self._selectable:
            for number in range(each.layout.lineCount()):
                line = each.layout.lineAt(number)
                words = line.naturalTextRect().translated(each.paragraph.indent, each.top)
                if words.contains(x, y):
                    return True
        return False

    def line_at(self, offset: int) -> tuple[float, float]:
        """Return the top and the bottom of the line in which a place of the text is."""
        for each in reversed(self._selectable):
            if offset >= each.start:
                line = each.layout.lineForTextPosition(each.laid_out(offset - each.start))
                if line.isValid():
                    return each.top + line.y(), each.top + line.y() + line.height()
        return 0.0, self.height

    def lay_out(self, width: float) -> float:
        """Break the lines for a width and return the height, both in pixels."""
        if width == self.width:
            return self.height
        self.width = width
        y = 0.0
        for index, each in enumerate(self._sets):
            y += each.paragraph.above if index else 0
            each.top = y
            each.height = _break(each, max(20.0, width - each.paragraph.indent))
            y += each.height
        self.height = y
        return y

    def natural_width(self) -> float:
        """Return how wide the longest paragraph would be on one line."""
        widths = [
            QFontMetricsF(each.paragraph.font).horizontalAdvance(each.layout.text())
            + each.paragraph.indent
            for each in self._sets
        ]
        return max(widths, default=0.0) + 1

    def paint(
        self, painter: QPainter, x: float, y: float, ranges: Sequence[TextRange] = ()
    ) -> None:
        """Paint with the top left corner at x, y, and ranges of the text in their own colours."""
        for each in self._sets:
            paragraph = each.paragraph
            painter.setPen(paragraph.colour)
            if paragraph.bullet:
                painter.setFont(paragraph.font)
                ascent = QFontMetricsF(paragraph.font).ascent()
                first = each.layout.lineAt(0)
                start = QPointF(
                    x + paragraph.indent - _bullet_room(paragraph),
                    y + each.top + first.y() + ascent,
                )
                painter.drawText(start, paragraph.bullet)
            place = QPointF(x + paragraph.indent, y + each.top)
            each.layout.draw(painter, place, _inside(each, ranges))


def _distance(place: float, begin: float, end: float) -> float:
    return max(begin - place, place - end, 0.0)


def _inside(each: _Set, ranges: Sequence[TextRange]) -> list[QTextLayout.FormatRange]:
    """Return what of some ranges is in a paragraph."""
    found = []
    length = len(each.paragraph.text)
    for start, end, ink, ground in ranges if each.paragraph.selectable else ():
        first, last = max(0, start - each.start), min(length, end - each.start)
        if first < last:
            look = QTextCharFormat()
            look.setForeground(ink)
            look.setBackground(ground)
            part = QTextLayout.FormatRange()
            part.start, part.format = each.laid_out(first), look
            part.length = each.laid_out(last) - part.start
            found.append(part)
    return found


def _cut(paragraph: TextParagraph) -> TextParagraph:
    """Return a paragraph that can be laid out at once; its copy has the whole text."""
    text = shortened(paragraph.text)
    if text is paragraph.text:
        return paragraph
    marks = tuple(mark for mark in paragraph.marks if mark.start + mark.length <= MOST_SHOWN)
    return replace(paragraph, text=text, marks=marks)


def _bullet_room(paragraph: TextParagraph) -> float:
    return QFontMetricsF(paragraph.font).horizontalAdvance(paragraph.bullet + " ") + 2


def _set(paragraph: TextParagraph) -> _Set:
    shown = isolated(paragraph.text)
    signs = signs_in(shown) if shown is not paragraph.text else ()
    return _Set(paragraph, _layout(paragraph, shown, signs), signs)


def _laid_out(offset: int, signs: Sequence[int]) -> int:
    for sign in signs:
        offset += sign <= offset
    return offset


def _layout(paragraph: TextParagraph, shown: str, signs: Sequence[int]) -> QTextLayout:
    layout = QTextLayout(shown, paragraph.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if paragraph.centred:
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    layout.setTextOption(option)
    if paragraph.marks:
        layout.setFormats([_format(mark, paragraph, signs) for mark in paragraph.marks])
    layout.setCacheEnabled(True)
    return layout


def _format(
    mark: TextMark, paragraph: TextParagraph, signs: Sequence[int]
) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    if "deleted" in mark.look:
        look.setFontStrikeOut(True)
    if "inserted" in mark.look:
        look.setFontWeight(QFont.Weight.Bold)
        look.setFontUnderline(True)
    if mark.look == "found":
        look.setFontWeight(QFont.Weight.Bold)
        look.setFontUnderline(True)
    if mark.look == "strong":
        look.setFontWeight(QFont.Weight.DemiBold)
    if paragraph.mark_colours:
        deleted, inserted = paragraph.mark_colours
        if "deleted" in mark.look:
            look.setForeground(deleted)
        elif "inserted" in mark.look:
            look.setForeground(inserted)
    found = QTextLayout.FormatRange()
    found.start, found.format = _laid_out(mark.start, signs), look
    found.length = _laid_out(mark.start + mark.length, signs) - found.start
    return found


def _break(each: _Set, width: float) -> float:
    size = each.paragraph.font.pixelSize()
    each.layout.beginLayout()
    y = 0.0
    each.lines = 0
    while True:
        line = each.layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        step = max(line.height(), size * _LINE)
        line.setPosition(QPointF(0, y + (step - line.height()) / 2))
        y += step
        each.lines += 1
    each.layout.endLayout()
    return y
