"""What a killed program left is cleared away; second names and other owners are not taken over."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pathways.errors import PathwaysError
from pathways.store.whole_file import spares_of, write_whole

_WRITER = """
import os, sys
from pathlib import Path
from pathways.store import whole_file
whole_file.os.fsync = lambda handle: os.kill(os.getpid(), 9)
whole_file.write_whole(Path(sys.argv[1]), b"new" * 1000)
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="asks whether a program still runs")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_next_save_clears_what_a_killed_one_left(tmp_path: Path) -> None:
    target = tmp_path / "kept.yaml"
    target.write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", _WRITER, str(target)], check=False)
    assert done.returncode == -9
    assert target.read_bytes() == b"old"
    assert len(_names(tmp_path)) == 2
    write_whole(tmp_path / "another.yaml", b"x")
    assert _names(tmp_path) == ["another.yaml", "kept.yaml"]


def test_what_a_killed_save_left_of_a_private_file_goes_with_the_next_save(tmp_path: Path) -> None:
    target = tmp_path / "kept.pathplan"
    private = _WRITER.replace('b"new" * 1000', 'b"new", private=True')
    subprocess.run([sys.executable, "-c", private, str(target)], check=False)
    (spare,) = tmp_path.iterdir()
    assert spare.name.startswith(".kept.pathplan.")
    others = tmp_path / ".notes.0123456789ab.part"  # of another program
    others.write_bytes(b"x")
    write_whole(tmp_path / "another.yaml", b"x")
    assert _names(tmp_path) == [others.name, "another.yaml"]


def test_the_spare_file_of_a_program_that_still_runs_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "kept.yaml"
    subprocess.run([sys.executable, "-c", _WRITER, str(target)], check=False)
    (spare,) = tmp_path.iterdir()
    host = spare.name.split("-")[1]
    running = spare.rename(tmp_path / f".pathways-{host}-{os.getppid()}-0123456789ab.part")
    write_whole(target, b"x")
    assert running.exists()


@pytest.mark.parametrize(
    "name", [".pathways-00000000-1-0123456789ab.part", ".pathways-0123456789ab.part"]
)
def test_a_spare_file_of_another_machine_goes_when_it_is_old(tmp_path: Path, name: str) -> None:
    spare = tmp_path / name
    spare.write_bytes(b"x")
    write_whole(tmp_path / "kept.yaml", b"x")
    assert spare.exists()
    os.utime(spare, (time.time() - 100_000,) * 2)
    write_whole(tmp_path / "kept.yaml", b"x")
    assert not spare.exists()


@pytest.mark.parametrize(("seconds", "stays"), [(-60, True), (60, False)])
def test_a_spare_file_of_another_machine_is_old_after_a_day(
    tmp_path: Path, seconds: int, stays: bool
) -> None:
    spare = tmp_path / ".pathways-00000000-1-0123456789ab.part"
    spare.write_bytes(b"x")
    os.utime(spare, (time.time() - 24 * 3600 - seconds,) * 2)
    write_whole(tmp_path / "kept.yaml", b"x")
    assert spare.exists() is stays


def test_what_is_left_of_a_private_file_is_told_from_that_of_others(tmp_path: Path) -> None:
    for name in (".mine.yaml.12.part", ".mine.yaml.12", ".other.yaml.12.part", "mine.yaml"):
        (tmp_path / name).write_bytes(b"x")
    found = spares_of(tmp_path / "mine.yaml")
    assert [path.name for path in found] == [".mine.yaml.12.part"]
    assert spares_of(tmp_path / "nowhere" / "mine.yaml") == []


@pytest.mark.parametrize("name", [".pathways-mine.part", "pathways-0123456789ab.part", ".x.part"])
def test_no_other_file_is_cleared_away(tmp_path: Path, name: str) -> None:
    other = tmp_path / name
    other.write_bytes(b"x")
    os.utime(other, (0, 0))
    write_whole(tmp_path / "kept.yaml", b"x")
    assert other.exists()


def test_a_file_with_a_second_name_is_not_torn_from_it(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(b"old")
    os.link(first, second)
    with pytest.raises(PathwaysError, match="second name"):
        write_whole(first, b"new")
    assert (first.read_bytes(), second.read_bytes()) == (b"old", b"old")
    assert _names(tmp_path) == ["first", "second"]


def test_a_file_of_somebody_else_is_not_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.getuid() != 0:
        pytest.skip("only the superuser can make a file of somebody else")
    target = tmp_path / "theirs"
    target.write_bytes(b"old")
    os.chown(target, 1234, 1234)

    def not_allowed(*_words: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "fchown", not_allowed)
    with pytest.raises(PathwaysError, match="belongs to somebody else"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old" and target.stat().st_uid == 1234
    assert _names(tmp_path) == ["theirs"]
