"""The frameworks that a command works on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathways.compare.comparison import Comparer
    from pathways.model.library import Library


def open_library(arguments: argparse.Namespace) -> Library:
    """Return what ``--framework`` and ``--only`` ask for; say what is wrong with it."""
    from pathways.store import opening

    library = opening.open_library(arguments.framework, only=arguments.only)
    tell_problems(library)
    return library


def tell_problems(library: Library) -> None:
    """Say what is wrong with the files of ``library``."""
    for problem in library.problems:
        print(f"pathways: {problem}", file=sys.stderr)


def files(arguments: argparse.Namespace) -> list[Path]:
    """Return the files that ``--framework`` and ``--only`` ask for."""
    from pathways.store.opening import files_to_open

    return files_to_open(arguments.framework, only=arguments.only)


def make_comparer(library: Library, files: Sequence[Path]) -> Comparer:
    """Return a comparer that knows what persons judged, kept beside ``files``; say what of it no
    longer fits.
    """
    from pathways.compare.comparison import Comparer
    from pathways.store.overrules_file import read_all_overrules
    from pathways.store.vocabulary_file import read_vocabulary

    comparer = Comparer(library, read_vocabulary("en"), read_all_overrules(library, files))
    for stale in comparer.stale_overrules:
        print(f"pathways: {stale.problem}", file=sys.stderr)
    return comparer
