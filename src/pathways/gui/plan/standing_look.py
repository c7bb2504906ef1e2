"""How standings look: a sign, a word and a tint, as verdicts have."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pathways.compare.change import Verdict
from pathways.gui.shell.theme import SMALL, Theme
from pathways.gui.widgets.verdict_chip import chip_size
from pathways.model.plan import Standing

# Each standing has the ink and the tint of a verdict; the sign and the word tell them apart.
_INKS = {
    Standing.SHOWN: Verdict.NEW,
    Standing.PARTLY: Verdict.EASED,
    Standing.NOT_YET: Verdict.NOT_STATED,
    Standing.NO_OPPORTUNITY: Verdict.UNCHANGED,
    Standing.UNSAID: Verdict.NOT_STATED,
}
_OUTLINED = (Standing.NOT_YET,)


def standing_words(standing: Standing) -> str:
    """Return a chip's words: ``◐ in part``."""
    return f"{standing.sign} {standing.short}"


def paint_standing(
    painter: QPainter, theme: Theme, standing: Standing, x: float, y: float, room: float
) -> None:
    """Paint a chip with its top left corner at x, y, no wider than ``room`` pixels."""
    words = standing_words(standing)
    size = chip_size(theme, words)
    width = min(float(size.width()), room)
    place = QRectF(x + 0.5, y + 0.5, width - 1, size.height() - 1)
    verdict = _INKS[standing]
    ink = theme.verdict_ink(verdict)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edged = standing in _OUTLINED or theme.edge > 1
    quiet = standing is Standing.UNSAID
    painter.setPen(QPen(ink, 1) if edged and not quiet else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(Qt.GlobalColor.transparent) if quiet else theme.verdict_tint(verdict))
    painter.drawRoundedRect(place, theme.px(4), theme.px(4))
    painter.setPen(ink)
    painter.setFont(theme.font(SMALL, bold=not quiet))
    shown = painter.fontMetrics().elidedText(
        words, Qt.TextElideMode.ElideRight, int(width - theme.px(6))
    )
    across = Qt.AlignmentFlag.AlignLeft if quiet else Qt.AlignmentFlag.AlignHCenter
    painter.drawText(place, across | Qt.AlignmentFlag.AlignVCenter, shown)
