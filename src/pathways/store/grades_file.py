"""The known schemes of grades, out of the user's own file or the bundled one."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from pathways import paths
from pathways.model.grade_scheme import GradeBook
from pathways.store.file_error import FileError

_NAME = "grades.yaml"


def read_grades() -> GradeBook:
    """Read the schemes of grades; a file beside the user's settings comes before the bundled one.

    Raises FileError with all mistakes of the file.
    """
    return _read(_file_of(os.environ.get("PATHWAYS_CONFIG", "")))


@lru_cache(maxsize=4)
def _file_of(_config: str) -> Path:
    """Return the file to read, looked for once for each place of the settings."""
    own = paths.user_config() / _NAME
    return own if own.exists() else paths.resources() / _NAME


@lru_cache(maxsize=4)
def _read(path: Path) -> GradeBook:
    from pathways.store.guarded_yaml import read_yaml  # loads YAML, needed by an import alone
    from pathways.store.structure import fitted

    document = read_yaml(path)
    book, problems = fitted(document, GradeBook)
    if book is None or problems:
        raise FileError(problems)
    return book
