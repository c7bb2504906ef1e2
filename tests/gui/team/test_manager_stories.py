"""A manager's longer stories, each by menu, by key and by mouse: one post and three candidates, and
acting up from its start to its twelfth month.
"""

from __future__ import annotations

import datetime
import types
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from driver import Driver, save_as
from gui.team.test_team_stories import (
    do,
    names_shown,
    said,
    team_actions,
    undone_and_redone_twice,
    words_on,
)
from pathways.gui.team import person_page, team_session
from pathways.planning import people

WAYS = ["menu", "key", "mouse"]


def open_person(driver: Driver, name: str) -> QWidget:
    """Open somebody from the table of the team, whatever it shows."""
    driver.menu("Team", "Team")
    page = driver.window.page("team")
    page.words.setText(name)
    driver.settle()
    assert page.rows.rowCount() == 1
    page.table.setCurrentIndex(page.rows.index(0, 1))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    driver.settle()
    page.words.clear()
    assert driver.window.session.page == "person"
    found: QWidget = driver.window.page("person")
    assert name in found.head.title.text()
    return found


def go(driver: Driver, words: str, way: str, button: str = "") -> None:
    """Go to a page of the team: by the menu, or by a button of the team's page."""
    if way == "menu" or not button:
        driver.menu("Team", words)
    else:
        do(driver, button, driver.window.page("team"), way)


def button_of(page: QWidget, words: str, move: str) -> QPushButton:
    """Return the button of a planned move, of which there may be several on the page."""
    first = page.findChild(QPushButton, move)
    assert first is not None
    row = first.parentWidget()
    return next(one for one in row.findChildren(QPushButton) if one.text().startswith(words))


def press(driver: Driver, button: QPushButton, way: str) -> None:
    if way == "mouse":
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)
    driver.settle()


@pytest.mark.parametrize("way", WAYS)
def test_three_candidates_one_is_chosen_and_the_others_are_told_why(
    driver: Driver, sample: Path, tmp_path: Path, way: str
) -> None:
    page = driver.window.page("team")
    driver.choose_in("Aiming for", "Aiming for Grade 12 (3)", page)
    assert names_shown(driver) == ["Ade Bello", "Marged Owen", "Zoë Ngũgĩ"]
    page.table.selectAll()
    driver.settle()
    do(driver, "Side by side (3)", page, "mouse" if way == "menu" else way)
    assert "asked of some only" in words_on(driver.window.page("side-by-side"))
    session = team_actions(driver).session
    for name in ("Ade Bello", "Marged Owen", "Zoë Ngũgĩ"):
        person = open_person(driver, name)
        driver.when(
            f"Plan a move of {name}",
            said(kind="advertised vacancy", post="Team leader", date="1 March 2027"),
        )
        do(driver, "Plan a move", person, way)
        move = session.team.moves[-1]
        assert (move.post, move.kind) == ("t11", "advertised-vacancy")
    assert "The same criteria are asked of everybody" in words_on(person)
    decisions = {"Ade Bello": "Approved", "Marged Owen": "Refused", "Zoë Ngũgĩ": "Refused"}
    notes = {"Refused": "Budgets and staffing were not shown yet", "Approved": "Fits the criteria"}
    for name, decision in decisions.items():
        person = open_person(driver, name)
        move = session.team.moves_of(session.person)[-1]
        driver.when(decision, said(by="Panel", note=notes[decision]))
        press(driver, button_of(person, decision, move.id), way)
        undone_and_redone_twice(driver)
        path = tmp_path / f"{name}.html"
        driver.when("Print or export", lambda dialog: dialog.reject())
        record(driver, person, move.id, path, way)
        told = path.read_text("utf-8")
        for words in (f"Decision record: {name}", "Panel", notes[decision], "What the move needs",
                      decision.casefold()):  # fmt: skip
            assert words in told
    assert [move.state.value for move in session.team.moves[2:]] == [
        "approved",
        "refused",
        "refused",
    ]
    for name in ("Marged Owen", "Zoë Ngũgĩ"):
        feedback = (tmp_path / f"{name}.html").read_text("utf-8")
        assert "Ade Bello" not in feedback, "feedback is about oneself"


def record(driver: Driver, page: QWidget, move: str, path: Path, way: str) -> None:
    """Write the decision record of a move as a page for a browser."""
    from pathways.report.options import SheetOptions
    from pathways.report.writing import write_document

    context = driver.window.context
    options = SheetOptions(date=datetime.date(2026, 11, 28))
    before = context.export
    context.export = lambda make, _stem: write_document(make(options), path, options)
    try:
        press(driver, button_of(page, "Decision record", move), way)
    finally:
        context.export = before
    assert path.is_file()


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> list[datetime.date]:
    """Let the window believe that it is another day: the last of this list."""
    days = [datetime.date(2026, 11, 28)]

    class Day(datetime.date):
        @classmethod
        def today(cls) -> datetime.date:
            return days[-1]

    fake = types.SimpleNamespace(date=Day, timedelta=datetime.timedelta)
    for module in (team_session, person_page):
        monkeypatch.setattr(module, "datetime", fake)
    return days


