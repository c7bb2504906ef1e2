"""What a manager comes for, by menu, by key and by mouse."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from driver import Driver, save_as
from pathways import paths
from pathways.gui.dialogs.question_dialog import QuestionDialog
from pathways.gui.team.team_actions import TeamActions, actions_of
from pathways.gui.team.team_session import TEAM_PAGES
from pathways.store.team_file import asks_for_passphrase, read_team

SAMPLE = paths.data() / "sample-team"


def team_actions(driver: Driver) -> TeamActions:
    return actions_of(driver.window.context)


def said(**values: str) -> Callable[[QuestionDialog], None]:
    """Return what a person does in a form: write, choose by words, and press the button."""

    def do(dialog: QuestionDialog) -> None:
        for name, value in values.items():
            part = dialog.boxes[name]
            if isinstance(part, QComboBox):
                at = next(n for n in range(part.count()) if part.itemText(n).startswith(value))
                part.setCurrentIndex(at)
            elif isinstance(part, QPlainTextEdit):
                part.setPlainText(value)
            else:
                assert isinstance(part, QLineEdit)
                part.setText(value)
        assert dialog.button.isEnabled(), dialog.button.toolTip()
        QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)

    return do


def do(driver: Driver, words: str, within: QWidget, way: str) -> None:
    """Press a button with the mouse, or come to it with the keyboard and press Space."""
    if way != "key":
        driver.click(words, within)
        return
    button = driver.find(QPushButton, words, within)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    driver.settle()


def words_on(page: QWidget) -> str:
    """Return everything that is written on a page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def names_shown(driver: Driver) -> list[str]:
    rows = driver.window.page("team").rows
    return [str(rows.index(row, 1).data()) for row in range(rows.rowCount())]


def undone_and_redone_twice(driver: Driver) -> None:
    """Undo and redo the last step twice: nothing is lost."""
    session = team_actions(driver).session
    after = session.team
    for _time in range(2):
        driver.menu("Edit", driver.window.menus.action("undo").text().replace("&", ""))
        assert session.team != after
        driver.menu("Edit", driver.window.menus.action("redo").text().replace("&", ""))
        assert session.team == after


@pytest.mark.parametrize("way", ["menu", "key", "mouse"])
def test_a_first_team_by_hand(driver: Driver, tmp_path: Path, way: str) -> None:
    if way == "menu":
        driver.menu("Team", "Team")
    elif way == "key":
        driver.press("Ctrl+7")
    else:
        driver.click("Team")
    page = driver.window.page("team")
    told = words_on(page)
    for words in ("on this computer", "no server", "health", "decides nothing"):
        assert words in told
    path = tmp_path / "crew.pathteam"
    driver.when("New team", said(words="Crew"))
    driver.when("Where is the team kept?", save_as(path))
    driver.click("New team")
    assert "Nothing more is needed" in words_on(page)
    page.names.setPlainText("Ada\nÓscar Łuk\n李 明\n")
    driver.click("Add these people")
    assert names_shown(driver) == ["Ada", "Óscar Łuk", "李 明"]
    undone_and_redone_twice(driver)
    driver.when("Add a post", said(title="Analyst", node="Grade 11", funded="funded"))
    driver.menu("Team", "Add a post")
    undone_and_redone_twice(driver)
    driver.when(
        "Add a person",
        said(name="Bo", node="Grade 11", aim="Grade 12", post="Analyst", next_talk="1/3/2027"),
    )
    driver.menu("Team", "Add a person")
    undone_and_redone_twice(driver)
    team_actions(driver).session.save()
    kept = read_team(path)
    assert [(person.name, person.aim) for person in kept.people][-1] == ("Bo", "ict-12")
    assert kept.posts[0].holder == "p4"
    assert kept.people[-1].next_talk == "2027-03-01"


def test_a_form_says_what_is_missing_or_is_no_day(driver: Driver, sample: Path) -> None:
    seen: list[str] = []

    def look(dialog: QuestionDialog) -> None:
        assert not dialog.button.isEnabled()
        seen.append(dialog.button.toolTip())
        dialog.boxes["name"].setText("Bo")  # type: ignore[attr-defined]
        assert dialog.button.isEnabled()
        dialog.boxes["since"].setText("some day")  # type: ignore[attr-defined]
        assert not dialog.button.isEnabled()
        seen.append(dialog.button.toolTip())
        dialog.reject()

    driver.when("Add a person", look)
    driver.menu("Team", "Add a person")
    assert seen == ["A person needs a name or a code.", "“some day” is not a date."]


