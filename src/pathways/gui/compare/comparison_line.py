"""One line of a comparison: a cell for each grade, and what happens between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter

from pathways.compare.change import Change, ComparisonRow
from pathways.compare.sentences import shared_text, silence
from pathways.compare.wording import has_marks
from pathways.gui.compare.columns import Columns
from pathways.gui.shell.theme import SMALL, Theme
from pathways.gui.widgets.painted_piece import PaintedPiece, PaintState, PieceSheet
from pathways.gui.widgets.statement_cell import PAD, CellContent, StatementCell
from pathways.gui.widgets.text_block import TextBlock, TextParagraph
from pathways.gui.widgets.verdict_chip import chip_size, chip_words, paint_chip
from pathways.i18n import _
from pathways.model.dimension import Dimension
from pathways.model.framework import Node
from pathways.model.library import Library
from pathways.model.statement import Statement
from pathways.report.judgement import judgement_note

_LINE = 1.4  # the height of a line beside the size of type
_RAGGED = 1.08  # lines break before words: this much room at their ends is not used
_OVER = 1.6  # lines that a chip, or a caption, takes above a text


def _what_happens(change: Change) -> str:
    """Return a change in words: ``more asked: supervise → lead``."""
    words = f"{change.word}: {change.why}" if change.why else change.word
    return _("{words} (a person’s judgement)").format(words=words) if change.overruled else words


def reason_words(change: Change) -> str:
    """Return why a verdict was given; where nearly every word differs, say that too, as no words
    are marked then.
    """
    throughout = change.words and not has_marks(change.words)
    parts = [_judge_of(change), change.why, _("reworded throughout") if throughout else ""]
    return "; ".join(part for part in parts if part)


def _judge_of(change: Change) -> str:
    """Say that a person judged it, and who."""
    if not change.overruled or change.why:  # the reason says it
        return ""
    who = next((overrule.who for overrule in change.by if overrule.who), "")
    return _("judged by {name}").format(name=who) if who else _("a person’s judgement")


class ReasonCell(PaintedPiece):
    """Show a verdict and, under it, why it was given."""

    def __init__(self, change: Change, theme: Theme, sheet: PieceSheet, over: PaintedPiece) -> None:
        super().__init__(theme, sheet, over)
        self.change = change
        self._chip = chip_size(theme, chip_words(change.verdict, word=change.word))
        quiet = QColor(theme.quiet_text)
        reason = reason_words(change)
        self.block = TextBlock(
            [TextParagraph(reason, theme.font(SMALL), quiet, centred=True)] if reason else []
        )

    @property
    def name(self) -> str:
        """Return what a screen reader says of it."""
        return _what_happens(self.change)

    @property
    def description(self) -> str:
        """Return who judged it, or what the verdict means."""
        return self.tip

    @property
    def tip(self) -> str:
        """Return who judged it, or what the verdict means."""
        return judgement_note(self.change) or self.change.verdict.explanation

    @property
    def origin(self) -> QPointF:
        """Return where the reason begins."""
        left = (self.place.width() - self.block.width) / 2
        return QPointF(left, self._chip.height() + self.theme.px(3))

    def height_for(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        below = self.block.lay_out(width - self.theme.px(8))
        return round(self._chip.height() + (below + self.theme.px(3) if below else 0))

    def paint(self, painter: QPainter, look: PaintState) -> None:
        """Paint the reason under the chip."""
        verdict = self.change.verdict
        words = chip_words(verdict, word=self.change.word)
        left = (self.place.width() - self._chip.width()) // 2
        paint_chip(painter, self.theme, verdict, words, left, 0)
        super().paint(painter, look)


@dataclass(frozen=True)
class Around:
    """What the lines of one dimension have in common."""

    dimension: Dimension
    nodes: Sequence[Node]
    library: Library
    stated: Sequence[bool]  # whether a node's document states anything on the dimension
    across: Sequence[bool]  # whether the step to a node leads to another organisation
    between: bool  # the verdict stands between two cells
    stacked: bool  # the cells stand under each other
    theme: Theme


class ComparisonLine(PaintedPiece):
    """Lay the cells of one line out beside or under each other; they are made when the line is
    first seen.
    """

    role = "group"

    def __init__(
        self, row: ComparisonRow, around: Around, sheet: PieceSheet, number: int, count: int
    ) -> None:
        self.left = self.top = self.width = self.height = 0  # where it is on the sheet
        super().__init__(around.theme, sheet)
        self.compared = row
        self._around = around
        self._number, self._count = number, count  # of the lines of its dimension
        self._cells: list[StatementCell] = []
        self._pieces: list[PaintedPiece] = []
        self._reasons: list[ReasonCell | None] = []
        self._columns: Columns | None = None  # those that it is laid out for
        real = [c.verdict for c in row.changes if c is not None and c.verdict.is_change]
        self.first_verdict = real[0] if real else None  # of those that really change something

    @property
    def is_change(self) -> bool:
        """Tell whether anything really changes along the line."""
        return self.first_verdict is not None

    @property
    def place(self) -> QRect:
        """Return where it is on the sheet."""
        return QRect(self.left, self.top, self.width, self.height)

    @place.setter
    def place(self, place: QRect) -> None:
        self.left, self.top = place.left(), place.top()
        self.width, self.height = place.width(), place.height()

    @property
    def dimension(self) -> Dimension:
        """Return the dimension it belongs to."""
        return self._around.dimension

    @property
    def cells(self) -> list[StatementCell]:
        """Return the cells from left to right."""
        if not self._cells:
            self._make_cells()
        return self._cells

    @property
    def texts(self) -> list[str]:
        """Return the statements from left to right, "" where there is none."""
        return [statement.text if statement else "" for statement in self.compared.cells]

    @property
    def pieces(self) -> Sequence[PaintedPiece]:
        """Return the cells, and what happens between two of them."""
        if not self._cells:
            self._make_cells()
        return self._pieces

    @property
    def reasons(self) -> list[ReasonCell]:
        """Return what happens between the cells, where that has a place of its own."""
        if not self._cells:
            self._make_cells()
        return [reason for reason in self._reasons if reason is not None]

    @property
    def name(self) -> str:
        """Return which line of its dimension it is; what it says is said by its cells."""
        return _("Line {number} of {count}").format(number=self._number, count=self._count)

    def is_laid_out(self, columns: Columns) -> bool:
        """Tell whether it knows how high it is."""
        return self._columns == columns

    def grown(self) -> None:
        """Lay out anew when it is next seen."""
        self._columns = None

    def marks_changed(self) -> None:
        """Show word marks, or plain text, as the sheet says."""
        for cell in self._cells:
            cell.marks_changed()
        self._columns = None

    def arrange(self, columns: Columns) -> int:
        """Place the cells and return the height of the line, in pixels."""
        self._columns = columns
        if columns.stacked:
            return self._stack(columns)
        heights = [cell.height_for(columns.width) for cell in self.cells]
        reasons = [reason.height_for(columns.gap) if reason else 0 for reason in self._reasons]
        pad = self.theme.space(PAD)
        tallest = max([*heights, *(height + 2 * pad for height in reasons)])
        for cell, left in zip(self.cells, columns.lefts, strict=True):
            cell.place = QRect(left, 0, columns.width, tallest)
        for reason, left, height in zip(self._reasons, columns.lefts, reasons, strict=False):
            if reason:
                reason.place = QRect(left + columns.width, pad, columns.gap, height)
        return tallest

    def height_about(self, columns: Columns, letter: float) -> int:
        """Return about how high it will be, from the lengths of its texts; ``letter`` is the width
        of one, in pixels.
        """
        pad, step = 2 * self.theme.space(PAD), self.theme.text_px() * _LINE
        across = max(1.0, (columns.width - pad) / letter)
        lengths = [len(cell.text) if cell else 20 for cell in self.compared.cells]
        lines = [math.ceil(length / across * _RAGGED) for length in lengths]
        chip = 0 if columns.between else step * _OVER
        if columns.stacked:
            return round(sum(lines) * step + len(lines) * (pad + chip))
        return round(max(lines) * step + pad + chip)

    def best_cell(self) -> StatementCell:
        """Return the cell to begin with: the one that the first real change leads to."""
        for index, change in enumerate(self.compared.changes):
            if change is not None and change.verdict.is_change:
                return self.cells[index + 1] if change.after is not None else self.cells[index]
        return next((cell for cell in self.cells if cell.content.statement), self.cells[0])

    def _make_cells(self) -> None:
        around, row = self._around, self.compared
        absent = self._absent()
        for index, statement in enumerate(row.cells):
            before = row.changes[index - 1] if index else None
            content = self._content(index, absent[index])
            change = before or content.after
            title = around.dimension.title
            words = f"{title}, {_what_happens(change)}. " if change else f"{title}. "
            told = statement.text if statement else absent[index]
            if index:
                here = before if around.between else None
                reason = ReasonCell(here, self.theme, self.sheet, self) if here else None
                self._reasons.append(reason)
                self._pieces += [reason] if reason else []
            name = f"{words}{around.nodes[index].title}: {told}"
            cell = StatementCell(content, self.theme, name, self.sheet, self)
            cell.row, cell.column = self.row, index
            self._cells.append(cell)
            self._pieces.append(cell)

    def _content(self, index: int, absent: str) -> CellContent:
        around, row = self._around, self.compared
        statement = row.cells[index]
        before = row.changes[index - 1] if index else None
        after = row.changes[index] if index < len(row.changes) else None
        return CellContent(
            statement=statement,
            absent=absent,
            quiet=not self.is_change,
            before=before,
            after=after,
            caption=around.nodes[index].title if around.stacked else "",
            origin=_origin(statement, around.dimension),
            chip=not around.between,
            notes=_notes(statement, around.library, before or after),
            judged=_judge_of(before) if before else "",
        )

    def _absent(self) -> list[str]:
        """Return the words of each cell for there being no statement."""
        around, cells = self._around, self.compared.cells
        return [
            silence(
                node,
                stated=around.stated[at],
                said_before=any(cells[:at]) and not around.across[at],
            )
            for at, node in enumerate(around.nodes)
        ]

    def _stack(self, columns: Columns) -> int:
        y = 0
        for cell in self.cells:
            height = cell.height_for(columns.width)
            cell.place = QRect(0, y, columns.width, height)
            y += height
        return y


def _origin(statement: Statement | None, dimension: Dimension) -> str:
    """Name the heading that the document has a statement under, where it is another dimension's."""
    if statement is None or statement.dimensions[0] == dimension.id:
        return ""
    return _("stands under “{heading}”").format(heading=statement.heading)


def _notes(
    statement: Statement | None, library: Library, *changes: Change | None
) -> tuple[str, ...]:
    if statement is None:
        return ()
    notes = [_("Source: {place}").format(place=statement.source.text)]
    if statement.shared:
        notes.append(shared_text([library.node(node) for node in statement.nodes]))
    notes += [
        judgement_note(change) for change in changes if change is not None and change.overruled
    ]
    return tuple(notes)
