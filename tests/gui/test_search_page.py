"""One box, one key, from anywhere: words are found as one types, and lead to their place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from drawing import of_no_file
from driver import Driver
from pathways.gui.search.hits_model import HitsModel
from pathways.gui.search.hits_view import excerpt
from pathways.gui.search.search_page import SearchPage
from pathways.gui.widgets.row_model import ROW
from pathways.search.entry import EntryKind
from pathways.search.index import Index
from pathways.workspace.workspace import Workspace


def found(driver: Driver) -> SearchPage:
    page = driver.window.page("search")
    assert isinstance(page, SearchPage)
    return page


def type_words(driver: Driver, words: str) -> None:
    driver.press("Ctrl+K")
    QTest.keyClicks(driver.window.header.search, words)
    driver.settle()


def rows(driver: Driver) -> list[str]:
    model = found(driver).model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def walk_to(driver: Driver, kind: EntryKind, words: str) -> None:
    """Walk down until a hit of that kind is chosen whose text begins so."""
    view = found(driver).view
    for _step in range(300):
        hit = view.currentIndex().data(ROW).hit
        if hit.kind is kind and hit.text.startswith(words):
            return
        before = view.currentIndex().row()
        driver.press("Down")
        assert view.currentIndex().row() != before, f"no {kind.value} {words!r} in {rows(driver)}"


@pytest.mark.parametrize("page", ["map", "compare", "ladder", "read"])
@pytest.mark.parametrize("way", ["Ctrl+K", "menu", "mouse"])
def test_the_box_is_reached_from_every_page(opened: Driver, page: str, way: str) -> None:
    opened.window.session.choose(["ict-11", "ict-12"])
    opened.window.session.set_current("ict-11")
    opened.window.session.visit(page)
    opened.settle()
    box = opened.window.header.search
    if way == "menu":
        opened.menu("Go", "Search")
    elif way == "mouse":
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
        opened.settle()
    else:
        opened.press(way)
    assert box.hasFocus()


def test_an_empty_search_says_what_can_be_searched(opened: Driver) -> None:
    opened.press("Ctrl+K")
    assert opened.window.session.page == "search"
    assert "all statements, headings and titles of the 5 frameworks" in found(opened).empty.text()
    assert not found(opened).view.isVisible()


def test_results_come_as_one_types(opened: Driver) -> None:
    box = opened.window.header.search
    type_words(opened, "r")
    some = found(opened).head.title.text()
    QTest.keyClicks(box, "isk")
    opened.settle()
    assert found(opened).head.title.text() == "31 results" != some
    assert box.hasFocus() and box.text() == "risk"


def test_hits_stand_under_their_framework_and_their_grade(opened: Driver) -> None:
    type_words(opened, "risk")
    read = rows(opened)
    assert read[0] == "Best matches"
    assert (
        read.index("ICT job family · Derbyshire County Council")
        < read.index("Grade 8")
        < read.index("Grade 9")
    )


def test_titles_are_passed_over_by_the_arrows(opened: Driver) -> None:
    type_words(opened, "risk")
    view = found(opened).view
    seen = []
    for _step in range(6):
        seen.append(view.currentIndex().row())
        opened.press("Down")
    assert all(view.model().index(row, 0).data(ROW).hit is not None for row in seen)
    assert seen == sorted(set(seen)) and seen != list(range(seen[0], seen[0] + len(seen)))
    opened.press("Up")
    assert view.currentIndex().row() == seen[-1]


def test_enter_goes_to_the_statement_which_stands_out(opened: Driver) -> None:
    type_words(opened, "discipline and grievance")
    walk_to(opened, EntryKind.STATEMENT, "")
    hit = found(opened).view.currentIndex().data(ROW).hit
    opened.press("Return")
    session = opened.window.session
    assert session.page == "read" and session.current in hit.nodes
    assert (
        opened.at.content.statement is not None and opened.at.content.statement.id == hit.statement
    )
    assert opened.at._lit
    page = opened.window.page("read")
    top = opened.top_in(opened.at, page._scroll)
    assert 0 <= top < page._scroll.viewport().height() - 40
    opened.press("Alt+Left")
    assert session.page == "search" and found(opened).model.hits()


def test_a_click_goes_there_too(opened: Driver) -> None:
    type_words(opened, "grievance")
    view = found(opened).view
    row = next(
        row
        for row in found(opened).model.hits()
        if view.model().index(row, 0).data(ROW).hit.statement
    )
    index = view.model().index(row, 0)
    view.scrollTo(index)
    opened.settle()
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()
    )
    opened.settle()
    assert opened.window.session.page == "read"
    assert opened.at.content.statement is not None
    assert opened.at.content.statement.id == index.data(ROW).hit.statement


def test_a_shared_text_opens_at_the_grade_one_is_at(opened: Driver) -> None:
    opened.window.session.set_current("ict-8")
    type_words(opened, "in one specific area of the ICT Service")
    walk_to(opened, EntryKind.STATEMENT, "To provide")
    opened.press("Return")
    assert opened.window.session.current == "ict-8"


def test_a_dimension_leads_to_its_row_of_the_ladder(opened: Driver) -> None:
    type_words(opened, "risk management")
    walk_to(opened, EntryKind.DIMENSION, "Risk management")
    opened.press("Return")
    assert opened.window.session.page == "ladder"
    view = opened.window.page("ladder").view
    row = view.currentIndex().row()
    assert view.model().headerData(row, Qt.Orientation.Vertical) == "Risk management"


def test_a_framework_leads_to_its_ladder(opened: Driver) -> None:
    type_words(opened, "leadership and management framework")
    walk_to(opened, EntryKind.FRAMEWORK, "Leadership")
    opened.press("Return")
    assert opened.window.session.page == "ladder"
    assert opened.window.session.ladder_framework == "leadership"


def test_a_grade_and_a_heading_lead_to_their_text(opened: Driver) -> None:
    type_words(opened, "head of technology")
    walk_to(opened, EntryKind.NODE, "Head of Technology")
    opened.press("Return")
    assert (opened.window.session.page, opened.window.session.current) == (
        "read",
        "head-of-technology",
    )
    type_words(opened, "level purpose")
    walk_to(opened, EntryKind.HEADING, "Level Purpose")
    opened.press("Return")
    page = opened.window.page("read")
    assert [part.words[0] for part in page.text._parts if getattr(part, "_lit", False)] == [
        "Level Purpose"
    ]


def test_an_introduction_is_read_where_the_document_is(opened: Driver) -> None:
    type_words(opened, "job family is one way of describing jobs")
    walk_to(opened, EntryKind.INTRODUCTION, "A job family")
    opened.press("Return")
    page = opened.window.page("read")
    lit = [part for part in page.text._parts if getattr(part, "_lit", False)]
    assert len(lit) == 1 and lit[0].words[0].startswith("A job family is one way")


def test_a_typing_mistake_is_mended_by_a_link(opened: Driver) -> None:
    type_words(opened, "grievence")
    link = found(opened).meant
    assert link.isVisible() and link.text() == "Did you mean “grievance”?"
    opened.click("Did you mean “grievance”?")
    assert opened.window.header.search.text() == "grievance"
    assert found(opened).model.hits() and not link.isVisible()


def test_more_is_shown_when_it_is_asked_for(opened: Driver) -> None:
    type_words(opened, "m")
    before = len(found(opened).model.hits())
    button = next(
        b for b in found(opened).findChildren(QPushButton) if b.text().startswith("Show ")
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    opened.settle()
    assert len(found(opened).model.hits()) > 2 * before
    assert not button.isVisible()


def test_escape_empties_the_box_and_then_goes_back(opened: Driver) -> None:
    opened.press("Ctrl+3")
    type_words(opened, "risk")
    opened.press("Escape")
    assert opened.window.header.search.text() == "" and opened.window.session.page == "search"
    opened.press("Escape")
    assert opened.window.session.page == "ladder"


def test_letters_in_the_box_are_no_commands(opened: Driver) -> None:
    opened.window.session.compare(["ict-11", "ict-12"])
    type_words(opened, "np")
    assert opened.window.header.search.text() == "np"


def test_other_frameworks_are_other_results(opened: Driver) -> None:
    type_words(opened, "risk")
    before = found(opened).head.title.text()
    library = opened.window.session.library
    opened.window.session.workspace.take(
        of_no_file(type(library)(library.frameworks[:1], library.shared_dimensions))
    )
    opened.settle()
    assert found(opened).head.title.text() != before


def test_a_screen_reader_hears_how_much_was_found_and_what_is_chosen(opened: Driver) -> None:
    type_words(opened, "risk")
    opened.press("Down")
    box = QAccessible.queryAccessibleInterface(opened.window.header.search)
    heard = box.text(QAccessible.Text.Description)
    assert "31 results" in heard and found(opened).chosen_words in heard
    listed = QAccessible.queryAccessibleInterface(found(opened).view)
    assert listed.text(QAccessible.Text.Name) == "What was found"


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0, 3.0])
@pytest.mark.parametrize("size", [(1280, 720), (800, 600)])
def test_nothing_is_cut_off(opened: Driver, scale: float, size: tuple[int, int]) -> None:
    opened.window.resize(*size)
    opened.window.window_actions.set_theme(opened.window.theme.scaled(scale))
    type_words(opened, "discipline and grievance")
    view = found(opened).view
    assert view.height() > 1.5 * opened.window.theme.text_px()
    for row in range(view.model().rowCount()):
        place = view.visualRect(view.model().index(row, 0))
        assert place.width() <= view.viewport().width() + 1
    header = opened.window.header
    assert header.search.geometry().right() <= header.width()
    assert header.search.geometry().left() > header.forward.geometry().right()
    for button in opened.page_buttons:
        assert button.width() >= button.sizeHint().width() - 1
        assert button.mapTo(opened.window, button.rect().bottomRight()).x() <= opened.window.width()
    assert QApplication.focusWidget() is header.search


def test_the_words_that_matched_are_marked() -> None:
    index = Index(Workspace.open().library)
    hits = index.find("manage risk").hits
    assert hits
    for hit in hits:
        words, marks = excerpt(hit.text, hit.marks)
        assert [words[m.start : m.start + m.length] for m in marks[:1]] == [
            hit.text[slice(*hit.marks[0])]
        ]
        assert all(m.look == "found" for m in marks)


def test_a_long_text_is_cut_around_its_first_match() -> None:
    text = "word " * 200 + "needle " + "word " * 200
    words, marks = excerpt(text, ((1000, 1006),))
    assert len(words) < 320
    assert words.startswith("… ") and words.endswith(" …")
    assert words[marks[0].start : marks[0].start + marks[0].length] == "needle"


def test_every_line_of_the_list_has_words(opened: Driver) -> None:
    model = HitsModel()
    library = opened.window.session.library
    model.show_results(Index(library).find("m", most=200), library)
    assert model.rowCount() > 10
    for row in range(model.rowCount()):
        assert model.index(row, 0).data() and model.index(row, 0).data(
            Qt.ItemDataRole.AccessibleTextRole
        )
