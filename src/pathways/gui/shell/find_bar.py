"""The bar below a page that finds words on it: Ctrl+F opens it, F3 goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.icon_button import icon_button, paint_icon
from pathways.gui.widgets.inside import inside
from pathways.gui.widgets.plain_text import Label
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.gui.shell.findable import Found


class FindBar(QWidget):
    """Find words on the page that is shown; ``page`` returns it."""

    def __init__(self, theme: Theme, page: Callable[[], QWidget | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = page
        self._found: list[Found] = []
        self._at = -1
        self._back: QWidget | None = None  # what had the keyboard before
        self.setObjectName("find-bar")
        self.setAccessibleName(_("Find on this page"))
        self.box = QLineEdit(self)
        self.box.setAccessibleName(_("Find on this page"))
        self.box.setPlaceholderText(_("Find on this page"))
        self.count = Label(self)
        self.count.setProperty("look", "quiet")
        self.previous = icon_button("back", _("Find the previous one"), theme, self)
        self.next = icon_button("forward", _("Find the next one"), theme, self)
        self.close_button = icon_button("remove", _("Close the bar"), theme, self)
        row = self._row = QHBoxLayout(self)
        for widget in (self.box, self.count, self.previous, self.next, self.close_button):
            row.addWidget(widget, 1 if widget is self.box else 0)
        row.addStretch(1)
        self.box.textChanged.connect(self._on_typed)
        self.previous.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        self.close_button.clicked.connect(self.end)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._row.setContentsMargins(theme.margins(24, 4))
        self._row.setSpacing(theme.space(8))
        for button in (self.previous, self.next, self.close_button):
            paint_icon(button, theme)
        self._mark()

    def begin(self) -> None:
        """Open the bar; what is selected is looked for."""
        from pathways.gui.widgets.text_sheet import TextSheet

        focused = QApplication.focusWidget()
        if focused is not self.box:
            self._back = focused
        if isinstance(focused, TextSheet) and (chosen := focused.selector.text()):
            self.box.setText(chosen.split("\n")[0])
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        self._look()

    def go(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) place; from the last one, to the first."""
        if not self.box.text():
            self.begin()
            return
        known, at = self._found, self._at
        self._look()
        if self._found:
            if known == self._found and at >= 0:
                self._at = (at + direction) % len(self._found)
            self._show()

    def end(self) -> None:
        """Close the bar; the keyboard goes to what was found, or back to where it was."""
        from pathways.gui.shell.findable import go_to, is_there, take_light_off

        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        take_light_off(self._found)
        self.hide()
        place = self._found[self._at] if 0 <= self._at < len(self._found) else None
        if inside and place is not None and is_there(place):
            go_to(place)
        elif inside and self._back is not None and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._found, self._at = [], -1

    def page_changed(self) -> None:
        """Look on the page that is shown now, where the bar is open."""
        if self.isVisible():
            self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, close with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            focused = QApplication.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.go(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    # Inside --------------------------------------------------------------------------------------

    def _on_typed(self) -> None:
        self._at = -1
        self._look()
        if self._found:
            self._show()

    def _look(self) -> None:
        """Find the words as the page is now; the place that one was at is kept where it can be."""
        from pathways.gui.shell.findable import find, take_light_off

        before = self._found
        take_light_off(before)
        self._found = find(self.box.text(), self._parts())
        if before != self._found:
            self._at = 0 if self._found else -1
        elif self._found and self._at < 0:
            self._at = 0
        self._mark()
        self._tell()

    def _show(self) -> None:
        from pathways.gui.shell.findable import show

        show(self._found[self._at])
        self._mark()
        self._tell()

    def _mark(self) -> None:
        if self.isVisible():
            from pathways.gui.shell.findable import light_up

            light_up(self._found, self._at, self._theme)

    def _tell(self) -> None:
        count = len(self._found)
        if count:
            words = _("{number} of {count}").format(number=self._at + 1, count=count)
        elif self.box.text():
            words = _("Not on this page")
        else:
            words = ""
        self.count.setText(words)
        self.box.setAccessibleDescription(words)
        for button in (self.previous, self.next):
            button.setEnabled(count > 1)

    def _parts(self) -> Sequence[QWidget]:
        """Return what can be looked through on the page: its sheets, lists and tables."""
        from pathways.gui.widgets.text_sheet import TextSheet

        page = self._page()
        if page is None:
            return []
        found = [*inside(page, TextSheet), *inside(page, QAbstractItemView)]
        return [part for part in found if part.isVisible()]
