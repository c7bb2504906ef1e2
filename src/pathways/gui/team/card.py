"""A card: a heading, and lines below it that are made anew when something changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from pathways.compare.change import Verdict
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import action_words
from pathways.gui.widgets.taking_out import take_out
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.planning.standing import WORDS, in_words

_INKS = {"shown": Verdict.NEW, "partly": Verdict.EASED}


class Card(QFrame):
    """Show a heading and what is said below it."""

    def __init__(self, theme: Theme, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(heading)
        self._theme = theme
        self.heading = self._label(heading, "heading")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._parts: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme."""
        self._theme = theme
        edge = theme.space(14)
        self._column.setContentsMargins(edge, theme.space(10), edge, edge)
        self._column.setSpacing(theme.space(6))

    def clear(self) -> None:
        """Take every line out."""
        for part in self._parts:
            take_out(part, self._column)
        self._parts.clear()

    def add_line(self, words: str, look: str = "") -> QLabel:
        """Add a line of text, which can be chosen and copied."""
        label = self._label(words, look)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(label)
        return label

    def add_lines(self, lines: Sequence[str], otherwise: str = "") -> None:
        """Add lines; one that stands back where there are none."""
        for line in lines:
            self.add_line(line)
        if not lines and otherwise:
            self.add_line(otherwise, "quiet")

    def add_standing(self, counts: dict[str, int]) -> None:
        """Add a bar of counts; the words beside it say the same."""
        self.add(StandingBar(self._theme, counts, self))

    def add_buttons(
        self, buttons: Sequence[tuple[str, Callable[[], object]]], about: str = ""
    ) -> QPushButton:
        """Add buttons in a row, each with what it does; return the first of them.

        ``about`` is what they are about, for those who hear them.
        """
        row = QWidget(self)
        flow = FlowLayout(row, self._theme.space(8))
        made = []
        for words, do in buttons:
            button = QPushButton(action_words(words), row)
            button.clicked.connect(lambda _on=False, do=do: do())
            if about:
                button.setAccessibleName(f"{words}: {about}")
            flow.addWidget(button)
            made.append(button)
        self.add(row)
        return made[0]

    def hold(self, part: QWidget) -> None:
        """Add a part that stays when the lines are taken out."""
        self._column.addWidget(part)

    def add(self, part: QWidget) -> None:
        """Add any part."""
        self._parts.append(part)
        self._column.addWidget(part)
        part.show()

    def _label(self, words: str, look: str) -> QLabel:
        return wrapped_label(look, self, words)


class StandingBar(QWidget):
    """Paint how many statements stand how: what is shown, in part, and the rest."""

    def __init__(self, theme: Theme, counts: dict[str, int], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts = counts
        said = ", ".join(f"{counts[word]} {in_words(word)}" for word in WORDS if counts[word])
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the bar."""
        return QSize(self._theme.px(200), self._theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        painter = QPainter(self)
        place = QRectF(0, 0, min(self.width(), self._theme.px(360)), self.height())
        paint_bar(painter, self._theme, self._counts, place)


def paint_bar(painter: QPainter, theme: Theme, counts: dict[str, int], place: QRectF) -> None:
    """Paint counts as a bar; the lengths say how many, the order how they stand."""
    whole = sum(counts.values())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.line))
    painter.drawRoundedRect(place, 3, 3)
    x = place.x()
    for word in ("shown", "partly"):
        width = place.width() * counts[word] / whole if whole else 0.0
        if width:
            painter.setBrush(theme.verdict_ink(_INKS[word]))
            painter.drawRoundedRect(QRectF(x, place.y(), width, place.height()), 3, 3)
            x += width
    painter.restore()
