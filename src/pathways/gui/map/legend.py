"""What the lines and marks of the map mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from pathways.gui.map.fold_sign import paint_sign
from pathways.gui.map.look import Look
from pathways.gui.map.step_style import INDICATIVE, STROKES, Stroke, arrow, draw_step
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import Label, set_tip
from pathways.gui.widgets.taking_out import take_all_out
from pathways.i18n import _
from pathways.model.library import Library
from pathways.model.step import StepKind


class LegendEntry(msgspec.Struct, frozen=True):
    """One line of the legend: a sample, drawn by ``draw``, and what it means."""

    id: str
    words: str
    draw: Callable[[QPainter, QRectF, Look], None]


class Sample(QWidget):
    """Show one line or mark as it looks on the map."""

    def __init__(self, entry: LegendEntry, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._look = Look(theme)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a size that grows with the text."""
        return QSize(self._look.theme.px(40), self._look.theme.px(20))

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


class MapLegend(QWidget):
    """A strip of samples with their meaning, which can be folded away."""

    def __init__(
        self, library: Library, theme: Theme, parent: QWidget | None = None, *, folds: bool = False
    ) -> None:
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
        self.show_library(library, folds=folds)
        self.set_open(True)

    @property
    def words(self) -> tuple[str, ...]:
        """Return what the legend says, line by line."""
        return tuple(label.text() for label in self._labels)

    def show_library(self, library: Library, *, folds: bool = False) -> None:
        """Explain what occurs in these frameworks, and what is folded where it ``folds``, and
        nothing else.
        """
        take_all_out(self._flow)
        self._samples, self._labels = [], []
        for entry in entries(library, folds=folds):
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
        words = (
            _("Hide what lines and marks mean") if is_open else _("Show what lines and marks mean")
        )
        set_tip(self.switch, words)
        self.switch.setAccessibleName(words)

    def fold_where_cramped(self, width: int) -> None:
        """Fold it away where it would take more than one line, unless the person has decided."""
        if not self._decided:
            room = width - self.switch.sizeHint().width() - 8
            self.switch.setChecked(self._flow.sizeHint().width() <= room)

    def _on_clicked(self) -> None:
        self._decided = True

    def _add(self, entry: LegendEntry) -> None:
        pair = QWidget(self._strip)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sample, label = Sample(entry, self._theme, pair), Label(entry.words, pair)
        label.setProperty("look", "small")
        row.addWidget(sample)
        row.addWidget(label)
        self._samples.append(sample)
        self._labels.append(label)
        self._flow.addWidget(pair)


def entries(library: Library, *, folds: bool = False) -> Sequence[LegendEntry]:
    """Return the lines that explain what occurs in ``library``, and what is folded where it
    ``folds``.
    """
    found = [LegendEntry("size", _("thicker: more changes"), _draw_sizes)]
    kinds = {step.kind for step in library.steps if not step.indicative} - {StepKind.NEXT_GRADE}
    if any(step.indicative for step in library.steps):
        found.append(LegendEntry("indicative", _("suggested, not official"), _drawn_as(INDICATIVE)))
    for kind in StepKind:
        if kind in kinds:
            found.append(LegendEntry(kind.value, kind.word, _drawn_as(STROKES[kind])))
    if folds:
        found.append(LegendEntry("folded", _("folded (click, or Enter)"), _draw_folded))
    found.append(LegendEntry("current", _("where you are"), _draw_current))
    found.append(LegendEntry("chosen", _("chosen (double-click or Space)"), _draw_chosen))
    return found


def _arrow(painter: QPainter, rect: QRectF, look: Look, *, width: float, stroke: Stroke) -> None:
    y = rect.center().y()
    foot, head = arrow(QPointF(rect.left(), y), QPointF(rect.right() - 1, y), width, stroke, look)
    path = QPainterPath(QPointF(rect.left(), y))
    path.lineTo(foot)
    draw_step(painter, path, head, look, stroke, colour=look.colour("control_line"), width=width)


def _draw_sizes(painter: QPainter, rect: QRectF, look: Look) -> None:
    half = rect.width() / 2
    _arrow(painter, QRectF(0, 0, half - 2, rect.height()), look, width=2, stroke=Stroke())
    _arrow(painter, QRectF(half + 1, 0, half - 2, rect.height()), look, width=6, stroke=Stroke())


def _drawn_as(stroke: Stroke) -> Callable[[QPainter, QRectF, Look], None]:
    def draw(painter: QPainter, rect: QRectF, look: Look) -> None:
        _arrow(painter, rect, look, width=2, stroke=stroke)

    return draw


def _draw_folded(painter: QPainter, rect: QRectF, look: Look) -> None:
    for shift in (2.0, 0.0):
        box = _box(
            painter,
            rect.translated(shift, shift),
            look,
            line="control_line",
            fill="surface",
            width=1,
        )
    paint_sign(painter, box.center(), look, plus=True)


def _box(
    painter: QPainter, rect: QRectF, look: Look, *, line: str, fill: str, width: float
) -> QRectF:
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
