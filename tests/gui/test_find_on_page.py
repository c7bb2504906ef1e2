"""Words are found on the page that is shown, one after the other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driver import Driver


def look_for(driver: Driver, words: str) -> str:
    """Look for words on the page as a person does, and return what the bar says."""
    driver.press("Ctrl+F")
    bar = driver.window.find_bar()
    assert QApplication.focusWidget() is bar.box
    bar.box.clear()
    QTest.keyClicks(bar.box, words)
    driver.settle()
    return str(bar.count.text())


def marked(driver: Driver) -> set[str]:
    """Return the words that stand out in the comparison."""
    table = driver.window.page("compare").table
    return {
        table.row_texts(row)[column][part.start : part.end].lower()
        for (row, column), parts in table._found.items()
        for part in parts
    }


def test_ctrl_f_finds_on_the_page_and_f3_goes_on(comparing: Driver) -> None:
    texts = [text for row in comparing.rows() for text in (row[0], row[2])]
    titles = {line.dimension.title for line in comparing.lines}
    count = sum(text.lower().count("risk") for text in (*texts, *titles))
    assert count > 2
    assert look_for(comparing, "risk") == f"1 of {count}"
    assert marked(comparing) == {"risk"}
    comparing.press("F3")
    assert comparing.window.find_bar().count.text() == f"2 of {count}"
    comparing.press("Shift+F3", "Shift+F3")
    assert comparing.window.find_bar().count.text() == f"{count} of {count}"


def test_what_was_found_is_in_sight(comparing: Driver) -> None:
    page = comparing.window.page("compare")
    look_for(comparing, "motivate")
    for _each in range(3):
        comparing.press("Return")
        top = comparing.top_in(page.table.at, page._scroll)
        below = top + page.table.at.rect.height()
        assert below > page.on_top.bar.height_wanted() and top < page._scroll.viewport().height()


def test_escape_closes_the_bar_and_goes_to_what_was_found(comparing: Driver) -> None:
    look_for(comparing, "motivate")
    comparing.press("Escape")
    assert not comparing.window.find_bar().isVisible() and not marked(comparing)
    assert "motivate" in comparing.at.text_shown
    comparing.press("Ctrl+C")
    assert comparing.clipboard == "motivate"


def test_what_is_not_there_is_said(comparing: Driver) -> None:
    assert look_for(comparing, "zebra crossing") == "Not on this page"
    assert comparing.window.find_bar().box.accessibleDescription() == "Not on this page"


@pytest.mark.parametrize(
    ("page", "words"),
    [("ladder", "Risk"), ("read", "risk"), ("route", "risk"), ("search", "grievance")],
)
def test_every_page_that_shows_text_can_be_looked_through(
    opened: Driver, page: str, words: str
) -> None:
    opened.window.session.choose(["ict-11", "ict-12"])
    opened.window.session.set_current("ict-11")
    opened.window.session.visit(page)
    if page == "search":
        opened.window.parts.searching.search("grievance")
    opened.settle()
    assert look_for(opened, words).startswith("1 of ")


def test_another_page_is_looked_through_for_the_same_words(comparing: Driver) -> None:
    look_for(comparing, "risk")
    comparing.window.session.read("ict-12")
    comparing.settle()
    texts = [s.text for s in comparing.window.session.library.statements_of("ict-12")]
    assert any("risk" in text.lower() for text in texts)
    assert comparing.window.find_bar().count.text().startswith("1 of ")
    assert not marked(comparing)


def test_enter_in_the_box_goes_on_and_the_buttons_do_too(comparing: Driver) -> None:
    look_for(comparing, "risk")
    bar = comparing.window.find_bar()
    QTest.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    assert bar.count.text().startswith("2 of ")
    comparing.click("Find the previous one")
    assert bar.count.text().startswith("1 of ")
    comparing.click("Close the bar")
    assert not bar.isVisible()


@pytest.mark.parametrize("page", ["plan", "team", "what-if", "problems"])
def test_pages_of_lists_and_tables_are_looked_through_too(opened: Driver, page: str) -> None:
    opened.menu("Help", "Sample plan")
    opened.window.session.visit(page)
    opened.settle()
    assert look_for(opened, "zebra crossing") in ("Not on this page", "")
    look_for(opened, "e")
    opened.press("F3", "Shift+F3")
    assert opened.window.find_bar().count.text()
