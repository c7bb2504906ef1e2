"""A grade, level or role on the map: a box with its title and a second line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from pathways.gui.map.look import INSET, RADIUS, TARGET, Look


class NodeItem(QGraphicsItem):
    """Draw one node; it knows how to look and in which state it is, not where to go or what a click means.

    States: plain, current (a thick edge; a ring around it while the map has the keyboard), chosen (its number in the
    order of choice stands in a badge), quiet (the way between the chosen does not go through it), hovered.
    """

    def __init__(self, node_id: str, look: Look) -> None:
        super().__init__()
        self.node_id = node_id
        self.title = ""
        self.line = ""
        self.number = 0
        self.current = False
        self.ringed = False
        self.quiet = False
        self.hovered = False
        self._look = look
        self._size = QRectF(0, 0, 1, 1)
        self.setZValue(2)

    def place(self, rect: QRectF, look: Look) -> None:
        """Put the box where the layout has it, in scene pixels."""
        self.prepareGeometryChange()
        self._look = look
        self.setPos(rect.topLeft())
        self._size = QRectF(0, 0, rect.width(), rect.height())
        self.update()

    def write(self, title: str, line: str) -> None:
        """Set the two lines of text; an empty second line leaves the first one in the middle."""
        if (title, line) != (self.title, self.line):
            self.title, self.line = title, line
            self.update()

    def show_state(self, *, number: int, current: bool, ringed: bool, quiet: bool) -> None:
        """Set the state; ``number`` is 0 where the node is not chosen."""
        state = (number, current, ringed, quiet)
        if state != (self.number, self.current, self.ringed, self.quiet):
            self.number, self.current, self.ringed, self.quiet = state
            self.setZValue(3 if current else 2)
            self.update()

    def set_hovered(self, hovered: bool) -> None:
        """Set whether the mouse is over the box."""
        if hovered != self.hovered:
            self.hovered = hovered
            self.update()

    @property
    def box(self) -> QRectF:
        """Return the box in scene pixels, without the ring around it."""
        return self._size.translated(self.pos())

    @property
    def title_cut(self) -> bool:
        """Tell whether the title does not fit into the box."""
        return self._look.title_metrics.horizontalAdvance(self.title) > self._room().width()

    def boundingRect(self) -> QRectF:
        """Return the box with room for the ring around it."""
        reach = max(self._look.grown(9), self._badge().width())
        return self._size.adjusted(-reach, -reach, reach, reach)

    def shape(self) -> QPainterPath:
        """Return what can be hit: the box, and never less than a finger can hit."""
        path = QPainterPath()
        short = max(0.0, TARGET - self._size.height()) / 2
        path.addRect(self._size.adjusted(0, -short, 0, short))
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the box, its state and its text."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.current:
            self._paint_ring(painter)
        self._paint_box(painter)
        self._paint_text(painter)
        if self.number:
            self._paint_badge(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        look = self._look
        gap = look.grown(1.5)
        width = 2.5 if self.ringed else 1.5
        reach = gap + width / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("focus" if self.ringed else "control_line"), width))
        radius = look.grown(RADIUS) + reach
        painter.drawRoundedRect(self._size.adjusted(-reach, -reach, reach, reach), radius, radius)

    def _paint_box(self, painter: QPainter) -> None:
        look, edge = self._look, self._look.theme.edge
        marked = bool(self.number)
        fill = "accent_tint" if marked else "hover" if self.hovered or self.current else "surface"
        line = "accent" if marked else "control_line"
        width = edge * (2.0 if marked else 1.0)
        painter.setBrush(look.colour(fill))
        painter.setPen(QPen(look.colour(line), width))
        radius = look.grown(RADIUS)
        inset = width / 2
        painter.drawRoundedRect(self._size.adjusted(inset, inset, -inset, -inset), radius, radius)

    def _paint_text(self, painter: QPainter) -> None:
        look, room = self._look, self._room()
        title, line = look.title_metrics, look.line_metrics
        both = title.height() + (line.height() if self.line else 0.0)
        top = room.top() + (room.height() - both) / 2
        painter.setPen(look.colour("quiet_text" if self.quiet else "text"))
        self._write(painter, look.title_font, self.title, QPointF(room.left(), top + title.ascent()))
        if self.line:
            painter.setPen(look.colour("quiet_text"))
            baseline = top + title.height() + line.ascent()
            self._write(painter, look.line_font, self.line, QPointF(room.left(), baseline))

    def _write(self, painter: QPainter, font: QFont, text: str, at: QPointF) -> None:
        metrics = self._look.title_metrics if font is self._look.title_font else self._look.line_metrics
        painter.setFont(font)
        painter.drawText(at, metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._room().width()))

    def _room(self) -> QRectF:
        inset = self._look.grown(INSET)
        return self._size.adjusted(inset, 0, -inset, 0)

    def _badge(self) -> QRectF:
        """Return where the number stands: on the left edge, so that it takes no room from the words."""
        side = self._look.label_metrics.height() + self._look.grown(5)
        return QRectF(self._size.left() - side * 0.7, self._size.center().y() - side / 2, side, side)

    def _paint_badge(self, painter: QPainter) -> None:
        look, badge = self._look, self._badge()
        painter.setPen(QPen(look.colour("surface"), look.grown(2)))
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(badge)
        painter.setPen(look.colour("on_accent"))
        painter.setFont(look.label_font)
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), str(self.number))
