"""The map in words: every framework with its grades, levels or roles, as a tree that a screen
reader can walk.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPolygonF, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from pathways.gui.map.outline_model import OutlineModel
from pathways.gui.map.words import Sizes
from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import LIGHT, Theme
from pathways.gui.widgets.cell_delegate import CellDelegate
from pathways.gui.widgets.cell_words import CellWords
from pathways.gui.widgets.model_index import Index
from pathways.gui.widgets.whole_rows import choose_whole_rows
from pathways.i18n import _

_STYLE = """
QTreeView {{
    background: {t.surface}; color: {t.text}; border: {edge}px solid {t.line}; outline: 0;
}}
QTreeView:focus {{ border: {edge}px solid {t.focus}; }}
QTreeView::item {{ min-height: {high}px; padding: 0 5px; border: 0; }}
QTreeView::item:hover {{ background: {t.hover}; color: {t.text}; }}
QTreeView::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
QTreeView::indicator {{ width: {side}px; height: {side}px; border: {edge}px solid {t.control_line};
  border-radius: 3px; background: {t.surface}; }}
QTreeView::indicator:checked {{ background: {t.accent}; border: {edge}px solid {t.on_accent}; }}
"""


class _Ticks(CellDelegate):
    """Draw the ticks, which a style sheet could take from image files only."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell, and over a box that is ticked the tick."""
        super().paint(painter, option, index)
        if (
            index.data(Qt.ItemDataRole.CheckStateRole) != Qt.CheckState.Checked
            or option.widget is None
        ):
            return
        filled = QStyleOptionViewItem(option)
        self.initStyleOption(filled, index)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = QRectF(option.widget.style().subElementRect(part, filled, option.widget))
        side = box.width()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.on_accent), max(1.8, side / 8)))
        corners = [(0.24, 0.54), (0.43, 0.72), (0.77, 0.3)]
        painter.drawPolyline(
            QPolygonF([box.topLeft() + QPointF(x * side, y * side) for x, y in corners])
        )
        painter.restore()


class MapOutline(QTreeView):
    """Show the outline; the same node is current, the same ones are chosen and folded, as on the
    map.
    """

    def __init__(
        self, session: Session, model: OutlineModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.outline_model = model
        model.setParent(self)
        self._following = False
        self._ticks = _Ticks(LIGHT, self)
        self.setItemDelegate(self._ticks)
        self._set_up()
        self.setModel(model)
        CellWords(self)
        self.outline_model.modelReset.connect(self._on_reset)
        session.current_changed.connect(self.follow)
        model.folds.changed.connect(self.show_folds)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        self._on_reset()

    def _set_up(self) -> None:
        self.setObjectName("map-outline")
        self.setAccessibleName(_("Outline of all grades, levels and roles"))
        self.setAccessibleDescription(
            _("The same as the map, in words. Space or Enter chooses a grade.")
            + " "
            + _("Left folds what stands under a line, Right unfolds it.")
        )
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(False)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        choose_whole_rows(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._on_double_clicked)

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme's colours and text size, with lines high enough to hit."""
        self._ticks.theme = theme
        self.setStyleSheet(
            _STYLE.format(
                t=theme, side=theme.px(15), high=max(24, theme.px(26)), edge=round(theme.edge)
            )
        )
        self.setIndentation(theme.px(22))
        self._fit_columns()

    def follow(self) -> None:
        """Make the session's current node the current line, and bring it into sight."""
        index = self._seen(self.outline_model.index_of(self._session.current or ""))
        if index.isValid() and index.siblingAtColumn(0) != self.currentIndex().siblingAtColumn(0):
            self._following = True
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self._following = False

    def _seen(self, index: QModelIndex) -> QModelIndex:
        """Return a line, or the one that it is folded into."""
        shown, above = index, index.parent()
        while above.isValid():
            if not self.isExpanded(above):
                shown = above
            above = above.parent()
        return shown

    def show_folds(self) -> None:
        """Fold and unfold what is folded and unfolded on the map."""
        self._following = True
        for index in self.outline_model.group_lines():
            is_open = self.outline_model.group_at(index) not in self.outline_model.folds.closed
            if self.isExpanded(index) != is_open:
                self.setExpanded(index, is_open)
        self._following = False

    def show_sizes(self, sizes: Sizes) -> None:
        """Say with each step how much changes."""
        self.outline_model.set_sizes(sizes)

    def show_route(self, route: Sequence[str]) -> None:
        """Mark the stops of a route."""
        self.outline_model.set_route(route)

    def _on_expanded(self, index: QModelIndex) -> None:
        if not self._following:
            self.outline_model.folds.unfold(self.outline_model.group_at(index))

    def _on_collapsed(self, index: QModelIndex) -> None:
        if not self._following:
            self.outline_model.folds.fold(self.outline_model.group_at(index))

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the current line into sight once there is room to do so."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._centre)

    def _centre(self) -> None:
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the session which node is looked at."""
        super().currentChanged(current, previous)
        node = self.outline_model.node_at(current)
        if node is not None and not self._following:
            self._session.set_current(node.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Space or Enter; the rest is as in any tree."""
        node = self.outline_model.node_at(self.currentIndex())
        if (
            event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and node is not None
        ):
            self.outline_model.toggle(node.id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            line = self.currentIndex().siblingAtColumn(0)
            self.setExpanded(line, not self.isExpanded(line))
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        node = self.outline_model.node_at(index)
        if node is not None:
            self.outline_model.toggle(node.id)
        else:
            line = index.siblingAtColumn(0)
            self.setExpanded(line, not self.isExpanded(line))

    def _on_reset(self) -> None:
        self.show_folds()
        self._fit_columns()
        self.follow()

    def _fit_columns(self) -> None:
        header = (
            self.header()
        )  # as wide as their words: where they are too wide together, the tree scrolls
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
