"""The aligned statements of a comparison, dimension by dimension."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from pathways.compare.change import Comparison, ComparisonRow, DimensionChange, Verdict
from pathways.compare.comparison import rows
from pathways.compare.level_words import level_texts
from pathways.compare.sentences import silence
from pathways.gui.compare.columns import Columns
from pathways.gui.compare.comparison_line import ComparisonLine
from pathways.gui.compare.section_head import SectionHead
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.statement_cell import StatementCell
from pathways.i18n import _, _n
from pathways.model.library import Library


@dataclass
class _Section:
    """A dimension with its lines, and where they are."""

    title: str
    head: SectionHead
    lines: list[ComparisonLine]
    more: QPushButton | None = None
    place: QRect = field(default_factory=QRect)


class ComparisonTable(QWidget):
    """Show sections of lines; one stop for Tab, the arrows walk inside."""

    asked = Signal(str)  # an action of the menus, for the line where the keyboard is
    reached = Signal(QWidget)  # this cell has the keyboard: bring it into view
    arranged = Signal()  # the lines have their places

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sections: list[_Section] = []
        self._comparison: Comparison | None = None
        self._library: Library | None = None
        self._only_changes = False
        self._hidden: frozenset[str] = frozenset()
        self._hidden_verdicts: frozenset[Verdict] = frozenset()
        self._expanded: set[str] = set()  # dimensions that show what does not change all the same
        self._marked = True
        self._columns: Columns | None = None
        self._arranging = False
        self._stop: StatementCell | None = None  # where Tab leads to
        self._begun = False  # somebody has been in the table since it was filled
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    # What is shown -------------------------------------------------------------------------------

    @property
    def lines(self) -> list[ComparisonLine]:
        """Return all lines shown, from top to bottom."""
        return [line for section in self._sections for line in section.lines]

    @property
    def at(self) -> StatementCell | None:
        """Return the cell where the keyboard is, or comes back to."""
        return self._stop

    @property
    def is_begun(self) -> bool:
        """Tell whether somebody has been among the statements since they were filled in."""
        return self._begun

    @property
    def columns(self) -> Columns | None:
        """Return where the columns are."""
        return self._columns

    def show_comparison(
        self,
        comparison: Comparison,
        library: Library,
        *,
        only_changes: bool,
        hidden: frozenset[str],
        hidden_verdicts: frozenset[Verdict] = frozenset(),
    ) -> None:
        """Show a comparison, or the part of it that is asked for."""
        if (
            comparison.nodes != (self._comparison.nodes if self._comparison else ())
            or not only_changes
        ):
            self._expanded = set()
        self._hidden_verdicts = hidden_verdicts
        self._comparison, self._library = comparison, library
        self._only_changes, self._hidden = only_changes, hidden
        self._columns = None
        self._build()

    def set_marked(self, marked: bool) -> None:
        """Show word marks, or plain text."""
        self._marked = marked
        for line in self.lines:
            for cell in line.cells:
                cell.set_marked(marked)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._columns = None
        self._build()

    def room(self) -> Columns:
        """Return where the columns are at the present width."""
        count = len(self._comparison.nodes) if self._comparison else 2
        return Columns.fitting(count, max(200, self.width() - 2 * self.margin()), self._theme)

    def margin(self) -> int:
        """Return the room between a section's edge and its text, in pixels."""
        return self._theme.space(10)

    # Walking -------------------------------------------------------------------------------------

    def next_change(self, direction: int) -> bool:
        """Go to the next (1) or the previous (-1) line that changes; tell whether there was one."""
        lines = self.lines
        at = next((i for i, line in enumerate(lines) if self._stop in line.cells), -1)
        if not self._begun:
            at = -1 if direction > 0 else len(lines)
        span = range(at + 1, len(lines)) if direction > 0 else range(at - 1, -1, -1)
        for index in span:
            if lines[index].is_change:
                self.go_to(lines[index].best_cell())
                return True
        return False

    def go_to(self, cell: StatementCell) -> None:
        """Give a cell the keyboard."""
        cell.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_reached(cell)

    def go_to_dimension(self, dimension_id: str) -> bool:
        """Go to the first line of a dimension, to one that changes where there is one."""
        for section in self._sections:
            if section.head.dimension_id == dimension_id and section.lines:
                wanted = next((line for line in section.lines if line.is_change), section.lines[0])
                self.go_to(wanted.best_cell())
                return True
        return False

    def subject_at(self, y: int) -> str:
        """Return the title of the dimension whose lines stand at a height, "" at its head."""
        for section in self._sections:
            if section.head.geometry().bottom() < y < section.place.bottom():
                return section.title
        return ""

    def cell_with(self, dimension_id: str, words: str) -> StatementCell | None:
        """Return the first cell of a dimension that has these words."""
        lines = [line for line in self.lines if line.dimension.id == dimension_id]
        return next(
            (cell for line in lines for cell in line.cells if cell.text_shown == words), None
        )

    # Inside --------------------------------------------------------------------------------------

    def _clear(self) -> None:
        self._begun = False
        self._stop = None
        sections, self._sections = self._sections, []
        for section in sections:
            for widget in (
                section.head,
                *section.lines,
                *((section.more,) if section.more else ()),
            ):
                widget.hide()
                widget.deleteLater()

    def _build(self) -> None:
        self._clear()
        if self._comparison is None or self._library is None:
            return
        self.setUpdatesEnabled(False)
        columns = self.room()
        for dimension in self._comparison.dimensions:
            changes = [d for step in self._comparison.steps if (d := step.dimension(dimension.id))]
            section = self._section(changes, columns)
            if section:
                self._sections.append(section)
        self._arrange()
        lines = self.lines
        if lines:
            self._set_stop(lines[0].best_cell())
        self.setUpdatesEnabled(True)
        self.update()

    def _section(self, changes: list[DimensionChange], columns: Columns) -> _Section | None:
        if self._comparison is None or self._library is None:
            return None
        dimension, nodes, library = changes[0].dimension, self._comparison.nodes, self._library
        if dimension.id in self._hidden:
            return None
        wanted = [
            row
            for row in rows(self._comparison, dimension.id)
            if _has_other_than(row, self._hidden_verdicts)
        ]
        changing = [row for row in wanted if row.is_change]
        whole = not self._only_changes or dimension.id in self._expanded
        texts = level_texts(self._comparison, changes, self._only_changes, self._hidden_verdicts)
        if not texts and not (changing if self._only_changes else wanted):
            return None
        shown = [*texts, *(wanted if whole else changing)]
        stated = [library.states(node.id, dimension.id) for node in nodes]
        across = [False, *(step.across for step in self._comparison.steps)]
        head = SectionHead(changes, library, self._theme, self)
        lines = []
        for row in shown:
            absent = [
                silence(node, stated=stated[at], said_before=any(row.cells[:at]) and not across[at])
                for at, node in enumerate(nodes)
            ]
            line = ComparisonLine(
                row, dimension, nodes, library, absent, columns, self._theme, self
            )
            for cell in line.cells:
                if not self._marked:
                    cell.set_marked(False)
                cell.grown.connect(self._arrange)
                cell.walked.connect(self._on_walked)
                cell.reached.connect(self._on_cell_reached)
                cell.offering.connect(self._on_offering)
            lines.append(line)
        more = (
            self._more_button(dimension.id, len(wanted) - len(changing))
            if self._only_changes
            else None
        )
        for widget in (head, *lines, *((more,) if more else ())):
            widget.show()
        return _Section(dimension.title, head, lines, more)

    def _more_button(self, dimension_id: str, count: int) -> QPushButton | None:
        """Return the button that shows what does not change in one dimension, or leaves it out
        again.
        """
        if not count:
            return None
        if dimension_id in self._expanded:
            words = _n(
                "Hide {count} line that does not change",
                "Hide {count} lines that do not change",
                count,
            )
        else:
            words = _n(
                "Show {count} line that does not change",
                "Show {count} lines that do not change",
                count,
            )
        button = QPushButton(words.format(count=count), self)
        button.setProperty("look", "link")
        button.clicked.connect(lambda: self._on_more(dimension_id))
        return button

    def _on_more(self, dimension_id: str) -> None:
        self._expanded ^= {dimension_id}
        self._build()
        self.go_to_dimension(dimension_id)

    def _arrange(self) -> None:
        if self._arranging or self.width() < 50:
            return
        columns = self.room()
        if self._columns is not None and (columns.stacked, columns.between) != (
            self._columns.stacked,
            self._columns.between,
        ):
            self._columns = columns
            self._build()  # the cells say other things when they stand under each other
            return
        self._columns = columns
        self._arranging = True
        margin, gap, y = self.margin(), self._theme.space(12), 0
        for section in self._sections:
            top = y
            y += self._theme.space(8)
            inner = self.width() - 2 * margin
            height = section.head.arrange(inner)
            section.head.setGeometry(margin, y, inner, height)
            y += height + self._theme.space(4)
            for line in section.lines:
                y += self._theme.space(3)
                height = line.arrange(columns)
                line.setGeometry(margin, y, inner, height)
                y += height + self._theme.space(3)
            if section.more is not None:
                hint = section.more.sizeHint()
                section.more.setGeometry(margin, y, min(hint.width(), inner), hint.height())
                y += hint.height()
            y += self._theme.space(4)
            section.place = QRect(0, top, self.width(), y - top)
            y += gap
        self.setFixedHeight(max(1, y - gap if self._sections else 1))
        self._arranging = False
        self.update()
        self.arranged.emit()

    def _set_stop(self, cell: StatementCell) -> None:
        if self._stop is not None:
            self._stop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stop = cell

    def _on_cell_reached(self) -> None:
        cell = self.sender()
        if (
            isinstance(cell, StatementCell) and cell.parentWidget() in self.lines
        ):  # not in what is being cleared away
            self._on_reached(cell)

    def _on_offering(self, menu: QMenu) -> None:
        """Offer in a cell's menu what can be done with its line."""
        cell = self.sender()
        if not isinstance(cell, StatementCell):
            return
        menu.addSeparator()
        for name, words in (
            ("copy_pair", _("Copy pair")),
            ("copy_dimension", _("Copy dimension")),
            ("judge", _("Change this verdict…")),
        ):
            menu.addAction(words).triggered.connect(
                lambda _on=False, wanted=name: self._ask_at(cell, wanted)
            )

    def _ask_at(self, cell: StatementCell, name: str) -> None:
        self.go_to(cell)
        self.asked.emit(name)

    def _on_reached(self, cell: StatementCell) -> None:
        self._begun = True
        self._set_stop(cell)
        self.reached.emit(cell)

    def _on_walked(self, key: int) -> None:
        lines = self.lines
        at = next((i for i, line in enumerate(lines) if self._stop in line.cells), None)
        if at is None or self._stop is None:
            return
        column = lines[at].cells.index(self._stop)
        if key == int(Qt.Key.Key_Home):
            at = 0
        elif key == int(Qt.Key.Key_End):
            at = len(lines) - 1
        elif key in (int(Qt.Key.Key_Up), int(Qt.Key.Key_Down)):
            at = min(len(lines) - 1, max(0, at + (1 if key == int(Qt.Key.Key_Down) else -1)))
        else:
            column = min(
                len(lines[at].cells) - 1,
                max(0, column + (1 if key == int(Qt.Key.Key_Right) else -1)),
            )
        self.go_to(lines[at].cells[column])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a card behind each section and a hairline over each line."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line_pen = QPen(QColor(theme.line), theme.edge)
        for section in self._sections:
            if not section.place.intersects(event.rect()):
                continue
            painter.setPen(line_pen)
            painter.setBrush(QColor(theme.surface))
            painter.drawRoundedRect(QRectF(section.place).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            left, right = (
                self.margin() + theme.space(6),
                self.width() - self.margin() - theme.space(6),
            )
            for line in section.lines:
                y = line.y() - theme.space(3)
                painter.drawLine(QPoint(left, y), QPoint(right, y))


def _has_other_than(row: ComparisonRow, hidden: frozenset[Verdict]) -> bool:
    """Tell whether anything happens along a line that is to be shown."""
    return not hidden or any(
        change is not None and change.verdict not in hidden for change in row.changes
    )
