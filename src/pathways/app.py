"""The door: a window without a subcommand, the command line with one."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pathways import endings
from pathways.errors import PathwaysError, UsageError
from pathways.i18n import (
    ENGLISH,
    _,
    language,
    language_asked_for,
    language_of_console,
    use_language,
)
from pathways.startup import application, load_before_qt, nothing_thrown_away

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from pathways.gui.shell.main_window import MainWindow
    from pathways.gui.shell.settings import Settings

_FRAMEWORKS = (".yaml", ".yml")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0, 1 for a failed job, 2 for wrong usage."""
    argv = list(sys.argv[1:] if argv is None else argv)
    if not _is_for_window(argv):
        from pathways import cli

        return cli.main(argv)
    use_language(language_of_console())  # until the settings can be read
    from pathways.gui.shell.readiness import in_words, why_no_window

    why = why_no_window()
    if not why:
        gc.disable()  # as in build, which sees to it that it goes on
        load_before_qt()
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
    """Return the main window, shown, without entering the event loop; make the application where
    there is none.

    ``argv`` may hold ``--framework FILE`` (repeatable), ``--only`` and names of framework files,
    of saved comparisons, of plans, of a team, and of documents and folders to import.
    Raises UsageError where it holds anything else.
    """
    with nothing_thrown_away():
        return _build(argv)


def _build(argv: Sequence[str]) -> MainWindow:
    load_before_qt()
    from pathways.gui.shell.main_window import MainWindow
    from pathways.gui.shell.reading_aloud import tell_roles
    from pathways.gui.shell.recent import remember
    from pathways.gui.shell.settings import Settings
    from pathways.gui.shell.windows import Windows
    from pathways.store.open_files import open_files

    files, own, only = _asked_for(argv)
    app = application()
    tell_roles()
    settings = Settings()
    _speak(settings, app)
    if not files and not only:
        files = [Path(name) for name in settings.get("files/open")]
    state = open_files(files, only=only)
    window = Windows(settings, MainWindow).first(state)
    for problem in state.mistakes:
        _complain(str(problem), 1)
    remember(settings, files)
    window.show()
    if own:
        from pathways.gui.shell.given_files import open_given, told_apart

        open_given(window.parts, told_apart(own))
    return window


def _speak(settings: Settings, app: QCoreApplication) -> None:
    """Speak the language that is asked for or was chosen; else the system's, where there is a
    catalogue for it.
    """
    from PySide6.QtCore import QLocale

    chosen = language_asked_for() or settings.get("look/language")
    use_language(chosen or QLocale.system().name().partition("_")[0])
    if language() != ENGLISH or "pathways.gui.shell.qt_words" in sys.modules:
        from pathways.gui.shell.qt_words import speak_for_qt

        speak_for_qt(app)


def _run(argv: Sequence[str]) -> int:
    window = build(argv)
    from PySide6.QtWidgets import QApplication

    from pathways.gui.shell.error_report import report_errors_of

    sys.excepthook = report_errors_of(window)
    return QApplication.exec()


def _asked_for(argv: Sequence[str]) -> tuple[list[Path], list[Path], bool]:
    """Return the framework files, what else is to be opened, and whether only the first are."""
    files: list[Path] = []
    own: list[Path] = []
    only = False
    rest = list(argv)
    while rest:
        word = rest.pop(0)
        if word == "--only":
            only = True
        elif word.startswith("--framework="):
            files.append(Path(word.partition("=")[2]).absolute())
        elif word == "--framework" and rest:
            files.append(Path(rest.pop(0)).absolute())
        elif word == "--framework":
            raise UsageError(_("Name the file after --framework."))
        elif _is_file(word):
            path = Path(word).absolute()
            (files if path.suffix.lower() in _FRAMEWORKS else own).append(path)
        else:
            raise UsageError(
                _("The window does not know “{word}”; see “pathways --help”.").format(word=word)
            )
    if only and not files:
        raise UsageError(_("--only needs at least one --framework FILE to open."))
    return files, own, only


def _is_for_window(argv: Sequence[str]) -> bool:
    """Tell whether there is no subcommand and no question such as --help: options and file names
    only.
    """
    rest = list(argv)
    while rest:
        word = rest.pop(0)
        if word == "--framework":
            rest[:1] = []
        elif word != "--only" and not word.startswith("--framework=") and not _is_file(word):
            return False
    return True


def _is_file(word: str) -> bool:
    """Tell whether a word names a file or a folder; commands have neither an ending nor a path."""
    if word.startswith("-"):
        return False
    ending = Path(word).suffix.lower()
    if ending in (*_FRAMEWORKS, *endings.OWN):
        return True
    path = bool(ending or {os.sep, os.altsep} & {*word})
    if path and ending in _documents():
        return True
    return path and os.path.exists(word)  # noqa: PTH110 – Path raises where a name is too long


def _documents() -> tuple[str, ...]:
    from pathways.importing.reading.signature import READABLE

    return READABLE


def _complain(sentence: str, code: int) -> int:
    if sys.stderr is not None:  # a windowed program on some systems has none
        from pathways.cli.harmless import harmless

        sys.stderr.write(harmless(sentence) + os.linesep)
    return code
