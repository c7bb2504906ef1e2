"""A framework file that is edited elsewhere: shown as it is now, without losing the place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea

from driver import Driver
from pathways import paths

FRAMEWORKS = Path(__file__).parent.parent / "frameworks"
BROKEN = FRAMEWORKS / "key-twice.yaml"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Return a copy of the ladder with ids of its own."""
    text = (paths.data() / "ict.yaml").read_text("utf-8")
    file = tmp_path / "mine.yaml"
    file.write_text(text.replace("ict-", "own-").replace("id: ict\n", "id: own\n"), "utf-8")
    return file


@pytest.fixture
def editing(opened: Driver, mine: Path) -> Driver:
    opened.window.files.open([mine])
    opened.window.session.compare(["own-11", "own-12"])
    opened.settle()
    return opened


def changed(file: Path) -> str:
    text = file.read_text("utf-8")
    at = text.index("title: ") + 7
    end = text.index("\n", at)
    return text[:at] + "Another title" + text[end:]


def write(file: Path, text: str) -> None:
    """Write into the file itself."""
    file.write_text(text, "utf-8")


def replace(file: Path, text: str) -> None:
    """Write a new file and put it in the place of the old one."""
    spare = file.with_suffix(".new")
    spare.write_text(text, "utf-8")
    spare.replace(file)


def move_away(file: Path, text: str) -> None:
    """Keep the old one as a backup, as some editors do, and write a new file."""
    file.rename(file.with_suffix(".yaml~"))
    file.write_text(text, "utf-8")


def title(driver: Driver) -> str:
    return driver.window.session.library.framework_of("own-11").title


@pytest.mark.parametrize("save", [write, replace, move_away])
def test_a_changed_file_is_shown_as_it_is_now_again_and_again(
    editing: Driver, mine: Path, save: object
) -> None:
    text = mine.read_text("utf-8")
    save(mine, changed(mine))  # type: ignore[operator]
    editing.qtbot.waitUntil(lambda: title(editing) == "Another title", timeout=5000)
    save(mine, text)  # type: ignore[operator]
    editing.qtbot.waitUntil(lambda: title(editing) != "Another title", timeout=5000)
    assert editing.status == "A framework file was changed, and is shown as it is now."


def test_the_place_is_kept(editing: Driver, mine: Path) -> None:
    editing.window.session.set_current("own-9")
    editing.press("N", "N", "N", "N", "N", "N")
    cell = editing.at
    assert cell.content.statement is not None
    statement = cell.content.statement.id
    bar = max(
        (
            area.verticalScrollBar()
            for area in editing.window.stack.findChildren(QScrollArea)
            if area.isVisible()
        ),
        key=lambda found: found.value(),
    )
    scrolled = bar.value()
    assert scrolled > 0
    write(mine, changed(mine))
    editing.window.files.reload()
    editing.settle()
    session = editing.window.session
    assert (session.page, session.chosen, session.current) == (
        "compare",
        ("own-11", "own-12"),
        "own-9",
    )
    at = editing.at
    assert at.content.statement is not None
    assert at.content.statement.id == statement
    assert bar.value() == scrolled
    assert session.can_go_back


def test_the_ladder_keeps_its_framework_and_its_cell(editing: Driver, mine: Path) -> None:
    editing.window.session.visit("ladder")
    editing.settle()
    page = editing.window.page("ladder")
    box = page.framework  # type: ignore[attr-defined]
    box.setCurrentIndex([box.itemData(row) for row in range(box.count())].index(("own", "")))
    page.refresh()  # type: ignore[attr-defined]
    view = page.view  # type: ignore[attr-defined]
    view.setCurrentIndex(page.model.index(3, 2))  # type: ignore[attr-defined]
    write(mine, changed(mine))
    editing.window.files.reload()
    editing.settle()
    assert editing.window.session.ladder_framework == "own"
    assert (view.currentIndex().row(), view.currentIndex().column()) == (3, 2)


def test_a_file_that_became_broken_stays_as_it_was_and_says_where(
    editing: Driver, mine: Path
) -> None:
    before = editing.window.session.library
    text = mine.read_text("utf-8")
    replace(mine, BROKEN.read_text("utf-8"))
    editing.qtbot.waitUntil(editing.window.banner.isVisible, timeout=5000)
    assert editing.window.session.library.frameworks == before.frameworks
    assert editing.title == "What changes from grade 11 to grade 12"
    words = editing.window.banner.words.text()
    assert "it is shown as it was" in words
    assert f"{mine.name}, line " in words and "column" in words
    replace(mine, text)
    editing.qtbot.waitUntil(lambda: not editing.window.banner.isVisible(), timeout=5000)
    assert editing.status == "The file is fixed and has been reloaded."


def test_a_file_that_is_deleted_stays_open_and_comes_back(editing: Driver, mine: Path) -> None:
    text = mine.read_text("utf-8")
    mine.unlink()
    editing.qtbot.waitUntil(editing.window.banner.isVisible, timeout=5000)
    assert "own-11" in editing.window.session.library.nodes
    write(mine, text)
    editing.qtbot.waitUntil(lambda: not editing.window.banner.isVisible(), timeout=5000)


def test_a_grade_that_is_gone_from_the_file_is_given_up(editing: Driver, mine: Path) -> None:
    sound = (FRAMEWORKS / "sound.yaml").read_text("utf-8")
    write(mine, sound)
    editing.window.files.reload()
    editing.settle()
    assert editing.window.session.chosen == ()
    assert not editing.window.session.can_go_forward


def test_a_closed_file_is_not_watched(editing: Driver, mine: Path) -> None:
    watching = editing.window.files._watching
    assert watching is not None and watching._watched
    editing.window.files.close(mine)
    assert watching._watched == ()
    shutil.copy(BROKEN, mine)
    editing.window.files.reload()
    assert not editing.window.banner.isVisible()
