"""What is shown, taken away: into a file, onto paper, or as a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QWidget

from pathways.errors import PathwaysError
from pathways.gui.shell.session import Session
from pathways.gui.shell.settings import Settings
from pathways.i18n import _

Picture = Callable[[Path], None]
Poster = Callable[[QPagedPaintDevice], int]  # paints, and returns over how many sheets


class ExportActions:
    """Export, preview and print over a window; ``say`` tells how it went."""

    def __init__(
        self, window: QWidget, session: Session, settings: Settings, say: Callable[[str], None]
    ) -> None:
        self._window = window
        self._session = session
        self._settings = settings
        self._say = say

    def export(self) -> None:
        """Write the sheet of what is shown into a file."""
        from pathways.gui.printing.export import export

        self._set(lambda: export(self._window, self._session, self._settings))

    def preview(self) -> None:
        """Show the sheet's pages."""
        from pathways.gui.printing.preview import preview

        self._set(lambda: preview(self._window, self._session, self._settings))

    def print(self) -> None:
        """Print the sheet of what is shown."""
        from pathways.gui.printing.printer import print_shown

        self._set(lambda: print_shown(self._window, self._session, self._settings))

    def save_picture(self, save: Picture) -> None:
        """Ask for a name and save the map's picture under it."""
        from PySide6.QtWidgets import QFileDialog

        name, _kind = QFileDialog.getSaveFileName(
            self._window, _("Save map as picture"), "map.svg", _("Pictures (*.svg *.png)")
        )
        if name:
            self.attempt(lambda: save(Path(name)), _("The map is in {file}.").format(file=name))

    def print_map(self, paint: Poster) -> None:
        """Print the map as a poster over as many sheets as it takes."""
        from pathways.gui.printing.poster_print import print_poster

        self.attempt(lambda: print_poster(self._window, paint))

    def _set(self, work: Callable[[], object]) -> None:
        """Make a sheet, and give up what that took once the window is there again."""
        from pathways.report.pages import forget

        self.attempt(work)
        QTimer.singleShot(0, forget)

    def attempt(self, work: Callable[[], object], done: str = "") -> None:
        """Do what may fail for reasons outside the program, and say how it went."""
        try:
            said = work()
        except PathwaysError as error:
            from pathways.gui.dialogs.notice_dialog import NoticeDialog

            NoticeDialog.tell(self._window, _("That did not work"), str(error))
            return
        words = said if isinstance(said, str) else done
        if words:
            self._say(words)
