"""The invented texts of ``compare/pairs.txt``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PAIRS = Path(__file__).parent / "compare" / "pairs.txt"


@cache
def texts() -> tuple[str, ...]:
    """Return the statements of the file in their order."""
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    return tuple(one for one in lines if one and not one.startswith(("#", " ")))
