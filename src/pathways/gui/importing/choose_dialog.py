"""Choose one or several of a list that can be long: typing finds."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from pathways.gui.dialogs.answer import answer_of
from pathways.gui.dialogs.fitting_dialog import FittingDialog
from pathways.gui.widgets.plain_text import set_window_title
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _

_ID = Qt.ItemDataRole.UserRole


class Option(msgspec.Struct, frozen=True):
    """Something that can be chosen; ``words`` is all that typing finds it by."""

    id: str
    words: str


class ChooseDialog(FittingDialog):
    """Ask for one option, or with ``several`` for some; ``new`` offers what is typed where no
    option is called that; ``typed`` is there at first, where nothing is chosen.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        question: str,
        options: Sequence[Option],
        chosen: Collection[str] = (),
        *,
        several: bool = False,
        new: str = "",
        typed: str = "",
    ) -> None:
        super().__init__(parent)
        set_window_title(self, title)
        self._several, self._new = several, new
        self._make_parts(question, options, chosen)
        self._lay_out(question)
        if typed and not chosen:
            self.typing.setText(typed)
            self.typing.selectAll()
        self._refresh()
        self.typing.setFocus()

    def ask(self) -> list[str] | None:
        """Return the ids that were chosen, what was typed for a new one; None where the person
        thought better of it.
        """
        return answer_of(self, ChooseDialog.choice) or None

    def choice(self) -> list[str]:
        """Return the ids that are chosen now."""
        items = [self.list.item(row) for row in range(self.list.count())]
        if self._several:
            return [
                str(item.data(_ID)) for item in items if item.checkState() == Qt.CheckState.Checked
            ]
        item = self.list.currentItem()
        if item is None or item.isHidden():
            return []
        return [str(item.data(_ID)) if item.data(_ID) else self.typing.text().strip()]

    def _make_parts(
        self, question: str, options: Sequence[Option], chosen: Collection[str]
    ) -> None:
        self.typing = QLineEdit(self)
        self.typing.setPlaceholderText(_("Type to find"))
        self.typing.setAccessibleName(_("Type to find"))
        self.typing.setClearButtonEnabled(True)
        self.typing.textChanged.connect(self._refresh)
        self.typing.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(question)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        for option in options:
            item = QListWidgetItem(option.words, self.list)
            item.setData(_ID, option.id)
            if self._several:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(
                    Qt.CheckState.Checked if option.id in chosen else Qt.CheckState.Unchecked
                )
            if option.id in chosen:
                self.list.setCurrentItem(item)
        self._typed = QListWidgetItem("", self.list) if self._new else None
        self.done_button = self.add_decision(_("Apply"))
        self.list.itemDoubleClicked.connect(lambda _item: None if self._several else self.accept())
        self.list.itemChanged.connect(self._allow)
        self.list.currentRowChanged.connect(self._allow)

    def _lay_out(self, question: str) -> None:
        words = wrapped_label("", self, question)
        column = self.body
        column.setSpacing(8)
        for widget in (words, self.typing, self.list):
            column.addWidget(widget)
        self.ask_size(520, 520)

    def _refresh(self) -> None:
        wanted = self.typing.text().casefold().split()
        shown = []
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item is self._typed:
                continue
            item.setHidden(not all(word in item.text().casefold() for word in wanted))
            if not item.isHidden():
                shown.append(item)
        if self._typed is not None:
            typed = self.typing.text().strip()
            known = any(item.text().casefold() == typed.casefold() for item in shown)
            self._typed.setHidden(not typed or known)
            self._typed.setText(self._new.format(words=typed))
            shown += [] if self._typed.isHidden() else [self._typed]
        current = self.list.currentItem()
        if (current is None or current.isHidden()) and shown:
            self.list.setCurrentItem(shown[0])
        if self.list.currentItem() is not None:
            self.list.scrollToItem(self.list.currentItem())
        self._allow()

    def _allow(self) -> None:
        self.done_button.setEnabled(bool(self.choice()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list, and tick in it, while the keyboard stays where one types."""
        if (
            watched is self.typing
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in (
                Qt.Key.Key_Down,
                Qt.Key.Key_Up,
                Qt.Key.Key_PageDown,
                Qt.Key.Key_PageUp,
            ):
                self.list.keyPressEvent(event)
                return True
            item = self.list.currentItem()
            if (
                event.key() == Qt.Key.Key_Space
                and self._several
                and item is not None
                and not self.typing.text()
            ):
                ticked = item.checkState() == Qt.CheckState.Checked
                item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
                return True
        return super().eventFilter(watched, event)
