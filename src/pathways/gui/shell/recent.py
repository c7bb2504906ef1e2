"""The files that were open lately, in a menu: those that are gone are shown with the reason, and
cannot be chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QMenu

from pathways.gui.shell.settings import Settings
from pathways.gui.widgets.plain_text import action_words, set_tip
from pathways.i18n import _

MOST = 10


def recent_files(settings: Settings) -> list[Path]:
    """Return the files that were open lately, the last one first."""
    return [Path(name) for name in settings.get("files/recent")]


def remember(settings: Settings, paths: Iterable[Path]) -> None:
    """Put files at the head of the list; each stands there once, and the list has an end."""
    asked = [str(_whole(path)) for path in paths]
    settings.set(
        "files/recent",
        list(dict.fromkeys([*reversed(asked), *settings.get("files/recent")]))[:MOST],
    )


def why_not(path: Path) -> str:
    """Return why a file cannot be opened at a glance, "" where it may."""
    try:
        if path.is_file():
            return ""
        return (
            _("its folder is missing") if not path.parent.is_dir() else _("it is no longer there")
        )
    except OSError:
        return _("it cannot be reached")


class RecentMenu(QMenu):
    """List the recent files whenever the menu is opened."""

    def __init__(
        self, settings: Settings, choose: Callable[[Sequence[Path]], object], parent: QMenu
    ) -> None:
        super().__init__(_("Open &recent"), parent)
        self.setObjectName("recent")
        self.setToolTipsVisible(True)
        self._settings = settings
        self._choose = choose
        self.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """List the files as they are now."""
        self.clear()
        files = recent_files(self._settings)
        self.menuAction().setEnabled(bool(files))
        for number, path in enumerate(files, 1):
            reason = why_not(path)
            name = action_words(path.name)
            words = f"&{number % 10}  {name}" + (
                f" ({reason})" if reason else f" – {_short(path.parent)}"
            )
            action = self.addAction(words)
            set_tip(action, str(path))
            action.setEnabled(not reason)
            action.triggered.connect(lambda _on=False, chosen=path: self._choose([chosen]))
        if files:
            self.addSeparator()
            self.addAction(_("&Clear this list")).triggered.connect(self._on_clear)

    def _on_clear(self) -> None:
        self._settings.set("files/recent", [])
        self.fill()


def _short(folder: Path) -> str:
    """Return a folder as people name it: what is at home begins with a tilde."""
    try:
        words = f"~/{folder.relative_to(Path.home()).as_posix()}"
    except (ValueError, RuntimeError):
        words = str(folder)
    return action_words(words)


def _whole(path: Path) -> Path:
    try:
        return path.absolute()
    except OSError:
        return path
