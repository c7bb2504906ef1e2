"""What the lines and marks of the map mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from pathways.gui.map.look import Look
from pathways.gui.theme import Theme
from pathways.gui.widgets.page_head import FlowLayout
from pathways.i18n import _
from pathways.model.library import Library
from pathways.model.step import StepKind


class Entry(msgspec.Struct, frozen=True):
    """One line of the legend: a sample, drawn by ``draw``, and what it means."""

    id: str
    words: str
    draw: Callable[[QPainter, QRectF, Look], None]


class Sample(QWidget):
    """Show one line or mark as it looks on the map."""

    def __init__(self, entry: Entry, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._look = Look(theme)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a size that grows with the text."""
        return QSize(self._look.theme.px(32), self._look.theme.px(20))

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self._look = Look(theme)
        self.setFixedSize(self.sizeHint())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sample."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._entry.draw(painter, QRectF(self.rect()), self._look)
        painter.end()


class Legend(QWidget):
    """A strip of samples with their meaning, which can be folded away."""

    def __init__(self, library: Library, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map-legend")
        self._theme = theme
        self._decided = False  # the person has opened or folded it
        self._samples: list[Sample] = []
        self._labels: list[QLabel] = []
        self.switch = QToolButton(self)
        self.switch.setObjectName("map-legend-switch")
        self.switch.setCheckable(True)
        self.switch.setChecked(True)
        self.switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.switch.setProperty("look", "icon")
        self.switch.toggled.connect(self.set_open)
        self.switch.clicked.connect(self._on_clicked)
        self._strip = QWidget(self)
        self._strip.setObjectName("map-legend-strip")
        self._flow = FlowLayout(self._strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        side = QVBoxLayout()
        side.addWidget(self.switch)
        side.addStretch(1)
        row.addLayout(side)
        row.addWidget(self._strip, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)
        self.show_library(library)
        self.set_open(True)

    @property
    def words(self) -> tuple[str, ...]:
        """Return what the legend says, line by line."""
        return tuple(label.text() for label in self._labels)

    def show_library(self, library: Library) -> None:
        """Explain what occurs in these frameworks, and nothing else."""
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        self._samples, self._labels = [], []
        for entry in entries(library):
            self._add(entry)
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme's colours and text size."""
        self._theme = theme
        for sample in self._samples:
            sample.set_theme(theme)
        self._flow.set_gap(theme.space(12))

    def set_open(self, is_open: bool) -> None:
        """Show the samples, or fold them away."""
        self._strip.setVisible(is_open)
        self.switch.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.switch.setText(_("Legend"))
        words = _("Hide what lines and marks mean") if is_open else _("Show what lines and marks mean")
        self.switch.setToolTip(words)
        self.switch.setAccessibleName(words)

    def fold_where_cramped(self, width: int) -> None:
        """Fold it away where it would take more than one line, unless the person has decided."""
        if not self._decided:
            room = width - self.switch.sizeHint().width() - 8
            self.switch.setChecked(self._flow.sizeHint().width() <= room)

    def _on_clicked(self) -> None:
        self._decided = True

    def _add(self, entry: Entry) -> None:
        pair = QWidget(self._strip)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sample, label = Sample(entry, self._theme, pair), QLabel(entry.words, pair)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("look", "small")
        row.addWidget(sample)
        row.addWidget(label)
        self._samples.append(sample)
        self._labels.append(label)
        self._flow.addWidget(pair)


def entries(library: Library) -> Sequence[Entry]:
    """Return the lines that explain what occurs in ``library``."""
    found = [Entry("size", _("thicker: more changes"), _draw_sizes)]
    kinds = {step.kind for step in library.steps if not step.indicative} - {StepKind.NEXT_GRADE}
    if any(step.indicative for step in library.steps):
        found.append(Entry("indicative", _("indicative: stated by no document"), _draw_dashes))
    for kind in StepKind:
        if kind in kinds:
            found.append(Entry(kind.value, kind.word, _draw_line))
    found.append(Entry("current", _("where you are"), _draw_current))
    found.append(Entry("chosen", _("chosen (double-click or Space)"), _draw_chosen))
    return found


def _arrow(painter: QPainter, rect: QRectF, look: Look, *, width: float, y: float, dashed: bool = False) -> None:
    colour, tip = look.colour("control_line"), look.grown(max(4.5, width / 2 + 3))
    pen = QPen(colour, look.grown(width))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([3.0, 2.5])
    painter.setPen(pen)
    foot = rect.right() - tip * 1.3
    painter.drawLine(QPointF(rect.left(), y), QPointF(foot, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(rect.right(), y), QPointF(foot, y - tip), QPointF(foot, y + tip)]))


def _draw_sizes(painter: QPainter, rect: QRectF, look: Look) -> None:
    half = rect.width() / 2
    _arrow(painter, QRectF(0, 0, half - 2, rect.height()), look, width=2, y=rect.center().y())
    _arrow(painter, QRectF(half + 1, 0, half - 2, rect.height()), look, width=6, y=rect.center().y())


def _draw_line(painter: QPainter, rect: QRectF, look: Look) -> None:
    _arrow(painter, rect, look, width=2, y=rect.center().y())


def _draw_dashes(painter: QPainter, rect: QRectF, look: Look) -> None:
    _arrow(painter, rect, look, width=2, y=rect.center().y(), dashed=True)


def _box(painter: QPainter, rect: QRectF, look: Look, *, line: str, fill: str, width: float) -> QRectF:
    height = rect.height() * 0.62
    box = QRectF(rect.left() + 5, rect.center().y() - height / 2, rect.width() - 10, height)
    painter.setPen(QPen(look.colour(line), width * look.theme.edge))
    painter.setBrush(look.colour(fill))
    painter.drawRoundedRect(box, 3, 3)
    return box


def _draw_current(painter: QPainter, rect: QRectF, look: Look) -> None:
    box = _box(painter, rect, look, line="control_line", fill="hover", width=1)
    painter.setPen(QPen(look.colour("focus"), 2 * look.theme.edge**0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 5, 5)


def _draw_chosen(painter: QPainter, rect: QRectF, look: Look) -> None:
    side = min(rect.height(), look.label_metrics.height() + look.grown(2))
    badge = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("accent"))
    painter.drawEllipse(badge)
    painter.setPen(look.colour("on_accent"))
    painter.setFont(look.label_font)
    painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), "1")
