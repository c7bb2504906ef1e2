"""Files let fall anywhere on the window: frameworks are opened, documents are imported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from pathways.gui.shell.parts import Parts
from pathways.i18n import _, _n, in_words
from pathways.model.saved_comparison import is_comparison_name

MOST = 200  # framework files of one folder: more than that was not meant
_FALLING = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Dropped(msgspec.Struct, frozen=True):
    """What was let fall: framework files and comparisons, plans, teams, documents and folders of
    them, and a sentence about the rest ("" where there is none).
    """

    frameworks: tuple[Path, ...]
    plans: tuple[Path, ...]
    teams: tuple[Path, ...]
    documents: tuple[Path, ...]
    refusal: str


class DragAndDrop(QObject):
    """Take the files that are let fall on a window, wherever on it.

    They are taken as they reach the native window, before any part of it is asked: a text field
    would write their names down.
    """

    def __init__(self, window: QWidget, parts: Parts) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        native = window.windowHandle()
        if native is not None:
            native.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what letting go would do, and do it; whatever is no file is left to others."""
        kind = event.type()
        if kind == QEvent.Type.WinIdChange and watched is self._window:
            self._window.windowHandle().installEventFilter(self)
        elif kind in _FALLING and isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            if kind == QEvent.Type.DragEnter:
                self._parts.context.say(_words(dropped(event.mimeData())))
            elif kind == QEvent.Type.Drop:
                self._take(dropped(event.mimeData()))
            return True
        return False

    def _take(self, what: Dropped) -> None:
        if what.frameworks:
            self._parts.files.open(what.frameworks)
        for path in what.plans:
            self._parts.navigation.plan_page().commands.open_file(path)
        for path in what.teams[-1:]:  # a window has one team open
            from pathways.gui.team.team_desk import desk_of

            desk_of(self._parts.context).open(path)
        if what.documents:
            self._parts.imports.read(what.documents)
        if what.refusal:
            self._parts.context.say(what.refusal)


def dropped(data: QMimeData) -> Dropped:
    """Tell framework files from documents; of a folder, the framework files directly in it."""
    frameworks: list[Path] = []
    plans: list[Path] = []
    teams: list[Path] = []
    documents: list[Path] = []
    empty: list[str] = []
    others: list[str] = []
    for url in data.urls():
        path = Path(url.toLocalFile()) if url.isLocalFile() else None
        if path is None:
            others.append(url.toDisplayString())
        elif path.is_dir():
            own, rest = _inside(path)
            frameworks += own[:MOST]
            documents += rest
            empty += [] if own or rest else [path.name]
        elif _is_framework_name(path) or is_comparison_name(path):
            frameworks.append(path)
        elif path.suffix.lower() == ".pathplan":
            plans.append(path)
        elif path.suffix.lower() == ".pathteam":
            teams.append(path)
        else:
            documents.append(path)
    words = [words for words in (_other_words(others), _empty_words(empty)) if words]
    return Dropped(tuple(frameworks), tuple(plans), tuple(teams), tuple(documents), " ".join(words))


def _is_framework_name(path: Path) -> bool:
    """Tell whether a name may be a framework file's."""
    return path.suffix.lower() in (".yaml", ".yml")


def _inside(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the framework files directly in a folder, and what is to be imported of it: all of it
    where there are none.
    """
    try:
        inside = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return [], [folder]  # reading it says why not
    own = [path for path in inside if _is_framework_name(path) and path.is_file()]
    rest = [path for path in inside if path not in own]
    return own, (rest if own else [folder] if rest else [])


def _words(what: Dropped) -> str:
    """Say what letting go would do."""
    if what.frameworks and what.documents:
        return _("Drop to open the frameworks and import the documents.")
    if what.documents:
        return _("Drop to import")
    return _("Drop to open")


def _other_words(names: Sequence[str]) -> str:
    if not names:
        return ""
    words = _n(
        "{names} is not a file on this computer.",
        "{names} are no files on this computer.",
        len(names),
    )
    return words.format(names=in_words([f"“{name}”" for name in names[:3]]))


def _empty_words(names: Sequence[str]) -> str:
    if not names:
        return ""
    words = _n("The folder {names} is empty.", "The folders {names} are empty.", len(names))
    return words.format(names=in_words([f"“{name}”" for name in names]))
