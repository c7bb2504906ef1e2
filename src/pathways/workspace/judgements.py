"""What persons judge otherwise than the program, over all the frameworks that are open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from pathways.compare.overruling import at_odds
from pathways.compare.renewal import renewed
from pathways.i18n import _
from pathways.model.framework import Framework
from pathways.model.library import Library
from pathways.model.overrule import Overrule, Overrules
from pathways.model.problem import Problem
from pathways.store.file_error import FileError
from pathways.store.overrules_file import overrules_path, read_overrules, write_overrules
from pathways.workspace.document import Document
from pathways.workspace.documents import Documents
from pathways.workspace.file_kind import FileKind, Merged
from pathways.workspace.history import next_number

AnyOverrule = TypeVar("AnyOverrule", bound=Overrule)


def merged(base: Overrules, mine: Overrules, theirs: Overrules) -> Merged[Overrules]:
    """Put two persons' judgements together: what either added or took back.

    Where both judged the same statement, the one made here is the later one and stands.
    """
    before, here = set(base), set(mine)
    new = [one for one in mine if one not in before]
    kept = [one for one in theirs if one in here or one not in before]
    against = [one for one in kept if one not in here and any(at_odds(one, other) for other in new)]
    value = Overrules.of(
        *(one for one in kept if one not in against),
        *(one for one in new if one not in kept),
    )
    words = _(
        "Somebody else judged “{statement}” in the meantime; your judgement has replaced theirs."
    )
    return Merged(
        value, tuple(words.format(statement=(one.texts[0] or one.statements[0])) for one in against)
    )


JUDGEMENTS: FileKind[Overrules] = FileKind(
    name="judgements",
    read=read_overrules,
    write=write_overrules,
    empty=Overrules(),
    merge=merged,
    at_once=True,
)


class Judgements:
    """The judgements on one library: each is kept beside the framework that it starts from.

    ``files`` has the file of each framework by its id; judgements on a framework without one live
    as long as this object. Where a file of judgements has mistakes, ``problems`` has them, nothing
    of it is applied and nothing is written into it.
    """

    def __init__(self, documents: Documents, library: Library, files: Mapping[str, Path]) -> None:
        self._library = library
        self._names = list(_names(library))
        self._documents: list[Document[Overrules]] = []
        self.problems: tuple[Problem, ...] = ()
        for framework in library.frameworks:
            file = files.get(framework.id)
            self._documents.append(self._open(documents, file))

    def _open(self, documents: Documents, file: Path | None) -> Document[Overrules]:
        if file is not None:
            try:
                return documents.open(overrules_path(file), JUDGEMENTS)
            except FileError as error:
                self.problems = (*self.problems, *error.problems)
        return Document(JUDGEMENTS, Overrules())

    @property
    def documents(self) -> tuple[Document[Overrules], ...]:
        """Return the document of each framework's judgements, in the library's order."""
        return tuple(self._documents)

    @property
    def files(self) -> tuple[Path, ...]:
        """Return the files that judgements are kept in, whether they are there yet or not."""
        return tuple(document.path for document in self._documents if document.path)

    @property
    def overrules(self) -> Overrules:
        """Return all judgements, by the ids that nodes and statements have in the library now."""
        found = [
            _renamed(overrule, here)
            for document, here in zip(self._documents, self._names, strict=True)
            for overrule in document.value
        ]
        return renewed(Overrules.of(*found), self._library)

    @property
    def failure(self) -> str:
        """Return why something could not be saved, "" where everything is."""
        return next((one.failure for one in self._documents if one.failure), "")

    def edit(self, words: str, after: Overrules) -> bool:
        """Let ``after`` hold in place of what holds now, as one step; return False where it is the
        same.

        Raise FileError, before anything is changed, where a file of judgements has mistakes.
        """
        before = self.overrules
        if after == before:
            return False
        if self.problems:
            raise FileError(self.problems)
        number = next_number()
        parts = zip(self._documents, self._parted(before), self._parted(after), strict=True)
        for document, had, value in parts:
            if value != had:
                document.edit(words, value, number=number)
        return True

    def _parted(self, overrules: Overrules) -> Iterator[Overrules]:
        """Yield what belongs beside each framework, by the ids that the file has."""
        for document, here, framework in zip(
            self._documents, self._names, self._library.frameworks, strict=True
        ):
            own = {node.id for node in framework.nodes}
            there = {new: old for old, new in here.items()}
            strays = {
                one
                for one in document.value
                if _renamed(one, here).before_node not in self._library.nodes
            }
            yield Overrules.of(
                *(
                    written
                    for overrule in overrules
                    if (written := _renamed(overrule, there)) in strays
                    or overrule.before_node in own
                )
            )


def _names(library: Library) -> Iterator[Mapping[str, str]]:
    """Yield for each framework what its ids became when the library was put together: {own: the
    library's}.
    """
    given: Sequence[Framework] = library.given or library.frameworks
    for old, new in zip(given, library.frameworks, strict=True):
        names: dict[str, str] = {}
        if old is not new:
            names.update({a.id: b.id for a, b in zip(old.statements, new.statements, strict=True)})
            names.update({a.id: b.id for a, b in zip(old.nodes, new.nodes, strict=True)})
        yield names


def _renamed(overrule: AnyOverrule, names: Mapping[str, str]) -> AnyOverrule:
    if not names:
        return overrule
    ids = {
        key: names.get(value, value)
        for key in ("before_node", "after_node", "before", "after", "statement")
        if (value := getattr(overrule, key, None))
    }
    return msgspec.structs.replace(overrule, **ids)
