"""Files in a folder one may not write in: it is said, and the work stays."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from driver import Driver
from pathways import paths
from pathways.cli.command_line import main
from pathways.compare.overruling import judge_as
from pathways.gui.dialogs.notice_dialog import NoticeDialog
from pathways.gui.team.team_actions import actions_of
from pathways.model.overrule import Between
from pathways.model.plan import Plan
from pathways.planning.edits import set_note
from pathways.planning.people import add_person
from pathways.store.overrules_file import overrules_path
from pathways.workspace.plans import PLANS

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0,
    reason="needs a user who is not allowed everything",
)
_TOLD = "You are not allowed to write in the folder"


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """Return a folder with a framework, a plan and a team, in which nothing can be written."""
    folder = tmp_path / "closed"
    shutil.copytree(paths.data() / "sample-team", folder)
    shutil.copy(paths.data() / "sample.pathplan", folder / "mine.pathplan")
    shutil.copy(paths.data() / "ict.yaml", folder / "ours.yaml")
    for file in folder.iterdir():
        file.chmod(0o600)
    folder.chmod(0o500)
    yield folder
    folder.chmod(0o700)


@pytest.fixture
def open_on(qtbot: QtBot) -> Iterator[Callable[..., Driver]]:
    """Open the program on files; its windows are closed at the end."""
    made: list[Driver] = []

    def opened(*files: Path) -> Driver:
        made.append(Driver(qtbot, *map(str, files)))
        return made[-1]

    yield opened
    for driver in made:
        driver.close()


def _noted(plan: Plan) -> Plan:
    return set_note(plan, [plan.rows[0].id], "seen on Monday")


def test_a_plan_says_so_keeps_the_note_and_brings_it_back(
    closed: Path, open_on: Callable[..., Driver]
) -> None:
    file = closed / "mine.pathplan"
    before = file.read_bytes()
    driver = open_on(file)
    document = driver.window.windows.documents.open(file, PLANS)
    document.edit("note", _noted(document.value))
    driver.window.session.visit("plan")
    driver.settle()
    assert _TOLD in driver.window.page("plan").notice.text()
    assert document.value.rows[0].note == "seen on Monday"
    assert file.read_bytes() == before
    assert sorted(one.name for one in closed.iterdir() if one.name.startswith(".")) == []
    driver.close()
    driver.reopen(str(file))
    again = driver.window.windows.documents.open(file, PLANS)
    assert again.value.rows[0].note == "seen on Monday"


def test_a_team_says_so_and_brings_the_person_back(
    closed: Path, open_on: Callable[..., Driver], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = closed / "service-desk.pathteam"
    before = file.read_bytes()
    told: list[str] = []
    monkeypatch.setattr(NoticeDialog, "tell", lambda _parent, _what, why: told.append(why))
    driver = open_on()
    session = actions_of(driver.window.context).session
    actions_of(driver.window.context).open(file)
    session.edit("add", add_person(session.team, "Ada New"))
    session.save()
    assert told and all(_TOLD in why for why in told)
    assert session.team.people[-1].name == "Ada New"
    assert file.read_bytes() == before
    session.close()
    session.open(file)
    assert session.team.people[-1].name == "Ada New"


def test_a_judgement_says_so_and_holds(
    closed: Path, open_on: Callable[..., Driver], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(NoticeDialog, "tell", lambda _parent, _what, why: told.append(why))
    driver = open_on(Path("--only"), closed / "ours.yaml")
    workspace = driver.window.session.workspace
    step = workspace.comparer.compare(["ict-11", "ict-12"]).steps[0]
    dimension, change = next(
        (one.dimension.id, change)
        for one in step.dimensions
        for change in one.changes
        if change.before and change.after and change.verdict.value == "raised"
    )
    before, after = change.before, change.after
    assert before is not None and after is not None
    between = Between("ict-11", "ict-12", dimension)
    judged = judge_as((), between, before, after, type(change.verdict).EASED, reason="r")
    workspace.judge("judge", judged)
    assert _TOLD in workspace.failure
    assert told and all(_TOLD in why for why in told)
    assert [one.statements[0] for one in workspace.overrules] == [before.id]
    assert not overrules_path(closed / "ours.yaml").exists()


def test_a_command_says_so_and_changes_nothing(
    closed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = closed / "mine.pathplan"
    before = file.read_bytes()
    assert main(["plan", "action", str(file), "1", "--do", "Shadow the lead"]) != 0
    assert _TOLD in capsys.readouterr().err
    assert file.read_bytes() == before


def test_the_program_starts_and_ends_where_it_may_keep_nothing(
    tmp_path: Path, open_on: Callable[..., Driver], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(NoticeDialog, "tell", lambda _parent, _what, why: told.append(why))
    own = tmp_path / "own"
    own.mkdir(mode=0o500)
    for kind in ("CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"PATHWAYS_{kind}", str(own / "pathways"))
    driver = open_on()
    driver.window.parts.window.use_theme("dark")
    assert driver.window.isVisible()
    driver.settle()
    driver.window.settings.save()
    driver.settle()
    assert "is not kept for the next start" in " ".join((driver.status, *told))
    assert not list(own.iterdir())
