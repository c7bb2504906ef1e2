"""The page of problems: what is wrong in the open files, and what the check finds in a
framework.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.modeltest import ModelTester

from contrast import contrast
from driver import Driver, save_as
from pathways.gui.problems.problems_model import ProblemEntry, ProblemsModel, ink
from pathways.gui.problems.problems_page import ProblemsPage
from pathways.gui.shell.theme import LIGHT, THEMES
from pathways.gui.widgets.row_model import ROW
from pathways.model.problem import Severity

FRAMEWORKS = Path(__file__).parent.parent / "frameworks"
SOUND, WRONG = FRAMEWORKS / "sound.yaml", FRAMEWORKS / "everything-wrong.yaml"
ENTRIES = [
    ProblemEntry(
        Severity.ADVICE,
        "A long sentence.",
        "Make two of it.",
        Path("/here/a.yaml"),
        3,
        7,
        ("ict-6",),
    ),
    ProblemEntry(Severity.ERROR, "A key twice.", "Delete one.", Path("/here/a.yaml"), 9, 1),
    ProblemEntry(Severity.WARNING, "No text.", ""),
]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return Path(shutil.copy(SOUND, tmp_path / "mine.yaml"))


def page(opened: Driver) -> ProblemsPage:
    return opened.window.page("problems")


def entries(opened: Driver) -> list[ProblemEntry]:
    return [
        page(opened).model.index(row, 0).data(ROW) for row in range(page(opened).model.rowCount())
    ]


def test_the_table_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = ProblemsModel()
    model.show_entries(ENTRIES, LIGHT)
    qtmodeltester.check(model)


def test_the_gravest_stand_first_with_sign_word_and_place() -> None:
    model = ProblemsModel()
    model.show_entries(ENTRIES, LIGHT)
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(3)]
    assert rows == [
        ["✕  Error", "A key twice.", "Delete one.", "a.yaml, line 9, column 1"],
        ["!  Warning", "No text.", "", ""],
        ["·  Advice", "A long sentence.", "Make two of it.", "a.yaml, line 3, column 7"],
    ]
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Error: A key twice. Delete one. a.yaml, line 9, column 1"


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_signs_stand_out_in_every_theme(theme: object) -> None:
    assert len({ink(severity, theme) for severity in Severity}) > 1  # type: ignore[arg-type]
    for severity in Severity:
        for ground in (theme.surface, theme.accent_tint):  # type: ignore[attr-defined]
            assert contrast(ink(severity, theme), ground) >= 4.5  # type: ignore[arg-type]


def test_the_page_opens_by_menu_and_key_and_leads_back(opened: Driver) -> None:
    opened.menu("Go", "Problems")
    assert page(opened).isVisible()
    assert opened.window.header.crumb.text() == "Problems"
    opened.press("Alt+Left")
    assert opened.window.session.page == "map"
    opened.press("Ctrl+Shift+M")
    assert page(opened).isVisible()


def test_without_problems_it_says_what_to_do(opened: Driver) -> None:
    opened.menu("Go", "Problems")
    assert page(opened).head.title.text() == "No problems"
    assert "Check a framework" in page(opened).detail.text()
    assert page(opened).check_button.hasFocus()


def test_every_mistake_of_a_file_is_listed_with_its_place(opened: Driver) -> None:
    opened.window.files.open([WRONG])
    opened.click("Show the problems")
    found = entries(opened)
    assert len(found) > 3
    assert all(entry.file == WRONG and entry.line and entry.advice for entry in found)
    assert page(opened).table.hasFocus()
    opened.press("Down")
    second = found[1]
    assert (
        page(opened).detail.text()
        == f"{second.message}\n{second.advice}\n{WRONG}:{second.line}:{second.column}"
    )
    opened.press("Return")
    assert opened.clipboard == f"{WRONG}:{second.line}:{second.column}"
    assert opened.status.startswith("Location copied")


def test_the_folder_of_a_file_is_shown(opened: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(asked.append(url)))
    opened.window.files.open([WRONG])
    opened.click("Show the problems")
    opened.click("Show the folder")
    assert asked[0].toLocalFile() == str(FRAMEWORKS)
    assert opened.status.startswith("The folder cannot be opened")


def test_a_mended_file_takes_its_problems_along(opened: Driver, mine: Path) -> None:
    opened.window.files.open([mine])
    opened.menu("Go", "Problems")
    shutil.copy(WRONG, mine)
    opened.window.files.reload()
    assert entries(opened)
    shutil.copy(SOUND, mine)
    opened.window.files.reload()
    assert entries(opened) == []


def test_the_framework_at_hand_is_checked_and_findings_lead_to_the_text(opened: Driver) -> None:
    opened.window.session.set_current("leadership-2")
    opened.menu("File", "Check this framework")
    checked = page(opened).checkup.framework
    assert checked is not None and checked.id == "leadership"
    assert page(opened).head.under.text().endswith(f"what the check found in the {checked.title}.")
    found = entries(opened)
    assert found and all(
        entry.file and entry.file.name == "leadership.yaml" and entry.line for entry in found
    )
    row = next(row for row, entry in enumerate(found) if entry.nodes)
    page(opened).table.selectRow(row)
    opened.click("Read the text")
    assert opened.window.session.current in found[row].nodes


def test_what_was_found_goes_into_a_file(opened: Driver, tmp_path: Path) -> None:
    opened.menu("File", "Check this framework")
    path = tmp_path / "findings.txt"

    def choose(dialog: object) -> None:
        opened.find(QRadioButton, "Plain text", dialog).setChecked(True)  # type: ignore[arg-type]
        opened.when("Save as", save_as(path))
        dialog.accept()  # type: ignore[attr-defined]

    opened.when("Export", choose)
    opened.click("Export…".rstrip("…"), page(opened))
    text = path.read_text("utf-8")
    assert "what to correct" in text.lower()
    assert opened.status == f"Saved as {path}."


def test_a_check_is_done_again_when_the_file_is_mended(opened: Driver, mine: Path) -> None:
    text = mine.read_text("utf-8")
    mine.write_text(text.replace("Supports the team.", "Supports the team. TBC"), "utf-8")
    opened.window.files.open([mine])
    opened.menu("File", "Check this framework")
    assert page(opened).checkup.framework is opened.window.session.library.frameworks[-1]
    assert any("TBC" in entry.message for entry in entries(opened))
    mine.write_text(text, "utf-8")
    opened.window.files.reload()
    assert not any("TBC" in entry.message for entry in entries(opened))
    opened.window.files.close(mine)
    assert page(opened).checkup.result is None


def test_the_page_can_be_read_at_every_text_size(opened: Driver) -> None:
    opened.window.files.open([WRONG])
    opened.menu("Go", "Problems")
    for scale in (1.0, 3.0):
        opened.window.window_actions.set_theme(opened.window.theme.scaled(scale))
        opened.window.resize(1280, 720)
        opened.settle()
        table = page(opened).table
        assert table.height() >= 5 * table.rowHeight(0)
        assert page(opened).detail.height() >= page(opened).detail.heightForWidth(
            page(opened).detail.width()
        )


def test_a_double_click_copies_the_place(opened: Driver) -> None:
    opened.window.files.open([WRONG])
    opened.click("Show the problems")
    table = page(opened).table
    at = table.visualRect(table.model().index(0, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.clipboard.startswith(f"{WRONG}:")
