"""One writer at a time: a file is read, merged and written before another program may."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from pathways import paths
from pathways.errors import PathwaysError
from pathways.i18n import _
from pathways.store.file_name import short_name

_PATIENCE = 3.0  # seconds: nobody holds a lock longer than one save
_PAUSE = 0.01


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other copies of this program from writing a file meanwhile.

    The lock is a file in the user's cache, so that nothing lies about beside the document; where
    there can be none, the file is written without. Raise PathwaysError where another holds it.
    """
    handle = _open(path)
    if handle is None:
        yield
        return
    try:
        _take(handle, path)
        yield
    finally:
        os.close(handle)  # gives up the lock, too


def _open(path: Path) -> int | None:
    folder = paths.user_cache() / "locks"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(folder / short_name(path), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return None


def _take(handle: int, path: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while not _try(handle):
        if time.monotonic() > end:
            words = _("“{path}” is being written by another window of Pathways. Try again.")
            raise PathwaysError(words.format(path=path))
        time.sleep(_PAUSE)


def _try(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except PermissionError:  # how Windows says that another has it
        return False
    except OSError:
        return True  # a disk without locks: as good as it gets
    return True
