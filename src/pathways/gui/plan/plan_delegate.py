"""Cells of the plan painted: the requirement behind its verdict, the standing as a chip."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from pathways.compare.change import Verdict
from pathways.gui.plan.plan_model import (
    ASKED,
    HERE,
    QUIET,
    ROW,
    STANDING,
    SUBJECT,
    THERE,
    PlanModel,
)
from pathways.gui.plan.standing_look import paint_standing
from pathways.gui.shell.theme import BODY, SMALL, Theme
from pathways.gui.widgets.cell_words import CellText
from pathways.gui.widgets.icons import sign_icon
from pathways.gui.widgets.model_index import Index
from pathways.gui.widgets.text_block import TextBlock, TextMark, TextParagraph
from pathways.gui.widgets.verdict_chip import chip_size, chip_words, paint_chip
from pathways.i18n import _, _n
from pathways.model.plan import Plan, Row, Standing
from pathways.planning.where import SubjectRows


class PlanDelegate(QStyledItemDelegate):
    """Paint a plan's cells, as high as their words need at the width of their columns."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heights: dict[tuple[str, int, str], int] = {}

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell at the width of its column."""
        theme = self._theme
        if index.data(SUBJECT) is not None:
            return QSize(10, theme.text_px() + theme.space(20))
        view = option.widget
        width = view.columnWidth(index.column()) if isinstance(view, QTreeView) else 200
        row: Row = index.data(ROW)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        key = (words, width, f"{row.verdict}{row.changed}{index.data(THERE)}{index.column()}")
        if key not in self._heights:
            block = self._block(row, index, words)
            inner = width - 2 * theme.space(8)
            self._heights[key] = round(block.lay_out(inner)) + self._top(index) + theme.space(10)
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        painter.save()
        subject: SubjectRows | None = index.data(SUBJECT)
        if subject is not None:
            self._paint_subject(painter, option, subject, index)
        else:
            self._paint_cell(painter, option, index)
        painter.restore()

    def _paint_subject(
        self, painter: QPainter, option: QStyleOptionViewItem, subject: SubjectRows, index: Index
    ) -> None:
        theme, place = self._theme, option.rect
        self._ground(painter, option, theme.window)
        if index.column():
            return
        view = option.widget
        folded = isinstance(view, QTreeView) and not view.isExpanded(index)
        side = theme.px(14)
        sign = sign_icon("folded" if folded else "down", theme.text, side).pixmap(side, side)
        painter.drawPixmap(
            place.x() + theme.space(6), place.y() + (place.height() - side) // 2, sign
        )
        painter.setPen(QColor(theme.text))
        painter.setFont(theme.font(BODY, bold=True))
        inner = place.adjusted(theme.space(10) + side, 0, -theme.space(8), 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, middle, subject.title)
        used = painter.fontMetrics().horizontalAdvance(subject.title + "  ")
        painter.setFont(theme.font(SMALL))
        painter.setPen(QColor(theme.quiet_text))
        painter.drawText(inner.adjusted(used, 0, 0, 0), middle, _counts(subject))

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, place = self._theme, option.rect
        self._ground(painter, option, theme.surface)
        row: Row = index.data(ROW)
        x, y = place.x() + theme.space(8), place.y() + theme.space(5)
        width = place.width() - 2 * theme.space(8)
        if index.column() == STANDING:
            paint_standing(painter, theme, Standing(index.data(HERE)), x, y, width)
            below = y + chip_size(theme, "=").height() + theme.px(2)
            self._small(painter, x, below, width, str(index.data(THERE)))
            return
        if index.column() == ASKED:
            verdict = Verdict(row.verdict)
            paint_chip(painter, theme, verdict, chip_words(verdict), x, y)
        block = self._block(row, index, str(index.data(Qt.ItemDataRole.DisplayRole)))
        block.lay_out(width)
        block.paint(painter, x, y + self._top(index))

    def text_of(self, index: Index, place: QRect) -> CellText | None:
        """Return the words of a cell, and where in its place they are painted."""
        if index.data(ROW) is None or index.column() == STANDING:
            return None
        edge, above = self._theme.space(8), self._theme.space(5) + self._top(index)
        inner = place.adjusted(edge, above, -edge, -self._theme.space(5))
        size = SMALL if index.column() > STANDING else BODY
        return CellText(str(index.data()), inner, self._theme.font(size))

    def _block(self, row: Row, index: Index, words: str) -> TextBlock:
        theme = self._theme
        quiet = QColor(theme.quiet_text)
        if index.column() == STANDING:
            told = [words, str(index.data(THERE))]
            return TextBlock(
                [TextParagraph(text, theme.font(SMALL), quiet) for text in told if text]
            )
        ink = quiet if index.data(QUIET) else QColor(theme.text)
        small = index.column() > STANDING
        font = theme.font(SMALL if small else BODY)
        paragraphs = [TextParagraph(words, font, ink)]
        if index.column() == ASKED:
            model = index.model()
            for note in _notes(row, model.plan if isinstance(model, PlanModel) else None):
                marks = (TextMark(0, len(note), "strong"),)
                paragraphs.append(TextParagraph(note, theme.font(SMALL), quiet, marks=marks))
        return TextBlock(paragraphs)

    def _top(self, index: Index) -> int:
        """Return where the words of a cell begin: under the verdict, where there is one."""
        if index.column() != ASKED:
            return 0
        return chip_size(self._theme, "=").height() + self._theme.px(2)

    def _small(self, painter: QPainter, x: float, y: float, width: float, words: str) -> None:
        block = TextBlock(
            [TextParagraph(words, self._theme.font(SMALL), QColor(self._theme.quiet_text))]
        )
        block.lay_out(width)
        block.paint(painter, x, y)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, colour: str) -> None:
        theme, place = self._theme, QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(
            place, QColor(theme.accent_tint if chosen else theme.hover if over else colour)
        )
        painter.setPen(QPen(QColor(theme.line), theme.edge))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if chosen and bool(option.state & QStyle.StateFlag.State_Active):
            painter.setPen(QPen(QColor(theme.focus), 2 * theme.edge))
            painter.drawLine(place.topLeft(), place.topRight())
            painter.drawLine(place.bottomLeft(), place.bottomRight())


def _counts(subject: SubjectRows) -> str:
    words: dict[str, int] = {}
    for row in subject.rows:
        word = Verdict(row.verdict).word
        words[word] = words.get(word, 0) + 1
    return ", ".join(
        _n("{count} {what}", "{count} {what}", n).format(count=n, what=w) for w, n in words.items()
    )


def _notes(row: Row, plan: Plan | None) -> list[str]:
    notes = []
    if plan is not None and len(plan.aims) > 1:
        notes += [place.title for place in plan.aims if place.id in row.aims]
    if row.essential:
        notes.append(_("essential"))
    if row.weight:
        notes.append(_("weight {weight}").format(weight=row.weight))
    if row.changed:
        notes.append(
            {
                "reworded": _("reworded in the document"),
                "changed": _("changed in the document"),
                "gone": _("no longer in the document"),
            }[row.changed]
        )
    return [", ".join(notes)] if notes else []
