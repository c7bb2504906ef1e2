"""A person judges otherwise than the program: seen as theirs, undone like any edit, kept beside
the framework.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from driver import Driver
from map_driver import line_of
from pathways.compare.change import Verdict
from pathways.gui.compare.judge_dialog import JudgeDialog
from pathways.store.overrules_file import overrules_path, read_overrules


def kept(driver: Driver) -> Path:
    return overrules_path(driver.window.session.workspace.state.places["ict"])


def judge(
    driver: Driver,
    what: str,
    *,
    dimension: str = "people-management",
    way: str = "key",
    reason: str = "",
) -> None:
    """Go to the first change of a dimension and judge it."""
    driver.window.page("compare").go_to_dimension(dimension)
    decide(driver, what, way=way, reason=reason)


def decide(driver: Driver, what: str, *, way: str = "key", reason: str = "") -> None:
    def answer(dialog: JudgeDialog) -> None:
        driver.find(QRadioButton, what, dialog).setChecked(True)
        dialog.reason.setText(reason)
        dialog.who.setText("A. Smith")
        dialog.accept()

    driver.when("Change this verdict", answer)
    if way == "key":
        driver.press("Ctrl+J")
    elif way == "menu":
        driver.menu("Edit", "Change this verdict")
    else:
        menu = driver.window.page("compare").table.menu_of(driver.at)
        next(
            action for action in menu.actions() if action.text() == "Change this verdict…"
        ).trigger()
        menu.deleteLater()
    back_in_the_window(driver)


def back_in_the_window(driver: Driver) -> None:
    """Do what the system does when a dialog is gone: without one, nobody gives the window the
    keyboard again.
    """
    driver.window.activateWindow()
    driver.settle()


@pytest.mark.parametrize("way", ["key", "menu", "mouse"])
def test_a_verdict_is_judged_otherwise_and_shown_as_theirs(comparing: Driver, way: str) -> None:
    assert comparing.rows("people-management")[0][1] == "more asked"
    judge(comparing, "Judged as less asked", way=way, reason="Fewer people")
    assert comparing.rows("people-management")[0][1] == "less asked"
    line = comparing.line_at
    assert line.dimension.id == "people-management"
    assert all("a person’s judgement" in cell.name for cell in line.cells)
    comparing.press("Return")
    assert any(
        "A. Smith" in note and "Fewer people" in note and "The program says: more asked" in note
        for note in comparing.at.content.notes
    )


def test_it_is_undone_and_done_again_with_words(comparing: Driver) -> None:
    judge(comparing, "Judged as less asked")
    for _twice in range(2):
        assert comparing.action("Edit", "Undo: judged as less asked").isEnabled()
        comparing.press("Ctrl+Z")
        assert comparing.rows("people-management")[0][1] == "more asked"
        assert len(comparing.window.session.overrules) == 0
        comparing.menu("Edit", "Redo: judged as less asked")
        assert comparing.rows("people-management")[0][1] == "less asked"


def test_it_is_kept_beside_the_framework_and_is_there_next_time(comparing: Driver) -> None:
    judge(comparing, "Judged as changed", reason="Neither more nor less")
    (judged,) = read_overrules(kept(comparing)).judged
    assert (judged.verdict, judged.who, judged.reason) == (
        "changed",
        "A. Smith",
        "Neither more nor less",
    )
    comparing.reopen()
    comparing.window.session.compare(["ict-11", "ict-12"])
    comparing.settle()
    assert comparing.rows("people-management")[0][1] == "changed"
    comparing.press("Ctrl+Z")
    assert comparing.rows("people-management")[0][1] == "changed", (
        "only what was done here can be undone here"
    )


def test_two_that_do_not_belong_together_are_parted(comparing: Driver) -> None:
    judge(comparing, "These two do not match")
    verdicts = [row[1] for row in comparing.rows("people-management")]
    assert sorted(verdicts) == ["new", "not repeated"]


def test_two_that_stand_alone_are_put_together(comparing: Driver) -> None:
    judge(comparing, "These two do not match")
    before = comparing.rows("people-management")
    page = comparing.window.page("compare")
    line = next(
        line
        for line in comparing.lines
        if line.dimension.id == "people-management" and not line.compared.cells[0]
    )
    page.table.go_to(line.cells[1])
    seen = []

    def answer(dialog: JudgeDialog) -> None:
        box = comparing.find(QComboBox, "The statement it belongs to", dialog)
        seen.extend(box.itemText(row) for row in range(box.count()))
        comparing.find(QRadioButton, "Matches this statement:", dialog).setChecked(True)
        dialog.accept()

    comparing.when("Change this verdict", answer)
    comparing.press("Ctrl+J")
    assert (
        len(seen) == 1
        and seen[0][:20] == before[[row[1] for row in before].index("not repeated")][0][:20]
    )
    assert len(comparing.rows("people-management")) == 1


def test_it_can_be_left_to_the_program_again(comparing: Driver) -> None:
    judge(comparing, "Judged as less asked")
    decide(comparing, "As the program says")
    assert comparing.rows("people-management")[0][1] == "more asked"
    assert len(comparing.window.session.overrules) == 0


def test_what_is_shared_cannot_be_judged(comparing: Driver) -> None:
    comparing.window.session.choose(["ict-6", "ict-7"])
    comparing.settle()
    comparing.window.page("compare").go_to_dimension("purpose")
    comparing.press("Ctrl+J")
    assert comparing.status.startswith("Both share this text")


def test_thinking_better_of_it_changes_nothing(comparing: Driver) -> None:
    comparing.window.page("compare").go_to_dimension("risk")
    comparing.when("Change this verdict", lambda dialog: dialog.reject())
    comparing.press("Ctrl+J")
    assert len(comparing.window.session.overrules) == 0
    assert not kept(comparing).exists()
    assert not comparing.action("Edit", "Undo").isEnabled()


def test_the_ladder_and_the_route_go_by_it_too(comparing: Driver) -> None:
    comparing.press("Ctrl+3", "Ctrl+4", "Ctrl+2")
    judge(comparing, "Judged as less asked")
    session = comparing.window.session
    step = next(step for step in session.comparer.ladder("ict").steps if step.before.id == "ict-11")
    found = step.dimension("people-management")
    assert found is not None and found.verdict is Verdict.EASED
    comparing.press("Ctrl+4")
    assert (
        "less asked: People management"
        in comparing.window.page("route").steps.lines[0].accessibleName()
    )
    comparing.press("Ctrl+3")
    model = comparing.window.page("ladder").model
    words = [model.index(row, 5).data() for row in range(1, model.rowCount())]
    assert "↓ judged by A. Smith" in words


def test_a_file_with_mistakes_is_told_and_never_written_over(comparing: Driver) -> None:
    path = kept(comparing)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("format: 1\njudged: [", "utf-8")
    comparing.reopen()
    comparing.window.session.compare(["ict-11", "ict-12"])
    comparing.settle()
    assert comparing.window.banner.isVisible()
    told: list[QDialog] = []
    comparing.window.page("compare").go_to_dimension("people-management")

    def answer(dialog: JudgeDialog) -> None:
        comparing.when("The judgement could not be made", lambda notice: told.append(notice))
        dialog.accept()

    comparing.when("Change this verdict", answer)
    comparing.press("Ctrl+J")
    assert told
    assert path.read_text("utf-8") == "format: 1\njudged: ["
    assert comparing.rows("people-management")[0][1] == "more asked"


@pytest.fixture
def own_file(qtbot: QtBot, tmp_path: Path) -> Iterator[Driver]:
    source = Path(__file__).parent.parent / "frameworks" / "sound.yaml"
    file = tmp_path / "care.yaml"
    file.write_text(source.read_text("utf-8"), "utf-8")
    driver = Driver(qtbot, "--only", "--framework", file)
    yield driver
    driver.close()


def test_judgements_on_ones_own_framework_stand_in_its_folder(
    own_file: Driver, tmp_path: Path
) -> None:
    nodes = list(own_file.window.session.library.nodes)[:2]
    own_file.window.session.compare(nodes)
    own_file.settle()
    line = next(
        line
        for line in own_file.lines
        if all(line.compared.cells) and not line.compared.changes[0].shared
    )
    own_file.window.page("compare").table.go_to(line.cells[1])
    decide(own_file, "These two do not match")
    assert (tmp_path / "care.overrules.yaml").exists()
    assert len(own_file.window.session.overrules) == 1


def test_the_dialog_shows_the_whole_of_both_statements(comparing: Driver) -> None:
    comparing.window.page("compare").go_to_dimension("people-management")
    cut = []

    def look(dialog: JudgeDialog) -> None:
        for label in dialog.findChildren(QLabel):
            if label.height() < label.heightForWidth(label.width()):
                cut.append(label.text())
        dialog.reject()

    comparing.when("Change this verdict", look)
    comparing.press("Ctrl+J")
    assert cut == []


def test_the_map_counts_as_the_person_judges(comparing: Driver) -> None:
    map_page = comparing.window.page("map").map
    comparing.menu("Go", "Map")
    step = line_of(map_page.scene, "ict-11", "ict-12")
    comparing.qtbot.waitUntil(lambda: step.label == "41 changes")
    comparing.window.session.visit("compare")
    comparing.settle()
    judge(comparing, "These two do not match")
    comparing.menu("Go", "Map")
    comparing.qtbot.waitUntil(lambda: step.label == "42 changes")
    comparing.press("Ctrl+Z")
    comparing.qtbot.waitUntil(lambda: step.label == "41 changes")


def test_a_judgement_that_no_longer_fits_is_told_and_can_be_taken_back(comparing: Driver) -> None:
    judge(comparing, "Judged as less asked", reason="Fewer people")
    path = kept(comparing)
    path.write_text(
        path.read_text("utf-8").replace("people-management", "people-managing"), "utf-8"
    )
    comparing.reopen()
    comparing.window.session.compare(["ict-11", "ict-12"])
    comparing.settle()
    assert comparing.rows("people-management")[0][1] == "more asked"
    assert "1 judgement no longer applied: see Problems" in comparing.status
    comparing.press("Ctrl+Shift+M")
    page = comparing.window.page("problems")
    assert page.entry is not None
    assert "from Grade 11 to Grade 12 is not applied" in page.detail.text()
    comparing.click("Take the judgement back")
    assert page.entry is None and not page.unjudge_button.isVisible()
    assert len(read_overrules(path)) == 0
    comparing.press("Ctrl+Z")
    assert page.entry is not None
    assert len(read_overrules(path)) == 1
