"""What is kept of an import: the framework, the corrections, and the report of what was left out
and doubtful.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from pathways.gui.dialogs.answer import answer_of
from pathways.gui.importing.import_worker import ImportWorker
from pathways.gui.shell.settings import Settings
from pathways.i18n import _


class Keeping:
    """Ask for names, and write; each writer returns the file, None where the person thought better
    of it.

    They raise PathwaysError where a file cannot be written or read.
    """

    def __init__(self, parent: QWidget, worker: ImportWorker, settings: Settings) -> None:
        self._parent = parent
        self._worker = worker
        self._settings = settings

    def save_framework(self) -> Path | None:
        """Write the framework; over an earlier import of it, statements that are still there keep
        their ids.
        """
        kinds = _("Framework files (*.yaml *.yml)")
        path = self._ask_name(_("Save the framework"), "{id}.yaml", kinds, "yaml")
        if path is not None:
            self._worker.session.save_framework(path)
        return path

    def save_mapping(self) -> Path | None:
        """Write the corrections, for the next version of the documents."""
        kinds = _("Corrections (*.yaml *.yml)")
        path = self._ask_name(_("Keep the corrections"), "{id}-corrections.yaml", kinds, "yaml")
        if path is not None:
            self._worker.session.save_mapping(path)
        return path

    def save_report(self) -> Path | None:
        """Write what was left out, what is doubtful, and what became of each line."""
        kinds = _("Reports (*.txt *.docx *.odt *.pdf *.html *.csv *.md)")
        path = self._ask_name(_("Save the report"), "{id}-report.txt", kinds, "txt")
        if path is not None:
            self._worker.session.save_report(path)
        return path

    def use_mapping(self) -> Path | None:
        """Use corrections that were kept; tell where the person gave up or nothing came of it."""
        from pathways.store.dimensions_file import read_dimensions
        from pathways.store.mapping_file import read_mapping

        name, _kind = QFileDialog.getOpenFileName(
            self._parent, _("Use kept corrections"), self._folder(), _("Corrections (*.yaml *.yml)")
        )
        if not name:
            return None
        mapping = read_mapping(Path(name), [dimension.id for dimension in read_dimensions()])
        return Path(name) if self._worker.use_mapping(mapping) else None

    def _ask_name(self, title: str, start: str, kinds: str, ending: str) -> Path | None:
        dialog = QFileDialog(self._parent, title, self._folder(), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(start.format(id=self._worker.session.result.framework.id))
        names = answer_of(dialog, QFileDialog.selectedFiles)
        if not names:
            return None
        path = Path(names[0])
        self._settings.set("export/folder", str(path.parent))
        return path

    def _folder(self) -> str:
        return str(self._settings.get("export/folder") or Path.home())
