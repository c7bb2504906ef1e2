"""What two windows say differently, settled on its page: by menu, by key and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from driver import Driver
from gui.team.test_team_stories import team_actions, undone_and_redone_twice, words_on
from pathways.planning.people import change_person, change_post
from pathways.store.team_file import read_team
from pathways.workspace.team import open_team


@pytest.fixture
def clashed(driver: Driver, sample: Path) -> Path:
    """Let two windows write two things at the same time, and read what is told of it."""
    session = team_actions(driver).session
    session.save()
    other = open_team(sample)
    theirs = change_person(other.value, "p1", note="Theirs", aim="ict-13")
    other.edit("x", change_post(theirs, "t12", holder="p10"))
    other.save()
    for edit in (
        lambda team: change_person(team, "p1", note="Mine", aim="ict-14"),
        lambda team: change_post(team, "t12", holder="p9"),
    ):
        team_actions(driver).edit("y", edit)
    told: list[str] = []

    def read(dialog: QWidget) -> None:
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.accept()  # type: ignore[attr-defined]

    driver.when("Somebody else changed the team, too", read)
    session.save()
    assert any("Both are kept until you choose" in words for words in told)
    session.save()
    assert len(read_team(sample).conflicts) == 3, "the file keeps both values"
    return sample


def open_page(driver: Driver, way: str) -> QWidget:
    page = driver.window.page("team")
    if way == "menu":
        driver.menu("Team", "Differences to settle")
    elif way == "key":
        button = driver.find(QPushButton, "3 differences to settle", page)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)
        driver.settle()
    else:
        driver.click("3 differences to settle", page)
    assert driver.window.session.page == "differences"
    found: QWidget = driver.window.page("differences")
    return found


@pytest.mark.parametrize("way", ["menu", "key", "mouse"])
def test_each_difference_shows_both_values_and_a_person_chooses(
    driver: Driver, clashed: Path, way: str
) -> None:
    session = team_actions(driver).session
    page = open_page(driver, way)
    told = words_on(page)
    assert "3 things were changed here and by somebody else" in told
    for words in ("Ade Bello, aim", "Grade 13", "Grade 14", "Ade Bello, note", "Theirs", "Mine",
                  "The post Security analyst, holder", "Jörg Weiß"):  # fmt: skip
        assert words in told
    takes = [b for b in page.findChildren(QPushButton) if b.text() in ("Take this", "Keep this")]
    assert len(takes) == 6
    assert all(": " in button.accessibleName() for button in takes)
    theirs = next(b for b in takes if b.accessibleName() == "Take this: Theirs")
    if way == "key":
        theirs.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(theirs, Qt.Key.Key_Space)
    else:
        QTest.mouseClick(theirs, Qt.MouseButton.LeftButton)
    driver.settle()
    assert session.team.people_by_id["p1"].note == "Theirs"
    assert len(session.team.conflicts) == 2
    undone_and_redone_twice(driver)
    for _time in range(2):
        driver.click("Keep this", page)
    assert session.team.conflicts == ()
    assert session.team.people_by_id["p1"].aim == "ict-14"
    assert session.team.posts_by_id["t12"].holder == "p9"
    assert "There are none" in words_on(page)
    session.save()
    assert read_team(clashed) == session.team
    driver.menu("Go", "Back")
    assert not driver.window.page("team").differences_button.isVisible()


def test_a_difference_waits_over_closing_and_opening(driver: Driver, clashed: Path) -> None:
    team_actions(driver).open(clashed)
    assert "3 differences to settle" in driver.window.page("team").differences_button.text()
    driver.menu("Team", "What to look at")
    page = driver.window.page("check")
    row = next(at for at, found in enumerate(page.shown) if "written at the same" in found.message)
    page.table.setCurrentIndex(page.model.index(row, 1))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert driver.window.session.page == "differences"


def test_an_edit_of_what_differs_settles_it(driver: Driver, clashed: Path) -> None:
    team_actions(driver).edit("z", lambda team: change_person(team, "p1", note="Both asked"))
    session = team_actions(driver).session
    assert {one.fields for one in session.team.conflicts} == {("aim",), ("holder", "vacant_since")}
    undone_and_redone_twice(driver)
