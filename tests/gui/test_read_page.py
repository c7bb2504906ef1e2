"""Reading one grade or role at length."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from driver import Driver
from pathways.gui.printing.export_dialog import PaperChoice
from pathways.gui.printing.paper import options_for
from pathways.gui.read.read_page import ReadPage
from pathways.gui.widgets.painted_piece import PaintedPiece, place_on


@pytest.fixture
def page(opened: Driver) -> ReadPage:
    opened.window.session.read("ict-7")
    opened.settle()
    return opened.window.page("read")


def seen(page: ReadPage, piece: PaintedPiece) -> bool:
    top = place_on(piece, page._scroll.viewport()).top()
    return 0 <= top < page._scroll.viewport().height() - 20


def test_the_page_opens_by_menu_key_and_mouse(opened: Driver) -> None:
    for way in ("menu", "key", "mouse"):
        if way == "menu":
            opened.menu("Go", "Read")
        elif way == "key":
            opened.press("Ctrl+5")
        else:
            opened.click("Read", opened.window.rail)
        assert opened.window.session.page == "read"
        opened.menu("Go", "Back")


def test_where_nothing_is_read_yet_the_page_asks_what(opened: Driver) -> None:
    opened.press("Ctrl+5")
    assert opened.window.page("read").first.hasFocus()
    assert not opened.action("File", "Export").isEnabled()
    opened.choose("Grade or role to read", "Grade 11")
    assert opened.window.session.current == "ict-11"
    assert opened.window.page("read").head.title.text() == "Grade 11"


def test_every_statement_is_there_in_the_order_of_the_document(
    page: ReadPage, opened: Driver
) -> None:
    library = opened.window.session.library
    assert [cell.text_shown for cell in page.text.cells] == [
        s.text for s in library.statements_of("ict-7")
    ]


def test_what_is_shared_is_said(page: ReadPage) -> None:
    notes = [note for heading in page.text.headings for note in heading.part.words[1:]]
    assert "Grades 6 to 8 share this wording." in notes


def test_definitions_are_told_from_requirements(opened: Driver) -> None:
    opened.window.session.read("leadership-2")
    opened.settle()
    notes = [note for h in opened.window.page("read").text.headings for note in h.part.words[1:]]
    assert any("one definition for" in note for note in notes)


def test_what_the_document_does_not_state_is_said_at_the_end(opened: Driver) -> None:
    opened.window.session.read("leadership-2")
    opened.settle()
    page = opened.window.page("read")
    assert page.silent.text().startswith("Not stated in this document: ")
    assert "health and safety" in page.silent.text()
    assert page.silent.y() > page.text.geometry().bottom()


def test_enter_shows_the_source(page: ReadPage, opened: Driver) -> None:
    assert opened.at is page.text.cells[0]
    opened.press("Return")
    assert opened.at.source_shown and opened.at.content.notes[0].startswith("Source: ")


def test_one_key_and_one_button_turn_to_the_next_grade(page: ReadPage, opened: Driver) -> None:
    opened.press("Ctrl+Up")
    assert opened.window.session.current == "ict-8"
    assert opened.at is page.text.cells[0]
    opened.menu("Go", "One grade down")
    assert opened.window.session.current == "ict-7"
    opened.click("Read the grade below: Grade 6")
    assert opened.window.session.current == "ict-6"
    assert not page.down.isVisible() and not opened.action("Go", "One grade down").isEnabled()
    opened.press("Alt+Left")
    assert opened.window.session.current == "ict-7"


def test_the_next_grade_is_compared_with_a_click(page: ReadPage, opened: Driver) -> None:
    opened.click("Compare with grade 8")
    assert (opened.window.session.page, opened.window.session.chosen) == (
        "compare",
        ("ict-7", "ict-8"),
    )


def test_the_highest_grade_is_compared_with_the_one_below(page: ReadPage, opened: Driver) -> None:
    opened.window.session.read("ict-14")
    opened.settle()
    opened.click("Compare with grade 13")
    assert opened.window.session.chosen == ("ict-13", "ict-14")


def test_a_role_without_a_ladder_offers_no_next_grade(opened: Driver) -> None:
    opened.window.session.read("head-of-technology")
    opened.settle()
    page = opened.window.page("read")
    assert [button.isVisible() for button in (page.up, page.down, page.compare)] == [False] * 3


def test_a_heading_leads_to_its_text(page: ReadPage, opened: Driver) -> None:
    heading = page.text.headings[5]
    link = opened.find(QPushButton, f"Go to {heading.words}", page.contents)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    opened.settle()
    assert seen(page, heading.part) and seen(page, opened.at)


def test_the_sheet_on_paper_is_that_of_the_node(page: ReadPage, opened: Driver) -> None:
    opened.window.session.choose(
        ["ict-11", "ict-12"]
    )  # what is read counts here, not what is chosen
    choice = PaperChoice("pdf", "automatic", False, True, True)
    paper = opened.window.parts.exports.paper()
    assert paper.make(options_for(choice)).title == "Grade 7"
    assert paper.stem == "ict-7" and not paper.comparison
    assert opened.action("File", "Export").isEnabled()


def test_the_place_is_kept_when_the_look_changes(page: ReadPage, opened: Driver) -> None:
    statement = page.text.cells[-1].content.statement
    assert statement is not None
    page.go_to_statement(statement.id)
    opened.menu("View", "Dark")
    assert opened.at.content.statement == statement
    assert opened.at._lit and seen(page, opened.at)


def test_letters_are_commands_only_where_there_is_something_to_do(
    page: ReadPage, opened: Driver
) -> None:
    opened.press("N")
    assert opened.window.session.page == "read"


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("size", [(1280, 720), (800, 600), (1920, 1000)])
def test_lines_are_short_and_nothing_is_cut_off(
    page: ReadPage, opened: Driver, scale: float, size: tuple[int, int]
) -> None:
    opened.window.resize(*size)
    opened.window.window_actions.set_theme(opened.window.theme.scaled(scale))
    opened.settle()
    room = page._scroll.viewport().width()
    assert page._content.width() <= room
    assert page.text.width() <= 40 * opened.window.theme.text_px()
    for cell in page.text.cells:
        assert cell.rect.height() >= cell.height_for(cell.rect.width()) - 1
    for button in page.head.buttons.findChildren(QPushButton):
        assert button.mapTo(page._content, button.rect().topRight()).x() <= room
    if page.contents.isVisible():
        assert page.contents.geometry().left() >= page.sheet.geometry().right()
        assert page.contents.geometry().right() <= room


def test_tab_does_not_stop_at_every_statement(page: ReadPage, opened: Driver) -> None:
    stops = {QApplication.focusWidget()}
    for _step in range(60):
        opened.press("Tab")
        stops.add(QApplication.focusWidget())
    assert sum(widget is page.text for widget in stops) == 1
