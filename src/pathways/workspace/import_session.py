"""One import from its documents to the framework: what was read, what was corrected, and what is
written of it.
"""

from __future__ import annotations

import datetime
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from pathways.errors import PathwaysError
from pathways.i18n import _
from pathways.importing.identity import keep_ids
from pathways.importing.imported import Imported
from pathways.importing.job import read_path
from pathways.importing.outline import LeftOut, Outline
from pathways.importing.review import Review
from pathways.model.mapping import Mapping
from pathways.store.dimensions_file import read_dimensions
from pathways.store.file_error import FileError
from pathways.store.framework_file import framework_of, read_framework
from pathways.store.framework_writer import framework_yaml
from pathways.store.mapping_file import write_mapping
from pathways.store.text_file import printable
from pathways.store.whole_file import write_whole
from pathways.workspace.history import Undoable

Edit = Callable[[Review], Review]
Keys = tuple[Any, ...]
"""Which lines a step is about; only who shows them knows what they mean."""

_KEPT = 6  # reviews whose result is kept at hand; of those undone long ago it is recognised anew


class DocumentsRead(msgspec.Struct, frozen=True):
    """What came of reading files: outlines, files skipped with the reason, and a review unless
    ``refusal`` says why.
    """

    outlines: tuple[Outline, ...]
    skipped: tuple[LeftOut, ...]
    review: Review | None
    refusal: str = ""


class ImportSession(Undoable[Review]):
    """Hold the review of one import; every correction swaps it for another, as one step.

    ``on_read`` is called when there are other documents, ``on_changed`` when the review is another,
    with the keys of the lines that it is about.
    """

    def __init__(
        self,
        on_read: Callable[[], None] = lambda: None,
        on_changed: Callable[[Keys], None] = lambda _keys: None,
    ) -> None:
        super().__init__()
        self._on_read, self._on_changed = on_read, on_changed
        self._recent: deque[Review] = deque()
        self._keys: dict[int, Keys] = {}
        self._kept = Mapping()  # the corrections that some file has
        self.review: Review | None = None
        self.outlines: tuple[Outline, ...] = ()
        self.skipped: tuple[LeftOut, ...] = ()
        self.sources: tuple[Path, ...] = ()
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

    def read(
        self,
        paths: Sequence[Path],
        *,
        beside: bool = False,
        progress: Callable[[int, int], None] = lambda _done, _of: None,
    ) -> DocumentsRead:
        """Return what files and folders hold; ``beside`` the documents that are there already, and
        by what was taught about them. Nothing is changed yet.
        """
        mapping = self.review.mapping if beside and self.review else Mapping()
        found = list(self.outlines) if beside else []
        left = list(self.skipped) if beside else []
        for number, path in enumerate(paths):
            progress(number, len(paths))
            try:
                outlines, skipped = read_path(path)
            except PathwaysError as error:
                left.append(LeftOut(line=0, text=path.name, why=str(error)))
            else:
                found.extend(outlines)
                left.extend(skipped)
        progress(0, 0)
        return _recognised(tuple(found), tuple(left), mapping)

    def take(self, found: DocumentsRead, paths: Sequence[Path], *, beside: bool = False) -> str:
        """Go on with what was read; return why not where nothing came of it, else ""."""
        if found.review is None and self.review is not None and beside:
            return found.refusal or " ".join(item.why for item in found.skipped)
        if beside and len(found.outlines) == len(self.outlines):  # nothing but sentences
            self.skipped = found.skipped
            self._on_read()
            return ""
        self.sources = (*(self.sources if beside else ()), *paths)
        self._kept = self._kept if beside else Mapping()
        self._begin(found)
        return found.refusal

    def start_again(self) -> None:
        """Put the documents away."""
        self.sources = ()
        self._kept = Mapping()
        self._begin(DocumentsRead((), (), None))

    def _begin(self, found: DocumentsRead) -> None:
        self.outlines, self.skipped, self.review = found.outlines, found.skipped, found.review
        self.refusal = found.refusal
        self._recent.clear()
        self.history.clear()
        self._keys.clear()
        self._on_read()

    # Correcting ----------------------------------------------------------------------------------

    def corrected(self, edit: Edit) -> Review | None:
        """Return the review as a correction leaves it, None where it changes nothing.

        Raise PathwaysError where the correction is refused. Nothing is changed yet.
        """
        before = self.review or Review(self.outlines, tuple(read_dimensions()))
        after = edit(before)
        if after is before:
            return None
        differs = self.review is None or after.result() != before.result()
        return after if differs else None

    def correct(self, words: str, after: Review, keys: Iterable[Any] = ()) -> None:
        """Go on with a corrected review, as one step named by ``words``."""
        before = self.review
        self._remember(after)
        if before is None:  # there was nothing to see before this lesson
            self._begin(DocumentsRead(self.outlines, self.skipped, after))
            return
        self.history.push(words, before, after)
        assert self.history.last is not None
        self._keys[self.history.last.number] = tuple(keys)
        self._show(after, self._keys[self.history.last.number])

    def undo(self) -> None:
        """Take the last correction back."""
        step = self.history.undo()
        if step is not None:
            self._show(step.before, self._keys[step.number])

    def redo(self) -> None:
        """Correct it again."""
        step = self.history.redo()
        if step is not None:
            self._show(step.after, self._keys[step.number])

    def _show(self, review: Review, keys: Keys) -> None:
        self.review = review
        self._remember(review)
        self._on_changed(keys)

    def _remember(self, review: Review) -> None:
        """Keep the results of a few reviews: those of large documents would fill the memory."""
        if any(review is known for known in self._recent):
            return
        self._recent.append(review)
        while len(self._recent) > _KEPT:
            self._recent.popleft().forget()

    # Writing -------------------------------------------------------------------------------------

    def save_framework(self, path: Path) -> None:
        """Write the framework; over an earlier import of it, statements that are still there keep
        their ids. Raise PathwaysError where it cannot be written.
        """
        write_framework(path, self.result, self.sources, anything=True)
        self.mark_kept()

    def save_mapping(self, path: Path) -> None:
        """Write the corrections, for the next version of the documents; raise PathwaysError where
        that cannot be done.
        """
        assert self.review is not None
        write_mapping(path, self.review.to_mapping())
        self.mark_kept()

    def save_report(self, path: Path) -> None:
        """Write what was left out, what is doubtful, and what became of each line; raise
        PathwaysError where that cannot be done.
        """
        write_report(path, self.result)

    def use_mapping(self, mapping: Mapping) -> Edit:
        """Return the correction that uses what was taught about another version of the
        documents.
        """
        return lambda review: replace(review, mapping=mapping)


