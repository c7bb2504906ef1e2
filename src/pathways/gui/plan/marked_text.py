"""A text with word marks, as high as it needs at its width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pathways.gui.shell.theme import BODY, Theme
from pathways.gui.widgets.text_block import TextBlock, TextMark, TextParagraph


class MarkedText(QWidget):
    """Show a text of which runs look different."""

    def __init__(
        self, text: str, marks: Sequence[TextMark], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        colours = QColor(theme.delete_ink), QColor(theme.insert_ink)
        paragraph = TextParagraph(
            text,
            theme.font(BODY),
            QColor(theme.text),
            marks=tuple(marks),
            mark_colours=colours,
        )
        self._block = TextBlock([paragraph])
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return round(self._block.lay_out(width)) + 1

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(120, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least width that can be read."""
        return QSize(80, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text."""
        self._block.lay_out(self.width())
        self._block.paint(QPainter(self), 0, 0)


def marks_for(words: Sequence[tuple[str, str]], kind: str) -> list[TextMark]:
    """Return the marks of one of two compared texts: ``kind`` is delete for the text before, insert
    for the one after. None where the two have next to nothing in common.
    """
    if not any(run == "equal" for run, _text in words):
        return []
    marks, place = [], 0
    for run, text in words:
        if run not in ("equal", kind):
            continue
        if run == kind:
            body = text.strip()
            start = place + text.find(body)
            marks.append(TextMark(start, len(body), "deleted" if kind == "delete" else "inserted"))
        place += len(text)
    return marks
