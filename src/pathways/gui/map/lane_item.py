"""The ground and the heading of a framework's lane on the map."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from pathways.gui.map.look import Look


class LaneItem(QGraphicsItem):
    """Draw a lane: its title and, quieter, whose it is."""

    def __init__(self, framework_id: str, look: Look) -> None:
        super().__init__()
        self.framework_id = framework_id
        self.title = ""
        self.line = ""
        self._look = look
        self._size = QRectF()
        self.setZValue(-2)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def place(self, rect: QRectF, look: Look) -> None:
        """Put the heading over its lane, in scene pixels."""
        self.prepareGeometryChange()
        self._look = look
        self.setPos(rect.topLeft())
        self._size = QRectF(0, 0, rect.width(), rect.height())
        self.update()

    def write(self, title: str, line: str) -> None:
        """Set the heading and what stands under it."""
        self.title, self.line = title, line
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the heading's room."""
        return self._size

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the heading."""
        look = self._look
        bottom = self._size.bottom()
        if self.line:
            bottom -= look.line_metrics.height()
        at = QPointF(self._size.left(), bottom - look.label_metrics.descent())
        painter.setPen(look.colour("text"))
        painter.setFont(look.label_font)
        painter.drawText(at, self._cut(self.title, bold=True))
        painter.setPen(look.colour("quiet_text"))
        painter.setFont(look.line_font)
        under = QPointF(self._size.left(), self._size.bottom() - look.line_metrics.descent())
        painter.drawText(under, self._cut(self.line, bold=False))

    def _cut(self, text: str, *, bold: bool) -> str:
        metrics = self._look.label_metrics if bold else self._look.line_metrics
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._size.width())
