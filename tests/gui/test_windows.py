"""Several windows: each with its own session, one look for all, and a place on a screen that is
there.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QEvent, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow
from shiboken6 import isValid

from driver import Driver
from pathways.compare.change import Verdict
from pathways.compare.overruling import judge_as
from pathways.gui.dialogs.notice_dialog import NoticeDialog
from pathways.gui.shell.main_window import MainWindow
from pathways.gui.shell.settings import Settings
from pathways.gui.shell.windows import is_seen, restore_place
from pathways.model.overrule import Between

SOUND = Path(__file__).parent.parent / "frameworks" / "sound.yaml"


@pytest.fixture
def two(opened: Driver) -> Iterator[tuple[Driver, MainWindow]]:
    opened.window.session.choose(["ict-11", "ict-12"])
    opened.menu("File", "New window")
    yield opened, opened.window.windows.open_ones[1]
    for window in opened.window.windows.open_ones[1:]:
        window.close()


def gone(driver: Driver, window: MainWindow) -> bool:
    driver.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    driver.settle()
    return not isValid(window)


def test_a_new_window_shows_the_same_and_then_goes_its_own_way(
    two: tuple[Driver, MainWindow],
) -> None:
    driver, other = two
    assert other.isVisible()
    assert other.session is not driver.window.session
    assert other.session.chosen == ("ict-11", "ict-12")
    other.session.compare(["ict-6", "ict-7"])
    assert driver.window.session.chosen == ("ict-11", "ict-12")
    assert driver.window.session.page == "map"


def test_files_are_opened_in_one_window_only(
    two: tuple[Driver, MainWindow], tmp_path: Path
) -> None:
    driver, other = two
    other.files.open([Path(shutil.copy(SOUND, tmp_path / "mine.yaml"))])
    assert len(other.session.library.frameworks) == 6
    assert len(driver.window.session.library.frameworks) == 5


def test_what_is_judged_in_one_window_holds_in_the_other_and_is_undone_in_either(
    two: tuple[Driver, MainWindow],
) -> None:
    driver, other = two
    first, second = driver.window.session.workspace, other.session.workspace
    comparison = first.comparer.compare(["ict-11", "ict-12"], dimensions=["risk"])
    change = comparison.steps[0].dimensions[0].changes[0]
    assert change.before and change.after and len(second.overrules) == 0
    between = Between("ict-11", "ict-12", "risk")
    judged = judge_as(first.overrules, between, change.before, change.after, Verdict.EASED)
    first.judge("judged as eased", judged)
    assert second.overrules == judged
    assert "judged as eased" in other.menus.action("undo").text()
    other.menus.action("undo").trigger()
    assert len(first.overrules) == 0


def test_all_windows_wear_one_look(two: tuple[Driver, MainWindow]) -> None:
    driver, other = two
    driver.menu("View", "Dark")
    assert other.theme.name == "dark" and other.menus.action("theme_dark").isChecked()
    other.menus.action("larger").trigger()
    assert driver.window.theme.scale == 1.1
    driver.window.window_actions.apply({"compare/only_changes": True, "compare/word_marks": False})
    assert other.session.only_changes and not other.menus.action("word_marks").isChecked()


def test_closing_one_leaves_the_other_and_nothing_behind(two: tuple[Driver, MainWindow]) -> None:
    driver, other = two
    other.menus.action("close_window").trigger()
    assert gone(driver, other)
    assert driver.window.isVisible()
    driver.menu("File", "New window")
    third = driver.window.windows.open_ones[1]
    driver.window.close()
    driver.settle()
    assert third.isVisible()
    third.session.choose(["ict-9"])
    third.close()
    assert Settings().get("choice/nodes") == ["ict-9"]


def test_only_the_last_window_is_remembered(two: tuple[Driver, MainWindow]) -> None:
    driver, other = two
    other.session.choose(["ict-6"])
    other.close()
    assert Settings().get("choice/nodes") == []
    driver.window.session.choose(["ict-7"])
    driver.window.close()
    assert Settings().get("choice/nodes") == ["ict-7"]


def test_quitting_closes_every_window(two: tuple[Driver, MainWindow]) -> None:
    driver, other = two
    driver.press("Ctrl+Q")
    assert driver.window.windows.open_ones == ()
    assert not any(isValid(window) and window.isVisible() for window in (driver.window, other))


def test_a_new_window_stands_beside_the_old_one(two: tuple[Driver, MainWindow]) -> None:
    driver, other = two
    if is_seen(driver.window.geometry().translated(32, 32)):
        assert other.pos() != driver.window.pos()
    assert other.size() == driver.window.size()


def test_a_place_on_a_screen_that_is_gone_is_not_taken(qtbot: object) -> None:
    screen = QGuiApplication.primaryScreen().availableGeometry()
    far = QMainWindow()
    far.setGeometry(screen.x() + 4000, screen.y() + 3000, 500, 400)
    kept = far.saveGeometry()
    near = QMainWindow()
    restore_place(near, kept, QSize(1280, 800))
    assert is_seen(near.geometry())
    assert near.width() <= screen.width() and near.height() <= screen.height()
    assert not is_seen(QRect(screen.x() + 4000, screen.y() + 3000, 500, 400))


def test_a_place_that_can_be_seen_is_taken_again(qtbot: object) -> None:
    first = QMainWindow()
    first.setGeometry(40, 60, 500, 400)
    second = QMainWindow()
    restore_place(second, first.saveGeometry(), QSize(1280, 800))
    assert second.geometry() == QRect(40, 60, 500, 400)


def test_a_spoilt_geometry_is_a_first_start(qtbot: object) -> None:
    window = QMainWindow()
    restore_place(window, QByteArray(b"nonsense"), QSize(640, 480))
    assert window.size() == QSize(640, 480)


def test_settings_that_cannot_be_kept_are_told_over_the_window_that_closes_last(
    opened: Driver, own_settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(NoticeDialog, "tell", lambda *args: told.extend(args[1:]))
    opened.window.settings.save()
    shutil.rmtree(own_settings)
    own_settings.write_bytes(b"")  # where the folder should be
    opened.window.close()
    own_settings.unlink()
    assert told[0] == "Your settings are not kept"
    assert str(own_settings) in told[1]
