"""Everything has a name for a screen reader, and everything is reached by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from driver import Driver
from pathways.gui.compare.summary_list import SummaryLine
from pathways.gui.widgets.text_sheet import TextSheet

PAGES = ("map", "compare", "ladder", "route", "read", "search")
NAMED = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
    QAccessible.Role.ButtonMenu,
}


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, opened: Driver) -> Driver:
    opened.window.session.choose(["ict-11", "ict-12"])
    if request.param == "read":
        opened.window.session.set_current("ict-11")
    opened.window.session.visit(request.param)
    if request.param == "search":
        opened.window.parts.searching.search("grievence")
    opened.settle()
    return opened


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None and not child.state().invisible:
            yield from walk(child)


def test_every_control_has_a_name(page: Driver) -> None:
    root = QAccessible.queryAccessibleInterface(page.window)
    nameless = []
    for interface in walk(root):
        widget = interface.object()
        if interface.role() in NAMED and isinstance(widget, QWidget) and widget.isVisible():
            if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            if not interface.text(QAccessible.Text.Name):
                nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def reached_by_tab(driver: Driver) -> list[QWidget]:
    found: list[QWidget] = []
    for _step in range(200):
        driver.press("Tab")
        widget = QApplication.focusWidget()
        assert widget is not None, "the keyboard is nowhere"
        if widget in found:
            break
        found.append(widget)
    return found


def test_tab_goes_round_without_a_trap(page: Driver) -> None:
    found = reached_by_tab(page)
    assert len(found) < 100
    wanted = [
        widget
        for widget in page.window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]
    assert [type(widget).__name__ for widget in wanted if widget not in found] == []


def test_a_cell_is_a_button_that_says_what_pressing_does(opened: Driver) -> None:
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.settle()
    cell = opened.lines[0].cells[0]
    interface = cell.sheet.spoken.of(cell)
    assert interface.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)
    assert interface.text(QAccessible.Text.Name).startswith("Level purpose, ")
    assert (
        interface.text(QAccessible.Text.Description) == "Press to show or hide where it comes from"
    )


def test_the_table_is_one_stop_for_tab(opened: Driver) -> None:
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.settle()
    sheets = [widget for widget in reached_by_tab(opened) if isinstance(widget, TextSheet)]
    assert len(sheets) == 1


def test_tab_on_the_comparison_follows_the_eye(opened: Driver) -> None:
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.settle()
    page = opened.window.page("compare")
    page.only.setFocus()
    opened.window.session.set_only_changes(True)  # which makes the lines anew
    opened.window.session.set_only_changes(False)
    opened.settle()
    page.only.setFocus()
    inside = [
        widget for widget in reached_by_tab(opened) if page.isAncestorOf(widget)
    ]  # from the button on, all the way round
    content = page.table.parentWidget()
    tops = [
        widget.mapTo(content, QPoint(0, 0)).y()
        for widget in inside
        if content.isAncestorOf(widget) and not isinstance(widget, SummaryLine)
    ]
    begun = [*page.first.lines, *page.summary.lines, page.table]
    assert [widget for widget in inside if widget in begun] == begun
    assert tops.index(max(tops)) == len(tops) - 2, "the table, and then round to the button"


def test_the_whole_way_by_keyboard_alone(opened: Driver) -> None:
    opened.press("G", "r", "a")  # the box has the keyboard; typing finds a title
    opened.window.session.choose(["ict-11", "ict-12"])
    opened.press("Ctrl+2")
    assert isinstance(QApplication.focusWidget(), SummaryLine)
    opened.press("Down", "Down", "Return")
    assert opened.line_at in [
        line for line in opened.lines if line.dimension.id == "people-management"
    ]
    opened.press("Return")
    assert opened.at.source_shown


def test_focus_is_drawn(opened: Driver) -> None:
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.settle()
    opened.press("N")
    cell, table = opened.at, opened.window.page("compare").table
    focused = table.grab(cell.rect).toImage()
    opened.window.rail.buttons["map"].setFocus()
    opened.settle()
    assert table.grab(cell.rect).toImage() != focused
