"""The table of a plan: one key says how a row stands and moves on."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from pathways.gui.plan.plan_delegate import PlanDelegate
from pathways.gui.plan.plan_model import ACTION, ASKED, BY, EVIDENCE, STANDING, PlanModel
from pathways.gui.plan.standing_look import standing_words
from pathways.gui.shell.theme import SMALL, Theme
from pathways.gui.widgets.cell_words import CellText, CellWords
from pathways.gui.widgets.verdict_chip import chip_size
from pathways.gui.widgets.whole_rows import choose_whole_rows
from pathways.gui.widgets.wrapped_header import WrappedHeader
from pathways.i18n import _
from pathways.model.plan import Row, Standing

KEYS = {
    Qt.Key.Key_1: Standing.SHOWN,
    Qt.Key.Key_2: Standing.PARTLY,
    Qt.Key.Key_3: Standing.NOT_YET,
    Qt.Key.Key_4: Standing.NO_OPPORTUNITY,
    Qt.Key.Key_0: Standing.UNSAID,
}
_ROOM = {EVIDENCE: 52, ACTION: 72, BY: 86}  # letters across that the table needs for these columns


class PlanView(QTreeView):
    """Show the rows of a plan; subjects fold."""

    standing_asked = Signal(object)  # a Standing, for the row at hand
    evidence_asked = Signal()
    action_asked = Signal()
    row_changed = Signal()
    opened = Signal()  # Enter on a row

    def __init__(self, model: PlanModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self.setModel(model)
        self.delegate = PlanDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setObjectName("plan")
        self.setAccessibleName(_("The plan: statements by subject"))
        self.setAccessibleDescription(
            _(
                "Keys: 1 shown already, 2 in part, 3 not yet, 4 no opportunity, 0 nothing said. "
                "E adds evidence, A adds an action, Enter goes to the details."
            )
        )
        self._behave()
        self.cell_words = CellWords(self, self._text_of)
        model.modelReset.connect(self._on_reset)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(lambda *_both: self.row_changed.emit())

    def _behave(self) -> None:
        choose_whole_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformRowHeights(False)
        self.setIndentation(0)  # the delegate draws the sign that folds; rows need the width
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAllColumnsShowFocus(False)
        header = WrappedHeader(self)
        self.setHeader(header)
        header.fix_columns()

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self.delegate.set_theme(theme)
        self._share_room()
        self.scheduleDelayedItemsLayout()

    @property
    def row(self) -> Row | None:
        """Return the row at hand; None where it is a subject, or there is none."""
        return self._model.row_at(self.currentIndex())

    def go_to(self, row_id: str) -> bool:
        """Put the keyboard on a row; return False where it is not shown."""
        index = self._model.index_of(row_id)
        if not index.isValid():
            return False
        self.expand(index.parent())
        self._put(index)
        return True

    def go_on(self) -> None:
        """Go to the next row, over the heads of subjects and into folded ones."""
        index = self.currentIndex()
        while (index := self._below(index)).isValid():
            if self._model.row_at(index) is not None:
                self._put(index)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that say something of the row at hand."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        key = Qt.Key(event.key())
        if plain and self.row is not None:
            if key in KEYS:
                self.standing_asked.emit(KEYS[key])
                return
            if key is Qt.Key.Key_E:
                self.evidence_asked.emit()
                return
            if key is Qt.Key.Key_A:
                self.action_asked.emit()
                return
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.row is not None:
                self.opened.emit()
            else:
                self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_room()

    def _text_of(self, index: QModelIndex) -> CellText | None:
        return self.delegate.text_of(index, self.visualRect(index))

    def _share_room(self) -> None:
        theme, width = self._theme, self.viewport().width()
        letters = width / max(1, theme.text_px() * 0.5)
        for column, needed in _ROOM.items():
            self.setColumnHidden(column, letters < needed)
        chip = max(chip_size(theme, standing_words(one)).width() for one in Standing)
        standing = min(chip + theme.space(18), width // 2)
        self.setColumnWidth(STANDING, standing)
        months = QFontMetrics(theme.font(SMALL)).horizontalAdvance("30 September")
        by = 0 if self.isColumnHidden(BY) else months + theme.space(18)
        self.setColumnWidth(BY, by)
        left = width - standing - by
        shares = {ASKED: 4.0, EVIDENCE: 2.0, ACTION: 2.0}
        shown = {c: share for c, share in shares.items() if not self.isColumnHidden(c)}
        whole = sum(shown.values())
        self.header().setFont(theme.font(SMALL, bold=True))
        for column, share in reversed(shown.items()):  # what is asked takes what is left
            wide = max(int(left * share / whole), self._longest_word(column))
            taken = sum(self.columnWidth(other) for other in shown if other != ASKED)
            self.setColumnWidth(column, wide if column != ASKED else left - taken)
        self.scheduleDelayedItemsLayout()

    def _longest_word(self, column: int) -> int:
        """Return how wide the column must be for the longest word of its title."""
        words = str(self._model.headerData(column, Qt.Orientation.Horizontal) or "").split()
        metrics = QFontMetrics(self._theme.font(bold=True))
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return longest + 2 * self._theme.space(8) + self._theme.px(4)

    def _below(self, index: QModelIndex) -> QModelIndex:
        model = self._model
        if not index.isValid():
            return model.index(0, 0)
        if not index.parent().isValid():
            return model.index(0, 0, index.siblingAtColumn(0))
        below = model.index(index.row() + 1, 0, index.parent())
        return below if below.isValid() else model.index(index.parent().row() + 1, 0)

    def _put(self, index: QModelIndex) -> None:
        self.expand(index.parent())
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index)
        if index.row() == 0:  # the head of its subject is to be seen, too
            self.scrollTo(index.parent())

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._model.row_at(index) is None:
            self.setExpanded(index, not self.isExpanded(index))

    def _on_reset(self) -> None:
        self.expandAll()
        for number in range(self._model.rowCount()):
            self.setFirstColumnSpanned(number, QModelIndex(), True)
