"""The whole map in small, in a corner of the window onto it, with a frame around what is seen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pathways.gui.map.map_view import MapView
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.painted_card import paint_card
from pathways.i18n import _

_LARGEST = QSize(190, 130)  # at 100 % text
# pixels of the window onto the map, at 100 % text: in less, the overview would hide too much of it
_LEAST = 200
_SHARE = 0.34  # of the window onto the map, each way, that it may take
_APART = 10  # pixels from the corner
_INSET = 6  # pixels from its edge to the map in it


class Minimap(QWidget):
    """Show where in the map one is, and go elsewhere by a click or a drag; hidden where all of the
    map is seen.

    It takes no keyboard focus: Ctrl with an arrow key does the same on the map itself.
    """

    def __init__(self, view: MapView, theme: Theme) -> None:
        super().__init__(view.viewport())
        self.setObjectName("map-overview")
        self.setAccessibleName(_("Overview of the map"))
        self.setAccessibleDescription(
            _(
                "Shows which part of the map you see. With the keyboard, Ctrl and an arrow key "
                "move the map."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self._view = view
        self._theme = theme
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self._theme = theme
        self.update()

    def follow(self, wanted: bool = True) -> None:
        """Be there where it is ``wanted`` and the map does not fit, in a corner that hides nothing
        one looks at.
        """
        size = self._size()
        roomy = min(
            self._view.viewport().width(), self._view.viewport().height()
        ) >= self._theme.px(_LEAST)
        useful = wanted and roomy and self._view.much_is_hidden
        if useful:
            self.setGeometry(self._corner(size))
            self.update()
        self.setVisible(useful)

    def scene_place(self, position: QPointF) -> QPointF:
        """Return the place of the scene that a place of the overview stands for."""
        area = self._view.scene().sceneRect()
        return area.topLeft() + (position - QPointF(_INSET, _INSET)) / self._scale()

    def _scale(self) -> float:
        area = self._view.scene().sceneRect()
        return min(
            (self.width() - 2 * _INSET) / area.width(), (self.height() - 2 * _INSET) / area.height()
        )

    def _size(self) -> QSize:
        area, room = self._view.scene().sceneRect(), self._view.viewport().size()
        wide = min(self._theme.px(_LARGEST.width()), room.width() * _SHARE) - 2 * _INSET
        high = min(self._theme.px(_LARGEST.height()), room.height() * _SHARE) - 2 * _INSET
        scale = min(wide / max(area.width(), 1), high / max(area.height(), 1))
        return QSize(
            round(area.width() * scale) + 2 * _INSET, round(area.height() * scale) + 2 * _INSET
        )

    def _corner(self, size: QSize) -> QRect:
        room = self._view.viewport().rect().adjusted(_APART, _APART, -_APART, -_APART)
        right, low = room.right() + 1 - size.width(), room.bottom() + 1 - size.height()
        corners = [(right, low), (right, room.top()), (room.left(), low), (room.left(), room.top())]
        places = [QRect(x, y, size.width(), size.height()) for x, y in corners]
        scene, view = self._view.map_scene, self._view
        item = scene.current_item
        looked_at = view.seen(item.sceneBoundingRect()).toRect() if item is not None else QRect()
        boxes = [
            seen
            for item in scene.node_items
            if (seen := view.seen(item.box).toRect()).intersects(room)
        ]

        def cost(place: QRect) -> tuple[bool, int]:
            return place.intersects(looked_at), sum(place.intersects(box) for box in boxes) // 2

        return min(places, key=cost)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the boxes as small blocks, and the frame around what is seen."""
        theme, view = self._theme, self._view
        painter = QPainter(self)
        paint_card(painter, self, theme, theme.control_line, 6)
        scale, area = self._scale(), view.scene().sceneRect()
        painter.translate(_INSET, _INSET)
        painter.setClipRect(QRectF(0, 0, self.width() - 2 * _INSET, self.height() - 2 * _INSET))
        painter.scale(scale, scale)
        painter.translate(-area.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        plain, marked = QColor(theme.control_line), QColor(theme.accent)
        for item in view.map_scene.node_items:
            painter.fillRect(item.box, marked if item.number or item.current or item.lit else plain)
        pen = QPen(QColor(theme.focus), 2.0 * theme.edge)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(view.mapToScene(view.viewport().rect()).boundingRect().intersected(area))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that is clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._view.look_at(self.scene_place(event.position()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._view.look_at(self.scene_place(event.position()))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag; the map below is not clicked."""
        event.accept()
