"""A box to choose a grade or role from, grouped by framework."""

from __future__ import annotations

import sys

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QComboBox, QSizePolicy, QWidget

from pathways.gui.shell.theme import BODY, Theme
from pathways.gui.widgets.icons import draw_sign
from pathways.model.library import Library
from pathways.right_to_left import isolated

_NODE = Qt.ItemDataRole.UserRole
_TITLE = Qt.ItemDataRole.UserRole + 1


class PlainChoiceBox(QComboBox):
    """A combo box that looks like the rest of the window."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.strong = False
        self.setAccessibleName(name)
        if sys.platform not in (
            "win32",
            "darwin",
        ):  # elsewhere what is chosen takes the place of the name
            self.setAccessibleDescription(name)
        self._since_letter = QElapsedTimer()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(24)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def words(self) -> str:
        """Return what the box shows when it is closed."""
        return self.currentText()

    def all_words(self) -> list[str]:
        """Return everything that the box may show when it is closed."""
        return [self.itemText(row) for row in range(self.count())]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is chosen."""
        return self.currentIndex() < 0

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the longest title, the mark that opens the list, and the edge."""
        metrics = self.fontMetrics()
        room = max((metrics.horizontalAdvance(text) for text in self.all_words()), default=80)
        return QSize(room + self._theme.px(52), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return room for a short title; the whole of a longer one is in the list."""
        return QSize(
            self.fontMetrics().horizontalAdvance(self.words()[:12]) + self._theme.px(44),
            self._height(),
        )

    def showPopup(self) -> None:
        """Open the list, wide enough to be read."""
        self.view().setAccessibleName(self.accessibleName())
        self.view().setTextElideMode(Qt.TextElideMode.ElideNone)
        self.view().setMinimumWidth(
            max(self.width(), self.view().sizeHintForColumn(0) + self._theme.px(40))
        )
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        """Keep letters for finding a title by typing: they are keys of the page elsewhere."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.text().isprintable()
            and event.text()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a space within a title that is typed for a letter; at any other time it opens the
        list.
        """
        words = event.text()
        typing = (
            self._since_letter.isValid()
            and self._since_letter.elapsed() < QApplication.keyboardInputInterval()
        )
        if words and words.isprintable() and (typing or words != " "):
            self._since_letter.start()
            if words == " ":
                self.view().keyboardSearch(words)
                return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: turning it over a box must not change what is compared."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, its words, and the mark that says there is a list."""
        theme = self._theme
        focused, hovered = self.hasFocus(), self.underMouse()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = (2 if focused else 1) * theme.edge
        place = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.setPen(QPen(QColor(theme.focus if focused else theme.control_line), edge))
        painter.setBrush(QColor(theme.hover if hovered else theme.surface))
        painter.drawRoundedRect(place, 6, 6)
        font = theme.font(BODY, bold=self.strong and not self.is_empty)
        painter.setFont(font)
        painter.setPen(QColor(theme.quiet_text if self.is_empty else theme.text))
        text_place = place.adjusted(theme.space(12), 0, -theme.px(32), 0)
        metrics = painter.fontMetrics()
        words = metrics.elidedText(
            isolated(self.words()), Qt.TextElideMode.ElideRight, int(text_place.width())
        )
        painter.drawText(
            text_place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words
        )
        side = theme.px(16)
        sign = QRectF(self.width() - side - theme.space(8), (self.height() - side) / 2, side, side)
        draw_sign(painter, "down", sign, QColor(theme.text))

    def _height(self) -> int:
        return max(24, self.fontMetrics().height() + self._theme.space(16))


class ChoiceBox(PlainChoiceBox):
    """Choose a node; ``node_chosen`` carries its id, and only when a person did it."""

    node_chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._empty = empty
        self._compact = False
        self.activated.connect(self._on_activated)

    def words(self) -> str:
        """Return the title of the node that is chosen, or the words for none."""
        return str(self.currentData(_TITLE) or self._empty)

    def all_words(self) -> list[str]:
        """Return the titles of all nodes, and the words for none."""
        if self._compact:
            return [self.words()]
        return [
            self._empty,
            *(str(self.itemData(row, _TITLE) or "") for row in range(self.count())),
        ]

    @property
    def is_empty(self) -> bool:
        """Tell whether no node is chosen."""
        return not self.node

    def set_empty(self, words: str, *, compact: bool) -> None:
        """Set the words for none; ``compact`` gives the box the room of what it shows, not of the
        longest title.
        """
        if (words, compact) != (self._empty, self._compact):
            self._empty, self._compact = words, compact
            self.updateGeometry()
            self.update()

    def fill(self, library: Library, *, grouped: bool = True) -> None:
        """Offer every node, the highest grade of each framework first, as the map shows them."""
        chosen = self.node
        model = QStandardItemModel(self)
        indent = QPixmap(
            self._theme.px(12), 1
        )  # not blanks in the title: they would be read out and typed
        indent.fill(Qt.GlobalColor.transparent)
        for framework in library.frameworks:
            several = grouped and len(framework.nodes) > 1
            if several:
                head = QStandardItem(framework.title)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                font = self._theme.font(BODY, bold=True)
                head.setFont(font)
                head.setForeground(QColor(self._theme.text))
                model.appendRow(head)
            for node in reversed(framework.nodes):
                title = node.title if several else f"{node.title} · {framework.organisation}"
                item = QStandardItem(title)
                if several:
                    item.setData(indent, Qt.ItemDataRole.DecorationRole)
                item.setData(node.id, _NODE)
                item.setData(node.title, _TITLE)
                item.setData(f"{node.title}, {framework.title}", Qt.ItemDataRole.AccessibleTextRole)
                model.appendRow(item)
        self.setModel(model)
        self.set_node(chosen)

    @property
    def node(self) -> str:
        """Return the id of the node that is chosen, "" where none is."""
        return str(self.currentData(_NODE) or "")

    def set_node(self, node_id: str) -> None:
        """Show a node, without telling anybody."""
        index = self.findData(node_id, _NODE) if node_id else -1
        self.blockSignals(True)
        self.setCurrentIndex(index)
        self.blockSignals(False)
        self.updateGeometry()
        self.update()

    def _on_activated(self, index: int) -> None:
        node = self.itemData(index, _NODE)
        if node:
            self.updateGeometry()
            self.node_chosen.emit(str(node))
