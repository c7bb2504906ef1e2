"""The library of open frameworks: the bundled ones and the user's own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path

from pathways import paths
from pathways.errors import UsageError
from pathways.i18n import _
from pathways.model.framework import Framework
from pathways.model.library import Library, unknown
from pathways.model.problem import Problem, Severity
from pathways.store.cycles import cycles
from pathways.store.dimensions_file import read_dimensions
from pathways.store.framework_checks import in_a_circle
from pathways.store.framework_file import FrameworkFileError, framework_and_warnings

_FIRST = ("ict", "head-of-technology", "head-of-profession", "head-of-data-engineering")
"""The bundled files that are shown first: the ladder, then the roles above it. The others follow by name."""


def open_library(files: Sequence[Path] = (), *, only: bool = False) -> Library:
    """Open the bundled frameworks and ``files``, in this order; with ``only``, ``files`` alone.

    What is odd but no mistake is in ``Library.problems``: nodes without text, ids used twice, steps that lead
    nowhere or round in a circle. Raises FrameworkFileError with all mistakes of all files, UsageError where ``only``
    leaves nothing to open.
    """
    if only and not files:
        raise UsageError(_("There is nothing to open: name at least one framework file, or open the bundled ones too."))
    dimensions = read_dimensions()
    known = [dimension.id for dimension in dimensions]
    frameworks: list[Framework] = []
    mistakes: list[Problem] = []
    warnings: list[Problem] = []
    for file in _each_once([*([] if only else bundled_files()), *files]):
        try:
            framework, odd = framework_and_warnings(file, known)
        except FrameworkFileError as error:
            mistakes.extend(error.problems)
            continue
        frameworks.append(framework)
        warnings.extend(odd)
    if mistakes:
        raise FrameworkFileError(mistakes)
    library = Library.merge(frameworks, dimensions)
    warnings.extend(library.problems)
    warnings.extend(_odd_steps(library, only))
    return dataclasses.replace(library, problems=tuple(warnings))


def bundled_files() -> list[Path]:
    """Return the files of the bundled frameworks in the order in which they are shown."""

    def place(file: Path) -> tuple[int, str]:
        return (_FIRST.index(file.stem) if file.stem in _FIRST else len(_FIRST), file.name)

    return sorted(paths.data().glob("*.yaml"), key=place)


def _each_once(files: Iterable[Path]) -> list[Path]:
    found: dict[Path, Path] = {}
    for file in files:
        try:
            found.setdefault(file.resolve(), file)
        except (OSError, RuntimeError, ValueError):  # a loop of links, or no file name at all: reading it says so
            found.setdefault(file, file)
    return list(found.values())


def _odd_steps(library: Library, only: bool) -> list[Problem]:
    """Warn of circles among the steps of all files, and of steps to nodes that are in none of them.

    Where only some files are open on purpose, steps that lead out of them are to be expected.
    """
    messages = [
        (in_a_circle(cycle), _("Delete or turn round one of these steps in its file."))
        for cycle in cycles((step.source, step.target) for step in library.steps)
    ]
    stated = [step for framework in library.frameworks for step in framework.steps]
    for step in [] if only else stated:
        for end in (step.source, step.target):
            if end not in library.nodes:
                message = _("The step from “{source}” to “{target}” is left out.")
                messages.append(
                    (
                        message.format(source=step.source, target=step.target)
                        + " "
                        + unknown(_("node"), end, library.nodes),
                        _("Put the id right, or open the file that has this node too."),
                    )
                )
    return [Problem(message=message, advice=advice, severity=Severity.WARNING) for message, advice in messages]