@pytest.mark.parametrize("way", ["menu", "key", "mouse"])
def test_two_hundred_people_come_in_from_a_messy_spreadsheet(
    driver: Driver, sample: Path, tmp_path: Path, way: str
) -> None:
    rows = ["Depot staff,,,,", "Employee name,Gr.,Job title,Reports to,Next 1:1"]
    grades = ["Gr 9", "Grade 10", "g11", "12", "PO77"]
    rows += [
        f'"Doe, Jan {n}",{grades[n % 5]},Post {n},Eleri Pugh,{n % 28 + 1}/3/2027'
        for n in range(200)
    ]
    rows += ["VACANT,11,Spare post,,", "Total,200,,,", ",,,Eleri Pugh,", "Ade Bello,Gr 12,,,soon"]
    table = tmp_path / "people.csv"
    table.write_text("\n".join(rows))
    if way == "menu":
        driver.menu("Team", "Bring in a spreadsheet")
    else:
        do(driver, "Bring in a spreadsheet", driver.window.page("team"), way)
    page = driver.window.page("bring-in")
    page.take_file(table)
    driver.settle()
    told = words_on(page)
    assert "201 new, 1 changed" in told
    assert "Row 204: The row is a total" in told
    assert "“soon” is not brought in" in told
    driver.choose_in("PO77", "Grade 13", page)
    assert "PO77" in words_on(page)
    do(driver, "Bring it in", page, way)
    team = team_actions(driver).session.team
    assert len(team.people) == 210
    assert sum(person.node == "ict-13" for person in team.people) == 40
    assert team.people_by_id["p1"].node == "ict-12"
    undone_and_redone_twice(driver)
    driver.menu("Team", "Bring in a spreadsheet")
    page.take_file(table)
    driver.settle()
    assert "0 new, 0 changed, 202 as they are" in words_on(page)
    assert not page.bring_button.isEnabled()


def test_a_table_can_be_pasted_and_a_column_given_another_meaning(
    driver: Driver, sample: Path
) -> None:
    driver.menu("Team", "Bring in a spreadsheet")
    QGuiApplication.clipboard().setText("Wer\tGrade\nEva\t9\n")
    driver.click("Paste")
    page = driver.window.page("bring-in")
    assert "neither a name nor a post" in words_on(page)
    driver.choose_in("Wer, such as Eva", "name or code", page)
    driver.click("Bring it in")
    assert team_actions(driver).session.team.people[-1].name == "Eva"


def test_three_candidates_for_one_step_stand_side_by_side(driver: Driver, sample: Path) -> None:
    page = driver.window.page("team")
    driver.choose_in("Aiming for", "Aiming for Grade 12 (3)", page)
    assert names_shown(driver) == ["Ade Bello", "Marged Owen", "Zoë Ngũgĩ"]
    page.table.selectAll()
    driver.settle()
    driver.click("Side by side (3)")
    beside = driver.window.page("side-by-side")
    assert driver.window.session.page == "side-by-side"
    told = words_on(beside)
    assert "asked of some only" in told
    assert "judged differently on similar evidence" in told
    assert "No plan could be read of Zoë Ngũgĩ" in told
    cells = [
        beside.model.index(row, column).data()
        for row in range(beside.model.rowCount())
        for column in range(beside.model.columnCount())
    ]
    assert any("Eleri Pugh: in part" in cell for cell in cells)
    assert "nothing is added up" in told
    driver.menu("Go", "Back")
    assert driver.window.session.page == "team"


def test_what_nobody_marked_cannot_stand_side_by_side(driver: Driver, sample: Path) -> None:
    page = driver.window.page("team")
    page.table.clearSelection()
    driver.settle()
    assert not page.beside_button.isEnabled()
    page.table.selectAll()
    driver.settle()
    assert not page.beside_button.isEnabled(), "ten are too many"


def open_person(driver: Driver, name: str) -> QWidget:
    driver.window.session.visit("team")
    page = driver.window.page("team")
    page.words.setText(name)
    driver.settle()
    page.table.setCurrentIndex(page.rows.index(0, 1))
    page.table.setFocus()
    driver.press("Return")
    page.words.clear()
    assert driver.window.session.page == "person"
    found: QWidget = driver.window.page("person")
    return found


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_acting_up_from_its_start_to_its_end(driver: Driver, sample: Path, way: str) -> None:
    page = open_person(driver, "Priya")
    driver.when(
        "Plan a move of Priya Nair",
        said(kind="acting up", node="Grade 11", post="Security analyst", date="2 Nov 2026"),
    )
    do(driver, "Plan a move", page, way)
    told = words_on(page)
    assert "not met: It has an end date" in told
    assert "not met: The reason is written down" in told
    driver.when("Change the move of Priya Nair", said(until="1 May 2027", reason="Leave"))
    do(driver, "Change", page.moves, way)
    assert "met: It lasts twelve months at most" in words_on(page)
    undone_and_redone_twice(driver)
    driver.when("Approved", said(by="Head of service", note="One of three asked"))
    do(driver, "Approved", page, way)
    undone_and_redone_twice(driver)
    do(driver, "Carry out", page, way)
    undone_and_redone_twice(driver)
    session = team_actions(driver).session
    assert session.team.posts_by_id["t12"].cover == "p6"
    assert "review of the acting up, 2 February 2027" in words_on(page)
    do(driver, "Reviewed today", page, way)
    assert session.team.moves[-1].reviewed
    do(driver, "It has ended", page, way)
    assert session.team.posts_by_id["t12"].cover == ""
    assert [event.state.value for event in session.team.moves[-1].history] == [
        "idea",
        "approved",
        "done",
    ]


