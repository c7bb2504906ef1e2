from __future__ import annotations

import errno
import os
import secrets
import shutil
import socket
import stat
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from pathways.errors import PathwaysError
from pathways.store.whole_file import why_not_written, write_whole

posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")


def refusal(path: Path, content: bytes = b"new") -> str:
    with pytest.raises(PathwaysError) as caught:
        write_whole(path, content)
    assert f"“{path}” cannot be written." in str(caught.value)
    return str(caught.value)


def failing(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "new.txt", b"content\r\n\x00")
    assert (tmp_path / "new.txt").read_bytes() == b"content\r\n\x00"
    assert [path.name for path in tmp_path.iterdir()] == ["new.txt"]


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(b"a longer old content")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["old.txt"]


@posix
def test_a_new_file_has_the_permissions_new_files_get(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_whole(tmp_path / "new", b"x")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


@posix
@posix
@pytest.mark.parametrize("existing", [False, True])
@pytest.mark.parametrize("length", [4, 100, 255])
def test_what_is_private_only_its_owner_can_read_whatever_it_was_before(
    tmp_path: Path, existing: bool, length: int
) -> None:
    path = tmp_path / ("x" * length)
    if existing:
        path.write_bytes(b"old")
        path.chmod(0o644)
    write_whole(path, b"new", private=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes() == b"new"
    assert [*tmp_path.iterdir()] == [path]


@posix
def test_whether_a_file_can_be_written_is_asked_without_changing_it(tmp_path: Path) -> None:
    path = tmp_path / "kept.yaml"
    path.write_bytes(b"kept")
    path.chmod(0o644)
    assert why_not_written(path) == ""
    assert path.read_bytes() == b"kept"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    missing = tmp_path / "nowhere" / "kept.yaml"
    assert why_not_written(missing) == f"There is no folder “{missing.parent}”."
    assert why_not_written(tmp_path) == "It is a folder."


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_permissions_of_an_existing_file_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "old"
    path.touch()
    path.chmod(mode)
    write_whole(path, b"x")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix
def test_the_owner_of_an_existing_file_is_kept_where_the_system_lets_us(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.touch()
    if os.geteuid() == 0:
        os.chown(path, 1234, 1234)
    before = path.stat()
    write_whole(path, b"x")
    assert (path.stat().st_uid, path.stat().st_gid) == (before.st_uid, before.st_gid)


@posix
def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target, link = tmp_path / "folder" / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["folder", "link", "target"]


@posix
def test_a_link_to_nothing_yet_makes_the_file_it_names(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "target").read_bytes() == b"new"


@posix
def test_a_link_into_a_missing_folder_names_that_folder(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nowhere" / "target")
    assert f"There is no folder “{tmp_path / 'nowhere'}”." in refusal(tmp_path / "link")


@posix
def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "link")
    assert "The link leads round in a circle." in refusal(tmp_path / "link")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert f"There is no folder “{tmp_path / 'nowhere'}”. Create it" in refusal(
        tmp_path / "nowhere" / "new"
    )


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert f"“{tmp_path / 'file'}” is not a folder." in refusal(tmp_path / "file" / "new")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "It is a folder. Choose the name of a file in it." in refusal(tmp_path)


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert "The name is too long." in refusal(tmp_path / ("a" * 300))
    assert list(tmp_path.iterdir()) == []


@posix
def test_the_longest_name_there_is_can_be_written(tmp_path: Path) -> None:
    write_whole(tmp_path / ("a" * 255), b"new")
    assert (tmp_path / ("a" * 255)).read_bytes() == b"new"


def test_a_name_no_system_takes_is_refused(tmp_path: Path) -> None:
    assert "No file can have this name." in refusal(tmp_path / "a\0b")


@posix
def test_a_device_is_refused_and_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = tmp_path / "device"  # a socket here: the system's own devices are none of our business
    monkeypatch.chdir(tmp_path)  # the whole name may be too long for a socket
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(device.name)
        before = device.stat()
        assert "It is not an ordinary file." in refusal(device)
        assert stat.S_ISSOCK(device.stat().st_mode) and device.stat().st_ino == before.st_ino
    assert list(tmp_path.iterdir()) == [device]


@posix
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "It is not an ordinary file." in refusal(tmp_path / "pipe")


def test_a_file_protected_against_writing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"old")
    path.chmod(0o444)
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # to the superuser nothing is protected
        monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert "The file is protected against writing" in refusal(path)
    assert path.read_bytes() == b"old"


@posix
def test_a_folder_one_may_not_write_in_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    if os.geteuid() == 0:

        def forbidden(self: Path, mode: str) -> None:
            raise failing(errno.EACCES)

        monkeypatch.setattr(Path, "open", forbidden)
    else:
        folder.chmod(0o500)
    assert f"You are not allowed to write in the folder “{folder}”." in refusal(folder / "new")
    folder.chmod(0o700)
    assert list(folder.iterdir()) == []


def test_a_spare_name_that_is_taken_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter(["taken", "free"])
    monkeypatch.setattr(secrets, "token_hex", lambda count: next(names))
    (tmp_path / ".pathways-taken.part").write_bytes(b"somebody else's")
    write_whole(tmp_path / "new", b"x")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        ".pathways-taken.part": b"somebody else's",
        "new": b"x",
    }


FAILURES = {
    errno.ENOSPC: "The disk is full. Make room on it, or choose a folder on another disk.",
    errno.EDQUOT: "Your share of the disk is full.",
    errno.EROFS: "The disk can only be read.",
    errno.EIO: "The system says: Input/output error. Choose another name or folder.",
}


@pytest.mark.parametrize("number", FAILURES)
@pytest.mark.parametrize("existing", [True, False])
def test_whatever_fails_at_the_last_moment_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, existing: bool
) -> None:
    path = tmp_path / "kept"
    if existing:
        path.write_bytes(b"old")

    def fail(handle: int) -> None:
        assert any(other.name.endswith(".part") for other in tmp_path.iterdir())
        raise failing(number)

    monkeypatch.setattr(os, "fsync", fail)
    assert FAILURES[number] in refusal(path)
    assert [(other.name, other.read_bytes()) for other in tmp_path.iterdir()] == (
        [("kept", b"old")] if existing else []
    )


