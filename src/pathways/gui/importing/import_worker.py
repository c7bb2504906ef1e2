"""The slow work of an import, done beside the window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pathways.errors import PathwaysError
from pathways.gui.importing.pieces import Key
from pathways.gui.shell.background import Progress, wait_for
from pathways.i18n import _
from pathways.importing.review import Review
from pathways.model.mapping import Mapping
from pathways.workspace.import_session import DocumentsRead, Edit, ImportSession

_PATIENCE = 1500  # milliseconds before a correction says that it takes a while


class ImportWorker(QObject):
    """Read and correct in the background, and tell what came of it."""

    read = Signal()  # other documents
    changed = Signal(tuple)  # the review is another; with the keys of the pieces that it is about
    refused = Signal(str)  # a sentence

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.session = ImportSession(self.read.emit, self.changed.emit)

    def read_files(self, paths: Sequence[Path], *, beside: bool = False) -> bool:
        """Read files and folders; ``beside`` keeps the documents that are there, and what was
        taught about them.
        """

        def job(progress: Progress) -> DocumentsRead:
            return self.session.read(paths, beside=beside, progress=progress.tell)

        found = wait_for(self._window, _("Reading the documents…"), job)
        if found is None:
            self.refused.emit(_("Cancelled. Nothing was changed."))
            return False
        refusal = self.session.take(found, paths, beside=beside)
        if refusal:
            self.refused.emit(refusal)
        return not refusal

    def start_again(self) -> None:
        """Put the documents away."""
        self.session.start_again()

    def correct(self, words: str, edit: Edit, keys: Iterable[Key] = ()) -> bool:
        """Apply a correction as one step, named by ``words``; return False where it changes
        nothing or is refused.
        """

        def job(_progress: Progress) -> tuple[Review | None]:
            return (self.session.corrected(edit),)

        try:
            found = wait_for(self._window, _("Reading the documents again…"), job, moment=_PATIENCE)
        except PathwaysError as error:
            self.refused.emit(str(error))
            return False
        if found is None:
            self.refused.emit(_("Cancelled. Nothing was changed."))
            return False
        if found[0] is None:
            self.refused.emit(_("That changes nothing here."))
            return False
        self.session.correct(words, found[0], keys)
        return True

    def use_mapping(self, mapping: Mapping) -> bool:
        """Use what was taught about another version of the documents, in place of what was taught
        here.
        """
        return self.correct(_("using kept corrections"), self.session.use_mapping(mapping))
