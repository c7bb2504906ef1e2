"""The frameworks that a command works on."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from pathways.errors import UsageError
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.compare.comparison import Comparer
    from pathways.workspace.workspace import Workspace


def open_workspace(arguments: argparse.Namespace) -> Workspace:
    """Open what ``--framework`` and ``--only`` ask for; say what is odd about it.

    Raise FrameworkFileError with all mistakes of all files.
    """
    from pathways.workspace.workspace import Workspace

    if arguments.only and not arguments.framework:
        raise UsageError(
            _(
                "There is nothing to open: name at least one framework file, or open the bundled "
                "ones too."
            )
        )
    workspace = Workspace.open(arguments.framework, only=arguments.only)
    say_problems(workspace)
    return workspace


def say_problems(workspace: Workspace) -> None:
    """Say what is odd about the open files."""
    for problem in workspace.library.problems:
        print(f"pathways: {problem}", file=sys.stderr)


def comparer_of(workspace: Workspace) -> Comparer:
    """Return a comparer that knows what persons judged; say what of it no longer fits.

    Raise FileError with all mistakes of the files of judgements, and of the vocabulary.
    """
    from pathways.store.file_error import FileError

    comparer = workspace.comparer
    if workspace.mistakes:
        raise FileError(workspace.mistakes)
    for stale in comparer.stale_overrules:
        print(f"pathways: {stale.problem}", file=sys.stderr)
    return comparer
