"""Framework files in the window: opened in many ways, kept in mind, watched, and closed again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from driver import Driver, save_as

FRAMEWORKS = Path(__file__).parent.parent / "frameworks"
SOUND, BROKEN = FRAMEWORKS / "sound.yaml", FRAMEWORKS / "key-twice.yaml"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return Path(shutil.copy(SOUND, tmp_path / "mine.yaml"))


def entries(opened: Driver, name: str) -> list[QAction]:
    menu = opened.window.findChild(QMenu, name)
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if not action.isSeparator()]


def drop(opened: Driver, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(opened.window, entering)
    assert entering.isAccepted()
    assert opened.status == "Let go to open it here."
    QApplication.sendEvent(
        opened.window, QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, button, keys)
    )
    opened.settle()


def count(opened: Driver) -> int:
    return len(opened.window.session.library.frameworks)


def test_a_file_opens_from_the_menu_and_closes_again(opened: Driver, mine: Path) -> None:
    opened.when("Open a framework file", save_as(mine))
    opened.menu("File", "Open a framework file")
    title = opened.window.session.library.frameworks[5].title
    assert opened.status == f"{title} is open."
    closing = entries(opened, "closing")
    assert [action.text() for action in closing] == [title]
    closing[0].trigger()
    assert opened.status == f"{title} is closed."
    assert count(opened) == 5
    assert not opened.action("File", "Close a framework").isEnabled()


def test_what_was_chosen_is_given_up_with_its_framework(opened: Driver, mine: Path) -> None:
    opened.window.files.open([mine])
    own = opened.window.session.library.frameworks[5].nodes[0].id
    opened.window.session.compare([own, "ict-6"])
    opened.window.files.close(mine)
    opened.settle()
    assert opened.window.session.chosen == ("ict-6",)


def test_recent_files_are_remembered_and_opened_again(opened: Driver, mine: Path) -> None:
    opened.window.files.open([mine])
    opened.window.files.close(mine)
    opened.reopen()
    assert count(opened) == 5
    recent = entries(opened, "recent")
    assert "mine.yaml" in recent[0].text() and recent[0].isEnabled()
    assert recent[0].toolTip() == str(mine)
    recent[0].trigger()
    assert count(opened) == 6


def test_a_recent_file_that_is_gone_is_shown_with_the_reason(opened: Driver, mine: Path) -> None:
    opened.window.files.open([mine])
    mine.unlink()
    recent = entries(opened, "recent")
    assert not recent[0].isEnabled()
    assert "(it is not there any more)" in recent[0].text()


def test_the_list_of_recent_files_is_cleared_when_asked(opened: Driver, mine: Path) -> None:
    opened.window.files.open([mine])
    entries(opened, "recent")[-1].trigger()
    assert entries(opened, "recent") == []
    assert not opened.action("File", "Open recent").isEnabled()


def test_the_list_of_recent_files_has_an_end_and_each_file_once(
    opened: Driver, tmp_path: Path
) -> None:
    from pathways.gui.shell.recent import MOST, recent_files, remember

    for number in (*range(15), 14, 3):
        remember(opened.window.settings, [tmp_path / f"{number}.yaml"])
    names = [path.stem for path in recent_files(opened.window.settings)]
    assert names[:2] == ["3", "14"]
    assert len(names) == len(set(names)) == MOST


def test_what_was_open_is_open_again_at_the_next_start(opened: Driver, mine: Path) -> None:
    opened.window.files.open([mine])
    opened.reopen()
    assert count(opened) == 6
    opened.window.files.close(mine)
    opened.reopen()
    assert count(opened) == 5


def test_a_file_named_at_the_start_is_a_recent_file(opened: Driver, mine: Path) -> None:
    opened.reopen(mine)
    assert count(opened) == 6
    assert "mine.yaml" in entries(opened, "recent")[0].text()


def test_files_and_folders_are_let_fall_on_the_window(opened: Driver, tmp_path: Path) -> None:
    folder = tmp_path / "frameworks"
    folder.mkdir()
    (folder / "notes.txt").write_text("no framework")
    shutil.copy(SOUND, folder / "one.yaml")
    drop(opened, folder)
    assert count(opened) == 6
    assert opened.status.endswith("is open.")


def test_what_cannot_be_opened_is_refused_with_a_sentence(
    opened: Driver, mine: Path, tmp_path: Path
) -> None:
    letter, empty = tmp_path / "letter.docx", tmp_path / "empty"
    letter.write_text("x")
    empty.mkdir()
    drop(opened, letter)
    assert opened.status.startswith("“letter.docx” is not a framework file (.yaml).")
    assert "Import documents" in opened.status
    drop(opened, mine, empty)
    assert count(opened) == 6
    assert opened.status == "There is no framework file (.yaml) in the folder “empty”."


def test_opening_a_file_twice_says_so(opened: Driver, mine: Path) -> None:
    opened.window.files.open([mine])
    opened.window.files.open([mine])
    assert count(opened) == 6
    assert opened.status == "That is open already."


def test_a_broken_file_opens_as_soon_as_it_is_mended(opened: Driver, mine: Path) -> None:
    shutil.copy(BROKEN, mine)
    opened.window.files.open([mine])
    assert count(opened) == 5
    assert opened.window.banner.isVisible()
    assert [action.text() for action in entries(opened, "closing")] == [
        "mine.yaml (could not be opened)"
    ]
    shutil.copy(SOUND, mine)
    opened.window.files.reload()
    assert count(opened) == 6
    assert not opened.window.banner.isVisible()


def test_giving_up_choosing_a_file_changes_nothing(opened: Driver) -> None:
    opened.when("Open a framework file", lambda dialog: dialog.reject())
    opened.menu("File", "Open a framework file")
    assert count(opened) == 5
