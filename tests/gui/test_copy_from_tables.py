"""What is shown in tables and lists is selected by dragging, and copied with Ctrl+C."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QTableView

from driver import Driver


def drag(driver: Driver, view: QAbstractItemView, first: QModelIndex, last: QModelIndex) -> None:
    """Drag the mouse from one cell to another."""
    begin, end = view.visualRect(first).center(), view.visualRect(last).center()
    port = view.viewport()
    view.setFocus()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(port, (begin + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    driver.settle()


def test_cells_of_the_ladder_are_copied_with_their_titles(opened: Driver) -> None:
    opened.window.session.visit("ladder")
    opened.settle()
    view, model = opened.window.page("ladder").view, opened.window.page("ladder").model
    row = next(
        row for row in range(1, 9) if model.headerData(row, Qt.Orientation.Vertical) == "Overall"
    )
    drag(opened, view, model.index(row, 4), model.index(row + 1, 5))
    opened.press("Ctrl+C")
    lines = [line.split("\t") for line in opened.clipboard.split("\n")]
    assert lines[0] == ["", "10 → 11", "11 → 12"]
    assert [line[0] for line in lines[1:]] == ["Overall", "People management"]
    assert lines[2][1:] == ["'= no change", "↑ supervise → lead"], "= would begin a formula"
    opened.press("Left", "Ctrl+C")
    assert "\t" not in opened.clipboard, "one cell alone needs no titles"


def test_results_of_a_search_are_copied_and_none_is_opened(opened: Driver) -> None:
    opened.window.parts.searching.search("manage budget")
    opened.settle()
    view = opened.window.page("search").view
    model = view.model()
    drag(opened, view, model.index(1, 0), model.index(3, 0))
    assert opened.window.session.page == "search"
    opened.press("Ctrl+C")
    assert opened.clipboard.split("\n") == [model.index(row, 0).data() for row in (1, 2, 3)]


def test_rows_of_a_plan_are_copied(opened: Driver) -> None:
    opened.window.parts.navigation.plan_page().commands.open_sample()
    opened.window.session.visit("plan")
    opened.settle()
    view = opened.window.page("plan").view
    model = view.model()
    subject = model.index(1, 0)
    first, last = model.index(0, 0, subject), model.index(1, 0, subject)
    view.scrollTo(last)
    opened.settle()
    drag(opened, view, first, last)
    opened.press("Ctrl+C")
    lines = opened.clipboard.split("\n")
    assert len(lines) == 2
    assert [line.split("\t")[0] for line in lines] == [
        " ".join(index.data().split()) for index in (first, last)
    ]


def test_no_cell_that_is_copied_is_a_formula_for_a_spreadsheet(opened: Driver) -> None:
    model = QStandardItemModel(2, 2)
    for place, text in enumerate(("=HYPERLINK(1)", "plain", "-1", "a;=1")):
        model.setItem(place // 2, place % 2, QStandardItem(text))
    view = QTableView(opened.window)
    view.setModel(model)
    view.verticalHeader().hide()
    view.show()
    view.setFocus()
    view.selectAll()
    opened.press("Ctrl+C")
    assert opened.clipboard == "'=HYPERLINK(1)\tplain\n'-1\ta;'=1"
    view.clearSelection()
    view.setCurrentIndex(model.index(0, 0))
    opened.press("Ctrl+C")
    assert opened.clipboard == "'=HYPERLINK(1)", "one cell alone is pasted into a cell, too"
    view.deleteLater()
