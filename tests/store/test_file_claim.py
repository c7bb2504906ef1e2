"""The second window on one file is told."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from pathways.store import file_claim
from pathways.store.file_claim import FileClaim


def test_the_second_who_opens_a_file_is_told_and_the_next_is_not(tmp_path: Path) -> None:
    first = FileClaim(tmp_path / "mine.pathplan")
    second = FileClaim(tmp_path / "." / "mine.pathplan")
    assert (first.taken, second.taken) == (False, True)
    second.release()
    assert FileClaim(tmp_path / "mine.pathplan").taken, "who was told gives nothing back"
    first.release()
    first.release()
    assert list(tmp_path.iterdir()) == []
    third = FileClaim(tmp_path / "mine.pathplan")
    assert not third.taken
    third.release()


def test_a_program_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "mine.pathplan"
    code = (
        "import sys, os; from pathlib import Path; from pathways.store.file_claim import FileClaim;"
        "claim = FileClaim(Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(file)], check=False)
    claim = FileClaim(file)
    assert not claim.taken
    claim.release()


def test_where_no_mark_can_be_set_nobody_is_kept_out(tmp_path: Path) -> None:
    claim = FileClaim(tmp_path / "gone" / "mine.pathplan")
    assert not claim.taken
    claim.release()


def test_a_drive_without_locks_keeps_nobody_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(_handle: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(file_claim, "_lock", no_locks)
    claim = FileClaim(tmp_path / "mine.pathplan")
    assert not claim.taken
    claim.release()


def test_a_mark_that_is_given_back_this_very_moment_is_set_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, moments = file_claim._lock, []

    def lock_late(handle: int) -> None:
        if not moments:
            (tmp_path / ".mine.pathplan.open").unlink()
        moments.append(1)
        lock(handle)

    monkeypatch.setattr(file_claim, "_lock", lock_late)
    claim = FileClaim(tmp_path / "mine.pathplan")
    assert not claim.taken and len(moments) == 2
    claim.release()
    assert list(tmp_path.iterdir()) == []
