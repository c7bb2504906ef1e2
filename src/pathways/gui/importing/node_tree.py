"""The grades and roles of an import in their families, the highest first: put into order and into
families by dragging and by keys.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from pathways.gui.widgets.cell_words import CellWords
from pathways.i18n import _
from pathways.model.framework import Node

_ID = Qt.ItemDataRole.UserRole
Group = tuple[str, list[str]]
"""A family and the ids of its grades and roles, the highest first."""


class NodeTree(QTreeWidget):
    """List the grades and roles; where they are moved, say where they are wanted."""

    arranged = Signal(list)  # of (family, ids from the lowest on)
    family_asked = Signal()
    merge_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[Group] = []
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setAccessibleName(_("Families, grades and roles, the highest first"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        CellWords(self, by_mouse=False)
        self.setItemsExpandable(False)
        self.setTabKeyNavigation(False)

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        """Show the grades and roles of a framework; those that were chosen stay so."""
        chosen, current = self.chosen(), self._id_of(self.currentItem())
        families: dict[str, list[str]] = {}
        for node in nodes:
            families.setdefault(node.family, []).insert(0, node.id)
        self._groups = list(families.items())
        titles = {node.id: node.title for node in nodes}
        self.clear()
        self.setRootIsDecorated(len(families) > 1 or "" not in families)
        for family, ids in self._groups:
            above = self._family_item(family) if self.rootIsDecorated() else None
            for node_id in ids:
                item = QTreeWidgetItem(above) if above else QTreeWidgetItem(self)
                item.setText(0, titles[node_id])
                item.setData(0, _ID, node_id)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
                item.setSelected(node_id in chosen)
                if node_id == current:
                    self.setCurrentItem(item, 0, self.selectionModel().SelectionFlag.NoUpdate)
        self.expandAll()
        if self.currentItem() is None and nodes:
            top = self.topLevelItem(0)
            first = top.child(0) if top is not None and self.rootIsDecorated() else top
            assert first is not None
            self.setCurrentItem(first)
        shown = self.currentItem()
        if shown is not None and not self.selectedItems():
            shown.setSelected(True)

    def chosen(self) -> list[str]:
        """Return the ids of the grades and roles that are chosen, from the top on."""
        order = [node for _family, nodes in self._groups for node in nodes]
        found = {self._id_of(item) for item in self.selectedItems()}
        return [node for node in order if node in found]

    def families(self) -> list[str]:
        """Return the families, from the top on."""
        return [family for family, _nodes in self._groups if family]

    def may_move(self, by: int) -> bool:
        """Tell whether what is chosen can be moved up (-1) or down (1)."""
        return self._moved(by) is not None

    def move_chosen(self, by: int) -> None:
        """Move what is chosen up (-1) or down (1), at the edge of a family into the next one."""
        wanted = self._moved(by)
        if wanted is not None:
            self._ask_for(wanted)

    def _moved(self, by: int) -> list[Group] | None:
        chosen = self.chosen()
        if not chosen:
            return None
        edge = chosen[0] if by < 0 else chosen[-1]
        group, nodes = next(
            (number, nodes) for number, (_f, nodes) in enumerate(self._groups) if edge in nodes
        )
        place = nodes.index(edge) + by
        if 0 <= place < len(nodes):
            before = nodes[: place + (by > 0)]
        elif 0 <= group + by < len(self._groups):
            group += by
            before = self._groups[group][1] if by < 0 else []
        else:
            return None
        return self._with(chosen, group, sum(node not in chosen for node in before))

    def _with(self, chosen: Sequence[str], group: int, place: int) -> list[Group]:
        """Return the groups with what is chosen at a place of one of them, which is counted
        without it.
        """
        groups = [(f, [node for node in nodes if node not in chosen]) for f, nodes in self._groups]
        groups[group][1][place:place] = list(chosen)
        return groups

    def _ask_for(self, groups: Sequence[Group]) -> None:
        if list(groups) != self._groups:
            self.arranged.emit([(f, list(reversed(nodes))) for f, nodes in groups if nodes])

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where what is dragged is wanted; the tree is shown anew with what came of it."""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        chosen = self.chosen()
        if not chosen or not self._groups:
            return
        at = event.position().toPoint()
        item = self.itemAt(at)
        group, place = self._place_of(item)
        if item is not None and self._id_of(item):
            place += at.y() >= self.visualItemRect(item).center().y()  # its lower half
        before = [node for node in self._groups[group][1][:place] if node not in chosen]
        self._ask_for(self._with(chosen, group, len(before)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, ask for the family with F, put together with M."""
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_chosen(-1 if key == Qt.Key.Key_Up else 1)
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and key == Qt.Key.Key_F:
            self.family_asked.emit()
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and key == Qt.Key.Key_M:
            self.merge_asked.emit()
        else:
            super().keyPressEvent(event)

    def _place_of(self, item: QTreeWidgetItem | None) -> tuple[int, int]:
        """Return the group and the place in it of an item; the end where there is none."""
        node = self._id_of(item)
        for number, (family, nodes) in enumerate(self._groups):
            if node in nodes:
                return number, nodes.index(node)
            if item is not None and not node and item.data(0, _ID + 1) == family:
                return number, 0
        return len(self._groups) - 1, len(self._groups[-1][1])

    def _family_item(self, family: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self)
        item.setText(0, family or _("Without a family"))
        item.setData(0, _ID + 1, family)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled)
        return item

    def _id_of(self, item: QTreeWidgetItem | None) -> str:
        return str(item.data(0, _ID) or "") if item is not None else ""
