"""The dimensions that frameworks have in common, out of their file."""

from __future__ import annotations

from pathlib import Path

from pathways import paths
from pathways.errors import shortened
from pathways.i18n import _
from pathways.model.dimension import Dimension
from pathways.store.cache import keep, recalled
from pathways.store.file_error import FileError
from pathways.store.text_file import read_bytes


def read_dimensions() -> tuple[Dimension, ...]:
    """Return the shared dimensions in the order of display; raise FileError with all mistakes of
    the file.
    """
    path = paths.resources() / "dimensions.yaml"
    content = read_bytes(path)
    kept = recalled(path, content, tuple[Dimension, ...])
    if kept is not None:
        return kept
    dimensions = _read(path, content)
    keep(path, content, dimensions)
    return dimensions


def _read(path: Path, content: bytes) -> tuple[Dimension, ...]:
    from pathways.store.guarded_yaml import (
        read_yaml,
    )  # loads YAML, which is not needed for what is kept
    from pathways.store.structure import fitted

    document = read_yaml(path, content)
    dimensions, problems = fitted(document, tuple[Dimension, ...])
    first: dict[str, int] = {}
    for number, dimension in enumerate(dimensions or ()):
        if dimension.id in first:
            message = _("Two dimensions have the id “{id}”; the first is in line {line}.")
            line = document.line_of((first[dimension.id], "id"))
            problems.append(
                document.problem(
                    (number, "id"),
                    message.format(id=shortened(dimension.id), line=line),
                    _("Give one of them another id."),
                )
            )
        first.setdefault(dimension.id, number)
    if dimensions is None or problems:
        raise FileError(problems)
    return dimensions
