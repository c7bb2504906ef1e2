"""The heads of the columns: which grade or role each shows, to be changed, swapped, added and
removed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from pathways.gui.compare.columns import Columns
from pathways.gui.compare.elided_label import ElidedLabel
from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.arranged import ArrangedWidget
from pathways.gui.widgets.choice_box import ChoiceBox
from pathways.gui.widgets.icon_button import icon_button, paint_icon
from pathways.gui.widgets.painted_card import paint_card
from pathways.gui.widgets.plain_text import set_tip
from pathways.gui.widgets.reading_order import read_in_order
from pathways.i18n import _
from pathways.model.saved_comparison import MOST_SIDE_BY_SIDE

_NARROWEST_HEAD = 9.0  # beside the size of type; below it, heads stand under each other


class ColumnHead(QWidget):
    """Show one node's name, as a box to choose another, where it belongs, and what it is for."""

    remove_asked = Signal()
    hide_asked = Signal()

    def __init__(self, theme: Theme, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._short = False
        self._beside = True
        self.box = ChoiceBox(
            theme, _("Column {number}: grade or role").format(number=number + 1), "", self
        )
        self.box.strong = True
        self.about = _small(self)
        self.purpose = _small(self)
        self.hide_button = self._button(
            _("Hide"),
            _("Hide column {number}").format(number=number + 1),
            _("Leave this column out for now; it can be shown again"),
        )
        self.hide_button.clicked.connect(self.hide_asked)
        self.remove = self._button(
            _("Remove"),
            _("Remove column {number}").format(number=number + 1),
            _("Take this column out of the comparison"),
        )
        self.remove.clicked.connect(self.remove_asked)

    def show_node(self, session: Session, node_id: str, removable: bool) -> None:
        """Show a node of the session."""
        self.box.set_node(node_id)
        framework = session.library.framework_of(node_id)
        code = session.library.node(node_id).code
        own = framework.title if len(framework.nodes) > 1 else ""
        self.about.setText(" · ".join(part for part in (own, framework.organisation, code) if part))
        purposes = session.library.statements_of(node_id, "purpose")
        self.purpose.setText(purposes[0].text if purposes else "")
        told = [label.whole for label in (self.about, self.purpose) if label.whole]
        set_tip(self.box, "\n".join(told))
        self.remove.setVisible(removable)
        self.hide_button.setVisible(removable)

    def shorten(self, short: bool, beside: bool) -> None:
        """Leave out what is secondary, or show it, and set the buttons beside the box or below it;
        the tip of the box has the words all the same.
        """
        self._short, self._beside = short, beside

    def buttons_fit(self, width: int) -> bool:
        """Tell whether there is room for the buttons beside the box."""
        least = self.box.minimumSizeHint().width() + self._theme.px(16)
        return not self._taken() or self._taken() + least <= width - 2 * self._theme.space(8)

    def _buttons(self) -> list[QPushButton]:
        return [] if self.remove.isHidden() else [self.hide_button, self.remove]

    def _taken(self) -> int:
        return sum(button.sizeHint().width() for button in self._buttons())

    def arrange(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        theme = self._theme
        pad, inner = theme.space(8), width - 2 * theme.space(8)
        hint = self.box.sizeHint()
        buttons, taken, beside = self._buttons(), self._taken(), self._beside
        room = min(hint.width(), inner - (taken if beside else 0))
        self.box.setGeometry(pad, pad, room, hint.height())
        y = pad + hint.height()
        top, x = (pad, width - pad - taken) if beside else (y, pad)  # of the buttons
        for button in buttons:
            button.setGeometry(x, top, button.sizeHint().width(), hint.height())
            x += button.sizeHint().width()
        self.about.setVisible(not self._short and beside)  # the tip of the box has it
        free = inner - room - taken - theme.space(10)
        if not self.about.isHidden() and free >= self.about.sizeHint().width():
            self.about.setGeometry(width - pad - taken - free, pad, free, hint.height())
            return self._arrange_words((self.purpose,), y, width)
        y = top + hint.height()
        return self._arrange_words((self.about, self.purpose), y, width)

    def _arrange_words(self, labels: Sequence[ElidedLabel], y: int, width: int) -> int:
        """Place labels under each other from a height on, and return the height of the card."""
        pad, gap = self._theme.space(8), self._theme.space(3)
        self.purpose.setVisible(not self._short and bool(self.purpose.whole))
        for label in labels:
            if not label.isHidden():
                height = label.sizeHint().height()
                label.setGeometry(pad, y + gap, width - 2 * pad, height)
                y += gap + height
        return y + pad

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        paint_card(QPainter(self), self, self._theme, self._theme.line)

    def _button(self, words: str, name: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("look", "link")
        button.setAccessibleName(name)
        set_tip(button, tip)
        return button


def _small(parent: QWidget) -> ElidedLabel:
    label = ElidedLabel(parent)
    label.setProperty("look", "small")
    return label


class ColumnHeads(ArrangedWidget):
    """Place a head over each column of a comparison."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._heads: list[ColumnHead] = []
        self._low = False
        self.swap = icon_button("swap", _("Swap the two columns"), theme, self)
        self.swap.setText(_("Swap"))
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

    def set_low(self, low: bool) -> None:
        """Leave out what is secondary where the page is low, or show it."""
        self._low = low
        self.arrange()

    def arrange(self) -> None:
        """Place the heads for the present width."""
        if self.width() < 50 or not self._heads:
            return
        margin = self._theme.space(10)  # of the sections below: heads and texts begin alike
        room = max(200, self.width() - 2 * margin)
        columns = Columns.fitting(len(self._heads), room, self._theme)
        if columns.stacked:
            self._stack()
            return
        places = self._places(columns, margin)
        self._shorten(min(width for _x, width in places))
        beside = list(zip(self._heads, places, strict=True))
        tallest = max([head.arrange(width) for head, (_x, width) in beside])
        for head, (x, width) in beside:
            head.setGeometry(x, 0, width, tallest)
        if not self.swap.isHidden():
            between = columns.lefts[0] + columns.width + columns.gap // 2 + margin
            place = QRect(QPoint(0, 0), self.swap.sizeHint())
            place.moveCenter(QPoint(between, tallest // 2))
            self.swap.setGeometry(place)
        self.setFixedHeight(tallest)

    def _places(self, columns: Columns, margin: int) -> list[tuple[int, int]]:
        """Return where each head begins and how wide it is, in pixels."""
        around = self._theme.space(4) if columns.between else self._theme.space(3)
        places = []
        for index, left in enumerate(columns.lefts):
            x = left + margin - around if index else 0
            behind = margin if index == len(columns.lefts) - 1 else around
            places.append((x, left + margin + columns.width + behind - x))
        return places

    def _shorten(self, width: int) -> None:
        """Let all heads look alike: with their buttons beside the boxes, or below."""
        beside = all(head.buttons_fit(width) for head in self._heads)
        for head in self._heads:
            head.shorten(self._low, beside)

    def _stack(self) -> None:
        """Place the heads in rows, as many beside each other as there is room for."""
        gap, around = self._theme.space(8), self._theme.space(4)
        swap = self.swap.sizeHint()
        taken = 0 if self.swap.isHidden() else swap.width() + 2 * around
        least = _NARROWEST_HEAD * self._theme.text_px()
        fitting = int((self.width() + gap - taken) // (least + gap))
        across = max(1, min(len(self._heads), fitting))
        aside = taken if across == 1 else 0  # under each other, the sign stands beside both
        between = max(gap, taken) if across > 1 else 0
        room = (self.width() - aside - between * (across - 1)) // across
        y = 0
        self._shorten(room)
        for first in range(0, len(self._heads), across):
            row = self._heads[first : first + across]
            tallest = max(head.arrange(room) for head in row)
            for index, head in enumerate(row):
                head.setGeometry(index * (room + between), y, room, tallest)
            y += tallest + gap
        height = y - gap
        left = self.width() - swap.width() if across == 1 else room + around
        self.swap.setGeometry(left, (height - swap.height()) // 2, swap.width(), swap.height())
        self.setFixedHeight(height)

    def _make_heads(self, count: int) -> None:
        at = next((n for n, box in enumerate(self.boxes) if box.hasFocus()), -1)
        self._replace_heads(count)
        if 0 <= at < len(self._heads):
            self.boxes[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace_heads(self, count: int) -> None:
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
            first, second = self._heads
            QWidget.setTabOrder(first.remove, self.swap)
            QWidget.setTabOrder(self.swap, second.box)
            read_in_order([first, self.swap, second])

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
