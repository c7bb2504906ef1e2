"""What is kept of an import: the framework, the corrections, and the report of what was left out
and doubtful.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from pathways.gui.dialogs.answer import answer_of
from pathways.gui.dialogs.file_dialog import ask_file
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
        title, kinds = _("Save the framework"), _("Framework files (*.yaml *.yml)")
        return self._saved(self._worker.session.save_framework, title, "{id}.yaml", kinds)

    def save_mapping(self) -> Path | None:
        """Write the corrections, for the next version of the documents."""
        title, kinds = _("Keep the corrections"), _("Corrections (*.yaml *.yml)")
        save = self._worker.session.save_mapping
        return self._saved(save, title, "{id}-corrections.yaml", kinds)

    def save_report(self) -> Path | None:
        """Write what was left out, what is doubtful, and what became of each line."""
        kinds = _("Reports (*.txt *.docx *.odt *.pdf *.html *.csv *.md)")
        save = self._worker.session.save_report
        return self._saved(save, _("Save the report"), "{id}-report.txt", kinds)

    def use_mapping(self) -> Path | None:
        """Use corrections that were kept; tell where the person gave up or nothing came of it."""
        from pathways.store.dimensions_file import read_dimensions
        from pathways.store.mapping_file import read_mapping

        title, kinds = _("Use kept corrections"), _("Corrections (*.yaml *.yml)")
        path = ask_file(self._parent, title, kinds, self._folder())
        if path is None:
            return None
        mapping = read_mapping(path, [dimension.id for dimension in read_dimensions()])
        return path if self._worker.use_mapping(mapping) else None

    def _saved(
        self, save: Callable[[Path], object], title: str, start: str, kinds: str
    ) -> Path | None:
        """Ask for a name, ``start`` unless another is wanted, and save; return the file."""
        path = self._ask_name(title, start, kinds)
        if path is not None:
            save(path)
        return path

    def _ask_name(self, title: str, start: str, kinds: str) -> Path | None:
        dialog = QFileDialog(self._parent, title, self._folder(), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(start.rpartition(".")[2])
        dialog.selectFile(start.format(id=self._worker.session.result.framework.id))
        names = answer_of(dialog, QFileDialog.selectedFiles)
        if not names:
            return None
        path = Path(names[0])
        self._settings.set("export/folder", str(path.parent))
        return path

    def _folder(self) -> str:
        return str(self._settings.get("export/folder") or Path.home())
