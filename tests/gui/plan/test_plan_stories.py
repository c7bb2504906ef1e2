"""Two people and a plan, from the first start to the signed sheet: by menu, key and mouse."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from driver import Driver
from pathways.gui.plan.plan_page import PlanPage
from pathways.gui.printing.export_dialog import PaperChoice
from pathways.model.plan import Plan, Standing, View
from pathways.planning import edits
from pathways.planning.manager_copy import copy_for_manager
from pathways.store.framework_file import read_framework
from pathways.store.framework_writer import framework_yaml
from pathways.store.opening import bundled_files
from pathways.store.plan_file import read_plan, write_plan
from pathways.store.private_file import previous_path

Answer = Callable[[str], None]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Path]:
    """Answer the next file dialogs, saving or opening, with a name in the test's folder."""
    named: list[Path] = []

    def name(given: str) -> Path:
        named.append(tmp_path / given)
        return named[-1]

    def answer(*_args: Any, **_more: Any) -> tuple[str, str]:
        return (str(named.pop(0)) if named else "", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    return name


@pytest.fixture
def begun(opened: Driver, answers: Callable[[str], Path]) -> Driver:
    opened.window.session.choose(["ict-11", "ict-12"])
    answers("mine")
    opened.menu("File", "Plan this step")
    return opened


def page_of(driver: Driver) -> PlanPage:
    page = driver.window.page("plan")
    assert isinstance(page, PlanPage)
    return page


def plan_of(driver: Driver) -> Plan:
    """Return the plan in front, which is what its file has."""
    plans = driver.window.session.workspace.plans
    assert plans.plan is not None and plans.path is not None
    assert read_plan(plans.path) == plans.plan
    return plans.plan


def choose_in_menu(driver: Driver, words: str) -> None:
    menu = page_of(driver).menu.menu()
    action = next(one for one in menu.actions() if one.text().rstrip("…") == words)
    assert action.isEnabled(), f"{words} cannot be chosen now"
    action.trigger()
    driver.settle()


def press(driver: Driver, *keys: str) -> None:
    """Press keys in the window, which a system makes active again when a dialog is closed."""
    driver.window.activateWindow()
    driver.settle()
    driver.press(*keys)


def fill(dialog: Any, **values: Any) -> None:
    for name, value in values.items():
        box = dialog.boxes[name]
        if hasattr(box, "setPlainText"):
            box.setPlainText(value)
        elif hasattr(box, "setChecked"):
            box.setChecked(value)
        elif hasattr(box, "findData"):
            box.setCurrentIndex(box.findData(value))
        else:
            box.setText(value)


def done(dialog: Any) -> None:
    dialog.accept()


def row_with(plan: Plan, words: str) -> str:
    return next(row.id for row in plan.asked if words in row.text)


def test_an_employee_begins_a_plan_by_mouse_and_fills_it_in_by_key(
    opened: Driver, answers: Callable[[str], Path], tmp_path: Path
) -> None:
    opened.choose("Where are you now?", "Grade 11")
    opened.choose("Where would you like to go?", "Grade 12")
    opened.click("Compare", opened.window.page("map"))
    answers("My plan.pathplan")
    opened.click("Plan this step")
    assert opened.window.session.page == "plan"
    assert plan_of(opened).title == "From Grade 11 to Grade 12"
    assert "My plan.pathplan" in opened.status
    assert page_of(opened).view.hasFocus()
    press(opened, "1", "2", "3", "4")
    told = page_of(opened).head.under.text()
    count = len(plan_of(opened).asked)
    assert told.startswith(f"1 of {count} shown, 1 in part, 1 not yet, 1 without opportunity")
    row = page_of(opened).view.row
    assert row is not None
    opened.when(
        "Add evidence", lambda d: (fill(d, result="Led the desk", date="2026-05-29"), done(d))
    )
    press(opened, "E")
    opened.when(
        "Add an action",
        lambda d: (fill(d, do="Sit on a panel", by="2027-03-31", kind="shadowing"), done(d)),
    )
    press(opened, "A")
    plan = plan_of(opened)
    assert plan.evidence[0].rows == plan.actions[0].rows == (row.id,)
    for words in ("adding an action", "adding evidence"):
        for _time in range(2):
            assert opened.window.session.undo.undo_words == words
            press(opened, "Ctrl+Z")
            press(opened, "Ctrl+Shift+Z")
        press(opened, "Ctrl+Z")
    assert not plan_of(opened).evidence and not plan_of(opened).actions
    press(opened, "Ctrl+Y", "Ctrl+Y")
    assert plan_of(opened) == plan
    assert previous_path(tmp_path / "My plan.pathplan").exists()


def test_the_plan_goes_to_the_manager_and_comes_home(
    begun: Driver, answers: Callable[[str], Path]
) -> None:
    first = page_of(begun).view.row
    assert first is not None
    press(begun, "2")
    copy = answers("for Kim")
    begun.when("Prepare a copy for my manager", lambda d: (fill(d, who="Kim"), done(d)))
    choose_in_menu(begun, "Prepare a copy for my manager")
    copy = copy.with_suffix(".pathplan")
    assert "for Kim.pathplan" in begun.status and read_plan(copy).copy

    answers("for Kim.pathplan")
    begun.menu("File", "Open a plan")
    assert "the manager’s view" in page_of(begun).notice.text()
    page_of(begun).go_to(first.id)
    press(begun, "1")
    page_of(begun).go_to(first.id)
    page_of(begun).panel.note.setPlainText("Handled it well")
    page_of(begun).panel.keep_note()
    begun.settle()
    choose_in_menu(begun, "Close this plan")

    answers("for Kim.pathplan")
    choose_in_menu(begun, "Bring in my manager’s answers")
    home = plan_of(begun).row_of[first.id]
    assert home.standing is Standing.PARTLY
    assert home.manager == View(standing=Standing.SHOWN, note="Handled it well", who="Kim")
    assert begun.status == "The answers are in the plan."
    page_of(begun).show_filter("differs")
    assert page_of(begun).view.row and page_of(begun).view.row.id == first.id
    words = [label.text() for label in page_of(begun).panel.findChildren(QLabel)]
    assert "This differs from my view: talk about it." in words

    begun.when("What we agreed", lambda d: (fill(d, text="Sit on a panel"), done(d)))
    choose_in_menu(begun, "Add what we agreed")
    assert plan_of(begun).agreed[0].text == "Sit on a panel"


def test_two_answers_are_both_kept_until_somebody_chooses(
    begun: Driver, answers: Callable[[str], Path]
) -> None:
    plan = plan_of(begun)
    row = plan.asked[0].id
    for name, standing in (("a.pathplan", Standing.SHOWN), ("b.pathplan", Standing.NOT_YET)):
        path = answers(name)
        write_plan(path, edits.set_standing(copy_for_manager(plan), [row], standing))
        choose_in_menu(begun, "Bring in my manager’s answers")
    assert "1 value differs" in begun.status
    choose_in_menu(begun, "Differences to settle")
    press(begun, "Tab")
    take = begun.find(QPushButton, "Take this")
    take.setFocus()
    press(begun, "Return")
    assert not plan_of(begun).open_conflicts
    assert page_of(begun).view.isVisible()


def test_the_sheet_and_the_pack_are_exported(
    begun: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from pathways.gui.printing import export
    from pathways.gui.printing.export_dialog import ExportDialog

    press(begun, "1")
    stems: list[str] = []

    def ask(*args: Any, **more: Any) -> PaperChoice | None:
        stems.append(str([*args, *more.values()]))
        return None

    monkeypatch.setattr(ExportDialog, "ask", ask)
    choose_in_menu(begun, "Export the application pack")
    choose_in_menu(begun, "Export the meeting sheet")
    assert export is not None and len(stems) == 2

    from pathways.gui.shell.pages import pages
    from pathways.report.options import SheetOptions

    spec, options = pages()["plan"], SheetOptions(date=datetime.date(2026, 11, 27))
    session = begun.window.session
    assert spec.sheet(session, options).title == "From Grade 11 to Grade 12"
    assert spec.file_stem(session) == "mine, meeting" and not spec.why_no_paper(session)
    session.workspace.plans.pack = True
    assert spec.sheet(session, options).title == "Evidence for Grade 12"
    assert spec.file_stem(session) == "mine, application pack"


def test_nothing_goes_on_paper_before_there_is_a_plan(opened: Driver) -> None:
    press(opened, "Ctrl+6")
    assert opened.window.session.page == "plan"
    assert not opened.action("File", "Print").isEnabled()
    assert not opened.action("File", "Plan this step").isEnabled()
    assert opened.find(QPushButton, "Look at a sample plan").isEnabled()


def test_the_sample_opens_from_the_help_menu_and_the_map_says_where_it_leads(
    opened: Driver,
) -> None:
    opened.menu("Help", "Sample plan")
    assert "invented" in plan_of(opened).name
    press(opened, "1")
    opened.menu("Help", "Sample plan")
    assert len(opened.window.session.workspace.plans.open_ones) == 1
    scene = opened.window.page("map").map.scene
    assert scene.spoken("ict-11").endswith("I am here")
    assert scene.spoken("ict-12").endswith("my aim")
    choose_in_menu(opened, "Close this plan")
    assert "my aim" not in scene.spoken("ict-12")
    assert page_of(opened).none.isVisible()


def test_what_is_open_comes_back_at_the_next_start(begun: Driver) -> None:
    press(begun, "1")
    plan = plan_of(begun)
    begun.reopen()
    press(begun, "Ctrl+6")
    assert plan_of(begun) == plan
    begun.close()


def test_a_plan_that_is_let_fall_on_the_window_opens(begun: Driver, tmp_path: Path) -> None:
    other = tmp_path / "other.pathplan"
    write_plan(other, edits.rename(plan_of(begun), "Other"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy, place = Qt.DropAction.CopyAction, QPointF(200, 200)
    entering = QDragEnterEvent(place.toPoint(), copy, data, button, keys)
    QApplication.sendEvent(begun.window, entering)
    QApplication.sendEvent(begun.window, QDropEvent(place, copy, data, button, keys))
    begun.settle()
    assert plan_of(begun).name == "Other"


def test_a_framework_that_changed_leaves_the_plan_with_all_that_was_said(
    begun: Driver, tmp_path: Path
) -> None:
    plan = plan_of(begun)
    row = row_with(plan, "skills to manage budgets")
    page_of(begun).go_to(row)
    press(begun, "1")
    from pathways.store.dimensions_file import read_dimensions

    file = next(file for file in bundled_files() if file.stem == "ict")
    text = framework_yaml(read_framework(file, [one.id for one in read_dimensions()]))
    text = text.replace("          - The ability and skills to manage budgets\n", "")
    edition = tmp_path / "edition.yaml"
    edition.write_text(text, encoding="utf-8")
    path = begun.window.session.workspace.plans.path
    begun.reopen("--only", "--framework", edition)
    begun.window.session.visit("plan")
    assert path is not None
    page_of(begun).commands.open_file(path)
    told: list[str] = []

    def read(dialog: Any) -> None:
        told.extend(label.text() for label in dialog.findChildren(QLabel))

    begun.when("What has changed in the framework", read)
    choose_in_menu(begun, "Update to the open framework")
    assert any("no longer in the document" in words for words in told)
    assert plan_of(begun).row_of[row].changed == "gone"
    assert plan_of(begun).row_of[row].standing is Standing.SHOWN
    for _time in range(2):
        press(begun, "Ctrl+Z")
        assert plan_of(begun).row_of[row].changed == ""
        press(begun, "Ctrl+Y")
        assert plan_of(begun).row_of[row].changed == "gone"
    begun.close()


def test_what_is_known_about_a_person_is_shown_and_removed(begun: Driver) -> None:
    plans = begun.window.session.workspace.plans
    row = plan_of(begun).asked[0].id
    plans.edit("note", lambda made: edits.set_note(made, [row], "Kim Marsh finds me slow"))
    plans.edit("note", lambda made: edits.set_note(made, [row], "Kim Marsh finds me quick"))
    begun.when("Everything in this file about…", lambda d: (fill(d, name="Kim Marsh"), done(d)))
    shown: list[str] = []

    def remove(dialog: Any) -> None:
        shown.append(dialog.text.toPlainText())
        begun.click("Remove", dialog)

    begun.when("Everything about Kim Marsh", remove)
    choose_in_menu(begun, "Everything in this file about…".rstrip("…"))
    assert "finds me quick" in shown[0]
    assert plans.path
    for file in (plans.path, previous_path(plans.path)):
        assert b"Marsh" not in file.read_bytes()
    assert plan_of(begun).row_of[row].note == "[name removed] finds me quick"
    begun.when("Remove my notes", done)
    choose_in_menu(begun, "Remove my notes")
    assert not plan_of(begun).row_of[row].note


def test_dates_are_kept_and_written_for_the_calendar(
    begun: Driver, answers: Callable[[str], Path]
) -> None:
    begun.when("Review dates", lambda d: (fill(d, days="2027-02-01\n2027-08-01"), done(d)))
    choose_in_menu(begun, "Review dates")
    assert plan_of(begun).reviews == ("2027-02-01", "2027-08-01")
    path = answers("dates")
    choose_in_menu(begun, "Dates for the calendar")
    assert path.with_suffix(".ics").read_text().count("BEGIN:VEVENT") == 2


def test_a_form_says_what_makes_no_sense_and_stays_open(begun: Driver) -> None:
    said: list[str] = []

    def wrong(dialog: Any) -> None:
        dialog.accept()
        said.append(dialog.why.text())
        fill(dialog, result="Done", date="31 May")
        dialog.accept()
        said.append(dialog.why.text())
        assert dialog.isVisible()

    begun.when("Add evidence", wrong)
    press(begun, "E")
    assert "the result is what counts" in said[0] and "“31 May” is not a date" in said[1]
    assert not plan_of(begun).evidence


def test_entries_are_changed_used_again_and_removed_in_the_details(begun: Driver) -> None:
    first, second = (row.id for row in plan_of(begun).asked[:2])
    plans = begun.window.session.workspace.plans
    plans.edit("e", lambda made: edits.add_evidence(made, [first], "Led the desk"))
    piece = plan_of(begun).evidence[0].id
    commands = page_of(begun).commands
    begun.when(
        "Evidence", lambda d: (fill(d, confirmed_by="Kim", confirmed_on="2026-06-01"), done(d))
    )
    commands.do("edit-evidence", piece)
    assert plan_of(begun).evidence[0].confirmed_by == "Kim"

    def tick_all(dialog: Any) -> None:
        box = dialog.boxes["pieces"]
        for row in range(box.count()):
            box.item(row).setCheckState(Qt.CheckState.Checked)
        done(dialog)

    begun.when("Use existing evidence", tick_all)
    commands.do("use-evidence", second)
    assert plan_of(begun).evidence[0].rows == (first, second)
    begun.when("My manager’s view", lambda d: (fill(d, standing="shown", who="Kim"), done(d)))
    commands.do("view", first)
    assert plan_of(begun).row_of[first].manager
    begun.when("Whose plan it is", lambda d: (fill(d, name="Sam"), done(d)))
    choose_in_menu(begun, "Name")
    assert page_of(begun).head.title.text() == "From Grade 11 to Grade 12: Sam"
    page_of(begun).go_to(first)
    remove = begun.find(QPushButton, "Remove: Led the desk", page_of(begun).panel)
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    begun.settle()
    assert not plan_of(begun).evidence
    commands.do("edit-evidence", piece)
    press(begun, "Ctrl+Z")
    assert plan_of(begun).evidence


def test_giving_up_a_dialog_changes_nothing(begun: Driver) -> None:
    plan = plan_of(begun)
    for title, wish in (
        ("Add evidence", "add-evidence"),
        ("Add an action", "add-action"),
        ("What we agreed", "add-agreed"),
        ("My manager’s view", "view"),
    ):
        begun.when(title, lambda dialog: dialog.reject())
        page_of(begun).commands.do(wish, plan.asked[0].id)
    for title, words in (
        ("Prepare a copy for my manager", "Prepare a copy for my manager"),
        ("Whose plan it is", "Name"),
        ("Review dates", "Review dates"),
        ("Remove my notes", "Remove my notes"),
        ("Everything in this file about…", "Everything in this file about"),
    ):
        begun.when(title, lambda dialog: dialog.reject())
        choose_in_menu(begun, words)
    choose_in_menu(begun, "Bring in my manager’s answers")
    choose_in_menu(begun, "Open a plan")
    begun.menu("File", "Plan this step")
    assert plan_of(begun) == plan


def test_what_cannot_be_opened_is_said_in_a_sentence(
    begun: Driver, answers: Callable[[str], Path]
) -> None:
    answers("odd.pathplan").write_text("format: 9\n", encoding="utf-8")
    told: list[str] = []
    begun.when(
        "The plan could not be opened",
        lambda d: told.extend(label.text() for label in d.findChildren(QLabel)),
    )
    begun.menu("File", "Open a plan")
    assert any("newer version of Pathways" in words for words in told)


def test_everything_about_a_person_is_a_sheet_too(
    begun: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = begun.window.session.workspace.plans
    row = plan_of(begun).asked[0].id
    plans.edit("note", lambda made: edits.set_note(made, [row], "Kim Marsh said so"))
    made: list[Any] = []
    page_of(begun).commands.sheet_asked.disconnect()
    page_of(begun).commands.sheet_asked.connect(lambda make, stem: made.append((make, stem)))
    begun.when("Everything in this file about…", lambda d: (fill(d, name="Kim Marsh"), done(d)))
    begun.when("Everything about Kim Marsh", lambda d: begun.click("Export as a sheet", d))
    choose_in_menu(begun, "Everything in this file about")
    (make, stem) = made[0]
    from pathways.report.options import SheetOptions
    from pathways.report.text import to_text

    options = SheetOptions(date=datetime.date(2026, 11, 27))
    told = to_text(make(options), options).decode()
    assert "Kim Marsh said so" in told and "Copies that were given away" in told and stem
    nobody: list[str] = []

    def look(dialog: Any) -> None:
        nobody.append(dialog.text.toPlainText())
        begun.click("Close", dialog)

    begun.when("Everything in this file about…", lambda d: (fill(d, name="Nobody"), done(d)))
    begun.when("Everything about Nobody", look)
    choose_in_menu(begun, "Everything in this file about")
    assert nobody == ["Nothing in this file names Nobody."]


def test_a_statement_weighs_what_the_person_says(begun: Driver) -> None:
    row = plan_of(begun).asked[0].id
    begun.when("How much it weighs for me", lambda d: (fill(d, weight="3"), done(d)))
    page_of(begun).commands.do("weigh", row)
    assert plan_of(begun).row_of[row].weight == 3
    assert "By your weights: 0 of 3 shown." in page_of(begun).head.under.text()
    for _time in range(2):
        press(begun, "Ctrl+Z")
        assert plan_of(begun).row_of[row].weight == 0
        press(begun, "Ctrl+Y")
        assert plan_of(begun).row_of[row].weight == 3


def test_a_plan_that_was_put_in_the_place_of_mine_is_shown_beside_it(begun: Driver) -> None:
    from pathways.planning.begin import begin

    plans, session = begun.window.session.workspace.plans, begun.window.session
    assert plans.path
    other = begin(session.comparer, "ict-9", ["ict-10"])
    write_plan(plans.path, other)
    press(begun, "1")
    mine = plans.plan
    assert "changed by somebody else" in page_of(begun).notice.text()
    assert read_plan(plans.path) == other, "nothing is overwritten before somebody has chosen"
    begun.click("Use the version in the file")
    assert plans.plan == other
    press(begun, "Ctrl+Z")
    assert plans.plan == mine
    write_plan(plans.path, begin(session.comparer, "ict-8", ["ict-9"]))
    press(begun, "2")
    begun.click("Keep my version and save it")
    assert plan_of(begun).start.id == "ict-11" and not page_of(begun).notice.isVisible()


def test_a_plan_named_on_the_command_line_is_opened(begun: Driver) -> None:
    path = begun.window.session.workspace.plans.path
    assert path is not None
    begun.reopen(path)
    assert begun.window.session.page == "plan"
    assert plan_of(begun).title == "From Grade 11 to Grade 12"
    begun.close()
