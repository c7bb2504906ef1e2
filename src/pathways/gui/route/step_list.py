"""The steps of a way under each other: how big each is, and what changes on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pathways.compare.change import StepChange, Verdict
from pathways.gui.shell.theme import BODY, SMALL, Theme
from pathways.gui.widgets.line_list import LineList, ListLine
from pathways.gui.widgets.plain_text import heard
from pathways.gui.widgets.text_block import TextBlock, TextParagraph
from pathways.gui.widgets.verdict_chip import chip_size, chip_words, paint_chip
from pathways.i18n import _, _n, in_words
from pathways.model.step import Step, StepKind


class StepLine(ListLine):
    """Show one step; pressing it compares its two ends."""

    def __init__(
        self, step: Step, change: StepChange, largest: int, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.step, self.change = step, change
        self._share = change.size / max(1, largest)
        self._verdicts = _verdicts_of(change)
        self._count = _n(
            "{count} statement changes", "{count} statements change", change.size
        ).format(count=change.size)
        self._make_blocks()
        self._tops: list[float] = []
        self.setAccessibleName(heard(self._spoken()))
        self.setAccessibleDescription(_("Press to compare the two"))

    def height_for(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        theme = self._theme
        pad = theme.space(12)
        inner = width - 2 * pad
        y = float(pad) + self._title.lay_out(inner)
        y += self._kind.lay_out(inner)
        self._bar_top = y + theme.px(4)
        y = self._bar_top + theme.font(SMALL).pixelSize() * 1.4 + theme.px(6)
        self._tops = []
        for _verdict, block in self._lines:
            self._tops.append(y)
            chip = chip_size(theme, "=").height()
            y += max(chip, block.lay_out(inner - self._chips)) + theme.px(3)
        return round(y + pad - theme.px(3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the title, the bar of the size, and the dimensions behind their verdicts."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 2 * theme.edge if self.hasFocus() else theme.edge
        painter.setPen(QPen(QColor(theme.focus if self.hasFocus() else theme.line), edge))
        painter.setBrush(QColor(theme.hover if self.underMouse() else theme.surface))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), 8, 8
        )
        pad = theme.space(12)
        self._title.paint(painter, pad, pad)
        self._kind.paint(painter, pad, pad + self._title.height)
        self._paint_size(painter, pad)
        for (verdict, block), top in zip(self._lines, self._tops, strict=True):
            paint_chip(painter, theme, verdict, chip_words(verdict), pad, top)
            block.paint(painter, pad + self._chips, top)

    def _paint_size(self, painter: QPainter, pad: int) -> None:
        theme = self._theme
        painter.setFont(theme.font(SMALL))
        height = painter.fontMetrics().height()
        room = (
            self.width()
            - 2 * pad
            - painter.fontMetrics().horizontalAdvance(self._count)
            - theme.space(12)
        ) * 0.8
        bar = QRectF(
            pad,
            self._bar_top + (height - theme.px(8)) / 2,
            max(2.0, room * self._share),
            theme.px(8),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(theme.quiet_text))
        words = QRectF(
            bar.right() + theme.space(8), self._bar_top, self.width() - bar.right() - pad, height
        )
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._count
        )

    def _make_blocks(self) -> None:
        theme, step, change = self._theme, self.step, self.change
        text, quiet = QColor(theme.text), QColor(theme.quiet_text)
        title = f"{change.before.title} → {change.after.title}"
        self._title = TextBlock([TextParagraph(title, theme.font(BODY, bold=True), text)])
        words = _kind_words(step)
        self._kind = TextBlock([TextParagraph(words, theme.font(SMALL), quiet)] if words else [])
        self._lines = [
            (
                verdict,
                TextBlock(
                    [
                        TextParagraph(
                            ", ".join(titles),
                            theme.font(BODY),
                            text if verdict.is_change else quiet,
                        )
                    ]
                ),
            )
            for verdict, titles in self._verdicts
        ]
        widest = [
            chip_size(theme, chip_words(verdict)).width() for verdict, _titles in self._verdicts
        ]
        self._chips = max(widest, default=0) + theme.space(10)
        self._bar_top = 0.0

    def _spoken(self) -> str:
        words = _("From {before} to {after}").format(
            before=self.change.before.title, after=self.change.after.title
        )
        parts = [words, _kind_words(self.step), self._count]
        parts += [f"{verdict.word}: {in_words(titles)}" for verdict, titles in self._verdicts]
        return ". ".join(part for part in parts if part) + "."


class StepList(LineList[StepLine]):
    """Show the steps of a way; the arrows walk."""

    asked = Signal(str, str)  # compare these two

    def show_steps(self, steps: Sequence[tuple[Step, StepChange]], theme: Theme) -> None:
        """Show other steps."""
        largest = max((change.size for _step, change in steps), default=0)
        self.fill([self._line(step, change, largest, theme) for step, change in steps], theme)

    def gap(self) -> int:
        """Return the room between two cards, in pixels."""
        return self._theme.space(8)

    def _line(self, step: Step, change: StepChange, largest: int, theme: Theme) -> StepLine:
        line = StepLine(step, change, largest, theme, self)
        line.clicked.connect(lambda: self.asked.emit(step.source, step.target))
        return line


def _verdicts_of(change: StepChange) -> list[tuple[Verdict, list[str]]]:
    """Return which dimensions have which verdict, what changes before what does not; none that is
    not stated.
    """
    found: dict[Verdict, list[str]] = {}
    for dimension in change.dimensions:
        if dimension.verdict is not Verdict.NOT_STATED:
            found.setdefault(dimension.verdict, []).append(dimension.dimension.title)
    order = [*(v for v in Verdict if v.is_change), *(v for v in Verdict if not v.is_change)]
    return [(verdict, found[verdict]) for verdict in order if verdict in found]


def _kind_words(step: Step) -> str:
    """Say how a move is made, where it is not simply the next grade, and whether any document
    states it.
    """
    parts = [step.kind.word if step.kind is not StepKind.NEXT_GRADE else ""]
    parts += [_("suggested") if step.indicative else ""]
    parts += [step.note or (_("no document states this move") if step.indicative else "")]
    return " · ".join(part for part in parts if part)
