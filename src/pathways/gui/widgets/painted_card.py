"""The ground of a card, under what is painted on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from pathways.gui.shell.theme import Theme


def paint_card(
    painter: QPainter, widget: QWidget, theme: Theme, line: str, radius: int = 8
) -> None:
    """Paint a card over all of a widget, with an edge in the colour ``line``; whatever is painted
    next is smooth, too.
    """
    inset = theme.edge / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), theme.edge))
    painter.setBrush(QColor(theme.surface))
    place = QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(place, radius, radius)
