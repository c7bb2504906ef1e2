"""A verdict as people see it everywhere: a sign, a word and a tint."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pathways.compare.change import Verdict
from pathways.gui.shell.theme import SMALL, Theme
from pathways.gui.widgets.plain_text import set_tip


def chip_words(verdict: Verdict, word: str = "") -> str:
    """Return a chip's words: ``↑ more asked``; ``word`` stands for the verdict's own where it is
    another.
    """
    return f"{verdict.sign} {word or verdict.word}"


def chip_size(theme: Theme, words: str) -> QSize:
    """Return how much room a chip with these words takes."""
    metrics = QFontMetricsF(theme.font(SMALL, bold=True))
    return QSize(
        round(metrics.horizontalAdvance(words)) + theme.px(14),
        round(metrics.height()) + theme.px(5),
    )


def paint_chip(
    painter: QPainter, theme: Theme, verdict: Verdict, words: str, x: float, y: float
) -> float:
    """Paint a chip with its top left corner at x, y; return its width in pixels."""
    size = chip_size(theme, words)
    place = QRectF(x + 0.5, y + 0.5, size.width() - 1, size.height() - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.verdict_ink(verdict)
    edge = QPen(ink, theme.edge if theme.edge > 1 else 1)
    if not verdict.is_change:
        edge.setStyle(Qt.PenStyle.DashLine if verdict is Verdict.REWORDED else Qt.PenStyle.NoPen)
        if theme.edge > 1 and verdict is not Verdict.REWORDED:
            edge = QPen(ink, 1)
    elif theme.edge <= 1:
        edge = QPen(Qt.PenStyle.NoPen)
    painter.setPen(edge)
    painter.setBrush(theme.verdict_tint(verdict))
    radius = theme.px(4)
    painter.drawRoundedRect(place, radius, radius)
    painter.setPen(ink)
    painter.setFont(theme.font(SMALL, bold=True))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
    return float(size.width())


class VerdictChip(QWidget):
    """Show one verdict."""

    def __init__(
        self, verdict: Verdict, theme: Theme, parent: QWidget | None = None, *, word: str = ""
    ) -> None:
        super().__init__(parent)
        self.verdict = verdict
        self._theme = theme
        self._words = chip_words(verdict, word=word)
        self.setAccessibleName(word or verdict.word)
        set_tip(self, verdict.explanation)

    def sizeHint(self) -> QSize:
        """Return the room that sign and word take."""
        return chip_size(self._theme, self._words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sign and word on the tint."""
        painter = QPainter(self)
        paint_chip(painter, self._theme, self.verdict, self._words, 0, 0)
