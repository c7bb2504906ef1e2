"""The map in words, as a model: frameworks, their families where they have several, and the
nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from pathways.gui.map.folds import Folds
from pathways.gui.map.words import Sizes, leads_to, purpose_of, spoken_group, spoken_node
from pathways.gui.shell.session import Session
from pathways.gui.widgets.model_index import NOWHERE, Index
from pathways.gui.widgets.plain_text import tip
from pathways.i18n import _
from pathways.model.framework import Framework, Node
from pathways.model.library import Library

_NODE_ID = int(Qt.ItemDataRole.UserRole)


class OutlineColumn(msgspec.Struct, frozen=True):
    """One column: its heading, the text of a framework's line, that of a family's and that of a
    node's.
    """

    title: Callable[[], str]
    of_framework: Callable[[Framework], str]
    of_node: Callable[[OutlineModel, Node], str]


class OutlineLine(msgspec.Struct):
    """One line of the tree; ``parent`` is the number of the line above it, -1 at the top.

    ``group_id`` is what folds with it; a node's line has none.
    """

    number: int
    parent: int
    row: int
    framework: Framework
    node: Node | None = None
    group_id: str = ""
    title: str = ""
    children: list[int] = msgspec.field(default_factory=list)


class OutlineModel(QAbstractItemModel):
    """Frameworks, and under each its nodes, the top grade first, by family where there are several.

    A tick says what is chosen.
    """

    def __init__(
        self,
        session: Session,
        folds: Folds,
        toggle: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.folds = folds
        self.toggle = toggle
        self._library = session.library
        self._lines: list[OutlineLine] = []
        self._top: list[int] = []
        self._by_node: dict[str, int] = {}
        self._leads: dict[str, str] = {}
        self._route: tuple[str, ...] = ()
        self._sizes: Sizes = {}
        self._read()
        session.library_changed.connect(self._on_library_changed)
        session.chosen_changed.connect(self._tell_nodes)

    @property
    def library(self) -> Library:
        """Return the frameworks that the tree shows."""
        return self._library

    def leads_to(self, node_id: str) -> str:
        """Return where a node's steps lead, in words; those that no document states are marked."""
        if node_id not in self._leads:
            self._leads[node_id] = leads_to(self._library, node_id, self._sizes)
        return self._leads[node_id]

    def marks_of(self, node_id: str) -> str:
        """Return a node's place in the order of choice, and which stop of the route it is."""
        parts = [str(self.chosen_number(node_id))] if self.chosen_number(node_id) else []
        if node_id in self._route:
            parts.append(_("stop {number}").format(number=self._route.index(node_id) + 1))
        return " · ".join(parts)

    def chosen_number(self, node_id: str) -> int:
        """Return a node's place in the order of choice, from 1; 0 where it is not chosen."""
        chosen = self._session.chosen
        return chosen.index(node_id) + 1 if node_id in chosen else 0

    def set_sizes(self, sizes: Sizes) -> None:
        """Say with each step how much changes."""
        self._sizes, self._leads = dict(sizes), {}
        self._tell_nodes()

    def set_route(self, route: Sequence[str]) -> None:
        """Mark the stops of a route."""
        self._route = tuple(route)
        self._tell_nodes()

    def node_at(self, index: Index) -> Node | None:
        """Return the node of a line; None for that of a framework or a family."""
        return self._lines[index.internalId()].node if index.isValid() else None

    def group_at(self, index: Index) -> str:
        """Return the id of the group that folds with a line, "" where none does."""
        return self._lines[index.internalId()].group_id if index.isValid() else ""

    def group_lines(self) -> list[QModelIndex]:
        """Return the lines that have others under them."""
        return [self.createIndex(line.row, 0, line.number) for line in self._lines if line.children]

    def index_of(self, node_id: str) -> QModelIndex:
        """Return the line of a node, an invalid index where it is not open."""
        number = self._by_node.get(node_id)
        return (
            QModelIndex()
            if number is None
            else self.createIndex(self._lines[number].row, 0, number)
        )

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Return the index of a line under ``parent``."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        under = self._lines[parent.internalId()].children if parent.isValid() else self._top
        return self.createIndex(row, column, under[row])

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Return the line that a line stands under."""
        number = self._lines[index.internalId()].parent if index.isValid() else -1
        return (
            self.createIndex(self._lines[number].row, 0, number) if number >= 0 else QModelIndex()
        )

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many lines stand under ``parent``."""
        if not parent.isValid():
            return len(self._top)
        return len(self._lines[parent.internalId()].children) if parent.column() == 0 else 0

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        shown = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return COLUMNS[section].title() if shown and 0 <= section < len(COLUMNS) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the tick or the node's id of a cell."""
        if not index.isValid():
            return None
        line = self._lines[index.internalId()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._text(line, index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self._spoken(line)
        if line.node is None:
            return _bold() if role == Qt.ItemDataRole.FontRole and index.column() == 0 else None
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return (
                Qt.CheckState.Checked
                if self.chosen_number(line.node.id)
                else Qt.CheckState.Unchecked
            )
        return line.node.id if role == _NODE_ID else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Choose a node, or give it up, when its tick is changed."""
        node = self.node_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or node is None:
            return False
        wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        return self.toggle(node.id) if wanted != bool(self.chosen_number(node.id)) else True

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

    def _text(self, line: OutlineLine, column: int) -> str:
        if line.node is not None:
            return COLUMNS[column].of_node(self, line.node)
        if line.parent >= 0:
            return line.title if column == 0 else self._count(line) if column == 1 else ""
        return self._count(line) if column == 1 else COLUMNS[column].of_framework(line.framework)

    def _count(self, line: OutlineLine) -> str:
        group = self.folds.group(line.group_id)
        return group.count if group is not None else ""

    def _spoken(self, line: OutlineLine) -> str | None:
        if line.node is not None:
            return spoken_node(
                self._library, line.node.id, self._session.chosen, self._route, self._sizes
            )
        group = self.folds.group(line.group_id)
        if group is None:
            return None
        return spoken_group(
            self._library, group, self._session.chosen, folded=group.id in self.folds.closed
        )

    def _read(self) -> None:
        self._library = self._session.library
        self._lines, self._top, self._by_node = [], [], {}
        self._leads = {}
        for framework in self._library.frameworks:
            families: dict[str, list[Node]] = {}
            for node in framework.nodes:
                families.setdefault(node.family, []).append(node)
            top = self._add(
                -1, framework, group_id=f"{framework.id}/" if framework.nodes[1:] else ""
            )
            for family, nodes in families.items():
                at = top
                if family and len(families) > 1 and nodes[1:]:
                    at = self._add(
                        top.number, framework, group_id=f"{framework.id}/{family}", title=family
                    )
                for node in reversed(nodes):
                    self._by_node[node.id] = self._add(at.number, framework, node=node).number

    def _add(self, parent: int, framework: Framework, **parts: Any) -> OutlineLine:
        siblings = self._lines[parent].children if parent >= 0 else self._top
        line = OutlineLine(
            number=len(self._lines), parent=parent, row=len(siblings), framework=framework, **parts
        )
        siblings.append(line.number)
        self._lines.append(line)
        return line

    def _on_library_changed(self) -> None:
        self.beginResetModel()
        self._route = tuple(node for node in self._route if node in self._session.library.nodes)
        self._sizes = {}
        self._read()
        self.endResetModel()

    def _tell_nodes(self) -> None:
        for line in self._lines:
            if line.children:
                first, last = line.children[0], line.children[-1]
                end = self.createIndex(self._lines[last].row, len(COLUMNS) - 1, last)
                self.dataChanged.emit(self.createIndex(0, 0, first), end)


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


COLUMNS = (
    OutlineColumn(
        lambda: _("Title"), lambda framework: framework.title, lambda model, node: node.title
    ),
    OutlineColumn(lambda: _("Grade"), lambda framework: "", lambda model, node: node.grade),
    OutlineColumn(
        lambda: _("Organisation"),
        lambda framework: framework.organisation,
        lambda model, node: model.library.framework_of(node.id).organisation,
    ),
    OutlineColumn(
        lambda: _("Chosen"), lambda framework: "", lambda model, node: model.marks_of(node.id)
    ),
    OutlineColumn(
        lambda: _("Leads to"), lambda framework: "", lambda model, node: model.leads_to(node.id)
    ),
    OutlineColumn(
        lambda: _("What it is for"),
        lambda framework: "",
        lambda model, node: purpose_of(model.library, node.id),
    ),
)
