"""What is seen of the map: how large, which part of it, and what stays in its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Signal
from PySide6.QtGui import QResizeEvent, QTransform
from PySide6.QtWidgets import QGraphicsView, QWidget

from pathways.graph.layout.measures import READABLE
from pathways.gui.map.map_scene import MapScene
from pathways.gui.map.node_item import NodeItem

_NOTCHES = (0.25, 0.33, 0.5, 0.67, 0.75, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
_HARDLY = 0.92  # of the size it has: a map that is made no smaller than that looks the same
_MUCH = 0.7  # of the map that is seen: with more of it in sight, nobody asks where one is
_RING = 8  # around a box that the keyboard is on


class MapSight(QGraphicsView):
    """Zoom, fit and scroll a MapScene; keep boxes in their places when it changes."""

    zoom_changed = Signal(float)
    moved = Signal()  # what is seen is another part than before

    def __init__(self, scene: MapScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._zoom = 1.0
        self._fitted = True  # until the person zooms or pans, the map keeps itself in sight
        self._held = False  # a box was kept in its place since, and is to stay there
        self._least = READABLE  # how small it may become in doing so
        self._room = QSize()

    @property
    def map_scene(self) -> MapScene:
        """Return the scene, as what it is."""
        return cast(MapScene, self.scene())

    @property
    def zoom(self) -> float:
        """Return how large the map is drawn; at 1.0 its text is as large as the window's."""
        return self._zoom

    def set_zoom(self, zoom: float, anchor: QPoint | None = None) -> None:
        """Draw the map larger or smaller; what lies under ``anchor`` (of the viewport) stays
        there.
        """
        self._fitted = False
        self._apply_zoom(zoom, anchor)

    def zoom_in(self) -> None:
        """Go to the next larger size."""
        self.set_zoom(_NOTCHES[min(bisect_right(_NOTCHES, self._zoom + 0.005), len(_NOTCHES) - 1)])

    def zoom_out(self) -> None:
        """Go to the next smaller size."""
        self.set_zoom(_NOTCHES[max(bisect_left(_NOTCHES, self._zoom - 0.005) - 1, 0)])

    def fit(self) -> None:
        """Show the whole map, as large as it may be up to 100 %; small text is better than none
        here.
        """
        self._least = _NOTCHES[0]
        self._fit()

    def keep_size(self) -> None:
        """Let no change of the room make the map larger or smaller until ``let_go``: what opens
        beside it is no reason to do so.
        """
        self._held = True

    def let_go(self) -> None:
        """Let the map follow its room again."""
        self._held = False

    def open_in_sight(self) -> None:
        """Show as much of the map as can be read; where not all of it can, what is current,
        chosen or comes first.
        """
        self._least = READABLE
        self._fit()

    @property
    def whole_is_seen(self) -> bool:
        """Tell whether nothing of the map lies outside of the window onto it."""
        area, room = self.scene().sceneRect(), self.maximumViewportSize()
        return (
            area.width() * self._zoom <= room.width() + 1
            and area.height() * self._zoom <= room.height() + 1
        )

    @property
    def much_is_hidden(self) -> bool:
        """Tell whether so much lies outside that a small overview is a help."""
        area, room = self.scene().sceneRect(), self.maximumViewportSize()
        across = min(1.0, room.width() / max(1.0, area.width() * self._zoom))
        down = min(1.0, room.height() / max(1.0, area.height() * self._zoom))
        return across * down < _MUCH

    def refit(self) -> None:
        """Open another map in sight, unless the person has zoomed or panned."""
        if self._fitted:
            self._fit()
        else:
            self.setSceneRect(QRectF())
            self.moved.emit()

    def _fit(self) -> None:
        self._held = False
        whole = self.maximumViewportSize()
        self.map_scene.set_room(whole.width(), whole.height())
        self.setSceneRect(QRectF())
        area, room = self.scene().sceneRect(), QSize(self.viewport().size())
        if area.isEmpty() or room.isEmpty():
            return
        fitting = min(whole.width() / area.width(), whole.height() / area.height()) * 0.999
        self._apply_zoom(min(1.0, max(self._least, fitting)))
        self._fitted = True
        scene = self.map_scene
        item = scene.current_item or scene.chosen_item or scene.first_item
        if item is not None and fitting < self._zoom:
            self.bring_into_sight(item)

    def _apply_zoom(self, zoom: float, anchor: QPoint | None = None) -> None:
        zoom = min(_NOTCHES[-1], max(_NOTCHES[0], zoom))
        if abs(zoom - self._zoom) < 1e-6:
            return
        kept = self.mapToScene(anchor) if anchor is not None else QPointF()
        self._zoom = zoom
        self.setTransform(QTransform.fromScale(zoom, zoom))
        if anchor is not None:
            shift = self.mapFromScene(kept) - anchor
            self._scroll(shift.x(), shift.y())
        self.zoom_changed.emit(zoom)
        self.moved.emit()

    def bring_into_sight(self, item: NodeItem) -> None:
        """Scroll just as far as is needed to show a node with some room around it; of one that is
        wider than the room its beginning, where the title stands.
        """
        room = self.viewport().size()
        around = item.box.adjusted(-_RING, -_RING, _RING, _RING)
        if around.width() * self._zoom > room.width():
            around.setLeft(min(around.left(), item.sceneBoundingRect().left()))
            around.setWidth(room.width() / self._zoom)
        margin_x = max(0, min(48, int((room.width() - around.width() * self._zoom) / 2)))
        margin_y = max(0, min(48, int((room.height() - around.height() * self._zoom) / 2)))
        self.ensureVisible(around, margin_x, margin_y)
        self.moved.emit()

    def place_of(self, item: NodeItem) -> QPointF:
        """Return where the middle of a box is in the viewport."""
        return QPointF(self.mapFromScene(item.box.center()))

    def shows(self, item: NodeItem) -> bool:
        """Tell whether the middle of a box is seen."""
        return QRectF(self.viewport().rect()).contains(self.place_of(item))

    def anchor(self) -> NodeItem | None:
        """Return the box to keep in place: the current one where it is seen, else that nearest to
        the middle.
        """
        current = self.map_scene.current_item
        if current is not None and self.shows(current):
            return current
        middle = self.mapToScene(self.viewport().rect().center())

        def away(item: NodeItem) -> float:
            run = item.box.center() - middle
            return abs(run.x()) + abs(run.y())

        return min(self.map_scene.node_items, key=away, default=None)

    def hold(self, item: NodeItem, place: QPointF) -> None:
        """Scroll so that the middle of a box is at that place of the viewport; there may be blank
        beside the map.
        """
        self._held = True
        size = (
            QSizeF(self.maximumViewportSize()) / self._zoom
        )  # whether scroll bars come or go is all one then
        wanted = QRectF(item.box.center() - place / self._zoom, size)
        self.setSceneRect(self.scene().sceneRect().united(wanted))
        off = self.place_of(item) - place
        self._scroll(round(off.x()), round(off.y()))

    def look_at(self, centre: QPointF) -> None:
        """Bring a place of the scene to the middle of the window onto it."""
        self._fitted = False
        self.centerOn(centre)
        self.moved.emit()

    def seen(self, rect: QRectF) -> QRectF:
        """Return where a part of the scene is in the viewport."""
        return QRectF(self.mapFromScene(rect).boundingRect())

    def _fit_around(self) -> None:
        """Arrange the map for its new room, and keep what the person has in mind where it is, as
        far as can be.
        """
        whole, item = self.maximumViewportSize(), self.anchor()
        if item is None:
            self._fit()
            return
        place = self.place_of(item)
        self.map_scene.set_room(whole.width(), whole.height())
        half = item.box.size() * (self._zoom / 2)
        inside = QRectF(self.viewport().rect()).adjusted(
            half.width(), half.height(), -half.width(), -half.height()
        )
        place.setX(max(inside.left(), min(place.x(), inside.right())))
        place.setY(max(inside.top(), min(place.y(), inside.bottom())))
        area = self.scene().sceneRect()
        fitting = min(whole.width() / area.width(), whole.height() / area.height()) * 0.999
        if not self.whole_is_seen and fitting >= self._zoom * _HARDLY:
            self._apply_zoom(min(self._zoom, fitting))  # hardly smaller is better than cut
        if self.whole_is_seen:
            self.setSceneRect(QRectF())
        else:
            self.hold(item, place)
            self._leave_no_blank()

    def _leave_no_blank(self) -> None:
        """Scroll so that there is no blank at one side while something is hidden at the other."""
        room, seen = QRectF(self.viewport().rect()), self.seen(self.scene().sceneRect())
        self._scroll(
            _too_far(seen.left(), seen.right(), room.width()),
            _too_far(seen.top(), seen.bottom(), room.height()),
        )

    def _scroll(self, across: int, down: int) -> None:
        for bar, by in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + by)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the map in sight until the person has zoomed or panned."""
        super().resizeEvent(event)
        if self._fitted and not self._held:
            self._fit()
        elif (
            self._fitted and self.maximumViewportSize() != self._room
        ):  # else scroll bars have come or gone
            self._fit_around()
        self._room = self.maximumViewportSize()
        self.moved.emit()


def _too_far(low: float, high: float, room: float) -> int:
    """Return by how much to scroll for what reaches from ``low`` to ``high`` to fill its room."""
    if high - low <= room:
        return round(min(0.0, low) or max(0.0, high - room))
    return round(max(0.0, low) or min(0.0, high - room))
