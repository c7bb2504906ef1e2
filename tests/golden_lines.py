"""Lines held against a golden file.

PATHWAYS_WRITE_GOLDEN=1 writes the file anew, to be looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def check_lines(name: str, lines: Iterable[str]) -> None:
    """Hold lines against the golden file of that name."""
    found, path = [*lines], GOLDEN / f"{name}.txt"
    if os.environ.get("PATHWAYS_WRITE_GOLDEN"):
        path.write_text("\n".join(found) + "\n", encoding="utf-8")
        pytest.fail(f"{path} is written anew: look at it")
    assert found == path.read_text(encoding="utf-8").splitlines()