@pytest.mark.parametrize("way", WAYS)
def test_acting_up_from_its_start_to_its_twelfth_month(
    driver: Driver, calendar: list[datetime.date], sample: Path, way: str
) -> None:
    session = team_actions(driver).session
    alone = people.without(session.team, ["p2"])
    for one in alone.people:
        alone = people.change_person(alone, one.id, next_talk="")
    session.edit("nothing else is due", alone)
    person = open_person(driver, "Priya")
    driver.when(
        "Plan a move of Priya Nair",
        said(kind="acting up", node="Grade 11", post="Security analyst", date="1 Dec 2026",
             until="30 Nov 2027", reason="The post is being advertised"),
    )  # fmt: skip
    do(driver, "Plan a move", person, way)
    move = session.team.moves[-1].id
    driver.when("Approved", said(by="Head of service", note=""))
    press(driver, button_of(person, "Approved", move), way)
    press(driver, button_of(person, "Carry out", move), way)
    assert session.team.posts_by_id["t12"].cover == "p6"

    def notice(day: str) -> str:
        calendar.append(datetime.date.fromisoformat(day))
        driver.menu("Go", "Map")
        driver.menu("Team", "Team")
        page = driver.window.page("team")
        return str(page.due.text()) if page.due.isVisible() else ""

    assert "Priya" not in notice("2026-12-15")
    assert "Priya Nair: review of the acting up, 1 March 2027" in notice("2027-02-10")
    late = notice("2027-03-20")
    assert late.startswith("Overdue")
    assert "Priya Nair: review of the acting up, 1 March 2027" in late
    person = open_person(driver, "Priya")
    assert "not met: It is reviewed every three months" in words_on(person)
    press(driver, button_of(person, "Reviewed today", move), way)
    undone_and_redone_twice(driver)
    assert "met: It is reviewed every three months" in words_on(person)
    assert "review of the acting up, 20 June 2027" in words_on(person)
    for day in ("2027-06-18", "2027-09-15"):
        calendar.append(datetime.date.fromisoformat(day))
        person = open_person(driver, "Priya")
        press(driver, button_of(person, "Reviewed today", move), way)
    assert "Priya Nair: the acting up ends, 30 November 2027" in notice("2027-11-10")
    person = open_person(driver, "Priya")
    driver.when("Change the move of Priya Nair", said(until="28 Feb 2028"))
    press(driver, button_of(person, "Change", move), way)
    assert "not met: It lasts twelve months at most" in words_on(person)
    over = notice("2027-12-05")
    assert "Priya Nair: the acting up may last no longer, 1 December 2027" in over
    if way == "menu":
        driver.menu("Team", "What to look at")
    else:
        press(driver, driver.window.page("team").check_button, way)
    assert "Priya Nair: not met: it lasts twelve months at most" in cells(driver)
    person = open_person(driver, "Priya")
    press(driver, button_of(person, "It has ended", move), way)
    undone_and_redone_twice(driver)
    assert session.team.posts_by_id["t12"].cover == ""


def cells(driver: Driver) -> str:
    return "\n".join(" ".join(row) for row in driver.window.page("check").model.rows)


@pytest.mark.parametrize("way", WAYS)
def test_an_answer_is_given_taken_back_and_given_otherwise(
    driver: Driver, sample: Path, way: str
) -> None:
    person = open_person(driver, "فاطمة")
    need = "The team needs work at the higher level"

    def button(words: str) -> QPushButton:
        return next(
            one
            for one in person.findChildren(QPushButton)
            if one.accessibleName() == f"{words}: {need}"
        )

    press(driver, button("Yes, that is so"), way)
    assert f"met: {need}. The manager says so." in words_on(person)
    press(driver, button("Take the answer back"), way)
    assert f"not known: {need}" in words_on(person)
    undone_and_redone_twice(driver)
    press(driver, button("No"), way)
    assert f"not met: {need}" in words_on(person)
    undone_and_redone_twice(driver)


@pytest.mark.parametrize("way", WAYS)
def test_a_decision_record_is_printed_without_names(
    driver: Driver, sample: Path, tmp_path: Path, way: str
) -> None:
    if way == "menu":
        driver.menu("Team", "Sheets without names")
    else:
        driver.window.menus.action("team_nameless").trigger()
    assert driver.status == "Sheets have codes in place of names, and no free text."
    person = open_person(driver, "Marged")
    path = tmp_path / "decision.html"
    record(driver, person, "m1", path, way)
    told = path.read_text("utf-8")
    assert "Decision record: P2" in told
    for name in ("Marged", "Owen", "Eleri", "being advertised", "Head of service"):
        assert name not in told


@pytest.mark.parametrize("way", WAYS)
def test_a_first_move_that_empties_two_posts_shows_both_as_a_chain(
    driver: Driver, sample: Path, way: str
) -> None:
    go(driver, "What if", way, "What if")
    page = driver.window.page("what-if")
    driver.choose_in("Who", "Eleri Pugh", page)
    assert save_as  # the story writes nothing
    driver.choose_in("Which post", "Team leader", page)
    page.date.setText("1 June 2027")
    do(driver, "Show what follows", page, way)
    told = words_on(page)
    assert "Service manager, Grade 12 falls vacant on 1 June 2027" in told
    do(driver, "Try way 1", page, way)
    tried = team_actions(driver).session.tried
    assert len(tried) > 1
    assert len({move.person for move in tried}) == len(tried), "nobody twice"
