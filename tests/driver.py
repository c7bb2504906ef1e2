"""A small language for user stories: menu words, titles, rows of cells, and keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from pathways import app
from pathways.gui.compare.comparison_line import ComparisonLine
from pathways.gui.shell import background
from pathways.gui.shell.main_window import MainWindow
from pathways.gui.widgets.painted_piece import PaintedPiece, place_on
from pathways.gui.widgets.statement_cell import StatementCell
from pathways.gui.widgets.text_sheet import TextSheet

background.threaded = False  # jobs are done in place, so that nothing has to be waited for

Kind = TypeVar("Kind", bound=QWidget)
_PATIENCE = 5000  # milliseconds until something that is waited for counts as missing


def plain(words: str) -> str:
    """Return menu words without the marks of their keys."""
    return words.replace("&", "").rstrip("…")


class Driver:
    """Use the program from outside: by what is written on it."""

    def __init__(self, qtbot: QtBot, *argv: str | Path) -> None:
        self.qtbot = qtbot
        self.argv = [str(word) for word in argv]
        self.window = self._open()

    def _open(self) -> MainWindow:
        window = app.build(self.argv)
        window.resize(1280, 800)
        self.qtbot.waitExposed(window)
        self.settle()
        return window

    def close(self) -> None:
        """Close the window, as with its cross."""
        if isValid(
            self.window
        ):  # the first of several windows is gone when it was closed before the others
            self.window.close()
            self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()

    def reopen(self, *argv: str | Path) -> None:
        """Close the program and start it again."""
        self.close()
        self.argv = [str(word) for word in argv]
        self.window = self._open()

    def settle(self) -> None:
        """Let everything happen that is due."""
        for _round in range(3):
            QApplication.processEvents()

    # Doing ---------------------------------------------------------------------------------------

    def action(self, *words: str) -> QAction:
        """Return the action of a menu, by the words that are read: ``action("View", "Dark")``."""
        menu = next(
            action.menu()
            for action in self.window.menuBar().actions()
            if plain(action.text()) == words[0]
        )
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        inside = [action.menu() for action in menu.actions()]
        listed = [
            *menu.actions(),
            *(a for m in inside if isinstance(m, QMenu) for a in m.actions()),
        ]
        found = [action for action in listed if plain(action.text()) == words[1]]
        assert found, f"no {words[1]!r} in {[plain(action.text()) for action in menu.actions()]}"
        return found[0]

    def menu(self, *words: str) -> None:
        """Choose from the menus."""
        action = self.action(*words)
        assert action.isEnabled(), f"{' > '.join(words)} is not allowed now"
        action.trigger()
        self.settle()

    def press(self, *keys: str) -> None:
        """Press keys one after the other: ``press("Tab", "Ctrl+2")``."""
        for key in keys:
            target = QApplication.focusWidget() or self.window
            QTest.keySequence(
                target.window() if len(key) > 1 and "+" in key else target, QKeySequence(key)
            )
            self.settle()

    def click(self, name: str, within: QWidget | None = None) -> None:
        """Click on what has these words or this name."""
        button = self.find(QAbstractButton, name, within)
        assert button.isEnabled(), f"{name!r} cannot be used now"
        QTest.mouseClick(
            button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() // 2, button.height() // 2)
        )
        self.settle()

    def choose(self, box: str, title: str) -> None:
        """Choose an entry of a box by its name."""
        self.choose_in(box, title, self.window)

    def choose_in(self, box: str, title: str, within: QWidget) -> None:
        """Choose an entry of a box in some part of the window, or in a dialog."""
        combo = self.find(QComboBox, box, within)
        index = next(
            i for i in range(combo.count()) if combo.itemText(i).strip().split(" · ")[0] == title
        )
        combo.setCurrentIndex(index)
        combo.activated.emit(index)
        self.settle()

    def when(self, title: str, do: Callable[[Any], None]) -> None:
        """Do something in the dialog of that title as soon as it is there; it is closed if it is
        still there then.
        """
        tries = iter(range(_PATIENCE // 10))

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and dialog.windowTitle() == title:
                try:
                    do(dialog)
                finally:
                    if dialog.isVisible():
                        dialog.reject()
            elif next(tries, None) is not None:
                QTimer.singleShot(10, look)

        QTimer.singleShot(0, look)

    # Looking -------------------------------------------------------------------------------------

    def find(self, kind: type[Kind], name: str, within: QWidget | None = None) -> Kind:
        """Return the widget that is seen and has these words or this name."""
        seen = [
            widget for widget in (within or self.window).findChildren(kind) if widget.isVisible()
        ]
        found = [widget for widget in seen if name in (_words(widget), widget.accessibleName())]
        assert found, (
            f"no {name!r} among {[_words(widget) or widget.accessibleName() for widget in seen]}"
        )
        return found[0]

    @property
    def title(self) -> str:
        """Return the title of the page that compares."""
        return self.window.page("compare").head.title.text()

    @property
    def page_buttons(self) -> list[QPushButton]:
        """Return the buttons that lead to the pages: one for each, or the one with the menu of
        them.
        """
        rail = self.window.rail
        menu = self.window.header.pages
        return list(rail.buttons.values()) if menu is None or menu.isHidden() else [menu]

    @property
    def status(self) -> str:
        """Return the words at the foot of the window."""
        return self.window.status.text()

    @property
    def lines(self) -> list[ComparisonLine]:
        """Return the lines of the comparison that are shown, each laid out."""
        table = self.window.page("compare").table
        if not table.isVisible():
            return []
        for line in table.lines:
            table.exact(line)
        lines: list[ComparisonLine] = table.lines
        return lines

    def rows(self, dimension: str = "") -> list[tuple[str, ...]]:
        """Return each line as it is read: cell, what happens, cell and so on."""
        found = []
        for line in self.lines:
            if dimension and line.dimension.id != dimension:
                continue
            row = [line.cells[0].text_shown]
            for cell, change in zip(line.cells[1:], line.compared.changes, strict=True):
                row += [change.verdict.word if change else "", cell.text_shown]
            found.append(tuple(row))
        return found

    @property
    def at(self) -> StatementCell:
        """Return the statement that has the keyboard."""
        sheet = QApplication.focusWidget()
        assert isinstance(sheet, TextSheet) and sheet.at is not None, f"the keyboard is at {sheet}"
        return sheet.at

    @property
    def line_at(self) -> ComparisonLine:
        """Return the line of the comparison that has the keyboard."""
        line = self.at.over
        assert isinstance(line, ComparisonLine)
        return line

    @property
    def cells(self) -> list[StatementCell]:
        """Return all statements that are painted somewhere in the window, on whatever page."""
        return [
            piece
            for sheet in self.window.findChildren(TextSheet)
            for row in range(sheet.row_count())
            for piece in sheet.row_pieces(row)
            if isinstance(piece, StatementCell)
        ]

    def top_in(self, piece: PaintedPiece, area: QScrollArea) -> int:
        """Return how far below the top of what is seen a piece begins, in pixels."""
        return place_on(piece, area.viewport()).top()

    @property
    def clipboard(self) -> str:
        """Return what was copied."""
        return QGuiApplication.clipboard().text()


def save_as(path: Path) -> Callable[[QFileDialog], None]:
    """Return what a person does to save under a name."""

    def do(dialog: QFileDialog) -> None:
        edit = dialog.findChild(QLineEdit)
        assert isinstance(edit, QLineEdit)
        edit.setText(str(path))
        dialog.accept()

    return do


def _words(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return plain(text)


def words_of(rows: Sequence[Sequence[str]], column: int) -> list[str]:
    """Return one column of rows."""
    return [row[column] for row in rows]