def test_what_only_people_know_is_answered_and_a_move_taken_out(
    driver: Driver, sample: Path
) -> None:
    page = open_person(driver, "فاطمة")
    assert "not known: The team needs work at the higher level" in words_on(page)
    need = "The team needs work at the higher level"
    yes = [one for one in page.findChildren(QPushButton) if one.text() == "Yes, that is so"]
    next(one for one in yes if one.accessibleName().endswith(need)).click()
    assert "met: The team needs work at the higher level. The manager says so." in words_on(page)
    undone_and_redone_twice(driver)
    driver.click("Withdrawn", page)
    driver.click("Take out", page)
    assert "A plan decides nothing" in words_on(page)
    undone_and_redone_twice(driver)


@pytest.mark.parametrize("way", ["menu", "key", "mouse"])
def test_a_promotion_that_empties_two_posts_is_tried_kept_and_applied(
    driver: Driver, sample: Path, way: str
) -> None:
    session = team_actions(driver).session
    before = session.team
    if way == "menu":
        driver.menu("Team", "What if")
    elif way == "key":
        driver.press("Ctrl+Shift+W")
    else:
        driver.click("What if", driver.window.page("team"))
    page = driver.window.page("what-if")
    driver.choose_in("Who", "Marged Owen", page)
    driver.choose_in("Which post", "Team leader", page)
    page.date.setText("1 June 2027")
    do(driver, "Show what follows", page, way)
    told = words_on(page)
    assert "What if Marged Owen became Team leader, Grade 12?" in told
    assert "Service analyst, Grade 11 falls vacant on 1 June 2027" in told
    assert "Could follow: Óscar Łuk (one step away)" in told
    assert "advertise" in page.chain.accessibleDescription()
    do(driver, "Try way 1", page, way)
    assert len(session.tried) > 1
    assert session.team is before, "nothing is changed"
    driver.when("Keep as a scenario", said(words="Both"))
    do(driver, "Keep as a scenario", page, way)
    undone_and_redone_twice(driver)
    assert "Both" in words_on(page.kept)
    driver.when("Apply", said(reason="Agreed with HR"))
    do(driver, "Apply", page, way)
    assert [move.state.value for move in session.team.moves[2:]] == ["idea"] * (
        len(session.team.moves) - 2
    )
    assert session.team.people == before.people, "nobody has moved"
    undone_and_redone_twice(driver)


def cells_of(page: QWidget) -> dict[str, list[str]]:
    """Return the words of a table of words, each row by its first cell."""
    return {row[0]: list(row[1:]) for row in page.model.rows}  # type: ignore[attr-defined]


def test_scenarios_are_shown_renamed_and_thrown_away(driver: Driver, sample: Path) -> None:
    driver.menu("Team", "What if")
    page = driver.window.page("what-if")
    assert "Marged leads" in words_on(page)
    driver.click("Show", page.kept)
    assert "What if Marged Owen became Team leader" in words_on(page)
    driver.when("Rename", said(words="Marged first"))
    driver.click("Rename", page.kept)
    assert "Marged first" in words_on(page)
    undone_and_redone_twice(driver)
    driver.click("Delete", page.kept)
    assert "Marged first" not in words_on(page)
    undone_and_redone_twice(driver)


def test_scenarios_stand_side_by_side_as_columns(driver: Driver, sample: Path) -> None:
    driver.menu("Team", "What if")
    tried = driver.window.page("what-if")
    driver.choose_in("Who", "Zoë Ngũgĩ", tried)
    driver.choose_in("Which post", "Team leader", tried)
    driver.choose_in("Kind of move", "acting up", tried)
    tried.date.setText("4 January 2027")
    tried.until.setText("31 December 2027")
    driver.click("Show what follows", tried)
    driver.click("Beside the others", tried)
    page = driver.window.page("scenarios")
    assert driver.window.session.page == "scenarios"
    assert page.model.header == ("What follows", "tried, not kept", "Marged leads", "Ade leads")
    cells = cells_of(page)
    assert "Zoë Ngũgĩ → Team leader, Grade 12, acting up" in cells["Who moves"][0]
    zoe, marged, ade = cells["Posts vacant, and for how long"]
    assert "Team leader, Grade 12: 95 days empty, until 4 January 2027" in zoe
    assert "Network engineer, Grade 11: 362 days, from 4 January 2027" in zoe
    assert "Team leader, Grade 12: 243 days empty, until 1 June 2027" in marged
    assert "Service analyst, Grade 11: from 1 June 2027 until it is filled" in marged
    assert "Team leader, Grade 12: 151 days empty" in ade
    assert "review of the acting up, 4 April 2027" in cells["Days to keep"][0]
    assert cells["Days to keep"][1] == "none"
    assert not any(row.startswith("Cost") for row in cells), "nobody entered what a grade costs"
    page._boxes[1].click()
    assert page.model.header == ("What follows", "tried, not kept", "Ade leads")
    page._boxes[1].click()
    assert len(page.model.header) == 4


