"""The program on a screen of its own, used by keyboard alone and read as a screen reader reads it,
over AT-SPI.
"""

from __future__ import annotations

import ctypes.util
import functools
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeVar

SYSTEM_PYTHON = "/usr/bin/python3"
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_READER = Path(__file__).parent / "at_spi" / "reader.py"
_PATIENCE = 60.0  # seconds until something that is waited for counts as missing
_NOT_PASSED_ON = ("DBUS", "QT_", "AT_SPI", "LANG", "LC_", "PATHWAYS_", "WAYLAND")
_PAUSE = 0.05  # seconds between two looks

Found = TypeVar("Found")


@dataclass(frozen=True)
class Told:
    """One object as a screen reader knows it."""

    depth: int
    role: str
    name: str
    description: str
    text: str
    states: tuple[str, ...]

    @property
    def words(self) -> str:
        """Return what is spoken first: the name, or the text where there is none."""
        return self.name or self.text


@functools.cache
def missing() -> str:
    """Say what is not installed, "" where all is there."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is Linux's way to screen readers"
    lacking = [
        name
        for name in ("Xvfb", "dbus-daemon", "xdotool", SYSTEM_PYTHON)
        if shutil.which(name) is None
    ]
    if not any(Path(name).exists() for name in _LAUNCHERS):
        lacking.append("at-spi-bus-launcher")
    if ctypes.util.find_library("xcb-cursor") is None:
        lacking.append("libxcb-cursor0")
    if (
        not lacking
        and subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True).returncode
    ):
        lacking.append("pyatspi for " + SYSTEM_PYTHON)
    return f"not installed: {', '.join(lacking)}" if lacking else ""


def wait_for(look: Callable[[], Found], what: str, patience: float = _PATIENCE) -> Found:
    """Look until something is found, and return it."""
    end = time.monotonic() + patience
    while True:
        found = look()
        if found:
            return found
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(_PAUSE)


class Listener:
    """A person who sees nothing: keys in, words out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._started: list[subprocess.Popen[str]] = []
        self._last: Told | None = None
        self._env = {
            key: value for key, value in os.environ.items() if not key.startswith(_NOT_PASSED_ON)
        }
        self._env |= {
            "PATHWAYS_CONFIG": str(folder / "config"),
            "PATHWAYS_CACHE": str(folder / "cache"),
            "XDG_RUNTIME_DIR": str(folder),
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "GSETTINGS_BACKEND": "memory",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        folder.chmod(0o700)
        try:
            self._set_up()
        except BaseException:
            self.close()
            raise

    def _set_up(self) -> None:
        """Start a screen, a message bus, the bus of the screen readers, the program and the
        reader.
        """
        # Without -noreset the screen would start anew, and answer nobody meanwhile, whenever its
        # last client leaves.
        screen = self._start(
            "Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-noreset", talks=True
        )
        self._env["DISPLAY"] = ":" + _line(screen)
        bus = self._start("dbus-daemon", "--session", "--nofork", "--print-address=1", talks=True)
        self._env["DBUS_SESSION_BUS_ADDRESS"] = _line(bus)
        launcher = next(name for name in _LAUNCHERS if Path(name).exists())
        self._start(launcher, "--launch-immediately")
        self._env["PYTHONUNBUFFERED"] = "1"
        self._reader = self._start(SYSTEM_PYTHON, str(_READER), "pathways", talks=True)
        self._program = self._start(sys.executable, "-m", "pathways")
        self._window = wait_for(self._find_window, "the window").split()[0]
        self._do("windowfocus", "--sync", self._window)
        wait_for(self.focus, "the keyboard in the window")

    def _start(self, *command: str, talks: bool = False) -> subprocess.Popen[str]:
        with (self._folder / (Path(command[0]).name + ".log")).open("a") as log:
            process = subprocess.Popen(
                command,
                env=self._env,
                stdin=subprocess.PIPE if talks else subprocess.DEVNULL,
                stdout=subprocess.PIPE if talks else log,
                stderr=log,
                text=True,
            )
        self._started.append(process)
        return process

    def close(self) -> None:
        """End everything that was started, the last first."""
        for process in reversed(self._started):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()
        self._started = []

    # Doing ---------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by their names in X: ``press("Tab", "ctrl+2")``."""
        for key in keys:
            self._do("key", "--clearmodifiers", key)

    def _do(self, *words: str) -> str:
        return subprocess.run(
            ["xdotool", *words],
            env=self._env,
            check=True,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
        ).stdout

    def _find_window(self) -> str:
        if self._program.poll() is not None:
            raise AssertionError(
                "the program ended: "
                + (self._folder / (Path(sys.executable).name + ".log")).read_text("utf-8")
            )
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "Pathways"],
            env=self._env,
            capture_output=True,
            text=True,
        )
        return found.stdout.strip()

    # Listening -----------------------------------------------------------------------------------

    def read(self) -> list[Told]:
        """Return every object that is shown, in the order in which it is read."""
        return wait_for(lambda: self._ask("tree"), "the tree")

    def focus(self) -> Told | None:
        """Return the object that has the keyboard."""
        found = self._ask("focus")
        return found[0] if found else None

    def focus_if(self, suits: Callable[[Told], bool]) -> Told | None:
        """Return the object that has the keyboard where it is what is waited for."""
        self._last = self.focus()
        return self._last if self._last and suits(self._last) else None

    def heard(self, words: str) -> Told:
        """Wait until an object with these words, or with this description, has the keyboard."""
        try:
            return wait_for(
                lambda: self.focus_if(
                    lambda told: words in told.words or words in told.description
                ),
                words,
            )
        except AssertionError:
            raise AssertionError(
                f"waited in vain to hear {words!r}; the keyboard is at {self._last}"
            ) from None

    def _ask(self, question: str) -> list[Told]:
        asked, answered = self._reader.stdin, self._reader.stdout
        assert asked is not None and answered is not None
        asked.write(question + "\n")
        asked.flush()
        answer = json.loads(answered.readline())
        if isinstance(answer, dict):  # something went away meanwhile
            return []
        return [Told(**{**thing, "states": tuple(thing["states"])}) for thing in answer]


def _line(process: subprocess.Popen[str]) -> str:
    stream: IO[str] | None = process.stdout
    assert stream is not None
    line = stream.readline().strip()
    assert line, f"{process.args} said nothing"
    return line
