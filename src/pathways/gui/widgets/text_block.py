"""Paragraphs laid out to a width and painted: quicker than a label for each, and with word
marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

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

from pathways.gui.widgets.plain_text import MOST_SHOWN, shown

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


@dataclass
class _Set:
    """A paragraph with its lines broken."""

    paragraph: TextParagraph
    layout: QTextLayout
    top: float = 0
    lines: int = field(default=0)


class TextBlock:
    """Lay paragraphs out under each other; ``height`` is known after ``lay_out``."""

    def __init__(self, paragraphs: Sequence[TextParagraph] = ()) -> None:
        cut = [_cut(paragraph) for paragraph in paragraphs]
        self._sets = [_Set(paragraph, _layout(paragraph)) for paragraph in cut]
        self.width = -1.0
        self.height = 0.0

    def lay_out(self, width: float) -> float:
        """Break the lines for a width and return the height, both in pixels."""
        if width == self.width:
            return self.height
        self.width = width
        y = 0.0
        for index, each in enumerate(self._sets):
            y += each.paragraph.above if index else 0
            each.top = y
            y += _break(each, max(20.0, width - each.paragraph.indent))
        self.height = y
        return y

    def natural_width(self) -> float:
        """Return how wide the longest paragraph would be on one line."""
        widths = [
            QFontMetricsF(each.paragraph.font).horizontalAdvance(each.paragraph.text)
            + each.paragraph.indent
            for each in self._sets
        ]
        return max(widths, default=0.0) + 1

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint with the top left corner at x, y."""
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
            each.layout.draw(painter, QPointF(x + paragraph.indent, y + each.top))


def _cut(paragraph: TextParagraph) -> TextParagraph:
    """Return a paragraph that can be laid out at once; its copy has the whole text."""
    text = shown(paragraph.text)
    if text is paragraph.text:
        return paragraph
    marks = tuple(mark for mark in paragraph.marks if mark.start + mark.length <= MOST_SHOWN)
    return replace(paragraph, text=text, marks=marks)


def _bullet_room(paragraph: TextParagraph) -> float:
    return QFontMetricsF(paragraph.font).horizontalAdvance(paragraph.bullet + " ") + 2


def _layout(paragraph: TextParagraph) -> QTextLayout:
    layout = QTextLayout(paragraph.text, paragraph.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if paragraph.centred:
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    layout.setTextOption(option)
    if paragraph.marks:
        layout.setFormats([_format(mark, paragraph) for mark in paragraph.marks])
    layout.setCacheEnabled(True)
    return layout


def _format(mark: TextMark, paragraph: TextParagraph) -> QTextLayout.FormatRange:
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
    found.start, found.length, found.format = mark.start, mark.length, look
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
