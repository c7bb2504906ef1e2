"""All documents of the program: each file has one owner, however many windows show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pathways.store.file_name import full_name

if TYPE_CHECKING:
    from pathways.workspace.document import Document
    from pathways.workspace.file_kind import FileKind
    from pathways.workspace.history import EditStep
    from pathways.workspace.recovery import Recovery

Value = TypeVar("Value")


class Documents:
    """Hand out the document of a file: the same one to everybody who asks."""

    def __init__(self, recovery: Recovery | None = None) -> None:
        self._recovery = recovery
        self._open: dict[str, Document[Any]] = {}

    @property
    def recovery(self) -> Recovery:
        """Return where copies of what is not saved are kept."""
        if self._recovery is None:
            from pathways.workspace.recovery import Recovery

            self._recovery = Recovery()
        return self._recovery

    def __iter__(self) -> Iterator[Document[Any]]:
        """Yield every open document."""
        yield from tuple(self._open.values())

    def open(self, path: Path, kind: FileKind[Value]) -> Document[Value]:
        """Return the document of a file, read when it is first asked for.

        Raise FileError with all mistakes of the file.
        """
        key = full_name(path)
        if key not in self._open:
            from pathways.workspace.document import Document

            self._open[key] = Document.open(path, kind, self.recovery)
        return cast("Document[Value]", self._open[key])

    def close(self, path: Path) -> None:
        """Forget a file; what was not saved of it is kept for the next start."""
        document = self._open.pop(full_name(path), None)
        if document is not None:
            document.keep_recovery()

    def look(self) -> bool:
        """Take over what others wrote meanwhile; return whether any value is another now."""
        changed = [document.look() for document in tuple(self._open.values())]
        return any(changed)


def last_step(documents: Iterable[Document[Any]]) -> EditStep[Any] | None:
    """Return the step of several documents that was made last, None where there is none."""
    steps = [step for document in documents if (step := document.history.last)]
    return max(steps, key=lambda step: step.number, default=None)


def next_step(documents: Iterable[Document[Any]]) -> EditStep[Any] | None:
    """Return the step of several documents that was undone last, None where there is none."""
    steps = [step for document in documents if (step := document.history.next)]
    return min(steps, key=lambda step: step.number, default=None)


def undo(documents: Sequence[Document[Any]]) -> str:
    """Take back what was done last in any of the documents; return its words, "" for nothing."""
    return _moved(
        documents, last_step(documents), lambda one: one.history.last, lambda one: one.undo()
    )


def redo(documents: Sequence[Document[Any]]) -> str:
    """Do again what was undone last; return its words, "" for nothing."""
    return _moved(
        documents, next_step(documents), lambda one: one.history.next, lambda one: one.redo()
    )


def _moved(
    documents: Sequence[Document[Any]],
    step: EditStep[Any] | None,
    at: Callable[[Document[Any]], EditStep[Any] | None],
    move: Callable[[Document[Any]], object],
) -> str:
    """Move all documents that stand at a step; return its words."""
    for document in documents:
        there = at(document)
        if step and there and there.number == step.number:
            move(document)
    return step.words if step else ""


class OpenSteps:
    """Undo and redo for who has documents open: of what was done last in any of them."""

    @property
    def _stepping(self) -> Sequence[Document[Any]]:
        """Return the documents whose steps are meant."""
        raise NotImplementedError

    @property
    def undo_words(self) -> str:
        """Return what undo would take back, "" where there is nothing."""
        step = last_step(self._stepping)
        return step.words if step else ""

    @property
    def redo_words(self) -> str:
        """Return what redo would do again, "" where there is nothing."""
        step = next_step(self._stepping)
        return step.words if step else ""

    def undo(self) -> str:
        """Take back what was done last and return its words, "" where there was nothing."""
        return undo(self._stepping)

    def redo(self) -> str:
        """Do again what was undone and return its words, "" where there was nothing."""
        return redo(self._stepping)
