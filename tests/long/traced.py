"""Run the program under ``strace``: no socket but the display's, no file but its own and those named.

``python tests/long/traced.py`` runs the window and the commands through their work, with every
call traced that opens a file, makes a socket, or starts a program. ``--kept FILE`` keeps what was
traced, ``--xcb`` shows the window on the display that ``DISPLAY`` names. What may be opened beside
the program's own folders and the files named is the list in ``FOREIGN``. The exit code is 1 where
anything else was opened, reached or started. It needs Linux and ``strace``.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from pathways import paths

# Python, Qt and the system read these for themselves; nothing of them is written to.
FOREIGN = {
    "Python and its packages": (
        sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"),
        str(Path(msgspec.__file__).parent.parent),
    ),
    "libraries of the system": ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache"),
    "fonts": ("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig", "/etc/fonts",
              "/var/cache/fontconfig",
              "~/.fonts", "~/.fontconfig", "~/.local/share/fonts", "~/.config/fontconfig", "~/.cache/fontconfig"),
    "what the system says of itself": ("/proc", "/sys", "/etc/localtime", "/etc/timezone",
                                       "/etc/machine-id", "/var/lib/dbus/machine-id", "/etc/os-release", "/usr/share/zoneinfo",
                                       "/usr/share/locale", "/etc/mime.types", "/etc/xdg",
                                       "/etc/apache2/mime.types", "/etc/httpd"),
    "keyboards, kinds of file, icons, themes": (
        "/usr/share/X11", "/usr/X11R6/lib/X11/icons", "/usr/share/mime", "/usr/share/icons", "/usr/share/pixmaps",
        "/usr/share/themes", "/usr/share/glvnd", "/usr/share/drirc.d", "~/.icons",
        "~/.local/share/mime", "~/.local/share/icons", "~/.Xauthority", "~/.XCompose", "/etc/drirc",
        "~/.config/QtProject.conf", "~/.config/kdeglobals",
    ),
    "who uses it": ("/etc/passwd", "/etc/nsswitch.conf", "/etc/group"),
    "chance, shared memory, nothing": ("/dev/urandom", "/dev/null", "/dev/shm", "/dev/dri"),
    "where temporary files go": (tempfile.gettempdir(),),
}  # fmt: skip
_DISPLAY = ("/tmp/.X11-unix/", "@/tmp/.X11-unix/", "/run/user/")
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+|\?)(.*)$")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WRITING = re.compile(r"O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)")

_WINDOW = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from pathways import app
folder = Path(sys.argv[1])
window = app.build(["--only", str(folder / "named.yaml"), str(folder / "named.pathplan")])
from PySide6.QtWidgets import QApplication
from pathways.report.writing import ENDINGS
def settle():
    for _each in range(5):
        QApplication.processEvents()
settle()
nodes = list(window.session.library.nodes)
window.session.compare(nodes[:2])
settle()
for page in window.stack.names:
    window.session.visit(page)
    settle()
window.parts.searching.search("manage")
settle()
window.parts.window.open_guide("map")
settle()
window.parts.window.use_theme("dark")
settle()
window.parts.files.open([folder / "other.yaml"])
settle()
window.parts.window.guide.close()
window.close()
settle()
"""


@dataclass(frozen=True)
class Call:
    """One call that was traced: its name, the paths in it, its whole line."""

    name: str
    paths: tuple[str, ...]
    line: str
    failed: bool


