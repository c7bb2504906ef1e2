"""The window onto the map: zoom, pan, keys and clicks, and what a screen reader hears."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGestureEvent,
    QGraphicsView,
    QPinchGesture,
    QWidget,
)

from pathways.graph.layout.layout import Direction
from pathways.gui.map.fold_sign import FoldSign
from pathways.gui.map.map_scene import MapScene
from pathways.gui.map.map_sight import MapSight
from pathways.gui.map.node_item import NodeItem
from pathways.gui.map.step_item import StepItem
from pathways.i18n import _

_PAN = 64  # pixels for each press of a key

_DIRECTIONS: dict[Qt.Key, Direction] = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
}
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_PLUS = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_PANNING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class MapView(MapSight):
    """Show a MapScene; say what the person asks for, and leave it to the page to do it."""

    node_asked = Signal(str)  # to be looked at
    toggle_asked = Signal(str)  # to be chosen, or given up
    unfold_asked = Signal(str)  # the group that a box stands for
    fold_asked = Signal(str)  # the group to fold, or a box inside it
    fold_all_asked = Signal(bool)  # everything, or nothing
    clear_asked = Signal()
    pointed = Signal(object)  # the item under the mouse, or None
    painted = Signal()  # once, after the first paint

    def __init__(self, scene: MapScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._pressed: QPoint | None = None
        self._dragged = False
        self._pointed: NodeItem | StepItem | None = None
        self._is_painted = False
        self._unfolded = False  # the last click has, and something else lies under the mouse now
        self.folding = False  # whether + and - fold where the current box is in a group
        self._set_up()

    def _set_up(self) -> None:
        self.setObjectName("map-view")
        self.setAccessibleName(_("Map of grades, levels and roles"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setMouseTracking(True)
        self.setViewport(
            QWidget(self)
        )  # asked for Qt's own, PySide would first make every kind of widget: 10 ms
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    # Keys ----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, choose with Space or Enter, zoom with + - 0 F, pan with Ctrl or
        Alt and an arrow.
        """
        key, scene = Qt.Key(event.key()), self.map_scene
        if key in _DIRECTIONS:
            if event.modifiers() & _PANNING:
                self._pan(_DIRECTIONS[key])
            else:
                self._move(_DIRECTIONS[key])
        elif self._fold_by_key(key):
            pass
        elif key in _CHOOSING and scene.current:
            self.toggle_asked.emit(scene.current)
        elif key == Qt.Key.Key_Escape:
            self.clear_asked.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to_end(top=key == Qt.Key.Key_Home)
        elif not self._zoom_by_key(key):
            super().keyPressEvent(event)
            return
        event.accept()

    def _fold_by_key(self, key: Qt.Key) -> bool:
        """Unfold the current box with Enter, Space or +, fold what is around it with Backspace or
        -.
        """
        item = self.map_scene.current_item
        if key in (Qt.Key.Key_Asterisk, Qt.Key.Key_Slash):
            self.fold_all_asked.emit(key == Qt.Key.Key_Slash)
        elif item is not None and item.folded and key in (*_CHOOSING, *_PLUS):
            self.unfold_asked.emit(item.node_id)
        elif item is not None and (
            key == Qt.Key.Key_Backspace or (self.folding and key == Qt.Key.Key_Minus)
        ):
            self.fold_asked.emit(item.node_id)
        else:
            return False
        return True

    def _zoom_by_key(self, key: Qt.Key) -> bool:
        if key in _PLUS:
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.set_zoom(1.0)
        elif key == Qt.Key.Key_F:
            self.fit()
        else:
            return False
        return True

    def _move(self, direction: Direction) -> None:
        scene = self.map_scene
        target = scene.neighbour(direction) if scene.current else scene.first
        if target is not None:
            self.node_asked.emit(target)

    def _go_to_end(self, *, top: bool) -> None:
        target = self.map_scene.end_of_lane(top=top)
        if target is not None:
            self.node_asked.emit(target)

    def _pan(self, direction: str) -> None:
        across = {"left": -_PAN, "right": _PAN}.get(direction, 0)
        down = {"up": -_PAN, "down": _PAN}.get(direction, 0)
        self._scroll(across, down)

    # Mouse ---------------------------------------------------------------------------------------

    def item_under(self, position: QPoint) -> NodeItem | StepItem | None:
        """Return the node or the step at a place of the viewport."""
        found = [item for item in self.items(position) if isinstance(item, NodeItem | StepItem)]
        nodes = (item for item in found if isinstance(item, NodeItem))
        return next(nodes, found[0] if found else None)

    def sign_under(self, position: QPoint) -> FoldSign | None:
        """Return the sign that folds at a place of the viewport."""
        return next((item for item in self.items(position) if isinstance(item, FoldSign)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed, self._dragged, self._unfolded = event.position().toPoint(), False, False
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map, or point at what lies under the mouse."""
        position = event.position().toPoint()
        if self._pressed is None:
            self._point_at(self.item_under(position))
            if self._pointed is None and self.sign_under(position) is not None:
                self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            return
        shift = self._pressed - position
        if self._dragged or shift.manhattanLength() >= QApplication.startDragDistance():
            self._dragged, self._fitted = True, False
            self._pressed = position
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroll(shift.x(), shift.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or take the click: plain to look at a node, with Ctrl or Shift to
        choose it.
        """
        pressed, dragged = self._pressed, self._dragged
        self._pressed, self._dragged = None, False
        self.viewport().unsetCursor()
        position = event.position().toPoint()
        item, sign = self.item_under(position), self.sign_under(position)
        if pressed is None or dragged or event.button() != Qt.MouseButton.LeftButton:
            return
        if sign is not None and not isinstance(item, NodeItem):
            self.fold_asked.emit(sign.group_id)
            return
        if not isinstance(item, NodeItem):
            return
        if item.folded:
            self._unfolded = True
            self.unfold_asked.emit(item.node_id)
            return
        self.node_asked.emit(item.node_id)
        if event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            self.toggle_asked.emit(item.node_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose a node, or give it up; the click that unfolded a box does not choose what has
        come in its place.
        """
        item = self.item_under(event.position().toPoint())
        meant = not self._unfolded and event.button() == Qt.MouseButton.LeftButton
        if isinstance(item, NodeItem) and meant and not item.folded:
            self.node_asked.emit(item.node_id)
            self.toggle_asked.emit(item.node_id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y() / 120
            self.set_zoom(self._zoom * 1.15**turned, event.position().toPoint())
            event.accept()
            return
        super().wheelEvent(event)
        self.moved.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """Take pinches, and notice when the mouse leaves."""
        if event.type() == QEvent.Type.Gesture:
            pinch = cast(QGestureEvent, event).gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                # Qt plays the first finger as a mouse, too; that must not drag the map as well
                self._pressed = None
                between = self.viewport().mapFromGlobal(
                    pinch.centerPoint().toPoint()
                )  # Qt says where on the screen
                self.set_zoom(self._zoom * pinch.scaleFactor(), between)
                return True
        if event.type() == QEvent.Type.NativeGesture:
            native = cast(QNativeGestureEvent, event)
            if native.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.set_zoom(self._zoom * (1 + native.value()), native.position().toPoint())
                return True
        if event.type() == QEvent.Type.Leave:
            self._point_at(None)
        return super().viewportEvent(event)

    def _point_at(self, item: NodeItem | StepItem | None) -> None:
        if item is self._pointed:
            if item is None:
                self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            return
        if self._pointed is not None and self._pointed.scene() is not None:
            self._pointed.set_hovered(False)
        self._pointed = item
        if item is not None:
            item.set_hovered(True)
        shape = (
            Qt.CursorShape.PointingHandCursor
            if isinstance(item, NodeItem)
            else Qt.CursorShape.ArrowCursor
        )
        self.viewport().setCursor(shape)
        self.pointed.emit(item)

    @property
    def pointed_item(self) -> NodeItem | StepItem | None:
        """Return what lies under the mouse."""
        return self._pointed

    def forget_pointed(self) -> None:
        """Point at nothing; asked for before items go."""
        self._pointed = None
        self.pointed.emit(None)

    # Qt ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; tell once when the first paint is done."""
        super().paintEvent(event)
        if self.hasFocus() and self.map_scene.current is None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.map_scene.focus_pen)
            painter.drawRoundedRect(self.viewport().rect().adjusted(2, 2, -2, -2), 6, 6)
            painter.end()
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring the current node; until there is one, the map itself."""
        super().focusInEvent(event)
        self.map_scene.set_ringed(True)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.map_scene.set_ringed(False)
        self.viewport().update()

    def say(self, sentence: str) -> None:
        """Tell a screen reader where the person is: as the map's description, and aloud while it
        has the keyboard.
        """
        self.describe(sentence)
        if not QAccessible.isActive():
            return
        from PySide6.QtGui import QAccessibleAnnouncementEvent, QAccessibleEvent

        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def describe(self, sentence: str) -> None:
        """Say where the person is to whoever asks."""
        self.setAccessibleDescription(sentence)
