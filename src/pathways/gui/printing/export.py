"""From the screen to a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from pathways.gui.dialogs.export_dialog import ExportDialog, format_title
from pathways.gui.printing.sheet import file_name, options_for, sheet_of
from pathways.gui.session import Session
from pathways.gui.settings import Settings
from pathways.i18n import _


def export(parent: QWidget, session: Session, settings: Settings) -> str:
    """Ask how and where, write the file, and return a sentence that says so; "" where the person gave up.

    Raises PathwaysError where the file cannot be written.
    """
    choice = ExportDialog.ask(parent, settings)
    if choice is None:
        return ""
    folder = settings.get("export/folder") or str(Path.home())
    start = str(Path(folder) / file_name(session, choice.ending))
    kind = f"{format_title(choice.ending)} (*.{choice.ending})"
    name, _kind = QFileDialog.getSaveFileName(parent, _("Save as"), start, kind)
    if not name:
        return ""
    path = Path(name)
    if path.suffix.lower() != f".{choice.ending}":
        path = path.with_name(f"{path.name}.{choice.ending}")
    settings.set("export/folder", str(path.parent))
    options = options_for(choice)
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        from pathways.report.writing import write_document

        write_document(sheet_of(session, options), path, options)
    finally:
        QGuiApplication.restoreOverrideCursor()
    return _("The sheet is in {file}.").format(file=path)
