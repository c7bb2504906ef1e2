"""The map as items: the layout says where things go, the session says what is chosen; the scene decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from pathways.compare.change import StepChange
from pathways.graph.layout import Direction, Lane, Layout, arrange, neighbour
from pathways.gui.map.lane_item import LaneItem
from pathways.gui.map.look import Look
from pathways.gui.map.node_item import NodeItem
from pathways.gui.map.step_item import UNKNOWN, StepItem, thickness
from pathways.gui.map.words import heading_of, second_line, spoken_node
from pathways.gui.theme import Theme
from pathways.i18n import _, _n
from pathways.model.library import Library
from pathways.model.step import Step, StepKind

_MARGIN = 12.0  # around everything, at 100 % text
Pair = tuple[str, str]
Key = TypeVar("Key", str, tuple[str, str])
Item = TypeVar("Item", bound=QGraphicsItem)


class MapScene(QGraphicsScene):
    """Mirror a library's layout: one item for each node, step and lane, kept while what it stands for is open."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)  # few items, which all move when text grows
        self._look = Look(theme)
        self._library: Library | None = None
        self._layout: Layout | None = None
        self._nodes: dict[str, NodeItem] = {}
        self._steps: dict[Pair, StepItem] = {}
        self._lanes: dict[str, LaneItem] = {}
        self._known: dict[Pair, Step] = {}
        self._sizes: Mapping[Pair, StepChange] = {}
        self._chosen: tuple[str, ...] = ()
        self._current: str | None = None
        self._ringed = False
        self._roomy = False
        self._roomy_height: float | None = None
        self.setBackgroundBrush(QColor(theme.surface))

    # What can be read -------------------------------------------------------------------------------------------

    @property
    def node_items(self) -> Sequence[NodeItem]:
        """Return the boxes, in the order of the library."""
        return tuple(self._nodes.values())

    @property
    def step_items(self) -> Sequence[StepItem]:
        """Return the lines, in the order of the library."""
        return tuple(self._steps.values())

    def node_item(self, node_id: str) -> NodeItem:
        """Return the box of a node that is open."""
        return self._nodes[node_id]

    def step_item(self, source: str, target: str) -> StepItem:
        """Return the line between two nodes."""
        return self._steps[source, target]

    @property
    def current(self) -> str | None:
        """Return the id of the node that is looked at."""
        return self._current

    @property
    def current_item(self) -> NodeItem | None:
        """Return the box of the node that is looked at."""
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

    def neighbour(self, direction: Direction) -> str | None:
        """Return the node that lies next to the current one; None where there is none."""
        if self._layout is None or self._current is None:
            return None
        return neighbour(self._layout, self._current, direction)

    def end_of_lane(self, *, top: bool) -> str | None:
        """Return the highest or the lowest node of the current node's framework."""
        if self._library is None or (here := self._current or self.first) is None:
            return None
        nodes = self._library.framework_of(here).nodes
        return nodes[-1 if top else 0].id

    def step_of(self, item: NodeItem | StepItem) -> Step | None:
        """Return the step that a line stands for, or the one that leads on from a node; None at the top."""
        if isinstance(item, StepItem):
            return self._known.get((item.source, item.target))
        ahead = [step for step in self._known.values() if step.source == item.node_id and not step.indicative]
        return ahead[0] if ahead else None

    def spoken(self, node_id: str) -> str:
        """Say a node and its state in one sentence."""
        return spoken_node(self._library, node_id, self._chosen) if self._library is not None else ""

    # What it mirrors --------------------------------------------------------------------------------------------

    def show_library(self, library: Library) -> None:
        """Mirror these frameworks: keep the items of what stays, take away and add the rest."""
        self._library, self._sizes, self._roomy_height = library, {}, None
        self._known = {(step.source, step.target): step for step in library.steps}
        self._chosen = tuple(node for node in self._chosen if node in library.nodes)
        self._current = self._current if self._current in library.nodes else None
        self._nodes = self._matched(self._nodes, library.nodes, lambda key: NodeItem(key, self._look))
        self._steps = self._matched(self._steps, self._known, lambda key: StepItem(*key, self._look))
        lanes = [framework.id for framework in library.frameworks]
        self._lanes = self._matched(self._lanes, lanes, lambda key: LaneItem(key, self._look))
        self._arrange()
        self._write()
        self._show_states()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours or with text of another size."""
        if theme == self._look.theme:
            return
        self.setBackgroundBrush(QColor(theme.surface))
        self._look = Look(theme)
        self._roomy_height = None
        self._arrange()
        self._write()
        self.update()

    def set_room(self, height: float) -> None:
        """Give the boxes a second line where the map is still read without scrolling then, at 100 %."""
        if self._library is None or self._layout is None:
            return
        if self._roomy_height is None:
            roomy = self._look.measures(self._library, roomy=True)
            self._roomy_height = arrange(self._library, measures=roomy).height
        fits = self._roomy_height + 2 * self._look.grown(_MARGIN) <= height
        if fits != self._roomy:
            self._roomy = fits
            self._arrange()
            self._write()

    def set_chosen(self, chosen: Sequence[str]) -> None:
        """Mark what is chosen, with its numbers, and light the steps between."""
        self._chosen = tuple(chosen)
        self._show_states()

    def set_current(self, node_id: str | None) -> None:
        """Mark the node that is looked at."""
        self._current = node_id
        self._show_states()

    def set_ringed(self, ringed: bool) -> None:
        """Ring the current node, while the map has the keyboard."""
        self._ringed = ringed
        self._show_states()

    def set_sizes(self, sizes: Mapping[Pair, StepChange]) -> None:
        """Draw each step as thick as it is big beside the biggest that is shown."""
        self._sizes = dict(sizes)
        self._describe_steps()

    # How it is mirrored -----------------------------------------------------------------------------------------

    def _matched(self, have: dict[Key, Item], wanted: Iterable[Key], make: Callable[[Key], Item]) -> dict[Key, Item]:
        """Return an item for each key, in order: those there are, and new ones; take the rest out of the scene."""
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

    def _arrange(self) -> None:
        """Ask the layout where everything stands, and put it there."""
        if self._library is None:
            return
        look = self._look
        measures = look.measures(self._library, roomy=self._roomy)
        self._layout = arrange(self._library, measures=measures)
        for place in self._layout.places:
            self._nodes[place.node_id].place(QRectF(place.x, place.y, place.width, place.height), look)
        for edge in self._layout.edges:
            points = [QPointF(x, y) for x, y in edge.points]
            self._steps[edge.step.source, edge.step.target].route(points, measures.pitch / 2, look)
        for lane in self._layout.lanes:
            self._lanes[lane.framework_id].place(_heading(lane, look), _labels(lane), look)
        margin = look.grown(_MARGIN)
        area = QRectF(0, 0, self._layout.width, self._layout.height)
        self.setSceneRect(area.adjusted(-margin, -margin, margin, margin))

    def _write(self) -> None:
        if self._library is None or self._layout is None:
            return
        library, tall = self._library, self._look.title_metrics.height() + self._look.line_metrics.height()
        for place in self._layout.places:
            node = library.nodes[place.node_id]
            self._nodes[node.id].write(node.title, second_line(library, node) if place.height > tall else "")
        for lane in self._layout.lanes:
            title, line = heading_of(library, lane.framework_id, single=lane.single)
            if lane.single and self._roomy:
                node = library.framework(lane.framework_id).nodes[0]
                self._nodes[node.id].write(node.title, line)
                line = ""
            self._lanes[lane.framework_id].write(title, line)
        self._describe_steps()

    def _show_states(self) -> None:
        chosen = self._chosen
        lit = _between(self._known, chosen)
        shown = {*chosen, *(node for pair in lit for node in pair)}
        for node_id, item in self._nodes.items():
            number = chosen.index(node_id) + 1 if node_id in chosen else 0
            current = node_id == self._current
            quiet = len(chosen) > 1 and node_id not in shown
            item.show_state(number=number, current=current, ringed=current and self._ringed, quiet=quiet)
        for pair, step in self._steps.items():
            step.set_lit(pair in lit)

    def _describe_steps(self) -> None:
        largest = max((change.size for change in self._sizes.values()), default=0)
        for pair, item in self._steps.items():
            step, change = self._known[pair], self._sizes.get(pair)
            item.describe(
                dashed=step.indicative,
                label=_label(step, change),
                width=thickness(change.size, largest) if change is not None else UNKNOWN,
            )


def _heading(lane: Lane, look: Look) -> QRectF:
    """Return where a lane's heading stands: right above its boxes."""
    inset = 0.0 if lane.single else look.grown(8)
    return QRectF(lane.x + inset, lane.y, lane.width - 2 * inset, lane.header - look.grown(4))


