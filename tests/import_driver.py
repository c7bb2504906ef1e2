"""The import page in user stories: documents are read, lines are found by their words, dialogs are
answered.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driver import Driver
from pathways.gui.importing.choose_dialog import ChooseDialog
from pathways.gui.importing.import_page import ImportPage
from pathways.gui.importing.pieces import LinePiece

FAMILY = """\
Planning family

Grade: 4

Main Duties:

- Help the team with its plans and log what comes in
- Tidy the plan room

Page 1 of 2

Grade: 5

Travel:

- Drive to sites

Main Duties:

- Lead a small team of planners
- Tidy the plan room

Grade: 6

Main Duties:

- Plan the year ahead

and judge what comes of it
"""


def document(folder: Path, name: str = "family.txt", text: str = FAMILY) -> Path:
    """Write a document and return its path."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


class ImportDriver:
    """Use the import page of a program that is open."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.menu("File", "Import documents")

    @property
    def page(self) -> ImportPage:
        """Return the page."""
        return self.driver.window.page("import")

    # Doing ---------------------------------------------------------------------------------------

    def read(self, *paths: Path) -> None:
        """Read documents, as the buttons do."""
        self.page.read(list(paths))
        self.driver.settle()

    def drop(self, *paths: Path) -> None:
        """Let files fall on the window, as a person does: first over it, then down."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left, no_key = (
            Qt.DropAction.CopyAction,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        window = self.driver.window
        QApplication.sendEvent(window, QDragEnterEvent(QPoint(300, 200), copy, data, left, no_key))
        QApplication.sendEvent(window, QDropEvent(QPointF(300, 200), copy, data, left, no_key))
        self.driver.settle()

    def choose(self, *texts: str) -> None:
        """Choose the lines that begin with these words."""
        view, flag = self.page.view, QItemSelectionModel.SelectionFlag
        view.clearSelection()
        for text in texts:
            row = next(
                row for row, piece in enumerate(self.shown) if piece.decision.text.startswith(text)
            )
            view.setCurrentIndex(self.page.model.index(row, 0)) if text == texts[0] else None
            view.selectionModel().select(self.page.model.index(row, 0), flag.Select | flag.Rows)
        view.setFocus()
        self.driver.settle()

    def click_line(self, text: str) -> None:
        """Click on the line that begins with these words."""
        row = next(
            row for row, piece in enumerate(self.shown) if piece.decision.text.startswith(text)
        )
        view = self.page.view
        view.scrollTo(self.page.model.index(row, 1))
        place = view.visualRect(self.page.model.index(row, 1))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
        self.driver.settle()

    def when_asked(self, title: str, words: str, *, ticked: tuple[str, ...] | None = None) -> None:
        """Answer a question with a list: type words, or have just these entries ticked."""

        def do(dialog: ChooseDialog) -> None:
            if ticked is not None:
                for row in range(dialog.list.count()):
                    item = dialog.list.item(row)
                    item.setCheckState(
                        Qt.CheckState.Checked if item.text() in ticked else Qt.CheckState.Unchecked
                    )
            QTest.keyClicks(dialog.typing, words)
            self.driver.click("Apply", dialog)

        self.driver.when(title, do)

    def when_leaving_out(self, why: str) -> None:
        """Say why lines are left out."""

        def do(dialog: Any) -> None:
            dialog.reason.setText(why)
            self.driver.click("Leave out", dialog)

        self.driver.when("Leave out", do)

    def more(self, words: str) -> None:
        """Choose from the menu of the page."""
        menu = self.page.outcome.more.menu()
        menu.aboutToShow.emit()
        action = next(
            action
            for action in menu.actions()
            if action.text().replace("&", "").rstrip("…") == words
        )
        assert action.isEnabled(), words
        action.trigger()
        self.driver.settle()

    def press(self, *keys: str) -> None:
        """Press keys in the window, which a dialog may have left without the keyboard."""
        self.driver.window.activateWindow()
        self.driver.settle()
        self.driver.press(*keys)

    def twice_back_and_forth(self, look: Callable[[], Any]) -> None:
        """Undo and redo the last step twice, and see that each gives what it gave before."""
        after = look()
        self.driver.menu("Edit", self.menu_words("Undo"))
        before = look()
        assert before != after
        self.press("Ctrl+Shift+Z")
        assert look() == after
        self.press("Ctrl+Z")
        assert look() == before
        self.press("Ctrl+Y")
        assert look() == after

    def menu_words(self, beginning: str) -> str:
        """Return the words of the Edit menu that begin so, with the step that they name."""
        name = beginning.lower()
        return self.driver.window.menus.action(name).text().replace("&", "")

    # Looking -------------------------------------------------------------------------------------

    @property
    def shown(self) -> list[LinePiece]:
        """Return the pieces in the order in which they are shown."""
        return [self.page.model.piece(row) for row in range(self.page.model.rowCount())]

    def line(self, text: str) -> str:
        """Return what became of the line that begins with these words, as it is read."""
        piece = next(piece for piece in self.shown if piece.decision.text.startswith(text))
        titles = self.page.model.titles
        assert titles is not None
        target = titles.target(piece)
        return piece.decision.became.word + (f" · {target}" if target else "")

    def statements(self) -> list[tuple[str, tuple[str, ...], str]]:
        """Return the statements of the framework: text, grades and dimension."""
        framework = self.page.worker.session.result.framework
        return [(s.text, s.nodes, s.dimensions[0]) for s in framework.statements]

    @property
    def chosen(self) -> list[str]:
        """Return the texts of the lines that are chosen."""
        return [piece.decision.text for piece in self.page.view.chosen()]
