"""One line of a comparison: a cell for each grade, and what happens between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pathways.compare.change import Change, ComparisonRow
from pathways.compare.sentences import shared_text
from pathways.compare.wording import has_marks
from pathways.gui.compare.columns import Columns
from pathways.gui.shell.theme import SMALL, Theme
from pathways.gui.widgets.plain_text import set_tip
from pathways.gui.widgets.statement_cell import PAD, CellContent, StatementCell
from pathways.gui.widgets.text_block import TextBlock, TextParagraph
from pathways.gui.widgets.verdict_chip import VerdictChip
from pathways.i18n import _
from pathways.model.dimension import Dimension
from pathways.model.framework import Node
from pathways.model.library import Library
from pathways.model.statement import Statement
from pathways.report.judgement import judgement_note


def what_happens(change: Change) -> str:
    """Return a change in words: ``more asked: supervise → lead``."""
    words = f"{change.word}: {change.why}" if change.why else change.word
    return _("{words} (a person’s judgement)").format(words=words) if change.overruled else words


def reason_words(change: Change) -> str:
    """Return why a verdict was given; where nearly every word differs, say that too, as no words
    are marked then.
    """
    throughout = change.words and not has_marks(change.words)
    parts = [judge_of(change), change.why, _("reworded throughout") if throughout else ""]
    return "; ".join(part for part in parts if part)


def judge_of(change: Change) -> str:
    """Say that a person judged it, and who."""
    if not change.overruled or change.why:  # the reason says it
        return ""
    who = next((overrule.who for overrule in change.by if overrule.who), "")
    return _("judged by {name}").format(name=who) if who else _("a person’s judgement")


class ReasonCell(QWidget):
    """Show a verdict and, under it, why it was given."""

    def __init__(self, change: Change, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chip = VerdictChip(change.verdict, theme, self, word=change.word)
        self._chip.resize(self._chip.sizeHint())
        quiet = QColor(theme.quiet_text)
        reason = reason_words(change)
        self._why = TextBlock(
            [TextParagraph(reason, theme.font(SMALL), quiet, centred=True)] if reason else []
        )
        self._why_width = 0
        self.setAccessibleName(what_happens(change))
        set_tip(self, judgement_note(change) or change.verdict.explanation)

    def height_for(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        self._why_width = width - self._theme.px(8)
        below = self._why.lay_out(self._why_width)
        chip = self._chip.height()
        self._chip.move((width - self._chip.width()) // 2, 0)
        return round(chip + (below + self._theme.px(3) if below else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the reason under the chip."""
        painter = QPainter(self)
        self._why.paint(
            painter, (self.width() - self._why_width) / 2, self._chip.height() + self._theme.px(3)
        )


class ComparisonLine(QWidget):
    """Lay the cells of one line out beside or under each other."""

    def __init__(
        self,
        row: ComparisonRow,
        dimension: Dimension,
        nodes: Sequence[Node],
        library: Library,
        absent: Sequence[str],
        columns: Columns,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.row = row
        self.dimension = dimension
        self._theme = theme
        self._between = columns.between
        self.setAccessibleName(_line_name(row, dimension, nodes, absent))
        self.cells: list[StatementCell] = []
        self._reasons: list[ReasonCell | None] = []
        for index, statement in enumerate(row.cells):
            before = row.changes[index - 1] if index else None
            after = row.changes[index] if index < len(row.changes) else None
            content = CellContent(
                statement=statement,
                absent=absent[index],
                quiet=not row.is_change,
                before=before,
                after=after,
                caption=nodes[index].title if columns.stacked else "",
                origin=_origin(statement, dimension),
                chip=not columns.between,
                notes=_notes(statement, library, before or after),
                judged=judge_of(before) if before else "",
            )
            change = before or after
            words = (
                f"{dimension.title}, {what_happens(change)}. " if change else f"{dimension.title}. "
            )
            name = words + f"{nodes[index].title}: {statement.text if statement else absent[index]}"
            if (
                before is not None and columns.between
            ):  # made first, to be read between the two cells
                self._reasons.append(ReasonCell(before, theme, self))
            self.cells.append(StatementCell(content, theme, name, self))

    @property
    def is_change(self) -> bool:
        """Tell whether anything really changes along the line."""
        return self.row.is_change

    def arrange(self, columns: Columns) -> int:
        """Place the cells and return the height of the line, in pixels."""
        if columns.stacked:
            return self._stack(columns)
        heights = [cell.height_for(columns.width) for cell in self.cells]
        reasons = [reason.height_for(columns.gap) if reason else 0 for reason in self._reasons]
        pad = self._theme.space(PAD)
        tallest = max([*heights, *(height + 2 * pad for height in reasons)])
        for cell, left in zip(self.cells, columns.lefts, strict=True):
            cell.setGeometry(left, 0, columns.width, tallest)
        for reason, left, height in zip(self._reasons, columns.lefts, reasons, strict=False):
            if reason:
                reason.setGeometry(left + columns.width, pad, columns.gap, height)
        return tallest

    def best_cell(self) -> StatementCell:
        """Return the cell to begin with: the one that the first real change leads to."""
        for index, change in enumerate(self.row.changes):
            if change is not None and change.verdict.is_change:
                return self.cells[index + 1] if change.after is not None else self.cells[index]
        return next((cell for cell in self.cells if cell.content.statement), self.cells[0])

    def _stack(self, columns: Columns) -> int:
        y = 0
        for cell in self.cells:
            height = cell.height_for(columns.width)
            cell.setGeometry(0, y, columns.width, height)
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


def _line_name(
    row: ComparisonRow, dimension: Dimension, nodes: Sequence[Node], absent: Sequence[str]
) -> str:
    words = [what_happens(change) for change in row.changes if change is not None]
    parts = [f"{dimension.title}, {'; '.join(words)}" if words else dimension.title]
    parts += [
        f"{node.title}: {cell.text if cell else none}"
        for node, cell, none in zip(nodes, row.cells, absent, strict=True)
    ]
    return ". ".join(part.rstrip(".") for part in parts) + "."