def _labels(lane: Lane) -> list[tuple[str, QRectF]]:
    return [(label.title, QRectF(label.x, label.y, label.width, label.height)) for label in lane.labels]


def _label(step: Step, change: StepChange | None) -> str:
    """Return what stands beside a line: how much changes, or what kind of move it is where that is not plain."""
    parts: list[str] = []
    if step.kind is not StepKind.NEXT_GRADE and not step.indicative:
        parts.append(step.kind.word)
    if step.indicative:
        parts.append(_("indicative"))
    if change is not None:
        parts.append(_n("{count} change", "{count} changes", change.size).format(count=change.size))
    return " · ".join(parts)


def _between(steps: Mapping[Pair, Step], chosen: Sequence[str]) -> set[Pair]:
    """Return the steps on the shortest ways up or down between neighbours in the order of choice."""
    ahead: dict[str, list[str]] = {}
    for source, target in steps:
        ahead.setdefault(source, []).append(target)
    lit: set[Pair] = set()
    for first, last in pairwise(chosen):
        lit.update(_way(ahead, first, last) or _way(ahead, last, first))
    return lit


def _way(ahead: Mapping[str, Sequence[str]], first: str, last: str) -> list[Pair]:
    before: dict[str, str] = {first: first}
    row = [first]
    while row and last not in before:
        reached = [(node, target) for node in row for target in ahead.get(node, ()) if target not in before]
        before.update((target, node) for node, target in reversed(reached))
        row = list(dict.fromkeys(target for _node, target in reached))
    way, here = [], last
    while here in before and here != first:
        way.append((before[here], here))
        here = before[here]
    return way
