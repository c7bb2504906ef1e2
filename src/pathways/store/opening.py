"""The library of open frameworks: the bundled ones and the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from pathways import paths
from pathways.errors import PathwaysError, shortened
from pathways.i18n import _
from pathways.model.circles import circle_problem, circles
from pathways.model.dimension import Dimension
from pathways.model.framework import Framework
from pathways.model.library import Library, unknown
from pathways.model.problem import Problem, Severity

_FIRST = ("ict", "head-of-technology", "head-of-profession", "head-of-data-engineering")
"""The bundled files that are shown first: the ladder, then the roles above it. The others
follow by name.
"""


def assembled(
    opened: Mapping[Path, Framework],
    dimensions: Sequence[Dimension],
    warnings: Sequence[Problem],
    *,
    only: bool,
) -> Library:
    """Put the frameworks of some files together; ``Library.problems`` begins with ``warnings``.

    Without ``only``, steps that lead to nodes of no open file are warned of.
    """
    library = Library.merge(opened.values(), dimensions)
    found = [*warnings, *library.problems]
    found.extend(
        circle_problem(library, circle) for circle in circles(library.steps, library.nodes)
    )
    if not only:
        found.extend(_loose_ends(library, list(opened)))
    return msgspec.structs.replace(library, problems=tuple(found))


def bundled_files() -> list[Path]:
    """Return the files of the bundled frameworks in the order of display; raise PathwaysError
    where there are none.
    """

    def place(file: Path) -> tuple[int, str]:
        return (_FIRST.index(file.stem) if file.stem in _FIRST else len(_FIRST), file.name)

    files = sorted(paths.data().glob("*.yaml"), key=place)
    if not files:
        message = _("The bundled frameworks are missing from “{folder}”. Install Pathways again.")
        raise PathwaysError(message.format(folder=paths.data()))
    return files


def each_once(files: Iterable[Path]) -> list[Path]:
    """Return the files in order, without those that an earlier one is already."""
    found: dict[Path, Path] = {}
    for file in files:
        try:
            found.setdefault(file.resolve(), file)
        except (
            OSError,
            RuntimeError,
            ValueError,
        ):  # a loop of links, or no file name at all: reading it says so
            found.setdefault(file, file)
    return list(found.values())


def _loose_ends(library: Library, files: Sequence[Path]) -> Iterator[Problem]:
    """Warn of steps that are left out because a node is in none of the open ``files``, one for
    each framework.
    """
    for file, framework in zip(files, library.frameworks, strict=True):
        for step in framework.steps:
            missing = next(
                (end for end in (step.source, step.target) if end not in library.nodes), None
            )
            if missing is not None:
                message = _("The step from “{source}” to “{target}” is left out.")
                yield Problem(
                    message=message.format(
                        source=shortened(step.source), target=shortened(step.target)
                    )
                    + " "
                    + unknown(_("grade or role"), missing, library.nodes),
                    advice=_("Correct the id, or open the file that has it too."),
                    file=file,
                    severity=Severity.WARNING,
                )
