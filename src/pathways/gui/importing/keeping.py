"""What is kept of an import: the framework, the corrections, and the report of what was left out
and doubtful.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from pathways.errors import PathwaysError
from pathways.gui.importing.import_session import ImportSession
from pathways.gui.shell.settings import Settings
from pathways.i18n import _
from pathways.model.framework import Framework


class Keeping:
    """Ask for names, and write; each writer returns the file, None where the person thought better
    of it.

    They raise PathwaysError where a file cannot be written or read.
    """

    def __init__(self, parent: QWidget, desk: ImportSession, settings: Settings) -> None:
        self._parent = parent
        self._desk = desk
        self._settings = settings

    def save_framework(self) -> Path | None:
        """Write the framework; over an earlier import of it, statements that are still there keep
        their ids.
        """
        from pathways.store.framework_writer import framework_yaml
        from pathways.store.whole_file import write_whole

        kinds = _("Framework files (*.yaml *.yml)")
        path = self._ask_name(
            _("Save the framework"), f"{self._desk.result.framework.id}.yaml", kinds, "yaml"
        )
        if path is None:
            return None
        comment = _(
            "Imported from {names}. Wording to the letter; the organisation's own document is what "
            "counts."
        )
        names = ", ".join(source.name or str(source) for source in self._desk.sources)
        write_whole(
            path, framework_yaml(self._framework_for(path), comment.format(names=names)).encode()
        )
        self._desk.mark_kept()
        return path

    def save_mapping(self) -> Path | None:
        """Write the corrections, for the next version of the documents."""
        from pathways.store.mapping_file import write_mapping

        assert self._desk.review is not None
        start = f"{self._desk.result.framework.id}-mapping.yaml"
        path = self._ask_name(
            _("Keep the corrections"), start, _("Mappings (*.yaml *.yml)"), "yaml"
        )
        if path is not None:
            write_mapping(path, self._desk.review.to_mapping())
            self._desk.mark_kept()
        return path

    def save_report(self) -> Path | None:
        """Write what was left out, what is doubtful, and what became of each line."""
        from pathways.importing.job import import_text
        from pathways.store.whole_file import write_whole

        start = f"{self._desk.result.framework.id}-report.txt"
        path = self._ask_name(_("Save the report"), start, _("Text (*.txt)"), "txt")
        if path is not None:
            write_whole(path, import_text(self._desk.result, every_line=True).encode())
        return path

    def use_mapping(self) -> Path | None:
        """Use corrections that were kept; tell where the person gave up or nothing came of it."""
        from pathways.store.dimensions_file import read_dimensions
        from pathways.store.mapping_file import read_mapping

        name, _kind = QFileDialog.getOpenFileName(
            self._parent, _("Use a mapping"), self._folder(), _("Mappings (*.yaml *.yml)")
        )
        if not name:
            return None
        mapping = read_mapping(Path(name), [dimension.id for dimension in read_dimensions()])
        return Path(name) if self._desk.use_mapping(mapping) else None

    def _framework_for(self, path: Path) -> Framework:
        from pathways.importing.identity import keep_ids
        from pathways.store.dimensions_file import read_dimensions
        from pathways.store.framework_file import read_framework

        imported = self._desk.result
        if path.exists():
            try:
                earlier = read_framework(path, [dimension.id for dimension in read_dimensions()])
            except PathwaysError:  # it was asked whether to replace it, whatever it is
                return imported.framework
            return keep_ids(imported, earlier).framework
        return imported.framework

    def _ask_name(self, title: str, start: str, kinds: str, ending: str) -> Path | None:
        dialog = QFileDialog(self._parent, title, self._folder(), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(start)
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        names = dialog.selectedFiles()
        dialog.deleteLater()
        if not accepted or not names:
            return None
        path = Path(names[0])
        self._settings.set("export/folder", str(path.parent))
        return path

    def _folder(self) -> str:
        return str(self._settings.get("export/folder") or Path.home())
