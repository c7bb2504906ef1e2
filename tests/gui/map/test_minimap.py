from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from drawing import ladder
from map_driver import MapDriver, box_of
from pathways.gui.map.minimap import Minimap

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def driver(qtbot: QtBot) -> MapDriver:
    driver = MapDriver(qtbot, ladder("-".join(str(grade) for grade in range(1, 30)), "a-b-c"))
    driver.page.view.set_zoom(1.5)
    qtbot.waitUntil(lambda: driver.page.minimap is not None and driver.page.minimap.isVisible())
    return driver


def overview(driver: MapDriver) -> Minimap:
    assert driver.page.minimap is not None
    return driver.page.minimap


def on_overview(driver: MapDriver, box: str) -> QPoint:
    """Return where the middle of a box is on the overview."""
    minimap, target = overview(driver), box_of(driver.page.scene, box).box.center()
    origin = minimap.scene_place(QPointF(0, 0))
    step = minimap.scene_place(QPointF(1, 1)) - origin
    return QPoint(
        round((target.x() - origin.x()) / step.x()), round((target.y() - origin.y()) / step.y())
    )


def test_the_overview_comes_when_the_map_does_not_fit_and_goes_when_it_does(
    driver: MapDriver,
) -> None:
    assert overview(driver).isVisible()
    driver.page.view.fit()
    assert not overview(driver).isVisible()
    driver.page.view.set_zoom(2.0)
    assert overview(driver).isVisible()


def test_a_click_on_the_overview_goes_there(driver: MapDriver, qtbot: QtBot) -> None:
    for box in ("1", "29", "15"):
        qtbot.mouseClick(overview(driver), Qt.MouseButton.LeftButton, pos=on_overview(driver, box))
        assert driver.is_seen(box)
    assert driver.session.current is None, "the map under the overview is not clicked"


def test_dragging_on_the_overview_moves_the_map(driver: MapDriver, qtbot: QtBot) -> None:
    minimap = overview(driver)
    start, end = on_overview(driver, "29"), on_overview(driver, "1")
    qtbot.mousePress(minimap, Qt.MouseButton.LeftButton, pos=start)
    assert driver.is_seen("29")
    qtbot.mouseMove(minimap, end)
    qtbot.mouseRelease(minimap, Qt.MouseButton.LeftButton, pos=end)
    assert driver.is_seen("1")
    assert not driver.is_seen("29")


def test_the_overview_takes_no_focus_and_says_what_the_keyboard_does_instead(
    driver: MapDriver,
) -> None:
    minimap = overview(driver)
    assert minimap.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert minimap.accessibleName() == "Overview of the map"
    assert "Ctrl and an arrow key" in minimap.accessibleDescription()


def test_the_overview_can_be_switched_off(driver: MapDriver, qtbot: QtBot) -> None:
    button = driver.page.tools.overview
    assert button.isVisible()
    assert button.isChecked()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not overview(driver).isVisible()
    driver.page.view.set_zoom(2.0)
    assert not overview(driver).isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert overview(driver).isVisible()


def test_the_overview_never_hides_the_current_box(driver: MapDriver) -> None:
    assert len(driver.session.library.nodes) > 3
    for node in driver.session.library.nodes:
        driver.session.set_current(node)
        box = driver.page.view.seen(box_of(driver.page.scene, node).box).toRect()
        assert not overview(driver).geometry().intersects(box), node


def test_a_map_that_fits_needs_no_overview_and_no_button_for_it(qtbot: QtBot) -> None:
    driver = MapDriver(qtbot, ladder("6-7"))
    assert driver.page.minimap is None
    assert not driver.page.tools.overview.isVisible()
