"""The map page as a person uses it, for tests: keys, clicks, and what is seen where."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from pathways.gui.map.fold_sign import FoldSign
from pathways.gui.map.map_pane import MapPane
from pathways.gui.map.map_scene import MapScene
from pathways.gui.map.node_item import NodeItem
from pathways.gui.map.step_item import StepItem
from pathways.gui.shell.session import Session
from pathways.gui.shell.stylesheet import stylesheet
from pathways.gui.shell.theme import LIGHT, Theme
from pathways.model.library import Library
from pathways.workspace.workspace import Workspace


def box_of(scene: MapScene, box_id: str) -> NodeItem:
    """Return the box of that id."""
    return next(item for item in scene.node_items if item.node_id == box_id)


def lines_of(scene: MapScene) -> list[StepItem]:
    """Return the lines between boxes."""
    return [item for item in scene.items() if isinstance(item, StepItem)]


def line_of(scene: MapScene, source: str, target: str) -> StepItem:
    """Return the line between two boxes."""
    return next(item for item in lines_of(scene) if (item.source, item.target) == (source, target))


def signs_of(scene: MapScene) -> list[FoldSign]:
    """Return the signs beside headings that fold what stands under them."""
    return [item for item in scene.items() if isinstance(item, FoldSign)]


class MapDriver:
    """Open a map page over a library, and use it."""

    def __init__(
        self,
        qtbot: QtBot,
        library: Library,
        *,
        size: tuple[int, int] = (1040, 620),
        theme: Theme = LIGHT,
    ) -> None:
        """Open the page."""
        self.qtbot = qtbot
        self.session = Session(Workspace.of(library))
        self.page = MapPane(self.session, theme)
        self.page.setStyleSheet(stylesheet(theme))
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.activateWindow()
        self.page.view.setFocus()
        qtbot.waitUntil(self.page.view.hasFocus)

    @property
    def boxes(self) -> list[str]:
        """Return the ids of all boxes on the map."""
        return [item.node_id for item in self.page.scene.node_items]

    @property
    def folded(self) -> list[str]:
        """Return the ids of the boxes that are folded groups."""
        return [item.node_id for item in self.page.scene.node_items if item.folded]

    @property
    def spoken(self) -> str:
        """Return what a screen reader is told."""
        return self.page.view.accessibleDescription()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys wherever the keyboard is."""
        for key in keys:
            self.qtbot.keyClick(QGuiApplication.focusObject(), key)

    def place(self, box: str) -> QPoint:
        """Return where the middle of a box is in the window onto the map."""
        return self.page.view.place_of(box_of(self.page.scene, box)).toPoint()

    def is_seen(self, box: str) -> bool:
        """Tell whether all of a box is seen."""
        view = self.page.view
        return view.viewport().rect().contains(view.seen(box_of(self.page.scene, box).box).toRect())

    def click(self, box: str) -> None:
        """Click on a box."""
        self.click_at(self.place(box))

    def click_at(self, place: QPoint) -> None:
        """Click on a place of the window onto the map."""
        self.qtbot.mouseClick(self.page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def sign(self, group: str) -> QPoint:
        """Return where the sign is that folds a group."""
        sign = next(sign for sign in signs_of(self.page.scene) if sign.group_id == group)
        return self.page.view.mapFromScene(sign.pos())

    def near(self, place: QPoint, other: QPoint | QPointF, within: int = 2) -> bool:
        """Tell whether two places are the same but for rounding."""
        return abs(place.x() - other.x()) <= within and abs(place.y() - other.y()) <= within

    def outline_lines(self) -> Sequence[str]:
        """Return the titles that the outline shows, as far as it is unfolded."""
        outline = self.page.outline
        assert outline is not None
        found = []
        index = outline.outline_model.index(0, 0)
        while index.isValid():
            found.append(index.data())
            index = outline.indexBelow(index)
        return found
