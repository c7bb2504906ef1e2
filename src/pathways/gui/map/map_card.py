"""What changes on a step, in short, beside the map's node or line that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pathways.compare.change import DimensionChange, LevelChange, StepChange, Verdict
from pathways.compare.level_words import step_signs, step_words
from pathways.compare.sentences import matches_words, size_words
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.inside import inside
from pathways.gui.widgets.painted_card import paint_card
from pathways.gui.widgets.verdict_chip import VerdictChip
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n

_SAME = 6  # dimensions without a change that are named
_ROWS = 7  # dimensions that are listed one by one; the rest is counted


class MapCard(QFrame):
    """A card over the map; it never takes the keyboard away from what lies under it."""

    compare_asked = Signal(str, str)  # the ends of the step that it is about
    left = Signal()  # the mouse was on it

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("map-card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._body: QWidget | None = None
        self._lines: list[Sequence[QWidget]] = []
        self._ends: tuple[str, str] | None = None
        self._outer = QVBoxLayout(self)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme; what is shown is made anew when it is next asked for."""
        self._theme = theme
        self.hide()

    def show_step(self, title: str, change: StepChange, lead: str = "") -> None:
        """Show what changes on a step, the dimensions that change first, and what does not;
        ``lead`` says what the lower end is for.
        """
        changed = [d for d in change.dimensions if d.verdict.is_change]
        reworded = [d for d in change.dimensions if d.verdict is Verdict.REWORDED]
        same = [d.dimension.title for d in change.dimensions if d.verdict is Verdict.UNCHANGED]
        whole = sum(change.counts.values())
        levels = any(dimension.level for dimension in change.dimensions)
        summary = size_words(change.size, whole, skills=levels)
        if change.across:
            summary = matches_words(change)
        self._ends = (change.before.id, change.after.id)
        self._fill(title, summary, [*changed, *reworded], lead, same)

    def show_words(self, title: str, words: str) -> None:
        """Show a title and a sentence."""
        self._ends = None
        self._fill(title, words, [])

    @property
    def words(self) -> str:
        """Return what the card says, for those who do not see it."""
        labels = inside(self._body, QLabel) if self._body else []
        return ". ".join(label.text() for label in labels)

    def size_for(self, room: QRectF) -> QPointF:
        """Return how wide and high the card is to be in a viewport of that size; leave out what
        does not fit.
        """
        px = self._theme.px
        wide = min(room.width(), px(300), max(room.width() * 0.45, px(170)))
        for widgets in self._lines:
            for widget in widgets:
                widget.show()
        high = self._high(wide)
        for widgets in self._lines:
            if high <= room.height():
                break
            for widget in widgets:
                widget.hide()
            high = self._high(wide)
        return QPointF(wide, min(room.height(), high))

    def _high(self, wide: float) -> float:
        body = self._body.layout() if self._body else None
        if body is not None:
            body.invalidate()
        self._outer.invalidate()
        return float(
            self._outer.heightForWidth(int(wide))
            if self._outer.hasHeightForWidth()
            else self._outer.sizeHint().height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card itself."""
        paint_card(QPainter(self), self, self._theme, self._theme.control_line)

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the mouse is elsewhere again."""
        super().leaveEvent(event)
        self.left.emit()

    def _fill(
        self,
        title: str,
        words: str,
        dimensions: list[DimensionChange],
        lead: str = "",
        same: Sequence[str] = (),
    ) -> None:
        body = self._empty_body()
        grid = self._grid_in(body)
        self._lines = []  # what may be left out, the first to go first
        if lead:
            self._add(grid, 0, self._label(lead, "small"))
        grid.addWidget(self._label(title, "strong"), 1, 0, 1, 2)
        grid.addWidget(self._label(words, "small"), 2, 0, 1, 2)
        left = len(dimensions) - _ROWS
        if left > 0:
            more = _n("and {count} more dimension", "and {count} more dimensions", left)
            self._add(grid, _ROWS + 3, self._label(more.format(count=left), "small"))
        for row, change in reversed(list(enumerate(dimensions[:_ROWS], 3))):
            if change.level:
                self._add(grid, row, self._label(_levels(change, change.level)))
            else:
                chip = VerdictChip(change.verdict, self._theme, body)
                self._add(grid, row, chip, self._label(change.dimension.title))
        self._add_end(grid, _ROWS + 4, same)
        body.show()
        self._outer.activate()
        self.adjustSize()

    def _add_end(self, grid: QGridLayout, row: int, same: Sequence[str]) -> None:
        """Add what does not change, in one line that is never left out, and the way on."""
        if same:
            chip = VerdictChip(Verdict.UNCHANGED, self._theme, self._body)
            grid.addWidget(chip, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._label(_few(same)), row, 1)
        if self._ends is not None:
            ends = self._ends
            button = QPushButton(_("Compare"), self._body)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its keys are in the menu
            button.clicked.connect(lambda: self.compare_asked.emit(*ends))
            grid.addWidget(button, row + 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def _empty_body(self) -> QWidget:
        """Take away what the card shows; return what is to be filled anew."""
        if self._body is not None:
            self._body.hide()
            self._outer.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget(self)
        pad = self._theme.space(14)
        self._outer.setContentsMargins(pad, pad - 2, pad, pad - 2)
        self._outer.addWidget(self._body)
        return self._body

    def _grid_in(self, body: QWidget) -> QGridLayout:
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.space(8))
        grid.setVerticalSpacing(self._theme.space(4))
        grid.setColumnStretch(1, 1)
        return grid

    def _add(self, grid: QGridLayout, row: int, *widgets: QWidget) -> None:
        for column, widget in enumerate(widgets):
            grid.addWidget(widget, row, column, 1, 1 if widgets[1:] else 2)
        self._lines.append(widgets)

    def _label(self, text: str, look: str = "body") -> QLabel:
        return wrapped_label(look, self._body, text)


def _few(titles: Sequence[str]) -> str:
    """Return titles in one line, as many as are read at a glance."""
    left = len(titles) - _SAME
    if left <= 0:
        return ", ".join(titles)
    more = _n("and {count} more", "and {count} more", left).format(count=left)
    return f"{', '.join(titles[:_SAME])} {more}"


def _levels(change: DimensionChange, level: LevelChange) -> str:
    """Return a skill with its levels as words and as steps, in a line of its own."""
    signs = step_signs(level).replace(" ", "\u00a0")
    told = "  ".join(part for part in (step_words(level), signs) if part)
    return _("{sign} {skill}: {level}").format(
        sign=change.verdict.sign, skill=change.dimension.title, level=told
    )
