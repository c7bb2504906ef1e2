"""A file that the program brings along, or the user's own of the same name."""

from __future__ import annotations

import os
from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pathways import paths
from pathways.store.file_error import FileError

T = TypeVar("T")


def read_own_or_bundled(name: str, kind: type[T]) -> T:
    """Read a file of settled form; one beside the user's settings comes before the bundled one.

    Raises FileError with all mistakes of the file.
    """
    file = _file_of(name, os.environ.get("PATHWAYS_CONFIG", ""))
    found: T = _read(file, cast(Hashable, kind))
    return found


@lru_cache(maxsize=8)
def _file_of(name: str, _config: str) -> Path:
    """Return the file to read, looked for once for each place of the settings."""
    own = paths.user_config() / name
    return own if own.exists() else paths.resources() / name


@lru_cache(maxsize=8)
def _read(path: Path, kind: Any) -> Any:
    from pathways.store.guarded_yaml import read_yaml  # loads YAML, needed by an import alone
    from pathways.store.structure import fitted

    found, problems = fitted(read_yaml(path), kind)
    if found is None or problems:
        raise FileError(problems)
    return found
