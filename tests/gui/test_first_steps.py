"""Someone who has never seen the program finds their next step."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from driver import Driver
from pathways.gui.map.map_page import MapPage
from pathways.gui.widgets.choice_box import ChoiceBox


def browse(opened: Driver) -> MapPage:
    page = opened.window.page("map")
    assert isinstance(page, MapPage)
    return page


def test_the_window_opens_on_the_map_and_asks_where_one_is(opened: Driver) -> None:
    assert opened.window.session.page == "map"
    assert opened.find(ChoiceBox, "Where are you now?").hasFocus()
    assert "5 frameworks open" in opened.status
    assert "check the official document" in opened.status


def test_two_answers_and_one_click_show_what_changes(opened: Driver) -> None:
    opened.choose("Where are you now?", "Grade 11")
    opened.choose("Where would you like to go?", "Grade 12")
    opened.click("Compare", browse(opened).where)
    assert opened.title == "What changes from grade 11 to grade 12"
    assert any("Lead" in row[2] for row in opened.rows("people-management"))


def test_comparing_without_an_answer_asks_for_it(opened: Driver) -> None:
    opened.choose("Where are you now?", "Grade 11")
    opened.click("Compare", browse(opened).where)
    assert opened.window.session.page == "map"
    assert opened.find(ChoiceBox, "Where would you like to go?").hasFocus()


def test_the_same_grade_is_not_chosen_twice(opened: Driver) -> None:
    opened.choose("Where are you now?", "Grade 11")
    opened.choose("Where would you like to go?", "Grade 11")
    assert opened.window.session.chosen == ("ict-11",)
    assert browse(opened).where.here.node == ""
    assert browse(opened).where.there.node == "ict-11"


def test_what_is_chosen_on_the_map_stands_in_the_boxes(opened: Driver) -> None:
    opened.window.session.choose(["ict-13", "head-of-technology"])
    assert browse(opened).where.here.node == "ict-13"
    assert browse(opened).where.there.node == "head-of-technology"


def test_a_node_that_is_looked_at_shows_its_text(opened: Driver) -> None:
    opened.window.session.set_current("ict-7")
    opened.settle()
    panel = browse(opened).panel
    assert panel is not None and panel.isVisible()
    assert panel.title.text() == "Grade 7"
    expected = [s.text for s in opened.window.session.library.statements_of("ict-7")]
    assert [cell.text_shown for cell in panel.text.cells] == expected


def test_a_shared_text_says_so(opened: Driver) -> None:
    opened.window.session.set_current("ict-7")
    opened.settle()
    panel = browse(opened).panel
    assert panel is not None
    names = [part.name for part in panel.text.texts]
    assert "Level Purpose. Grades 6 to 8 share this wording." in names


def test_what_a_document_does_not_state_is_said(opened: Driver) -> None:
    opened.window.session.set_current("leadership-2")
    opened.settle()
    panel = browse(opened).panel
    assert panel is not None
    assert "health and safety" in panel._silent.text()
    assert panel._silent.text().startswith("Not stated in this document: ")


def test_the_source_of_a_statement_is_one_key_away(opened: Driver) -> None:
    opened.window.session.set_current("ict-11")
    opened.settle()
    panel = browse(opened).panel
    assert panel is not None
    cell = panel.text.cells[0]
    cell.take_keyboard()
    height = cell.rect.height()
    opened.press("Return")
    assert cell.source_shown
    assert cell.rect.height() > height
    assert cell.content.notes[0].startswith("Source: ICT Family")


def test_the_panel_offers_both_ends_of_the_way(opened: Driver) -> None:
    opened.window.session.set_current("ict-11")
    opened.settle()
    opened.click("I am here")
    opened.window.session.set_current("ict-12")
    opened.settle()
    opened.click("I would like to go here")
    assert opened.window.session.chosen == ("ict-11", "ict-12")


def test_the_panel_closes(opened: Driver) -> None:
    opened.window.session.set_current("ict-11")
    opened.settle()
    opened.click("Close the text")
    assert opened.window.session.current is None
    panel = browse(opened).panel
    assert panel is not None and not panel.isVisible()


def test_choices_are_remembered(opened: Driver) -> None:
    opened.choose("Where are you now?", "Grade 9")
    opened.choose("Where would you like to go?", "Head of profession")
    opened.window.resize(1000, 700)
    opened.reopen()
    assert opened.window.session.chosen == ("ict-9", "head-of-profession")


def test_every_choice_box_is_grouped_by_framework(opened: Driver) -> None:
    box = opened.find(QComboBox, "Where are you now?")
    texts = [box.itemText(row) for row in range(box.count())]
    assert texts[0] == "ICT job family"
    assert texts[1].strip() == "Grade 14"
    assert "Leadership and management framework" in texts
