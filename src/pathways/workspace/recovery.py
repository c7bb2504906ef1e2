"""What was not saved when the program ended, kept for its next start."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from pathways import paths
from pathways.errors import PathwaysError
from pathways.store.file_name import short_name
from pathways.store.private_file import previous_path
from pathways.store.stamp import stamp_of
from pathways.store.whole_file import write_whole
from pathways.workspace.file_kind import FileKind

Value = TypeVar("Value")


class Recovered(msgspec.Struct, Generic[Value], frozen=True):
    """A value that was not saved, and the one that the file had when it was edited."""

    mine: Value
    base: Value | None


class Recovery:
    """Keep copies of unsaved values in the user's own folder, readable by nobody else."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Return where the copies are."""
        return self._folder or paths.user_config() / "recovery"

    def keep(self, path: Path, kind: FileKind[Value], mine: Value, base: Value | None) -> None:
        """Keep a copy of an unsaved value; that of a moment ago is replaced.

        Raise PathwaysError where it cannot be written.
        """
        import json

        folder = self.folder / f"{short_name(path)}-{os.getpid()}"
        with contextlib.suppress(OSError):  # the writing says what is wrong
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        about = {"path": os.path.realpath(path), "kind": kind.name, "process": os.getpid()}
        _remove(folder / "base.yaml")
        kind.write(folder / "mine.yaml", mine)
        _remove(previous_path(folder / "mine.yaml"))  # one copy is enough of what is private
        if base is not None:
            kind.write(folder / "base.yaml", base)
        write_whole(folder / "about.json", json.dumps(about).encode())

    def find(self, path: Path, kind: FileKind[Value]) -> list[Recovered[Value]]:
        """Return what programs that are not running any more left unsaved of a file, oldest
        first.
        """
        return [
            recovered
            for folder in self._left(path)
            if (recovered := self._read(folder, kind)) is not None
        ]

    def forget(self, path: Path) -> None:
        """Remove what this program keeps of a file: it is saved, or given up."""
        self._clear(self.folder / f"{short_name(path)}-{os.getpid()}")

    def forget_ended(self, path: Path) -> None:
        """Remove what programs that have ended left of a file: it was brought back."""
        for folder in self._left(path):
            if self._about(folder).get("process") != os.getpid():
                self._clear(folder)

    def forget_all(self, path: Path) -> None:
        """Remove every copy of a file, as when a person is taken out of it."""
        self.forget(path)
        self.forget_ended(path)

    def files(self) -> list[Path]:
        """Return the files of which something unsaved is kept, by programs that have ended."""
        found = [self._about(about.parent) for about in sorted(self.folder.glob("*/about.json"))]
        left = [about for about in found if not _is_running(about.get("process"))]
        return list(dict.fromkeys(Path(str(one["path"])) for one in left if one.get("path")))

    def _left(self, path: Path) -> list[Path]:
        """Return the folders that ended programs left of a file, the oldest first."""
        found = [
            folder
            for folder in self.folder.glob(f"{short_name(path)}-*")
            if not _is_running(self._about(folder).get("process"))
        ]
        return sorted(found, key=lambda folder: stamp_of(folder / "about.json") or (0, 0, 0))

    def _read(self, folder: Path, kind: FileKind[Value]) -> Recovered[Value] | None:
        if self._about(folder).get("kind") != kind.name:
            return None
        try:
            mine = kind.read(folder / "mine.yaml")
            base = folder / "base.yaml"
            return Recovered(mine, kind.read(base) if base.exists() else None)
        except PathwaysError:  # ended while it was being kept: there is nothing whole to bring back
            return None

    @staticmethod
    def _clear(folder: Path) -> None:
        """Remove a folder with whatever writing left in it, the name of the file last: while it
        stands there, the copy is known as one.
        """
        with contextlib.suppress(OSError):
            for place in sorted(folder.iterdir(), key=lambda place: place.name == "about.json"):
                _remove(place)
            folder.rmdir()

    @staticmethod
    def _about(folder: Path) -> dict[str, object]:
        import json

        try:
            found = json.loads((folder / "about.json").read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _is_running(process: object) -> bool:
    """Tell whether a program that left a copy is still there: then the copy is not ours to take."""
    if not isinstance(process, int) or process <= 0 or process == os.getpid():
        return False  # of this very program, no other window has the file: it would be open here
    if sys.platform == "win32":
        return _is_running_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _is_running_on_windows(process: int) -> bool:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - there on Windows only
    handle = kernel.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return False
    kernel.CloseHandle(handle)
    return True
