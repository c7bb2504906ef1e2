"""Whoever is here for the first time is told how to begin, once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from driver import Driver
from pathways.compare.change import Verdict
from pathways.gui.map.map_page import MapPage


def browse(opened: Driver) -> MapPage:
    return opened.window.page("map")


def test_a_first_start_says_how_to_begin_and_leaves_the_keyboard_where_one_begins(
    opened: Driver,
) -> None:
    welcome = browse(opened).welcome
    assert welcome is not None and welcome.isVisible()
    assert browse(opened).where.here.hasFocus()


@pytest.mark.parametrize("button", ["Do not show this again", "Show me an example"])
def test_once_closed_it_does_not_come_back(opened: Driver, button: str) -> None:
    opened.click(button)
    assert browse(opened).welcome is None
    assert QApplication.focusWidget() is not None
    opened.reopen()
    assert browse(opened).welcome is None


def test_documents_of_ones_own_are_a_click_away(opened: Driver) -> None:
    opened.click("Bring your own documents")
    assert opened.window.session.page == "import"


def test_the_example_is_a_step_at_which_much_is_raised(opened: Driver) -> None:
    opened.click("Show me an example")
    comparison = opened.window.session.comparison()
    assert comparison is not None
    verdicts = [dimension.verdict for dimension in comparison.steps[0].dimensions]
    assert verdicts.count(Verdict.RAISED) >= 3
    assert comparison.steps[0].first


def test_the_example_compares_two_neighbours(opened: Driver) -> None:
    opened.click("Show me an example")
    assert opened.window.session.page == "compare"
    before, after = opened.window.session.chosen
    assert opened.window.session.neighbour(before, 1) == after
    opened.press("Alt+Left")
    assert opened.window.session.page == "map"


def test_whoever_has_compared_is_no_longer_new(opened: Driver) -> None:
    opened.choose("Where are you now?", "Grade 11")
    opened.choose("Where would you like to go?", "Grade 12")
    opened.click("Compare", browse(opened).where)
    opened.reopen()
    assert browse(opened).welcome is None


def test_it_waits_until_it_has_been_answered(opened: Driver) -> None:
    opened.reopen()
    assert browse(opened).welcome is not None


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_the_way_to_ones_own_documents_is_on_the_first_screen(opened: Driver, scale: float) -> None:
    opened.window.resize(1280, 720)
    opened.window.window_actions.set_theme(opened.window.theme.scaled(scale))
    opened.settle()
    page = browse(opened)
    assert page.welcome is not None and page.welcome.own.isVisible()
    corner = page.welcome.own.mapTo(opened.window, page.welcome.own.rect().bottomRight())
    assert opened.window.rect().contains(corner)
    first = page.map.scene.first_item
    assert first is not None and page.map.view.shows(first)


def test_it_says_what_this_is_and_whose_grades_these_are(opened: Driver) -> None:
    welcome = browse(opened).welcome
    assert welcome is not None
    words = welcome._words.text()
    assert "what changes from one grade to another" in words
    assert "ICT job family of Derbyshire County Council" in words
    opened.window.resize(1280, 720)
    opened.window.window_actions.set_theme(opened.window.theme.scaled(3.0))
    opened.settle()
    assert welcome.accessibleDescription() == words, "heard where there is no room for it"


def test_the_text_of_a_node_leads_to_its_page(opened: Driver) -> None:
    opened.window.session.set_current("ict-11")
    opened.settle()
    opened.click("Read in full")
    assert (opened.window.session.page, opened.window.session.current) == ("read", "ict-11")
    opened.press("Alt+Left")
    assert opened.window.session.page == "map"


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.3])
@pytest.mark.parametrize("size", [(1280, 800), (900, 800), (1920, 1000)])
def test_nothing_of_it_is_cut_off(opened: Driver, scale: float, size: tuple[int, int]) -> None:
    opened.window.resize(*size)
    opened.window.window_actions.set_theme(opened.window.theme.scaled(scale))
    opened.settle()
    welcome = browse(opened).welcome
    assert welcome is not None
    if not welcome.isVisible():
        return
    assert welcome._words.height() >= welcome._words.heightForWidth(welcome._words.width())
    for button in (welcome.example, welcome.own, welcome.close_button):
        assert button.height() >= button.sizeHint().height()
        assert button.mapTo(welcome, button.rect().bottomRight()).y() < welcome.height()


def test_a_small_laptop_shows_it_and_the_whole_map(opened: Driver) -> None:
    opened.window.resize(1280, 720)
    opened.settle()
    page = browse(opened)
    assert page.welcome is not None and page.welcome.isVisible()
    assert page.map.view.whole_is_seen
    assert not page.map.hint.isVisible(), "it is said above how to begin and to go on"


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_larger_type_keeps_the_example_on_a_small_laptop(opened: Driver, scale: float) -> None:
    welcome = enlarged(opened, scale).welcome
    assert welcome is not None
    assert welcome.example.isVisible() and welcome.own.isVisible()
    assert welcome.example.y() == welcome.own.y(), "in one row"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 2.5, 3.0])
def test_at_every_size_of_text_a_sentence_says_whose_grades_these_are(
    opened: Driver, scale: float
) -> None:
    welcome = enlarged(opened, scale).welcome
    assert welcome is not None
    said = [label for label in (welcome._words, welcome._short) if label.isVisible()]
    assert len(said) == 1
    assert "Derbyshire County Council" in said[0].text()
    assert "grade" in said[0].text(), "and what this is about"
    assert said[0].height() >= said[0].heightForWidth(said[0].width())
    corner = said[0].mapTo(opened.window, said[0].rect().bottomRight())
    assert opened.window.rect().contains(corner)


@pytest.mark.parametrize(("scale", "rows"), [(1.0, 9), (2.0, 5), (3.0, 3)])
def test_under_the_welcome_there_is_room_for_the_map(
    opened: Driver, scale: float, rows: int
) -> None:
    page = enlarged(opened, scale)
    view = page.map.view
    seen = {item.box.top() for item in page.map.scene.node_items if view.shows(item)}
    assert len(seen) >= rows


def enlarged(opened: Driver, scale: float) -> MapPage:
    """Enlarge the text of a window on a small laptop."""
    opened.window.resize(1280, 720)
    opened.window.window_actions.set_theme(opened.window.theme.scaled(scale))
    opened.settle()
    return browse(opened)
