"""Large libraries: what is folded, how it is unfolded, and that nothing jumps about meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

import importing_documents
from drawing import ladder, of_no_file
from map_driver import MapDriver, box_of, signs_of
from pathways.graph.layout.measures import READABLE
from pathways.model.library import Library

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

TABLE = ladder(" ".join("-".join(f"f{i}.{j}" for j in range(4)) for i in range(30)))
FIRST, THIRD = "framework-1/-", "framework-1/family-3"


@pytest.fixture
def big(qtbot: QtBot) -> MapDriver:
    return MapDriver(qtbot, TABLE)


@pytest.fixture
def small(qtbot: QtBot) -> MapDriver:
    return MapDriver(qtbot, ladder("6-7-8-9", "9~head", "level1-level2"))


@pytest.fixture(scope="module")
def gdad() -> Iterator[Library]:
    yield Library(
        (importing_documents.imported(*importing_documents.corpus("gdad/roles")).framework,), ()
    )


def test_a_large_library_opens_folded_by_family_and_says_how_much_is_inside(big: MapDriver) -> None:
    assert len(big.boxes) == len(big.folded) == 30
    item = box_of(big.page.scene, THIRD)
    assert (item.title, item.tail) == ("family-3", "· 4 levels")
    assert any("folded" in words for words in big.page.legend.words)
    assert big.page.tools.folding.isVisible()


def test_a_small_library_opens_unfolded_and_has_no_button_for_it(small: MapDriver) -> None:
    assert small.folded == []
    assert not small.page.tools.folding.isVisible()
    assert not any("folded" in words for words in small.page.legend.words)


def test_a_click_unfolds_a_box_and_the_foot_of_its_ladder_takes_its_place(big: MapDriver) -> None:
    before, beside = big.place(THIRD), big.place("framework-1/family-2")
    big.click(THIRD)
    assert THIRD not in big.boxes
    assert big.near(big.place("f2.0"), before)
    assert big.near(big.place("framework-1/family-2"), beside)
    assert big.session.current == "f2.0"


def test_a_double_click_on_a_folded_box_chooses_nothing(big: MapDriver) -> None:
    place, viewport = big.place(THIRD), big.page.view.viewport()
    big.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    big.qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert THIRD not in big.boxes
    assert big.session.chosen == ()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Plus])
def test_by_keyboard_a_box_is_unfolded_and_folded_again_where_it_is(
    big: MapDriver, key: Qt.Key
) -> None:
    big.press(Qt.Key.Key_Up)
    assert big.page.scene.current == FIRST
    assert big.session.current is None, "a folded box is pointed out, not looked at"
    assert "4 levels" in big.spoken
    assert "folded, Enter unfolds" in big.spoken
    before = big.place(FIRST)
    big.press(key)
    assert big.session.current == "f0.0"
    assert big.near(big.place("f0.0"), before)
    big.press(Qt.Key.Key_Up)
    assert big.session.current == "f0.1"
    before = big.place("f0.1")
    big.press(Qt.Key.Key_Minus)
    assert big.page.scene.current == FIRST
    assert big.near(big.place(FIRST), before)
    assert big.session.chosen == ()


def test_backspace_folds_in_any_library_and_minus_zooms_in_a_small_one(small: MapDriver) -> None:
    small.session.set_current("7")
    zoom = small.page.view.zoom
    small.press(Qt.Key.Key_Minus)
    assert small.page.view.zoom < zoom
    assert small.folded == []
    small.press(Qt.Key.Key_Backspace)
    assert small.folded == ["framework-1/"]
    assert small.page.scene.current == "framework-1/"


def test_the_sign_beside_a_heading_folds_what_stands_under_it(small: MapDriver) -> None:
    beside = small.place("6")
    small.click_at(small.sign("framework-3/"))
    assert small.folded == ["framework-3/"]
    assert small.near(small.place("6"), beside, within=30)
    small.click("framework-3/")
    assert small.folded == []


def test_signs_and_boxes_can_be_hit_at_the_smallest_size_that_comes_unasked(
    small: MapDriver,
) -> None:
    small.page.view.set_zoom(READABLE)
    signs = signs_of(small.page.scene)
    assert len(signs) > 1
    for item in (*signs, *small.page.scene.node_items):
        shape = item.shape().boundingRect()
        assert shape.height() * READABLE >= 24
        assert shape.width() * READABLE >= 24


def test_all_is_unfolded_and_folded_by_one_button_and_by_key(big: MapDriver) -> None:
    button = big.page.tools.folding
    assert button.text() == "Unfold all"
    big.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(big.boxes) == 120
    assert button.text() == "Fold all"
    big.page.view.setFocus()
    big.press(Qt.Key.Key_Slash)
    assert len(big.boxes) == 30
    big.press(Qt.Key.Key_Asterisk)
    assert len(big.boxes) == 120


def test_a_choice_made_elsewhere_unfolds_what_hides_it(big: MapDriver) -> None:
    big.session.choose(["f4.1", "f9.2"])
    assert {"f4.1", "f9.2"} <= set(big.boxes)
    assert len(big.folded) == 28
    big.session.set_current("f20.3")
    assert big.is_seen("f20.3")


def test_what_is_chosen_shows_its_number_on_the_box_that_it_is_folded_into(big: MapDriver) -> None:
    big.session.choose(["f4.1"])
    big.page.folds.fold("framework-1/family-5")
    assert box_of(big.page.scene, "framework-1/family-5").number == 1
    big.session.set_current("f9.0")
    assert "framework-1/family-5" in big.boxes, "what a person has folded stays folded"


def test_the_outline_folds_and_unfolds_with_the_map_and_the_map_with_it(big: MapDriver) -> None:
    big.session.set_current("f2.1")
    big.page.view.setFocus()
    big.press(Qt.Key.Key_F4)
    lines = big.outline_lines()
    assert (
        lines[:2] == ["Framework 1", "F0.3"] or lines[1].startswith("F0") or lines[1] == "family-2"
    )
    assert {"F2.0", "F2.1", "F2.2", "F2.3"} <= set(lines)
    assert "F3.0" not in lines
    outline = big.page.outline
    assert outline is not None
    assert outline.currentIndex().data() == "F2.1"
    big.press(Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert outline.currentIndex().data() == "family-3"
    assert THIRD in big.boxes
    big.press(Qt.Key.Key_Return)
    assert THIRD not in big.boxes
    big.page.folds.unfold_all()
    assert "F29.3" in big.outline_lines()


def test_the_card_of_a_folded_box_names_what_is_inside(big: MapDriver) -> None:
    big.page.view._point_at(box_of(big.page.scene, THIRD))
    big.qtbot.waitUntil(big.page.cards.card.isVisible)
    assert "family-3: 4 levels" in big.page.cards.card.words
    assert "F2.0, F2.1, F2.2 and F2.3" in big.page.cards.card.words


def test_another_library_keeps_what_is_folded_and_opens_for_what_is_chosen(big: MapDriver) -> None:
    big.click(THIRD)
    big.session.choose(["f5.0"])
    big.session.workspace.take(
        of_no_file(Library.merge([*TABLE.frameworks, *ladder("x-y").frameworks[:0]], ()))
    )
    assert {"f2.0", "f5.0"} <= set(big.boxes)
    assert len(big.folded) == 28


def test_the_map_is_arranged_for_its_room_and_keeps_the_current_box_in_sight(
    big: MapDriver,
) -> None:
    big.session.set_current("f17.2")
    wide = big.page.scene.sceneRect().width()
    big.page.resize(640, 620)
    assert big.page.scene.sceneRect().width() < wide
    assert big.is_seen("f17.2")


def test_the_table_of_two_hundred_roles_opens_as_fifty_two_boxes_that_can_be_read(
    gdad: Library, qtbot: QtBot
) -> None:
    driver = MapDriver(qtbot, gdad, size=(1130, 540))
    assert len(driver.boxes) == 52
    scene, view = driver.page.scene, driver.page.view
    assert view.zoom >= READABLE
    assert scene.sceneRect().width() * view.zoom <= view.viewport().width(), (
        "it is scrolled up and down only"
    )
    boxes = [item.box for item in scene.node_items]
    assert not [1 for place, a in enumerate(boxes) for b in boxes[place + 1 :] if a.intersects(b)]
    before = driver.place("roles/Data engineer")
    driver.click("roles/Data engineer")
    assert driver.near(driver.place("data-engineer"), before)
    assert len(driver.boxes) == 52 + 3


def test_nothing_jumps_when_boxes_are_unfolded_one_after_the_other(big: MapDriver) -> None:
    for number in (3, 12, 20, 29):
        group = f"framework-1/family-{number}"
        item = box_of(big.page.scene, group)
        big.page.view.look_at(item.box.center())
        before: QPoint = big.place(group)
        big.click(group)
        assert big.near(big.place(f"f{number - 1}.0"), before)
