"""Framework files in the window: opened in many ways, kept in mind, watched, and closed again."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

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


def let_fall(opened: Driver, data: QMimeData, at: QPoint) -> bool:
    """Carry something over the window as the system does, let it go, and tell whether the window
    wanted it.
    """
    native = opened.window.windowHandle()
    copy, no_key = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(at, copy, data, left, no_key)
    QApplication.sendEvent(native, entering)
    QApplication.sendEvent(native, QDragMoveEvent(at, copy, data, left, no_key))
    QApplication.sendEvent(native, QDropEvent(QPointF(at), copy, data, left, no_key))
    return entering.isAccepted()


def drop(opened: Driver, *paths: Path, saying: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    told: list[str] = []
    opened.window.context.said.connect(told.append)
    assert let_fall(opened, data, QPoint(200, 200))
    assert told[0] == saying
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
    assert "(it is no longer there)" in recent[0].text()


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


DOCUMENT = "# Gardeners\n\n## Grade 3\n\n### Duties\n\n- Water the beds.\n- Keep tools clean.\n"


def test_a_folder_of_frameworks_is_let_fall_on_the_window(opened: Driver, tmp_path: Path) -> None:
    folder = tmp_path / "frameworks"
    folder.mkdir()
    shutil.copy(SOUND, folder / "one.yaml")
    drop(opened, folder, saying="Drop to open")
    assert count(opened) == 6
    assert opened.status.endswith("is open.")
    assert opened.window.session.page == "map"


@pytest.mark.parametrize("page", ["map", "compare", "ladder", "read", "import", "problems"])
def test_a_document_let_fall_on_any_page_is_imported(
    opened: Driver, tmp_path: Path, page: str
) -> None:
    document = tmp_path / "gardeners.md"
    document.write_text(DOCUMENT)
    opened.window.session.visit(page)
    drop(opened, document, saying="Drop to import")
    assert opened.window.session.page == "import"
    assert opened.window.page("import").worker.session.sources == (document,)
    assert opened.window.page("import").worker.session.review is not None
    opened.window.page("import").worker.start_again()


def test_a_mix_does_both(opened: Driver, mine: Path, tmp_path: Path) -> None:
    folder = tmp_path / "both"
    folder.mkdir()
    shutil.copy(SOUND, folder / "one.yaml")
    (folder / "gardeners.md").write_text(DOCUMENT)
    drop(opened, folder, saying="Drop to open the frameworks and import the documents.")
    assert count(opened) == 6
    session = opened.window.page("import").worker.session
    assert [outline.name for outline in session.outlines] == ["gardeners.md"]
    opened.window.page("import").worker.start_again()


def test_what_can_be_neither_is_refused_with_a_sentence(
    opened: Driver, mine: Path, tmp_path: Path
) -> None:
    letter, empty = tmp_path / "letter.docx", tmp_path / "empty"
    letter.write_bytes(b"PK\x03\x04 torn off")
    empty.mkdir()
    drop(opened, letter, saying="Drop to import")
    assert "letter.docx" in opened.window.page("import").notice.text()
    drop(opened, mine, empty, saying="Drop to open")
    assert count(opened) == 6
    assert opened.status == "The folder “empty” is empty."


def test_every_part_of_every_page_leaves_files_to_the_window(opened: Driver, mine: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(mine))])
    data.setText(str(mine))  # as file managers do: a field would take it for words
    for page in opened.window.stack.names:
        opened.window.session.visit(page)
        opened.settle()
        late = QLineEdit(opened.window.centralWidget())
        late.setGeometry(300, 300, 200, 40)
        late.show()
        wanting = [
            part.mapTo(opened.window, part.rect().center())
            for part in opened.window.centralWidget().findChildren(QWidget)
            if part.acceptDrops() and part.isVisible()
        ]
        for at in wanting:
            assert let_fall(opened, data, at)
            opened.settle()
            assert count(opened) == 6
            opened.window.files.close(mine)
        assert late.text() == ""
        late.deleteLater()
    assert opened.window.header.search.text() == ""


def test_words_that_are_let_fall_go_to_the_field(opened: Driver) -> None:
    data = QMimeData()
    data.setText("budget")
    box = opened.window.header.search
    assert let_fall(opened, data, box.mapTo(opened.window, box.rect().center()))
    assert "budget" in box.text()


def test_opening_a_file_twice_says_so(opened: Driver, mine: Path) -> None:
    opened.window.files.open([mine])
    opened.window.files.open([mine])
    assert count(opened) == 6
    assert opened.status == "That is already open."


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


@pytest.mark.skipif(sys.platform != "linux", reason="kept elsewhere by other systems")
def test_what_a_dialog_remembers_stays_in_the_home_of_the_tests() -> None:
    kept = QSettings(QSettings.Scope.UserScope, "QtProject").fileName()
    assert Path(kept).is_relative_to(Path.home())
    assert Path.home().name.startswith("pathways-home-")
