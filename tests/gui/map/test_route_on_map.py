"""A route on the map, and the kinds of moves that its steps are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drawing import SIGNS, ladder, of_no_file
from map_driver import MapDriver, line_of, lines_of
from pathways.gui.map.step_style import INDICATIVE, STROKES, stroke_of
from pathways.gui.map.words import step_labels
from pathways.model.step import Step, StepKind

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def driver(qtbot: QtBot) -> MapDriver:
    return MapDriver(qtbot, ladder("6-7-8-9", "a-b 7=a", "9~head"))


def lit(driver: MapDriver) -> tuple[set[str], set[tuple[str, str]]]:
    scene = driver.page.scene
    nodes = {item.node_id for item in scene.node_items if item.lit}
    return nodes, {(step.source, step.target) for step in lines_of(scene) if step.lit}


def test_a_route_lights_its_nodes_and_steps_and_quiets_the_rest(driver: MapDriver) -> None:
    driver.page.show_route(("6", "7", "a", "b"))
    assert lit(driver) == ({"6", "7", "a", "b"}, {("6", "7"), ("7", "a"), ("a", "b")})
    quiet = {item.node_id for item in driver.page.scene.node_items if item.quiet}
    assert quiet == {"8", "9", "head"}


def test_no_route_is_as_before(driver: MapDriver) -> None:
    driver.page.show_route(("6", "7"))
    driver.page.show_route(())
    assert lit(driver) == (set(), set())
    assert not any(item.quiet for item in driver.page.scene.node_items)


def test_beside_a_route_every_step_still_says_how_much_changes(driver: MapDriver) -> None:
    driver.qtbot.waitUntil(lambda: line_of(driver.page.scene, "8", "9").label != "")
    before = driver.page.view.grab().toImage()
    driver.page.show_route(("6", "7"))
    after = driver.page.view.grab().toImage()
    item = line_of(driver.page.scene, "8", "9")
    place = driver.page.view.mapFromScene(item.label_box).boundingRect()
    assert not place.isEmpty()
    assert before.copy(place) == after.copy(place)


def test_a_route_is_told_to_a_screen_reader_and_stands_in_the_outline(driver: MapDriver) -> None:
    driver.page.show_route(("6", "7", "a"))
    driver.session.set_current("7")
    assert "stop 2 of 3 on the route" in driver.spoken
    driver.press(Qt.Key.Key_F4)
    outline = driver.page.outline
    assert outline is not None
    model = outline.outline_model
    assert model.index_of("a").siblingAtColumn(3).data() == "stop 3"
    driver.session.choose(["a"])
    assert model.index_of("a").siblingAtColumn(3).data() == "1 · stop 3"
    driver.page.show_route()
    assert model.index_of("7").siblingAtColumn(3).data() == ""


def test_a_route_unfolds_what_hides_it(driver: MapDriver) -> None:
    driver.page.folds.fold("framework-2/")
    driver.page.show_route(("6", "7", "a"))
    assert driver.folded == []
    assert lit(driver)[0] == {"6", "7", "a"}


def test_a_route_through_nodes_that_are_gone_shows_what_is_left(driver: MapDriver) -> None:
    driver.page.show_route(("6", "nobody", "7"))
    assert lit(driver) == ({"6", "7"}, {("6", "7")})
    driver.session.workspace.take(of_no_file(ladder("7-8")))
    assert lit(driver) == ({"7"}, set())


def test_each_kind_of_move_looks_different() -> None:
    assert set(STROKES) == set(StepKind)
    assert len({*STROKES.values(), INDICATIVE}) == len(StepKind) + 1
    for kind in StepKind:
        assert stroke_of(Step(source="a", target="b", kind=kind, indicative=True)) == INDICATIVE


@pytest.mark.parametrize("sign", [sign for sign in SIGNS if sign not in "-~"])
def test_a_kind_of_move_has_its_line_its_words_and_its_place_in_the_legend(
    qtbot: QtBot, sign: str
) -> None:
    driver = MapDriver(qtbot, ladder("6-7", f"6{sign}x"), size=(1500, 620))
    kind = SIGNS[sign]
    step = line_of(driver.page.scene, "6", "x")
    assert step.stroke == STROKES[kind]
    assert step.label.startswith(kind.word)
    assert kind.word in driver.page.legend.words
    others = {other.word for other in StepKind} - {kind.word}
    assert others.isdisjoint(driver.page.legend.words)


def test_an_indicative_secondment_says_both(qtbot: QtBot) -> None:
    from msgspec.structs import replace

    from pathways.model.library import Library

    first, second = ladder("6-7", "x").frameworks
    step = Step(source="6", target="x", kind=StepKind.SECONDMENT, indicative=True)
    driver = MapDriver(qtbot, Library((replace(first, steps=(step,)), second), ()))
    item = line_of(driver.page.scene, "6", "x")
    assert item.stroke == INDICATIVE
    assert step_labels(step, None) == ("secondment · suggested", "secondment")
    assert item.label in step_labels(step, None)


def test_a_label_that_has_no_room_says_less_and_never_lies_on_a_box_or_an_arrow_head(
    qtbot: QtBot,
) -> None:
    drawings = ("6-7-8-9", "a-b 7=a", "c-d 6!c 8^d", "e 9@e", "f 9~f")
    for width in (700, 1100, 1700):
        driver = MapDriver(qtbot, ladder(*drawings), size=(width, 560))
        qtbot.waitUntil(lambda: "change" in line_of(driver.page.scene, "6", "7").label)  # noqa: B023 - waited for here
        assert len(lines_of(driver.page.scene)) >= 9
        for step in lines_of(driver.page.scene):
            assert step.label
            for node in driver.page.scene.node_items:
                assert not step.label_box.intersects(node.box), (width, step.label, node.node_id)
        driver.page.close()
