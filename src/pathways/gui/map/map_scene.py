"""The map as items: the layout says where things go, the session says what is chosen; the scene
decides nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from pathways.compare.change import StepChange
from pathways.graph.layout.folding import Groups
from pathways.graph.layout.layout import ROOM, arrange
from pathways.graph.layout.measures import worth
from pathways.graph.layout.places import Lane, MapLayout
from pathways.gui.map.fold_sign import FoldSign
from pathways.gui.map.lane_item import LaneItem
from pathways.gui.map.look import SIGN, Look
from pathways.gui.map.map_items import MapItems
from pathways.gui.map.node_item import NodeItem
from pathways.gui.map.step_item import UNKNOWN, StepItem, thickness
from pathways.gui.map.step_style import stroke_of
from pathways.gui.map.ways import Pair, between
from pathways.gui.map.words import heading_of, is_group, second_line, step_labels
from pathways.gui.shell.place import NodeNote
from pathways.gui.shell.theme import Theme
from pathways.i18n import _
from pathways.model.framework import Node
from pathways.model.library import Library

_MARGIN = 8.0  # around everything, at 100 % text
_ENOUGH = (
    0.04  # of the room's width or height: what changes less is no reason to arrange the map anew
)
_TWO_LINES = 0.9  # how small boxes may be drawn to have a second line
_FEW = 150  # boxes for which it is worth to try whether each has room for a second line


class MapScene(MapItems):
    """Mirror a library's layout: one item for each box, step and lane, kept while what it stands
    for is shown.
    """

    def show_library(
        self, library: Library, groups: Groups | None = None, closed: Collection[str] = ()
    ) -> None:
        """Mirror these frameworks with these groups folded: keep the items of what stays, change
        the rest.
        """
        self._groups = groups if groups is not None else Groups(library)
        self._sizes = {}
        self._route = tuple(node for node in self._route if node in library.nodes)
        self._chosen = tuple(node for node in self._chosen if node in library.nodes)
        self._show(closed, anew=True)

    def fold(self, closed: Collection[str]) -> None:
        """Show these groups folded, and all others open; what stays moves as little as can be."""
        self._show(closed, anew=False)

    def _show(self, closed: Collection[str], *, anew: bool) -> None:
        assert self._groups is not None
        before, groups = self._current, self._groups
        members = self.nodes_in(before) if before is not None else ()
        self._closed = frozenset(closed)
        shown = self._shown = groups.folded(self._closed)
        self._known = {(step.source, step.target): step for step in shown.steps}
        self._nodes = self._matched(self._nodes, shown.nodes, lambda key: NodeItem(key, self._look))
        self._steps = self._matched(
            self._steps, self._known, lambda key: StepItem(*key, self._look)
        )
        lanes = [framework.id for framework in shown.frameworks]
        self._lanes = self._matched(self._lanes, lanes, lambda key: LaneItem(key, self._look))
        if before not in self._nodes:  # it was folded or unfolded, or it is no longer open
            home = next((node for node in (*members, before) if node in groups.library.nodes), None)
            self._current = groups.box_of(home, self._closed) if home is not None else None
        self._arrange(anew=anew)
        self._write()
        self._show_states()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours or with text of another size."""
        if theme == self._look.theme:
            return
        resized = (theme.scale, theme.body) != (self._look.theme.scale, self._look.theme.body)
        self.setBackgroundBrush(QColor(theme.surface))
        self._look = Look(theme)
        self._arrange(anew=resized)
        self._write()
        self.update()

    def set_room(self, width: float, height: float) -> bool:
        """Arrange the map for a viewport of that size; tell whether anything has moved.

        The boxes get a second line where all of the map is still seen then, and not much smaller.
        """
        margin = 2 * self._look.grown(_MARGIN)
        room = (max(width - margin, 1.0), max(height - margin, 1.0))
        alike = all(
            abs(new - old) <= _ENOUGH * old for new, old in zip(room, self._room, strict=True)
        )
        if alike and self._layout is not None:
            return False
        self._room = room
        if self._shown is None:
            return False
        before = self._layout
        self._arrange(anew=True)
        self._write()
        return self._layout != before

    @contextmanager
    def on_paper(self, theme: Theme) -> Iterator[None]:
        """Look as on paper for a while: in that theme, with nothing current and nothing that can
        be clicked.
        """
        before, current = self._look.theme, self._current
        self.set_theme(theme)
        self.set_current(None)
        for sign in self._signs.values():
            sign.hide()
        try:
            yield
        finally:
            for sign in self._signs.values():
                sign.show()
            self.set_theme(before)
            self.set_current(current)

    def set_chosen(self, chosen: Sequence[str]) -> None:
        """Mark what is chosen, with its numbers, and light the steps between."""
        self._chosen = tuple(chosen)
        self._show_states()

    def set_planned(self, words: Mapping[str, str]) -> None:
        """Mark where a plan begins and where it leads, in words by node."""
        self._planned = dict(words)
        self._show_states()

    def set_notes(self, notes: Mapping[str, NodeNote]) -> None:
        """Put something beside nodes, in place of what stands there."""
        self._notes = notes
        self._write()

    def set_route(self, node_ids: Sequence[str]) -> None:
        """Light the nodes of a route and the steps between them, and quiet the rest; () ends
        that.
        """
        self._route = tuple(node_ids)
        self._show_states()

    def set_current(self, box_id: str | None) -> None:
        """Mark the box that the keyboard is on."""
        self._current = box_id if box_id in self._nodes else None
        self._show_states()

    def set_ringed(self, ringed: bool) -> None:
        """Ring the current box, while the map has the keyboard."""
        self._ringed = ringed
        self._show_states()

    def set_sizes(self, sizes: Mapping[Pair, StepChange]) -> None:
        """Draw each step as thick as it is big beside the biggest that is known."""
        self._sizes = dict(sizes)
        self._describe_steps()

    # How it is mirrored --------------------------------------------------------------------------

    def _arrange(self, *, anew: bool) -> None:
        """Ask the layout where everything stands, and put it there."""
        if self._shown is None or (self._layout is None and self._room is ROOM and self.views()):
            # in the second case a view has still to say how much room there is, before it first
            # paints
            return
        look, before = self._look, self._layout
        needs, wants = look.needs(self._shown), self._wants()
        if anew or before is None:
            self._layout = self._best_layout(needs, wants)
        else:
            measures = look.measures(needs, roomy=self._roomy, snug=self._snug)
            self._layout = arrange(
                self._shown,
                measures=measures,
                room=self._room,
                needs=needs,
                wants=wants,
                shape=before.shape,
            )
        self._place_items(self._layout, look.measures(needs, snug=self._snug).gutter)

    def _place_items(self, layout: MapLayout, gutter: float) -> None:
        """Put every item where the layout has it."""
        look = self._look
        for place in layout.places:
            self._nodes[place.node_id].place(
                QRectF(place.x, place.y, place.width, place.height), look
            )
        for edge in layout.edges:
            points = [QPointF(x, y) for x, y in edge.points]
            clear = (layout.by_id[edge.step.target].width + gutter) / 2
            self._steps[edge.step.source, edge.step.target].route(points, clear, look)
        for lane in layout.lanes:
            self._lanes[lane.framework_id].place(
                _heading(lane, look), _labels(lane), look, signed=not lane.single
            )
        self._place_signs(layout)
        margin = look.grown(_MARGIN)
        area = QRectF(0, 0, layout.width, layout.height)
        self.setSceneRect(area.adjusted(-margin, -margin, margin, margin))

    def _best_layout(self, needs: Mapping[str, float], wants: Mapping[str, float]) -> MapLayout:
        """Return the map with two lines in each box where all of it is seen then, else with one,
        and with its boxes closer to each other where that lets its words be larger.
        """
        plain = self._laid_out(needs, wants)
        self._roomy = self._snug = False
        if len(needs) > _FEW:
            return plain
        if not self._fits(plain, 1.0):  # with more in its boxes it would not fit either
            snug = self._laid_out(needs, wants, snug=True)
            self._snug = self._scale_of(snug) > self._scale_of(plain)
            return snug if self._snug else plain
        roomy = self._laid_out(needs, wants, roomy=True)
        self._roomy = self._fits(roomy, _TWO_LINES)
        return roomy if self._roomy else plain

    def _laid_out(
        self,
        needs: Mapping[str, float],
        wants: Mapping[str, float],
        *,
        roomy: bool = False,
        snug: bool = False,
    ) -> MapLayout:
        assert self._shown is not None
        measures = self._look.measures(needs, roomy=roomy, snug=snug)
        return arrange(self._shown, measures=measures, room=self._room, needs=needs, wants=wants)

    def _wants(self) -> Mapping[str, float]:
        """Return how wide boxes would be to say all; of very many, none is measured."""
        assert self._shown is not None
        assert self._groups is not None
        few = len(self._shown.nodes) <= _FEW
        return self._look.wants(self._shown, self._groups.library) if few else {}

    def _scale_of(self, layout: MapLayout) -> float:
        """Return how large a map can be drawn in the room that there is."""
        across, down = self._room[0] / layout.width, self._room[1] / layout.height
        return min(worth(across, down), 1.0)

    def _fits(self, layout: MapLayout, scale: float) -> bool:
        return layout.width * scale <= self._room[0] and layout.height * scale <= self._room[1]

    def _place_signs(self, layout: MapLayout) -> None:
        """Put a sign at the end of each heading that can be folded."""
        assert self._groups is not None
        found: dict[str, tuple[QPointF, str]] = {}
        look = self._look
        half, line = look.grown(SIGN) / 2, look.line_metrics.height() / 2
        for lane in layout.lanes:
            headings = [("", lane.title, _heading(lane, look))] if not lane.single else []
            headings += [(title, title, rect) for title, rect in _labels(lane)]
            for name, title, rect in headings:
                group = self._groups.by_id.get(f"{lane.framework_id}/{name}")
                if group is not None and group.id not in self._closed:
                    found[group.id] = (QPointF(rect.right() - half, rect.bottom() - line), title)
        self._signs = self._matched(self._signs, found, lambda key: FoldSign(key, self._look))
        for group_id, sign in self._signs.items():
            sign.place(*found[group_id], look)

    def _write(self) -> None:
        """Write what every box and every lane says."""
        if self._shown is None or self._layout is None:
            return
        tall = self._look.title_metrics.height() + self._look.line_metrics.height()
        for place in self._layout.places:
            node = self._shown.nodes[place.node_id]
            if is_group(node.id):
                self._write_group(node)
            else:
                self._write_node(node, two_lines=place.height > tall)
        for lane in self._layout.lanes:
            self._write_lane(self._shown, lane)
        self._describe_steps()

    def _write_group(self, group: Node) -> None:
        count = len(self.nodes_in(group.id))
        tails = (_("· {count}").format(count=group.grade), f"· {count}")
        self._nodes[group.id].write(group.title, "", tails)

    def _write_node(self, node: Node, *, two_lines: bool) -> None:
        assert self._groups is not None
        note = self._notes.get(node.id)
        about = second_line(self._groups.library, node)
        self._nodes[node.id].write(
            node.title,
            about if two_lines else "",
            (f"· {note.words}", f"· {note.short}") if note else (),
            aside=about if about != node.grade else "",
        )

    def _write_lane(self, shown: Library, lane: Lane) -> None:
        title, line = heading_of(shown, lane.framework_id, single=lane.single)
        if lane.single and self._roomy:
            item = self._nodes[shown.framework(lane.framework_id).nodes[0].id]
            item.write(item.title, line, item.tails, aside=item.aside)
            line = ""
        self._lanes[lane.framework_id].write(title, line)

    def _show_states(self) -> None:
        numbers = self._numbers()
        route = self._boxes(self._route)
        lit = between(self._known, route or list(numbers))
        on_the_way = {*numbers, *route, *(box for pair in lit for box in pair)}
        is_way = len(route) > 1 or len(numbers) > 1
        for box_id, item in self._nodes.items():
            current = box_id == self._current
            item.show_state(
                number=numbers.get(box_id, 0),
                current=current,
                ringed=current and self._ringed,
                quiet=is_way and box_id not in on_the_way,
                lit=box_id in route,
            )
            item.show_planned(self._planned.get(box_id, ""))
        for pair, step in self._steps.items():
            step.show_state(lit=pair in lit)

    def _boxes(self, node_ids: Sequence[str]) -> list[str]:
        """Return the boxes that nodes are in, each once."""
        found = (self.box_of(node) for node in node_ids)
        return list(dict.fromkeys(item.node_id for item in found if item is not None))

    def _numbers(self) -> dict[str, int]:
        """Return the place of each box in the order of choice; that of the first of its nodes
        where it is folded.
        """
        found: dict[str, int] = {}
        for number, node in enumerate(self._chosen, 1):
            item = self.box_of(node)
            if item is not None:
                found.setdefault(item.node_id, number)
        return found

    def _describe_steps(self) -> None:
        largest = max((change.size for change in self._sizes.values()), default=0)
        for pair, item in self._steps.items():
            step, change = self._known[pair], self._sizes.get(pair)
            item.describe(
                stroke=stroke_of(step),
                labels=step_labels(step, change),
                width=thickness(change.size, largest) if change is not None else UNKNOWN,
            )


def _heading(lane: Lane, look: Look) -> QRectF:
    """Return where a lane's heading stands: right above its boxes."""
    inset = 0.0 if lane.single else look.grown(8)
    return QRectF(lane.x + inset, lane.y, lane.width - 2 * inset, lane.header - look.grown(4))


def _labels(lane: Lane) -> list[tuple[str, QRectF]]:
    return [
        (label.title, QRectF(label.x, label.y, label.width, label.height)) for label in lane.labels
    ]
