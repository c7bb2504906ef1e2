"""A window with the sample team."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from driver import Driver
from pathways import paths
from pathways.gui.team.team_actions import actions_of


@pytest.fixture
def driver(qtbot: QtBot) -> Iterator[Driver]:
    """Open a window; close it at the end."""
    found = Driver(qtbot)
    yield found
    found.close()


@pytest.fixture
def sample(driver: Driver, tmp_path: Path) -> Path:
    """Open a copy of the sample team."""
    folder = tmp_path / "sample"
    shutil.copytree(paths.data() / "sample-team", folder)
    actions_of(driver.window.context).open(folder / "service-desk.pathteam")
    driver.settle()
    return folder / "service-desk.pathteam"
