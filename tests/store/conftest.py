from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pathways.store.dimensions_file import read_dimensions

FRAMEWORKS = Path(__file__).parents[1] / "frameworks"

Written = Callable[[str | bytes], Path]


@pytest.fixture(scope="session")
def known() -> list[str]:
    """Return the ids of the shared dimensions."""
    return [dimension.id for dimension in read_dimensions()]


@pytest.fixture
def tiny() -> Callable[[str], Path]:
    """Return the path of a tiny framework file by the name of its flaw."""
    return lambda name: FRAMEWORKS / f"{name}.yaml"


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write something to a file and return its path."""

    def write(content: str | bytes) -> Path:
        path = tmp_path / "written.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write
