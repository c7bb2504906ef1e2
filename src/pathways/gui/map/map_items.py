"""The items of the map, and what can be read from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from pathways.compare.change import StepChange
from pathways.graph.layout.folding import Groups
from pathways.graph.layout.layout import ROOM, Direction, neighbour
from pathways.graph.layout.places import MapLayout
from pathways.gui.map.fold_sign import FoldSign
from pathways.gui.map.lane_item import LaneItem
from pathways.gui.map.look import Look
from pathways.gui.map.node_item import NodeItem
from pathways.gui.map.step_item import StepItem
from pathways.gui.map.ways import Pair
from pathways.gui.map.words import is_group, spoken_group, spoken_node
from pathways.gui.shell.place import NodeNote
from pathways.gui.shell.theme import Theme
from pathways.model.library import Library
from pathways.model.step import Step

Key = TypeVar("Key", str, tuple[str, str])
Item = TypeVar("Item", bound=QGraphicsItem)


class MapItems(QGraphicsScene):
    """Hold the boxes, lines and headings that are shown, and say what they stand for.

    A box is a node or, where its id has a slash, a group of nodes that are folded.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(
            QGraphicsScene.ItemIndexMethod.NoIndex
        )  # few items, which all move when text grows
        self._look = Look(theme)
        self._groups: Groups | None = None
        self._closed: frozenset[str] = frozenset()
        self._shown: Library | None = None
        self._layout: MapLayout | None = None
        self._nodes: dict[str, NodeItem] = {}
        self._steps: dict[Pair, StepItem] = {}
        self._lanes: dict[str, LaneItem] = {}
        self._signs: dict[str, FoldSign] = {}
        self._known: dict[Pair, Step] = {}
        self._sizes: Mapping[Pair, StepChange] = {}
        self._chosen: tuple[str, ...] = ()
        self._planned: Mapping[str, str] = {}
        self._route: tuple[str, ...] = ()
        self._notes: Mapping[str, NodeNote] = {}
        self._current: str | None = None
        self._ringed = False
        self._roomy = False
        self._snug = False
        self._room = ROOM
        self.setBackgroundBrush(QColor(theme.surface))

    @property
    def node_items(self) -> Sequence[NodeItem]:
        """Return the boxes, in the order of the library."""
        return tuple(self._nodes.values())

    @property
    def shown_steps(self) -> Sequence[Pair]:
        """Return the ends of the steps between nodes that are shown."""
        return tuple(
            pair for pair in self._known if not is_group(pair[0]) and not is_group(pair[1])
        )

    def box_of(self, node_id: str) -> NodeItem | None:
        """Return the box that a node is in; None where it is not open."""
        if self._groups is None or node_id not in self._groups.library.nodes:
            return None
        return self._nodes[self._groups.box_of(node_id, self._closed)]

    def nodes_in(self, box_id: str) -> Sequence[str]:
        """Return the nodes that a box stands for."""
        group = self._groups.by_id.get(box_id) if self._groups is not None else None
        return group.nodes if group is not None else (box_id,)

    @property
    def current(self) -> str | None:
        """Return the id of the box that the keyboard is on."""
        return self._current

    @property
    def current_item(self) -> NodeItem | None:
        """Return the box that the keyboard is on."""
        return self._nodes.get(self._current or "")

    @property
    def focus_pen(self) -> QPen:
        """Return the pen that the focus ring is drawn with."""
        return QPen(self._look.colour("focus"), 2 * self._look.theme.edge)

    @property
    def first(self) -> str | None:
        """Return where the keyboard begins: at the lowest grade of the first framework."""
        return next(iter(self._nodes), None)

    @property
    def first_item(self) -> NodeItem | None:
        """Return the box where the keyboard begins."""
        return self._nodes.get(self.first or "")

    @property
    def chosen_item(self) -> NodeItem | None:
        """Return the box of what is chosen first: where the person is."""
        return self.box_of(self._chosen[0]) if self._chosen else None

    def neighbour(self, direction: Direction) -> str | None:
        """Return the box that lies next to the current one; None where there is none."""
        if self._layout is None or self._current is None:
            return None
        return neighbour(self._layout, self._current, direction)

    def end_of_lane(self, *, top: bool) -> str | None:
        """Return the highest or the lowest box of the current box's framework."""
        if self._shown is None or (here := self._current or self.first) is None:
            return None
        nodes = self._shown.framework_of(here).nodes
        return nodes[-1 if top else 0].id

    def step_of(self, item: NodeItem | StepItem) -> Step | None:
        """Return the step that a line stands for, or the one that leads on from a node; None at
        the top.
        """
        if isinstance(item, StepItem):
            return self._known.get((item.source, item.target))
        ahead = [
            step
            for step in self._known.values()
            if step.source == item.node_id and not step.indicative
        ]
        return ahead[0] if ahead else None

    def spoken(self, box_id: str) -> str:
        """Say a box and its state in one sentence."""
        if self._groups is None:
            return ""
        group = self._groups.by_id.get(box_id)
        if group is not None:
            return spoken_group(self._groups.library, group, self._chosen)
        said = spoken_node(self._groups.library, box_id, self._chosen, self._route, self._sizes)
        note = self._notes.get(box_id)
        told = (said, self._planned.get(box_id, ""), note.words if note else "")
        return ", ".join(part for part in told if part)

    def _matched(
        self, have: dict[Key, Item], wanted: Iterable[Key], make: Callable[[Key], Item]
    ) -> dict[Key, Item]:
        """Return an item for each key, in order: those there are, and new ones; take the rest out
        of the scene.
        """
        found: dict[Key, Item] = {}
        for key in wanted:
            item = have.get(key)
            if item is None:
                item = make(key)
                self.addItem(item)
            found[key] = item
        for key, item in have.items():
            if key not in found:
                self.removeItem(item)
        return found
