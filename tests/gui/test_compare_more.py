"""Filters, folding and copying on the page that compares."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from driver import Driver
from pathways.compare.change import Verdict


def tick(driver: Driver, words: str) -> None:
    menu = driver.window.page("compare")._menu.verdicts
    menu.refresh()
    next(action for action in menu.actions() if action.text() == words).trigger()
    driver.settle()


def test_verdicts_can_be_left_out_and_the_page_says_so(comparing: Driver) -> None:
    before = comparing.rows()
    tick(comparing, "+ new")
    assert [row for row in before if row[1] != "new"] == comparing.rows()
    assert "Hidden: new" in comparing.window.page("compare")._end.text()
    tick(comparing, "Show all")
    assert comparing.rows() == before


def test_the_last_verdict_cannot_be_left_out(comparing: Driver) -> None:
    menu = comparing.window.page("compare")._menu.verdicts
    comparing.window.session.hide_verdicts(v for v in Verdict if v is not Verdict.RAISED)
    menu.refresh()
    ticked = [action for action in menu.actions() if action.isCheckable() and action.isChecked()]
    assert [action.text() for action in ticked] == ["↑ more asked"] and not ticked[0].isEnabled()
    assert {row[1] for row in comparing.rows()} == {"more asked"}


def test_leaving_out_verdicts_hides_no_dimension_from_the_menu(comparing: Driver) -> None:
    tick(comparing, "= no change")
    assert comparing.window.session.hidden_dimensions == frozenset()


def test_what_does_not_change_can_be_shown_for_one_dimension_alone(comparing: Driver) -> None:
    comparing.click("Only what changes")
    table = comparing.window.page("compare").table
    button = next(s.more for s in table._layout.sections if s.more is not None)
    dimension = next(s.head.dimension_id for s in table._layout.sections if s.more is button)
    before = len(comparing.rows(dimension))
    others = len(comparing.rows()) - before
    comparing.click(button.text())
    assert len(comparing.rows(dimension)) > before
    assert len(comparing.rows()) - len(comparing.rows(dimension)) == others
    assert comparing.line_at.dimension.id == dimension
    again = next(s.more for s in table._layout.sections if s.more is not None)
    assert again is not None and again.text().startswith("Hide ")
    comparing.click(again.text())
    assert len(comparing.rows(dimension)) == before


def copied() -> tuple[str, str]:
    both = QGuiApplication.clipboard().mimeData()
    return both.text(), both.html()


@pytest.mark.parametrize("way", ["key", "menu", "button"])
def test_a_pair_is_copied_with_its_verdict_as_text_and_as_rich_text(
    comparing: Driver, way: str
) -> None:
    comparing.window.page("compare").go_to_dimension("people-management")
    line = comparing.line_at
    if way == "key":
        comparing.press("Ctrl+Alt+C")
    elif way == "menu":
        comparing.menu("Edit", "Copy pair")
    else:
        menu = comparing.find(QPushButton, "Copy").menu()
        next(action for action in menu.actions() if action.text() == "Pair").trigger()
    text, html = copied()
    flat = " ".join(text.split())
    assert "People management" in text and "more asked" in text
    for marked in ("motivate", "Grade 11", "Grade 12"):
        assert marked in flat and marked in html
    assert "<table" in html and "Risk management" not in text
    assert line.compared.changes[0] is not None and line.compared.changes[0].why in flat
    assert comparing.status == "The pair is copied."


def test_a_dimension_is_copied_alone(comparing: Driver) -> None:
    comparing.window.page("compare").go_to_dimension("risk")
    comparing.press("Ctrl+Alt+D")
    text, _html = copied()
    assert "Risk management" in text and "People management" not in text
    assert comparing.status == "The dimension “Risk management” is copied."


def test_all_of_it_is_copied(comparing: Driver) -> None:
    comparing.press("Ctrl+Alt+A")
    text, html = copied()
    for dimension in comparing.window.session.comparison().dimensions:
        assert dimension.title in text
    assert html.count("<table") > 3


def test_only_what_changes_is_copied_where_only_that_is_shown(comparing: Driver) -> None:
    comparing.press("Ctrl+Alt+A")
    whole = copied()[0]
    comparing.click("Only what changes")
    comparing.press("Ctrl+Alt+A")
    assert len(copied()[0]) < len(whole)


def test_copying_needs_a_comparison(opened: Driver) -> None:
    for words in ("Copy pair", "Copy dimension", "Copy the whole comparison"):
        assert not opened.action("Edit", words).isEnabled()
    opened.press("Ctrl+C")
    assert opened.status == "Go to a statement first, then copy it."


def test_who_walks_through_statements_stays_there_when_the_look_changes(comparing: Driver) -> None:
    comparing.press("N", "N", "N")
    words = comparing.at.text_shown
    for change in ("Ctrl++", "Ctrl+0"):
        comparing.press(change)
        assert comparing.at.text_shown == words
        page = comparing.window.page("compare")
        top = comparing.top_in(comparing.at, page._scroll)
        assert 0 <= top < page._scroll.viewport().height()
    comparing.menu("View", "Dark")
    assert comparing.at.text_shown == words


def test_a_column_is_hidden_and_shown_again(comparing: Driver) -> None:
    session = comparing.window.session
    session.choose(["ict-10", "ict-11", "ict-12"])
    comparing.settle()
    whole = comparing.rows()
    comparing.click("Hide column 2")
    assert session.chosen == ("ict-10", "ict-11", "ict-12") and session.shown == (
        "ict-10",
        "ict-12",
    )
    assert comparing.title == "What changes from grade 10 to grade 12"
    assert all(len(row) == 3 for row in comparing.rows())
    sheet = session.comparison_for_paper()
    assert sheet is not None and [node.id for node in sheet.nodes] == ["ict-10", "ict-12"]
    comparing.click("Show Grade 11 again")
    assert comparing.rows() == whole


def test_two_columns_always_stay(comparing: Driver) -> None:
    session = comparing.window.session
    session.choose(["ict-10", "ict-11", "ict-12"])
    session.hide_column("ict-11")
    session.hide_column("ict-12")
    assert session.shown == ("ict-10", "ict-12")
    session.choose(["ict-11", "ict-12"])  # a hidden one and one more: nothing stays hidden
    assert session.shown == ("ict-11", "ict-12")


def test_columns_beside_a_hidden_one_are_changed_and_removed_as_ever(comparing: Driver) -> None:
    session = comparing.window.session
    session.choose(["ict-9", "ict-10", "ict-11", "ict-12"])
    comparing.settle()
    comparing.click("Hide column 2")
    comparing.choose("Column 2: grade or role", "Grade 13")
    assert session.chosen == ("ict-9", "ict-10", "ict-13", "ict-12")
    comparing.click("Remove column 3")
    assert session.chosen == ("ict-9", "ict-10", "ict-13") and session.shown == ("ict-9", "ict-13")


def test_the_strip_marks_every_line_that_changes_and_a_click_goes_there(comparing: Driver) -> None:
    page = comparing.window.page("compare")
    changing = [line for line in page.table.lines if line.is_change]
    marks = page.on_top.marks()
    assert len(marks) == len(changing) == 41
    assert marks == sorted(marks) and all(0 < mark.begin < mark.end <= 1 for mark in marks)
    assert page.on_top.strip.isVisible()
    bar = page._scroll.verticalScrollBar()
    last = page.on_top.strip.place_of(marks[-1]).center().toPoint()
    QTest.mouseClick(page.on_top.strip, Qt.MouseButton.LeftButton, pos=last)
    assert bar.value() > bar.maximum() * 0.9
    shown = comparing.top_in(changing[-1], page._scroll)
    assert 0 < shown < page._scroll.viewport().height()


def test_the_strip_is_painted_in_the_colours_of_the_verdicts(comparing: Driver) -> None:
    page = comparing.window.page("compare")
    picture = page.on_top.strip.grab().toImage()
    assert page.on_top.marks()
    for mark in page.on_top.marks():
        spot = page.on_top.strip.place_of(mark).center().toPoint()
        assert picture.pixelColor(spot) == comparing.window.theme.verdict_ink(mark.verdict)
