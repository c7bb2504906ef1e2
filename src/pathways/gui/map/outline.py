"""The map in words: every framework with its grades, levels or roles, as a tree that a screen reader can walk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QPolygonF, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from pathways.gui.map.words import leads_to, spoken_node
from pathways.gui.session import Session
from pathways.gui.theme import LIGHT, Theme
from pathways.i18n import _
from pathways.model.framework import Framework, Node
from pathways.model.library import Library

NODE_ID = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column:
    """One column: its heading, the text of a framework's line and that of a node's."""

    title: Callable[[], str]
    of_framework: Callable[[OutlineModel, Framework], str]
    of_node: Callable[[OutlineModel, Node], str]


class OutlineModel(QAbstractItemModel):
    """Frameworks, and under each its nodes, the top grade first; a tick says what is chosen."""

    def __init__(self, session: Session, toggle: Callable[[str], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._toggle = toggle
        self._library = session.library
        self._rows: list[tuple[Framework, tuple[Node, ...]]] = []
        self._leads: dict[str, str] = {}
        self._read()
        session.library_changed.connect(self._on_library_changed)
        session.chosen_changed.connect(self._on_chosen_changed)

    @property
    def library(self) -> Library:
        """Return the frameworks that the tree shows."""
        return self._library

    def leads_to(self, node_id: str) -> str:
        """Return where a node's steps lead, in words; those that no document states are marked."""
        return self._leads.get(node_id, "")

    def chosen_number(self, node_id: str) -> int:
        """Return a node's place in the order of choice, from 1; 0 where it is not chosen."""
        chosen = self._session.chosen
        return chosen.index(node_id) + 1 if node_id in chosen else 0

    def node_at(self, index: Index) -> Node | None:
        """Return the node of a line; None for a framework's."""
        if not index.isValid() or index.internalId() == 0:
            return None
        return self._rows[index.internalId() - 1][1][index.row()]

    def index_of(self, node_id: str) -> QModelIndex:
        """Return the line of a node, an invalid index where it is not open."""
        for place, (_framework, nodes) in enumerate(self._rows):
            for row, node in enumerate(nodes):
                if node.id == node_id:
                    return self.createIndex(row, 0, place + 1)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own
        """Return the index of a line under ``parent``."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """Return the framework's line of a node's line."""
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many lines stand under ``parent``."""
        if not parent.isValid():
            return len(self._rows)
        return len(self._rows[parent.row()][1]) if parent.internalId() == 0 and parent.column() == 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        shown = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return COLUMNS[section].title() if shown and 0 <= section < len(COLUMNS) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the tick or the node's id of a cell."""
        if not index.isValid():
            return None
        node = self.node_at(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            column = COLUMNS[index.column()]
            return column.of_node(self, node) if node else column.of_framework(self, self._rows[index.row()][0])
        if role == Qt.ItemDataRole.CheckStateRole and node and index.column() == 0:
            return Qt.CheckState.Checked if self.chosen_number(node.id) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole and node and index.column() == 0:
            return spoken_node(self._library, node.id, self._session.chosen)
        if role == Qt.ItemDataRole.FontRole and node is None and index.column() == 0:
            font = QFont()
            font.setBold(True)
            return font
        return node.id if role == NODE_ID and node else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Choose a node, or give it up, when its tick is changed."""
        node = self.node_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or node is None:
            return False
        wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        return self._toggle(node.id) if wanted != bool(self.chosen_number(node.id)) else True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.node_at(index) is not None:
            flags |= Qt.ItemFlag.ItemNeverHasChildren
            if index.column() == 0:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def _read(self) -> None:
        self._library = self._session.library
        self._rows = [(framework, tuple(reversed(framework.nodes))) for framework in self._library.frameworks]
        self._leads = {node: leads_to(self._library, node) for node in self._library.nodes}

    def _on_library_changed(self) -> None:
        self.beginResetModel()
        self._read()
        self.endResetModel()

    def _on_chosen_changed(self) -> None:
        for place, (_framework, nodes) in enumerate(self._rows):
            first = self.createIndex(0, 0, place + 1)
            last = self.createIndex(len(nodes) - 1, len(COLUMNS) - 1, place + 1)
            self.dataChanged.emit(first, last)


def _number(model: OutlineModel, node: Node) -> str:
    number = model.chosen_number(node.id)
    return str(number) if number else ""


COLUMNS = (
    Column(lambda: _("Title"), lambda model, framework: framework.title, lambda model, node: node.title),
    Column(lambda: _("Grade"), lambda model, framework: "", lambda model, node: node.grade),
    Column(
        lambda: _("Organisation"),
        lambda model, framework: framework.organisation,
        lambda model, node: model.library.framework_of(node.id).organisation,
    ),
    Column(lambda: _("Chosen"), lambda model, framework: "", _number),
    Column(lambda: _("Leads to"), lambda model, framework: "", lambda model, node: model.leads_to(node.id)),
)


_STYLE = """
QTreeView {{ background: {t.surface}; color: {t.text}; border: {edge}px solid {t.line}; outline: 0; }}
QTreeView:focus {{ border: {edge}px solid {t.focus}; }}
QTreeView::item {{ min-height: {high}px; padding: 0 5px; border: 0; }}
QTreeView::item:hover {{ background: {t.hover}; color: {t.text}; }}
QTreeView::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
QTreeView::indicator {{ width: {side}px; height: {side}px; border: {edge}px solid {t.control_line};
  border-radius: 3px; background: {t.surface}; }}
QTreeView::indicator:checked {{ background: {t.accent}; border: {edge}px solid {t.on_accent}; }}
"""


class _Ticks(QStyledItemDelegate):
    """Draw the ticks, which a style sheet could take from image files only."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell, and over a box that is ticked the tick."""
        super().paint(painter, option, index)
        if index.data(Qt.ItemDataRole.CheckStateRole) != Qt.CheckState.Checked or option.widget is None:
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
        painter.drawPolyline(QPolygonF([box.topLeft() + QPointF(x * side, y * side) for x, y in corners]))
        painter.restore()


class Outline(QTreeView):
    """Show the outline; the same node is current, and the same ones are chosen, as on the map."""

    def __init__(self, session: Session, toggle: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._toggle = toggle
        self._following = False
        self._ticks = _Ticks(LIGHT, self)
        self.setItemDelegate(self._ticks)
        self.outline_model = OutlineModel(session, toggle, self)
        self._set_up()
        self.setModel(self.outline_model)
        self.outline_model.modelReset.connect(self._on_reset)
        session.current_changed.connect(self.follow)
        self._on_reset()

    def _set_up(self) -> None:
        self.setObjectName("map-outline")
        self.setAccessibleName(_("Outline of all grades, levels and roles"))
        self.setAccessibleDescription(
            _("The same as the map, in words. Space or Enter chooses a grade, Escape clears the choice.")
        )
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._on_double_clicked)

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme's colours and text size, with lines high enough to hit."""
        self._ticks.theme = theme
        self.setStyleSheet(
            _STYLE.format(t=theme, side=theme.px(15), high=max(24, theme.px(26)), edge=round(theme.edge))
        )
        self.setIndentation(theme.px(22))
        self._fit_columns()

    def follow(self) -> None:
        """Make the session's current node the current line, and bring it into sight."""
        index = self.outline_model.index_of(self._session.current or "")
        if index.isValid() and index.siblingAtColumn(0) != self.currentIndex().siblingAtColumn(0):
            self._following = True
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self._following = False

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
        """Choose with Space or Enter, clear with Escape; the rest is as in any tree."""
        node = self.outline_model.node_at(self.currentIndex())
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and node is not None:
            self._toggle(node.id)
        elif event.key() == Qt.Key.Key_Escape and self._session.chosen:
            self._session.choose(())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        node = self.outline_model.node_at(index)
        if node is not None:
            self._toggle(node.id)

    def _on_reset(self) -> None:
        self.expandAll()
        self._fit_columns()
        self.follow()

    def _fit_columns(self) -> None:
        header = self.header()  # as wide as their words: where they are too wide together, the tree scrolls
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
