"""One name for one file, by whatever way it is reached."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath


def full_name(path: Path) -> str:
    """Return the name of a file that is the same for every way that leads to it."""
    return os.path.normcase(os.path.realpath(path))


def leads_away(written: str) -> bool:
    """Tell whether a name that stands in a file leads away from that file's folder by itself: from
    a root, a drive or a server.

    On Windows, only to ask whether such a file is there is a connection to the server that it
    names, so this looks at the letters alone.
    """
    return any(kind(written).anchor for kind in (PurePosixPath, PureWindowsPath))


def short_name(path: Path) -> str:
    """Return 32 letters and figures that stand for a file, to name something after it elsewhere."""
    import hashlib  # 3 ms and its library's memory, and the start asks for no such name

    return hashlib.sha256(full_name(path).encode("utf-8", "surrogateescape")).hexdigest()[:32]