def test_cost_stands_beside_on_costs_and_only_where_it_was_entered(
    driver: Driver, sample: Path
) -> None:
    values = {"ict-11": "40000-44000", "ict-12": "45000-50000", "on-costs": "30"}
    driver.when("Pay bands", said(**values))
    driver.menu("Team", "Pay bands")
    driver.menu("Team", "Scenarios side by side")
    cells = cells_of(driver.window.page("scenarios"))
    assert cells["Cost more in a year, without on-costs"] == ["5,000 to 6,000"] * 2
    assert cells["On-costs in a year"] == ["1,500 to 1,800"] * 2


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_a_scenario_beside_others_is_named_thrown_away_and_applied(
    driver: Driver, sample: Path, way: str
) -> None:
    driver.menu("Team", "Scenarios side by side")
    page, session = driver.window.page("scenarios"), team_actions(driver).session

    def do(words: str) -> None:
        if way == "mouse":
            driver.click(words, page.card)
            return
        button = next(b for b in page.card.findChildren(QPushButton) if b.text().startswith(words))
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        driver.settle()

    driver.when("Rename", said(words="Marged first"))
    do("Rename")
    assert page.model.header[1] == "Marged first"
    undone_and_redone_twice(driver)
    before = session.team
    driver.when("Apply", lambda dialog: dialog.reject())
    do("Apply")
    assert session.team is before, "only when it is confirmed"
    driver.when("Apply", said(reason="Agreed with HR"))
    do("Apply")
    assert session.team.moves[-1].reason == "Agreed with HR"
    assert session.team.people == before.people, "nobody has moved"
    assert [one.title for one in session.team.scenarios] == ["Ade leads"]
    undone_and_redone_twice(driver)
    driver.menu("Team", "Scenarios side by side")
    do("Delete")
    assert "There are no scenarios yet" in words_on(page)
    undone_and_redone_twice(driver)


def test_more_scenarios_than_four_are_chosen_from(driver: Driver, sample: Path) -> None:
    from pathways.planning.moves import add_scenario

    moves = team_actions(driver).session.team.scenarios[0].moves
    for title in ("Three", "Four", "Five"):
        team_actions(driver).edit(title, lambda team, title=title: add_scenario(team, title, moves))  # type: ignore[misc]
    driver.menu("Team", "Scenarios side by side")
    page = driver.window.page("scenarios")
    assert page.model.header[1:] == ("Marged leads", "Ade leads", "Three", "Four")
    assert not page._boxes[4].isEnabled()
    page._boxes[0].click()
    page._boxes[4].click()
    assert page.model.header[1:] == ("Ade leads", "Three", "Four", "Five")


@pytest.mark.parametrize("way", ["menu", "key", "mouse"])
def test_what_to_look_at_leads_to_the_person_and_the_move(
    driver: Driver, sample: Path, way: str
) -> None:
    team_page = driver.window.page("team")
    assert (
        team_page.check_button.text()
        == f"What to look at ({len(team_actions(driver).session.findings)})"
    )
    if way == "menu":
        driver.menu("Team", "What to look at")
    elif way == "mouse":
        driver.click(team_page.check_button.text(), team_page)
    else:
        team_page.check_button.setFocus()
        QTest.keyClick(team_page.check_button, Qt.Key.Key_Space)
    page = driver.window.page("check")
    assert driver.window.session.page == "check"
    assert "Not met, or overdue: 2 · Worth a look: 9" in words_on(page)
    rows = page.model.rows
    at = next(n for n, row in enumerate(rows) if "the progression is approved" in row[1])
    page.table.setCurrentIndex(page.model.index(at, 0))
    if way == "mouse":
        place = page.table.visualRect(page.model.index(at, 1)).center()
        QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    else:
        page.table.setFocus()
        driver.press("Return")
    driver.settle()
    assert driver.window.session.page == "person"
    person = driver.window.page("person")
    assert person.head.title.text() == "فاطمة الزهراء"
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.objectName() == team_actions(driver).session.team.moves[-1].id
    driver.menu("Go", "Back")
    assert driver.window.session.page == "check"
    driver.choose_in("How grave", "Worth a look (9)", page)
    assert len(page.model.rows) == 9


def test_what_to_look_at_leads_to_a_post_and_changes_with_the_team(
    driver: Driver, sample: Path
) -> None:
    from pathways.planning.people import change_post

    team_actions(driver).edit("x", lambda team: change_post(team, "t1", node="none-such"))
    driver.menu("Team", "What to look at")
    page = driver.window.page("check")
    assert "To put right: 1" in words_on(page)
    title = team_actions(driver).session.team.posts_by_id["t1"].title
    driver.when(f"Change {title}", said(node="Grade 11"))
    page.table.setFocus()
    driver.press("Return")
    assert "To put right" not in words_on(page)
    undone_and_redone_twice(driver)


