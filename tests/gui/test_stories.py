"""What people come for, from the first sight of the window to the answer, by menu, by keys alone
and by mouse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListView,
    QWidget,
)

from driver import Driver, save_as
from map_driver import box_of, line_of
from pathways.gui.map.map_page import MapPage
from pathways.gui.shell.rail import Rail

PAGES = {"Map": "map", "Compare": "compare", "Ladder": "ladder", "Route": "route", "Read": "read"}
KEYS = {
    "Map": "Ctrl+1",
    "Compare": "Ctrl+2",
    "Ladder": "Ctrl+3",
    "Route": "Ctrl+4",
    "Read": "Ctrl+5",
}
WAYS = ("menu", "key", "mouse")


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(autouse=True)
def slow_typing() -> Iterator[None]:
    """Let letters of one title belong together however busy the machine is."""
    hints = QGuiApplication.styleHints()
    before = hints.keyboardInputInterval()
    hints.setKeyboardInputInterval(60_000)
    yield
    hints.setKeyboardInputInterval(before)


def go(opened: Driver, page: str, way: str) -> None:
    """Go to a page."""
    if way == "menu":
        opened.menu("Go", page)
    elif way == "key":
        opened.press(KEYS[page])
    else:
        opened.click(page, opened.window.findChild(Rail))
    assert opened.window.session.page == PAGES[page]


def by_palette(opened: Driver, words: str) -> None:
    """Choose an action from the list of all actions."""

    def answer(dialog: QDialog) -> None:
        box = dialog.findChild(QLineEdit)
        QTest.keyClicks(box, words)
        QTest.keyClick(box, Qt.Key.Key_Return)

    opened.when("All actions", answer)
    opened.press("Ctrl+Shift+P")


def act(
    opened: Driver, way: str, menu: tuple[str, str], key: str, other: Callable[[], None]
) -> None:
    """Do something by menu, by key, or in the other way there is: by mouse, or from the list of
    all actions.
    """
    if way == "menu":
        opened.menu(*menu)
    elif way == "key":
        opened.press(key)
    else:
        other()
    opened.settle()


def browse(opened: Driver) -> MapPage:
    return opened.window.page("map")


def write(opened: Driver, words: str) -> None:
    """Type words where the keyboard is."""
    QTest.keyClicks(QApplication.focusWidget(), words)
    opened.settle()


def tab_to(opened: Driver, found: Callable[[QWidget], bool], most: int = 60) -> None:
    """Press Tab until the keyboard is on something."""
    for _press in range(most):
        widget = QApplication.focusWidget()
        if widget is not None and found(widget):
            return
        opened.press("Tab")
    raise AssertionError("Tab does not lead there")


def spot_of(opened: Driver, node: str) -> QPoint:
    """Return where a box of the map is in its window."""
    view = browse(opened).map.view
    return view.mapFromScene(box_of(browse(opened).map.scene, node).box.center())


def choose_eleven_and_twelve(opened: Driver, way: str) -> None:
    """Say where one is and where one would like to go."""
    if way == "key":
        write(opened, "Grade 11")
        opened.press("Tab")
        write(opened, "Grade 12")
    elif way == "mouse":
        for node in ("ict-11", "ict-12"):
            QTest.mouseDClick(
                browse(opened).map.view.viewport(),
                Qt.MouseButton.LeftButton,
                pos=spot_of(opened, node),
            )
            opened.settle()
    else:
        opened.choose("Where are you now?", "Grade 11")
        opened.choose("Where would you like to go?", "Grade 12")
    assert opened.window.session.chosen == ("ict-11", "ict-12")


def test_what_would_change_if_i_moved_up(opened: Driver, way: str) -> None:
    choose_eleven_and_twelve(opened, way)
    if way == "menu":
        opened.menu("Go", "Compare")
    elif way == "key":
        tab_to(
            opened,
            lambda widget: isinstance(widget, QAbstractButton) and widget.text() == "Compare",
        )
        opened.press("Space")
    else:
        opened.click("Compare", browse(opened).where)
    assert opened.title == "What changes from grade 11 to grade 12"
    (row,) = opened.rows("people-management")
    assert row[0].startswith("Supervise") and row[1] == "more asked" and row[2].startswith("Lead")
    (unchanged,) = opened.rows("health-and-safety")
    assert unchanged[1] == "no change"


def test_what_really_changes_and_nothing_else(opened: Driver, way: str) -> None:
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.settle()
    act(
        opened,
        way,
        ("View", "Only what changes"),
        "Ctrl+Shift+O",
        lambda: opened.click("Only what changes"),
    )
    assert {row[1] for row in opened.rows()} & {"no change", "reworded"} == set()
    assert opened.rows("people-management")


def test_the_grade_after_that(opened: Driver, way: str) -> None:
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.settle()
    act(opened, way, ("Go", "One grade up"), "Ctrl+Up", lambda: by_palette(opened, "one grade up"))
    assert opened.title == "What changes from grade 12 to grade 13"


def test_where_the_big_steps_are_and_what_is_in_one(opened: Driver, way: str) -> None:
    go(opened, "Ladder", way)
    view = opened.window.page("ladder").view
    sizes = [int(view.model().index(0, column).data()) for column in range(8)]
    biggest = sizes.index(max(sizes))
    if way == "mouse":
        place = view.visualRect(view.model().index(0, biggest)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    else:
        view.setFocus()
        opened.press("Home", "Up", *["Right"] * biggest, "Return")
    opened.settle()
    assert opened.title == "What changes from grade 11 to grade 12"


def test_the_whole_way_up_from_seven_to_twelve(opened: Driver, way: str) -> None:
    opened.window.session.choose(["ict-7", "ict-12"])
    go(opened, "Route", way)
    page = opened.window.page("route")
    assert "Route from grade 7 to grade 12" in [
        label.text() for label in page.findChildren(type(page.head.title))
    ]
    assert page.head.title.isVisible()


def test_what_the_document_says_of_my_grade(opened: Driver, way: str) -> None:
    opened.window.session.set_current("ict-9")
    go(opened, "Read", way)
    assert opened.window.page("read").head.title.text() == "Grade 9"


def test_where_does_it_say_anything_about_budgets(opened: Driver, way: str) -> None:
    if way == "menu":
        opened.menu("Go", "Search")
    elif way == "key":
        opened.press("Ctrl+K")
    else:
        box = opened.window.header.search
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    write(opened, "manage budgets")
    hits = opened.find(QListView, "What was found")
    assert hits.model().rowCount() > 5
    if way == "mouse":
        rows = [hits.model().index(row, 0) for row in range(hits.model().rowCount())]
        place = next(
            hits.visualRect(index).center() for index in rows if "budget" in str(index.data())
        )
        QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
        opened.settle()
    else:
        opened.press("Return")
    assert opened.window.session.page == "read"
    opened.press("Alt+Left")
    assert opened.window.session.page == "search"
    assert opened.window.header.search.text() == "manage budgets"


def test_take_the_sheet_to_the_meeting(opened: Driver, tmp_path: Path, way: str) -> None:
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.settle()
    path = tmp_path / "sheet.pdf"

    def answer(dialog: QDialog) -> None:
        opened.when("Save as", save_as(path))
        dialog.accept()

    opened.when("Export", answer)
    act(opened, way, ("File", "Export"), "Ctrl+E", lambda: by_palette(opened, "export"))
    assert path.read_bytes().startswith(b"%PDF")
    assert opened.status == f"Saved as {path}."


def test_back_to_where_i_was_and_forward_again(opened: Driver, way: str) -> None:
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.window.session.visit("ladder")
    opened.settle()
    header = opened.window.header
    for words, key, button, page in (
        ("Back", "Alt+Left", header.back, "compare"),
        ("Forward", "Alt+Right", header.forward, "ladder"),
    ):
        act(
            opened,
            way,
            ("Go", words),
            key,
            partial(QTest.mouseClick, button, Qt.MouseButton.LeftButton),
        )
        assert opened.window.session.page == page


def test_larger_letters(opened: Driver, way: str) -> None:
    before = opened.window.theme.scale
    act(opened, way, ("View", "Larger text"), "Ctrl++", lambda: by_palette(opened, "larger"))
    assert opened.window.theme.scale > before


def test_help_with_the_page_i_am_on(opened: Driver, way: str) -> None:
    go(opened, "Ladder", way)
    act(opened, way, ("Help", "Guide"), "F1", lambda: by_palette(opened, "guide"))
    guide = opened.window.window_actions.guide
    assert guide is not None and guide.isVisible() and "ladder" in guide.windowTitle().lower()
    guide.close()


def test_a_file_of_my_own(opened: Driver, tmp_path: Path, way: str) -> None:
    sound = Path(__file__).parent.parent / "frameworks" / "sound.yaml"
    mine = tmp_path / "mine.yaml"
    mine.write_text(sound.read_text("utf-8"), "utf-8")

    def answer(dialog: QFileDialog) -> None:
        dialog.selectFile(str(mine))
        dialog.accept()

    opened.when("Open a framework file", answer)
    act(
        opened,
        way,
        ("File", "Open a framework file"),
        "Ctrl+O",
        lambda: by_palette(opened, "open a framework"),
    )
    assert "tiny-1" in opened.window.session.library.nodes


def test_pointing_at_a_step_answers_before_anything_is_opened(opened: Driver) -> None:
    page = browse(opened).map
    view = page.view
    opened.qtbot.waitUntil(lambda: line_of(page.scene, "ict-11", "ict-12").label == "41 changes")
    there = view.mapFromScene(line_of(page.scene, "ict-11", "ict-12").boundingRect().center())
    QTest.mouseMove(view.viewport(), there)
    opened.settle()
    opened.qtbot.waitUntil(page.cards.card.isVisible)
    words = " ".join(label.text() for label in page.cards.card.findChildren(type(page.heading)))
    assert "From Grade 11 to Grade 12" in words and "People management" in words
