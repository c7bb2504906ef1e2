"""From the screen to a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from pathways.gui.printing.export_dialog import ExportDialog, format_title
from pathways.gui.printing.sheet import file_name, is_comparison, options_for, sheet_of
from pathways.gui.shell.background import Progress, wait_for
from pathways.gui.shell.session import Session
from pathways.gui.shell.settings import Settings
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.report.blocks import Document
    from pathways.report.options import SheetOptions


def export(parent: QWidget, session: Session, settings: Settings) -> str:
    """Ask how and where, write the file, and return a sentence that says so; "" where the person
    gave up.

    Raises PathwaysError where the file cannot be written.
    """
    stem = Path(file_name(session, "x")).stem
    comparison = is_comparison(session)

    def make(options: SheetOptions) -> Document:
        return sheet_of(session, options)

    return export_sheet(parent, settings, make, stem, comparison=comparison)


def export_sheet(
    parent: QWidget,
    settings: Settings,
    make: Callable[[SheetOptions], Document],
    stem: str,
    *,
    comparison: bool = False,
) -> str:
    """Do as ``export`` does with the sheet that ``make`` makes; ``stem`` is the name that is
    offered for the file.
    """
    choice = ExportDialog.ask(parent, settings, comparison=comparison)
    if choice is None:
        return ""
    folder = settings.get("export/folder") or str(Path.home())
    start = str(Path(folder) / f"{stem}.{choice.ending}")
    kind = f"{format_title(choice.ending)} (*.{choice.ending})"
    name, _kind = QFileDialog.getSaveFileName(parent, _("Save as"), start, kind)
    if not name:
        return ""
    path = Path(name)
    if path.suffix.lower() != f".{choice.ending}":
        path = path.with_name(f"{path.name}.{choice.ending}")
    settings.set("export/folder", str(path.parent))
    options = options_for(choice)

    def job(progress: Progress) -> bool:
        from pathways.report.writing import writer_for
        from pathways.store.whole_file import write_whole

        document = make(options)
        progress.tell()
        content = writer_for(path)(document, options)
        progress.tell()  # given up until here, no file is written
        write_whole(path, content)
        return True

    if not wait_for(parent, _("Writing the sheet…"), job):
        return ""
    return _("The sheet is in {file}.").format(file=path)
