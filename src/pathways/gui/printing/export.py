"""From the screen to a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pathways.gui.dialogs.file_dialog import ask_new_file
from pathways.gui.printing.export_dialog import ExportDialog, format_title
from pathways.gui.printing.paper import PaperSheet, options_for
from pathways.gui.shell.background import Progress, wait_for
from pathways.gui.shell.settings import Settings
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.report.options import SheetOptions


def export_sheet(
    parent: QWidget,
    settings: Settings,
    paper: PaperSheet,
    saved: Callable[[Path], None] = lambda _path: None,
) -> str:
    """Ask how and where, write the file, and return a sentence that says so; "" where the person
    gave up. ``saved`` hears where it is.

    Raises PathwaysError where the file cannot be written.
    """
    choice = ExportDialog.ask(parent, settings, comparison=paper.comparison)
    if choice is None:
        return ""
    path = _asked_where(parent, settings, paper.stem, choice.ending)
    if path is None:
        return ""
    if not wait_for(parent, _("Writing the sheet…"), _job(paper, path, options_for(choice))):
        return ""
    saved(path)
    return _("Saved as {file}.").format(file=path)


def _job(paper: PaperSheet, path: Path, options: SheetOptions) -> Callable[[Progress], bool]:
    def job(progress: Progress) -> bool:
        from pathways.report.writing import writer_for
        from pathways.store.whole_file import write_whole

        document = paper.make(options)
        progress.tell()
        content = writer_for(path)(document, options)
        progress.tell()  # given up until here, no file is written
        write_whole(path, content)
        return True

    return job


def _asked_where(parent: QWidget, settings: Settings, stem: str, ending: str) -> Path | None:
    """Return the file to write, with that ending; the next time its folder is offered first."""
    folder = settings.get("export/folder") or str(Path.home())
    start = str(Path(folder) / f"{stem}.{ending}")
    kind = f"{format_title(ending)} (*.{ending})"
    path = ask_new_file(parent, _("Save as"), start, kind, f".{ending}")
    if path is not None:
        settings.set("export/folder", str(path.parent))
    return path
