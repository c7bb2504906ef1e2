"""What is open: frameworks, what was judged of them, and the one way to change either."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from pathways.model.framework import Framework
from pathways.model.library import Library
from pathways.model.problem import Problem
from pathways.store.file_error import FileError
from pathways.store.framework_file import FrameworkFileError
from pathways.store.open_files import OpenFiles, Progress, open_files
from pathways.workspace.documents import Documents, OpenSteps
from pathways.workspace.listeners import Listeners

if TYPE_CHECKING:
    from pathways.compare.comparison import Comparer
    from pathways.compare.rulings import StaleOverrule
    from pathways.model.overrule import Overrules
    from pathways.model.vocabulary import Vocabulary
    from pathways.workspace.document import Document
    from pathways.workspace.judgements import Judgements
    from pathways.workspace.open_plans import OpenPlans


class Happened(Enum):
    """What listeners are told."""

    LIBRARY = "other frameworks are open, or one of them is another"
    FILES = "something else is open, or wrong with it"
    JUDGED = "other judgements hold"
    PROBLEMS = "a file that was read later has mistakes"
    UNSAVED = "something could not be saved"
    UNFIT = "some judgements do not fit the texts any more"
    REPLACED = "somebody else changed the same, and gave way"


class Workspace(OpenSteps):
    """Hold what one window, or one command, has open.

    Reading is free. Whatever changes goes through a method, and ``listen`` hears of it. The files
    that can be edited belong to ``documents``, which all windows of the program share.
    """

    def __init__(self, state: OpenFiles, documents: Documents | None = None) -> None:
        self.documents = documents or Documents()
        self._state = state
        self._tried: Framework | None = None
        self._library = state.library
        self.replaced: tuple[str, ...] = ()
        self._other_problems: tuple[Problem, ...] = ()
        self._comparer: Comparer | None = None
        self._judgements: Judgements | None = None
        self._stops: list[Callable[[], None]] = []
        self._listeners: Listeners[[Happened]] = Listeners()
        self._plans: OpenPlans | None = None

    @classmethod
    def open(cls, files: Sequence[Path] = (), *, only: bool = False) -> Workspace:
        """Open the bundled frameworks and ``files``, or ``files`` alone; for those who want all
        or nothing.

        Raise FrameworkFileError with all mistakes of all files, PathwaysError where the bundled
        frameworks are missing.
        """
        state = open_files(files, only=only)
        if state.mistakes:
            raise FrameworkFileError(state.mistakes)
        return cls(state)

    @classmethod
    def of(cls, library: Library) -> Workspace:
        """Return a workspace with frameworks that come from no file."""
        return cls(OpenFiles((), (), only=False, library=library))

    def listen(self, listener: Callable[[Happened], None]) -> Callable[[], None]:
        """Tell ``listener`` what happens from now on; return what ends it."""
        return self._listeners.add(listener)

    def leave(self) -> None:
        """Hear no more of the documents: the window is closed."""
        if self._plans is not None:
            self._plans.close_all()
        self._forget_judgements()
        self._listeners.clear()

    @property
    def plans(self) -> OpenPlans:
        """Return the plans that are open."""
        if self._plans is None:
            from pathways.workspace.open_plans import OpenPlans

            self._plans = OpenPlans(self.documents)
        return self._plans

    # What can be read ----------------------------------------------------------------------------

    @property
    def state(self) -> OpenFiles:
        """Return the open framework files."""
        return self._state

    @property
    def library(self) -> Library:
        """Return the open frameworks, with the one that is tried out."""
        return self._library

    @property
    def tried(self) -> Framework | None:
        """Return the framework that is looked at without being saved, None where there is none."""
        return self._tried

    @property
    def mistakes(self) -> tuple[Problem, ...]:
        """Return what keeps files from being read: those of frameworks first, then any other."""
        return (*self._state.mistakes, *self._other_problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return everything that is wrong or odd in the open files."""
        return (*self.mistakes, *self._library.problems)

    @property
    def comparer(self) -> Comparer:
        """Return the comparer of the open frameworks, made when it is first asked for."""
        if self._comparer is None:
            from pathways.compare.comparison import Comparer

            self._comparer = Comparer(self._library, self._vocabulary(), self.judgements.overrules)
            if self._comparer.stale_overrules:
                self._listeners.tell(Happened.UNFIT)
        return self._comparer

    @property
    def judgements(self) -> Judgements:
        """Return what persons judge otherwise, read when it is first asked for."""
        if self._judgements is None:
            from pathways.workspace.judgements import Judgements

            found = Judgements(self.documents, self._library, self._places())
            self._judgements = found
            self._stops = [one.listen(self._on_document) for one in found.documents]
            if found.problems:
                self._note_problems(found.problems)
        return self._judgements

    @property
    def overrules(self) -> Overrules:
        """Return what persons judge otherwise than the program."""
        return self.comparer.overrules

    @property
    def unfit_judgements(self) -> tuple[StaleOverrule, ...]:
        """Return the judgements that are not applied, as far as the texts have been compared."""
        return self._comparer.stale_overrules if self._comparer else ()

    @property
    def watched(self) -> tuple[Path, ...]:
        """Return the files that others may change while they are open here."""
        judged = self._judgements.files if self._judgements else ()
        return tuple(dict.fromkeys((*self._state.paths, *judged)))

    @property
    def failure(self) -> str:
        """Return why something could not be saved, "" where everything is."""
        return self._judgements.failure if self._judgements else ""

    @property
    def _stepping(self) -> Sequence[Document[Overrules]]:
        return self._judgements.documents if self._judgements else ()

    # Opening and closing -------------------------------------------------------------------------

    def read(self, paths: Sequence[Path], *, progress: Progress | None = None) -> OpenFiles:
        """Return what would be open with ``paths``; nothing is changed yet, so that it can be done
        beside the window and be given up.
        """
        before = self._state
        return open_files(
            paths, only=before.only, before=before, progress=progress or (lambda _done, _of: None)
        )

    def take(self, state: OpenFiles) -> None:
        """Have open what was read."""
        self._state = state
        self._show(state)
        self._listeners.tell(Happened.FILES)

    def close(self, path: Path) -> None:
        """Close one of the person's own files."""
        self.take(self.read([other for other in self._state.paths if other != path]))

    def look(self) -> bool:
        """Take over what others changed in files that can be edited here, such as judgements;
        return whether anything is another.
        """
        return self.documents.look()

    def reload(self) -> bool:
        """Take over what others changed in any open file; return whether anything is another."""
        changed = self.look()
        if self._state.is_stale():
            self.take(self.read(self._state.paths))
            return True
        return changed

    def try_out(self, framework: Framework | None) -> None:
        """Show a framework beside the others without saving it; None puts it away."""
        self._tried = framework
        self._show(self._state)

    # Judging -------------------------------------------------------------------------------------

    def judge(self, words: str, after: Overrules) -> bool:
        """Let other judgements hold, as one step that can be undone; return False where they are
        the same.

        Raise FileError, before anything is changed, where a file of judgements has mistakes. Where
        they could not be saved, they hold all the same, and ``failure`` says why.
        """
        return self.judgements.edit(words, after)

    def save(self) -> None:
        """Save what could not be saved before; raise PathwaysError where it still cannot."""
        for document in self._judgements.documents if self._judgements else ():
            if document.is_changed:
                document.save()

    # Inside --------------------------------------------------------------------------------------

    def _show(self, state: OpenFiles) -> None:
        before = self._library
        tried = self._tried
        self._library = _beside(state, tried) if tried is not None else state.library
        if self._library == before:
            return
        self._comparer = None
        self._forget_judgements()
        self._listeners.tell(Happened.LIBRARY)

    def _places(self) -> dict[str, Path]:
        places = dict(self._state.places)
        if self._tried is not None:
            places.pop(self._library.frameworks[-1].id, None)
        return places

    def _forget_judgements(self) -> None:
        for stop in self._stops:
            stop()
        self._stops, self._judgements = [], None

    def _on_document(self) -> None:
        """Let what a document says now hold here, whoever changed it."""
        if self._judgements is None:
            return
        overrules = self._judgements.overrules
        if self._comparer is not None and overrules != self._comparer.overrules:
            self._comparer = self._comparer.with_overrules(overrules)
        self._listeners.tell(Happened.JUDGED)
        self.replaced = tuple(
            words for document in self._judgements.documents for words in document.replaced
        )
        if self.replaced:
            for document in self._judgements.documents:
                document.replaced = ()
            self._listeners.tell(Happened.REPLACED)
        if self._judgements.failure:
            self._listeners.tell(Happened.UNSAVED)

    def _vocabulary(self) -> Vocabulary:
        """Read the vocabulary; where the person's own has mistakes, tell, and do without
        directions.
        """
        from pathways.model.vocabulary import Conditions, Vocabulary
        from pathways.store.vocabulary_file import read_vocabulary

        try:
            return read_vocabulary("en")
        except FileError as error:
            self._note_problems(error.problems)
            return Vocabulary(scales=(), conditions=Conditions(weight=1.0, words=()))

    def _note_problems(self, problems: Sequence[Problem]) -> None:
        new = tuple(problem for problem in problems if problem not in self._other_problems)
        if new:
            self._other_problems = (*self._other_problems, *new)
            self._listeners.tell(Happened.PROBLEMS)


def _beside(state: OpenFiles, framework: Framework) -> Library:
    """Return a library with one more framework, in the place of an own one of the same id."""
    paths = {file.path for file in state.own}
    own = {framework_id for framework_id, path in state.places.items() if path in paths}
    library = state.library
    before = [other for other in library.given if other.id != framework.id or other.id not in own]
    merged = Library.merge([*before, framework], library.shared_dimensions)
    new = [problem for problem in merged.problems if problem not in library.problems]
    return msgspec.structs.replace(merged, problems=(*library.problems, *new))
