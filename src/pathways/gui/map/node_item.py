"""A grade, level or role on the map: a box with its title and a second line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from pathways.gui.map.fold_sign import paint_sign
from pathways.gui.map.look import GAP, INSET, RADIUS, SIGN, TARGET, Look
from pathways.gui.map.words import is_group
from pathways.right_to_left import isolated

_ASIDE = 180.0  # the least width that is worth saying something in, at 100 % text
_CUTS = 4  # texts and widths that a box remembers


class NodeItem(QGraphicsItem):
    """Draw one node; it knows how to look and in which state it is, not where to go or what a click
    means.

    States: plain, current (a thick edge; a ring around it while the map has the keyboard), chosen
    (its number in the order of choice stands in a badge), lit (on the route), quiet (the way that
    is shown does not go through it), hovered. A box that stands for folded nodes has an edge behind
    it, a plus, and says how many there are.
    """

    def __init__(self, node_id: str, look: Look) -> None:
        super().__init__()
        self.node_id = node_id
        self.title = ""
        self.line = ""
        self.aside = ""
        self.tails: Sequence[str] = ()
        self.number = 0
        self.current = False
        self.ringed = False
        self.lit = False
        self.quiet = False
        self.hovered = False
        self.planned = ""
        self.folded = is_group(node_id)
        self._look = look
        self._size = QRectF(0, 0, 1, 1)
        self._bounds = QRectF(self._size)  # asked for at every paint, of every box
        self._cuts: dict[tuple[str, float, float], str] = {}
        self.setZValue(2)

    def place(self, rect: QRectF, look: Look) -> None:
        """Put the box where the layout has it, in scene pixels."""
        self.prepareGeometryChange()
        self._look = look
        self.setPos(rect.topLeft())
        self._size = QRectF(0, 0, rect.width(), rect.height())
        reach = max(look.grown(9), self._badge().width())
        self._bounds = self._size.adjusted(-reach, -reach, reach, reach)
        self.update()

    def write(self, title: str, line: str, tails: Sequence[str] = (), *, aside: str = "") -> None:
        """Set the two lines of text, and what stands quietly at the end of the first: the first of
        ``tails`` that fits, and as much of ``aside`` as there is room for.

        An empty second line leaves the first one in the middle.
        """
        if (title, line, tails, aside) != (self.title, self.line, self.tails, self.aside):
            self.title, self.line, self.tails, self.aside = title, line, tails, aside
            self.update()

    @property
    def tail(self) -> str:
        """Return what stands at the end of the first line: as much as leaves room for the title,
        else the least.
        """
        title = self._look.title_metrics.horizontalAdvance(self.title)
        fitting = (tail for tail in self.tails if title <= self._title_room(tail))
        return next(fitting, self.tails[-1] if self.tails else "")

    def show_state(
        self, *, number: int, current: bool, ringed: bool, quiet: bool, lit: bool = False
    ) -> None:
        """Set the state; ``number`` is 0 where the node is not chosen."""
        state = (number, current, ringed, quiet, lit)
        if state != (self.number, self.current, self.ringed, self.quiet, self.lit):
            self.number, self.current, self.ringed, self.quiet, self.lit = state
            self.setZValue(3 if current else 2)
            self.update()

    def show_planned(self, words: str) -> None:
        """Show what a plan says of the node, "" for nothing."""
        if words != self.planned:
            self.planned = words
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
    def title_shown(self) -> str:
        """Return as much of the title as there is room for."""
        return self._cut(self._look.title_metrics, self.title, self._title_room(self.tail))

    def boundingRect(self) -> QRectF:
        """Return the box with room for the ring around it."""
        return self._bounds

    def shape(self) -> QPainterPath:
        """Return what can be hit: the box, and never less than a finger can hit, at 80 % too."""
        path = QPainterPath()
        short = max(0.0, TARGET / 0.8 - self._size.height()) / 2
        path.addRect(self._size.adjusted(0, -short, 0, short))
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the box, its state and its text."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.current:
            self._paint_ring(painter)
        self._paint_box(painter)
        self._paint_text(painter)
        if self.number:
            self._paint_badge(painter)
        if self.planned:
            self._paint_planned(painter)

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
        marked = bool(self.number) or self.lit
        fill = "accent_tint" if marked else "hover" if self.hovered or self.current else "surface"
        line = "accent" if marked else "control_line"
        width = edge * (2.0 if marked else 1.0)
        painter.setBrush(look.colour(fill))
        painter.setPen(QPen(look.colour(line), width))
        radius = look.grown(RADIUS)
        inset = width / 2
        front = self._size.adjusted(inset, inset, -inset, -inset)
        if self.folded:
            painter.drawRoundedRect(front.translated(look.grown(3), look.grown(3)), radius, radius)
        painter.drawRoundedRect(front, radius, radius)
        if self.folded:
            middle = QPointF(self._room().right() - look.grown(SIGN) / 2, self._size.center().y())
            paint_sign(painter, middle, look, plus=True)

    def _paint_text(self, painter: QPainter) -> None:
        look, room = self._look, self._room()
        title, line = look.title_metrics, look.line_metrics
        top = self._first_line(room)
        painter.setPen(look.colour("quiet_text" if self.quiet else "text"))
        painter.setFont(look.title_font)
        tail = self.tail
        words = self.title_shown
        painter.drawText(QPointF(room.left(), top + title.ascent()), isolated(words))
        if self.line or tail:
            painter.setPen(look.colour("quiet_text"))
            painter.setFont(look.line_font)
        if self.line:
            at = QPointF(room.left(), top + title.height() + line.ascent())
            painter.drawText(at, self._cut(line, self.line, self._room().width()))
        after = room.left() + title.horizontalAdvance(words) + look.grown(GAP) / 2
        if tail:
            painter.drawText(QPointF(after, top + title.ascent()), isolated(tail))
        spare = room.left() + self._title_room("") - after - look.grown(GAP)
        if self.aside and not tail and not self.line and spare >= look.grown(_ASIDE):
            painter.setPen(look.colour("quiet_text"))
            painter.setFont(look.line_font)
            at = QPointF(after + look.grown(GAP), top + title.ascent())
            painter.drawText(at, self._cut(line, self.aside, spare))

    def _cut(self, metrics: QFontMetricsF, text: str, width: float) -> str:
        """Return as much of a text as there is room for; asked for at every paint, so it is
        kept.
        """
        key = (text, width, self._look.theme.scale)
        if key not in self._cuts:
            if len(self._cuts) > _CUTS:
                self._cuts.clear()
            self._cuts[key] = metrics.elidedText(isolated(text), Qt.TextElideMode.ElideRight, width)
        return self._cuts[key]

    def _title_room(self, tail: str) -> float:
        width = self._room().width()
        if self.folded:
            width -= self._look.grown(SIGN + GAP)
        if self.planned:
            width -= self._flag().width() + self._look.grown(GAP) / 2
        if tail:
            width -= self._look.tail_width(tail)
        return width

    def _room(self) -> QRectF:
        inset = self._look.grown(INSET)
        return self._size.adjusted(inset, 0, -inset, 0)

    def _badge(self) -> QRectF:
        """Return where the number stands: on the left edge, so that it takes no room from the
        words.
        """
        side = self._look.label_metrics.height() + self._look.grown(5)
        return QRectF(
            self._size.left() - side * 0.7, self._size.center().y() - side / 2, side, side
        )

    def _paint_badge(self, painter: QPainter) -> None:
        look, badge = self._look, self._badge()
        painter.setPen(QPen(look.colour("surface"), look.grown(2)))
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(badge)
        painter.setPen(look.colour("on_accent"))
        painter.setFont(look.label_font)
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), str(self.number))

    def _flag(self) -> QRectF:
        """Return where the words of a plan stand: inside the box, at the end of its first line,
        since above it stands how much changes on the next step.
        """
        look, room = self._look, self._room()
        metrics = look.label_metrics
        width = metrics.horizontalAdvance(self.planned) + look.grown(10)
        if self.folded:
            room.setRight(room.right() - look.grown(SIGN + GAP))
        height = min(metrics.height() + look.grown(2), self._size.height() - look.grown(4))
        right = room.right() + look.grown(INSET - 4) if not self.folded else room.right()
        middle = self._first_line(room) + look.title_metrics.height() / 2
        return QRectF(right - width, middle - height / 2, width, height)

    def _first_line(self, room: QRectF) -> float:
        """Return the top of the first line of text."""
        both = self._look.title_metrics.height()
        if self.line:
            both += self._look.line_metrics.height()
        return room.top() + (room.height() - both) / 2

    def _paint_planned(self, painter: QPainter) -> None:
        """Paint a small flag with what a plan says of the node."""
        look, flag = self._look, self._flag()
        painter.setPen(QPen(look.colour("accent"), look.theme.edge))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(flag, flag.height() / 2, flag.height() / 2)
        painter.setPen(look.colour("accent_ink"))
        painter.setFont(look.label_font)
        painter.drawText(flag, int(Qt.AlignmentFlag.AlignCenter), self.planned)
