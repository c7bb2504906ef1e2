"""The heads of the columns: which grade or role each shows, to be changed, swapped, added and
removed.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pathways.compare.change import MOST_SIDE_BY_SIDE
from pathways.gui.compare.columns import Columns
from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.choice_box import ChoiceBox
from pathways.gui.widgets.icon_button import icon_button, paint_icon
from pathways.gui.widgets.plain_text import Label
from pathways.i18n import _


class ColumnHead(QWidget):
    """Show one node's name, as a box to choose another, and where it belongs."""

    remove_asked = Signal()
    hide_asked = Signal()

    def __init__(self, theme: Theme, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.box = ChoiceBox(
            theme, _("Column {number}: grade or role").format(number=number + 1), "", self
        )
        self.box.strong = True
        self.about = Label(self)
        self.about.setProperty("look", "small")
        self.about.setWordWrap(True)
        self.remove = icon_button(
            "remove", _("Remove column {number}").format(number=number + 1), theme, self
        )
        self.remove.clicked.connect(self.remove_asked)
        self.hide_button = icon_button(
            "hide", _("Hide column {number}").format(number=number + 1), theme, self
        )
        self.hide_button.clicked.connect(self.hide_asked)

    def show_node(self, session: Session, node_id: str, removable: bool) -> None:
        """Show a node of the session."""
        self.box.set_node(node_id)
        framework = session.library.framework_of(node_id)
        code = session.library.node(node_id).code
        own = framework.title if len(framework.nodes) > 1 else ""
        self.about.setText(" · ".join(part for part in (own, framework.organisation, code) if part))
        self.remove.setVisible(removable)
        self.hide_button.setVisible(removable)

    def arrange(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        theme = self._theme
        pad, gap = theme.space(10), theme.space(4)
        inner = width - 2 * pad
        hint = self.box.sizeHint()
        button = self.remove.sizeHint() if not self.remove.isHidden() else QSize(0, 0)
        room = inner - (2 * button.width() + gap if button.width() else 0)
        self.box.setGeometry(pad, pad, min(room, hint.width()), hint.height())
        self.remove.setGeometry(width - pad - button.width(), pad, button.width(), hint.height())
        self.hide_button.setGeometry(
            width - pad - 2 * button.width(), pad, button.width(), hint.height()
        )
        self.about.ensurePolished()
        below = self.about.heightForWidth(inner)
        self.about.setGeometry(pad, pad + hint.height() + gap, inner, below)
        return pad + hint.height() + gap + below + pad

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.line), self._theme.edge))
        painter.setBrush(QColor(self._theme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class ColumnHeads(QWidget):
    """Place a head over each column of a comparison."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._heads: list[ColumnHead] = []
        self.swap = icon_button("swap", _("Swap the two columns"), theme, self)
        self.swap.clicked.connect(self._on_swap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def boxes(self) -> tuple[ChoiceBox, ...]:
        """Return the boxes in which the columns are chosen."""
        return tuple(head.box for head in self._heads)

    def refresh(self, theme: Theme | None = None) -> None:
        """Show what the session has chosen."""
        chosen = self._session.shown
        if theme is not None:
            self._theme = theme
            paint_icon(self.swap, theme)
        if theme is not None or len(chosen) != len(self._heads):
            self._make_heads(len(chosen))
        for head, node in zip(self._heads, chosen, strict=True):
            head.show_node(self._session, node, removable=len(chosen) > 2)
        self.swap.setVisible(len(chosen) == 2)
        self.arrange()

    def refill(self) -> None:
        """Offer the nodes of another library."""
        for head in self._heads:
            head.box.fill(self._session.library)
        self.refresh()

    def arrange(self) -> None:
        """Place the heads for the present width."""
        if self.width() < 50 or not self._heads:
            return
        margin = self._theme.space(
            10
        )  # of the sections below, so that heads and text stand over each other
        columns = Columns.fitting(
            len(self._heads), max(200, self.width() - 2 * margin), self._theme
        )
        if columns.stacked:
            self._stack()
            return
        heights, places = [], []
        around = self._theme.space(4) if columns.between else self._theme.space(3)
        for index, left in enumerate(columns.lefts):
            x = left + margin - around if index else 0
            end = (
                left
                + margin
                + columns.width
                + (margin if index == len(columns.lefts) - 1 else around)
            )
            places.append((x, end - x))
        for head, (_x, width) in zip(self._heads, places, strict=True):
            heights.append(head.arrange(width))
        tallest = max(heights)
        for head, (x, width) in zip(self._heads, places, strict=True):
            head.setGeometry(x, 0, width, tallest)
        if not self.swap.isHidden():
            hint = self.swap.sizeHint()
            middle = columns.lefts[0] + columns.width + columns.gap // 2 + margin
            self.swap.setGeometry(
                middle - hint.width() // 2,
                (tallest - hint.height()) // 2,
                hint.width(),
                hint.height(),
            )
        self.setFixedHeight(tallest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def _stack(self) -> None:
        y, gap = 0, self._theme.space(8)
        swap = self.swap.sizeHint()
        room = self.width() - (swap.width() + gap if not self.swap.isHidden() else 0)
        for head in self._heads:
            height = head.arrange(room)
            head.setGeometry(0, y, room, height)
            y += height + gap
        self.swap.setGeometry(
            self.width() - swap.width(), (y - gap - swap.height()) // 2, swap.width(), swap.height()
        )
        self.setFixedHeight(y - gap)

    def _make_heads(self, count: int) -> None:
        for head in self._heads:
            head.hide()
            head.deleteLater()
        self._heads = []
        previous: QWidget | None = None
        for index in range(min(count, MOST_SIDE_BY_SIDE)):
            head = ColumnHead(self._theme, index, self)
            head.box.fill(self._session.library)
            head.box.node_chosen.connect(lambda node, place=index: self._on_chosen(place, node))
            head.remove_asked.connect(lambda place=index: self._on_removed(place))
            head.hide_asked.connect(
                lambda place=index: self._session.hide_column(self._session.shown[place])
            )
            head.show()
            if previous is not None:
                QWidget.setTabOrder(previous, head.box)
            QWidget.setTabOrder(head.box, head.hide_button)
            QWidget.setTabOrder(head.hide_button, head.remove)
            previous = head.remove
            self._heads.append(head)
        if len(self._heads) == 2:
            QWidget.setTabOrder(self._heads[0].remove, self.swap)
            QWidget.setTabOrder(self.swap, self._heads[1].box)

    def _on_chosen(self, place: int, node: str) -> None:
        chosen = list(self._session.chosen)
        at = chosen.index(self._session.shown[place])
        if node in chosen:  # the two change places, so that none is shown twice
            chosen[chosen.index(node)] = chosen[at]
        chosen[at] = node
        self._session.choose(chosen)

    def _on_removed(self, place: int) -> None:
        gone = self._session.shown[place]
        self._session.choose(node for node in self._session.chosen if node != gone)

    def _on_swap(self) -> None:
        self._session.choose(reversed(self._session.chosen))
