"""The small sign beside a heading of the map that folds what stands under it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from pathways.gui.map.look import SIGN, TARGET, Look
from pathways.gui.widgets.plain_text import set_tip
from pathways.i18n import _

_SMALLEST_ZOOM = 0.8  # at which the sign still is a target of full size


class FoldSign(QGraphicsItem):
    """Draw a minus in a box; ``group_id`` is what a click on it folds."""

    def __init__(self, group_id: str, look: Look) -> None:
        super().__init__()
        self.group_id = group_id
        self._look = look
        self.setZValue(1)

    def place(self, centre: QPointF, title: str, look: Look) -> None:
        """Put the sign at the end of a heading, in scene pixels."""
        self.prepareGeometryChange()
        self._look = look
        self.setPos(centre)
        set_tip(self, _("Fold {title} (Backspace)").format(title=title))
        self.update()

    def boundingRect(self) -> QRectF:
        """Return what can be hit, which is more than is drawn."""
        half = max(self._look.grown(SIGN), TARGET / _SMALLEST_ZOOM) / 2
        return QRectF(-half, -half, 2 * half, 2 * half)

    def shape(self) -> QPainterPath:
        """Return what can be hit."""
        path = QPainterPath()
        path.addRect(self.boundingRect())
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the sign."""
        paint_sign(painter, QPointF(0, 0), self._look, plus=False)


def paint_sign(painter: QPainter, centre: QPointF, look: Look, *, plus: bool) -> None:
    """Paint a plus or a minus in a small box."""
    half = look.grown(SIGN) / 2
    painter.setPen(QPen(look.colour("control_line"), look.theme.edge))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(
        QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half), half / 3, half / 3
    )
    painter.setPen(QPen(look.colour("text"), look.grown(1.3)))
    arm = half * 0.55
    painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0))
    if plus:
        painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm))
