"""The plans that one window has open, one of them in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pathways.errors import PathwaysError
from pathways.i18n import _
from pathways.model.plan import Plan
from pathways.planning.edits import AnyEdit
from pathways.store.file_claim import FileClaim
from pathways.workspace.document import Document
from pathways.workspace.documents import Documents, OpenSteps
from pathways.workspace.listeners import Listeners
from pathways.workspace.plans import PLANS, remove_for_good


class OpenPlans(OpenSteps):
    """Hold plans; whatever changes one goes through ``edit``, and ``listen`` hears of it."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._open: list[Document[Plan]] = []
        self._stops: dict[Path, Callable[[], None]] = {}
        self._claims: dict[Path, FileClaim] = {}
        self._at = -1
        self._listeners: Listeners[[]] = Listeners()
        self.pack = False  # whether the application pack goes on paper, not the meeting sheet

    def listen(self, callback: Callable[[], None]) -> None:
        """Call back after every change of what is open, in front or in it."""
        self._listeners.add(callback)

    # What can be read ----------------------------------------------------------------------------

    @property
    def open_ones(self) -> tuple[Document[Plan], ...]:
        """Return the open plans in the order in which they were opened."""
        return tuple(self._open)

    @property
    def document(self) -> Document[Plan] | None:
        """Return the plan in front; None where none is open."""
        return self._open[self._at] if 0 <= self._at < len(self._open) else None

    @property
    def plan(self) -> Plan | None:
        """Return the value of the plan in front."""
        return self.document.value if self.document else None

    @property
    def path(self) -> Path | None:
        """Return the file of the plan in front."""
        return self.document.path if self.document else None

    @property
    def failure(self) -> str:
        """Return why the plan in front could not be saved, "" where it could."""
        return self.document.failure if self.document else ""

    @property
    def is_taken(self) -> bool:
        """Tell whether somebody else has the plan in front open, too."""
        claim = self._claims.get(self.path) if self.path else None
        return claim is not None and claim.taken

    @property
    def _stepping(self) -> Sequence[Document[Plan]]:
        return (self.document,) if self.document else ()

    # Opening and closing -------------------------------------------------------------------------

    def begin(self, path: Path, plan: Plan) -> None:
        """Write a new plan and put it in front; raise PathwaysError where that fails, or where
        there is a plan in that file already.
        """
        if path.exists():
            message = _("“{path}” is there already. Choose another name, or delete it first.")
            raise PathwaysError(message.format(path=path))
        PLANS.write(path, plan)
        self.open(path)

    def open(self, path: Path) -> None:
        """Read a plan and put it in front; raise FileError with all mistakes of the file."""
        document = self._documents.open(path, PLANS)
        if document not in self._open:
            self._open.append(document)
            self._stops[path] = document.listen(self._listeners.tell)
            self._claims[path] = FileClaim(path)
        self._at = self._open.index(document)
        self._listeners.tell()

    def show(self, number: int) -> None:
        """Put one of the open plans in front."""
        if 0 <= number < len(self._open) and number != self._at:
            self._at = number
            self._listeners.tell()

    def close(self) -> None:
        """Close the plan in front; what could not be saved comes back when it is opened again."""
        document = self.document
        if document is None:
            return
        self._forget(document)
        self._open.remove(document)
        self._at = min(self._at, len(self._open) - 1)
        self._listeners.tell()

    def close_all(self) -> None:
        """Close everything: the window goes."""
        self._listeners.clear()
        for document in self._open:
            self._forget(document)
        self._open.clear()

    # Editing -------------------------------------------------------------------------------------

    def edit(self, words: str, edit: AnyEdit) -> bool:
        """Apply an edit to the plan in front, as one step named by ``words``; return False where
        nothing changes.

        Raise UsageError where the edit makes no sense. Where it could not be saved, it holds all
        the same, and ``failure`` says why.
        """
        document = self.document
        return document is not None and document.edit(words, edit(document.value))

    def remove(self, edit: AnyEdit) -> None:
        """Take a person, or notes, out of the plan in front for good: out of its file, the version
        before and the recovery copies; undo does not bring it back.

        Raise PathwaysError where a file cannot be written.
        """
        document = self.document
        if document is None or document.path is None:
            return
        document.save()
        remove_for_good(document.path, edit, self._documents.recovery)
        document.look()
        document.history.clear()
        self._listeners.tell()

    def look(self) -> None:
        """Take over what others wrote into the plan in front meanwhile."""
        if self.document is not None:
            self.document.look()

    def choose_theirs(self) -> None:
        """Take what the file has now, where somebody put another plan into it; undo brings mine
        back.
        """
        if self.document is not None:
            self.document.take_theirs()

    def choose_mine(self) -> None:
        """Go on with mine, and write it; what the file has stays beside it as the previous
        version.
        """
        if self.document is not None:
            self.document.keep_mine()
            self.document.save()
            self._listeners.tell()

    def _forget(self, document: Document[Plan]) -> None:
        path = document.path
        if path is None:
            return
        for key in [key for key in self._stops if key.resolve() == path.resolve()]:
            self._stops.pop(key)()
            self._claims.pop(key).release()
