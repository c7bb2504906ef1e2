"""Slow work: the window is drawn meanwhile, after a moment it is said what is done, and it can be
given up.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from driver import Driver
from pathways.errors import PathwaysError
from pathways.gui.dialogs.busy_dialog import BusyDialog
from pathways.gui.shell import background
from pathways.gui.shell.background import Progress, wait_for
from pathways.store import open_files


@pytest.fixture
def in_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "threaded", True)


@pytest.fixture
def at_once(in_threads: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Say what is done without waiting a moment."""
    monkeypatch.setattr(background, "MOMENT", 0)


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Return what a job waits for, opened at the end of the test at the latest."""
    event = threading.Event()
    yield event
    event.set()


def test_a_quick_job_shows_nothing(in_threads: None, qtbot: QtBot) -> None:
    seen = []

    def job(progress: Progress) -> int:
        progress.tell(1, 2)
        seen.append(threading.current_thread() is threading.main_thread())
        return 42

    assert wait_for(None, "Counting…", job) == 42
    assert seen == [False]
    assert QApplication.activeModalWidget() is None


def test_a_slow_job_says_what_it_does_and_how_far_it_is(
    opened: Driver, at_once: None, gate: threading.Event
) -> None:
    seen: list[tuple[list[str], int, int]] = []

    def job(progress: Progress) -> str:
        progress.tell(3, 7)
        gate.wait(5)
        return "done"

    def look(dialog: BusyDialog) -> None:
        opened.qtbot.waitUntil(lambda: dialog._bar.maximum() == 7, timeout=3000)
        bar = dialog.findChild(QProgressBar)
        assert isinstance(bar, QProgressBar)
        seen.append(
            ([label.text() for label in dialog.findChildren(QLabel)], bar.value(), bar.maximum())
        )
        gate.set()
        opened.qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=3000)

    opened.when("One moment", look)
    assert wait_for(opened.window, "Counting…", job) == "done"
    assert seen == [(["Counting…", "3 of 7"], 3, 7)]


def test_a_job_can_be_given_up(opened: Driver, at_once: None, gate: threading.Event) -> None:
    ended = threading.Event()

    def job(progress: Progress) -> str:
        try:
            gate.wait(5)
            progress.tell()
        finally:
            ended.set()
        return "too late"

    opened.when("One moment", lambda dialog: opened.click("Cancel", dialog))
    assert wait_for(opened.window, "Counting…", job) is None
    gate.set()
    assert ended.wait(5)
    opened.qtbot.waitUntil(lambda: background._unheard == [], timeout=3000)


def test_escape_gives_up_too(opened: Driver, at_once: None, gate: threading.Event) -> None:
    opened.when("One moment", lambda dialog: dialog.reject())
    assert wait_for(opened.window, "Counting…", lambda _progress: gate.wait(5)) is None


def test_what_a_job_raises_is_raised_where_it_was_asked_for(in_threads: None, qtbot: QtBot) -> None:
    def job(_progress: Progress) -> None:
        raise PathwaysError("The disk is full.")

    with pytest.raises(PathwaysError, match="The disk is full"):
        wait_for(None, "Writing…", job)


def test_in_place_the_result_is_the_same(qtbot: QtBot) -> None:
    assert wait_for(None, "Counting…", lambda progress: (progress.tell(1, 1), 7)[1]) == 7


def test_opening_can_be_given_up_and_leaves_everything_as_it_was(
    opened: Driver,
    at_once: None,
    gate: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: object,
) -> None:
    read = open_files._read

    def slowly(*given: object) -> object:
        gate.wait(5)
        return read(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(open_files, "_read", slowly)
    before = opened.window.session.library
    opened.when("One moment", lambda dialog: dialog.reject())
    from pathlib import Path

    opened.window.files.open([Path(str(tmp_path)) / "any.yaml"])
    assert opened.window.session.library is before
    assert opened.status == "Cancelled. Nothing was changed."
    gate.set()
    opened.qtbot.waitUntil(lambda: background._unheard == [], timeout=3000)


def test_a_long_ladder_can_be_given_up_and_asked_for_again(
    opened: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathways.gui.ladder import ladder_page

    monkeypatch.setattr(ladder_page, "_MANY", 1)
    monkeypatch.setattr(ladder_page, "wait_for", lambda *_given: None)
    opened.window.session.visit("ladder")
    opened.settle()
    page = opened.window.page("ladder")
    assert page.head.title.text() == "Not compared"
    assert page.model.rowCount() == 0
    monkeypatch.undo()
    page.refresh()
    assert page.head.title.text() == "Every step of the ICT job family"
    assert page.model.rowCount() > 1
