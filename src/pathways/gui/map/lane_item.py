"""The heading of a framework's lane on the map, and the names of its families."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from pathways.gui.map.look import GAP, SIGN, Look
from pathways.right_to_left import isolated


class LaneItem(QGraphicsItem):
    """Draw a lane's title and, quieter, whose it is; both stand at the foot of the room that the
    layout keeps.
    """

    def __init__(self, framework_id: str, look: Look) -> None:
        super().__init__()
        self.framework_id = framework_id
        self.title = ""
        self.line = ""
        self._look = look
        self._size = QRectF()
        self._labels: list[tuple[str, QRectF]] = []
        self._signed = False
        self.setZValue(-1)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def place(
        self, rect: QRectF, labels: list[tuple[str, QRectF]], look: Look, *, signed: bool
    ) -> None:
        """Put the heading where the layout has it, and the families' names over their columns, in
        scene pixels.

        Where it is ``signed``, words leave room at their end for the sign that folds.
        """
        self.prepareGeometryChange()
        self._signed = signed
        self._look = look
        self._size = rect
        self._labels = labels
        self.update()

    def write(self, title: str, line: str) -> None:
        """Set the heading and what stands under it; either may be empty."""
        self.title, self.line = title, line
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the room of the words."""
        whole = QRectF(self._size)
        for _title, rect in self._labels:
            whole = whole.united(rect)
        return whole

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the words."""
        look, room = self._look, QRectF(self._size)
        painter.setPen(look.colour("quiet_text"))
        if self.line:
            _write(painter, look.line_font, look.line_metrics, self.line, self._clear(room))
            room.setBottom(room.bottom() - look.line_metrics.height())
        for title, rect in self._labels:
            _write(painter, look.line_font, look.line_metrics, title, self._clear(rect))
        painter.setPen(look.colour("text"))
        painter.setFont(look.label_font)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(room, int(flags) | int(Qt.TextFlag.TextWordWrap), isolated(self.title))

    def _clear(self, room: QRectF) -> QRectF:
        """Return the room without that of the sign at its end."""
        return room.adjusted(0, 0, -self._look.grown(SIGN + GAP), 0) if self._signed else room


def _write(painter: QPainter, font: QFont, metrics: QFontMetricsF, text: str, room: QRectF) -> None:
    painter.setFont(font)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    painter.drawText(
        room,
        int(flags),
        metrics.elidedText(isolated(text), Qt.TextElideMode.ElideRight, room.width()),
    )
