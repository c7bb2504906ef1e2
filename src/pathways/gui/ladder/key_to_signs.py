"""What the signs mean, in one line or a few."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from pathways.compare.change import Verdict
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.inside import inside
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import Label
from pathways.gui.widgets.taking_out import take_all_out
from pathways.gui.widgets.verdict_chip import VerdictChip
from pathways.i18n import _


class KeyToSigns(QWidget):
    """Show each verdict's chip with its meaning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, 12)
        self.setAccessibleName(_("What the signs mean"))

    def show_verdicts(self, verdicts: Iterable[Verdict], theme: Theme) -> None:
        """Explain these verdicts."""
        take_all_out(self._flow)
        self._flow.set_gap(theme.space(12), theme.space(5))
        for verdict in verdicts:
            pair = QWidget(self)
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.space(6))
            chip, words = VerdictChip(verdict, theme, pair), Label(verdict.explanation, pair)
            chip.setAccessibleName("")  # its word stands before the meaning
            chip.setFixedSize(chip.sizeHint())
            words.setProperty("look", "small")
            words.setAccessibleName(
                _("{word}: {meaning}").format(word=verdict.word, meaning=verdict.explanation)
            )
            row.addWidget(chip)
            row.addWidget(words)
            self._flow.addWidget(pair)
            pair.show()
        self._fold()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words where a line is too long for the page."""
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the page has: what is longer is broken."""
        return QSize(0, super().minimumSizeHint().height())

    def _fold(self) -> None:
        for words in inside(self, QLabel):
            pair = words.parentWidget()
            chip = pair.findChild(VerdictChip) if pair is not None else None
            if chip is None:
                continue
            words.ensurePolished()
            line = words.fontMetrics().horizontalAdvance(words.text())
            words.setWordWrap(chip.width() + self._flow.gap + line > self.width())
