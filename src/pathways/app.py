"""The door: a window without a subcommand, the command line with one."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pathways.errors import PathwaysError, UsageError
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.gui.main_window import MainWindow
    from pathways.model.library import Library
    from pathways.model.problem import Problem


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0, 1 for a failed job, 2 for wrong usage."""
    argv = list(sys.argv[1:] if argv is None else argv)
    if not _is_for_window(argv):
        from pathways import cli

        return cli.main(argv)
    from pathways.gui.readiness import in_words, why_no_window

    why = why_no_window()
    if not why:
        try:
            import PySide6.QtWidgets  # noqa: F401
        except ImportError as error:
            why = in_words(error)
    if why:
        return _complain(why, 1)
    try:
        return _run(argv)
    except UsageError as error:
        return _complain(str(error), 2)
    except PathwaysError as error:
        return _complain(str(error), 1)


def build(argv: Sequence[str] = ()) -> MainWindow:
    """Return the main window, shown, without entering the event loop; make the application where there is none.

    ``argv`` may hold ``--framework FILE`` (repeatable), ``--only`` and names of framework files. Raises UsageError
    where it holds anything else.
    """
    from PySide6.QtWidgets import QApplication

    from pathways.gui.main_window import MainWindow
    from pathways.gui.session import Session
    from pathways.gui.settings import Settings

    files, only = _asked_for(argv)
    app = QApplication.instance() or QApplication(["pathways"])
    if isinstance(app, QApplication):
        app.setApplicationName("pathways")
        app.setApplicationDisplayName("Pathways")
        app.setDesktopFileName("pathways")
        app.setStyle("Fusion")
    library, problems = open_what_can_be(files, only=only)

    def reopen(more: Sequence[Path]) -> tuple[Library, tuple[Problem, ...]]:
        found, wrong = open_what_can_be([*files, *more], only=only)
        files.extend(file for file in more if file not in files and not wrong)
        return found, wrong

    window = MainWindow(Session(library), Settings(), reopen)
    window.banner.show_problems(problems)
    for problem in problems:
        _complain(str(problem), 1)
    window.show()
    return window


def open_what_can_be(files: Sequence[Path], *, only: bool = False) -> tuple[Library, tuple[Problem, ...]]:
    """Open the bundled frameworks and files; leave out files with mistakes and return these mistakes.

    With ``only``, the bundled ones are opened where none of the files can be.
    """
    from pathways.store.file_error import FileError
    from pathways.store.opening import open_library

    try:
        return open_library(files, only=only), ()
    except FileError as error:
        problems = error.problems
    good = []
    for file in files:
        try:
            open_library([file], only=True)
        except FileError:
            continue
        good.append(file)
    return open_library(good, only=only and bool(good)), problems


def _run(argv: Sequence[str]) -> int:
    window = build(argv)
    from PySide6.QtWidgets import QApplication

    from pathways.gui.error_report import report_errors_of

    sys.excepthook = report_errors_of(window)
    return QApplication.exec()


def _asked_for(argv: Sequence[str]) -> tuple[list[Path], bool]:
    files: list[Path] = []
    only = False
    rest = list(argv)
    while rest:
        word = rest.pop(0)
        if word == "--only":
            only = True
        elif word.startswith("--framework="):
            files.append(Path(word.partition("=")[2]))
        elif word == "--framework" and rest:
            files.append(Path(rest.pop(0)))
        elif word == "--framework":
            raise UsageError(_("Name the file after --framework."))
        elif _is_file(word):
            files.append(Path(word))
        else:
            raise UsageError(_("The window does not know “{word}”; see “pathways --help”.").format(word=word))
    if only and not files:
        raise UsageError(_("--only needs at least one --framework FILE to open."))
    return files, only


def _is_for_window(argv: Sequence[str]) -> bool:
    """Tell whether there is no subcommand and no question such as --help: options and file names only."""
    rest = list(argv)
    while rest:
        word = rest.pop(0)
        if word == "--framework":
            rest[:1] = []
        elif word != "--only" and not word.startswith("--framework=") and not _is_file(word):
            return False
    return True


def _is_file(word: str) -> bool:
    return not word.startswith("-") and Path(word).suffix.lower() in (".yaml", ".yml")


def _complain(sentence: str, code: int) -> int:
    if sys.stderr is not None:  # a windowed program on some systems has none
        sys.stderr.write(sentence + os.linesep)
    return code
