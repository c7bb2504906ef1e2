"""Frameworks named by their id or by their file, opened among the others."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pathways.errors import UsageError
from pathways.i18n import _
from pathways.model.framework import Framework
from pathways.model.library import Library, unknown
from pathways.store.dimensions_file import read_dimensions
from pathways.store.framework_file import FrameworkFileError, read_framework
from pathways.store.open_files import OpenFiles, open_files
from pathways.store.opening import bundled_files, each_once


@dataclass(frozen=True)
class NamedFrameworks:
    """A library, the ids of those of its frameworks that were asked for, and the file of every
    one.
    """

    state: OpenFiles
    ids: tuple[str, ...]
    files: dict[str, Path]

    @property
    def library(self) -> Library:
        """Return the open frameworks."""
        return self.state.library


def open_named(
    names: Sequence[str], files: Sequence[Path] = (), *, only: bool = False
) -> NamedFrameworks:
    """Open the bundled frameworks (not with ``only``), ``files`` and the files among ``names``.

    A name is the id of an open framework, or else a file. Where a named file has ids that a bundled
    framework has too, it takes that framework's place, so that its own ids stay as they are. Raises
    UsageError for a name that is neither, FrameworkFileError with all mistakes of all files.
    """
    dimensions = [dimension.id for dimension in read_dimensions()]
    others = each_once([*([] if only else bundled_files()), *files])
    opened = {file: _read(file, dimensions) for file in others}
    by_id = {framework.id: file for file, framework in opened.items() if framework}
    wanted = [by_id.get(name) or _file(name, by_id) for name in names]
    own = [
        framework
        for file in wanted
        if file not in opened and (framework := _read(file, dimensions))
    ]
    kept = [file for file in others if file in wanted or not _clashes(opened[file], own)]
    every = each_once([*kept, *wanted])
    state = open_files(every, only=True)
    if state.mistakes:
        raise FrameworkFileError(state.mistakes)
    return _named(state, every, wanted)


def _named(state: OpenFiles, every: Sequence[Path], wanted: Sequence[Path]) -> NamedFrameworks:
    ids = {
        file.resolve(): framework.id
        for file, framework in zip(every, state.library.frameworks, strict=True)
    }
    return NamedFrameworks(
        state=state,
        ids=tuple(dict.fromkeys(ids[file.resolve()] for file in wanted)),
        files={ids[file.resolve()]: file for file in every},
    )


def _read(file: Path, dimensions: Sequence[str]) -> Framework | None:
    """Return the framework of a file; None where it cannot be read: opening it for good says
    why.
    """
    try:
        return read_framework(file, dimensions)
    except FrameworkFileError:
        return None


def _file(name: str, known: dict[str, Path]) -> Path:
    file = Path(name)
    if file.suffix or os.sep in name or "/" in name or file.exists():
        return file
    raise UsageError(
        unknown(_("framework"), name, known) + " " + _("For a framework of your own, name its "
            "file.")
    )  # fmt: skip


def _clashes(framework: Framework | None, others: Sequence[Framework]) -> bool:
    if framework is None:
        return False
    nodes = {node.id for node in framework.nodes}
    return any(
        framework.id == other.id or nodes & {node.id for node in other.nodes} for other in others
    )
