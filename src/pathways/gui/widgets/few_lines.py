"""Words in a small place: broken into a few lines, the last one shortened."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from pathways.right_to_left import isolated

_LETTERS = 700  # of a long text that are laid out: a small place has no room for more
_LEAST = 20.0  # pixels: Qt lays nothing out in less


class FewLines:
    """Text broken into a few lines; the last one is shortened where there would be more.

    ``step`` is the height of a line in pixels.
    """

    def __init__(self, text: str, font: QFont, width: float, most: int, *, step: float) -> None:
        self.font = font
        self.step = round(step)
        self.lines: list[str] = []
        whole = text[:_LETTERS].replace("\n", "\u2028")
        layout = QTextLayout(whole, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(_LEAST, width))
            start = line.textStart()
            if len(self.lines) == most - 1 and start + line.textLength() < len(whole):
                rest = whole[start:].split("\u2028", 1)[0]
                self.lines.append(self._shortened(rest, width, more="\u2028" in whole[start:]))
                break
            self.lines.append(whole[start : start + line.textLength()].strip("\u2028"))
        layout.endLayout()
        if len(text) > _LETTERS and self.lines and not self.lines[-1].endswith("…"):
            self.lines[-1] += "…"

    @property
    def height(self) -> int:
        """Return the height of all lines, in pixels."""
        return self.step * len(self.lines)

    @property
    def width(self) -> float:
        """Return the width of the widest line, in pixels."""
        metrics = QFontMetricsF(self.font)
        return max((metrics.horizontalAdvance(line) for line in self.lines), default=0.0)

    def paint(self, painter: QPainter, place: QRectF, align: Qt.AlignmentFlag) -> None:
        """Paint the lines from the top of a place, in the painter's colour."""
        painter.setFont(self.font)
        y = place.y()
        for line in self.lines:
            row = QRectF(place.x(), y, place.width(), self.step)
            painter.drawText(row, align | Qt.AlignmentFlag.AlignVCenter, isolated(line))
            y += self.step

    def _shortened(self, rest: str, width: float, *, more: bool) -> str:
        """Return the last line with "…" at its end, after a whole word where there is one."""
        metrics = QFontMetricsF(self.font)
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, max(_LEAST, width))
        if not shown.endswith("…"):
            return f"{shown}…" if more else shown
        kept = shown[:-1]
        whole_word = kept.rfind(" ")
        cut_inside = len(kept) < len(rest) and rest[len(kept)] != " "
        if cut_inside and whole_word > 0:
            kept = kept[:whole_word]
        return kept.rstrip(" ,;:") + "…"
