"""A framework out of its file, or every mistake in the file at once."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from pathways.model.framework import Framework
from pathways.model.problem import Problem, Severity
from pathways.store.cache import keep, recalled
from pathways.store.file_error import FileError, in_order
from pathways.store.text_file import read_bytes, refuse_large


class FrameworkFileError(FileError):
    """Say everything that is wrong with one or more framework files."""


def read_framework(path: Path, known_dimensions: Collection[str]) -> Framework:
    """Read a framework; raise FrameworkFileError with all mistakes of the file.

    ``known_dimensions`` are the ids of the dimensions that frameworks share.
    """
    framework, _warnings = framework_and_warnings(path, known_dimensions)
    return framework


def framework_and_warnings(
    path: Path, known_dimensions: Collection[str]
) -> tuple[Framework, tuple[Problem, ...]]:
    """Read a framework as ``read_framework`` does, with what is odd about the file but no
    mistake.
    """
    try:
        content = read_bytes(path)
    except FileError as error:
        raise FrameworkFileError(error.problems) from None
    kept = recalled(path, content, Framework, known_dimensions)
    if kept is not None:
        return kept, ()
    framework, warnings = framework_of(path, content, known_dimensions)
    if not warnings:
        keep(path, content, framework, known_dimensions)
    return framework, warnings


def framework_of(
    path: Path, content: bytes, known_dimensions: Collection[str]
) -> tuple[Framework, tuple[Problem, ...]]:
    """Return the framework that a file with this content would be; raise FrameworkFileError where
    it could not be opened.
    """
    try:
        refuse_large(path, content)
        framework, problems = _read(path, content, known_dimensions)
    except FileError as error:
        raise FrameworkFileError(error.problems) from None
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if framework is None or errors:
        raise FrameworkFileError(errors)
    return framework, tuple(problems)


def _read(
    path: Path, content: bytes, known: Collection[str]
) -> tuple[Framework | None, list[Problem]]:
    from pathways.store.framework_checks import (
        check,
    )  # loads YAML, which is not needed for what is kept
    from pathways.store.guarded_yaml import read_yaml
    from pathways.store.structure import fitted

    document = read_yaml(path, content)
    framework, problems = fitted(document, Framework)
    return framework, in_order([*problems, *check(document, framework, known)])