def write_framework(
    path: Path, imported: Imported, sources: Sequence[Path], *, anything: bool = False
) -> Imported:
    """Write an imported framework and return the import as the file has it.

    Statements that an earlier import in that file has, too, keep their ids. Raise PathwaysError
    where it cannot be written, and where what is there is no sound framework, unless ``anything``
    may be replaced.
    """
    known = [dimension.id for dimension in read_dimensions()]
    if path.exists():
        try:
            imported = keep_ids(imported, read_framework(path, known))
        except PathwaysError:
            if not anything:
                raise
    comment = _comment_of(sources)
    content = framework_yaml(imported.framework, printable(comment)).encode("utf-8", "replace")
    try:
        again, _remarks = framework_of(path, content, known)
    except FileError as error:
        raise PathwaysError(
            _(
                "“{path}” was not written, because it could not be opened again: {why} Divide the "
                "documents, and import them one by one."
            ).format(path=path, why=error.problems[0].message)
        ) from None
    write_whole(path, content)
    return msgspec.structs.replace(imported, framework=again)


def _comment_of(sources: Sequence[Path]) -> str:
    return _(
        "Imported from {names}, word for word. The organisation's own document is what counts."
    ).format(names=", ".join(source.name or str(source) for source in sources))


def write_report(path: Path, imported: Imported) -> None:
    """Write what became of each line, as the ending of the file's name says; raise UsageError for
    an ending that is not known, PathwaysError where it cannot be written.
    """
    from pathways.report.import_sheet import import_sheet
    from pathways.report.options import SheetOptions
    from pathways.report.writing import write_document

    options = SheetOptions(date=datetime.date.today())
    write_document(import_sheet(imported, options=options), path, options)


def _recognised(
    outlines: tuple[Outline, ...], skipped: tuple[LeftOut, ...], mapping: Mapping
) -> DocumentsRead:
    if not outlines:
        return DocumentsRead((), skipped, None)
    review = Review(outlines, tuple(read_dimensions()), mapping)
    try:
        review.result()
    except PathwaysError as error:
        return DocumentsRead(outlines, skipped, None, str(error))
    return DocumentsRead(outlines, skipped, review)