def main() -> int:
    """Run, and return 1 where something was opened, reached or started that should not be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--xcb", action="store_true")
    asked = parser.parse_args()
    if shutil.which("strace") is None:
        print("strace is not installed")
        return 2
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="traced-", dir=Path.home()) as name:
        folder = Path(name)
        _prepare(folder)
        for words, command in _commands(folder):
            calls = list(_traced(folder, command, "xcb" if asked.xcb else "offscreen", asked.kept))
            found = [fault for call in calls for fault in _faults(call, folder)]
            opened = len({path for call in calls for path in call.paths})
            print(
                f"{words}: {len(calls)} calls, {opened} names, {len(found)} not allowed", flush=True
            )
            faults += found
    for fault in list(dict.fromkeys(faults))[:60]:
        print(fault)
    return 1 if faults else 0


def _prepare(folder: Path) -> None:
    for kind in ("config", "cache", "work"):
        (folder / kind).mkdir()
    text = (paths.data() / "ict.yaml").read_text(encoding="utf-8")
    hostile = "<img src=/etc/hostname> ![x](http://example.invalid/a.png) @import url(/etc/issue)"
    text = text.replace("\ntitle: ", f"\ntitle: '{hostile}' #", 1)
    (folder / "named.yaml").write_text(text, encoding="utf-8")
    shutil.copy(paths.data() / "leadership.yaml", folder / "other.yaml")
    shutil.copy(paths.data() / "sample.pathplan", folder / "named.pathplan")
    page = f"<link rel=stylesheet href='http://example.invalid/a.css'><h1>Grade 6</h1>{hostile}"
    (folder / "named.html").write_text(f"{page}<ul><li>Leads a team<li>Helps</ul>", "utf-8")


def _commands(folder: Path) -> Iterator[tuple[str, list[str]]]:
    yield "the window", [sys.executable, "-c", _WINDOW, str(folder)]
    program = [sys.executable, "-m", "pathways"]
    named = ["--framework", str(folder / "named.yaml"), "--only"]
    for ending in ("docx", "odt", "pdf", "html", "csv", "md"):
        written = str(folder / f"written.{ending}")
        yield (
            f"compare to {ending}",
            [*program, "compare", "ict-11", "ict-12", *named, "-o", written],
        )
    yield (
        "import",
        [*program, "import", str(folder / "named.html"), "-o", str(folder / "made.yaml")],
    )
    yield "check", [*program, "check", str(folder / "named.yaml")]
    yield "nodes", [*program, "nodes", *named]


def _traced(folder: Path, command: list[str], platform: str, kept: Path | None) -> Iterator[Call]:
    """Run a command, and yield what it asked of the system."""
    target = folder / "work" / "trace"
    wanted = "trace=network,open,openat,openat2,creat,execve,rename,unlink,mkdir"
    own = {"PATHWAYS_CONFIG": str(folder / "config"), "PATHWAYS_CACHE": str(folder / "cache")}
    environment = {
        **os.environ, **own, "QT_QPA_PLATFORM": platform, "PATHWAYS_LANGUAGE": "en",
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    done = subprocess.run(
        ["strace", "-f", "-s", "4096", "-e", wanted, "-o", str(target), *command],
        env=environment, cwd=folder / "work", capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:  # 1: check found something
        raise SystemExit(f"{command} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    text = target.read_text(encoding="utf-8", errors="replace")
    if kept is not None:
        with kept.open("a", encoding="utf-8") as file:
            file.write(text)
    for line in text.splitlines():
        found = _CALL.match(line)
        if found:
            names = tuple(_QUOTED.findall(found[2]))
            yield Call(found[1], names, line, failed=found[3].startswith("-"))


def _faults(call: Call, folder: Path) -> Iterator[str]:
    """Yield what a call did that it should not."""
    if call.name == "socket":
        if "AF_UNIX" not in call.line:
            yield f"a socket: {call.line[:200]}"
    elif call.name == "connect":
        if not any(place in call.line for place in _DISPLAY):
            yield f"a connection: {call.line[:200]}"
    elif call.name == "execve":
        if Path(call.paths[0]).resolve() != Path(sys.executable).resolve() and not call.failed:
            yield f"a program: {call.line[:200]}"
    elif call.name in ("open", "openat", "openat2", "creat", "rename", "unlink", "mkdir"):
        writes = call.name not in ("open", "openat", "openat2") or _WRITING.search(call.line)
        for name in call.paths[:2]:
            if not _may(name, folder, bool(writes)):
                yield f"a file{' to write' if writes else ''}: {name}"


def _may(name: str, folder: Path, writes: bool) -> bool:
    """Tell whether a file may be opened: one of the program, of the person, or foreign."""
    path = os.path.normpath(folder / "work" / name)
    given = [folder]  # the folders for settings and copies, and all files that are named
    if writes:
        given += [Path("/dev/null"), Path("/dev/shm")]
        return any(_in(path, str(place)) for place in given)
    own = [
        paths.data(),
        paths.resources(),
        paths.guide(),
        paths.guide().parent / "pictures",
        _source(),
    ]
    foreign = [Path(place).expanduser() for places in FOREIGN.values() for place in places]
    return any(_in(path, str(place)) for place in (*given, *own, *foreign))


def _source() -> Path:
    import pathways

    return Path(pathways.__file__).parent


def _in(path: str, place: str) -> bool:
    """Tell whether a path is a place, lies in it, or leads to it."""
    return path == place or path.startswith(place.rstrip("/") + "/") or place.startswith(path + "/")


if __name__ == "__main__":
    sys.exit(main())
