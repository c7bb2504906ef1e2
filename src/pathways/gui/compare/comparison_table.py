"""The aligned statements of a comparison, dimension by dimension."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from pathways.compare.change import Comparison, Verdict
from pathways.gui.compare.columns import Columns
from pathways.gui.compare.comparison_line import ComparisonLine
from pathways.gui.compare.table_layout import TableLayout
from pathways.gui.compare.table_section import TableContent, TableSection, sections
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.painted_piece import PaintedPiece
from pathways.gui.widgets.statement_cell import StatementCell
from pathways.gui.widgets.text_sheet import TextSheet
from pathways.i18n import _
from pathways.model.library import Library


class ComparisonTable(TextSheet):
    """Show sections of lines; one stop for Tab, the arrows walk inside.

    Only what is seen is laid out: the height of a line that was not seen yet is guessed from the
    lengths of its texts.
    """

    asked = Signal(str)  # an action of the menus, for the line where the keyboard is
    arranged = Signal()  # the lines have their places
    shifted = Signal(int)  # what is seen has moved down by so many pixels

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._layout = TableLayout(theme)
        self._comparison: Comparison | None = None
        self._library: Library | None = None
        self._only_changes = False
        self._hidden: frozenset[str] = frozenset()
        self._hidden_verdicts: frozenset[Verdict] = frozenset()
        self._expanded: set[str] = set()  # dimensions that show what does not change all the same
        self._columns: Columns | None = None
        self._begun = False  # somebody has been in the table since it was filled
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(_("Statements side by side"))

    # What is shown -------------------------------------------------------------------------------

    @property
    def lines(self) -> list[ComparisonLine]:
        """Return all lines shown, from top to bottom."""
        return [line for section in self._layout.sections for line in section.lines]

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
        if marked != self.marked:
            self.marked = marked
            for line in self.lines:
                line.marks_changed()
            self._place()
            self.see()

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

    # What a sheet says of itself -----------------------------------------------------------------

    def row_count(self) -> int:
        """Return how many heads and lines there are."""
        return len(self._layout.rows)

    def row_pieces(self, row: int) -> Sequence[PaintedPiece]:
        """Return the cells of a line, or a head."""
        piece = self._layout.rows[row]
        return piece.cells if isinstance(piece, ComparisonLine) else (piece,)

    def row_texts(self, row: int) -> Sequence[str]:
        """Return the words of a row that can be found, without laying it out."""
        piece = self._layout.rows[row]
        return piece.texts if isinstance(piece, ComparisonLine) else (piece.text,)

    def pieces_in(self, top: int, bottom: int) -> Iterator[PaintedPiece]:
        """Yield the heads, cells and reasons between two heights."""
        for row in self._layout.rows_in(top, bottom):
            if isinstance(row, ComparisonLine):
                self._layout.lay_out(row)
                yield from row.pieces
            else:
                yield row

    def spoken_pieces(self) -> Sequence[PaintedPiece | QWidget]:
        """Return the heads, the lines, and the buttons that show more of them."""
        spoken: list[PaintedPiece | QWidget] = []
        for section in self._layout.sections:
            spoken += [section.head, *section.lines]
            spoken += [section.more] if section.more else []
        return spoken

    def piece_grown(self, piece: PaintedPiece) -> None:
        """Lay out anew: a cell says more, or less, than before."""
        if isinstance(piece.over, ComparisonLine):
            piece.over.grown()
            self._layout.lay_out(piece.over)
            self._place()
            self.spoken.tell_changed(piece)

    def offer(self, menu: QMenu, cell: StatementCell) -> None:
        """Offer in a cell's menu what can be done with its line."""
        menu.addSeparator()
        for name, words in (
            ("copy_pair", _("Copy pair")),
            ("copy_dimension", _("Copy dimension")),
            ("judge", _("Change this verdict…")),
        ):
            menu.addAction(words).triggered.connect(
                lambda _on=False, wanted=name: self._ask_at(cell, wanted)
            )

    # Walking -------------------------------------------------------------------------------------

    def line_at(self) -> ComparisonLine | None:
        """Return the line where the keyboard is, or comes back to."""
        over = self.at.over if self.at is not None else None
        return over if isinstance(over, ComparisonLine) else None

    def next_change(self, direction: int) -> bool:
        """Go to the next (1) or the previous (-1) line that changes; tell whether there was one."""
        lines, here = self.lines, self.line_at()
        at = lines.index(here) if here in lines else -1
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
        self.give_keyboard(cell)

    def go_to_dimension(self, dimension_id: str) -> bool:
        """Go to the first line of a dimension, to one that changes where there is one."""
        for section in self._layout.sections:
            if section.head.dimension_id == dimension_id and section.lines:
                wanted = next((line for line in section.lines if line.is_change), section.lines[0])
                self.go_to(wanted.best_cell())
                return True
        return False

    def subject_at(self, y: int) -> str:
        """Return the title of the dimension whose lines stand at a height, "" at its head."""
        for section in self._layout.sections:
            if section.head.rect.bottom() < y < section.bottom:
                return section.head.title
        return ""

    def cell_with(self, dimension_id: str, words: str) -> StatementCell | None:
        """Return the first cell of a dimension that has these words."""
        for line in self.lines:
            if line.dimension.id == dimension_id:
                for cell in line.cells:
                    if cell.text_shown == words:
                        return cell
        return None

    def walk(self, key: int) -> None:
        """Go from line to line, and from cell to cell."""
        lines, here = self.lines, self.line_at()
        if here not in lines or here is None or self.at is None:
            return
        at, column = lines.index(here), self.at.column
        if key == int(Qt.Key.Key_Home):
            at = 0
        elif key == int(Qt.Key.Key_End):
            at = len(lines) - 1
        elif key in (int(Qt.Key.Key_Up), int(Qt.Key.Key_Down)):
            at = min(len(lines) - 1, max(0, at + (1 if key == int(Qt.Key.Key_Down) else -1)))
        else:
            step = 1 if key == int(Qt.Key.Key_Right) else -1
            column = min(len(here.cells) - 1, max(0, column + step))
        self.go_to(lines[at].cells[column])

    # Laying out what is seen ---------------------------------------------------------------------

    def see(self, top: int = -1, bottom: int = -1) -> None:
        """Lay out what is between two heights, by default what is in sight; what was seen before
        stays where it is.
        """
        if top < 0:
            seen = self.visibleRegion().boundingRect()
            top, bottom = seen.top(), seen.bottom()
        columns = self._columns
        if columns is None or bottom <= top:
            return
        known = [
            row
            for row in self._layout.rows_in(top, bottom)
            if isinstance(row, ComparisonLine) and row.is_laid_out(columns)
        ]
        anchor = known[0] if known else None
        before = anchor.place.top() if anchor else 0
        if self._settle(top, bottom) and anchor is not None:
            moved = anchor.place.top() - before
            if moved:
                self.shifted.emit(moved)

    def _settle(self, top: int, bottom: int) -> bool:
        """Lay out until nothing between two heights is guessed; tell whether anything moved."""
        moved = False
        while self._layout.lay_out_between(top, bottom):
            self._place()
            moved = True
        return moved

    def exact(self, piece: PaintedPiece) -> None:
        """Lay a piece out, so that its place is known."""
        line = piece.over if isinstance(piece, StatementCell) else piece
        if isinstance(line, ComparisonLine) and self._layout.lay_out(line):
            self._place()

    # Inside --------------------------------------------------------------------------------------

    def _clear(self) -> None:
        self._begun = False
        self.forget_pieces()
        for section in self._layout.sections:
            if section.more is not None:
                section.more.hide()
                section.more.deleteLater()
        self._layout.sections = []

    def _build(self) -> None:
        self._clear()
        if self._comparison is None or self._library is None:
            return
        shown = TableContent(
            self._comparison,
            self._library,
            only_changes=self._only_changes,
            hidden=self._hidden,
            hidden_verdicts=self._hidden_verdicts,
            expanded=frozenset(self._expanded),
        )
        found = sections(shown, self.room(), self._theme, self)
        for section in found:
            if section.more_words:
                section.more = self._more_button(section)
        self._layout.sections = found
        self.arrange()
        lines = self.lines
        self.set_stop(lines[0].best_cell() if lines else None)

    def _more_button(self, section: TableSection) -> QPushButton:
        """Return the button that shows what does not change, or leaves it out again."""
        button = QPushButton(section.more_words, self)
        button.setProperty("look", "link")
        button.clicked.connect(lambda: self._on_more(section.head.dimension_id))
        button.show()
        return button

    def _on_more(self, dimension_id: str) -> None:
        self._expanded ^= {dimension_id}
        self._build()
        self.go_to_dimension(dimension_id)

    def arrange(self) -> None:
        """Find the columns for the present width, and guess how high the lines are."""
        if self.width() < 50:
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
        self._layout.guess(columns, self.width(), self._theme)
        self._place()
        self.see()

    def _place(self) -> None:
        """Put everything under each other, each as high as it is known or guessed to be."""
        self.setFixedHeight(self._layout.place())
        self.update()
        self.arranged.emit()

    def _ask_at(self, cell: StatementCell, name: str) -> None:
        self.go_to(cell)
        self.asked.emit(name)

    def _on_reached(self) -> None:
        self._begun = True
        super()._on_reached()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is to be seen; what was only guessed finds its place right after."""
        columns = self._columns
        guessed = columns is not None and any(
            isinstance(row, ComparisonLine) and not row.is_laid_out(columns)
            for row in self._layout.rows_in(event.rect().top(), event.rect().bottom())
        )
        super().paintEvent(event)
        if guessed:
            QTimer.singleShot(0, self, self._place)

    def paint_under(self, painter: QPainter, place: QRect) -> None:
        """Paint a card behind each section and a hairline over each line."""
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), theme.edge))
        painter.setBrush(QColor(theme.surface))
        for section in self._layout.sections:
            if section.top <= place.bottom() and section.bottom >= place.top():
                card = QRectF(0, section.top, self.width(), section.bottom - section.top)
                painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        left, right = self.margin() + theme.space(6), self.width() - self.margin() - theme.space(6)
        for row in self._layout.rows_in(place.top(), place.bottom()):
            if isinstance(row, ComparisonLine):
                y = row.place.top() - theme.space(3)
                painter.drawLine(QPoint(left, y), QPoint(right, y))
