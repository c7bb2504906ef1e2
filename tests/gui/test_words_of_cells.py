"""Words of a cell of a list or a table are selected by the mouse and by keys, and copied."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView

from driver import Driver
from pathways.gui.widgets.cell_words import CellWords, CellWordsBox
from pathways.gui.widgets.row_model import ROW
from walking import each_page

PAGES = ("ladder", "search", "plan", "problems", "check", "side-by-side")


def cell_with_words(view: QAbstractItemView) -> QModelIndex:
    """Return the first cell of a view that is seen whole and says at least four words."""
    seen = view.viewport().rect()

    def walk(parent: QModelIndex) -> Iterator[QModelIndex]:
        one = isinstance(view.model(), QAbstractListModel)
        columns = 1 if one else view.model().columnCount(parent)
        for row in range(view.model().rowCount(parent)):
            for column in range(columns):
                index = view.model().index(row, column, parent)
                told = view.cell_words._text_of(index)
                whole = seen.contains(view.visualRect(index))
                if whole and told is not None and len(told.words.split()) >= 4:
                    yield index
            yield from walk(view.model().index(row, 0, parent))

    return next(walk(QModelIndex()))


def box_of(view: QAbstractItemView) -> CellWordsBox:
    box = view.cell_words.words
    assert isinstance(box, CellWordsBox)
    return box


def drag_in(driver: Driver, view: QAbstractItemView, begin: QPoint, end: QPoint) -> None:
    port, button = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, button, pos=begin)
    for part in range(1, 5):
        QTest.mouseMove(port, begin + (end - begin) * part / 4)
    QTest.mouseRelease(port, button, pos=end)
    driver.settle()


def press(box: CellWordsBox, *keys: str) -> None:
    """Press keys where the keyboard is; what is no action of the window goes to the words."""
    for key in keys:
        assert box.hasFocus()
        QTest.keySequence(box, QKeySequence(key))


def test_on_every_page_with_lists_dragging_in_a_cell_selects_its_words(opened: Driver) -> None:
    tried = []
    for page in each_page(opened):
        if page not in PAGES:
            continue
        view = main_view(opened, page)
        view.scrollToTop()
        opened.settle()
        index = cell_with_words(view)
        told = view.cell_words._text_of(index)
        line = view.fontMetrics().height() // 2
        begin = told.place.topLeft() + QPoint(told.place.width() // 2 if told.centred else 2, line)
        drag_in(opened, view, begin, told.place.bottomRight() - QPoint(2, 4))
        words = box_of(view).textCursor().selectedText()
        assert words, page
        assert words.split()[-1] in told.words
        assert opened.window.session.page == page, "nothing was opened"
        QApplication.clipboard().clear()
        press(box_of(view), "Ctrl+C")
        assert opened.clipboard.split() == words.split(), page
        opened.press("Escape")
        assert view.cell_words.words is None
        assert view.hasFocus()
        tried.append(page)
    assert set(tried) == set(PAGES)


def test_by_keys_a_word_of_a_cell_is_selected_and_copied(opened: Driver) -> None:
    tried = []
    for page in each_page(opened):
        if page not in PAGES:
            continue
        view = main_view(opened, page)
        index = cell_with_words(view)
        view.setCurrentIndex(index)
        view.setFocus()
        opened.press("F2")
        words = box_of(view).toPlainText().split()
        press(box_of(view), "Ctrl+Shift+Right", "Ctrl+C")
        assert opened.clipboard.split() == words[:1], page
        press(box_of(view), "Ctrl+A", "Ctrl+C")
        assert opened.clipboard.split() == words
        press(box_of(view), "Delete", "X")
        assert box_of(view).toPlainText().split() == words, "words are read, not written"
        opened.press("Escape")
        assert view.hasFocus()
        assert view.currentIndex() == index
        tried.append(page)
    assert set(tried) == set(PAGES)


def test_dragging_on_into_the_next_cell_selects_cells(opened: Driver) -> None:
    view = ladder(opened)
    model = view.model()
    first, last = model.index(1, 2), model.index(2, 3)
    drag_in(opened, view, view.visualRect(first).center(), view.visualRect(last).center())
    assert view.cell_words.words is None
    assert {(one.row(), one.column()) for one in view.selectedIndexes()} == {
        (row, column) for row in (1, 2) for column in (2, 3)
    }


def test_a_click_still_opens_and_a_short_slip_selects_nothing(opened: Driver) -> None:
    opened.window.parts.searching.search("manage budget")
    opened.settle()
    view = opened.window.page("search").view
    index = next(one for one in rows(view) if one.data(ROW).hit is not None)
    middle = view.visualRect(index).center()
    drag_in(opened, view, middle, middle + QPoint(1, 0))
    assert view.cell_words.words is None
    assert opened.window.session.page == "read", "a click goes to the statement"


@pytest.mark.parametrize("how", ["scroll", "reset", "resize", "elsewhere"])
def test_the_words_go_when_the_cell_moves_or_the_keyboard_leaves(opened: Driver, how: str) -> None:
    opened.window.parts.searching.search("manage budget")
    opened.settle()
    view = opened.window.page("search").view
    view.choose(1)
    view.setFocus()
    opened.press("F2")
    assert box_of(view).hasFocus()
    if how == "scroll":
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 60)
    elif how == "reset":
        opened.window.parts.searching.search("risk")
    elif how == "resize":
        opened.window.resize(900, 700)
    else:
        opened.press("Tab")
    opened.settle()
    assert view.cell_words.words is None


def test_where_there_is_no_cell_it_says_so(opened: Driver) -> None:
    opened.press("F2")
    assert "Go to a cell" in opened.window.status.text()


def test_every_list_of_words_has_it(opened: Driver) -> None:
    missing, seen = [], 0
    for page in each_page(opened):
        for view in opened.window.findChildren(QAbstractItemView):
            if view.isVisible() and not isinstance(view, QHeaderView):
                seen += 1
                missing += [f"{page}: {type(view).__name__}"] * (view.findChild(CellWords) is None)
    assert seen >= len(PAGES)
    assert not missing


def rows(view: QAbstractItemView) -> list[QModelIndex]:
    return [view.model().index(row, 0) for row in range(view.model().rowCount())]


def ladder(driver: Driver) -> QAbstractItemView:
    driver.window.session.visit("ladder")
    driver.settle()
    return driver.window.page("ladder").view


def main_view(driver: Driver, page: str) -> QAbstractItemView:
    shown = driver.window.page(page)
    return shown.view if page in ("ladder", "search", "plan") else shown.table