def test_a_move_that_cannot_be_is_said(driver: Driver, sample: Path) -> None:
    driver.menu("Team", "What if")
    page = driver.window.page("what-if")
    driver.click("Show what follows", page)
    assert driver.status == "Say who moves, and to which post."
    driver.choose_in("Who", "Ade Bello", page)
    driver.choose_in("Which post", "Team leader", page)
    page.date.setText("soon")
    driver.click("Show what follows", page)
    assert driver.status == "Write the date like this: 1 March 2027."


def test_decision_records_for_everybody_without_names(
    driver: Driver, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QFileDialog

    out = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_rest: str(out))
    driver.when(
        "Sheets for everybody",
        said(kind="decision records", names="codes in place of names, no", ending=".html"),
    )
    driver.menu("Team", "Sheets for everybody")
    files = sorted(out.iterdir())
    assert len(files) == 2
    for file in files:
        whole = file.name + file.read_text("utf-8")
        for name in ("Marged", "Owen", "Eleri", "Pugh", "الزهراء", "advertised."):
            assert name not in whole
        assert "P2" in whole or "P9" in whole


def test_people_stand_on_the_map_and_go_again(driver: Driver, sample: Path) -> None:
    driver.menu("Team", "People on the map")
    assert driver.window.session.page == "map"
    scene = driver.window.page("map").map.scene
    assert "here: Ade Bello, Marged Owen, Zoë Ngũgĩ" in scene.spoken("ict-11")
    assert "aiming for it" in scene.spoken("ict-12")
    driver.menu("Team", "People on the map")
    assert "here:" not in scene.spoken("ict-11")


def test_views_are_saved_and_shown_again(driver: Driver, sample: Path) -> None:
    page = driver.window.page("team")
    page.words.setText("support")
    driver.choose_in("Group the team", "by grade", page)
    driver.when("Save this view", said(words="Support"))
    page._on_save_view()
    undone_and_redone_twice(driver)
    page.words.clear()
    driver.choose_in("Group the team", "not grouped", page)
    assert len(names_shown(driver)) == 12
    page.show_view(team_actions(driver).session.team.views[0])
    driver.settle()
    assert len(names_shown(driver)) == 2
    assert not page.table.isColumnHidden(0)
    page._on_forget_view(team_actions(driver).session.team.views[0])
    assert team_actions(driver).session.team.views == ()


def test_somebody_who_is_removed_is_gone_from_every_file(driver: Driver, sample: Path) -> None:
    page = open_person(driver, "Tom Harte")
    driver.when("Change Tom Harte", said(note="Prefers mornings"))
    driver.click("Change", page)
    team_actions(driver).session.save()
    driver.when("Remove Tom Harte", said(sure="Tom Harte"))
    driver.click("Remove", page)
    assert driver.window.session.page == "team"
    for file in sample.parent.iterdir():
        if file.suffix == ".pathteam":
            assert "Tom Harte" not in file.read_text("utf-8"), file.name
    assert not team_actions(driver).session.undo_words, "undo brings nobody back"


def test_a_team_is_kept_under_a_passphrase(driver: Driver, sample: Path) -> None:
    driver.when(
        "Keep “service-desk.pathteam” under a passphrase",
        said(words="long enough", again="long enough"),
    )
    driver.menu("Team", "Keep under a passphrase")
    assert asks_for_passphrase(sample)
    tries = iter(["wrong", "long enough"])
    told: list[str] = []

    def answer(dialog: QuestionDialog) -> None:
        told.append("\n".join(label.text() for label in dialog.findChildren(QLabel)))
        word = next(tries)
        if word == "wrong":
            driver.when("Passphrase", answer)
        said(words=word)(dialog)

    driver.when("Passphrase", answer)
    team_actions(driver).open(sample)
    driver.settle()
    assert "That is not the passphrase" in told[1]
    assert len(team_actions(driver).session.team.people) == 10
    team_actions(driver).session.show_person("Tom Harte")
    driver.window.session.visit("person", "p5")
    page = driver.window.page("person")
    driver.when("Remove Tom Harte", said(sure="tom harte"))
    driver.click("Remove", page)
    assert "Tom Harte" not in names_shown(driver)
    assert asks_for_passphrase(sample)


