from __future__ import annotations

import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

import bundled
from contrast import contrast
from map_driver import lines_of
from pathways.gui.map.map_scene import MapScene
from pathways.gui.map.step_style import INDICATIVE
from pathways.gui.shell.theme import DARK, HIGH_CONTRAST, LIGHT, Theme


@pytest.fixture(params=[0.8, 1.0, 2.0, 3.0])
def scene(request: pytest.FixtureRequest, qtbot: QtBot) -> MapScene:
    scene = MapScene(LIGHT.scaled(request.param))
    scene.show_library(bundled.library())
    comparer = bundled.comparer()
    pairs = [(step.source, step.target) for step in bundled.library().steps if not step.indicative]
    scene.set_sizes({pair: comparer.compare(pair).steps[0] for pair in pairs})
    return scene


def test_no_title_is_cut_at_any_text_size(scene: MapScene) -> None:
    assert len(scene.node_items) > 10
    assert [item.title for item in scene.node_items if item.title_shown != item.title] == []


def test_no_label_of_a_step_lies_on_a_box(scene: MapScene) -> None:
    hidden = [
        (step.source, step.target, node.node_id)
        for step in lines_of(scene)
        for node in scene.node_items
        if step.label_box.intersects(node.box)
    ]
    assert hidden == []


def test_the_biggest_step_is_the_thickest_and_the_indicative_ones_have_no_size(
    scene: MapScene,
) -> None:
    widths = {(step.source, step.target): step.width for step in lines_of(scene)}
    assert widths["ict-6", "ict-7"] < widths["ict-9", "ict-10"] < widths["ict-11", "ict-12"]
    heads = [step for step in lines_of(scene) if step.stroke == INDICATIVE]
    assert [step.label for step in heads] == ["suggested"] * 3


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda theme: str(theme.name))
def test_the_colours_of_the_map_can_be_told_apart(theme: Theme) -> None:
    for text in (theme.text, theme.quiet_text):
        for ground in (theme.surface, theme.accent_tint, theme.hover):
            assert contrast(text, ground) >= 4.5, (text, ground)
    assert contrast(theme.accent_ink, theme.surface) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    for mark in (theme.control_line, theme.accent, theme.focus):
        assert contrast(mark, theme.surface) >= 3, mark


def test_importing_the_map_loads_neither_networkx_nor_svg() -> None:
    code = "import sys, pathways.gui.map.map_pane; print([m for m in ('networkx', 'PySide6.QtSvg') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
