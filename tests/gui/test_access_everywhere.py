"""Every page that the window has, new ones too: names, roles, targets, the focus ring, ways round
by Tab, no motion.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTableView,
    QTreeView,
    QWidget,
)

from driver import Driver
from pathways import gui
from pathways.gui.map.map_view import MapView
from pathways.gui.widgets.sheet_access import SpokenPiece
from walking import each_page

_LEAST = 24  # pixels that a target is wide and high: WCAG 2.2, 2.5.8
_UNSPOKEN = re.compile(r"→|[●◐○⊘] \S|(^|: )· ")  # which a screen reader calls by its shape
_CELLS = 400  # of a table, as many as are looked at
_MEANINGLESS = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Pane,
    QAccessible.Role.Whitespace,
}


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield what a screen reader comes by; the lines of lists are another matter."""
    yield interface
    if isinstance(interface.object(), QAbstractItemView):
        return
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None and not child.state().invisible:
            yield from walk(child)


def is_viewport(widget: object) -> bool:
    area = widget.parent() if isinstance(widget, QWidget) else None
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def described(widget: object) -> str:
    return f"{type(widget).__name__} “{widget.objectName() or widget.accessibleName()}”"  # type: ignore[attr-defined]


def seen(driver: Driver) -> list[QWidget]:
    return [widget for widget in driver.window.findChildren(QWidget) if widget.isVisible()]