def test_a_copy_for_somebody_else_has_what_was_chosen(
    driver: Driver, sample: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "hr.pathteam"
    driver.when("A copy for somebody else", said(names="codes", moves="with", scenarios="left"))
    driver.when("Where is the team kept?", save_as(copy))
    driver.menu("Team", "A copy for somebody else")
    text = copy.read_text("utf-8")
    assert "Marged" not in text
    assert [person.name for person in read_team(copy).people][:2] == ["P1", "P2"]
    assert read_team(copy).scenarios == ()
    assert len(read_team(copy).moves) == 2


def test_pay_bands_are_entered_and_costs_told(driver: Driver, sample: Path) -> None:
    values = {"ict-11": "40000-44000", "ict-12": "45,000–50,000", "on-costs": "30"}
    driver.when("Pay bands", said(**values))
    driver.menu("Team", "Pay bands")
    undone_and_redone_twice(driver)
    driver.menu("Team", "What if")
    page = driver.window.page("what-if")
    driver.click("Show", page.kept)
    assert "5,000 to 6,000 more a year; on-costs 1,500 to 1,800" in words_on(page)


def test_a_plan_outside_the_team_s_folder_is_not_linked(
    driver: Driver, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QFileDialog

    plan = tmp_path / "p.pathplan"
    shutil.copy(sample.parent / "p1-ict-12.pathplan", plan)
    page = open_person(driver, "Zoë")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_rest: (str(plan), ""))
    driver.when("The plan lies elsewhere", lambda dialog: dialog.accept())
    driver.click("Link a plan", page)
    assert team_actions(driver).session.team.people_by_id["p3"].plan == ""
    inside = sample.parent / "p.pathplan"
    shutil.copy(plan, inside)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_rest: (str(inside), ""))
    driver.click("Link a plan", page)
    assert team_actions(driver).session.team.people_by_id["p3"].plan == "p.pathplan"
    assert "7 shown" in words_on(page)
    undone_and_redone_twice(driver)


def test_what_cannot_be_saved_holds_and_is_there_again(
    driver: Driver, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathways.errors import PathwaysError
    from pathways.workspace import team as kinds

    def full(path: Path, team: object, passphrase: str = "") -> None:
        if "recovery" not in str(path):
            raise PathwaysError("The disk is full.")
        kept(path, team, passphrase)  # type: ignore[arg-type]

    kept = kinds.write_team
    monkeypatch.setattr(kinds, "write_team", full)
    team_actions(driver).add_names(["Bo"])
    driver.when("The team could not be saved", lambda dialog: dialog.accept())
    team_actions(driver).session.save()
    assert team_actions(driver).session.team.people[-1].name == "Bo"
    monkeypatch.undo()


@pytest.mark.parametrize("percent", [100, 300])
def test_every_control_on_the_pages_of_a_team_has_a_name(
    driver: Driver, sample: Path, percent: int
) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView

    window = driver.window
    window.resize(1280, 720)
    window.apply_theme(window.context.theme.scaled(percent / 100))
    team_actions(driver).session.show_person("p2")
    named = 0
    for name in TEAM_PAGES:
        window.session.visit(name)
        driver.settle()
        page = window.page(name)
        for kind in (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView):
            for part in page.findChildren(kind):
                if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                    text = part.text() if isinstance(part, QAbstractButton) else ""
                    assert text or part.accessibleName(), f"{name}: {part}"
                    named += 1
        assert page.isAncestorOf(QApplication.focusWidget()), name
    assert named > 40


def test_back_and_forward_lead_from_one_person_to_another(driver: Driver, sample: Path) -> None:
    def title() -> str:
        return str(driver.window.page("person").head.title.text())

    open_person(driver, "Ade")
    open_person(driver, "Marged")
    assert title() == "Marged Owen"
    driver.menu("Go", "Back")
    assert driver.window.session.page == "team"
    driver.menu("Go", "Back")
    assert title() == "Ade Bello"
    driver.press("Alt+Right", "Alt+Right")
    assert title() == "Marged Owen"


def test_what_the_team_can_show_is_listed_grade_by_grade(driver: Driver, sample: Path) -> None:
    driver.menu("Team", "What the team can show")
    page = driver.window.page("gaps")
    told = words_on(page)
    assert "held by one person alone" in told
    assert "Eleri Pugh only" in told
    driver.choose_in("Grade or role", "Grade 12", page)
    assert "Nearest: Marged Owen" in words_on(page) or "Nearest: Ade Bello" in words_on(page)
    assert "Grade 9" not in [card.heading.text() for card in page._shown_cards]


@pytest.mark.parametrize(
    "name", ["team", "side-by-side", "what-if", "scenarios", "gaps", "check", "person"]
)
def test_any_sheet_goes_on_paper_without_names(
    driver: Driver, sample: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import datetime

    from pathways.report.options import SheetOptions
    from pathways.report.text import to_text

    options = SheetOptions(date=datetime.date(2026, 11, 27))
    session = team_actions(driver).session
    session.show_person("p2")
    session.put_beside(["p1", "p2"], "ict-11", "ict-12")
    session.try_moves(session.team.scenarios[0].moves)
    driver.menu("Team", "Sheets without names")
    made: list[str] = []
    context = driver.window.context
    monkeypatch.setattr(
        context, "export", lambda make, _stem: made.append(to_text(make(options), options).decode())
    )
    context.session.visit(name)
    driver.settle()
    if name == "team":
        from pathways.gui.shell.pages import pages

        spec = pages()["team"]
        made.append(to_text(spec.sheet(context.session, options), options).decode())
    else:
        driver.click("Decision record" if name == "person" else "Sheet", context.page(name))
    assert made
    for person in ("Marged", "Ade Bello", "Eleri", "telephony"):
        assert person not in made[0]
    assert "P2" in made[0] or name == "gaps"


def test_everything_about_somebody_is_a_sheet_with_their_name_where_names_are_wanted(
    driver: Driver, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import datetime

    from pathways.report.options import SheetOptions
    from pathways.report.text import to_text

    options = SheetOptions(date=datetime.date(2026, 11, 27))
    context, session = driver.window.context, team_actions(driver).session
    made: list[str] = []
    monkeypatch.setattr(
        context, "export", lambda make, _stem: made.append(to_text(make(options), options).decode())
    )
    person = session.team.people[0]
    session.show_person(person.id)
    context.session.visit("person")
    driver.settle()
    driver.click("Everything about them", context.page("person"))
    assert f"Everything about {person.name}" in made[0] and f"says: {person.code}" in made[0]
    driver.menu("Team", "Sheets without names")
    warned: list[str] = []
    monkeypatch.setattr(context, "warn", lambda title, _words: warned.append(title))
    driver.click("Everything about them", context.page("person"))
    assert warned == ["This sheet has the name on it"] and len(made) == 1


def test_rules_are_chosen_and_one_set_at_least(driver: Driver, sample: Path) -> None:
    from pathways.store.rules_file import rules_files, rules_folder

    rules_folder().mkdir(parents=True)
    text = rules_files()[0].read_text("utf-8").replace("id: uk-councils", "id: ours")
    (rules_folder() / "ours.yaml").write_text(text.replace("UK councils", "Ours"), "utf-8")
    driver.when("Rules", said(ours="used"))
    driver.menu("Team", "Rules")
    assert team_actions(driver).session.team.rules == ("uk-councils", "ours")
    undone_and_redone_twice(driver)
    driver.menu("Team", "What if")
    page = driver.window.page("what-if")
    driver.click("Show", page.kept)
    assert "Rules: UK councils, Ours" in words_on(page)


def test_the_team_of_last_time_is_offered_again(driver: Driver, sample: Path) -> None:
    driver.reopen()
    driver.menu("Team", "Team")
    driver.click("Open “service-desk.pathteam” again")
    assert len(team_actions(driver).session.team.people) == 10


def test_a_team_let_fall_on_the_window_is_opened(driver: Driver, sample: Path) -> None:
    from PySide6.QtCore import QMimeData, QUrl

    from pathways.gui.shell.drag_and_drop import dropped

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample))])
    assert dropped(data).teams == (sample,)


