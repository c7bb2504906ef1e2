"""The map in rooms of several sizes."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

import bundled
from drawing import ladder, of_no_file
from driver import Driver
from map_driver import MapDriver, box_of
from pathways.graph.layout.measures import READABLE
from pathways.gui.shell.theme import LIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

BESIDE_A_PANEL = (
    749,
    537,
)  # what a window of 1280 x 720 leaves for the page when a node's text is open
ALONE = (1130, 537)
LARGE = (1450, 717)  # of a window of 1600 x 900


@pytest.mark.parametrize("size", [BESIDE_A_PANEL, ALONE, LARGE])
def test_all_of_the_bundled_map_is_seen_without_scrolling_and_can_be_read(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    driver = MapDriver(qtbot, bundled.library(), size=size)
    driver.session.set_current("ict-11")
    view = driver.page.view
    assert view.zoom >= READABLE
    assert view.whole_is_seen
    assert all(driver.is_seen(box) for box in driver.boxes)
    assert driver.page.minimap is None
    assert [
        item.title for item in driver.page.scene.node_items if item.title_shown != item.title
    ] == []


def test_a_large_window_gives_boxes_their_second_line(qtbot: QtBot) -> None:
    driver = MapDriver(qtbot, bundled.library(), size=BESIDE_A_PANEL)
    assert box_of(driver.page.scene, "ict-11").line == ""
    driver.page.resize(*LARGE)
    assert box_of(driver.page.scene, "ict-11").line != ""
    assert "Royal Borough of Greenwich" in box_of(driver.page.scene, "head-of-technology").line


def test_the_map_follows_its_room_until_a_person_has_zoomed(qtbot: QtBot) -> None:
    driver = MapDriver(qtbot, bundled.library(), size=ALONE)
    wide = driver.page.scene.sceneRect().width()
    driver.page.resize(*BESIDE_A_PANEL)
    narrow = driver.page.scene.sceneRect().width()
    assert narrow < wide
    driver.page.view.set_zoom(1.5)
    driver.page.resize(*ALONE)
    assert driver.page.scene.sceneRect().width() == narrow
    assert driver.page.view.zoom == 1.5
    driver.page.view.fit()
    assert driver.page.scene.sceneRect().width() == wide


def test_a_few_pixels_are_no_reason_to_arrange_the_map_anew(qtbot: QtBot) -> None:
    driver = MapDriver(qtbot, bundled.library(), size=ALONE)
    before = box_of(driver.page.scene, "head-of-profession").box
    driver.page.resize(ALONE[0] - 9, ALONE[1])
    assert box_of(driver.page.scene, "head-of-profession").box == before


def test_large_text_in_a_low_page_leaves_the_room_to_the_map(qtbot: QtBot) -> None:
    theme = LIGHT.scaled(2.0)
    driver = MapDriver(qtbot, ladder("6-7-8"), size=(500, 370), theme=theme)
    page = driver.page
    assert not page.heading.isVisible()
    assert not page.legend.isVisible()
    assert page.tools.height() <= theme.px(40)
    driver.session.choose(["6", "7", "8"])
    assert page.view.height() >= page.height() * 0.6
    driver.session.workspace.take(of_no_file(ladder("1-2-3-4-5")))
    driver.session.choose(["1", "2", "3", "4"])
    page.toggle("5")
    assert page.hint.isVisible(), "a refusal is always told"
    assert "Remove one first" in page.hint.text()


def test_larger_text_leaves_what_is_chosen_in_sight(opened: Driver) -> None:
    opened.window.resize(1280, 720)
    opened.window.session.choose(["ict-11", "ict-12"])
    opened.settle()
    opened.window.window_actions.set_theme(opened.window.theme.scaled(2.0))
    opened.settle()
    page = opened.window.page("map").map
    assert page.view.shows(box_of(page.scene, "ict-11"))


@pytest.mark.parametrize("live", [False, True], ids=["opened large", "made larger"])
def test_of_a_box_that_is_wider_than_its_room_the_title_is_in_sight(
    opened: Driver, live: bool
) -> None:
    opened.window.resize(1280, 720)
    large = opened.window.theme.scaled(2.6)
    if not live:
        opened.window.window_actions.set_theme(large)
    opened.window.session.choose(["ict-11"])
    opened.window.session.set_current("ict-11")  # which opens the panel beside the map
    opened.settle()
    if live:
        opened.window.window_actions.set_theme(large)
        opened.settle()
    page = opened.window.page("map").map
    box = box_of(page.scene, "ict-11").box
    view = page.view
    assert view.seen(box).width() > view.viewport().width(), "this is the case that is meant"
    assert 0 <= view.seen(box).left() <= view.viewport().width() / 3
