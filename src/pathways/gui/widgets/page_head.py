"""The top of a page: its title, a line under it, and its buttons, which move below where there is
no room beside.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.arranged import ArrangedWidget
from pathways.gui.widgets.wrapped_label import wrapped_label

_SHORT = 100  # letters of a line that is better not broken


class FlowLayout(QLayout):
    """Lay widgets out in rows, as words in a paragraph, each in the middle of its row."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = self._between_rows = gap
        self.setContentsMargins(0, 0, 0, 0)

    @property
    def gap(self) -> int:
        """Return the room between two widgets, in pixels."""
        return self._gap

    def set_gap(self, gap: int, between_rows: int | None = None) -> None:
        """Set the room between two widgets, and between two rows where it is another, in
        pixels.
        """
        self._gap = gap
        self._between_rows = gap if between_rows is None else between_rows
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item up."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Say that the layout does not ask for more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, place: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(place)
        self._place(place, move=True)

    def sizeHint(self) -> QSize:
        """Return the size with everything in one row."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        margins = self.contentsMargins()
        return QSize(
            width + margins.left() + margins.right(),
            max((size.height() for size in sizes), default=0),
        )

    def minimumSize(self) -> QSize:
        """Return the size of the largest widget."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, place: QRect, *, move: bool) -> int:
        place = place.marginsRemoved(self.contentsMargins())
        y = place.y()
        rows = self._rows(place.width())
        for row in rows:
            x, tallest = place.x(), max(size.height() for _item, size in row)
            for item, size in row:
                if move:
                    across = (tallest - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, y + across), size))
                x += size.width() + self._gap
            y += tallest + self._between_rows
        return y - self._between_rows - place.y() if rows else 0

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the items of each row with their sizes."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in self._shown():
            asked = item.sizeHint()
            size = QSize(min(asked.width(), width), asked.height())
            if size.width() < asked.width() and item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if not rows or taken + size.width() > width:
                rows.append([])
                taken = 0
            rows[-1].append((item, size))
            taken += size.width() + self._gap
        return rows


class PageHead(ArrangedWidget):
    """Show a page's title and buttons; ``buttons`` is the row that pages add theirs to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._short = True
        self.title = wrapped_label("title", self)
        self.under = wrapped_label("quiet", self)
        self._words = QWidget(self)  # before the buttons: this is the order in which they are read
        self.buttons = QWidget(self)
        self._flow = FlowLayout(self.buttons)
        words = self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self.title)
        words.addWidget(self.under, 1)
        self._given_up: tuple[QWidget, ...] = ()
        self._could_give_up: tuple[QWidget, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fit_buttons(self, buttons: Sequence[QWidget]) -> None:
        """Let these buttons, the first before the next, give way where not all fit in one row:
        menus have what they do.
        """
        self._could_give_up = tuple(buttons)
        self.arrange()

    def add_button(self, button: QWidget) -> None:
        """Add a button at the right end."""
        self._flow.addWidget(button)

    def say(self, title: str, under: str) -> None:
        """Set the title and the line under it."""
        self.title.setText(title)
        self.under.setText(under)
        self._short = len(under) < _SHORT
        self.under.setWordWrap(not self._short or self._theme.scale > 1.4)
        self.under.setVisible(bool(under))
        self.arrange()

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._flow.set_gap(theme.space(8))
        self.arrange()

    def arrange(self) -> None:
        """Place the words and the buttons for the present width."""
        width, gap = self.width(), self._theme.space(16)
        if width < 50:
            return
        self.title.ensurePolished()
        self._give_way(width)
        buttons = QSize() if self.buttons.isHidden() else self._flow.sizeHint()
        title = self.title.fontMetrics().horizontalAdvance(self.title.text())
        under = self._width_under() if self._short else 0
        if self.buttons.isHidden() or max(title, under) + gap + buttons.width() <= width:
            room = width if self.buttons.isHidden() else width - gap - buttons.width()
            height = max(self._words_height(room, beside=False), buttons.height(), 0)
            self._words.setGeometry(0, 0, room, height)
            self.buttons.setGeometry(width - buttons.width(), 0, buttons.width(), buttons.height())
        else:
            beside = bool(under) and title + gap + under <= width
            top = self._words_height(width, beside=beside)
            below = self._flow.heightForWidth(width)
            self._words.setGeometry(0, 0, width, top)
            self.buttons.setGeometry(0, top + self._theme.space(8), width, below)
            height = top + self._theme.space(8) + below
        self.setFixedHeight(height)

    def _words_height(self, width: int, *, beside: bool) -> int:
        """Set the line under the title below it, or beside it, and return the height of both."""
        ways = QBoxLayout.Direction
        self._column.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._column.setSpacing(self._theme.space(16) if beside else 2)
        self.title.setWordWrap(not beside)
        self._column.invalidate()
        height = self._column.heightForWidth(width)  # less than 0 where no line can break
        return height if height > 0 else self._words.sizeHint().height()

    def _width_under(self) -> int:
        """Return how wide the line under the title is in one piece, in pixels."""
        self.under.ensurePolished()
        return self.under.fontMetrics().horizontalAdvance(self.under.text())

    def _give_way(self, width: int) -> None:
        """Hide as many buttons as do not fit beside each other, of those that may be hidden."""
        for button in self._given_up:
            button.show()
        given_up = []
        for button in self._could_give_up:
            if self._flow.sizeHint().width() <= width:
                break
            button.hide()
            given_up.append(button)
        self._given_up = tuple(given_up)
