"""Who has a private file open: the second window, or the second computer, is told."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


class FileClaim:
    """A mark beside a file that one window holds as long as it has the file open.

    The system gives the mark back when the program ends, however it ends. Where no mark can be
    set, in a folder that can only be read or on a drive without locks, nobody is kept out.
    """

    def __init__(self, path: Path) -> None:
        target = Path(os.path.realpath(path))
        self.mark = target.with_name(f".{target.name}.open")
        self._handle: int | None = None
        self.taken = not self._take()

    def release(self) -> None:
        """Give the mark back; once is enough, twice does no harm."""
        if self._handle is None:
            return
        with contextlib.suppress(OSError):  # before the lock goes: nobody else's mark is deleted
            self.mark.unlink()
        os.close(self._handle)
        self._handle = None

    def _take(self) -> bool:
        """Set the mark; False only where somebody else has it."""
        try:
            handle = os.open(self.mark, os.O_RDWR | os.O_CREAT, 0o600)
        except (OSError, ValueError):
            return True
        try:
            _lock(handle)
            mine = os.fstat(handle).st_ino
            held = self.mark.stat().st_ino == mine
        except FileNotFoundError:  # its holder gave it back this very moment
            held = False
        except BlockingIOError:
            os.close(handle)
            return False
        except OSError:  # a drive without locks
            held = True
        if not held:
            os.close(handle)
            return self._take()
        self._handle = handle
        return True


def _lock(handle: int) -> None:
    """Lock an open file for this window alone; raise BlockingIOError where another has it."""
    try:
        import fcntl
    except ImportError:  # Windows
        _lock_on_windows(handle)
        return
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lock_on_windows(handle: int) -> None:
    import importlib

    locks = importlib.import_module("msvcrt")
    try:
        locks.locking(handle, locks.LK_NBLCK, 1)
    except PermissionError:
        raise BlockingIOError from None