def focusable(driver: Driver) -> list[QWidget]:
    return [
        widget
        for widget in seen(driver)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def test_the_list_of_pages_is_the_windows_own(opened: Driver) -> None:
    assert {"map", "compare", "ladder", "route", "read", "search", "import"} <= set(
        each_page(opened)
    )


def test_whatever_takes_the_keyboard_has_a_name_and_a_role(opened: Driver) -> None:
    found = []
    for page in each_page(opened):
        for interface in walk(QAccessible.queryAccessibleInterface(opened.window)):
            if not interface.state().focusable or is_viewport(interface.object()):
                continue
            if not interface.text(QAccessible.Text.Name).strip():
                found.append(f"{page}: {described(interface.object())} has no name")
            if interface.role() in _MEANINGLESS:
                found.append(f"{page}: {described(interface.object())} has no role")
    assert found == []


def test_no_name_holds_an_arrow_or_the_sign_of_a_standing(opened: Driver) -> None:
    found, heard = [], 0
    for page in each_page(opened):
        for interface in walk(QAccessible.queryAccessibleInterface(opened.window)):
            name = interface.text(QAccessible.Text.Name)
            heard += bool(name)
            found += [f"{page}: {name[:80]}"] if _UNSPOKEN.search(name) else []
        for view in (widget for widget in seen(opened) if isinstance(widget, QAbstractItemView)):
            cells = [spoken(index) for index in cells_of(view)] if view.model() else []
            found += [f"{page}: {words[:80]}" for words in cells if _UNSPOKEN.search(words)]
    assert found == []
    assert heard > 100


def test_no_two_buttons_of_a_page_are_heard_alike(opened: Driver) -> None:
    alike = []
    for page in each_page(opened):
        whole = opened.window.page(page.split(",")[0])
        buttons = [one for one in seen(opened) if isinstance(one, QAbstractButton)]
        shown = [one for one in buttons if whole.isAncestorOf(one)]
        named = [QAccessible.queryAccessibleInterface(one) for one in shown]
        told = Counter(name for one in named if (name := one.text(QAccessible.Text.Name)))
        alike += [f"{page}: {name}" for name, count in told.items() if count > 1]
    assert alike == []


def test_what_can_be_ticked_and_what_is_closed_to_use_is_told(opened: Driver) -> None:
    checked = 0
    for page in each_page(opened):
        for button in opened.window.findChildren(QAbstractButton):
            if button.isVisible():
                state = QAccessible.queryAccessibleInterface(button).state()
                assert bool(state.checked) == button.isChecked(), (page, described(button))
                assert bool(state.disabled) == (not button.isEnabled()), (page, described(button))
                checked += button.isChecked()
    assert checked


def shown_alone(view: QAbstractItemView, index: QModelIndex) -> bool:
    """Tell whether a cell is seen: not one of a hidden column, or under one that takes the row."""
    if isinstance(view, QTreeView):
        spanned = view.isFirstColumnSpanned(index.row(), index.parent())
        return not view.isColumnHidden(index.column()) and not (spanned and index.column())
    return not (isinstance(view, QTableView) and view.isColumnHidden(index.column()))


def cells_of(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    waiting = [QModelIndex()]
    count = 0
    while waiting:
        parent = waiting.pop()
        for row in range(model.rowCount(parent)):
            for column in range(
                1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
            ):
                index = model.index(row, column, parent)
                if column == 0 and model.rowCount(index):
                    waiting.append(index)
                count += 1
                if count > _CELLS:
                    return
                yield index


def spoken(index: QModelIndex) -> str:
    words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(
        Qt.ItemDataRole.DisplayRole
    )
    return str(words or "").strip()


def test_every_cell_of_every_list_and_table_says_something(opened: Driver) -> None:
    silent, heard = [], 0
    for page in each_page(opened):
        for view in (widget for widget in seen(opened) if isinstance(widget, QAbstractItemView)):
            if not view.model() or isinstance(view, QHeaderView):  # its cells are the table's
                continue
            for index in cells_of(view):
                heard += 1
                usable = index.flags() & Qt.ItemFlag.ItemIsEnabled
                if usable and shown_alone(view, index) and not spoken(index):
                    silent.append(f"{page}: {described(view)} {index.row()}, {index.column()}")
    assert silent == []
    assert heard > 50


def test_targets_are_large_enough(opened: Driver) -> None:
    small = []
    for page in each_page(opened):
        for widget in seen(opened):
            if isinstance(widget, QAbstractButton | QComboBox | QLineEdit) and widget.isEnabled():
                if isinstance(widget.parent(), QLineEdit):
                    continue
                if min(widget.width(), widget.height()) < _LEAST:
                    small.append(
                        f"{page}: {described(widget)} {widget.width()} × {widget.height()}"
                    )
            if (
                isinstance(widget, QAbstractItemView)
                and widget.model()
                and widget.model().rowCount()
            ):
                height = widget.visualRect(widget.model().index(0, 0)).height()
                if 0 < height < _LEAST:
                    small.append(f"{page}: a line of {described(widget)} is {height} high")
    assert small == []


def test_the_focus_ring_is_seen_on_everything(opened: Driver) -> None:
    unseen = []
    for page in each_page(opened):
        for widget in focusable(opened):
            other = next(other for other in focusable(opened) if other is not widget)
            other.setFocus(Qt.FocusReason.TabFocusReason)
            opened.settle()
            without = widget.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            opened.settle()
            if QApplication.focusWidget() is widget and widget.grab().toImage() == without:
                unseen.append(f"{page}: {described(widget)}")
    assert unseen == []


def round_by(driver: Driver, key: str, start: QWidget) -> set[QWidget]:
    start.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    for _step in range(200):
        driver.press(key)
        widget = QApplication.focusWidget()
        assert widget is not None, "the keyboard is nowhere"
        if widget in found:
            break
        found.append(widget)
    return set(found)


def test_tab_and_shift_tab_go_all_the_way_round(opened: Driver) -> None:
    found = []
    for page in each_page(opened):
        start = QApplication.focusWidget()
        assert start is not None, page
        for key in ("Tab", "Shift+Tab"):
            reached = round_by(opened, key, start)
            found += [
                f"{page}: {key} misses {described(w)}"
                for w in focusable(opened)
                if w not in reached
            ]
    assert found == []


DIALOGS = {
    "Settings": ("Edit", "Settings"),
    "All actions": ("Help", "All actions"),
    "About Pathways": ("Help", "About Pathways"),
    "Export": ("File", "Export"),
    "Change this verdict": ("Edit", "Change this verdict"),
}


def nameless_in(dialog: QDialog) -> list[str]:
    found = []
    for interface in walk(QAccessible.queryAccessibleInterface(dialog)):
        widget = interface.object()
        if not interface.state().focusable or is_viewport(widget) or widget is dialog:
            continue
        if interface.role() in _MEANINGLESS or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{described(widget)}: name and role")
    return found


def small_in(dialog: QDialog) -> list[str]:
    kinds = (
        dialog.findChildren(QAbstractButton)
        + dialog.findChildren(QComboBox)
        + dialog.findChildren(QLineEdit)
    )
    return [
        f"{described(widget)}: {widget.width()} × {widget.height()}"
        for widget in kinds
        if widget.isVisible() and not isinstance(widget.parent(), QLineEdit | QComboBox)
        if min(widget.width(), widget.height()) < _LEAST
    ]


@pytest.mark.parametrize("title", DIALOGS)
def test_dialogs_have_names_roles_and_room(opened: Driver, title: str) -> None:
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.settle()
    opened.press("N")
    found: list[str] = []

    def look(dialog: QDialog) -> None:
        found.append("")  # it was there
        found.extend(nameless_in(dialog) + small_in(dialog))

    opened.when(title, look)
    opened.menu(*DIALOGS[title])
    assert found == [""]


def test_enter_presses_a_button_as_the_space_bar_does(opened: Driver) -> None:
    opened.window.session.choose(["ict-11", "ict-12"])
    opened.find(QAbstractButton, "Compare", opened.window.stack).setFocus()
    opened.press("Return")
    assert opened.window.session.page == "compare"


def test_a_title_with_a_blank_in_it_can_be_typed(opened: Driver) -> None:
    box = opened.find(QComboBox, "Where are you now?")
    box.setFocus()
    usual = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(10_000)  # however slow the machine is
    try:
        opened.press(*"Grade", "Space", "1", "1")
    finally:
        QApplication.setKeyboardInputInterval(usual)
    assert box.currentText() == "Grade 11"
    assert list(opened.window.session.chosen) == ["ict-11"]


def test_the_source_of_a_statement_is_heard_once_it_is_open(opened: Driver) -> None:
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.settle()
    cell = opened.lines[0].cells[0]
    cell.press()
    assert cell.description.startswith("Source: ")
    cell.press()
    assert cell.description == "Press to show or hide where it comes from"


def test_headings_are_headings_and_painted_words_are_text(opened: Driver) -> None:
    roles: dict[str, set[QAccessible.Role]] = {}
    for _page in each_page(opened):
        for interface in walk(QAccessible.queryAccessibleInterface(opened.window)):
            thing = interface.object()
            what = thing.piece if isinstance(thing, SpokenPiece) else thing
            roles.setdefault(type(what).__name__, set()).add(interface.role())
    assert roles["SectionHead"] == {QAccessible.Role.Heading}
    assert roles["ReasonCell"] == {QAccessible.Role.StaticText}
    assert (
        QAccessible.Role.Heading in roles["TextPart"] and QAccessible.Role.Heading in roles["Label"]
    )


def test_marks_on_the_map_are_large_enough_at_100_per_cent(opened: Driver) -> None:
    view = opened.window.findChild(MapView)
    assert isinstance(view, MapView)
    view.resetTransform()
    items = [item for item in view.scene().items() if type(item).__name__ == "NodeItem"]
    assert items
    for item in items:
        place = view.mapFromScene(item.sceneBoundingRect()).boundingRect()
        assert min(place.width(), place.height()) >= _LEAST


def test_nothing_moves_by_itself(opened: Driver) -> None:
    for page in each_page(opened):
        moving = opened.window.findChildren(QAbstractAnimation)
        assert [
            each for each in moving if each.state() == QAbstractAnimation.State.Running
        ] == [], page
    assert not any(QApplication.isEffectEnabled(effect) for effect in Qt.UIEffect)
    files = list(Path(gui.__file__).parent.rglob("*.py"))
    assert len(files) > 200
    assert [path.name for path in files if "Animation(" in path.read_text("utf-8")] == []


def test_pages_are_one_of_several_and_statements_are_no_ticks(opened: Driver) -> None:
    for button in opened.window.rail.buttons.values():
        role = QAccessible.queryAccessibleInterface(button).role()
        assert role == QAccessible.Role.RadioButton
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.settle()
    cells = opened.cells
    assert len(cells) > 20
    for cell in cells:
        nothing = cell.content.statement is None  # and nothing can be done with it
        wanted = QAccessible.Role.StaticText if nothing else QAccessible.Role.Button
        assert cell.sheet.spoken.of(cell).role() == wanted


def test_the_ring_in_the_rail_goes_with_the_page(opened: Driver) -> None:
    opened.window.rail.buttons["map"].setFocus()
    opened.press("Ctrl+4")
    assert opened.window.rail.buttons["route"].hasFocus()
