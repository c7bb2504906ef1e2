"""A team's file is opened from outside, as a double click does it."""

from __future__ import annotations

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from driver import Driver
from pathways import paths
from pathways.gui.team.team_session import team_of


def test_a_team_opens_by_the_name_of_its_file(qtbot: QtBot, tmp_path: Path) -> None:
    shutil.copytree(paths.data() / "sample-team", tmp_path / "sample")
    file = tmp_path / "sample" / "service-desk.pathteam"
    driver = Driver(qtbot, str(file))
    driver.settle()
    assert driver.window.session.page == "team"
    assert team_of(driver.window.context).team.people
    driver.close()