def test_a_person_s_plan_opens_and_back_leads_to_them(driver: Driver, sample: Path) -> None:
    page = open_person(driver, "Ade")
    driver.click("Open the plan", page)
    assert driver.window.session.page == "plan"
    driver.menu("Go", "Back")
    assert page.head.title.text() == "Ade Bello"


@pytest.mark.parametrize("whose", ["what the file has", "what is shown"])
def test_another_team_in_the_file_is_never_overwritten_unasked(
    driver: Driver, sample: Path, whose: str
) -> None:
    from pathways.planning.people import add_person, new_team
    from pathways.store.team_file import write_team

    session = team_actions(driver).session
    session.save()
    theirs = add_person(new_team("Theirs"), "Somebody else")
    team_actions(driver).add_names(["Bo"])
    mine = session.team
    write_team(sample, theirs)
    told: list[str] = []

    def choose(dialog: QuestionDialog) -> None:
        told.append("\n".join(label.text() for label in dialog.findChildren(QLabel)))
        assert read_team(sample) == theirs
        said(whose=whose)(dialog)

    driver.when("The file has changed", choose)
    session.save()
    assert told
    session.save()
    assert read_team(sample) == (mine if "shown" in whose else theirs)
    if "file" in whose:
        driver.menu("Edit", driver.window.menus.action("undo").text().replace("&", ""))
        assert session.team == mine


def test_what_another_window_wrote_is_put_together_and_what_gave_way_is_told(
    driver: Driver, sample: Path
) -> None:
    from pathways.planning.people import add_person, change_person
    from pathways.workspace.team import open_team

    session = team_actions(driver).session
    other = open_team(sample)
    other.edit("x", change_person(add_person(other.value, "Dee"), "p1", note="Theirs"))
    other.save()
    team_actions(driver).add_names(["Bo"])
    session.show_person("p11")
    name, note = "Ade Bello", "Mine"
    team_actions(driver).edit("y", lambda team: change_person(team, "p1", note=note))
    told: list[str] = []

    def read(dialog: QWidget) -> None:
        told.append(words_on(dialog))
        dialog.accept()  # type: ignore[attr-defined]

    driver.when("Somebody else changed the team, too", read)
    session.save()
    assert f"{name}, note: “Mine” here, and “Theirs” by somebody else" in told[0]
    assert [person.name for person in session.team.people][-2:] == ["Dee", "Bo"]
    assert session.team.people_by_id[session.person].name == "Bo", "the page follows her number"
    session.save()
    assert read_team(sample) == session.team
    undone_and_redone_twice(driver)


