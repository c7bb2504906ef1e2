"""Opening with files, good and bad, and being kept in mind."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from driver import Driver
from pathways.errors import UsageError
from pathways.gui.shell.error_report import report, report_errors_of

FRAMEWORKS = Path(__file__).parent.parent / "frameworks"
SOUND, BROKEN = FRAMEWORKS / "sound.yaml", FRAMEWORKS / "key-twice.yaml"


@pytest.fixture
def opened_with(qtbot: QtBot) -> Iterator[list[Driver]]:
    drivers: list[Driver] = []
    yield drivers
    for driver in drivers:
        driver.close()


def test_a_file_opens_beside_the_bundled_ones(opened_with: list[Driver], qtbot: QtBot) -> None:
    opened_with.append(Driver(qtbot, "--framework", SOUND))
    assert "6 frameworks open" in opened_with[0].status
    assert not opened_with[0].window.banner.isVisible()


def test_only_opens_the_file_alone(opened_with: list[Driver], qtbot: QtBot) -> None:
    opened_with.append(Driver(qtbot, "--only", f"--framework={SOUND}"))
    assert "1 framework open" in opened_with[0].status


@pytest.mark.parametrize("only", [[], ["--only"]])
def test_a_broken_file_is_told_and_the_rest_opens(
    opened_with: list[Driver], qtbot: QtBot, capfd: pytest.CaptureFixture[str], only: list[str]
) -> None:
    opened_with.append(Driver(qtbot, *only, "--framework", BROKEN))
    driver = opened_with[0]
    assert "5 frameworks open" in driver.status
    assert "key-twice.yaml could not be opened" in driver.window.banner.words.text()
    assert "key-twice.yaml" in capfd.readouterr().err
    driver.click("Show the problems")
    driver.press("Return")
    assert driver.clipboard.startswith(f"{BROKEN}:")
    driver.click("Hide")
    assert not driver.window.banner.isVisible()


def test_a_broken_file_does_not_take_a_good_one_along(
    opened_with: list[Driver], qtbot: QtBot
) -> None:
    opened_with.append(Driver(qtbot, "--framework", BROKEN, "--framework", SOUND))
    assert "6 frameworks open" in opened_with[0].status


def test_what_the_window_does_not_know_is_wrong_usage(qtbot: QtBot) -> None:
    from pathways.app import build

    with pytest.raises(UsageError):
        build(["--colour"])


def test_size_is_remembered(opened: Driver) -> None:
    opened.window.resize(711, 533)
    opened.settle()
    opened.window.close()
    opened.window.deleteLater()
    from pathways.app import build

    opened.window = build([])
    assert (opened.window.width(), opened.window.height()) == (711, 533)


def test_a_bug_is_a_page_that_can_be_copied(
    opened: Driver, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        raise ZeroDivisionError("a bug made for this test")
    except ZeroDivisionError:
        kind, error, where = sys.exc_info()
    assert kind is not None and error is not None
    opened.when("Something went wrong inside Pathways", lambda dialog: opened.click("Copy", dialog))
    report_errors_of(opened.window)(kind, error, where)
    assert "a bug made for this test" in opened.clipboard
    assert "Pathways 0" in opened.clipboard
    assert report(kind, error, where) in opened.clipboard


def test_buttons_are_large_enough_to_hit(opened: Driver) -> None:
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.settle()
    shown = [button for button in opened.window.findChildren(QPushButton) if button.isVisible()]
    assert len(shown) > 5
    for button in shown:
        assert button.width() >= 24 and button.height() >= 24, (
            button.accessibleName() or button.text()
        )


@pytest.mark.parametrize("scale", [2.0, 3.0])
def test_very_large_text_puts_the_pages_into_a_menu_and_leaves_the_page_its_room(
    opened: Driver, scale: float
) -> None:
    window = opened.window
    window.resize(1280, 720)
    window.window_actions.set_theme(window.theme.scaled(scale))
    opened.settle()
    folded = scale == 3.0
    assert window.rail.isHidden() == folded
    assert (window.header.pages is not None) == folded
    assert window.stack.height() > window.height() / 2
    if not folded:
        return
    menu = window.header.pages.menu()
    ladder = next(action for action in menu.actions() if action.text() == "Ladder")
    ladder.trigger()
    assert window.session.page == "ladder" and ladder.isChecked()
    assert window.header.pages.text() == "Ladder"
    assert window.header.pages.accessibleName() == "Pages: Ladder"
    window.window_actions.set_theme(window.theme.scaled(1.0))
    opened.settle()
    assert window.rail.isVisible() and not window.header.pages.isVisible()
    assert "check the official document" in opened.status


@pytest.mark.parametrize(
    "page", ["map", "compare", "ladder", "route", "read", "search", "problems", "import"]
)
def test_nothing_is_cut_at_three_times_the_size_on_a_small_laptop(
    opened: Driver, page: str
) -> None:
    """What does not fit is scrolled to, up and down, but for tables and the map; no button is cut
    at its side.
    """
    window = opened.window
    window.resize(1280, 720)
    window.window_actions.set_theme(window.theme.scaled(3.0))
    window.session.compare(["ict-11", "ict-12"])
    window.session.read("ict-11")
    if page == "search":
        window.parts.searching.search("manage budget")
    window.session.visit(page)
    for _round in range(5):
        opened.settle()
    shown = window.stack.currentWidget()
    for area in shown.findChildren(QScrollArea):
        if area.isVisible() and area.parentWidget() is shown:
            assert area.horizontalScrollBar().maximum() == 0
    buttons = [button for button in shown.findChildren(QAbstractButton) if button.isVisible()]
    assert buttons or page == "search"
    for button in buttons:
        hint = button.minimumSizeHint()
        assert button.width() >= min(hint.width(), button.sizeHint().width()) - 1, button.text()
        assert button.height() >= hint.height() - 1, button.text()
