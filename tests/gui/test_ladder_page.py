"""Every step at once."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

import families
from driver import Driver
from pathways.compare.change import Verdict
from pathways.gui.ladder.ladder_model import CHANGE, SIZE_ROW, STEP, LadderModel
from pathways.gui.ladder.ladder_page import LadderPage, ladders_offered
from pathways.gui.ladder.ladder_words import lead
from pathways.gui.widgets.verdict_chip import VerdictChip
from pathways.report.options import SheetOptions
from pathways.workspace.workspace import Workspace


@pytest.fixture
def model(qtbot: QtBot) -> LadderModel:
    model = LadderModel()
    model.show_ladder(Workspace.open().comparer.ladder("ict"))
    return model


@pytest.fixture
def page(opened: Driver) -> LadderPage:
    opened.press("Ctrl+3")
    found = opened.window.page("ladder")
    assert isinstance(found, LadderPage)
    return found


def test_the_model_keeps_qts_rules(model: LadderModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_there_is_a_column_for_each_step_and_a_row_for_each_dimension(model: LadderModel) -> None:
    across = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]
    assert across[0] == "6 → 7" and across[-1] == "13 → 14" and len(across) == 8
    down = [model.headerData(r, Qt.Orientation.Vertical) for r in range(model.rowCount())]
    assert down[:3] == ["Statements that change", "Level purpose", "Overall"]


def test_no_cell_is_blank(model: LadderModel) -> None:
    assert model.rowCount() > 2 and model.columnCount() > 2
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert model.index(row, column).data()
            assert model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_shared_text_is_no_change_and_says_so(model: LadderModel) -> None:
    shared = [
        index
        for row in range(1, model.rowCount())
        for column in range(model.columnCount())
        if (index := model.index(row, column)).data(CHANGE).shared
    ]
    assert shared
    for index in shared:
        assert index.data() == "= shared wording"
        assert index.data(CHANGE).verdict is Verdict.UNCHANGED
        assert "share this wording" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_sizes_are_those_of_the_steps(model: LadderModel) -> None:
    assert model.columnCount() > 2
    for column in range(model.columnCount()):
        index = model.index(SIZE_ROW, column)
        assert index.data() == str(index.data(STEP).size)


def test_enter_reads_a_cell_side_by_side(page: LadderPage, opened: Driver) -> None:
    row = next(
        r
        for r in range(page.model.rowCount())
        if page.model.headerData(r, Qt.Orientation.Vertical) == "Risk management"
    )
    page.view.setCurrentIndex(page.model.index(row, 5))
    page.view.setFocus()
    opened.press("Return")
    assert opened.window.session.page == "compare"
    assert opened.window.session.chosen == ("ict-11", "ict-12")
    parent = opened.line_at
    assert parent in [line for line in opened.lines if line.dimension.id == "risk"]


def test_back_leads_to_the_ladder_again(page: LadderPage, opened: Driver) -> None:
    page.view.setCurrentIndex(page.model.index(1, 0))
    page.view.setFocus()
    opened.press("Return")
    opened.press("Alt+Left")
    assert opened.window.session.page == "ladder"


def test_another_framework_can_be_chosen(page: LadderPage, opened: Driver) -> None:
    opened.choose("Framework", "Leadership and management framework")
    assert page.model.columnCount() == 6
    assert page.head.title.text() == "Every step of the leadership and management framework"


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_the_whole_table_is_there_at_every_text_size(
    page: LadderPage, opened: Driver, scale: float
) -> None:
    opened.window.resize(1280, 720)
    opened.window.window_actions.set_theme(opened.window.theme.scaled(scale))
    opened.settle()
    assert page.view.height() >= page.view.height_of_all()
    assert not page.view.verticalScrollBar().isVisible()
    assert page._remark.y() >= page.view.geometry().bottom()


@pytest.fixture
def roles(opened: Driver, tmp_path: Path) -> LadderPage:
    """Open the ladders of a framework of twenty families."""
    names = [f"Kind {number} engineer" for number in range(1, 20)] + ["Test engineer"]
    opened.window.files.open([families.written(tmp_path, names)])
    opened.press("Ctrl+3")
    page = opened.window.page("ladder")
    assert isinstance(page, LadderPage)
    return page


def test_each_family_of_a_large_framework_has_a_ladder_of_its_own(
    roles: LadderPage, opened: Driver
) -> None:
    opened.choose("Framework", "Test engineer")
    assert roles.head.title.text() == "Every step: Test engineer"
    across = [
        roles.model.headerData(c, Qt.Orientation.Horizontal)
        for c in range(roles.model.columnCount())
    ]
    assert across == ["Associate … → Test engineer", "Test engineer → Senior …"]
    spoken = roles.model.headerData(
        1, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    )
    assert spoken == "From Test engineer to Senior test engineer"
    assert opened.window.session.ladder_family == "Test engineer"


@pytest.mark.parametrize(("count", "whole"), [(2, True), (20, False)])
def test_the_families_of_few_nodes_are_offered_as_one_table_too(
    tmp_path: Path, count: int, whole: bool
) -> None:
    names = [f"Kind {number} engineer" for number in range(count)]
    library = Workspace.open([families.written(tmp_path, names)], only=True).library
    offered = ladders_offered(library.framework("roles"))
    assert offered == (("", *names) if whole else tuple(names))


def test_what_is_chosen_says_which_family_is_shown_first(opened: Driver, tmp_path: Path) -> None:
    opened.window.files.open(
        [families.written(tmp_path, [f"Kind {number} engineer" for number in range(20)])]
    )
    opened.window.session.choose(["kind-7-engineer-2"])
    opened.press("Ctrl+3")
    roles = opened.window.page("ladder")
    assert isinstance(roles, LadderPage)
    assert roles.head.title.text() == "Every step: Kind 7 engineer"


def test_a_dimension_is_looked_up_in_a_family_that_states_it(
    roles: LadderPage, opened: Driver
) -> None:
    assert roles.go_to_dimension("roles", "people-management")
    assert roles.head.title.text() == "Every step: Test engineer"
    assert roles.view.currentIndex().data(CHANGE).dimension.id == "people-management"


def test_the_sheet_of_a_family_has_its_name(
    roles: LadderPage, opened: Driver, tmp_path: Path
) -> None:
    opened.choose("Framework", "Test engineer")
    paper = opened.window.parts.exports.paper()
    assert paper.stem == "roles-test-engineer-ladder"
    title = paper.make(SheetOptions(date=datetime.date(2026, 11, 21))).title
    assert title == "Test engineer: every step"


def test_the_steps_stay_in_sight_and_the_cell_with_the_keyboard_too(
    page: LadderPage, opened: Driver
) -> None:
    opened.window.resize(1000, 500)
    opened.settle()
    top, room = page.view.horizontalHeader(), page._scroll.viewport()
    page.view.setFocus()
    for key in (["Down"] * 12, ["Up"] * 12):
        for press in key:
            opened.press(press)
            cell = page.view.visualRect(page.view.currentIndex())
            upper = page.view.viewport().mapTo(room, cell.topLeft()).y()
            heads = top.mapTo(room, QPoint(0, 0)).y()
            assert 0 <= heads <= room.height() - top.height()
            assert heads + top.height() - 1 <= upper <= room.height() - cell.height() + 1
    assert page.view.currentIndex().row() == 0, "it has gone up again as far as it can"


def test_nine_grades_and_the_key_are_seen_on_a_small_laptop(opened: Driver) -> None:
    opened.window.resize(1280, 720)
    opened.window.session.visit("ladder")
    opened.settle()
    page = opened.window.page("ladder")
    port = page._scroll.viewport()
    for part in (page.view, page.key):
        assert part.mapTo(port, QPoint(0, part.height())).y() <= port.height()
    assert page.model.columnCount() == 8
    last = page.view.visualRect(page.model.index(page.model.rowCount() - 1, 7))
    assert page.view.viewport().mapTo(port, last.bottomRight()).x() <= port.width()


def cell_of(model: LadderModel, title: str, column: int) -> QModelIndex:
    row = next(
        row
        for row in range(1, model.rowCount())
        if model.headerData(row, Qt.Orientation.Vertical) == title
    )
    return model.index(row, column)


def test_a_cell_says_in_words_what_comes_first_and_is_painted_as_that(model: LadderModel) -> None:
    raised = cell_of(model, "People management", 5)
    assert raised.data() == "↑ supervise → lead"
    several = cell_of(model, "Accountabilities", 5)
    change, step = several.data(CHANGE), several.data(STEP)
    first = lead(step, change)
    assert change.verdict is Verdict.CHANGED, "of all sorts"
    assert first.verdict is Verdict.RAISED and first.quoted
    text = first.words.removeprefix("↑ ").rstrip("…")
    assert any(one.after and one.after.text.startswith(text) for one in change.changes)
    assert "First: " + text[:20] in several.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_key_explains_what_the_cells_are_painted_as_and_no_more(page: LadderPage) -> None:
    explained = {chip.verdict for chip in page.key.findChildren(VerdictChip) if chip.isVisible()}
    painted = {
        lead(index.data(STEP), index.data(CHANGE)).verdict
        for row in range(1, page.model.rowCount())
        for column in range(page.model.columnCount())
        if (index := page.model.index(row, column)).isValid()
    }
    assert explained == painted


def test_the_cell_at_hand_is_told_in_words(opened: Driver) -> None:
    opened.window.session.visit("ladder")
    opened.settle()
    page = opened.window.page("ladder")
    row = next(
        row
        for row in range(1, page.model.rowCount())
        if page.model.headerData(row, Qt.Orientation.Vertical) == "Accountabilities"
    )
    page.view.setCurrentIndex(page.model.index(row, 5))
    opened.settle()
    assert page.here.text().startswith("Grade 11 to Grade 12, accountabilities (2 more, 6 new): ")
    assert "more" in page.here.text()
