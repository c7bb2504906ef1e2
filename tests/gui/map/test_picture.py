from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from drawing import ladder
from map_driver import MapDriver, signs_of
from pathways.errors import PathwaysError, UsageError
from pathways.gui.map.map_scene import MapScene
from pathways.gui.map.picture import save_picture
from pathways.gui.shell.theme import LIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def scene(qtbot: QtBot) -> MapScene:
    scene = MapScene(LIGHT)
    scene.show_library(ladder("6-7-8", "8~head"))
    return scene


def test_the_map_is_saved_as_svg_with_its_words(scene: MapScene, tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    save_picture(scene, path)
    words = " ".join(ElementTree.parse(path).getroot().itertext())
    assert "Grade 7" in words
    assert "suggested" in words


def test_the_map_is_saved_as_png_twice_as_sharp_as_on_screen(
    scene: MapScene, tmp_path: Path
) -> None:
    path = tmp_path / "map.PNG"
    save_picture(scene, path)
    image = QImage(str(path))
    assert image.width() == pytest.approx(scene.sceneRect().width() * 2, abs=2)
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }
    assert {LIGHT.surface, LIGHT.control_line, LIGHT.text} <= colours


def test_another_ending_is_refused(scene: MapScene, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"“map\.gif” ends in neither"):
        save_picture(scene, tmp_path / "map.gif")


def test_a_folder_that_is_not_there_gets_a_sentence(scene: MapScene, tmp_path: Path) -> None:
    with pytest.raises(PathwaysError, match="could not be written"):
        save_picture(scene, tmp_path / "nowhere" / "map.svg")


def test_nothing_half_written_is_left_behind(scene: MapScene, tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    path.mkdir()
    with pytest.raises(PathwaysError):
        save_picture(scene, path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["map.svg"]
    assert path.is_dir()


def test_a_picture_shows_neither_the_signs_that_fold_nor_where_the_keyboard_is(
    qtbot: QtBot, tmp_path: Path
) -> None:
    driver = MapDriver(qtbot, ladder("6-7-8"))
    driver.page.save_picture(tmp_path / "plain.svg")
    driver.session.set_current("7")
    driver.page.save_picture(tmp_path / "current.svg")
    assert (tmp_path / "plain.svg").read_bytes() == (tmp_path / "current.svg").read_bytes()
    assert all(sign.isVisible() for sign in signs_of(driver.page.scene))
    assert driver.page.scene.current == "7"
