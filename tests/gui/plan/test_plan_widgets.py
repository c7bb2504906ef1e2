"""The page for a plan, as a widget of its own."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from pathways.gui.plan.plan_model import ACTION, BY, EVIDENCE, STANDING, PlanModel
from pathways.gui.plan.plan_page import PlanPage
from pathways.gui.plan.short_link import ShortLink
from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import theme_named
from pathways.model.plan import Plan, Standing, View
from pathways.planning import edits
from pathways.planning.carry import carry
from pathways.planning.manager_copy import copy_for_manager
from pathways.planning.merge import merge
from pathways.planning.row_filter import filters, rows_of
from pathways.store.plan_file import read_plan, write_plan
from pathways.workspace.documents import Documents
from pathways.workspace.open_plans import OpenPlans
from pathways.workspace.workspace import Workspace
from planning.plans import GRADES, comparer, edition, large_plan, plan

ROW, OTHER = "5.people.1", "5.money.1"


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[PlanPage]:
    session = Session(Workspace.of(comparer().library))
    session.choose(["4", "5"])
    plans = OpenPlans(Documents())
    plans.begin(tmp_path / "mine.pathplan", plan())
    page = PlanPage(session, plans, theme_named("light"))
    page.resize(1100, 640)
    page.show()
    qtbot.waitExposed(page)
    yield page
    page.close()
    page.deleteLater()
    plans.close_all()
    QApplication.processEvents()


def now(page: PlanPage) -> Plan:
    assert page.plans.plan and page.plans.path
    assert read_plan(page.plans.path) == page.plans.plan
    return page.plans.plan


def press(page: PlanPage, *keys: str) -> None:
    for key in keys:
        QTest.keyClick(page.view, key)
        QApplication.processEvents()


def test_the_model_is_sound_and_says_what_its_cells_say(page: PlanPage) -> None:
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model = page.model
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == [
        "People, 2 statements",
        "Money, 2 statements",
        "Green, 1 statement",
    ]
    first = model.index_of(ROW)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert first.data(spoken).startswith("more asked: Manage a team of up to six apprentices.")
    assert first.siblingAtColumn(STANDING).data(spoken) == "nothing said"
    assert first.siblingAtColumn(EVIDENCE).data() == "none yet"
    assert [first.siblingAtColumn(column).data() for column in (ACTION, BY)] == ["–", "–"]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "What Grade 5 asks"


def test_cells_name_the_evidence_that_serves_several_and_the_next_action(page: PlanPage) -> None:
    made = edits.add_evidence(plan(), [ROW, OTHER], "Rota kept\nall year")
    made = edits.add_evidence(made, [ROW], "Another")
    made = edits.add_action(made, [ROW], "Later", by="2027-05-01")
    made = edits.add_action(made, [ROW], "Sooner", by="2027-01-31")
    model = PlanModel()
    model.show_rows(made, made.asked)
    first = model.index_of(ROW)
    assert first.siblingAtColumn(EVIDENCE).data() == "Rota kept (serves 2), and 1 more"
    assert first.siblingAtColumn(ACTION).data() == "Sooner, and 1 more"
    assert first.siblingAtColumn(BY).data() == "31 January 2027"


def test_one_key_says_how_a_row_stands_and_goes_on(page: PlanPage) -> None:
    assert page.view.row and page.view.row.id == ROW
    press(page, "1", "2", "3", "4", "1")
    standings = [row.standing for row in now(page).asked]
    assert standings == [
        Standing.SHOWN,
        Standing.PARTLY,
        Standing.NOT_YET,
        Standing.NO_OPPORTUNITY,
        Standing.SHOWN,
    ]
    assert page.view.row.id == "5.green.1", "the last row stays at hand"
    assert page.head.under.text().startswith("2 of 5 shown, 1 in part, 1 not yet")
    press(page, "0")
    assert now(page).row_of["5.green.1"].standing is Standing.UNSAID
    for _time in range(2):
        assert page.plans.undo() and now(page).row_of["5.green.1"].standing is Standing.SHOWN
        assert page.plans.redo() and now(page).row_of["5.green.1"].standing is Standing.UNSAID
    assert page.plans.undo_words.startswith("nothing said: Write the plan")


def test_a_row_that_a_filter_no_longer_shows_makes_room_for_the_next(page: PlanPage) -> None:
    page.show_filter("unsaid")
    press(page, "1")
    assert page.view.row and page.view.row.id != ROW
    press(page, "1", "1", "1", "1")
    assert page.view.row is None and page.empty.isVisible()
    page.show_filter("shown")
    assert len(page.model.subjects) == 3 and page.view.isVisible()


def test_filters_are_words_and_each_leaves_what_it_says() -> None:
    made = edits.set_standing(plan(), [ROW], Standing.SHOWN)
    made = edits.set_standing(made, [OTHER], Standing.NOT_YET)
    made = edits.set_standing(made, ["5.people.2"], Standing.PARTLY)
    made = edits.add_evidence(made, [ROW], "Done")
    made = edits.add_action(made, [OTHER], "Ask")
    made = edits.set_view(made, ROW, View(standing=Standing.PARTLY))
    found = {name: [row.id for row in rows_of(made, name)] for name in filters()}
    assert found["shown"] == found["differs"] == [ROW]
    assert found["partly"] == ["5.people.2"] and found["not-yet"] == [OTHER]
    assert found["unsaid"] == ["5.money.2", "5.green.1"]
    assert found["no-evidence"] == ["5.people.2", OTHER, "5.money.2", "5.green.1"]
    assert found["no-action"] == ["5.people.2", "5.money.2", "5.green.1"]
    assert found["ask"] == [OTHER] and found["held"] == ["5.duty.1"]
    assert len(found["all"]) == 6 and len(found["asked"]) == 5
    assert found["document"] == found["essential"] == found["no-opportunity"] == []


def test_subjects_fold_by_key_and_by_click(page: PlanPage) -> None:
    head = page.model.index(0, 0)
    page.view.setCurrentIndex(head)
    press(page, Qt.Key.Key_Return)
    assert not page.view.isExpanded(head)
    QTest.mouseClick(
        page.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.view.visualRect(head).center(),
    )
    assert page.view.isExpanded(head)
    page.view.collapse(head)
    page.go_to(ROW)
    assert page.view.isExpanded(head) and page.view.row and page.view.row.id == ROW


def test_the_panel_shows_the_row_at_hand_with_before_and_after(page: PlanPage) -> None:
    words = [label.text() for label in page.panel.findChildren(type(page.empty))]
    assert "People" in words and "Grade 4 says:" in words and "Grade 5 asks:" in words
    press(page, Qt.Key.Key_Down)
    assert page.view.row and page.view.row.id == "5.people.2"
    words = [label.text() for label in page.panel.findChildren(type(page.empty))]
    assert "Grade 4 says:" not in words


def test_a_note_is_kept_when_the_keyboard_leaves_it_and_when_the_row_changes(
    page: PlanPage,
) -> None:
    page.panel.note.setFocus()
    page.panel.note.setPlainText("Ask Kim")
    page.view.setFocus()
    QApplication.processEvents()
    assert now(page).row_of[ROW].note == "Ask Kim"
    page.panel.note.setPlainText("Ask Lou")
    page.go_to(OTHER)
    assert now(page).row_of[ROW].note == "Ask Lou" and page.panel.note.toPlainText() == ""
    for _time in range(2):
        page.plans.undo()
        assert now(page).row_of[ROW].note == "Ask Kim"
        page.plans.redo()
        assert now(page).row_of[ROW].note == "Ask Lou"
    page.go_to(ROW)
    page.plans.undo()
    page.plans.undo()
    assert now(page).row_of[ROW].note == "" and page.panel.note.toPlainText() == ""


def test_the_panel_sets_a_standing_and_ticks_an_action(page: PlanPage) -> None:
    page.plans.edit("an action", lambda made: edits.add_action(made, [ROW], "Ask"))
    page.panel.standing_asked.emit(Standing.PARTLY)
    assert now(page).row_of[ROW].standing is Standing.PARTLY
    assert page.view.row and page.view.row.id == ROW, "the panel does not move on"
    action = now(page).actions[0].id
    box = page.panel.findChild(QCheckBox, f"done {action}")
    assert box is not None
    box.click()
    assert now(page).actions[0].done
    page.commands.do("remove-action", action)
    assert not now(page).actions
    page.plans.undo()
    assert now(page).actions[0].id == action


def test_what_differs_is_chosen_side_by_side(page: PlanPage) -> None:
    page.plans.edit("view", lambda made: edits.set_view(made, ROW, View(standing=Standing.SHOWN)))
    copy = edits.set_standing(copy_for_manager(plan()), [ROW], Standing.NOT_YET)
    page.plans.edit("answers", lambda made: merge(made, copy))
    assert "Some answers differ" in page.notice.text()
    page.show_conflicts()
    buttons = [
        b for b in page.conflicts.findChildren(QPushButton) if b.text() != "Back to the list"
    ]
    assert sorted(button.text() for button in buttons) == ["Keep this", "Take this"]
    take = next(button for button in buttons if button.text() == "Take this")
    assert take.accessibleName() == "Take this: not yet"
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    assert now(page).row_of[ROW].manager == View(standing=Standing.NOT_YET)
    assert page.stack.currentWidget() is page.body and not page.notice.isVisible()
    for _time in range(2):
        page.plans.undo()
        assert now(page).open_conflicts
        page.plans.redo()
        assert not now(page).open_conflicts


def test_dates_stand_over_the_list_and_lead_to_their_statement(page: PlanPage) -> None:
    assert not page.due.isVisible()
    page.plans.edit("action", lambda made: edits.add_action(made, [OTHER], "Ask", by="2020-01-31"))
    assert page.due.isVisible()
    link = next(b for b in page.due.findChildren(QPushButton) if b.text().startswith("Ask"))
    link.click()
    assert page.view.row and page.view.row.id == OTHER
    next(b for b in page.due.findChildren(QPushButton) if b.text() == "Hide").click()
    assert not page.due.isVisible()


def test_in_a_narrow_window_the_details_take_the_place_of_the_list(page: PlanPage) -> None:
    page.set_theme(theme_named("light").scaled(3.0))
    QApplication.processEvents()
    assert not page.panel.isVisible() and page.view.isVisible()
    press(page, Qt.Key.Key_Return)
    assert page.panel.isVisible() and not page.view.isVisible()
    back = next(b for b in page.panel.findChildren(QPushButton) if b.text() == "Back to the list")
    back.click()
    assert page.view.isVisible() and page.view.hasFocus() and not page.panel.isVisible()
    page.set_theme(theme_named("light"))
    QApplication.processEvents()
    assert page.panel.isVisible() and page.view.isVisible()


def test_several_plans_are_open_and_an_empty_page_says_what_comes_next(
    page: PlanPage, tmp_path: Path
) -> None:
    page.plans.begin(tmp_path / "far.pathplan", plan(["6"]))
    assert (
        page.plan_box.isVisible() and page.head.title.text() == "From Grade 4 to Grade 6: Sam Field"
    )
    page.plan_box.setCurrentIndex(0)
    page.plan_box.activated.emit(0)
    assert page.head.title.text() == "From Grade 4 to Grade 5: Sam Field"
    page.plans.close()
    page.plans.close()
    assert page.none.isVisible() and page.none.begin.isEnabled()
    assert "from Grade 4 to Grade 5" in page.none._next.text()
    page.take_focus()
    assert page.none.begin.hasFocus()
    page._session.choose([])
    assert not page.none.begin.isEnabled() and "Choose two" in page.none._next.text()
    page.take_focus()
    assert page.none.open.hasFocus()


def test_a_copy_says_whose_view_is_written_in_it(page: PlanPage, tmp_path: Path) -> None:
    copy = tmp_path / "copy.pathplan"
    write_plan(copy, copy_for_manager(plan(), who="Kim"))
    page.plans.open(copy)
    assert "what you say here is the manager’s view" in page.notice.text()
    press(page, "1")
    assert page.plans.plan
    view = page.plans.plan.row_of[ROW].manager
    assert view and (view.standing, view.who) == (Standing.SHOWN, "Kim")
    first = page.model.index_of(ROW).siblingAtColumn(STANDING)
    assert first.data() == "● shown already"
    made = edits.set_standing(
        copy_for_manager(edits.set_standing(plan(), [ROW], Standing.PARTLY)), [ROW], Standing.SHOWN
    )
    model = PlanModel()
    model.show_rows(made, made.asked)
    spoken = model.index_of(ROW).siblingAtColumn(STANDING).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "shown already, employee: in part"


def test_every_control_of_the_page_has_a_name(page: PlanPage) -> None:
    page.plans.edit("evidence", lambda made: edits.add_evidence(made, [ROW], "Done"))
    for button in page.findChildren(QPushButton):
        assert button.text() or button.accessibleName()
    for widget in (page.view, page.panel, page.panel.note, page.filter, page.due):
        assert widget.accessibleName()


def test_a_plan_of_500_rows_fills_and_filters_without_a_wait_that_is_felt(
    page: PlanPage, tmp_path: Path
) -> None:
    path = tmp_path / "large.pathplan"
    write_plan(path, large_plan(500))
    page.plans.open(path)
    QApplication.processEvents()
    begin = time.process_time()
    press(page, "1")
    page.show_filter("no-evidence")
    page.show_filter("asked")
    QApplication.processEvents()
    assert time.process_time() - begin < 4.0, "it takes half a second on an idle machine"
    assert len(page.model.subjects) == 20


def test_a_plan_whose_save_fails_says_so_on_top(page: PlanPage) -> None:
    assert page.plans.path
    page.plans.path.unlink()
    page.plans.path.mkdir()
    heard: list[str] = []
    page.said.connect(heard.append)
    page.commands.set_standing(ROW, Standing.SHOWN)
    assert heard and page.notice.isVisible()
    assert page.plans.plan and page.plans.plan.row_of[ROW].standing is Standing.SHOWN
    page.plans.path.rmdir()
    page.commands.set_standing(ROW, Standing.PARTLY)
    assert now(page).row_of[ROW].standing is Standing.PARTLY


def test_an_open_framework_that_asks_otherwise_is_told_of_and_taken_over(
    page: PlanPage, qtbot: QtBot
) -> None:
    press(page, "1")
    session = page.outdated._session
    lowered = edition("4", "money", *GRADES["5"]["money"])
    session.workspace = Workspace.of(lowered.library)
    session.library_changed.emit()
    qtbot.waitUntil(lambda: "compared differently" in page.notice.text(), timeout=5000)
    assert page.notice.isVisible()
    page.plans.edit("update", lambda made: carry(made, session.comparer).plan)
    qtbot.waitUntil(lambda: "compared differently" not in page.notice.text(), timeout=5000)
    page.plans.undo()
    qtbot.waitUntil(lambda: "compared differently" in page.notice.text(), timeout=5000)


def test_a_long_date_is_cut_and_makes_the_page_no_wider(page: PlanPage) -> None:
    words = "Take over the weekly figures of the depot while the clerk is away " * 3
    page.plans.edit("action", lambda made: edits.add_action(made, [ROW], words, by="2020-01-01"))
    QApplication.processEvents()
    link = page.due.findChild(ShortLink)
    assert link is not None and link.isVisible()
    assert page._content.width() <= page.width()
    assert link.text().endswith("…") and link.width() < page.width()
    assert words.strip()[:60] in link.toolTip() and words.strip()[:60] in link.accessibleName()


def test_what_one_row_says_is_told_of_that_row_alone(page: PlanPage) -> None:
    heard: list[str] = []
    page.model.dataChanged.connect(
        lambda first, last: heard.append(str((row := page.model.row_at(first)) and row.id))
    )
    page.plans.edit("standing", lambda made: edits.set_standing(made, [ROW], Standing.SHOWN))
    assert set(heard) == {ROW, "None"}  # "None" is its subject
    heard.clear()
    page.plans.edit("evidence", lambda made: edits.add_evidence(made, [OTHER], "Kept to it"))
    assert set(heard) == {OTHER, "None"}
    heard.clear()
    page.plans.undo()
    assert set(heard) == {OTHER, "None"}
