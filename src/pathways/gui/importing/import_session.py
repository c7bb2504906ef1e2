"""One import from its documents to the framework: what was read, the review, and every correction
undone and redone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QWidget

from pathways.errors import PathwaysError
from pathways.gui.importing.pieces import Key
from pathways.gui.shell.background import Progress, wait_for
from pathways.i18n import _
from pathways.importing.imported import Imported
from pathways.importing.outline import LeftOut, Outline
from pathways.importing.reading.document import read_document, read_folder
from pathways.importing.review import Review
from pathways.model.mapping import Mapping
from pathways.store.dimensions_file import read_dimensions

Edit = Callable[[Review], Review]

_KEPT = 6  # reviews whose result is kept at hand; of those undone long ago it is recognised anew
_STEPS = 200
_PATIENCE = 1500  # milliseconds before a correction says that it takes a while


class Reading(msgspec.Struct, frozen=True):
    """What came of reading files: outlines, files skipped with the reason, and a review unless
    ``refusal`` says why.
    """

    outlines: tuple[Outline, ...]
    skipped: tuple[LeftOut, ...]
    review: Review | None
    refusal: str = ""


class ImportSession(QObject):
    """Hold the review of one import; every correction swaps it for another, as one step that can
    be undone.
    """

    read = Signal()  # other documents
    changed = Signal(tuple)  # the review is another; with the keys of the pieces that it is about
    refused = Signal(str)  # a sentence

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._recent: deque[Review] = deque()
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(_STEPS)
        self.review: Review | None = None
        self.outlines: tuple[Outline, ...] = ()
        self.skipped: tuple[LeftOut, ...] = ()
        self.sources: tuple[Path, ...] = ()
        self._kept = Mapping()  # the corrections that some file has
        self.refusal = ""  # why nothing was recognised in what was read

    @property
    def result(self) -> Imported:
        """Return what the documents became, with all corrections; files that could not be read are
        on its list too.
        """
        assert self.review is not None
        imported = self.review.result()
        return msgspec.structs.replace(imported, left_out=(*imported.left_out, *self.skipped))

    @property
    def is_unsaved(self) -> bool:
        """Tell whether there are corrections that no file has yet."""
        return self.review is not None and self.review.mapping != self._kept

    def mark_kept(self) -> None:
        """Note that the corrections, as they are now, are in a file."""
        if self.review is not None:
            self._kept = self.review.mapping

    # Reading -------------------------------------------------------------------------------------

    def read_files(self, paths: Sequence[Path], *, beside: bool = False) -> bool:
        """Read files and folders; ``beside`` keeps the documents that are there, and what was
        taught about them.
        """
        mapping = self.review.mapping if beside and self.review else Mapping()
        before = (self.outlines, self.skipped) if beside else ((), ())

        def job(progress: Progress) -> Reading:
            return _read(paths, before[0], before[1], mapping, progress)

        found = wait_for(self._window, _("Reading the documents…"), job)
        if found is None:
            self.refused.emit(_("Given up; everything is as it was."))
            return False
        if found.review is None and self.review is not None and beside:
            self.refused.emit(found.refusal or " ".join(item.why for item in found.skipped))
            return False
        if beside and len(found.outlines) == len(self.outlines):  # nothing came of it but sentences
            self.skipped = found.skipped
            self.read.emit()
            return False
        self.sources = (*(self.sources if beside else ()), *paths)
        self._kept = self._kept if beside else Mapping()
        self._begin(found)
        return True

    def start_again(self) -> None:
        """Put the documents away."""
        self.sources = ()
        self._kept = Mapping()
        self._begin(Reading((), (), None))

    def _begin(self, found: Reading) -> None:
        self.outlines, self.skipped, self.review = found.outlines, found.skipped, found.review
        self.refusal = found.refusal
        self._recent.clear()
        self.stack.clear()
        self.read.emit()
        if found.refusal:
            self.refused.emit(found.refusal)

    # Correcting ----------------------------------------------------------------------------------

    def correct(self, words: str, edit: Edit, keys: Iterable[Key] = ()) -> bool:
        """Apply a correction as one step, named by ``words``; return False where it changes
        nothing or is refused.
        """
        before = self.review or self._without_result()

        def job(_progress: Progress) -> tuple[Review, bool]:
            after = edit(before)
            anew = after is not before
            return after, anew and (self.review is None or after.result() != before.result())

        try:
            found = wait_for(
                self._window, _("Recognising the documents anew…"), job, moment=_PATIENCE
            )
        except PathwaysError as error:
            self.refused.emit(str(error))
            return False
        if found is None:
            self.refused.emit(_("Given up; everything is as it was."))
            return False
        after, differs = found
        if not differs:
            self.refused.emit(_("That changes nothing here."))
            return False
        self._remember(after)
        if self.review is None:  # there was nothing to see before this lesson
            self._begin(Reading(self.outlines, self.skipped, after))
        else:
            self.stack.push(_Swap(self, words, before, after, tuple(keys)))
        return True

    def use_mapping(self, mapping: Mapping) -> bool:
        """Use what was taught about another version of the documents, in place of what was taught
        here.
        """
        return self.correct(_("using a mapping"), lambda review: replace(review, mapping=mapping))

    def show(self, review: Review, keys: tuple[Key, ...]) -> None:
        """Swap the review; for the steps of the undo stack."""
        self.review = review
        self._remember(review)
        self.changed.emit(keys)

    def _without_result(self) -> Review:
        return Review(self.outlines, tuple(read_dimensions()))

    def _remember(self, review: Review) -> None:
        """Keep the results of a few reviews: those of large documents would fill the memory."""
        if any(review is known for known in self._recent):
            return
        self._recent.append(review)
        while len(self._recent) > _KEPT:
            self._recent.popleft().forget()


class _Swap(QUndoCommand):
    """One correction: a review in the place of another."""

    def __init__(
        self, desk: ImportSession, words: str, before: Review, after: Review, keys: tuple[Key, ...]
    ) -> None:
        super().__init__(words)
        self._desk, self._before, self._after, self._keys = desk, before, after, keys

    def redo(self) -> None:
        """Show the corrected review."""
        self._desk.show(self._after, self._keys)

    def undo(self) -> None:
        """Show the review as it was."""
        self._desk.show(self._before, self._keys)


def _read(
    paths: Sequence[Path],
    outlines: tuple[Outline, ...],
    skipped: tuple[LeftOut, ...],
    mapping: Mapping,
    progress: Progress,
) -> Reading:
    found, left = list(outlines), list(skipped)
    for number, path in enumerate(paths):
        progress.tell(number, len(paths))
        try:
            if path.is_dir():
                folder = read_folder(path)
                found.extend(folder.outlines)
                left.extend(folder.skipped)
            else:
                found.append(read_document(path))
        except PathwaysError as error:
            left.append(LeftOut(line=0, text=path.name, why=str(error)))
    progress.tell()
    if not found:
        return Reading((), tuple(left), None)
    review = Review(tuple(found), tuple(read_dimensions()), mapping)
    try:
        review.result()
    except PathwaysError as error:
        return Reading(tuple(found), tuple(left), None, str(error))
    return Reading(tuple(found), tuple(left), review)
