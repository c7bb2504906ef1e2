"""The trace of the running program sees what it should not do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from loaded_file import loaded_file

if sys.platform != "linux":
    pytest.skip("the trace needs Linux", allow_module_level=True)


_TRACED = loaded_file("tests/long/traced.py")


def _faults(line: str, folder: Path) -> list[str]:
    found = _TRACED._CALL.match(line)
    names = tuple(_TRACED._QUOTED.findall(found[2]))
    call = _TRACED.Call(found[1], names, line, failed=found[3].startswith("-"))
    return list(_TRACED._faults(call, folder))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("7 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3", "a socket"),
        ("7 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3", ""),
        ('7 connect(3, {sa_family=AF_UNIX, sun_path="/run/nscd/socket"}, 110) = 0', "a connection"),
        ('7 connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X1"}, 20) = 0', ""),
        ('7 openat(AT_FDCWD, "/etc/hostname", O_RDONLY|O_CLOEXEC) = 3', "a file"),
        ('7 openat(AT_FDCWD, "/usr/share/fonts/a.ttf", O_RDONLY) = 3', ""),
        ('7 openat(AT_FDCWD, "/usr/share/fonts/a.ttf", O_RDWR) = 3', "a file to write"),
        ('7 openat(AT_FDCWD, "FOLDER/named.yaml", O_RDONLY) = 3', ""),
        ('7 openat(AT_FDCWD, "FOLDER/../elsewhere", O_RDONLY) = 3', "a file"),
        ('7 rename("FOLDER/a", "/root/b") = 0', "a file to write"),
        ('7 execve("/bin/sh", ["sh", "-c", "true"], 0x7f /* 9 vars */) = 0', "a program"),
    ],
)
def test_what_is_opened_reached_or_started_is_told(tmp_path: Path, line: str, told: str) -> None:
    folder = Path("/srv/traced") / tmp_path.name
    found = _faults(line.replace("FOLDER", str(folder)), folder)
    assert [words.split(":")[0] for words in found] == ([told] if told else [])