def test_what_another_window_wrote_is_seen_at_once(
    driver: Driver, sample: Path, qtbot: QtBot
) -> None:
    from pathways.planning.people import add_person
    from pathways.workspace.team import open_team

    team_actions(driver).session.save()
    other = open_team(sample)
    other.edit("x", add_person(other.value, "Dee"))
    other.save()
    qtbot.waitUntil(lambda: "Dee" in names_shown(driver), timeout=8000)


def test_a_plan_that_somebody_changed_is_read_afresh_on_coming_back(
    driver: Driver, sample: Path
) -> None:
    from pathways.model.plan import Standing as Word
    from pathways.planning.edits import set_standing
    from pathways.store.plan_file import read_plan, write_plan

    path = sample.parent / "p1-ict-12.pathplan"
    plan = read_plan(path)
    left = [row.id for row in plan.asked if row.standing.value == "none"][:2]
    write_plan(path, set_standing(plan, left, Word.SHOWN))
    driver.menu("Go", "Map")
    driver.menu("Team", "Team")
    line = next(line for line in team_actions(driver).session.lines if line.id == "p1")
    assert line.standing is not None
    assert line.standing["shown"] == 9


def test_a_second_window_on_one_team_is_told(driver: Driver, sample: Path) -> None:
    from pathways.store.file_claim import FileClaim

    other = sample.with_name("other.pathteam")
    shutil.copy(sample, other)
    claim = FileClaim(other)
    team_actions(driver).open(other)
    assert driver.status.startswith("This team is also open in another window")
    claim.release()


def test_closing_the_window_saves_what_was_just_done(driver: Driver, sample: Path) -> None:
    team_actions(driver).add_names(["Bo"])
    driver.reopen()
    assert read_team(sample).people[-1].name == "Bo"
    assert not list(sample.parent.glob(".*.open")), "the file is given back"


def test_a_person_is_found_and_changed_by_keys_alone(driver: Driver, sample: Path) -> None:
    driver.press("Ctrl+7")
    driver.window.page("team").take_focus()
    driver.press("Down", "Home", "Return")
    session = team_actions(driver).session
    assert driver.window.session.page == "person"
    who = session.person
    name = session.team.people_by_id[who].name

    def by_keys(dialog: QuestionDialog) -> None:
        part = dialog.boxes["name"]
        QTest.keyClick(part, Qt.Key.Key_End)
        QTest.keyClicks(part, " B.")
        QTest.keyClick(part, Qt.Key.Key_Return)

    driver.when(f"Change {name}", by_keys)
    driver.press("Space")
    assert session.team.people_by_id[who].name == f"{name} B."
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as on coming back to the loop
    driver.window.activateWindow()
    driver.settle()
    driver.press("Ctrl+Z")
    assert session.team.people_by_id[who].name == name
    driver.press("Ctrl+Y", "Ctrl+Z", "Ctrl+Y")
    assert session.team.people_by_id[who].name == f"{name} B."
    driver.press("Alt+Left")
    assert driver.window.session.page == "team"


@pytest.mark.parametrize("wide", [1000, 1280, 1600])
def test_the_table_has_the_columns_that_there_is_room_for(
    driver: Driver, tmp_path: Path, wide: int
) -> None:
    driver.window.resize(wide, 720)
    driver.settle()
    shutil.copytree(SAMPLE, tmp_path / "sample")
    team_actions(driver).open(tmp_path / "sample" / "service-desk.pathteam")
    driver.settle()
    table = driver.window.page("team").table
    columns = range(table.model().columnCount())
    shown = [(table.isColumnHidden(column), table.columnWidth(column)) for column in columns]
    table.fit()
    assert [(table.isColumnHidden(n), table.columnWidth(n)) for n in columns] == shown
    widths = [width for hidden, width in shown if not hidden]
    assert sum(widths) == pytest.approx(table.viewport().width(), abs=len(shown))


def test_what_to_look_at_in_a_large_team_is_counted_when_nobody_edits(
    driver: Driver, sample: Path, qtbot: QtBot
) -> None:
    team_actions(driver).add_names([f"Person {number}" for number in range(120)])
    button = driver.window.page("team").check_button
    assert button.text() == "What to look at"
    counted = f"What to look at ({len(team_actions(driver).session.findings)})"
    qtbot.waitUntil(lambda: button.text() == counted, timeout=5000)


def test_a_post_is_removed_and_comes_back(driver: Driver, sample: Path) -> None:
    session = team_actions(driver).session
    post = session.team.posts_by_id["t1"]
    driver.when(f"Change {post.title}", lambda dialog: driver.click("Remove this post", dialog))
    team_actions(driver).change_post(post)
    assert "t1" not in session.team.posts_by_id
    assert driver.status == f"The post {post.title} was removed; undo brings it back."
    undone_and_redone_twice(driver)


def test_a_team_is_given_another_name(driver: Driver, sample: Path) -> None:
    driver.when("The team’s name", said(words="Service desk, north"))
    driver.menu("Team", "Change the team’s name")
    assert team_actions(driver).session.team.title == "Service desk, north"
    assert "Service desk, north" in words_on(driver.window.page("team"))
    undone_and_redone_twice(driver)
