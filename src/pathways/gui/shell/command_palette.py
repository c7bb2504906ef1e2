"""Every action by its words: type a few letters, press Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.dialogs.answer import answer_of
from pathways.gui.shell.theme import BODY, SMALL, Theme
from pathways.gui.widgets.model_index import Index
from pathways.gui.widgets.plain_text import set_window_title
from pathways.gui.widgets.row_model import ROW, RowModel
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n

_WIDTH = 40  # beside the size of type
_SHOWN = 10  # lines in sight


@dataclass(frozen=True)
class Command:
    """An action as a line of the palette; ``why`` says why it cannot be done now, "" where
    it can.
    """

    name: str
    words: str
    menu: str
    keys: str
    why: str = ""
    ticked: bool = False


def matching(commands: Sequence[Command], typed: str) -> list[Command]:
    """Return the commands that have all the words typed, or begin with them; what begins so comes
    first.
    """
    wanted = typed.casefold().split()

    def rank(command: Command) -> int | None:
        words = f"{command.words} {command.menu}".casefold().replace("…", "").split()
        if not all(any(part in word for word in words) for part in wanted):
            return None
        begun = all(any(word.startswith(part) for word in words) for part in wanted)
        return (0 if begun else 2) + (
            not command.words.casefold().startswith(typed.strip().casefold())
        )

    ranks = {
        number: found
        for number, command in enumerate(commands)
        if (found := rank(command)) is not None
    }
    return [
        commands[number] for number in sorted(ranks, key=lambda number: (ranks[number], number))
    ]


class _Commands(RowModel):
    def cell(self, row: Command, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [row.words, row.menu, row.keys, _("ticked") if row.ticked else ""]
            parts += [_("not possible now: {why}").format(why=row.why) if row.why else ""]
            return ", ".join(part for part in parts if part)
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, command = self._theme, index.data(ROW)
        height = theme.text_px() * 1.4 + (theme.text_px(SMALL) * 1.4 if command.why else 0)
        return QSize(100, max(24, round(height) + theme.space(8)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, command = self._theme, index.data(ROW)
        place = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            edge = 2 * theme.edge
            painter.setPen(QPen(QColor(theme.focus), edge))
            painter.setBrush(QColor(theme.accent_tint))
            painter.drawRoundedRect(place.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), 4, 4)
        inner = place.adjusted(theme.space(10), theme.space(4), -theme.space(10), -theme.space(4))
        line = QRectF(inner.x(), inner.y(), inner.width(), theme.text_px() * 1.4)
        painter.setFont(theme.font(SMALL))
        painter.setPen(QColor(theme.quiet_text))
        right = " · ".join(part for part in (command.menu, command.keys) if part)
        room = painter.fontMetrics().horizontalAdvance(right) + theme.space(12)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
        painter.setFont(theme.font(BODY))
        painter.setPen(QColor(theme.quiet_text if command.why else theme.text))
        words = f"✓ {command.words}" if command.ticked else command.words
        words = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(line.width() - room)
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        if command.why:
            height = theme.text_px(SMALL) * 1.4
            below = QRectF(inner.x(), line.bottom(), inner.width(), height)
            self._paint_why(painter, below, command.why)
        painter.restore()

    def _paint_why(self, painter: QPainter, below: QRectF, why: str) -> None:
        painter.setFont(self._theme.font(SMALL))
        painter.setPen(QColor(self._theme.quiet_text))
        words = painter.fontMetrics().elidedText(
            why, Qt.TextElideMode.ElideRight, int(below.width())
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


class CommandPalette(QDialog):
    """Ask which action is to be done."""

    def __init__(
        self, commands: Sequence[Command], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_window_title(self, _("All actions"))
        self._commands = commands
        self._theme = theme
        self.box = QLineEdit(self)
        self.box.setPlaceholderText(_("Type what you would like to do"))
        self.box.setAccessibleName(_("What would you like to do?"))
        self._model = _Commands(self)
        self._make_list()
        self._count = wrapped_label("small", self)
        column = QVBoxLayout(self)
        edge = theme.space(16)
        column.setContentsMargins(edge, edge, edge, theme.space(8))
        column.setSpacing(theme.space(8))
        for widget in (self.box, self.list, self._count):
            column.addWidget(widget)
        self.box.textChanged.connect(self._filter)
        self.list.clicked.connect(lambda _index: self._run())
        self._filter("")
        self.resize(self._size())

    def _make_list(self) -> None:
        self.list = QListView(self)
        self.list.setObjectName("hits")
        self.list.setAccessibleName(_("Actions"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setItemDelegate(_Painter(self._theme, self.list))
        self.list.setModel(self._model)

    @classmethod
    def ask(cls, parent: QWidget, commands: Sequence[Command], theme: Theme) -> str:
        """Return the name of the action that was chosen, "" for none."""
        command = answer_of(cls(commands, theme, parent), lambda dialog: dialog.command)
        return command.name if command else ""

    @property
    def command(self) -> Command | None:
        """Return the command that is chosen, None where none matches."""
        index = self.list.currentIndex()
        return index.data(ROW) if index.isValid() else None

    @property
    def shown(self) -> list[Command]:
        """Return the commands that match what is typed."""
        return [self._model.index(row, 0).data(ROW) for row in range(self._model.rowCount())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows while one types; do with Enter."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _SHOWN,
            Qt.Key.Key_PageUp: -_SHOWN,
        }
        key = Qt.Key(event.key())
        if key in steps:
            last = self._model.rowCount() - 1
            self._choose(min(last, max(0, self.list.currentIndex().row() + steps[key])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        else:
            super().keyPressEvent(event)

    def _size(self) -> QSize:
        theme, parent = self._theme, self.parentWidget()
        room = parent.size() if parent else QSize(1280, 800)
        height = (_SHOWN * 1.4 + 6) * theme.text_px() + _SHOWN * theme.space(8)
        return QSize(
            min(_WIDTH * theme.text_px(), room.width() - 32), min(round(height), room.height() - 64)
        )

    def _filter(self, typed: str) -> None:
        found = matching(self._commands, typed)
        self._model.show_rows(found)
        self._choose(0)
        count = _n("{count} action", "{count} actions", len(found)).format(count=len(found))
        self._count.setText(count if found else _("Nothing found. Try other words."))

    def _choose(self, row: int) -> None:
        index = self._model.index(row, 0)
        self.list.setCurrentIndex(index)
        self.box.setAccessibleDescription(
            str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "") if row >= 0 else ""
        )

    def _run(self) -> None:
        command = self.command
        if command is None:
            return
        if command.why:
            self._count.setText(_("Not possible now: {why}").format(why=command.why))
            return
        self.accept()
