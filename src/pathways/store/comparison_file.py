"""Saved comparisons and their files, which end in ``.pathcompare``."""

from __future__ import annotations

import os
from pathlib import Path

from pathways.model.saved_comparison import ENDING, FORMAT, SavedComparison
from pathways.store.plain_yaml import plain_yaml
from pathways.store.private_file import PrivateKind, read_private
from pathways.store.whole_file import write_whole

_HEAD = """\
A comparison saved with Pathways; open it with: pathways FILE
nodes: what is compared, in this order. frameworks: whose they are, and where their files were
(beside this file, or from the root; none for what comes with the program). The texts are not in it.
hidden_…: what was left out of sight."""

_KIND = PrivateKind(SavedComparison, FORMAT, ENDING, _HEAD)


def read_comparison(path: Path) -> SavedComparison:
    """Read a saved comparison; raise FileError with all mistakes of the file."""
    return read_private(path, _KIND)


def write_comparison(path: Path, saved: SavedComparison) -> None:
    """Write a saved comparison all or not at all; raise PathwaysError where that fails."""
    write_whole(path, plain_yaml(saved, _HEAD).encode())


def place_beside(path: Path, comparison: Path) -> str:
    """Return where a framework's file is, as it is written down: from the folder of the comparison
    where it is in it or near it, so that both can be moved together.
    """
    folder = comparison.absolute().parent
    try:
        relative = Path(os.path.relpath(path.absolute(), folder))
    except ValueError:  # on another drive
        return str(path.absolute())
    return relative.as_posix() if relative.parts[:2] != ("..", "..") else str(path.absolute())


def place_of(written: str, comparison: Path) -> Path:
    """Return the file that was written down in a comparison."""
    return Path(os.path.normpath(comparison.absolute().parent / written))