def test_a_failed_replacing_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"old")

    def fail(self: Path, target: Path) -> None:
        raise failing(errno.EPERM)

    monkeypatch.setattr(Path, "replace", fail)
    assert "open in another program" in refusal(path)
    assert [(other.name, other.read_bytes()) for other in tmp_path.iterdir()] == [("kept", b"old")]


def test_an_interruption_leaves_nothing_behind_and_goes_on_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "new", b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_settled_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, flags: int) -> int:
        raise failing(errno.EACCES)

    monkeypatch.setattr(os, "open", fail)
    write_whole(tmp_path / "new", b"x")
    monkeypatch.undo()
    assert (tmp_path / "new").read_bytes() == b"x"


@posix
def test_a_file_larger_than_allowed_leaves_everything_as_it_was(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "kept"
    path.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        told = refusal(path, b"x" * 200_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "The file would be larger than is allowed here." in told
    assert [(other.name, other.read_bytes()) for other in tmp_path.iterdir()] == [("kept", b"old")]


_ON_A_SMALL_DISK = """
import subprocess, sys
from pathlib import Path
from pathways.errors import PathwaysError
from pathways.store.whole_file import why_not_written, write_whole

disk = Path(sys.argv[1])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], check=True)

def refusal(path, content=b"new"):
    try:
        write_whole(path, content)
    except PathwaysError as error:
        return str(error)
    return "written"

def there():
    return {other.name: other.read_bytes() for other in disk.iterdir()}
"""


@pytest.fixture
def on_a_small_disk(tmp_path: Path) -> Callable[[str], None]:
    """Run lines of a test on a disk of 64 kB, which only the program that runs them ever sees: it
    is gone with that program, however it ends.
    """
    folder = tmp_path / "disk"
    folder.mkdir()
    unshare = shutil.which("unshare")
    alone = [unshare or "", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    tried = [*alone, "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if not unshare or subprocess.run(tried, capture_output=True).returncode:
        pytest.skip("no disk can be mounted for one program alone")

    def run(lines: str) -> None:
        program = _ON_A_SMALL_DISK + textwrap.dedent(lines)
        done = subprocess.run(
            [*alone, sys.executable, "-c", program, str(folder)],
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        assert not os.path.ismount(folder)
        assert list(folder.iterdir()) == []

    return run


@posix
def test_a_disk_that_is_really_full_keeps_the_old_file_and_nothing_else(
    on_a_small_disk: Callable[[str], None],
) -> None:
    on_a_small_disk("""
        write_whole(disk / "kept", b"o" * 40_000)
        assert "The disk is full." in refusal(disk / "kept", b"n" * 40_000)
        assert there() == {"kept": b"o" * 40_000}
        write_whole(disk / "kept", b"n" * 20_000)
        assert there() == {"kept": b"n" * 20_000}
    """)


@posix
def test_a_disk_without_room_for_a_single_byte_says_so(
    on_a_small_disk: Callable[[str], None],
) -> None:
    on_a_small_disk("""
        write_whole(disk / "filling", b"f" * 65_536)
        assert "The disk is full." in refusal(disk / "new", b"n")
        assert list(there()) == ["filling"]
    """)


@posix
def test_a_disk_that_can_only_be_read_is_named(on_a_small_disk: Callable[[str], None]) -> None:
    on_a_small_disk("""
        subprocess.run(["mount", "-o", "remount,bind,ro", str(disk)], check=True)
        assert "The disk can only be read." in refusal(disk / "new")
    """)
