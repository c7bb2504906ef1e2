"""One value that lives in a file: edited, undone, saved, and merged with what others write."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pathways.errors import PathwaysError
from pathways.i18n import _
from pathways.store.file_lock import locked
from pathways.store.stamp import Stamp, stamp_of
from pathways.workspace.file_kind import FileKind, Merged
from pathways.workspace.history import EditStep, Undoable
from pathways.workspace.listeners import Listeners
from pathways.workspace.recovery import Recovery

Value = TypeVar("Value")

_TRIES = 5  # readings of a file that is being written meanwhile


class ChangedMeanwhileError(PathwaysError):
    """Say that somebody else changed the file, in a way that only a person can put together."""


class Document(Undoable[Value]):
    """A value, the file that it belongs to, and every edit of it as one step.

    Values are never changed, only swapped: undo cannot fail. Saving follows; where it could not be
    done, ``failure`` says why, and the value is still changed and still to be saved. Without a
    ``path`` the value lives only as long as the program.
    """

    def __init__(
        self,
        kind: FileKind[Value],
        value: Value,
        path: Path | None = None,
        *,
        recovery: Recovery | None = None,
    ) -> None:
        super().__init__()
        self.kind = kind
        self.path = path
        self.failure = ""
        self.replaced: tuple[str, ...] = ()
        self._value = value
        self._saved: Value | None = None
        self._theirs: Value | None = None
        self._stamp: Stamp | None = None
        self._recovery = recovery
        self._listeners: Listeners[[]] = Listeners()

    @classmethod
    def open(
        cls, path: Path, kind: FileKind[Value], recovery: Recovery | None = None
    ) -> Document[Value]:
        """Read a file; what was not saved when the program last ended comes back as an edit.

        Raise FileError with all mistakes of the file.
        """
        stamp, value = _read(path, kind)
        document = cls(kind, value, path, recovery=recovery)
        document._stamp, document._saved = stamp, value
        document._recover()
        return document

    @property
    def value(self) -> Value:
        """Return the value as it is now."""
        return self._value

    @property
    def is_changed(self) -> bool:
        """Tell whether there is something that the file does not have yet."""
        return self.path is not None and self._value != self._saved

    @property
    def theirs(self) -> Value | None:
        """Return what somebody else wrote, as long as a person has to choose; else None."""
        return self._theirs

    def listen(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back after every change of value or state; return what ends it."""
        return self._listeners.add(callback)

    # Editing -------------------------------------------------------------------------------------

    def edit(self, words: str, after: Value, *, number: int = 0) -> bool:
        """Put another value in the place of this one, as a step named by ``words``.

        Return False where it is the same. Steps of several documents that have one ``number`` are
        undone together.
        """
        if after == self._value:
            return False
        self.history.push(words, self._value, after, number)
        self._swap(after)
        return True

    def undo(self) -> EditStep[Value] | None:
        """Take the last step back and return it; None where there is none."""
        step = self.history.undo()
        if step is not None:
            self._swap(step.before)
        return step

    def redo(self) -> EditStep[Value] | None:
        """Do again what was undone and return it; None where there is nothing."""
        step = self.history.redo()
        if step is not None:
            self._swap(step.after)
        return step

    def _swap(self, value: Value) -> None:
        self._value = value
        if self.path is not None and self.kind.at_once:
            with contextlib.suppress(PathwaysError):  # ``failure`` says it, the value stays changed
                self.save()
        elif self.is_changed:
            self.keep_recovery()
        elif self._recovery and self.path:
            self._recovery.forget(self.path)
        self._listeners.tell()

    # Saving --------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write the value, together with what others wrote meanwhile; all or nothing.

        Raise ChangedMeanwhileError where a person has to choose, FileError where the file has
        mistakes now, PathwaysError where it cannot be written. Nothing of others is overwritten.
        """
        if self.path is None:
            return
        try:
            with locked(self.path):
                self._take_over()
                if self._theirs is not None:
                    raise ChangedMeanwhileError(self._changed_words())
                if self.is_changed:
                    self._write(self.path)
        except PathwaysError as error:
            self.failure = str(error)
            self.keep_recovery()
            raise
        self.failure = ""
        if self._recovery:
            self._recovery.forget(self.path)

    def keep_recovery(self) -> None:
        """Keep a copy of what is not saved, for the next start of the program."""
        if self._recovery is None or self.path is None or not self.is_changed:
            return
        with contextlib.suppress(PathwaysError):  # the file itself can still be saved
            self._recovery.keep(self.path, self.kind, self._value, self._saved)

    def _write(self, path: Path) -> None:
        self.kind.write(path, self._value)
        self._stamp, self._saved = stamp_of(path), self._value

    def _changed_words(self) -> str:
        words = _(
            "“{path}” was changed by somebody else meanwhile. Nothing is saved until you choose "
            "between what is in the file now and what is shown here."
        )
        return words.format(path=self.path)

    # What others write ---------------------------------------------------------------------------

    def look(self) -> bool:
        """Take over what others wrote meanwhile; return whether the value is another now.

        Where the file cannot be read any more, ``failure`` says so and the value stays.
        """
        if self.path is None or stamp_of(self.path) == self._stamp:
            return False
        before, failure = self._value, self.failure
        try:
            self._take_over()
            self.failure = ""
        except PathwaysError as error:
            self.failure = str(error)
        if self._value != before or self.failure != failure or self._theirs is not None:
            self._listeners.tell()
        return self._value != before

    def take_theirs(self) -> None:
        """Show what somebody else wrote; undo brings mine back."""
        if self._theirs is not None:
            theirs, self._theirs = self._theirs, None
            self._saved = theirs
            self.edit(_("taking what the file has"), theirs)

    def keep_mine(self) -> None:
        """Go on with mine; the next save replaces what somebody else wrote."""
        if self._theirs is not None:
            self._saved, self._theirs = self._theirs, None
            self._listeners.tell()

    def _take_over(self) -> None:
        """Bring in what the file has now, where it is another than when it was last looked at."""
        assert self.path is not None
        if stamp_of(self.path) == self._stamp:
            return
        if stamp_of(self.path) is None:  # gone: what is here is written again with the next save
            self._stamp, self._saved = None, self.kind.empty
            return
        stamp, theirs = _read(self.path, self.kind)
        base = self._saved
        self._stamp = stamp
        if theirs == base or theirs == self._value:
            self._saved = theirs
            return
        if not self.is_changed and self.kind.merge is None:
            self._saved = self._value = theirs
            self.history.clear()  # its values know nothing of theirs
            return
        self._merge(base, theirs)

    def _merge(self, base: Value | None, theirs: Value) -> None:
        merged = self._merged(base, self._value, theirs)
        if merged is None:
            self._theirs = theirs
            return
        self._saved, self._value, self.replaced = theirs, merged.value, merged.replaced

        def rebased(value: Value) -> Value:
            found = self._merged(base, value, theirs)
            return found.value if found else value

        self.history.rebase(rebased)

    def _merged(self, base: Value | None, mine: Value, theirs: Value) -> Merged[Value] | None:
        start = base if base is not None else self.kind.empty
        if self.kind.merge is None or start is None:
            return None
        return self.kind.merge(start, mine, theirs)

    # Inside --------------------------------------------------------------------------------------

    def _recover(self) -> None:
        """Bring back, as edits, what was not saved when the program last ended."""
        if self._recovery is None or self.path is None:
            return
        found = self._recovery.find(self.path, self.kind)
        for recovered in found:
            mine = recovered.mine
            if recovered.base is not None and recovered.base != self._value:
                merged = self._merged(recovered.base, mine, self._value)
                if merged is None:
                    self._theirs = self._saved
                mine = merged.value if merged else mine
            self.edit(_("what was not saved last time"), mine)
        if found:
            self._recovery.forget_ended(self.path)


def _read(path: Path, kind: FileKind[Value]) -> tuple[Stamp | None, Value]:
    """Return a file's state and its value, of one and the same moment."""
    for _time in range(_TRIES):
        stamp = stamp_of(path)
        if stamp is None and kind.empty is not None:
            return None, kind.empty
        value = kind.read(path)
        if stamp_of(path) == stamp:
            break
    return stamp, value
