"""The files that are open beside the bundled ones: read again when they were changed, without
losing what was sound.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from pathways.model.dimension import Dimension
from pathways.model.framework import Framework
from pathways.model.library import Library
from pathways.model.problem import Problem
from pathways.store.dimensions_file import read_dimensions
from pathways.store.framework_file import FrameworkFileError, framework_and_warnings
from pathways.store.opening import assembled, bundled_files, each_once
from pathways.store.stamp import Stamp, stamp_of

Progress = Callable[[int, int], None]


class OpenFile(msgspec.Struct, frozen=True):
    """One file: the framework as it was last sound (None where it never was), and what is wrong
    with the file now.
    """

    path: Path
    stamp: Stamp | None
    framework: Framework | None
    warnings: tuple[Problem, ...] = ()
    mistakes: tuple[Problem, ...] = ()


class OpenFiles(msgspec.Struct, frozen=True):
    """What is open: the person's own files in order, and the library of them and of the bundled
    ones.

    ``places`` has the file of each framework by its id in the library.
    """

    own: tuple[OpenFile, ...]
    bundled: tuple[OpenFile, ...]
    only: bool
    library: Library
    places: dict[str, Path] = msgspec.field(default_factory=dict)

    @property
    def mistakes(self) -> tuple[Problem, ...]:
        """Return what is wrong with the files now."""
        return tuple(problem for file in (*self.own, *self.bundled) for problem in file.mistakes)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return the person's own files, those with mistakes too."""
        return tuple(file.path for file in self.own)

    def title_of(self, path: Path) -> str:
        """Return the title of the framework in one of the own files; the file's name where it has
        none.
        """
        for file in self.own:
            if file.path == path and file.framework is not None:
                return file.framework.title
        return path.name

    def is_stale(self) -> bool:
        """Tell whether one of the own files is another than when it was read."""
        return any(stamp_of(file.path) != file.stamp for file in self.own)


def open_files(
    paths: Sequence[Path],
    *,
    only: bool = False,
    before: OpenFiles | None = None,
    progress: Progress = lambda _done, _of: None,
) -> OpenFiles:
    """Open ``paths`` beside the bundled frameworks; with ``only``, alone, as long as one of them
    can be.

    A file that was open ``before`` is read again only where it was changed; where it has mistakes
    now, what was sound in it stays open. ``progress`` hears how many files of how many are read,
    and may raise to stop. Raises PathwaysError where the bundled frameworks are missing.
    """
    dimensions = read_dimensions()
    known = {file.path: file for file in (*before.own, *before.bundled)} if before else {}
    shelf = bundled_files()
    apart = {path.resolve() for path in shelf} if not only else set()
    wanted = [path for path in each_once(paths) if _resolved(path) not in apart]
    total = len(wanted) + (0 if only else len(shelf))
    done = 0

    def read(path: Path) -> OpenFile:
        nonlocal done
        progress(done, total)
        done += 1
        return _read(path, known.get(path), dimensions)

    own = tuple(read(path) for path in wanted)
    alone = only and any(file.framework for file in own)
    bundled = () if alone else tuple(read(path) for path in shelf)
    return _together(own, bundled, dimensions, only=only)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (
        OSError,
        RuntimeError,
        ValueError,
    ):  # a loop of links, or no file name at all: reading it says so
        return path


def _read(path: Path, before: OpenFile | None, dimensions: Sequence[Dimension]) -> OpenFile:
    stamp = stamp_of(path)
    if before is not None and stamp is not None and before.stamp == stamp:
        return before
    try:
        framework, warnings = framework_and_warnings(
            path, [dimension.id for dimension in dimensions]
        )
    except FrameworkFileError as error:
        kept, odd = (before.framework, before.warnings) if before else (None, ())
        return OpenFile(path, stamp, kept, odd, error.problems)
    return OpenFile(path, stamp, framework, warnings)


def _together(
    own: tuple[OpenFile, ...],
    bundled: tuple[OpenFile, ...],
    dimensions: Sequence[Dimension],
    *,
    only: bool,
) -> OpenFiles:
    sound = [file for file in (*bundled, *own) if file.framework is not None]
    opened = {file.path: file.framework for file in sound if file.framework is not None}
    warnings = [problem for file in sound for problem in file.warnings]
    library = assembled(opened, dimensions, warnings, only=only and not bundled)
    places = {
        framework.id: path for framework, path in zip(library.frameworks, opened, strict=True)
    }
    return OpenFiles(own, bundled, only, library, places)
